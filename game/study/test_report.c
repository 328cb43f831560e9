#include "study/test_report.h"

#include <assert.h>

static Str given_of(const TestQuestion *question)
{
    if (question->kind == TEST_TYPED) return test_question_typed(question);
    if (question->chosen == TEST_NOT_CHOSEN) return STR("");
    if (question->kind == TEST_TRUE_FALSE) return question->chosen == TEST_TRUE ? STR("True") : STR("False");
    return question->deal.options[question->chosen].text;
}

static TestAnswer answer_of(const TestQuestion *question, Arena *arena)
{
    const DealQuestion *deal = &question->deal;
    Str right = deal->options[deal->right].text;
    TestAnswer answer = {.kind = question->kind,
                         .card_id = str_copy(arena, deal->card_id),
                         .shown_side = deal->ask == ASK_TERM ? SIDE_TERM : SIDE_DEFINITION,
                         .prompt = str_copy(arena, deal->prompt),
                         .claim = STR(""),
                         .given = str_copy(arena, given_of(question)),
                         .expected =
                             str_copy(arena, question->kind == TEST_TYPED ? question->expected : right),
                         .is_right = question->is_right,
                         .is_near = question->is_near,
                         .response_ms = question->response_ms};
    if (question->kind == TEST_TRUE_FALSE)
        answer.claim = str_copy(arena, deal->options[question->claim].text);
    return answer;
}

static void count(TestPart *part, bool is_right)
{
    part->total++;
    part->right += is_right;
}

static void count_tags(TestReport *report, const TestPaper *paper, Arena *arena)
{
    const Deck *deck = paper->index->deck;
    uint32_t all = deck_tag_count(deck);
    TestPart *parts = ARENA_NEW_N(arena, TestPart, all + 1);
    for (uint32_t i = 0; i < paper->count; i++) {
        uint32_t card = paper->questions[i].deal.card;
        for (uint32_t t = 0; t < deck_card_tag_count(deck, card); t++)
            count(&parts[deck_card_tag(deck, card, t)], paper->questions[i].is_right);
    }
    for (uint32_t tag = 0; tag < all; tag++) {
        if (parts[tag].total == 0) continue;
        parts[report->tag_count] = parts[tag];
        parts[report->tag_count++].name = str_copy(arena, deck_tag(deck, tag));
    }
    report->tags = parts;
}

TestReport test_report_make(Arena *arena, const TestPaper *paper, Str player, int64_t at_ms)
{
    assert(paper->is_over);
    const Deck *deck = paper->index->deck;
    TestReport report = {.deck_id = str_copy(arena, deck_id(deck)),
                         .deck_title = str_copy(arena, deck_title(deck)),
                         .player = str_copy(arena, player),
                         .at_ms = at_ms,
                         .length_ms = paper->spent_ms,
                         .limit_min = paper->setup.limit_min,
                         .is_timed_out = paper->is_timed_out,
                         .total = paper->count};
    TestAnswer *answers = ARENA_NEW_N(arena, TestAnswer, paper->count);
    for (uint32_t i = 0; i < paper->count; i++) {
        answers[i] = answer_of(&paper->questions[i], arena);
        report.right += answers[i].is_right;
        count(&report.kinds[answers[i].kind], answers[i].is_right);
    }
    report.answers = answers;
    count_tags(&report, paper, arena);
    return report;
}

uint32_t test_report_percent(const TestReport *report)
{
    return report->total ? report->right * 100 / report->total : 0;
}

bool test_report_is_passed(const TestReport *report)
{
    return report->total > 0 && report->right * 100 >= TEST_PASS_PERCENT * report->total;
}

Str test_kind_label(TestKind kind)
{
    static const Str labels[TEST_KINDS] = {[TEST_TRUE_FALSE] = STR_INIT("True or false"),
                                           [TEST_CHOICE] = STR_INIT("Multiple choice"),
                                           [TEST_MATCHING] = STR_INIT("Matching"),
                                           [TEST_TYPED] = STR_INIT("Written")};
    return labels[kind];
}

Str test_length_words(Arena *arena, int64_t length_ms)
{
    long long seconds = length_ms / 1000, minutes = seconds / 60, hours = minutes / 60;
    if (hours > 0) return str_format(arena, "%lld h %lld min", hours, minutes % 60);
    if (minutes > 0) return str_format(arena, "%lld min %lld s", minutes, seconds % 60);
    return str_format(arena, "%lld s", seconds);
}
