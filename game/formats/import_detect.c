#include "formats/import_detect.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "formats/import_blocks.h"
#include "formats/import_json.h"
#include "formats/import_lines.h"
#include "formats/import_list.h"
#include "formats/import_markdown.h"
#include "formats/import_questions.h"
#include "formats/import_separators.h"

#define MOST_LINES 2000

bool import_is_zip(Str head)
{
    /* A local file, an empty archive. */
    return str_starts(head, STR("PK\x03\x04")) || str_starts(head, STR("PK\x05\x06"));
}

bool import_is_sqlite(Str head)
{
    return str_starts(head, STR("SQLite format 3"));
}

static bool has_utf16_mark(Str bytes)
{
    return str_starts(bytes, STR("\xff\xfe")) || str_starts(bytes, STR("\xfe\xff"));
}

/* Characters that no text has, in hundred; what is no UTF-8 has none of them if it is text of another kind.
 */
static bool has_many_controls(Str sample)
{
    size_t controls = 0;
    for (size_t i = 0; i < sample.size; i++) {
        unsigned char c = (unsigned char)sample.data[i];
        controls += (c < 0x20 && !(c >= '\t' && c <= '\r')) || c == 0x7f;
    }
    return controls * 50 > sample.size;
}

const char *import_why_no_text(Str bytes)
{
    Str sample = str_slice(bytes, 0, bytes.size < 65536 ? bytes.size : 65536);
    if (str_starts(bytes, STR("%PDF-"))) return "is a PDF: copy its text and paste that";
    if (has_utf16_mark(bytes)) return NULL;
    if (memchr(sample.data, '\0', sample.size))
        return "is no text: it has zero bytes in it. Text of UTF-16 without a mark is read where its "
               "encoding is "
               "named";
    bool is_utf8 = text_find_invalid_utf8(sample) == TEXT_NO_OFFSET;
    return !is_utf8 && has_many_controls(sample) ? "is no text: it is full of control characters" : NULL;
}

/* --- kinds of text --- */

static bool is_anki_key(Str line)
{
    static const char *const keys[] = {
        "separator",   "html",        "tags",        "columns",         "notetype",   "deck",
        "guid column", "tags column", "deck column", "notetype column", "if matches", "match scope"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        size_t size = strlen(keys[i]);
        if (line.size > size + 1 && strncasecmp(line.data + 1, keys[i], size) == 0 &&
            line.data[size + 1] == ':')
            return true;
    }
    return false;
}

/* Among the lines at the top, of which others are comments. */
static bool is_anki_text(Str text)
{
    ImportLines lines = import_lines_begin(text);
    while (import_lines_next(&lines) && str_starts(lines.line, STR("#")))
        if (is_anki_key(lines.line)) return true;
    return false;
}

typedef struct {
    int lines;              /* that are neither blank nor headings */
    int colons, spaced;     /* of them with "::" between two texts, with spaces around it */
    int paragraphs, blocks; /* of lines without a blank one between; of two lines or more */
    int turns;              /* lines with "?" alone */
    int questions, answers;
    bool has_text, has_blank;
    bool begins_with_question, begins_with_answer, has_markdown;
} Signs;

static void take_colons(Signs *signs, Str line)
{
    size_t at = 0;
    line = str_trim(line);
    if (str_starts(line, STR("<!--"))) return;
    while (at + 1 < line.size && !(line.data[at] == ':' && line.data[at + 1] == ':')) at++;
    bool is_parted = at > 0 && at + 2 < line.size;
    if (str_starts(line, STR("#")) && !is_parted) return; /* a heading, tags of notes */
    signs->lines++;
    if (!is_parted) return;
    signs->colons++;
    signs->spaced += line.data[at - 1] == ' ';
}

static void take_mark(Signs *signs, Str line)
{
    size_t behind;
    QuestionMark mark = import_question_mark(line, &behind);
    if (mark == MARK_NONE && str_starts(str_trim(line), STR("#"))) return; /* a heading, tags of notes */
    if (!signs->has_text) signs->begins_with_question = mark == MARK_QUESTION;
    signs->has_text = true;
    signs->begins_with_answer |= mark == MARK_ANSWER && signs->questions == 0;
    signs->questions += mark == MARK_QUESTION;
    signs->answers += mark == MARK_ANSWER;
}

/* One pair at the top, or several behind other text. An answer before any question is a letter: "A: Alfa". */
static bool are_questions(const Signs *signs)
{
    if (signs->answers == 0 || signs->begins_with_answer) return false;
    return signs->begins_with_question || (signs->questions > 1 && signs->answers > 1);
}

static Signs look_at_lines(Str sample)
{
    Signs signs = {0};
    ImportLines lines = import_lines_begin_notes(sample);
    Str before = STR("");
    int run = 0; /* lines of the paragraph */
    while (lines.number < MOST_LINES && import_lines_next(&lines)) {
        bool is_blank = str_is_blank(lines.line);
        signs.has_blank |= is_blank;
        run = is_blank ? 0 : run + 1;
        signs.paragraphs += run == 1;
        signs.blocks += run == 2;
        signs.turns += run > 1 && import_is_turn(lines.line);
        if (!is_blank) {
            take_mark(&signs, lines.line);
            take_colons(&signs, lines.line);
        }
        signs.has_markdown |= import_markdown_is_rule(lines.line) && import_markdown_has_bar(before);
        before = lines.line;
    }
    return signs;
}

/* Where lines are parted well by something else, empty lines between them and colons in names mean nothing.
 */
static ImportFormat table_or_other(const ImportSource *source, const ImportChoices *choices,
                                   const Signs *signs, Arena *scratch)
{
    ImportSeparators found;
    bool is_table = import_separators_find(import_plain_list(source->text, scratch, NULL), choices, false,
                                           scratch, &found);
    Str side = found.rules.side;
    bool is_custom = found.is_custom && found.rules.card.size && !str_has(found.rules.card, STR("\n"));
    if (is_custom) return IMPORT_TABLE;
    if (signs->spaced * 2 >= signs->lines && signs->spaced > 0) return IMPORT_COLONS;
    bool are_blocks = signs->has_blank && signs->blocks > 0 && signs->blocks * 5 >= signs->paragraphs * 4;
    bool is_sure = is_table && (found.permille >= 900 || str_is(side, STR("\t")));
    if (signs->colons * 2 >= signs->lines && signs->colons > 0 && (!is_sure || str_starts(side, STR(":"))))
        return IMPORT_COLONS;
    if (!is_table && !are_blocks && signs->spaced > 1)
        return IMPORT_COLONS; /* some cards among other notes */
    return are_blocks && !is_sure ? IMPORT_BLOCKS : IMPORT_TABLE;
}

ImportFormat import_detect(const ImportSource *source, const ImportChoices *choices, Arena *scratch)
{
    if (is_anki_text(source->text)) return IMPORT_ANKI_TEXT;
    if (choices->side_separator.size || choices->card_separator.size) return IMPORT_TABLE;
    if (import_json_looks_like(source->text) || str_ends(source->name, STR(".json"))) return IMPORT_JSON;
    Signs signs = look_at_lines(import_lines_sample(source->text));
    if (signs.has_markdown) return IMPORT_MARKDOWN;
    if (are_questions(&signs)) return IMPORT_QUESTIONS;
    if (signs.turns > 0 && signs.turns * 2 >= signs.blocks) return IMPORT_BLOCKS;
    return table_or_other(source, choices, &signs, scratch);
}
