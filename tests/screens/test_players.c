#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/text.h"
#include "menu_fixture.h"

static void add(AppFixture *fixture, const char *names)
{
    app_apply(fixture->app, &(Intent){.kind = INTENT_ADD_PLAYERS, .text = str_of(names)});
    fixture_run(fixture, 32);
}

static void open_players(AppFixture *fixture)
{
    menu_open(fixture, SCREEN_PLAYERS, "");
}

static bool has_player(const AppFixture *fixture, const char *name)
{
    const Model *model = app_model(fixture->app);
    for (size_t i = 0; i < model->player_count; i++)
        if (str_is(model->players[i].name, str_of(name))) return true;
    return false;
}

static void picking_a_player_goes_back_with_that_player(void **state)
{
    AppFixture *fixture = *state;
    add(fixture, "Mira\nJonas");
    open_players(fixture);
    menu_click(fixture, "Mira");
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_TITLE);
    assert_true(str_is(app_model(fixture->app)->player.name, STR("Mira")));
}

static void a_player_of_any_script_is_added_by_keys(void **state)
{
    AppFixture *fixture = *state;
    open_players(fixture);
    fixture_press(fixture, KEY_N);
    menu_type(fixture, "Ελένη");
    assert_true(menu_says(fixture, "Ελένη"));
    fixture_press(fixture, KEY_ENTER);
    assert_true(has_player(fixture, "Ελένη"));
    assert_true(str_is(app_model(fixture->app)->player.name, STR("Ελένη")));
    assert_null(menu_find(fixture, "Cancel"));
}

static void a_name_takes_16_graphemes_and_no_more(void **state)
{
    AppFixture *fixture = *state;
    open_players(fixture);
    fixture_press(fixture, KEY_N);
    menu_type(fixture, "abcdefghijklmnop");
    menu_type(fixture, "q");
    assert_true(menu_says(fixture, "at most 16"));
    fixture_press(fixture, KEY_ENTER);
    assert_true(has_player(fixture, "abcdefghijklmnop"));
}

static void a_taken_name_is_told_where_it_is_typed(void **state)
{
    AppFixture *fixture = *state;
    add(fixture, "Mira");
    open_players(fixture);
    fixture_press(fixture, KEY_N);
    menu_type(fixture, "MIRA");
    assert_true(menu_says(fixture, "There is a Mira already."));
    size_t before = app_model(fixture->app)->player_count;
    fixture_press(fixture, KEY_ENTER);
    assert_int_equal(app_model(fixture->app)->player_count, before);
    assert_non_null(menu_find(fixture, "Cancel"));
}

static void an_empty_name_is_told_when_it_is_confirmed(void **state)
{
    AppFixture *fixture = *state;
    open_players(fixture);
    fixture_press(fixture, KEY_N);
    assert_false(menu_says(fixture, "at least one character"));
    menu_click(fixture, "Add");
    assert_true(menu_says(fixture, "at least one character"));
}

static void name_and_colour_change_together(void **state)
{
    AppFixture *fixture = *state;
    open_players(fixture);
    fixture_press(fixture, KEY_E);
    menu_type(fixture, "Zoë");
    menu_click(fixture, theme_avatar(theme_get(THEME_NIGHT), 3).name);
    menu_click(fixture, "Save");
    assert_true(str_is(app_model(fixture->app)->player.name, STR("Zoë")));
    assert_int_equal(app_model(fixture->app)->player.color, 3);
    assert_int_equal(app_model(fixture->app)->player_count, 1);
}

static void escape_leaves_the_name_as_it_was(void **state)
{
    AppFixture *fixture = *state;
    open_players(fixture);
    fixture_press(fixture, KEY_E);
    menu_type(fixture, "Other");
    fixture_press(fixture, KEY_ESCAPE);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_PLAYERS);
    assert_true(str_is(app_model(fixture->app)->player.name, STR("Player 1")));
}

static void a_pad_types_on_the_keyboard_on_screen(void **state)
{
    AppFixture *fixture = *state;
    fixture->null.pad_count = 1;
    open_players(fixture);
    menu_pad(fixture, PAD_X);
    menu_pad(fixture, PAD_A);
    assert_non_null(menu_find(fixture, "Done"));
    menu_pad(fixture, PAD_A);
    menu_pad(fixture, PAD_START);
    assert_null(menu_find(fixture, "Done"));
    const UiWidget *field = menu_get(fixture, "Name");
    assert_int_equal(text_length(field->value), 1);
    menu_click(fixture, "Add");
    assert_int_equal(app_model(fixture->app)->player_count, 2);
}

static void a_pasted_class_is_shown_before_it_is_taken(void **state)
{
    AppFixture *fixture = *state;
    add(fixture, "Mira");
    snprintf(fixture->null.clipboard, sizeof fixture->null.clipboard,
             "Anna\r\nBen\n\n mira \nanna\nThis name is much too long\n李小龙\n");
    open_players(fixture);
    size_t before = app_model(fixture->app)->player_count;
    fixture_press(fixture, KEY_P);
    assert_true(menu_says(fixture, "3 new, 3 left out"));
    assert_true(menu_says(fixture, "There is a Mira already."));
    assert_true(menu_says(fixture, "Twice in this list."));
    assert_true(menu_says(fixture, "26 characters; a name has at most 16."));
    assert_int_equal(app_model(fixture->app)->player_count, before);
    menu_click(fixture, "Add 3");
    assert_int_equal(app_model(fixture->app)->player_count, before + 3);
    assert_true(has_player(fixture, "Anna") && has_player(fixture, "Ben") && has_player(fixture, "李小龙"));
}

static void a_line_of_the_class_can_be_left_out(void **state)
{
    AppFixture *fixture = *state;
    snprintf(fixture->null.clipboard, sizeof fixture->null.clipboard, "Anna\nBen");
    open_players(fixture);
    fixture_press(fixture, KEY_P);
    menu_click(fixture, "Ben");
    assert_true(menu_says(fixture, "1 new, 1 left out"));
    menu_click(fixture, "Add 1");
    assert_true(has_player(fixture, "Anna"));
    assert_false(has_player(fixture, "Ben"));
}

static void an_empty_clipboard_says_what_to_do(void **state)
{
    AppFixture *fixture = *state;
    open_players(fixture);
    fixture_press(fixture, KEY_P);
    assert_true(menu_says(fixture, "Copy a list of names"));
    assert_true(menu_get(fixture, "Add")->flags & UI_DISABLED);
    snprintf(fixture->null.clipboard, sizeof fixture->null.clipboard, "Anna");
    menu_click(fixture, "Read clipboard");
    assert_non_null(menu_find(fixture, "Add 1"));
}

static void a_class_of_40_scrolls_to_the_one_who_plays(void **state)
{
    AppFixture *fixture = *state;
    char names[1024] = "";
    for (int i = 10; i < 50; i++) snprintf(names + strlen(names), 24, "Pupil %d\n", i);
    add(fixture, names);
    open_players(fixture);
    menu_click(fixture, "Pupil 10");
    open_players(fixture);
    fixture_press(fixture, KEY_END);
    fixture_press(fixture, KEY_ENTER);
    fixture_run(fixture, 100);
    assert_true(str_is(app_model(fixture->app)->player.name, STR("Pupil 49")));
    open_players(fixture);
    const UiWidget *own = menu_get(fixture, "Pupil 49");
    assert_true(own->flags & UI_FOCUSED);
    assert_true(own->rect.y + own->rect.h < fixture->null.view.canvas.h);
}

static void removing_says_what_goes_and_offers_a_file(void **state)
{
    AppFixture *fixture = *state;
    add(fixture, "Mira");
    open_players(fixture);
    fixture_press(fixture, KEY_DELETE);
    assert_true(menu_says(fixture, "Remove Mira?"));
    assert_true(menu_says(fixture, "nothing else is lost"));
    menu_click(fixture, "Save to a file first");
    assert_true(menu_says(fixture, "Remove Mira?"));
    assert_true(has_player(fixture, "Mira"));
    char command[TEMP_FOLDER_SIZE + 32];
    snprintf(command, sizeof command, "test -f %s/player-Mira-*.json", fixture->folder);
    assert_int_equal(system(command), 0);
    menu_click(fixture, "Remove");
    assert_false(has_player(fixture, "Mira"));
}

static void keeping_is_what_back_and_the_first_enter_do(void **state)
{
    AppFixture *fixture = *state;
    add(fixture, "Mira");
    open_players(fixture);
    fixture_press(fixture, KEY_DELETE);
    fixture_press(fixture, KEY_ENTER);
    fixture_press(fixture, KEY_DELETE);
    fixture_press(fixture, KEY_ESCAPE);
    assert_true(has_player(fixture, "Mira"));
    assert_false(menu_says(fixture, "Remove Mira?"));
}

static void the_last_player_stays(void **state)
{
    AppFixture *fixture = *state;
    open_players(fixture);
    assert_true(menu_get(fixture, "Remove")->flags & UI_DISABLED);
    fixture_press(fixture, KEY_DELETE);
    assert_false(menu_says(fixture, "Remove Player 1?"));
}

static void removing_can_be_locked_away(void **state)
{
    AppFixture *fixture = *state;
    add(fixture, "Mira");
    menu_set(fixture, "lock-players", "1");
    open_players(fixture);
    assert_null(menu_find(fixture, "Remove"));
    fixture_press(fixture, KEY_DELETE);
    assert_false(menu_says(fixture, "Remove Mira?"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        MENU_TEST(picking_a_player_goes_back_with_that_player),
        MENU_TEST(a_player_of_any_script_is_added_by_keys),
        MENU_TEST(a_name_takes_16_graphemes_and_no_more),
        MENU_TEST(a_taken_name_is_told_where_it_is_typed),
        MENU_TEST(an_empty_name_is_told_when_it_is_confirmed),
        MENU_TEST(name_and_colour_change_together),
        MENU_TEST(escape_leaves_the_name_as_it_was),
        MENU_TEST(a_pad_types_on_the_keyboard_on_screen),
        MENU_TEST(a_pasted_class_is_shown_before_it_is_taken),
        MENU_TEST(a_line_of_the_class_can_be_left_out),
        MENU_TEST(an_empty_clipboard_says_what_to_do),
        MENU_TEST(a_class_of_40_scrolls_to_the_one_who_plays),
        MENU_TEST(removing_says_what_goes_and_offers_a_file),
        MENU_TEST(keeping_is_what_back_and_the_first_enter_do),
        MENU_TEST(the_last_player_stays),
        MENU_TEST(removing_can_be_locked_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
