#include "screens/library_state.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"

static void put_fact(Ui *ui, Rect *box, Str name, Str value)
{
    if (value.size == 0 || box->h < ui_type(ui, T18).line) return;
    Rect line = layout_cut_top(box, ui_type(ui, T18).line, 8);
    LabelStyle left = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_LEFT};
    LabelStyle right = {.size = T18, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_RIGHT};
    float used = label_draw(ui, line, name, &left) + 12;
    label_draw(ui, (Rect){line.x + used, line.y, line.w - used, line.h}, value, &right);
}

static void put_words(Ui *ui, const ShelfEntry *entry, Rect *box)
{
    LabelStyle title = {
        .size = T24, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT, .max_lines = 2};
    LabelStyle text = {
        .size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_LEFT, .max_lines = 6};
    float used = label_paragraph(ui, *box, entry->title, &title);
    layout_cut_top(box, used, 8);
    if (entry->is_bad) {
        text.color = TOKEN_BAD;
        text.max_lines = 8;
    }
    Str words = entry->is_bad
                    ? str_format(ui->frame, "%.*s\n%.*s", STR_FMT(entry->path), STR_FMT(entry->error))
                    : entry->description;
    used = label_paragraph(ui, *box, words, &text);
    layout_cut_top(box, used, 20);
}

static Str origin_of(const ShelfEntry *entry)
{
    switch (entry->origin) {
    case SHELF_SHIPPED: return STR("Comes with the game");
    case SHELF_PLAYERS: return STR("Yours");
    case SHELF_ADDED: return STR("Added for this sitting");
    }
    return (Str){0};
}

static void put_facts(Ui *ui, const Model *model, const LibraryDeck *deck, Rect *box)
{
    const ShelfEntry *entry = &deck->entry;
    int32_t day = format_local_day(deck->last_ms, model->utc_offset_min);
    put_fact(ui, box, STR("Cards"), format_number(ui->frame, entry->cards));
    put_fact(ui, box, STR("Tags"), format_number(ui->frame, entry->tag_count));
    put_fact(ui, box, STR("Last played"),
             deck->last_ms ? format_day(ui->frame, day, model->today) : STR("Never"));
    put_fact(ui, box, STR("From"), origin_of(entry));
    for (uint32_t i = 0; i < entry->tag_count && i < 5; i++)
        put_fact(ui, box, str_format(ui->frame, "#%.*s", STR_FMT(entry->tags[i])),
                 format_number(ui->frame, entry->tag_cards[i]));
}

Intent library_details_put(Ui *ui, const LibraryState *library, const Model *model, Rect area)
{
    const LibraryDeck *deck = &library->decks[library->shown[library->selected]];
    Rect box = layout_pad(area, 24, 22);
    float button = button_height(ui, false);
    Rect buttons = layout_cut_bottom(&box, 2 * button + 12, 16);
    paint_layer(ui, area);
    paint_panel(ui, area);
    put_words(ui, &deck->entry, &box);
    if (!deck->entry.is_bad) put_facts(ui, model, deck, &box);
    paint_layer_end(ui);
    if (deck->entry.is_bad) return intent_none();
    Button open = {.id = ui_id("open"),
                   .rect = layout_cut_top(&buttons, button, 12),
                   .label = STR("Open deck"),
                   .kind = BUTTON_PRIMARY,
                   .shows_confirm = true};
    if (button_put(ui, &open)) return (Intent){.kind = INTENT_OPEN_DECK, .text = deck->entry.id};
    Button quick = {.id = ui_id("quick"),
                    .rect = layout_cut_top(&buttons, button, 0),
                    .label = STR("Quick match"),
                    .icon = ICON_CARDS};
    if (button_put(ui, &quick)) return (Intent){.kind = INTENT_QUICK_PLAY, .text = deck->entry.id};
    return intent_none();
}
