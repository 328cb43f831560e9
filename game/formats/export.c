#include "formats/export.h"

#include "formats/export_parts.h"

typedef struct {
    const char *name, *label, *ending;
    void (*write)(Exporting *exporting); /* NULL: by a way of its own */
} Format;

static const Format formats[EXPORT_FORMAT_COUNT] = {
    [EXPORT_DECK] = {"json", "Matchwick deck", "json", NULL},
    [EXPORT_CSV] = {"csv", "Spreadsheet (CSV)", "csv", export_write_csv},
    [EXPORT_QUIZLET] = {"quizlet", "Text for Quizlet", "txt", export_write_quizlet},
    [EXPORT_ANKI_TEXT] = {"anki-text", "Text for Anki", "txt", export_write_anki_text},
    [EXPORT_ANKI_PACKAGE] = {"anki", "Anki package", "apkg", NULL},
    [EXPORT_SHEET] = {"html", "Sheet of cards to fold", "html", export_write_sheet},
    [EXPORT_SHEET_CUT] = {"html-cut", "Sheet of cards to cut", "html", export_write_sheet},
};

const char *export_format_name(ExportFormat format)
{
    return formats[format].name;
}

const char *export_format_label(ExportFormat format)
{
    return formats[format].label;
}

const char *export_format_ending(ExportFormat format)
{
    return formats[format].ending;
}

bool export_format_find(Str name, ExportFormat *out)
{
    for (int i = 0; i < EXPORT_FORMAT_COUNT; i++) {
        if (!str_is(name, str_of(formats[i].name))) continue;
        *out = (ExportFormat)i;
        return true;
    }
    return false;
}

/* --- writing --- */

static bool make_bytes(Exporting *exporting, Str *bytes, Err *err)
{
    ExportFormat format = exporting->choices->format;
    if (format == EXPORT_DECK) return export_write_deck(exporting, bytes, err);
    if (format == EXPORT_ANKI_PACKAGE) return export_write_package(exporting, bytes, err);
    formats[format].write(exporting);
    *bytes = str_buf_str(&exporting->out);
    return true;
}

/* Else what ends a side would be taken for a card's end. */
static bool check_separators(const ExportChoices *choices, Err *err)
{
    Str side = choices->side_separator.size ? choices->side_separator : STR("\t");
    Str card = choices->card_separator.size ? choices->card_separator : STR("\n");
    return choices->format != EXPORT_QUIZLET || !str_has(side, card) ||
           err_set(err, "what stands between sides has what stands between cards in it: the cards could not "
                        "be told apart");
}

bool export_make(const Deck *deck, const ExportChoices *choices, Arena *arena, ExportFile *out, Err *err)
{
    Arena card;
    *out = (ExportFile){0};
    if (!check_separators(choices, err)) return false;
    arena_init(&card, 0);
    Exporting exporting = {deck, choices, arena, &card, &out->report, {0}, NULL};
    str_buf_init(&exporting.out, arena);
    bool is_made = make_bytes(&exporting, &out->bytes, err);
    arena_deinit(&card);
    return is_made;
}

/* --- telling --- */

static void add_lost(StrBuf *text, const ExportReport *report)
{
    static const struct {
        CardField field;
        const char *name;
    } names[] = {{CARD_WORDINGS, "wordings"},
                 {CARD_ACCEPTS, "accepted answers"},
                 {CARD_DISTRACTORS, "wrong options"},
                 {CARD_TAGS, "tags"},
                 {CARD_HINT, "hints"}};
    const char *before = "Left out: ";
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!(report->lost_fields & names[i].field)) continue;
        str_buf_addf(text, "%s%s", before, names[i].name);
        before = ", ";
    }
    str_buf_addf(text, " (of %u card%s).", (unsigned)report->lost_cards, report->lost_cards == 1 ? "" : "s");
}

Str export_report_text(const ExportReport *report, Arena *arena)
{
    StrBuf text;
    str_buf_init(&text, arena);
    if (report->lost_cards) add_lost(&text, report);
    if (report->flattened)
        str_buf_addf(&text, "%s%u text%s had line breaks or separators, which were replaced.",
                     text.size ? " " : "", (unsigned)report->flattened, report->flattened == 1 ? "" : "s");
    if (report->shortened)
        str_buf_addf(&text, "%s%u text%s too long for a card and cut off.", text.size ? " " : "",
                     (unsigned)report->shortened, report->shortened == 1 ? " was" : "s were");
    return str_buf_str(&text);
}
