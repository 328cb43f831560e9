#include <math.h>

#include "screens/cards_parts.h"
#include "screens/menu.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define WIDTH       760.0f /* the card's */
#define TOOLS_WIDTH 800.0f /* three words with key and pad glyph each */
#define GAP         16.0f

static Rect middle(const Ui *ui, Rect line, float width)
{
    return layout_center(line, fminf(ui_grow(ui, width, T20, 12), line.w), line.h);
}

void cards_progress_draw(Ui *ui, const Cards *cards, Rect bar)
{
    if (cards->count == 0) return;
    Rect rect = middle(ui, bar, WIDTH);
    float part = fmaxf((float)(cards->at + 1) / (float)cards->count, 1.5f * rect.h / rect.w);
    paint_layer(ui, rect);
    paint_bar(ui, rect, part, ui_color(ui, TOKEN_TERM));
    paint_layer_end(ui);
}

/* A key of its own leaves the focus on the card, so that the arrows go on turning. */
static bool put_tool(Ui *ui, CardsScreen *screen, const Button *button)
{
    bool was_focused = ui_focused(ui) == button->id;
    if (!button_put(ui, button)) return false;
    screen->wants_focus = !was_focused;
    return true;
}

static Str tags_label(Ui *ui, const Model *model)
{
    uint32_t count = model->deck.setup.tag_count;
    return count > 0 ? str_format(ui->frame, "Tags: %u", count) : STR("Tags");
}

Intent cards_tools_put(Ui *ui, CardsScreen *screen, const Model *model, Rect line)
{
    const CardsPlace *place = &model->cards->place;
    Rect row = middle(ui, line, TOOLS_WIDTH);
    Button starred = {.id = ui_id("starred"),
                      .rect = layout_column(row, 0, 3, GAP),
                      .label = place->is_starred_only ? STR("All") : STR("Starred"),
                      .icon = place->is_starred_only ? ICON_CARDS : ICON_STAR,
                      .trigger = ui_on_key_button(KEY_F, PAD_RT)};
    Button shuffle = {.id = ui_id("shuffle"),
                      .rect = layout_column(row, 1, 3, GAP),
                      .label = place->is_shuffled ? STR("In order") : STR("Shuffle"),
                      .icon = place->is_shuffled ? ICON_LIBRARY : ICON_SHUFFLE,
                      .trigger = ui_on_key_button(KEY_H, PAD_X)};
    Button tags = {.id = ui_id("tags"),
                   .rect = layout_column(row, 2, 3, GAP),
                   .label = tags_label(ui, model),
                   .icon = ICON_SLIDERS,
                   .trigger = ui_on_key_button(KEY_T, PAD_LT)};
    Intent intent = intent_none();
    if (put_tool(ui, screen, &starred)) intent = cards_input(CARDS_STARRED, 0);
    if (put_tool(ui, screen, &shuffle)) intent = cards_input(CARDS_SHUFFLE, 0);
    if (put_tool(ui, screen, &tags)) intent = tag_chooser_open(&screen->tags, model);
    return intent;
}

static bool has_stars(const Model *model)
{
    uint32_t count = model->study ? deck_count(model->deck.deck) : 0;
    for (uint32_t card = 0; card < count; card++)
        if (model->study->cards[card].is_starred) return true;
    return false;
}

/* Why there is no card. */
static Str empty_words(Ui *ui, const Model *model)
{
    if (model->cards->chosen_count == 0) return STR("No card has all of these tags.");
    if (has_stars(model)) return STR("None of the starred cards has these tags.");
    Str key = prompt_trigger_text(ui, ui_on_key_button(KEY_S, PAD_Y));
    if (ui->in.device == DEVICE_TOUCH || key.size == 0)
        return STR("Nothing is starred yet. Touch the star on a card to star it.");
    return str_format(ui->frame, "Nothing is starred yet. Press %s on a card to star it.", key.data);
}

Intent cards_empty_put(Ui *ui, const Model *model, Rect area)
{
    static const LabelStyle style = {
        .size = T24, .weight = WEIGHT_SEMI, .color = TOKEN_SOFT, .align = TEXT_ALIGN_CENTER};
    bool has_no_tagged = model->cards->chosen_count == 0;
    Str words = empty_words(ui, model);
    Button back = {.id = ui_id("show-all"),
                   .label = STR("Show all cards"),
                   .icon = ICON_CARDS,
                   .kind = BUTTON_PRIMARY,
                   .is_default = true};
    float width = fminf(area.w * 0.8f, ui_grow(ui, WIDTH, T24, 8)), height = button_height(ui, false);
    float lines = label_height(ui, words, &style, width);
    Rect box = layout_center(area, width, lines + 24 + height);
    Rect line = layout_cut_top(&box, lines, 24);
    paint_layer(ui, line);
    label_paragraph(ui, line, words, &style);
    paint_layer_end(ui);
    ui_note(ui, ui_id("empty"), words, line);
    back.rect = layout_center(box, fminf(button_width(ui, &back) + 24, width), height);
    if (!button_put(ui, &back)) return intent_none();
    return has_no_tagged ? tag_chooser_clear(model) : cards_input(CARDS_STARRED, 0);
}
