/* Buttons: an icon, a label, perhaps a line of detail, and the prompt of what triggers them. */
#ifndef MATCHWICK_UI_BUTTON_H
#define MATCHWICK_UI_BUTTON_H

#include "ui/icons.h"
#include "ui/ui.h"

typedef enum {
    BUTTON_NORMAL,
    BUTTON_PRIMARY, /* one a screen */
    BUTTON_DANGER,  /* removes something */
    BUTTON_QUIET,   /* a menu's row: flat */
    BUTTON_ICON     /* the icon alone; the label is for narration */
} ButtonKind;

typedef struct {
    UiId id;
    Rect rect;
    Str label;
    Str detail; /* below the label, or why it is disabled; may be empty */
    Icon icon;
    ButtonKind kind;
    UiTrigger trigger;  /* hot key; zero: none, though a focused primary button shows confirm */
    bool shows_confirm; /* its prompt is confirm (Enter, A), as on the default button */
    bool is_disabled;
    bool is_default;
    bool is_centered; /* the label in the middle: dialogs */
} Button;

/* True when activated. */
bool button_put(Ui *ui, const Button *button);
/* 56 at 100 %; 80 with a detail. */
float button_height(const Ui *ui, bool has_detail);
/* Width that label, icon and prompt need. */
float button_width(Ui *ui, const Button *button);

#endif
