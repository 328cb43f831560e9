/* How caps and glyphs look, for prompt.c: colours, and what a pad's own family prints on its buttons. */
#ifndef MATCHWICK_UI_PROMPT_LOOK_H
#define MATCHWICK_UI_PROMPT_LOOK_H

#include "ui/prompt.h"

typedef struct {
    Color fill, line, lip, text; /* lip with alpha 0: flat */
    Color glyph_fill;
} PromptColors;

PromptColors prompt_colors(const Theme *theme, PromptLook look);
Color prompt_pad_color(const Ui *ui, PadButton button);
Icon prompt_pad_arrow(PadButton button); /* ICON_NONE: not a direction */
/* Cross, circle, square, triangle. */
void prompt_playstation(Ui *ui, PadButton button, Rect rect, Color color);

static inline Rect prompt_box(Rect rect, float side)
{
    return (Rect){rect.x + (rect.w - side) / 2, rect.y + (rect.h - side) / 2, side, side};
}

#endif
