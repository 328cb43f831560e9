/* Makes a deck, card by card. Texts are copied. What a deck file may hold (limits, blank texts, ids given
   twice) is the caller's to check before; here it is asserted. */
#ifndef MATCHWICK_DECK_DECK_BUILD_H
#define MATCHWICK_DECK_DECK_BUILD_H

#include "base/arena.h"
#include "deck/deck.h"

typedef struct {
    Str id, title; /* needed */
    Str description, author, license, source, term_language, definition_language;
} DeckHead;

typedef struct {
    const Str *items;
    size_t count;
} DeckTexts;

typedef struct {
    Str id; /* empty: made from the term */
    Str term, definition, hint;
    DeckTexts wordings, accepts, distractors, tags; /* wordings without the definition */
} DeckCard;

/* What a deck says of itself and of a card, with its effective id, as such values; texts are views of the
   deck, lists lie in the arena. */
DeckHead deck_head_of(const Deck *deck);
DeckCard deck_card_of(const Deck *deck, uint32_t card, Arena *arena);

typedef struct DeckBuilder DeckBuilder;

DeckBuilder *deck_build_open(const DeckHead *head);
/* The card that was added with this explicit id, or DECK_NO_CARD. */
uint32_t deck_build_find(const DeckBuilder *builder, Str id);
/* Its number is the count of those before it. An explicit id must not be there yet. */
void deck_build_add(DeckBuilder *builder, const DeckCard *card);
/* Ends the builder. The caller owns one count of the deck. */
Deck *deck_build_finish(DeckBuilder *builder);
/* Ends it without a deck. */
void deck_build_cancel(DeckBuilder *builder);

#endif
