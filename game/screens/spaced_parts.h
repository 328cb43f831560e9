/* What the screen of Spaced remembers between passes, and its parts. */
#ifndef MATCHWICK_SCREENS_SPACED_PARTS_H
#define MATCHWICK_SCREENS_SPACED_PARTS_H

#include "screens/screen.h"

#define SPACED_LARGE_TEXT 150 /* percent: from here on one thing beside the other has no room */

typedef struct {
    bool are_options_open;
    bool is_memory_shown; /* at large text, in the card's place; the forecast in that of the result */
    /* What was seen last, so that what comes has the focus and moves. */
    bool is_seen, was_shown;
    uint32_t card;
    int32_t turn;
    int64_t came_ms, shown_ms;
    int64_t rest_ms; /* monotonic: since when nothing is left; the wall's time is the day's `now` then */
    Grade marked;    /* that the chart points out */
} SpacedScreen;

Intent spaced_input(SpacedKind kind, int64_t number);
static inline bool spaced_is_large(const Ui *ui)
{
    return ui->in.text_percent >= SPACED_LARGE_TEXT;
}

Str spaced_grade_name(Grade grade); /* "Good" */
Token spaced_grade_color(Grade grade);

/* The card: its term, once shown its definition, tags, star. */
Intent spaced_card_put(Ui *ui, const SpacedScreen *screen, const Model *model, Rect area);
/* What the model says of the memory of the asked card; once shown, by each grade. */
void spaced_memory_put(Ui *ui, const SpacedScreen *screen, const Model *model, Rect area);
/* "Show answer", or the four grades; `height` is what they need. */
float spaced_grades_height(const Ui *ui);
Intent spaced_grades_put(Ui *ui, SpacedScreen *screen, const Model *model, Rect area);
/* Nothing is left: what was done, what comes, and the ways on. */
Intent spaced_rest_put(Ui *ui, SpacedScreen *screen, const Model *model, Rect area);
/* The dialogs, where they are open. */
Intent spaced_options_put(Ui *ui, SpacedScreen *screen, const Model *model);
Intent spaced_leech_put(Ui *ui, const Model *model);

#endif
