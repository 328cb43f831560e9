/* "Q:" and "A:", each of as many lines as it likes. */
#include "formats/import_questions.h"

#include <string.h>
#include <strings.h>

#include "formats/import_lines.h"
#include "formats/import_source.h"
#include "formats/markdown_text.h"

static size_t skip(Str line, size_t at, const char *characters)
{
    while (at < line.size && line.data[at] && strchr(characters, line.data[at])) at++;
    return at;
}

/* Where the word ends; 0: it isn't there. */
static size_t match_word(Str line, size_t at, const char *word)
{
    size_t size = strlen(word);
    bool is_there = line.size - at >= size && strncasecmp(line.data + at, word, size) == 0;
    return is_there ? at + size : 0;
}

QuestionMark import_question_mark(Str line, size_t *behind)
{
    static const struct {
        const char *word;
        QuestionMark mark;
    } words[] = {
        {"question", MARK_QUESTION}, {"answer", MARK_ANSWER}, {"q", MARK_QUESTION}, {"a", MARK_ANSWER}};
    size_t at = skip(line, 0, " \t*#>-");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t end = match_word(line, at, words[i].word);
        if (end == 0) continue;
        end = skip(line, skip(line, end, " "), "0123456789");
        bool is_mark = end < line.size && line.data[end] == ':';
        bool is_double = is_mark && end + 1 < line.size && line.data[end + 1] == ':';
        if (!is_mark || is_double) continue;
        *behind = skip(line, end + 1, "*");
        return words[i].mark;
    }
    return MARK_NONE;
}

typedef struct {
    ImportSink *sink;
    Str text;
    QuestionMark part;  /* that lines belong to */
    int32_t line;       /* of the question */
    size_t question[2]; /* from and to */
    size_t answer[2];
} Reading;

/* "---", "***", "___" between parts of notes. */
static bool is_break(Str line)
{
    line = str_trim(line);
    for (size_t i = 0; i < line.size; i++)
        if (line.data[i] != line.data[0]) return false;
    return line.size >= 3 && strchr("-*_", line.data[0]);
}

static size_t last_line(Str text)
{
    size_t at = text.size;
    while (at > 0 && text.data[at - 1] != '\n' && text.data[at - 1] != '\r') at--;
    return at;
}

static bool has_empty_line(Str gap)
{
    ImportLines lines = import_lines_begin(gap);
    while (import_lines_next(&lines)) continue;
    return lines.number > 1;
}

/* Without what leads over to the next question: breaks, and headings behind an empty line or a break. */
static Str own_answer(Str answer)
{
    for (;;) {
        answer = str_trim(answer);
        size_t at = last_line(answer);
        Str last = str_slice(answer, at, answer.size), rest = str_slice(answer, 0, at);
        Str kept = str_trim(rest), before = str_slice(kept, last_line(kept), kept.size);
        bool is_apart = has_empty_line(str_slice(rest, kept.size, at)) || is_break(before);
        bool leads_over = is_break(last) || (str_starts(last, STR("#")) && is_apart);
        if (at == 0 || !leads_over) return answer;
        answer = rest;
    }
}

static bool add_card(Reading *reading, Err *err)
{
    if (reading->part == MARK_NONE) return true;
    Str question = str_slice(reading->text, reading->question[0], reading->question[1]);
    Str answer = own_answer(str_slice(reading->text, reading->answer[0], reading->answer[1]));
    Arena *arena = reading->sink->arena;
    int32_t pictures = 0;
    ImportCard card = {.card = {.term = markdown_text(question, arena, &pictures),
                                .definition = markdown_text(answer, arena, &pictures)},
                       .line = reading->line,
                       .group = -1};
    import_tell_left_out(reading->sink, reading->line, pictures, 0);
    return import_add_card(reading->sink, &card, NULL, err);
}

static bool is_heading(Str line)
{
    line = str_trim(line);
    return str_starts(line, STR("#")) || str_starts(line, STR("<!--"));
}

static void tell_before(const Reading *reading, size_t first)
{
    ImportLines lines = import_lines_begin_notes(str_slice(reading->text, 0, first));
    while (import_lines_next(&lines)) {
        size_t behind;
        bool is_other = str_is_blank(lines.line) || is_heading(lines.line) ||
                        import_question_mark(lines.line, &behind) != MARK_NONE;
        if (!is_other)
            import_notice(reading->sink, NOTICE_DROPPED, lines.number, "stands before the first question");
    }
}

/* A part begins. A second answer to one question belongs to the first. */
static bool begin_part(Reading *reading, const ImportLines *lines, QuestionMark mark, size_t behind, Err *err)
{
    size_t from = lines->start + behind, to = lines->start + lines->line.size;
    if (mark == MARK_QUESTION) {
        if (reading->part == MARK_NONE) tell_before(reading, lines->start);
        if (!add_card(reading, err)) return false;
        *reading = (Reading){.sink = reading->sink, .text = reading->text, .line = lines->number};
        reading->question[0] = from;
        reading->question[1] = to;
    } else if (reading->part == MARK_QUESTION) {
        reading->answer[0] = from;
        reading->answer[1] = to;
    } else if (reading->part == MARK_ANSWER) {
        reading->answer[1] = to;
    } else {
        import_notice(reading->sink, NOTICE_DROPPED, lines->number, "is an answer without a question");
        return true;
    }
    reading->part = mark;
    return true;
}

static void continue_part(Reading *reading, const ImportLines *lines)
{
    size_t to = lines->start + lines->line.size;
    if (reading->part == MARK_QUESTION) reading->question[1] = to;
    if (reading->part == MARK_ANSWER) reading->answer[1] = to;
}

bool import_questions_read(const ImportSource *source, ImportSink *sink, Err *err)
{
    sink->result->format = IMPORT_QUESTIONS;
    Reading reading = {.sink = sink, .text = source->text};
    ImportLines lines = import_lines_begin_notes(source->text);
    while (import_lines_next(&lines)) {
        size_t behind = 0;
        QuestionMark mark = import_question_mark(lines.line, &behind);
        if (mark == MARK_NONE)
            continue_part(&reading, &lines);
        else if (!begin_part(&reading, &lines, mark, behind, err))
            return false;
    }
    return add_card(&reading, err);
}
