#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/rng.h"
#include "ui/focus.h"

enum { MOST = 60 };

/* How many spots arrows lead to from `start`. */
static int reached(const FocusLinks *links, int count, int start)
{
    bool seen[MOST] = {false};
    int queue[MOST], head = 0, tail = 0;
    queue[tail++] = start;
    seen[start] = true;
    while (head < tail) {
        const FocusLinks *l = &links[queue[head++]];
        for (int way = 0; way < FOCUS_WAYS; way++) {
            assert_in_range(l->to[way], 0, count - 1);
            if (seen[l->to[way]]) continue;
            seen[l->to[way]] = true;
            queue[tail++] = l->to[way];
        }
    }
    return tail;
}

static void expect_all_reach_all(const FocusSpot *spots, int count, uint64_t seed)
{
    Arena arena;
    arena_init(&arena, 0);
    const FocusLinks *links = focus_links(spots, count, &arena);
    for (int i = 0; i < count; i++) {
        int n = reached(links, count, i);
        if (n != count) fail_msg("seed %d: from %d only %d of %d", (int)seed, i, n, count);
    }
    arena_deinit(&arena);
}

static float under(Rng *rng, int n)
{
    return (float)rng_below(rng, (uint64_t)n);
}

static void from_every_spot_of_any_layout_every_other_is_reached(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 400; seed++) {
        Rng rng;
        rng_seed(&rng, seed);
        FocusSpot spots[MOST];
        int count = 1 + (int)rng_below(&rng, MOST);
        for (int i = 0; i < count; i++) {
            spots[i] = (FocusSpot){
                .rect = {under(&rng, 1200), under(&rng, 680), 8 + under(&rng, 400), 8 + under(&rng, 200)}};
            uint64_t kind = rng_below(&rng, 8);
            spots[i].takes_x = kind == 0;
            spots[i].takes_y = kind == 1;
        }
        expect_all_reach_all(spots, count, seed);
    }
}

static void spots_on_one_place_are_all_reached(void **state)
{
    (void)state;
    FocusSpot spots[5];
    for (int i = 0; i < 5; i++) spots[i] = (FocusSpot){.rect = {100, 100, 50, 50}};
    expect_all_reach_all(spots, 5, 0);
}

static const FocusLinks *grid(FocusSpot *spots, Arena *arena)
{
    for (int i = 0; i < 12; i++)
        spots[i] =
            (FocusSpot){.rect = {32 + 308.0f * (float)(i % 4), 128 + 160.0f * (float)(i / 4), 292, 144}};
    return focus_links(spots, 12, arena);
}

static void in_a_grid_arrows_go_to_the_neighbour_and_wrap(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    FocusSpot spots[12];
    const FocusLinks *links = grid(spots, &arena);
    for (int i = 0; i < 12; i++) {
        int row = i / 4, column = i % 4;
        assert_int_equal(links[i].to[FOCUS_RIGHT], row * 4 + (column + 1) % 4);
        assert_int_equal(links[i].to[FOCUS_LEFT], row * 4 + (column + 3) % 4);
        assert_int_equal(links[i].to[FOCUS_DOWN], (row + 1) % 3 * 4 + column);
        assert_int_equal(links[i].to[FOCUS_UP], (row + 2) % 3 * 4 + column);
        assert_int_equal(links[i].is_wrap[FOCUS_RIGHT], column == 3);
        assert_int_equal(links[i].is_wrap[FOCUS_UP], row == 0);
    }
    arena_deinit(&arena);
}

static void with_a_gap_in_the_grid_the_arrow_goes_over_it(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    FocusSpot spots[12];
    grid(spots, &arena);
    for (int i = 5; i < 11; i++) spots[i] = spots[i + 1]; /* the second of the second row is gone */
    const FocusLinks *links = focus_links(spots, 11, &arena);
    assert_int_equal(links[4].to[FOCUS_RIGHT], 5);
    assert_int_equal(links[1].to[FOCUS_DOWN], 8);
    arena_deinit(&arena);
}

static void between_two_panes_the_arrow_goes_to_the_row_beside(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    FocusSpot spots[] = {{.rect = {40, 100, 600, 56}},  {.rect = {40, 164, 600, 120}},
                         {.rect = {40, 292, 600, 56}},  {.rect = {700, 100, 500, 56}},
                         {.rect = {700, 164, 500, 56}}, {.rect = {700, 292, 500, 56}}};
    const FocusLinks *links = focus_links(spots, 6, &arena);
    assert_int_equal(links[0].to[FOCUS_RIGHT], 3);
    assert_int_equal(links[1].to[FOCUS_RIGHT], 4);
    assert_int_equal(links[5].to[FOCUS_LEFT], 2);
    assert_int_equal(links[2].to[FOCUS_UP], 1);
    assert_int_equal(links[2].to[FOCUS_DOWN], 0);
    arena_deinit(&arena);
}

static void a_wide_one_above_is_not_beside(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    const FocusSpot spots[] = {{{40, 180, 432, 48}, false, false},  /* in the pane on the left */
                               {{496, 96, 744, 48}, true, false},   /* above, as wide as both columns */
                               {{980, 164, 260, 36}, false, false}, /* at the right end below it */
                               {{496, 214, 744, 90}, false, false}};
    const FocusLinks *links = focus_links(spots, 4, &arena);
    assert_int_equal(links[2].to[FOCUS_LEFT], 0);
    assert_int_equal(links[2].to[FOCUS_UP], 1);
    assert_int_equal(links[2].to[FOCUS_DOWN], 3);
    arena_deinit(&arena);
}

static void arrows_that_a_spot_takes_lead_nowhere(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    FocusSpot spots[] = {
        {{0, 0, 100, 50}, true, false}, {{200, 0, 100, 50}, false, false}, {{0, 100, 100, 50}, false, false}};
    const FocusLinks *links = focus_links(spots, 3, &arena);
    assert_int_equal(links[0].to[FOCUS_RIGHT], 0);
    assert_int_equal(links[0].to[FOCUS_LEFT], 0);
    expect_all_reach_all(spots, 3, 0);
    arena_deinit(&arena);
}

static void the_nearest_spot_is_by_the_middle(void **state)
{
    (void)state;
    FocusSpot spots[] = {{.rect = {0, 0, 10, 10}}, {.rect = {90, 0, 20, 10}}, {.rect = {200, 0, 10, 10}}};
    assert_int_equal(focus_nearest(spots, 3, (Rect){80, 0, 10, 10}), 1);
    assert_int_equal(focus_nearest(spots, 0, (Rect){80, 0, 10, 10}), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(from_every_spot_of_any_layout_every_other_is_reached),
        cmocka_unit_test(spots_on_one_place_are_all_reached),
        cmocka_unit_test(in_a_grid_arrows_go_to_the_neighbour_and_wrap),
        cmocka_unit_test(with_a_gap_in_the_grid_the_arrow_goes_over_it),
        cmocka_unit_test(between_two_panes_the_arrow_goes_to_the_row_beside),
        cmocka_unit_test(a_wide_one_above_is_not_beside),
        cmocka_unit_test(arrows_that_a_spot_takes_lead_nowhere),
        cmocka_unit_test(the_nearest_spot_is_by_the_middle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
