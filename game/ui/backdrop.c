#include <math.h>

#include "ui/paint.h"

enum { ARC_POINTS = 8, CARD_POINTS = 4 * ARC_POINTS };

/* A rounded rectangle turned about its middle, as a polygon. */
static void turn_card(Rect r, float radius, float degrees, Vec points[CARD_POINTS])
{
    const float right = 3.14159265f / 2;
    float angle = degrees * right / 90, co = cosf(angle), si = sinf(angle);
    Vec c = rect_center(r);
    int count = 0;
    for (int corner = 0; corner < 4; corner++) {
        float cx = (corner == 0 || corner == 3 ? 1.0f : -1.0f) * (r.w / 2 - radius);
        float cy = (corner < 2 ? 1.0f : -1.0f) * (r.h / 2 - radius);
        for (int i = 0; i < ARC_POINTS; i++) {
            float a = ((float)corner + (float)i / (ARC_POINTS - 1)) * right;
            float x = cx + radius * cosf(a), y = cy + radius * sinf(a);
            points[count++] = (Vec){c.x + x * co - y * si, c.y + x * si + y * co};
        }
    }
}

static void turned_card(Ui *ui, Rect r, float radius, float degrees, Color color)
{
    Vec points[CARD_POINTS];
    turn_card(r, radius, degrees, points);
    draw_polygon(ui->draw, points, CARD_POINTS, color);
}

void paint_turned_outline(Ui *ui, Rect r, float radius, float degrees, Color color)
{
    Vec points[CARD_POINTS + 1];
    turn_card(r, radius, degrees, points);
    points[CARD_POINTS] = points[0];
    draw_line(ui->draw, points, CARD_POINTS + 1, 2, color);
}

static void disc(Ui *ui, Vec c, float r, Color color)
{
    draw_rect(ui->draw, (Rect){c.x - r, c.y - r, 2 * r, 2 * r}, r, color);
}

static void circle(Ui *ui, Vec c, float r, Color color)
{
    color = color_fade(color, 1.2f * 0.8f);
    draw_arc(ui->draw, (DrawArc){.center = c, .radius = r, .width = 2, .sweep_deg = 360, .color = color});
}

/* Places are those of 1280 x 720; what is anchored right or below follows the canvas. */
static void menu_shapes(Ui *ui, float right, float below, Color color)
{
    disc(ui, (Vec){1130 + right, 80}, 300, color);
    Color over = color_fade(color, ui->theme->shape_overlap);
    disc(ui, (Vec){1130 + right, 80}, 190, over);
    turned_card(ui, (Rect){-120, 430 + below, 420, 560}, 48, -14, color);
    turned_card(ui, (Rect){40, 500 + below, 420, 560}, 48, -2, over);
    circle(ui, (Vec){1130 + right, 80}, 400, color);
}

static void round_shapes(Ui *ui, float right, float below, Color color)
{
    turned_card(ui, (Rect){-180, 60, 460, 620 + below}, 56, -12, color);
    turned_card(ui, (Rect){1000 + right, 40, 460, 620 + below}, 56, 12, color);
    Color over = color_fade(color, ui->theme->shape_overlap);
    disc(ui, (Vec){640 + right / 2, 760 + below}, 420, over);
    circle(ui, (Vec){640 + right / 2, 760 + below}, 560, color);
}

void paint_backdrop_begin(Ui *ui, Backdrop backdrop)
{
    Rect canvas = ui->in.view.canvas;
    DrawLayer layer = draw_layer_identity(canvas);
    layer.is_opaque = true;
    draw_layer(ui->draw, layer);
    draw_shape(ui->draw, (DrawShape){.rect = canvas,
                                     .fill_top = ui_color(ui, TOKEN_BG0),
                                     .fill_bottom = ui_color(ui, TOKEN_BG1)});
    float right = canvas.w - 1280, below = canvas.h - 720;
    Color color = ui_color(ui, TOKEN_SHAPE);
    if (!ui->theme->is_flat && backdrop == BACKDROP_MENU) menu_shapes(ui, right, below, color);
    if (!ui->theme->is_flat && backdrop == BACKDROP_ROUND) round_shapes(ui, right, below, color);
}

void paint_backdrop_end(Ui *ui)
{
    draw_layer_end(ui->draw);
}

void paint_backdrop(Ui *ui, Backdrop backdrop)
{
    /* It stands still while a screen slides in: the window is never seen through. */
    float dx = ui->draw->dx, dy = ui->draw->dy, alpha = ui->draw->alpha;
    ui->draw->dx = ui->draw->dy = 0;
    ui->draw->alpha = 1;
    paint_backdrop_begin(ui, backdrop);
    paint_backdrop_end(ui);
    ui->draw->dx = dx;
    ui->draw->dy = dy;
    ui->draw->alpha = alpha;
}
