#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "commands/options.h"

static const OptionSpec own[] = {
    {"seed", 's', "N", "a number"},
    {"set", 0, "KEY=VALUE", "a member"},
    {"json", 0, NULL, "a switch"},
    {"output", 'o', "FILE", "a file"},
    OPTIONS_END,
};

#define MAX_WORDS 16

typedef struct {
    Arena arena;
    Words words;
    Err err;
    char storage[MAX_WORDS][64];
    char *argv[MAX_WORDS + 1];
    int argc;
} Line;

static int open_line(void **state)
{
    static Line line;
    line = (Line){0};
    arena_init(&line.arena, 0);
    *state = &line;
    return 0;
}

static int close_line(void **state)
{
    arena_deinit(&((Line *)*state)->arena);
    return 0;
}

/* Words are parted by single spaces; the first one is the command's name. */
static bool parse(Line *line, const OptionSpec *specs, const char *text, bool is_all)
{
    line->argc = 0;
    line->words = (Words){0};
    line->err = (Err){0};
    while (*text) {
        size_t size = strcspn(text, " ");
        assert_true(line->argc < MAX_WORDS && size < sizeof line->storage[0]);
        memcpy(line->storage[line->argc], text, size);
        line->storage[line->argc][size] = '\0';
        line->argv[line->argc] = line->storage[line->argc];
        line->argc++;
        text += size + (text[size] == ' ');
    }
    line->argv[line->argc] = NULL;
    return options_parse(&line->words, specs, line->argc, line->argv, is_all, &line->arena, &line->err);
}

static void options_and_operands_stand_in_any_order(void **state)
{
    Line *line = *state;
    assert_true(parse(line, own, "deal --seed 7 capitals --json more --data d", true));
    assert_string_equal(options_get(&line->words, "seed"), "7");
    assert_true(options_has(&line->words, "json"));
    assert_string_equal(options_get(&line->words, "data"), "d");
    assert_int_equal(line->words.operand_count, 2);
    assert_string_equal(line->words.operands[0], "capitals");
    assert_string_equal(line->words.operands[1], "more");
}

static void values_may_follow_an_equals_sign_and_letters(void **state)
{
    Line *line = *state;
    assert_true(parse(line, own, "deal --seed=7 -o out.json", true));
    assert_string_equal(options_get(&line->words, "seed"), "7");
    assert_string_equal(options_get(&line->words, "output"), "out.json");
    assert_true(parse(line, own, "deal -s9 --out x", true));
    assert_string_equal(options_get(&line->words, "seed"), "9");
    assert_string_equal(options_get(&line->words, "output"), "x");
}

static void of_several_the_last_counts_and_all_can_be_read(void **state)
{
    Line *line = *state;
    assert_true(parse(line, own, "deal --set a=1 --seed 1 --set b=2 --seed 2 --set c=3", true));
    assert_string_equal(options_get(&line->words, "seed"), "2");
    assert_string_equal(options_get_nth(&line->words, "set", 0), "a=1");
    assert_string_equal(options_get_nth(&line->words, "set", 1), "b=2");
    assert_string_equal(options_get_nth(&line->words, "set", 2), "c=3");
    assert_null(options_get_nth(&line->words, "set", 3));
    assert_null(options_get(&line->words, "data"));
}

static void two_dashes_end_the_options(void **state)
{
    Line *line = *state;
    assert_true(parse(line, own, "deal -- --json", true));
    assert_false(options_has(&line->words, "json"));
    assert_string_equal(line->words.operands[0], "--json");
}

static void common_options_before_the_command_are_kept(void **state)
{
    Line *line = *state;
    assert_true(parse(line, NULL, "matchwick --mute --data d deal --seed 7", false));
    assert_int_equal(line->words.operand_count, 3);
    assert_string_equal(line->words.operands[0], "deal");
    Words words = line->words;
    assert_true(
        options_parse(&words, own, words.operand_count, words.operands, true, &line->arena, &line->err));
    assert_true(options_has(&words, "mute"));
    assert_string_equal(options_get(&words, "data"), "d");
    assert_string_equal(options_get(&words, "seed"), "7");
    assert_int_equal(words.operand_count, 0);
}

static void what_is_off_is_named_with_what_comes_near(void **state)
{
    static const char *const lines[][2] = {
        {"deal --sed 7", "there is no option \"--sed\"; is \"--seed\" meant?"},
        {"deal --jsno", "there is no option \"--jsno\"; is \"--json\" meant?"},
        {"deal --zzz=3", "there is no option \"--zzz\""},
        {"deal -z", "there is no option \"-z\""},
        {"deal --seed", "\"--seed\" needs a value: --seed N"},
        {"deal capitals -s", "\"-s\" needs a value: --seed N"},
        {"deal --json=yes", "--json takes no value, but \"--json=yes\" gives it one"},
        {"deal --se 7", "\"--se\" could be any of --seed, --set"},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        Line *line = *state;
        assert_false(parse(line, own, lines[i][0], true));
        assert_string_equal(line->err.text, lines[i][1]);
    }
}

static CommonOptions read_common(Line *line, const char *text)
{
    CommonOptions common;
    assert_true(parse(line, own, text, true));
    assert_true(options_common_read(&line->words, &common, &line->err));
    return common;
}

static void common_options_are_read_as_values(void **state)
{
    CommonOptions none = read_common(*state, "deal");
    assert_null(none.data_folder);
    assert_null(none.theme);
    assert_int_equal(none.width_px + none.height_px + none.text_percent, 0);
    assert_false(none.is_fullscreen || none.is_muted);
    CommonOptions all =
        read_common(*state, "deal --data d --decks e --window 1280x720 --fullscreen --mute --theme paper "
                            "--text-scale 150 --renderer software");
    assert_string_equal(all.data_folder, "d");
    assert_string_equal(all.added_decks, "e");
    assert_int_equal(all.width_px, 1280);
    assert_int_equal(all.height_px, 720);
    assert_true(all.is_fullscreen && all.is_muted);
    assert_string_equal(all.theme, "paper");
    assert_int_equal(all.text_percent, 150);
    assert_string_equal(all.renderer, "software");
}

static void common_options_out_of_range_are_refused(void **state)
{
    static const char *const lines[][2] = {
        {"deal --window 1280", "--window is WIDTHxHEIGHT, 800x600 to 16384x16384, not \"1280\""},
        {"deal --window 799x600", "--window is"},
        {"deal --window 1280x720x3", "--window is"},
        {"deal --window 1280x", "--window is"},
        {"deal --window x720", "--window is"},
        {"deal --window -1280x720", "--window is"},
        {"deal --window 99999999999x720", "--window is"},
        {"deal --theme dark", "no theme \"dark\"; themes are night, paper, contrast"},
        {"deal --text-scale 99", "--text-scale is a whole number from 100 to 200, not \"99\""},
        {"deal --text-scale 201", "--text-scale is"},
        {"deal --text-scale 1e2", "--text-scale is"},
        {"deal --data=", "--data is a folder; an empty name is none"},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        Line *line = *state;
        CommonOptions common;
        assert_true(parse(line, own, lines[i][0], true));
        assert_false(options_common_read(&line->words, &common, &line->err));
        assert_memory_equal(line->err.text, lines[i][1], strlen(lines[i][1]));
    }
}

static void numbers_are_whole_and_in_their_range(void **state)
{
    (void)state;
    uint64_t number;
    assert_true(options_number("18446744073709551615", "n", 0, UINT64_MAX, &number, NULL));
    assert_true(number == UINT64_MAX);
    assert_true(options_number("007", "n", 0, 10, &number, NULL));
    assert_int_equal(number, 7);
    static const char *const wrong[] = {
        "18446744073709551616", "99999999999999999999999", "", "-1", "+1", " 1", "1 ", "0x1", "1.0", "٣"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(options_number(wrong[i], "n", 0, UINT64_MAX, &number, NULL));
    Err err = {0};
    assert_false(options_number("11", "--skill", 0, 10, &number, &err));
    assert_string_equal(err.text, "--skill is a whole number from 0 to 10, not \"11\"");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_line, close_line)
    const struct CMUnitTest tests[] = {
        TEST(options_and_operands_stand_in_any_order),
        TEST(values_may_follow_an_equals_sign_and_letters),
        TEST(of_several_the_last_counts_and_all_can_be_read),
        TEST(two_dashes_end_the_options),
        TEST(common_options_before_the_command_are_kept),
        TEST(what_is_off_is_named_with_what_comes_near),
        TEST(common_options_are_read_as_values),
        TEST(common_options_out_of_range_are_refused),
        TEST(numbers_are_whole_and_in_their_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
