#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "menu_fixture.h"

#define SHIPPED 6

static int count_decks(const AppFixture *fixture)
{
    int count, found = 0;
    const UiWidget *widgets = ui_widgets(app_ui(fixture->app), &count);
    for (int i = 0; i < count; i++) found += widgets[i].scroll != 0 && widgets[i].role == ROLE_BUTTON;
    return found;
}

static void write_deck(AppFixture *fixture, const char *name, const char *text)
{
    char path[256];
    Err err = {0};
    snprintf(path, sizeof path, "%s/%s", fixture->decks, name);
    assert_true(file_write(path, str_of(text), &err));
    shelf_refresh(app_model(fixture->app)->shelf);
    shelf_wait(app_model(fixture->app)->shelf);
    fixture_run(fixture, 32);
}

static void the_shipped_decks_stand_on_the_shelf(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_LIBRARY, "");
    assert_int_equal(count_decks(fixture), SHIPPED);
    assert_true(menu_get(fixture, "AWS AI Practitioner")->flags & UI_FOCUSED);
    fixture_press(fixture, KEY_ENTER);
    fixture_wait_deck(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_DECK);
}

static void the_filter_finds_by_name_and_by_tag(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_LIBRARY, "");
    fixture_press(fixture, KEY_SLASH);
    menu_type(fixture, "MORSE");
    assert_int_equal(count_decks(fixture), 1);
    menu_get(fixture, "Morse code");
    for (int i = 0; i < 5; i++) fixture_press(fixture, KEY_BACKSPACE);
    assert_int_equal(count_decks(fixture), SHIPPED);
    menu_type(fixture, "hiragana");
    assert_int_equal(count_decks(fixture), 1);
    menu_get(fixture, "Japanese kana");
}

static void a_filter_without_a_deck_says_so(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_LIBRARY, "");
    fixture_press(fixture, KEY_SLASH);
    menu_type(fixture, "qqq");
    assert_true(menu_says(fixture, "No deck has that in its name or tags."));
    fixture_press(fixture, KEY_ESCAPE);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_TITLE);
}

static void a_new_deck_appears_and_a_bad_one_says_why_and_stays_shut(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_LIBRARY, "");
    write_deck(fixture, "broken.json", "{\"format\":1,,}");
    assert_int_equal(count_decks(fixture), SHIPPED + 1);
    assert_true(menu_says(fixture, "1:13"));
    menu_click(fixture, "broken");
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_LIBRARY);
    assert_null(menu_find(fixture, "Open deck"));
}

static void without_decks_it_leads_to_import_and_to_their_folder(void **state)
{
    AppFixture *fixture = *state;
    app_close(fixture->app);
    char empty[TEMP_FOLDER_SIZE + 8];
    snprintf(empty, sizeof empty, "%s/none", fixture->folder);
    AppOptions options = {
        .store = store_open(fixture->folder), .decks_folder = fixture->decks, .shipped_decks = empty};
    fixture->app = app_open(&fixture->null.calls, &options);
    shelf_wait(app_model(fixture->app)->shelf);
    app_frame(fixture->app);
    menu_open(fixture, SCREEN_LIBRARY, "");
    assert_true(menu_says(fixture, "No decks yet."));
    fixture_press(fixture, KEY_ENTER);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_IMPORT_FILES);
    fixture_press(fixture, KEY_ESCAPE);
    fixture_press(fixture, KEY_DOWN);
    fixture_press(fixture, KEY_ENTER);
    assert_string_equal(fixture->null.opened_folder, fixture->decks);
}

static void a_pad_has_a_button_for_each_hint(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_LIBRARY, "");
    menu_pad(fixture, PAD_Y);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_PLAYERS);
    menu_open(fixture, SCREEN_LIBRARY, "");
    menu_pad(fixture, PAD_BACK);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_BIN);
    menu_open(fixture, SCREEN_LIBRARY, "");
    menu_pad(fixture, PAD_LEFT_STICK);
    assert_string_equal(fixture->null.opened_folder, fixture->decks);
    menu_pad(fixture, PAD_RB); /* a page of the shelf */
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_LIBRARY);
    assert_false(menu_get(fixture, "AWS AI Practitioner")->flags & UI_FOCUSED);
    menu_pad(fixture, PAD_LB);
    assert_true(menu_get(fixture, "AWS AI Practitioner")->flags & UI_FOCUSED);
    menu_pad(fixture, PAD_RIGHT_STICK);
    fixture_wait_deck(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_MATCH);
}

static void a_filter_keeps_its_room_beside_keys_and_buttons(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_LIBRARY, "");
    menu_pad(fixture, PAD_DOWN);
    assert_true(menu_get(fixture, "Filter by name or tag")->rect.w >= 220);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        MENU_TEST(the_shipped_decks_stand_on_the_shelf),
        MENU_TEST(the_filter_finds_by_name_and_by_tag),
        MENU_TEST(a_filter_without_a_deck_says_so),
        MENU_TEST(a_new_deck_appears_and_a_bad_one_says_why_and_stays_shut),
        MENU_TEST(a_pad_has_a_button_for_each_hint),
        MENU_TEST(a_filter_keeps_its_room_beside_keys_and_buttons),
        MENU_TEST(without_decks_it_leads_to_import_and_to_their_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
