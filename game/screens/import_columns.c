#include "screens/import_state.h"

#define FIXED_ITEMS 2 /* before the columns: by the file, and none */

static const ImportKind *kind_of(const ImportState *state, const CurrentImport *import)
{
    const ImportResult *result = import->result;
    if (!result || result->kind_count == 0) return NULL;
    size_t kind = (size_t)state->kind < result->kind_count ? (size_t)state->kind : 0;
    return kind < IMPORT_MAX_KINDS ? &result->kinds[kind] : NULL;
}

static int kind_index(const ImportState *state, const CurrentImport *import)
{
    return (int)(kind_of(state, import) - import->result->kinds);
}

static bool is_side(ColumnRole role)
{
    return role == COLUMN_TERM || role == COLUMN_DEFINITION;
}

/* With two columns there is nothing but the sides, which can be swapped. Notes of a package have tags and an
   id of their own. */
bool import_column_is_there(const ImportState *state, const CurrentImport *import, ColumnRole role)
{
    const ImportKind *kind = kind_of(state, import);
    if (!kind || kind->column_count < 2) return false;
    bool is_of_note = role == COLUMN_TAGS || role == COLUMN_ID;
    if (is_of_note && import->result->format == IMPORT_ANKI_PACKAGE) return false;
    return is_side(role) || kind->column_count > 2;
}

Str import_column_label(ColumnRole role)
{
    switch (role) {
    case COLUMN_TERM: return STR("Term");
    case COLUMN_DEFINITION: return STR("Definition");
    case COLUMN_TAGS: return STR("Tags");
    case COLUMN_HINT: return STR("Hint");
    case COLUMN_WORDINGS: return STR("Other wordings");
    case COLUMN_ACCEPTS: return STR("Accepted answers");
    case COLUMN_DISTRACTORS: return STR("Wrong answers");
    case COLUMN_ID: return STR("Card's id");
    case COLUMN_ROLE_COUNT: break;
    }
    return (Str){0};
}

Str import_column_value(const ImportState *state, const CurrentImport *import, ColumnRole role)
{
    const ImportKind *kind = kind_of(state, import);
    int32_t column = kind ? kind->roles[role] : COLUMN_NONE;
    return column >= 0 && column < kind->column_count ? kind->columns[column] : STR("None");
}

/* The sides must be there: "none" is not offered for them. */
static int fixed_items(ColumnRole role)
{
    return is_side(role) ? FIXED_ITEMS - 1 : FIXED_ITEMS;
}

static int chosen_item(int32_t chosen, ColumnRole role)
{
    if (chosen == COLUMN_BY_FILE) return 0;
    return chosen == COLUMN_NONE ? FIXED_ITEMS - 1 : chosen + fixed_items(role);
}

ImportItems import_column_items(const ImportState *state, const CurrentImport *import, ColumnRole role,
                                Arena *arena)
{
    const ImportKind *kind = kind_of(state, import);
    int first = fixed_items(role), count = first + kind->column_count;
    Str *labels = ARENA_NEW_N(arena, Str, (size_t)count), *details = ARENA_NEW_N(arena, Str, (size_t)count);
    labels[0] = STR("As it looks");
    if (first > 1) labels[1] = STR("None");
    for (int i = 0; i < kind->column_count; i++) {
        labels[first + i] = kind->columns[i];
        if (i < IMPORT_SAMPLE_COLUMNS) details[first + i] = kind->sample[i];
    }
    int32_t chosen = import->choices->columns[kind_index(state, import)][role];
    return (ImportItems){labels, details, count, chosen_item(chosen, role)};
}

/* A column is one thing alone: a side that has it takes this one's column instead, anything else gives it up.
 */
static void give_up(const ImportKind *kind, ColumnRole role, int32_t column, int32_t *columns)
{
    for (int other = 0; other < COLUMN_ROLE_COUNT; other++) {
        if (other == (int)role || kind->roles[other] != column) continue;
        bool can_swap = is_side((ColumnRole)other) && kind->roles[role] >= 0;
        columns[other] = can_swap ? kind->roles[role] : COLUMN_NONE;
    }
}

void import_column_take(const ImportState *state, const CurrentImport *import, ColumnRole role, int item,
                        ImportChoices *out)
{
    const ImportKind *kind = kind_of(state, import);
    int32_t *columns = out->columns[kind_index(state, import)];
    int first = fixed_items(role);
    if (item >= first) give_up(kind, role, item - first, columns);
    columns[role] = item == 0 ? COLUMN_BY_FILE : item < first ? COLUMN_NONE : item - first;
}
