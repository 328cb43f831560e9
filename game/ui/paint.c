#include "ui/paint.h"

#include <math.h>

#include "base/text.h"
#include "ui/label.h"

enum { LAYER_ROOM = 40, PANEL_RADIUS = 24 };

/* Room for the shadow: offset 8 to 12, blur 24 to 28. */
static Rect with_room(const Ui *ui, Rect rect)
{
    float room = ui->theme->is_flat ? 4 : LAYER_ROOM;
    return rect_inset(rect, -room);
}

void paint_layer(Ui *ui, Rect rect)
{
    draw_layer(ui->draw, draw_layer_identity(with_room(ui, rect)));
}

void paint_layer_moved(Ui *ui, Rect rect, Vec by, float scale, float alpha)
{
    DrawLayer layer = draw_layer_identity(with_room(ui, rect));
    layer.dx = by.x;
    layer.dy = by.y;
    layer.scale_x = layer.scale_y = scale;
    layer.alpha = alpha;
    draw_layer(ui->draw, layer);
}

void paint_layer_end(Ui *ui)
{
    draw_layer_end(ui->draw);
}

static void shadowed(const Ui *ui, DrawShape *shape, float y, float blur, Color color)
{
    if (ui->theme->is_flat) return;
    shape->shadow_y = y;
    shape->shadow_blur = blur;
    shape->shadow_color = color;
}

void paint_panel(Ui *ui, Rect rect)
{
    Color fill = ui_color(ui, TOKEN_SURFACE);
    DrawShape shape = {.rect = rect,
                       .radius = PANEL_RADIUS,
                       .fill_top = fill,
                       .fill_bottom = fill,
                       .border = ui->theme->border,
                       .border_color = ui_color(ui, TOKEN_LINE)};
    shadowed(ui, &shape, 8, 24, ui_color(ui, TOKEN_SHADOW));
    draw_shape(ui->draw, shape);
}

void paint_well(Ui *ui, Rect rect, float radius)
{
    Color fill = ui_color(ui, TOKEN_WELL);
    draw_shape(ui->draw, (DrawShape){.rect = rect,
                                     .radius = radius,
                                     .fill_top = fill,
                                     .fill_bottom = fill,
                                     .border = ui->theme->is_flat ? 2 : 1,
                                     .border_color = ui_color(ui, TOKEN_LINE)});
}

void paint_card(Ui *ui, Rect rect, float radius, Token fill, Token line)
{
    draw_shape(ui->draw, (DrawShape){.rect = rect,
                                     .radius = radius,
                                     .fill_top = ui_color(ui, fill),
                                     .fill_bottom = ui_color(ui, fill),
                                     .border = ui->theme->border,
                                     .border_color = ui_color(ui, line)});
}

void paint_line(Ui *ui, Vec from, Vec to, float width, Color color)
{
    draw_line(ui->draw, (Vec[]){from, to}, 2, width, color);
}

void paint_raised(Ui *ui, const PaintRaised *r)
{
    const Theme *theme = ui->theme;
    Rect rect = rect_move(r->rect, 0, -r->lift);
    DrawShape shape = {.rect = rect,
                       .radius = r->radius,
                       .fill_top = r->top,
                       .fill_bottom = r->bottom,
                       .border = r->line_width > 0 ? r->line_width : theme->border,
                       .border_color = r->line};
    if (theme->edge > 0) {
        shape.edge = theme->edge + r->lift;
        shape.edge_color = r->edge;
    }
    bool glows = r->glow.a > 0;
    shadowed(ui, &shape, glows ? 12 : 8, glows ? 28 : 20, glows ? r->glow : ui_color(ui, TOKEN_SHADOW));
    draw_shape(ui->draw, shape);
}

void paint_term_mark(Ui *ui, Vec c, float size, Color color)
{
    draw_rect(ui->draw, (Rect){c.x - size / 2, c.y - size / 2, size, size}, size / 2, color);
}

void paint_def_mark(Ui *ui, Vec c, float size, Color color)
{
    draw_rect(ui->draw, (Rect){c.x - size / 2, c.y - size / 2, size, size}, size * 3 / 14, color);
}

void paint_ring(Ui *ui, Vec center, float radius, float width, float part, Color color, Color track)
{
    DrawArc arc = {.center = center, .radius = radius, .width = width, .sweep_deg = 360, .color = track};
    if (ui->theme->is_flat) { /* a well is as black as what it lies on */
        arc.width = 2;
        arc.color = ui_color(ui, TOKEN_LINE);
    }
    draw_arc(ui->draw, arc);
    arc.width = width;
    if (part <= 0) return;
    arc.sweep_deg = part >= 1 ? 360 : part * 360;
    arc.has_round_ends = part < 1;
    arc.color = color;
    draw_arc(ui->draw, arc);
}

/* Thick where filled, thin where empty, a gap between. */
void paint_segments(Ui *ui, Vec center, float radius, int segments, int filled, Color color, Color empty)
{
    float step = 360.0f / (float)segments;
    float gap = fminf(30, step * 0.25f);
    for (int i = 0; i < segments; i++) {
        bool is_filled = i < filled;
        draw_arc(ui->draw, (DrawArc){.center = center,
                                     .radius = radius,
                                     .width = is_filled ? 7 : 3,
                                     .from_deg = (float)i * step + gap / 2,
                                     .sweep_deg = step - gap,
                                     .has_round_ends = true,
                                     .color = is_filled ? color : empty});
    }
}

void paint_bar(Ui *ui, Rect rect, float part, Color color)
{
    paint_well(ui, rect, rect.h / 2);
    float w = rect.w * fminf(1, fmaxf(0, part));
    if (w >= rect.h) draw_rect(ui->draw, (Rect){rect.x, rect.y, w, rect.h}, rect.h / 2, color);
}

void paint_avatar(Ui *ui, Vec center, float diameter, Str name, int color)
{
    AvatarColor avatar = theme_avatar(ui->theme, color);
    float r = diameter / 2;
    Rect box = {center.x - r, center.y - r, diameter, diameter};
    draw_rect(ui->draw, box, r, avatar.fill);
    Str first = str_slice(name, 0, name.size ? text_next_grapheme(name, 0) : 0);
    float size = diameter / 2;
    TextStyle style = {WEIGHT_BOLD, size, size, 1, TEXT_ALIGN_CENTER, false, false};
    const TextLayout *layout = text_layout(ui->text, first, &style, diameter);
    text_draw(ui->draw, layout, (Vec){box.x, center.y - layout->height / 2}, avatar.ink);
}

void paint_veil(Ui *ui, float alpha)
{
    Color dark = {0, 0, 0, ui->theme->is_flat ? 200 : 150};
    draw_rect(ui->draw, ui->in.view.canvas, 0, color_fade(dark, alpha));
}
