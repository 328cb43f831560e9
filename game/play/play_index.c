#include "play/play_index.h"

static bool are_terms_short(const Deck *deck)
{
    size_t bytes = 0;
    for (uint32_t card = 0; card < deck_count(deck); card++) bytes += deck_term(deck, card).size;
    return bytes <= PLAY_INDEX_MAX_GIST_BYTES;
}

static bool are_definitions_short(const Deck *deck)
{
    size_t bytes = 0;
    for (uint32_t card = 0; card < deck_count(deck); card++)
        for (uint32_t i = 0; i < deck_wording_count(deck, card); i++)
            bytes += deck_wording(deck, card, i).size;
    return bytes <= PLAY_INDEX_MAX_GIST_BYTES;
}

static const Gist *make_term_gists(Arena *arena, const Deck *deck)
{
    if (deck_count(deck) > PLAY_INDEX_MAX_GISTS || !are_terms_short(deck)) return NULL;
    Gist *gists = ARENA_NEW_N(arena, Gist, deck_count(deck));
    for (uint32_t card = 0; card < deck_count(deck); card++)
        gists[card] = gist_make(arena, deck_term(deck, card));
    return gists;
}

static const Gist *make_definition_gists(Arena *arena, const Deck *deck, const uint32_t *first)
{
    uint32_t cards = deck_count(deck);
    if (first[cards] > PLAY_INDEX_MAX_GISTS || !are_definitions_short(deck)) return NULL;
    Gist *gists = ARENA_NEW_N(arena, Gist, first[cards]);
    for (uint32_t card = 0; card < cards; card++)
        for (uint32_t i = 0; i < deck_wording_count(deck, card); i++)
            gists[first[card] + i] = gist_make(arena, deck_wording(deck, card, i));
    return gists;
}

PlayIndex *play_index_make(Arena *arena, const Deck *deck)
{
    PlayIndex *index = ARENA_NEW(arena, PlayIndex);
    index->deck = deck;
    index->clash = clash_make(arena, deck);
    index->terms = trigram_index_make(arena, deck, SIDE_TERM);
    index->definitions = trigram_index_make(arena, deck, SIDE_DEFINITION);
    if (deck_count(deck) > PLAY_INDEX_MAX_GISTS) return index;
    uint32_t *first = ARENA_NEW_N(arena, uint32_t, (size_t)deck_count(deck) + 1);
    for (uint32_t card = 0; card < deck_count(deck); card++)
        first[card + 1] = first[card] + deck_wording_count(deck, card);
    index->first_wording = first;
    index->gists[SIDE_TERM] = make_term_gists(arena, deck);
    index->gists[SIDE_DEFINITION] = make_definition_gists(arena, deck, first);
    return index;
}

const Gist *play_index_gists(const PlayIndex *index, Arena *scratch, Side side, uint32_t card, uint32_t count)
{
    if (index->gists[side])
        return index->gists[side] + (side == SIDE_TERM ? card : index->first_wording[card]);
    Gist *gists = ARENA_NEW_N(scratch, Gist, count);
    for (uint32_t i = 0; i < count; i++)
        gists[i] = gist_make(scratch, side_text(index->deck, side, (SideText){card, i}));
    return gists;
}
