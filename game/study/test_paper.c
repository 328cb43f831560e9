#include "study/test_paper.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "study/typed.h"

bool test_question_is_answered(const TestQuestion *question)
{
    if (question->kind == TEST_TYPED) return !str_is_blank(test_question_typed(question));
    return question->chosen != TEST_NOT_CHOSEN;
}

Str test_question_typed(const TestQuestion *question)
{
    return question->typed ? str_of(question->typed) : STR("");
}

Side test_question_answer_side(const TestQuestion *question)
{
    return question->deal.ask == ASK_TERM ? SIDE_DEFINITION : SIDE_TERM;
}

uint32_t test_paper_answered(const TestPaper *paper)
{
    uint32_t answered = 0;
    for (uint32_t i = 0; i < paper->count; i++) answered += test_question_is_answered(&paper->questions[i]);
    return answered;
}

/* Of `count` questions from `first` on, going round. */
static uint32_t next_open(const TestPaper *paper, uint32_t first, uint32_t count, uint32_t after)
{
    for (uint32_t step = 1; step <= count; step++) {
        uint32_t at = first + (after - first + step) % count;
        if (!test_question_is_answered(&paper->questions[at])) return at;
    }
    return paper->count;
}

static int64_t limit_ms(const TestPaper *paper)
{
    return paper->setup.limit_min > 0 ? (int64_t)paper->setup.limit_min * 60000 : INT64_MAX;
}

int64_t test_paper_left_ms(const TestPaper *paper, int64_t now_ms)
{
    int64_t limit = limit_ms(paper);
    if (limit == INT64_MAX) return limit;
    int64_t running =
        paper->since_ms == TEST_STANDS || now_ms < paper->since_ms ? 0 : now_ms - paper->since_ms;
    int64_t left = limit - paper->spent_ms - running;
    return left > 0 ? left : 0;
}

int64_t test_paper_deadline_ms(const TestPaper *paper)
{
    bool is_running = !paper->is_over && paper->since_ms != TEST_STANDS;
    if (!is_running || limit_ms(paper) == INT64_MAX) return INT64_MAX;
    return paper->since_ms + limit_ms(paper) - paper->spent_ms;
}

static void grade(TestPaper *paper, TestQuestion *question)
{
    const DealQuestion *deal = &question->deal;
    switch (question->kind) {
    case TEST_TRUE_FALSE:
        question->is_right = question->chosen == (question->claim == deal->right ? TEST_TRUE : TEST_FALSE);
        return;
    case TEST_CHOICE:
    case TEST_MATCHING: question->is_right = question->chosen == deal->right; return;
    case TEST_TYPED: break;
    }
    question->expected = deal->options[deal->right].text;
    if (!test_question_is_answered(question)) return;
    TypedVerdict verdict = typed_grade(paper->arena, paper->index->deck, deal->card,
                                       test_question_answer_side(question), test_question_typed(question));
    question->is_right = verdict.match != TYPED_WRONG;
    question->is_near = verdict.match == TYPED_NEAR;
    question->expected = verdict.expected;
}

static void hand_in(TestPaper *paper)
{
    paper->is_over = true;
    paper->since_ms = TEST_STANDS;
    for (uint32_t i = 0; i < paper->count; i++) grade(paper, &paper->questions[i]);
}

/* Lets the clock come up to `at_ms`; what it brings goes to the question in front. */
static void advance(TestPaper *paper, int64_t at_ms)
{
    if (paper->since_ms == TEST_STANDS || at_ms <= paper->since_ms) return;
    int64_t left = limit_ms(paper) - paper->spent_ms, passed = at_ms - paper->since_ms;
    if (passed > left) passed = left;
    paper->spent_ms += passed;
    paper->questions[paper->front].response_ms += passed;
    paper->since_ms = at_ms;
    if (passed < left) return;
    paper->is_timed_out = true;
    hand_in(paper);
}

static void go(TestPaper *paper, uint32_t question)
{
    if (question >= paper->count) return;
    paper->front = question;
    paper->questions[question].is_seen = true;
}

/* An option stands beside one question alone. */
static void match(TestPaper *paper, TestQuestion *question, uint32_t option)
{
    TestQuestion *block = &paper->questions[question->block];
    question->open = question->block_count;
    for (uint32_t i = 0; i < question->block_count; i++) {
        if (&block[i] == question || block[i].chosen == TEST_NOT_CHOSEN) continue;
        if (block[i].chosen == option)
            block[i].chosen = TEST_NOT_CHOSEN;
        else
            question->open--;
    }
    question->chosen = option;
    uint32_t next = next_open(paper, question->block, question->block_count, paper->front);
    if (next < paper->count) go(paper, next);
}

static void choose(TestPaper *paper, uint32_t option)
{
    TestQuestion *question = &paper->questions[paper->front];
    uint32_t count = question->kind == TEST_TRUE_FALSE ? 2 : question->deal.option_count;
    if (question->kind == TEST_TYPED || option >= count) return;
    if (question->kind == TEST_MATCHING)
        match(paper, question, option);
    else
        question->chosen = option;
}

static void type(TestPaper *paper, Str text)
{
    TestQuestion *question = &paper->questions[paper->front];
    if (question->kind != TEST_TYPED) return;
    if (!question->typed) question->typed = arena_alloc(paper->arena, TEST_TYPED_BYTES);
    size_t size = text.size < TEST_TYPED_BYTES ? text.size : TEST_TYPED_BYTES - 1;
    while (size < text.size && size > 0 && ((unsigned char)text.data[size] & 0xC0) == 0x80) size--;
    if (size > 0) memcpy(question->typed, text.data, size);
    question->typed[size] = '\0';
}

static void enter(TestPaper *paper, int64_t at_ms)
{
    if (paper->since_ms == TEST_STANDS) paper->since_ms = at_ms;
    go(paper, paper->front);
}

void test_paper_apply(TestPaper *paper, TestInput input, int64_t at_ms)
{
    if (paper->is_over) return;
    advance(paper, at_ms);
    if (paper->is_over) return;
    switch (input.kind) {
    case TEST_TICK: break;
    case TEST_ENTER: enter(paper, at_ms); break;
    case TEST_LEAVE: paper->since_ms = TEST_STANDS; break;
    case TEST_LOOK_AWAY: paper->questions[paper->front].lost_focus = true; break;
    case TEST_CHOOSE: choose(paper, input.number); break;
    case TEST_TYPE: type(paper, input.text); break;
    case TEST_GO: go(paper, input.number); break;
    case TEST_HAND_IN: hand_in(paper); break;
    }
}

static size_t read_characters(const TestQuestion *question)
{
    const DealQuestion *deal = &question->deal;
    size_t characters = text_length(deal->prompt);
    switch (question->kind) {
    case TEST_TRUE_FALSE: return characters + text_length(deal->options[question->claim].text);
    case TEST_CHOICE:
        for (uint32_t i = 0; i < deal->option_count; i++) characters += text_length(deal->options[i].text);
        return characters;
    case TEST_MATCHING:
        if (question->chosen != TEST_NOT_CHOSEN)
            characters += text_length(deal->options[question->chosen].text);
        return characters;
    case TEST_TYPED: break;
    }
    return characters;
}

static const EvidenceFormat formats[TEST_KINDS] = {[TEST_TRUE_FALSE] = EVIDENCE_TRUE_FALSE,
                                                   [TEST_CHOICE] = EVIDENCE_CHOICE,
                                                   [TEST_MATCHING] = EVIDENCE_MATCH,
                                                   [TEST_TYPED] = EVIDENCE_TYPED};

static int32_t choices_of(const TestQuestion *question)
{
    switch (question->kind) {
    case TEST_TRUE_FALSE: return 2;
    case TEST_CHOICE: return (int32_t)question->deal.option_count;
    case TEST_MATCHING:
        return (int32_t)(question->chosen == TEST_NOT_CHOSEN ? question->block_count : question->open);
    case TEST_TYPED: break;
    }
    return 0;
}

/* The text of the option that was taken for the answer, and its card; a claim that was believed. */
static void set_chosen(const TestQuestion *question, StudyFact *out)
{
    const DealQuestion *deal = &question->deal;
    if (question->kind == TEST_TYPED) out->chosen = test_question_typed(question);
    if (question->kind == TEST_TYPED || question->chosen == TEST_NOT_CHOSEN) return;
    uint32_t option = question->kind == TEST_TRUE_FALSE ? question->claim : question->chosen;
    bool is_denied = question->kind == TEST_TRUE_FALSE && question->chosen == TEST_FALSE;
    out->chosen = is_denied ? STR("False") : deal->options[option].text;
    if (!is_denied && !question->is_right) out->chosen_card = deal->options[option].card;
}

bool test_paper_fact(const TestPaper *paper, uint32_t number, StudyFact *out)
{
    assert(paper->is_over && number < paper->count);
    const TestQuestion *question = &paper->questions[number];
    bool is_cut_off = paper->is_timed_out && number == paper->front && !test_question_is_answered(question);
    if (!question->is_seen || is_cut_off) return false;
    const DealQuestion *deal = &question->deal;
    int64_t response_ms = question->response_ms < INT32_MAX ? question->response_ms : INT32_MAX;
    *out = (StudyFact){.card = deal->card,
                       .chosen_card = DECK_NO_CARD,
                       .shown_side = deal->ask == ASK_TERM ? SIDE_TERM : SIDE_DEFINITION,
                       .shown = deal->prompt,
                       .chosen = STR(""),
                       .evidence = {.format = formats[question->kind],
                                    .is_right = question->is_right,
                                    .is_near = question->is_near,
                                    .lost_focus = question->lost_focus,
                                    .choices = choices_of(question),
                                    .response_ms = (int32_t)response_ms,
                                    .read_characters = (int32_t)read_characters(question)}};
    out->evidence.is_forced = question->kind == TEST_MATCHING && out->evidence.choices == 1;
    set_chosen(question, out);
    return true;
}
