#include <math.h>

#include "base/text.h"
#include "ui/button.h"
#include "ui/dialog.h"
#include "ui/field.h"
#include "ui/field_text.h"
#include "ui/keys.h"
#include "ui/label.h"
#include "ui/layout.h"
#include "ui/paint.h"
#include "ui/prompt.h"

enum { COLUMNS = 10, ROWS = 4, PAGES = 3, GAP = 8, KEY_HIGH = 56, PAD = 32, WIDTH = 900 };
enum { KEY_ID = 100, SHIFT_ID = 50, PAGE_ID, SPACE_ID, ERASE_ID, DONE_ID, FIELD_ID, LINE_ID };

#define LINES_SHOWN 3 /* of a text of many */

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

enum { FOOT_SHIFT, FOOT_PAGE, FOOT_SPACE, FOOT_LINE, FOOT_ERASE, FOOT_DONE, FOOT_KEYS };

/* One row; that of the line break is not there in one line. */
static void foot_cells(Rect area, bool has_lines, Rect *cells)
{
    static const float one[] = {1.7f, 1.7f, 2.5f, 0, 1.7f, 2.4f},
                       many[] = {1.5f, 1.5f, 1.8f, 1.6f, 1.5f, 2.1f};
    const float *shares = has_lines ? many : one;
    float x = area.x, unit = (area.w - (float)(has_lines ? 5 : 4) * GAP) / 10;
    for (int i = 0; i < FOOT_KEYS; i++) {
        cells[i] = (Rect){x, area.y, shares[i] * unit, area.h};
        if (shares[i] > 0) x += cells[i].w + GAP;
    }
}

static UiTrigger on_pad(PadButton button)
{
    return (UiTrigger){.button = button, .has_button = true};
}

static bool put_foot(Ui *ui, UiId id, Rect area, Keyboard *keyboard, TextEdit *edit)
{
    bool has_lines = edit->room != NULL;
    Rect cells[FOOT_KEYS];
    foot_cells(area, has_lines, cells);
    Key shift = {.id = ui_id_index(id, SHIFT_ID),
                 .rect = cells[FOOT_SHIFT],
                 .label = STR("Shift"),
                 .icon = ICON_SHIFT,
                 .trigger = on_pad(PAD_LB),
                 .is_on = keyboard->is_shifted};
    Key page = {.id = ui_id_index(id, PAGE_ID),
                .rect = cells[FOOT_PAGE],
                .label = str_of(page_names[(keyboard->page + 1) % PAGES]),
                .trigger = on_pad(PAD_Y),
                .is_word = true};
    Key space = {.id = ui_id_index(id, SPACE_ID),
                 .rect = cells[FOOT_SPACE],
                 .label = STR("Space"),
                 .trigger = ui_on_command(COMMAND_NONE),
                 .is_word = true};
    Key line = {.id = ui_id_index(id, LINE_ID),
                .rect = cells[FOOT_LINE],
                .label = STR("Line"),
                .trigger = on_pad(PAD_RB),
                .is_word = true};
    Key wipe = {.id = ui_id_index(id, ERASE_ID),
                .rect = cells[FOOT_ERASE],
                .label = STR("Erase"),
                .icon = ICON_BACKSPACE,
                .trigger = on_pad(PAD_X)};
    Key done = {.id = ui_id_index(id, DONE_ID),
                .rect = cells[FOOT_DONE],
                .label = STR("Done"),
                .trigger = on_pad(PAD_START),
                .is_word = true};
    if (put_key(ui, &shift)) keyboard->is_shifted = !keyboard->is_shifted;
    if (put_key(ui, &page)) keyboard->page = (keyboard->page + 1) % PAGES;
    if (put_key(ui, &space)) text_edit_insert(edit, STR(" "));
    if (has_lines && put_key(ui, &line)) text_edit_insert(edit, STR("\n"));
    if (put_key(ui, &wipe)) erase(edit);
    return put_key(ui, &done);
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
    LabelStyle style = KEY_TEXT;
    style.align = edit->room ? TEXT_ALIGN_START : TEXT_ALIGN_LEFT;
    style.max_lines = 0;
    FieldText text = {.id = ui_id_index(id, FIELD_ID),
                      .inner = layout_pad(area, 18, edit->room ? 12 : 0),
                      .style = label_style(ui, &style),
                      .has_lines = edit->room != NULL};
    text.style.keeps_spaces = true;
    paint_layer(ui, area);
    paint_well(ui, area, 16);
    paint_layer_end(ui);
    field_text_draw(ui, &text, edit, true);
    ui_note(ui, text.id, text_edit_text(edit), area);
}

static float value_height(const Ui *ui, const TextEdit *edit, float key)
{
    return edit->room ? LINES_SHOWN * ui_type(ui, T24).line + 24 : key;
}

KeyboardAnswer keyboard_put(Ui *ui, UiId id, Str title, Keyboard *keyboard, TextEdit *edit)
{
    if (!keyboard->is_open) return KEYBOARD_CANCELLED;
    float key = ui_grow(ui, KEY_HIGH, T24, 1), keys = (ROWS + 1) * key + ROWS * GAP;
    float head = title.size ? ui_type(ui, T32).line + 16 : 0;
    float wide = WIDTH * fmaxf(1, (float)ui->in.text_percent / 150), value = value_height(ui, edit, key);
    Rect inside = dialog_begin(ui, id, title, (Vec){wide, head + 2 * (PAD - 4) + value + 16 + keys});
    take_physical(ui, edit);
    show_value(ui, id, layout_cut_top(&inside, value, 16), edit);
    Rect foot = layout_cut_bottom(&inside, (inside.h - ROWS * GAP) / (ROWS + 1), GAP);
    put_letters(ui, id, inside, keyboard, edit);
    KeyboardAnswer answer = put_foot(ui, id, foot, keyboard, edit) ? KEYBOARD_DONE : KEYBOARD_OPEN;
    if (answer == KEYBOARD_OPEN && ui_command(ui, COMMAND_BACK)) answer = KEYBOARD_CANCELLED;
    dialog_end(ui);
    if (answer != KEYBOARD_OPEN) keyboard->is_open = false;
    return answer;
}
