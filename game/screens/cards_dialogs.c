#include <math.h>

#include "screens/cards_parts.h"
#include "screens/fix_card.h"
#include "screens/menu.h"
#include "screens/reading.h"
#include "ui/layout.h"
#include "ui/widgets.h"

static bool put_done(Ui *ui, Rect foot)
{
    Button done = {.id = ui_id("cards-done"),
                   .rect = layout_column(foot, 1, 2, 16),
                   .label = STR("Done"),
                   .kind = BUTTON_PRIMARY,
                   .is_centered = true};
    return button_put(ui, &done) || ui_command(ui, COMMAND_BACK);
}

/* --- options --- */

static Intent put_first_side(Ui *ui, const CardsPlace *place, Rect row)
{
    Str options[] = {STR("Term"), STR("Definition")};
    int chosen = (int)place->first_side;
    Setting setting = {
        .id = ui_id("first-side"), .rect = row, .label = STR("First side"), .is_default = true};
    bool is_changed = setting_choice(ui, &setting, options, 2, &chosen);
    return is_changed ? cards_input(CARDS_FIRST_SIDE, chosen) : intent_none();
}

static Intent put_sides(Ui *ui, const CardsPlace *place, Rect row)
{
    Str options[] = {STR("One side"), STR("Both sides")};
    int chosen = place->is_both;
    Setting setting = {.id = ui_id("sides"), .rect = row, .label = STR("Show")};
    bool is_changed = setting_choice(ui, &setting, options, 2, &chosen);
    return is_changed ? cards_input(CARDS_BOTH, 0) : intent_none();
}

static Intent put_pace(Ui *ui, const CardsPlace *place, Rect row)
{
    static const int seconds[] = {2, 3, 5, 8, 10, 15};
    Str options[6];
    int chosen = 0;
    for (int i = 0; i < 6; i++) {
        options[i] = str_format(ui->frame, "%d s", seconds[i]);
        if (place->pace_s >= seconds[i]) chosen = i;
    }
    Setting setting = {.id = ui_id("pace"), .rect = row, .label = STR("Autoplay, a side")};
    bool is_changed = setting_choice(ui, &setting, options, 6, &chosen);
    return is_changed ? cards_input(CARDS_PACE, seconds[chosen]) : intent_none();
}

static Intent put_fix(Ui *ui, CardsScreen *screen, const Model *model, Rect rect)
{
    Button fix = {.id = ui_id("cards-fix"),
                  .rect = rect,
                  .label = STR("Fix this card"),
                  .icon = ICON_PENCIL,
                  .is_disabled = model->cards->count == 0,
                  .is_centered = true};
    if (!button_put(ui, &fix)) return intent_none();
    screen->dialog = CARDS_NO_DIALOG;
    return fix_card(model->deck.id, deck_card_id(model->deck.deck, model->cards->place.card));
}

Intent cards_options_put(Ui *ui, CardsScreen *screen, const Model *model)
{
    const Cards *cards = model->cards;
    float row = setting_height(ui, false), button = button_height(ui, false);
    Vec size = menu_dialog_size(ui, 780, 3 * row + button + ui_grow(ui, 150, T32, 1));
    Rect box = dialog_begin(ui, ui_id("cards-options"), STR("Options"), size);
    Rect foot = layout_cut_bottom(&box, button, 16);
    Intent intent = put_first_side(ui, &cards->place, layout_cut_top(&box, row, 8));
    intent = menu_first(intent, put_sides(ui, &cards->place, layout_cut_top(&box, row, 8)));
    intent = menu_first(intent, put_pace(ui, &cards->place, layout_cut_top(&box, row, 0)));
    intent = menu_first(intent, put_fix(ui, screen, model, layout_column(foot, 0, 2, 16)));
    if (put_done(ui, foot)) screen->dialog = CARDS_NO_DIALOG;
    dialog_end(ui);
    return intent;
}

/* --- a long text --- */

void cards_reading_put(Ui *ui, CardsScreen *screen, const Model *model)
{
    CardsFace face = screen->motion.before;
    Str text = cards_face_text(ui->frame, model->deck.deck, &face);
    Str title = face.is_both ? STR("Both sides") : face.side == SIDE_TERM ? STR("Term") : STR("Definition");
    if (reading_put(ui, title, text, ui_id_index(ui_id("reading"), face.card)))
        screen->dialog = CARDS_NO_DIALOG;
}
