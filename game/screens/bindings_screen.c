#include "screens/bindings_screen.h"

#include <math.h>

#include "screens/bindings_state.h"
#include "screens/board.h"
#include "screens/menu.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define WAIT_MS      5000
#define COLUMN_GAP   24
#define PANEL_GAP    16
#define PAD          16
#define HEAD_ABOVE   12
#define LINE         46
#define CELL         58
#define CELL_GAP     8
#define TILES        24
#define TILE_COLUMNS BOARD_KEY_COLUMNS

static const Command moving[] = {COMMAND_UP,      COMMAND_DOWN, COMMAND_LEFT,          COMMAND_RIGHT,
                                 COMMAND_CONFIRM, COMMAND_BACK, COMMAND_PAGE_PREVIOUS, COMMAND_PAGE_NEXT};
static const Command playing[] = {COMMAND_PAUSE,    COMMAND_NEXT,     COMMAND_RESTART,  COMMAND_GIVE_UP,
                                  COMMAND_OPTION_1, COMMAND_OPTION_2, COMMAND_OPTION_3, COMMAND_OPTION_4,
                                  COMMAND_OPTION_5, COMMAND_OPTION_6};
static const Command game[] = {COMMAND_PLAYER, COMMAND_MUTE, COMMAND_FULLSCREEN};

typedef struct {
    const char *title;
    const Command *commands;
    int count;
} Group;

#define GROUP(name, list)                                                                                    \
    {                                                                                                        \
        name, list, (int)(sizeof(list) / sizeof *(list))                                                     \
    }
static const Group groups[] = {GROUP("Moving", moving), GROUP("Playing", playing), GROUP("Game", game)};
enum { MOVING, PLAYING, GAME };

static float line_height(const Ui *ui)
{
    return ui_grow(ui, LINE, T20, 1);
}

static float frame_height(const Ui *ui)
{
    return 2 * HEAD_ABOVE + ui_type(ui, T20).line + 6;
}

static float group_height(const Ui *ui, const Group *group)
{
    return frame_height(ui) + (float)group->count * line_height(ui);
}

static float cell_side(const Ui *ui)
{
    return ui_grow(ui, CELL, T20, 1);
}

static float board_height(const Ui *ui)
{
    float rows = (float)TILES / TILE_COLUMNS;
    return frame_height(ui) + rows * cell_side(ui) + (rows - 1) * CELL_GAP + 6;
}

static Rect put_panel(Ui *ui, const char *title, Rect area)
{
    LabelStyle style = {.size = T20, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    Rect inside = layout_pad(area, PAD, HEAD_ABOVE);
    paint_layer(ui, area);
    paint_panel(ui, area);
    Rect line = layout_cut_top(&inside, ui_type(ui, T20).line, 6);
    label_note(ui, ui_id(title), layout_pad(line, 16, 0), str_of(title), &style);
    paint_layer_end(ui);
    return inside;
}

static void wait_for(BindingsState *state, Command command, const Ui *ui)
{
    *state = (BindingsState){.waiting = command, .until_ms = ui->in.now_ms + WAIT_MS};
}

/* Both keys and the button: all that the command listens to, whatever device is in use. */
static void draw_binding(Ui *ui, const Binding *binding, Rect row)
{
    float middle = row.y + row.h / 2;
    float widest = fmaxf(prompt_pad_width(ui, PAD_START), prompt_pad_width(ui, PAD_BACK));
    Rect pad = layout_cut_right(&row, widest, 12);
    if (binding->button != PAD_NONE) {
        float w = prompt_pad_width(ui, binding->button);
        prompt_pad(ui, binding->button, (Vec){pad.x + pad.w - w, middle}, PROMPT_NORMAL);
    }
    float x = row.x + row.w;
    for (int i = 1; i >= 0; i--) {
        if (!binding->keys[i]) continue;
        x -= prompt_key_width(ui, binding->keys[i]);
        prompt_key(ui, binding->keys[i], (Vec){x, middle}, PROMPT_NORMAL);
        x -= 8;
    }
}

static Str binding_text(Ui *ui, Command command)
{
    Str text = prompt_trigger_text(ui, ui_on_command(command));
    return text.size ? text : STR("No key");
}

static void put_command(Ui *ui, BindingsState *state, Command command, Rect rect)
{
    LabelStyle style = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    Row row = {.id = ui_id_index(ui_id("command"), command),
               .rect = rect,
               .label = str_of(command_label(command)),
               .value = binding_text(ui, command),
               .is_default = command == COMMAND_UP};
    UiHit hit = row_begin(ui, &row);
    Rect inside = layout_pad(rect, 16, 0);
    label_draw(ui, (Rect){inside.x, inside.y, inside.w * 0.45f, inside.h}, row.label, &style);
    draw_binding(ui, &ui->in.bindings->of[command], inside);
    row_end(ui);
    if (hit.is_activated) wait_for(state, command, ui);
}

static void put_group(Ui *ui, BindingsState *state, const Group *group, Rect area)
{
    Rect rows = put_panel(ui, group->title, area);
    for (int i = 0; i < group->count; i++)
        put_command(ui, state, group->commands[i], layout_cut_top(&rows, line_height(ui), 0));
}

/* The keys of the board's places, as they lie. */
static void put_board(Ui *ui, BindingsState *state, Rect area)
{
    Rect inside = layout_pad(put_panel(ui, "Board", area), 16, 4);
    for (int i = 0; i < TILES; i++) {
        Command command = (Command)(COMMAND_TILE_FIRST + i);
        Rect cell = layout_cell(inside, i, TILE_COLUMNS, cell_side(ui), CELL_GAP);
        UiHit hit = ui_widget(ui, &(UiWidget){.id = ui_id_index(ui_id("command"), command),
                                              .role = ROLE_BUTTON,
                                              .label = str_of(command_label(command)),
                                              .value = binding_text(ui, command),
                                              .flags = UI_FOCUSABLE,
                                              .rect = cell,
                                              .radius = 10});
        int key = ui->in.bindings->of[command].keys[0];
        if (!key) key = ui->in.bindings->of[command].keys[1];
        Str label = key ? ui->platform->key_label(ui->platform->self, key, ui->frame) : STR("-");
        paint_layer_moved(ui, cell, (Vec){0, hit.is_pressed ? 2 : 0}, 1, 1);
        prompt_cap(ui, cell, label, PROMPT_NORMAL);
        paint_layer_end(ui);
        if (hit.is_activated) wait_for(state, command, ui);
    }
}

static bool put_reset(Ui *ui, Rect rect)
{
    Button reset = {.id = ui_id("reset"),
                    .rect = rect,
                    .label = STR("Reset all keys"),
                    .icon = ICON_AGAIN,
                    .trigger = ui_on_key_button(KEY_DELETE, PAD_BACK)};
    return button_put(ui, &reset);
}

static float left_height(const Ui *ui)
{
    return group_height(ui, &groups[MOVING]) + PANEL_GAP + group_height(ui, &groups[GAME]) + PANEL_GAP +
           button_height(ui, false) + 8;
}

static float right_height(const Ui *ui)
{
    return board_height(ui) + PANEL_GAP + group_height(ui, &groups[PLAYING]);
}

static void put_left(Ui *ui, BindingsState *state, Rect area)
{
    put_group(ui, state, &groups[MOVING],
              layout_cut_top(&area, group_height(ui, &groups[MOVING]), PANEL_GAP));
    put_group(ui, state, &groups[GAME], layout_cut_top(&area, group_height(ui, &groups[GAME]), PANEL_GAP));
    if (put_reset(ui, layout_cut_top(&area, button_height(ui, false), 0))) state->is_reset_asked = true;
}

static void put_right(Ui *ui, BindingsState *state, Rect area)
{
    put_board(ui, state, layout_cut_top(&area, board_height(ui), PANEL_GAP));
    put_group(ui, state, &groups[PLAYING], layout_cut_top(&area, group_height(ui, &groups[PLAYING]), 0));
}

static void put_all(Ui *ui, BindingsState *state, Rect view)
{
    bool is_double = ui->in.text_percent < 150;
    float left = left_height(ui), right = right_height(ui);
    float height = is_double ? fmaxf(left, right) : left + PANEL_GAP + right;
    Rect area = scroll_begin(ui, ui_id("bindings"), view, height);
    if (is_double) {
        put_right(ui, state, layout_column(area, 1, 2, COLUMN_GAP));
        put_left(ui, state, layout_column(area, 0, 2, COLUMN_GAP));
    } else {
        put_left(ui, state, layout_cut_top(&area, left, PANEL_GAP));
        put_right(ui, state, area);
    }
    scroll_end(ui);
}

static Intent put_question(Ui *ui, BindingsState *state)
{
    DialogQuestion question = {.id = ui_id("reset-question"),
                               .title = STR("Reset all keys?"),
                               .text = STR("Every key and button goes back to what it was at first."),
                               .answers = {STR("Keep"), STR("Reset")},
                               .answer_count = 2,
                               .danger = 1,
                               .default_answer = 0,
                               .cancel = 0,
                               .icon = ICON_AGAIN};
    int answer = dialog_ask(ui, &question);
    if (answer >= 0) state->is_reset_asked = false;
    return answer == 1 ? (Intent){.kind = INTENT_RESET_BINDINGS} : intent_none();
}

static Intent build(void *user, const Model *model, Ui *ui)
{
    BindingsState *state = user;
    if (state->next.kind != INTENT_NONE) {
        Intent next = state->next;
        state->next = intent_none();
        return next;
    }
    /* the press that opens the dialog is not its answer */
    Command was_waiting = state->waiting;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    Intent intent = menu_header(ui, model, page.header, STR("Keys and buttons"), (Str){0});
    put_all(ui, state, page.content);
    Hint hints[] = {hint_arrows(STR("Move"), true, true),
                    hint_say(ui_on_command(COMMAND_CONFIRM), STR("Change")),
                    hint_say(ui_on_command(COMMAND_BACK), STR("Back"))};
    prompt_hints(ui, page.hints, hints, 3);
    if (was_waiting != COMMAND_NONE)
        intent = menu_first(intent, bindings_wait_put(ui, state, model));
    else if (state->waiting != COMMAND_NONE)
        ui_keep_moving(ui);
    if (state->is_reset_asked) intent = menu_first(intent, put_question(ui, state));
    return intent;
}

const ScreenKind bindings_screen = {
    .id = SCREEN_BINDINGS,
    .name = "bindings",
    .state_size = sizeof(BindingsState),
    .context = INPUT_CONTEXT_MENU,
    .build = build,
};
