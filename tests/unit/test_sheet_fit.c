#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/text.h"
#include "formats/sheet_fit.h"

static const SheetBox box = {84000, 42000};

static Str repeat(Arena *arena, const char *word, int times)
{
    StrBuf text;
    str_buf_init(&text, arena);
    for (int i = 0; i < times; i++) str_buf_add(&text, str_of(word));
    return str_buf_str(&text);
}

static void short_texts_are_large_and_longer_ones_smaller(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    assert_int_equal(sheet_fit(STR("Paris"), box), 0);
    int last = 0;
    for (int words = 1; words < 600; words++) {
        int step = sheet_fit(repeat(&arena, "words ", words), box);
        assert_true(step >= last);
        last = step;
    }
    assert_int_equal(last, SHEET_STEPS);
    arena_deinit(&arena);
}

static void wide_characters_take_twice_the_room(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    for (int n = 1; n < 400; n += 7)
        assert_true(sheet_fit(repeat(&arena, "あ", n), box) >= sheet_fit(repeat(&arena, "a ", n), box) - 1);
    assert_true(sheet_fit(repeat(&arena, "あ", 100), box) > sheet_fit(repeat(&arena, "a b c ", 17), box));
    arena_deinit(&arena);
}

static void many_lines_are_many_lines(void **state)
{
    (void)state;
    assert_true(sheet_fit(STR("a\nb\nc\nd\ne\nf\ng\nh"), box) > 0);
}

static void a_long_word_is_made_smaller_and_only_a_very_long_one_torn(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    int step = sheet_fit(STR("Donaudampfschifffahrtskapitän"), box);
    assert_true(step > 0 && step < 3);
    assert_int_equal(sheet_fit(repeat(&arena, "link/", 40), box), 3);
    arena_deinit(&arena);
}

static void what_is_cut_off_fits_and_is_whole_characters(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    Str text = repeat(&arena, "n\u0303u ", 3000), cut = sheet_shorten(text, box);
    assert_true(cut.size < text.size && cut.size > 500);
    assert_true(text_find_invalid_utf8(cut) == TEXT_NO_OFFSET);
    assert_true(sheet_fit(cut, box) < SHEET_STEPS);
    assert_true(str_is(sheet_shorten(STR("short"), box), STR("short")));
    arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(short_texts_are_large_and_longer_ones_smaller),
        cmocka_unit_test(wide_characters_take_twice_the_room),
        cmocka_unit_test(many_lines_are_many_lines),
        cmocka_unit_test(a_long_word_is_made_smaller_and_only_a_very_long_one_torn),
        cmocka_unit_test(what_is_cut_off_fits_and_is_whole_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
