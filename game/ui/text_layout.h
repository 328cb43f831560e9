/* Text layout: a text becomes lines of runs, each run in one font and one direction, ready for draw_text.

   Lines break where Unicode allows (Thai between words), too long words between graphemes (what a person
   calls a character). Each paragraph (ended by a line break character) has the direction of its first strong
   character; runs are put in visual order line by line. A font is picked for each grapheme, so marks, joiners
   and variation selectors stay with their base; spaces stay in the font before them.

   Layouts are kept in a `TextCache` by text, style and width: asking again for the same costs a look-up and
   no allocation. The cache is bounded: what wasn't asked for lately is forgotten by `text_cache_frame`, so a
   layout is valid until the second call of it after the layout was asked for. Lengths are units, offsets are
   bytes in the text as given. A byte that is not UTF-8 is shown as "?", a control character as a space. */
#ifndef MATCHWICK_UI_TEXT_LAYOUT_H
#define MATCHWICK_UI_TEXT_LAYOUT_H

#include "base/arena.h"
#include "base/str.h"
#include "ui/draw.h"
#include "ui/geom.h"
#include "ui/platform.h"

/* For a width: lines end only at line break characters. */
#define TEXT_ANY_WIDTH 1e9f

typedef enum {
    TEXT_ALIGN_START, /* left, but right for paragraphs that read from right to left */
    TEXT_ALIGN_CENTER,
    TEXT_ALIGN_END,  /* the other side than start */
    TEXT_ALIGN_LEFT, /* whatever the direction, as for the others below */
    TEXT_ALIGN_RIGHT
} TextAlign;

typedef struct {
    FontWeight weight;
    float size;
    float line_height; /* from baseline to baseline */
    int max_lines;     /* the last one ends in an ellipsis if text is left; 0: no limit */
    TextAlign align;
    bool is_tabular;   /* digits stand in cells as wide as the widest digit: counters don't jitter */
    bool keeps_spaces; /* spaces at a line's end are there and count (text fields) */
} TextStyle;

typedef struct {
    size_t from, to; /* of the text; an ellipsis is empty at where the text was cut */
    Str text;        /* what to draw, in logical order; in the layout */
    int face;
    bool is_rtl;
    bool is_ellipsis;
    float x, width; /* x from the line's left side */
    float inset;    /* the glyphs start this far right of x: a digit in the middle of its cell */
} TextRun;

typedef struct {
    const TextRun *runs; /* from left to right */
    int run_count;
    size_t from, to; /* what the line shows: no line break character and (without keeps_spaces) no spaces at
                        its end */
    size_t next;     /* where the next line starts */
    bool is_rtl;     /* the paragraph's direction */
    float x, width;  /* x from the layout's left side */
    float top, baseline; /* from the layout's top */
} TextLine;

typedef struct {
    const TextLine *lines; /* an empty text has one line without runs */
    int line_count;
    float width;          /* of the widest line */
    float height;         /* line_count * line_height */
    bool is_cut;          /* text was left out: the last line ends in an ellipsis */
    bool has_broken_word; /* a word wider than the box was broken between graphemes */
    size_t to;            /* end of what is shown; the text's size unless cut */
    TextStyle style;
    float box_width; /* as asked; lines are aligned in it (TEXT_ANY_WIDTH: in the widest line) */
} TextLayout;

typedef struct TextCache TextCache;

/* Needs font_pick, font_metrics and font_width of the platform, which must outlive it. */
TextCache *text_cache_open(const Platform *platform);
void text_cache_close(TextCache *cache);
/* Once before each frame; `scale` as in ViewSize: another one forgets all, as widths are rounded to pixels.
 */
void text_cache_frame(TextCache *cache, float scale);
/* Layouts made so far, not those found again: for tests and the bench. */
int64_t text_cache_made(const TextCache *cache);

/* Lines are never wider than `width`, but where one grapheme alone is. */
const TextLayout *text_layout(TextCache *cache, Str text, const TextStyle *style, float width);
/* The first of `count` styles (largest first) in which the whole text fits `box` (width, height), else the
   last, cut to as many lines as fit (at least one). The styles' own max_lines hold too. */
const TextLayout *text_fit(TextCache *cache, Str text, const TextStyle *styles, int count, Vec box);
/* Width of the text on one line (of the widest, if it has line break characters). */
float text_width(TextCache *cache, Str text, const TextStyle *style);

/* `at`: top left corner of the layout's box. */
void text_draw(DrawList *list, const TextLayout *layout, Vec at, Color color);

/* Where a cursor before the byte `offset` stands, from the layout's left side. */
float text_caret_x(TextCache *cache, const TextLayout *layout, int line, size_t offset);
/* The grapheme boundary nearest to x in the line. */
size_t text_offset_at(TextCache *cache, const TextLayout *layout, int line, float x);

typedef struct {
    float x, width;
} TextSpan;

/* Where the bytes from..to of the line stand: more than one span where directions mix. Returns how many of at
   most `capacity` were set. */
int text_spans(TextCache *cache, const TextLayout *layout, int line, size_t from, size_t to, TextSpan *out,
               int capacity);

#endif
