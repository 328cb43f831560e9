#include "play/rush.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "play/score.h"

#define NO_OPTION UINT32_MAX

static bool is_question(const RushRound *round, const DealQuestion *deal)
{
    if (deal->option_count < 2 || deal->option_count > round->setup.options) return false;
    for (uint32_t i = 0; i < deal->option_count; i++)
        if (str_is(deal->options[i].card_id, deal->card_id) != (i == deal->right)) return false;
    return deal->right < deal->option_count && deal->ask != ASK_BOTH &&
           (round->setup.ask == ASK_BOTH || round->setup.ask == deal->ask) &&
           deal->limit_ms == question_limit_ms(&round->setup, round->question_count, deal);
}

static bool take_record(RushRound *round, DealQuestion *out)
{
    const Deal *record = round->record;
    if (round->question_count == record->question_count) return false;
    *out = record->questions[round->question_count];
    round->is_record_bad |= !is_question(round, out);
    return !round->is_record_bad;
}

static bool deal_next(RushRound *round)
{
    DealQuestion deal;
    if (round->question_count == round->setup.questions) return false;
    bool is_dealt = round->record ? take_record(round, &deal)
                                  : dealer_question(&round->dealer, round->question_count, &deal);
    if (!is_dealt) return false;
    if (round->question_count == round->question_capacity) {
        uint32_t capacity = round->question_capacity ? 2 * round->question_capacity : 32;
        Question *questions = ARENA_NEW_N(round->arena, Question, capacity);
        if (round->question_count)
            memcpy(questions, round->questions, round->question_count * sizeof *questions);
        round->questions = questions;
        round->question_capacity = capacity;
    }
    round->questions[round->question_count++] = (Question){.deal = deal, .chosen = NO_OPTION};
    return true;
}

void rush_deal_ahead(RushRound *round, uint32_t count)
{
    while (round->question_count < count && deal_next(round)) continue;
}

void rush_init(RushRound *round, const DealSource *source, const Deal *record, const Setup *setup,
               uint64_t seed, Arena *arena)
{
    *round = (RushRound){.setup = *setup, .arena = arena, .record = record};
    if (!record) dealer_init(&round->dealer, source, setup, seed, arena);
    rush_deal_ahead(round, 1);
    assert(round->question_count || record);
    round->is_over = round->question_count == 0;
}

static Question *current(RushRound *round)
{
    return &round->questions[round->current];
}

int64_t rush_deadline(const RushRound *round)
{
    if (round->is_over) return INT64_MAX;
    int64_t limit_ms = round->questions[round->current].deal.limit_ms;
    return limit_ms ? round->began_ms + limit_ms : INT64_MAX;
}

static void add_fact(RushRound *round, const Question *question, int64_t at_ms, EventList *events)
{
    if (round->fact_count == round->fact_capacity) {
        uint32_t capacity = round->fact_capacity ? 2 * round->fact_capacity : 32;
        AnswerFact *facts = ARENA_NEW_N(round->arena, AnswerFact, capacity);
        if (round->fact_count) memcpy(facts, round->facts, round->fact_count * sizeof *facts);
        round->facts = facts;
        round->fact_capacity = capacity;
    }
    const DealQuestion *deal = &question->deal;
    AnswerFact fact = {.format = FORMAT_CHOICE,
                       .card_id = deal->card_id,
                       .card = deal->card,
                       .shown_side = deal->ask == ASK_TERM ? SIDE_TERM : SIDE_DEFINITION,
                       .shown = deal->prompt,
                       .chosen = STR(""),
                       .chosen_id = STR(""),
                       .chosen_card = DECK_NO_CARD,
                       .is_right = question->answered == ANSWERED_RIGHT,
                       .is_time_out = question->answered == ANSWERED_LATE,
                       .at_ms = at_ms,
                       .response_ms = question->took_ms,
                       .choices = deal->option_count};
    size_t characters = text_length(deal->prompt);
    for (uint32_t i = 0; i < deal->option_count; i++) characters += text_length(deal->options[i].text);
    fact.read_chars = (uint32_t)characters;
    if (question->chosen != NO_OPTION) {
        fact.chosen = deal->options[question->chosen].text;
        fact.chosen_id = deal->options[question->chosen].card_id;
        fact.chosen_card = deal->options[question->chosen].card;
    }
    event_add(events, (Event){EVENT_ANSWER, at_ms, round->fact_count, 0, 0});
    round->facts[round->fact_count++] = fact;
}

static void raise_streak(RushRound *round, EventList *events)
{
    uint32_t before = score_answer_percent(round->streak);
    round->streak++;
    if (round->streak > round->best_streak) round->best_streak = round->streak;
    event_add(events, (Event){EVENT_STREAK, round->clock_ms, 0, 0, round->streak});
    uint32_t after = score_answer_percent(round->streak);
    if (after > before) event_add(events, (Event){EVENT_MULTIPLIER, round->clock_ms, 0, 0, after});
}

static void lose_streak(RushRound *round, EventList *events)
{
    round->wrong++;
    if (round->streak) event_add(events, (Event){EVENT_STREAK_LOST, round->clock_ms, 0, 0, round->streak});
    round->streak = 0;
}

static void go_on(RushRound *round, EventList *events)
{
    round->current++;
    round->began_ms = round->clock_ms;
    bool is_lost = round->setup.variant == VARIANT_SURVIVAL && round->wrong >= RUSH_SURVIVAL_LIVES;
    if (!is_lost) rush_deal_ahead(round, round->current + 1);
    if (!is_lost && round->current < round->question_count) return;
    round->is_over = true;
    round->end_ms = round->clock_ms;
    event_add(events, (Event){EVENT_ROUND_ENDED, round->end_ms, 0, 0, 0});
}

static void answer_question(RushRound *round, uint32_t option, EventList *events)
{
    Question *question = current(round);
    int64_t limit_ms = question->deal.limit_ms;
    bool is_right = option == question->deal.right;
    question->chosen = option;
    question->took_ms = round->clock_ms - round->began_ms;
    question->answered = is_right ? ANSWERED_RIGHT : ANSWERED_WRONG;
    round->answered_ms += question->took_ms;
    add_fact(round, question, round->clock_ms, events);
    if (is_right) {
        question->points = score_answer(limit_ms - question->took_ms, limit_ms, round->streak);
        round->score += question->points;
        round->right++;
    }
    event_add(events, (Event){is_right ? EVENT_RIGHT : EVENT_WRONG, round->clock_ms, round->current, option,
                              question->points});
    if (is_right)
        raise_streak(round, events);
    else
        lose_streak(round, events);
    go_on(round, events);
}

static void time_out(RushRound *round, EventList *events)
{
    Question *question = current(round);
    question->answered = ANSWERED_LATE;
    question->took_ms = question->deal.limit_ms;
    round->answered_ms += question->took_ms;
    round->clock_ms = rush_deadline(round);
    add_fact(round, question, round->clock_ms, events);
    event_add(events, (Event){EVENT_TIME_OUT, round->clock_ms, round->current, 0, 0});
    lose_streak(round, events);
    go_on(round, events);
}

InputAnswer rush_apply(RushRound *round, Input input, EventList *events)
{
    if (round->is_over) return INPUT_OVER;
    if (input.at_ms < round->clock_ms) return INPUT_BACKWARD;
    while (!round->is_over && rush_deadline(round) <= input.at_ms) time_out(round, events);
    if (round->is_over) return input.kind == INPUT_TICK ? INPUT_TAKEN : INPUT_OVER;
    if (input.kind == INPUT_PICK) return INPUT_NO_SUCH;
    if (input.kind == INPUT_PAUSE && input.value < 0) return INPUT_NO_SUCH;
    bool is_answer = input.kind == INPUT_ANSWER;
    if (is_answer && (input.value < 0 || input.value >= current(round)->deal.option_count))
        return INPUT_NO_SUCH;
    round->clock_ms = input.at_ms;
    if (is_answer) answer_question(round, (uint32_t)input.value, events);
    return INPUT_TAKEN;
}

uint32_t rush_total(const RushRound *round)
{
    return round->is_over ? round->current : round->setup.questions;
}

const Question *rush_question(const RushRound *round, uint32_t number)
{
    assert(number < round->question_count);
    return &round->questions[number];
}

int64_t rush_left_ms(const RushRound *round, int64_t clock_ms)
{
    if (round->is_over || rush_deadline(round) == INT64_MAX) return 0;
    int64_t left_ms = rush_deadline(round) - clock_ms;
    return left_ms > 0 ? left_ms : 0;
}

uint32_t rush_lives(const RushRound *round)
{
    return round->wrong < RUSH_SURVIVAL_LIVES ? RUSH_SURVIVAL_LIVES - round->wrong : 0;
}
