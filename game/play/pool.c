#include "play/pool.h"

static bool has_tags(const Deck *deck, uint32_t card, const uint32_t *tags, const Setup *setup)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i < setup->tag_count; i++)
        if (tags[i] != UINT32_MAX && deck_card_has_tag(deck, card, tags[i])) found++;
    if (setup->tags_match == TAGS_ALL) return found == setup->tag_count;
    return found > 0 || setup->tag_count == 0;
}

static uint32_t *members_make(Arena *arena, const Deck *deck)
{
    return ARENA_NEW_N(arena, uint32_t, (size_t)deck_count(deck) / 32 + 1);
}

Pool pool_make(Arena *arena, const Deck *deck, const Setup *setup)
{
    uint32_t *tags = ARENA_NEW_N(arena, uint32_t, setup->tag_count);
    for (uint32_t i = 0; i < setup->tag_count; i++) tags[i] = deck_find_tag(deck, setup->tags[i]);
    uint32_t *cards = ARENA_NEW_N(arena, uint32_t, deck_count(deck));
    uint32_t *members = members_make(arena, deck);
    uint32_t count = 0;
    for (uint32_t card = 0; card < deck_count(deck); card++)
        if (has_tags(deck, card, tags, setup)) {
            members[card / 32] |= UINT32_C(1) << (card % 32);
            cards[count++] = card;
        }
    return (Pool){cards, count, members};
}

Pool pool_make_cards(Arena *arena, const Deck *deck, const uint32_t *cards, uint32_t count)
{
    uint32_t *members = members_make(arena, deck);
    uint32_t *kept = ARENA_NEW_N(arena, uint32_t, count);
    for (uint32_t i = 0; i < count; i++) members[cards[i] / 32] |= UINT32_C(1) << (cards[i] % 32);
    Pool pool = {kept, 0, members};
    for (uint32_t card = 0; card < deck_count(deck); card++)
        if (pool_has(&pool, card)) kept[pool.count++] = card;
    return pool;
}

bool pool_has(const Pool *pool, uint32_t card)
{
    return (pool->members[card / 32] >> (card % 32)) & 1;
}
