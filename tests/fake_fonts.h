/* Fonts whose widths can be reckoned in one's head: a letter half the size, a digit .6 of it but 1 (.4), a
   wide sign (CJK) the whole, a space a quarter, a mark, a joiner or a control nothing. One face a script. */
#ifndef MATCHWICK_TESTS_FAKE_FONTS_H
#define MATCHWICK_TESTS_FAKE_FONTS_H

#include <string.h>

#include "base/text.h"
#include "ui/platform.h"

enum { FACE_LATIN, FACE_RTL, FACE_THAI, FACE_CJK, FACE_DEVANAGARI };

typedef struct {
    int measured, picked; /* calls */
} FakeFonts;

static inline int fake_font_pick(void *self, FontWeight weight, uint32_t c)
{
    (void)weight;
    ((FakeFonts *)self)->picked++;
    if (c >= 0x0590 && c < 0x0700) return FACE_RTL;
    if (c >= 0x0900 && c < 0x0980) return FACE_DEVANAGARI;
    if (c >= 0x0E00 && c < 0x0E80) return FACE_THAI;
    if (c >= 0x3000 && c < 0xA000) return FACE_CJK;
    return FACE_LATIN;
}

static inline FontMetrics fake_font_metrics(void *self, int face, float size)
{
    (void)self;
    (void)face;
    return (FontMetrics){.ascent = size, .descent = size / 4, .line_skip = size * 5 / 4};
}

static inline float fake_em(uint32_t c)
{
    if (text_kind(c) == TEXT_MARK || c < 0x20 || (c >= 0x200B && c <= 0x200F)) return 0;
    if (text_kind(c) == TEXT_SPACE) return 0.25f;
    if (c == '1') return 0.4f;
    if (c >= '0' && c <= '9') return 0.6f;
    return text_cells(c) > 1 ? 1 : 0.5f;
}

static inline float fake_font_width(void *self, int face, float size, Str text, bool is_rtl)
{
    (void)face;
    (void)is_rtl;
    ((FakeFonts *)self)->measured++;
    float width = 0;
    for (size_t at = 0; at < text.size;) width += fake_em(text_next(text, &at)) * size;
    return width;
}

static inline Platform fake_fonts(FakeFonts *fonts)
{
    memset(fonts, 0, sizeof *fonts);
    return (Platform){.self = fonts,
                      .font_pick = fake_font_pick,
                      .font_metrics = fake_font_metrics,
                      .font_width = fake_font_width};
}

#endif
