#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/rng.h"
#include "platform/damage.h"

enum { WIDTH = 1280, HEIGHT = 720, MAX_ITEMS = 32 };

static const Color WHITE = {255, 255, 255, 255};

/* Frames of shapes alone need no fonts. */
static Frame make(const DrawList *list, Arena *arena)
{
    FrameSource source = {list, 1, {0, 0, WIDTH, HEIGHT}, NULL, NULL};
    return frame_make(&source, arena);
}

typedef struct {
    Arena arena;
    DrawList before, now;
} Pair;

static int pair_open(void **state)
{
    static Pair pair;
    arena_init(&pair.arena, 0);
    draw_begin(&pair.before, &pair.arena);
    draw_begin(&pair.now, &pair.arena);
    *state = &pair;
    return 0;
}

static int pair_close(void **state)
{
    arena_deinit(&((Pair *)*state)->arena);
    return 0;
}

static Damage compare(Pair *pair)
{
    Frame before = make(&pair->before, &pair->arena), now = make(&pair->now, &pair->arena);
    return damage_between(&before, &now);
}

static void tile(DrawList *list, float x, float y)
{
    draw_rect(list, (Rect){x, y, 100, 50}, 8, WHITE);
}

static void equal_frames_have_no_damage(void **state)
{
    Pair *pair = *state;
    for (int i = 0; i < 5; i++) {
        tile(&pair->before, (float)i * 120, 10);
        tile(&pair->now, (float)i * 120, 10);
    }
    assert_int_equal(compare(pair).count, 0);
}

static void what_moved_is_damaged_where_it_was_and_where_it_is(void **state)
{
    Pair *pair = *state;
    tile(&pair->before, 0, 0);
    tile(&pair->before, 200, 0);
    tile(&pair->now, 0, 0);
    tile(&pair->now, 600, 300);
    Damage damage = compare(pair);
    assert_int_equal(damage.count, 2);
    assert_int_equal(damage_area(&damage), 2 * 100 * 50);
}

static void something_new_in_front_leaves_the_rest_alone(void **state)
{
    Pair *pair = *state;
    for (int i = 0; i < 9; i++) tile(&pair->before, (float)i * 120, 10);
    draw_rect(&pair->now, (Rect){1000, 600, 10, 10}, 3, WHITE);
    for (int i = 0; i < 9; i++) tile(&pair->now, (float)i * 120, 10);
    Damage damage = compare(pair);
    assert_int_equal(damage.count, 1);
    assert_int_equal(damage_area(&damage), 100);
}

static void another_order_is_damage(void **state)
{
    Pair *pair = *state;
    draw_rect(&pair->before, (Rect){0, 0, 100, 50}, 8, WHITE);
    draw_rect(&pair->before, (Rect){50, 0, 100, 50}, 9, WHITE);
    draw_rect(&pair->now, (Rect){50, 0, 100, 50}, 9, WHITE);
    draw_rect(&pair->now, (Rect){0, 0, 100, 50}, 8, WHITE);
    Damage damage = compare(pair);
    assert_true(damage.count > 0);
    assert_true(box_holds(damage.boxes[0], (Box){50, 0, 50, 50}));
}

static void a_move_of_less_than_half_a_pixel_is_no_damage(void **state)
{
    Pair *pair = *state;
    tile(&pair->before, 100, 100);
    tile(&pair->now, 100.4f, 99.6f);
    assert_int_equal(compare(pair).count, 0);
}

static void a_layer_differs_by_what_it_holds_and_how_it_stands(void **state)
{
    Pair *pair = *state;
    DrawLayer layer = draw_layer_identity((Rect){0, 0, 300, 200});
    draw_layer(&pair->before, layer);
    tile(&pair->before, 10, 10);
    draw_layer_end(&pair->before);
    layer.alpha = 0.5f;
    draw_layer(&pair->now, layer);
    tile(&pair->now, 10, 10);
    draw_layer_end(&pair->now);
    Damage faded = compare(pair);
    assert_int_equal(damage_area(&faded), 100 * 50); /* of the tile: nothing else is painted in it */
    Frame before = make(&pair->before, &pair->arena), now = make(&pair->now, &pair->arena);
    assert_true(before.items[0].content == now.items[0].content);
}

static void equal_things_share_a_picture_wherever_they_stand(void **state)
{
    Pair *pair = *state;
    tile(&pair->now, 100, 100);
    tile(&pair->now, 377.25f, 41);
    Frame now = make(&pair->now, &pair->arena);
    assert_true(now.items[0].content == now.items[1].content);
    assert_true(now.items[0].signature != now.items[1].signature);
}

static void what_is_outside_the_clip_or_the_screen_is_left_out(void **state)
{
    Pair *pair = *state;
    draw_clip(&pair->now, (Rect){0, 0, 50, 50});
    tile(&pair->now, 100, 100);
    tile(&pair->now, 0, 0);
    draw_clip_end(&pair->now);
    tile(&pair->now, 2000, 0);
    Frame now = make(&pair->now, &pair->arena);
    assert_int_equal(now.count, 1);
    assert_int_equal(now.items[0].touches.w, 50);
}

static bool is_held(const Damage *damage, int x, int y)
{
    for (int i = 0; i < damage->count; i++)
        if (box_holds(damage->boxes[i], (Box){x, y, 1, 1})) return true;
    return false;
}

static void many_boxes_become_few_that_hold_them_all(void **state)
{
    (void)state;
    Rng rng;
    rng_seed(&rng, 7);
    for (int round = 0; round < 500; round++) {
        Box boxes[MAX_ITEMS];
        Damage damage = {.count = 0};
        for (int i = 0; i < MAX_ITEMS; i++) {
            boxes[i] = (Box){(int)rng_below(&rng, 1200), (int)rng_below(&rng, 700), (int)rng_below(&rng, 80),
                             (int)rng_below(&rng, 80)};
            damage_add(&damage, boxes[i]);
            assert_in_range(damage.count, 0, DAMAGE_MAX_BOXES);
        }
        for (int i = 0; i < MAX_ITEMS; i++) {
            Box b = boxes[i];
            if (box_is_empty(b)) continue;
            assert_true(is_held(&damage, b.x, b.y));
            assert_true(is_held(&damage, b.x + b.w - 1, b.y + b.h - 1));
            assert_true(is_held(&damage, b.x + b.w / 2, b.y + b.h / 2));
        }
    }
}

static void a_scaled_picture_is_redrawn_whole_or_not_at_all(void **state)
{
    Pair *pair = *state;
    DrawLayer layer = draw_layer_identity((Rect){100, 100, 200, 100});
    layer.scale_x = layer.scale_y = 1.1f;
    draw_layer(&pair->now, layer);
    tile(&pair->now, 110, 110);
    draw_layer_end(&pair->now);
    Frame now = make(&pair->now, &pair->arena);
    Damage damage = {{{90, 120, 20, 5}, {500, 500, 5, 5}, {200, 150, 3, 3}}, 3};
    damage_widen(&damage, &now);
    assert_int_equal(damage.count, 2);
    assert_true(box_holds(damage.boxes[damage.count - 1], now.items[0].touches));
    Damage apart = {{{500, 500, 5, 5}}, 1};
    damage_widen(&apart, &now);
    assert_int_equal(damage_area(&apart), 25);
}

#define PAIR_TEST(name) cmocka_unit_test_setup_teardown(name, pair_open, pair_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PAIR_TEST(equal_frames_have_no_damage),
        PAIR_TEST(what_moved_is_damaged_where_it_was_and_where_it_is),
        PAIR_TEST(something_new_in_front_leaves_the_rest_alone),
        PAIR_TEST(another_order_is_damage),
        PAIR_TEST(a_move_of_less_than_half_a_pixel_is_no_damage),
        PAIR_TEST(a_layer_differs_by_what_it_holds_and_how_it_stands),
        PAIR_TEST(equal_things_share_a_picture_wherever_they_stand),
        PAIR_TEST(what_is_outside_the_clip_or_the_screen_is_left_out),
        PAIR_TEST(a_scaled_picture_is_redrawn_whole_or_not_at_all),
        cmocka_unit_test(many_boxes_become_few_that_hold_them_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
