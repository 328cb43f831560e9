#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "commands/nearest.h"

static Str nearest_of(const char *word)
{
    static const char *const names[] = {"decoy", "sprint", "blitz", "classic", "survival", "marathon"};
    Nearest nearest = nearest_begin(str_of(word));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) nearest_offer(&nearest, str_of(names[i]));
    return nearest.best;
}

static void assert_nearest(const char *word, const char *name)
{
    Str best = nearest_of(word);
    if (!str_is(best, str_of(name))) fail_msg("%s gave \"%.*s\"", word, STR_FMT(best));
}

static void slips_of_the_keys_are_seen_through(void **state)
{
    (void)state;
    assert_nearest("blits", "blitz");     /* changed */
    assert_nearest("dcoy", "decoy");      /* left out */
    assert_nearest("sprrint", "sprint");  /* added */
    assert_nearest("calssic", "classic"); /* swapped */
    assert_nearest("Blitz", "blitz");
    assert_nearest("MARATHONE", "marathon");
}

static void a_beginning_means_the_name(void **state)
{
    (void)state;
    assert_nearest("sur", "survival");
    assert_nearest("ma", "marathon");
}

static void far_words_mean_nothing(void **state)
{
    (void)state;
    assert_nearest("chess", "");
    assert_nearest("x", "");
    assert_nearest("", "");
    assert_nearest("zzzzzzzz", "");
    static const char long_word[] = "marathonmarathonmarathonmarathonmarathonmarathonmarathonmarathonm";
    assert_true(strlen(long_word) > NEAREST_MAX_BYTES);
    assert_nearest(long_word, "");
}

static void the_nearer_of_two_wins(void **state)
{
    (void)state;
    Nearest nearest = nearest_begin(STR("check"));
    nearest_offer(&nearest, STR("chick"));
    nearest_offer(&nearest, STR("check"));
    nearest_offer(&nearest, STR("cheek"));
    assert_true(str_is(nearest.best, STR("check")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slips_of_the_keys_are_seen_through),
        cmocka_unit_test(a_beginning_means_the_name),
        cmocka_unit_test(far_words_mean_nothing),
        cmocka_unit_test(the_nearer_of_two_wins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
