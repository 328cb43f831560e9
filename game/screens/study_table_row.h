/* One row of the table of study sessions, for the files of the study table. */
#ifndef MATCHWICK_SCREENS_STUDY_TABLE_ROW_H
#define MATCHWICK_SCREENS_STUDY_TABLE_ROW_H

#include "screens/study_table.h"
#include "ui/row.h"

RowCells study_table_cells(const Ui *ui, Rect row);
void study_table_row_draw(Ui *ui, const StudyTable *table, const StoreStudyRow *row, bool is_own, Rect rect);
/* The row in words, for narration. */
Str study_table_told(Ui *ui, const StudyTable *table, const StoreStudyRow *row);

#endif
