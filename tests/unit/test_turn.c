/* Turned pictures: where they land, what they leave alone, and that edges are smooth. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "platform/turn.h"

enum { SIDE = 40, SIZE = 10 };

#define BLACK 0xFF000000u
#define RED   0xFFFF0000u
#define GREEN 0xFF00FF00u

typedef struct {
    uint32_t screen_pixels[SIDE * SIDE], pixels[SIZE * SIZE];
    Picture screen, picture;
} Scene;

/* The upper half red, the lower one green, in the middle of a black screen. */
static Scene *scene(void)
{
    static Scene s;
    for (int i = 0; i < SIDE * SIDE; i++) s.screen_pixels[i] = BLACK;
    for (int i = 0; i < SIZE * SIZE; i++) s.pixels[i] = i < SIZE * SIZE / 2 ? RED : GREEN;
    s.screen = (Picture){s.screen_pixels, SIDE, SIDE, SIDE};
    s.picture = (Picture){s.pixels, SIZE, SIZE, SIZE};
    return &s;
}

static const Box whole = {0, 0, SIDE, SIDE};

static Turn turned(float angle_deg)
{
    return (Turn){{15, 15, SIZE, SIZE}, {SIZE / 2.0f, SIZE / 2.0f}, angle_deg, 255};
}

static uint32_t at(const Scene *s, int x, int y)
{
    return s->screen_pixels[y * SIDE + x];
}

static void a_full_turn_changes_nothing(void **state)
{
    (void)state;
    Scene *s = scene();
    Turn turn = turned(360);
    turn_blend(s->screen, whole, s->picture, &turn);
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++) {
            bool is_inside = x > 15 && x < 24 && y > 15 && y < 24;
            if (is_inside) assert_int_equal(at(s, x, y), y < 20 ? RED : GREEN);
            if (x < 14 || x > 25 || y < 14 || y > 25) assert_int_equal(at(s, x, y), BLACK);
        }
}

static void a_quarter_turn_goes_clockwise(void **state)
{
    (void)state;
    Scene *s = scene();
    Turn turn = turned(90);
    turn_blend(s->screen, whole, s->picture, &turn);
    assert_int_equal(at(s, 23, 20), RED);
    assert_int_equal(at(s, 16, 20), GREEN);
}

static void nothing_outside_of_the_part_is_changed(void **state)
{
    (void)state;
    Scene *s = scene();
    Turn turn = turned(30);
    turn_blend(s->screen, (Box){18, 18, 3, 3}, s->picture, &turn);
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++)
            if (x < 18 || x > 20 || y < 18 || y > 20) assert_int_equal(at(s, x, y), BLACK);
    assert_int_not_equal(at(s, 19, 19), BLACK);
}

static void what_lies_off_the_screen_is_cut(void **state)
{
    (void)state;
    Scene *s = scene();
    Turn turn = turned(45);
    turn.place.x = turn.place.y = -5;
    turn_blend(s->screen, (Box){-100, -100, 1000, 1000}, s->picture, &turn);
    assert_int_not_equal(at(s, 0, 1), BLACK);
    turn.place = (Box){0, 0, 0, 0};
    turn_blend(s->screen, whole, s->picture, &turn);
}

static void edges_are_smooth_and_keep_their_colour(void **state)
{
    (void)state;
    Scene *s = scene();
    for (int i = 0; i < SIZE * SIZE; i++) s->pixels[i] = RED;
    Turn turn = turned(20);
    turn_blend(s->screen, whole, s->picture, &turn);
    int between = 0;
    for (int i = 0; i < SIDE * SIDE; i++) {
        assert_int_equal(s->screen_pixels[i] & 0x0000FFFFu, 0);
        uint32_t red = s->screen_pixels[i] >> 16 & 0xFF;
        if (red > 0 && red < 255) between++;
    }
    assert_true(between > 20);
}

static void a_faded_one_lets_through_what_is_under_it(void **state)
{
    (void)state;
    Scene *s = scene();
    Turn turn = turned(10);
    turn.alpha = 128;
    turn_blend(s->screen, whole, s->picture, &turn);
    assert_int_equal(at(s, 20, 17), 0xFF800000u);
}

static void it_is_scaled_to_its_place(void **state)
{
    (void)state;
    Scene *s = scene();
    Turn turn = {{5, 5, 30, 30}, {15, 15}, 180, 255};
    turn_blend(s->screen, whole, s->picture, &turn);
    assert_int_equal(at(s, 20, 8), GREEN);
    assert_int_equal(at(s, 20, 31), RED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_full_turn_changes_nothing),
        cmocka_unit_test(a_quarter_turn_goes_clockwise),
        cmocka_unit_test(nothing_outside_of_the_part_is_changed),
        cmocka_unit_test(what_lies_off_the_screen_is_cut),
        cmocka_unit_test(edges_are_smooth_and_keep_their_colour),
        cmocka_unit_test(a_faded_one_lets_through_what_is_under_it),
        cmocka_unit_test(it_is_scaled_to_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
