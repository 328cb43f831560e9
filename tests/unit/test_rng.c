#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/rng.h"

/* The first outputs of the authors' splitmix64.c from state 0 are the generator's state. */
static void the_seed_is_spread_by_splitmix64(void **state)
{
    (void)state;
    Rng rng;
    rng_seed(&rng, 0);
    assert_true(rng.s[0] == UINT64_C(0xe220a8397b1dcdaf));
    assert_true(rng.s[1] == UINT64_C(0x6e789e6aa1b965f4));
    assert_true(rng.s[2] == UINT64_C(0x06c45d188009454f));
    assert_true(rng.s[3] == UINT64_C(0xf88bb8a8724c81ec));
}

/* The first outputs of the authors' xoshiro256starstar.c from state 1, 2, 3, 4. */
static void the_numbers_are_those_of_xoshiro256_star_star(void **state)
{
    (void)state;
    static const uint64_t expected[] = {UINT64_C(11520),
                                        UINT64_C(0),
                                        UINT64_C(1509978240),
                                        UINT64_C(1215971899390074240),
                                        UINT64_C(1216172134540287360),
                                        UINT64_C(607988272756665600),
                                        UINT64_C(16172922978634559625),
                                        UINT64_C(8476171486693032832),
                                        UINT64_C(10595114339597558777),
                                        UINT64_C(2904607092377533576)};
    Rng rng = {{1, 2, 3, 4}};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        assert_true(rng_next(&rng) == expected[i]);
}

static void every_number_below_n_comes_about_as_often(void **state)
{
    (void)state;
    enum { N = 7, DRAWS = 70000 };
    Rng rng;
    rng_seed(&rng, 42);
    int counts[N] = {0};
    for (int i = 0; i < DRAWS; i++) {
        uint64_t drawn = rng_below(&rng, N);
        assert_true(drawn < N);
        counts[drawn]++;
    }
    /* 5 standard deviations of a binomial with p = 1/7 are 463. */
    for (int i = 0; i < N; i++) assert_in_range(counts[i], 10000 - 463, 10000 + 463);
}

/* For n = 3 * 2^62 a multiply without rejection would give every third number twice as often. */
static void huge_ranges_are_without_bias(void **state)
{
    (void)state;
    uint64_t n = UINT64_C(3) << 62;
    Rng rng;
    rng_seed(&rng, 1);
    int thirds[3] = {0};
    for (int i = 0; i < 30000; i++) {
        uint64_t drawn = rng_below(&rng, n);
        assert_true(drawn < n);
        thirds[drawn % 3]++;
    }
    for (int i = 0; i < 3; i++) assert_in_range(thirds[i], 10000 - 409, 10000 + 409);
}

static void below_one_is_always_zero(void **state)
{
    (void)state;
    Rng rng;
    rng_seed(&rng, 5);
    for (int i = 0; i < 100; i++) assert_true(rng_below(&rng, 1) == 0);
}

static void a_shuffle_keeps_all_values_and_follows_its_seed(void **state)
{
    (void)state;
    enum { COUNT = 100 };
    uint32_t one[COUNT], two[COUNT];
    for (uint32_t i = 0; i < COUNT; i++) one[i] = two[i] = i;
    Rng rng;
    rng_seed(&rng, 9);
    rng_shuffle_u32(&rng, one, COUNT);
    rng_seed(&rng, 9);
    rng_shuffle_u32(&rng, two, COUNT);
    assert_memory_equal(one, two, sizeof one);
    int seen[COUNT] = {0}, moved = 0;
    for (uint32_t i = 0; i < COUNT; i++) {
        seen[one[i]]++;
        moved += one[i] != i;
    }
    for (int i = 0; i < COUNT; i++) assert_int_equal(seen[i], 1);
    assert_true(moved > COUNT / 2);
    rng_shuffle_u32(&rng, one, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_seed_is_spread_by_splitmix64),
        cmocka_unit_test(the_numbers_are_those_of_xoshiro256_star_star),
        cmocka_unit_test(every_number_below_n_comes_about_as_often),
        cmocka_unit_test(huge_ranges_are_without_bias),
        cmocka_unit_test(below_one_is_always_zero),
        cmocka_unit_test(a_shuffle_keeps_all_values_and_follows_its_seed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
