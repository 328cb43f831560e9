/* Rounds that were recorded under their rules version, with the deck as it was then. They must give the same
   results for ever: a change that breaks one is a new rules version. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/file.h"
#include "deck/deck_read.h"
#include "formats/replay.h"
#include "play/run.h"

#define FOLDER "tests/replay/"

typedef struct {
    const char *name;
    int64_t time_ms, score;
    uint32_t right, wrong, inputs;
} Recorded;

static const Recorded recorded[] = {
    {"decoy", 22307, 3436, 12, 1, 31},         {"decoy-large", 37154, 8297, 20, 1, 45},
    {"sprint", 30613, 8851, 18, 0, 42},        {"sprint-small-last-board", 28217, 4144, 14, 1, 35},
    {"blitz", 60000, 9252, 26, 3, 68},         {"blitz-relaxed", 120000, 23704, 53, 5, 142},
    {"classic", 52926, 15185, 15, 5, 18},      {"classic-six-options", 99633, 24307, 24, 6, 31},
    {"classic-tags", 48782, 19617, 16, 4, 21}, {"survival", 36326, 23843, 19, 3, 25},
    {"marathon", 159154, 47300, 59, 6, 70},    {"classic-without-limits", 33860, 8600, 15, 5, 20},
};

#define RECORDED_COUNT (sizeof recorded / sizeof recorded[0])

typedef struct {
    Arena arena;
    Deck *deck;
    PlayIndex *index;
} World;

static World world;

static int set_up(void **state)
{
    (void)state;
    static DeckReport report;
    arena_init(&world.arena, 0);
    world.deck = deck_read_file(FOLDER "recorded-capitals.json", &report);
    if (!world.deck) return -1;
    world.index = play_index_make(&world.arena, world.deck);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    deck_release(world.deck);
    arena_deinit(&world.arena);
    return 0;
}

static Run read_run(const char *name)
{
    char path[200];
    Str text;
    Err err = {0};
    Run run = {0};
    (void)snprintf(path, sizeof path, FOLDER "%s.replay.json", name);
    if (!file_read(path, REPLAY_MAX_BYTES, &world.arena, &text, &err)) fail_msg("%s", err.text);
    if (!replay_read(text, &world.arena, &run, &err)) fail_msg("%s: %s", path, err.text);
    return run;
}

static void recorded_rounds_give_their_results_with_their_deck(void **state)
{
    (void)state;
    for (size_t i = 0; i < RECORDED_COUNT; i++) {
        Run run = read_run(recorded[i].name);
        RunCheck check = run_verify(&run, world.index, &world.arena);
        if (check.verdict != RUN_VERIFIED) fail_msg("%s: %s", recorded[i].name, check.why);
    }
}

static void recorded_rounds_give_their_results_from_their_own_texts(void **state)
{
    (void)state;
    for (size_t i = 0; i < RECORDED_COUNT; i++) {
        Run run = read_run(recorded[i].name);
        RunCheck check = run_verify(&run, NULL, &world.arena);
        if (check.verdict != RUN_DEAL_UNCHECKED) fail_msg("%s: %s", recorded[i].name, check.why);
    }
}

/* The numbers once more, outside the files: nobody makes the recordings anew without seeing it. */
static void the_recordings_are_the_ones_that_were_made(void **state)
{
    (void)state;
    for (size_t i = 0; i < RECORDED_COUNT; i++) {
        Run run = read_run(recorded[i].name);
        assert_int_equal(run.rules, 1);
        assert_int_equal(run.result.time_ms, recorded[i].time_ms);
        assert_int_equal(run.result.score, recorded[i].score);
        assert_int_equal(run.result.right, recorded[i].right);
        assert_int_equal(run.result.wrong, recorded[i].wrong);
        assert_int_equal(run.input_count, recorded[i].inputs);
    }
}

static void a_recording_with_one_input_left_out_is_inconsistent(void **state)
{
    (void)state;
    for (size_t i = 0; i < RECORDED_COUNT; i++) {
        Run run = read_run(recorded[i].name);
        run.inputs++;
        run.input_count--;
        assert_int_equal(run_verify(&run, world.index, &world.arena).verdict, RUN_INCONSISTENT);
        assert_int_equal(run_verify(&run, NULL, &world.arena).verdict, RUN_INCONSISTENT);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(recorded_rounds_give_their_results_with_their_deck),
        cmocka_unit_test(recorded_rounds_give_their_results_from_their_own_texts),
        cmocka_unit_test(the_recordings_are_the_ones_that_were_made),
        cmocka_unit_test(a_recording_with_one_input_left_out_is_inconsistent),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
