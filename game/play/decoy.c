#include <stdlib.h>

#include "play/distractor.h"
#include "play/plausible.h"

#define MAX_SHOWN  16
#define MAX_NEAR   24   /* candidates looked at for each card on the board */
#define MAX_SEARCH 4096 /* random cards, where nothing is close */

typedef struct {
    const PlayIndex *index;
    const Pool *pool;
    const uint32_t *shown;
    uint32_t shown_count;
    Distractor *out;
    uint32_t count;
} Board;

typedef struct {
    SideText text;
    uint32_t dice;
    uint32_t near; /* which card on the board it is like */
    uint32_t order;
} Near;

static bool stands_beside(const Board *board, uint32_t card)
{
    if (!pool_has(board->pool, card)) return false;
    for (uint32_t i = 0; i < board->shown_count; i++)
        if (clash_is(board->index->clash, card, board->shown[i])) return false;
    for (uint32_t i = 0; i < board->count; i++)
        if (clash_is(board->index->clash, card, board->out[i].card)) return false;
    return true;
}

static bool is_wanted(const void *self, SideText candidate)
{
    return stands_beside(self, candidate.card);
}

/* A decoy must be wrong for every term on the board, also by its text. */
static bool is_wrong_for(const Asked *asked, const Option *option)
{
    return !option_is_right(asked, option) && !gist_is_near(&asked->answer, &option->gist);
}

static bool is_wrong_for_all(const Asked *asked, uint32_t count, const Option *option)
{
    for (uint32_t i = 0; i < count; i++)
        if (!is_wrong_for(&asked[i], option)) return false;
    return true;
}

static int compare(const void *a, const void *b)
{
    const Near *x = a, *y = b;
    if (x->dice != y->dice) return x->dice < y->dice ? 1 : -1;
    return (x->order > y->order) - (x->order < y->order);
}

static uint32_t find_near(const Board *board, const Asked *asked, const Str *texts, Near *out)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < board->shown_count; i++) {
        SideText found[MAX_NEAR];
        uint32_t n = trigram_find(board->index->definitions, asked[i].arena, texts[i], found, MAX_NEAR,
                                  is_wanted, board);
        for (uint32_t j = 0; j < n; j++) {
            Option option = option_make(&asked[i], found[j]);
            if (!is_wrong_for_all(asked, board->shown_count, &option)) continue;
            out[count] = (Near){found[j], gist_dice(&asked[i].answer, &option.gist), i, count};
            count++;
        }
    }
    qsort(out, count, sizeof *out, compare);
    return count;
}

/* The nearest first; at first only one for each card on the board, so that they spread over it. */
static void take_near(Board *board, const Near *near, uint32_t count, uint32_t wanted, bool is_spread)
{
    bool has_one[MAX_SHOWN] = {false};
    for (uint32_t i = 0; i < count && board->count < wanted; i++) {
        if ((is_spread && has_one[near[i].near]) || !stands_beside(board, near[i].text.card)) continue;
        has_one[near[i].near] = true;
        board->out[board->count++] =
            (Distractor){near[i].text.card, side_text(board->index->deck, SIDE_DEFINITION, near[i].text)};
    }
}

static void take_random(Board *board, const Asked *asked, uint32_t wanted, Rng *rng)
{
    const Deck *deck = board->index->deck;
    uint32_t most = board->pool->count < MAX_SEARCH ? board->pool->count : MAX_SEARCH;
    if (most == 0 || board->count == wanted) return;
    uint64_t first = rng_below(rng, board->pool->count);
    for (uint32_t i = 0; i < most && board->count < wanted; i++) {
        uint32_t card = board->pool->cards[(first + i) % board->pool->count];
        if (!stands_beside(board, card)) continue;
        SideText which = {card, (uint32_t)rng_below(rng, deck_wording_count(deck, card))};
        Option option = option_make(&asked[0], which);
        if (!is_wrong_for_all(asked, board->shown_count, &option)) continue;
        board->out[board->count++] = (Distractor){card, option.shown};
    }
}

uint32_t distractor_choose_decoys(const PlayIndex *index, const Pool *pool, const uint32_t *shown,
                                  const Str *texts, uint32_t shown_count, uint32_t wanted, Rng *rng,
                                  Arena *scratch, Distractor *out)
{
    if (shown_count == 0 || shown_count > MAX_SHOWN) return 0;
    Board board = {index, pool, shown, shown_count, out, 0};
    Asked *asked = ARENA_NEW_N(scratch, Asked, shown_count);
    for (uint32_t i = 0; i < shown_count; i++)
        asked[i] =
            asked_make(index, scratch, SIDE_DEFINITION, shown[i], deck_term(index->deck, shown[i]), texts[i]);
    Near *near = ARENA_NEW_N(scratch, Near, shown_count * MAX_NEAR);
    uint32_t count = find_near(&board, asked, texts, near);
    take_near(&board, near, count, wanted, true);
    take_near(&board, near, count, wanted, false);
    take_random(&board, asked, wanted, rng);
    return board.count;
}
