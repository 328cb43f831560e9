/* The report as a page: what a teacher files or a learner pins to the wall. */
#include <stdio.h>

#include "formats/test_report.h"
#include "formats/utc.h"

static const char style[] =
    "body{font:16px/1.5 system-ui,sans-serif;color:#1e2333;background:#fff;max-width:52rem;margin:2rem auto;"
    "padding:0 1rem}\n"
    "h1{font-size:1.75rem;margin:0}h2{font-size:1.25rem;margin:2rem 0 .5rem}p{margin:.25rem 0}\n"
    ".grade{font-size:3.5rem;font-weight:700;line-height:1.2}.ok{color:#11673b}.bad{color:#ae2b2b}\n"
    "table{border-collapse:collapse;width:100%}\n"
    "th,td{text-align:start;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #d3c7b2}\n"
    "td{white-space:pre-wrap;overflow-wrap:anywhere}td.n,th.n{text-align:end;white-space:nowrap}\n"
    "td.ok,td.bad{white-space:nowrap;overflow-wrap:normal}\n"
    "@media print{@page{margin:18mm}body{margin:0;max-width:none;padding:0;font-size:11pt}\n"
    "thead{display:table-header-group}tr,h2{break-inside:avoid}h2{break-after:avoid}}\n";

/* Text is only ever text: what HTML reads as its own is written as references. */
static void add_text(StrBuf *page, Str text)
{
    for (size_t i = 0, from = 0; i <= text.size; i++) {
        char c = i < text.size ? text.data[i] : '\0';
        bool is_end = i == text.size, is_own = c == '&' || c == '<' || c == '>' || c == '"' || c == '\'';
        if (!is_end && !is_own) continue;
        str_buf_add(page, str_slice(text, from, i));
        if (is_own) str_buf_addf(page, "&#%d;", c);
        from = i + 1;
    }
}

static void add_element(StrBuf *page, const char *open, Str text, const char *close)
{
    str_buf_add(page, str_of(open));
    add_text(page, text);
    str_buf_add(page, str_of(close));
}

/* "2026-11-23, 18:04", the player's local time. */
static Str moment(const TestReport *report, int utc_offset_min, Arena *arena)
{
    int64_t local_s = report->at_ms / 1000 + (int64_t)utc_offset_min * 60;
    if (local_s < 0) local_s = 0;
    if (local_s > UTC_MAX_S) local_s = UTC_MAX_S;
    Str text = utc_write(arena, local_s);
    return str_format(arena, "%.*s, %.*s", STR_FMT(str_slice(text, 0, 10)), STR_FMT(str_slice(text, 11, 16)));
}

static void add_head(StrBuf *page, const TestReport *report, int utc_offset_min)
{
    Arena *arena = page->arena;
    str_buf_addf(page, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width\">\n");
    Str title = str_format(arena, "Test: %.*s", STR_FMT(report->deck_title));
    add_element(page, "<title>", title, "</title>\n");
    str_buf_addf(page, "<style>\n%s</style>\n</head>\n<body>\n", style);
    add_element(page, "<h1 dir=\"auto\">", title, "</h1>\n");
    add_element(page, "<p dir=\"auto\">",
                str_format(arena, "%.*s, %.*s", STR_FMT(report->player),
                           STR_FMT(moment(report, utc_offset_min, arena))),
                "</p>\n");
}

static void add_grade(StrBuf *page, const TestReport *report)
{
    Arena *arena = page->arena;
    bool is_passed = test_report_is_passed(report);
    str_buf_addf(page, "<p class=\"grade %s\">%u%%</p>\n", is_passed ? "ok" : "bad",
                 test_report_percent(report));
    str_buf_addf(page, "<p>%u of %u right. %s, the line is at %d%%.</p>\n", report->right, report->total,
                 is_passed ? "Passed" : "Not passed", TEST_PASS_PERCENT);
    str_buf_addf(page, "<p>It took %.*s", STR_FMT(test_length_words(arena, report->length_ms)));
    if (report->limit_min) str_buf_addf(page, " of %d min", report->limit_min);
    str_buf_addf(page, ".%s</p>\n", report->is_timed_out ? " The time ran out." : "");
}

static void add_part(StrBuf *page, Str name, const TestPart *part)
{
    add_element(page, "<tr><td dir=\"auto\">", name, "</td>");
    str_buf_addf(page, "<td class=\"n\">%u of %u</td><td class=\"n\">%u%%</td></tr>\n", part->right,
                 part->total, part->right * 100 / part->total);
}

static void begin_parts(StrBuf *page, const char *title)
{
    str_buf_addf(page,
                 "<h2>%s</h2>\n<table>\n<thead><tr><th></th><th class=\"n\">Right</th><th class=\"n\">"
                 "Part</th></tr></thead>\n<tbody>\n",
                 title);
}

static void add_parts(StrBuf *page, const TestReport *report)
{
    begin_parts(page, "By kind");
    for (int kind = 0; kind < TEST_KINDS; kind++)
        if (report->kinds[kind].total) add_part(page, test_kind_label((TestKind)kind), &report->kinds[kind]);
    str_buf_addf(page, "</tbody>\n</table>\n");
    if (report->tag_count == 0) return;
    begin_parts(page, "By tag");
    for (uint32_t i = 0; i < report->tag_count; i++)
        if (report->tags[i].total) add_part(page, report->tags[i].name, &report->tags[i]);
    str_buf_addf(page, "</tbody>\n</table>\n");
}

static void add_answer(StrBuf *page, uint32_t number, const TestAnswer *answer)
{
    str_buf_addf(page, "<tr><td class=\"n\">%u</td>", number);
    add_element(page, "<td dir=\"auto\">", answer->prompt, answer->claim.size ? "\n" : "</td>");
    if (answer->claim.size) add_element(page, "True or false: ", answer->claim, "</td>");
    str_buf_addf(page, "<td class=\"%s\">%s</td>", answer->is_right ? "ok" : "bad",
                 answer->is_right ? "\u2713 right" : "\u2717 wrong");
    add_element(page, "<td dir=\"auto\">", answer->given.size ? answer->given : STR("\u2013"), "</td>");
    add_element(page, "<td dir=\"auto\">", answer->expected, "</td></tr>\n");
}

Str test_report_page(const TestReport *report, int utc_offset_min, Arena *arena)
{
    StrBuf page;
    str_buf_init(&page, arena);
    add_head(&page, report, utc_offset_min);
    add_grade(&page, report);
    add_parts(&page, report);
    str_buf_addf(&page, "<h2>Every question</h2>\n<table>\n<thead><tr><th class=\"n\">No.</th>"
                        "<th>Question</th><th></th><th>Given</th><th>Right</th></tr></thead>\n<tbody>\n");
    for (uint32_t i = 0; i < report->total; i++) add_answer(&page, i + 1, &report->answers[i]);
    str_buf_addf(&page, "</tbody>\n</table>\n</body>\n</html>\n");
    return str_buf_str(&page);
}
