#include "screens/tile_text.h"

#include "ui/label.h"

#define SIZES 3

/* 18 units with lines of 23: five of them on a tile of 144 (mock-ups, "Type"). */
static TextStyle style_of(const Ui *ui, TextSize size, Side side)
{
    FontWeight plain = ui->theme->is_flat ? WEIGHT_SEMI : WEIGHT_MEDIUM;
    LabelStyle label = {.size = size, .weight = side == SIDE_TERM ? WEIGHT_BOLD : plain};
    TextStyle style = label_style(ui, &label);
    if (size == T18) style.line_height *= 23.0f / 24;
    return style;
}

const TextLayout *tile_text_fit(Ui *ui, Str text, Side side, Vec box)
{
    static const TextSize sizes[SIZES] = {T24, T20, T18};
    TextStyle styles[SIZES];
    int first = side == SIDE_TERM ? 0 : 1;
    for (int i = first; i < SIZES; i++) {
        styles[i] = style_of(ui, sizes[i], side);
        const TextLayout *layout = text_layout(ui->text, text, &styles[i], box.x);
        if (layout->height <= box.y && !layout->has_broken_word) return layout;
    }
    return text_fit(ui->text, text, &styles[SIZES - 1], 1, box);
}
