/* Whole decks on screen: new, renamed, copied, merged, deleted and put back, as a file of another program; by
   keys alone and by a pad alone. */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <unistd.h>

#include "study_fixture.h"

/* What stands on the screen, toasts as well. */
static bool find_deck(AppFixture *fixture, const char *title, ShelfEntry *out, Arena *arena)
{
    ShelfEntry *decks;
    size_t count = shelf_list(app_model(fixture->app)->shelf, arena, &decks);
    for (size_t i = 0; i < count; i++) {
        if (!str_is(decks[i].title, str_of(title))) continue;
        *out = decks[i];
        return true;
    }
    return false;
}

static bool has_deck(AppFixture *fixture, const char *title)
{
    Arena arena;
    ShelfEntry entry;
    arena_init(&arena, 0);
    bool is_there = find_deck(fixture, title, &entry, &arena);
    arena_deinit(&arena);
    return is_there;
}

static const char *own_path(const AppFixture *fixture, const char *name)
{
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", fixture->decks, name);
    return path;
}

static void write_deck(AppFixture *fixture, const char *name, const char *text)
{
    Err err = {0};
    assert_true(file_write(own_path(fixture, name), str_of(text), &err));
    shelf_refresh(app_model(fixture->app)->shelf);
    shelf_wait(app_model(fixture->app)->shelf);
    fixture_run(fixture, 32);
}

#define FRENCH                                                                                               \
    "{\"format\": 1, \"id\": \"french\", \"title\": \"French\", \"cards\": [\n"                              \
    "  {\"term\": \"chat\", \"definition\": \"cat\"},\n"                                                     \
    "  {\"term\": \"chien\", \"definition\": \"dog\"}\n]}\n"

/* Opens the library with one deck on its shelf, which has the focus. */
static void open_library_at(AppFixture *fixture, const char *filter)
{
    menu_open(fixture, SCREEN_LIBRARY, "");
    fixture_press(fixture, KEY_SLASH);
    menu_type(fixture, filter);
    fixture_press(fixture, KEY_DOWN);
}

/* --- titles --- */

static void a_shipped_deck_is_renamed_as_a_copy_of_ones_own(void **state)
{
    AppFixture *fixture = *state;
    Arena arena;
    ShelfEntry entry;
    arena_init(&arena, 0);
    open_library_at(fixture, "morse");
    fixture_press(fixture, KEY_D);
    fixture_press(fixture, KEY_R);
    assert_true(menu_says(fixture, "you get a copy of your own"));
    menu_type(fixture, "Dots and dashes");
    fixture_press(fixture, KEY_ENTER);
    fixture_wait_tools(fixture);
    assert_true(fixture_shows(fixture, "It is called Dots and dashes now"));
    assert_true(find_deck(fixture, "Dots and dashes", &entry, &arena));
    assert_int_equal(entry.origin, SHELF_PLAYERS);
    assert_true(entry.hides_shipped);
    assert_true(str_is(entry.id, STR("morse-code")));
    assert_int_equal(entry.cards, 36);
    assert_false(has_deck(fixture, "Morse code"));
    arena_deinit(&arena);
}

static void a_title_that_is_taken_or_empty_is_told_where_it_is_typed(void **state)
{
    AppFixture *fixture = *state;
    open_library_at(fixture, "morse");
    fixture_press(fixture, KEY_D);
    fixture_press(fixture, KEY_R);
    menu_type(fixture, "world CAPITALS");
    assert_true(menu_says(fixture, "There is a deck of that name already."));
    fixture_press(fixture, KEY_ENTER);
    menu_get(fixture, "Cancel"); /* it stands */
    platform_null_press_key(&fixture->null, KEY_BACKSPACE, MOD_CTRL);
    platform_null_press_key(&fixture->null, KEY_BACKSPACE, MOD_CTRL);
    fixture_run(fixture, 32);
    fixture_press(fixture, KEY_ENTER);
    assert_true(menu_says(fixture, "A deck needs a name."));
    fixture_press(fixture, KEY_ESCAPE);
    assert_null(menu_find(fixture, "Cancel"));
    assert_true(has_deck(fixture, "Morse code"));
}

static void a_pad_alone_duplicates_a_deck(void **state)
{
    AppFixture *fixture = *state;
    fixture->null.pad_count = 1;
    menu_open(fixture, SCREEN_LIBRARY, "");
    menu_pad(fixture, PAD_START);
    for (int i = 0; i < 4 && !(menu_get(fixture, "Duplicate")->flags & UI_FOCUSED); i++)
        menu_pad(fixture, PAD_DOWN);
    menu_pad(fixture, PAD_A);
    assert_true(menu_says(fixture, "progress there starts anew"));
    menu_pad(fixture, PAD_A); /* the keyboard on screen */
    menu_pad(fixture, PAD_START);
    for (int i = 0; i < 4 && !(menu_get(fixture, "Duplicate")->flags & UI_FOCUSED); i++)
        menu_pad(fixture, i % 2 ? PAD_RIGHT : PAD_DOWN);
    menu_pad(fixture, PAD_A);
    fixture_wait_tools(fixture);
    assert_true(has_deck(fixture, "AWS AI Practitioner (copy)"));
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_DECK);
    assert_true(str_is(app_model(fixture->app)->deck.id, STR("aws-ai-practitioner-copy")));
}

static void decks_are_merged_into_a_new_one(void **state)
{
    AppFixture *fixture = *state;
    write_deck(fixture, "french.json", FRENCH);
    open_library_at(fixture, "french");
    fixture_press(fixture, KEY_D);
    fixture_press(fixture, KEY_M);
    assert_null(menu_find(fixture, "Next"));
    menu_click(fixture, "Morse code");
    menu_click(fixture, "C operators");
    fixture_press(fixture, KEY_N);
    fixture_press(fixture, KEY_ENTER);
    fixture_wait_tools(fixture);
    assert_true(has_deck(fixture, "French and 2 more"));
    assert_int_equal(deck_count(app_model(fixture->app)->deck.deck), 2 + 36 + 45);
    assert_true(has_deck(fixture, "French"));
    fixture_press(fixture, KEY_ESCAPE);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_LIBRARY);
    assert_true(menu_get(fixture, "French and 2 more")->flags & UI_FOCUSED);
}

static void a_new_deck_asks_for_its_title_first(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_LIBRARY, "");
    fixture_press(fixture, KEY_N);
    assert_true(menu_says(fixture, "It is saved with its first card."));
    const UiWidget *field = menu_get(fixture, "Name of the deck");
    assert_true(field->flags & UI_FOCUSED);
    fixture_press(fixture, KEY_ESCAPE);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_LIBRARY);
}

/* --- the bin --- */

static void a_deleted_deck_lies_in_the_bin_and_comes_back_with_its_progress(void **state)
{
    AppFixture *fixture = *state;
    write_deck(fixture, "french.json", FRENCH);
    open_library_at(fixture, "french");
    fixture_press(fixture, KEY_DELETE);
    assert_true(menu_says(fixture, "bin for 30 days"));
    fixture_press(fixture, KEY_RIGHT);
    fixture_press(fixture, KEY_ENTER);
    fixture_wait_tools(fixture);
    assert_true(fixture_shows(fixture, "In the bin, kept 30 days"));
    assert_false(has_deck(fixture, "French"));
    assert_false(file_is_there(own_path(fixture, "french.json")));
    fixture_press(fixture, KEY_ESCAPE);
    menu_open(fixture, SCREEN_LIBRARY, "");
    fixture_press(fixture, KEY_B);
    fixture_wait_tools(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_BIN);
    assert_true(menu_get(fixture, "French")->flags & UI_FOCUSED);
    assert_true(menu_says(fixture, "days left"));
    fixture_press(fixture, KEY_ENTER);
    fixture_wait_tools(fixture);
    assert_true(has_deck(fixture, "French"));
    assert_true(menu_says(fixture, "Nothing is in the bin."));
}

static void what_is_in_the_bin_is_deleted_for_good_once_that_is_confirmed(void **state)
{
    AppFixture *fixture = *state;
    write_deck(fixture, "french.json", FRENCH);
    open_library_at(fixture, "french");
    fixture_press(fixture, KEY_DELETE);
    menu_click(fixture, "Delete");
    fixture_wait_tools(fixture);
    menu_open(fixture, SCREEN_BIN, "");
    fixture_wait_tools(fixture);
    fixture_press(fixture, KEY_DELETE);
    fixture_press(fixture, KEY_ENTER); /* the harmless answer */
    menu_get(fixture, "French");
    menu_pad(fixture, PAD_X);
    menu_click(fixture, "Delete");
    fixture_wait_tools(fixture);
    assert_true(menu_says(fixture, "Nothing is in the bin."));
    assert_false(has_deck(fixture, "French"));
}

static void a_shipped_deck_stays_and_an_own_copy_of_it_gives_way_to_it(void **state)
{
    AppFixture *fixture = *state;
    open_library_at(fixture, "morse");
    fixture_press(fixture, KEY_DELETE);
    assert_true(menu_get(fixture, "Delete")->flags & UI_DISABLED);
    assert_true(menu_says(fixture, "It comes with the game"));
    fixture_press(fixture, KEY_R);
    menu_type(fixture, "Mine");
    fixture_press(fixture, KEY_ENTER);
    fixture_wait_tools(fixture);
    open_library_at(fixture, "mine");
    fixture_press(fixture, KEY_D);
    menu_click(fixture, "Back to the original");
    menu_click(fixture, "Go back");
    fixture_wait_tools(fixture);
    assert_true(has_deck(fixture, "Morse code"));
    assert_false(has_deck(fixture, "Mine"));
}

static void the_deck_that_is_open_goes_and_the_library_comes(void **state)
{
    AppFixture *fixture = *state;
    write_deck(fixture, "french.json", FRENCH);
    app_apply(fixture->app, &(Intent){.kind = INTENT_OPEN_DECK, .text = STR("french")});
    fixture_wait_deck(fixture);
    fixture_run(fixture, 400);
    fixture_press(fixture, KEY_D);
    fixture_press(fixture, KEY_DELETE);
    menu_click(fixture, "Delete");
    fixture_wait_tools(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_LIBRARY);
    assert_false(has_deck(fixture, "French"));
}

/* --- bad decks, and what other programs do meanwhile --- */

static void a_bad_deck_tells_all_its_errors_and_can_be_deleted(void **state)
{
    AppFixture *fixture = *state;
    write_deck(fixture, "broken.json",
               "{\"format\": 1, \"title\": \"x\", \"cards\": [{\"term\": \"a\"}, 7]}");
    open_library_at(fixture, "broken");
    fixture_press(fixture, KEY_ENTER);
    assert_null(menu_find(fixture, "Rename"));
    fixture_press(fixture, KEY_W);
    fixture_wait_tools(fixture);
    assert_true(menu_says(fixture, "broken.json:1:"));
    fixture_press(fixture, KEY_ESCAPE);
    fixture_press(fixture, KEY_D);
    menu_click(fixture, "Delete");
    menu_click(fixture, "Delete");
    fixture_wait_tools(fixture);
    assert_false(has_deck(fixture, "broken"));
}

static void a_file_that_has_vanished_is_told_and_nothing_else_is_lost(void **state)
{
    AppFixture *fixture = *state;
    write_deck(fixture, "french.json", FRENCH);
    open_library_at(fixture, "french");
    fixture_press(fixture, KEY_D);
    fixture_press(fixture, KEY_C);
    unlink(own_path(fixture, "french.json"));
    fixture_press(fixture, KEY_ENTER);
    fixture_wait_tools(fixture);
    assert_true(fixture_shows(fixture, "french.json"));
    assert_false(has_deck(fixture, "French (copy)"));
}

static void a_folder_that_cannot_be_written_is_told_and_nothing_else_is_lost(void **state)
{
    AppFixture *fixture = *state;
    Err err = {0};
    open_library_at(fixture, "morse");
    fixture_press(fixture, KEY_D);
    fixture_press(fixture, KEY_C);
    assert_int_equal(rmdir(fixture->decks), 0);
    assert_true(file_write(fixture->decks, STR("no folder"), &err));
    fixture_press(fixture, KEY_ENTER);
    fixture_wait_tools(fixture);
    assert_true(fixture_shows(fixture, "Morse code (copy)") || fixture_shows(fixture, "morse-code-copy"));
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_LIBRARY);
    assert_true(has_deck(fixture, "Morse code"));
}

static void two_copies_of_the_game_put_one_deck_back_once(void **state)
{
    AppFixture *fixture = *state;
    write_deck(fixture, "french.json", FRENCH);
    Intent discard = {.kind = INTENT_DECK_TOOL, .input = TOOL_DISCARD, .text = STR("")};
    discard.text = str_of(own_path(fixture, "french.json"));
    app_apply(fixture->app, &discard);
    fixture_wait_tools(fixture);
    menu_open(fixture, SCREEN_BIN, "");
    fixture_wait_tools(fixture);
    char binned[1024];
    snprintf(binned, sizeof binned, "%s", app_model(fixture->app)->tools.bin[0].path.data);
    assert_int_equal(unlink(binned), 0); /* by the other copy */
    fixture_press(fixture, KEY_ENTER);
    fixture_wait_tools(fixture);
    assert_true(fixture_shows(fixture, "no longer in the bin"));
    assert_true(menu_says(fixture, "Nothing is in the bin."));
}

/* --- decks of some cards --- */

static void weak_cards_become_a_deck(void **state)
{
    AppFixture *fixture = *state;
    study_open_hub(fixture);
    int64_t player = app_model(fixture->app)->player.id;
    for (int32_t card = 0; card < 4; card++) study_answer(fixture, player, card, card % 2 == 1);
    study_settle(fixture);
    fixture->null.wall_ms += INT64_C(60) * 86400000;
    app_apply(fixture->app, &(Intent){.kind = INTENT_REFRESH_SHELF});
    fixture->null.now_ms += 3000; /* the day's end is noticed */
    fixture_run(fixture, 64);
    fixture_press(fixture, KEY_D);
    fixture_press(fixture, KEY_W);
    assert_true(menu_says(fixture, "Progress there starts anew"));
    fixture_press(fixture, KEY_ENTER);
    fixture_wait_tools(fixture);
    const Model *model = app_model(fixture->app);
    assert_int_equal(model->deck.state, DECK_READY);
    assert_true(str_ends(deck_title(model->deck.deck), STR(": weak cards")));
    assert_true(deck_count(model->deck.deck) >= 2);
}

static void without_weak_cards_that_is_said(void **state)
{
    AppFixture *fixture = *state;
    study_open_hub(fixture);
    fixture_press(fixture, KEY_D);
    fixture_press(fixture, KEY_W);
    fixture_press(fixture, KEY_ENTER);
    fixture_wait_tools(fixture);
    assert_true(fixture_shows(fixture, "No weak cards here"));
}

static void missed_cards_of_a_round_become_a_deck(void **state)
{
    AppFixture *fixture = *state;
    study_open_hub(fixture);
    app_apply(fixture->app, &(Intent){.kind = INTENT_PLAY, .setup = setup_default(VARIANT_SURVIVAL)});
    fixture_run(fixture, 32);
    app_apply(fixture->app, &(Intent){.kind = INTENT_GO, .at_ms = fixture->null.now_ms});
    fixture_run(fixture, 200000); /* late three times */
    const Model *model = app_model(fixture->app);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_RESULTS);
    size_t missed = model->outcome.missed_count;
    assert_true(missed > 0);
    fixture_press(fixture, KEY_D);
    assert_true(menu_says(fixture, "A deck of the missed cards"));
    fixture_press(fixture, KEY_ENTER);
    fixture_wait_tools(fixture);
    assert_true(str_is(deck_title(model->deck.deck), STR("World capitals: missed cards")));
    assert_int_equal(deck_count(model->deck.deck), missed);
    assert_true(deck_tag_count(model->deck.deck) > 0);
    assert_string_equal(deck_description(model->deck.deck).data, "Missed cards of World capitals.");
}

/* --- export --- */

static void open_export(AppFixture *fixture)
{
    open_library_at(fixture, "morse");
    fixture_press(fixture, KEY_D);
    fixture_press(fixture, KEY_X);
    fixture_wait_deck(fixture);
    fixture_wait_tools(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_EXPORT);
}

static void a_deck_is_written_as_another_programs_file(void **state)
{
    AppFixture *fixture = *state;
    char path[256];
    open_export(fixture);
    assert_true(menu_says(fixture, "Nothing is left out."));
    snprintf(path, sizeof path, "%s/morse-code.csv", fixture->files);
    fixture_press(fixture, KEY_X);
    fixture_wait_tools(fixture);
    assert_true(file_is_there(path));
    assert_true(menu_says(fixture, "Written to ~/files/morse-code.csv"));
    menu_click(fixture, "Show folder");
    assert_string_equal(fixture->null.opened_folder, fixture->files);
}

static void a_file_that_is_there_is_written_over_only_when_that_is_confirmed(void **state)
{
    AppFixture *fixture = *state;
    Err err = {0};
    FileInfo info;
    char path[256];
    snprintf(path, sizeof path, "%s/morse-code.apkg", fixture->files);
    assert_true(file_write(path, STR("mine"), &err));
    open_export(fixture);
    menu_click(fixture, export_format_label(EXPORT_ANKI_PACKAGE));
    fixture_wait_tools(fixture);
    menu_pad(fixture, PAD_START);
    fixture_wait_tools(fixture);
    assert_true(menu_says(fixture, "morse-code.apkg is there already"));
    fixture_press(fixture, KEY_ENTER); /* the harmless answer */
    assert_true(file_info(path, &info) && info.size == 4);
    fixture_press(fixture, KEY_X);
    fixture_wait_tools(fixture);
    menu_click(fixture, "Write over it");
    fixture_wait_tools(fixture);
    assert_true(file_info(path, &info) && info.size > 4);
    assert_true(fixture_shows(fixture, "Written to"));
}

static void progress_and_answers_are_written_too(void **state)
{
    AppFixture *fixture = *state;
    Arena arena;
    Err err = {0};
    Str text;
    char path[256];
    arena_init(&arena, 0);
    study_open_hub(fixture);
    study_answer(fixture, app_model(fixture->app)->player.id, 3, true);
    study_settle(fixture);
    fixture_press(fixture, KEY_D);
    fixture_press(fixture, KEY_X);
    fixture_wait_tools(fixture);
    fixture_press(fixture, KEY_END);
    assert_true(menu_get(fixture, "Your answers")->flags & UI_FOCUSED);
    fixture_press(fixture, KEY_ENTER);
    fixture_wait_tools(fixture);
    assert_true(menu_says(fixture, "Nothing is left out."));
    menu_click(fixture, "JSON, for programs");
    fixture_wait_tools(fixture);
    fixture_press(fixture, KEY_X);
    fixture_wait_tools(fixture);
    snprintf(path, sizeof path, "%s/" STUDY_DECK "-answers.json", fixture->files);
    assert_true(file_read(path, 1 << 20, &arena, &text, &err));
    assert_true(str_has(text, deck_term(app_model(fixture->app)->deck.deck, 3)));
    arena_deinit(&arena);
}

static void assert_proposes(AppFixture *fixture, const char *format, const char *name)
{
    if (format) menu_click(fixture, format);
    fixture_wait_tools(fixture);
    assert_string_equal(menu_get(fixture, "Name of the file")->value.data, name);
}

static void each_kind_of_file_has_a_name_of_its_own_until_one_is_given(void **state)
{
    AppFixture *fixture = *state;
    open_export(fixture);
    assert_proposes(fixture, NULL, "morse-code");
    assert_proposes(fixture, export_format_label(EXPORT_QUIZLET), "morse-code-quizlet");
    assert_proposes(fixture, export_format_label(EXPORT_ANKI_TEXT), "morse-code-anki");
    assert_proposes(fixture, "Your progress", "morse-code-progress");
    assert_proposes(fixture, export_format_label(EXPORT_DECK), "morse-code");
    menu_click(fixture, "Name of the file");
    menu_type(fixture, "2");
    assert_proposes(fixture, export_format_label(EXPORT_SHEET), "morse-code2");
}

static void what_is_lost_is_told_before_anything_is_written(void **state)
{
    AppFixture *fixture = *state;
    open_export(fixture);
    menu_click(fixture, export_format_label(EXPORT_QUIZLET));
    fixture_wait_tools(fixture);
    assert_true(menu_says(fixture, "Left out"));
    menu_click(fixture, "Weak");
    fixture_wait_tools(fixture);
    assert_true(menu_says(fixture, "No card is among these."));
    assert_true(menu_get(fixture, "Export")->flags & UI_DISABLED);
}

/* By its button, from the list. */
static void part_by(AppFixture *fixture, const char *place, const char *separator)
{
    menu_click(fixture, place);
    menu_click(fixture, separator);
    fixture_wait_tools(fixture);
}

static void assert_parted(AppFixture *fixture, const char *cards)
{
    Arena arena;
    Err err = {0};
    Str text;
    arena_init(&arena, 0);
    fixture_press(fixture, KEY_X);
    fixture_wait_tools(fixture);
    const char *path = str_format(&arena, "%s/few-quizlet.txt", fixture->files).data;
    assert_true(file_read(path, 1 << 20, &arena, &text, &err));
    assert_string_equal(text.data, cards);
    remove(path);
    arena_deinit(&arena);
}

static void text_for_quizlet_is_parted_by_what_is_chosen(void **state)
{
    AppFixture *fixture = *state;
    write_deck(fixture, "few.json",
               "{\"format\": 1, \"id\": \"few\", \"title\": \"Few\", \"cards\": [\n"
               "{\"term\": \"a\", \"definition\": \"b\"}, {\"term\": \"c; d\", \"definition\": \"e\"}]}\n");
    app_apply(fixture->app,
              &(Intent){.kind = INTENT_DECK_TOOL, .input = TOOL_EXPORT_OPEN, .text = STR("few")});
    fixture_wait_deck(fixture);
    fixture_wait_tools(fixture);
    assert_null(menu_find(fixture, "Between sides"));
    menu_click(fixture, export_format_label(EXPORT_QUIZLET));
    fixture_wait_tools(fixture);
    assert_parted(fixture, "a\tb\nc; d\te\n");
    part_by(fixture, "Between sides", "Dash");
    part_by(fixture, "Between cards", "Semicolon");
    assert_true(menu_says(fixture, "1 text had line breaks or separators"));
    assert_parted(fixture, "a - b;c\u2013 d - e;");
    part_by(fixture, "Between cards", "Another…");
    menu_type(fixture, "|||");
    fixture_press(fixture, KEY_ENTER);
    fixture_wait_tools(fixture);
    assert_parted(fixture, "a - b|||c; d - e|||");
    part_by(fixture, "Between sides", "Pipe");
    part_by(fixture, "Between cards", "Pipe");
    assert_true(menu_says(fixture, "could not be told apart"));
    assert_true(menu_get(fixture, "Export")->flags & UI_DISABLED);
}

static void a_page_is_turned_to_what_is_chosen_on_it(void **state)
{
    AppFixture *fixture = *state;
    menu_set(fixture, "text", "200");
    open_export(fixture);
    fixture_press(fixture, KEY_PAGE_DOWN);
    fixture_run(fixture, 320);
    assert_true(menu_get(fixture, "All")->flags & UI_FOCUSED);
    fixture_press(fixture, KEY_PAGE_UP);
    fixture_run(fixture, 320);
    assert_true(menu_get(fixture, export_format_label(EXPORT_CSV))->flags & UI_FOCUSED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        MENU_TEST(a_shipped_deck_is_renamed_as_a_copy_of_ones_own),
        MENU_TEST(a_title_that_is_taken_or_empty_is_told_where_it_is_typed),
        MENU_TEST(a_pad_alone_duplicates_a_deck),
        MENU_TEST(decks_are_merged_into_a_new_one),
        MENU_TEST(a_new_deck_asks_for_its_title_first),
        MENU_TEST(a_deleted_deck_lies_in_the_bin_and_comes_back_with_its_progress),
        MENU_TEST(what_is_in_the_bin_is_deleted_for_good_once_that_is_confirmed),
        MENU_TEST(a_shipped_deck_stays_and_an_own_copy_of_it_gives_way_to_it),
        MENU_TEST(the_deck_that_is_open_goes_and_the_library_comes),
        MENU_TEST(a_bad_deck_tells_all_its_errors_and_can_be_deleted),
        MENU_TEST(a_file_that_has_vanished_is_told_and_nothing_else_is_lost),
        MENU_TEST(a_folder_that_cannot_be_written_is_told_and_nothing_else_is_lost),
        MENU_TEST(two_copies_of_the_game_put_one_deck_back_once),
        MENU_TEST(weak_cards_become_a_deck),
        MENU_TEST(without_weak_cards_that_is_said),
        MENU_TEST(missed_cards_of_a_round_become_a_deck),
        MENU_TEST(a_deck_is_written_as_another_programs_file),
        MENU_TEST(a_file_that_is_there_is_written_over_only_when_that_is_confirmed),
        MENU_TEST(progress_and_answers_are_written_too),
        MENU_TEST(text_for_quizlet_is_parted_by_what_is_chosen),
        MENU_TEST(each_kind_of_file_has_a_name_of_its_own_until_one_is_given),
        MENU_TEST(what_is_lost_is_told_before_anything_is_written),
        MENU_TEST(a_page_is_turned_to_what_is_chosen_on_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
