#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fake_ui.h"
#include "screens/tile_text.h"
#include "ui/text_layout.h"

typedef struct {
    const char *text;
    Side side;
    float line; /* what it stands in */
} Tile;

static void build(Ui *ui, void *state)
{
    Tile *tile = state;
    tile->line = tile_text_fit(ui, str_of(tile->text), tile->side, (Vec){240, 120})->height;
}

static float line_of(const char *text, Side side)
{
    FakeUi fake;
    Tile tile = {.text = text, .side = side};
    fake_ui_init(&fake);
    fake_ui_pass(&fake, build, &tile);
    fake_ui_deinit(&fake);
    return tile.line;
}

static void short_words_are_as_large_as_their_neighbours(void **state)
{
    (void)state;
    static const char *words[] = {"cat",     "ox", "clé", "Tin", "AWS", "42", "\u043c\u0438\u0440",
                                  "m\u1eb9", "a",  "ka",  "shi"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        assert_float_equal(line_of(words[i], SIDE_TERM), line_of("bird", SIDE_TERM), 0.01f);
        assert_float_equal(line_of(words[i], SIDE_DEFINITION), line_of("bird", SIDE_DEFINITION), 0.01f);
    }
}

static void single_signs_are_larger_than_words(void **state)
{
    (void)state;
    static const char *signs[] = {
        "A",      "7",   "He", "K",   "\u3042", "\u30ab",       "\u6c34",
        "\u03b1", "a++", "!=", "s.m", "*p",     "\u2022\u2212", "\u2022\u2212\u2212\u2212\u2212"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        assert_true(line_of(signs[i], SIDE_TERM) > line_of("bird", SIDE_TERM) + 1);
        assert_true(line_of(signs[i], SIDE_DEFINITION) > line_of("bird", SIDE_DEFINITION) + 1);
    }
}

/* A letter and its accent apart are one letter. */
static void an_accent_of_its_own_makes_no_word(void **state)
{
    (void)state;
    assert_true(line_of("E\u0301", SIDE_TERM) > line_of("bird", SIDE_TERM) + 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(short_words_are_as_large_as_their_neighbours),
        cmocka_unit_test(single_signs_are_larger_than_words),
        cmocka_unit_test(an_accent_of_its_own_makes_no_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
