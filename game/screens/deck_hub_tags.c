#include "screens/deck_hub_state.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

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
                  .is_on = tag_chooser_has(model, name)};
}

/* The chip that takes all tags off, and what the selection comes to. */
static Intent put_all(Ui *ui, const HubState *hub, const Model *model, Rect *line)
{
    bool is_all = model->deck.setup.tag_count == 0;
    Chip chip = {.id = ui_id("tag-all"),
                 .at = {line->x, line->y},
                 .label = is_all ? STR("All cards") : STR("Selected"),
                 .count = format_number(ui->frame, hub->tags.selected),
                 .role = ROLE_CHIP,
                 .group = ui_id("tags"),
                 .is_on = is_all};
    float width = chip_width(ui, &chip);
    Intent intent = intent_none();
    if (chip_put(ui, &chip) && !is_all) intent = tag_chooser_clear(model);
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
    float reserve = chip_width(ui, &more);
    uint32_t shown = 0;
    for (; shown < count; shown++) {
        Chip chip = tag_chip(ui, model, shown, (Vec){line.x, line.y});
        float width = chip_width(ui, &chip);
        if (width + 10 + reserve > line.w) break;
        if (chip_put(ui, &chip)) intent = tag_chooser_toggle(model, chip.label, ui->frame);
        layout_cut_left(&line, width, 10);
    }
    if (shown == count) more.label = count ? STR("Tags") : STR("Looks like no tags are added yet");
    more.at = (Vec){line.x + line.w - chip_width(ui, &more), line.y};
    if (chip_put(ui, &more)) intent = tag_chooser_open(&hub->tags, model);
    return intent;
}
