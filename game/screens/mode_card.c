#include "screens/mode_card.h"

#include "ui/layout.h"
#include "ui/widgets.h"

#define RADIUS 20
#define PAD    16
#define LIFT   4

static const LabelStyle WORDS = {T18, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_LEFT, false, false, 1};
static const LabelStyle REASON = {T16, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_LEFT, false, false, 0};

static bool can_be_chosen(const ModeCard *card)
{
    return card->reason.size == 0;
}

static void draw_surface(Ui *ui, const ModeCard *card, bool is_hovered)
{
    Color tint = ui_color(ui, card->tint), tile = ui_color(ui, TOKEN_TILE1);
    PaintRaised raised = {.rect = card->rect,
                          .radius = RADIUS,
                          .top = can_be_chosen(card) ? tint : tile,
                          .bottom = tile,
                          .line = ui_color(ui, is_hovered ? TOKEN_LINE2 : TOKEN_LINE),
                          .edge = ui_color(ui, TOKEN_EDGE)};
    paint_raised(ui, &raised);
}

/* The unit goes where there is no room for both. */
static void draw_figure(Ui *ui, const ModeCard *card, Rect line)
{
    LabelStyle figure = {.size = T24,
                         .weight = WEIGHT_BOLD,
                         .color = card->color,
                         .align = TEXT_ALIGN_LEFT,
                         .is_tabular = true};
    float used = card->figure.size ? label_draw(ui, line, card->figure, &figure) + 8 : 0;
    if (used > 0 && line.w - used < label_width(ui, card->unit, &WORDS)) return;
    label_draw(ui, (Rect){line.x + used, line.y, line.w - used, line.h}, card->unit, &WORDS);
}

static void draw_icon(Ui *ui, const ModeCard *card, Rect head, float side)
{
    Color color = ui_color(ui, can_be_chosen(card) ? card->color : TOKEN_MUTED);
    icon_draw(ui->draw, card->icon, (Rect){head.x, head.y + (head.h - side) / 2, side, side}, color, color);
}

/* On a low card the name stands beside the icon; the words go first where there is no room for all. */
static void draw_inside(Ui *ui, const ModeCard *card)
{
    Rect box = layout_pad(card->rect, PAD, PAD - 4);
    float icon = ui_grow(ui, 40, T24, 1), title_line = ui_type(ui, T24).line;
    float words_line = ui_type(ui, T18).line;
    bool is_low = box.h < icon + 6 + 2 * title_line + words_line;
    if (is_low) icon = title_line * 0.8f;
    Rect head = layout_cut_top(&box, is_low ? title_line : icon, is_low ? 0 : 6);
    draw_icon(ui, card, head, icon);
    if (can_be_chosen(card)) {
        Vec at = {head.x + head.w, head.y + head.h / 2};
        head.w -= prompt_draw_right(ui, card->trigger, at, PROMPT_NORMAL);
    }
    LabelStyle title = {.size = T24,
                        .weight = WEIGHT_BOLD,
                        .color = can_be_chosen(card) ? TOKEN_TEXT : TOKEN_MUTED,
                        .align = TEXT_ALIGN_LEFT};
    if (is_low) layout_cut_left(&head, icon, 12);
    label_draw(ui, is_low ? head : layout_cut_top(&box, title_line, 0), card->label, &title);
    if (!can_be_chosen(card)) {
        label_paragraph(ui, box, card->reason, &REASON);
        return;
    }
    Rect figure = layout_cut_bottom(&box, title_line, 0);
    if (box.h >= words_line * 0.9f)
        label_draw(ui, (Rect){box.x, box.y, box.w, words_line}, card->words, &WORDS);
    draw_figure(ui, card, figure);
}

static Str told(Ui *ui, const ModeCard *card)
{
    if (!can_be_chosen(card)) return card->reason;
    return str_format(ui->frame, "%.*s. %.*s %.*s", STR_FMT(card->words), STR_FMT(card->figure),
                      STR_FMT(card->unit));
}

UiHit mode_card_put(Ui *ui, const ModeCard *card)
{
    unsigned flags = UI_FOCUSABLE;
    if (!can_be_chosen(card)) flags |= UI_DISABLED;
    if (card->is_default) flags |= UI_DEFAULT;
    UiHit hit = ui_widget(ui, &(UiWidget){.id = card->id,
                                          .role = ROLE_BUTTON,
                                          .label = card->label,
                                          .value = told(ui, card),
                                          .flags = flags,
                                          .rect = card->rect,
                                          .radius = RADIUS,
                                          .trigger = card->trigger});
    float lift = ui_animate(ui, ui_id_index(card->id, 1), hit.is_focused ? LIFT : 0, 90, EASE_CUBIC_OUT);
    paint_layer_moved(ui, card->rect, (Vec){0, -lift}, 1, 1);
    draw_surface(ui, card, hit.is_hovered);
    draw_inside(ui, card);
    paint_layer_end(ui);
    return hit;
}
