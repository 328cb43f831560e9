/* The table of study sessions: a row for each player who has studied the current deck, with mastery, Learn,
   Test, Matching and Spaced; sorted by any column. A row opens that player's sessions in a dialog. The
   screen that shows it keeps its state and loads it. */
#ifndef MATCHWICK_SCREENS_STUDY_TABLE_H
#define MATCHWICK_SCREENS_STUDY_TABLE_H

#include "screens/screen.h"

typedef enum {
    STUDY_NAME,
    STUDY_MASTERY,
    STUDY_LEARNED,
    STUDY_TESTED,
    STUDY_MATCHED,
    STUDY_REVIEWED
} StudyColumn;
#define STUDY_COLUMNS 6

typedef struct {
    StoreStudyRow *rows;
    uint32_t *order; /* rows as they are shown */
    size_t count;
    uint32_t cards; /* of the deck */
    bool is_sorted; /* by `column`; else one's own row is first, then by name */
    StudyColumn column;
    bool is_reversed;
    bool is_default; /* its first row has the focus at first */
    int64_t opened;  /* the player whose sessions are shown; 0: nobody's */
    StoreSession *sessions;
    size_t session_count;
} StudyTable;

/* For `load`: the deck must be ready. */
void study_table_load(StudyTable *table, Arena *arena, const Model *model);
/* The player's own row; NULL if there is none yet. */
const StoreStudyRow *study_table_own(const StudyTable *table, const Model *model);
/* How many are due, as far as the store counts: "9 999+" from there on. */
Str study_table_due(Arena *arena, int32_t due);
float study_table_least_height(const Ui *ui); /* of headings and one row */
/* Headings and rows. */
Intent study_table_put(Ui *ui, StudyTable *table, const Model *model, Rect area);
/* By the next column: for a key. */
void study_table_sort_next(StudyTable *table);
/* The opened player's sessions, where one is open. */
Intent study_table_dialog(Ui *ui, StudyTable *table, const Model *model);

#endif
