#include "screens/library_state.h"
#include "ui/format.h"
#include "ui/layout.h"

#define BUTTON_GAP 12.0f

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
    case SHELF_PLAYERS: return entry->hides_shipped ? STR("Your own copy") : STR("Yours");
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

/* The same keys are told by the hint bar, which acts on them. */
static Intent put_buttons(Ui *ui, LibraryState *library, const ShelfEntry *deck, Rect area)
{
    Intent intent = intent_none();
    float button = button_height(ui, false);
    Button open = {
        .id = ui_id("open"), .label = STR("Open deck"), .kind = BUTTON_PRIMARY, .shows_confirm = true};
    Button quick = {.id = ui_id("quick"), .label = STR("Quick match"), .icon = ICON_CARDS};
    Button more = {.id = ui_id("more"), .label = STR("Edit, share, delete…"), .icon = ICON_SLIDERS};
    if (deck->is_bad) more.label = STR("What can be done…");
    more.rect = layout_cut_bottom(&area, button, BUTTON_GAP);
    if (!deck->is_bad) {
        open.rect = layout_cut_top(&area, button, BUTTON_GAP);
        quick.rect = layout_cut_top(&area, button, BUTTON_GAP);
        if (button_put(ui, &open)) intent = (Intent){.kind = INTENT_OPEN_DECK, .text = deck->id};
        if (button_put(ui, &quick)) intent = (Intent){.kind = INTENT_QUICK_PLAY, .text = deck->id};
    }
    if (button_put(ui, &more)) deck_menu_open(&library->menu, deck);
    return intent;
}

Intent library_details_put(Ui *ui, LibraryState *library, const Model *model, Rect area)
{
    const LibraryDeck *deck = &library->decks[library->shown[library->selected]];
    Rect box = layout_pad(area, 24, 22);
    float button = button_height(ui, false) + BUTTON_GAP;
    Rect buttons = layout_cut_bottom(&box, (deck->entry.is_bad ? 1 : 3) * button - BUTTON_GAP, 16);
    paint_layer(ui, area);
    paint_panel(ui, area);
    put_words(ui, &deck->entry, &box);
    if (!deck->entry.is_bad) put_facts(ui, model, deck, &box);
    paint_layer_end(ui);
    return put_buttons(ui, library, &deck->entry, buttons);
}
