#include <math.h>

#include "screens/cards_parts.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define CARD_WIDTH      760.0f
#define NAV             88.0f
#define NAV_GAP         40.0f
#define LAYER_ROOM      60.0f /* for the shadow */
#define FLIP_MS         220
#define FLIP_REDUCED_MS 100
#define MOVE_MS         180
#define MOVE_REDUCED_MS 100
#define MOVE_BY         72.0f
#define SWIPE           80.0f /* so far aside, a card goes */
#define SLIP            10.0f /* so little is a press */

static CardsFace face_of(const Cards *cards, Rect rect)
{
    return (CardsFace){rect, cards->place.card, cards_side(cards), cards->place.is_both};
}

/* At most as wide as leaves room for the ways on and back at its sides. */
static Rect card_rect(const Ui *ui, Rect area)
{
    float most = area.w - 2 * (NAV + NAV_GAP);
    float width = fminf(ui_grow(ui, CARD_WIDTH, T18, 8), most);
    return (Rect){area.x + (area.w - width) / 2, area.y, width, area.h};
}

/* --- motion --- */

static void notice(Ui *ui, CardsMotion *motion, const CardsFace *face, uint32_t at)
{
    int64_t now_ms = ui->in.now_ms;
    bool is_same = motion->is_there && motion->before.card == face->card;
    bool is_turned =
        is_same && (motion->before.side != face->side || motion->before.is_both != face->is_both);
    if (motion->is_there && !is_same) {
        motion->moved_ms = now_ms;
        motion->flipped_ms = 0;
        motion->moved_by = at < motion->at ? -1 : 1;
    }
    if (is_turned) {
        motion->flipped_ms = now_ms;
        motion->moved_ms = 0;
        ui_sound(ui, SOUND_FLIP, 0);
    }
    motion->is_there = true;
    motion->at = at;
}

static DrawLayer layer_of(const CardsFace *face)
{
    DrawLayer layer = draw_layer_identity(rect_inset(face->rect, -LAYER_ROOM));
    layer.pivot = rect_center(face->rect);
    return layer;
}

static bool draw_face(Ui *ui, const Model *model, const CardsFace *face, const DrawLayer *layer)
{
    if (layer->scale_x <= 0.01f || layer->alpha <= 0) return true;
    draw_layer(ui->draw, *layer);
    bool is_whole = cards_face_paint(ui, model, face);
    draw_layer_end(ui->draw);
    return is_whole;
}

/* The side that was on top narrows to a line, the other widens out of it. `before` is the side that goes. */
static bool draw_flip(Ui *ui, const Model *model, const CardsFace *face, const CardsFace *before, float part)
{
    DrawLayer layer = layer_of(face);
    if (ui->in.reduced_motion) {
        DrawLayer going = layer;
        going.alpha = 1 - part;
        layer.alpha = part;
        draw_face(ui, model, before, &going);
        return draw_face(ui, model, face, &layer);
    }
    bool is_going = part < 0.5f;
    layer.scale_x = is_going ? 1 - ease(EASE_SINE_IN, 2 * part) : ease(EASE_SINE_OUT, 2 * part - 1);
    return draw_face(ui, model, is_going ? before : face, &layer);
}

/* What is behind the shown side when it has turned over: the same card otherwise. */
static CardsFace other_face(const CardsFace *face, const Cards *cards)
{
    CardsFace other = *face;
    if (!cards->place.is_both) other.side = face->side == SIDE_TERM ? SIDE_DEFINITION : SIDE_TERM;
    return other;
}

static bool draw_card(Ui *ui, const CardsScreen *screen, const Model *model, const CardsFace *face)
{
    const CardsMotion *motion = &screen->motion;
    bool is_reduced = ui->in.reduced_motion;
    if (motion->flipped_ms) {
        float part = ui_progress(ui, motion->flipped_ms, is_reduced ? FLIP_REDUCED_MS : FLIP_MS, true);
        CardsFace before = other_face(face, model->cards);
        if (part < 1) return draw_flip(ui, model, face, &before, part);
    }
    DrawLayer layer = layer_of(face);
    layer.dx = screen->swipe.is_down ? screen->swipe.by : 0;
    if (motion->moved_ms) {
        float part = ui_progress(ui, motion->moved_ms, is_reduced ? MOVE_REDUCED_MS : MOVE_MS, true);
        layer.alpha = part;
        if (!is_reduced) layer.dx += MOVE_BY * (float)motion->moved_by * (1 - ease(EASE_CUBIC_OUT, part));
    }
    return draw_face(ui, model, face, &layer);
}

/* Those that are still to come. */
static void draw_behind(Ui *ui, const Cards *cards, Rect card)
{
    static const float degrees[] = {-3.5f, 5};
    uint32_t left = cards->count - cards->at - 1;
    Rect sheet = layout_pad(card, 4, 4);
    for (uint32_t i = 0; i < 2 && i < left; i++) {
        draw_layer(ui->draw, draw_layer_identity(rect_inset(card, -LAYER_ROOM)));
        paint_turned_outline(ui, sheet, 24, degrees[i], ui_color(ui, TOKEN_LINE));
        draw_layer_end(ui->draw);
    }
}

/* --- ways to turn it --- */

/* The card follows the pointer; far enough aside it goes. True when the pointer was let go there. */
static bool swiped(Ui *ui, CardsSwipe *swipe, const UiHit *hit, int *by)
{
    if (hit->is_pointer_down) {
        if (!swipe->is_down) *swipe = (CardsSwipe){.is_down = true, .from_x = ui->pointer.x};
        swipe->by = ui->pointer.x - swipe->from_x;
        return false;
    }
    bool was_down = swipe->is_down;
    swipe->is_down = false;
    *by = swipe->by < -SWIPE ? 1 : swipe->by > SWIPE ? -1 : 0;
    return was_down && fabsf(swipe->by) > SLIP;
}

static int turned_by_wheel(Ui *ui, CardsScreen *screen)
{
    Action action = ui_free_action(ui);
    if (action.kind != ACTION_WHEEL) return 0;
    screen->wheel += action.event.amount;
    if (fabsf(screen->wheel) < 1) return 0;
    int by = screen->wheel > 0 ? -1 : 1;
    screen->wheel = 0;
    return by;
}

static Intent turn(int by)
{
    if (by == 0) return intent_none();
    return cards_input(by > 0 ? CARDS_NEXT : CARDS_PREVIOUS, 0);
}

static int end_pressed(Ui *ui)
{
    if (ui_triggered(ui, ui_on_key(KEY_HOME))) return -1;
    return ui_triggered(ui, ui_on_key(KEY_END)) ? 1 : 0;
}

static Intent act(Ui *ui, CardsScreen *screen, const Cards *cards, const UiHit *hit)
{
    int by = 0;
    if (swiped(ui, &screen->swipe, hit, &by)) return turn(by);
    if (hit->is_activated) return cards->place.is_both ? turn(1) : cards_input(CARDS_FLIP, 0);
    if (hit->step_x != 0) return turn(hit->step_x);
    int end = end_pressed(ui);
    if (end != 0) return cards_input(CARDS_JUMP, end < 0 ? 0 : cards->count);
    return turn(turned_by_wheel(ui, screen));
}

static Intent put_card(Ui *ui, CardsScreen *screen, const Model *model, Rect rect, bool *is_whole)
{
    CardsFace face = face_of(model->cards, rect);
    notice(ui, &screen->motion, &face, model->cards->at);
    screen->motion.before = face;
    /* the arrows turn it: in contrast alone it says besides that it has them */
    unsigned ring = ui->theme->is_flat ? 0 : UI_NO_RING;
    UiHit hit = ui_widget(ui, &(UiWidget){.id = cards_card_id(),
                                          .role = ROLE_TILE,
                                          .label = cards_face_text(ui->frame, model->deck.deck, &face),
                                          .value = face.side == SIDE_TERM ? STR("Term") : STR("Definition"),
                                          .flags = UI_FOCUSABLE | UI_DEFAULT | UI_TAKES_X | ring,
                                          .rect = rect,
                                          .radius = 24,
                                          .trigger = ui_on_key(KEY_SPACE)});
    *is_whole = draw_card(ui, screen, model, &face);
    return act(ui, screen, model->cards, &hit);
}

static bool put_star(Ui *ui, const Model *model, Rect card)
{
    bool is_on = model->study && model->study->cards[model->cards->place.card].is_starred;
    UiHit hit = ui_widget(ui, &(UiWidget){.id = ui_id("star"),
                                          .role = ROLE_TOGGLE,
                                          .label = STR("Star"),
                                          .value = is_on ? STR("On") : STR("Off"),
                                          .flags = UI_POINTER | (is_on ? (unsigned)UI_SELECTED : 0u),
                                          .rect = rect_inset(cards_face_star(ui, card), -8),
                                          .trigger = ui_on_key_button(KEY_S, PAD_Y)});
    return hit.is_activated;
}

/* A round way back or on, with its keys below. They turn nothing at the ends. */
static bool put_way(Ui *ui, Vec center, bool is_next, bool is_open)
{
    Command command = is_next ? COMMAND_PAGE_NEXT : COMMAND_PAGE_PREVIOUS;
    Rect disc = {center.x - NAV / 2, center.y - NAV / 2, NAV, NAV};
    UiHit hit = ui_widget(ui, &(UiWidget){.id = ui_id(is_next ? "next" : "previous"),
                                          .role = ROLE_BUTTON,
                                          .label = is_next ? STR("Next card") : STR("Card before"),
                                          .flags = UI_POINTER | (is_open ? 0u : (unsigned)UI_DISABLED),
                                          .rect = disc,
                                          .trigger = ui_on_command(command)});
    Color ink = ui_color(ui, is_open ? TOKEN_TEXT : TOKEN_LINE2);
    paint_layer_moved(ui, disc, (Vec){0, hit.is_pressed && is_open ? 3 : 0}, 1, 1);
    Color line = ui_color(ui, hit.is_hovered && is_open ? TOKEN_LINE2 : TOKEN_LINE);
    Color fill = ui_color(ui, TOKEN_SURFACE);
    paint_raised(ui, &(PaintRaised){disc, NAV / 2, fill, fill, line, ui_color(ui, TOKEN_EDGE), 0, 0, {0}});
    icon_draw(ui->draw, is_next ? ICON_ARROW_RIGHT : ICON_ARROW_LEFT, layout_center(disc, 36, 36), ink, ink);
    paint_layer_end(ui);
    UiTrigger keys = ui_on_key_button(ui->in.bindings->of[is_next ? COMMAND_RIGHT : COMMAND_LEFT].keys[0],
                                      ui->in.bindings->of[command].button);
    Vec size = prompt_size(ui, keys);
    Rect prompt = {center.x - size.x / 2, disc.y + NAV + 16, size.x, size.y};
    if (size.x > 0) {
        paint_layer(ui, prompt);
        prompt_draw_left(ui, keys, (Vec){prompt.x, prompt.y + size.y / 2}, PROMPT_NORMAL);
        paint_layer_end(ui);
    }
    return hit.is_activated;
}

Intent cards_stack_put(Ui *ui, CardsScreen *screen, const Model *model, Rect area, bool *is_whole)
{
    const Cards *cards = model->cards;
    Rect card = card_rect(ui, area);
    draw_behind(ui, cards, card);
    Intent intent = put_card(ui, screen, model, card, is_whole);
    float out = NAV_GAP + NAV / 2 + (area.w - card.w - 2 * (NAV + NAV_GAP)) / 4;
    Vec left = {card.x - out, card.y + card.h * 0.47f}, right = {card.x + card.w + out, left.y};
    if (put_way(ui, left, false, cards->at > 0)) intent = turn(-1);
    if (put_way(ui, right, true, cards->at + 1 < cards->count)) intent = turn(1);
    if (put_star(ui, model, card)) intent = cards_input(CARDS_STAR, 0);
    return intent;
}
