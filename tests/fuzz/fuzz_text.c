/* Any bytes as a text, in any box: nothing crashes, no byte is lost, lines are no wider than they may be.
   The first six bytes choose the box and the style. */
#include <math.h>
#include <stdlib.h>

#include "fake_fonts.h"
#include "fuzz/check.h"
#include "ui/text_layout.h"

/* As real fonts do it: pairs stand closer or wider, the whole is rounded to pixels. */
static float kerned_width(void *self, int face, float size, Str text, bool is_rtl)
{
    float width = fake_font_width(self, face, size, text, is_rtl);
    uint32_t before = 0;
    for (size_t at = 0; at < text.size;) {
        uint32_t c = text_next(text, &at);
        if (before && fake_em(c) > 0) width += ((float)((before * 31 + c) % 5) - 2) * 0.02f * size;
        before = c;
    }
    return roundf(fmaxf(width, 0));
}

/* By what is shown: a control that became a space may have joined the mark after it. */
static bool is_one_grapheme(const TextLine *line)
{
    size_t size = line->to - line->from;
    char *shown = calloc(size + 1, 1);
    CHECK(shown);
    for (int i = 0; i < line->run_count; i++) {
        const TextRun *run = &line->runs[i];
        if (!run->is_ellipsis) memcpy(shown + run->from - line->from, run->text.data, run->text.size);
    }
    bool is_one = text_next_grapheme((Str){shown, size}, 0) >= size;
    free(shown);
    return is_one;
}

static void check_runs(const TextLine *line)
{
    float x = 0;
    size_t covered = 0;
    for (int i = 0; i < line->run_count; i++) {
        const TextRun *run = &line->runs[i];
        CHECK(fabsf(run->x - x) < 0.01f && run->width >= 0);
        CHECK(run->from >= line->from && run->to <= line->to && run->from <= run->to);
        CHECK(text_find_invalid_utf8(run->text) == TEXT_NO_OFFSET);
        if (!run->is_ellipsis) CHECK(run->text.size == run->to - run->from);
        for (int j = 0; j < i; j++) CHECK(line->runs[j].to <= run->from || run->to <= line->runs[j].from);
        covered += run->to - run->from;
        x += run->width;
    }
    CHECK(covered == line->to - line->from);
    CHECK(fabsf(x - line->width) < 0.01f);
}

static bool has_ellipsis(const TextLine *line)
{
    int count = 0;
    for (int i = 0; i < line->run_count; i++) count += line->runs[i].is_ellipsis;
    CHECK(count <= 1);
    return count == 1;
}

static void check_line(const TextLayout *layout, int i, Str text, float width)
{
    const TextLine *line = &layout->lines[i];
    CHECK(line->from == (i ? layout->lines[i - 1].next : 0));
    CHECK(line->from <= line->to && line->to <= line->next && line->next <= text.size);
    /* What a line leaves out is blank; controls are shown as spaces. */
    for (size_t at = line->to; at < line->next;) {
        uint32_t c = text_next(text, &at);
        CHECK(c < 0x20 || c == 0x7F || c == 0x85 || c == 0x200B || text_kind(c) == TEXT_SPACE);
    }
    bool is_last = i == layout->line_count - 1;
    CHECK(has_ellipsis(line) == (layout->is_cut && is_last));
    if (width < TEXT_ANY_WIDTH) CHECK(line->x >= 0 && line->x <= width);
    check_runs(line);
    bool may_be_wide = has_ellipsis(line) ? line->from == line->to : is_one_grapheme(line);
    CHECK(may_be_wide || line->width <= width + 0.05f);
}

static void check_places(TextCache *cache, const TextLayout *layout, int i)
{
    const TextLine *line = &layout->lines[i];
    if (line->to - line->from > 200) return; /* each byte below measures its run */
    TextSpan spans[64];
    float marked = 0;
    int count = text_spans(cache, layout, i, line->from, line->to, spans, 64);
    for (int j = 0; j < count; j++) marked += spans[j].width;
    CHECK(count == 64 || marked <= line->width + 0.05f);
    for (float x = -10; x < line->width + 20; x += 7 + line->width / 20) {
        size_t at = text_offset_at(cache, layout, i, line->x + x);
        CHECK(at >= line->from && at <= line->to);
        float caret = text_caret_x(cache, layout, i, at);
        CHECK(caret >= line->x - 0.05f);
    }
}

static void check_layout(TextCache *cache, Str text, const TextStyle *style, float width)
{
    const TextLayout *layout = text_layout(cache, text, style, width);
    CHECK(layout->line_count >= 1);
    CHECK(style->max_lines == 0 || layout->line_count <= style->max_lines);
    for (int i = 0; i < layout->line_count; i++) {
        check_line(layout, i, text, width);
        check_places(cache, layout, i);
    }
    size_t end = layout->lines[layout->line_count - 1].next;
    CHECK(layout->is_cut ? layout->to == end && end < text.size
                         : layout->to == text.size && end == text.size);
    CHECK(text_layout(cache, text, style, width) == layout);
}

/* One for all runs, as libthai takes longer to open its dictionary than a run does. */
static TextCache *cleared_cache(void)
{
    static FakeFonts fonts;
    static Platform platform;
    static TextCache *cache;
    if (!cache) {
        platform = fake_fonts(&fonts);
        platform.font_width = kerned_width;
        cache = text_cache_open(&platform);
    }
    text_cache_frame(cache, 1);
    text_cache_frame(cache, 2); /* another scale forgets all */
    return cache;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 6) return 0;
    TextCache *cache = cleared_cache();
    float width = data[0] == 255 ? TEXT_ANY_WIDTH : (float)(data[0] * 4 + data[1] / 64);
    TextStyle style = {.weight = WEIGHT_MEDIUM,
                       .size = (float)(data[2] % 64 + 1),
                       .line_height = 24,
                       .max_lines = data[3] % 8,
                       .align = (TextAlign)(data[4] % 5),
                       .is_tabular = data[5] & 1,
                       .keeps_spaces = data[5] & 2};
    Str text = {(const char *)data + 6, size - 6};
    check_layout(cache, text, &style, width);
    TextStyle styles[] = {style, style};
    styles[1].size = fmaxf(styles[1].size / 2, 1);
    Vec box = {width, 60};
    const TextLayout *fitted = text_fit(cache, text, styles, 2, box);
    CHECK(fitted->line_count <= 2 && (fitted->is_cut || fitted->to == text.size));
    return 0;
}
