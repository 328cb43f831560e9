#include "screens/menu.h"

#include <math.h>

#include "ui/layout.h"
#include "ui/widgets.h"

#define DIALOG_MARGIN 24
#define TABS_GAP      16

Intent menu_header_put(Ui *ui, const Model *model, Rect area, Header *header)
{
    header->has_back = true;
    header->player = model->player.name;
    header->player_color = model->player.color;
    header->can_switch = true;
    switch (header_put(ui, area, header)) {
    case HEADER_BACK: return (Intent){.kind = INTENT_BACK};
    case HEADER_PLAYER: return (Intent){.kind = INTENT_OPEN, .screen = SCREEN_PLAYERS};
    case HEADER_NOTHING: break;
    }
    return intent_none();
}

Intent menu_header(Ui *ui, const Model *model, Rect area, Str title, Str note)
{
    Header header = {.title = title, .note = note};
    return menu_header_put(ui, model, area, &header);
}

Rect menu_header_rest(Ui *ui, const Model *model, Rect area, Str title)
{
    LabelStyle style = {.size = T40, .weight = WEIGHT_BOLD};
    float left = prompt_size(ui, ui_on_command(COMMAND_BACK)).x + 80 + label_width(ui, title, &style);
    float right = header_player_chip_width(ui, model->player.name, true) + 16;
    return (Rect){area.x + left, area.y, fmaxf(0, area.w - left - right), area.h};
}

Intent menu_first(Intent a, Intent b)
{
    return a.kind != INTENT_NONE ? a : b;
}

void menu_tabs(Ui *ui, Rect *area, const Str *labels, int count, int *page)
{
    ChipRow tabs = {.id = ui_id("pages"),
                    .labels = labels,
                    .count = count,
                    .previous = ui_on_command(COMMAND_PAGE_PREVIOUS),
                    .next = ui_on_command(COMMAND_PAGE_NEXT),
                    .has_ends = true};
    tabs.area = *area;
    tabs.area.h = chip_row_height(ui, &tabs);
    layout_cut_top(area, tabs.area.h, TABS_GAP);
    chip_row_put(ui, &tabs, page);
}

Vec menu_dialog_size(const Ui *ui, float w, float h)
{
    Rect safe = ui->in.view.safe;
    return (Vec){fminf(w, safe.w - DIALOG_MARGIN), fminf(h, safe.h - DIALOG_MARGIN)};
}
