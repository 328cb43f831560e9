#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/rng.h"
#include "ui/input.h"
#include "ui/keys.h"

static Bindings defaults(void)
{
    Bindings b;
    bindings_default(&b);
    return b;
}

static Action press(const Bindings *b, InputContext context, int key)
{
    InputEvent e = {.kind = INPUT_KEY_DOWN, .key = key};
    return input_translate(b, context, &e);
}

static Action press_pad(const Bindings *b, InputContext context, PadButton button)
{
    InputEvent e = {.kind = INPUT_PAD_DOWN, .device = DEVICE_PAD, .button = button};
    return input_translate(b, context, &e);
}

static void a_key_means_what_its_context_says(void **state)
{
    (void)state;
    Bindings b = defaults();
    assert_int_equal(press(&b, INPUT_CONTEXT_BOARD, KEY_Q).command, COMMAND_TILE_FIRST + 6);
    assert_int_equal(press(&b, INPUT_CONTEXT_MENU, KEY_Q).kind, ACTION_KEY);
    assert_int_equal(press(&b, INPUT_CONTEXT_QUESTION, KEY_2).command, COMMAND_OPTION_2);
    assert_int_equal(press(&b, INPUT_CONTEXT_BOARD, KEY_2).command, COMMAND_TILE_FIRST + 1);
    assert_int_equal(press(&b, INPUT_CONTEXT_MENU, KEY_ESCAPE).command, COMMAND_BACK);
    assert_int_equal(press(&b, INPUT_CONTEXT_BOARD, KEY_ESCAPE).command, COMMAND_PAUSE);
    assert_int_equal(press(&b, INPUT_CONTEXT_QUESTION, KEY_SPACE).command, COMMAND_NEXT);
}

static void the_pad_answers_by_position_or_confirms_with_more_options(void **state)
{
    (void)state;
    Bindings b = defaults();
    assert_int_equal(press_pad(&b, INPUT_CONTEXT_QUESTION, PAD_X).command, COMMAND_OPTION_1);
    assert_int_equal(press_pad(&b, INPUT_CONTEXT_QUESTION, PAD_Y).command, COMMAND_OPTION_2);
    assert_int_equal(press_pad(&b, INPUT_CONTEXT_QUESTION, PAD_A).command, COMMAND_OPTION_3);
    assert_int_equal(press_pad(&b, INPUT_CONTEXT_QUESTION, PAD_B).command, COMMAND_OPTION_4);
    assert_int_equal(press_pad(&b, INPUT_CONTEXT_MANY, PAD_A).command, COMMAND_CONFIRM);
    assert_int_equal(press_pad(&b, INPUT_CONTEXT_QUESTION, PAD_START).command, COMMAND_PAUSE);
    assert_int_equal(press_pad(&b, INPUT_CONTEXT_MENU, PAD_B).command, COMMAND_BACK);
    assert_int_equal(press_pad(&b, INPUT_CONTEXT_MENU, PAD_X).kind, ACTION_KEY);
}

static void in_a_field_letters_stay_letters(void **state)
{
    (void)state;
    Bindings b = defaults();
    bindings_set_key(&b, COMMAND_CONFIRM, 1, KEY_E);
    assert_int_equal(press(&b, INPUT_CONTEXT_TEXT, KEY_E).kind, ACTION_KEY);
    assert_int_equal(press(&b, INPUT_CONTEXT_TEXT, KEY_SPACE).kind, ACTION_KEY);
    assert_int_equal(press(&b, INPUT_CONTEXT_TEXT, KEY_BACKSPACE).kind, ACTION_KEY);
    assert_int_equal(press(&b, INPUT_CONTEXT_TEXT, KEY_TAB).kind, ACTION_KEY);
    assert_int_equal(press(&b, INPUT_CONTEXT_TEXT, KEY_ESCAPE).command, COMMAND_BACK);
    assert_int_equal(press(&b, INPUT_CONTEXT_TEXT, KEY_ENTER).command, COMMAND_CONFIRM);
    assert_int_equal(press(&b, INPUT_CONTEXT_TEXT, KEY_LEFT).command, COMMAND_LEFT);
}

static void a_held_key_repeats_only_arrows_pages_and_typing(void **state)
{
    (void)state;
    Bindings b = defaults();
    InputEvent e = {.kind = INPUT_KEY_DOWN, .key = KEY_DOWN, .is_repeat = true};
    assert_int_equal(input_translate(&b, INPUT_CONTEXT_MENU, &e).command, COMMAND_DOWN);
    e.key = KEY_PAGE_DOWN;
    assert_int_equal(input_translate(&b, INPUT_CONTEXT_MENU, &e).command, COMMAND_PAGE_NEXT);
    e.key = KEY_ENTER;
    assert_int_equal(input_translate(&b, INPUT_CONTEXT_MENU, &e).kind, ACTION_NONE);
    assert_int_equal(input_translate(&b, INPUT_CONTEXT_TEXT, &e).kind, ACTION_NONE);
    e.key = KEY_S;
    assert_int_equal(input_translate(&b, INPUT_CONTEXT_MENU, &e).kind, ACTION_NONE);
    assert_int_equal(input_translate(&b, INPUT_CONTEXT_BOARD, &e).kind, ACTION_NONE);
    e.key = KEY_BACKSPACE;
    assert_int_equal(input_translate(&b, INPUT_CONTEXT_TEXT, &e).kind, ACTION_KEY);
}

static void modifiers_are_nothing_and_keep_commands_away(void **state)
{
    (void)state;
    Bindings b = defaults();
    assert_int_equal(press(&b, INPUT_CONTEXT_MENU, KEY_LEFT_SHIFT).kind, ACTION_NONE);
    InputEvent e = {.kind = INPUT_KEY_DOWN, .key = KEY_Q, .mods = MOD_CTRL};
    assert_int_equal(input_translate(&b, INPUT_CONTEXT_BOARD, &e).kind, ACTION_KEY);
    e = (InputEvent){.kind = INPUT_KEY_DOWN, .key = KEY_ENTER, .mods = MOD_ALT};
    assert_int_equal(input_translate(&b, INPUT_CONTEXT_BOARD, &e).command, COMMAND_FULLSCREEN);
    e = (InputEvent){.kind = INPUT_KEY_UP, .key = KEY_ENTER};
    assert_int_equal(input_translate(&b, INPUT_CONTEXT_MENU, &e).kind, ACTION_NONE);
}

static void pointers_and_text_become_actions_of_the_same_name(void **state)
{
    (void)state;
    Bindings b = defaults();
    static const struct {
        InputEventKind from;
        ActionKind to;
    } pairs[] = {{INPUT_POINTER_MOVE, ACTION_POINTER_MOVE},
                 {INPUT_POINTER_DOWN, ACTION_POINTER_DOWN},
                 {INPUT_POINTER_UP, ACTION_POINTER_UP},
                 {INPUT_WHEEL, ACTION_WHEEL},
                 {INPUT_TEXT, ACTION_TEXT},
                 {INPUT_TEXT_EDITING, ACTION_TEXT_EDITING},
                 {INPUT_FOCUS_LOST, ACTION_FOCUS_LOST},
                 {INPUT_FOCUS_GAINED, ACTION_FOCUS_GAINED},
                 {INPUT_QUIT, ACTION_NONE},
                 {INPUT_WAKE, ACTION_NONE},
                 {INPUT_DROP, ACTION_NONE}};
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        InputEvent e = {.kind = pairs[i].from, .at = {3, 4}};
        Action a = input_translate(&b, INPUT_CONTEXT_MENU, &e);
        assert_int_equal(a.kind, pairs[i].to);
        assert_float_equal(a.event.at.x, 3, 0);
    }
}

static void a_key_that_is_taken_away_is_told(void **state)
{
    (void)state;
    Bindings b = defaults();
    assert_int_equal(bindings_set_key(&b, COMMAND_PAUSE, 1, KEY_W), COMMAND_TILE_FIRST + 7);
    assert_int_equal(b.of[COMMAND_TILE_FIRST + 7].keys[0], KEY_NONE);
    assert_int_equal(press(&b, INPUT_CONTEXT_BOARD, KEY_W).command, COMMAND_PAUSE);
    /* Back is of menus, pause of rounds: both may have Escape */
    assert_int_equal(bindings_set_key(&b, COMMAND_BACK, 1, KEY_W), COMMAND_NONE);
    assert_int_equal(bindings_set_button(&b, COMMAND_PLAYER, PAD_B), COMMAND_BACK);
    assert_int_equal(b.of[COMMAND_BACK].button, PAD_NONE);
    assert_int_equal(bindings_set_key(&b, COMMAND_UP, 1, KEY_UP), COMMAND_NONE);
    assert_int_equal(b.of[COMMAND_UP].keys[0], KEY_NONE); /* from one slot to the other */
    assert_int_equal(b.of[COMMAND_UP].keys[1], KEY_UP);
}

static void no_key_ever_has_two_commands_in_one_context(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 100; seed++) {
        Rng rng;
        rng_seed(&rng, seed);
        Bindings b = defaults();
        for (int i = 0; i < 60; i++) {
            Command c = (Command)(1 + rng_below(&rng, COMMAND_COUNT - 1));
            bindings_set_key(&b, c, (int)rng_below(&rng, 2), (int)(4 + rng_below(&rng, 40)));
            bindings_set_button(&b, c, (PadButton)rng_below(&rng, PAD_BUTTON_COUNT));
        }
        for (int context = INPUT_CONTEXT_MENU; context <= INPUT_CONTEXT_MANY; context++) {
            for (int c = 1; c < COMMAND_COUNT; c++) {
                for (int slot = 0; slot < 2; slot++) {
                    int key = b.of[c].keys[slot];
                    Action a = press(&b, (InputContext)context, key);
                    bool is_other = a.kind == ACTION_COMMAND && a.command != (Command)c;
                    bool has_both =
                        is_other && (b.of[a.command].keys[0] == key || b.of[a.command].keys[1] == key);
                    if (!key || !has_both) continue;
                    /* then `c` does not count there: pressing it never gives c */
                    Bindings without = b;
                    bindings_set_key(&without, a.command, 0, KEY_NONE);
                    bindings_set_key(&without, a.command, 1, KEY_NONE);
                    assert_true(press(&without, (InputContext)context, key).command != (Command)c);
                }
            }
        }
    }
}

static void menus_can_be_walked_even_with_the_keys_unbound(void **state)
{
    (void)state;
    Bindings b = defaults();
    for (int slot = 0; slot < 2; slot++) {
        bindings_set_key(&b, COMMAND_CONFIRM, slot, KEY_NONE);
        bindings_set_key(&b, COMMAND_BACK, slot, KEY_NONE);
        bindings_set_key(&b, COMMAND_DOWN, slot, KEY_NONE);
    }
    assert_int_equal(press(&b, INPUT_CONTEXT_MENU, KEY_ENTER).command, COMMAND_CONFIRM);
    assert_int_equal(press(&b, INPUT_CONTEXT_MENU, KEY_ESCAPE).command, COMMAND_BACK);
    assert_int_equal(press(&b, INPUT_CONTEXT_MENU, KEY_DOWN).command, COMMAND_DOWN);
}

static void bindings_come_back_as_they_were_saved(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    for (uint64_t seed = 0; seed < 50; seed++) {
        Rng rng;
        rng_seed(&rng, seed);
        Bindings b = defaults(), read = {0};
        for (int i = 0; i < 20; i++) {
            Command c = (Command)(1 + rng_below(&rng, COMMAND_COUNT - 1));
            bindings_set_key(&b, c, (int)rng_below(&rng, 2), (int)(4 + rng_below(&rng, 60)));
            if (i % 3 == 0) bindings_set_button(&b, c, (PadButton)rng_below(&rng, PAD_BUTTON_COUNT));
        }
        Err err = {0};
        assert_true(bindings_load(&read, bindings_save(&b, &arena), &err));
        for (int c = 1; c < COMMAND_COUNT; c++) {
            assert_int_equal(read.of[c].keys[0], b.of[c].keys[0]);
            assert_int_equal(read.of[c].keys[1], b.of[c].keys[1]);
            assert_int_equal(read.of[c].button, b.of[c].button);
        }
    }
    Bindings b = defaults();
    assert_true(str_is(bindings_save(&b, &arena), STR("{}")));
    arena_deinit(&arena);
}

static void wrong_bindings_are_refused_and_nothing_is_changed(void **state)
{
    (void)state;
    static const char *const wrong[] = {"",
                                        "[]",
                                        "{\"pause\": 3}",
                                        "{\"pause\": {}}",
                                        "{\"pause\": {\"keys\": [1]}}",
                                        "{\"pause\": {\"keys\": [1, \"a\"]}}",
                                        "{\"pause\": {\"keys\": [1, -1]}}",
                                        "{\"pause\": {\"keys\": [1, 512]}}",
                                        "{\"pause\": {\"keys\": [1, 2], \"button\": \"z\"}}"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        Bindings b = defaults();
        b.of[COMMAND_PAUSE].keys[0] = 77;
        Err err = {0};
        if (bindings_load(&b, str_of(wrong[i]), &err)) fail_msg("accepted: %s", wrong[i]);
        assert_true(err.is_set);
        assert_int_equal(b.of[COMMAND_PAUSE].keys[0], 77);
    }
}

static void a_command_of_a_newer_version_is_passed_over(void **state)
{
    (void)state;
    Bindings b = defaults();
    Err err = {0};
    assert_true(bindings_load(&b, STR("{\"dance\": 1, \"pause\": {\"keys\": [9, 0]}}"), &err));
    assert_int_equal(b.of[COMMAND_PAUSE].keys[0], 9);
    assert_int_equal(b.of[COMMAND_PAUSE].button, PAD_NONE);
}

static void every_command_has_its_own_name_and_a_label(void **state)
{
    (void)state;
    for (int c = 1; c < COMMAND_COUNT; c++) {
        assert_non_null(command_name((Command)c));
        assert_true(command_label((Command)c)[0] != '\0');
        assert_int_equal(command_find(str_of(command_name((Command)c))), c);
    }
    assert_int_equal(command_find(STR("dance")), COMMAND_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_key_means_what_its_context_says),
        cmocka_unit_test(the_pad_answers_by_position_or_confirms_with_more_options),
        cmocka_unit_test(in_a_field_letters_stay_letters),
        cmocka_unit_test(a_held_key_repeats_only_arrows_pages_and_typing),
        cmocka_unit_test(modifiers_are_nothing_and_keep_commands_away),
        cmocka_unit_test(pointers_and_text_become_actions_of_the_same_name),
        cmocka_unit_test(a_key_that_is_taken_away_is_told),
        cmocka_unit_test(no_key_ever_has_two_commands_in_one_context),
        cmocka_unit_test(menus_can_be_walked_even_with_the_keys_unbound),
        cmocka_unit_test(bindings_come_back_as_they_were_saved),
        cmocka_unit_test(wrong_bindings_are_refused_and_nothing_is_changed),
        cmocka_unit_test(a_command_of_a_newer_version_is_passed_over),
        cmocka_unit_test(every_command_has_its_own_name_and_a_label),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
