/* Real fonts, as the packages of game/packages.txt bring them. */
#define _POSIX_C_SOURCE 200809L
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/text.h"
#include "platform/fonts.h"
#include "temp_folder.h"

enum { WIDTH = 600, HEIGHT = 80, SIZE_PX = 32 };

static int open_fonts(void **state)
{
    Err err = {.is_set = false};
    *state = fonts_open("assets/fonts.json", &err);
    if (*state) return 0;
    print_error("%s\n", err.text);
    return -1;
}

static int close_fonts(void **state)
{
    fonts_close(*state);
    return 0;
}

typedef struct {
    Picture picture;
    uint32_t pixels[WIDTH * HEIGHT];
} Sheet;

static void paint(Fonts *fonts, Sheet *sheet, const FontRun *run)
{
    sheet->picture = (Picture){sheet->pixels, WIDTH, HEIGHT, WIDTH};
    picture_clear(sheet->picture);
    fonts_paint(fonts, sheet->picture, 20, 50, run, (Color){255, 255, 255, 255});
}

static double ink(const Sheet *sheet)
{
    double sum = 0;
    for (int i = 0; i < WIDTH * HEIGHT; i++) sum += (sheet->pixels[i] >> 24) / 255.0;
    return sum;
}

static FontRun run_of(Fonts *fonts, const char *text, bool is_rtl)
{
    size_t at = 0;
    int face = fonts_pick(fonts, WEIGHT_MEDIUM, text_next(str_of(text), &at));
    return (FontRun){face, SIZE_PX, is_rtl, str_of(text)};
}

/* Text of each script that decks come in, without a space: every letter must be in the face of the first, and
   that face must know them (a face without one would draw the box of "no such glyph"). */
static void every_script_has_a_face_with_its_letters(void **state)
{
    static const struct {
        const char *text;
        bool is_rtl;
    } SAMPLES[] = {{"Matchwick", false},        {"Ελληνικά", false}, {"Кириллица", false},
                   {"ひらがなカタカナ", false}, {"日本語", false},   {"한국어", false},
                   {"العربية", true},           {"עברית", true},     {"देवनागरी", false},
                   {"ภาษาไทย", false},          {"ÄßéñŁőğİ", false}, {"Tiếng", false}};
    Fonts *fonts = *state;
    for (size_t i = 0; i < sizeof SAMPLES / sizeof *SAMPLES; i++) {
        Str text = str_of(SAMPLES[i].text);
        FontRun run = run_of(fonts, SAMPLES[i].text, SAMPLES[i].is_rtl);
        for (int w = 0; w < WEIGHT_COUNT; w++)
            for (size_t at = 0; at < text.size;) {
                int face = fonts_pick(fonts, (FontWeight)w, text_next(text, &at));
                assert_int_equal(face / WEIGHT_COUNT, run.face / WEIGHT_COUNT);
                assert_int_equal(face % WEIGHT_COUNT, w);
            }
        Sheet sheet;
        paint(fonts, &sheet, &run);
        assert_true(ink(&sheet) > 200);
        assert_in_range(fonts_width(fonts, &run), 40, 300);
    }
    Err notice;
    assert_false(fonts_take_notice(fonts, &notice));
}

/* Latin comes from Inter; Arabic and Thai can't, so a face must have been found behind it. */
static void scripts_that_inter_lacks_come_from_other_families(void **state)
{
    Fonts *fonts = *state;
    assert_int_equal(fonts_pick(fonts, WEIGHT_BOLD, 'A'), WEIGHT_BOLD);
    static const uint32_t OTHERS[] = {0x627, 0x5D0, 0x926, 0xE20, 0x3042, 0x65E5};
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
        assert_true(fonts_pick(fonts, WEIGHT_MEDIUM, OTHERS[i]) >= WEIGHT_COUNT);
}

static void what_no_font_has_is_drawn_by_the_first(void **state)
{
    assert_int_equal(fonts_pick(*state, WEIGHT_SEMI, 0x10FFFE), WEIGHT_SEMI);
    assert_int_equal(fonts_pick(*state, WEIGHT_SEMI, 0x10FFFE), WEIGHT_SEMI);
}

/* Joined letters are narrower than the same letters one by one: shaping took place. */
static void arabic_letters_are_joined(void **state)
{
    Fonts *fonts = *state;
    FontRun word = run_of(fonts, "بيت", true);
    int apart = 0;
    for (size_t at = 0; at < word.text.size;) {
        size_t start = at;
        text_next(word.text, &at);
        FontRun letter = word;
        letter.text = str_slice(word.text, start, at);
        apart += fonts_width(fonts, &letter);
    }
    assert_true(fonts_width(fonts, &word) < apart * 9 / 10);
}

static void ink_stays_between_ascent_and_descent(void **state)
{
    Fonts *fonts = *state;
    FontRun run = run_of(fonts, "Hgjy", false);
    FontMetrics m = fonts_metrics(fonts, run.face, SIZE_PX);
    Sheet sheet;
    paint(fonts, &sheet, &run);
    int first = -1, last = -1;
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++) {
            if (picture_row(sheet.picture, y)[x] >> 24 < 128) continue;
            if (first < 0) first = y;
            last = y;
        }
    /* The height of H is 0.727 of Inter's size, over the baseline at row 50. */
    assert_in_range(first, 50 - 24, 50 - 22);
    assert_true(last > 52 && (float)last < 50 + m.descent);
    assert_float_equal(m.ascent / SIZE_PX, 0.969, 0.002);
}

/* Inter has an arrow for "->" and a multiplication sign for the x in "3x9": a deck about C means what it
   says. */
static void signs_are_not_made_of_what_was_typed(void **state)
{
    Fonts *fonts = *state;
    FontRun arrow = run_of(fonts, "->", false), minus = run_of(fonts, "-", false);
    FontRun greater = run_of(fonts, ">", false);
    int parts = fonts_width(fonts, &minus) + fonts_width(fonts, &greater);
    assert_int_equal(fonts_width(fonts, &arrow), parts);
    Sheet whole, left;
    paint(fonts, &whole, &arrow);
    paint(fonts, &left, &minus);
    for (int y = 0; y < HEIGHT; y++)
        assert_memory_equal(picture_row(whole.picture, y), picture_row(left.picture, y),
                            sizeof(uint32_t) * (size_t)(20 + fonts_width(fonts, &minus) - 2));
}

static void many_sizes_can_be_used_one_after_the_other(void **state)
{
    Fonts *fonts = *state;
    FontRun run = run_of(fonts, "Match", false);
    int before = 0;
    for (run.size_px = 8; run.size_px < 200; run.size_px++) {
        int width = fonts_width(fonts, &run);
        assert_true(width >= before);
        before = width;
    }
    run.size_px = 8;
    assert_in_range(fonts_width(fonts, &run), 15, 30);
}

static void nothing_to_write_has_no_width(void **state)
{
    FontRun run = {0, SIZE_PX, false, STR("")};
    assert_int_equal(fonts_width(*state, &run), 0);
}

#define FONTS_OF(weight) "\"" weight "\": {\"file\": \"/usr/share/fonts/opentype/inter/Inter-Medium.otf\"}"
#define NOWHERE(weight)  "\"" weight "\": {\"file\": \"/nowhere/Xyzzy.otf\"}"
#define INTER_FAMILY                                                                                         \
    "{\"name\": \"Inter\", \"package\": \"fonts-inter\", \"required\": true, \"fonts\": {" FONTS_OF(         \
        "medium") ", " FONTS_OF("semi") ", " FONTS_OF("bold") "}}"
#define MISSING_FAMILY(required)                                                                             \
    "{\"name\": \"Xyzzy\", \"package\": \"fonts-xyzzy\", \"required\": " required                            \
    ", \"ranges\": [\"10FF00-10FFFF\"], \"fonts\": {" NOWHERE("medium") ", " NOWHERE("semi") ", " NOWHERE(   \
        "bold") "}}"

static Fonts *open_table(const char *families, Err *err)
{
    char folder[TEMP_FOLDER_SIZE], path[TEMP_FOLDER_SIZE + 16], table[2048];
    temp_folder_make(folder);
    snprintf(path, sizeof path, "%s/fonts.json", folder);
    snprintf(table, sizeof table, "{\"families\": [%s]}", families);
    assert_true(file_write(path, str_of(table), err));
    Fonts *fonts = fonts_open(path, err);
    file_tree_remove(folder);
    return fonts;
}

static void a_missing_required_font_is_an_error_with_its_package(void **state)
{
    (void)state;
    Err err = {.is_set = false};
    assert_null(open_table(MISSING_FAMILY("true"), &err));
    assert_non_null(strstr(err.text, "Xyzzy"));
    assert_non_null(strstr(err.text, "fonts-xyzzy"));
}

static void another_missing_font_is_told_once_when_text_needs_it(void **state)
{
    (void)state;
    Err err = {.is_set = false}, notice = {.is_set = false};
    Fonts *fonts = open_table(INTER_FAMILY ", " MISSING_FAMILY("false"), &err);
    assert_non_null(fonts);
    assert_false(fonts_take_notice(fonts, &notice));
    assert_int_equal(fonts_pick(fonts, WEIGHT_MEDIUM, 0x10FF01), 0);
    assert_true(fonts_take_notice(fonts, &notice));
    assert_non_null(strstr(notice.text, "fonts-xyzzy"));
    fonts_pick(fonts, WEIGHT_MEDIUM, 0x10FF02);
    assert_false(fonts_take_notice(fonts, &notice));
    fonts_close(fonts);
}

static void a_broken_table_is_an_error_with_its_place(void **state)
{
    (void)state;
    Err err = {.is_set = false};
    assert_null(open_table("{\"name\": ]", &err));
    assert_non_null(strstr(err.text, ":1:"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_script_has_a_face_with_its_letters),
        cmocka_unit_test(scripts_that_inter_lacks_come_from_other_families),
        cmocka_unit_test(what_no_font_has_is_drawn_by_the_first),
        cmocka_unit_test(arabic_letters_are_joined),
        cmocka_unit_test(ink_stays_between_ascent_and_descent),
        cmocka_unit_test(signs_are_not_made_of_what_was_typed),
        cmocka_unit_test(many_sizes_can_be_used_one_after_the_other),
        cmocka_unit_test(nothing_to_write_has_no_width),
        cmocka_unit_test(a_missing_required_font_is_an_error_with_its_package),
        cmocka_unit_test(another_missing_font_is_told_once_when_text_needs_it),
        cmocka_unit_test(a_broken_table_is_an_error_with_its_place),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
