#include "formats/export_anki.h"

#include <string.h>

#include "formats/html_escape.h"

const char *const export_anki_field_names[EXPORT_ANKI_FIELDS] = {
    "Term", "Definition", "Wordings", "Accept", "Distractors", "Hint", "Id",
};

/* --- fields --- */

/* Anki makes something of "[sound:", "[latex]" and the like, wherever they stand. */
static bool is_command(Str rest)
{
    static const Str commands[] = {STR_INIT("[sound:"), STR_INIT("[latex]"), STR_INIT("[$]"),
                                   STR_INIT("[$$]"), STR_INIT("[anki:")};
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (str_starts(rest, commands[i])) return true;
    return false;
}

/* A space that HTML would drop: at an end of a line, or after another. */
static bool is_dropped(Str text, size_t at)
{
    bool is_first = at == 0 || strchr(" \n\r", text.data[at - 1]);
    bool is_last = at + 1 == text.size || strchr("\n\r", text.data[at + 1]);
    return text.data[at] == ' ' && (is_first || is_last);
}

/* What stands in place of the bytes at `at`, and how many they are; nothing where they stand for themselves.
 */
static size_t replace_at(Str text, size_t at, Str *with)
{
    char c = text.data[at];
    bool is_pair = c == '\r' && at + 1 < text.size && text.data[at + 1] == '\n';
    if (c == '\n' || c == '\r') return *with = STR("<br>"), is_pair ? 2 : 1;
    if (is_dropped(text, at)) return *with = STR("&nbsp;"), 1;
    if (c == '[' && is_command(str_slice(text, at, text.size))) return *with = STR("&#91;"), 1;
    if (c == '\t') return *with = STR("&#9;"), 1;
    if (c == '\x1f') return *with = STR(" "), 1; /* what lies between fields in a package */
    return 0;
}

static Str html_of(Exporting *exporting, Str text)
{
    StrBuf html;
    str_buf_init(&html, exporting->card);
    size_t from = 0;
    for (size_t at = 0; at < text.size;) {
        Str with;
        size_t size = replace_at(text, at, &with);
        if (size > 0) {
            html_escape(&html, str_slice(text, from, at));
            str_buf_add(&html, with);
            from = at + size;
        }
        at += size ? size : 1;
    }
    html_escape(&html, str_slice(text, from, text.size));
    return str_buf_str(&html);
}

/* --- tags --- */

/* Anki parts tags at spaces, the ideographic one too, and drops quotes. */
static Str tag_of(Exporting *exporting, Str tag)
{
    static const ExportParts spaces = {
        {STR_INIT(" "), STR_INIT("\u3000"), STR_INIT("\t"), STR_INIT("\n"), STR_INIT("\r")},
        5,
        STR_INIT(EXPORT_ANKI_TAG_SPACE)};
    uint32_t before = exporting->report->flattened;
    Str whole = export_flatten(exporting, tag, &spaces);
    exporting->report->flattened = before; /* it looks the same and comes back the same */
    return whole;
}

static Str tags_of(Exporting *exporting, DeckTexts tags)
{
    StrBuf all;
    str_buf_init(&all, exporting->card);
    for (size_t i = 0; i < tags.count; i++) {
        if (i > 0) str_buf_add(&all, STR(" "));
        str_buf_add(&all, tag_of(exporting, tags.items[i]));
    }
    return str_buf_str(&all);
}

AnkiNote export_anki_note(Exporting *exporting, const DeckCard *card)
{
    return (AnkiNote){
        .fields = {html_of(exporting, card->term), html_of(exporting, card->definition),
                   html_of(exporting, export_lines(exporting, card->wordings)),
                   html_of(exporting, export_lines(exporting, card->accepts)),
                   html_of(exporting, export_lines(exporting, card->distractors)),
                   html_of(exporting, card->hint), html_of(exporting, card->id)},
        .tags = tags_of(exporting, card->tags),
        .guid =
            str_format(exporting->card, "%.*s/%.*s", STR_FMT(deck_id(exporting->deck)), STR_FMT(card->id)),
    };
}
