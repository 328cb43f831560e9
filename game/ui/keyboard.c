#include <math.h>

#include "base/text.h"
#include "ui/button.h"
#include "ui/dialog.h"
#include "ui/field.h"
#include "ui/keys.h"
#include "ui/label.h"
#include "ui/layout.h"
#include "ui/paint.h"
#include "ui/prompt.h"

enum { COLUMNS = 10, ROWS = 4, PAGES = 3, GAP = 8, KEY_HIGH = 56, PAD = 32, WIDTH = 900 };
enum { KEY_ID = 100, SHIFT_ID = 50, PAGE_ID, SPACE_ID, ERASE_ID, DONE_ID, FIELD_ID };

/* Rows of ten, by page. */
static const char *const lower[PAGES][ROWS] = {
    {"1234567890", "qwertyuiop", "asdfghjkl-", "zxcvbnm,.'"},
    {"!?@#&*()+=", ":;\"/_%<>[]", "€£¥°§…–—«»", "¿¡×÷±~^|{}"},
    {"àáâãäåæçèé", "êëìíîïðñòó", "ôõöøùúûüýþ", "ÿßœšžłőűğı"},
};
static const char *const upper[PAGES][ROWS] = {
    {"1234567890", "QWERTYUIOP", "ASDFGHJKL-", "ZXCVBNM,.'"},
    {"!?@#&*()+=", ":;\"/_%<>[]", "€£¥°§…–—«»", "¿¡×÷±~^|{}"},
    {"ÀÁÂÃÄÅÆÇÈÉ", "ÊËÌÍÎÏÐÑÒÓ", "ÔÕÖØÙÚÛÜÝÞ", "ŸẞŒŠŽŁŐŰĞİ"},
};
static const char *const page_names[PAGES] = {"abc", "!?#", "éñø"};

static const LabelStyle KEY_TEXT = {T24, WEIGHT_SEMI, TOKEN_TEXT, TEXT_ALIGN_CENTER, false, false, 1};
static const LabelStyle WORD = {T18, WEIGHT_SEMI, TOKEN_TEXT, TEXT_ALIGN_CENTER, false, false, 1};

typedef struct {
    UiId id;
    Rect rect;
    Str label;
    Icon icon; /* in place of the label */
    UiTrigger trigger;
    bool is_word, is_default, is_on;
} Key;

/* Keys take text too, so that physical keys type while one of them has the focus. */
static bool put_key(Ui *ui, const Key *key)
{
    unsigned flags = UI_FOCUSABLE | UI_TAKES_TEXT;
    if (key->is_default) flags |= UI_DEFAULT;
    if (key->is_on) flags |= UI_SELECTED;
    UiHit hit = ui_widget(ui, &(UiWidget){.id = key->id,
                                          .role = ROLE_KEY,
                                          .label = key->label,
                                          .flags = flags,
                                          .rect = key->rect,
                                          .radius = 10,
                                          .trigger = key->trigger});
    Rect rect = key->rect;
    paint_layer_moved(ui, rect, (Vec){0, hit.is_pressed ? 2 : 0}, 1, 1);
    paint_card(ui, rect, 10, key->is_on ? TOKEN_TERM_TINT : TOKEN_RAISED,
               key->is_on ? TOKEN_TERM : TOKEN_LINE);
    float prompt = prompt_size(ui, key->trigger).x;
    if (prompt > 0) {
        prompt_draw_right(ui, key->trigger, (Vec){rect.x + rect.w - 10, rect.y + rect.h / 2}, PROMPT_NORMAL);
        rect.w -= prompt + 12;
    }
    Color color = ui_color(ui, TOKEN_TEXT);
    float side = ui_type(ui, T24).size + 4;
    if (key->icon)
        icon_draw(ui->draw, key->icon, layout_center(rect, side, side), color, color);
    else
        label_draw(ui, rect, key->label, key->is_word ? &WORD : &KEY_TEXT);
    paint_layer_end(ui);
    return hit.is_activated;
}

static Str letter_of(const Keyboard *keyboard, int row, int column)
{
    Str line = str_of((keyboard->is_shifted ? upper : lower)[keyboard->page][row]);
    size_t from = 0;
    for (int i = 0; i < column; i++) from = text_next_grapheme(line, from);
    return str_slice(line, from, text_next_grapheme(line, from));
}

/* A shifted letter is one letter: the next is small again. */
static void put_letters(Ui *ui, UiId id, Rect area, Keyboard *keyboard, TextEdit *edit)
{
    for (int i = 0; i < ROWS * COLUMNS; i++) {
        Rect line = layout_row(area, i / COLUMNS, ROWS, GAP);
        Key key = {.id = ui_id_index(id, KEY_ID + i),
                   .rect = layout_column(line, i % COLUMNS, COLUMNS, GAP),
                   .label = letter_of(keyboard, i / COLUMNS, i % COLUMNS),
                   .is_default = i == COLUMNS};
        if (!put_key(ui, &key)) continue;
        text_edit_insert(edit, key.label);
        keyboard->is_shifted = false;
    }
}

static void erase(TextEdit *edit)
{
    InputEvent event = {.kind = INPUT_KEY_DOWN, .key = KEY_BACKSPACE};
    text_edit_apply(edit, &event, false);
}

static bool put_foot(Ui *ui, UiId id, Rect area, Keyboard *keyboard, TextEdit *edit)
{
    static const float shares[] = {1.7f, 1.7f, 2.5f, 1.7f, 2.4f};
    float x = area.x, unit = (area.w - 4 * GAP) / 10;
    Rect cells[5];
    for (int i = 0; i < 5; i++) {
        cells[i] = (Rect){x, area.y, shares[i] * unit, area.h};
        x += cells[i].w + GAP;
    }
    UiTrigger none = ui_on_command(COMMAND_NONE);
    UiTrigger shift = {.button = PAD_LB, .has_button = true}, page = {.button = PAD_Y, .has_button = true};
    UiTrigger wipe = {.button = PAD_X, .has_button = true}, done = {.button = PAD_START, .has_button = true};
    Str next = str_of(page_names[(keyboard->page + 1) % PAGES]);
    if (put_key(ui, &(Key){ui_id_index(id, SHIFT_ID), cells[0], STR("Shift"), ICON_SHIFT, shift, false, false,
                           keyboard->is_shifted}))
        keyboard->is_shifted = !keyboard->is_shifted;
    if (put_key(ui, &(Key){ui_id_index(id, PAGE_ID), cells[1], next, ICON_NONE, page, true, false, false}))
        keyboard->page = (keyboard->page + 1) % PAGES;
    if (put_key(ui, &(Key){ui_id_index(id, SPACE_ID), cells[2], STR("Space"), ICON_NONE, none, true, false,
                           false}))
        text_edit_insert(edit, STR(" "));
    if (put_key(ui, &(Key){ui_id_index(id, ERASE_ID), cells[3], STR("Erase"), ICON_BACKSPACE, wipe, false,
                           false, false}))
        erase(edit);
    return put_key(
        ui, &(Key){ui_id_index(id, DONE_ID), cells[4], STR("Done"), ICON_NONE, done, true, false, false});
}

/* Physical keys write here as well; those that the field leaves move the focus. */
static void take_physical(Ui *ui, TextEdit *edit)
{
    Action action = ui_free_action(ui);
    bool is_text = action.kind == ACTION_TEXT || action.kind == ACTION_TEXT_EDITING;
    bool is_key = action.kind == ACTION_KEY && action.event.kind == INPUT_KEY_DOWN;
    if (!is_text && !is_key) return;
    if (text_edit_apply(edit, &action.event, false).is_handled) ui_consume(ui);
}

static void show_value(Ui *ui, UiId id, Rect area, const TextEdit *edit)
{
    Str text = text_edit_text(edit);
    LabelStyle style = KEY_TEXT;
    style.align = TEXT_ALIGN_START;
    paint_layer(ui, area);
    paint_well(ui, area, 16);
    Rect inner = layout_pad(area, 18, 0);
    label_draw(ui, inner, text, &style);
    float w = fminf(label_width(ui, text, &style), inner.w - 2);
    float h = ui_type(ui, T24).line;
    draw_rect(ui->draw, (Rect){inner.x + w, area.y + (area.h - h) / 2, 2, h}, 1, ui_color(ui, TOKEN_TERM));
    paint_layer_end(ui);
    ui_note(ui, ui_id_index(id, FIELD_ID), text, area);
}

KeyboardAnswer keyboard_put(Ui *ui, UiId id, Str title, Keyboard *keyboard, TextEdit *edit)
{
    if (!keyboard->is_open) return KEYBOARD_CANCELLED;
    float key = ui_grow(ui, KEY_HIGH, T24, 1), keys = (ROWS + 1) * key + ROWS * GAP;
    float head = title.size ? ui_type(ui, T32).line + 16 : 0;
    float wide = WIDTH * fmaxf(1, (float)ui->in.text_percent / 150);
    Rect inside = dialog_begin(ui, id, title, (Vec){wide, head + 2 * (PAD - 4) + key + 16 + keys});
    take_physical(ui, edit);
    show_value(ui, id, layout_cut_top(&inside, key, 16), edit);
    Rect foot = layout_cut_bottom(&inside, (inside.h - ROWS * GAP) / (ROWS + 1), GAP);
    put_letters(ui, id, inside, keyboard, edit);
    KeyboardAnswer answer = put_foot(ui, id, foot, keyboard, edit) ? KEYBOARD_DONE : KEYBOARD_OPEN;
    if (answer == KEYBOARD_OPEN && ui_command(ui, COMMAND_BACK)) answer = KEYBOARD_CANCELLED;
    dialog_end(ui);
    if (answer != KEYBOARD_OPEN) keyboard->is_open = false;
    return answer;
}
