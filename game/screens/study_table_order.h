/* The order of the table's rows, for the files of the study table. */
#ifndef MATCHWICK_SCREENS_STUDY_TABLE_ORDER_H
#define MATCHWICK_SCREENS_STUDY_TABLE_ORDER_H

#include "screens/study_table.h"

/* Fills `order`: by the column, the best first (names from A), who has nothing there last; as the store lists
   them, by name, where that is equal. Unsorted: the player `own` first. */
void study_table_order(StudyTable *table, int64_t own);

#endif
