#include "screens/bindings_screen.h"

#include "screens/menu.h"
#include "ui/layout.h"
#include "ui/widgets.h"

static Intent build(void *state, const Model *model, Ui *ui)
{
    (void)state;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    Intent intent = menu_header(ui, model, page.header, STR("Keys and buttons"), (Str){0});
    Setting row = {.id = ui_id("reset"),
                   .rect = layout_cut_top(&page.content, setting_height(ui, false), 8),
                   .label = STR("Back to the first bindings")};
    if (setting_link(ui, &row, (Str){0}, (UiTrigger){.button = PAD_NONE}))
        intent = (Intent){.kind = INTENT_RESET_BINDINGS};
    return intent;
}

const ScreenKind bindings_screen = {
    .id = SCREEN_BINDINGS,
    .name = "bindings",
    .state_size = 1,
    .context = INPUT_CONTEXT_MENU,
    .build = build,
};
