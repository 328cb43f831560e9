#include "deck/deck_report.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

#define QUOTE_BYTES 60

bool deck_report_has_room(const DeckReport *report, bool is_warning)
{
    return (is_warning ? report->warnings : report->errors) < DECK_MAX_PROBLEMS;
}

PRINTF_LIKE(4, 0)
static void add(DeckReport *report, bool is_warning, JsonPlace place, const char *format, va_list arguments)
{
    bool has_room = deck_report_has_room(report, is_warning);
    if (is_warning)
        report->warnings++;
    else
        report->errors++;
    if (!has_room) return;
    DeckProblem *problem = &report->problems[report->count++];
    *problem = (DeckProblem){.is_warning = is_warning, .line = place.line, .column = place.column};
    vsnprintf(problem->text, sizeof problem->text, format, arguments);
    size_t cut = text_find_invalid_utf8(str_of(problem->text));
    if (cut != TEXT_NO_OFFSET) problem->text[cut] = '\0';
}

void deck_report_error(DeckReport *report, JsonPlace place, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add(report, false, place, format, arguments);
    va_end(arguments);
}

void deck_report_warning(DeckReport *report, JsonPlace place, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add(report, true, place, format, arguments);
    va_end(arguments);
}

static bool is_before(const DeckProblem *a, const DeckProblem *b)
{
    return a->line != b->line ? a->line < b->line : a->column < b->column;
}

/* By insertion: few, nearly in order, and those of one place stay as they came. */
void deck_report_sort(DeckReport *report)
{
    for (int i = 1; i < report->count; i++) {
        DeckProblem problem = report->problems[i];
        int to = i;
        for (; to > 0 && is_before(&problem, &report->problems[to - 1]); to--)
            report->problems[to] = report->problems[to - 1];
        report->problems[to] = problem;
    }
}

DeckQuote deck_quote(Str text)
{
    DeckQuote quote = {.text = ""};
    size_t end = 0;
    for (size_t at = 0; at < text.size && at <= QUOTE_BYTES; text_next(text, &at)) end = at;
    if (text.size <= QUOTE_BYTES) end = text.size;
    if (end > 0) memcpy(quote.text, text.data, end);
    for (size_t i = 0; i < end; i++)
        if ((unsigned char)quote.text[i] < ' ' || quote.text[i] == 0x7f) quote.text[i] = ' ';
    if (end < text.size) memcpy(quote.text + end, "…", sizeof "…");
    return quote;
}

Str deck_problem_line(Arena *arena, const char *path, const DeckProblem *problem)
{
    const char *kind = problem->is_warning ? "warning" : "error";
    if (problem->line == 0) return str_format(arena, "%s: %s: %s", path, kind, problem->text);
    return str_format(arena, "%s:%d:%d: %s: %s", path, problem->line, problem->column, kind, problem->text);
}
