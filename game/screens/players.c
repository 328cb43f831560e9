#include "screens/players.h"

#include <math.h>

#include "screens/menu.h"
#include "screens/players_state.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"

#define PANE_WIDTH 384
#define ROW_HEIGHT 68
#define AVATAR     44

static void load(void *state, Arena *arena, const Model *model, Str argument)
{
    (void)argument;
    PlayersState *players = state;
    players->count = (int)model->player_count;
    players->last_days = ARENA_NEW_N(arena, int32_t, players->count + 1);
    for (int i = 0; i < players->count; i++) {
        StoreDay *days;
        size_t count = store_answer_days(model->store, model->players[i].id, arena, &days);
        players->last_days[i] = count ? days[count - 1].day : -1;
    }
    if (players->shown == 0) players->shown = model->player.id;
}

/* Of the player in the pane; the one who plays where that one is gone. */
static int shown_index(const PlayersState *players, const Model *model)
{
    int own = 0;
    for (int i = 0; i < (int)model->player_count; i++) {
        if (model->players[i].id == players->shown) return i;
        if (model->players[i].id == model->player.id) own = i;
    }
    return own;
}

static Str last_played(const PlayersState *players, const Model *model, int index, Arena *arena)
{
    if (index >= players->count || players->last_days[index] < 0) return STR("Not played yet");
    return format_day(arena, players->last_days[index], model->today);
}

static void draw_row(Ui *ui, const PlayersState *players, const Model *model, int index, Rect rect)
{
    const StorePlayer *player = &model->players[index];
    bool is_own = player->id == model->player.id;
    LabelStyle name = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle quiet = {.size = T18,
                        .weight = WEIGHT_MEDIUM,
                        .color = is_own ? TOKEN_SOFT : TOKEN_MUTED,
                        .align = TEXT_ALIGN_RIGHT,
                        .is_tabular = true};
    Rect inside = layout_pad(rect, 16, 0);
    paint_avatar(ui, (Vec){inside.x + AVATAR / 2.0f, rect.y + rect.h / 2}, AVATAR, player->name,
                 player->color);
    layout_cut_left(&inside, AVATAR, 16);
    Rect day = layout_cut_right(&inside, fminf(ui_grow(ui, 150, T18, 2), inside.w * 0.32f), 16);
    label_draw(ui, day, last_played(players, model, index, ui->frame), &quiet);
    if (ui->in.text_percent < 175) {
        Rect runs = layout_cut_right(&inside, ui_grow(ui, 90, T18, 1), 16);
        label_draw(ui, runs, format_count(ui->frame, player->runs, "run", "runs"), &quiet);
    }
    label_draw(ui, inside, player->name, &name);
}

static bool has_dialog(const PlayersState *players)
{
    return players->name.is_open || players->class_list.is_open || players->asked_for != 0;
}

static Intent put_list(Ui *ui, PlayersState *players, const Model *model, Rect area)
{
    Intent intent = intent_none();
    ScrollList list = {.id = ui_id("player"),
                       .view = area,
                       .row_height = ui_grow(ui, ROW_HEIGHT, T20, 1),
                       .gap = 8,
                       .count = (int)model->player_count,
                       .takes_pages = true};
    if (players->seen != model->player.id && !has_dialog(players)) {
        players->seen = players->shown = model->player.id;
        scroll_list_focus(ui, &list, shown_index(players, model));
    }
    ScrollRows rows = scroll_list_begin(ui, &list);
    for (int i = rows.from; i < rows.to; i++) {
        const StorePlayer *player = &model->players[i];
        bool is_own = player->id == model->player.id;
        Row row = {.id = ui_id_index(list.id, i),
                   .rect = scroll_list_cell(&list, &rows, i),
                   .label = player->name,
                   .value = last_played(players, model, i, ui->frame),
                   .look = is_own ? ROW_OWN : ROW_CARD,
                   .is_default = is_own};
        UiHit hit = row_begin(ui, &row);
        draw_row(ui, players, model, i, row.rect);
        row_end(ui);
        if (hit.is_focused) players->shown = player->id;
        if (hit.is_activated) {
            players->is_leaving = true;
            intent = (Intent){.kind = INTENT_CHOOSE_PLAYER, .number = player->id};
        }
    }
    scroll_end(ui);
    return intent;
}

typedef enum { ACT_ADD, ACT_PASTE, ACT_CHANGE, ACT_REMOVE, ACT_COUNT } Act;

static Button act_button(const Model *model, Act act, bool is_short)
{
    static const struct {
        const char *label, *brief;
        Icon icon;
        int key;
        PadButton button;
    } acts[ACT_COUNT] = {
        [ACT_ADD] = {"Add a player", "Add", ICON_PLUS, KEY_N, PAD_X},
        [ACT_PASTE] = {"Paste a class", "Paste", ICON_PEOPLE, KEY_P, PAD_START},
        [ACT_CHANGE] = {"Name and colour", "Change", ICON_PENCIL, KEY_E, PAD_Y},
        [ACT_REMOVE] = {"Remove", "Remove", ICON_TRASH, KEY_DELETE, PAD_BACK},
    };
    Button button = {.id = ui_id_index(ui_id("act"), act),
                     .label = str_of(is_short ? acts[act].brief : acts[act].label),
                     .icon = is_short ? ICON_NONE : acts[act].icon,
                     .kind = act == ACT_REMOVE ? BUTTON_DANGER : BUTTON_NORMAL,
                     .trigger = ui_on_key_button(acts[act].key, acts[act].button)};
    if (act == ACT_REMOVE && model->player_count < 2) button.is_disabled = true;
    return button;
}

static void act(Ui *ui, PlayersState *players, const Model *model, Act wanted)
{
    const StorePlayer *shown = &model->players[shown_index(players, model)];
    switch (wanted) {
    case ACT_ADD:
        players_name_open(&players->name, NULL, (int)(model->player_count % STORE_PLAYER_COLORS));
        break;
    case ACT_PASTE: players_class_open(ui, &players->class_list); break;
    case ACT_CHANGE: players_name_open(&players->name, shown, 0); break;
    case ACT_REMOVE: players->asked_for = shown->id; break;
    case ACT_COUNT: break;
    }
}

static bool has_act(const Model *model, Act a)
{
    return a != ACT_REMOVE || !model->settings.are_players_locked;
}

/* What there is to know of the player that has, or had, the focus. */
static void draw_details(Ui *ui, const PlayersState *players, const Model *model, Rect area)
{
    const StorePlayer *player = &model->players[shown_index(players, model)];
    LabelStyle name = {.size = T32, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_CENTER};
    LabelStyle quiet = {
        .size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_CENTER};
    float avatar = fminf(112, area.h - ui_type(ui, T32).line - 2 * ui_type(ui, T18).line - 20);
    if (avatar > 48) {
        Rect top = layout_cut_top(&area, avatar, 12);
        paint_avatar(ui, rect_center(top), avatar, player->name, player->color);
    }
    Str kept = str_format(ui->frame, "%s, %s", format_count(ui->frame, player->runs, "run", "runs").data,
                          format_count(ui->frame, player->answers, "answer", "answers").data);
    Str last = last_played(players, model, shown_index(players, model), ui->frame);
    label_draw(ui, layout_cut_top(&area, ui_type(ui, T32).line, 6), player->name, &name);
    label_draw(ui, layout_cut_top(&area, ui_type(ui, T18).line, 2), kept, &quiet);
    label_draw(ui, layout_cut_top(&area, ui_type(ui, T18).line, 2), last, &quiet);
}

static void put_pane(Ui *ui, PlayersState *players, const Model *model, Rect area)
{
    paint_layer(ui, area);
    paint_panel(ui, area);
    Rect inside = layout_pad(area, 24, 24);
    float height = button_height(ui, false), gap = 14;
    Rect foot = layout_cut_bottom(&inside, ACT_COUNT * height + (ACT_COUNT - 1) * gap, 16);
    draw_details(ui, players, model, inside);
    paint_layer_end(ui);
    for (Act a = ACT_ADD; a < ACT_COUNT; a++) {
        if (!has_act(model, a)) continue;
        Button button = act_button(model, a, false);
        button.rect = layout_cut_top(&foot, height, gap);
        if (button_put(ui, &button)) act(ui, players, model, a);
    }
}

/* Large text: the same four below the list. */
static void put_bar(Ui *ui, PlayersState *players, const Model *model, Rect area)
{
    int count = has_act(model, ACT_REMOVE) ? ACT_COUNT : ACT_COUNT - 1;
    for (int i = 0; i < count; i++) {
        Button button = act_button(model, (Act)i, true);
        button.rect = layout_column(area, i, count, 16);
        button.is_centered = true;
        UiTrigger trigger = button.trigger; /* acts, though there is no room to show it */
        button.trigger = ui_on_command(COMMAND_NONE);
        bool is_wanted = button_put(ui, &button);
        if (is_wanted || (!button.is_disabled && ui_triggered(ui, trigger))) act(ui, players, model, (Act)i);
    }
}

static Intent put_question(Ui *ui, PlayersState *players, const Model *model)
{
    const StorePlayer *player = NULL;
    for (size_t i = 0; i < model->player_count; i++)
        if (model->players[i].id == players->asked_for) player = &model->players[i];
    if (!player) {
        players->asked_for = 0;
        return intent_none();
    }
    bool has_played = player->runs > 0 || player->answers > 0;
    Str runs = format_count(ui->frame, player->runs, "run", "runs");
    Str answers = format_count(ui->frame, player->answers, "answer", "answers");
    DialogQuestion question = {
        .id = ui_id("remove"),
        .title = str_format(ui->frame, "Remove %.*s?", STR_FMT(player->name)),
        .text = has_played ? str_format(ui->frame, "%s and %s go too, for good.", runs.data, answers.data)
                           : STR("Nothing was played yet, so nothing else is lost."),
        .answers = {STR("Keep"), STR("Save to a file first"), STR("Remove")},
        .answer_count = 3,
        .danger = 2,
        .default_answer = 0,
        .cancel = 0,
        .icon = ICON_TRASH};
    int answer = dialog_ask(ui, &question);
    if (answer == 1) return (Intent){.kind = INTENT_EXPORT_PLAYER, .number = player->id};
    if (answer >= 0) players->asked_for = 0;
    return answer == 2 ? (Intent){.kind = INTENT_REMOVE_PLAYER, .number = player->id} : intent_none();
}

static void put_hints(Ui *ui, Rect bar)
{
    Hint hints[] = {hint_arrows(STR("Move"), false, true),
                    hint_say(ui_on_command(COMMAND_CONFIRM), STR("Play as")),
                    hint_say(ui_on_command(COMMAND_BACK), STR("Back"))};
    prompt_hints(ui, bar, hints, 3);
}

static Intent put_header(Ui *ui, const Model *model, Rect area)
{
    Header header = {.title = STR("Players"),
                     .has_back = true,
                     .note = format_count(ui->frame, (int64_t)model->player_count, "player", "players"),
                     .player = model->player.name,
                     .player_color = model->player.color};
    bool is_back = header_put(ui, area, &header) == HEADER_BACK;
    return is_back ? (Intent){.kind = INTENT_BACK} : intent_none();
}

static Intent build(void *state, const Model *model, Ui *ui)
{
    PlayersState *players = state;
    if (players->is_leaving) {
        players->is_leaving = false;
        return (Intent){.kind = INTENT_BACK};
    }
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    Intent intent = put_header(ui, model, page.header);
    Rect area = page.content;
    bool has_pane = ui->in.text_percent < 150;
    Rect side = has_pane ? layout_cut_right(&area, ui_grow(ui, PANE_WIDTH, T20, 1), 24)
                         : layout_cut_bottom(&area, button_height(ui, false), 16);
    intent = menu_first(intent, put_list(ui, players, model, area));
    if (model->player_count > 0) (has_pane ? put_pane : put_bar)(ui, players, model, side);
    put_hints(ui, page.hints);
    intent = menu_first(intent, players_name_put(ui, &players->name, model));
    intent = menu_first(intent, players_class_put(ui, &players->class_list, model));
    if (players->asked_for) intent = menu_first(intent, put_question(ui, players, model));
    return intent;
}

const ScreenKind players_screen = {
    .id = SCREEN_PLAYERS,
    .name = "players",
    .state_size = sizeof(PlayersState),
    .context = INPUT_CONTEXT_MENU,
    .load = load,
    .build = build,
};
