/* How a paper is made: which cards are asked, and how each of them. */
#include <assert.h>
#include <string.h>

#include "study/test_pairs.h"

static const Str names[TEST_KINDS] = {[TEST_TRUE_FALSE] = STR_INIT("truefalse"),
                                      [TEST_CHOICE] = STR_INIT("choice"),
                                      [TEST_MATCHING] = STR_INIT("matching"),
                                      [TEST_TYPED] = STR_INIT("typed")};

Str test_kind_name(TestKind kind)
{
    return names[kind];
}

bool test_kind_find(Str name, TestKind *out)
{
    for (int kind = 0; kind < TEST_KINDS; kind++) {
        if (!str_is(name, names[kind])) continue;
        *out = (TestKind)kind;
        return true;
    }
    return false;
}

TestSetup test_setup_default(void)
{
    return (TestSetup){.questions = TEST_DEFAULT_QUESTIONS,
                       .kinds = 1u << TEST_CHOICE | 1u << TEST_TYPED,
                       .ask = ASK_DEFINITION};
}

Pool test_setup_pool(const TestSetup *setup, const Deck *deck, Arena *arena)
{
    if (setup->cards) return pool_make_cards(arena, deck, setup->cards, setup->card_count);
    Setup tags = {.tags = setup->tags, .tag_count = setup->tag_count, .tags_match = setup->tags_match};
    return pool_make(arena, deck, &tags);
}

uint32_t test_setup_questions(const TestSetup *setup, uint32_t pool)
{
    uint32_t wanted = setup->questions ? setup->questions : TEST_DEFAULT_QUESTIONS;
    if (wanted > TEST_MAX_QUESTIONS) wanted = TEST_MAX_QUESTIONS;
    return wanted < pool ? wanted : pool;
}

typedef struct {
    TestPaper *paper;
    DealSource source;
    Supply supply;
    Rng rng;
} Making;

/* Where the pool has nothing that could stand beside the answer, it is to be typed. */
static void ask_card(Making *making, TestKind kind, uint32_t card)
{
    static const uint32_t options[TEST_KINDS] = {
        [TEST_TRUE_FALSE] = 2, [TEST_CHOICE] = TEST_OPTIONS, [TEST_TYPED] = 1};
    TestQuestion *question = &making->paper->questions[making->paper->count++];
    *question = (TestQuestion){.kind = kind, .chosen = TEST_NOT_CHOSEN};
    dealer_ask(&making->source, card, making->paper->setup.ask, options[kind], &making->rng, &question->deal);
    uint64_t side = rng_below(&making->rng, 2); /* drawn in any case: later questions depend on it */
    bool is_alone = question->deal.option_count < 2;
    if (kind == TEST_TRUE_FALSE) question->claim = is_alone ? question->deal.right : (uint32_t)side;
    if (kind == TEST_CHOICE && is_alone) question->kind = TEST_TYPED;
}

static SupplyCard take(Making *making)
{
    SupplyCard drawn = {0};
    bool is_there =
        supply_take_fitting(&making->supply, &making->rng, making->source.index->clash, NULL, 0, &drawn);
    assert(is_there); /* no more are asked than there are */
    (void)is_there;
    return drawn;
}

static void ask_pair(Making *making, const TestPairs *pairs, uint32_t which)
{
    TestPaper *paper = making->paper;
    uint32_t first = paper->count - which;
    paper->questions[paper->count++] =
        (TestQuestion){.kind = TEST_MATCHING,
                       .block = first,
                       .block_count = pairs->count,
                       .chosen = TEST_NOT_CHOSEN,
                       .deal = test_pairs_deal(pairs, making->source.index->deck, which)};
}

/* What to ask of a card that found no other to be matched with. */
static TestKind other_kind(unsigned kinds)
{
    static const TestKind order[] = {TEST_CHOICE, TEST_TRUE_FALSE, TEST_TYPED};
    for (int i = 0; i < 3; i++)
        if (kinds & 1u << order[i]) return order[i];
    return TEST_CHOICE;
}

/* Up to `wanted` pairs that can stand together; how many questions it made. */
static uint32_t ask_block(Making *making, uint32_t wanted)
{
    TestPairs pairs = {.ask = making->paper->setup.ask};
    const Clash *clash = making->source.index->clash;
    SupplyCard drawn;
    while (pairs.count < wanted &&
           supply_take_fitting(&making->supply, &making->rng, clash, pairs.cards, pairs.count, &drawn)) {
        pairs.cards[pairs.count] = drawn.card;
        pairs.wordings[pairs.count] = drawn.wording;
        pairs.places[pairs.count] = pairs.count;
        pairs.count++;
    }
    if (pairs.ask == ASK_BOTH) pairs.ask = rng_below(&making->rng, 2) ? ASK_TERM : ASK_DEFINITION;
    rng_shuffle_u32(&making->rng, pairs.places, pairs.count);
    if (pairs.count == 1)
        ask_card(making, other_kind(making->paper->setup.kinds), pairs.cards[0]);
    else
        for (uint32_t i = 0; i < pairs.count; i++) ask_pair(making, &pairs, i);
    return pairs.count;
}

/* Blocks of sizes that differ by one at most: none is left with a single pair where two could share. */
static void ask_blocks(Making *making, uint32_t pairs)
{
    while (pairs > 0) {
        uint32_t blocks = (pairs + TEST_BLOCK - 1) / TEST_BLOCK;
        pairs -= ask_block(making, (pairs + blocks - 1) / blocks);
    }
}

/* Equal shares; what is left over goes to the first kinds. */
static void share(unsigned kinds, uint32_t total, uint32_t *out)
{
    uint32_t chosen = 0, given = 0;
    for (int kind = 0; kind < TEST_KINDS; kind++) chosen += kinds >> kind & 1;
    for (int kind = 0, place = 0; kind < TEST_KINDS; kind++) {
        out[kind] = 0;
        if (!(kinds >> kind & 1)) continue;
        out[kind] = total / chosen + ((uint32_t)place++ < total % chosen);
        given += out[kind];
    }
    assert(given == total);
    (void)given;
}

static TestSetup own_setup(const TestSetup *setup, uint32_t pool, Arena *arena)
{
    TestSetup own = *setup;
    own.questions = test_setup_questions(setup, pool);
    if ((own.kinds & TEST_ALL_KINDS) == 0) own.kinds = test_setup_default().kinds;
    Str *tags = ARENA_NEW_N(arena, Str, own.tag_count + 1);
    for (uint32_t i = 0; i < own.tag_count; i++) tags[i] = str_copy(arena, setup->tags[i]);
    own.tags = tags;
    if (!setup->cards) return own;
    uint32_t *cards = ARENA_NEW_N(arena, uint32_t, own.card_count + 1);
    if (own.card_count) memcpy(cards, setup->cards, own.card_count * sizeof *cards);
    own.cards = cards;
    return own;
}

static void ask_all(Making *making)
{
    uint32_t shares[TEST_KINDS];
    share(making->paper->setup.kinds & TEST_ALL_KINDS, making->paper->setup.questions, shares);
    for (int kind = 0; kind < TEST_KINDS; kind++) {
        if (kind == TEST_MATCHING)
            ask_blocks(making, shares[kind]);
        else
            for (uint32_t i = 0; i < shares[kind]; i++) ask_card(making, (TestKind)kind, take(making).card);
    }
}

TestPaper *test_paper_make(Arena *arena, const PlayIndex *index, const TestSetup *setup, uint64_t seed)
{
    Pool pool = test_setup_pool(setup, index->deck, arena);
    if (pool.count == 0) return NULL;
    TestPaper *paper = ARENA_NEW(arena, TestPaper);
    *paper = (TestPaper){.arena = arena, .index = index, .seed = seed, .since_ms = TEST_STANDS};
    paper->setup = own_setup(setup, pool.count, arena);
    paper->questions = ARENA_NEW_N(arena, TestQuestion, paper->setup.questions);
    Setup whole = {.tags = NULL};
    Making making = {.paper = paper, .source = {.index = index, .pool = pool}};
    making.source.distractors = pool_make(arena, index->deck, &whole);
    rng_seed(&making.rng, seed);
    supply_init(&making.supply, index->deck, &pool, false, &making.rng, arena);
    ask_all(&making);
    assert(paper->count == paper->setup.questions);
    return paper;
}
