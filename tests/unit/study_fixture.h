/* What the tests of study share: a numbered deck as a player knows it, and a clock that the test sets. */
#ifndef MATCHWICK_TESTS_STUDY_FIXTURE_H
#define MATCHWICK_TESTS_STUDY_FIXTURE_H

#include <string.h>

#include "base/calendar.h"
#include "play_fixture.h"
#include "study/outlook.h"

/* 1 March 2026, 09:00 UTC. */
#define STUDY_MORNING (INT64_C(20513) * CALENDAR_DAY_MS + 9 * CALENDAR_HOUR_MS)

typedef struct {
    Fixture base;
    StudyDeck deck;
    Pool pool; /* all of it */
    Setup setup;
    int64_t wall_ms;
    int utc_offset_min, rollover_hour;
} Study;

static inline void study_forget(Study *s)
{
    for (uint32_t i = 0; i < deck_count(s->base.deck); i++)
        s->deck.cards[i] = (StudyCard){.due_ms = INT64_MAX};
    s->deck.learner = (Learner){0};
}

static inline void study_open(Study *s, uint32_t count)
{
    memset(s, 0, sizeof *s);
    fixture_of_count(&s->base, count);
    s->deck = (StudyDeck){.index = s->base.index, .memory = memory_make(MODEL_FSRS7), .retention = 0.9};
    s->deck.cards = ARENA_NEW_N(&s->base.arena, StudyCard, count);
    s->setup = setup_default(VARIANT_SPRINT);
    s->pool = pool_make(&s->base.arena, s->base.deck, &s->setup);
    s->wall_ms = STUDY_MORNING;
    s->rollover_hour = 4;
    study_forget(s);
}

static inline void study_close(Study *s)
{
    fixture_free(&s->base);
}

static inline StudyDay study_today(const Study *s)
{
    return study_day(s->wall_ms, s->utc_offset_min, s->rollover_hour);
}

/* An answer from elsewhere. */
static inline void study_answer(Study *s, uint32_t card, Grade grade)
{
    StudyFact fact = {
        .card = card,
        .chosen_card = DECK_NO_CARD,
        .evidence = {.format = EVIDENCE_CARD, .is_right = grade != GRADE_AGAIN, .grade = grade}};
    study_apply(&s->deck, &fact, study_today(s).now);
}

#endif
