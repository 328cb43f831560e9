#include "screens/menu.h"
#include "screens/variants_state.h"
#include "ui/layout.h"
#include "ui/widgets.h"

/* Numbers from `low` to `high` as the options of a row; true when one was chosen. */
static bool put_numbers(Ui *ui, const char *name, Rect row, Str label, int low, int high, uint32_t *value)
{
    Str options[8];
    int count = high - low + 1, chosen = (int)*value - low;
    for (int i = 0; i < count; i++) options[i] = str_format(ui->frame, "%d", low + i);
    if (chosen < 0 || chosen >= count) chosen = 0;
    Setting setting = {.id = ui_id(name), .rect = row, .label = label};
    if (!setting_choice(ui, &setting, options, count, &chosen)) return false;
    *value = (uint32_t)(low + chosen);
    return true;
}

static bool put_ask(Ui *ui, Rect row, Ask *ask)
{
    Str options[] = {STR("Definition"), STR("Term"), STR("Both")};
    int chosen = (int)*ask;
    Setting setting = {.id = ui_id("ask"), .rect = row, .label = STR("Rush asks by"), .is_default = true};
    if (!setting_choice(ui, &setting, options, 3, &chosen)) return false;
    *ask = (Ask)chosen;
    return true;
}

static bool put_rows(Ui *ui, Mode mode, Rect *box, Setup *setup)
{
    float row = setting_height(ui, false);
    if (mode == MODE_MATCH)
        return put_numbers(ui, "board", layout_cut_top(box, row, 12), STR("Pairs on the board"),
                           SETUP_MIN_BOARD, SETUP_MAX_BOARD, &setup->board);
    bool is_changed = put_ask(ui, layout_cut_top(box, row, 8), &setup->ask);
    return is_changed | put_numbers(ui, "options", layout_cut_top(box, row, 12),
                                    STR("Answers to choose from"), SETUP_MIN_OPTIONS, SETUP_MAX_OPTIONS,
                                    &setup->options);
}

Intent variants_options_dialog(Ui *ui, VariantsState *variants, const Model *model)
{
    float row = setting_height(ui, false), button = button_height(ui, false);
    float rows = variants->mode == MODE_MATCH ? 1 : 2;
    Vec size = menu_dialog_size(ui, 780, rows * row + 2 * ui_type(ui, T18).line + button + 160);
    Rect box = dialog_begin(ui, ui_id("options-dialog"), STR("Options"), size);
    Rect foot = layout_cut_bottom(&box, button, 16);
    Setup setup = model->deck.setup;
    if (setup.board == 0) setup.board = 6;
    if (setup.options == 0) setup.options = 4;
    bool is_changed = put_rows(ui, variants->mode, &box, &setup);
    LabelStyle quiet = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_LEFT};
    label_paragraph(ui, box, STR("Each choice has a leaderboard of its own."), &quiet);
    Button done = {.id = ui_id("options-done"),
                   .rect = layout_column(foot, 1, 2, 16),
                   .label = STR("Done"),
                   .kind = BUTTON_PRIMARY,
                   .is_centered = true};
    if (button_put(ui, &done) || ui_command(ui, COMMAND_BACK)) variants->are_options_open = false;
    dialog_end(ui);
    return is_changed ? (Intent){.kind = INTENT_SET_SETUP, .setup = setup} : intent_none();
}
