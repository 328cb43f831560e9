#include "screens/tag_chooser.h"

#include <math.h>

#include "memory/mastery.h"
#include "play/pool.h"
#include "screens/menu.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define BAR_WIDTH  96.0f
#define BAR_HEIGHT 10.0f
#define TICK       20.0f

static Intent set_setup(Setup setup)
{
    return (Intent){.kind = INTENT_SET_SETUP, .setup = setup};
}

bool tag_chooser_has(const Model *model, Str tag)
{
    for (uint32_t i = 0; i < model->deck.setup.tag_count; i++)
        if (str_is(model->deck.setup.tags[i], tag)) return true;
    return false;
}

Intent tag_chooser_toggle(const Model *model, Str tag, Arena *arena)
{
    Setup setup = model->deck.setup;
    Str *tags = ARENA_NEW_N(arena, Str, setup.tag_count + 1);
    uint32_t count = 0;
    for (uint32_t i = 0; i < setup.tag_count; i++)
        if (!str_is(setup.tags[i], tag)) tags[count++] = setup.tags[i];
    if (count == setup.tag_count) tags[count++] = tag;
    setup_set_tags(&setup, arena, tags, count);
    return set_setup(setup);
}

Intent tag_chooser_clear(const Model *model)
{
    Setup setup = model->deck.setup;
    setup.tag_count = 0;
    return set_setup(setup);
}

/* --- what is counted --- */

static void count_tags(uint32_t *counts, const Deck *deck, const Pool *pool)
{
    for (uint32_t i = 0; i < pool->count; i++)
        for (uint32_t t = 0; t < deck_card_tag_count(deck, pool->cards[i]); t++)
            counts[deck_card_tag(deck, pool->cards[i], t)]++;
}

static void count(TagChooser *chooser, Arena *arena, const Deck *deck, const Setup *setup, const Pool *pool)
{
    uint32_t *counts = ARENA_NEW_N(arena, uint32_t, deck_tag_count(deck) + 1);
    if (setup->tags_match == TAGS_ALL && setup->tag_count > 0)
        count_tags(counts, deck, pool);
    else
        for (uint32_t tag = 0; tag < deck_tag_count(deck); tag++) counts[tag] = deck_tag_cards(deck, tag);
    chooser->counts = counts;
}

/* Of all cards with a tag, whatever is chosen: how well the tag is known. A new card's bar is empty. */
static const int *measure(Arena *arena, const StudyDeck *study, int64_t now_ms)
{
    const Deck *deck = study->index->deck;
    uint32_t tags = deck_tag_count(deck);
    double *bars = ARENA_NEW_N(arena, double, tags + 1);
    for (uint32_t card = 0; card < deck_count(deck); card++) {
        const CardMemory *memory = &study->cards[card].memory;
        if (card_memory_is_new(memory)) continue;
        double bar = mastery_bar(memory, study_recall(study, card, now_ms));
        for (uint32_t t = 0; t < deck_card_tag_count(deck, card); t++)
            bars[deck_card_tag(deck, card, t)] += bar;
    }
    int *percent = ARENA_NEW_N(arena, int, tags + 1);
    for (uint32_t tag = 0; tag < tags; tag++)
        percent[tag] = (int)(100 * bars[tag] / (double)deck_tag_cards(deck, tag));
    return percent;
}

void tag_chooser_load(TagChooser *chooser, Arena *arena, const Model *model)
{
    const Setup *setup = &model->deck.setup;
    Pool pool = pool_make(arena, model->deck.deck, setup);
    chooser->selected = pool.count;
    chooser->counts = NULL;
    chooser->mastery = NULL;
    if (!chooser->is_open) return;
    count(chooser, arena, model->deck.deck, setup, &pool);
    if (model->study) chooser->mastery = measure(arena, model->study, model->wall_ms);
}

Intent tag_chooser_open(TagChooser *chooser, const Model *model)
{
    chooser->is_open = true;
    return (Intent){.kind = model->study ? INTENT_RELOAD : INTENT_KNOW_DECK};
}

/* --- the dialog --- */

static Intent put_match(Ui *ui, const Model *model, Rect row)
{
    Str options[] = {STR("Any of them"), STR("All of them")};
    int chosen = model->deck.setup.tags_match == TAGS_ALL;
    Setting setting = {.id = ui_id("tags-match"), .rect = row, .label = STR("A card needs")};
    if (!setting_choice(ui, &setting, options, 2, &chosen)) return intent_none();
    Setup setup = model->deck.setup;
    setup.tags_match = chosen ? TAGS_ALL : TAGS_ANY;
    return set_setup(setup);
}

static void draw_mastery(Ui *ui, const TagChooser *chooser, uint32_t tag, Rect *inside)
{
    if (!chooser->mastery) return;
    LabelStyle style = {.size = T18,
                        .weight = WEIGHT_MEDIUM,
                        .color = TOKEN_SOFT,
                        .align = TEXT_ALIGN_RIGHT,
                        .is_tabular = true};
    int percent = chooser->mastery[tag];
    Rect number = layout_cut_right(inside, ui_grow(ui, 52, T18, 1), 12);
    label_draw(ui, number, str_format(ui->frame, "%d%%", percent), &style);
    if (inside->w < ui_grow(ui, 420, T20, 16)) return;
    Rect bar = layout_cut_right(inside, BAR_WIDTH, 24);
    paint_bar(ui, layout_center(bar, BAR_WIDTH, BAR_HEIGHT), (float)percent / 100, ui_color(ui, TOKEN_TERM));
}

static Str words_of(Ui *ui, const TagChooser *chooser, uint32_t tag, bool is_on)
{
    StrBuf words;
    str_buf_init(&words, ui->frame);
    str_buf_addf(&words, "%s", format_count(ui->frame, chooser->counts[tag], "card", "cards").data);
    if (chooser->mastery) str_buf_addf(&words, ", %d%% mastered", chooser->mastery[tag]);
    if (is_on) str_buf_addf(&words, ", chosen");
    return str_buf_str(&words);
}

static bool put_tag(Ui *ui, const TagChooser *chooser, const Model *model, uint32_t tag, Row *row)
{
    row->label = deck_tag(model->deck.deck, tag);
    row->is_selected = tag_chooser_has(model, row->label);
    row->value = words_of(ui, chooser, tag, row->is_selected);
    UiHit hit = row_begin(ui, row);
    LabelStyle left = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle right = {.size = T18,
                        .weight = WEIGHT_MEDIUM,
                        .color = TOKEN_SOFT,
                        .align = TEXT_ALIGN_RIGHT,
                        .is_tabular = true};
    Rect inside = layout_pad(row->rect, 18, 0), tick = layout_cut_left(&inside, TICK, 12);
    Color ok = ui_color(ui, TOKEN_OK);
    if (row->is_selected) icon_draw(ui->draw, ICON_TICK, layout_center(tick, TICK, TICK), ok, ok);
    draw_mastery(ui, chooser, tag, &inside);
    Str cards = format_count(ui->frame, chooser->counts[tag], "card", "cards");
    Rect count = layout_cut_right(&inside, ceilf(label_width(ui, cards, &right)) + 1, 12);
    label_draw(ui, count, cards, &right);
    label_draw(ui, inside, row->label, &left);
    row_end(ui);
    return hit.is_activated;
}

static Intent put_list(Ui *ui, const TagChooser *chooser, const Model *model, Rect view)
{
    ScrollList list = {.id = ui_id("tag-row"),
                       .view = view,
                       .row_height = row_height(ui),
                       .gap = 6,
                       .count = (int)deck_tag_count(model->deck.deck),
                       .takes_pages = true};
    ScrollRows rows = scroll_list_begin(ui, &list);
    Intent intent = intent_none();
    for (int i = rows.from; i < rows.to; i++) {
        Row row = {.id = ui_id_index(list.id, i),
                   .rect = scroll_list_cell(&list, &rows, i),
                   .look = ROW_CARD,
                   .is_default = i == 0};
        if (put_tag(ui, chooser, model, (uint32_t)i, &row))
            intent = tag_chooser_toggle(model, row.label, ui->frame);
    }
    scroll_end(ui);
    return intent;
}

static Intent put_foot(Ui *ui, TagChooser *chooser, const Model *model, Rect foot)
{
    Intent intent = intent_none();
    Button all = {.id = ui_id("tags-none"),
                  .rect = layout_column(foot, 0, 2, 16),
                  .label = STR("All cards"),
                  .is_centered = true};
    if (button_put(ui, &all)) intent = tag_chooser_clear(model);
    Str cards = format_count(ui->frame, chooser->selected, "card", "cards");
    Button done = {.id = ui_id("tags-done"),
                   .rect = layout_column(foot, 1, 2, 16),
                   .label = str_format(ui->frame, "Use %s", cards.data),
                   .kind = BUTTON_PRIMARY,
                   .is_centered = true};
    if (button_put(ui, &done) || ui_command(ui, COMMAND_BACK)) chooser->is_open = false;
    return intent;
}

static Intent put_tags(Ui *ui, TagChooser *chooser, const Model *model)
{
    Rect box = dialog_begin(ui, ui_id("tags-dialog"), STR("Which cards"), menu_dialog_size(ui, 760, 640));
    Rect foot = layout_cut_bottom(&box, button_height(ui, false), 16);
    Intent intent = put_match(ui, model, layout_cut_top(&box, setting_height(ui, false), 12));
    intent = menu_first(put_list(ui, chooser, model, box), intent);
    intent = menu_first(intent, put_foot(ui, chooser, model, foot));
    dialog_end(ui);
    return intent;
}

/* What tags are for, and the way to them. */
static Intent put_none(Ui *ui, TagChooser *chooser)
{
    static const LabelStyle style = {
        .size = T20, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_LEFT};
    Str words = STR("Tags pick out part of a deck: a chapter, a topic. To add some, give cards in the deck "
                    "file a list of them, as in \"tags\": [\"Europe\"].");
    float button = button_height(ui, false);
    Vec size = menu_dialog_size(ui, 640, ui_grow(ui, 236, T20, 5) + button);
    Rect box = dialog_begin(ui, ui_id("tags-dialog"), STR("Looks like no tags are added yet"), size);
    Rect foot = layout_cut_bottom(&box, button, 16);
    label_paragraph(ui, box, words, &style);
    ui_note(ui, ui_id("tags-words"), words, box);
    Button folder = {.id = ui_id("tags-folder"),
                     .rect = layout_column(foot, 0, 2, 16),
                     .label = STR("Open the decks folder"),
                     .is_centered = true};
    Button close = {.id = ui_id("tags-done"),
                    .rect = layout_column(foot, 1, 2, 16),
                    .label = STR("Close"),
                    .kind = BUTTON_PRIMARY,
                    .is_centered = true,
                    .is_default = true};
    Intent intent = button_put(ui, &folder) ? (Intent){.kind = INTENT_OPEN_DECKS_FOLDER} : intent_none();
    if (button_put(ui, &close) || ui_command(ui, COMMAND_BACK)) chooser->is_open = false;
    dialog_end(ui);
    return intent;
}

Intent tag_chooser_put(Ui *ui, TagChooser *chooser, const Model *model)
{
    if (!chooser->is_open) return intent_none();
    if (deck_tag_count(model->deck.deck) == 0) return put_none(ui, chooser);
    return chooser->counts ? put_tags(ui, chooser, model) : intent_none();
}
