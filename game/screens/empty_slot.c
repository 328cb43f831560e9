#include "screens/empty_slot.h"

#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define LINE       10.0f
#define FLAT_LINE  3.0f
#define NAME_SHARE 0.34f
#define MARK_WIDTH 56.0f

void empty_slot_draw(Ui *ui, Rect row, int place, float pad, float number_room, float avatar)
{
    LabelStyle number = {.size = T18,
                         .weight = WEIGHT_MEDIUM,
                         .color = TOKEN_LINE2,
                         .align = TEXT_ALIGN_LEFT,
                         .is_tabular = true};
    Color sunken = ui_color(ui, ui->theme->is_flat ? TOKEN_LINE : TOKEN_WELL);
    Rect box = layout_pad(row, pad, 0);
    float middle = row.y + row.h / 2;
    label_draw(ui, layout_cut_left(&box, number_room, 0), str_format(ui->frame, "%d", place), &number);
    Rect face = {box.x, middle - avatar / 2, avatar, avatar};
    DrawShape circle = {.rect = face, .radius = avatar / 2, .border = 2, .border_color = sunken};
    draw_shape(ui->draw, circle);
    float line = ui->theme->is_flat ? FLAT_LINE : LINE;
    box = (Rect){box.x + avatar + 12, middle - line / 2, box.w - avatar - 12, line};
    draw_rect(ui->draw, (Rect){box.x, box.y, box.w * NAME_SHARE, line}, line / 2, sunken);
    draw_rect(ui->draw, (Rect){box.x + box.w - MARK_WIDTH, box.y, MARK_WIDTH, line}, line / 2, sunken);
}
