#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "deck/deck_build.h"
#include "formats/replay.h"
#include "play/fit.h"
#include "replay/hand.h"
#include "screens/run_record.h"

typedef struct {
    Arena arena;
    Deck *deck, *changed;
    const PlayIndex *index;
    Round round;
    Run run;
} Bench;

static Deck *build_deck(const char *last_definition)
{
    static const char *const cards[][2] = {{"France", "Paris"}, {"Italy", "Rome"},    {"Spain", "Madrid"},
                                           {"Norway", "Oslo"},  {"Kenya", "Nairobi"}, {"Peru", "Lima"}};
    DeckBuilder *builder = deck_build_open(&(DeckHead){.id = STR("few"), .title = STR("A few capitals")});
    for (size_t i = 0; i < 6; i++)
        deck_build_add(builder, &(DeckCard){.term = str_of(cards[i][0]), .definition = str_of(cards[i][1])});
    deck_build_add(builder, &(DeckCard){.term = STR("Chad"), .definition = str_of(last_definition)});
    return deck_build_finish(builder);
}

static Run play(Bench *bench, Variant variant, int64_t pause_ms)
{
    Setup setup = setup_default(variant);
    DealSource source = {.index = bench->index, .pool = pool_make(&bench->arena, bench->deck, &setup)};
    source.distractors = source.pool;
    assert_true(fit_setup(&source.pool, bench->index->clash, &setup).is_playable);
    Hand hand = {.skill = 70, .pace_ms = 1500, .pause_ms = pause_ms};
    rng_seed(&hand.rng, 3);
    round_init(&bench->round, &source, &setup, 18446744073709551615u, &bench->arena, NULL);
    hand_play(&hand, &bench->round);
    Run run = run_of_round(&bench->round, bench->deck, &bench->arena);
    run.player = STR("Ada");
    run.played_at_s = 1795457045;
    run.wall_ms = hand.now_ms;
    run.input = STR("pad");
    return run;
}

static int open_bench(void **state)
{
    static Bench bench;
    bench = (Bench){.deck = build_deck("N'Djamena"), .changed = build_deck("Ndjamena")};
    arena_init(&bench.arena, 0);
    bench.index = play_index_make(&bench.arena, bench.deck);
    bench.run = play(&bench, VARIANT_SPRINT, 0);
    *state = &bench;
    return 0;
}

static int close_bench(void **state)
{
    Bench *bench = *state;
    deck_release(bench->deck);
    deck_release(bench->changed);
    arena_deinit(&bench->arena);
    return 0;
}

static void a_row_has_the_figures_of_its_run(void **state)
{
    Bench *bench = *state;
    StoreRun row = run_record_make(&bench->run, 5, &bench->arena);
    const Result *result = &bench->run.result;
    assert_int_equal(row.player, 5);
    assert_true(str_is(row.player_name, STR("Ada")));
    assert_true(str_is(row.board.mode, STR("match")));
    assert_true(str_is(row.board.variant, STR("sprint")));
    assert_true(str_is(row.board.category, STR("normal")));
    assert_true(str_is(row.board.fingerprint, deck_fingerprint(bench->deck)));
    assert_true(str_is(row.deck_id, STR("few")));
    assert_int_equal(row.board.rules, RULES_VERSION);
    assert_true(row.seed == UINT64_MAX);
    assert_int_equal(row.played_ms, 1795457045000);
    assert_int_equal(row.score, result->score);
    assert_int_equal(row.time_ms, result->time_ms);
    assert_int_equal(row.penalty_ms, result->penalty_ms);
    assert_int_equal(row.right, 6);
    assert_int_equal(row.wrong, result->wrong);
    assert_int_equal(row.inputs, bench->run.input_count);
    assert_int_equal(row.rank_key[0], result->time_ms);
    assert_int_equal(row.rank_key[1], result->wrong);
    Run again;
    Err err = {0};
    assert_true(replay_read(row.replay, &bench->arena, &again, &err));
    assert_true(result_is(&again.result, result));
}

static void the_board_of_a_setup_is_that_of_its_runs_without_pauses(void **state)
{
    Bench *bench = *state;
    StoreRun row = run_record_make(&bench->run, 1, &bench->arena);
    BoardKey board = run_record_board(deck_fingerprint(bench->deck), &bench->run.setup, &bench->arena);
    assert_true(str_is(board.fingerprint, row.board.fingerprint));
    assert_true(str_is(board.mode, row.board.mode));
    assert_true(str_is(board.variant, row.board.variant));
    assert_true(str_is(board.setup, row.board.setup));
    assert_true(str_is(board.category, row.board.category));
    assert_int_equal(board.rules, row.board.rules);
    Run paused = play(bench, VARIANT_SPRINT, CATEGORY_MAX_PAUSE_MS + 1);
    StoreRun paused_row = run_record_make(&paused, 1, &bench->arena);
    assert_true(str_is(paused_row.board.category, STR("normal+paused")));
}

static void an_untouched_row_is_verified(void **state)
{
    Bench *bench = *state;
    for (int variant = 0; variant < VARIANT_COUNT; variant++) {
        if (variant == VARIANT_DECOY || variant == VARIANT_BLITZ) continue; /* want more cards */
        Run run = play(bench, (Variant)variant, 0);
        StoreRun row = run_record_make(&run, 1, &bench->arena);
        RunCheck check = run_record_check(&row, bench->index, &bench->arena);
        if (check.verdict != RUN_VERIFIED) fail_msg("%s", check.why);
    }
}

static void a_renamed_player_changes_nothing(void **state)
{
    Bench *bench = *state;
    StoreRun row = run_record_make(&bench->run, 1, &bench->arena);
    row.player_name = STR("Grace");
    row.player = 9;
    assert_int_equal(run_record_check(&row, bench->index, &bench->arena).verdict, RUN_VERIFIED);
}

static void assert_named(Bench *bench, const StoreRun *row, const char *member)
{
    RunCheck check = run_record_check(row, bench->index, &bench->arena);
    assert_int_equal(check.verdict, RUN_INCONSISTENT);
    if (strncmp(check.why, member, strlen(member)) != 0)
        fail_msg("\"%s\" does not name %s", check.why, member);
}

static void an_edited_figure_is_named(void **state)
{
    Bench *bench = *state;
    const StoreRun row = run_record_make(&bench->run, 1, &bench->arena);
#define EDITED(member, change, name)                                                                         \
    do {                                                                                                     \
        StoreRun edited = row;                                                                               \
        edited.member change;                                                                                \
        assert_named(bench, &edited, name);                                                                  \
    } while (0)
    EDITED(score, = 9999, "score is 9999, its replay gives ");
    EDITED(time_ms, -= 1, "time_ms is ");
    EDITED(penalty_ms, += 1, "penalty_ms is ");
    EDITED(right, += 1, "right is 7, its replay gives 6");
    EDITED(wrong, += 1, "wrong is ");
    EDITED(best_streak, += 1, "best_streak is ");
    EDITED(stars, += 1, "stars is ");
    EDITED(inputs, += 1, "inputs is ");
    EDITED(rank_key[0], -= 1000, "first key of the rank is ");
    EDITED(rank_key[1], -= 1, "second key of the rank is ");
    EDITED(is_autoplay, = true, "autoplay is 1, its replay gives 0");
    EDITED(seed, = 4, "seed is 4, its replay gives 18446744073709551615");
    EDITED(played_ms, += 1000, "time of play, in seconds, is 1795457046, its replay gives 1795457045");
    EDITED(board.rules, = 2, "rules is 2, its replay gives 1");
    EDITED(board.mode, = STR("rush"), "mode is not");
    EDITED(board.variant, = STR("decoy"), "variant is not");
    EDITED(board.setup, = STR("pairs=3 board=3"), "setup is not");
    EDITED(board.category, = STR("relaxed"), "category is not");
    EDITED(board.fingerprint, = STR("00"), "fingerprint is not");
    EDITED(deck_id, = STR("other"), "deck_id is not");
    EDITED(deck_title, = STR("Other"), "deck_title is not");
    EDITED(replay, = STR("{}"), "its replay cannot be read: 1:1: ");
}

static void a_replay_edited_together_with_its_row_is_found_by_playing(void **state)
{
    Bench *bench = *state;
    Run run = bench->run;
    run.result.score += 1;
    StoreRun row = run_record_make(&run, 1, &bench->arena);
    RunCheck check = run_record_check(&row, bench->index, &bench->arena);
    assert_int_equal(check.verdict, RUN_INCONSISTENT);
    assert_non_null(strstr(check.why, "score"));
}

static void without_its_deck_or_with_a_changed_one_the_deal_is_not_checked(void **state)
{
    Bench *bench = *state;
    StoreRun row = run_record_make(&bench->run, 1, &bench->arena);
    RunCheck check = run_record_check(&row, NULL, &bench->arena);
    assert_int_equal(check.verdict, RUN_DEAL_UNCHECKED);
    const PlayIndex *changed = play_index_make(&bench->arena, bench->changed);
    check = run_record_check(&row, changed, &bench->arena);
    assert_int_equal(check.verdict, RUN_DEAL_UNCHECKED);
    assert_non_null(strstr(check.why, "the deck has changed since"));
}

static void a_run_of_later_rules_is_not_called_inconsistent(void **state)
{
    Bench *bench = *state;
    Run run = bench->run;
    run.rules = RULES_VERSION + 1;
    StoreRun row = run_record_make(&run, 1, &bench->arena);
    RunCheck check = run_record_check(&row, bench->index, &bench->arena);
    assert_int_equal(check.verdict, RUN_DEAL_UNCHECKED);
    assert_non_null(strstr(check.why, "version 2 of the rules"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_bench, close_bench)
    const struct CMUnitTest tests[] = {
        TEST(a_row_has_the_figures_of_its_run),
        TEST(the_board_of_a_setup_is_that_of_its_runs_without_pauses),
        TEST(an_untouched_row_is_verified),
        TEST(a_renamed_player_changes_nothing),
        TEST(an_edited_figure_is_named),
        TEST(a_replay_edited_together_with_its_row_is_found_by_playing),
        TEST(without_its_deck_or_with_a_changed_one_the_deal_is_not_checked),
        TEST(a_run_of_later_rules_is_not_called_inconsistent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
