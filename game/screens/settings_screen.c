#include "screens/settings_screen.h"

#include "screens/menu.h"
#include "ui/layout.h"
#include "ui/widgets.h"

static Intent build(void *state, const Model *model, Ui *ui)
{
    (void)state;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    Intent intent = menu_header(ui, model, page.header, STR("Settings"), (Str){0});
    bool reduced = model->settings.reduced_motion;
    Setting row = {.id = ui_id("motion"),
                   .rect = layout_cut_top(&page.content, setting_height(ui, false), 8),
                   .label = STR("Reduced motion")};
    if (setting_toggle(ui, &row, &reduced))
        intent = (Intent){
            .kind = INTENT_SET, .text = STR("motion"), .value = reduced ? STR("reduced") : STR("full")};
    return intent;
}

const ScreenKind settings_screen = {
    .id = SCREEN_SETTINGS,
    .name = "settings",
    .state_size = 1,
    .context = INPUT_CONTEXT_MENU,
    .build = build,
};
