/* The numbers that how to play tells are those that the rules are made of. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "edit/deck_files.h"
#include "play/day.h"
#include "play/match.h"
#include "play/result.h"
#include "screens/help_state.h"
#include "study/learn.h"

static const char *words_of(const char *title, int nth)
{
    int count;
    const HelpPage *pages = help_pages(&count);
    for (int i = 0; i < count; i++)
        for (int k = 0; k < pages[i].count; k++)
            if (strcmp(pages[i].cards[k].title, title) == 0 && nth-- == 0) return pages[i].cards[k].words;
    fail_msg("no card is called \"%s\"", title);
    return "";
}

/* `before`, the number and `after`, side by side. */
static void says(const char *title, const char *before, int64_t number, const char *after)
{
    char part[128];
    snprintf(part, sizeof part, "%s%lld%s", before, (long long)number, after);
    if (!strstr(words_of(title, 0), part)) fail_msg("\"%s\" does not say \"%s\"", title, part);
}

static void times_and_costs_are_those_of_the_rules(void **state)
{
    (void)state;
    says("Sprint and Blitz", "in ", MATCH_BLITZ_MS / 1000, " seconds");
    says("A wrong pick costs time", "In Blitz each takes ", MATCH_BLITZ_COST / 1000, " seconds");
    says("A wrong pick costs time", "The first costs ", MATCH_PENALTY_STEP / 1000, " second,");
    says("Help has boards of its own", "more than ", CATEGORY_MAX_PAUSE_MS / 1000, " seconds of pauses");
    says("A day's work", "", DAY_ANSWERS, " cards answered");
    says("Keep them", "for ", DECK_FILES_BIN_DAYS, " days");
    assert_int_equal(LEARN_GROUP, 7);
    assert_non_null(strstr(words_of("Learn", 0), "Up to seven cards"));
}

static void every_way_to_study_is_told(void **state)
{
    (void)state;
    static const char *const titles[] = {"Learn", "Test", "Cards", "Spaced"};
    for (int i = 0; i < 4; i++) assert_true(strlen(words_of(titles[i], 0)) > 0);
}

static void stars_are_given_where_it_says(void **state)
{
    (void)state;
    assert_non_null(
        strstr(words_of("Stars", 0), "three stars for at most 2.5 seconds a pair, two for at most 4"));
    assert_int_equal(result_stars(VARIANT_SPRINT, 25000, 10, 10), 3);
    assert_int_equal(result_stars(VARIANT_SPRINT, 25001, 10, 10), 2);
    assert_int_equal(result_stars(VARIANT_SPRINT, 40000, 10, 10), 2);
    assert_int_equal(result_stars(VARIANT_SPRINT, 40001, 10, 10), 1);
    assert_non_null(strstr(words_of("Stars", 1), "three stars for 90 % right, two for 75 %, one for 50 %"));
    assert_int_equal(result_stars(VARIANT_CLASSIC, 0, 18, 20), 3);
    assert_int_equal(result_stars(VARIANT_CLASSIC, 0, 15, 20), 2);
    assert_int_equal(result_stars(VARIANT_CLASSIC, 0, 10, 20), 1);
    assert_int_equal(result_stars(VARIANT_CLASSIC, 0, 9, 20), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(times_and_costs_are_those_of_the_rules),
        cmocka_unit_test(stars_are_given_where_it_says),
        cmocka_unit_test(every_way_to_study_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
