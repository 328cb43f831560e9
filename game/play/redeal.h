/* A question put again on a deck that may have changed since: the same card, side, wording and options, with
   their texts as they are now. It is kept by names, so that it can be written down and outlives the deck. */
#ifndef MATCHWICK_PLAY_REDEAL_H
#define MATCHWICK_PLAY_REDEAL_H

#include "play/deal.h"
#include "play/play_index.h"

#define REDEAL_GONE UINT32_MAX

typedef struct {
    Str card_id;      /* empty: one of the asked card's own distractors, */
    Str own;          /* this one */
    uint32_t wording; /* shown, where definitions are */
} RedealOption;

/* Texts are views. */
typedef struct {
    Str card_id;
    Ask ask;          /* ASK_DEFINITION or ASK_TERM */
    uint32_t wording; /* of the asked card, as it was shown or was the answer */
    RedealOption options[SETUP_MAX_OPTIONS];
    uint32_t option_count, right;
} Redeal;

Redeal redeal_of(const DealQuestion *deal, const Deck *deck);
/* An option goes whose card or text is no more, that is right by now, or that says what another says.
   `places`: where each option stands now, or REDEAL_GONE. Without a limit. False: the asked card is no more.
 */
bool redeal_ask(const Redeal *asked, const PlayIndex *index, DealQuestion *out,
                uint32_t places[SETUP_MAX_OPTIONS]);
/* One that a card of the deck may have: another that is there, where it has fewer now. */
uint32_t redeal_wording(const Deck *deck, uint32_t card, uint32_t wording);

#endif
