#include <math.h>

#include "screens/leaderboard_state.h"
#include "screens/variant_choice.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define STAND_WIDTH 136
#define STAND_GAP   12
#define CARD_HEIGHT 13
#define CARD_PITCH  16
#define AVATAR      56
#define CROWN       32
#define MEDAL       48
#define GROUND      56 /* below the stacks: the line and its shadow */

/* Cards of the first, second and third stack. */
static const int heights[LEADERBOARD_PODIUM] = {15, 10, 7};
/* The winner stands in the middle. */
static const int places[LEADERBOARD_PODIUM] = {1, 0, 2};

int leaderboard_on_podium(const Ui *ui, const LeaderboardState *board)
{
    if (ui->in.text_percent > 125) return 0;
    return board->run_count < LEADERBOARD_PODIUM ? board->run_count : LEADERBOARD_PODIUM;
}

/* Cards lie as someone put them down: each a little off. */
static float lean(int stand, int card)
{
    uint64_t h = ui_id_index((UiId)(stand + 1), card);
    return (float)(h % 7) - 3;
}

static void draw_stack(Ui *ui, int place, int cards, Rect stand, bool is_own)
{
    Color plain = color_mix(ui_color(ui, TOKEN_LINE), ui_color(ui, TOKEN_SURFACE), 0.2f);
    Color own = color_mix(ui_color(ui, TOKEN_STREAK), ui_color(ui, TOKEN_BG0), 0.62f);
    Color color = is_own ? own : plain;
    for (int i = 0; i < cards; i++) {
        float y = stand.y + stand.h - (float)(i + 1) * CARD_PITCH;
        Rect card = {stand.x + lean(place, i), y, stand.w, CARD_HEIGHT};
        DrawShape shape = {.rect = card, .radius = 5, .fill_top = color, .fill_bottom = color};
        if (ui->theme->is_flat) {
            shape.border = 1.5f;
            shape.border_color = ui_color(ui, is_own ? TOKEN_STREAK : TOKEN_LINE);
            shape.fill_top = shape.fill_bottom = ui_color(ui, TOKEN_SURFACE);
        }
        draw_shape(ui->draw, shape);
    }
}

static void draw_medal(Ui *ui, Rect stand, int rank)
{
    Vec c = {stand.x + stand.w / 2, stand.y + stand.h - 36};
    LabelStyle style = {
        .size = T24, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_CENTER, .is_hud = true};
    Rect box = {c.x - MEDAL / 2.0f, c.y - MEDAL / 2.0f, MEDAL, MEDAL};
    paint_well(ui, box, MEDAL / 2.0f);
    label_draw(ui, box, str_format(ui->frame, "%d", rank), &style);
}

static void draw_person(Ui *ui, const Model *model, const StoreRun *run, Str figure, Rect stand, float top)
{
    float name_line = ui_type(ui, T20).line, figure_line = ui_type(ui, T24).line;
    bool is_own = run->player == model->player.id;
    LabelStyle name = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_CENTER};
    LabelStyle number = {.size = T24,
                         .weight = WEIGHT_BOLD,
                         .color = TOKEN_TEXT,
                         .align = TEXT_ALIGN_CENTER,
                         .is_tabular = true};
    LabelStyle own = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_STREAK, .align = TEXT_ALIGN_LEFT};
    float y = top - figure_line - 2;
    label_draw(ui, (Rect){stand.x, y, stand.w, figure_line}, figure, &number);
    y -= name_line;
    float you = is_own ? label_width(ui, STR("you"), &own) + 6 : 0;
    float width = fminf(label_width(ui, run->player_name, &name), stand.w - you);
    float x = stand.x + (stand.w - width - you) / 2;
    label_draw(ui, (Rect){x, y, width + 1, name_line}, run->player_name, &name);
    if (is_own) label_draw(ui, (Rect){x + width + 6, y, you, name_line}, STR("you"), &own);
    y -= AVATAR + 6;
    Vec c = {stand.x + stand.w / 2, y + AVATAR / 2.0f};
    paint_avatar(ui, c, AVATAR, run->player_name, run->player_color);
    if (run->rank != 1) return;
    Color crown = ui_color(ui, TOKEN_DEF);
    icon_draw(ui->draw, ICON_CROWN, (Rect){c.x - CROWN / 2.0f, y - CROWN - 1, CROWN, CROWN}, crown, crown);
}

static void put_stand(Ui *ui, LeaderboardState *board, const Model *model, int place, Rect area)
{
    const StoreRun *run = &board->runs[place];
    float people = ui_type(ui, T20).line + ui_type(ui, T24).line + AVATAR + CROWN + 16;
    float pitch = fminf(1, (area.h - people) / (float)(heights[0] * CARD_PITCH));
    int cards = (int)fmaxf(3, floorf((float)heights[place] * pitch));
    float top = area.y + area.h - (float)cards * CARD_PITCH;
    bool is_own = run->player == model->player.id;
    Str figure = variant_figure(ui->frame, board->variant, run);
    Rect whole = {area.x, top - people + (run->rank == 1 ? 0 : CROWN), area.w, 0};
    whole.h = area.y + area.h - whole.y;
    UiId id = ui_id_index(ui_id("podium"), place);
    if (board->is_own_wanted && board->own == place) ui_focus(ui, id);
    ui_widget(ui,
              &(UiWidget){.id = id,
                          .role = ROLE_ROW,
                          .label = str_format(ui->frame, "%d. %.*s", run->rank, STR_FMT(run->player_name)),
                          .value = figure,
                          .flags = UI_FOCUSABLE,
                          .rect = whole,
                          .radius = 16});
    paint_layer(ui, whole);
    draw_stack(ui, place, cards, area, is_own);
    draw_medal(ui, area, run->rank);
    draw_person(ui, model, run, figure, area, top);
    paint_layer_end(ui);
}

static void draw_ground(Ui *ui, float x, float y, float w)
{
    Rect ground = {x, y, w, 5};
    paint_layer(ui, ground);
    draw_rect(ui->draw, ground, 2.5f, ui_color(ui, TOKEN_LINE2));
    Color faint = ui_color(ui, TOKEN_LINE2);
    for (int i = 1; i <= 3 && !ui->theme->is_flat; i++) {
        float inset = 12 + 42 * (float)i - (i == 1 ? 14 : 0);
        draw_rect(ui->draw, (Rect){x + inset, y + 6 + 12 * (float)i, w - 2 * inset, 4}, 2,
                  color_fade(faint, 0.32f - 0.08f * (float)i));
    }
    paint_layer_end(ui);
}

/* A quiet moon behind the winner. */
static void draw_moon(Ui *ui, Vec c, float radius)
{
    if (ui->theme->is_flat) return;
    Rect box = {c.x - radius, c.y - radius, 2 * radius, 2 * radius};
    paint_layer(ui, box);
    draw_rect(ui->draw, box, radius, color_fade(ui_color(ui, TOKEN_LINE), 0.28f));
    paint_layer_end(ui);
}

void leaderboard_podium_put(Ui *ui, LeaderboardState *board, const Model *model, Rect area)
{
    int count = leaderboard_on_podium(ui, board);
    float stand = fminf(STAND_WIDTH, (area.w - 40 - 2 * STAND_GAP) / LEADERBOARD_PODIUM);
    float all = LEADERBOARD_PODIUM * stand + 2 * STAND_GAP;
    Rect stage = {area.x, area.y, area.w, fminf(area.h, 500) - GROUND};
    stage.y += (area.h - GROUND - stage.h) * 0.7f;
    float left = stage.x + (stage.w - all) / 2, ground = stage.y + stage.h;
    draw_moon(ui, (Vec){stage.x + stage.w / 2, stage.y + stage.h * 0.42f}, fminf(196, stage.h * 0.46f));
    draw_ground(ui, stage.x, ground, stage.w);
    for (int i = 0; i < count; i++) {
        Rect place = {left + (float)places[i] * (stand + STAND_GAP), stage.y, stand, stage.h};
        put_stand(ui, board, model, i, place);
    }
}
