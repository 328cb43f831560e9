#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "fake_fonts.h"
#include "ui/text_layout.h"

typedef struct {
    FakeFonts fonts;
    Platform platform;
    TextCache *cache;
} Fixture;

static const TextStyle plain = {.weight = WEIGHT_MEDIUM, .size = 20, .line_height = 26};

static int set_up(void **state)
{
    static Fixture f;
    f.platform = fake_fonts(&f.fonts);
    f.cache = text_cache_open(&f.platform);
    text_cache_frame(f.cache, 1);
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    text_cache_close(((Fixture *)*state)->cache);
    return 0;
}

static const TextLayout *lay(Fixture *f, const char *text, float width)
{
    return text_layout(f->cache, str_of(text), &plain, width);
}

/* What a line shows, its runs from left to right, each as "face:text" or "face<text" when it reads leftwards.
 */
static const char *shown(const TextLayout *layout, int line)
{
    static char out[1024];
    size_t size = 0;
    assert_true(line < layout->line_count);
    for (int i = 0; i < layout->lines[line].run_count; i++) {
        const TextRun *run = &layout->lines[line].runs[i];
        size += (size_t)snprintf(out + size, sizeof out - size, "%s%d%s%.*s", i ? "|" : "", run->face,
                                 run->is_rtl ? "<" : ":", STR_FMT(run->text));
    }
    out[size] = '\0';
    return out;
}

#define ASSERT_NEAR(a, b) assert_float_equal((double)(a), (double)(b), 0.05)

static void lines_break_at_spaces_which_hang(void **state)
{
    const TextLayout *layout = lay(*state, "one two three", 75);
    assert_int_equal(layout->line_count, 2);
    assert_string_equal(shown(layout, 0), "0:one two");
    assert_string_equal(shown(layout, 1), "0:three");
    ASSERT_NEAR(layout->lines[0].width, 65);
    assert_int_equal(layout->lines[0].to, 7);
    assert_int_equal(layout->lines[0].next, 8);
    ASSERT_NEAR(layout->height, 52);
    ASSERT_NEAR(layout->lines[1].top, 26);
    ASSERT_NEAR(layout->lines[1].baseline, 26 + 0.5 + 20);
    assert_false(layout->is_cut);
    assert_false(layout->has_broken_word);
}

static void a_line_may_be_exactly_as_wide_as_the_box(void **state)
{
    assert_int_equal(lay(*state, "one two", 65)->line_count, 1);
    assert_int_equal(lay(*state, "one two", 64)->line_count, 2);
}

static void an_empty_text_has_one_empty_line(void **state)
{
    const TextLayout *layout = lay(*state, "", 100);
    assert_int_equal(layout->line_count, 1);
    assert_int_equal(layout->lines[0].run_count, 0);
    ASSERT_NEAR(layout->height, 26);
}

static void line_break_characters_end_paragraphs(void **state)
{
    const TextLayout *layout = lay(*state,
                                   "a\r\nb\n\nc\xE2\x80\xA8"
                                   "d\n",
                                   100);
    assert_int_equal(layout->line_count, 5);
    assert_string_equal(shown(layout, 0), "0:a");
    assert_string_equal(shown(layout, 1), "0:b");
    assert_string_equal(shown(layout, 2), "");
    assert_string_equal(shown(layout, 3), "0:c");
    assert_string_equal(shown(layout, 4), "0:d");
    assert_int_equal(lay(*state, "a\nb", TEXT_ANY_WIDTH)->line_count, 2);
}

static void hyphens_break_and_no_break_spaces_do_not(void **state)
{
    assert_string_equal(shown(lay(*state, "multi-step", 70), 0), "0:multi-");
    const TextLayout *layout = lay(*state,
                                   "a 14\xE2\x80\xAF"
                                   "920",
                                   70);
    assert_string_equal(shown(layout, 0), "0:a");
}

static void a_long_word_breaks_between_graphemes(void **state)
{
    /* e with an acute accent of its own: the mark stays. */
    const TextLayout *layout = lay(*state,
                                   "abcde\xCC\x81"
                                   "fg",
                                   50);
    assert_int_equal(layout->line_count, 2);
    assert_string_equal(shown(layout, 0), "0:abcde\xCC\x81");
    assert_string_equal(shown(layout, 1), "0:fg");
    assert_true(layout->has_broken_word);
    assert_int_equal(lay(*state, "abc", 3)->line_count, 3);
    assert_int_equal(lay(*state, "abc", -5)->line_count, 3);
}

static void a_family_joined_by_zero_width_joiners_stays_whole(void **state)
{
    static const char family[] = "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7\xE2\x80\x8D\xF0\x9F\x91\xA6";
    const TextLayout *layout = lay(*state, family, 10);
    assert_int_equal(layout->line_count, 1);
    assert_int_equal(layout->lines[0].run_count, 1);
}

static void flags_break_between_their_pairs(void **state)
{
    static const char france_germany[] = "\xF0\x9F\x87\xAB\xF0\x9F\x87\xB7\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA";
    const TextLayout *layout = lay(*state, france_germany, 30);
    assert_int_equal(layout->line_count, 2);
    assert_int_equal(layout->lines[1].from, 8);
    assert_int_equal(lay(*state, "a\xEF\xBF\xBF", 30)->line_count, 1);
}

static void japanese_breaks_between_signs_but_not_before_a_full_stop(void **state)
{
    /* ni ho n go . */
    const TextLayout *layout = lay(*state, "\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E\xE3\x80\x82", 60);
    assert_int_equal(layout->line_count, 2);
    assert_string_equal(shown(layout, 0), "3:\xE6\x97\xA5\xE6\x9C\xAC");
    assert_string_equal(shown(layout, 1), "3:\xE8\xAA\x9E\xE3\x80\x82");
    assert_false(layout->has_broken_word);
}

static void thai_breaks_between_words(void **state)
{
    /* "language" + "Thai", phasa thai: 4 + 3 letters that stand beside each other. */
    const TextLayout *layout = lay(
        *state, "\xE0\xB8\xA0\xE0\xB8\xB2\xE0\xB8\xA9\xE0\xB8\xB2\xE0\xB9\x84\xE0\xB8\x97\xE0\xB8\xA2", 60);
    assert_int_equal(layout->line_count, 2);
    assert_string_equal(shown(layout, 0), "2:\xE0\xB8\xA0\xE0\xB8\xB2\xE0\xB8\xA9\xE0\xB8\xB2");
    assert_string_equal(shown(layout, 1), "2:\xE0\xB9\x84\xE0\xB8\x97\xE0\xB8\xA2");
    assert_false(layout->has_broken_word);
}

#define SHALOM "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D"
#define SALAM  "\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85"

static void hebrew_paragraphs_read_and_stand_right_to_left(void **state)
{
    const TextLayout *layout = lay(*state, SHALOM " abc " SHALOM, 200);
    assert_true(layout->lines[0].is_rtl);
    assert_string_equal(shown(layout, 0), "1<" SHALOM "|0< |0:abc|1<" SHALOM " ");
    ASSERT_NEAR(layout->lines[0].x, 200 - 120);
    ASSERT_NEAR(layout->lines[0].runs[2].x, 45);
}

static void arabic_within_latin_keeps_its_numbers_leftwards(void **state)
{
    const TextLayout *layout = lay(*state, "see " SALAM " 25 now", 300);
    assert_false(layout->lines[0].is_rtl);
    /* A number among Arabic letters stands left of the word that it follows. */
    assert_string_equal(shown(layout, 0), "0:see |0:25|1<" SALAM " |0: now");
    ASSERT_NEAR(layout->lines[0].x, 0);
}

static void each_paragraph_has_its_own_direction(void **state)
{
    const TextLayout *layout = lay(*state, "abc\n" SALAM, 200);
    assert_false(layout->lines[0].is_rtl);
    assert_true(layout->lines[1].is_rtl);
    ASSERT_NEAR(layout->lines[1].x, 160);
}

static void alignment_moves_lines_within_the_box(void **state)
{
    Fixture *f = *state;
    static const struct {
        TextAlign align;
        float latin, hebrew;
    } cases[] = {{TEXT_ALIGN_START, 0, 160},
                 {TEXT_ALIGN_CENTER, 80, 80},
                 {TEXT_ALIGN_END, 160, 0},
                 {TEXT_ALIGN_LEFT, 0, 0},
                 {TEXT_ALIGN_RIGHT, 160, 160}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        TextStyle style = plain;
        style.align = cases[i].align;
        const TextLayout *layout = text_layout(f->cache, STR("abcd\n" SHALOM), &style, 200);
        ASSERT_NEAR(layout->lines[0].x, cases[i].latin);
        ASSERT_NEAR(layout->lines[1].x, cases[i].hebrew);
    }
}

static void marks_stay_in_their_base_letters_face_and_spaces_in_the_one_before(void **state)
{
    /* ka with a Latin acute, a space, ka. */
    const TextLayout *layout = lay(*state, "\xE0\xA4\x95\xCC\x81 \xE0\xA4\x95 a", 300);
    assert_string_equal(shown(layout, 0), "4:\xE0\xA4\x95\xCC\x81 \xE0\xA4\x95 |0:a");
}

#define DOTS "\xE2\x80\xA6"

static const TextLayout *lay_lines(Fixture *f, const char *text, float width, int max_lines)
{
    TextStyle style = plain;
    style.max_lines = max_lines;
    return text_layout(f->cache, str_of(text), &style, width);
}

static void a_cut_text_ends_in_an_ellipsis(void **state)
{
    const TextLayout *layout = lay_lines(*state, "one two three four", 70, 2);
    assert_int_equal(layout->line_count, 2);
    assert_true(layout->is_cut);
    assert_string_equal(shown(layout, 1), "0:three|0:" DOTS); /* no space before the dots */
    assert_int_equal(layout->to, 13);
    layout = lay_lines(*state, "one two three four", 60, 1);
    assert_string_equal(shown(layout, 0), "0:one t|0:" DOTS);
    ASSERT_NEAR(layout->width, 55);
}

static void a_text_that_fits_its_lines_is_not_cut(void **state)
{
    assert_false(lay_lines(*state, "one two three", 75, 2)->is_cut);
    assert_false(lay_lines(*state, "one  \n \n", 75, 1)->is_cut);
    assert_true(lay_lines(*state, "one\n\ntwo", 75, 1)->is_cut);
}

static void an_ellipsis_never_parts_a_letter_from_its_mark(void **state)
{
    const TextLayout *layout = lay_lines(*state,
                                         "abe\xCC\x81"
                                         "fgh",
                                         40, 1);
    assert_string_equal(shown(layout, 0), "0:abe\xCC\x81|0:" DOTS);
    layout = lay_lines(*state,
                       "abe\xCC\x81"
                       "fgh",
                       39, 1);
    assert_string_equal(shown(layout, 0), "0:ab|0:" DOTS);
}

static void the_ellipsis_of_a_right_to_left_line_stands_left(void **state)
{
    const TextLayout *layout = lay_lines(*state, SHALOM SHALOM, 50, 1);
    assert_string_equal(shown(layout, 0), "0<" DOTS "|1<" SHALOM);
    ASSERT_NEAR(layout->lines[0].runs[0].x, 0);
    assert_true(layout->lines[0].runs[0].is_ellipsis);
}

static void tabular_digits_stand_in_equal_cells(void **state)
{
    Fixture *f = *state;
    TextStyle style = plain;
    style.is_tabular = true;
    float width = text_width(f->cache, STR("0:11.1"), &style);
    ASSERT_NEAR(width, text_width(f->cache, STR("8:88.8"), &style));
    ASSERT_NEAR(width, 4 * 12 + 2 * 10);
    const TextLayout *layout = text_layout(f->cache, STR("0:11.1"), &style, TEXT_ANY_WIDTH);
    ASSERT_NEAR(layout->lines[0].runs[2].inset, 2); /* (12 - 8) / 2 */
    assert_true(text_width(f->cache, STR("0:11.1"), &plain) < width);
}

static void the_largest_style_that_fits_is_taken(void **state)
{
    Fixture *f = *state;
    static const TextStyle styles[] = {{.size = 24, .line_height = 30},
                                       {.size = 20, .line_height = 26},
                                       {.size = 18, .line_height = 23, .max_lines = 5}};
    Vec box = {100, 60};
    ASSERT_NEAR(text_fit(f->cache, STR("one two"), styles, 3, box)->style.size, 24);
    ASSERT_NEAR(text_fit(f->cache, STR("one two three four"), styles, 3, box)->style.size, 20);
    const TextLayout *layout = text_fit(f->cache, STR("one two three four five six"), styles, 3, box);
    ASSERT_NEAR(layout->style.size, 18);
    assert_true(layout->is_cut);
    assert_int_equal(layout->line_count, 2);
    /* Smaller rather than broken. */
    ASSERT_NEAR(text_fit(f->cache, STR("abcdefghij"), styles, 3, box)->style.size, 20);
    /* No size holds it whole: as large as fits. */
    ASSERT_NEAR(text_fit(f->cache, STR("abcdefghijklm"), styles, 3, box)->style.size, 24);
}

static void asking_again_makes_and_measures_nothing(void **state)
{
    Fixture *f = *state;
    const TextLayout *first = lay(f, "one two three", 75);
    int measured = f->fonts.measured, picked = f->fonts.picked;
    int64_t made = text_cache_made(f->cache);
    for (int i = 0; i < 10; i++) {
        text_cache_frame(f->cache, 1);
        assert_ptr_equal(lay(f, "one two three", 75), first);
    }
    assert_int_equal(f->fonts.measured, measured);
    assert_int_equal(f->fonts.picked, picked);
    assert_int_equal(text_cache_made(f->cache), made);
    assert_ptr_not_equal(lay(f, "one two three", 76), first);
}

static void another_scale_measures_anew(void **state)
{
    Fixture *f = *state;
    lay(f, "one", 75);
    int64_t made = text_cache_made(f->cache);
    text_cache_frame(f->cache, 1.5f);
    lay(f, "one", 75);
    assert_int_equal(text_cache_made(f->cache), made + 1);
}

static void what_is_shown_stays_and_what_was_shown_is_forgotten(void **state)
{
    Fixture *f = *state;
    char clock[32];
    lay(f, "a label that stays", 300);
    for (int i = 0; i < 20000; i++) {
        text_cache_frame(f->cache, 1);
        snprintf(clock, sizeof clock, "%d", i);
        lay(f, clock, 300);
        const TextLayout *label = lay(f, "a label that stays", 300);
        assert_string_equal(shown(label, 0), "0:a label that stays");
    }
    assert_int_equal(text_cache_made(f->cache), 20001);
    lay(f, "0", 300);
    assert_int_equal(text_cache_made(f->cache), 20002);
}

static void a_frame_with_very_many_layouts_keeps_them_all(void **state)
{
    Fixture *f = *state;
    char text[64];
    const TextLayout *first = lay(f, "the first", 100);
    for (int i = 0; i < 3000; i++) {
        snprintf(text, sizeof text, "a text with the number %d in it", i);
        lay(f, text, 100);
    }
    assert_string_equal(shown(first, 0), "0:the first");
    assert_ptr_equal(lay(f, "the first", 100), first);
}

static void a_huge_text_is_looked_at_only_as_far_as_its_lines(void **state)
{
    Fixture *f = *state;
    static char text[64 << 10];
    memset(text, 'x', sizeof text);
    for (size_t i = 5; i < sizeof text; i += 6) text[i] = ' ';
    TextStyle style = plain;
    style.max_lines = 5;
    const TextLayout *layout = text_layout(f->cache, (Str){text, sizeof text}, &style, 220);
    assert_true(layout->is_cut);
    assert_int_equal(layout->line_count, 5);
    assert_true(f->fonts.measured < 500);
    assert_true(f->fonts.picked < 500);
    /* One word of that length costs its lines, too. */
    memset(text, 'x', sizeof text);
    f->fonts.measured = 0;
    layout = text_layout(f->cache, (Str){text, sizeof text}, &style, 220);
    assert_int_equal(layout->line_count, 5);
    assert_true(f->fonts.measured < 500);
}

static void marks_without_end_do_not_hide_the_text_behind_them(void **state)
{
    Fixture *f = *state;
    static char text[40 << 10];
    size_t size = 0;
    text[size++] = 'a';
    while (size < sizeof text - 8) {
        text[size++] = '\xCC';
        text[size++] = '\x81';
    }
    memcpy(text + size, " bc", 3);
    size += 3;
    TextStyle style = plain;
    style.max_lines = 1;
    const TextLayout *layout = text_layout(f->cache, (Str){text, size}, &style, 100);
    assert_false(layout->is_cut);
    ASSERT_NEAR(layout->width, 35);
}

static void what_cannot_be_drawn_is_replaced_in_its_place(void **state)
{
    const TextLayout *layout = lay(*state,
                                   "a\xFF"
                                   "b\tc\x01"
                                   "d",
                                   300);
    assert_string_equal(shown(layout, 0), "0:a?b c d");
}

static void cursors_stand_between_graphemes_in_both_directions(void **state)
{
    Fixture *f = *state;
    const TextLayout *layout = lay(f, "ab" SHALOM, TEXT_ANY_WIDTH);
    ASSERT_NEAR(text_caret_x(f->cache, layout, 0, 0), 0);
    ASSERT_NEAR(text_caret_x(f->cache, layout, 0, 1), 10);
    ASSERT_NEAR(text_caret_x(f->cache, layout, 0, 2),
                60); /* before the first Hebrew letter: its right side */
    ASSERT_NEAR(text_caret_x(f->cache, layout, 0, 4), 50);
    ASSERT_NEAR(text_caret_x(f->cache, layout, 0, 10), 20);
    assert_int_equal(text_offset_at(f->cache, layout, 0, -7), 0);
    assert_int_equal(text_offset_at(f->cache, layout, 0, 14), 1);
    assert_int_equal(text_offset_at(f->cache, layout, 0, 51), 4);
    assert_int_equal(text_offset_at(f->cache, layout, 0, 999), 2);
}

static void presses_never_land_between_a_letter_and_its_mark(void **state)
{
    Fixture *f = *state;
    const TextLayout *layout = lay(f, "ae\xCC\x81z", TEXT_ANY_WIDTH);
    assert_int_equal(text_offset_at(f->cache, layout, 0, 12), 1);
    assert_int_equal(text_offset_at(f->cache, layout, 0, 18), 4);
}

static void a_field_keeps_the_spaces_at_its_end(void **state)
{
    Fixture *f = *state;
    TextStyle style = plain;
    style.keeps_spaces = true;
    const TextLayout *layout = text_layout(f->cache, STR("ab  "), &style, TEXT_ANY_WIDTH);
    ASSERT_NEAR(layout->width, 30);
    ASSERT_NEAR(text_caret_x(f->cache, layout, 0, 4), 30);
    ASSERT_NEAR(lay(f, "ab  ", TEXT_ANY_WIDTH)->width, 20);
}

static void spaces_that_no_longer_fit_the_last_line_are_left_out(void **state)
{
    Fixture *f = *state;
    TextStyle style = plain;
    style.keeps_spaces = true;
    style.max_lines = 1;
    const TextLayout *layout = text_layout(f->cache, STR("ab c    "), &style, 50);
    assert_int_equal(layout->line_count, 1);
    assert_false(layout->is_cut);
    assert_int_equal(layout->to, 8);
    assert_true(layout->lines[0].width <= 50);
}

static void a_selection_over_both_directions_has_more_than_one_span(void **state)
{
    Fixture *f = *state;
    TextSpan spans[4];
    const TextLayout *layout = lay(f, "ab" SHALOM "cd", TEXT_ANY_WIDTH);
    assert_int_equal(text_spans(f->cache, layout, 0, 0, 12, spans, 4), 1);
    ASSERT_NEAR(spans[0].width, 80);
    /* b and the first two Hebrew letters, which stand on the right. */
    assert_int_equal(text_spans(f->cache, layout, 0, 1, 6, spans, 4), 2);
    ASSERT_NEAR(spans[0].x, 10);
    ASSERT_NEAR(spans[0].width, 10);
    ASSERT_NEAR(spans[1].x, 40);
    ASSERT_NEAR(spans[1].width, 20);
    assert_int_equal(text_spans(f->cache, layout, 0, 3, 3, spans, 4), 0);
}

static void drawing_puts_runs_on_their_baseline(void **state)
{
    Fixture *f = *state;
    Arena frame;
    arena_init(&frame, 0);
    DrawList list;
    draw_begin(&list, &frame);
    text_draw(&list, lay(f, "one two three", 75), (Vec){100, 50}, (Color){1, 2, 3, 255});
    assert_int_equal(list.count, 2);
    const DrawText *text = &list.commands[1].as.text;
    assert_true(str_is(text->text, STR("three")));
    ASSERT_NEAR(text->at.x, 100);
    ASSERT_NEAR(text->at.y, 50 + 26 + 20.5);
    assert_int_equal(text->color.b, 3);
    arena_deinit(&frame);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(lines_break_at_spaces_which_hang),
        TEST(a_line_may_be_exactly_as_wide_as_the_box),
        TEST(an_empty_text_has_one_empty_line),
        TEST(line_break_characters_end_paragraphs),
        TEST(hyphens_break_and_no_break_spaces_do_not),
        TEST(a_long_word_breaks_between_graphemes),
        TEST(a_family_joined_by_zero_width_joiners_stays_whole),
        TEST(flags_break_between_their_pairs),
        TEST(japanese_breaks_between_signs_but_not_before_a_full_stop),
        TEST(thai_breaks_between_words),
        TEST(hebrew_paragraphs_read_and_stand_right_to_left),
        TEST(arabic_within_latin_keeps_its_numbers_leftwards),
        TEST(each_paragraph_has_its_own_direction),
        TEST(alignment_moves_lines_within_the_box),
        TEST(marks_stay_in_their_base_letters_face_and_spaces_in_the_one_before),
        TEST(a_cut_text_ends_in_an_ellipsis),
        TEST(a_text_that_fits_its_lines_is_not_cut),
        TEST(an_ellipsis_never_parts_a_letter_from_its_mark),
        TEST(the_ellipsis_of_a_right_to_left_line_stands_left),
        TEST(tabular_digits_stand_in_equal_cells),
        TEST(the_largest_style_that_fits_is_taken),
        TEST(asking_again_makes_and_measures_nothing),
        TEST(another_scale_measures_anew),
        TEST(what_is_shown_stays_and_what_was_shown_is_forgotten),
        TEST(a_frame_with_very_many_layouts_keeps_them_all),
        TEST(a_huge_text_is_looked_at_only_as_far_as_its_lines),
        TEST(marks_without_end_do_not_hide_the_text_behind_them),
        TEST(what_cannot_be_drawn_is_replaced_in_its_place),
        TEST(cursors_stand_between_graphemes_in_both_directions),
        TEST(presses_never_land_between_a_letter_and_its_mark),
        TEST(a_field_keeps_the_spaces_at_its_end),
        TEST(spaces_that_no_longer_fit_the_last_line_are_left_out),
        TEST(a_selection_over_both_directions_has_more_than_one_span),
        TEST(drawing_puts_runs_on_their_baseline),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
