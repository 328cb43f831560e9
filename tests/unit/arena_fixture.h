/* An arena of its own for each test: `arena`, which `state` points to as well. */
#ifndef MATCHWICK_TESTS_UNIT_ARENA_FIXTURE_H
#define MATCHWICK_TESTS_UNIT_ARENA_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"

static Arena arena;

static inline int arena_setup(void **state)
{
    arena_init(&arena, 0);
    *state = &arena;
    return 0;
}

static inline int arena_teardown(void **state)
{
    arena_deinit(*state);
    return 0;
}

#define ARENA_TEST(test) cmocka_unit_test_setup_teardown(test, arena_setup, arena_teardown)

#endif
