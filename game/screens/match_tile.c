#include "screens/match_tile.h"

#include <math.h>

#include "screens/tile_text.h"
#include "ui/format.h"
#include "ui/widgets.h"

#define DEAL_MS         160
#define DEAL_REDUCED_MS 100
#define DEAL_RISE       24.0f
#define PICK_MS         90
#define PICK_LIFT       4.0f
#define SHAKE_MS        320
#define GONE_REDUCED_MS 120
#define FLOAT_MS        700
#define FLOAT_KEPT_MS   600
#define FLOAT_RISE      40.0f
#define CAP             28.0f
#define CAP_ROOM        24.0f /* beside the key cap */
#define TEXT_RIGHT      12.0f
#define TEXT_PAD        10.0f

typedef enum { LOOK_PLAIN, LOOK_PICKED, LOOK_WRONG } Look;

/* What differs between the two sides and the three looks. */
typedef struct {
    Color top, bottom, line, edge, glow, text, mark;
    float line_width, lift;
    PromptLook cap;
} TileColors;

static TileColors plain_colors(const Ui *ui, bool is_term)
{
    TileColors c = {.top = ui_color(ui, TOKEN_TILE0),
                    .bottom = ui_color(ui, TOKEN_TILE1),
                    .line = ui_color(ui, TOKEN_LINE),
                    .edge = ui_color(ui, TOKEN_EDGE),
                    .text = ui_color(ui, TOKEN_TEXT),
                    .mark = ui_color(ui, is_term ? TOKEN_TERM_MARK : TOKEN_DEF_MARK),
                    .line_width = ui->theme->border,
                    .cap = PROMPT_NORMAL};
    if (ui->theme->is_flat) c.line = ui_color(ui, is_term ? TOKEN_TERM : TOKEN_DEF);
    return c;
}

static TileColors picked_colors(const Ui *ui, bool is_term)
{
    TileColors c = plain_colors(ui, is_term);
    Color strong = ui_color(ui, is_term ? TOKEN_TERM : TOKEN_DEF);
    c.top = c.bottom = ui_color(ui, is_term ? TOKEN_TERM_TINT : TOKEN_DEF_TINT);
    c.line = strong;
    c.edge = ui_color(ui, is_term ? TOKEN_TERM_EDGE : TOKEN_DEF_EDGE);
    c.glow = color_fade(strong, 0.3f);
    c.line_width = 2;
    c.lift = PICK_LIFT;
    c.cap = is_term ? PROMPT_FILLED_TERM : PROMPT_FILLED_DEF;
    if (ui->theme->is_flat) { /* filled solid, and the cap as at rest: black */
        c.top = c.bottom = strong;
        c.text = c.mark = ui_color(ui, is_term ? TOKEN_TERM_INK : TOKEN_DEF_INK);
        c.lift = 0;
        c.cap = PROMPT_NORMAL;
    }
    return c;
}

static TileColors wrong_colors(const Ui *ui, bool is_term)
{
    TileColors c = plain_colors(ui, is_term);
    Color bad = ui_color(ui, TOKEN_BAD);
    c.top = c.bottom = ui_color(ui, TOKEN_BAD_TINT);
    c.line = bad;
    c.edge = color_mix(bad, (Color){0, 0, 0, 255}, 0.36f);
    c.glow = color_fade(bad, 0.24f);
    c.line_width = ui->theme->is_flat ? 4 : 2;
    c.cap = PROMPT_FILLED_BAD;
    return c;
}

static TileColors colors_of(const Ui *ui, bool is_term, Look look)
{
    if (look == LOOK_PICKED) return picked_colors(ui, is_term);
    return look == LOOK_WRONG ? wrong_colors(ui, is_term) : plain_colors(ui, is_term);
}

static void draw_words(Ui *ui, Rect rect, Side side, Str words, Color color)
{
    float left = CAP_ROOM + ui_grow(ui, CAP, T16, 1);
    Rect box = {rect.x + left, rect.y + TEXT_PAD, rect.w - left - TEXT_RIGHT, rect.h - 2 * TEXT_PAD};
    const TextLayout *text = tile_text_fit(ui, words, side, (Vec){box.w, box.h});
    text_draw(ui->draw, text, (Vec){box.x, box.y + (box.h - text->height) / 2}, color);
}

/* The key of its place; a finger and a pad need none. */
static void draw_cap(Ui *ui, Rect rect, Command command, PromptLook look)
{
    const Binding *binding = &ui->in.bindings->of[command];
    int key = binding->keys[0] ? binding->keys[0] : binding->keys[1];
    bool has_keys = ui->in.device == DEVICE_KEYBOARD || ui->in.device == DEVICE_MOUSE;
    if (!key || !has_keys) return;
    float half = ui_grow(ui, CAP, T16, 1) / 2;
    prompt_key(ui, key, (Vec){rect.x + 11, rect.y + 11 + half}, look);
}

/* Surface, mark and words; returns the face, which may be lifted. */
static Rect draw_face(Ui *ui, Rect rect, Side side, Str text, TileColors c)
{
    paint_raised(ui, &(PaintRaised){.rect = rect,
                                    .radius = TILE_RADIUS,
                                    .top = c.top,
                                    .bottom = c.bottom,
                                    .line = c.line,
                                    .edge = c.edge,
                                    .line_width = c.line_width,
                                    .lift = c.lift,
                                    .glow = c.glow});
    Rect face = rect_move(rect, 0, -c.lift);
    Vec mark = {face.x + 25, face.y + face.h - 24};
    if (side == SIDE_TERM)
        paint_term_mark(ui, mark, 14, c.mark);
    else
        paint_def_mark(ui, mark, 14, c.mark);
    draw_words(ui, face, side, text, c.text);
    return face;
}

static void draw_body(Ui *ui, const TileView *view, Look look)
{
    const DealTile *deal = &view->tile->deal;
    TileColors c = colors_of(ui, deal->side == SIDE_TERM, look);
    if (look == LOOK_PLAIN && view->is_hovered && !ui->theme->is_flat) c.line = ui_color(ui, TOKEN_LINE2);
    Rect face = draw_face(ui, view->rect, deal->side, deal->text, c);
    draw_cap(ui, face, view->command, c.cap);
}

void match_tile_draw_side(Ui *ui, Rect rect, Side side, Str text)
{
    draw_face(ui, rect, side, text, plain_colors(ui, side == SIDE_TERM));
}

/* How the whole picture of the tile is put on the board. */
static DrawLayer layer_of(const TileView *view)
{
    DrawLayer layer = draw_layer_identity(rect_inset(view->rect, -40));
    layer.pivot = rect_center(view->rect);
    return layer;
}

static void draw_echoes(Ui *ui, Rect rect, float by, float part)
{
    static const float distance[] = {2.6f, 4.2f}, alpha[] = {0.38f, 0.16f};
    for (int i = 0; i < 2; i++) {
        DrawLayer layer = draw_layer_identity(rect_inset(rect, -2));
        layer.dx = -by * distance[i];
        layer.alpha = alpha[i] * (1 - part);
        draw_layer(ui->draw, layer);
        draw_shape(ui->draw, (DrawShape){.rect = rect_inset(rect, -1),
                                         .radius = TILE_RADIUS,
                                         .border = 2,
                                         .border_color = ui_color(ui, TOKEN_BAD)});
        draw_layer_end(ui->draw);
    }
}

bool match_tile_is_wrong(const Ui *ui, const TileLook *look)
{
    return look->missed_ms && ui->in.now_ms < look->missed_ms + TILE_WRONG_MS;
}

static void draw_wrong(Ui *ui, const TileView *view)
{
    ui_wake_at(ui, view->look->missed_ms + TILE_WRONG_MS);
    float part = ui_progress(ui, view->look->missed_ms, SHAKE_MS, false);
    bool is_term = view->tile->deal.side == SIDE_TERM;
    float by = ease_shake(part) * (is_term ? 1 : -1);
    if (part < 1) draw_echoes(ui, view->rect, by, part);
    DrawLayer layer = layer_of(view);
    layer.dx = by;
    layer.angle_deg = by / 8;
    draw_layer(ui->draw, layer);
    draw_body(ui, view, LOOK_WRONG);
    Rect badge = {view->rect.x + view->rect.w - 20, view->rect.y - 18, 34, 34};
    icon_draw(ui->draw, ICON_CROSS_CIRCLE, badge, ui_color(ui, TOKEN_BAD), ui_color(ui, TOKEN_BAD_INK));
    draw_layer_end(ui->draw);
}

void match_tile_draw(Ui *ui, const TileView *view)
{
    if (match_tile_is_wrong(ui, view->look) && view->tile->state == TILE_OPEN) {
        draw_wrong(ui, view);
        return;
    }
    bool is_reduced = ui->in.reduced_motion, is_picked = view->tile->state == TILE_SELECTED;
    int deal_ms = is_reduced ? DEAL_REDUCED_MS : DEAL_MS;
    float in = ease(EASE_CUBIC_OUT, ui_progress(ui, view->deal_ms, deal_ms, true));
    if (in <= 0) return;
    DrawLayer layer = layer_of(view);
    layer.alpha = in;
    layer.dy = is_reduced ? 0 : DEAL_RISE * (1 - in);
    if (is_picked && !ui->theme->is_flat)
        layer.dy +=
            PICK_LIFT * (1 - ease(EASE_BACK_OUT, ui_progress(ui, view->look->picked_ms, PICK_MS, false)));
    draw_layer(ui->draw, layer);
    draw_body(ui, view, is_picked ? LOOK_PICKED : LOOK_PLAIN);
    draw_layer_end(ui->draw);
}

/* Swells a little, then is gone. */
static float pop_scale(float part)
{
    if (part < 0.3f) return 1 + 0.06f * ease(EASE_SINE_OUT, part / 0.3f);
    return 1.06f * (1 - ease(EASE_CUBIC_OUT, (part - 0.3f) / 0.7f));
}

void match_tile_draw_gone(Ui *ui, const TileView *view, int64_t since_ms, bool is_matched)
{
    bool is_reduced = ui->in.reduced_motion;
    float part = ui_progress(ui, since_ms, is_reduced ? GONE_REDUCED_MS : TILE_POP_MS, true);
    if (part >= 1) return;
    DrawLayer layer = layer_of(view);
    if (is_reduced || !is_matched)
        layer.alpha = 1 - part;
    else
        layer.scale_x = layer.scale_y = pop_scale(part);
    if (layer.scale_x <= 0.01f) return;
    draw_layer(ui->draw, layer);
    draw_body(ui, view, is_matched ? LOOK_PICKED : LOOK_PLAIN);
    draw_layer_end(ui->draw);
}

void match_slot_draw(Ui *ui, Rect rect, bool has_tick)
{
    bool is_flat = ui->theme->is_flat;
    Color line = is_flat ? (Color){0x6E, 0x6E, 0x6E, 255} : color_fade(ui_color(ui, TOKEN_LINE2), 0.2f);
    Color fill = color_fade(ui_color(ui, TOKEN_WELL), is_flat ? 1 : 0.75f), ok = ui_color(ui, TOKEN_OK);
    draw_layer(ui->draw, draw_layer_identity(rect));
    draw_shape(ui->draw, (DrawShape){.rect = rect,
                                     .radius = TILE_RADIUS,
                                     .fill_top = fill,
                                     .fill_bottom = fill,
                                     .border = is_flat ? 2 : 1,
                                     .border_color = line});
    if (has_tick) {
        Vec c = rect_center(rect);
        draw_arc(ui->draw, (DrawArc){.center = c,
                                     .radius = 18,
                                     .width = 2,
                                     .sweep_deg = 360,
                                     .color = color_fade(ok, is_flat ? 1 : 0.42f)});
        icon_draw(ui->draw, ICON_TICK, (Rect){c.x - 12, c.y - 12, 24, 24}, color_fade(ok, is_flat ? 1 : 0.6f),
                  ok);
    }
    draw_layer_end(ui->draw);
}

void match_points_draw(Ui *ui, const TileView *view)
{
    const TileLook *look = view->look;
    bool is_reduced = ui->in.reduced_motion;
    int ms = is_reduced ? FLOAT_KEPT_MS : FLOAT_MS;
    if (look->points == 0 || ui->in.now_ms >= look->matched_ms + ms) return;
    if (is_reduced) ui_wake_at(ui, look->matched_ms + ms);
    float part = is_reduced ? 0 : ui_progress(ui, look->matched_ms, ms, false);
    LabelStyle style = {.size = T24, .weight = WEIGHT_BOLD, .color = TOKEN_OK, .align = TEXT_ALIGN_CENTER};
    float h = ui_type(ui, T24).line;
    Rect box = {view->rect.x, view->rect.y + view->rect.h / 2 - 20 - h, view->rect.w, h};
    DrawLayer layer = draw_layer_identity(box);
    layer.dy = -FLOAT_RISE * ease(EASE_CUBIC_OUT, part);
    layer.alpha = part < 0.5f ? 1 : 2 * (1 - part);
    draw_layer(ui->draw, layer);
    label_draw(ui, box, format_signed(ui->frame, look->points), &style);
    draw_layer_end(ui->draw);
}
