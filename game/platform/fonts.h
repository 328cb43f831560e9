/* Fonts: which face has a code point, how wide a run is, and its glyphs in a picture. A face is a number:
   family of the table times WEIGHT_COUNT plus weight. Sizes, widths and places are whole pixels, metrics are
   exact. Files are opened when they are first needed and closed when they were not used for long. */
#ifndef MATCHWICK_PLATFORM_FONTS_H
#define MATCHWICK_PLATFORM_FONTS_H

#include "platform/font_table.h"
#include "platform/picture.h"

typedef struct Fonts Fonts;

typedef struct {
    int face, size_px;
    bool is_rtl;
    Str text; /* one direction; letters of one script */
} FontRun;

/* Reads the table and makes sure of the families that the game can't do without: the error names the Debian
   package. */
NODISCARD Fonts *fonts_open(const char *table_path, Err *err);
void fonts_close(Fonts *fonts);

/* The first face of the fallback order that has the code point; the first of all where none has. */
int fonts_pick(Fonts *fonts, FontWeight weight, uint32_t code_point);
FontMetrics fonts_metrics(Fonts *fonts, int face, int size_px);
int fonts_width(Fonts *fonts, const FontRun *run);
/* Glyphs in `color`, the baseline starting at x, y (the left end for both directions). */
void fonts_paint(Fonts *fonts, Picture to, int x, int y, const FontRun *run, Color color);
/* Once for each package that text needed and that isn't there: a sentence for people. False if there is no
   news. */
bool fonts_take_notice(Fonts *fonts, Err *out);

#endif
