/* A paragraph made ready for lines: its code points with what each allows, and the width of any part of it.
   Internal to the text layout. Indices count code points from the paragraph's start. */
#ifndef MATCHWICK_UI_TEXT_PARAGRAPH_H
#define MATCHWICK_UI_TEXT_PARAGRAPH_H

#include "base/arena.h"
#include "base/str.h"
#include "ui/platform.h"
#include "ui/text_break.h"
#include "ui/text_layout.h"

typedef struct {
    int face;
    float size;
    float width[10], widest;
} TextDigits;

/* The platform's fonts with the digits' widths that were asked for before. */
typedef struct {
    const Platform *platform;
    TextDigits digits[16];
    int digits_count, digits_next;
} TextFonts;

const TextDigits *text_fonts_digits(TextFonts *fonts, int face, float size);

/* What a layout is made with. */
typedef struct {
    TextFonts *fonts;
    TextBreaker *breaker;
    const TextStyle *style;
    Arena *scratch;
} TextSetup;

typedef struct {
    TextFonts *fonts;
    const TextStyle *style;
    Str text;          /* of all paragraphs */
    size_t from, next; /* bytes: its first and the next paragraph's first */
    int count;
    int base_level;
    size_t *offsets; /* count + 1 of them: the last is where the line break character starts */
    uint32_t *code_points;
    bool *can_break_after;
    bool *is_grapheme; /* a grapheme starts here */
    int8_t *levels;
    int *faces;
    int faces_known;         /* picked up to here: lines that aren't needed cost no look-up */
    int word_from, word_end; /* the last answer of text_paragraph_word_end */
} TextParagraph;

/* The paragraph of the text that starts at byte `from`. All of it lives in the scratch arena. */
void text_paragraph_make(TextParagraph *p, const TextSetup *setup, Str text, size_t from);
bool text_is_line_end(uint32_t code_point);
bool text_paragraph_is_space(const TextParagraph *p, int i);
/* `to` without the spaces before it, not below `from`. */
int text_paragraph_trim(const TextParagraph *p, int from, int to);
/* The first place after `from` where a line may break, or the end. */
int text_paragraph_word_end(TextParagraph *p, int from);
int text_paragraph_next_grapheme(const TextParagraph *p, int i);
int text_paragraph_previous_grapheme(const TextParagraph *p, int i);
/* The end, at most `to`, of what has one face and level with `from`; a tabular digit stands alone. */
int text_paragraph_run_end(TextParagraph *p, int from, int to);
/* Width of a part of one run. `inset` may be NULL, see TextRun. */
float text_paragraph_run_width(TextParagraph *p, int from, int to, float *inset);
/* Width of a part as a sum of its runs, no more than needed to say that it is over `limit`. */
float text_paragraph_width(TextParagraph *p, int from, int to, float limit);
/* The last grapheme boundary up to which the part is at most `limit` wide, at least one grapheme on. */
int text_paragraph_fit(TextParagraph *p, int from, int to, float limit);

#endif
