#include <math.h>

#include "screens/choice_dialog.h"
#include "screens/import_state.h"
#include "screens/menu.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define PAD      12.0f
#define ROW_PAD  14.0f
#define ROW_HIGH 44.0f
#define ROW_GAP  4.0f
#define CHEVRON  16.0f

/* What the next reading goes by: a copy that lives as long as the intent. */
static ImportChoices *copy_choices(Ui *ui, const CurrentImport *import)
{
    ImportChoices *choices = ARENA_NEW(ui->frame, ImportChoices);
    *choices = *import->choices;
    return choices;
}

static Intent choose(const ImportChoices *choices)
{
    return (Intent){.kind = INTENT_IMPORT_CHOOSE, .import = choices};
}

/* --- rows --- */

static float choice_height(const Ui *ui)
{
    return ui_grow(ui, ROW_HIGH, T18, 1);
}

static bool is_toggle(ImportChoice choice)
{
    return choice == CHOICE_SWAP || choice == CHOICE_REVIEWS;
}

static void draw_choice(Ui *ui, Rect rect, Str label, Str value, Icon icon)
{
    LabelStyle left = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_LEFT};
    LabelStyle right = {.size = T18, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_RIGHT};
    Rect inside = layout_pad(rect, ROW_PAD, 0);
    float side = ui_grow(ui, CHEVRON, T18, 1);
    Rect chevron = layout_cut_right(&inside, side, 6);
    icon_draw(ui->draw, icon, layout_center(chevron, side, side), ui_color(ui, TOKEN_MUTED),
              ui_color(ui, TOKEN_MUTED));
    float used = fminf(label_width(ui, label, &left), inside.w * 0.6f) + 12;
    label_draw(ui, layout_cut_left(&inside, used, 0), label, &left);
    label_draw(ui, inside, value, &right);
}

static bool put_choice(Ui *ui, const ImportState *state, const CurrentImport *import, ImportChoice choice,
                       Rect rect)
{
    Row row = {.id = ui_id_index(ui_id("import-choice"), choice),
               .rect = rect,
               .label = import_choice_label(choice),
               .value = import_choice_value(state, import, choice, ui->frame)};
    UiHit hit = row_begin(ui, &row);
    draw_choice(ui, rect, row.label, row.value, is_toggle(choice) ? ICON_SWAP : ICON_CHEVRON_RIGHT);
    row_end(ui);
    return hit.is_activated;
}

/* Turned at once. */
static Intent toggle(Ui *ui, const CurrentImport *import, ImportChoice choice)
{
    ImportChoices *choices = copy_choices(ui, import);
    if (choice == CHOICE_SWAP)
        choices->is_swapped = !choices->is_swapped;
    else
        choices->wants_reviews = !choices->wants_reviews;
    return choose(choices);
}

static float rows_height(const Ui *ui, const ImportState *state, const CurrentImport *import)
{
    float height = 0;
    for (int choice = 0; choice < CHOICE_COUNT; choice++)
        if (import_choice_is_there(state, import, (ImportChoice)choice))
            height += choice_height(ui) + ROW_GAP;
    return height - ROW_GAP;
}

static Intent put_rows(Ui *ui, ImportState *state, const CurrentImport *import, Rect area)
{
    Intent intent = intent_none();
    for (int i = 0; i < CHOICE_COUNT; i++) {
        ImportChoice choice = (ImportChoice)i;
        if (!import_choice_is_there(state, import, choice)) continue;
        Rect rect = layout_cut_top(&area, choice_height(ui), ROW_GAP);
        if (!put_choice(ui, state, import, choice, rect)) continue;
        if (is_toggle(choice))
            intent = toggle(ui, import, choice);
        else
            state->open = choice;
    }
    return intent;
}

Intent import_choices_put(Ui *ui, ImportState *state, const Model *model, Rect area)
{
    const CurrentImport *import = &model->import;
    float needed = rows_height(ui, state, import);
    Rect panel = {area.x, area.y, area.w, fminf(area.h, needed + 2 * PAD)};
    paint_layer(ui, panel);
    paint_panel(ui, panel);
    paint_layer_end(ui);
    Rect inside = layout_pad(panel, PAD, PAD);
    Rect content = scroll_begin(ui, ui_id("import-choices"), inside, needed);
    Intent intent = put_rows(ui, state, import, content);
    scroll_end(ui);
    return intent;
}

/* --- dialogs --- */

static Str item_label(const void *list, int index)
{
    return ((const ImportItems *)list)->labels[index];
}

static Str item_detail(const void *list, int index, Arena *arena)
{
    (void)arena;
    return ((const ImportItems *)list)->details[index];
}

static Intent put_choice_dialog(Ui *ui, ImportState *state, const CurrentImport *import)
{
    ImportChoice choice = state->open;
    if (!import_choice_is_there(state, import, choice)) {
        state->open = CHOICE_NONE;
        return intent_none();
    }
    ImportItems items = import_choice_items(state, import, choice, ui->frame);
    ChoiceDialog dialog = {.id = ui_id("import-dialog"),
                           .rows = ui_id_index(ui_id("import-item"), choice),
                           .title = import_choice_label(choice),
                           .count = items.count,
                           .chosen = items.chosen,
                           .list = &items,
                           .label = item_label,
                           .detail = item_detail};
    int answer = choice_dialog_put(ui, &dialog);
    if (answer == CHOICE_OPEN) return intent_none();
    state->open = CHOICE_NONE;
    if (answer == CHOICE_CLOSED) return intent_none();
    ImportChoices *choices = copy_choices(ui, import);
    if (import_choice_take(state, import, choice, answer, choices)) {
        separator_dialog_open(&state->own, choice == CHOICE_SIDES ? SEPARATOR_SIDES : SEPARATOR_CARDS);
        return intent_none();
    }
    return choice == CHOICE_KIND ? intent_none() : choose(choices);
}

static Intent put_own(Ui *ui, ImportState *state, const CurrentImport *import)
{
    Str separator;
    if (!separator_dialog_put(ui, &state->own, &separator)) return intent_none();
    ImportChoices *choices = copy_choices(ui, import);
    bool is_sides = state->own.place == SEPARATOR_SIDES;
    *(is_sides ? &choices->side_separator : &choices->card_separator) = separator;
    return choose(choices);
}

Intent import_choice_dialog_put(Ui *ui, ImportState *state, const Model *model)
{
    if (state->own.is_open) return put_own(ui, state, &model->import);
    return state->open == CHOICE_NONE ? intent_none() : put_choice_dialog(ui, state, &model->import);
}
