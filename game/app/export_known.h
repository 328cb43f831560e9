/* What a player knows of the deck that is exported: for choosing cards by it, and as files of its own. */
#ifndef MATCHWICK_APP_EXPORT_KNOWN_H
#define MATCHWICK_APP_EXPORT_KNOWN_H

#include "deck/deck_build.h"
#include "store/store.h"

typedef struct {
    /* Given: */
    Store *store; /* the caller's, on its thread */
    const Deck *deck;
    StorePlayer player;
    int64_t now_ms;
    /* Read: */
    Memory memory;
    Learner learner;
    StoreCard *cards; /* of which something is kept, in no order */
    size_t count;
    const StoreCard **by_card; /* by card number; NULL: nothing is kept */
} ExportKnown;

void export_known_read(ExportKnown *known, Arena *arena);

typedef struct {
    DeckTexts tags; /* a card has one of them; none: any card */
    bool is_weak, is_starred;
} ExportWish;

/* Their numbers, as the deck has them. `known` may be NULL where neither is wished. */
size_t export_known_choose(const Deck *deck, const ExportWish *wish, const ExportKnown *known, Arena *arena,
                           uint32_t **out);

/* The cards and answers as files. */
Str export_known_progress(const ExportKnown *known, bool is_json, Arena *arena);
Str export_known_answers(const ExportKnown *known, bool is_json, Arena *arena);

#endif
