#include "screens/question_card.h"

#include <math.h>

#include "ui/widgets.h"

void question_card_surface(Ui *ui, Rect card)
{
    DrawShape shape = {.rect = card,
                       .radius = 24,
                       .fill_top = ui_color(ui, TOKEN_TILE0),
                       .fill_bottom = ui_color(ui, TOKEN_TILE1),
                       .border = ui->theme->border,
                       .border_color = ui_color(ui, TOKEN_LINE)};
    if (!ui->theme->is_flat) {
        shape.shadow_y = 8;
        shape.shadow_blur = 24;
        shape.shadow_color = ui_color(ui, TOKEN_SHADOW);
    }
    draw_shape(ui->draw, shape);
}

void question_card_heading(Ui *ui, Rect line, Side shown, Str words)
{
    LabelStyle style = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_LEFT};
    float w = ceilf(label_width(ui, words, &style)), x = line.x + (line.w - w - 24) / 2;
    Vec mark = {x + 7, line.y + line.h / 2};
    if (shown == SIDE_TERM)
        paint_term_mark(ui, mark, 14, ui_color(ui, TOKEN_TERM_MARK));
    else
        paint_def_mark(ui, mark, 14, ui_color(ui, TOKEN_DEF_MARK));
    label_draw(ui, (Rect){x + 24, line.y, w + 1, line.h}, words, &style);
}

bool question_card_text(Ui *ui, Rect box, Str text)
{
    static const TextSize sizes[] = {T32, T24, T20, T18};
    LabelStyle styles[4];
    for (int i = 0; i < 4; i++)
        styles[i] = (LabelStyle){.size = sizes[i],
                                 .weight = i < 2 ? WEIGHT_BOLD : WEIGHT_SEMI,
                                 .color = TOKEN_TEXT,
                                 .align = TEXT_ALIGN_CENTER};
    return label_fit(ui, box, text, styles, 4);
}
