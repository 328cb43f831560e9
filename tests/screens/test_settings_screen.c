#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "menu_fixture.h"

static const Settings *settings_of(const AppFixture *fixture)
{
    return &app_model(fixture->app)->settings;
}

static void focus(AppFixture *fixture, const char *label)
{
    for (int i = 0; i < 80; i++) {
        if (menu_get(fixture, label)->flags & UI_FOCUSED) return;
        fixture_press(fixture, i < 40 ? KEY_DOWN : KEY_UP);
    }
    fail_msg("\"%s\" is not reached by Down or Up", label);
}

static void text_size_changes_at_once(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_SETTINGS, "");
    focus(fixture, "Text size");
    float before = menu_get(fixture, "Text size")->rect.h;
    static const int sizes[] = {125, 150, 175, 200};
    for (int i = 0; i < 4; i++) {
        fixture_press(fixture, KEY_RIGHT);
        assert_int_equal(settings_of(fixture)->text_percent, sizes[i]);
    }
    assert_true(menu_get(fixture, "Text size")->rect.h > before);
    fixture_press(fixture, KEY_RIGHT);
    assert_int_equal(settings_of(fixture)->text_percent, 200);
}

static void themes_are_chosen_by_pictures(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_SETTINGS, "");
    focus(fixture, "Theme");
    fixture_press(fixture, KEY_RIGHT);
    assert_int_equal(settings_of(fixture)->theme, THEME_PAPER);
    assert_ptr_equal(app_ui(fixture->app)->theme, theme_get(THEME_PAPER));
    fixture_press(fixture, KEY_RIGHT);
    assert_int_equal(settings_of(fixture)->theme, THEME_CONTRAST);
}

static void toggles_turn_by_mouse_and_by_keys(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_SETTINGS, "");
    menu_click(fixture, "Reduced motion");
    assert_true(settings_of(fixture)->reduced_motion);
    menu_click(fixture, "Countdown before a round");
    assert_false(settings_of(fixture)->has_countdown);
    focus(fixture, "Lock removing players");
    fixture_press(fixture, KEY_ENTER);
    assert_true(settings_of(fixture)->are_players_locked);
    fixture_press(fixture, KEY_ENTER);
    assert_false(settings_of(fixture)->are_players_locked);
}

static void full_screen_is_the_windows(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_SETTINGS, "");
    menu_click(fixture, "Full screen");
    assert_true(fixture->null.view.is_fullscreen);
}

static void time_limits_say_what_they_do_to_leaderboards(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_SETTINGS, "");
    focus(fixture, "Time limits");
    Arena arena;
    arena_init(&arena, 0);
    fixture_press(fixture, KEY_LEFT);
    assert_int_equal(settings_of(fixture)->timing, TIMING_RELAXED);
    assert_non_null(strstr(platform_null_texts(&fixture->null, &arena).data, "own boards"));
    fixture_press(fixture, KEY_LEFT);
    assert_int_equal(settings_of(fixture)->timing, TIMING_OFF);
    assert_non_null(strstr(platform_null_texts(&fixture->null, &arena).data, "No limits in rush"));
    arena_deinit(&arena);
}

static void the_volume_is_heard_at_once_and_mute_silences(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_SETTINGS, "");
    focus(fixture, "Effects");
    int before = settings_of(fixture)->volume;
    fixture_press(fixture, KEY_LEFT);
    assert_int_equal(settings_of(fixture)->volume, before - 5);
    assert_int_equal(fixture->null.volume_percent, before - 5);
    menu_click(fixture, "Mute");
    assert_int_equal(fixture->null.volume_percent, 0);
}

static void settings_are_those_of_the_player(void **state)
{
    AppFixture *fixture = *state;
    menu_set(fixture, "theme", "paper");
    app_apply(fixture->app, &(Intent){.kind = INTENT_ADD_PLAYERS, .text = STR("Mira")});
    fixture_run(fixture, 32);
    assert_int_equal(settings_of(fixture)->theme, THEME_NIGHT);
}

static void board_keys_are_shown_in_the_players_layout(void **state)
{
    AppFixture *fixture = *state;
    fixture->null.key_offset = 1;
    menu_open(fixture, SCREEN_SETTINGS, "");
    Arena arena;
    arena_init(&arena, 0);
    /* where a US keyboard has Q this one has R, and G where it has F */
    Str texts = platform_null_texts(&fixture->null, &arena);
    assert_non_null(strstr(texts.data, "\nR\n"));
    assert_non_null(strstr(texts.data, "\nG\n"));
    assert_null(strstr(texts.data, "\nQ\n"));
    arena_deinit(&arena);
}

static void k_leads_to_the_keys(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_SETTINGS, "");
    fixture_press(fixture, KEY_K);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_BINDINGS);
    fixture_press(fixture, KEY_ESCAPE);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_SETTINGS);
    menu_click(fixture, "Change keys");
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_BINDINGS);
}

static void nothing_moves_on_a_still_screen(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_SETTINGS, "");
    fixture_run(fixture, 1000);
    int presents = fixture->null.presents;
    fixture_run(fixture, 1000);
    assert_int_equal(fixture->null.presents, presents);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        MENU_TEST(text_size_changes_at_once),
        MENU_TEST(themes_are_chosen_by_pictures),
        MENU_TEST(toggles_turn_by_mouse_and_by_keys),
        MENU_TEST(full_screen_is_the_windows),
        MENU_TEST(time_limits_say_what_they_do_to_leaderboards),
        MENU_TEST(the_volume_is_heard_at_once_and_mute_silences),
        MENU_TEST(settings_are_those_of_the_player),
        MENU_TEST(board_keys_are_shown_in_the_players_layout),
        MENU_TEST(k_leads_to_the_keys),
        MENU_TEST(nothing_moves_on_a_still_screen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
