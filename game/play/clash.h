/* Which cards must not stand together: two cards clash if some card of the deck joins the term of one with a
   definition or wording of the other, or they share a term, a definition or a wording; texts compared after
   NFKC case folding and white-space folding. A card clashes with itself. Texts are compared by a 64-bit hash:
   a collision keeps two cards apart that need not be, never the other way. Built once a deck, linear in its
   texts; a few words a card. */
#ifndef MATCHWICK_PLAY_CLASH_H
#define MATCHWICK_PLAY_CLASH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "deck/deck.h"

typedef struct Clash Clash;

/* Lies in the arena; reads the deck only now. */
Clash *clash_make(Arena *arena, const Deck *deck);
bool clash_is(const Clash *clash, uint32_t a, uint32_t b);
/* Is this text, folded, joined with the card's term by any card of the deck? Such a text is a right answer to
 * the term. */
bool clash_is_definition_of(const Clash *clash, uint32_t card, Str text);

#endif
