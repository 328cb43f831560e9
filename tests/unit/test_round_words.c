#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "commands/commands.h"
#include "commands/round_words.h"
#include "deck/deck_build.h"

static const OptionSpec own[] = {ROUND_WORDS_OPTIONS, OPTIONS_END};

#define MAX_WORDS 12

typedef struct {
    Arena arena;
    Deck *deck; /* 14 cards, the first 7 of them tagged "few", the first 2 "two" */
    const PlayIndex *index;
    RoundWords round;
    Setup setup;
    char note[160];
    int exit_code;
    Err err;
} Bench;

static int open_bench(void **state)
{
    static Bench bench;
    bench = (Bench){0};
    arena_init(&bench.arena, 0);
    DeckBuilder *builder = deck_build_open(&(DeckHead){.id = STR("letters"), .title = STR("Letters")});
    const Str tags[] = {STR("few"), STR("two")};
    for (int i = 0; i < 14; i++) {
        Str term = str_format(&bench.arena, "term %c", 'a' + i);
        Str definition = str_format(&bench.arena, "definition %c", 'A' + i);
        DeckCard card = {.term = term,
                         .definition = definition,
                         .tags = {tags, i < 2   ? 2u
                                        : i < 7 ? 1u
                                                : 0u}};
        deck_build_add(builder, &card);
    }
    bench.deck = deck_build_finish(builder);
    bench.index = play_index_make(&bench.arena, bench.deck);
    *state = &bench;
    return 0;
}

static int close_bench(void **state)
{
    Bench *bench = *state;
    deck_release(bench->deck);
    arena_deinit(&bench->arena);
    return 0;
}

/* Words are parted by single spaces. */
static bool read_words(Bench *bench, const char *text)
{
    static char name[] = "deal";
    char *argv[MAX_WORDS + 1] = {name};
    int argc = 1;
    for (; *text; text += strcspn(text, " "), text += *text == ' ') {
        assert_true(argc < MAX_WORDS);
        Str word = str_copy(&bench->arena, (Str){text, strcspn(text, " ")});
        char *copy = arena_alloc(&bench->arena, word.size + 1);
        memcpy(copy, word.data, word.size);
        argv[argc++] = copy;
    }
    Words *words = ARENA_NEW(&bench->arena, Words);
    bench->err = (Err){0};
    assert_true(options_parse(words, own, argc, argv, true, &bench->arena, &bench->err));
    return round_words_read(words, &bench->round, &bench->err);
}

static bool read_setup(Bench *bench, const char *text)
{
    if (!read_words(bench, text)) fail_msg("%s", bench->err.text);
    return round_words_setup(&bench->round, bench->index, &bench->arena, &bench->setup, bench->note,
                             &bench->exit_code, &bench->err);
}

static void without_words_the_round_is_a_match_of_what_play_starts_with(void **state)
{
    Bench *bench = *state;
    assert_true(read_setup(bench, ""));
    assert_false(bench->round.is_named);
    assert_false(bench->round.has_seed);
    assert_int_equal(bench->setup.variant, VARIANT_DECOY);
    assert_int_equal(bench->exit_code, EXIT_DONE);
}

static void a_small_selection_makes_it_sprint_but_not_a_named_decoy(void **state)
{
    Bench *bench = *state;
    assert_true(read_setup(bench, "--tag few"));
    assert_int_equal(bench->setup.variant, VARIANT_SPRINT);
    assert_false(read_setup(bench, "--tag few --variant decoy"));
    assert_int_equal(bench->exit_code, EXIT_FAILED);
    assert_non_null(strstr(bench->err.text, "9 cards"));
}

static void a_mode_or_a_variant_alone_is_enough(void **state)
{
    Bench *bench = *state;
    assert_true(read_setup(bench, "--mode rush"));
    assert_int_equal(bench->setup.variant, VARIANT_CLASSIC);
    assert_true(read_setup(bench, "-v marathon"));
    assert_int_equal(bench->setup.mode, MODE_RUSH);
    assert_true(bench->round.is_named);
}

static void seeds_are_of_64_bits(void **state)
{
    Bench *bench = *state;
    assert_true(read_words(bench, "--seed 18446744073709551615"));
    assert_true(bench->round.has_seed && bench->round.seed == UINT64_MAX);
    assert_false(read_words(bench, "--seed 18446744073709551616"));
}

static void members_of_the_setup_can_be_set(void **state)
{
    Bench *bench = *state;
    assert_true(read_setup(bench, "-v sprint --set pairs=5 --set board=4 --set timing=relaxed"));
    assert_int_equal(bench->setup.pairs, 5);
    assert_int_equal(bench->setup.board, 4);
    assert_int_equal(bench->setup.timing, TIMING_RELAXED);
    assert_true(read_setup(bench, "--tag two --tag few --set tags_match=any --mode rush"));
    assert_int_equal(bench->setup.tag_count, 2);
    assert_true(str_is(bench->setup.tags[0], STR("few")));
}

static void tags_that_must_all_match_decide_the_selection(void **state)
{
    Bench *bench = *state;
    assert_true(read_setup(bench, "--tag two --tag few"));
    assert_false(read_setup(bench, "--tag two --tag few --set tags_match=all"));
    assert_int_equal(bench->exit_code, EXIT_FAILED);
}

static void what_is_off_is_told_with_what_there_is(void **state)
{
    static const char *const lines[][2] = {
        {"--mode quiz", "no mode \"quiz\"; modes are match, rush"},
        {"--mode match --variant blits",
         "no variant \"blits\"; is \"blitz\" meant? variants of match are decoy, sprint, blitz"},
        {"--variant chess", "no variant \"chess\"; variants of match are decoy, sprint, blitz; of rush "
                            "classic, survival, marathon"},
        {"--mode rush --variant sprint",
         "sprint is a variant of match; variants of rush are classic, survival, marathon"},
        {"--seed x", "--seed is a whole number from 0 to 18446744073709551615, not \"x\""},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        Bench *bench = *state;
        assert_false(read_words(bench, lines[i][0]));
        assert_string_equal(bench->err.text, lines[i][1]);
    }
}

static void a_setup_that_is_off_is_a_misuse(void **state)
{
    static const char *const lines[][2] = {
        {"--set board", "--set takes KEY=VALUE"},
        {"--set board=2", "board is a number from 3 to 9"},
        {"--set options=3", "match has no \"options\" to set"},
        {"--variant blitz --set pairs=9", "blitz has no number of pairs"},
        {"--tag fwe", "the deck \"Letters\" has no tag \"fwe\"; it has \"few\" and 1 more"},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        Bench *bench = *state;
        assert_false(read_setup(bench, lines[i][0]));
        assert_int_equal(bench->exit_code, EXIT_MISUSED);
        assert_memory_equal(bench->err.text, lines[i][1], strlen(lines[i][1]));
    }
}

static void what_is_playable_but_to_be_said_is_noted(void **state)
{
    Bench *bench = *state;
    assert_true(read_setup(bench, "--mode rush --tag two"));
    assert_non_null(strstr(bench->note, "2 options"));
    assert_true(read_setup(bench, "--mode rush"));
    assert_string_equal(bench->note, "");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_bench, close_bench)
    const struct CMUnitTest tests[] = {
        TEST(without_words_the_round_is_a_match_of_what_play_starts_with),
        TEST(a_small_selection_makes_it_sprint_but_not_a_named_decoy),
        TEST(a_mode_or_a_variant_alone_is_enough),
        TEST(seeds_are_of_64_bits),
        TEST(members_of_the_setup_can_be_set),
        TEST(tags_that_must_all_match_decide_the_selection),
        TEST(what_is_off_is_told_with_what_there_is),
        TEST(a_setup_that_is_off_is_a_misuse),
        TEST(what_is_playable_but_to_be_said_is_noted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
