#include "screens/study_table_order.h"

/* Greater stands further up; rows without a figure come to the least. */
static int64_t key_of(const StudyTable *table, uint32_t i, int64_t own)
{
    const StoreStudyRow *row = &table->rows[i];
    if (!table->is_sorted) return row->player == own;
    switch (table->column) {
    case STUDY_NAME: return -(int64_t)i;
    case STUDY_MASTERY: return (int64_t)(row->mastery.bars * 1000);
    case STUDY_LEARNED: return row->learned;
    case STUDY_TESTED: return (int64_t)row->test_best * 1000 + row->test_last;
    case STUDY_MATCHED: return row->match_best_ms > 0 ? -row->match_best_ms : INT64_MIN;
    case STUDY_REVIEWED: return row->spaced_due;
    }
    return 0;
}

static bool is_before(const StudyTable *table, uint32_t a, uint32_t b, int64_t own)
{
    int64_t of_a = key_of(table, a, own), of_b = key_of(table, b, own);
    if (of_a == of_b) return a < b;
    bool is_greater = of_a > of_b;
    return table->is_sorted && table->is_reversed ? !is_greater : is_greater;
}

void study_table_order(StudyTable *table, int64_t own)
{
    for (size_t i = 0; i < table->count; i++) {
        size_t at = i;
        for (; at > 0 && is_before(table, (uint32_t)i, table->order[at - 1], own); at--)
            table->order[at] = table->order[at - 1];
        table->order[at] = (uint32_t)i;
    }
}
