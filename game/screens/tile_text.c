#include "screens/tile_text.h"

#include "base/text.h"
#include "ui/label.h"

#define SIZES          5
#define FIRST_TERM     2
#define FIRST_PLAIN    3
#define TINY           3 /* characters: a letter, a sign, an operator */
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

/* Of the alphabets whose letters have two cases: there a few letters are a word as any other. */
static bool is_of_alphabet(uint32_t code_point)
{
    return code_point < 0x590 || (code_point >= 0x1E00 && code_point < 0x2000);
}

static bool is_letter(uint32_t code_point)
{
    TextKind kind = text_kind(code_point);
    return (kind == TEXT_LETTER || kind == TEXT_UPPER || kind == TEXT_DIGIT) && is_of_alphabet(code_point);
}

static bool is_unlettered(Str text)
{
    for (size_t at = 0; at < text.size;)
        if (is_letter(text_next(text, &at))) return false;
    return true;
}

/* "cat", "42" and "shi", so also the syllable "a"; not "A", "He" or "a++". */
static bool is_word(Str text)
{
    TextKind kinds[2] = {TEXT_OTHER, TEXT_OTHER};
    size_t letters = 0;
    for (size_t at = 0; at < text.size;) {
        uint32_t c = text_next(text, &at);
        if (text_kind(c) == TEXT_MARK) continue;
        if (!is_letter(c)) return false;
        if (letters < 2) kinds[letters] = text_kind(c);
        letters++;
    }
    if (letters == 1) return text.data[0] >= 'a' && text.data[0] <= 'z';
    bool is_symbol = letters == 2 && kinds[0] == TEXT_UPPER && kinds[1] == TEXT_LETTER;
    return letters > 0 && !is_symbol;
}

/* Single signs are hard to tell apart at the size of words. */
static int first_size(Str text, Side side)
{
    bool is_tiny = text.size <= 4 * TINY && text_count_graphemes(text) <= TINY;
    if (is_tiny && !is_word(text)) return 0;
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
