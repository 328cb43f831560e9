/* Drawing of layouts, and places in them: cursors, presses and selections. */
#include <assert.h>
#include <math.h>

#include "base/text.h"
#include "ui/text_layout_cache.h"

static void draw_line_of(DrawList *list, const TextLayout *layout, const TextLine *line, Vec at, Color color)
{
    for (int i = 0; i < line->run_count; i++) {
        const TextRun *run = &line->runs[i];
        if (str_is_blank(run->text)) continue;
        draw_text(list, (DrawText){.at = {at.x + line->x + run->x + run->inset, at.y + line->baseline},
                                   .text = run->text,
                                   .face = run->face,
                                   .size = layout->style.size,
                                   .is_rtl = run->is_rtl,
                                   .color = color,
                                   .width = run->width});
    }
}

void text_draw(DrawList *list, const TextLayout *layout, Vec at, Color color)
{
    for (int i = 0; i < layout->line_count; i++) draw_line_of(list, layout, &layout->lines[i], at, color);
}

static const TextLine *line_at(const TextLayout *layout, int line)
{
    assert(line >= 0 && line < layout->line_count);
    return &layout->lines[line];
}

/* From the line's left side to the place before a byte of the run. */
static float run_x(TextCache *cache, const TextLayout *layout, const TextRun *run, size_t offset)
{
    float before = 0;
    if (offset >= run->to) {
        before = run->width;
    } else if (offset > run->from) {
        const Platform *platform = text_cache_platform(cache);
        before = platform->font_width(platform->self, run->face, layout->style.size,
                                      str_slice(run->text, 0, offset - run->from), run->is_rtl);
    }
    return run->is_rtl ? run->x + run->width - before : run->x + before;
}

/* The run of the byte, or the last one where the byte is behind all. */
static const TextRun *find_run(const TextLine *line, size_t offset)
{
    const TextRun *last = NULL;
    for (int i = 0; i < line->run_count; i++) {
        const TextRun *run = &line->runs[i];
        if (run->is_ellipsis) continue;
        if (offset >= run->from && offset < run->to) return run;
        if (!last || run->from > last->from) last = run;
    }
    return last;
}

float text_caret_x(TextCache *cache, const TextLayout *layout, int line, size_t offset)
{
    const TextLine *on = line_at(layout, line);
    const TextRun *run = find_run(on, offset);
    return on->x + (run ? run_x(cache, layout, run, offset) : 0);
}

static float distance(const TextRun *run, float x)
{
    return fmaxf(fmaxf(run->x - x, x - run->x - run->width), 0);
}

size_t text_offset_at(TextCache *cache, const TextLayout *layout, int line, float x)
{
    const TextLine *on = line_at(layout, line);
    const TextRun *nearest = NULL;
    x -= on->x;
    for (int i = 0; i < on->run_count; i++) {
        const TextRun *run = &on->runs[i];
        if (!nearest || distance(run, x) < distance(nearest, x)) nearest = run;
    }
    if (!nearest) return on->from;
    size_t best = nearest->from;
    float best_distance = fabsf(run_x(cache, layout, nearest, best) - x);
    for (size_t at = 0; at < nearest->to - nearest->from;) {
        at = text_next_grapheme(nearest->text, at);
        float away = fabsf(run_x(cache, layout, nearest, nearest->from + at) - x);
        if (away >= best_distance) continue;
        best = nearest->from + at;
        best_distance = away;
    }
    return best;
}

int text_spans(TextCache *cache, const TextLayout *layout, int line, size_t from, size_t to, TextSpan *out,
               int capacity)
{
    const TextLine *on = line_at(layout, line);
    int count = 0;
    for (int i = 0; i < on->run_count; i++) {
        const TextRun *run = &on->runs[i];
        size_t a = from > run->from ? from : run->from, b = to < run->to ? to : run->to;
        if (run->is_ellipsis || a >= b) continue;
        float one = on->x + run_x(cache, layout, run, a), other = on->x + run_x(cache, layout, run, b);
        float x = fminf(one, other), width = fabsf(one - other);
        bool touches = count > 0 && fabsf(out[count - 1].x + out[count - 1].width - x) < 0.01f;
        if (touches)
            out[count - 1].width += width;
        else if (count < capacity)
            out[count++] = (TextSpan){x, width};
    }
    return count;
}
