#include "screens/rush_option.h"

#include <math.h>

#include "screens/tile_text.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define PAD      24.0f
#define GAP      14.0f
#define LIFT     4.0f
#define SHOW_MS  300
#define SHAKE_MS 320
#define RAYS     12
#define BADGE    44.0f

typedef struct {
    Color top, bottom, line, edge, glow, text, mark;
    float line_width, lift;
    PromptLook cap;
} OptionColors;

static OptionColors open_colors(const Ui *ui, const OptionView *view)
{
    bool is_term = view->side == SIDE_TERM;
    OptionColors c = {.top = ui_color(ui, TOKEN_TILE0),
                      .bottom = ui_color(ui, TOKEN_TILE1),
                      .line = ui_color(ui, view->is_hovered ? TOKEN_LINE2 : TOKEN_LINE),
                      .edge = ui_color(ui, TOKEN_EDGE),
                      .text = ui_color(ui, TOKEN_TEXT),
                      .mark = ui_color(ui, is_term ? TOKEN_TERM_MARK : TOKEN_DEF_MARK),
                      .line_width = ui->theme->border,
                      .cap = PROMPT_NORMAL};
    if (ui->theme->is_flat) c.line = ui_color(ui, is_term ? TOKEN_TERM : TOKEN_DEF);
    return c;
}

static OptionColors chosen_colors(const Ui *ui, const OptionView *view)
{
    OptionColors c = open_colors(ui, view);
    bool is_term = view->side == SIDE_TERM;
    c.line = ui_color(ui, is_term ? TOKEN_TERM : TOKEN_DEF);
    c.edge = ui_color(ui, is_term ? TOKEN_TERM_EDGE : TOKEN_DEF_EDGE);
    c.glow = color_fade(c.line, 0.3f);
    c.line_width = ui->theme->is_flat ? 4 : 2;
    c.lift = ui->theme->is_flat ? 0 : LIFT;
    c.cap = is_term ? PROMPT_FILLED_TERM : PROMPT_FILLED_DEF;
    c.top = c.bottom = ui_color(ui, is_term ? TOKEN_TERM_TINT : TOKEN_DEF_TINT);
    if (!ui->theme->is_flat) return c;
    c.top = c.bottom = c.line; /* filled, with dark text on it; its cap as at rest */
    c.cap = PROMPT_NORMAL;
    c.text = c.mark = ui_color(ui, is_term ? TOKEN_TERM_INK : TOKEN_DEF_INK);
    return c;
}

static OptionColors decided_colors(const Ui *ui, const OptionView *view)
{
    OptionColors c = open_colors(ui, view);
    bool is_right = view->look == OPTION_RIGHT;
    Color strong = ui_color(ui, is_right ? TOKEN_OK : TOKEN_BAD);
    c.top = c.bottom = ui_color(ui, is_right ? TOKEN_OK_TINT : TOKEN_BAD_TINT);
    c.line = strong;
    c.edge = color_mix(strong, (Color){0, 0, 0, 255}, 0.38f);
    c.glow = color_fade(strong, is_right ? 0.3f : 0.24f);
    c.line_width = ui->theme->is_flat ? 4 : 3;
    c.lift = is_right && !ui->theme->is_flat ? LIFT : 0;
    return c;
}

static void draw_dim_surface(Ui *ui, Rect rect)
{
    Color fill = ui_color(ui, TOKEN_SURFACE);
    draw_shape(ui->draw, (DrawShape){.rect = rect,
                                     .radius = OPTION_RADIUS,
                                     .fill_top = fill,
                                     .fill_bottom = fill,
                                     .border = ui->theme->border,
                                     .border_color = ui_color(ui, TOKEN_LINE)});
}

static OptionColors draw_surface(Ui *ui, const OptionView *view)
{
    OptionColors c = view->look == OPTION_CHOSEN                             ? chosen_colors(ui, view)
                     : view->look == OPTION_OPEN || view->look == OPTION_DIM ? open_colors(ui, view)
                                                                             : decided_colors(ui, view);
    if (view->look == OPTION_DIM) {
        draw_dim_surface(ui, view->rect);
        c.text = ui_color(ui, TOKEN_MUTED);
        c.mark = color_fade(c.mark, 0.5f);
        c.cap = PROMPT_FAINT;
        return c;
    }
    paint_raised(ui, &(PaintRaised){.rect = view->rect,
                                    .radius = OPTION_RADIUS,
                                    .top = c.top,
                                    .bottom = c.bottom,
                                    .line = c.line,
                                    .edge = c.edge,
                                    .line_width = c.line_width,
                                    .lift = c.lift,
                                    .glow = c.glow});
    return c;
}

static void draw_rays(Ui *ui, Vec c, Color color)
{
    for (int i = 0; i < RAYS; i++) {
        float angle = 3.14159265f * 2 * (float)i / RAYS, x = cosf(angle), y = sinf(angle);
        paint_line(ui, (Vec){c.x + 30 * x, c.y + 30 * y}, (Vec){c.x + 38 * x, c.y + 38 * y}, 3, color);
    }
}

static void draw_badge(Ui *ui, const OptionView *view, Rect face)
{
    bool is_right = view->look == OPTION_RIGHT;
    float side = fminf(BADGE, face.h - 16);
    Vec c = {face.x + face.w - 53, face.y + face.h / 2};
    Color color = ui_color(ui, is_right ? TOKEN_OK : TOKEN_BAD);
    Color ink = ui_color(ui, is_right ? TOKEN_OK_INK : TOKEN_BAD_INK);
    Rect box = {c.x - side / 2, c.y - side / 2, side, side};
    icon_draw(ui->draw, is_right ? ICON_TICK_CIRCLE : ICON_CROSS_CIRCLE, box, color, ink);
    if (is_right && face.h >= 88) draw_rays(ui, c, color);
}

static bool draw_words(Ui *ui, const OptionView *view, Rect box, Color color)
{
    const TextLayout *text = tile_text_fit(ui, view->text, view->side, (Vec){box.w, box.h});
    text_draw(ui->draw, text, (Vec){box.x, box.y + (box.h - text->height) / 2}, color);
    return text->is_cut;
}

static void draw_mark(Ui *ui, Side side, Vec at, Color color)
{
    if (side == SIDE_TERM)
        paint_term_mark(ui, at, 14, color);
    else
        paint_def_mark(ui, at, 14, color);
}

static bool draw_body(Ui *ui, const OptionView *view)
{
    OptionColors c = draw_surface(ui, view);
    Rect face = rect_move(view->rect, 0, -c.lift), box = face;
    layout_cut_left(&box, PAD, 0);
    float middle = face.y + face.h / 2, cap = prompt_draw_left(ui, view->cap, (Vec){box.x, middle}, c.cap);
    layout_cut_left(&box, cap, cap > 0 ? GAP + 8 : 0);
    if (!view->has_no_mark) draw_mark(ui, view->side, (Vec){box.x + 7, middle}, c.mark);
    if (!view->has_no_mark) layout_cut_left(&box, 14, GAP);
    bool has_badge = view->look == OPTION_RIGHT || view->look == OPTION_WRONG;
    if (has_badge) draw_badge(ui, view, face);
    layout_cut_right(&box, view->has_no_badge ? PAD : 92,
                     0); /* the badge's room, kept free from the start: nothing reflows */
    return draw_words(ui, view, (Rect){box.x, box.y + 8, box.w, box.h - 16}, c.text);
}

bool rush_option_draw(Ui *ui, const OptionView *view)
{
    DrawLayer layer = draw_layer_identity(rect_inset(view->rect, -44));
    layer.pivot = rect_center(view->rect);
    if (view->look == OPTION_RIGHT && !ui->theme->is_flat)
        layer.dy = LIFT * (1 - ease(EASE_CUBIC_OUT, ui_progress(ui, view->decided_ms, SHOW_MS, false)));
    if (view->look == OPTION_WRONG) layer.dx = ease_shake(ui_progress(ui, view->decided_ms, SHAKE_MS, false));
    if (view->look == OPTION_OPEN && view->is_pressed) layer.dy = 2;
    draw_layer(ui->draw, layer);
    bool is_cut = draw_body(ui, view);
    draw_layer_end(ui->draw);
    return is_cut;
}
