#include "deck/deck_unusable.h"

#include <string.h>

/* Each round costs a look at all cards. Two or three are enough for any usual deck; one made to need more is
   left at what was found till then. */
#define MAX_ROUNDS 100

typedef struct {
    const DeckNumbers *numbers;
    bool *is_joined_text; /* by number: definitions and wordings that the deck joins with the card's term */
    bool *is_joined_term; /* by number: terms that it joins with one of the card's wordings */
    bool *is_own_text;    /* by number: the card's wordings */
    bool *is_clashing;    /* by card */
    bool *is_candidate;   /* by card: none is known yet that it doesn't clash with */
} Search;

static bool has_any(const DeckNumbers *numbers, uint32_t card, const bool *is_marked)
{
    for (uint32_t i = numbers->first[card]; i < numbers->first[card + 1]; i++)
        if (is_marked[numbers->wordings[i]]) return true;
    return false;
}

static void mark_wordings(const DeckNumbers *numbers, uint32_t card, bool *is_marked)
{
    for (uint32_t i = numbers->first[card]; i < numbers->first[card + 1]; i++)
        is_marked[numbers->wordings[i]] = true;
}

/* Sets is_clashing for all cards but the card itself. */
static void mark_clashing(Search *s, uint32_t card)
{
    const DeckNumbers *numbers = s->numbers;
    uint32_t cards = s->numbers->cards;
    memset(s->is_own_text, 0, numbers->count);
    memset(s->is_joined_text, 0, numbers->count);
    memset(s->is_joined_term, 0, numbers->count);
    mark_wordings(numbers, card, s->is_own_text);
    for (uint32_t other = 0; other < cards; other++) {
        if (numbers->terms[other] == numbers->terms[card]) mark_wordings(numbers, other, s->is_joined_text);
        if (has_any(numbers, other, s->is_own_text)) s->is_joined_term[numbers->terms[other]] = true;
    }
    for (uint32_t other = 0; other < cards; other++)
        s->is_clashing[other] =
            s->is_joined_term[numbers->terms[other]] || has_any(numbers, other, s->is_joined_text);
    s->is_clashing[card] = false;
}

/* A card that the marked card doesn't clash with, or DECK_NO_CARD. */
static uint32_t find_free(const Search *s, uint32_t card)
{
    for (uint32_t other = 0; other < s->numbers->cards; other++)
        if (other != card && !s->is_clashing[other]) return other;
    return DECK_NO_CARD;
}

static uint32_t find_candidate(const Search *s, uint32_t from)
{
    for (uint32_t card = from; card < s->numbers->cards; card++)
        if (s->is_candidate[card]) return card;
    return DECK_NO_CARD;
}

static void keep_clashing(Search *s)
{
    for (uint32_t card = 0; card < s->numbers->cards; card++) s->is_candidate[card] &= s->is_clashing[card];
}

static Search search_make(const DeckNumbers *numbers, Arena *arena)
{
    uint32_t cards = numbers->cards;
    Search s = {.numbers = numbers,
                .is_joined_text = ARENA_NEW_N(arena, bool, numbers->count),
                .is_joined_term = ARENA_NEW_N(arena, bool, numbers->count),
                .is_own_text = ARENA_NEW_N(arena, bool, numbers->count),
                .is_clashing = ARENA_NEW_N(arena, bool, cards),
                .is_candidate = ARENA_NEW_N(arena, bool, cards)};
    for (uint32_t card = 0; card < cards; card++) s.is_candidate[card] = !numbers->has_distractors[card];
    return s;
}

/* Takes the first candidate; if some card doesn't clash with it, then only those that clash with that card
   remain. */
uint32_t deck_find_unusable(const DeckNumbers *numbers, uint32_t *out, uint32_t max)
{
    Arena arena;
    arena_init(&arena, 0);
    Search s = search_make(numbers, &arena);
    uint32_t found = 0;
    uint32_t card = find_candidate(&s, 0);
    for (int round = 0; round < MAX_ROUNDS && card != DECK_NO_CARD && found < max; round++) {
        mark_clashing(&s, card);
        uint32_t other = find_free(&s, card);
        s.is_candidate[card] = false;
        if (other == DECK_NO_CARD) {
            out[found++] = card;
        } else {
            mark_clashing(&s, other);
            keep_clashing(&s);
        }
        card = find_candidate(&s, card + 1);
    }
    arena_deinit(&arena);
    return found;
}
