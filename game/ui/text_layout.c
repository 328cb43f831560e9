#include "ui/text_layout.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/text.h"
#include "ui/text_layout_cache.h"
#include "ui/text_line.h"

struct TextCache {
    TextKeep keep;
    TextFonts fonts;
    TextBreaker *breaker;
    Arena scratch;
    float scale;
    int64_t made;
};

TextCache *text_cache_open(const Platform *platform)
{
    TextCache *cache = calloc(1, sizeof *cache);
    if (!cache) err_fatal("out of memory: no room for the text layouts");
    text_keep_init(&cache->keep);
    cache->fonts.platform = platform;
    cache->breaker = text_breaker_open();
    arena_init(&cache->scratch, 0);
    return cache;
}

void text_cache_close(TextCache *cache)
{
    if (!cache) return;
    text_keep_deinit(&cache->keep);
    text_breaker_close(cache->breaker);
    arena_deinit(&cache->scratch);
    free(cache);
}

void text_cache_frame(TextCache *cache, float scale)
{
    if (cache->scale < scale || cache->scale > scale) {
        text_keep_clear(&cache->keep);
        cache->fonts.digits_count = cache->fonts.digits_next = 0;
        cache->scale = scale;
    }
    text_keep_frame(&cache->keep);
}

int64_t text_cache_made(const TextCache *cache)
{
    return cache->made;
}

const Platform *text_cache_platform(const TextCache *cache)
{
    return cache->fonts.platform;
}

/* A copy in which each byte can be drawn and stands where it stood. */
static Str make_clean(Arena *scratch, Str text)
{
    char *clean = arena_alloc(scratch, text.size + 1);
    if (text.size) memcpy(clean, text.data, text.size);
    for (size_t at = 0; at < text.size;) {
        size_t from = at;
        uint32_t c = text_next(text, &at);
        if (c == 0xFFFD && at - from == 1) clean[from] = '?';
        if ((c < 0x20 && !text_is_line_end(c)) || c == 0x7F) clean[from] = ' ';
    }
    return (Str){clean, text.size};
}

/* Lines as they come. */
typedef struct {
    TextSetup setup;
    Str text;  /* clean, all that is looked at */
    Str whole; /* as asked for */
    float width;
    TextLine *lines;
    int count, capacity;
    bool is_cut, has_broken_word;
} Build;

static TextLine *next_line(Build *b)
{
    if (b->count == b->capacity) {
        b->capacity = b->capacity ? b->capacity * 2 : 8;
        TextLine *more = ARENA_NEW_N(b->setup.scratch, TextLine, b->capacity);
        if (b->count) memcpy(more, b->lines, b->count * sizeof *more);
        b->lines = more;
    }
    return &b->lines[b->count++];
}

static bool is_full(const Build *b)
{
    return b->setup.style->max_lines > 0 && b->count == b->setup.style->max_lines;
}

/* Nothing but blanks, which need no ellipsis, is left behind the line. */
static bool ends_text(const Build *b, const TextLine *line)
{
    return str_is_blank(str_slice(b->whole, line->next, b->whole.size));
}

/* Makes the last line that is allowed end the text or in an ellipsis. */
static void finish_last_line(Build *b, TextParagraph *p, int from, TextLine *line)
{
    Arena *scratch = b->setup.scratch;
    if (!ends_text(b, line)) {
        text_line_make_cut(p, from, b->width, scratch, line);
        b->is_cut = !ends_text(b, line);
        /* The sum of its words was too wide, the line isn't: kerning, rounding to pixels. */
        if (!b->is_cut) text_line_make_rest(p, from, b->width, scratch, line);
    }
    if (!b->is_cut) line->next = b->whole.size;
}

/* False when there is no room for more lines. */
static bool add_paragraph(Build *b, TextParagraph *p)
{
    int at = 0;
    do {
        int from = at;
        TextLine *line = next_line(b);
        at = text_line_make(p, from, b->width, b->setup.scratch, line, &b->has_broken_word);
        if (!is_full(b)) continue;
        finish_last_line(b, p, from, line);
        return false;
    } while (at < p->count);
    return true;
}

static void add_all(Build *b)
{
    TextParagraph paragraph;
    size_t at = 0;
    do {
        text_paragraph_make(&paragraph, &b->setup, b->text, at);
        at = paragraph.next;
    } while (add_paragraph(b, &paragraph) && at < b->text.size);
}

static size_t bytes_shown(const Build *b)
{
    return b->lines[b->count - 1].next;
}

/* A text far longer than its lines is looked at only as far as they may need: 64 bytes for each em of a line
 * are more than letters with many marks take; more are tried where that is not enough. */
static size_t first_guess(const Build *b)
{
    const TextStyle *style = b->setup.style;
    if (style->max_lines <= 0 || b->width >= TEXT_ANY_WIDTH || style->size < 1) return SIZE_MAX;
    float ems = (float)style->max_lines * b->width / style->size;
    return ems < 1e6f ? (size_t)(ems * 64) + 1024 : SIZE_MAX;
}

/* Directions and breaks near where the text was cut off may not be those of the whole. */
#define DOUBTFUL_BYTES 256

static void build(Build *b)
{
    for (size_t limit = first_guess(b);; limit = limit > SIZE_MAX / 8 ? SIZE_MAX : limit * 8) {
        arena_reset(b->setup.scratch);
        Str head = b->whole;
        if (limit < head.size) {
            while (limit > 0 && ((unsigned char)head.data[limit] & 0xC0) == 0x80) limit--;
            head.size = limit;
        }
        b->lines = NULL;
        b->count = b->capacity = 0;
        b->is_cut = b->has_broken_word = false;
        b->text = make_clean(b->setup.scratch, head);
        add_all(b);
        if (head.size == b->whole.size || bytes_shown(b) + DOUBTFUL_BYTES < head.size) return;
    }
}

static float aligned_x(TextAlign align, bool is_rtl, float room)
{
    switch (align) {
    case TEXT_ALIGN_START: return is_rtl ? room : 0;
    case TEXT_ALIGN_END: return is_rtl ? 0 : room;
    case TEXT_ALIGN_CENTER: return room / 2;
    case TEXT_ALIGN_RIGHT: return room;
    case TEXT_ALIGN_LEFT: break;
    }
    return 0;
}

/* Puts the lines below each other, as a browser does: the font's height in the middle of the line's. */
static void place_lines(const Build *b, float box_width, float ascent_from_top)
{
    for (int i = 0; i < b->count; i++) {
        TextLine *line = &b->lines[i];
        line->top = (float)i * b->setup.style->line_height;
        line->baseline = line->top + ascent_from_top;
        line->x = aligned_x(b->setup.style->align, line->is_rtl, fmaxf(box_width - line->width, 0));
    }
}

static float widest_line(const Build *b)
{
    float width = 0;
    for (int i = 0; i < b->count; i++) width = fmaxf(width, b->lines[i].width);
    return width;
}

static float ascent_from_top(const TextFonts *fonts, const TextStyle *style)
{
    const Platform *platform = fonts->platform;
    int face = platform->font_pick(platform->self, style->weight, 'x');
    FontMetrics metrics = platform->font_metrics(platform->self, face, style->size);
    return (style->line_height - metrics.ascent - metrics.descent) / 2 + metrics.ascent;
}

static const TextLayout *make_layout(TextCache *cache, Str text, const TextStyle *style, float width,
                                     uint64_t hash)
{
    Build b = {
        .setup = {&cache->fonts, cache->breaker, style, &cache->scratch}, .whole = text, .width = width};
    build(&b);
    float widest = widest_line(&b);
    place_lines(&b, width < TEXT_ANY_WIDTH ? width : widest, ascent_from_top(&cache->fonts, style));
    TextKept kept = {.hash = hash, .key = text, .shown = b.text};
    kept.layout = (TextLayout){.lines = b.lines,
                               .line_count = b.count,
                               .width = widest,
                               .height = (float)b.count * style->line_height,
                               .is_cut = b.is_cut,
                               .has_broken_word = b.has_broken_word,
                               .to = b.is_cut ? bytes_shown(&b) : text.size,
                               .style = *style,
                               .box_width = width};
    cache->made++;
    return text_keep_add(&cache->keep, &kept);
}

const TextLayout *text_layout(TextCache *cache, Str text, const TextStyle *style, float width)
{
    width = fmaxf(width, 0);
    uint64_t hash = text_keep_hash(text, style, width);
    const TextLayout *known = text_keep_find(&cache->keep, hash, text, style, width);
    return known ? known : make_layout(cache, text, style, width, hash);
}

/* The style with no more lines than have room. */
static TextStyle limited_to(const TextStyle *style, float height)
{
    TextStyle limited = *style;
    int lines = (int)((height + 0.01f) / style->line_height);
    if (lines < 1) lines = 1;
    if (limited.max_lines <= 0 || limited.max_lines > lines) limited.max_lines = lines;
    return limited;
}

const TextLayout *text_fit(TextCache *cache, Str text, const TextStyle *styles, int count, Vec box)
{
    assert(count > 0);
    const TextLayout *fits = NULL, *layout = NULL;
    for (int i = 0; i < count; i++) {
        TextStyle limited = limited_to(&styles[i], box.y);
        layout = text_layout(cache, text, &limited, box.x);
        if (layout->is_cut) continue;
        if (!layout->has_broken_word) return layout;
        if (!fits) fits = layout;
    }
    return fits ? fits : layout;
}

float text_width(TextCache *cache, Str text, const TextStyle *style)
{
    return text_layout(cache, text, style, TEXT_ANY_WIDTH)->width;
}
