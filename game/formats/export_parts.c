#include "formats/export_parts.h"

Str export_title(const Exporting *exporting)
{
    Str own = exporting->choices->title;
    return own.size ? own : deck_title(exporting->deck);
}

uint32_t export_count(const Exporting *exporting)
{
    return exporting->choices->cards ? (uint32_t)exporting->choices->count : deck_count(exporting->deck);
}

void export_each(Exporting *exporting, unsigned held, ExportCardWriter write)
{
    const ExportChoices *choices = exporting->choices;
    ExportReport *report = exporting->report;
    uint32_t count = export_count(exporting);
    for (uint32_t i = 0; i < count; i++) {
        arena_reset(exporting->card);
        uint32_t number = choices->cards ? choices->cards[i] : i;
        DeckCard card = deck_card_of(exporting->deck, number, exporting->card);
        unsigned lost = card_fields_of(&card) & ~held;
        report->cards++;
        report->lost_fields |= lost;
        report->lost_cards += lost != 0;
        write(exporting, &card);
    }
}

static size_t longest_at(Str rest, const ExportParts *parts)
{
    size_t longest = 0;
    for (size_t i = 0; i < parts->count; i++)
        if (parts->parts[i].size > longest && str_starts(rest, parts->parts[i]))
            longest = parts->parts[i].size;
    return longest;
}

/* The first part from `at` on; the text's end where there is none. */
static size_t find_part(Str text, size_t at, const ExportParts *parts, size_t *size)
{
    while (at < text.size && (*size = longest_at(str_slice(text, at, text.size), parts)) == 0) at++;
    return at;
}

static Str replace_parts(Arena *arena, Str text, const ExportParts *parts)
{
    StrBuf flat;
    str_buf_init(&flat, arena);
    for (size_t from = 0; from < text.size;) {
        size_t size = 0, at = find_part(text, from, parts, &size);
        str_buf_add(&flat, str_slice(text, from, at));
        if (at < text.size) str_buf_add(&flat, parts->instead);
        from = at + size;
    }
    return str_buf_str(&flat);
}

Str export_flatten(Exporting *exporting, Str text, const ExportParts *parts)
{
    size_t size = 0;
    if (find_part(text, 0, parts, &size) == text.size) return text;
    exporting->report->flattened++;
    while (find_part(text, 0, parts, &size) < text.size) text = replace_parts(exporting->card, text, parts);
    return text;
}

Str export_one_line(Exporting *exporting, Str text)
{
    static const ExportParts breaks = {{STR_INIT("\r\n"), STR_INIT("\n"), STR_INIT("\r")}, 3, STR_INIT(" ")};
    return export_flatten(exporting, text, &breaks);
}

Str export_lines(Exporting *exporting, DeckTexts items)
{
    StrBuf lines;
    str_buf_init(&lines, exporting->card);
    for (size_t i = 0; i < items.count; i++) {
        if (i > 0) str_buf_add(&lines, STR("\n"));
        str_buf_add(&lines, export_one_line(exporting, items.items[i]));
    }
    return str_buf_str(&lines);
}
