#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "ui/layout.h"

static ViewSize view(float w, float h)
{
    Rect canvas = {0, 0, w, h};
    return (ViewSize){.canvas = canvas, .safe = {w * 0.025f, h * 0.025f, w * 0.95f, h * 0.95f}, .scale = 1};
}

static bool is_inside(Rect inner, Rect outer)
{
    return inner.x >= outer.x - 0.01f && inner.y >= outer.y - 0.01f &&
           inner.x + inner.w <= outer.x + outer.w + 0.01f && inner.y + inner.h <= outer.y + outer.h + 0.01f;
}

static void strips_are_cut_off_each_side_with_a_gap(void **state)
{
    (void)state;
    Rect rest = {0, 0, 100, 100};
    Rect left = layout_cut_left(&rest, 30, 5), right = layout_cut_right(&rest, 20, 5);
    Rect top = layout_cut_top(&rest, 10, 2), bottom = layout_cut_bottom(&rest, 10, 2);
    assert_float_equal(left.w, 30, 0);
    assert_float_equal(right.x, 80, 0);
    assert_float_equal(top.x, 35, 0);
    assert_float_equal(top.w, 40, 0);
    assert_float_equal(bottom.y, 90, 0);
    assert_float_equal(rest.y, 12, 0);
    assert_float_equal(rest.h, 76, 0);
}

static void cutting_more_than_there_is_leaves_nothing_below_zero(void **state)
{
    (void)state;
    Rect rest = {0, 0, 100, 100};
    assert_float_equal(layout_cut_left(&rest, 300, 5).w, 100, 0);
    assert_float_equal(layout_cut_bottom(&rest, 300, 5).h, 100, 0);
    assert_float_equal(rest.w, 0, 0);
    assert_float_equal(rest.h, 0, 0);
}

static void a_board_of_four_columns_is_that_of_the_picture(void **state)
{
    (void)state;
    Rect board = {32, 128, 1216, 464};
    Rect cell = layout_cell(board, 6, 4, 144, 16);
    assert_float_equal(cell.x, 32 + 2 * 308, 0.01);
    assert_float_equal(cell.y, 288, 0.01);
    assert_float_equal(cell.w, 292, 0.01);
}

static void a_page_keeps_its_margins_and_the_safe_area_on_every_canvas(void **state)
{
    (void)state;
    static const float sizes[][2] = {{1280, 720}, {1280, 960}, {1680, 720}, {2560, 720}, {1280, 2275}};
    static const int texts[] = {100, 125, 150, 200};
    for (int i = 0; i < 5 * 4; i++) {
        ViewSize v = view(sizes[i / 4][0], sizes[i / 4][1]);
        LayoutPage page = layout_page(&v, texts[i % 4]);
        assert_true(is_inside(page.whole, v.safe));
        assert_true(is_inside(page.header, page.whole) && is_inside(page.content, page.whole));
        assert_true(is_inside(page.hints, page.whole));
        assert_true(page.header.y + page.header.h <= page.content.y);
        assert_true(page.content.y + page.content.h <= page.hints.y);
        assert_true(page.whole.w <= 1480);
        float middle = page.content.x + page.content.w / 2;
        assert_float_equal(middle, v.canvas.w / 2, 0.01);
        assert_true(is_inside(layout_round(&v).content, v.safe));
    }
}

static void the_page_of_the_mock_ups_is_met(void **state)
{
    (void)state;
    ViewSize v = view(1280, 720);
    LayoutPage page = layout_page(&v, 100);
    assert_float_equal(page.header.x, 40, 0.01);
    assert_float_equal(page.header.y, 24, 0.01);
    assert_float_equal(page.header.w, 1200, 0.01);
    assert_float_equal(page.content.y, 96, 0.01);
    assert_float_equal(page.content.y + page.content.h, 646, 3);
    assert_float_equal(layout_round(&v).content.x, 32, 0.01);
    assert_float_equal(layout_round(&v).content.w, 1216, 0.01);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strips_are_cut_off_each_side_with_a_gap),
        cmocka_unit_test(cutting_more_than_there_is_leaves_nothing_below_zero),
        cmocka_unit_test(a_board_of_four_columns_is_that_of_the_picture),
        cmocka_unit_test(a_page_keeps_its_margins_and_the_safe_area_on_every_canvas),
        cmocka_unit_test(the_page_of_the_mock_ups_is_met),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
