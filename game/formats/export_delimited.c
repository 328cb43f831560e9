#include "formats/csv_guard.h"
#include "formats/csv_write.h"
#include "formats/export_parts.h"

/* --- CSV --- */

static void add_cell(Exporting *exporting, Str text, const char *behind)
{
    csv_write_cell(&exporting->out, csv_guard(text, exporting->card));
    str_buf_add(&exporting->out, str_of(behind));
}

static void add_list(Exporting *exporting, DeckTexts items, const char *behind)
{
    add_cell(exporting, export_lines(exporting, items), behind);
}

static void write_row(Exporting *exporting, const DeckCard *card)
{
    add_cell(exporting, card->id, ",");
    add_cell(exporting, card->term, ",");
    add_cell(exporting, card->definition, ",");
    add_list(exporting, card->wordings, ",");
    add_list(exporting, card->accepts, ",");
    add_list(exporting, card->distractors, ",");
    add_list(exporting, card->tags, ",");
    add_cell(exporting, card->hint, "\r\n");
}

void export_write_csv(Exporting *exporting)
{
    str_buf_add(&exporting->out,
                STR(CSV_MARK "id,term,definition,wordings,accept,distractors,tags,hint\r\n"));
    export_each(exporting, CARD_ALL_FIELDS, write_row);
}

/* --- term, separator, definition --- */

/* What may not be in a text, as it would end it. */
typedef struct {
    Str side, card;
    ExportParts parts;
} Separators;

static void add_part(Separators *all, Str part)
{
    all->parts.parts[all->parts.count++] = part;
}

/* Then every kind of line break ends a text. */
static bool is_line_break(Str separator)
{
    return str_is(separator, STR("\n")) || str_is(separator, STR("\r\n")) || str_is(separator, STR("\r"));
}

/* What no separator has in it: else putting it in could make that separator. */
static Str instead_of(const Separators *all)
{
    static const Str signs[] = {STR_INIT(" "), STR_INIT("-"), STR_INIT("\u2013"), STR_INIT("_")};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (!str_has(all->side, signs[i]) && !str_has(all->card, signs[i])) return signs[i];
    return STR("");
}

static Separators separators_of(const ExportChoices *choices)
{
    Separators all = {.side = choices->side_separator.size ? choices->side_separator : STR("\t"),
                      .card = choices->card_separator.size ? choices->card_separator : STR("\n")};
    all.parts.instead = instead_of(&all);
    add_part(&all, all.side);
    add_part(&all, all.card);
    if (!is_line_break(all.side) && !is_line_break(all.card)) return all;
    add_part(&all, STR("\r\n"));
    add_part(&all, STR("\n"));
    add_part(&all, STR("\r"));
    return all;
}

/* Whether the text and the separator behind it would be split before the text's end. */
static bool is_split_early(Str text, Str separator)
{
    for (size_t size = separator.size - 1; size > 0; size--) {
        if (size > text.size) continue;
        Str end = str_slice(text, text.size - size, text.size);
        /* the separator's own beginning, seen from inside the text, must be the separator again */
        Str rest = str_slice(separator, 0, separator.size - size);
        if (str_starts(separator, end) && str_is(str_slice(separator, size, separator.size), rest))
            return true;
    }
    return false;
}

/* The text without what its separator needs to be found where it stands. */
static Str make_text(Exporting *exporting, const Separators *all, Str text, Str behind)
{
    uint32_t before = exporting->report->flattened;
    Str flat = export_flatten(exporting, text, &all->parts);
    while (is_split_early(flat, behind)) {
        flat = str_slice(flat, 0, flat.size - 1);
        exporting->report->flattened = before + 1;
    }
    return flat;
}

static void write_line(Exporting *exporting, const DeckCard *card)
{
    Separators all = separators_of(exporting->choices);
    str_buf_add(&exporting->out, make_text(exporting, &all, card->term, all.side));
    str_buf_add(&exporting->out, all.side);
    str_buf_add(&exporting->out, make_text(exporting, &all, card->definition, all.card));
    str_buf_add(&exporting->out, all.card);
}

void export_write_quizlet(Exporting *exporting)
{
    export_each(exporting, CARD_TERM | CARD_DEFINITION, write_line);
}
