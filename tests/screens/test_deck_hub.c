/* The hub of a deck: mastery, tiles, and the chooser of variants behind two of them. */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "study_fixture.h"

#define DAY_MS INT64_C(86400000)

static const UiWidget *focused(const AppFixture *fixture)
{
    const Ui *ui = app_ui(fixture->app);
    return ui_find_widget(ui, ui_focused(ui));
}

static bool is_focused(const AppFixture *fixture, const char *label)
{
    return str_is(focused(fixture)->label, str_of(label));
}

static void the_match_tile_leads_to_a_round_in_two_presses(void **state)
{
    AppFixture *fixture = *state;
    study_open_hub(fixture);
    assert_true(is_focused(fixture, "Match"));
    fixture_press(fixture, KEY_ENTER);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_VARIANTS);
    assert_true(is_focused(fixture, "Decoy"));
    fixture_press(fixture, KEY_ENTER);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_MATCH);
    assert_int_equal(app_model(fixture->app)->round.live->round->setup.variant, VARIANT_DECOY);
}

static void a_pad_and_a_mouse_get_there_too(void **state)
{
    AppFixture *fixture = *state;
    study_open_hub(fixture);
    menu_pad(fixture, PAD_RIGHT);
    menu_pad(fixture, PAD_A);
    assert_true(is_focused(fixture, "Classic"));
    menu_pad(fixture, PAD_B);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_DECK);
    assert_true(is_focused(fixture, "Rush"));
    menu_click(fixture, "Match");
    menu_click(fixture, "Blitz");
    assert_int_equal(app_model(fixture->app)->round.live->round->setup.variant, VARIANT_BLITZ);
}

static void give_up(AppFixture *fixture)
{
    app_apply(fixture->app, &(Intent){.kind = INTENT_GIVE_UP, .at_ms = fixture->null.now_ms});
    fixture_run(fixture, 400);
}

static void each_mode_remembers_the_variant_played_last(void **state)
{
    AppFixture *fixture = *state;
    study_open_hub(fixture);
    fixture_press(fixture, KEY_2);
    fixture_press(fixture, KEY_3);
    give_up(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_VARIANTS);
    fixture_press(fixture, KEY_ESCAPE);
    fixture_press(fixture, KEY_1);
    fixture_press(fixture, KEY_2);
    give_up(fixture);
    app_close(fixture->app);
    fixture_start(fixture);
    study_open_hub(fixture);
    fixture_press(fixture, KEY_2);
    assert_true(is_focused(fixture, "Marathon"));
    fixture_press(fixture, KEY_ESCAPE);
    fixture_press(fixture, KEY_1);
    assert_true(is_focused(fixture, "Sprint"));
}

static void options_are_those_of_the_mode(void **state)
{
    AppFixture *fixture = *state;
    study_open_hub(fixture);
    fixture_press(fixture, KEY_1);
    fixture_press(fixture, KEY_O);
    assert_non_null(menu_find(fixture, "Pairs on the board"));
    assert_null(menu_find(fixture, "Rush asks by"));
    fixture_press(fixture, KEY_RIGHT);
    assert_int_equal(app_model(fixture->app)->deck.setup.board, 7);
    fixture_press(fixture, KEY_ESCAPE);
    fixture_press(fixture, KEY_ESCAPE);
    fixture_press(fixture, KEY_2);
    fixture_press(fixture, KEY_O);
    assert_non_null(menu_find(fixture, "Rush asks by"));
    assert_null(menu_find(fixture, "Pairs on the board"));
}

static void a_variant_that_the_selection_is_too_small_for_says_why(void **state)
{
    AppFixture *fixture = *state;
    char path[256];
    Err err = {0};
    snprintf(path, sizeof path, "%s/small.json", fixture->decks);
    assert_true(file_write(
        path,
        STR("{\"format\":1,\"id\":\"small\",\"title\":\"Small\",\"cards\":["
            "{\"term\":\"one\",\"definition\":\"eins\"},{\"term\":\"two\",\"definition\":\"zwei\"},"
            "{\"term\":\"three\",\"definition\":\"drei\"}]}"),
        &err));
    shelf_refresh(app_model(fixture->app)->shelf);
    shelf_wait(app_model(fixture->app)->shelf);
    app_apply(fixture->app, &(Intent){.kind = INTENT_OPEN_DECK, .text = STR("small")});
    fixture_wait_deck(fixture);
    fixture_run(fixture, 400);
    fixture_press(fixture, KEY_1);
    const UiWidget *blitz = menu_get(fixture, "Blitz");
    assert_true(blitz->flags & UI_DISABLED);
    assert_true(str_starts(blitz->value, STR("Blitz needs")));
    menu_click(fixture, "Blitz");
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_VARIANTS);
}

static void only_modes_that_there_are_have_a_tile(void **state)
{
    AppFixture *fixture = *state;
    static const char *const labels[STUDY_MODES] = {"Cards", "Learn", "Test", "Spaced"};
    study_open_hub(fixture);
    for (int i = 0; i < STUDY_MODES; i++)
        assert_int_equal(menu_find(fixture, labels[i]) != NULL, app_model(fixture->app)->has_study[i]);
}

static void a_fresh_deck_is_all_new_and_says_how_sessions_come(void **state)
{
    AppFixture *fixture = *state;
    study_open_hub(fixture);
    assert_true(menu_says(fixture, "195 New, 0 Learning, 0 Familiar, 0 Mastered, 0% mastery"));
    assert_true(menu_says(fixture, "No study sessions yet. Choose a mode above"));
}

static void answers_move_cards_up_and_the_hub_shows_it(void **state)
{
    AppFixture *fixture = *state;
    study_open_hub(fixture);
    int64_t me = app_model(fixture->app)->player.id;
    for (uint32_t card = 0; card < 5; card++) study_answer(fixture, me, card, true);
    study_answer(fixture, me, 5, false);
    study_settle(fixture);
    study_open_hub(fixture);
    assert_true(menu_says(fixture, "189 New, 1 Learning, 5 Familiar, 0 Mastered"));
    fixture->null.wall_ms += 60 * DAY_MS;
    study_open_hub(fixture);
    study_settle(fixture);
    assert_true(menu_says(fixture, "6 due"));
}

static void stars_are_counted_as_they_come_and_go(void **state)
{
    AppFixture *fixture = *state;
    study_open_hub(fixture);
    const Model *model = app_model(fixture->app);
    int64_t me = model->player.id;
    for (uint32_t card = 0; card < 3; card++)
        store_star_card(model->store, me, STR(STUDY_DECK), deck_card_id(model->deck.deck, card), true);
    store_star_card(model->store, me, STR(STUDY_DECK), deck_card_id(model->deck.deck, 1), false);
    study_settle(fixture);
    assert_int_equal(store_starred_count(model->store, me, STR(STUDY_DECK)), 2);
    assert_int_equal(store_starred_count(model->store, me, STR("morse-code")), 0);
    assert_int_equal(store_starred_count(model->store, me + 1, STR(STUDY_DECK)), 0);
}

static void mastery_is_brought_up_to_the_day_once(void **state)
{
    AppFixture *fixture = *state;
    study_open_hub(fixture);
    const Model *model = app_model(fixture->app);
    for (uint32_t card = 0; card < 5; card++) study_answer(fixture, model->player.id, card, true);
    study_settle(fixture);
    double before = store_mastery(model->store, model->player.id, STR(STUDY_DECK)).bars;
    fixture->null.wall_ms += 30 * DAY_MS;
    fixture_run(fixture, 3000);
    study_settle(fixture);
    StoreMastery kept = store_mastery(model->store, model->player.id, STR(STUDY_DECK));
    assert_true(kept.recounted_ms >= model->day_start_ms);
    assert_true(kept.bars < before);
    int64_t recounted_ms = kept.recounted_ms;
    fixture->null.wall_ms += 3600000;
    study_open_hub(fixture);
    study_settle(fixture);
    kept = store_mastery(model->store, model->player.id, STR(STUDY_DECK));
    assert_int_equal(kept.recounted_ms, recounted_ms);
}

static void another_retention_says_anew_what_is_due(void **state)
{
    AppFixture *fixture = *state;
    study_open_hub(fixture);
    const Model *model = app_model(fixture->app);
    int64_t me = model->player.id;
    for (uint32_t card = 0; card < 5; card++) study_answer(fixture, me, card, true);
    study_settle(fixture);
    int64_t then_ms = fixture->null.wall_ms + 3 * DAY_MS;
    assert_int_equal(store_due_count(model->store, me, STR(STUDY_DECK), then_ms, INT64_MAX), 0);
    fixture->null.wall_ms += 60000;
    menu_set(fixture, "retention", "97");
    study_settle(fixture);
    assert_int_equal(store_due_count(model->store, me, STR(STUDY_DECK), then_ms, INT64_MAX), 5);
}

static void without_any_card_the_tiles_say_why(void **state)
{
    AppFixture *fixture = *state;
    study_open_hub(fixture);
    Setup setup = app_model(fixture->app)->deck.setup;
    Str tags[] = {STR("africa"), STR("europe")};
    setup.tags = tags;
    setup.tag_count = 2;
    setup.tags_match = TAGS_ALL;
    app_apply(fixture->app, &(Intent){.kind = INTENT_SET_SETUP, .setup = setup});
    fixture_run(fixture, 400);
    const UiWidget *tile = menu_get(fixture, "Match");
    assert_true(tile->flags & UI_DISABLED);
    assert_true(str_starts(tile->value, STR("No card has all")));
}

static void a_screen_without_a_deck_leads_to_the_library(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_SESSIONS, "");
    assert_true(menu_says(fixture, "No deck is open."));
    fixture_press(fixture, KEY_ENTER);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_LIBRARY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        MENU_TEST(the_match_tile_leads_to_a_round_in_two_presses),
        MENU_TEST(a_pad_and_a_mouse_get_there_too),
        MENU_TEST(each_mode_remembers_the_variant_played_last),
        MENU_TEST(options_are_those_of_the_mode),
        MENU_TEST(a_variant_that_the_selection_is_too_small_for_says_why),
        MENU_TEST(only_modes_that_there_are_have_a_tile),
        MENU_TEST(a_fresh_deck_is_all_new_and_says_how_sessions_come),
        MENU_TEST(answers_move_cards_up_and_the_hub_shows_it),
        MENU_TEST(stars_are_counted_as_they_come_and_go),
        MENU_TEST(mastery_is_brought_up_to_the_day_once),
        MENU_TEST(another_retention_says_anew_what_is_due),
        MENU_TEST(without_any_card_the_tiles_say_why),
        MENU_TEST(a_screen_without_a_deck_leads_to_the_library),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
