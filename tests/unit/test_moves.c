#include "play_fixture.h"
#include "study/moves.h"

#define DAY_MS INT64_C(86400000)

static const char *const deck_text =
    "{\"format\": 1, \"title\": \"Four\", \"cards\": [{\"term\": \"a\", \"definition\": \"1\"},"
    "{\"term\": \"b\", \"definition\": \"2\"}, {\"term\": \"c\", \"definition\": \"3\"},"
    "{\"term\": \"d\", \"definition\": \"4\"}]}";

typedef struct {
    Fixture fixture;
    StudyDeck deck;
    StudyMarks marks;
    int64_t now_ms;
} Sitting;

static void open_sitting(Sitting *s)
{
    fixture_of_text(&s->fixture, deck_text);
    s->deck = (StudyDeck){.index = s->fixture.index,
                          .memory = memory_make(MODEL_FSRS7),
                          .retention = 0.9,
                          .cards = ARENA_NEW_N(&s->fixture.arena, StudyCard, 4)};
    s->marks = (StudyMarks){.arena = &s->fixture.arena};
    s->now_ms = 1000 * DAY_MS;
}

static void close_sitting(Sitting *s)
{
    arena_deinit(&s->fixture.arena);
    deck_release(s->fixture.deck);
}

/* A typed answer, kept and applied as the modes do. */
static void answer(Sitting *s, uint32_t card, bool is_right)
{
    StudyFact fact = {.card = card,
                      .chosen_card = DECK_NO_CARD,
                      .evidence = {.format = EVIDENCE_TYPED, .is_right = is_right, .response_ms = 3000}};
    study_mark_fact(&s->marks, &s->deck, &fact, s->now_ms);
    study_apply(&s->deck, &fact, (Moment){s->now_ms, (int32_t)(s->now_ms / DAY_MS)});
}

static const char *words(Sitting *s)
{
    return study_moves_words(&s->fixture.arena, study_moves(&s->marks, &s->deck, s->now_ms)).data;
}

static void nothing_answered_moves_nothing(void **state)
{
    (void)state;
    Sitting s;
    open_sitting(&s);
    assert_int_equal(study_moves_words(&s.fixture.arena, study_moves(&s.marks, &s.deck, s.now_ms)).size, 0);
    close_sitting(&s);
}

static void right_answers_move_new_cards_up(void **state)
{
    (void)state;
    Sitting s;
    open_sitting(&s);
    answer(&s, 0, true);
    assert_string_equal(words(&s), "1 card moved up");
    answer(&s, 1, true);
    assert_string_equal(words(&s), "2 cards moved up");
    close_sitting(&s);
}

/* It is Learning then, no longer New: but nobody would call that up. */
static void a_wrong_first_answer_moves_nothing_up(void **state)
{
    (void)state;
    Sitting s;
    open_sitting(&s);
    answer(&s, 0, false);
    StudyMoves moves = study_moves(&s.marks, &s.deck, s.now_ms);
    assert_int_equal(moves.up, 0);
    assert_int_equal(moves.down, 0);
    assert_int_equal(study_level(&s.deck, 0, s.now_ms), MASTERY_LEARNING);
    close_sitting(&s);
}

static void a_lapse_moves_down_and_both_are_told(void **state)
{
    (void)state;
    Sitting s;
    open_sitting(&s);
    answer(&s, 0, true);
    assert_int_equal(study_level(&s.deck, 0, s.now_ms), MASTERY_FAMILIAR);
    s.marks = (StudyMarks){.arena = &s.fixture.arena}; /* another sitting */
    s.now_ms += DAY_MS;
    answer(&s, 0, false);
    assert_string_equal(words(&s), "1 card moved down");
    answer(&s, 1, true);
    answer(&s, 2, true);
    assert_string_equal(words(&s), "2 cards moved up, 1 moved down");
    close_sitting(&s);
}

/* What counts is the level before the first answer: a miss that was made good in the same sitting. */
static void a_card_counts_once_from_its_first_answer(void **state)
{
    (void)state;
    Sitting s;
    open_sitting(&s);
    answer(&s, 0, false);
    for (int i = 0; i < 30; i++) {
        s.now_ms += DAY_MS / 2;
        answer(&s, 0, true);
    }
    assert_string_equal(words(&s), "1 card moved up");
    assert_int_equal(s.marks.count, 1);
    for (uint32_t card = 0; card < 4; card++) study_mark(&s.marks, &s.deck, card, s.now_ms);
    assert_int_equal(s.marks.count, 4);
    close_sitting(&s);
}

static void a_wrong_match_may_move_both_cards(void **state)
{
    (void)state;
    Sitting s;
    open_sitting(&s);
    answer(&s, 0, true);
    answer(&s, 1, true);
    s.marks = (StudyMarks){.arena = &s.fixture.arena};
    s.now_ms += DAY_MS;
    StudyFact fact = {.card = 0,
                      .chosen_card = 1,
                      .evidence = {.format = EVIDENCE_MATCH, .choices = 6, .response_ms = 3000}};
    study_mark_fact(&s.marks, &s.deck, &fact, s.now_ms);
    assert_int_equal(s.marks.count, 2);
    close_sitting(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_answered_moves_nothing),
        cmocka_unit_test(right_answers_move_new_cards_up),
        cmocka_unit_test(a_wrong_first_answer_moves_nothing_up),
        cmocka_unit_test(a_lapse_moves_down_and_both_are_told),
        cmocka_unit_test(a_card_counts_once_from_its_first_answer),
        cmocka_unit_test(a_wrong_match_may_move_both_cards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
