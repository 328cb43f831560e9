/* Redrawing only what differs must leave the same pixels as drawing all: random frames are shown one after
   the other on one canvas, and each alone on a fresh one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/rng.h"
#include "platform/presenter.h"

enum { WIDTH = 480, HEIGHT = 300, ROUNDS = 60 };

typedef struct {
    Fonts *fonts;
    Canvas canvas;
    Presenter *presenter;
    Arena arena;
} Show;

static void show_open(Show *show, Fonts *fonts)
{
    Err err = {.is_set = false};
    *show = (Show){.fonts = fonts};
    arena_init(&show->arena, 0);
    assert_true(canvas_open_offscreen(&show->canvas, WIDTH, HEIGHT, &err));
    show->presenter = presenter_open(&show->canvas, fonts);
}

static void show_close(Show *show)
{
    presenter_close(show->presenter);
    canvas_close(&show->canvas);
    arena_deinit(&show->arena);
}

static Picture read_back(Show *show)
{
    Err err = {.is_set = false};
    Picture picture;
    assert_true(presenter_read(show->presenter, &show->arena, &picture, &err));
    return picture;
}

static void assert_same_pixels(Picture a, Picture b)
{
    assert_int_equal(a.width, b.width);
    for (int y = 0; y < a.height; y++)
        assert_memory_equal(picture_row(a, y), picture_row(b, y), (size_t)a.width * sizeof(uint32_t));
}

static float below(Rng *rng, uint64_t n)
{
    return (float)rng_below(rng, n);
}

static Color random_color(Rng *rng)
{
    uint64_t bits = rng_next(rng);
    uint8_t alpha = bits & 1 ? 255 : (uint8_t)(bits >> 32);
    return (Color){(uint8_t)(bits >> 8), (uint8_t)(bits >> 16), (uint8_t)(bits >> 24), alpha};
}

static void random_primitive(DrawList *list, Rng *rng, Vec at)
{
    Vec points[] = {at, {at.x + 30, at.y + below(rng, 40)}, {at.x, at.y + 25}};
    switch (rng_below(rng, 5)) {
    case 0:
        draw_shape(list, (DrawShape){.rect = {at.x, at.y, 20 + below(rng, 60), 20 + below(rng, 30)},
                                     .radius = below(rng, 12),
                                     .fill_top = random_color(rng),
                                     .fill_bottom = random_color(rng),
                                     .border = below(rng, 3),
                                     .border_color = random_color(rng),
                                     .shadow_blur = below(rng, 2) * 10,
                                     .shadow_color = random_color(rng)});
        break;
    case 1:
        draw_arc(list, (DrawArc){at, 5 + below(rng, 20), 3, below(rng, 360), below(rng, 360), true,
                                 random_color(rng)});
        break;
    case 2: draw_line(list, points, 3, 3, random_color(rng)); break;
    case 3: draw_polygon(list, points, 3, random_color(rng)); break;
    default:
        draw_text(list, (DrawText){.at = at,
                                   .text = STR("Match"),
                                   .face = (int)rng_below(rng, 3),
                                   .size = 18,
                                   .color = random_color(rng),
                                   .width = 60});
    }
}

static void random_layer(DrawList *list, Rng *rng, Vec at)
{
    DrawLayer layer = draw_layer_identity((Rect){at.x, at.y, 90, 60});
    layer.dx = below(rng, 5);
    if (rng_below(rng, 2)) layer.alpha = below(rng, 10) / 10;
    if (rng_below(rng, 4) == 0) layer.scale_x = layer.scale_y = 0.5f + below(rng, 10) / 10;
    if (rng_below(rng, 6) == 0) layer.angle_deg = below(rng, 90);
    draw_layer(list, layer);
    for (int i = 0; i < 3; i++)
        random_primitive(list, rng, (Vec){at.x + 5 + below(rng, 30), at.y + 5 + below(rng, 30)});
    draw_layer_end(list);
}

/* Most of a frame is what it was before: the seed of each thing changes now and then. */
static void random_frame(DrawList *list, Rng *changes, uint64_t seeds[12])
{
    draw_rect(list, (Rect){0, 0, 2000, 2000}, 0, (Color){16, 19, 28, 255});
    for (int i = 0; i < 12; i++) {
        if (rng_below(changes, 5) == 0) seeds[i] = rng_next(changes) | 1;
        if (seeds[i] % 7 == 0) continue; /* not there this time */
        Rng rng;
        rng_seed(&rng, seeds[i]);
        bool is_clipped = rng_below(&rng, 6) == 0;
        Vec at = {below(&rng, 400), below(&rng, 260)};
        if (is_clipped) draw_clip(list, (Rect){at.x, at.y, 40, 40});
        if (rng_below(&rng, 2))
            random_layer(list, &rng, at);
        else
            random_primitive(list, &rng, at);
        if (is_clipped) draw_clip_end(list);
    }
}

static Fonts *open_fonts(void)
{
    Err err = {.is_set = false};
    Fonts *fonts = fonts_open("assets/fonts.json", &err);
    if (!fonts) print_error("%s\n", err.text);
    assert_non_null(fonts);
    return fonts;
}

static void redrawing_the_damage_is_as_good_as_drawing_all_at(float scale, uint64_t seed)
{
    Fonts *fonts = open_fonts();
    Show stepwise;
    show_open(&stepwise, fonts);
    Rng changes;
    rng_seed(&changes, seed);
    uint64_t seeds[12] = {0};
    for (int i = 0; i < ROUNDS; i++) {
        Show fresh;
        DrawList list = {0};
        show_open(&fresh, fonts);
        arena_reset(&stepwise.arena);
        draw_begin(&list, &fresh.arena);
        random_frame(&list, &changes, seeds);
        presenter_show(stepwise.presenter, &list, scale);
        presenter_show(fresh.presenter, &list, scale);
        assert_same_pixels(read_back(&stepwise), read_back(&fresh));
        show_close(&fresh);
    }
    PresentCounters counters = presenter_counters(stepwise.presenter);
    assert_true(counters.pixels_damaged < (int64_t)WIDTH * HEIGHT * ROUNDS * 9 / 10);
    show_close(&stepwise);
    fonts_close(fonts);
}

static void redrawing_the_damage_is_as_good_as_drawing_all(void **state)
{
    (void)state;
    redrawing_the_damage_is_as_good_as_drawing_all_at(1, 1);
    redrawing_the_damage_is_as_good_as_drawing_all_at(0.625f, 2);
    redrawing_the_damage_is_as_good_as_drawing_all_at(1.25f, 3);
}

static void a_frame_like_the_one_before_is_not_shown(void **state)
{
    (void)state;
    Fonts *fonts = open_fonts();
    Show show;
    show_open(&show, fonts);
    for (int i = 0; i < 10; i++) {
        DrawList list = {0};
        Rng changes;
        uint64_t seeds[12] = {0};
        arena_reset(&show.arena);
        rng_seed(&changes, 5);
        draw_begin(&list, &show.arena);
        random_frame(&list, &changes, seeds);
        presenter_show(show.presenter, &list, 1);
    }
    PresentCounters counters = presenter_counters(show.presenter);
    assert_int_equal(counters.frames_asked, 10);
    assert_int_equal(counters.frames_shown, 1);
    show_close(&show);
    fonts_close(fonts);
}

static void a_picture_is_painted_once_for_all_its_places_and_fades(void **state)
{
    (void)state;
    Fonts *fonts = open_fonts();
    Show show;
    show_open(&show, fonts);
    for (int i = 0; i < 20; i++) {
        DrawList list = {0};
        arena_reset(&show.arena);
        draw_begin(&list, &show.arena);
        for (int k = 0; k < 4; k++) {
            DrawLayer layer = draw_layer_identity((Rect){(float)k * 100, 20, 80, 60});
            layer.dy = (float)i;
            layer.alpha = (float)(i + 1) / 20;
            draw_layer(&list, layer);
            draw_rect(&list, (Rect){(float)k * 100 + 10, 30, 60, 40}, 9, (Color){99, 99, 99, 255});
            draw_layer_end(&list);
        }
        presenter_show(show.presenter, &list, 1);
    }
    assert_int_equal(presenter_counters(show.presenter).layers_painted, 1);
    assert_int_equal(presenter_counters(show.presenter).frames_shown, 20);
    show_close(&show);
    fonts_close(fonts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(redrawing_the_damage_is_as_good_as_drawing_all),
        cmocka_unit_test(a_frame_like_the_one_before_is_not_shown),
        cmocka_unit_test(a_picture_is_painted_once_for_all_its_places_and_fades),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
