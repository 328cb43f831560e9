#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "ui/theme.h"

static const double READABLE = 4.5;

typedef struct {
    Token text, under;
} Pair;

/* What is written on what, on the screens. */
static const Pair pairs[] = {
    {TOKEN_TEXT, TOKEN_BG0},
    {TOKEN_TEXT, TOKEN_BG1},
    {TOKEN_TEXT, TOKEN_SURFACE},
    {TOKEN_TEXT, TOKEN_RAISED},
    {TOKEN_TEXT, TOKEN_RAISED2},
    {TOKEN_TEXT, TOKEN_TILE0},
    {TOKEN_TEXT, TOKEN_TILE1},
    {TOKEN_TEXT, TOKEN_WELL},
    {TOKEN_TEXT, TOKEN_TERM_TINT},
    {TOKEN_TEXT, TOKEN_DEF_TINT},
    {TOKEN_TEXT, TOKEN_OK_TINT},
    {TOKEN_TEXT, TOKEN_BAD_TINT},
    {TOKEN_TEXT, TOKEN_STREAK_TINT},
    {TOKEN_SOFT, TOKEN_BG0},
    {TOKEN_SOFT, TOKEN_BG1},
    {TOKEN_SOFT, TOKEN_SURFACE},
    {TOKEN_SOFT, TOKEN_RAISED},
    {TOKEN_SOFT, TOKEN_WELL},
    {TOKEN_SOFT, TOKEN_TERM_TINT},
    {TOKEN_SOFT, TOKEN_DEF_TINT},
    {TOKEN_SOFT, TOKEN_OK_TINT},
    {TOKEN_SOFT, TOKEN_BAD_TINT},
    {TOKEN_SOFT, TOKEN_STREAK_TINT},
    {TOKEN_MUTED, TOKEN_BG0},
    {TOKEN_MUTED, TOKEN_BG1},
    {TOKEN_MUTED, TOKEN_SURFACE},
    {TOKEN_MUTED, TOKEN_RAISED},
    {TOKEN_MUTED, TOKEN_WELL},
    {TOKEN_TERM, TOKEN_BG0},
    {TOKEN_TERM, TOKEN_BG1},
    {TOKEN_TERM, TOKEN_SURFACE},
    {TOKEN_TERM_INK, TOKEN_TERM},
    {TOKEN_DEF, TOKEN_BG0},
    {TOKEN_DEF, TOKEN_SURFACE},
    {TOKEN_DEF, TOKEN_WELL},
    {TOKEN_DEF_INK, TOKEN_DEF},
    {TOKEN_OK, TOKEN_BG0},
    {TOKEN_OK, TOKEN_BG1},
    {TOKEN_OK, TOKEN_SURFACE},
    {TOKEN_OK, TOKEN_WELL},
    {TOKEN_OK_INK, TOKEN_OK},
    {TOKEN_BAD, TOKEN_BG0},
    {TOKEN_BAD, TOKEN_BG1},
    {TOKEN_BAD, TOKEN_SURFACE},
    {TOKEN_BAD, TOKEN_RAISED},
    {TOKEN_BAD_INK, TOKEN_BAD},
    {TOKEN_STREAK, TOKEN_BG0},
    {TOKEN_STREAK, TOKEN_SURFACE},
    {TOKEN_STREAK_INK, TOKEN_STREAK},
    {TOKEN_TERM_INK, TOKEN_PRIMARY0},
    {TOKEN_TERM_INK, TOKEN_PRIMARY1},
    {TOKEN_PRIMARY_CAP_TEXT, TOKEN_PRIMARY_CAP},
    {TOKEN_PAD_A, TOKEN_WELL},
    {TOKEN_PAD_B, TOKEN_WELL},
    {TOKEN_PAD_X, TOKEN_WELL},
    {TOKEN_PAD_Y, TOKEN_WELL},
};

static void text_can_be_read_on_all_that_it_stands_on(void **state)
{
    (void)state;
    for (int t = 0; t < THEME_COUNT; t++) {
        const Theme *theme = theme_get((ThemeId)t);
        for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
            double ratio =
                theme_contrast(theme_color(theme, pairs[i].text), theme_color(theme, pairs[i].under));
            if (ratio < READABLE)
                fail_msg("%s: token %d on %d has %.2f:1", theme->name, pairs[i].text, pairs[i].under, ratio);
        }
    }
}

/* `top` with its alpha laid over opaque `under`. */
static Color lay_over(Color top, Color under)
{
    Color solid = {top.r, top.g, top.b, 255};
    Color result = color_mix(under, solid, (float)top.a / 255);
    result.a = 255;
    return result;
}

static void text_can_be_read_over_the_shapes_of_the_background(void **state)
{
    (void)state;
    static const Token texts[] = {TOKEN_TEXT, TOKEN_SOFT, TOKEN_MUTED};
    for (int t = 0; t < THEME_COUNT; t++) {
        const Theme *theme = theme_get((ThemeId)t);
        for (int bg = TOKEN_BG0; bg <= TOKEN_BG1; bg++) {
            Color under = theme_color(theme, (Token)bg);
            Color shape = theme_color(theme, TOKEN_SHAPE);
            under = lay_over(color_fade(shape, theme->shape_overlap), lay_over(shape, under));
            for (int i = 0; i < 3; i++)
                assert_true(theme_contrast(theme_color(theme, texts[i]), under) >= READABLE);
        }
    }
}

static void avatars_carry_readable_letters(void **state)
{
    (void)state;
    for (int t = 0; t < THEME_COUNT; t++) {
        for (int i = -1; i < 2 * THEME_AVATARS; i++) {
            AvatarColor avatar = theme_avatar(theme_get((ThemeId)t), i);
            assert_true(theme_contrast(avatar.fill, avatar.ink) >= READABLE);
            assert_non_null(avatar.name);
        }
    }
}

static void the_focus_ring_stands_out(void **state)
{
    (void)state;
    static const Token unders[] = {TOKEN_BG0, TOKEN_BG1, TOKEN_SURFACE};
    for (int t = 0; t < THEME_COUNT; t++) {
        const Theme *theme = theme_get((ThemeId)t);
        for (int i = 0; i < 3; i++)
            assert_true(theme_contrast(theme_color(theme, TOKEN_FOCUS), theme_color(theme, unders[i])) >= 3);
    }
}

static void contrast_is_reckoned_as_wcag_does(void **state)
{
    (void)state;
    Color black = {0, 0, 0, 255}, white = {255, 255, 255, 255}, grey = {0x76, 0x76, 0x76, 255};
    assert_float_equal(theme_contrast(black, white), 21, 0.001);
    assert_float_equal(theme_contrast(white, black), 21, 0.001);
    assert_float_equal(theme_contrast(grey, white), 4.54, 0.01); /* the known lightest grey on white */
    assert_float_equal(theme_contrast(grey, grey), 1, 0);
}

static void all_tokens_of_all_themes_are_set(void **state)
{
    (void)state;
    for (int t = 0; t < THEME_COUNT; t++) {
        const Theme *theme = theme_get((ThemeId)t);
        ThemeId found;
        assert_true(theme_find(str_of(theme->name), &found));
        assert_int_equal(found, t);
        for (int i = 0; i < TOKEN_COUNT; i++) {
            bool may_be_clear = i == TOKEN_SHAPE || i == TOKEN_SHADOW || i == TOKEN_GLOW_STREAK;
            if (!may_be_clear) assert_int_equal(theme->colors[i].a, 255);
        }
    }
    ThemeId kept = THEME_PAPER;
    assert_false(theme_find(STR("sepia"), &kept));
    assert_int_equal(kept, THEME_PAPER);
}

static void type_grows_with_the_text_size_but_numerals_of_the_head_stop(void **state)
{
    (void)state;
    assert_float_equal(theme_type(T18, 100, false).size, 18, 0);
    assert_float_equal(theme_type(T18, 200, false).size, 36, 0);
    assert_float_equal(theme_type(T18, 200, false).line, 48, 0);
    assert_float_equal(theme_type(T64, 125, true).size, 80, 0);
    assert_float_equal(theme_type(T64, 200, true).size, 80, 0);
    for (int i = 1; i < TEXT_SIZE_COUNT; i++)
        assert_true(theme_type((TextSize)i, 100, false).size >
                    theme_type((TextSize)(i - 1), 100, false).size);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_can_be_read_on_all_that_it_stands_on),
        cmocka_unit_test(text_can_be_read_over_the_shapes_of_the_background),
        cmocka_unit_test(avatars_carry_readable_letters),
        cmocka_unit_test(the_focus_ring_stands_out),
        cmocka_unit_test(contrast_is_reckoned_as_wcag_does),
        cmocka_unit_test(all_tokens_of_all_themes_are_set),
        cmocka_unit_test(type_grows_with_the_text_size_but_numerals_of_the_head_stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
