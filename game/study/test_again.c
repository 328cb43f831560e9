/* How a paper is laid again on a deck that has changed. */
#include "study/test_pairs.h"

typedef struct {
    const TestPaper *before;
    const Redeal *names;
    TestPaper *paper;
    TestLost *lost;
    uint32_t front; /* as it was numbered, of the question that comes to the front */
} Laying;

static void put(Laying *laying, const TestQuestion *question, uint32_t at)
{
    TestPaper *paper = laying->paper;
    if (at >= laying->before->front && at < laying->front) {
        laying->front = at;
        paper->front = paper->count;
    }
    paper->questions[paper->count++] = *question;
}

static void reopen(Laying *laying, TestQuestion *question)
{
    if (question->chosen == TEST_NOT_CHOSEN) return;
    laying->lost->opened++;
    question->chosen = TEST_NOT_CHOSEN;
    question->open = 0;
}

/* --- one by itself --- */

static void settle_claim(Laying *laying, TestQuestion *question, const uint32_t *places)
{
    const DealQuestion *deal = &question->deal;
    question->claim = places[question->claim];
    if (question->claim != REDEAL_GONE) return;
    question->claim = deal->option_count > 1 ? (deal->right + 1) % deal->option_count : deal->right;
    reopen(laying, question);
}

static void settle_choice(Laying *laying, TestQuestion *question, const uint32_t *places)
{
    uint32_t place = question->chosen == TEST_NOT_CHOSEN ? REDEAL_GONE : places[question->chosen];
    bool is_alone = question->deal.option_count < 2;
    if (place == REDEAL_GONE || is_alone)
        reopen(laying, question);
    else
        question->chosen = place;
    if (is_alone) question->kind = TEST_TYPED;
}

static void lay_one(Laying *laying, uint32_t at)
{
    TestQuestion question = laying->before->questions[at];
    uint32_t places[SETUP_MAX_OPTIONS];
    if (!redeal_ask(&laying->names[at], laying->paper->index, &question.deal, places)) {
        laying->lost->gone++;
        return;
    }
    if (question.kind == TEST_TRUE_FALSE) settle_claim(laying, &question, places);
    if (question.kind == TEST_CHOICE) settle_choice(laying, &question, places);
    put(laying, &question, at);
}

/* --- a block --- */

/* Where its questions stand in the paper before: those that can still be matched, and those that cannot. */
typedef struct {
    TestPairs pairs;
    uint32_t stay[TEST_BLOCK], leave[TEST_BLOCK];
    uint32_t leave_count;
} Block;

static bool fits(const TestPairs *pairs, const Clash *clash, uint32_t card)
{
    for (uint32_t i = 0; i < pairs->count; i++)
        if (clash_is(clash, pairs->cards[i], card)) return false;
    return true;
}

static void sort_in(Laying *laying, Block *block, uint32_t at)
{
    const PlayIndex *index = laying->paper->index;
    const Redeal *named = &laying->names[at];
    TestPairs *pairs = &block->pairs;
    uint32_t card = deck_find_card(index->deck, named->card_id);
    if (card == DECK_NO_CARD) {
        laying->lost->gone++;
    } else if (!fits(pairs, index->clash, card)) {
        block->leave[block->leave_count++] = at;
    } else {
        pairs->cards[pairs->count] = card;
        pairs->wordings[pairs->count] = redeal_wording(index->deck, card, named->wording);
        block->stay[pairs->count++] = at;
    }
}

/* One pair alone would be no question. */
static Block sort_block(Laying *laying, uint32_t first)
{
    Block block = {.pairs = {.ask = laying->names[first].ask}};
    uint32_t count = laying->before->questions[first].block_count;
    for (uint32_t i = 0; i < count; i++) sort_in(laying, &block, first + i);
    if (block.pairs.count == 1) {
        block.leave[block.leave_count++] = block.stay[0];
        block.pairs.count = 0;
    }
    return block;
}

/* The options close up. */
static uint32_t place_of(const Laying *laying, const Block *block, uint32_t place)
{
    uint32_t before = 0;
    bool is_there = false;
    for (uint32_t i = 0; i < block->pairs.count; i++) {
        before += laying->names[block->stay[i]].right < place;
        is_there |= laying->names[block->stay[i]].right == place;
    }
    return is_there ? before : REDEAL_GONE;
}

static void lay_pair(Laying *laying, const Block *block, uint32_t which, uint32_t first)
{
    uint32_t at = block->stay[which];
    TestQuestion question = laying->before->questions[at];
    question.deal = test_pairs_deal(&block->pairs, laying->paper->index->deck, which);
    question.block = first;
    question.block_count = block->pairs.count;
    if (question.open > question.block_count) question.open = question.block_count;
    uint32_t chosen =
        question.chosen == TEST_NOT_CHOSEN ? REDEAL_GONE : place_of(laying, block, question.chosen);
    if (chosen == REDEAL_GONE)
        reopen(laying, &question);
    else
        question.chosen = chosen;
    put(laying, &question, at);
}

static void lay_typed(Laying *laying, uint32_t at)
{
    TestQuestion question = laying->before->questions[at];
    uint32_t places[SETUP_MAX_OPTIONS];
    Redeal alone = laying->names[at];
    alone.option_count = 1;
    alone.right = 0;
    redeal_ask(&alone, laying->paper->index, &question.deal, places);
    reopen(laying, &question);
    question.kind = TEST_TYPED;
    question.block = question.block_count = 0;
    put(laying, &question, at);
}

static void lay_block(Laying *laying, uint32_t at)
{
    Block block = sort_block(laying, at);
    uint32_t first = laying->paper->count;
    for (uint32_t i = 0; i < block.pairs.count; i++)
        block.pairs.places[i] = place_of(laying, &block, laying->names[block.stay[i]].right);
    for (uint32_t i = 0; i < block.pairs.count; i++) lay_pair(laying, &block, i, first);
    for (uint32_t i = 0; i < block.leave_count; i++) lay_typed(laying, block.leave[i]);
}

TestPaper *test_paper_again(const TestPaper *before, const Redeal *names, const PlayIndex *index,
                            TestLost *lost)
{
    TestPaper *paper = ARENA_NEW(before->arena, TestPaper);
    Laying laying = {
        .before = before, .names = names, .paper = paper, .lost = lost, .front = TEST_MAX_QUESTIONS};
    *paper = *before;
    *lost = (TestLost){0};
    paper->index = index;
    paper->questions = ARENA_NEW_N(before->arena, TestQuestion, before->count);
    paper->count = 0;
    paper->since_ms = TEST_STANDS;
    for (uint32_t at = 0; at < before->count; at++) {
        const TestQuestion *question = &before->questions[at];
        if (question->kind != TEST_MATCHING)
            lay_one(&laying, at);
        else if (question->block == at)
            lay_block(&laying, at);
    }
    if (paper->count == 0) return NULL;
    if (laying.front == TEST_MAX_QUESTIONS) paper->front = paper->count - 1;
    paper->setup.questions = paper->count;
    paper->setup.cards = NULL; /* numbered as in the deck before */
    paper->setup.card_count = 0;
    return paper;
}
