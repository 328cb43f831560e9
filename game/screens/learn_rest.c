#include <math.h>

#include "screens/learn_parts.h"
#include "ui/format.h"
#include "ui/widgets.h"

#define WIDTH 760.0f
#define PAD   36.0f
#define PAD_Y 28.0f
#define ROW   40.0f
#define BELOW 24.0f /* between the panel and its buttons */

static const LabelStyle TEXT = {T20, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_LEFT, false, false, 0};

typedef struct {
    Str title, text, way_on, way_back;
    Icon icon;
    LearnInputKind kind; /* of the way on */
    bool is_back_main;
} Rest;

static Str count_words(Ui *ui, const Learn *learn)
{
    uint32_t misses = 0;
    for (uint32_t i = 0; i < learn->group.count; i++) misses += learn->group.cards[i].misses > 0;
    Str cards = format_count(ui->frame, learn->group.count, "card", "cards");
    if (misses == 0) return str_format(ui->frame, "%.*s, none of them missed.", STR_FMT(cards));
    return str_format(ui->frame, "%.*s; %.*s to come back.", STR_FMT(cards),
                      STR_FMT(format_count(ui->frame, misses, "had", "had")));
}

static Rest rest_of(Ui *ui, const Learn *learn)
{
    Rest rest = {.way_back = STR("Back to the deck"), .icon = ICON_TICK_CIRCLE};
    if (learn->source.pool.count == 0) {
        rest.title = STR("No card has these tags");
        rest.text = STR("Choose other tags on the deck's page.");
        rest.icon = ICON_INFO;
    } else if (learn->phase == LEARN_GROUP_DONE) {
        rest.title = str_format(ui->frame, "Group %u is done", learn_group_number(learn));
        rest.text = count_words(ui, learn);
        rest.way_on = STR("Next group");
        rest.kind = LEARN_INPUT_NEXT;
    } else {
        Str cards = format_count(ui->frame, learn->source.pool.count, "card is", "cards are");
        rest.title = STR("All learned");
        rest.text = str_format(ui->frame, "%.*s done. Spaced brings back what is due.", STR_FMT(cards));
        rest.way_on = STR("Learn again");
        rest.kind = LEARN_INPUT_RESTART;
        rest.is_back_main = true;
    }
    return rest;
}

static Str row_words(Ui *ui, const LearnCard *card)
{
    if (card->misses == 0) return STR("right each time");
    return str_format(ui->frame, "missed %.*s",
                      STR_FMT(format_count(ui->frame, card->misses, "time", "times")));
}

static void draw_row(Ui *ui, Rect line, const LearnCard *card, Str term)
{
    LabelStyle name = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle more = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_RIGHT};
    line.w -= label_draw(ui, line, row_words(ui, card), &more) + 24;
    float side = ui_type(ui, T20).size;
    Rect icon = layout_cut_left(&line, side, 14);
    icon.y += (icon.h - side) / 2;
    icon.h = side;
    icon_draw(ui->draw, card->misses ? ICON_AGAIN : ICON_TICK, icon,
              ui_color(ui, card->misses ? TOKEN_DEF : TOKEN_OK), ui_color(ui, TOKEN_OK));
    label_draw(ui, line, term, &name);
}

/* The group's cards; where there is no room for all, how many more there are. */
static void draw_rows(Ui *ui, const Model *model, Rect area)
{
    const LearnGroup *group = &model->learn.learn->group;
    float height = ui_grow(ui, ROW, T20, 1);
    uint32_t held = (uint32_t)((area.h + 1) / height);
    uint32_t shown = held >= group->count ? group->count : held > 0 ? held - 1 : 0;
    for (uint32_t i = 0; i < shown; i++) {
        const LearnCard *card = &group->cards[i];
        draw_row(ui, layout_cut_top(&area, height, 0), card, deck_term(model->deck.deck, card->card));
    }
    if (shown == group->count || held == 0) return;
    Str rest = str_format(ui->frame, "and %u more", group->count - shown);
    label_draw(ui, layout_cut_top(&area, height, 0), rest, &TEXT);
}

static void draw_panel(Ui *ui, const Model *model, const Rest *rest, Rect panel)
{
    LabelStyle title = {.size = T40, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    paint_layer(ui, panel);
    paint_panel(ui, panel);
    Rect inside = layout_pad(panel, PAD, PAD_Y);
    Rect head = layout_cut_top(&inside, ui_type(ui, T40).line, 8);
    float side = ui_type(ui, T40).size;
    Rect icon = layout_cut_left(&head, side, 16);
    icon.y += (icon.h - side) / 2;
    icon.h = side;
    bool is_told = rest->icon == ICON_INFO;
    icon_draw(ui->draw, rest->icon, icon, ui_color(ui, is_told ? TOKEN_MUTED : TOKEN_OK),
              ui_color(ui, TOKEN_OK_INK));
    label_draw(ui, head, rest->title, &title);
    float used = label_height(ui, rest->text, &TEXT, inside.w);
    label_paragraph(ui, layout_cut_top(&inside, used, 16), rest->text, &TEXT);
    if (model->learn.learn->phase == LEARN_GROUP_DONE) draw_rows(ui, model, inside);
    paint_layer_end(ui);
    ui_note(ui, ui_id("learn-rest"), rest->title, panel);
    ui_note(ui, ui_id("learn-rest-text"), rest->text, panel);
}

static Intent put_buttons(Ui *ui, const Rest *rest, Rect line)
{
    bool has_way_on = rest->way_on.size > 0, is_back_main = rest->is_back_main || !has_way_on;
    Button back = {.id = learn_button_id(is_back_main ? 0 : 1),
                   .rect = layout_column(line, is_back_main ? 0 : 1, 2, LEARN_GAP),
                   .label = rest->way_back,
                   .kind = is_back_main ? BUTTON_PRIMARY : BUTTON_NORMAL,
                   .shows_confirm = is_back_main,
                   .is_default = is_back_main};
    Button way_on = {.id = learn_button_id(is_back_main ? 1 : 0),
                     .rect = layout_column(line, is_back_main ? 1 : 0, 2, LEARN_GAP),
                     .label = rest->way_on,
                     .kind = is_back_main ? BUTTON_NORMAL : BUTTON_PRIMARY,
                     .shows_confirm = !is_back_main,
                     .is_default = !is_back_main};
    if (has_way_on && button_put(ui, &way_on)) return learn_input(rest->kind, 0);
    return button_put(ui, &back) ? (Intent){.kind = INTENT_BACK} : intent_none();
}

Intent learn_rest_put(Ui *ui, const Model *model, Rect area)
{
    const Learn *learn = model->learn.learn;
    Rest rest = rest_of(ui, learn);
    float width = fminf(area.w, ui_grow(ui, WIDTH, T20, 6)), buttons = button_height(ui, false);
    float rows = learn->phase == LEARN_GROUP_DONE ? ui_grow(ui, ROW, T20, 1) * (float)learn->group.count : 0;
    float text = label_height(ui, rest.text, &TEXT, width - 2 * PAD);
    float height = 2 * PAD_Y + ui_type(ui, T40).line + 8 + text + (rows > 0 ? 16 + rows : 0);
    height = fminf(height, area.h - buttons - BELOW);
    Rect block = layout_center(area, width, height + BELOW + buttons);
    Rect panel = layout_cut_top(&block, height, BELOW);
    draw_panel(ui, model, &rest, panel);
    return put_buttons(ui, &rest, block);
}
