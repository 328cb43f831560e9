/* What the menu screens share: their head with the way back and the player's chip. */
#ifndef MATCHWICK_SCREENS_MENU_H
#define MATCHWICK_SCREENS_MENU_H

#include "screens/screen.h"
#include "ui/header.h"

/* Puts the header; Back gives INTENT_BACK, the chip opens the players. `note` may be empty. */
Intent menu_header(Ui *ui, const Model *model, Rect area, Str title, Str note);
/* What the header leaves free between title and chip, where a note would stand. */
Rect menu_header_rest(Ui *ui, const Model *model, Rect area, Str title);
/* The same of a header that has more: back and player are filled in. */
Intent menu_header_put(Ui *ui, const Model *model, Rect area, Header *header);
/* The first of two that wants something. */
Intent menu_first(Intent a, Intent b);
/* Tabs over what does not fit side by side, turned by Page Up and Down, LB and RB; `area` becomes what they
   leave. */
void menu_tabs(Ui *ui, Rect *area, const Str *labels, int count, int *page);
/* A size for a dialog: as wished, or what the safe area has room for. */
Vec menu_dialog_size(const Ui *ui, float w, float h);

#endif
