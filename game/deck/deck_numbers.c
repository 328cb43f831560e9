#include "deck/deck_numbers.h"

#include <string.h>

#include "base/text.h"

typedef struct {
    Arena *arena;
    Arena scratch;
    Str *texts; /* folded, by number */
    uint32_t count;
    uint32_t *slots; /* numbers by hash, UINT32_MAX in empty ones */
    uint32_t slot_count;
} Numbering;

static uint32_t count_texts(const Deck *deck)
{
    uint32_t count = 0;
    for (uint32_t card = 0; card < deck_count(deck); card++) count += 1 + deck_wording_count(deck, card);
    return count;
}

static Numbering numbering_make(Arena *arena, uint32_t most)
{
    Numbering n = {.arena = arena, .texts = ARENA_NEW_N(arena, Str, most), .slot_count = 64};
    while (n.slot_count / 2 < most) n.slot_count *= 2;
    n.slots = ARENA_NEW_N(arena, uint32_t, n.slot_count);
    memset(n.slots, 0xff, n.slot_count * sizeof *n.slots);
    arena_init(&n.scratch, 0);
    return n;
}

static uint32_t number_of(Numbering *n, Str text)
{
    Str folded = text_fold(&n->scratch, text);
    uint64_t hash = str_hash(folded, 0);
    uint32_t slot = (uint32_t)(hash ^ hash >> 32) & (n->slot_count - 1);
    while (n->slots[slot] != UINT32_MAX && !str_is(n->texts[n->slots[slot]], folded))
        slot = (slot + 1) & (n->slot_count - 1);
    if (n->slots[slot] == UINT32_MAX) {
        n->texts[n->count] = str_copy(n->arena, folded);
        n->slots[slot] = n->count++;
    }
    arena_reset(&n->scratch);
    return n->slots[slot];
}

DeckNumbers deck_numbers_make(const Deck *deck, Arena *arena)
{
    uint32_t cards = deck_count(deck), texts = count_texts(deck);
    Numbering numbering = numbering_make(arena, texts);
    DeckNumbers numbers = {.terms = ARENA_NEW_N(arena, uint32_t, cards),
                           .wordings = ARENA_NEW_N(arena, uint32_t, texts - cards),
                           .first = ARENA_NEW_N(arena, uint32_t, (size_t)cards + 1)};
    for (uint32_t card = 0; card < cards; card++) {
        numbers.terms[card] = number_of(&numbering, deck_term(deck, card));
        numbers.first[card] = numbers.wording_count;
        for (uint32_t i = 0; i < deck_wording_count(deck, card); i++)
            numbers.wordings[numbers.wording_count++] = number_of(&numbering, deck_wording(deck, card, i));
    }
    numbers.first[cards] = numbers.wording_count;
    numbers.count = numbering.count;
    arena_deinit(&numbering.scratch);
    return numbers;
}
