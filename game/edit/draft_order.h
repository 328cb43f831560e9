/* Cards go in and out of a draft's order. For this folder's own files. */
#ifndef MATCHWICK_EDIT_DRAFT_ORDER_H
#define MATCHWICK_EDIT_DRAFT_ORDER_H

#include "edit/draft_model.h"

/* `spots` by rising place in the order as it is with them. */
void draft_order_in(Draft *draft, const DraftSpot *spots, size_t count);
void draft_order_out(Draft *draft, const DraftSpot *spots, size_t count);

#endif
