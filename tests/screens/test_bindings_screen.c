#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "menu_fixture.h"

#include "screens/bindings_state.h"

static const Binding *binding(const AppFixture *fixture, Command command)
{
    return &app_model(fixture->app)->settings.bindings.of[command];
}

static bool is_waiting(const AppFixture *fixture)
{
    return menu_find(fixture, "Cancel") != NULL;
}

static void ask(AppFixture *fixture, const char *label)
{
    menu_click(fixture, label);
    assert_true(is_waiting(fixture));
}

static void open_bindings(AppFixture *fixture)
{
    menu_open(fixture, SCREEN_BINDINGS, "");
}

static void every_command_is_listed_once(void **state)
{
    AppFixture *fixture = *state;
    platform_null_resize(&fixture->null, 800, 600);
    open_bindings(fixture);
    for (int c = COMMAND_NONE + 1; c < COMMAND_COUNT; c++) menu_get(fixture, command_label((Command)c));
}

static void a_key_is_taken_as_pressed(void **state)
{
    AppFixture *fixture = *state;
    open_bindings(fixture);
    ask(fixture, "Restart");
    fixture_press(fixture, KEY_J);
    assert_int_equal(binding(fixture, COMMAND_RESTART)->keys[0], KEY_J);
    assert_false(is_waiting(fixture));
}

static void keys_that_are_commands_can_be_taken_too(void **state)
{
    AppFixture *fixture = *state;
    open_bindings(fixture);
    ask(fixture, "Page back");
    fixture_press(fixture, KEY_TAB);
    assert_int_equal(binding(fixture, COMMAND_PAGE_PREVIOUS)->keys[0], KEY_TAB);
    assert_int_equal(binding(fixture, COMMAND_PLAYER)->keys[0], KEY_NONE);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_BINDINGS);
}

static void keys_that_act_everywhere_can_be_taken_too(void **state)
{
    AppFixture *fixture = *state;
    open_bindings(fixture);
    ask(fixture, "Restart");
    fixture_press(fixture, KEY_F10);
    assert_int_equal(binding(fixture, COMMAND_RESTART)->keys[0], KEY_F10);
    assert_int_equal(binding(fixture, COMMAND_MUTE)->keys[0], KEY_NONE);
    assert_false(app_model(fixture->app)->settings.is_muted);
}

static void a_button_is_taken_as_pressed(void **state)
{
    AppFixture *fixture = *state;
    open_bindings(fixture);
    ask(fixture, "Restart");
    menu_pad(fixture, PAD_LEFT_STICK);
    assert_int_equal(binding(fixture, COMMAND_RESTART)->button, PAD_LEFT_STICK);
}

static void the_press_that_asks_is_not_the_answer(void **state)
{
    AppFixture *fixture = *state;
    open_bindings(fixture);
    assert_true(menu_get(fixture, "Up")->flags & UI_FOCUSED);
    fixture_press(fixture, KEY_ENTER);
    fixture_run(fixture, 200);
    assert_true(is_waiting(fixture));
    assert_int_equal(binding(fixture, COMMAND_UP)->keys[0], KEY_UP);
}

static void no_answer_changes_nothing_after_five_seconds(void **state)
{
    AppFixture *fixture = *state;
    open_bindings(fixture);
    Bindings before = app_model(fixture->app)->settings.bindings;
    ask(fixture, "Restart");
    fixture_run(fixture, 4000);
    assert_true(is_waiting(fixture));
    fixture_run(fixture, 1500);
    assert_false(is_waiting(fixture));
    assert_memory_equal(&before, &app_model(fixture->app)->settings.bindings, sizeof before);
}

static void the_mouse_gives_up_asking(void **state)
{
    AppFixture *fixture = *state;
    open_bindings(fixture);
    ask(fixture, "Restart");
    menu_click(fixture, "Cancel");
    assert_false(is_waiting(fixture));
    assert_int_equal(binding(fixture, COMMAND_RESTART)->keys[0], KEY_F5);
}

static void what_menus_need_is_exchanged_not_lost(void **state)
{
    AppFixture *fixture = *state;
    open_bindings(fixture);
    ask(fixture, "Up");
    fixture_press(fixture, KEY_DOWN);
    assert_int_equal(binding(fixture, COMMAND_UP)->keys[0], KEY_DOWN);
    assert_int_equal(binding(fixture, COMMAND_DOWN)->keys[0], KEY_UP);
}

static void pick_and_back_can_change_places_on_a_pad(void **state)
{
    AppFixture *fixture = *state;
    open_bindings(fixture);
    ask(fixture, "Pick");
    menu_pad(fixture, PAD_B);
    assert_int_equal(binding(fixture, COMMAND_CONFIRM)->button, PAD_B);
    assert_int_equal(binding(fixture, COMMAND_BACK)->button, PAD_A);
    fixture_run(fixture, 200);
    menu_pad(fixture, PAD_A);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_TITLE);
}

static void what_has_nothing_to_give_is_refused_with_a_reason(void **state)
{
    AppFixture *fixture = *state;
    open_bindings(fixture);
    ask(fixture, "Mute");
    menu_pad(fixture, PAD_A);
    assert_true(is_waiting(fixture));
    assert_true(menu_says(fixture, "would be left without a button"));
    assert_int_equal(binding(fixture, COMMAND_CONFIRM)->button, PAD_A);
    assert_int_equal(binding(fixture, COMMAND_MUTE)->button, PAD_NONE);
}

/* Whatever is bound to whatever: menus can still be walked. */
static void no_sequence_of_answers_locks_anybody_out(void **state)
{
    AppFixture *fixture = *state;
    (void)fixture;
    Arena arena;
    arena_init(&arena, 0);
    Bindings bindings;
    bindings_default(&bindings);
    uint32_t chance = 1;
    for (int i = 0; i < 20000; i++) {
        chance = chance * 1664525u + 1013904223u;
        Command command = (Command)(COMMAND_NONE + 1 + (chance >> 8) % (COMMAND_COUNT - 1));
        chance = chance * 1664525u + 1013904223u;
        InputEvent event = {.kind = INPUT_KEY_DOWN, .key = KEY_A + (int)((chance >> 8) % 90)};
        if (chance >> 31)
            event = (InputEvent){.kind = INPUT_PAD_DOWN, .button = (PadButton)((chance >> 8) % 17)};
        BindingsAnswer answer = bindings_answer(&bindings, command, &event, &arena);
        if (answer.refusal.size > 0) continue;
        const Intent both[] = {answer.bind, answer.swap};
        for (int k = 0; k < 2; k++) {
            if (both[k].kind == INTENT_BIND_KEY)
                bindings_set_key(&bindings, both[k].command, 0, (int)both[k].number);
            if (both[k].kind == INTENT_BIND_BUTTON)
                bindings_set_button(&bindings, both[k].command, (PadButton)both[k].number);
        }
        for (Command c = COMMAND_UP; c <= COMMAND_BACK; c++) {
            assert_true(bindings.of[c].keys[0] || bindings.of[c].keys[1]);
            assert_int_not_equal(bindings.of[c].button, PAD_NONE);
        }
    }
    arena_deinit(&arena);
}

static void resetting_asks_first(void **state)
{
    AppFixture *fixture = *state;
    open_bindings(fixture);
    ask(fixture, "Restart");
    fixture_press(fixture, KEY_J);
    fixture_press(fixture, KEY_DELETE);
    fixture_run(fixture, 200);
    assert_true(menu_says(fixture, "Reset all keys?"));
    assert_int_equal(binding(fixture, COMMAND_RESTART)->keys[0], KEY_J);
    menu_click(fixture, "Reset");
    assert_int_equal(binding(fixture, COMMAND_RESTART)->keys[0], KEY_F5);
}

static void bindings_are_kept(void **state)
{
    AppFixture *fixture = *state;
    open_bindings(fixture);
    ask(fixture, "Restart");
    fixture_press(fixture, KEY_J);
    app_close(fixture->app);
    fixture_start(fixture);
    assert_int_equal(binding(fixture, COMMAND_RESTART)->keys[0], KEY_J);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        MENU_TEST(every_command_is_listed_once),
        MENU_TEST(a_key_is_taken_as_pressed),
        MENU_TEST(keys_that_are_commands_can_be_taken_too),
        MENU_TEST(keys_that_act_everywhere_can_be_taken_too),
        MENU_TEST(a_button_is_taken_as_pressed),
        MENU_TEST(the_press_that_asks_is_not_the_answer),
        MENU_TEST(no_answer_changes_nothing_after_five_seconds),
        MENU_TEST(the_mouse_gives_up_asking),
        MENU_TEST(what_menus_need_is_exchanged_not_lost),
        MENU_TEST(pick_and_back_can_change_places_on_a_pad),
        MENU_TEST(what_has_nothing_to_give_is_refused_with_a_reason),
        MENU_TEST(no_sequence_of_answers_locks_anybody_out),
        MENU_TEST(resetting_asks_first),
        MENU_TEST(bindings_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
