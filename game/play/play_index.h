/* All that rounds need to know of a deck beyond its texts: the clash relation and the trigram postings of its
   terms and of its definitions (distractor.h). Never changed once made, so it may be made on a thread of its
   own and read from several. Lies in the arena; the deck must outlive it. */
#ifndef MATCHWICK_PLAY_PLAY_INDEX_H
#define MATCHWICK_PLAY_PLAY_INDEX_H

#include "base/arena.h"
#include "deck/deck.h"
#include "play/clash.h"
#include "play/gist.h"
#include "play/trigram.h"

/* Decks with no more texts than this on a side have the gists of them all at hand, unless the texts are very
 * long: a gist takes about 17 times its text. */
#define PLAY_INDEX_MAX_GISTS      2048
#define PLAY_INDEX_MAX_GIST_BYTES (1u << 20)

typedef struct {
    const Deck *deck;
    const Clash *clash;
    const TrigramIndex *terms;
    const TrigramIndex *definitions; /* every wording is a text of its own */
    const Gist *gists[2];            /* by side, the texts in deck order; NULL for a big deck */
    const uint32_t *first_wording;   /* of a card, in gists[SIDE_DEFINITION] */
} PlayIndex;

PlayIndex *play_index_make(Arena *arena, const Deck *deck);
/* The gists of a card's term or of its first `count` wordings: those at hand, or made in `scratch`. */
const Gist *play_index_gists(const PlayIndex *index, Arena *scratch, Side side, uint32_t card,
                             uint32_t count);

#endif
