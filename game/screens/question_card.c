#include "screens/question_card.h"

#include <math.h>

#include "ui/widgets.h"

#define RADIUS 24.0f
#define SHOWN  84.0f /* of a card below, of which the first hides most */

void question_card_stack(Ui *ui, Rect card)
{
    for (int i = 2; i >= 1; i--) {
        float in = 20 * (float)i, down = QUESTION_CARD_STACK / 2 * (float)i;
        Rect rect = {card.x + in, card.y + card.h - SHOWN + down, card.w - 2 * in, SHOWN};
        paint_layer(ui, rect);
        paint_card(ui, rect, RADIUS, TOKEN_SURFACE, TOKEN_LINE);
        paint_layer_end(ui);
    }
}

void question_card_surface(Ui *ui, Rect card)
{
    DrawShape shape = {.rect = card,
                       .radius = RADIUS,
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
