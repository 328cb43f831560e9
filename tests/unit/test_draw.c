#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "ui/draw.h"

static const Color RED = {200, 0, 0, 200};

static void what_is_added_is_moved_and_faded_with_the_list(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    DrawList list = {0};
    draw_begin(&list, &arena);
    list.dx = 5;
    list.dy = -3;
    list.alpha = 0.5f;
    draw_rect(&list, (Rect){10, 20, 30, 40}, 4, RED);
    Vec points[] = {{0, 0}, {1, 1}};
    draw_line(&list, points, 2, 2, RED);
    points[0].x = 99; /* a copy was taken */
    draw_clip(&list, (Rect){0, 0, 10, 10});
    assert_float_equal(list.commands[0].as.shape.rect.x, 15, 0);
    assert_float_equal(list.commands[0].as.shape.rect.y, 17, 0);
    assert_int_equal(list.commands[0].as.shape.fill_top.a, 100);
    assert_float_equal(list.commands[1].as.line.points[0].x, 5, 0);
    assert_int_equal(list.commands[1].as.line.color.a, 100);
    assert_float_equal(list.commands[2].as.clip.x, 5, 0);
    arena_deinit(&arena);
}

static void a_layer_is_moved_as_a_whole_its_content_stays(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    DrawList list = {0};
    draw_begin(&list, &arena);
    list.dy = 12;
    list.alpha = 0.25f;
    DrawLayer layer = draw_layer_identity((Rect){0, 0, 100, 100});
    layer.alpha = 0.5f;
    layer.dy = 1;
    draw_layer(&list, layer);
    draw_rect(&list, (Rect){10, 20, 30, 40}, 4, RED);
    draw_text(&list, (DrawText){.at = {1, 2}, .text = STR("hello"), .color = RED});
    draw_layer_end(&list);
    assert_float_equal(list.commands[0].as.layer.dy, 13, 0);
    assert_float_equal(list.commands[0].as.layer.alpha, 0.125, 0);
    assert_float_equal(list.commands[1].as.shape.rect.y, 20, 0);
    assert_int_equal(list.commands[1].as.shape.fill_top.a, 200);
    assert_float_equal(list.commands[2].as.text.at.y, 2, 0);
    assert_false(list.in_layer);
    arena_deinit(&arena);
}

static void the_list_grows_and_equal_frames_have_equal_bytes(void **state)
{
    (void)state;
    Arena arenas[2];
    DrawList lists[2] = {{0}, {0}};
    for (int f = 0; f < 2; f++) {
        arena_init(&arenas[f], 0);
        draw_begin(&lists[f], &arenas[f]);
        for (int i = 0; i < 1000; i++) {
            draw_rect(&lists[f], (Rect){(float)i, 0, 1, 1}, 0, RED);
            draw_arc(&lists[f], (DrawArc){.radius = (float)i, .has_round_ends = i % 2, .color = RED});
            draw_layer(&lists[f], draw_layer_identity((Rect){0, 0, 1, (float)i}));
            draw_layer_end(&lists[f]);
        }
    }
    assert_int_equal(lists[0].count, 4000);
    assert_float_equal(lists[0].commands[3996].as.shape.rect.x, 999, 0);
    assert_memory_equal(lists[0].commands, lists[1].commands, 4000 * sizeof *lists[0].commands);
    int capacity = lists[0].capacity;
    draw_begin(&lists[0], &arenas[0]);
    assert_int_equal(lists[0].capacity, capacity); /* the next frame starts as large */
    arena_deinit(&arenas[0]);
    arena_deinit(&arenas[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_added_is_moved_and_faded_with_the_list),
        cmocka_unit_test(a_layer_is_moved_as_a_whole_its_content_stays),
        cmocka_unit_test(the_list_grows_and_equal_frames_have_equal_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
