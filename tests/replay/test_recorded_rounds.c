/* Recorded rounds of every mode and variant: each replays to the result that it holds, for ever. When the
   rules change, their version does, and these stay as they are: rounds of the new version are recorded beside
   them with `test_recorded_rounds --record FOLDER`. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <inttypes.h>
#include <string.h>

#include "base/file.h"
#include "deck/deck_read.h"
#include "formats/replay.h"
#include "play/fit.h"
#include "replay/hand.h"

#define FOLDER "tests/replay"

/* --- recording --- */

typedef struct {
    const char *name;
    Variant variant;
    const char *set;  /* "key=value …" */
    const char *tags; /* "asia europe"; NULL: all cards */
    uint64_t seed;
    uint32_t skill;
    int64_t pace_ms, pause_ms;
} Plan;

static const Plan plans[] = {
    {"match-decoy", VARIANT_DECOY, "", NULL, 7, 85, 1600, 0},
    {"match-decoy-largest", VARIANT_DECOY, "board=9 pairs=40", NULL, 0, 70, 1200, 2999},
    {"match-sprint", VARIANT_SPRINT, "", NULL, 12345678901234567890u, 90, 1500, 0},
    {"match-sprint-last-board-smaller", VARIANT_SPRINT, "pairs=8 board=5", NULL, 1, 60, 900, 0},
    {"match-sprint-tag-paused", VARIANT_SPRINT, "pairs=5 board=3 timing=relaxed", "asia", 3, 100, 2500, 3001},
    {"match-blitz", VARIANT_BLITZ, "", NULL, 11, 80, 1100, 0},
    {"match-blitz-relaxed", VARIANT_BLITZ, "board=10 timing=relaxed", "europe", 18446744073709551615u, 95,
     1700, 700},
    {"rush-classic", VARIANT_CLASSIC, "", NULL, 7, 80, 2500, 0},
    {"rush-classic-both-6", VARIANT_CLASSIC, "ask=both options=6 questions=30", NULL, 5, 90, 3000, 5000},
    {"rush-classic-no-limits", VARIANT_CLASSIC, "ask=term options=2 questions=5 timing=off", "asia", 10, 60,
     9000, 0},
    {"rush-classic-two-tags", VARIANT_CLASSIC, "ask=term", "asia europe", 9, 80, 2500, 0},
    {"rush-survival", VARIANT_SURVIVAL, "", NULL, 2, 95, 2200, 0},
    {"rush-survival-300", VARIANT_SURVIVAL, "timing=relaxed", NULL, 4, 100, 1000, 0},
    {"rush-marathon", VARIANT_MARATHON, "ask=term", "asia", 8, 75, 1800, 0},
};

static bool apply_set(Setup *setup, const char *set, Arena *arena, Err *err)
{
    while (*set) {
        size_t key = strcspn(set, "="), end = strcspn(set, " ");
        if (!setup_set(setup, (Str){set, key}, str_copy(arena, (Str){set + key + 1, end - key - 1}), err))
            return false;
        set += end + (set[end] == ' ');
    }
    return true;
}

static void set_tags(Setup *setup, const char *words, Arena *arena)
{
    Str tags[4];
    uint32_t count = 0;
    for (const char *at = words; *at; count++) {
        if (count == sizeof tags / sizeof *tags) err_fatal("%s: too many tags", words);
        tags[count] = (Str){at, strcspn(at, " ")};
        at += tags[count].size + (at[tags[count].size] == ' ');
    }
    setup_set_tags(setup, arena, tags, count);
}

static Run record(const Plan *plan, const PlayIndex *index, Round *round, Arena *arena)
{
    Err err = {0};
    Setup setup = setup_default(plan->variant);
    if (!apply_set(&setup, plan->set, arena, &err)) err_fatal("%s: %s", plan->name, err.text);
    if (plan->tags) set_tags(&setup, plan->tags, arena);
    DealSource source = {.index = index, .pool = pool_make(arena, index->deck, &setup)};
    source.distractors = source.pool;
    Fit fit = fit_setup(&source.pool, index->clash, &setup);
    if (!fit.is_playable) err_fatal("%s: %s", plan->name, fit.reason);
    Hand hand = {.skill = plan->skill, .pause_ms = plan->pause_ms, .pace_ms = plan->pace_ms};
    rng_seed(&hand.rng, ~plan->seed);
    round_init(round, &source, &setup, plan->seed, arena, NULL);
    hand_play(&hand, round);
    Run run = run_of_round(round, index->deck, arena);
    run.player = STR("Zoë");
    run.played_at_s = 1795457045;
    run.wall_ms = hand.now_ms + plan->pause_ms;
    run.input = STR("keyboard");
    return run;
}

static int record_all(const char *folder)
{
    Arena arena;
    arena_init(&arena, 0);
    Deck *deck = deck_read_file(FOLDER "/decks/capitals-as-recorded.json", NULL);
    if (!deck) err_fatal("its deck cannot be read");
    const PlayIndex *index = play_index_make(&arena, deck);
    for (size_t i = 0; i < sizeof plans / sizeof *plans; i++) {
        Round round;
        Run run = record(&plans[i], index, &round, &arena);
        Err err = {0};
        Str name = str_format(&arena, "v%d-%s.replay.json", RULES_VERSION, plans[i].name);
        Str path = file_join(&arena, folder, name.data);
        if (!file_write(path.data, str_format(&arena, "%s\n", replay_write(&run, false, &arena).data), &err))
            err_fatal("%s", err.text);
    }
    deck_release(deck);
    arena_deinit(&arena);
    return 0;
}

/* --- tests --- */

typedef struct {
    Str id;
    Deck *deck;
    const PlayIndex *index;
} OpenDeck;

#define MAX_DECKS 8

typedef struct {
    Arena arena, scratch;
    Str *files; /* paths of the replays */
    size_t count;
    OpenDeck decks[MAX_DECKS];
    size_t deck_count;
} Bench;

static void find_files(Bench *bench)
{
    Err err = {0};
    FileList list;
    if (!file_list(FOLDER, &bench->arena, &list, &err)) err_fatal("%s", err.text);
    bench->files = ARENA_NEW_N(&bench->arena, Str, list.count);
    for (size_t i = 0; i < list.count; i++)
        if (str_ends(list.names[i], STR(".replay.json")))
            bench->files[bench->count++] = file_join(&bench->arena, FOLDER, list.names[i].data);
}

static int open_bench(void **state)
{
    static Bench bench;
    arena_init(&bench.arena, 0);
    arena_init(&bench.scratch, 0);
    find_files(&bench);
    *state = &bench;
    return 0;
}

static int close_bench(void **state)
{
    Bench *bench = *state;
    for (size_t i = 0; i < bench->deck_count; i++) deck_release(bench->decks[i].deck);
    arena_deinit(&bench->scratch);
    arena_deinit(&bench->arena);
    return 0;
}

/* The deck of a recording lies in decks/, as it was. */
static const PlayIndex *find_deck(Bench *bench, Str id)
{
    for (size_t i = 0; i < bench->deck_count; i++)
        if (str_is(bench->decks[i].id, id)) return bench->decks[i].index;
    assert_true(bench->deck_count < MAX_DECKS);
    Str path = str_format(&bench->arena, FOLDER "/decks/%s.json", id.data);
    OpenDeck open = {id, deck_read_file(path.data, NULL), NULL};
    if (!open.deck) fail_msg("%s is no deck", path.data);
    open.index = play_index_make(&bench->arena, open.deck);
    bench->decks[bench->deck_count++] = open;
    return open.index;
}

static Str read_text(Bench *bench, Str path)
{
    Err err = {0};
    Str text;
    if (!file_read(path.data, REPLAY_MAX_BYTES, &bench->arena, &text, &err)) fail_msg("%s", err.text);
    return text;
}

static Run read_run(Bench *bench, Str path)
{
    Err err = {0};
    Run run;
    if (!replay_read(read_text(bench, path), &bench->arena, &run, &err))
        fail_msg("%s: %s", path.data, err.text);
    return run;
}

static void assert_verdict(Bench *bench, const Run *run, const PlayIndex *index, RunVerdict expected)
{
    arena_reset(&bench->scratch);
    RunCheck check = run_verify(run, index, &bench->scratch);
    if (check.verdict != expected)
        fail_msg("%s %s of seed %" PRIu64 " on %s: verdict %d, not %d: %s", mode_name(run->setup.mode).data,
                 variant_name(run->setup.variant).data, run->seed, run->deck_id.data, (int)check.verdict,
                 (int)expected, check.why);
}

static void every_recorded_round_is_verified_with_its_deck(void **state)
{
    Bench *bench = *state;
    for (size_t i = 0; i < bench->count; i++) {
        Run run = read_run(bench, bench->files[i]);
        assert_verdict(bench, &run, find_deck(bench, run.deck_id), RUN_VERIFIED);
    }
}

static void every_recorded_round_gives_its_result_without_its_deck(void **state)
{
    Bench *bench = *state;
    for (size_t i = 0; i < bench->count; i++) {
        Run run = read_run(bench, bench->files[i]);
        assert_verdict(bench, &run, NULL, RUN_DEAL_UNCHECKED);
    }
}

static void a_recorded_round_is_written_again_byte_by_byte(void **state)
{
    Bench *bench = *state;
    for (size_t i = 0; i < bench->count; i++) {
        Str text = read_text(bench, bench->files[i]);
        Run run = read_run(bench, bench->files[i]);
        assert_true(str_is(replay_write(&run, false, &bench->arena), str_trim(text)));
    }
}

static void edit(Result *result, int figure)
{
    int64_t *const wide[] = {&result->time_ms, &result->penalty_ms, &result->score};
    uint32_t *const narrow[] = {&result->right, &result->wrong, &result->best_streak, &result->stars,
                                &result->inputs};
    if (figure < 3)
        *wide[figure] += 1;
    else
        *narrow[figure - 3] += 1;
}

static void no_figure_of_a_result_can_be_changed(void **state)
{
    Bench *bench = *state;
    for (size_t i = 0; i < bench->count; i++) {
        for (int figure = 0; figure < 8; figure++) {
            Run run = read_run(bench, bench->files[i]);
            edit(&run.result, figure);
            assert_verdict(bench, &run, find_deck(bench, run.deck_id), RUN_INCONSISTENT);
        }
    }
}

static void another_seed_does_not_give_the_deal(void **state)
{
    Bench *bench = *state;
    for (size_t i = 0; i < bench->count; i++) {
        Run run = read_run(bench, bench->files[i]);
        run.seed ^= 1;
        assert_verdict(bench, &run, find_deck(bench, run.deck_id), RUN_INCONSISTENT);
    }
}

static void an_input_left_out_is_noticed(void **state)
{
    Bench *bench = *state;
    for (size_t i = 0; i < bench->count; i++) {
        Run run = read_run(bench, bench->files[i]);
        run.input_count--;
        assert_verdict(bench, &run, find_deck(bench, run.deck_id), RUN_INCONSISTENT);
    }
}

static void a_text_of_the_deal_cannot_be_changed(void **state)
{
    Bench *bench = *state;
    for (size_t i = 0; i < bench->count; i++) {
        Run run = read_run(bench, bench->files[i]);
        if (run.setup.mode == MODE_MATCH)
            run.deal.tiles[run.deal.tile_count - 1].text = STR("Atlantis");
        else
            run.deal.questions[run.deal.question_count - 1].options[0].text = STR("Atlantis");
        assert_verdict(bench, &run, find_deck(bench, run.deck_id), RUN_INCONSISTENT);
    }
}

static void every_variant_was_recorded_under_every_version_of_the_rules(void **state)
{
    Bench *bench = *state;
    int counts[RULES_VERSION + 1][VARIANT_COUNT] = {0};
    for (size_t i = 0; i < bench->count; i++) {
        Run run = read_run(bench, bench->files[i]);
        counts[run.rules][run.setup.variant]++;
    }
    for (int version = 1; version <= RULES_VERSION; version++)
        for (int variant = 0; variant < VARIANT_COUNT; variant++) assert_true(counts[version][variant] > 0);
}

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "--record") == 0) return record_all(argv[2]);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_recorded_round_is_verified_with_its_deck),
        cmocka_unit_test(every_recorded_round_gives_its_result_without_its_deck),
        cmocka_unit_test(a_recorded_round_is_written_again_byte_by_byte),
        cmocka_unit_test(no_figure_of_a_result_can_be_changed),
        cmocka_unit_test(another_seed_does_not_give_the_deal),
        cmocka_unit_test(an_input_left_out_is_noticed),
        cmocka_unit_test(a_text_of_the_deal_cannot_be_changed),
        cmocka_unit_test(every_variant_was_recorded_under_every_version_of_the_rules),
    };
    return cmocka_run_group_tests(tests, open_bench, close_bench);
}
