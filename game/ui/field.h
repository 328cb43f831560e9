/* Text fields, and the keyboard on screen for pads and fingers. The value is the caller's TextEdit. */
#ifndef MATCHWICK_UI_FIELD_H
#define MATCHWICK_UI_FIELD_H

#include "ui/icons.h"
#include "ui/text_edit.h"
#include "ui/ui.h"

typedef struct {
    UiId id;
    Rect rect;
    Str label; /* for narration */
    Str hint;  /* shown while empty */
    Icon icon;
    UiTrigger trigger; /* focuses it from anywhere: "/" */
    bool is_default;
    bool is_large;  /* what the screen is about: large letters, bold, a border that stands out */
    Str tail;       /* said at its right end; may be empty */
    bool has_lines; /* a text of many lines, from the top of the box (text_edit_init_lines) */
} Field;

typedef struct {
    bool is_changed;
    bool is_confirmed;   /* Enter while it has the focus */
    bool is_refused;     /* something typed did not fit */
    bool wants_keyboard; /* confirmed with a pad, or touched: open the keyboard on screen */
} FieldAnswer;

FieldAnswer field_put(Ui *ui, const Field *field, TextEdit *edit);
float field_height(const Ui *ui); /* 48 at 100 % */
/* Of a text of many lines in this width, as far as `most` lines; with more it scrolls inside. */
float field_lines_height(const Ui *ui, Str text, float width, int most);

/* A dialog: the field above a grid of letters, digits, marks and accents; shift, space, backspace (pad X),
   done (pad Start), page (pad Y); a line break (pad RB) where there are many lines. Physical keys type too.
 */
typedef struct {
    bool is_open;
    bool is_shifted;
    int page;
} Keyboard;

/* The text is changed as it is typed; to give up a change is the caller's, with a copy from before. */
typedef enum { KEYBOARD_OPEN, KEYBOARD_DONE, KEYBOARD_CANCELLED } KeyboardAnswer;
KeyboardAnswer keyboard_put(Ui *ui, UiId id, Str title, Keyboard *keyboard, TextEdit *edit);

#endif
