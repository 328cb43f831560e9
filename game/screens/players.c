#include "screens/players.h"

#include "screens/menu.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

static Intent put_list(Ui *ui, const Model *model, Rect area)
{
    Intent intent = intent_none();
    ScrollList list = {.id = ui_id("player"),
                       .view = area,
                       .row_height = row_height(ui),
                       .gap = 8,
                       .count = (int)model->player_count,
                       .takes_pages = true};
    ScrollRows rows = scroll_list_begin(ui, &list);
    LabelStyle style = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_START};
    for (int i = rows.from; i < rows.to; i++) {
        const StorePlayer *player = &model->players[i];
        Row row = {.id = ui_id_index(list.id, i),
                   .rect = scroll_list_cell(&list, &rows, i),
                   .label = player->name,
                   .look = ROW_CARD,
                   .is_selected = player->id == model->player.id};
        UiHit hit = row_begin(ui, &row);
        label_draw(ui, layout_pad(row.rect, 20, 0), player->name, &style);
        row_end(ui);
        if (hit.is_activated) intent = (Intent){.kind = INTENT_CHOOSE_PLAYER, .number = player->id};
    }
    scroll_end(ui);
    return intent;
}

static Intent build(void *state, const Model *model, Ui *ui)
{
    (void)state;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    Intent intent = menu_header(ui, model, page.header, STR("Players"), (Str){0});
    return menu_first(intent, put_list(ui, model, page.content));
}

const ScreenKind players_screen = {
    .id = SCREEN_PLAYERS,
    .name = "players",
    .state_size = 1,
    .context = INPUT_CONTEXT_MENU,
    .build = build,
};
