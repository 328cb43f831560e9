/* What a deck is made of; for this folder's own files. All texts lie one behind the other in `pool`, each
   followed by a zero byte; a text is named by its number, and starts[number + 1] - 1 ends it. The texts of a
   card follow each other: term, definition, wordings, accepts, distractors, hint. */
#ifndef MATCHWICK_DECK_DECK_MODEL_H
#define MATCHWICK_DECK_DECK_MODEL_H

#include <stdatomic.h>

#include "deck/deck.h"

typedef enum {
    DECK_FIELD_ID,
    DECK_FIELD_TITLE,
    DECK_FIELD_DESCRIPTION,
    DECK_FIELD_AUTHOR,
    DECK_FIELD_LICENSE,
    DECK_FIELD_SOURCE,
    DECK_FIELD_TERM_LANGUAGE,
    DECK_FIELD_DEFINITION_LANGUAGE,
    DECK_FIELD_COUNT
} DeckField;

/* Numbers of texts; each part ends where the next begins. */
typedef struct {
    uint32_t id;
    uint32_t term; /* the definition is the next one, the wordings follow */
    uint32_t accepts;
    uint32_t distractors;
    uint32_t hint;
    uint32_t tags; /* where its tags begin in card_tags; they end where those of the next card begin */
} DeckCardRecord;

typedef struct {
    uint32_t text;
    uint32_t cards;
} DeckTagRecord;

/* The first DECK_FIELD_COUNT texts are the deck's own fields, in the order of DeckField. */
struct Deck {
    atomic_uint owners;
    char *pool;
    uint32_t *starts; /* text_count + 1 of them */
    uint32_t text_count;
    DeckCardRecord *cards; /* card_count + 1: the last one only ends the tags of the one before */
    uint32_t card_count;
    uint32_t *card_tags;
    DeckTagRecord *tags;
    uint32_t tag_count;
    uint32_t *slots;     /* card numbers by the hash of their ids, DECK_NO_CARD in empty ones */
    uint32_t slot_count; /* a power of two, more than the cards */
    char fingerprint[DECK_FINGERPRINT_HEX + 1];
};

Str deck_text(const Deck *deck, uint32_t text);
/* Where the search for an id begins in `slots`, before it is cut to their count; it goes up from there. */
uint32_t deck_hash_id(Str id);

#endif
