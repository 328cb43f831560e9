#include <math.h>

#include "screens/learn_parts.h"
#include "ui/widgets.h"

#define STEP      72.0f
#define RADIUS    20.0f
#define LARGE     27.0f /* of the card that is asked */
#define MIDDLE    33.0f /* of the circles, from the left */
#define WORDS     69.0f
#define BAR_WIDTH 112.0f

typedef enum { RUNG_OPEN, RUNG_HALF, RUNG_BACK, RUNG_DONE, RUNG_NOW } Rung;

static Rung rung_of(const Learn *learn, uint32_t place)
{
    const LearnCard *card = &learn->group.cards[place];
    if (learn_current(learn) == card) return RUNG_NOW;
    if (card->stage == LEARN_STAGE_DONE) return RUNG_DONE;
    if (card->comes_back) return RUNG_BACK;
    return card->stage == LEARN_STAGE_TYPED ? RUNG_HALF : RUNG_OPEN;
}

static void draw_number(Ui *ui, Vec c, uint32_t number, TextSize size, Token color)
{
    LabelStyle style = {.size = size, .weight = WEIGHT_BOLD, .color = color, .align = TEXT_ALIGN_CENTER};
    Rect box = {c.x - LARGE, c.y - LARGE, 2 * LARGE, 2 * LARGE};
    label_draw(ui, box, str_format(ui->frame, "%u", number), &style);
}

static void draw_open(Ui *ui, Vec c, uint32_t number, bool is_half)
{
    Rect disc = {c.x - RADIUS, c.y - RADIUS, 2 * RADIUS, 2 * RADIUS};
    draw_shape(ui->draw, (DrawShape){.rect = disc,
                                     .radius = RADIUS,
                                     .fill_top = ui_color(ui, TOKEN_WELL),
                                     .fill_bottom = ui_color(ui, TOKEN_WELL),
                                     .border = fmaxf(2, ui->theme->border),
                                     .border_color = ui_color(ui, TOKEN_LINE2)});
    if (is_half) /* chosen rightly, to be typed yet */
        draw_arc(ui->draw, (DrawArc){.center = c,
                                     .radius = RADIUS - 2,
                                     .width = 4,
                                     .sweep_deg = 180,
                                     .color = ui_color(ui, TOKEN_OK)});
    draw_number(ui, c, number, T16, TOKEN_MUTED);
}

static void draw_circle(Ui *ui, Vec c, uint32_t number, Rung rung)
{
    float half = RADIUS * 12 / 11; /* an icon's disc has a rim of air */
    Rect icon = {c.x - half, c.y - half, 2 * half, 2 * half};
    switch (rung) {
    case RUNG_OPEN:
    case RUNG_HALF: draw_open(ui, c, number, rung == RUNG_HALF); break;
    case RUNG_DONE:
        icon_draw(ui->draw, ICON_TICK_CIRCLE, icon, ui_color(ui, TOKEN_OK), ui_color(ui, TOKEN_OK_INK));
        break;
    case RUNG_BACK:
        icon_draw(ui->draw, ICON_CROSS_CIRCLE, icon, ui_color(ui, TOKEN_BAD), ui_color(ui, TOKEN_BAD_INK));
        break;
    case RUNG_NOW:
        draw_rect(ui->draw, (Rect){c.x - LARGE, c.y - LARGE, 2 * LARGE, 2 * LARGE}, LARGE,
                  ui_color(ui, TOKEN_DEF));
        draw_number(ui, c, number, T20, TOKEN_DEF_INK);
        break;
    }
}

/* A card that is still to be typed keeps its name to itself. */
static void draw_words(Ui *ui, Rect line, Str term, Rung rung)
{
    LabelStyle name = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle more = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_LEFT};
    float high = ui_type(ui, T20).line, low = ui_type(ui, T18).line;
    if (rung == RUNG_OPEN || rung == RUNG_HALF) {
        Rect bar = {line.x, line.y + line.h / 2 - 5, BAR_WIDTH, 10};
        draw_rect(ui->draw, bar, 5, ui_color(ui, ui->theme->is_flat ? TOKEN_LINE : TOKEN_RAISED));
        return;
    }
    if (rung != RUNG_BACK) {
        label_draw(ui, line, rung == RUNG_NOW ? STR("This card") : term, &name);
        return;
    }
    float top = line.y + (line.h - high - low) / 2;
    label_draw(ui, (Rect){line.x, top, line.w, high}, term, &name);
    label_draw(ui, (Rect){line.x, top + high, line.w, low}, STR("comes back"), &more);
}

static Str spoken(Ui *ui, const Learn *learn)
{
    uint32_t done = 0, back = 0;
    for (uint32_t i = 0; i < learn->group.count; i++) {
        Rung rung = rung_of(learn, i);
        done += rung == RUNG_DONE;
        back += rung == RUNG_BACK;
    }
    return str_format(ui->frame, "%u of %u cards done, %u come back", done, learn->group.count, back);
}

void learn_ladder_draw(Ui *ui, const Model *model, Rect area)
{
    const Learn *learn = model->learn.learn;
    const Deck *deck = model->deck.deck;
    float step = fminf(STEP, area.h / LEARN_GROUP);
    paint_layer(ui, area);
    for (uint32_t i = 0; i < learn->group.count; i++) {
        Rung rung = rung_of(learn, i);
        Vec c = {area.x + MIDDLE, area.y + step * ((float)i + 0.5f)};
        bool is_behind = rung == RUNG_DONE || rung == RUNG_BACK;
        if (i + 1 < learn->group.count)
            paint_line(ui, c, (Vec){c.x, c.y + step}, 4, ui_color(ui, is_behind ? TOKEN_OK : TOKEN_LINE));
    }
    for (uint32_t i = 0; i < learn->group.count; i++) {
        Vec c = {area.x + MIDDLE, area.y + step * ((float)i + 0.5f)};
        Rung rung = rung_of(learn, i);
        draw_circle(ui, c, i + 1, rung);
        Rect line = {area.x + WORDS, c.y - step / 2, area.w - WORDS, step};
        draw_words(ui, line, deck_term(deck, learn->group.cards[i].card), rung);
    }
    paint_layer_end(ui);
    ui_note(ui, ui_id("learn-ladder"), spoken(ui, learn), area);
}
