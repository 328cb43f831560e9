/* What the results know, shared by their files. */
#ifndef MATCHWICK_SCREENS_RESULTS_STATE_H
#define MATCHWICK_SCREENS_RESULTS_STATE_H

#include "screens/collect.h"
#include "ui/particles.h"
#include "ui/ui.h"

#define RESULTS_TOP 8

typedef struct {
    Particles particles;
    bool has_begun, has_celebrated;
    int64_t shown_ms; /* when the screen came */
    int page;         /* of three, where they don't fit side by side */
    Collect collect;  /* a deck of the missed cards */
} ResultsState;

/* The big figure is the one that ranks: a time, the right answers, or the score; `part` of the way up to it.
 */
Str results_figure(Arena *arena, const Outcome *outcome, float part);
/* What it counts, where that needs a word: "right". */
Str results_unit(const Outcome *outcome);
/* "1 580", "over your last best": the second is empty where there is nothing to hold it against. */
typedef struct {
    Str amount, words;
    bool is_better, is_there;
} ResultsChange;
ResultsChange results_change(Arena *arena, const Outcome *outcome);
/* "You picked Temperature"; "No answer in time". */
Str results_picked(Arena *arena, const Deck *deck, const MissedCard *missed);
/* "Saved", and for a run that is not kept or not ranked why. */
typedef struct {
    Str words;
    bool is_saved, is_failed;
} ResultsSaved;
ResultsSaved results_saved(const Outcome *outcome);

void results_score_put(Ui *ui, ResultsState *state, const Outcome *outcome, Rect area);
/* How long each decision took, as bars. */
void results_pace_put(Ui *ui, const ResultsState *state, const Outcome *outcome, Rect area);
void results_board_put(Ui *ui, const Model *model, Rect area);
Intent results_missed_put(Ui *ui, ResultsState *state, const Model *model, Rect area);

#endif
