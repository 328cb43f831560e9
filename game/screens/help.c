#include "screens/help.h"

#include "screens/menu.h"
#include "ui/layout.h"
#include "ui/widgets.h"

static Intent build(void *state, const Model *model, Ui *ui)
{
    (void)state;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    Intent intent = menu_header(ui, model, page.header, STR("How to play"), (Str){0});
    LabelStyle style = {.size = T20, .weight = WEIGHT_MEDIUM, .color = TOKEN_TEXT};
    label_paragraph(ui, page.content,
                    STR("Pick a term and its definition, in either order. A match removes both."), &style);
    return intent;
}

const ScreenKind help_screen = {
    .id = SCREEN_HELP,
    .name = "help",
    .state_size = 1,
    .context = INPUT_CONTEXT_MENU,
    .build = build,
};
