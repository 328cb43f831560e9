/* What is looked for in a draft's cards: texts folded for the search, and numbered so that equal ones have
   one number. A state is folded when it is first looked at; what is counted is kept up to date with the
   order. For this folder's own files. */
#ifndef MATCHWICK_EDIT_DRAFT_LOOK_H
#define MATCHWICK_EDIT_DRAFT_LOOK_H

#include "edit/draft_model.h"

DraftLook *draft_look_open(void);
void draft_look_close(DraftLook *look);

/* All texts and tags of the card, folded, a line each. */
Str draft_look_folded(const Draft *draft, DraftState *state);
/* The state comes into the order or goes out of it. */
void draft_look_count(const Draft *draft, DraftState *state, bool is_in);
/* Has another card this term and definition? */
bool draft_look_is_twice(const Draft *draft, DraftState *state);
/* Can no variant use the item's card? */
bool draft_look_is_unusable(const Draft *draft, uint32_t item);

#endif
