#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdalign.h>
#include <string.h>

#include "base/arena.h"

static void nothing_is_reserved_before_the_first_allocation(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    assert_int_equal(arena_reserved(&arena), 0);
    arena_deinit(&arena);
}

static void memory_is_zeroed_and_aligned_also_after_a_reset(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 256);
    for (int round = 0; round < 5; round++) {
        for (size_t size = 0; size < 300; size++) {
            unsigned char *data = arena_alloc(&arena, size);
            assert_int_equal((uintptr_t)data % alignof(max_align_t), 0);
            for (size_t i = 0; i < size; i++) assert_int_equal(data[i], 0);
            memset(data, 0xEE, size);
        }
        arena_reset(&arena);
    }
    arena_deinit(&arena);
}

static void allocations_do_not_overlap(void **state)
{
    (void)state;
    enum { COUNT = 500 };
    Arena arena;
    arena_init(&arena, 128);
    unsigned char *data[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        data[i] = arena_alloc(&arena, i);
        memset(data[i], (int)(i % 251), i);
    }
    for (size_t i = 0; i < COUNT; i++)
        for (size_t k = 0; k < i; k++) assert_int_equal(data[i][k], i % 251);
    arena_deinit(&arena);
}

static void a_frame_that_needs_no_more_than_the_last_takes_nothing_from_the_system(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 64);
    for (int i = 0; i < 100; i++) arena_alloc(&arena, 100);
    arena_reset(&arena);
    size_t reserved = arena_reserved(&arena);
    for (int frame = 0; frame < 10; frame++) {
        for (int i = 0; i < 100; i++) arena_alloc(&arena, 100);
        assert_int_equal(arena_reserved(&arena), reserved);
        arena_reset(&arena);
    }
    arena_deinit(&arena);
}

static void an_allocation_may_be_larger_than_a_block(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 64);
    size_t size = (size_t)8 << 20;
    unsigned char *large = arena_alloc(&arena, size);
    assert_int_equal(large[0] | large[size - 1], 0);
    large[size - 1] = 1;
    uint32_t *numbers = ARENA_NEW_N(&arena, uint32_t, 1000);
    numbers[999] = 7;
    assert_true(arena_reserved(&arena) >= size + 4000);
    arena_deinit(&arena);
    assert_int_equal(arena_reserved(&arena), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_reserved_before_the_first_allocation),
        cmocka_unit_test(memory_is_zeroed_and_aligned_also_after_a_reset),
        cmocka_unit_test(allocations_do_not_overlap),
        cmocka_unit_test(a_frame_that_needs_no_more_than_the_last_takes_nothing_from_the_system),
        cmocka_unit_test(an_allocation_may_be_larger_than_a_block),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
