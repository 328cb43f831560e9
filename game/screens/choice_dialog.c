#include "screens/choice_dialog.h"

#include <math.h>

#include "screens/menu.h"
#include "ui/layout.h"
#include "ui/widgets.h"

static bool put_row(Ui *ui, const ChoiceDialog *choice, int index, Rect rect)
{
    LabelStyle name = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle quiet = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_RIGHT};
    bool is_chosen = index == choice->chosen;
    Str detail = choice->detail(choice->list, index, ui->frame);
    Row row = {.id = ui_id_index(choice->rows, index),
               .rect = rect,
               .label = choice->label(choice->list, index),
               .value = detail,
               .look = ROW_CARD,
               .is_selected = is_chosen,
               .is_default = is_chosen};
    UiHit hit = row_begin(ui, &row);
    Rect inside = layout_pad(rect, 18, 0);
    float width = ceilf(label_width(ui, detail, &quiet)) + 1;
    label_draw(ui, layout_cut_right(&inside, width, 16), detail, &quiet);
    label_draw(ui, inside, row.label, &name);
    row_end(ui);
    return hit.is_activated;
}

int choice_dialog_put(Ui *ui, const ChoiceDialog *choice)
{
    float row = row_height(ui), button = button_height(ui, false);
    float height = 56 + ui_type(ui, T32).line + 16 + (float)choice->count * (row + 8) + 12 + button;
    Rect box =
        dialog_begin(ui, choice->id, choice->title, menu_dialog_size(ui, ui_grow(ui, 760, T20, 4), height));
    Rect foot = layout_cut_bottom(&box, button, 16);
    ScrollList list = {.id = choice->rows,
                       .view = box,
                       .row_height = row,
                       .gap = 8,
                       .count = choice->count,
                       .takes_pages = true};
    ScrollRows rows = scroll_list_begin(ui, &list);
    int answer = CHOICE_OPEN;
    for (int i = rows.from; i < rows.to; i++)
        if (put_row(ui, choice, i, scroll_list_cell(&list, &rows, i))) answer = i;
    scroll_end(ui);
    Button close = {
        .id = ui_id_index(choice->id, 1), .rect = foot, .label = STR("Close"), .is_centered = true};
    if (button_put(ui, &close) || ui_command(ui, COMMAND_BACK)) answer = CHOICE_CLOSED;
    dialog_end(ui);
    return answer;
}
