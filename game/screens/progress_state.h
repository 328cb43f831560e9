/* What the progress screen knows, shared by its files. */
#ifndef MATCHWICK_SCREENS_PROGRESS_STATE_H
#define MATCHWICK_SCREENS_PROGRESS_STATE_H

#include "screens/collect.h"
#include "ui/chart.h"

#define PROGRESS_WEEKS   26
#define PROGRESS_DAYS    (7 * PROGRESS_WEEKS)
#define PROGRESS_RECENT  30 /* days with a bar of their own */
#define PROGRESS_HARDEST 50
#define PROGRESS_MIXED   50
#define PROGRESS_TIMES   1000
#define PROGRESS_SECONDS 13 /* bars of a second each; the last has all that took longer */

/* The parts of the screen; in large text each is a page. */
typedef enum {
    PANEL_DAYS,
    PANEL_MASTERY,
    PANEL_HARDEST,
    PANEL_MIXED,
    PANEL_ANSWERS,
    PANEL_TIMES,
    PANEL_RECALL,
    PANEL_COUNT
} ProgressPanel;

typedef struct {
    Str id, title; /* empty id: all decks */
    uint32_t cards;
    StoreMastery mastery;
} ProgressDeck;

typedef struct {
    Str deck_id, deck_title, card_id, term;
    CardMemory memory;
    double recall; /* now */
} ProgressHard;

typedef struct {
    Str deck_id, asked_id, chosen_id, asked, chosen; /* ids; then terms */
    int32_t count;
} ProgressPair;

typedef struct {
    ProgressDeck *decks; /* all decks first, then those on the shelf by title */
    int deck_count, deck;
    /* By day, the last is today. */
    int32_t today;
    int day_count;
    int32_t *answers, *right;
    float *levels[MASTERY_LEVELS];
    int32_t answered; /* in those days */
    uint32_t cards;   /* of the deck, or of all that were answered */
    double mastery;   /* 0 .. 1 */
    ProgressHard *hard;
    int hard_count;
    ProgressPair *pairs;
    int pair_count;
    int32_t time_count, median_ms;
    float times[PROGRESS_SECONDS];
    StoreCalibration bins[STORE_CALIBRATION_BINS];
    int32_t predictions;
    /* What was chosen: stays when all is read again. */
    bool is_begun;
    char deck_id[256];
    int page, panel; /* where the panels don't fit side by side: the one that is shown */
    int32_t picked;  /* the day that is told; 0: today */
    bool are_decks_open, are_figures_open;
    int figures;     /* the panel whose figures are open */
    Collect collect; /* a deck of the weak cards */
} ProgressState;

/* progress_load.c */
void progress_load(void *state, Arena *arena, const Model *model, Str argument);
static inline const ProgressDeck *progress_deck(const ProgressState *progress)
{
    return &progress->decks[progress->deck];
}
/* The figure at the end of mastery over time. */
int32_t progress_level(const ProgressState *progress, MasteryLevel level);
/* Sums of predictions and of what was remembered, in percent of the answers. */
int progress_predicted(const ProgressState *progress);
int progress_measured(const ProgressState *progress);

/* A panel under construction: its widget is registered and its layer open; `inside` is what the title leaves.
 */
typedef struct {
    Rect inside, title;
    UiHit hit;
} ProgressFrame;

/* progress_panel.c. `value`: what narration says of it. */
ProgressFrame progress_panel_begin(Ui *ui, ProgressPanel panel, Rect area, Str value);
void progress_panel_end(Ui *ui);
UiId progress_panel_id(ProgressPanel panel);
Str progress_panel_title(ProgressPanel panel);
/* The panel that has the focus, -1: none. */
int progress_focused(const Ui *ui);
/* Gives it the focus: the panel, the day picked last, or what stands in an empty one. */
void progress_focus(Ui *ui, const ProgressState *progress, ProgressPanel panel);
/* What the title and the edges of a panel take of its height. */
float progress_panel_around(const Ui *ui, ProgressPanel panel);
UiId progress_day_id(int32_t day); /* progress_days.c */
int32_t progress_picked_day(const ProgressState *progress);
/* A panel without anything to show: why, and a button that leads to where answers come from. */
Intent progress_empty_put(Ui *ui, const ProgressState *progress, ProgressPanel panel, Rect area);

/* Each puts one panel, or its empty state, and says what is wanted. */
Intent progress_days_put(Ui *ui, ProgressState *progress, Rect area); /* progress_days.c */
/* The lines of mastery over time, the lowest first: all of the days that are shown; returns how many. */
#define PROGRESS_SHOWN_LEVELS 3
int progress_mastery_series(const ProgressState *progress, ChartSeries out[PROGRESS_SHOWN_LEVELS]);
Intent progress_mastery_put(Ui *ui, ProgressState *progress, Rect area); /* progress_charts.c */
Intent progress_answers_put(Ui *ui, ProgressState *progress, Rect area);
Intent progress_times_put(Ui *ui, ProgressState *progress, Rect area);
Intent progress_recall_put(Ui *ui, ProgressState *progress, Rect area);
Intent progress_hardest_put(Ui *ui, ProgressState *progress, Rect area); /* progress_cards.c */
Intent progress_mixed_put(Ui *ui, ProgressState *progress, Rect area);
void progress_streak_put(Ui *ui, const Model *model, Rect area);
void progress_share_put(Ui *ui, const ProgressState *progress, Rect area);

/* A practice match of the hardest cards, or of what is mixed up; nothing where there are none. */
Intent progress_practise(const ProgressState *progress, ProgressPanel panel, Arena *arena);

/* The dialogs, while they are open. */
Intent progress_decks_put(Ui *ui, ProgressState *progress);
void progress_figures_put(Ui *ui, ProgressState *progress); /* progress_figures.c */
void progress_figures_open(ProgressState *progress, ProgressPanel panel);
bool progress_is_empty(const ProgressState *progress, ProgressPanel panel);

#endif
