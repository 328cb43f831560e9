#include "ui/text_line.h"

#include <string.h>

#include "ui/text_layout_bidi.h"

/* Sums of floats differ in their last digits with their order. */
#define ROUNDING 0.01f

#define ELLIPSIS ((Str){"\xE2\x80\xA6", 3})

static int shown_end(const TextParagraph *p, int from, int to)
{
    return p->style->keeps_spaces ? to : text_paragraph_trim(p, from, to);
}

/* Where the line ends by the widths of its words. */
static int fit_words(TextParagraph *p, int from, float width)
{
    int at = from;
    float used = 0;
    while (at < p->count) {
        int end = text_paragraph_word_end(p, at);
        int shown = shown_end(p, at, end);
        float word = text_paragraph_width(p, at, shown, width - used + ROUNDING);
        if (used + word > width + ROUNDING) {
            if (at > from) return at;
            int fits = text_paragraph_fit(p, from, shown, width + ROUNDING);
            return fits < shown ? fits : end;
        }
        used += word + text_paragraph_width(p, shown, end, width);
        at = end;
    }
    return at;
}

typedef struct {
    TextRun *runs; /* logical order */
    int8_t *levels;
    int count, capacity;
    float width;
} Runs;

static void add_run(Runs *runs, Arena *scratch, TextRun run, int8_t level)
{
    if (runs->count == runs->capacity) {
        runs->capacity = runs->capacity ? runs->capacity * 2 : 8;
        TextRun *more = ARENA_NEW_N(scratch, TextRun, runs->capacity);
        int8_t *levels = ARENA_NEW_N(scratch, int8_t, runs->capacity);
        if (runs->count) memcpy(more, runs->runs, runs->count * sizeof *more);
        if (runs->count) memcpy(levels, runs->levels, (size_t)runs->count);
        runs->runs = more;
        runs->levels = levels;
    }
    runs->width += run.width;
    runs->levels[runs->count] = level;
    runs->runs[runs->count++] = run;
}

/* Spaces at a line's end have the paragraph's direction (rule L1 of Unicode's algorithm). Only lines that
 * keep them show them. */
static void collect_runs(TextParagraph *p, int from, int to, Arena *scratch, Runs *runs)
{
    int spaces = text_paragraph_trim(p, from, to);
    for (int i = spaces; i < to; i++) p->levels[i] = (int8_t)p->base_level;
    while (from < to) {
        int end = text_paragraph_run_end(p, from, to);
        TextRun run = {.from = p->offsets[from],
                       .to = p->offsets[end],
                       .face = p->faces[from],
                       .is_rtl = p->levels[from] & 1};
        run.text = str_slice(p->text, run.from, run.to);
        run.width = text_paragraph_run_width(p, from, end, &run.inset);
        add_run(runs, scratch, run, p->levels[from]);
        from = end;
    }
}

static TextRun ellipsis_run(const TextParagraph *p, size_t at)
{
    const Platform *platform = p->fonts->platform;
    TextRun run = {.from = at, .to = at, .text = ELLIPSIS, .is_rtl = p->base_level & 1, .is_ellipsis = true};
    run.face = platform->font_pick(platform->self, p->style->weight, 0x2026);
    run.width = platform->font_width(platform->self, run.face, p->style->size, run.text, run.is_rtl);
    return run;
}

/* Puts the runs in visual order and at their places. */
static void finish(TextParagraph *p, const Runs *runs, int from, int to, Arena *scratch, TextLine *out)
{
    int *order = ARENA_NEW_N(scratch, int, (size_t)runs->count + 1);
    TextRun *visual = ARENA_NEW_N(scratch, TextRun, (size_t)runs->count + 1);
    text_bidi_order(p->base_level, runs->levels, runs->count, scratch, order);
    float x = 0;
    for (int i = 0; i < runs->count; i++) {
        visual[i] = runs->runs[order[i]];
        visual[i].x = x;
        x += visual[i].width;
    }
    *out = (TextLine){.runs = visual,
                      .run_count = runs->count,
                      .from = p->offsets[from],
                      .to = p->offsets[to],
                      .is_rtl = p->base_level & 1,
                      .width = x};
}

/* The line one word shorter, or one grapheme where it is a single word. */
static int step_back(const TextParagraph *p, int from, int to, bool *broke_word)
{
    for (int i = to - 2; i > from; i--) {
        if (p->can_break_after[i]) return i + 1;
    }
    *broke_word = true;
    return text_paragraph_previous_grapheme(p, to);
}

/* The line up to there if it is no wider than `width`; else (unless it is one grapheme) false. */
static bool make_until(TextParagraph *p, int from, int to, float width, Arena *scratch, TextLine *out)
{
    int shown = shown_end(p, from, to);
    Runs runs = {0};
    collect_runs(p, from, shown, scratch, &runs);
    if (runs.width > width + ROUNDING && shown > text_paragraph_next_grapheme(p, from)) return false;
    finish(p, &runs, from, shown, scratch, out);
    out->next = to < p->count ? p->offsets[to] : p->next;
    return true;
}

/* Words measured alone may be wider than within their run, by a pixel's rounding each. */
static float with_slack(float width)
{
    return width < TEXT_ANY_WIDTH ? width * 1.03f + 2 : width;
}

int text_line_make(TextParagraph *p, int from, float width, Arena *scratch, TextLine *out, bool *broke_word)
{
    int to = fit_words(p, from, with_slack(width));
    if (to < p->count && to > from && !p->can_break_after[to - 1]) *broke_word = true;
    /* Or narrower. */
    while (!make_until(p, from, to, width, scratch, out))
        to = step_back(p, from, shown_end(p, from, to), broke_word);
    return to;
}

void text_line_make_cut(TextParagraph *p, int from, float width, Arena *scratch, TextLine *out)
{
    TextRun ellipsis = ellipsis_run(p, 0);
    float left = width - ellipsis.width + ROUNDING;
    int to = from < p->count ? text_paragraph_fit(p, from, p->count, left) : from;
    for (;;) {
        to = text_paragraph_trim(p, from, to);
        Runs runs = {0};
        collect_runs(p, from, to, scratch, &runs);
        if (runs.width <= left || to <= from) {
            ellipsis.from = ellipsis.to = p->offsets[to];
            add_run(&runs, scratch, ellipsis, (int8_t)p->base_level);
            finish(p, &runs, from, to, scratch, out);
            out->next = p->offsets[to];
            return;
        }
        to = text_paragraph_previous_grapheme(p, to);
    }
}

void text_line_make_rest(TextParagraph *p, int from, float width, Arena *scratch, TextLine *out)
{
    if (make_until(p, from, p->count, width, scratch, out)) return;
    int to = text_paragraph_trim(p, from, p->count);
    while (!make_until(p, from, to, width, scratch, out)) to = text_paragraph_previous_grapheme(p, to);
    out->next = p->next;
}
