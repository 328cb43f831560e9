#include "app/card_set.h"

#include "play/pool.h"
#include "study/study.h"

static void add_kept(const Model *model, CardSet set, Arena *arena, JobCards *out)
{
    StoreCard *kept;
    size_t count = store_cards(model->store, model->player.id, out->deck_id, arena, &kept);
    Memory memory = memory_make(model->settings.memory_model);
    Learner learner = {0}; /* asked for new cards alone */
    Str *ids = ARENA_NEW_N(arena, Str, count + 1);
    for (size_t i = 0; i < count; i++) {
        double recall = card_memory_recall(&memory, &learner, &kept[i].memory, model->wall_ms);
        bool is_in = set == CARD_SET_STARRED ? kept[i].is_starred : study_is_weak(&kept[i].memory, recall);
        if (is_in) ids[out->count++] = kept[i].card_id;
    }
    out->cards = ids;
}

static void add_missed(const Model *model, Arena *arena, JobCards *out)
{
    const Outcome *outcome = &model->outcome;
    if (!outcome->is_there || !str_is(out->deck_id, model->deck.id)) return;
    Str *ids = ARENA_NEW_N(arena, Str, outcome->missed_count + 1);
    for (size_t i = 0; i < outcome->missed_count; i++)
        ids[out->count++] = str_copy(arena, outcome->missed[i].fact->card_id);
    out->cards = ids;
}

JobCards card_set_of(const Model *model, CardSet set, Str deck_id, Arena *arena)
{
    JobCards out = {.deck_id = str_copy(arena, deck_id)};
    switch (set) {
    case CARD_SET_ALL:
    case CARD_SET_TAGGED: break;
    case CARD_SET_STARRED:
    case CARD_SET_WEAK: add_kept(model, set, arena, &out); break;
    case CARD_SET_MISSED: add_missed(model, arena, &out); break;
    }
    return out;
}

size_t card_set_of_all(const Model *model, CardSet set, Arena *arena, JobCards **out)
{
    ShelfEntry *decks;
    size_t count = shelf_list(model->shelf, arena, &decks), found = 0;
    *out = ARENA_NEW_N(arena, JobCards, count + 1);
    for (size_t i = 0; i < count; i++) {
        if (decks[i].is_bad) continue;
        JobCards cards = card_set_of(model, set, decks[i].id, arena);
        if (cards.count > 0) (*out)[found++] = cards;
    }
    return found;
}

const uint32_t *card_set_numbers(const Model *model, CardSet set, Arena *arena, size_t *count)
{
    const Deck *deck = model->deck.deck;
    *count = 0;
    if (set == CARD_SET_ALL) return NULL;
    if (set == CARD_SET_TAGGED) {
        Pool pool = pool_make(arena, deck, &model->deck.setup);
        *count = pool.count;
        return pool.cards;
    }
    JobCards cards = card_set_of(model, set, model->deck.id, arena);
    bool *is_in = ARENA_NEW_N(arena, bool, deck_count(deck));
    uint32_t *numbers = ARENA_NEW_N(arena, uint32_t, deck_count(deck));
    for (size_t i = 0; i < cards.count; i++) {
        uint32_t card = deck_find_card(deck, cards.cards[i]);
        if (card != DECK_NO_CARD) is_in[card] = true;
    }
    for (uint32_t card = 0; card < deck_count(deck); card++)
        if (is_in[card]) numbers[(*count)++] = card;
    return numbers;
}
