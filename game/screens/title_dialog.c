#include "screens/title_dialog.h"

#include <math.h>

#include "screens/menu.h"
#include "ui/layout.h"

#define WIDE 700
#define GAP  20.0f

static const LabelStyle NOTE = {T18, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_LEFT, false, false, 0};
static const LabelStyle BAD = {T18, WEIGHT_SEMI, TOKEN_BAD, TEXT_ALIGN_LEFT, false, false, 0};

void title_dialog_open(TitleDialog *dialog, Str proposed)
{
    *dialog = (TitleDialog){.is_open = true};
    text_edit_init(&dialog->edit, proposed, DECK_TITLE_GRAPHEMES);
    text_edit_select_all(&dialog->edit);
}

static bool put_field(Ui *ui, TitleDialog *dialog, Rect rect)
{
    Field field = {.id = ui_id("title"),
                   .rect = rect,
                   .label = STR("Name of the deck"),
                   .hint = STR("Name of the deck"),
                   .icon = ICON_PENCIL,
                   .is_default = true};
    FieldAnswer answer = field_put(ui, &field, &dialog->edit);
    if (answer.is_changed) dialog->is_told = false;
    if (answer.wants_keyboard) {
        dialog->before = dialog->edit;
        dialog->keyboard = (Keyboard){.is_open = true};
    }
    return answer.is_confirmed;
}

/* What is wrong where it is typed, else what comes of it. An empty field is told of when it is confirmed. */
static void put_words(Ui *ui, const TitleDialog *dialog, const TitleQuestion *question, Str trouble, Rect box)
{
    bool is_empty = str_is_blank(text_edit_text(&dialog->edit)) && !dialog->is_told;
    bool is_bad = trouble.size > 0 && !is_empty;
    Str words = is_bad ? trouble : question->note;
    paint_layer(ui, box);
    label_paragraph(ui, box, words, is_bad ? &BAD : &NOTE);
    paint_layer_end(ui);
    ui_note(ui, ui_id("title-note"), words, box);
}

static bool put_foot(Ui *ui, TitleDialog *dialog, const TitleQuestion *question, Rect foot)
{
    Button cancel = {.id = ui_id("title-cancel"),
                     .rect = layout_column(foot, 0, 2, 16),
                     .label = STR("Cancel"),
                     .is_centered = true};
    Button done = {.id = ui_id("title-done"),
                   .rect = layout_column(foot, 1, 2, 16),
                   .label = question->action,
                   .kind = BUTTON_PRIMARY,
                   .is_centered = true};
    if (button_put(ui, &cancel)) dialog->is_open = false;
    return button_put(ui, &done);
}

static void put_keyboard(Ui *ui, TitleDialog *dialog, Str head)
{
    if (!dialog->keyboard.is_open) return;
    KeyboardAnswer answer = keyboard_put(ui, ui_id("title-keyboard"), head, &dialog->keyboard, &dialog->edit);
    if (answer == KEYBOARD_CANCELLED) dialog->edit = dialog->before;
    dialog->is_told = false;
}

bool title_dialog_put(Ui *ui, TitleDialog *dialog, const TitleQuestion *question)
{
    if (!dialog->is_open) return false;
    float wide = menu_dialog_size(ui, ui_grow(ui, WIDE, T20, 4), 0).x, button = button_height(ui, false);
    float note = fmaxf(label_height(ui, question->note, &NOTE, wide - 64), ui_type(ui, T18).line);
    float high = 56 + ui_type(ui, T32).line + 16 + field_height(ui) + 12 + note + 28 + button;
    Rect box = dialog_begin(ui, ui_id("title-dialog"), question->head, menu_dialog_size(ui, wide, high));
    Rect foot = layout_cut_bottom(&box, button, GAP);
    bool is_confirmed = put_field(ui, dialog, layout_cut_top(&box, field_height(ui), 12));
    Str title = text_edit_text(&dialog->edit);
    Str trouble = deck_title_trouble(question->decks, question->count, title, question->except, ui->frame);
    put_words(ui, dialog, question, trouble, box);
    if (put_foot(ui, dialog, question, foot)) is_confirmed = true;
    if (ui_command(ui, COMMAND_BACK)) dialog->is_open = false;
    dialog_end(ui);
    put_keyboard(ui, dialog, question->head);
    if (!is_confirmed || !dialog->is_open) return false;
    dialog->is_told = trouble.size > 0;
    if (!dialog->is_told) dialog->is_open = false;
    return !dialog->is_told;
}
