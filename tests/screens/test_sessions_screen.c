/* The table of study sessions: on the hub and with a screen of its own. */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "study_fixture.h"

/* "Player 1" has answered 3 cards, Ada 6, Zoe 1. */
static void study(AppFixture *fixture)
{
    app_apply(fixture->app, &(Intent){.kind = INTENT_ADD_PLAYERS, .text = STR("Ada\nZoe")});
    app_apply(fixture->app,
              &(Intent){.kind = INTENT_CHOOSE_PLAYER, .number = study_player(fixture, "Player 1")});
    study_open_hub(fixture);
    for (uint32_t card = 0; card < 6; card++) study_answer(fixture, study_player(fixture, "Ada"), card, true);
    for (uint32_t card = 0; card < 3; card++)
        study_answer(fixture, study_player(fixture, "Player 1"), card, true);
    study_answer(fixture, study_player(fixture, "Zoe"), 0, false);
    study_settle(fixture);
    study_open_hub(fixture);
}

/* The rows from above to below, as "Ada Zoe". */
static const char *order_of(const AppFixture *fixture)
{
    static char names[256];
    names[0] = '\0';
    int count;
    const UiWidget *widgets = ui_widgets(app_ui(fixture->app), &count);
    for (int i = 0; i < count; i++)
        if (widgets[i].role == ROLE_ROW && widgets[i].scope == 0)
            snprintf(names + strlen(names), sizeof names - strlen(names), "%s%.*s", names[0] ? ", " : "",
                     STR_FMT(widgets[i].label));
    return names;
}

static void the_hub_lists_who_studied_oneself_first(void **state)
{
    AppFixture *fixture = *state;
    study(fixture);
    assert_string_equal(order_of(fixture), "Player 1, Ada, Zoe");
    assert_true(str_starts(menu_get(fixture, "Ada")->value, STR("mastery ")));
}

static void a_heading_sorts_and_turns_round(void **state)
{
    AppFixture *fixture = *state;
    study(fixture);
    menu_click(fixture, "Mastery");
    assert_string_equal(order_of(fixture), "Ada, Player 1, Zoe");
    menu_click(fixture, "Mastery");
    assert_string_equal(order_of(fixture), "Zoe, Player 1, Ada");
    menu_click(fixture, "Name");
    assert_string_equal(order_of(fixture), "Ada, Player 1, Zoe");
}

static void arrows_choose_the_column_and_confirming_turns_it_round(void **state)
{
    AppFixture *fixture = *state;
    study(fixture);
    fixture_press(fixture, KEY_S);
    fixture_run(fixture, 400);
    fixture_press(fixture, KEY_UP);
    fixture_press(fixture, KEY_RIGHT);
    assert_string_equal(order_of(fixture), "Ada, Player 1, Zoe");
    fixture_press(fixture, KEY_ENTER);
    assert_string_equal(order_of(fixture), "Zoe, Player 1, Ada");
    menu_pad(fixture, PAD_RIGHT);
    assert_string_equal(order_of(fixture), "Ada, Player 1, Zoe");
    menu_pad(fixture, PAD_LEFT);
    menu_pad(fixture, PAD_LEFT);
    assert_true(menu_get(fixture, "Spaced")->flags & UI_SELECTED);
}

static void a_key_sorts_by_the_next_column(void **state)
{
    AppFixture *fixture = *state;
    study(fixture);
    fixture_press(fixture, KEY_S);
    fixture_run(fixture, 400);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_SESSIONS);
    fixture_press(fixture, KEY_S);
    assert_string_equal(order_of(fixture), "Ada, Player 1, Zoe");
    menu_pad(fixture, PAD_X);
    assert_string_equal(order_of(fixture), "Ada, Player 1, Zoe");
    assert_true(menu_get(fixture, "Mastery")->flags & UI_SELECTED);
    fixture_press(fixture, KEY_ESCAPE);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_DECK);
}

static void a_row_opens_that_players_sessions(void **state)
{
    AppFixture *fixture = *state;
    study(fixture);
    fixture->null.wall_ms += 20 * 60000;
    for (uint32_t card = 0; card < 4; card++)
        study_answer(fixture, study_player(fixture, "Ada"), card, card != 0);
    study_settle(fixture);
    study_open_hub(fixture);
    menu_click(fixture, "Ada");
    const Ui *ui = app_ui(fixture->app);
    const UiWidget *first = ui_find_widget(ui, ui_id_index(ui_id("session"), 0));
    const UiWidget *second = ui_find_widget(ui, ui_id_index(ui_id("session"), 1));
    assert_non_null(first);
    assert_non_null(second);
    assert_null(ui_find_widget(ui, ui_id_index(ui_id("session"), 2)));
    assert_true(str_ends(first->value, STR("4 answers, 3 right")));
    assert_true(str_ends(second->value, STR("6 answers, 6 right")));
    fixture_press(fixture, KEY_ESCAPE);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_DECK);
    assert_null(menu_find(fixture, "Close"));
}

static void without_sessions_the_screen_leads_back_to_the_deck(void **state)
{
    AppFixture *fixture = *state;
    study_open_hub(fixture);
    fixture_press(fixture, KEY_S);
    assert_true(menu_says(fixture, "No study sessions yet."));
    fixture_press(fixture, KEY_ENTER);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_DECK);
}

static void large_text_keeps_the_table_on_its_own_screen(void **state)
{
    AppFixture *fixture = *state;
    study(fixture);
    menu_set(fixture, "text", "200");
    assert_string_equal(order_of(fixture), "");
    fixture_press(fixture, KEY_S);
    fixture_run(fixture, 400);
    assert_string_equal(order_of(fixture), "Player 1, Ada, Zoe");
    assert_true(menu_get(fixture, "Player 1")->flags & UI_FOCUSED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        MENU_TEST(the_hub_lists_who_studied_oneself_first),
        MENU_TEST(a_heading_sorts_and_turns_round),
        MENU_TEST(arrows_choose_the_column_and_confirming_turns_it_round),
        MENU_TEST(a_key_sorts_by_the_next_column),
        MENU_TEST(a_row_opens_that_players_sessions),
        MENU_TEST(without_sessions_the_screen_leads_back_to_the_deck),
        MENU_TEST(large_text_keeps_the_table_on_its_own_screen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
