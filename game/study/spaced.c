#include "study/spaced.h"

#include <string.h>

#include "base/calendar.h"
#include "base/text.h"
#include "study/spaced_plan.h"

/* --- going on --- */

static void come_again(Spaced *sitting, uint32_t card)
{
    SpacedPlace *at = &sitting->at;
    if (at->again_tail == sitting->again_room) {
        uint32_t room = sitting->again_room ? sitting->again_room * 2 : 32;
        SpacedAgain *again = ARENA_NEW_N(sitting->arena, SpacedAgain, room);
        if (at->again_tail > 0) memcpy(again, sitting->again, at->again_tail * sizeof *again);
        sitting->again = again;
        sitting->again_room = room;
    }
    sitting->again[at->again_tail++] = (SpacedAgain){card, at->turn + SPACED_OTHERS};
}

static void count_next(Spaced *sitting, const StudyDeck *deck, const StudyDay *day)
{
    SpacedSummary *summary = &sitting->summary;
    if (summary->next_ms == INT64_MAX) return;
    bool is_today = summary->next_ms < day->end_ms;
    int64_t days = is_today ? 0 : (summary->next_ms - day->start_ms) / CALENDAR_DAY_MS;
    int64_t end_ms = day->start_ms + (days + 1) * CALENDAR_DAY_MS;
    for (uint32_t i = 0; i < sitting->pool.count; i++) {
        int64_t next_ms = study_next_ms(&deck->cards[sitting->pool.cards[i]]);
        if (next_ms != INT64_MAX && next_ms < end_ms) summary->next_count++;
    }
}

static void sum_up(Spaced *sitting, const StudyDeck *deck, const StudyDay *day)
{
    SpacedSummary *summary = &sitting->summary;
    *summary = (SpacedSummary){.next_ms = INT64_MAX};
    for (uint32_t i = 0; i < sitting->pool.count; i++) {
        const StudyCard *card = &deck->cards[sitting->pool.cards[i]];
        int64_t next_ms = study_next_ms(card);
        if (next_ms < summary->next_ms) summary->next_ms = next_ms;
        summary->due_left += study_is_due(card, day);
        summary->new_left += spaced_is_fresh(card, day);
        summary->ahead_left += spaced_is_ahead(card, day);
        summary->put_aside += spaced_is_put_aside(card, day);
    }
    count_next(sitting, deck, day);
    study_forecast(deck, &sitting->pool, day, summary->forecast);
}

static bool take_again(Spaced *sitting, const StudyDeck *deck, const StudyDay *day, bool is_early)
{
    SpacedPlace *at = &sitting->at;
    while (at->again_head < at->again_tail) {
        const SpacedAgain *first = &sitting->again[at->again_head];
        if (spaced_is_put_aside(&deck->cards[first->card], day)) {
            at->again_head++;
            continue;
        }
        if (first->from_turn > at->turn && !is_early) return false;
        at->card = first->card;
        at->again_head++;
        return true;
    }
    return false;
}

static bool take_planned(Spaced *sitting, const StudyDeck *deck, const StudyDay *day)
{
    SpacedPlace *at = &sitting->at;
    while (at->planned_at < at->planned_count) {
        at->card = sitting->planned[at->planned_at++];
        if (!spaced_is_put_aside(&deck->cards[at->card], day)) return true;
    }
    return false;
}

static void count_left(Spaced *sitting, const StudyDeck *deck, const StudyDay *day)
{
    const SpacedPlace *at = &sitting->at;
    sitting->left = at->card != DECK_NO_CARD;
    for (uint32_t i = at->planned_at; i < at->planned_count; i++)
        sitting->left += !spaced_is_put_aside(&deck->cards[sitting->planned[i]], day);
    for (uint32_t i = at->again_head; i < at->again_tail; i++)
        sitting->left += !spaced_is_put_aside(&deck->cards[sitting->again[i].card], day);
}

static void ask_next(Spaced *sitting, const StudyDeck *deck, const SpacedInput *now)
{
    sitting->is_shown = false;
    sitting->lost_focus = false;
    sitting->asked_ms = now->at_ms;
    sitting->response_ms = 0;
    if (take_again(sitting, deck, &now->day, false) || take_planned(sitting, deck, &now->day) ||
        take_again(sitting, deck, &now->day, true))
        return;
    sitting->at.card = DECK_NO_CARD;
    sum_up(sitting, deck, &now->day);
}

void spaced_begin(Spaced *out, Arena *arena, const StudyDeck *deck, const Setup *setup, SpacedLimits left,
                  const SpacedInput *now)
{
    *out = (Spaced){.arena = arena, .leech = DECK_NO_CARD, .exam_day = now->exam_day};
    out->pool = pool_make(arena, deck->index->deck, setup);
    spaced_plan(out, deck, left, &now->day);
    ask_next(out, deck, now);
    count_left(out, deck, &now->day);
}

void spaced_go_on(Spaced *sitting, const Spaced *before, uint32_t card, const StudyDeck *deck,
                  const SpacedInput *now)
{
    if (card == DECK_NO_CARD || !pool_has(&sitting->pool, card)) return;
    if (spaced_is_put_aside(&deck->cards[card], &now->day)) return;
    spaced_plan_first(sitting, card);
    ask_next(sitting, deck, now);
    sitting->is_shown = before->is_shown;
    sitting->asked_ms = before->asked_ms;
    sitting->response_ms = before->response_ms;
    sitting->shown_at_ms = before->shown_at_ms;
    sitting->lost_focus = before->lost_focus;
    count_left(sitting, deck, &now->day);
}

/* --- steps, and taking them back --- */

static void push_step(Spaced *sitting, const StudyDeck *deck, SpacedStepKind kind, uint32_t card)
{
    SpacedStep *step = sitting->spare;
    if (step)
        sitting->spare = step->before;
    else
        step = ARENA_NEW(sitting->arena, SpacedStep);
    *step = (SpacedStep){.before = sitting->last,
                         .kind = kind,
                         .card = card,
                         .known = deck->cards[card],
                         .learner = deck->learner,
                         .place = sitting->at,
                         .response_ms = sitting->response_ms};
    sitting->last = step;
}

/* The same card is asked again, with its answer shown where it was graded; its star stays as it is. */
static bool undo(Spaced *sitting, StudyDeck *deck, const SpacedInput *now)
{
    SpacedStep *step = sitting->last;
    if (!step) return false;
    bool is_starred = deck->cards[step->card].is_starred;
    deck->cards[step->card] = step->known;
    deck->cards[step->card].is_starred = is_starred;
    deck->learner = step->learner;
    sitting->at = step->place;
    sitting->is_shown = step->kind == SPACED_STEP_ANSWER;
    sitting->response_ms = step->response_ms;
    sitting->asked_ms = now->at_ms - step->response_ms;
    sitting->shown_at_ms = now->day.now.at_ms;
    sitting->leech = DECK_NO_CARD;
    sitting->last = step->before;
    step->before = sitting->spare;
    sitting->spare = step;
    return true;
}

static bool show(Spaced *sitting, const SpacedInput *now)
{
    if (sitting->at.card == DECK_NO_CARD || sitting->is_shown) return false;
    int64_t took_ms = now->at_ms - sitting->asked_ms;
    sitting->response_ms = (int32_t)(took_ms < 0 ? 0 : took_ms > INT32_MAX ? INT32_MAX : took_ms);
    sitting->is_shown = true;
    sitting->shown_at_ms = now->day.now.at_ms;
    return true;
}

static bool is_leech_news(int32_t before, int32_t lapses)
{
    return lapses > before && lapses >= SPACED_LEECH_LAPSES &&
           (lapses - SPACED_LEECH_LAPSES) % SPACED_LEECH_EVERY == 0;
}

static bool grade(Spaced *sitting, StudyDeck *deck, const SpacedInput *now)
{
    SpacedPlace *at = &sitting->at;
    if (at->card == DECK_NO_CARD || !sitting->is_shown) return false;
    if (now->grade < GRADE_AGAIN || now->grade > GRADE_EASY) return false;
    uint32_t card = at->card;
    int32_t lapses = deck->cards[card].memory.lapses;
    StudyFact fact = spaced_fact(sitting, deck, now->grade);
    push_step(sitting, deck, SPACED_STEP_ANSWER, card);
    study_apply(deck, &fact, now->day.now);
    at->turn++;
    at->tally.reviewed++;
    at->tally.right += fact.evidence.is_right;
    if (!fact.evidence.is_right) come_again(sitting, card);
    if (is_leech_news(lapses, deck->cards[card].memory.lapses)) sitting->leech = card;
    ask_next(sitting, deck, now);
    return true;
}

static bool bury(Spaced *sitting, StudyDeck *deck, const SpacedInput *now)
{
    uint32_t card = sitting->at.card;
    if (card == DECK_NO_CARD) return false;
    push_step(sitting, deck, SPACED_STEP_BURY, card);
    deck->cards[card].buried_until_ms = now->day.end_ms;
    ask_next(sitting, deck, now);
    return true;
}

static bool suspend(Spaced *sitting, StudyDeck *deck, const SpacedInput *now)
{
    uint32_t card = sitting->leech != DECK_NO_CARD ? sitting->leech : sitting->at.card;
    if (card == DECK_NO_CARD) return false;
    push_step(sitting, deck, SPACED_STEP_SUSPEND, card);
    deck->cards[card].is_suspended = true;
    sitting->leech = DECK_NO_CARD;
    if (card == sitting->at.card || sitting->at.card == DECK_NO_CARD) ask_next(sitting, deck, now);
    return true;
}

static bool star(Spaced *sitting, StudyDeck *deck)
{
    if (sitting->at.card == DECK_NO_CARD) return false;
    StudyCard *card = &deck->cards[sitting->at.card];
    card->is_starred = !card->is_starred;
    return true;
}

/* --- when nothing is left --- */

static void take_back(Spaced *sitting, StudyDeck *deck)
{
    for (uint32_t i = 0; i < sitting->pool.count; i++) {
        StudyCard *card = &deck->cards[sitting->pool.cards[i]];
        card->is_suspended = false;
        card->buried_until_ms = 0;
    }
}

static bool take_more(Spaced *sitting, StudyDeck *deck, const SpacedInput *now)
{
    if (sitting->at.card != DECK_NO_CARD) return false;
    const StudyDay *day = &now->day;
    if (now->kind == SPACED_TAKE_BACK) take_back(sitting, deck);
    if (now->kind == SPACED_TAKE_NEW)
        spaced_plan_fresh(sitting, deck, day);
    else if (now->kind == SPACED_TAKE_AHEAD)
        spaced_plan_ahead(sitting, deck, day);
    else
        spaced_plan(sitting, deck, (SpacedLimits){0, INT32_MAX}, day);
    ask_next(sitting, deck, now);
    return true;
}

static bool apply(Spaced *sitting, StudyDeck *deck, const SpacedInput *input)
{
    switch (input->kind) {
    case SPACED_SHOW: return show(sitting, input);
    case SPACED_GRADE: return grade(sitting, deck, input);
    case SPACED_UNDO: return undo(sitting, deck, input);
    case SPACED_STAR: return star(sitting, deck);
    case SPACED_BURY: return bury(sitting, deck, input);
    case SPACED_SUSPEND: return suspend(sitting, deck, input);
    case SPACED_KEEP_LEECH: sitting->leech = DECK_NO_CARD; return true;
    case SPACED_SET_EXAM: sitting->exam_day = input->exam_day; return true;
    case SPACED_REFRESH:
    case SPACED_TAKE_NEW:
    case SPACED_TAKE_AHEAD:
    case SPACED_TAKE_BACK: return take_more(sitting, deck, input);
    case SPACED_KINDS: break;
    }
    return false;
}

bool spaced_apply(Spaced *sitting, StudyDeck *deck, const SpacedInput *input)
{
    if (!apply(sitting, deck, input)) return false;
    count_left(sitting, deck, &input->day);
    return true;
}

/* --- looking --- */

static Evidence evidence_of(Grade grade)
{
    return (Evidence){.format = EVIDENCE_CARD, .is_right = grade != GRADE_AGAIN, .grade = grade};
}

StudyFact spaced_fact(const Spaced *sitting, const StudyDeck *deck, Grade grade)
{
    Str term = deck_term(deck->index->deck, sitting->at.card);
    Evidence evidence = evidence_of(grade);
    evidence.lost_focus = sitting->lost_focus;
    evidence.response_ms = sitting->response_ms;
    evidence.read_characters = (int32_t)text_length(term);
    return (StudyFact){.card = sitting->at.card,
                       .chosen_card = DECK_NO_CARD,
                       .shown_side = SIDE_TERM,
                       .shown = term,
                       .evidence = evidence};
}

CardMemory spaced_after(const StudyDeck *deck, uint32_t card, Grade grade, Moment moment)
{
    CardMemory after = deck->cards[card].memory;
    Learner learner = deck->learner;
    Evidence evidence = evidence_of(grade);
    card_memory_apply(&deck->memory, &learner, &after, &evidence, moment);
    return after;
}

int64_t spaced_interval_ms(const StudyDeck *deck, uint32_t card, Grade grade, Moment moment)
{
    CardMemory after = spaced_after(deck, card, grade, moment);
    return card_memory_due_ms(&deck->memory, &after, deck->retention) - after.last_ms;
}
