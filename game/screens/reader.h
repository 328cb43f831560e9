/* The strip at a round's foot that carries the whole text of what has the focus, and what can be pressed
   besides. A text that is too long for the strip turns its pages by itself, at the pace at which it is read.
 */
#ifndef MATCHWICK_SCREENS_READER_H
#define MATCHWICK_SCREENS_READER_H

#include "play/trigram.h"
#include "ui/prompt.h"
#include "ui/ui.h"

typedef struct {
    UiId id;
    UiTrigger cap; /* of what is read; shown where its device is used */
    Side side;
    Str text;
    int64_t since_ms; /* when this text came, for its pages */
} Reader;

/* 88 high at 100 %, more where the window is high or the text large. */
float reader_height(const Ui *ui, float canvas_height);
/* The text alone, without strip: whole in the box, or a page of it. */
void reader_text_draw(Ui *ui, Rect box, Str text, int64_t since_ms);
/* How long reading it takes, 2.5 s at least. */
int64_t reader_text_ms(Str text);
/* Width that a hint at the strip's end takes, with the gap before it. */
float reader_hint_room(Ui *ui, const Hint *hint);
/* Panel, text and hints; returns the index of the hint that was pressed or triggered, else -1. Hints stand
 * from the right, the first at the very end. */
int reader_put(Ui *ui, Rect rect, const Reader *reader, const Hint *hints, int count);

#endif
