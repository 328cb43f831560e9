#include <math.h>

#include "screens/export_state.h"
#include "screens/menu.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"

#define PAD      20.0f
#define PART_GAP 16.0f
#define CHIP_GAP 10.0f
#define CHIPS    4

static const LabelStyle HEAD = {T20, WEIGHT_SEMI, TOKEN_TEXT, TEXT_ALIGN_LEFT, false, false, 1};
static const LabelStyle QUIET = {T18, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_LEFT, false, false, 0};

/* --- the cards --- */

static int chip_count(const ExportState *state)
{
    return export_is_known(state) ? 2 : CHIPS;
}

static Chip kind_chip(const ExportState *state, bool is_json)
{
    Chip chip = {.id = ui_id_index(ui_id("kind"), is_json),
                 .label = is_json ? STR("JSON, for programs") : STR("CSV, for spreadsheets"),
                 .role = ROLE_CHIP,
                 .group = ui_id("set"),
                 .is_on = state->is_json == is_json};
    chip.icon = chip.is_on ? ICON_TICK : ICON_NONE;
    return chip;
}

static Chip set_chip(const ExportState *state, const Model *model, CardSet set)
{
    static const Str labels[CHIPS] = {STR_INIT("All"), STR_INIT("By tag"), STR_INIT("Starred"),
                                      STR_INIT("Weak")};
    Chip chip = {.id = ui_id_index(ui_id("set"), set),
                 .label = labels[set],
                 .role = ROLE_CHIP,
                 .group = ui_id("set"),
                 .is_on = state->set == set};
    chip.icon = chip.is_on ? ICON_TICK : ICON_NONE;
    if (set == CARD_SET_TAGGED) chip.trigger = ui_on_key_button(KEY_T, PAD_X);
    if (set == CARD_SET_TAGGED && deck_tag_count(model->deck.deck) == 0) chip.is_disabled = true;
    return chip;
}

/* Places them, line by line; returns the height of all. */
static float place_chips(Ui *ui, const ExportState *state, const Model *model, Rect area, Chip *chips)
{
    float x = area.x, y = area.y, high = chip_height(ui);
    for (int i = 0; i < chip_count(state); i++) {
        chips[i] = export_is_known(state) ? kind_chip(state, i == 1) : set_chip(state, model, (CardSet)i);
        float w = chip_width(ui, &chips[i]);
        if (x > area.x && x + w > area.x + area.w) {
            x = area.x;
            y += high + CHIP_GAP;
        }
        chips[i].at = (Vec){x, y};
        x += w + CHIP_GAP;
    }
    return y + high - area.y;
}

static Intent put_chips(Ui *ui, ExportState *state, const Model *model, Chip *chips)
{
    Intent intent = intent_none();
    for (int i = 0; i < chip_count(state); i++) {
        if (!chip_put(ui, &chips[i])) continue;
        if (export_is_known(state)) {
            state->is_json = i == 1;
            continue;
        }
        state->set = (CardSet)i;
        if (i == CARD_SET_TAGGED) intent = tag_chooser_open(&state->tags, model);
    }
    return intent;
}

/* --- what comes of it --- */

static const ToolPreview *preview_of(const ExportState *state, const Model *model)
{
    const ToolPreview *preview = &model->tools.preview;
    return preview->is_there && deck_tool_is_same(preview, &state->asked) ? preview : NULL;
}

static bool has_written(const ExportState *state, const Model *model)
{
    return model->tools.written.count != state->seen && model->tools.written.is_written;
}

typedef struct {
    Str words;
    bool is_bad;
} Outlook;

static Str outcome_words(const ExportState *state, const Model *model, Arena *arena, bool *is_bad)
{
    const ToolPreview *preview = preview_of(state, model);
    Str trouble = state->is_told ? export_name_trouble(state) : (Str){0};
    const ToolExport *written = &model->tools.written;
    if (trouble.size == 0 && has_written(state, model))
        return str_format(arena, "Written to %.*s", STR_FMT(file_list_words(written->path, model, arena)));
    *is_bad = trouble.size > 0 || (preview && preview->error.size > 0);
    if (trouble.size > 0) return trouble;
    if (!preview || model->tools.is_busy) return STR("Working…");
    if (preview->error.size > 0) return preview->error;
    if (export_is_known(state))
        return preview->cards ? STR("Nothing is left out.") : STR("You have not answered any card yet.");
    if (preview->cards == 0) return STR("No card is among these.");
    Str cards = format_count(arena, preview->cards, "card", "cards");
    if (preview->lost.size == 0) return str_format(arena, "%.*s. Nothing is left out.", STR_FMT(cards));
    return str_format(arena, "%.*s. %.*s", STR_FMT(cards), STR_FMT(preview->lost));
}

static Outlook outlook_of(const ExportState *state, const Model *model, Arena *arena)
{
    Outlook outlook = {.is_bad = false};
    outlook.words = outcome_words(state, model, arena, &outlook.is_bad);
    return outlook;
}

/* Where it may lie outside the view it can have the focus, so that keys and pads reach it. */
static void put_outcome(Ui *ui, const Outlook *outlook, Rect box, bool can_focus)
{
    LabelStyle style = QUIET;
    if (outlook->is_bad) style.color = TOKEN_BAD;
    ui_widget(ui, &(UiWidget){.id = ui_id("outcome"),
                              .role = can_focus ? ROLE_ROW : ROLE_TEXT,
                              .label = outlook->words,
                              .flags = can_focus ? UI_FOCUSABLE : 0,
                              .rect = box,
                              .radius = 8});
    paint_layer(ui, box);
    label_paragraph(ui, box, outlook->words, &style);
    paint_layer_end(ui);
}

/* The folder of the file that was written last. */
static Intent put_written(Ui *ui, const Model *model, Rect rect)
{
    Button show = {.id = ui_id("show"),
                   .rect = rect,
                   .label = STR("Show folder"),
                   .icon = ICON_FOLDER,
                   .trigger = ui_on_key_button(KEY_S, PAD_LT)};
    if (!button_put(ui, &show)) return intent_none();
    return (Intent){.kind = INTENT_DECK_TOOL, .input = TOOL_SHOW, .text = model->tools.written.path};
}

static Intent put_buttons(Ui *ui, ExportState *state, const Model *model, Rect area)
{
    bool is_written = has_written(state, model);
    const ToolPreview *preview = preview_of(state, model);
    bool is_empty = preview && (preview->cards == 0 || preview->error.size > 0);
    Button write = {.id = ui_id("write"),
                    .rect = is_written ? layout_column(area, 1, 2, 16) : area,
                    .label = STR("Export"),
                    .kind = BUTTON_PRIMARY,
                    .trigger = ui_on_key_button(KEY_X, PAD_START),
                    .is_disabled = is_empty,
                    .is_centered = true};
    Intent intent = is_written ? put_written(ui, model, layout_column(area, 0, 2, 16)) : intent_none();
    if (button_put(ui, &write)) intent = export_write(state, TOOL_EXPORT, ui->frame);
    return intent;
}

static void put_head(Ui *ui, UiId id, Rect line, Str words)
{
    paint_layer(ui, line);
    label_note(ui, id, line, words, &HEAD);
    paint_layer_end(ui);
}

static float content_height(Ui *ui, const ExportState *state, const Model *model, const Outlook *outlook,
                            float width)
{
    Chip chips[CHIPS];
    float head = ui_type(ui, T20).line + 8;
    float separators = export_has_separators(state) ? button_height(ui, true) + PART_GAP : 0;
    return 2 * head + place_chips(ui, state, model, (Rect){0, 0, width, 0}, chips) + 2 * PART_GAP +
           separators + button_height(ui, true) + 12 + field_height(ui) +
           label_height(ui, outlook->words, &QUIET, width);
}

/* All but the words on what comes of it, for which `area` is left. */
static Intent put_choices(Ui *ui, ExportState *state, const Model *model, Rect *area)
{
    Chip chips[CHIPS];
    float head = ui_type(ui, T20).line;
    put_head(ui, ui_id("cards-head"), layout_cut_top(area, head, 8),
             export_is_known(state) ? STR("As") : STR("Cards"));
    float high = place_chips(ui, state, model, *area, chips);
    Intent intent = put_chips(ui, state, model, chips);
    layout_cut_top(area, high, PART_GAP);
    if (export_has_separators(state))
        export_separators_put(ui, state, layout_cut_top(area, button_height(ui, true), PART_GAP));
    put_head(ui, ui_id("file-head"), layout_cut_top(area, head, 8), STR("File"));
    intent = menu_first(intent, export_folder_button_put(ui, state, model,
                                                         layout_cut_top(area, button_height(ui, true), 12)));
    export_name_put(ui, state, layout_cut_top(area, field_height(ui), PART_GAP));
    return intent;
}

static Intent put_content(Ui *ui, ExportState *state, const Model *model, Rect inside)
{
    Outlook outlook = outlook_of(state, model, ui->frame);
    bool is_long = content_height(ui, state, model, &outlook, inside.w) > inside.h + 1;
    if (is_long) {
        float width = inside.w - scroll_bar_width();
        float needed = content_height(ui, state, model, &outlook, width);
        inside = scroll_begin(ui, ui_id("where"), inside, needed);
    }
    Intent intent = put_choices(ui, state, model, &inside);
    inside.h = fmaxf(inside.h, label_height(ui, outlook.words, &QUIET, inside.w));
    put_outcome(ui, &outlook, inside, is_long);
    if (is_long) scroll_end(ui);
    return intent;
}

Intent export_where_put(Ui *ui, ExportState *state, const Model *model, Rect area)
{
    export_name_propose(state, model->deck.id);
    paint_layer(ui, area);
    paint_panel(ui, area);
    paint_layer_end(ui);
    Rect inside = layout_pad(area, PAD, PAD);
    Rect foot = layout_cut_bottom(&inside, button_height(ui, false), PART_GAP);
    Intent intent = put_content(ui, state, model, inside);
    intent = menu_first(intent, put_buttons(ui, state, model, foot));
    export_keyboard_put(ui, state);
    return intent;
}
