/* A deck in memory: an ordered list of cards, never changed once read, safe to read from several threads.
   Cards are named by their index (0 .. deck_count - 1) or by their id. All texts are UTF-8 views into the
   deck, zero-terminated, valid until deck_release. Texts are pooled: a card costs its texts and a few 32-bit
   offsets. */
#ifndef MATCHWICK_DECK_DECK_H
#define MATCHWICK_DECK_DECK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

typedef struct Deck Deck;

#define DECK_NO_CARD         UINT32_MAX
#define DECK_MAX_CARDS       1000000
#define DECK_MAX_TEXT_BYTES  65536
#define DECK_MAX_TAGS        64 /* of one card */
#define DECK_MAX_FILE_BYTES  (64u << 20)
#define DECK_MAX_DEPTH       16
#define DECK_FINGERPRINT_HEX 64

/* Decks are counted: the shelf, a round and a screen may hold one at the same time, in any thread. */
Deck *deck_retain(Deck *deck);
void deck_release(Deck *deck); /* NULL is allowed */

Str deck_id(const Deck *deck);
Str deck_title(const Deck *deck);
Str deck_description(const Deck *deck); /* empty if absent, as are the next ones */
Str deck_author(const Deck *deck);
Str deck_license(const Deck *deck);
Str deck_source(const Deck *deck);
Str deck_term_language(const Deck *deck);
Str deck_definition_language(const Deck *deck);
Str deck_fingerprint(const Deck *deck); /* 64 lower-case hex digits */

uint32_t deck_count(const Deck *deck);
uint32_t deck_find_card(const Deck *deck, Str id); /* DECK_NO_CARD if there is none */

Str deck_card_id(const Deck *deck, uint32_t card);
Str deck_term(const Deck *deck, uint32_t card);
/* Wording 0 is the definition; the `wordings` follow. */
uint32_t deck_wording_count(const Deck *deck, uint32_t card);
Str deck_wording(const Deck *deck, uint32_t card, uint32_t wording);
uint32_t deck_accept_count(const Deck *deck, uint32_t card);
Str deck_accept(const Deck *deck, uint32_t card, uint32_t i);
uint32_t deck_distractor_count(const Deck *deck, uint32_t card);
Str deck_distractor(const Deck *deck, uint32_t card, uint32_t i);
Str deck_hint(const Deck *deck, uint32_t card);

/* Tags are numbered by first appearance in the deck. */
uint32_t deck_tag_count(const Deck *deck);
Str deck_tag(const Deck *deck, uint32_t tag);
uint32_t deck_tag_cards(const Deck *deck, uint32_t tag); /* how many cards have it */
uint32_t deck_find_tag(const Deck *deck, Str name);      /* exact; UINT32_MAX if there is none */
uint32_t deck_card_tag_count(const Deck *deck, uint32_t card);
uint32_t deck_card_tag(const Deck *deck, uint32_t card, uint32_t i); /* a tag's number */
bool deck_card_has_tag(const Deck *deck, uint32_t card, uint32_t tag);

#endif
