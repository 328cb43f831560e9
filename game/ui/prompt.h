/* Prompts: key caps and pad glyphs, and the hint bar. They follow the device last used: keys alone with no
   pad; key, then glyph, with a pad connected; the glyph alone once the pad is used; none for touch (a finger
   presses the widget itself). A hint is a control as well: it can be pressed. */
#ifndef MATCHWICK_UI_PROMPT_H
#define MATCHWICK_UI_PROMPT_H

#include "ui/icons.h"
#include "ui/label.h"
#include "ui/ui.h"

typedef enum {
    PROMPT_NORMAL,
    PROMPT_ON_PRIMARY,  /* on the primary button */
    PROMPT_FILLED_TERM, /* a picked tile's */
    PROMPT_FILLED_DEF,
    PROMPT_FILLED_BAD,
    PROMPT_FILLED_OK,
    PROMPT_FAINT
} PromptLook;

/* Width and height that the trigger's prompt takes; 0, 0 where it has none. */
Vec prompt_size(Ui *ui, UiTrigger trigger);
/* Draws it with its right (or left) end at `at.x`, its middle at `at.y`; returns the width. */
float prompt_draw_right(Ui *ui, UiTrigger trigger, Vec at, PromptLook look);
float prompt_draw_left(Ui *ui, UiTrigger trigger, Vec at, PromptLook look);

/* One key cap with a label or, for arrows, an arrow; at its left middle. Returns the width. */
float prompt_key(Ui *ui, int key, Vec left_middle, PromptLook look);
float prompt_key_width(Ui *ui, int key);
/* A cap by its own height (44: the settings' picture of the board). */
void prompt_cap(Ui *ui, Rect rect, Str label, PromptLook look);
float prompt_pad(Ui *ui, PadButton button, Vec left_middle, PromptLook look);
float prompt_pad_width(Ui *ui, PadButton button);
/* "A", "Cross" as a shape for PlayStation, "B" below for Nintendo: what the pad's owner reads. */
Str prompt_pad_label(const Ui *ui, PadButton button);
/* What narration and settings call the trigger: "Enter", "A". */
Str prompt_trigger_text(Ui *ui, UiTrigger trigger);

typedef struct {
    UiTrigger triggers[4]; /* the prompts, side by side: arrows */
    int trigger_count;
    Str label;
    bool is_control; /* pressing it does what its first trigger does */
    bool is_last;    /* put at the right end */
} Hint;

/* The bar at the foot of a screen. Returns the index of the hint that was pressed or triggered (only those
   with is_control), else -1. At 200 % text the first three are shown; the others still act. */
int prompt_hints(Ui *ui, Rect bar, const Hint *hints, int count);

static inline Hint hint_arrows(Str label, bool has_x, bool has_y)
{
    Hint h = {.label = label};
    if (has_x) h.triggers[h.trigger_count++] = ui_on_command(COMMAND_LEFT);
    if (has_y) h.triggers[h.trigger_count++] = ui_on_command(COMMAND_UP);
    if (has_y) h.triggers[h.trigger_count++] = ui_on_command(COMMAND_DOWN);
    if (has_x) h.triggers[h.trigger_count++] = ui_on_command(COMMAND_RIGHT);
    return h;
}
/* Told, not acted on: confirm, which the focused widget takes. */
static inline Hint hint_say(UiTrigger trigger, Str label)
{
    return (Hint){.triggers = {trigger}, .trigger_count = 1, .label = label};
}
static inline Hint hint_do(UiTrigger trigger, Str label)
{
    return (Hint){.triggers = {trigger}, .trigger_count = 1, .label = label, .is_control = true};
}

#endif
