#include "screens/title_scene.h"

#include <math.h>

#include "base/rng.h"
#include "ui/paint.h"

#define SCENE_GROUND 606.0f /* of the ground line on a canvas 720 high */
#define ROW_HEIGHT   11.0f
#define ROW_STEP     14.0f

/* The scene's own colours, mixed of the theme's so that it suits each of the three. */
typedef struct {
    Color moon_top, moon_bottom, near, middle, far, door, line, ring, star;
} SceneColors;

static SceneColors scene_colors(const Ui *ui)
{
    Color back = ui_color(ui, TOKEN_BG0), line = ui_color(ui, TOKEN_LINE), tile = ui_color(ui, TOKEN_TILE0);
    return (SceneColors){.moon_top = color_mix(ui_color(ui, TOKEN_LINE2), tile, 0.5f),
                         .moon_bottom = color_mix(back, tile, 0.55f),
                         .near = color_mix(line, tile, 0.25f),
                         .middle = color_mix(line, tile, 0.6f),
                         .far = color_mix(back, tile, 0.6f),
                         .door = color_mix(back, ui_color(ui, TOKEN_BG1), 0.6f),
                         .line = line,
                         .ring = color_fade(ui_color(ui, TOKEN_LINE2), 0.22f),
                         .star = color_fade(ui_color(ui, TOKEN_SOFT), 0.55f)};
}

static void dot(Ui *ui, float x, float y, float r, Color color)
{
    draw_rect(ui->draw, (Rect){x - r, y - r, 2 * r, 2 * r}, r, color);
}

/* A pile of cards seen from the side; each lies a little off the one below. */
static float pile(Ui *ui, float x, float ground, float width, int rows, Color color, uint64_t seed)
{
    Rng rng;
    rng_seed(&rng, seed);
    float top = ground;
    for (int i = 0; i < rows; i++) {
        float off = (float)rng_below(&rng, 4) * 1.5f;
        top = ground - ROW_STEP * (float)(i + 1);
        draw_rect(ui->draw, (Rect){x + off, top, width, ROW_HEIGHT}, 4, color);
    }
    return top;
}

static void dome(Ui *ui, float middle, float foot, float radius, Color color)
{
    enum { POINTS = 24 };
    Vec points[POINTS];
    for (int i = 0; i < POINTS; i++) {
        float angle = 3.14159265f * (1 + (float)i / (POINTS - 1));
        points[i] = (Vec){middle + radius * cosf(angle), foot + radius * sinf(angle)};
    }
    draw_polygon(ui->draw, points, POINTS, color);
    draw_rect(ui->draw, (Rect){middle - 1.5f, foot - radius - 16, 3, 18}, 1.5f, color);
    dot(ui, middle, foot - radius - 19, 5, color);
}

static void door(Ui *ui, float middle, float ground, Color color)
{
    dot(ui, middle, ground - 44, 15, color);
    draw_rect(ui->draw, (Rect){middle - 15, ground - 44, 30, 44}, 0, color);
}

static void sky(Ui *ui, float x, float ground, const SceneColors *colors)
{
    static const float stars[][3] = {{690, 150, 2},    {760, 92, 1.6f}, {1180, 140, 2},   {1226, 260, 1.6f},
                                     {664, 300, 1.6f}, {1092, 74, 2},   {1010, 46, 1.4f}, {850, 60, 1.6f}};
    Vec moon = {x + 336, ground - 290};
    draw_arc(ui->draw,
             (DrawArc){.center = moon, .radius = 300, .width = 2, .sweep_deg = 360, .color = colors->ring});
    draw_arc(ui->draw, (DrawArc){.center = moon,
                                 .radius = 392,
                                 .width = 2,
                                 .sweep_deg = 360,
                                 .color = color_fade(colors->ring, 0.7f)});
    draw_shape(ui->draw, (DrawShape){.rect = {moon.x - 212, moon.y - 212, 424, 424},
                                     .radius = 212,
                                     .fill_top = colors->moon_top,
                                     .fill_bottom = colors->moon_bottom});
    for (size_t i = 0; i < sizeof stars / sizeof *stars; i++)
        dot(ui, x + stars[i][0] - 600, stars[i][1] + ground - SCENE_GROUND, stars[i][2], colors->star);
}

static void town(Ui *ui, float x, float ground, const SceneColors *colors)
{
    pile(ui, x + 48, ground, 84, 7, colors->far, 1);
    dome(ui, x + 596, pile(ui, x + 546, ground, 96, 11, colors->far, 2) - 3, 29, colors->far);
    pile(ui, x + 110, ground, 124, 14, colors->near, 3);
    dome(ui, x + 334, pile(ui, x + 274, ground, 116, 6, colors->middle, 4) - 3, 35, colors->middle);
    pile(ui, x + 421, ground, 124, 17, colors->near, 5);
    door(ui, x + 174, ground, colors->door);
    door(ui, x + 334, ground, colors->door);
    door(ui, x + 486, ground, colors->door);
    draw_rect(ui->draw, (Rect){x, ground, ui->in.view.canvas.w - x, 4}, 2, colors->line);
    for (int i = 0; i < 3; i++) {
        float inset = 60 + 60 * (float)i;
        Color glint = color_fade(colors->ring, 1 - 0.3f * (float)i);
        draw_rect(ui->draw, (Rect){x + inset, ground + 16 + 14 * (float)i, 560 - 2 * inset + 60, 4}, 2,
                  glint);
    }
}

/* The pair on the roofs, and the spark between them. */
static void pair(Ui *ui, float x, float ground)
{
    Color term = ui_color(ui, TOKEN_TERM), def = ui_color(ui, TOKEN_DEF);
    draw_rect(ui->draw, (Rect){x + 147, ground - 274, 54, 76}, 10, term);
    dot(ui, x + 174, ground - 238, 10, ui_color(ui, TOKEN_TERM_INK));
    draw_rect(ui->draw, (Rect){x + 459, ground - 316, 54, 76}, 10, def);
    draw_rect(ui->draw, (Rect){x + 477, ground - 289, 18, 18}, 4, ui_color(ui, TOKEN_DEF_INK));
    for (int i = 0; i < 13; i++) {
        float t = (float)(i + 1) / 14, rise = 4 * t * (1 - t);
        float px = x + 210 + 240 * t, py = ground - 262 - 20 * t - 84 * rise;
        dot(ui, px, py, 2.2f + 2 * rise, color_fade(i < 6 ? term : def, 0.4f + 0.45f * rise));
    }
}

void title_scene_draw(Ui *ui, float left)
{
    SceneColors colors = scene_colors(ui);
    Rect canvas = ui->in.view.canvas;
    float ground = canvas.h - (720 - SCENE_GROUND);
    if (!ui->theme->is_flat) sky(ui, left, ground, &colors);
    town(ui, left, ground, &colors);
    pair(ui, left, ground);
}
