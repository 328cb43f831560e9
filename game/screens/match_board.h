/* The board of a match: where its tiles lie, their widgets, and what moves on it. */
#ifndef MATCHWICK_SCREENS_MATCH_BOARD_H
#define MATCHWICK_SCREENS_MATCH_BOARD_H

#include "screens/model.h"
#include "ui/particles.h"
#include "ui/ui.h"

/* Of the place-th tile of `places`; a row is at most as high as eight lines need. */
Rect match_board_cell(const Ui *ui, Rect area, uint32_t places, uint32_t place);
UiId match_board_id(uint32_t place);

typedef struct {
    uint32_t picked;  /* tile activated in this pass; MATCH_NO_TILE */
    uint32_t focused; /* place that has the focus; UINT32_MAX: none */
} BoardAnswer;

/* Tiles as widgets, slots, pops, floats and sparks. `*sparked_ms`: matches up to then have had their sparks.
 */
BoardAnswer match_board_put(Ui *ui, const CurrentRound *round, Rect area, Particles *particles,
                            int64_t *sparked_ms);
/* Slots alone, while the round is hidden. */
void match_board_draw_hidden(Ui *ui, uint32_t places, Rect area);

#endif
