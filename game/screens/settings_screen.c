#include "screens/settings_screen.h"

#include <math.h>

#include "screens/menu.h"
#include "screens/settings_panels.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define COLUMN_GAP     24
#define PANEL_GAP      16
#define RIGHT_SHARE    0.415f
#define SCROLLED_SHARE 0.4f /* the bar takes from both */

typedef struct {
    float (*height)(Ui *ui);
    Intent (*put)(Ui *ui, const Model *model, Rect area);
} Panel;

/* Side by side the first two are at the left. */
static const Panel panels[] = {
    {settings_display_height, settings_display_put}, {settings_study_height, settings_study_put},
    {settings_sound_height, settings_sound_put},     {settings_keys_height, settings_keys_put},
    {settings_players_height, settings_players_put},
};
#define PANELS (int)(sizeof panels / sizeof *panels)
#define LEFT   2

/* Two columns need about 1150 units at 100 %. */
static bool has_columns(const Ui *ui, float width)
{
    return width >= 11.5f * (float)ui->in.text_percent;
}

/* Of the panels from `from` to before `to`, one below the other. */
static float stack_height(Ui *ui, int from, int to)
{
    float height = 0;
    for (int i = from; i < to; i++) height += panels[i].height(ui) + (i > from ? PANEL_GAP : 0);
    return height;
}

/* The panel of the keys takes what height is left over. */
static Intent put_stack(Ui *ui, const Model *model, Rect area, int from, int to)
{
    Intent intent = intent_none();
    float spare = fmaxf(0, area.h - stack_height(ui, from, to));
    for (int i = from; i < to; i++) {
        Rect panel = {area.x, area.y, area.w, panels[i].height(ui)};
        if (panels[i].put == settings_keys_put) panel.h += spare;
        intent = menu_first(intent, panels[i].put(ui, model, panel));
        area.y += panel.h + PANEL_GAP;
    }
    return intent;
}

static Intent put_columns(Ui *ui, const Model *model, Rect area, bool is_scrolled)
{
    float share = is_scrolled ? SCROLLED_SHARE : RIGHT_SHARE;
    Rect right = layout_cut_right(&area, floorf(area.w * share), COLUMN_GAP);
    if (is_scrolled) right.h = stack_height(ui, LEFT, PANELS);
    Intent intent = put_stack(ui, model, area, 0, LEFT);
    return menu_first(intent, put_stack(ui, model, right, LEFT, PANELS));
}

static Intent put_panels(Ui *ui, const Model *model, Rect view)
{
    bool is_double = has_columns(ui, view.w);
    float left = stack_height(ui, 0, LEFT), right = stack_height(ui, LEFT, PANELS);
    float height = is_double ? fmaxf(left, right) : left + PANEL_GAP + right;
    bool has_room = height <= view.h;
    Rect area = has_room ? view : scroll_begin(ui, ui_id("settings"), view, height);
    area.h = height;
    Intent intent =
        is_double ? put_columns(ui, model, area, !has_room) : put_stack(ui, model, area, 0, PANELS);
    if (!has_room) scroll_end(ui);
    return intent;
}

static void put_hints(Ui *ui, Rect bar)
{
    Hint hints[] = {hint_arrows(STR("Move"), false, true), hint_arrows(STR("Change"), true, false),
                    hint_say(ui_on_command(COMMAND_BACK), STR("Back"))};
    prompt_hints(ui, bar, hints, 3);
}

static Intent build(void *state, const Model *model, Ui *ui)
{
    (void)state;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    Str note = ui->in.text_percent <= 150 ? STR("Saved for") : (Str){0};
    Intent intent = menu_header(ui, model, page.header, STR("Settings"), note);
    intent = menu_first(intent, put_panels(ui, model, page.content));
    put_hints(ui, page.hints);
    return intent;
}

const ScreenKind settings_screen = {
    .id = SCREEN_SETTINGS,
    .name = "settings",
    .state_size = 1,
    .context = INPUT_CONTEXT_MENU,
    .build = build,
};
