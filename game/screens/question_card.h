/* The card that a question is asked on: a raised surface, what is wanted in a few words, the text asked. */
#ifndef MATCHWICK_SCREENS_QUESTION_CARD_H
#define MATCHWICK_SCREENS_QUESTION_CARD_H

#include "play/trigram.h"
#include "ui/ui.h"

#define QUESTION_CARD_STACK 16.0f /* of the cards below, seen under the first */

/* The edges of the cards below, on layers of their own. */
void question_card_stack(Ui *ui, Rect card);
/* The others draw on a layer that is open. */
void question_card_surface(Ui *ui, Rect card);
/* One line in its middle, behind the mark of the side that is shown. */
void question_card_heading(Ui *ui, Rect line, Side shown, Str words);
/* True if the text is cut even in the smallest size. */
bool question_card_text(Ui *ui, Rect box, Str text);

#endif
