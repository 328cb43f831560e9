#include "screens/title.h"

#include <math.h>

#include "screens/title_scene.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define MENU_WIDTH    472
#define MENU_LEFT     72
#define LOGO_HEIGHT   260
#define LOGO_WIDTH    660
#define SCENE_WIDTH   680
#define SCENE_LEAST   340 /* less than that of it is not worth showing */
#define SCENE_GAP     56
#define TROUBLE_WIDTH 440

typedef struct {
    int64_t shown_ms; /* when the logo came */
} TitleState;

typedef struct {
    const char *label;
    Icon icon;
    int key;
    IntentKind intent;
    ScreenId screen;
} MenuItem;

static const MenuItem menu[] = {
    {"Library", ICON_LIBRARY, KEY_L, INTENT_OPEN, SCREEN_LIBRARY},
    {"Leaderboard", ICON_LEADERBOARD, KEY_B, INTENT_OPEN, SCREEN_LEADERBOARD},
    {"Progress", ICON_CHART, KEY_R, INTENT_OPEN, SCREEN_PROGRESS},
    {"How to play", ICON_HELP, KEY_H, INTENT_OPEN, SCREEN_HELP},
    {"Settings", ICON_SETTINGS, KEY_S, INTENT_OPEN, SCREEN_SETTINGS},
    {"Quit", ICON_QUIT, KEY_Q, INTENT_QUIT, SCREEN_TITLE},
};
#define MENU_ITEMS (int)(sizeof menu / sizeof *menu)

static Intent put_play(Ui *ui, const Model *model, Rect rect)
{
    bool has_deck = model->last_deck_title.size > 0;
    /* It looks as it will a moment later: the shelf is read right after the first frame. */
    bool is_reading = !has_deck && !shelf_is_read(model->shelf);
    Button play = {.id = ui_id("play"),
                   .rect = rect,
                   .label = STR("Play"),
                   .detail = has_deck ? str_format(ui->frame, "Match, %.*s", STR_FMT(model->last_deck_title))
                             : is_reading ? STR("Match")
                                          : STR("There is no deck yet"),
                   .icon = ICON_PLAY,
                   .kind = BUTTON_PRIMARY,
                   .shows_confirm = true,
                   .is_default = true,
                   .is_disabled = !has_deck && !is_reading,
                   .trigger = ui_on_key(KEY_P)};
    if (!button_put(ui, &play) || !has_deck) return intent_none();
    return (Intent){.kind = INTENT_QUICK_PLAY, .text = model->last_deck_id};
}

static Intent put_menu(Ui *ui, const Model *model, Rect area)
{
    float big = button_height(ui, true), small = ui_grow(ui, 48, T20, 1);
    Intent intent = put_play(ui, model, layout_cut_top(&area, big, 16));
    float gap = fmaxf(4, fminf(8, (area.h - MENU_ITEMS * small) / (MENU_ITEMS - 1)));
    for (int i = 0; i < MENU_ITEMS; i++) {
        Button item = {.id = ui_id(menu[i].label),
                       .rect = layout_cut_top(&area, small, gap),
                       .label = str_of(menu[i].label),
                       .icon = menu[i].icon,
                       .kind = BUTTON_QUIET,
                       .trigger = ui_on_key(menu[i].key)};
        if (button_put(ui, &item)) intent = (Intent){.kind = menu[i].intent, .screen = menu[i].screen};
    }
    return intent;
}

/* Days in a row, and what today still needs: a reason to play a little each day. */
static void put_streak(Ui *ui, const Model *model, Rect line)
{
    const DayStreak *streak = &model->streak;
    if (streak->length == 0 && streak->today_answers == 0) return;
    Str days = str_format(ui->frame, "%u %s in a row", streak->length, streak->length == 1 ? "day" : "days");
    Str today = str_format(ui->frame, "%u of %d cards today", streak->today_answers, DAY_ANSWERS);
    Str text = streak->is_today_done ? days
               : streak->length == 0 ? today
                                     : str_format(ui->frame, "%s, %s", today.data, days.data);
    LabelStyle style = {.size = T18, .weight = WEIGHT_SEMI, .color = TOKEN_STREAK, .align = TEXT_ALIGN_RIGHT};
    label_note(ui, ui_id("streak"), line, text, &style);
}

/* What the store says to people, beside the menu, above the hints. */
static void put_trouble(Ui *ui, const Model *model, Rect room)
{
    if (model->trouble.size == 0) return;
    LabelStyle style = {
        .size = T18, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT, .max_lines = 7};
    float side = ui_type(ui, T18).line, pad = 16;
    float width = fminf(room.w, ui_grow(ui, TROUBLE_WIDTH, T18, 6)), words = width - 2 * pad - side - 12;
    float height = label_height(ui, model->trouble, &style, words) + 2 * pad;
    Rect box = {room.x + room.w - width, room.y + room.h - height, width, height};
    paint_layer(ui, box);
    paint_card(ui, box, 16, TOKEN_BAD_TINT, TOKEN_BAD);
    Color bad = ui_color(ui, TOKEN_BAD);
    Rect inside = layout_pad(box, pad, pad);
    Rect mark = layout_cut_left(&inside, side, 12);
    icon_draw(ui->draw, ICON_WARNING, (Rect){mark.x, mark.y, side, side}, bad, bad);
    label_paragraph(ui, inside, model->trouble, &style);
    paint_layer_end(ui);
    ui_note(ui, ui_id("trouble"), model->trouble, box);
}

static bool put_hints(Ui *ui, Rect bar)
{
    Hint hints[] = {hint_arrows(STR("Select"), false, true),
                    hint_say(ui_on_command(COMMAND_CONFIRM), STR("Confirm")),
                    hint_say(ui_on_command(COMMAND_PLAYER), STR("Switch player"))};
    return prompt_hints(ui, bar, hints, 3) >= 0;
}

typedef struct {
    Vec logo;
    float logo_scale; /* 0: there is no room for it */
    bool has_scene;
    float scene; /* its left side */
} Scenery;

/* A part of the scenery as a picture of its own, as wide as it has to be. */
static void begin_part(Ui *ui, float x, float width, float height)
{
    draw_layer(ui->draw, draw_layer_identity((Rect){x, 0, width, height}));
}

static void draw_apart(Ui *ui, const Scenery *scenery)
{
    Rect canvas = ui->in.view.canvas;
    if (scenery->has_scene) {
        begin_part(ui, scenery->scene - 60, canvas.w - scenery->scene + 60, canvas.h);
        title_scene_draw(ui, scenery->scene);
        draw_layer_end(ui->draw);
    }
    if (scenery->logo_scale > 0) {
        begin_part(ui, 0, scenery->logo.x + 680 * scenery->logo_scale, LOGO_HEIGHT * scenery->logo_scale);
        title_logo_draw_outlines(ui, scenery->logo, scenery->logo_scale);
        draw_layer_end(ui->draw);
    }
}

/* The gradient with what stands still on it, in one picture. While the screen slides in, that goes with it.
 */
static void put_background(Ui *ui, const Scenery *scenery)
{
    bool is_sliding = ui->draw->alpha < 1 || ui->draw->dx != 0 || ui->draw->dy != 0;
    paint_backdrop_begin(ui, BACKDROP_PLAIN);
    if (!is_sliding && scenery->has_scene) title_scene_draw(ui, scenery->scene);
    if (!is_sliding && scenery->logo_scale > 0)
        title_logo_draw_outlines(ui, scenery->logo, scenery->logo_scale);
    paint_backdrop_end(ui);
    if (is_sliding) draw_apart(ui, scenery);
}

static Intent build(void *state, const Model *model, Ui *ui)
{
    TitleState *title = state;
    if (title->shown_ms == 0) title->shown_ms = ui->in.now_ms;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    float left = page.whole.x + (MENU_LEFT - 40);
    float menu_width = MENU_WIDTH + 1.6f * (float)(ui->in.text_percent - 100);
    float scene = fmaxf(page.canvas.w - SCENE_WIDTH, left + menu_width + SCENE_GAP);

    float menu_height = button_height(ui, true) + 16 + MENU_ITEMS * (ui_grow(ui, 48, T20, 1) + 8);
    float room = page.hints.y - menu_height - 12;
    float scale = room >= LOGO_HEIGHT ? 1 : room < 60 ? 0 : room / LOGO_HEIGHT;
    Scenery scenery = {.logo = {page.whole.x - 40 * scale, 0},
                       .logo_scale = scale > 0.25f ? scale : 0,
                       .has_scene = scene + SCENE_LEAST < page.canvas.w,
                       .scene = scene};
    put_background(ui, &scenery);
    if (scenery.logo_scale > 0) title_logo_draw(ui, scenery.logo, scale, title->shown_ms);
    float top = scale > 0.25f ? LOGO_HEIGHT * scale + 12 : page.whole.y;
    float spare = page.hints.y - top - menu_height;
    if (spare > 24) top += (spare - 24) / 2;
    Rect area = {left, top, menu_width, page.hints.y - top - 8};

    Intent intent = put_menu(ui, model, area);
    put_streak(ui, model,
               (Rect){page.whole.x, page.header.y + page.header.h, page.whole.w, ui_type(ui, T18).line});
    float beside = area.x + area.w + 32, right = page.whole.x + page.whole.w;
    put_trouble(ui, model, (Rect){beside, page.whole.y, right - beside, page.hints.y - 8 - page.whole.y});
    if (header_player_chip(ui, page.header, model->player.name, model->player.color, true))
        intent = (Intent){.kind = INTENT_OPEN, .screen = SCREEN_PLAYERS};
    Rect hints = page.hints;
    hints.x = left;
    put_hints(ui, hints);
    return intent;
}

const ScreenKind title_screen = {
    .id = SCREEN_TITLE,
    .name = "title",
    .state_size = sizeof(TitleState),
    .context = INPUT_CONTEXT_MENU,
    .build = build,
};
