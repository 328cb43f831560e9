#include "screens/separator_choice.h"

#include "formats/import.h"
#include "screens/menu.h"
#include "ui/layout.h"
#include "ui/widgets.h"

static const Str sides[] = {STR_INIT("\t"), STR_INIT(","),   STR_INIT(";"),
                            STR_INIT("|"),  STR_INIT(" - "), STR_INIT(":")};
static const Str cards[] = {STR_INIT("\n"), STR_INIT("\n\n"), STR_INIT(";"), STR_INIT("|")};

Str separator_place_label(SeparatorPlace place)
{
    return place == SEPARATOR_SIDES ? STR("Between sides") : STR("Between cards");
}

int separator_offer(SeparatorPlace place, const Str **out)
{
    bool is_sides = place == SEPARATOR_SIDES;
    *out = is_sides ? sides : cards;
    return (int)(is_sides ? sizeof sides / sizeof *sides : sizeof cards / sizeof *cards);
}

/* --- one's own --- */

void separator_dialog_open(SeparatorDialog *dialog, SeparatorPlace place)
{
    *dialog = (SeparatorDialog){.is_open = true, .place = place};
    text_edit_init(&dialog->text, (Str){0}, IMPORT_MAX_SEPARATOR);
}

static Str words_of(const SeparatorDialog *dialog)
{
    return dialog->err.is_set ? str_of(dialog->err.text)
                              : STR("Any characters. \\t stands for a tab, \\n for a line break.");
}

static bool put_foot(Ui *ui, SeparatorDialog *dialog, Rect foot)
{
    Button cancel = {.id = ui_id("own-cancel"),
                     .rect = layout_column(foot, 0, 2, 16),
                     .label = STR("Cancel"),
                     .is_centered = true};
    Button use = {.id = ui_id("own-use"),
                  .rect = layout_column(foot, 1, 2, 16),
                  .label = STR("Use it"),
                  .kind = BUTTON_PRIMARY,
                  .is_centered = true};
    if (button_put(ui, &cancel)) dialog->is_open = false;
    return button_put(ui, &use);
}

static bool put_field(Ui *ui, SeparatorDialog *dialog, Rect rect)
{
    Field field = {.id = ui_id("own-field"),
                   .rect = rect,
                   .label = separator_place_label(dialog->place),
                   .hint = STR("For example  =>"),
                   .icon = ICON_TYPING,
                   .is_default = true};
    FieldAnswer answer = field_put(ui, &field, &dialog->text);
    if (answer.wants_keyboard) dialog->keyboard = (Keyboard){.is_open = true};
    return answer.is_confirmed;
}

static void put_keyboard(Ui *ui, SeparatorDialog *dialog)
{
    if (!dialog->keyboard.is_open) return;
    Str title = separator_place_label(dialog->place);
    KeyboardAnswer answer = keyboard_put(ui, ui_id("own-keyboard"), title, &dialog->keyboard, &dialog->text);
    if (answer != KEYBOARD_OPEN) dialog->keyboard.is_open = false;
}

static bool take(Ui *ui, SeparatorDialog *dialog, Str *out)
{
    err_clear(&dialog->err);
    if (!import_separator_read(text_edit_text(&dialog->text), ui->frame, out, &dialog->err)) return false;
    dialog->is_open = false;
    return true;
}

bool separator_dialog_put(Ui *ui, SeparatorDialog *dialog, Str *out)
{
    Str text = words_of(dialog);
    LabelStyle words = {.size = T18,
                        .weight = WEIGHT_MEDIUM,
                        .color = dialog->err.is_set ? TOKEN_BAD : TOKEN_SOFT,
                        .align = TEXT_ALIGN_LEFT};
    float button = button_height(ui, false), field = field_height(ui);
    Vec size = menu_dialog_size(ui, ui_grow(ui, 600, T20, 4), 0);
    float high = label_height(ui, text, &words, size.x - 64);
    size = menu_dialog_size(ui, size.x, 56 + ui_type(ui, T32).line + 16 + field + 12 + high + 24 + button);
    Rect box = dialog_begin(ui, ui_id("own-dialog"), separator_place_label(dialog->place), size);
    Rect foot = layout_cut_bottom(&box, button, 16);
    bool is_wanted = put_field(ui, dialog, layout_cut_top(&box, field, 12));
    paint_layer(ui, box);
    label_paragraph(ui, box, text, &words);
    ui_note(ui, ui_id("own-words"), text, box);
    paint_layer_end(ui);
    is_wanted = put_foot(ui, dialog, foot) || is_wanted;
    if (ui_command(ui, COMMAND_BACK)) dialog->is_open = false;
    bool is_taken = is_wanted && take(ui, dialog, out);
    put_keyboard(ui, dialog);
    dialog_end(ui);
    return is_taken;
}
