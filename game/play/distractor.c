#include "play/distractor.h"

#include <assert.h>
#include <stdlib.h>

#include "play/logarithm.h"
#include "play/plausible.h"

#define MAX_CANDIDATES 64
#define RANDOM_TRIES   48
#define MAX_SEARCH     4096 /* cards looked at one by one when all else failed */

typedef struct {
    const DistractorQuery *query;
    Rng *rng;
    Asked asked;
    Distractor *out;
    Gist taken[SETUP_MAX_OPTIONS];
    uint32_t count;
    uint32_t shorter_due, longer_due; /* still wanted of each length */
} Choice;

static bool stands_apart(const Choice *choice, const Gist *gist, uint32_t most_dice)
{
    for (uint32_t i = 0; i < choice->count; i++)
        if (gist_is_same(&choice->taken[i], gist) || gist_dice(&choice->taken[i], gist) >= most_dice)
            return false;
    return true;
}

static bool fits_length(const Choice *choice, const Gist *gist)
{
    if (gist->length < choice->asked.answer.length) return choice->shorter_due > 0;
    return gist->length > choice->asked.answer.length && choice->longer_due > 0;
}

static void take(Choice *choice, const Option *option)
{
    uint32_t *due =
        option->gist.length < choice->asked.answer.length ? &choice->shorter_due : &choice->longer_due;
    if (*due) (*due)--;
    choice->taken[choice->count] = option->gist;
    choice->out[choice->count++] = (Distractor){option->card, option->shown};
}

static bool is_done(const Choice *choice)
{
    return choice->count == choice->query->wanted;
}

static void take_own(Choice *choice)
{
    const Deck *deck = choice->query->index->deck;
    if (choice->query->answer_side != SIDE_DEFINITION) return;
    for (uint32_t i = 0; i < deck_distractor_count(deck, choice->query->card) && !is_done(choice); i++) {
        Str text = deck_distractor(deck, choice->query->card, i);
        Option option = option_make_own(&choice->asked, text);
        if (!option_is_right(&choice->asked, &option) && stands_apart(choice, &option.gist, 1001))
            take(choice, &option);
    }
}

/* The card that was taken for the asked one most often, of those that may stand beside it. */
static void take_confusion(Choice *choice)
{
    const DistractorQuery *query = choice->query;
    Option best = {.card = DECK_NO_CARD};
    uint32_t most = 0;
    for (uint32_t i = 0; query->practice && i < query->practice->confusion_count; i++) {
        DistractorConfusion confusion = query->practice->confusions[i];
        if (confusion.count <= most || confusion.card == query->card) continue;
        if (!pool_has(query->pool, confusion.card)) continue;
        Option option = option_make(&choice->asked, (SideText){confusion.card, 0});
        if (option_is_right(&choice->asked, &option)) continue;
        best = option;
        most = confusion.count;
    }
    if (most > 0 && !is_done(choice)) take(choice, &best);
}

/* .20 min(1, ln(1 + confusions) / ln 8) in thousandths; nothing in ranked rounds. */
static int32_t confusion_rank(const DistractorQuery *query, uint32_t card)
{
    const DistractorPractice *practice = query->practice;
    for (uint32_t i = 0; practice && i < practice->confusion_count; i++) {
        if (practice->confusions[i].card != card) continue;
        uint32_t count = practice->confusions[i].count;
        return count < 7 ? 200 * logarithm_milli(1 + count) / logarithm_milli(8) : 200;
    }
    return 0;
}

typedef struct {
    Option option;
    int32_t rank;
    uint32_t order; /* among equals: as found */
} Ranked;

static int compare(const void *a, const void *b)
{
    const Ranked *x = a, *y = b;
    if (x->rank != y->rank) return x->rank < y->rank ? 1 : -1;
    return (x->order > y->order) - (x->order < y->order);
}

static bool is_wanted(const void *self, SideText candidate)
{
    const DistractorQuery *query = self;
    return pool_has(query->pool, candidate.card) &&
           !clash_is(query->index->clash, query->card, candidate.card);
}

static uint32_t find_ranked(Choice *choice, Ranked *out)
{
    const DistractorQuery *query = choice->query;
    const PlayIndex *index = query->index;
    SideText found[MAX_CANDIDATES];
    const TrigramIndex *postings = query->answer_side == SIDE_TERM ? index->terms : index->definitions;
    uint32_t count =
        trigram_find(postings, choice->asked.arena, query->answer, found, MAX_CANDIDATES, is_wanted, query);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        Option option = option_make(&choice->asked, found[i]);
        if (option_is_right(&choice->asked, &option) || option_is_doubtful(&choice->asked, &option)) continue;
        int32_t rank = option_rank(&choice->asked, &option) + confusion_rank(query, option.card);
        out[kept] = (Ranked){option, rank, kept};
        kept++;
    }
    qsort(out, kept, sizeof *out, compare);
    return kept;
}

static bool is_taken(const Choice *choice, uint32_t card)
{
    for (uint32_t i = 0; i < choice->count; i++)
        if (choice->out[i].card == card) return true;
    return false;
}

/* The ranks that are drawn from before all others: counted from 0, without `to`. */
typedef struct {
    uint32_t from, to;
} Window;

static Window window_of(const DistractorQuery *query)
{
    Window middle = {5, 30};
    if (!query->practice) return middle;
    if (query->practice->recall < 600) return (Window){19, 64};
    return query->practice->recall <= 850 ? middle : (Window){0, 5};
}

/* The order in which ranks are tried: those of the window shuffled, then upwards to the first, then the rest.
 */
static uint32_t order_ranks(Window window, Rng *rng, uint32_t count, uint32_t order[MAX_CANDIDATES])
{
    uint32_t filled = 0;
    for (uint32_t i = window.from; i < window.to && i < count; i++) order[filled++] = i;
    rng_shuffle_u32(rng, order, filled);
    for (uint32_t i = count < window.from ? count : window.from; i-- > 0;) order[filled++] = i;
    for (uint32_t i = window.to; i < count; i++) order[filled++] = i;
    return filled;
}

static void take_ranked(Choice *choice, const Ranked *ranked, const uint32_t *order, uint32_t count,
                        bool any_length)
{
    for (uint32_t i = 0; i < count && !is_done(choice); i++) {
        const Option *option = &ranked[order[i]].option;
        if (is_taken(choice, option->card) || !stands_apart(choice, &option->gist, 700)) continue;
        if (any_length || fits_length(choice, &option->gist)) take(choice, option);
    }
}

static Option draw_option(Choice *choice, uint32_t card)
{
    const DistractorQuery *query = choice->query;
    const Deck *deck = query->index->deck;
    SideText which = {card, 0};
    if (query->answer_side == SIDE_DEFINITION)
        which.wording = (uint32_t)rng_below(choice->rng, deck_wording_count(deck, card));
    return option_make(&choice->asked, which);
}

static bool is_same_kind(const Choice *choice, const Option *option)
{
    return gist_kind_in_common(&choice->asked.answer, &option->gist) == 150;
}

typedef struct {
    bool any_length, any_kind;
} Allowed;

static void take_random(Choice *choice, Allowed allowed)
{
    const Pool *pool = choice->query->pool;
    for (uint32_t i = 0; i < RANDOM_TRIES && pool->count && !is_done(choice); i++) {
        uint32_t card = pool->cards[rng_below(choice->rng, pool->count)];
        if (is_taken(choice, card)) continue;
        Option option = draw_option(choice, card);
        if (!allowed.any_kind && !is_same_kind(choice, &option)) continue;
        if (!allowed.any_length && !fits_length(choice, &option.gist)) continue;
        if (option_is_right(&choice->asked, &option) || option_is_doubtful(&choice->asked, &option)) continue;
        if (stands_apart(choice, &option.gist, 700)) take(choice, &option);
    }
}

/* Whatever is surely wrong, from a random card on: small or strange selections. */
static void take_any(Choice *choice)
{
    const Pool *pool = choice->query->pool;
    uint32_t count = pool->count < MAX_SEARCH ? pool->count : MAX_SEARCH;
    if (count == 0 || is_done(choice)) return;
    uint64_t first = rng_below(choice->rng, pool->count);
    for (uint32_t i = 0; i < count && !is_done(choice); i++) {
        uint32_t card = pool->cards[(first + i) % pool->count];
        if (is_taken(choice, card)) continue;
        Option option = draw_option(choice, card);
        if (option_is_right(&choice->asked, &option)) continue;
        if (stands_apart(choice, &option.gist, 1001)) take(choice, &option);
    }
}

uint32_t distractor_choose(const DistractorQuery *query, Rng *rng, Arena *scratch, Distractor *out)
{
    assert(query->wanted < SETUP_MAX_OPTIONS && query->shorter <= query->wanted);
    Choice choice = {.query = query,
                     .rng = rng,
                     .asked = asked_make(query->index, scratch, query->answer_side, query->card,
                                         query->prompt, query->answer),
                     .out = out,
                     .shorter_due = query->shorter,
                     .longer_due = query->wanted - query->shorter};
    take_confusion(&choice);
    take_own(&choice);
    if (is_done(&choice)) return choice.count;

    Ranked *ranked = ARENA_NEW_N(scratch, Ranked, MAX_CANDIDATES);
    uint32_t order[MAX_CANDIDATES];
    uint32_t count = order_ranks(window_of(query), rng, find_ranked(&choice, ranked), order);
    take_ranked(&choice, ranked, order, count, false);
    take_random(&choice, (Allowed){.any_kind = false});
    take_random(&choice, (Allowed){.any_kind = true});
    take_ranked(&choice, ranked, order, count, true);
    take_random(&choice, (Allowed){.any_length = true});
    take_any(&choice);
    return choice.count;
}
