#include <math.h>

#include "base/text.h"
#include "screens/menu.h"
#include "screens/players_state.h"
#include "ui/layout.h"

#define SWATCH     48
#define SWATCH_GAP 14

Str players_name_trouble(const Model *model, Str name, int64_t except, Arena *arena)
{
    if (str_is_blank(name)) return STR("A player needs a name of at least one character.");
    size_t length = text_count_graphemes(text_normalise(arena, str_trim(name)));
    if (length > STORE_NAME_GRAPHEMES)
        return str_format(arena, "%zu characters; a name has at most %d.", length, STORE_NAME_GRAPHEMES);
    Str folded = text_fold(arena, name);
    for (size_t i = 0; i < model->player_count; i++) {
        const StorePlayer *player = &model->players[i];
        if (player->id != except && str_is(text_fold(arena, player->name), folded))
            return str_format(arena, "There is a %.*s already.", STR_FMT(player->name));
    }
    return (Str){0};
}

void players_name_open(NameDialog *dialog, const StorePlayer *player, int color)
{
    *dialog = (NameDialog){.is_open = true, .color = player ? player->color : color};
    dialog->id = player ? player->id : 0;
    text_edit_init(&dialog->edit, player ? player->name : (Str){0}, STORE_NAME_GRAPHEMES);
    text_edit_select_all(&dialog->edit);
}

static void put_field(Ui *ui, NameDialog *dialog, Rect rect, bool *is_confirmed)
{
    Field field = {.id = ui_id("name"),
                   .rect = rect,
                   .label = STR("Name"),
                   .hint = STR("Name"),
                   .icon = ICON_PERSON,
                   .is_default = true};
    FieldAnswer answer = field_put(ui, &field, &dialog->edit);
    if (answer.is_changed) dialog->is_refused = dialog->is_told = false;
    if (answer.is_refused) dialog->is_refused = true;
    *is_confirmed = answer.is_confirmed;
    if (!answer.wants_keyboard) return;
    dialog->before = dialog->edit;
    dialog->keyboard = (Keyboard){.is_open = true};
}

/* What is wrong where it is typed; else how long the name is. */
static void put_count(Ui *ui, const NameDialog *dialog, Rect line, Str trouble)
{
    LabelStyle count = {.size = T18,
                        .weight = WEIGHT_MEDIUM,
                        .color = TOKEN_MUTED,
                        .align = TEXT_ALIGN_RIGHT,
                        .is_tabular = true};
    LabelStyle bad = {.size = T18, .weight = WEIGHT_SEMI, .color = TOKEN_BAD, .align = TEXT_ALIGN_LEFT};
    size_t length = text_count_graphemes(text_edit_text(&dialog->edit));
    Str text = str_format(ui->frame, "%zu of %d", length, STORE_NAME_GRAPHEMES);
    paint_layer(ui, line);
    float width = label_draw(ui, line, text, &count);
    bool is_empty = length == 0 && !dialog->is_told;
    Str words = is_empty ? (Str){0} : trouble;
    if (words.size == 0 && dialog->is_refused)
        words = str_format(ui->frame, "A name has at most %d characters.", STORE_NAME_GRAPHEMES);
    line.w -= width + 16;
    if (words.size > 0) label_draw(ui, line, words, &bad);
    paint_layer_end(ui);
    ui_note(ui, ui_id("name-trouble"), words, line);
}

static void draw_swatch(Ui *ui, Rect rect, int color, bool is_on)
{
    AvatarColor avatar = theme_avatar(ui->theme, color);
    paint_layer(ui, rect);
    draw_rect(ui->draw, rect, rect.w / 2, avatar.fill);
    float side = rect.w * 0.5f;
    if (is_on) icon_draw(ui->draw, ICON_TICK, layout_center(rect, side, side), avatar.ink, avatar.ink);
    paint_layer_end(ui);
}

static void put_colors(Ui *ui, NameDialog *dialog, Rect line)
{
    float side = fminf(ui_grow(ui, SWATCH, T20, 1), line.h);
    for (int i = 0; i < STORE_PLAYER_COLORS; i++) {
        Rect rect = {line.x + (float)i * (side + SWATCH_GAP), line.y, side, side};
        bool is_on = dialog->color == i;
        UiHit hit = ui_widget(ui, &(UiWidget){.id = ui_id_index(ui_id("color"), i),
                                              .role = ROLE_CHIP,
                                              .label = str_of(theme_avatar(ui->theme, i).name),
                                              .flags = UI_FOCUSABLE | (is_on ? (unsigned)UI_SELECTED : 0u),
                                              .rect = rect,
                                              .radius = side / 2,
                                              .group = ui_id("color")});
        draw_swatch(ui, rect, i, is_on);
        if (hit.is_activated) dialog->color = i;
    }
}

static Intent finish(NameDialog *dialog)
{
    dialog->is_open = false;
    Intent intent = {.kind = dialog->id ? INTENT_CHANGE_PLAYER : INTENT_ADD_PLAYERS,
                     .number = dialog->id,
                     .color = dialog->color,
                     .text = text_edit_text(&dialog->edit)};
    return intent;
}

/* True when the name is to be taken. */
static bool put_foot(Ui *ui, NameDialog *dialog, Rect foot)
{
    Button cancel = {.id = ui_id("name-cancel"),
                     .rect = layout_column(foot, 0, 2, 16),
                     .label = STR("Cancel"),
                     .is_centered = true};
    Button done = {.id = ui_id("name-done"),
                   .rect = layout_column(foot, 1, 2, 16),
                   .label = dialog->id ? STR("Save") : STR("Add"),
                   .kind = BUTTON_PRIMARY,
                   .is_centered = true};
    if (button_put(ui, &cancel)) dialog->is_open = false;
    return button_put(ui, &done);
}

static void put_keyboard(Ui *ui, NameDialog *dialog)
{
    if (!dialog->keyboard.is_open) return;
    KeyboardAnswer answer =
        keyboard_put(ui, ui_id("name-keyboard"), STR("Name"), &dialog->keyboard, &dialog->edit);
    if (answer == KEYBOARD_CANCELLED) dialog->edit = dialog->before;
    dialog->is_told = dialog->is_refused = false;
}

Intent players_name_put(Ui *ui, NameDialog *dialog, const Model *model)
{
    if (!dialog->is_open) return intent_none();
    float field = field_height(ui), line = ui_type(ui, T18).line, swatch = ui_grow(ui, SWATCH, T20, 1);
    float button = button_height(ui, false), title = ui_type(ui, T32).line;
    float height = 56 + title + 16 + field + 8 + line + 20 + swatch + 28 + button;
    float width = fmaxf(ui_grow(ui, 620, T20, 1), 6 * (swatch + SWATCH_GAP) + 64);
    Rect box = dialog_begin(ui, ui_id("name-dialog"), dialog->id ? STR("Name and colour") : STR("New player"),
                            menu_dialog_size(ui, width * (ui->in.text_percent > 125 ? 1.3f : 1), height));
    Rect foot = layout_cut_bottom(&box, button, 16);
    bool is_confirmed;
    put_field(ui, dialog, layout_cut_top(&box, field, 8), &is_confirmed);
    Str trouble = players_name_trouble(model, text_edit_text(&dialog->edit), dialog->id, ui->frame);
    put_count(ui, dialog, layout_cut_top(&box, line, 20), trouble);
    put_colors(ui, dialog, box);
    if (put_foot(ui, dialog, foot)) is_confirmed = true;
    if (ui_command(ui, COMMAND_BACK)) dialog->is_open = false;
    dialog_end(ui);
    put_keyboard(ui, dialog);
    if (!is_confirmed) return intent_none();
    dialog->is_told = trouble.size > 0;
    return dialog->is_told ? intent_none() : finish(dialog);
}
