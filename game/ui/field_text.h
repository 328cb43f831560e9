/* The text within a field, of one line or of many: where it stands, its cursor and selection, and what keys
   and the pointer do to them. For the fields' own files. */
#ifndef MATCHWICK_UI_FIELD_TEXT_H
#define MATCHWICK_UI_FIELD_TEXT_H

#include "ui/text_edit.h"
#include "ui/ui.h"

typedef struct {
    UiId id;    /* of the field */
    Rect inner; /* where text may stand */
    TextStyle style;
    bool has_lines; /* else one line, in the middle of the box */
} FieldText;

/* What the field takes of this pass's action: keys, typed text, the clipboard. */
TextEditResult field_text_keys(Ui *ui, const FieldText *text, TextEdit *edit);
/* Places the cursor, selects. */
void field_text_pointer(Ui *ui, const FieldText *text, const UiHit *hit, TextEdit *edit);
void field_text_draw(Ui *ui, const FieldText *text, const TextEdit *edit, bool has_cursor);
/* UI_TAKES_UP and UI_TAKES_DOWN, where the cursor has a line to go to. */
unsigned field_text_flags(const Ui *ui, const FieldText *text, const TextEdit *edit);
/* Height of the text in this width. */
float field_text_height(const Ui *ui, const FieldText *text, Str words);

#endif
