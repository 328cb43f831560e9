#include "formats/anki_own.h"

#include "formats/export_anki.h"

static const ColumnRole field_roles[EXPORT_ANKI_FIELDS] = {
    COLUMN_TERM,        COLUMN_DEFINITION, COLUMN_WORDINGS, COLUMN_ACCEPTS,
    COLUMN_DISTRACTORS, COLUMN_HINT,       COLUMN_ID,
};

static int32_t find_name(const Str *names, int32_t count, const char *name)
{
    for (int32_t i = 0; i < count; i++)
        if (str_is(names[i], str_of(name))) return i;
    return COLUMN_NONE;
}

bool anki_own_roles(const Str *names, int32_t count, int32_t roles[COLUMN_ROLE_COUNT])
{
    int32_t found[EXPORT_ANKI_FIELDS];
    for (int i = 0; i < EXPORT_ANKI_FIELDS; i++) {
        found[i] = find_name(names, count, export_anki_field_names[i]);
        if (found[i] == COLUMN_NONE) return false;
    }
    for (int i = 0; i < EXPORT_ANKI_FIELDS; i++) roles[field_roles[i]] = found[i];
    return true;
}

DeckTexts anki_own_tags(DeckTexts tags, Arena *arena, Arena *lists)
{
    Str *items = ARENA_NEW_N(lists, Str, tags.count);
    for (size_t i = 0; i < tags.count; i++)
        items[i] = str_replace(arena, tags.items[i], STR(EXPORT_ANKI_TAG_SPACE), STR(" "));
    return (DeckTexts){items, tags.count};
}
