#include "ui/text_paragraph.h"

#include <assert.h>

#include "base/text.h"
#include "ui/text_layout_bidi.h"

/* Code points that are measured at once: a word without end costs no more than its line. */
#define CHUNK 64

enum { DIGITS_KEPT = sizeof((TextFonts){0}.digits) / sizeof(TextDigits) };

const TextDigits *text_fonts_digits(TextFonts *fonts, int face, float size)
{
    for (int i = 0; i < fonts->digits_count; i++) {
        const TextDigits *known = &fonts->digits[i];
        if (known->face == face && !(known->size < size) && !(known->size > size)) return known;
    }
    TextDigits *digits = &fonts->digits[fonts->digits_next];
    fonts->digits_next = (fonts->digits_next + 1) % DIGITS_KEPT;
    if (fonts->digits_count < DIGITS_KEPT) fonts->digits_count++;
    *digits = (TextDigits){.face = face, .size = size};
    const Platform *platform = fonts->platform;
    for (int i = 0; i < 10; i++) {
        float width = platform->font_width(platform->self, face, size, (Str){&"0123456789"[i], 1}, false);
        digits->width[i] = width;
        if (width > digits->widest) digits->widest = width;
    }
    return digits;
}

bool text_is_line_end(uint32_t code_point)
{
    return (code_point >= 0x0A && code_point <= 0x0D) || code_point == 0x85 || code_point == 0x2028 ||
           code_point == 0x2029;
}

/* Finds the end; returns how many bytes that is. */
static size_t find_end(TextParagraph *p)
{
    size_t at = p->from;
    while (at < p->text.size) {
        size_t end = at;
        uint32_t c = text_next(p->text, &at);
        if (!text_is_line_end(c)) continue;
        if (c == '\r' && at < p->text.size && p->text.data[at] == '\n') at++;
        p->next = at;
        return end - p->from;
    }
    p->next = p->text.size;
    return p->text.size - p->from;
}

static void decode(TextParagraph *p, size_t end)
{
    size_t grapheme = p->from;
    Str paragraph = {p->text.data, end};
    for (size_t at = p->from; at < end; p->count++) {
        p->offsets[p->count] = at;
        p->is_grapheme[p->count] = at == grapheme;
        if (at == grapheme) grapheme = text_next_grapheme(paragraph, at);
        p->code_points[p->count] = text_next(paragraph, &at);
    }
    p->offsets[p->count] = end;
}

void text_paragraph_make(TextParagraph *p, const TextSetup *setup, Str text, size_t from)
{
    Arena *scratch = setup->scratch;
    *p = (TextParagraph){.fonts = setup->fonts, .style = setup->style, .text = text, .from = from};
    size_t size = find_end(p);
    p->offsets = ARENA_NEW_N(scratch, size_t, size + 1);
    p->code_points = ARENA_NEW_N(scratch, uint32_t, size + 1);
    p->can_break_after = ARENA_NEW_N(scratch, bool, size + 1);
    p->is_grapheme = ARENA_NEW_N(scratch, bool, size + 1);
    p->levels = ARENA_NEW_N(scratch, int8_t, size + 1);
    p->faces = ARENA_NEW_N(scratch, int, size + 1);
    decode(p, p->from + size);
    p->base_level = text_bidi_levels(p->code_points, p->count, scratch, p->levels);
    text_break_find(setup->breaker, p->code_points, p->count, scratch, p->can_break_after);
    for (int i = 0; i + 1 < p->count; i++) p->can_break_after[i] &= p->is_grapheme[i + 1];
}

bool text_paragraph_is_space(const TextParagraph *p, int i)
{
    uint32_t c = p->code_points[i];
    /* Those at which lines break, so not the no-break ones. */
    return c == ' ' || c == 0x1680 || (c >= 0x2000 && c <= 0x200B && c != 0x2007) || c == 0x205F ||
           c == 0x3000;
}

int text_paragraph_trim(const TextParagraph *p, int from, int to)
{
    while (to > from && text_paragraph_is_space(p, to - 1)) to--;
    return to;
}

int text_paragraph_word_end(TextParagraph *p, int from)
{
    if (from >= p->word_from && from < p->word_end) return p->word_end;
    int end = from;
    while (end < p->count && !p->can_break_after[end]) end++;
    if (end < p->count) end++;
    p->word_from = from;
    p->word_end = end;
    return end;
}

int text_paragraph_next_grapheme(const TextParagraph *p, int i)
{
    do i++;
    while (i < p->count && !p->is_grapheme[i]);
    return i < p->count ? i : p->count;
}

int text_paragraph_previous_grapheme(const TextParagraph *p, int i)
{
    do i--;
    while (i > 0 && !p->is_grapheme[i]);
    return i;
}

static void pick_faces(TextParagraph *p, int to)
{
    const Platform *platform = p->fonts->platform;
    for (int i = p->faces_known; i < to; i++) {
        bool follows = i > 0 && (!p->is_grapheme[i] || text_paragraph_is_space(p, i));
        p->faces[i] = follows ? p->faces[i - 1]
                              : platform->font_pick(platform->self, p->style->weight, p->code_points[i]);
    }
    if (to > p->faces_known) p->faces_known = to;
}

static bool is_tabular_digit(const TextParagraph *p, int i)
{
    return p->style->is_tabular && p->code_points[i] >= '0' && p->code_points[i] <= '9' &&
           (i + 1 >= p->count || p->is_grapheme[i + 1]);
}

int text_paragraph_run_end(TextParagraph *p, int from, int to)
{
    pick_faces(p, from + 1);
    if (is_tabular_digit(p, from)) return from + 1;
    int end = from + 1;
    for (; end < to; end++) {
        pick_faces(p, end + 1);
        if (p->faces[end] != p->faces[from] || p->levels[end] != p->levels[from]) break;
        if (is_tabular_digit(p, end)) break;
    }
    return end;
}

float text_paragraph_run_width(TextParagraph *p, int from, int to, float *inset)
{
    if (inset) *inset = 0;
    if (from >= to) return 0;
    pick_faces(p, to);
    const Platform *platform = p->fonts->platform;
    int face = p->faces[from];
    if (is_tabular_digit(p, from)) {
        const TextDigits *digits = text_fonts_digits(p->fonts, face, p->style->size);
        if (inset) *inset = (digits->widest - digits->width[p->code_points[from] - '0']) / 2;
        return digits->widest;
    }
    Str part = str_slice(p->text, p->offsets[from], p->offsets[to]);
    return platform->font_width(platform->self, face, p->style->size, part, p->levels[from] & 1);
}

/* A part of a run that is short enough to be measured at once. */
static int chunk_end(TextParagraph *p, int from, int to)
{
    int end = text_paragraph_run_end(p, from, to - from > CHUNK ? from + CHUNK : to);
    if (end - from < CHUNK) return end;
    while (end > from && end < p->count && !p->is_grapheme[end]) end--;
    return end > from ? end : from + CHUNK;
}

float text_paragraph_width(TextParagraph *p, int from, int to, float limit)
{
    float width = 0;
    while (from < to && width <= limit) {
        int end = chunk_end(p, from, to);
        width += text_paragraph_run_width(p, from, end, NULL);
        from = end;
    }
    return width;
}

/* The last grapheme boundary of a chunk up to which it is at most `limit` wide; `from` if there is none. */
static int fit_in_chunk(TextParagraph *p, int from, int to, float limit)
{
    int bounds[CHUNK + 1], count = 0;
    for (int i = from; i <= to; i++) {
        if (i == from || i == p->count || p->is_grapheme[i]) bounds[count++] = i;
    }
    int fits = 0, too_far = count;
    while (too_far - fits > 1) {
        int middle = (fits + too_far) / 2;
        if (text_paragraph_run_width(p, from, bounds[middle], NULL) <= limit)
            fits = middle;
        else
            too_far = middle;
    }
    return bounds[fits];
}

int text_paragraph_fit(TextParagraph *p, int from, int to, float limit)
{
    int at = from;
    float left = limit;
    while (at < to) {
        int end = chunk_end(p, at, to);
        float width = text_paragraph_run_width(p, at, end, NULL);
        if (width > left) {
            at = fit_in_chunk(p, at, end, left);
            break;
        }
        left -= width;
        at = end;
    }
    while (at > from && at < p->count && !p->is_grapheme[at]) at--;
    return at > from ? at : text_paragraph_next_grapheme(p, from);
}
