#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "formats/replay.h"

#define FINGERPRINT "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* One member a line, so that every place is easy to count. */
static const char match_text[] =
    "{\n"
    "\"format\": \"matchwick-replay\", \"version\": 1,\n"
    "\"rules\": 1,\n"
    "\"deck\": {\"id\": \"capitals\", \"title\": \"Capitals\",\n"
    "\"fingerprint\": \"" FINGERPRINT "\"},\n"
    "\"player\": \"Ada\",\n"
    "\"played_at\": \"2026-11-23T18:04:05Z\",\n"
    "\"autoplay\": false,\n"
    "\"mode\": \"match\",\n"
    "\"variant\": \"sprint\",\n"
    "\"seed\": \"18446744073709551615\",\n"
    "\"setup\": {\"pairs\": 6, \"board\": 6,\n"
    "\"tags\": [\"asia\", \"europe\"],\n"
    "\"tags_match\": \"all\", \"timing\": \"relaxed\"},\n"
    "\"deal\": {\"tiles\": [\n"
    "{\"card\": \"fr\", \"side\": \"term\", \"text\": \"France\", \"place\": 11},\n"
    "{\"card\": \"fr\", \"side\": \"definition\", \"text\": \"Paris\", \"place\": 0}]},\n"
    "\"inputs\": [[1204, \"pick\", 1],\n"
    "[1204, \"pick\", 0],\n"
    "[2500, \"pause\", 1800]],\n"
    "\"result\": {\"time_ms\": 21873, \"penalty_ms\": 1000, \"score\": 1240,\n"
    "\"right\": 6, \"wrong\": 1, \"best_streak\": 4, \"stars\": 2, \"inputs\": 15},\n"
    "\"facts\": {\"wall_ms\": 22690, \"input\": \"keyboard\"}}";

static const char rush_text[] =
    "{\n"
    "\"format\": \"matchwick-replay\", \"version\": 1, \"rules\": 1,\n"
    "\"deck\": {\"id\": \"capitals\", \"title\": \"Capitals\", \"fingerprint\": \"" FINGERPRINT "\"},\n"
    "\"player\": \"Ada\", \"played_at\": \"2026-11-23T18:04:05Z\", \"autoplay\": true,\n"
    "\"mode\": \"rush\", \"variant\": \"classic\", \"seed\": \"0\",\n"
    "\"setup\": {\"options\": 3, \"questions\": 20,\n"
    "\"ask\": \"both\", \"tags\": [], \"tags_match\": \"any\", \"timing\": \"normal\"},\n"
    "\"deal\": {\"questions\": [{\"card\": \"fr\",\n"
    "\"ask\": \"term\",\n"
    "\"prompt\": \"France\", \"options\": [{\"card\": null, \"text\": \"Lyon\"},\n"
    "{\"card\": \"fr\", \"text\": \"Paris\"},\n"
    "{\"card\": \"it\", \"text\": \"Rome\"}],\n"
    "\"limit_ms\": 8000}]},\n"
    "\"inputs\": [[900, \"answer\", 1]],\n"
    "\"result\": {\"time_ms\": 900, \"score\": 943, \"right\": 1, \"wrong\": 0, \"best_streak\": 1, "
    "\"stars\": 0,\n"
    "\"inputs\": 1},\n"
    "\"facts\": {\"wall_ms\": 1500, \"input\": \"autoplay\"}}";

static int open_arena(void **state)
{
    static Arena arena;
    arena_init(&arena, 0);
    *state = &arena;
    return 0;
}

static int close_arena(void **state)
{
    arena_deinit(*state);
    return 0;
}

static Run read_good(const char *text, Arena *arena)
{
    Run run;
    Err err = {0};
    if (!replay_read(str_of(text), arena, &run, &err)) fail_msg("%s", err.text);
    return run;
}

static void a_match_is_read_member_by_member(void **state)
{
    Run run = read_good(match_text, *state);
    assert_int_equal(run.rules, 1);
    assert_string_equal(run.deck_id.data, "capitals");
    assert_string_equal(run.deck_title.data, "Capitals");
    assert_string_equal(run.deck_fingerprint.data, FINGERPRINT);
    assert_string_equal(run.player.data, "Ada");
    assert_int_equal(run.played_at_s, 1795457045);
    assert_false(run.is_autoplay);
    assert_int_equal(run.setup.mode, MODE_MATCH);
    assert_int_equal(run.setup.variant, VARIANT_SPRINT);
    assert_true(run.seed == UINT64_MAX);
    assert_int_equal(run.setup.pairs, 6);
    assert_int_equal(run.setup.board, 6);
    assert_int_equal(run.setup.tag_count, 2);
    assert_string_equal(run.setup.tags[1].data, "europe");
    assert_int_equal(run.setup.tags_match, TAGS_ALL);
    assert_int_equal(run.setup.timing, TIMING_RELAXED);
    assert_int_equal(run.input_count, 3);
    assert_int_equal(run.inputs[2].kind, INPUT_PAUSE);
    assert_int_equal(run.inputs[2].at_ms, 2500);
    assert_int_equal(run.inputs[2].value, 1800);
    assert_true(result_is(&run.result, &(Result){21873, 1000, 1240, 6, 1, 4, 2, 15}));
    assert_int_equal(run.wall_ms, 22690);
    assert_string_equal(run.input.data, "keyboard");
}

static void tiles_are_read_in_their_order(void **state)
{
    Run run = read_good(match_text, *state);
    assert_int_equal(run.deal.tile_count, 2);
    assert_string_equal(run.deal.tiles[0].card_id.data, "fr");
    assert_string_equal(run.deal.tiles[0].text.data, "France");
    assert_int_equal(run.deal.tiles[0].side, SIDE_TERM);
    assert_int_equal(run.deal.tiles[0].place, 11);
    assert_int_equal(run.deal.tiles[0].card, DECK_NO_CARD);
    assert_int_equal(run.deal.tiles[1].side, SIDE_DEFINITION);
}

static void a_question_knows_its_right_option(void **state)
{
    Run run = read_good(rush_text, *state);
    assert_int_equal(run.setup.ask, ASK_BOTH);
    assert_int_equal(run.deal.question_count, 1);
    const DealQuestion *question = &run.deal.questions[0];
    assert_int_equal(question->ask, ASK_TERM);
    assert_string_equal(question->prompt.data, "France");
    assert_int_equal(question->option_count, 3);
    assert_int_equal(question->right, 1);
    assert_int_equal(question->options[0].card_id.size, 0);
    assert_string_equal(question->options[0].text.data, "Lyon");
    assert_int_equal(question->limit_ms, 8000);
    assert_true(run.is_autoplay);
}

static void what_is_written_reads_back_and_writes_the_same(void **state)
{
    Arena *arena = *state;
    const char *const texts[] = {match_text, rush_text};
    for (int i = 0; i < 2; i++) {
        Run run = read_good(texts[i], arena);
        Str pretty = replay_write(&run, true, arena), line = replay_write(&run, false, arena);
        assert_null(memchr(line.data, '\n', line.size));
        assert_non_null(memchr(pretty.data, '\n', pretty.size));
        Run again = read_good(pretty.data, arena);
        assert_string_equal(replay_write(&again, false, arena).data, line.data);
        assert_true(result_is(&again.result, &run.result));
        assert_true(again.seed == run.seed);
    }
}

static void a_line_holds_what_the_format_names_and_no_more(void **state)
{
    Run run = read_good(rush_text, *state);
    Str line = replay_write(&run, false, *state);
    /* The same text without its white space is what the writer makes of it. */
    char expected[sizeof rush_text];
    size_t size = 0;
    for (const char *c = rush_text; *c; c++)
        if (*c != ' ' && *c != '\n') expected[size++] = *c;
    expected[size] = '\0';
    assert_string_equal(line.data, expected);
}

static void blitz_has_no_pairs(void **state)
{
    Run run = read_good(match_text, *state);
    run.setup.variant = VARIANT_BLITZ;
    run.setup.pairs = 0;
    Str line = replay_write(&run, false, *state);
    assert_null(strstr(line.data, "\"pairs\""));
    assert_int_equal(read_good(line.data, *state).setup.pairs, 0);
}

static void unknown_members_are_passed_over(void **state)
{
    char text[sizeof match_text + 64];
    snprintf(text, sizeof text, "{\"later\": {\"x\": [1, null]}, %s", match_text + 1);
    assert_int_equal(read_good(text, *state).input_count, 3);
}

typedef struct {
    const char *from, *to; /* the first `from` of the good text becomes `to` */
    const char *error;     /* how the message begins */
} Refused;

static const Refused match_refused[] = {
    {"matchwick-replay", "other", "2:11: the format is not \"matchwick-replay\""},
    {"\"version\": 1", "\"version\": 2", "2:42: this is a replay of version 2; this game reads version 1"},
    {"\"rules\": 1", "\"rules\": 9",
     "3:10: this was played under version 9 of the rules; this game knows version 1"},
    {"\"rules\": 1", "\"rules\": \"1\"", "3:10: \"rules\" is a string; it must be a number"},
    {"\"id\": \"capitals\", ", "", "4:9: \"id\" is missing; it is a string"},
    {"\"id\": \"capitals\"", "\"id\": \"\"", "4:16: the deck's id is empty"},
    {"012345", "012345Z", "5:16: a fingerprint is 64 lower-case hexadecimal digits"},
    {"abcdef", "ABCDEF", "5:16: a fingerprint is 64"},
    {"\"Ada\"", "5", "6:11: \"player\" is a number; it must be a string"},
    {"T18:04:05Z", "", "7:14: a time is UTC like"},
    {"11-23T", "11-31T", "7:14: a time is UTC like"},
    {"false", "0", "8:13: \"autoplay\" is a number; it must be true or false"},
    {"\"match\"", "\"Match\"", "9:9: modes are match and rush"},
    {"\"sprint\"", "\"classic\"", "10:12: variants of match are decoy, sprint and blitz"},
    {"\"sprint\"", "\"blits\"", "10:12: variants of match are decoy, sprint and blitz"},
    {"\"18446744073709551615\"", "18446744073709551615", "11:9: \"seed\" is a number; it must be a string"},
    {"18446744073709551615", "18446744073709551616", "11:9: a seed is a string of decimal digits"},
    {"18446744073709551615", "007", "11:9: a seed is"},
    {"18446744073709551615", "-1", "11:9: a seed is"},
    {"18446744073709551615", "", "11:9: a seed is"},
    {"\"pairs\": 6", "\"pairs\": 2", "12:10: pairs is 2; it can be 3 to 60"},
    {"\"pairs\": 6", "\"pairs\": 61", "12:20: \"pairs\" is not a whole number from 0 to 60"},
    {"\"pairs\": 6", "\"pairs\": 6.5", "12:20: \"pairs\" is not a whole number"},
    {"\"board\": 6", "\"board\": 2", "12:10: board is 2; it can be 3 to 10"},
    {"\"board\": 6", "\"board\": -6", "12:32: \"board\" is not a whole number"},
    {"\"asia\", \"europe\"", "\"europe\", \"asia\"", "12:10: the tags are not sorted"},
    {"\"asia\"", "7", "13:10: a tag is a string, not a number"},
    {"\"all\"", "\"some\"", "14:15: tags_match is any or all"},
    {"\"relaxed\"", "\"slow\"", "14:32: timing is normal, relaxed or off"},
    {"{\"tiles\": [", "{\"questions\": [", "15:9: \"tiles\" is missing; it is an array"},
    {"\"side\": \"term\"", "\"side\": \"front\"", "16:24: side is term or definition"},
    {"\"place\": 11", "\"place\": 24", "16:59: \"place\" is not a whole number from 0 to 23"},
    {"\"card\": \"fr\"", "\"card\": \"\"", "16:10: a card's id is not empty"},
    {"\"card\": \"fr\"", "\"card\": null", "16:10: \"card\" is null; it must be a string"},
    {"[1204, \"pick\", 1]", "[1204, \"pick\"]", "18:12: an input is an array of three"},
    {"[1204, \"pick\", 1]", "[1204, \"pick\", 1, 0]", "18:12: an input is an array of three"},
    {"[1204, \"pick\", 1]", "{}", "18:12: an input is an array of three"},
    {"[1204, \"pick\", 1]", "[-1, \"pick\", 1]", "18:13: an input's time is a whole number from 0"},
    {"[1204, \"pick\", 1]", "[1e300, \"pick\", 1]", "18:13: an input's time is a whole number from 0"},
    {"[1204, \"pick\", 1]", "[1204, 5, 1]", "18:19: an input's kind is a string; kinds are pick and pause"},
    {"[1204, \"pick\", 1]", "[1204, \"answer\", 1]",
     "18:19: no such input in this mode; kinds are pick and pause"},
    {"[1204, \"pick\", 1]", "[1204, \"tick\", 1]", "18:19: no such input in this mode"},
    {"[1204, \"pick\", 1]", "[1204, \"pick\", -1]", "18:27: an input's number is a whole number from 0"},
    {"[1204, \"pick\", 1]", "[1204, \"pick\", 4294967295]", "18:27: an input's number"},
    {"[1204, \"pick\", 0]", "[1203, \"pick\", 0]",
     "19:1: this input is at 1203 ms, before the one before it at 1204 ms"},
    {"\"penalty_ms\": 1000, ", "", "21:11: \"penalty_ms\" is missing"},
    {"\"score\": 1240", "\"score\": -1", "21:59: \"score\" is not a whole number"},
    {"\"stars\": 2", "\"stars\": 4", "22:52: \"stars\" is not a whole number from 0 to 3"},
    {"\"keyboard\"", "\"joystick\"", "23:38: input is keyboard, mouse, pad, touch or autoplay"},
    {"\"wall_ms\": 22690, ", "", "23:10: \"wall_ms\" is missing"},
    {"\"wall_ms\": 22690", "\"wall_ms\": 1000000000001", "23:22: \"wall_ms\" is not a whole number"},
    {"\"player\"", "\"autoplay\": true, \"player\"", "8:1: \"autoplay\" is there twice"},
};

static const Refused rush_refused[] = {
    {"\"classic\"", "\"decoy\"", "5:28: variants of rush are classic, survival and marathon"},
    {"\"options\": 3", "\"options\": 7", "6:22: \"options\" is not a whole number from 0 to 6"},
    {"\"options\": 3", "\"options\": 1", "6:10: options is 1; it can be 2 to 6"},
    {"\"questions\": 20", "\"questions\": 0", "6:10: questions is 0; it can be 1 to 1000"},
    {"\"ask\": \"both\"", "\"ask\": \"all\"", "7:8: ask is definition, term or both"},
    {"\"ask\": \"term\"", "\"ask\": \"both\"", "9:8: ask is definition or term"},
    {"{\"card\": \"fr\", \"text\": \"Paris\"}", "{\"card\": \"de\", \"text\": \"Paris\"}",
     "10:32: 0 options have the card that is asked; exactly one must have it"},
    {"{\"card\": \"it\"", "{\"card\": \"fr\"", "10:32: 2 options have the card that is asked"},
    {"{\"card\": null, ", "{", "10:33: \"card\" is missing; it is a string"},
    {"{\"card\": null, \"text\": \"Lyon\"},", "3,", "10:33: an option is an object, not a number"},
    {"\"limit_ms\": 8000", "\"limit_ms\": -1", "13:13: \"limit_ms\" is not a whole number"},
    {"\"answer\", 1", "\"answer\", 6", "14:28: an input's number is a whole number from 0 to 5"},
    {"\"answer\"", "\"pick\"", "14:18: no such input in this mode; kinds are answer and pause"},
    {"[[900", "[7, [900", "14:12: an input is an array of three"},
};

static void assert_refused(const char *good, const Refused *refused, Arena *arena)
{
    const char *at = strstr(good, refused->from);
    assert_non_null(at);
    Str text = str_format(arena, "%.*s%s%s", (int)(at - good), good, refused->to, at + strlen(refused->from));
    Run run;
    Err err = {0};
    if (replay_read(text, arena, &run, &err))
        fail_msg("%s instead of %s was taken", refused->to, refused->from);
    if (strncmp(err.text, refused->error, strlen(refused->error)) != 0)
        fail_msg("\"%s\" should begin \"%s\"", err.text, refused->error);
}

static void what_is_wrong_is_told_with_its_place(void **state)
{
    for (size_t i = 0; i < sizeof match_refused / sizeof *match_refused; i++)
        assert_refused(match_text, &match_refused[i], *state);
    for (size_t i = 0; i < sizeof rush_refused / sizeof *rush_refused; i++)
        assert_refused(rush_text, &rush_refused[i], *state);
}

static void a_text_cut_anywhere_is_refused(void **state)
{
    for (size_t size = 0; size + 1 < sizeof match_text - 1; size++) {
        Run run;
        Err err = {0};
        assert_false(replay_read((Str){match_text, size}, *state, &run, &err));
        assert_true(err.is_set);
    }
}

static void other_json_is_no_replay(void **state)
{
    static const char *const texts[] = {
        "[]", "3", "null", "{}", "\"matchwick-replay\"", "[[[[[[[[[[[[[[[[[[1]]]]"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        Run run;
        Err err = {0};
        assert_false(replay_read(str_of(texts[i]), *state, &run, &err));
    }
}

static void a_text_over_the_limit_is_not_parsed(void **state)
{
    Run run;
    Err err = {0};
    /* The size alone is looked at. */
    assert_false(replay_read((Str){match_text, REPLAY_MAX_BYTES + 1u}, *state, &run, &err));
    assert_non_null(strstr(err.text, "at most 16777216"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)
    const struct CMUnitTest tests[] = {
        TEST(a_match_is_read_member_by_member),
        TEST(tiles_are_read_in_their_order),
        TEST(a_question_knows_its_right_option),
        TEST(what_is_written_reads_back_and_writes_the_same),
        TEST(a_line_holds_what_the_format_names_and_no_more),
        TEST(blitz_has_no_pairs),
        TEST(unknown_members_are_passed_over),
        TEST(what_is_wrong_is_told_with_its_place),
        TEST(a_text_cut_anywhere_is_refused),
        TEST(other_json_is_no_replay),
        TEST(a_text_over_the_limit_is_not_parsed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
