#include "screens/deck_hub_state.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

bool hub_has_tag(const Model *model, Str tag)
{
    for (uint32_t i = 0; i < model->deck.setup.tag_count; i++)
        if (str_is(model->deck.setup.tags[i], tag)) return true;
    return false;
}

Setup hub_toggle_tag(const Model *model, Str tag, Arena *arena)
{
    Setup setup = model->deck.setup;
    Str *tags = ARENA_NEW_N(arena, Str, setup.tag_count + 1);
    uint32_t count = 0;
    for (uint32_t i = 0; i < setup.tag_count; i++)
        if (!str_is(setup.tags[i], tag)) tags[count++] = setup.tags[i];
    if (count == setup.tag_count) tags[count++] = tag;
    setup_set_tags(&setup, arena, tags, count);
    return setup;
}

Setup hub_clear_tags(const Model *model)
{
    Setup setup = model->deck.setup;
    setup.tag_count = 0;
    return setup;
}

static Intent set_setup(Setup setup)
{
    return (Intent){.kind = INTENT_SET_SETUP, .setup = setup};
}

static Chip tag_chip(Ui *ui, const Model *model, uint32_t tag, Vec at)
{
    const Deck *deck = model->deck.deck;
    Str name = deck_tag(deck, tag);
    return (Chip){.id = ui_id_index(ui_id("tag"), tag),
                  .at = at,
                  .max_width = 320,
                  .label = name,
                  .count = format_number(ui->frame, deck_tag_cards(deck, tag)),
                  .role = ROLE_CHIP,
                  .group = ui_id("tags"),
                  .is_on = hub_has_tag(model, name)};
}

/* The chip that takes all tags off, and what the selection comes to. */
static Intent put_all(Ui *ui, const HubState *hub, const Model *model, Rect *line)
{
    bool is_all = model->deck.setup.tag_count == 0;
    Chip chip = {.id = ui_id("tag-all"),
                 .at = {line->x, line->y},
                 .label = is_all ? STR("All cards") : STR("Selected"),
                 .count = format_number(ui->frame, hub->selected_cards),
                 .role = ROLE_CHIP,
                 .group = ui_id("tags"),
                 .is_on = is_all};
    float width = chip_width(ui, &chip);
    Intent intent = intent_none();
    if (chip_put(ui, &chip) && !is_all) intent = set_setup(hub_clear_tags(model));
    layout_cut_left(line, width, 10);
    return intent;
}

Intent hub_tags_put(Ui *ui, HubState *hub, const Model *model, Rect line)
{
    Intent intent = put_all(ui, hub, model, &line);
    uint32_t count = deck_tag_count(model->deck.deck);
    Chip more = {.id = ui_id("tags-more"),
                 .label = STR("More tags"),
                 .trigger = ui_on_key_button(KEY_T, PAD_X),
                 .role = ROLE_CHIP,
                 .group = ui_id("tags")};
    if (count == 0) {
        LabelStyle style = {
            .size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_LEFT};
        label_draw(ui, line, STR("This deck has no tags."), &style);
        return intent;
    }
    float reserve = chip_width(ui, &more);
    uint32_t shown = 0;
    for (; shown < count; shown++) {
        Chip chip = tag_chip(ui, model, shown, (Vec){line.x, line.y});
        float width = chip_width(ui, &chip);
        if (width + 10 + reserve > line.w) break;
        if (chip_put(ui, &chip)) intent = set_setup(hub_toggle_tag(model, chip.label, ui->frame));
        layout_cut_left(&line, width, 10);
    }
    if (shown == count) more.label = STR("Tags");
    more.at = (Vec){line.x + line.w - chip_width(ui, &more), line.y};
    if (chip_put(ui, &more)) hub->are_tags_open = true;
    return intent;
}

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

static Intent put_list(Ui *ui, const Model *model, Rect view)
{
    const Deck *deck = model->deck.deck;
    ScrollList list = {.id = ui_id("tag-row"),
                       .view = view,
                       .row_height = row_height(ui),
                       .gap = 6,
                       .count = (int)deck_tag_count(deck),
                       .takes_pages = true};
    ScrollRows rows = scroll_list_begin(ui, &list);
    Intent intent = intent_none();
    for (int i = rows.from; i < rows.to; i++) {
        Str name = deck_tag(deck, (uint32_t)i);
        bool is_on = hub_has_tag(model, name);
        Rect cell = scroll_list_cell(&list, &rows, i);
        Row row = {.id = ui_id_index(list.id, i),
                   .rect = cell,
                   .label = name,
                   .value = is_on ? STR("chosen") : (Str){0},
                   .look = ROW_CARD,
                   .is_selected = is_on,
                   .is_default = i == 0};
        UiHit hit = row_begin(ui, &row);
        LabelStyle left = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
        LabelStyle right = {.size = T18,
                            .weight = WEIGHT_MEDIUM,
                            .color = TOKEN_SOFT,
                            .align = TEXT_ALIGN_RIGHT,
                            .is_tabular = true};
        Rect inside = layout_pad(cell, 18, 0);
        if (is_on)
            icon_draw(ui->draw, ICON_TICK, (Rect){inside.x, inside.y + inside.h / 2 - 10, 20, 20},
                      ui_color(ui, TOKEN_OK), ui_color(ui, TOKEN_OK));
        label_draw(ui, (Rect){inside.x + 32, inside.y, inside.w - 132, inside.h}, name, &left);
        label_draw(ui, inside, format_count(ui->frame, deck_tag_cards(deck, (uint32_t)i), "card", "cards"),
                   &right);
        row_end(ui);
        if (hit.is_activated) intent = set_setup(hub_toggle_tag(model, name, ui->frame));
    }
    scroll_end(ui);
    return intent;
}

static Vec dialog_size(const Ui *ui, float w, float h)
{
    Rect safe = ui->in.view.safe;
    return (Vec){w < safe.w - 24 ? w : safe.w - 24, h < safe.h - 24 ? h : safe.h - 24};
}

Intent hub_tags_dialog(Ui *ui, HubState *hub, const Model *model)
{
    Rect box = dialog_begin(ui, ui_id("tags-dialog"), STR("Which cards"), dialog_size(ui, 720, 640));
    Rect foot = layout_cut_bottom(&box, button_height(ui, false), 16);
    Intent intent = put_match(ui, model, layout_cut_top(&box, setting_height(ui, false), 12));
    Intent listed = put_list(ui, model, box);
    if (listed.kind != INTENT_NONE) intent = listed;
    Button all = {.id = ui_id("tags-none"),
                  .rect = layout_column(foot, 0, 2, 16),
                  .label = STR("All cards"),
                  .is_centered = true};
    if (button_put(ui, &all)) intent = set_setup(hub_clear_tags(model));
    Str done =
        str_format(ui->frame, "Use %s", format_count(ui->frame, hub->selected_cards, "card", "cards").data);
    Button close = {.id = ui_id("tags-done"),
                    .rect = layout_column(foot, 1, 2, 16),
                    .label = done,
                    .kind = BUTTON_PRIMARY,
                    .is_centered = true};
    if (button_put(ui, &close) || ui_command(ui, COMMAND_BACK)) hub->are_tags_open = false;
    dialog_end(ui);
    return intent;
}
