#include "formats/sheet_fit.h"

#include "base/text.h"

const int sheet_half_points[SHEET_STEPS] = {36, 28, 24, 20, 18, 15, 12};

#define HALF_POINT_UM       176
#define CELL_PERCENT        56  /* of an em: measured on Latin prose, with what ragged lines leave empty */
#define LINE_HEIGHT_PERCENT 130 /* as the sheet's style has it */
#define TORN_STEP           3   /* from here on long words and links are rather torn than made smaller */

typedef struct {
    int cells, lines; /* that fit */
    int cell, line;   /* where the next character goes */
    int word;         /* cells since the last space */
    bool is_word_torn;
} Filling;

static void begin_line(Filling *filling)
{
    filling->line++;
    filling->cell = 0;
}

static void put(Filling *filling, uint32_t c)
{
    if (c == '\n') begin_line(filling);
    int cells = c < ' ' ? 0 : text_cells(c);
    if (filling->cell + cells > filling->cells) begin_line(filling);
    filling->cell += cells;
    /* wide characters may part anywhere */
    filling->word = text_kind(c) == TEXT_SPACE || c < ' ' || cells == 2 ? 0 : filling->word + cells;
    filling->is_word_torn = filling->is_word_torn || filling->word > filling->cells;
}

/* Where the text leaves the box: its size if it does not. */
static size_t fill(Str text, SheetBox box, int step, bool *is_word_torn)
{
    int em_um = sheet_half_points[step] * HALF_POINT_UM;
    Filling filling = {.cells = box.width_um * 100 / (em_um * CELL_PERCENT),
                       .lines = box.height_um * 100 / (em_um * LINE_HEIGHT_PERCENT)};
    for (size_t at = 0; at < text.size;) {
        size_t before = at;
        put(&filling, text_next(text, &at));
        if (filling.line >= filling.lines) return before;
    }
    *is_word_torn = filling.is_word_torn;
    return text.size;
}

int sheet_fit(Str text, SheetBox box)
{
    for (int step = 0; step < SHEET_STEPS; step++) {
        bool is_word_torn = false;
        bool is_whole = fill(text, box, step, &is_word_torn) == text.size;
        if (is_whole && (step >= TORN_STEP || !is_word_torn)) return step;
    }
    return SHEET_STEPS;
}

Str sheet_shorten(Str text, SheetBox box)
{
    bool is_word_torn = false;
    size_t end = fill(text, box, SHEET_STEPS - 1, &is_word_torn);
    return end == text.size ? text : str_slice(text, 0, text_previous_grapheme(text, end));
}
