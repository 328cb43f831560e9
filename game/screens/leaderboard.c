#include "screens/leaderboard.h"

#include "screens/menu.h"
#include "ui/layout.h"
#include "ui/widgets.h"

static Intent build(void *state, const Model *model, Ui *ui)
{
    (void)state;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    Intent intent = menu_header(ui, model, page.header, STR("Leaderboard"), (Str){0});
    LabelStyle style = {.size = T20, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED};
    label_paragraph(ui, page.content, STR("No runs yet."), &style);
    return intent;
}

const ScreenKind leaderboard_screen = {
    .id = SCREEN_LEADERBOARD,
    .name = "leaderboard",
    .state_size = 1,
    .context = INPUT_CONTEXT_MENU,
    .build = build,
};
