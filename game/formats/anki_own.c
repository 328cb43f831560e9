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

static Str own_tag(Str tag, Arena *arena)
{
    Str space = STR(EXPORT_ANKI_TAG_SPACE);
    if (!str_has(tag, space)) return tag;
    StrBuf whole;
    str_buf_init(&whole, arena);
    for (size_t i = 0; i < tag.size;) {
        bool is_space = str_starts(str_slice(tag, i, tag.size), space);
        str_buf_add(&whole, is_space ? STR(" ") : str_slice(tag, i, i + 1));
        i += is_space ? space.size : 1;
    }
    return str_buf_str(&whole);
}

DeckTexts anki_own_tags(DeckTexts tags, Arena *arena, Arena *lists)
{
    Str *items = ARENA_NEW_N(lists, Str, tags.count);
    for (size_t i = 0; i < tags.count; i++) items[i] = own_tag(tags.items[i], arena);
    return (DeckTexts){items, tags.count};
}
