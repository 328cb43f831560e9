/* Cards that the player may want by themselves, by their ids: for a deck of them alone, or to export them. */
#ifndef MATCHWICK_APP_CARD_SET_H
#define MATCHWICK_APP_CARD_SET_H

#include "app/deck_job.h"
#include "screens/model.h"

/* Those of the player in one deck; none for CARD_SET_ALL and CARD_SET_TAGGED, which no id is needed for. */
JobCards card_set_of(const Model *model, CardSet set, Str deck_id, Arena *arena);
/* The same of every deck on the shelf that has some; returns how many decks. */
size_t card_set_of_all(const Model *model, CardSet set, Arena *arena, JobCards **out);

/* The same of the deck that is open, by number and in its order; NULL: all of it. */
const uint32_t *card_set_numbers(const Model *model, CardSet set, Arena *arena, size_t *count);

#endif
