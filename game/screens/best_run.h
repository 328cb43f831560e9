/* The player's best run beside the present one: how far it had come at the same time. Only rounds that rank
   by time have one. */
#ifndef MATCHWICK_SCREENS_BEST_RUN_H
#define MATCHWICK_SCREENS_BEST_RUN_H

#include "screens/model.h"
#include "ui/ui.h"

typedef struct {
    bool is_there;
    /* Positive: the best run comes to as many pairs so much later; negative: it had the next pair so long
     * ago. */
    int64_t lead_ms;
    float best_part, own_part; /* of all pairs; the best's moves evenly between two matches */
} BestRun;

/* `shown_ms`: what the timer shows. */
BestRun best_run_at(const CurrentRound *round, int64_t shown_ms);
/* "7.1 s ahead" with its arrow. */
void best_run_lead_put(Ui *ui, Rect box, const BestRun *best, TextSize size);
/* The track under the head: own fill, a marker for each; from text of 150 % on without the words. */
void best_run_track_draw(Ui *ui, Rect track, const BestRun *best);

#endif
