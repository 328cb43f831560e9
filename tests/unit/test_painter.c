/* What the painter covers is measured: the sum of alpha over a picture is the area that was painted. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "base/rng.h"
#include "platform/painter.h"

enum { SIZE = 128, GUARD = 16, STRIDE = SIZE + 2 * GUARD };

static const float PI = 3.14159265f;
static const uint32_t UNTOUCHED = 0x12345678;

/* A picture inside a larger one, whose rim must stay as it was. */
typedef struct {
    uint32_t all[STRIDE * STRIDE];
    Picture picture;
    Arena scratch;
} Sheet;

static void sheet_clear(Sheet *sheet)
{
    for (int i = 0; i < STRIDE * STRIDE; i++) sheet->all[i] = UNTOUCHED;
    sheet->picture = (Picture){sheet->all + GUARD * STRIDE + GUARD, SIZE, SIZE, STRIDE};
    picture_clear(sheet->picture);
}

static int sheet_open(void **state)
{
    static Sheet sheet;
    sheet_clear(&sheet);
    arena_init(&sheet.scratch, 0);
    *state = &sheet;
    return 0;
}

static int sheet_close(void **state)
{
    arena_deinit(&((Sheet *)*state)->scratch);
    return 0;
}

static uint32_t pixel(const Sheet *sheet, int x, int y)
{
    return picture_row(sheet->picture, y)[x];
}

static float painted_area(const Sheet *sheet)
{
    double sum = 0;
    for (int y = 0; y < SIZE; y++)
        for (int x = 0; x < SIZE; x++) sum += (pixel(sheet, x, y) >> 24) / 255.0;
    return (float)sum;
}

static void assert_symmetric(const Sheet *sheet)
{
    for (int y = 0; y < SIZE; y++) {
        for (int x = 0; x < SIZE; x++) {
            assert_int_equal(pixel(sheet, x, y), pixel(sheet, SIZE - 1 - x, y));
            assert_int_equal(pixel(sheet, x, y), pixel(sheet, x, SIZE - 1 - y));
        }
    }
}

static DrawShape plain(Rect rect, float radius, Color color)
{
    return (DrawShape){.rect = rect, .radius = radius, .fill_top = color, .fill_bottom = color};
}

static const Color RED = {200, 40, 20, 255};

static void a_rectangle_on_whole_pixels_fills_these_and_no_others(void **state)
{
    Sheet *sheet = *state;
    DrawShape shape = plain((Rect){10, 20, 30, 7}, 0, RED);
    painter_shape(sheet->picture, &shape, &sheet->scratch);
    for (int y = 0; y < SIZE; y++)
        for (int x = 0; x < SIZE; x++) {
            bool is_inside = x >= 10 && x < 40 && y >= 20 && y < 27;
            assert_int_equal(pixel(sheet, x, y), is_inside ? picture_pack(RED) : 0);
        }
}

static void a_circle_covers_its_area_and_is_symmetric(void **state)
{
    Sheet *sheet = *state;
    DrawShape shape = plain((Rect){14, 14, 100, 100}, 50, RED);
    painter_shape(sheet->picture, &shape, &sheet->scratch);
    assert_float_equal(painted_area(sheet), PI * 50 * 50, 5);
    assert_symmetric(sheet);
}

static void a_border_takes_its_width_off_the_fill(void **state)
{
    Sheet *sheet = *state;
    DrawShape shape = plain((Rect){14, 14, 100, 100}, 16, RED);
    shape.border = 2;
    shape.border_color = (Color){0, 255, 0, 255};
    painter_shape(sheet->picture, &shape, &sheet->scratch);
    assert_symmetric(sheet);
    assert_int_equal(pixel(sheet, 64, 13), 0);
    assert_int_equal(pixel(sheet, 64, 14), 0xFF00FF00);
    assert_int_equal(pixel(sheet, 64, 15), 0xFF00FF00);
    assert_int_equal(pixel(sheet, 64, 16), picture_pack(RED));
    assert_float_equal(painted_area(sheet), 100 * 100 - (4 - PI) * 16 * 16, 5);
}

static void a_border_without_fill_is_a_ring(void **state)
{
    Sheet *sheet = *state;
    DrawShape shape = {.rect = {14, 14, 100, 100}, .radius = 50, .border = 3, .border_color = RED};
    painter_shape(sheet->picture, &shape, &sheet->scratch);
    assert_float_equal(painted_area(sheet), PI * (50 * 50 - 47 * 47), 8);
    assert_int_equal(pixel(sheet, 64, 64), 0);
}

static void an_edge_shows_below_the_shape_alone(void **state)
{
    Sheet *sheet = *state;
    DrawShape shape = plain((Rect){20, 20, 80, 60}, 16, RED);
    shape.edge = 4;
    shape.edge_color = (Color){0, 0, 255, 255};
    painter_shape(sheet->picture, &shape, &sheet->scratch);
    assert_int_equal(pixel(sheet, 60, 79), picture_pack(RED));
    assert_int_equal(pixel(sheet, 60, 80), 0xFF0000FF);
    assert_int_equal(pixel(sheet, 60, 83), 0xFF0000FF);
    assert_int_equal(pixel(sheet, 60, 84), 0);
    assert_int_equal(pixel(sheet, 60, 19), 0);
    assert_float_equal(painted_area(sheet), 80 * 64 - (4 - PI) * 16 * 16, 6);
}

static void an_edge_does_not_shine_through_a_translucent_shape(void **state)
{
    Sheet *sheet = *state;
    DrawShape shape = plain((Rect){20, 20, 80, 60}, 16, (Color){255, 255, 255, 100});
    shape.edge = 4;
    shape.edge_color = (Color){0, 0, 255, 255};
    shape.shadow_blur = 12;
    shape.shadow_y = 4;
    shape.shadow_color = (Color){0, 0, 0, 200};
    painter_shape(sheet->picture, &shape, &sheet->scratch);
    assert_int_equal(pixel(sheet, 60, 50), 0x64FFFFFF);
    assert_int_equal(pixel(sheet, 60, 82), 0xFF0000FF);
}

/* Eight rows of a gradient have the mean that they should have, and no pixel is off by more than a step. */
static void a_gradient_is_dithered_around_its_true_value(void **state)
{
    Sheet *sheet = *state;
    DrawShape shape = plain((Rect){0, 0, SIZE, SIZE}, 0, (Color){16, 19, 28, 255});
    shape.fill_bottom = (Color){23, 27, 41, 255};
    painter_shape(sheet->picture, &shape, &sheet->scratch);
    for (int block = 0; block < SIZE; block += 8) {
        double off = 0;
        for (int i = 0; i < 8 * SIZE; i++) {
            int y = block + i / SIZE;
            double wanted = 28 + (41.0 - 28) * (y + 0.5) / SIZE;
            double difference = (pixel(sheet, i % SIZE, y) & 0xFF) - wanted;
            assert_true(fabs(difference) < 1.01);
            off += difference;
        }
        assert_true(fabs(off / (8 * SIZE)) < 0.05);
    }
}

/* Held against the disc's convolution, summed pixel by pixel. */
static void a_glow_is_a_gaussian_of_half_its_blur(void **state)
{
    Sheet *sheet = *state;
    DrawShape shape = {.rect = {52, 52, 24, 24}, .radius = 12};
    shape.glow_blur = 20;
    shape.glow_color = (Color){255, 255, 255, 255};
    painter_shape(sheet->picture, &shape, &sheet->scratch);
    assert_symmetric(sheet);
    int compared = 0;
    for (int y = 0; y < SIZE; y++)
        for (int x = 0; x < SIZE; x++) {
            double share = 0;
            for (int v = -12; v < 12; v++)
                for (int u = -12; u < 12; u++) {
                    double dx = x - 63.5 - (u + 0.5), dy = y - 63.5 - (v + 0.5);
                    bool is_disc = (u + 0.5) * (u + 0.5) + (v + 0.5) * (v + 0.5) <= 144;
                    if (is_disc) share += exp(-(dx * dx + dy * dy) / 200) / (200 * (double)PI);
                }
            if (hypot(x - 63.5, y - 63.5) <= 13) continue; /* behind the shape nothing is painted */
            assert_true(fabs((pixel(sheet, x, y) >> 24) / 255.0 - share) < 0.012);
            compared++;
        }
    assert_true(compared > 10000);
}

static void arcs_cover_their_share_of_the_ring(void **state)
{
    Sheet *sheet = *state;
    DrawArc arc = {.center = {64, 64}, .radius = 40, .width = 8, .sweep_deg = 360, .color = RED};
    painter_arc(sheet->picture, &arc);
    assert_float_equal(painted_area(sheet), 2 * PI * 40 * 8, 6);
    assert_symmetric(sheet);
    sheet_clear(sheet);
    arc.from_deg = 30;
    arc.sweep_deg = 90;
    painter_arc(sheet->picture, &arc);
    assert_float_equal(painted_area(sheet), 2 * PI * 40 * 8 / 4, 4);
    sheet_clear(sheet);
    arc.has_round_ends = true;
    painter_arc(sheet->picture, &arc);
    assert_float_equal(painted_area(sheet), 2 * PI * 40 * 8 / 4 + PI * 4 * 4, 4);
    sheet_clear(sheet);
    arc.sweep_deg = 270;
    painter_arc(sheet->picture, &arc);
    assert_float_equal(painted_area(sheet), 2 * PI * 40 * 8 * 3 / 4 + PI * 4 * 4, 6);
}

static void an_arc_starts_at_the_top_and_goes_clockwise(void **state)
{
    Sheet *sheet = *state;
    DrawArc arc = {.center = {64, 64}, .radius = 40, .width = 8, .sweep_deg = 90, .color = RED};
    painter_arc(sheet->picture, &arc);
    assert_int_equal(pixel(sheet, 64 + 28, 64 - 28), picture_pack(RED));
    assert_int_equal(pixel(sheet, 64 - 28, 64 - 28), 0);
    assert_int_equal(pixel(sheet, 64 + 28, 64 + 28), 0);
    assert_int_equal(pixel(sheet, 60, 24), 0);
}

static void a_line_has_round_ends_and_one_thickness_at_its_joins(void **state)
{
    Sheet *sheet = *state;
    Vec points[] = {{20, 60}, {100, 60}, {20, 60}};
    DrawLine line = {points, 3, 6, {255, 255, 255, 128}};
    painter_line(sheet->picture, &line, &sheet->scratch);
    assert_float_equal(painted_area(sheet) * 255 / 128, 80 * 6 + PI * 3 * 3, 3);
    assert_int_equal(pixel(sheet, 60, 60) >> 24, 128);
}

static void a_polygon_covers_its_area_and_is_even_odd(void **state)
{
    Sheet *sheet = *state;
    Vec triangle[] = {{10, 10}, {110, 20}, {40, 100}};
    DrawPolygon polygon = {triangle, 3, RED};
    painter_polygon(sheet->picture, &polygon, &sheet->scratch);
    assert_float_equal(painted_area(sheet), 0.5 * (100 * 90 - 30 * 10), 3);
    sheet_clear(sheet);
    Vec star[5];
    for (int i = 0; i < 5; i++) {
        float turn = (float)i * 4 * PI / 5;
        star[i] = (Vec){64 + 50 * sinf(turn), 64 - 50 * cosf(turn)};
    }
    painter_polygon(sheet->picture, &(DrawPolygon){star, 5, RED}, &sheet->scratch);
    assert_int_equal(pixel(sheet, 64, 64), 0);
    assert_int_equal(pixel(sheet, 64, 25), picture_pack(RED));
}

static void paint_everything_at(Sheet *sheet, float x, float y)
{
    Vec points[] = {{x - 90, y - 70}, {x + 80, y}, {x, y + 95}};
    DrawShape shape = plain((Rect){x - 50, y - 40, 100, 80}, 20, (Color){9, 8, 7, 130});
    shape.border = 2;
    shape.border_color = RED;
    shape.edge = 6;
    shape.edge_color = RED;
    shape.shadow_blur = 30;
    shape.shadow_y = 9;
    shape.shadow_color = RED;
    shape.glow_blur = 22;
    shape.glow_color = RED;
    painter_shape(sheet->picture, &shape, &sheet->scratch);
    painter_arc(sheet->picture, &(DrawArc){{x, y}, 60, 9, 20, 300, true, RED});
    painter_line(sheet->picture, &(DrawLine){points, 3, 7, RED}, &sheet->scratch);
    painter_polygon(sheet->picture, &(DrawPolygon){points, 3, RED}, &sheet->scratch);
    picture_blend(sheet->picture, (int)x - 64, (int)y - 64, sheet->picture);
}

static void nothing_is_written_outside_the_picture(void **state)
{
    Sheet *sheet = *state;
    for (float y = -60; y < 200; y += 37)
        for (float x = -60; x < 200; x += 37) paint_everything_at(sheet, x + 0.3f, y + 0.6f);
    for (int y = 0; y < STRIDE; y++)
        for (int x = 0; x < STRIDE; x++) {
            bool is_inside = x >= GUARD && x < GUARD + SIZE && y >= GUARD && y < GUARD + SIZE;
            if (!is_inside) assert_int_equal(sheet->all[y * STRIDE + x], UNTOUCHED);
        }
}

static void rings_larger_than_the_picture_stay_inside_it(void **state)
{
    Sheet *sheet = *state;
    Color color = {255, 255, 255, 255};
    for (float x = -300; x < 500; x += 61)
        for (float y = -300; y < 500; y += 61)
            painter_arc(sheet->picture, &(DrawArc){{x, y}, 250, 9, 0, 360, false, color});
    for (int y = 0; y < STRIDE; y++)
        for (int x = 0; x < STRIDE; x++) {
            bool is_inside = x >= GUARD && x < GUARD + SIZE && y >= GUARD && y < GUARD + SIZE;
            if (!is_inside) assert_int_equal(sheet->all[y * STRIDE + x], UNTOUCHED);
        }
    assert_true(painted_area(sheet) > 1000);
}

static void what_has_no_size_paints_nothing(void **state)
{
    Sheet *sheet = *state;
    Vec point = {50, 50};
    DrawShape shape = plain((Rect){50, 50, 0, 10}, 4, RED);
    painter_shape(sheet->picture, &shape, &sheet->scratch);
    painter_arc(sheet->picture, &(DrawArc){{50, 50}, 20, 4, 10, 0, true, RED});
    painter_line(sheet->picture, &(DrawLine){&point, 0, 4, RED}, &sheet->scratch);
    painter_polygon(sheet->picture, &(DrawPolygon){&point, 1, RED}, &sheet->scratch);
    assert_float_equal(painted_area(sheet), 0, 0);
}

#define SHEET_TEST(name) cmocka_unit_test_setup_teardown(name, sheet_open, sheet_close)

/* Places as a screen's units come out in pixels: whole pixels but for rounding are the hard ones. */
static float somewhere(Rng *rng)
{
    static const float scales[] = {0.8f, 0.7f, 1.1f, 1.0f / 3};
    float unit = (float)rng_below(rng, 4 * SIZE) * 0.5f;
    return unit * scales[rng_below(rng, 4)];
}

/* Under the sanitizers a write beside the line's own cover stops the program. */
static void lines_at_any_place_write_only_what_is_theirs(void **state)
{
    Sheet *sheet = *state;
    Rng rng;
    rng_seed(&rng, 1);
    for (int i = 0; i < 20000; i++) {
        Vec points[6];
        int count = 1 + (int)rng_below(&rng, 6);
        for (int k = 0; k < count; k++) points[k] = (Vec){somewhere(&rng), somewhere(&rng)};
        DrawLine line = {.points = points,
                         .count = count,
                         .width = 0.1f + somewhere(&rng) / 16,
                         .color = {255, 255, 255, 255}};
        arena_reset(&sheet->scratch);
        painter_line(sheet->picture, &line, &sheet->scratch);
    }
    for (int i = 0; i < STRIDE * GUARD; i++) assert_int_equal(sheet->all[i], UNTOUCHED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SHEET_TEST(a_rectangle_on_whole_pixels_fills_these_and_no_others),
        SHEET_TEST(a_circle_covers_its_area_and_is_symmetric),
        SHEET_TEST(a_border_takes_its_width_off_the_fill),
        SHEET_TEST(a_border_without_fill_is_a_ring),
        SHEET_TEST(an_edge_shows_below_the_shape_alone),
        SHEET_TEST(an_edge_does_not_shine_through_a_translucent_shape),
        SHEET_TEST(a_gradient_is_dithered_around_its_true_value),
        SHEET_TEST(a_glow_is_a_gaussian_of_half_its_blur),
        SHEET_TEST(arcs_cover_their_share_of_the_ring),
        SHEET_TEST(an_arc_starts_at_the_top_and_goes_clockwise),
        SHEET_TEST(a_line_has_round_ends_and_one_thickness_at_its_joins),
        SHEET_TEST(a_polygon_covers_its_area_and_is_even_odd),
        SHEET_TEST(nothing_is_written_outside_the_picture),
        SHEET_TEST(rings_larger_than_the_picture_stay_inside_it),
        SHEET_TEST(what_has_no_size_paints_nothing),
        SHEET_TEST(lines_at_any_place_write_only_what_is_theirs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
