#include "screens/pause.h"

#include <math.h>

#include "screens/variant_choice.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define COUNT_MS    800 /* of 3, 2 and 1 each */
#define PANEL_WIDTH 620.0f
#define BUTTON_GAP  12.0f

/* One line of what is about to be played, in the words of the rules. */
static Str aim_of(Ui *ui, const Setup *setup)
{
    bool is_relaxed = setup->timing == TIMING_RELAXED;
    switch (setup->variant) {
    case VARIANT_DECOY:
    case VARIANT_SPRINT: return str_format(ui->frame, "Match %u pairs, as fast as you can", setup->pairs);
    case VARIANT_BLITZ:
        return is_relaxed ? STR("Two minutes, as many pairs as you can")
                          : STR("One minute, as many pairs as you can");
    case VARIANT_CLASSIC: return format_count(ui->frame, setup->questions, "question", "questions");
    case VARIANT_SURVIVAL: return STR("Three lives, and less time for each question");
    case VARIANT_MARATHON:
        return str_format(ui->frame, "%u %s, every card once", setup->questions,
                          setup->questions == 1 ? "question" : "questions");
    }
    return (Str){0};
}

static void draw_number(Ui *ui, Rect box, int64_t number, int64_t since_ms)
{
    float part = ui_progress(ui, since_ms, 260, false);
    LabelStyle style = {
        .size = T88, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_CENTER, .is_hud = true};
    float scale = 1 + 0.5f * (1 - ease(EASE_CUBIC_OUT, part));
    Color track = ui_color(ui, TOKEN_LINE), fill = ui_color(ui, TOKEN_TERM);
    Vec middle = rect_center(box);
    paint_layer(ui, box);
    paint_ring(ui, middle, 92, 10, (float)number / 3, fill, track);
    paint_layer_end(ui);
    paint_layer_moved(ui, box, (Vec){0, 0}, part < 1 ? scale : 1, 1);
    label_draw(ui, box, str_format(ui->frame, "%lld", (long long)number), &style);
    paint_layer_end(ui);
}

static void draw_words(Ui *ui, const CurrentRound *round, Rect area)
{
    const Setup *setup = &round->live->round->setup;
    LabelStyle title = {.size = T32, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_CENTER};
    LabelStyle aim = {.size = T20, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_CENTER};
    Str name = round->is_practice ? STR("Practice") : variant_label(setup->variant);
    label_note(ui, ui_id("countdown-deck"), layout_cut_top(&area, ui_type(ui, T32).line, 4),
               round->deck_title, &title);
    Str text = str_format(ui->frame, "%.*s. %.*s.", STR_FMT(name), STR_FMT(aim_of(ui, setup)));
    label_note(ui, ui_id("countdown-aim"), layout_cut_top(&area, ui_type(ui, T20).line, 0), text, &aim);
}

static bool is_press(const Action *action)
{
    return action->kind == ACTION_COMMAND || action->kind == ACTION_KEY ||
           action->kind == ACTION_POINTER_DOWN;
}

Intent pause_countdown_put(Ui *ui, const CurrentRound *round)
{
    int64_t left = round->countdown_ms - ui->in.now_ms;
    if (left <= 0) {
        ui_wake_at(ui, ui->in.now_ms);
        return intent_none();
    }
    int64_t number = (left + COUNT_MS - 1) / COUNT_MS;
    int64_t next = round->countdown_ms - (number - 1) * COUNT_MS;
    ui_wake_at(ui, next);
    Rect canvas = ui->in.view.canvas;
    draw_number(ui, layout_center(canvas, 220, 220), number, next - COUNT_MS);
    float top = canvas.y + canvas.h / 2 - 220 - ui_type(ui, T32).line / 2;
    draw_words(ui, round, (Rect){canvas.x + 60, fmaxf(top, 24), canvas.w - 120, 200});
    Hint hints[] = {hint_do(ui_on_command(COMMAND_CONFIRM), STR("Begin now")),
                    hint_do(ui_on_command(COMMAND_BACK), STR("Leave"))};
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    int pressed = prompt_hints(ui, page.hints, hints, 2);
    if (pressed == 1) return (Intent){.kind = INTENT_GIVE_UP};
    Action action = ui_free_action(ui);
    bool is_now = pressed == 0 || (is_press(&action) && !action.event.is_repeat);
    if (!is_now) return intent_none();
    ui_consume(ui);
    return (Intent){.kind = INTENT_GO, .at_ms = ui->in.action.event.time_ms};
}

/* Milliseconds of all pauses up to now. */
static int64_t paused_ms(const Ui *ui, const LiveRound *live)
{
    int64_t since = ui->in.now_ms - live->paused_ms;
    return input_pauses_ms(live->round->inputs.items, live->round->inputs.count) + (since > 0 ? since : 0);
}

static Str cost_of(Ui *ui, const CurrentRound *round)
{
    if (round->is_practice) return STR("A practice round isn't ranked, so a pause costs nothing.");
    int64_t all = paused_ms(ui, round->live);
    if (all > CATEGORY_MAX_PAUSE_MS)
        return STR("Pauses came to more than 3 seconds: this run will be on the leaderboard for runs with "
                   "pauses.");
    ui_wake_at(ui, ui->in.now_ms + CATEGORY_MAX_PAUSE_MS - all + 1);
    return STR(
        "The clock stands. After pauses of more than 3 seconds in all, the run counts on a leaderboard "
        "of its own.");
}

typedef struct {
    const char *label;
    Icon icon;
    IntentKind intent;
    int key;
    PadButton button;
} PauseItem;

static Intent put_buttons(Ui *ui, Rect area)
{
    static const PauseItem items[] = {{"Go on", ICON_PLAY, INTENT_RESUME, KEY_P, PAD_START},
                                      {"Restart", ICON_AGAIN, INTENT_RESTART, KEY_R, PAD_X},
                                      {"Give up", ICON_FLAG, INTENT_GIVE_UP, KEY_G, PAD_Y}};
    Intent intent = intent_none();
    float height = button_height(ui, false);
    for (int i = 0; i < 3; i++) {
        Button button = {.id = ui_id(items[i].label),
                         .rect = layout_cut_top(&area, height, BUTTON_GAP),
                         .label = str_of(items[i].label),
                         .icon = items[i].icon,
                         .kind = i == 0 ? BUTTON_PRIMARY : BUTTON_NORMAL,
                         .trigger = ui_on_key_button(items[i].key, items[i].button),
                         .shows_confirm = i == 0,
                         .is_default = i == 0};
        if (button_put(ui, &button)) intent.kind = items[i].intent;
    }
    return intent;
}

Intent pause_put(Ui *ui, const CurrentRound *round)
{
    LabelStyle body = {.size = T20, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_START};
    float width = fminf(PANEL_WIDTH * fmaxf(1, (float)ui->in.text_percent / 125), ui->in.view.canvas.w - 80);
    Str cost = cost_of(ui, round);
    float text = label_height(ui, cost, &body, width - 64);
    float buttons = 3 * button_height(ui, false) + 2 * BUTTON_GAP;
    float height = 56 + ui_type(ui, T32).line + 16 + text + 24 + buttons;
    Rect inside = dialog_begin(ui, ui_id("pause"), STR("Paused"), (Vec){width, height});
    Rect words = layout_cut_top(&inside, text, 24);
    label_paragraph(ui, words, cost, &body);
    ui_note(ui, ui_id("pause-cost"), cost, words);
    Intent intent = put_buttons(ui, inside);
    if (intent.kind == INTENT_NONE && ui_command(ui, COMMAND_BACK)) intent.kind = INTENT_RESUME;
    if (intent.kind != INTENT_NONE) intent.at_ms = ui->in.action.event.time_ms;
    dialog_end(ui);
    return intent;
}

Intent pause_commands(Ui *ui, const CurrentRound *round)
{
    if (round->live->phase == LIVE_OVER) return intent_none();
    IntentKind kind = INTENT_NONE;
    if (ui_command(ui, COMMAND_PAUSE))
        kind = INTENT_PAUSE;
    else if (ui_command(ui, COMMAND_RESTART))
        kind = INTENT_RESTART;
    else if (ui_command(ui, COMMAND_GIVE_UP))
        kind = INTENT_GIVE_UP;
    return (Intent){.kind = kind, .at_ms = kind == INTENT_NONE ? 0 : ui->in.action.event.time_ms};
}
