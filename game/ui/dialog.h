/* Modal dialogs and toasts. While a dialog is open only its widgets get the action. */
#ifndef MATCHWICK_UI_DIALOG_H
#define MATCHWICK_UI_DIALOG_H

#include "ui/icons.h"
#include "ui/ui.h"

/* A veil, a panel in the middle of the canvas and a scope. Returns the panel's inside; put widgets, then
   dialog_end. */
Rect dialog_begin(Ui *ui, UiId id, Str title, Vec size);
void dialog_end(Ui *ui);
/* What a dialog of that width has beside its content. */
float dialog_inner_width(float width);
float dialog_frame_height(Ui *ui, Str title, float width);

/* A question with up to three answers, whole: -1 while it stands, else the index of the answer; Back gives
   `cancel`. The default answer has the focus (let it be the harmless one). */
typedef struct {
    UiId id;
    Str title, text;
    Str answers[3];
    int answer_count;
    int danger; /* index drawn as removing something; -1: none */
    int default_answer, cancel;
    Icon icon;
} DialogQuestion;
int dialog_ask(Ui *ui, const DialogQuestion *question);

/* A message at the foot of the screen for a while: "Saved", an error. Shown until `until_ms`, fades. Errors
   carry a cross, news an i, success a tick. */
typedef enum { TOAST_NEWS, TOAST_OK, TOAST_ERROR } ToastKind;
typedef struct {
    ToastKind kind;
    char text[256];
    int64_t since_ms, until_ms;
} Toast;
void toast_show(Toast *toast, ToastKind kind, Str text, int64_t now_ms);
void toast_draw(Ui *ui, const Toast *toast);

#endif
