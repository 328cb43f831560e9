#include "screens/results.h"

#include <math.h>

#include "screens/menu.h"
#include "screens/results_state.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define BUTTON_HIGH   64.0f
#define GAP           16.0f
#define COLUMN_GAP    24.0f
#define PAGES_PERCENT 175 /* from here on one column at a time */
#define LOOK_SEED     13  /* of the confetti: any will do, it is for the look alone */
#define BUTTONS_MOST  4

static void load(void *memory, Arena *arena, const Model *model, Str argument)
{
    (void)argument;
    ResultsState *state = memory;
    collect_load_shelf(&state->collect, arena, model);
}

static void begin(ResultsState *state, const Ui *ui)
{
    if (state->has_begun) return;
    state->has_begun = true;
    state->shown_ms = ui->in.now_ms;
    particles_init(&state->particles, LOOK_SEED);
}

typedef struct {
    Button items[BUTTONS_MOST];
    IntentKind intents[BUTTONS_MOST];
    float widths[BUTTONS_MOST];
    int count;
    float height;
    bool is_double; /* two rows */
} Buttons;

static void add_button(Buttons *buttons, Button button, IntentKind intent)
{
    buttons->items[buttons->count] = button;
    buttons->intents[buttons->count++] = intent;
}

/* All of them side by side. */
static float measure_buttons(Ui *ui, Buttons *b)
{
    float all = -GAP;
    for (int i = 0; i < b->count; i++) all += (b->widths[i] = button_width(ui, &b->items[i])) + GAP;
    return all;
}

static Buttons buttons_of(Ui *ui, const Outcome *outcome, float width)
{
    Buttons b = {0};
    if (outcome->is_there)
        add_button(&b,
                   (Button){.id = ui_id("again"),
                            .label = STR("Again"),
                            .icon = ICON_AGAIN,
                            .kind = BUTTON_PRIMARY,
                            .is_default = true,
                            .shows_confirm = ui_focused(ui) == 0 || ui_focused(ui) == ui_id("again"),
                            .trigger = ui_on_key(KEY_A)},
                   INTENT_AGAIN);
    if (outcome->is_there && outcome->missed_count > 0 && outcome->can_practise)
        add_button(&b,
                   (Button){.id = ui_id("practise"),
                            .label = STR("Practise missed"),
                            .icon = ICON_TARGET,
                            .trigger = ui_on_key_button(KEY_M, PAD_X)},
                   INTENT_PLAY_MISSED);
    if (outcome->is_there)
        add_button(&b,
                   (Button){.id = ui_id("leaderboard"),
                            .label = STR("Leaderboard"),
                            .icon = ICON_LEADERBOARD,
                            .trigger = ui_on_key_button(KEY_L, PAD_Y)},
                   INTENT_OPEN);
    add_button(&b,
               (Button){.id = ui_id("back"),
                        .label = STR("Back"),
                        .icon = ICON_ARROW_LEFT,
                        .trigger = ui_on_command(COMMAND_BACK)},
               INTENT_BACK);
    if (measure_buttons(ui, &b) > width) { /* the words go before the pictures */
        for (int i = 0; i < b.count; i++) b.items[i].icon = ICON_NONE;
    }
    b.is_double = measure_buttons(ui, &b) > width && b.count > 2;
    b.height = ui_grow(ui, BUTTON_HIGH, T20, 1);
    return b;
}

static float buttons_height(const Buttons *b)
{
    return b->is_double ? 2 * b->height + GAP : b->height;
}

/* In one row each is as wide as it needs and an equal share of what is left; in two rows all are equal. */
static void place_buttons(Buttons *b, Rect area)
{
    if (b->is_double) {
        for (int i = 0; i < b->count; i++) b->items[i].rect = layout_cell(area, i, 2, b->height, GAP);
        return;
    }
    float needed = GAP * (float)(b->count - 1);
    for (int i = 0; i < b->count; i++) needed += b->widths[i];
    float more = (area.w - needed) / (float)b->count;
    for (int i = 0; i < b->count; i++) b->items[i].rect = layout_cut_left(&area, b->widths[i] + more, GAP);
}

static Intent put_buttons(Ui *ui, Buttons *b, const Model *model, Rect area)
{
    place_buttons(b, area);
    Intent intent = intent_none();
    for (int i = 0; i < b->count; i++) {
        if (!button_put(ui, &b->items[i])) continue;
        intent = (Intent){.kind = b->intents[i]};
        if (intent.kind != INTENT_OPEN) continue;
        intent.screen = SCREEN_LEADERBOARD;
        intent.text = model->deck.id;
    }
    return intent;
}

static Intent put_columns(Ui *ui, ResultsState *state, const Model *model, Rect area)
{
    float side = fminf(440, (area.w - 2 * COLUMN_GAP) * 0.328f);
    Rect right = layout_cut_right(&area, side, COLUMN_GAP);
    Rect middle = layout_cut_right(&area, side, COLUMN_GAP);
    results_score_put(ui, state, &model->outcome, area);
    results_board_put(ui, model, middle);
    return results_missed_put(ui, state, model, right);
}

/* One column at a time: tabs, turned by Page Up and Down, LB and RB. */
static Intent put_pages(Ui *ui, ResultsState *state, const Model *model, Rect area)
{
    const Str labels[] = {STR("Result"), STR("Top 8"), STR("Missed")};
    menu_tabs(ui, &area, labels, 3, &state->page);
    if (state->page == 0)
        results_score_put(ui, state, &model->outcome, area);
    else if (state->page == 1)
        results_board_put(ui, model, area);
    else
        return results_missed_put(ui, state, model, area);
    return intent_none();
}

static Intent build(void *memory, const Model *model, Ui *ui)
{
    ResultsState *state = memory;
    const Outcome *outcome = &model->outcome;
    begin(state, ui);
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    Rect area = page.whole;
    Buttons buttons = buttons_of(ui, outcome, area.w);
    layout_cut_bottom(&area, 24, 0);
    Rect foot = layout_cut_bottom(&area, buttons_height(&buttons), 32);
    Intent intent = intent_none();
    if (!outcome->is_there) {
        LabelStyle style = {
            .size = T24, .weight = WEIGHT_SEMI, .color = TOKEN_MUTED, .align = TEXT_ALIGN_CENTER};
        label_note(ui, ui_id("nothing"), area, STR("That round is over and put away."), &style);
    } else if (ui->in.text_percent >= PAGES_PERCENT) {
        intent = put_pages(ui, state, model, area);
    } else {
        intent = put_columns(ui, state, model, area);
    }
    intent = menu_first(intent, put_buttons(ui, &buttons, model, foot));
    return menu_first(intent, collect_put(ui, &state->collect, model->deck.id));
}

const ScreenKind results_screen = {
    .id = SCREEN_RESULTS,
    .name = "results",
    .state_size = sizeof(ResultsState),
    .context = INPUT_CONTEXT_MENU,
    .load = load,
    .build = build,
};
