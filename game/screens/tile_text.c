#include "screens/tile_text.h"

#include "base/text.h"
#include "ui/label.h"

#define SIZES          5
#define FIRST_TERM     2
#define FIRST_PLAIN    3
#define TINY           3 /* characters: a letter, a syllable, an operator */
#define FEW_UNLETTERED 6 /* Morse code, or characters that say a word each */

/* 18 units with lines of 23: five of them on a tile of 144. */
static TextStyle style_of(const Ui *ui, TextSize size, Side side)
{
    FontWeight plain = ui->theme->is_flat ? WEIGHT_SEMI : WEIGHT_MEDIUM;
    LabelStyle label = {.size = size, .weight = side == SIDE_TERM ? WEIGHT_BOLD : plain};
    TextStyle style = label_style(ui, &label);
    if (size == T18) style.line_height *= 23.0f / 24;
    return style;
}

static bool is_unlettered(Str text)
{
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return false;
    }
    return true;
}

/* Single signs are hard to tell apart at the size of words. */
static int first_size(Str text, Side side)
{
    if (text.size <= 4 * TINY && text_count_graphemes(text) <= TINY) return 0;
    bool is_few = text.size <= 4 * FEW_UNLETTERED && is_unlettered(text) &&
                  text_count_graphemes(text) <= FEW_UNLETTERED;
    if (is_few) return 1;
    return side == SIDE_TERM ? FIRST_TERM : FIRST_PLAIN;
}

const TextLayout *tile_text_fit(Ui *ui, Str text, Side side, Vec box)
{
    static const TextSize sizes[SIZES] = {T40, T32, T24, T20, T18};
    TextStyle styles[SIZES];
    for (int i = first_size(text, side); i < SIZES; i++) {
        styles[i] = style_of(ui, sizes[i], side);
        const TextLayout *layout = text_layout(ui->text, text, &styles[i], box.x);
        if (layout->height <= box.y && !layout->has_broken_word) return layout;
    }
    return text_fit(ui->text, text, &styles[SIZES - 1], 1, box);
}
