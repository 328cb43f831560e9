#include "study/cards.h"

#include <string.h>

#include "base/rng.h"

CardsPlace cards_place_default(void)
{
    return (CardsPlace){.card = DECK_NO_CARD, .lead = DECK_NO_CARD, .pace_s = CARDS_DEFAULT_PACE_S};
}

Cards *cards_make(Arena *arena, uint32_t deck_count, const CardsPlace *place)
{
    Cards *cards = ARENA_NEW(arena, Cards);
    cards->place = *place;
    cards->order = cards->order_room = ARENA_NEW_N(arena, uint32_t, deck_count);
    cards->chosen = cards->chosen_room = ARENA_NEW_N(arena, uint32_t, deck_count);
    return cards;
}

/* UINT32_MAX: not there. */
static uint32_t find(const Cards *cards, int64_t card)
{
    for (uint32_t i = 0; i < cards->count; i++)
        if (cards->order[i] == card) return i;
    return UINT32_MAX;
}

static void show(Cards *cards, uint32_t at)
{
    if (at == cards->at && cards->order[at] == cards->place.card) return;
    cards->at = at;
    cards->place.card = cards->order[at];
    cards->place.is_flipped = false;
}

static void shuffle(Cards *cards)
{
    Rng rng;
    rng_seed(&rng, cards->place.seed);
    rng_shuffle_u32(&rng, cards->order_room, cards->count);
    uint32_t lead = find(cards, cards->place.lead);
    if (lead == UINT32_MAX) return;
    cards->order_room[lead] = cards->order[0];
    cards->order_room[0] = cards->place.lead;
}

/* The stack as the place wants it; on the shown card, if that is still in it. An empty stack forgets nothing.
 */
static void lay_out(Cards *cards, const StudyDeck *deck)
{
    cards->count = 0;
    for (uint32_t i = 0; i < cards->chosen_count; i++) {
        uint32_t card = cards->chosen[i];
        if (cards->place.is_starred_only && !deck->cards[card].is_starred) continue;
        cards->order_room[cards->count++] = card;
    }
    if (cards->place.is_shuffled) shuffle(cards);
    uint32_t at = find(cards, cards->place.card);
    cards->at = at == UINT32_MAX ? 0 : at;
    if (cards->count > 0)
        show(cards, cards->at);
    else
        cards->is_playing = false;
}

static void choose(Cards *cards, const StudyDeck *deck, const CardsInput *input)
{
    if (input->count > 0) memmove(cards->chosen_room, input->cards, input->count * sizeof *input->cards);
    cards->chosen_count = input->count;
    lay_out(cards, deck);
}

static void toggle_shuffle(Cards *cards, const StudyDeck *deck, int64_t seed)
{
    CardsPlace *place = &cards->place;
    place->is_shuffled = !place->is_shuffled;
    place->seed = place->is_shuffled ? (uint64_t)seed : 0;
    place->lead = place->is_shuffled ? place->card : DECK_NO_CARD;
    lay_out(cards, deck);
}

static int64_t held(int64_t number, int64_t least, int64_t most)
{
    return number < least ? least : number > most ? most : number;
}

static void jump(Cards *cards, int64_t at)
{
    if (cards->count > 0) show(cards, (uint32_t)held(at, 0, (int64_t)cards->count - 1));
}

static void find_card(Cards *cards, int64_t card)
{
    uint32_t at = find(cards, card);
    if (at != UINT32_MAX) show(cards, at);
}

static void flip(Cards *cards)
{
    if (cards->count > 0 && !cards->place.is_both) cards->place.is_flipped = !cards->place.is_flipped;
}

static bool is_at_end(const Cards *cards)
{
    bool is_whole = cards->place.is_both || cards->place.is_flipped;
    return cards->at + 1 >= cards->count && is_whole;
}

static void toggle_play(Cards *cards)
{
    cards->is_playing = !cards->is_playing && cards->count > 0;
    if (!cards->is_playing || !is_at_end(cards)) return;
    show(cards, 0);
    cards->place.is_flipped = false; /* a stack of one */
}

/* The other side, then the next card; at the end it stops. */
static void turn(Cards *cards)
{
    if (is_at_end(cards))
        cards->is_playing = false;
    else if (cards->place.is_both || cards->place.is_flipped)
        show(cards, cards->at + 1);
    else
        cards->place.is_flipped = true;
}

static void carry_out(Cards *cards, StudyDeck *deck, const CardsInput *input)
{
    CardsPlace *place = &cards->place;
    switch (input->kind) {
    case CARDS_CHOOSE: choose(cards, deck, input); break;
    case CARDS_FLIP: flip(cards); break;
    case CARDS_NEXT: jump(cards, (int64_t)cards->at + 1); break;
    case CARDS_PREVIOUS: jump(cards, (int64_t)cards->at - 1); break;
    case CARDS_JUMP: jump(cards, input->number); break;
    case CARDS_FIND: find_card(cards, input->number); break;
    case CARDS_STAR:
        if (cards->count > 0) deck->cards[place->card].is_starred = !deck->cards[place->card].is_starred;
        break;
    case CARDS_STARRED:
        place->is_starred_only = !place->is_starred_only;
        lay_out(cards, deck);
        break;
    case CARDS_SHUFFLE: toggle_shuffle(cards, deck, input->number); break;
    case CARDS_FIRST_SIDE:
        place->first_side = input->number == SIDE_DEFINITION ? SIDE_DEFINITION : SIDE_TERM;
        place->is_flipped = false;
        break;
    case CARDS_BOTH:
        place->is_both = !place->is_both;
        place->is_flipped = false;
        break;
    case CARDS_PLAY: toggle_play(cards); break;
    case CARDS_PACE:
        place->pace_s = (int32_t)held(input->number, CARDS_LEAST_PACE_S, CARDS_MOST_PACE_S);
        break;
    case CARDS_TIME: turn(cards); break;
    case CARDS_INPUTS: break;
    }
}

/* Whatever is done while it plays, the side that is then on top is there for its whole time; a star alone
   turns nothing. */
void cards_apply(Cards *cards, StudyDeck *deck, const CardsInput *input, int64_t now_ms)
{
    if (input->kind == CARDS_TIME && (!cards->is_playing || now_ms < cards->turn_ms)) return;
    carry_out(cards, deck, input);
    if (input->kind != CARDS_STAR) cards->turn_ms = now_ms + (int64_t)cards->place.pace_s * 1000;
}

Side cards_side(const Cards *cards)
{
    bool is_other = cards->place.is_flipped;
    return (cards->place.first_side == SIDE_TERM) != is_other ? SIDE_TERM : SIDE_DEFINITION;
}
