#include <math.h>

#include "screens/title_scene.h"
#include "ui/label.h"
#include "ui/paint.h"

#define LOGO_MS 420

typedef struct {
    Vec at;
    float scale;
} Logo;

static Rect place(const Logo *logo, float x, float y, float w, float h)
{
    return (Rect){logo->at.x + x * logo->scale, logo->at.y + y * logo->scale, w * logo->scale,
                  h * logo->scale};
}

/* A card turned about its middle, moved by `slide`; what is drawn until card_end turns with it. */
static void card_begin(Ui *ui, const Logo *logo, Rect card, float degrees, float slide)
{
    float side = 38 * logo->scale, below = 9 * logo->scale; /* knob and notch, edge */
    DrawLayer layer =
        draw_layer_identity((Rect){card.x - side, card.y - 2, card.w + 2 * side, card.h + 2 + below});
    layer.pivot = rect_center(card);
    layer.angle_deg = degrees;
    layer.dx = slide;
    draw_layer(ui->draw, layer);
}

static Rect left_card(const Logo *logo)
{
    return place(logo, 72, 76, 252, 128);
}

static Rect right_card(const Logo *logo)
{
    return place(logo, 338, 76, 264, 128);
}

void title_logo_draw_outlines(Ui *ui, Vec at, float scale)
{
    const Logo the_logo = {at, scale}, *logo = &the_logo;
    Rect left = left_card(logo), right = right_card(logo);
    Color term = ui_color(ui, TOKEN_TERM), def = ui_color(ui, TOKEN_DEF);
    for (int i = 2; i >= 1; i--) {
        float by = (i == 2 ? 34 : 20) * logo->scale, alpha = i == 2 ? 0.2f : 0.36f;
        paint_turned_outline(ui, rect_move(left, -by, 0), 24 * logo->scale, -4, color_fade(term, alpha));
        paint_turned_outline(ui, rect_move(right, by, 0), 24 * logo->scale, 3, color_fade(def, alpha));
    }
}

static void word(Ui *ui, const Logo *logo, Rect card, Str text, Token ink)
{
    TextStyle style = {.weight = WEIGHT_BOLD,
                       .size = 66 * logo->scale,
                       .line_height = 80 * logo->scale,
                       .align = TEXT_ALIGN_CENTER};
    const TextLayout *layout = text_layout(ui->text, text, &style, card.w);
    text_draw(ui->draw, layout, (Vec){card.x, card.y + (card.h - layout->height) / 2}, ui_color(ui, ink));
}

static void slab(Ui *ui, const Logo *logo, Rect card, Token fill, Token edge)
{
    Color color = ui_color(ui, fill);
    Color white = {255, 255, 255, 255};
    draw_shape(ui->draw, (DrawShape){.rect = card,
                                     .radius = 24 * logo->scale,
                                     .fill_top = color_mix(color, white, 0.2f),
                                     .fill_bottom = color_mix(color, ui_color(ui, edge), 0.1f),
                                     .edge = 7 * logo->scale,
                                     .edge_color = ui_color(ui, edge)});
}

/* The knob that the other card's notch takes in, part of the left card's own picture. */
static void knob(Ui *ui, const Logo *logo, Rect card)
{
    float r = 25 * logo->scale, x = card.x + card.w + 4 * logo->scale,
          y = card.y + card.h / 2 + 4 * logo->scale;
    Color color = ui_color(ui, TOKEN_TERM), white = {255, 255, 255, 255};
    draw_shape(ui->draw, (DrawShape){.rect = {x - r, y - r, 2 * r, 2 * r},
                                     .radius = r,
                                     .fill_top = color_mix(color, white, 0.13f),
                                     .fill_bottom = color_mix(color, white, 0.03f)});
}

static void rays(Ui *ui, const Logo *logo, float alpha)
{
    static const float ends[6][4] = {{331, 58, 331, 36},   {307, 62, 297, 44},   {355, 62, 365, 44},
                                     {331, 222, 331, 244}, {307, 218, 297, 236}, {355, 218, 365, 236}};
    Color color = color_fade(ui_color(ui, TOKEN_TEXT), 0.9f * alpha);
    for (int i = 0; i < 6; i++) {
        Vec points[2] = {{logo->at.x + ends[i][0] * logo->scale, logo->at.y + ends[i][1] * logo->scale},
                         {logo->at.x + ends[i][2] * logo->scale, logo->at.y + ends[i][3] * logo->scale}};
        draw_line(ui->draw, points, 2, 4 * logo->scale, color);
    }
}

void title_logo_draw(Ui *ui, Vec at, float scale, int64_t start_ms)
{
    Logo logo = {at, scale};
    float part = ui_progress(ui, start_ms, LOGO_MS, false);
    float slide = 120 * scale * (1 - ease(EASE_BACK_OUT, part));
    Rect left = left_card(&logo), right = right_card(&logo);
    card_begin(ui, &logo, right, 3, slide);
    slab(ui, &logo, right, TOKEN_DEF, TOKEN_DEF_EDGE);
    word(ui, &logo, right, STR("wick"), TOKEN_DEF_INK);
    float r = 32 * scale;
    draw_rect(ui->draw, (Rect){right.x - r - 4 * scale, right.y + right.h / 2 - r, 2 * r, 2 * r}, r,
              ui_color(ui, TOKEN_BG0));
    draw_layer_end(ui->draw);
    card_begin(ui, &logo, left, -4, -slide);
    slab(ui, &logo, left, TOKEN_TERM, TOKEN_TERM_EDGE);
    knob(ui, &logo, left);
    word(ui, &logo, left, STR("Match"), TOKEN_TERM_INK);
    draw_layer_end(ui->draw);
    rays(ui, &logo, part >= 1 ? 1 : part);
}
