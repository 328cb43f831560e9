#include "ui/text_edit.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "ui/keys.h"

static const char *chars(const TextEdit *edit)
{
    return edit->room ? edit->room : edit->text;
}

static size_t capacity(const TextEdit *edit)
{
    return edit->room ? edit->capacity : TEXT_EDIT_BYTES;
}

Str text_edit_text(const TextEdit *edit)
{
    return (Str){chars(edit), edit->size};
}

static size_t next_grapheme(const TextEdit *edit, size_t at)
{
    return text_next_grapheme(text_edit_text(edit), at);
}

/* A line break ends a grapheme: what lies before it need not be looked through. */
static size_t line_start(const TextEdit *edit, size_t at)
{
    while (at > 0 && chars(edit)[at - 1] != '\n') at--;
    return at;
}

static size_t previous_grapheme(const TextEdit *edit, size_t at)
{
    if (at == 0) return 0;
    size_t line = line_start(edit, at - 1);
    return line + text_previous_grapheme(str_slice(text_edit_text(edit), line, edit->size), at - line);
}

/* The first grapheme boundary not before the offset: what was put in may have joined what follows. */
static size_t boundary(const TextEdit *edit, size_t offset)
{
    size_t at = line_start(edit, offset < edit->size ? offset : edit->size);
    while (at < offset && at < edit->size) at = next_grapheme(edit, at);
    return at;
}

static size_t selected_from(const TextEdit *edit)
{
    return edit->cursor < edit->anchor ? edit->cursor : edit->anchor;
}

static size_t selected_to(const TextEdit *edit)
{
    return edit->cursor > edit->anchor ? edit->cursor : edit->anchor;
}

Str text_edit_selected(const TextEdit *edit)
{
    return str_slice(text_edit_text(edit), selected_from(edit), selected_to(edit));
}

static void move_to(TextEdit *edit, size_t offset, bool is_extending)
{
    edit->cursor = offset;
    if (!is_extending) edit->anchor = offset;
}

/* In how many bytes the text has a line break at `at`; 0: none. */
static size_t break_size(Str text, size_t at)
{
    char c = text.data[at];
    if (c == '\r') return at + 1 < text.size && text.data[at + 1] == '\n' ? 2 : 1;
    if (c == '\n') return 1;
    uint32_t point = text_next(text, &(size_t){at});
    if (point == 0x85) return 2;
    return point == 0x2028 || point == 0x2029 ? 3 : 0;
}

/* What one character becomes in the field; moves on. */
static Str clean_one(Str text, size_t *at, bool has_lines)
{
    size_t from = *at, line_break = break_size(text, from);
    uint32_t c = text_next(text, at);
    if (line_break > 0 && has_lines) {
        *at = from + line_break;
        return STR("\n");
    }
    if (c == 0xFFFD && *at - from == 1) return (Str){0};
    bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0) || line_break > 0;
    return is_control ? STR(" ") : str_slice(text, from, *at);
}

/* Copies what the field can hold, as far as there is room; clears `is_whole` where there is not. */
static size_t clean(const TextEdit *edit, Str text, char *out, bool *is_whole)
{
    size_t selected = text_edit_selected(edit).size, size = 0;
    size_t most = capacity(edit) - 1 - (edit->size - selected);
    for (size_t at = 0; at < text.size;) {
        Str one = clean_one(text, &at, edit->room != NULL);
        if (size + one.size > most) {
            *is_whole = false;
            break;
        }
        if (one.size) memcpy(out + size, one.data, one.size);
        size += one.size;
    }
    return size;
}

static void replace_selected(TextEdit *edit, Str with)
{
    size_t from = selected_from(edit), to = selected_to(edit);
    char *text = edit->room ? edit->room : edit->text;
    assert(edit->size - (to - from) + with.size < capacity(edit));
    memmove(text + from + with.size, text + to, edit->size - to);
    if (with.size) memcpy(text + from, with.data, with.size);
    edit->size = edit->size - (to - from) + with.size;
    text[edit->size] = '\0';
    move_to(edit, boundary(edit, from + with.size), false);
}

/* As much of it as the limit of graphemes allows. */
static Str limited(const TextEdit *edit, Str put, bool *is_whole)
{
    while (edit->max_graphemes > 0 && put.size > 0) {
        TextEdit trial = *edit;
        replace_selected(&trial, put);
        if (text_count_graphemes(text_edit_text(&trial)) <= (size_t)edit->max_graphemes) break;
        put.size = text_previous_grapheme(put, put.size);
        *is_whole = false;
    }
    return put;
}

TextEditResult text_edit_insert(TextEdit *edit, Str text)
{
    TextEditResult result = {.is_handled = true};
    char room[TEXT_EDIT_MOST];
    bool is_whole = true;
    Str put = {room, clean(edit, text, room, &is_whole)};
    put = limited(edit, put, &is_whole);
    result.is_refused = !is_whole;
    if (put.size == 0 && text.size > 0) return result;
    result.is_changed = !str_is(text_edit_selected(edit), put);
    replace_selected(edit, put);
    return result;
}

void text_edit_init(TextEdit *edit, Str text, int max_graphemes)
{
    *edit = (TextEdit){.max_graphemes = max_graphemes};
    text_edit_insert(edit, text);
}

void text_edit_init_lines(TextEdit *edit, char *room, size_t capacity_bytes, Str text)
{
    assert(capacity_bytes > 0 && capacity_bytes <= TEXT_EDIT_MOST);
    *edit = (TextEdit){.room = room, .capacity = capacity_bytes};
    room[0] = '\0';
    text_edit_insert(edit, text);
}

void text_edit_select_all(TextEdit *edit)
{
    edit->anchor = 0;
    edit->cursor = edit->size;
}

void text_edit_place(TextEdit *edit, size_t offset, bool is_extending)
{
    move_to(edit, boundary(edit, offset), is_extending);
}

static bool is_word(const TextEdit *edit, size_t at)
{
    switch (text_kind(text_next(text_edit_text(edit), &at))) {
    case TEXT_LETTER:
    case TEXT_UPPER:
    case TEXT_DIGIT:
    case TEXT_MARK: return true;
    case TEXT_PUNCTUATION:
    case TEXT_SYMBOL:
    case TEXT_SPACE:
    case TEXT_OTHER: break;
    }
    return false;
}

/* End of the word that is at or after the offset. */
static size_t next_word(const TextEdit *edit, size_t at)
{
    while (at < edit->size && !is_word(edit, at)) at = next_grapheme(edit, at);
    while (at < edit->size && is_word(edit, at)) at = next_grapheme(edit, at);
    return at;
}

/* Start of the word that is before the offset. */
static size_t previous_word(const TextEdit *edit, size_t at)
{
    while (at > 0 && !is_word(edit, previous_grapheme(edit, at))) at = previous_grapheme(edit, at);
    while (at > 0 && is_word(edit, previous_grapheme(edit, at))) at = previous_grapheme(edit, at);
    return at;
}

void text_edit_select_word(TextEdit *edit, size_t offset)
{
    size_t at = boundary(edit, offset);
    if (at == edit->size || (at > 0 && !is_word(edit, at))) at = previous_grapheme(edit, at);
    if (edit->size == 0) return;
    bool kind = is_word(edit, at);
    size_t from = at, to = at;
    while (from > 0 && is_word(edit, previous_grapheme(edit, from)) == kind)
        from = previous_grapheme(edit, from);
    while (to < edit->size && is_word(edit, to) == kind) to = next_grapheme(edit, to);
    edit->anchor = from;
    edit->cursor = to;
}

/* Where the cursor goes by one step. */
static size_t step(const TextEdit *edit, bool is_forward, bool is_word_wise)
{
    if (is_word_wise) return is_forward ? next_word(edit, edit->cursor) : previous_word(edit, edit->cursor);
    return is_forward ? next_grapheme(edit, edit->cursor) : previous_grapheme(edit, edit->cursor);
}

static TextEditResult erase(TextEdit *edit, bool is_forward, bool is_word_wise)
{
    if (edit->anchor == edit->cursor) edit->anchor = step(edit, is_forward, is_word_wise);
    return text_edit_insert(edit, (Str){0});
}

static void go(TextEdit *edit, bool is_forward, unsigned mods)
{
    bool is_extending = mods & MOD_SHIFT;
    bool is_leaving_selection = edit->anchor != edit->cursor && !is_extending && !(mods & MOD_CTRL);
    size_t to = is_leaving_selection ? (is_forward ? selected_to(edit) : selected_from(edit))
                                     : step(edit, is_forward, mods & MOD_CTRL);
    move_to(edit, to, is_extending);
}

static TextEditResult ask(const TextEdit *edit, TextEditAsk what)
{
    bool needs_selection = what == TEXT_EDIT_COPY || what == TEXT_EDIT_CUT;
    bool is_empty = needs_selection && edit->anchor == edit->cursor;
    return (TextEditResult){.is_handled = true, .ask = is_empty ? TEXT_EDIT_NOTHING : what};
}

static TextEditResult apply_ctrl(TextEdit *edit, const InputEvent *event)
{
    if (event->key == KEY_INSERT) return ask(edit, TEXT_EDIT_COPY);
    switch (input_shortcut_key(event)) {
    case KEY_A: text_edit_select_all(edit); return (TextEditResult){.is_handled = true};
    case KEY_C: return ask(edit, TEXT_EDIT_COPY);
    case KEY_X: return ask(edit, TEXT_EDIT_CUT);
    case KEY_V: return ask(edit, TEXT_EDIT_PASTE);
    default: return (TextEditResult){0};
    }
}

/* Keys that type something, whose INPUT_TEXT follows: letters, digits, marks, the key left of Z, the keypad.
 */
static bool is_typing(int key)
{
    return (key >= KEY_A && key <= KEY_0) || (key >= KEY_SPACE && key <= KEY_SLASH) || key == 100 ||
           (key >= 84 && key <= 99 && key != KEY_PAD_ENTER);
}

static TextEditResult apply_key(TextEdit *edit, const InputEvent *event, bool is_rtl)
{
    unsigned mods = event->mods;
    TextEditResult handled = {.is_handled = true};
    switch (event->key) {
    case KEY_BACKSPACE: return erase(edit, false, mods & MOD_CTRL);
    case KEY_DELETE: return mods & MOD_SHIFT ? ask(edit, TEXT_EDIT_CUT) : erase(edit, true, mods & MOD_CTRL);
    case KEY_LEFT: go(edit, is_rtl, mods); return handled;
    case KEY_RIGHT: go(edit, !is_rtl, mods); return handled;
    case KEY_HOME: move_to(edit, 0, mods & MOD_SHIFT); return handled;
    case KEY_END: move_to(edit, edit->size, mods & MOD_SHIFT); return handled;
    case KEY_ENTER:
    case KEY_PAD_ENTER:
        if (edit->room && mods & MOD_SHIFT) return text_edit_insert(edit, STR("\n"));
        break;
    default: break;
    }
    if (event->key == KEY_INSERT && (mods & MOD_SHIFT)) return ask(edit, TEXT_EDIT_PASTE);
    if (mods & MOD_CTRL) return apply_ctrl(edit, event);
    return (TextEditResult){.is_handled = is_typing(event->key)};
}

static TextEditResult compose(TextEdit *edit, const InputEvent *event)
{
    TextEditResult result = {.is_handled = true};
    bool is_starting = event->text[0] && !edit->composition[0];
    if (is_starting && edit->anchor != edit->cursor) result = text_edit_insert(edit, (Str){0});
    memcpy(edit->composition, event->text, sizeof edit->composition);
    edit->composition[sizeof edit->composition - 1] = '\0';
    edit->composition_cursor = event->cursor;
    return result;
}

TextEditResult text_edit_apply(TextEdit *edit, const InputEvent *event, bool is_rtl)
{
    if (event->kind == INPUT_TEXT) {
        edit->composition[0] = '\0';
        return text_edit_insert(edit, str_of(event->text));
    }
    if (event->kind == INPUT_TEXT_EDITING) return compose(edit, event);
    if (event->kind != INPUT_KEY_DOWN) return (TextEditResult){0};
    if (edit->composition[0]) return (TextEditResult){.is_handled = true};
    if (event->mods & (MOD_ALT | MOD_GUI)) return (TextEditResult){.is_handled = is_typing(event->key)};
    return apply_key(edit, event, is_rtl);
}

TextEditView text_edit_view(const TextEdit *edit, Arena *arena)
{
    Str composition = str_of(edit->composition);
    StrBuf shown;
    str_buf_init(&shown, arena);
    str_buf_add(&shown, str_slice(text_edit_text(edit), 0, edit->cursor));
    str_buf_add(&shown, composition);
    str_buf_add(&shown, str_slice(text_edit_text(edit), edit->cursor, edit->size));
    TextEditView view = {.text = str_buf_str(&shown),
                         .cursor = edit->cursor,
                         .selected_from = selected_from(edit),
                         .selected_to = selected_to(edit),
                         .composed_from = edit->cursor,
                         .composed_to = edit->cursor + composition.size};
    for (int i = 0; i < edit->composition_cursor && view.cursor < view.composed_to; i++)
        text_next(view.text, &view.cursor);
    if (composition.size) view.selected_from = view.selected_to = view.cursor;
    return view;
}

size_t text_edit_offset(const TextEdit *edit, size_t view_offset)
{
    size_t composed = strlen(edit->composition);
    if (view_offset <= edit->cursor) return view_offset;
    return view_offset < edit->cursor + composed ? edit->cursor : view_offset - composed;
}
