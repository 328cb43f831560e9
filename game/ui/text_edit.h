/* A text field's value: one line of text, cursor, selection and what an input method is composing. A plain
   value that can be copied; it asks nothing of the platform. A text of many lines lies in the caller's room,
   which copies of the value share. Offsets are bytes at grapheme boundaries. The
   cursor and backspace move by graphemes (what a person calls a character), ctrl moves by words. */
#ifndef MATCHWICK_UI_TEXT_EDIT_H
#define MATCHWICK_UI_TEXT_EDIT_H

#include "base/arena.h"
#include "base/str.h"
#include "ui/input.h"

#define TEXT_EDIT_BYTES 1024

#define TEXT_EDIT_MOST 65537 /* the largest room of a text of many lines, its zero byte included */

typedef struct {
    char text[TEXT_EDIT_BYTES]; /* zero-terminated; of a text of many lines see `room` */
    char *room;                 /* NULL: one line */
    size_t capacity;            /* of the room */
    size_t size;
    int max_graphemes; /* 0: only the bytes are limited */
    size_t cursor;
    size_t anchor; /* the selection is between it and the cursor; equal: nothing is selected */
    char composition[64];
    int composition_cursor; /* code points from its start */
} TextEdit;

/* What the caller must do with the clipboard. COPY: set it to text_edit_selected. CUT: the same, then
 * text_edit_insert of nothing. PASTE: text_edit_insert of it. */
typedef enum { TEXT_EDIT_NOTHING, TEXT_EDIT_COPY, TEXT_EDIT_CUT, TEXT_EDIT_PASTE } TextEditAsk;

typedef struct {
    bool is_handled; /* the event was the field's; if not, it may move the focus, confirm or go back */
    bool is_changed; /* the text differs now */
    bool is_refused; /* something typed did not fit */
    TextEditAsk ask;
} TextEditResult;

/* The text as far as it fits; the cursor at its end. */
void text_edit_init(TextEdit *edit, Str text, int max_graphemes);
/* A text with line breaks in `room` of `capacity` bytes. */
void text_edit_init_lines(TextEdit *edit, char *room, size_t capacity, Str text);
Str text_edit_text(const TextEdit *edit);
/* Typed text, the composition, and key presses: arrows, Home, End, Backspace, Delete, with shift to select
   and ctrl for words; ctrl with A, C, X, V by the letter in `event.text` or, without a Latin one, by the
   key's place; the older Insert and Delete keys with ctrl and shift. While an input method composes, keys are
   its own. Enter with shift breaks a line where there are many. `is_rtl`: the field reads from right to left
   (TextLine.is_rtl), so left goes on and right goes back. */
TextEditResult text_edit_apply(TextEdit *edit, const InputEvent *event, bool is_rtl);
/* In place of the selection, as far as it fits: control characters become spaces, as do line breaks in one
   line (else each kind becomes '\n'); what is not UTF-8 is left out. An empty string deletes the selection.
 */
TextEditResult text_edit_insert(TextEdit *edit, Str text);
Str text_edit_selected(const TextEdit *edit); /* in `edit` */
void text_edit_select_all(TextEdit *edit);
/* A pointer was pressed (or, with `is_extending`, dragged or pressed with shift) at an offset from
 * text_offset_at. */
void text_edit_place(TextEdit *edit, size_t offset, bool is_extending);
/* A double press: the word there. */
void text_edit_select_word(TextEdit *edit, size_t offset);

/* What the field shows: the text with the composition in it. */
typedef struct {
    Str text; /* in the arena */
    size_t cursor;
    size_t selected_from, selected_to;
    size_t composed_from, composed_to; /* to underline; equal: nothing is composed */
} TextEditView;

TextEditView text_edit_view(const TextEdit *edit, Arena *arena);
/* An offset of the view's text (text_offset_at) as one of the edit's own. */
size_t text_edit_offset(const TextEdit *edit, size_t view_offset);

#endif
