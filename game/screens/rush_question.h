/* Prompt and options of the question on the screen: where they lie, their widgets, what became of them. */
#ifndef MATCHWICK_SCREENS_RUSH_QUESTION_H
#define MATCHWICK_SCREENS_RUSH_QUESTION_H

#include "screens/model.h"
#include "ui/particles.h"
#include "ui/ui.h"

#define RUSH_NO_OPTION UINT32_MAX
#define RUSH_MANY      4 /* with more options than this a pad picks by focus and A */

typedef struct {
    uint32_t answered; /* option activated in this pass; RUSH_NO_OPTION */
    /* Texts that did not fit, for the reader: the prompt first; `focused` is one of them if the focused
     * option is. */
    Str cut[SETUP_MAX_OPTIONS + 1];
    int cut_count;
    Str focused;
} QuestionAnswer;

UiId rush_option_id(uint32_t option);
QuestionAnswer rush_question_put(Ui *ui, const CurrentRound *round, Rect area, Particles *particles,
                                 int64_t *sparked_ms);
/* Cards without words, while the round is hidden. */
void rush_question_draw_hidden(Ui *ui, const CurrentRound *round, Rect area);

#endif
