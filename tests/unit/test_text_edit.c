#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/rng.h"
#include "base/text.h"
#include "ui/keys.h"
#include "ui/text_edit.h"

enum { INSERT_KEY = 73 };

static TextEdit edit_of(const char *text, int max_graphemes)
{
    TextEdit edit;
    text_edit_init(&edit, str_of(text), max_graphemes);
    return edit;
}

static TextEditResult press(TextEdit *edit, int key, unsigned mods)
{
    InputEvent event = {.kind = INPUT_KEY_DOWN, .key = key, .mods = mods};
    return text_edit_apply(edit, &event, false);
}

static TextEditResult type(TextEdit *edit, const char *text)
{
    InputEvent event = {.kind = INPUT_TEXT};
    strcpy(event.text, text);
    return text_edit_apply(edit, &event, false);
}

static TextEditResult compose(TextEdit *edit, const char *text, int cursor)
{
    InputEvent event = {.kind = INPUT_TEXT_EDITING, .cursor = cursor};
    strcpy(event.text, text);
    return text_edit_apply(edit, &event, false);
}

static void assert_selected(const TextEdit *edit, const char *expected)
{
    assert_true(str_is(text_edit_selected(edit), str_of(expected)));
}

static void typed_text_goes_in_at_the_cursor(void **state)
{
    (void)state;
    TextEdit edit = edit_of("ac", 0);
    press(&edit, KEY_LEFT, 0);
    TextEditResult result = type(&edit, "b");
    assert_true(result.is_handled && result.is_changed && !result.is_refused);
    assert_string_equal(edit.text, "abc");
    assert_int_equal(edit.cursor, 2);
    text_edit_select_all(&edit);
    type(&edit, "\xC3\xA9");
    assert_string_equal(edit.text, "\xC3\xA9");
    assert_int_equal(edit.cursor, 2);
}

/* e, a combining acute, a flag of two letters. */
#define E_ACUTE "e\xCC\x81"
#define FLAG    "\xF0\x9F\x87\xAB\xF0\x9F\x87\xB7"

static void keys_move_and_erase_by_graphemes(void **state)
{
    (void)state;
    TextEdit edit = edit_of("a" E_ACUTE FLAG, 0);
    assert_int_equal(edit.cursor, 12);
    press(&edit, KEY_LEFT, 0);
    assert_int_equal(edit.cursor, 4);
    press(&edit, KEY_LEFT, 0);
    assert_int_equal(edit.cursor, 1);
    assert_true(press(&edit, KEY_DELETE, 0).is_changed);
    assert_string_equal(edit.text, "a" FLAG);
    press(&edit, KEY_END, 0);
    press(&edit, KEY_BACKSPACE, 0);
    assert_string_equal(edit.text, "a");
    press(&edit, KEY_HOME, 0);
    assert_false(press(&edit, KEY_BACKSPACE, 0).is_changed);
    assert_true(press(&edit, KEY_BACKSPACE, 0).is_handled);
    press(&edit, KEY_LEFT, 0);
    assert_int_equal(edit.cursor, 0);
}

static void ctrl_moves_and_erases_by_words(void **state)
{
    (void)state;
    TextEdit edit = edit_of("one, two  three", 0);
    press(&edit, KEY_LEFT, MOD_CTRL);
    assert_int_equal(edit.cursor, 10);
    press(&edit, KEY_LEFT, MOD_CTRL);
    assert_int_equal(edit.cursor, 5);
    press(&edit, KEY_RIGHT, MOD_CTRL);
    assert_int_equal(edit.cursor, 8);
    press(&edit, KEY_BACKSPACE, MOD_CTRL);
    assert_string_equal(edit.text, "one,   three");
    press(&edit, KEY_DELETE, MOD_CTRL);
    assert_string_equal(edit.text, "one, ");
    press(&edit, KEY_LEFT, MOD_CTRL);
    assert_int_equal(edit.cursor, 0);
}

static void shift_selects_and_an_arrow_leaves_the_selection(void **state)
{
    (void)state;
    TextEdit edit = edit_of("one two", 0);
    press(&edit, KEY_LEFT, MOD_SHIFT | MOD_CTRL);
    assert_selected(&edit, "two");
    press(&edit, KEY_LEFT, MOD_SHIFT);
    assert_selected(&edit, " two");
    press(&edit, KEY_RIGHT, 0);
    assert_selected(&edit, "");
    assert_int_equal(edit.cursor, 7);
    press(&edit, KEY_HOME, MOD_SHIFT);
    assert_selected(&edit, "one two");
    press(&edit, KEY_LEFT, 0);
    assert_int_equal(edit.cursor, 0);
    press(&edit, KEY_END, MOD_SHIFT);
    press(&edit, KEY_DELETE, 0);
    assert_string_equal(edit.text, "");
}

static void arrows_go_where_they_point_in_right_to_left_texts(void **state)
{
    (void)state;
    TextEdit edit = edit_of("\xD7\xA9\xD7\x9C", 0);
    InputEvent left = {.kind = INPUT_KEY_DOWN, .key = KEY_LEFT}, right = left;
    right.key = KEY_RIGHT;
    text_edit_apply(&edit, &right, true);
    assert_int_equal(edit.cursor, 2);
    text_edit_apply(&edit, &left, true);
    assert_int_equal(edit.cursor, 4);
}

static void the_clipboard_is_asked_for_not_touched(void **state)
{
    (void)state;
    TextEdit edit = edit_of("one two", 0);
    assert_int_equal(press(&edit, KEY_C, MOD_CTRL).ask, TEXT_EDIT_NOTHING); /* nothing is selected */
    assert_true(press(&edit, KEY_A, MOD_CTRL).is_handled);
    assert_int_equal(press(&edit, KEY_C, MOD_CTRL).ask, TEXT_EDIT_COPY);
    TextEditResult cut = press(&edit, KEY_X, MOD_CTRL);
    assert_int_equal(cut.ask, TEXT_EDIT_CUT);
    assert_false(cut.is_changed);
    assert_selected(&edit, "one two");
    assert_true(text_edit_insert(&edit, (Str){0}).is_changed);
    assert_string_equal(edit.text, "");
    assert_int_equal(press(&edit, KEY_V, MOD_CTRL).ask, TEXT_EDIT_PASTE);
    assert_int_equal(press(&edit, INSERT_KEY, MOD_SHIFT).ask, TEXT_EDIT_PASTE);
    edit = edit_of("a", 0);
    text_edit_select_all(&edit);
    assert_int_equal(press(&edit, INSERT_KEY, MOD_CTRL).ask, TEXT_EDIT_COPY);
    assert_int_equal(press(&edit, KEY_DELETE, MOD_SHIFT).ask, TEXT_EDIT_CUT);
}

static void shortcuts_follow_the_layouts_letters(void **state)
{
    (void)state;
    TextEdit edit = edit_of("one", 0);
    /* AZERTY: A is where Q is elsewhere. */
    InputEvent event = {.kind = INPUT_KEY_DOWN, .key = KEY_Q, .mods = MOD_CTRL, .text = "A"};
    text_edit_apply(&edit, &event, false);
    assert_selected(&edit, "one");
    /* Cyrillic es on the key of C. */
    event = (InputEvent){.kind = INPUT_KEY_DOWN, .key = KEY_C, .mods = MOD_CTRL, .text = "\xD1\x81"};
    assert_int_equal(text_edit_apply(&edit, &event, false).ask, TEXT_EDIT_COPY);
}

static void what_is_put_in_is_one_clean_line(void **state)
{
    (void)state;
    TextEdit edit = edit_of("", 0);
    text_edit_insert(&edit, STR("a\r\nb\tc\xFF\xE2\x80\xA8"
                                "d\0e"));
    assert_string_equal(edit.text, "a  b c d e");
}

static void no_more_goes_in_than_fits(void **state)
{
    (void)state;
    TextEdit edit = edit_of("abcd", 5);
    TextEditResult result = text_edit_insert(&edit, STR(E_ACUTE E_ACUTE));
    assert_true(result.is_changed && result.is_refused);
    assert_string_equal(edit.text, "abcd" E_ACUTE);
    result = type(&edit, "x");
    assert_true(!result.is_changed && result.is_refused);
    assert_string_equal(edit.text, "abcd" E_ACUTE);
    assert_true(type(&edit, "\xCC\xA3").is_changed); /* a mark more is no grapheme more */
    text_edit_select_all(&edit);
    assert_false(text_edit_insert(&edit, STR("12345")).is_refused);
    assert_string_equal(edit.text, "12345");

    char big[3 * TEXT_EDIT_BYTES];
    for (size_t i = 0; i < sizeof big; i += 3) memcpy(big + i, "\xE2\x82\xAC", 3);
    edit = edit_of("", 0);
    assert_true(text_edit_insert(&edit, (Str){big, sizeof big}).is_refused);
    assert_int_equal(edit.size, (TEXT_EDIT_BYTES - 1) / 3 * 3);
    assert_int_equal(strlen(edit.text), edit.size);
}

static void a_mark_put_before_nothing_leaves_the_cursor_at_a_boundary(void **state)
{
    (void)state;
    TextEdit edit = edit_of("\xCC\x81z", 0);
    press(&edit, KEY_HOME, 0);
    type(&edit, "e");
    assert_string_equal(edit.text, E_ACUTE "z");
    assert_int_equal(edit.cursor, 3);
}

static void a_composition_is_shown_and_not_yet_text(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    TextEdit edit = edit_of("ab", 0);
    press(&edit, KEY_LEFT, 0);
    compose(&edit, "\xE3\x81\xAB\xE3\x81\xBB", 1);
    assert_string_equal(edit.text, "ab");
    TextEditView view = text_edit_view(&edit, &arena);
    assert_true(str_is(view.text, STR("a\xE3\x81\xAB\xE3\x81\xBB"
                                      "b")));
    assert_int_equal(view.composed_from, 1);
    assert_int_equal(view.composed_to, 7);
    assert_int_equal(view.cursor, 4);
    assert_int_equal(text_edit_offset(&edit, 8), 2);
    assert_int_equal(text_edit_offset(&edit, 4), 1);
    assert_int_equal(text_edit_offset(&edit, 1), 1);
    assert_true(press(&edit, KEY_BACKSPACE, 0).is_handled); /* the input method's own */
    assert_string_equal(edit.text, "ab");
    type(&edit, "\xE6\x97\xA5");
    assert_string_equal(edit.text, "a\xE6\x97\xA5"
                                   "b");
    view = text_edit_view(&edit, &arena);
    assert_int_equal(view.composed_from, view.composed_to);
    arena_deinit(&arena);
}

static void a_composition_replaces_the_selection(void **state)
{
    (void)state;
    TextEdit edit = edit_of("ab", 0);
    text_edit_select_all(&edit);
    assert_true(compose(&edit, "n", 1).is_changed);
    assert_string_equal(edit.text, "");
    compose(&edit, "", 0);
    assert_true(press(&edit, KEY_BACKSPACE, 0).is_handled);
}

static void presses_place_the_cursor_and_drags_select(void **state)
{
    (void)state;
    TextEdit edit = edit_of("one two" E_ACUTE, 0);
    text_edit_place(&edit, 2, false);
    text_edit_place(&edit, 5, true);
    assert_selected(&edit, "e t");
    text_edit_place(&edit, 8, false); /* between e and its mark: behind both */
    assert_int_equal(edit.cursor, 10);
    text_edit_place(&edit, 999, false);
    assert_int_equal(edit.cursor, 10);
    text_edit_select_word(&edit, 5);
    assert_selected(&edit, "two" E_ACUTE);
    text_edit_select_word(&edit, 0);
    assert_selected(&edit, "one");
    text_edit_select_word(&edit, 999);
    assert_selected(&edit, "two" E_ACUTE);
    edit = edit_of("", 0);
    text_edit_select_word(&edit, 0);
    assert_selected(&edit, "");
}

static void keys_that_are_not_the_fields_are_left_to_others(void **state)
{
    (void)state;
    TextEdit edit = edit_of("a", 0);
    static const int others[] = {KEY_UP, KEY_DOWN, KEY_TAB, KEY_ENTER, KEY_ESCAPE, KEY_F11, KEY_PAGE_UP};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(press(&edit, others[i], 0).is_handled);
    assert_false(press(&edit, KEY_Z, MOD_CTRL).is_handled);
    assert_true(press(&edit, KEY_Z, 0).is_handled); /* its text follows */
    InputEvent up = {.kind = INPUT_KEY_UP, .key = KEY_BACKSPACE};
    assert_false(text_edit_apply(&edit, &up, false).is_handled);
    assert_string_equal(edit.text, "a");
}

static bool is_boundary(const TextEdit *edit, size_t offset)
{
    size_t at = 0;
    while (at < offset && at < edit->size) at = text_next_grapheme(text_edit_text(edit), at);
    return at == offset;
}

static void any_sequence_of_events_keeps_the_value_whole(void **state)
{
    (void)state;
    static const int keys[] = {KEY_LEFT,      KEY_RIGHT,  KEY_HOME, KEY_END,
                               KEY_BACKSPACE, KEY_DELETE, KEY_A,    KEY_X};
    static const char *const texts[] = {"a",
                                        " ",
                                        E_ACUTE,
                                        "\xCC\x81",
                                        FLAG,
                                        "\xF0\x9F\x87\xAB",
                                        "\xE2\x80\x8D",
                                        "\xF0\x9F\x91\xA9",
                                        "\xD7\xA9",
                                        "two words",
                                        "\xFF\n"};
    Rng rng;
    rng_seed(&rng, 7);
    TextEdit edit = edit_of("", 16);
    for (int i = 0; i < 20000; i++) {
        TextEditResult result;
        char was[TEXT_EDIT_BYTES];
        memcpy(was, edit.text, sizeof was);
        switch (rng_below(&rng, 4)) {
        case 0: result = type(&edit, texts[rng_below(&rng, sizeof texts / sizeof *texts)]); break;
        case 1: result = compose(&edit, rng_below(&rng, 2) ? "n" : "", 0); break;
        default:
            result = press(&edit, keys[rng_below(&rng, sizeof keys / sizeof *keys)],
                           (unsigned)rng_below(&rng, 4) & (MOD_SHIFT | MOD_CTRL));
        }
        if (result.ask == TEXT_EDIT_CUT)
            text_edit_insert(&edit, (Str){0});
        else
            assert_int_equal(result.is_changed, strcmp(was, edit.text) != 0);
        assert_int_equal(strlen(edit.text), edit.size);
        assert_int_equal(text_find_invalid_utf8(text_edit_text(&edit)), TEXT_NO_OFFSET);
        assert_true(text_count_graphemes(text_edit_text(&edit)) <= 16);
        assert_true(is_boundary(&edit, edit.cursor) && is_boundary(&edit, edit.anchor));
    }
}

static void a_text_of_many_lines_keeps_its_line_breaks(void **state)
{
    (void)state;
    char room[64];
    TextEdit edit;
    text_edit_init_lines(&edit, room, sizeof room,
                         STR("one\r\ntwo\rthree\xE2\x80\xA8"
                             "four\tfive\x07"));
    assert_string_equal(room, "one\ntwo\nthree\nfour five ");
    press(&edit, KEY_HOME, 0);
    assert_true(press(&edit, KEY_ENTER, MOD_SHIFT).is_changed);
    assert_string_equal(room, "\none\ntwo\nthree\nfour five ");
    assert_false(press(&edit, KEY_ENTER, 0).is_handled); /* confirms, as in one line */
    press(&edit, KEY_BACKSPACE, 0);
    press(&edit, KEY_END, 0);
    press(&edit, KEY_BACKSPACE, MOD_CTRL);
    assert_string_equal(room, "one\ntwo\nthree\nfour ");
    TextEditResult result = text_edit_insert(&edit, STR("0123456789012345678901234567890123456789012345678"));
    assert_true(result.is_refused && result.is_changed);
    assert_int_equal(edit.size, sizeof room - 1);
    TextEdit line;
    text_edit_init(&line, STR("one\r\ntwo"), 0);
    assert_string_equal(line.text, "one  two");
    assert_false(press(&line, KEY_ENTER, MOD_SHIFT).is_handled);
}

static void a_text_of_64_kib_is_typed_in_without_a_wait(void **state)
{
    (void)state;
    static char room[TEXT_EDIT_MOST], text[TEXT_EDIT_MOST - 1];
    memset(text, 'a', sizeof text);
    for (size_t i = 60; i < sizeof text; i += 60) text[i] = '\n';
    TextEdit edit;
    text_edit_init_lines(&edit, room, sizeof room, (Str){text, sizeof text});
    assert_int_equal(edit.size, sizeof text);
    assert_true(type(&edit, "x").is_refused);
    for (int i = 0; i < 2000; i++) press(&edit, i % 3 ? KEY_BACKSPACE : KEY_LEFT, 0);
    assert_true(type(&edit, "x").is_changed);
    assert_int_equal(strlen(room), edit.size);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(typed_text_goes_in_at_the_cursor),
        cmocka_unit_test(keys_move_and_erase_by_graphemes),
        cmocka_unit_test(ctrl_moves_and_erases_by_words),
        cmocka_unit_test(shift_selects_and_an_arrow_leaves_the_selection),
        cmocka_unit_test(arrows_go_where_they_point_in_right_to_left_texts),
        cmocka_unit_test(the_clipboard_is_asked_for_not_touched),
        cmocka_unit_test(shortcuts_follow_the_layouts_letters),
        cmocka_unit_test(what_is_put_in_is_one_clean_line),
        cmocka_unit_test(no_more_goes_in_than_fits),
        cmocka_unit_test(a_mark_put_before_nothing_leaves_the_cursor_at_a_boundary),
        cmocka_unit_test(a_composition_is_shown_and_not_yet_text),
        cmocka_unit_test(a_composition_replaces_the_selection),
        cmocka_unit_test(presses_place_the_cursor_and_drags_select),
        cmocka_unit_test(any_sequence_of_events_keeps_the_value_whole),
        cmocka_unit_test(keys_that_are_not_the_fields_are_left_to_others),
        cmocka_unit_test(a_text_of_many_lines_keeps_its_line_breaks),
        cmocka_unit_test(a_text_of_64_kib_is_typed_in_without_a_wait),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
