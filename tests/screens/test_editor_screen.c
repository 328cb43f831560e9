/* The editor on the null platform: cards are typed, marked, tagged, moved, taken back and saved by keys and
   by pad, and what another program wrote meanwhile is never lost. */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "menu_fixture.h"
#include "screens/edit_intent.h"

#define DECK_PATH "animals.json"

static const char deck_text[] = "{\n"
                                "  \"format\": 1,\n"
                                "  \"id\": \"animals\",\n"
                                "  \"title\": \"Animals\",\n"
                                "  \"cards\": [\n"
                                "    {\"id\": \"cat\", \"term\": \"Cat\", \"definition\": \"It purrs\"},\n"
                                "    {\"id\": \"dog\", \"term\": \"Dog\", \"definition\": \"It barks\"},\n"
                                "    {\"id\": \"cow\", \"term\": \"Cow\", \"definition\": \"It moos\"},\n"
                                "    {\"id\": \"owl\", \"term\": \"Owl\", \"definition\": \"It hoots\", "
                                "\"tags\": [\"bird\"]}\n"
                                "  ]\n"
                                "}\n";

static const char *deck_path(const AppFixture *fixture)
{
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", fixture->decks, DECK_PATH);
    return path;
}

static void write_deck(const AppFixture *fixture, const char *text)
{
    Err err = {0};
    assert_true(file_write(deck_path(fixture), str_of(text), &err));
}

static bool file_has(const char *path, const char *part)
{
    Arena arena;
    Err err = {0};
    Str text;
    arena_init(&arena, 0);
    assert_true(file_read(path, 1 << 20, &arena, &text, &err));
    bool has = str_has(text, str_of(part));
    arena_deinit(&arena);
    return has;
}

static const CurrentDraft *draft_of(const AppFixture *fixture)
{
    return &app_model(fixture->app)->draft;
}

static void wait_draft(AppFixture *fixture)
{
    for (int i = 0; i < 100000 && draft_of(fixture)->state == EDITING_LOADING; i++) {
        thrd_sleep(&(struct timespec){.tv_nsec = 100000}, NULL);
        fixture_run(fixture, 0);
    }
    fixture_run(fixture, 400);
}

static void edit_deck(AppFixture *fixture, const char *deck, const char *card)
{
    Intent intent = {.kind = INTENT_EDIT_DECK, .text = str_of(deck), .value = str_of(card)};
    app_apply(fixture->app, &intent);
    wait_draft(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_EDITOR);
    assert_int_equal(draft_of(fixture)->state, EDITING_READY);
}

static void open_text(AppFixture *fixture, const char *text, const char *card)
{
    fixture_open(fixture);
    write_deck(fixture, text);
    shelf_refresh(app_model(fixture->app)->shelf);
    shelf_wait(app_model(fixture->app)->shelf);
    fixture_run(fixture, 32);
    edit_deck(fixture, "animals", card);
}

static void open_animals(AppFixture *fixture, const char *card)
{
    open_text(fixture, deck_text, card);
}

static void press(AppFixture *fixture, int key, unsigned mods)
{
    platform_null_press_key(&fixture->null, key, mods);
    fixture_run(fixture, 200);
}

static void press_pad(AppFixture *fixture, PadButton button)
{
    platform_null_press_pad(&fixture->null, button);
    fixture_run(fixture, 200);
}

static void type(AppFixture *fixture, const char *text)
{
    InputEvent event = {.kind = INPUT_TEXT};
    snprintf(event.text, sizeof event.text, "%s", text);
    platform_null_push(&fixture->null, event);
    fixture_run(fixture, 64);
}

static const char *term_of(const AppFixture *fixture, uint32_t card)
{
    return draft_card(draft_of(fixture)->draft, card)->term.data;
}

static const UiWidget *focused(const AppFixture *fixture)
{
    const Ui *ui = app_ui(fixture->app);
    return ui_find_widget(ui, ui_focused(ui));
}

static void a_card_is_typed_taken_back_and_saved(void **state)
{
    (void)state;
    AppFixture fixture;
    open_animals(&fixture, "");
    assert_true(str_is(focused(&fixture)->label, STR("Cat")));
    press(&fixture, KEY_ENTER, 0);
    assert_true(str_is(focused(&fixture)->label, STR("Term")));
    type(&fixture, "fish");
    assert_string_equal(term_of(&fixture, 0), "Catfish");
    press(&fixture, KEY_ENTER, 0);
    press(&fixture, KEY_ENTER, MOD_SHIFT);
    type(&fixture, "and ");
    type(&fixture, "swims");
    assert_true(str_is(draft_card(draft_of(&fixture)->draft, 0)->definition, STR("It purrs\nand swims")));
    press(&fixture, KEY_Z, MOD_CTRL); /* a word */
    assert_true(str_is(draft_card(draft_of(&fixture)->draft, 0)->definition, STR("It purrs\nand ")));
    press(&fixture, KEY_Y, MOD_CTRL);
    press(&fixture, KEY_S, MOD_CTRL);
    assert_false(draft_is_changed(draft_of(&fixture)->draft));
    assert_true(file_has(deck_path(&fixture), "{\"id\": \"cat\", \"term\": \"Catfish\", \"definition\": "
                                              "\"It purrs\\nand swims\"},\n"
                                              "    {\"id\": \"dog\""));
    press(&fixture, KEY_ESCAPE, 0);
    assert_int_equal(app_screen(fixture.app)->id, SCREEN_EDITOR);
    press(&fixture, KEY_ESCAPE, 0);
    assert_int_equal(app_screen(fixture.app)->id, SCREEN_TITLE);
    fixture_close(&fixture);
}

static void cards_are_added_from_the_last_field_on(void **state)
{
    (void)state;
    AppFixture fixture;
    open_animals(&fixture, "owl");
    assert_true(str_is(focused(&fixture)->label, STR("Term"))); /* who comes to fix a card is in it at once */
    press(&fixture, KEY_ENTER, 0);
    press(&fixture, KEY_ENTER, 0);
    assert_int_equal(draft_count(draft_of(&fixture)->draft), 5);
    type(&fixture, "Bee");
    press(&fixture, KEY_TAB, 0);
    type(&fixture, "It hums");
    press(&fixture, KEY_N, MOD_CTRL);
    press(&fixture, KEY_N, MOD_CTRL); /* one blank card is enough */
    assert_int_equal(draft_count(draft_of(&fixture)->draft), 6);
    press(&fixture, KEY_S, MOD_CTRL);
    assert_true(file_has(deck_path(&fixture), "\"term\": \"Bee\""));
    fixture_close(&fixture);
}

/* With the last card the focus goes to the deck itself. */
static void a_deck_that_was_emptied_gets_its_first_card(void **state)
{
    (void)state;
    AppFixture fixture;
    open_animals(&fixture, "");
    press(&fixture, KEY_A, MOD_CTRL);
    press(&fixture, KEY_DELETE, 0);
    assert_int_equal(draft_count(draft_of(&fixture)->draft), 0);
    press(&fixture, KEY_N, MOD_CTRL);
    assert_true(str_is(focused(&fixture)->label, STR("Term")));
    type(&fixture, "Bee");
    assert_string_equal(term_of(&fixture, 0), "Bee");
    fixture_close(&fixture);
}

static void several_cards_are_marked_tagged_moved_and_deleted_by_keys(void **state)
{
    (void)state;
    AppFixture fixture;
    open_animals(&fixture, "");
    press(&fixture, KEY_DOWN, MOD_SHIFT);
    assert_int_equal(draft_of(&fixture)->marked, 2);
    assert_true(menu_says(&fixture, "Card 2, 2")); /* the fields are that card's */
    press(&fixture, KEY_T, MOD_CTRL);
    press(&fixture, KEY_ENTER, 0);
    press(&fixture, KEY_ESCAPE, 0);
    for (uint32_t i = 0; i < 2; i++) {
        const DeckCard *card = draft_card(draft_of(&fixture)->draft, i);
        assert_int_equal(card->tags.count, 1);
        assert_true(str_is(card->tags.items[0], STR("bird")));
    }
    press(&fixture, KEY_DOWN, MOD_ALT);
    assert_string_equal(term_of(&fixture, 0), "Cow");
    assert_string_equal(term_of(&fixture, 2), "Dog");
    assert_int_equal(draft_of(&fixture)->marked, 2);
    press(&fixture, KEY_DELETE, 0);
    assert_int_equal(draft_count(draft_of(&fixture)->draft), 2);
    for (int i = 0; i < 3; i++) press(&fixture, KEY_Z, MOD_CTRL);
    assert_false(draft_is_changed(draft_of(&fixture)->draft));
    press(&fixture, KEY_Z, MOD_CTRL | MOD_SHIFT);
    assert_true(draft_is_changed(draft_of(&fixture)->draft));
    press(&fixture, KEY_A, MOD_CTRL);
    assert_int_equal(draft_of(&fixture)->marked, 4);
    fixture_close(&fixture);
}

static void a_tag_that_was_just_typed_is_seen_whole(void **state)
{
    (void)state;
    AppFixture fixture;
    char tag[16];
    open_animals(&fixture, "");
    press(&fixture, KEY_T, MOD_CTRL);
    for (int i = 0; i < 12; i++) {
        snprintf(tag, sizeof tag, " m%02d", i);
        press(&fixture, KEY_SLASH, 0);
        type(&fixture, tag);
        press(&fixture, KEY_ENTER, 0);
        const UiWidget *row = menu_get(&fixture, tag + 1);
        assert_true(row->rect.y >= row->clip.y);
        assert_true(row->rect.y + row->rect.h <= row->clip.y + row->clip.h);
    }
    fixture_close(&fixture);
}

static void a_pad_alone_marks_tags_and_saves(void **state)
{
    (void)state;
    AppFixture fixture;
    open_animals(&fixture, "");
    fixture.null.pad_count = 1;
    press_pad(&fixture, PAD_X);
    press_pad(&fixture, PAD_DOWN);
    press_pad(&fixture, PAD_DOWN);
    press_pad(&fixture, PAD_X);
    assert_int_equal(draft_of(&fixture)->marked, 2);
    press_pad(&fixture, PAD_Y);
    for (int i = 0; i < 10 && !str_starts(focused(&fixture)->label, STR("Tags of")); i++)
        press_pad(&fixture, PAD_DOWN);
    press_pad(&fixture, PAD_A);
    press_pad(&fixture, PAD_A);
    press_pad(&fixture, PAD_B);
    assert_int_equal(draft_card(draft_of(&fixture)->draft, 2)->tags.count, 1);
    press_pad(&fixture, PAD_START);
    assert_false(draft_is_changed(draft_of(&fixture)->draft));
    press_pad(&fixture, PAD_A); /* the form */
    press_pad(&fixture, PAD_A); /* the keyboard on screen */
    press_pad(&fixture, PAD_A);
    press_pad(&fixture, PAD_START);
    assert_string_equal(term_of(&fixture, 2), "Cowq");
    press_pad(&fixture, PAD_LT);
    assert_string_equal(term_of(&fixture, 2), "Cow");
    press_pad(&fixture, PAD_B);
    press_pad(&fixture, PAD_B);
    assert_int_equal(app_screen(fixture.app)->id, SCREEN_TITLE);
    fixture_close(&fixture);
}

/* Some thirty cards, the last of which is edited. */
static void open_long(AppFixture *fixture)
{
    StrBuf text;
    Arena arena;
    arena_init(&arena, 0);
    str_buf_init(&text, &arena);
    str_buf_addf(&text, "{\"format\": 1, \"id\": \"animals\", \"title\": \"Animals\", \"cards\": [");
    for (int i = 0; i < 30; i++)
        str_buf_addf(&text, "%s{\"id\": \"c%d\", \"term\": \"Animal %d\", \"definition\": \"It is %d\"}",
                     i > 0 ? "," : "", i, i, i);
    str_buf_addf(&text, "]}");
    open_text(fixture, str_copy(&arena, str_buf_str(&text)).data, "c29");
    arena_deinit(&arena);
}

static void what_a_search_found_is_shown_from_its_beginning(void **state)
{
    (void)state;
    AppFixture fixture;
    open_long(&fixture);
    press(&fixture, KEY_ESCAPE, 0);
    assert_null(menu_find(&fixture, "Animal 0"));
    press(&fixture, KEY_SLASH, 0);
    type(&fixture, "animal");
    assert_true(str_is(focused(&fixture)->label, STR("Find cards")));
    menu_get(&fixture, "Animal 0");
    fixture_close(&fixture);
}

static void the_list_of_commands_begins_with_what_can_be_done(void **state)
{
    (void)state;
    AppFixture fixture;
    open_animals(&fixture, "");
    press(&fixture, KEY_SPACE, 0);
    press(&fixture, KEY_F2, 0);
    assert_true(str_is(focused(&fixture)->label, STR("New card"))); /* there is nothing to save */
    menu_get(&fixture, "Unselect this card");
    fixture_close(&fixture);
}

static void a_search_shows_what_has_the_words(void **state)
{
    (void)state;
    AppFixture fixture;
    open_animals(&fixture, "");
    press(&fixture, KEY_SLASH, 0);
    type(&fixture, "oo");
    assert_int_equal(draft_of(&fixture)->found_count, 2);
    press(&fixture, KEY_ENTER, 0);
    assert_true(str_is(focused(&fixture)->label, STR("Cow")));
    press(&fixture, KEY_T, 0);
    press(&fixture, KEY_ENTER, 0);
    press(&fixture, KEY_ESCAPE, 0);
    assert_int_equal(draft_of(&fixture)->found_count, 1);
    press(&fixture, KEY_N, MOD_CTRL); /* a new card is never hidden by what was looked for */
    assert_false(draft_of(&fixture)->is_searched);
    type(&fixture, "Bee");
    assert_string_equal(term_of(&fixture, 3), "Bee"); /* behind Cow, which had the focus last */
    press(&fixture, KEY_ESCAPE, 0);
    press(&fixture, KEY_UP, 0);
    press(&fixture, KEY_UP, 0);
    press(&fixture, KEY_N, MOD_CTRL); /* from the list: behind the card that has the focus */
    type(&fixture, "Ant");
    assert_string_equal(term_of(&fixture, 2), "Ant");
    fixture_close(&fixture);
}

static void a_search_that_finds_nothing_does_not_hold_anyone(void **state)
{
    (void)state;
    AppFixture fixture;
    open_animals(&fixture, "");
    press(&fixture, KEY_F, MOD_CTRL);
    type(&fixture, "no such card");
    for (int i = 0; i < 3 && app_screen(fixture.app)->id == SCREEN_EDITOR; i++)
        press(&fixture, KEY_ESCAPE, 0);
    assert_int_equal(app_screen(fixture.app)->id, SCREEN_TITLE);
    fixture_close(&fixture);
}

static void what_is_not_saved_is_asked_for(void **state)
{
    (void)state;
    AppFixture fixture;
    open_animals(&fixture, "cat");
    type(&fixture, "s");
    platform_null_push(&fixture.null, (InputEvent){.kind = INPUT_QUIT});
    fixture_run(&fixture, 300);
    assert_false(app_is_done(fixture.app));
    assert_true(str_is(focused(&fixture)->label, STR("Save")));
    press(&fixture, KEY_ESCAPE, 0); /* stay */
    assert_false(draft_of(&fixture)->is_quitting);
    press(&fixture, KEY_ESCAPE, 0);
    press(&fixture, KEY_ESCAPE, 0);
    assert_true(draft_of(&fixture)->is_leaving);
    press(&fixture, KEY_ENTER, 0);
    assert_int_equal(app_screen(fixture.app)->id, SCREEN_TITLE);
    assert_true(file_has(deck_path(&fixture), "\"Cats\""));
    edit_deck(&fixture, "animals", "cat");
    type(&fixture, "!");
    platform_null_push(&fixture.null, (InputEvent){.kind = INPUT_QUIT});
    fixture_run(&fixture, 300);
    press(&fixture, KEY_DOWN, 0);
    press(&fixture, KEY_ENTER, 0);
    assert_true(app_is_done(fixture.app));
    assert_false(file_has(deck_path(&fixture), "\"Cats!\""));
    fixture_close(&fixture);
}

/* --- what is kept --- */

static size_t count_kept(const AppFixture *fixture)
{
    char folder[TEMP_FOLDER_SIZE + 8];
    snprintf(folder, sizeof folder, "%s/drafts", fixture->folder);
    if (!file_is_folder(folder)) return 0;
    Arena arena;
    FileList list;
    size_t count = 0;
    arena_init(&arena, 0);
    assert_true(file_list(folder, &arena, &list, NULL));
    for (size_t i = 0; i < list.count; i++) count += str_ends(list.names[i], STR(".json"));
    arena_deinit(&arena);
    return count;
}

/* The keeper's thread writes when it comes to it. */
static void wait_kept(const AppFixture *fixture, size_t count)
{
    for (int i = 0; i < 100000 && count_kept(fixture) != count; i++)
        thrd_sleep(&(struct timespec){.tv_nsec = 100000}, NULL);
    assert_int_equal(count_kept(fixture), count);
}

/* The folder as a game that was killed leaves it; the one that is running goes on in another. */
static void start_again_as_killed(AppFixture *fixture)
{
    char command[3 * TEMP_FOLDER_SIZE], left[TEMP_FOLDER_SIZE + 8];
    snprintf(left, sizeof left, "%s-left", fixture->folder);
    snprintf(command, sizeof command, "cp -r %s %s", fixture->folder, left);
    assert_int_equal(system(command), 0);
    fixture_close(fixture);
    snprintf(command, sizeof command, "mv %s %s", left, fixture->folder);
    assert_int_equal(system(command), 0);
    platform_null_init(&fixture->null);
    fixture->null.now_ms = 1000;
    fixture_start(fixture);
    shelf_wait(app_model(fixture->app)->shelf);
    fixture_run(fixture, 32);
}

static void new_deck(AppFixture *fixture, const char *title)
{
    Intent intent = {.kind = INTENT_NEW_DECK, .text = str_of(title)};
    app_apply(fixture->app, &intent);
    for (int i = 0; i < 100000; i++) {
        fixture_run(fixture, 0);
        if (draft_of(fixture)->state != EDITING_LOADING || draft_of(fixture)->kept.is_there) break;
        thrd_sleep(&(struct timespec){.tv_nsec = 100000}, NULL);
    }
    fixture_run(fixture, 400);
}

static void work_that_is_not_saved_outlives_the_game(void **state)
{
    (void)state;
    AppFixture fixture;
    open_animals(&fixture, "cat");
    type(&fixture, "s");
    fixture_run(&fixture, 2000);
    assert_int_equal(count_kept(&fixture), 0); /* not at each key */
    press(&fixture, KEY_N, MOD_CTRL);
    type(&fixture, "Half a card");
    fixture_run(&fixture, 3200);
    wait_kept(&fixture, 1);
    start_again_as_killed(&fixture);
    assert_false(file_has(deck_path(&fixture), "Half a card"));
    edit_deck(&fixture, "animals", "");
    assert_true(draft_of(&fixture)->kept.is_there);
    assert_true(str_is(focused(&fixture)->label, STR("Take them up")));
    press(&fixture, KEY_ENTER, 0);
    assert_false(draft_of(&fixture)->kept.is_there);
    assert_string_equal(term_of(&fixture, 0), "Cats");
    assert_string_equal(term_of(&fixture, 1), "Half a card");
    press(&fixture, KEY_Z, MOD_CTRL);
    assert_string_equal(term_of(&fixture, 0), "Cat");
    assert_int_equal(draft_count(draft_of(&fixture)->draft), 4);
    fixture_run(&fixture, 3200);
    wait_kept(&fixture, 0); /* nothing is unsaved now */
    press(&fixture, KEY_Y, MOD_CTRL);
    fixture_run(&fixture, 3200);
    wait_kept(&fixture, 1);
    press(&fixture, KEY_TAB, 0);
    fixture_close(&fixture);
}

/* The session ends: the game is told to, asks what becomes of the work, and is killed before it is answered.
 */
static void what_is_asked_about_at_the_end_is_kept_already(void **state)
{
    (void)state;
    AppFixture fixture;
    open_animals(&fixture, "cat");
    type(&fixture, "s");
    platform_null_push(&fixture.null, (InputEvent){.kind = INPUT_QUIT});
    fixture_run(&fixture, 32);
    assert_true(draft_of(&fixture)->is_quitting);
    wait_kept(&fixture, 1);
    start_again_as_killed(&fixture);
    edit_deck(&fixture, "animals", "");
    assert_true(draft_of(&fixture)->kept.is_there);
    press(&fixture, KEY_ENTER, 0);
    assert_string_equal(term_of(&fixture, 0), "Cats");
    platform_null_push(&fixture.null, (InputEvent){.kind = INPUT_QUIT});
    fixture_run(&fixture, 300);
    press(&fixture, KEY_DOWN, 0);
    press(&fixture, KEY_ENTER, 0); /* answered: it is not wanted */
    assert_true(app_is_done(fixture.app));
    wait_kept(&fixture, 0);
    fixture_close(&fixture);
}

static void what_is_kept_goes_when_it_is_saved_or_not_wanted(void **state)
{
    (void)state;
    AppFixture fixture;
    open_animals(&fixture, "cat");
    for (int i = 0; i < 12; i++) { /* steady typing */
        if (i < 10) assert_int_equal(count_kept(&fixture), 0);
        type(&fixture, "s");
        fixture_run(&fixture, 1900);
    }
    wait_kept(&fixture, 1);
    press(&fixture, KEY_S, MOD_CTRL);
    wait_kept(&fixture, 0);
    type(&fixture, "!");
    fixture_run(&fixture, 3200);
    wait_kept(&fixture, 1);
    app_apply(fixture.app, &(Intent){.kind = INTENT_EDIT, .input = EDIT_DROP_AND_LEAVE});
    wait_kept(&fixture, 0);
    edit_deck(&fixture, "animals", "cat");
    assert_false(draft_of(&fixture)->kept.is_there);
    type(&fixture, "?");
    start_again_as_killed(&fixture); /* at once: nothing was kept yet, and the copy was made before its end */
    edit_deck(&fixture, "animals", "cat");
    assert_false(draft_of(&fixture)->kept.is_there);
    type(&fixture, "?");
    fixture_run(&fixture, 3200);
    wait_kept(&fixture, 1);
    start_again_as_killed(&fixture);
    edit_deck(&fixture, "animals", "cat");
    press(&fixture, KEY_ESCAPE, 0); /* not now */
    assert_int_equal(app_screen(fixture.app)->id, SCREEN_TITLE);
    edit_deck(&fixture, "animals", "cat");
    assert_true(draft_of(&fixture)->kept.is_there);
    press(&fixture, KEY_DOWN, 0);
    press(&fixture, KEY_ENTER, 0);
    assert_false(draft_of(&fixture)->kept.is_there);
    assert_false(draft_is_changed(draft_of(&fixture)->draft));
    wait_kept(&fixture, 0);
    fixture_close(&fixture);
}

static void the_library_goes_to_a_new_deck_that_was_saved(void **state)
{
    (void)state;
    AppFixture fixture;
    fixture_open(&fixture);
    Intent library = {.kind = INTENT_OPEN, .screen = SCREEN_LIBRARY};
    app_apply(fixture.app, &library);
    fixture_run(&fixture, 400);
    new_deck(&fixture, "Zoo");
    type(&fixture, "Owl");
    press(&fixture, KEY_ENTER, 0);
    type(&fixture, "It hoots");
    press(&fixture, KEY_S, MOD_CTRL);
    press(&fixture, KEY_ESCAPE, 0);
    press(&fixture, KEY_ESCAPE, 0);
    assert_int_equal(app_screen(fixture.app)->id, SCREEN_LIBRARY);
    shelf_wait(app_model(fixture.app)->shelf);
    fixture_run(&fixture, 400);
    assert_true(str_is(focused(&fixture)->label, STR("Zoo")));
    fixture_close(&fixture);
}

static void a_new_deck_that_was_not_saved_is_offered(void **state)
{
    (void)state;
    AppFixture fixture;
    fixture_open(&fixture);
    new_deck(&fixture, "Birds");
    fixture_run(&fixture, 3200);
    type(&fixture, "Owl");
    fixture_run(&fixture, 3200);
    wait_kept(&fixture, 1);
    start_again_as_killed(&fixture);
    app_apply(fixture.app, &(Intent){.kind = INTENT_OPEN, .screen = SCREEN_LIBRARY});
    fixture_run(&fixture, 400);
    new_deck(&fixture, "Fish");
    assert_true(draft_of(&fixture)->kept.is_there);
    assert_true(str_is(draft_of(&fixture)->kept.title, STR("Birds")));
    press(&fixture, KEY_ENTER, 0);
    assert_string_equal(term_of(&fixture, 0), "Owl");
    press(&fixture, KEY_ENTER, 0);
    press(&fixture, KEY_TAB, 0);
    type(&fixture, "It hoots");
    press(&fixture, KEY_S, MOD_CTRL);
    wait_kept(&fixture, 0);
    char path[256];
    snprintf(path, sizeof path, "%s/birds.json", fixture.decks);
    assert_true(file_has(path, "\"It hoots\""));
    new_deck(&fixture, "Fish");
    assert_int_equal(draft_of(&fixture)->state, EDITING_READY);
    type(&fixture, "Eel");
    fixture_run(&fixture, 3200);
    wait_kept(&fixture, 1);
    start_again_as_killed(&fixture);
    new_deck(&fixture, "Insects");
    press(&fixture, KEY_DOWN, 0);
    press(&fixture, KEY_ENTER, 0); /* not wanted */
    assert_true(str_is(draft_head(draft_of(&fixture)->draft)->title, STR("Insects")));
    wait_kept(&fixture, 0);
    fixture_close(&fixture);
}

static void write_other(const AppFixture *fixture)
{
    char text[1024];
    snprintf(text, sizeof text, "%s", deck_text);
    char *cat = strstr(text, "\"Cat\""), *dog = strstr(text, "It barks");
    memcpy(cat, "\"Kit\"", 5);
    memcpy(dog, "It snaps", 8);
    write_deck(fixture, text);
}

static void what_another_program_wrote_is_shown_beside_and_chosen(void **state)
{
    (void)state;
    AppFixture fixture;
    open_animals(&fixture, "cat");
    type(&fixture, "s");
    write_other(&fixture);
    press(&fixture, KEY_S, MOD_CTRL);
    assert_int_equal(app_screen(fixture.app)->id, SCREEN_CONFLICT);
    assert_true(file_has(deck_path(&fixture), "\"Kit\"")); /* nothing was written */
    press(&fixture, KEY_ESCAPE, 0);
    assert_int_equal(app_screen(fixture.app)->id, SCREEN_EDITOR);
    assert_true(draft_is_changed(draft_of(&fixture)->draft));
    press(&fixture, KEY_S, MOD_CTRL);
    press(&fixture, KEY_DOWN, 0); /* Dog, yours */
    press(&fixture, KEY_RIGHT, 0);
    press(&fixture, KEY_ENTER, 0);
    assert_int_equal(draft_of(&fixture)->conflict.taken, 1);
    press(&fixture, KEY_S, MOD_CTRL);
    assert_int_equal(app_screen(fixture.app)->id, SCREEN_EDITOR);
    assert_true(file_has(deck_path(&fixture), "\"Cats\""));
    assert_true(file_has(deck_path(&fixture), "It snaps"));
    assert_false(draft_is_changed(draft_of(&fixture)->draft));
    press(&fixture, KEY_ENTER, 0);
    type(&fixture, "!");
    write_other(&fixture);
    platform_null_push(&fixture.null, (InputEvent){.kind = INPUT_QUIT});
    fixture_run(&fixture, 300);
    press(&fixture, KEY_ENTER, 0); /* save, then quit: but first the two versions */
    assert_int_equal(app_screen(fixture.app)->id, SCREEN_CONFLICT);
    press(&fixture, KEY_S, MOD_CTRL);
    assert_true(app_is_done(fixture.app));
    assert_true(file_has(deck_path(&fixture), "!\""));
    fixture_close(&fixture);
}

static void a_file_that_another_program_broke_says_where(void **state)
{
    (void)state;
    AppFixture fixture;
    open_animals(&fixture, "cat");
    type(&fixture, "s");
    write_deck(&fixture, "{\"format\": 1, \"title\": \"A\",\n \"cards\": [{}]}");
    press(&fixture, KEY_S, MOD_CTRL);
    assert_int_equal(app_screen(fixture.app)->id, SCREEN_CONFLICT);
    assert_true(menu_says(&fixture, "cannot be read any more: animals.json:2:12: error: "));
    Intent leave = edit_intent(EDIT_DROP_AND_LEAVE, 0);
    app_apply(fixture.app, &leave);
    fixture_run(&fixture, 400);
    assert_int_equal(app_screen(fixture.app)->id, SCREEN_TITLE);
    app_apply(fixture.app, &(Intent){.kind = INTENT_EDIT_DECK, .text = STR("animals")});
    wait_draft(&fixture);
    assert_int_equal(draft_of(&fixture)->state, EDITING_FAILED);
    assert_true(menu_says(&fixture, "animals.json:2:12: error: "));
    fixture_close(&fixture);
}

static void what_the_deck_says_of_itself_is_chosen_too(void **state)
{
    (void)state;
    AppFixture fixture;
    char text[1024];
    open_animals(&fixture, "cat");
    type(&fixture, "s");
    snprintf(text, sizeof text, "%s", deck_text);
    memcpy(strstr(text, "\"Animals\""), "\"Beasts!\"", 9);
    write_deck(&fixture, text);
    press(&fixture, KEY_S, MOD_CTRL);
    assert_int_equal(app_screen(fixture.app)->id, SCREEN_CONFLICT);
    assert_true(str_is(focused(&fixture)->label, STR("Animals")));
    press(&fixture, KEY_RIGHT, 0);
    assert_true(str_is(focused(&fixture)->label, STR("Beasts!")));
    press(&fixture, KEY_ENTER, 0);
    assert_true(draft_of(&fixture)->conflict.takes_their_head);
    press(&fixture, KEY_S, MOD_CTRL);
    assert_true(file_has(deck_path(&fixture), "\"Beasts!\""));
    assert_true(file_has(deck_path(&fixture), "\"Cats\""));
    press(&fixture, KEY_Z, MOD_CTRL);
    assert_true(str_is(draft_head(draft_of(&fixture)->draft)->title, STR("Animals")));
    fixture_close(&fixture);
}

/* Another program moves the dog to the front. */
static void write_reordered(const AppFixture *fixture)
{
    char text[1024], cat_line[100];
    snprintf(text, sizeof text, "%s", deck_text);
    char *cat = strstr(text, "    {\"id\": \"cat"), *dog = strstr(text, "    {\"id\": \"dog");
    size_t size = (size_t)(dog - cat); /* of the dog's line too */
    memcpy(cat_line, cat, size);
    memcpy(cat, dog, size);
    memcpy(dog, cat_line, size);
    write_deck(fixture, text);
}

static bool is_focused(const AppFixture *fixture, const char *label, const char *value)
{
    const UiWidget *widget = focused(fixture);
    return str_is(widget->label, str_of(label)) && str_is(widget->value, str_of(value));
}

static void another_order_of_the_cards_is_shown_and_chosen(void **state)
{
    (void)state;
    static const char theirs[] = "{\"id\": \"dog\", \"term\": \"Dog\", \"definition\": \"It barks\"},\n"
                                 "    {\"id\": \"cat\", \"term\": \"Cats\"";
    AppFixture fixture;
    open_animals(&fixture, "cat");
    type(&fixture, "s");
    write_reordered(&fixture);
    press(&fixture, KEY_S, MOD_CTRL);
    assert_int_equal(app_screen(fixture.app)->id, SCREEN_CONFLICT);
    assert_true(is_focused(&fixture, "The order of the cards", "yours, chosen"));
    press(&fixture, KEY_RIGHT, 0);
    assert_true(is_focused(&fixture, "The order of the cards", "in the file"));
    press(&fixture, KEY_ENTER, 0);
    assert_true(draft_of(&fixture)->conflict.takes_their_order);
    press(&fixture, KEY_S, MOD_CTRL);
    assert_int_equal(app_screen(fixture.app)->id, SCREEN_EDITOR);
    assert_true(file_has(deck_path(&fixture), theirs));
    assert_true(is_focused(&fixture, "Term", "Cats"));
    press(&fixture, KEY_Z, MOD_CTRL);
    assert_true(str_is(draft_card(draft_of(&fixture)->draft, 0)->term, STR("Cats")));
    fixture_close(&fixture);
}

static void the_order_stays_where_the_other_one_is_not_chosen(void **state)
{
    (void)state;
    AppFixture fixture;
    open_animals(&fixture, "cat");
    type(&fixture, "s");
    write_reordered(&fixture);
    press(&fixture, KEY_S, MOD_CTRL);
    const UiWidget *words = ui_find_widget(app_ui(fixture.app), ui_id("conflict-words"));
    assert_true(str_has(words->label, STR("The order and 1\u00a0card differ")));
    press(&fixture, KEY_S, MOD_CTRL);
    assert_true(str_is(draft_card(draft_of(&fixture)->draft, 0)->term, STR("Cats")));
    assert_true(
        file_has(deck_path(&fixture), "\"Cats\", \"definition\": \"It purrs\"},\n    {\"id\": \"dog\""));
    fixture_close(&fixture);
}

/* --- many cards --- */

#define MANY 6000 /* saved on a thread */

static void write_many(const AppFixture *fixture, const char *first)
{
    Arena arena;
    StrBuf text;
    arena_init(&arena, 0);
    str_buf_init(&text, &arena);
    str_buf_addf(&text,
                 "{\"format\": 1, \"id\": \"animals\", \"title\": \"Animals\", \"cards\": [\n"
                 "{\"id\": \"first\", \"term\": \"%s\", \"definition\": \"one\"}",
                 first);
    for (int i = 0; i < MANY; i++)
        str_buf_addf(&text, ",\n{\"term\": \"term %d\", \"definition\": \"definition %d\"}", i, i);
    str_buf_add(&text, STR("\n]}\n"));
    write_deck(fixture, str_buf_str(&text).data);
    arena_deinit(&arena);
}

static void wait_saved(AppFixture *fixture)
{
    for (int i = 0; i < 100000 && draft_of(fixture)->state == EDITING_SAVING; i++) {
        thrd_sleep(&(struct timespec){.tv_nsec = 100000}, NULL);
        fixture_run(fixture, 0);
    }
    fixture_run(fixture, 400);
}

static void many_cards_are_saved_beside_the_frames(void **state)
{
    (void)state;
    AppFixture fixture;
    fixture_open(&fixture);
    write_many(&fixture, "First");
    shelf_refresh(app_model(fixture.app)->shelf);
    shelf_wait(app_model(fixture.app)->shelf);
    fixture_run(&fixture, 32);
    edit_deck(&fixture, "animals", "first");
    type(&fixture, "!");
    platform_null_press_key(&fixture.null, KEY_S, MOD_CTRL);
    fixture_run(&fixture, 0);
    press(&fixture, KEY_DELETE, 0); /* whatever is pressed meanwhile changes nothing */
    wait_saved(&fixture);
    assert_int_equal(draft_of(&fixture)->state, EDITING_READY);
    assert_false(draft_is_changed(draft_of(&fixture)->draft));
    assert_true(file_has(deck_path(&fixture), "\"First!\""));
    assert_true(str_is(focused(&fixture)->label, STR("Term")));
    type(&fixture, "?");
    write_many(&fixture, "Other");
    platform_null_press_key(&fixture.null, KEY_S, MOD_CTRL);
    fixture_run(&fixture, 0);
    wait_saved(&fixture);
    assert_int_equal(app_screen(fixture.app)->id, SCREEN_CONFLICT);
    platform_null_press_key(&fixture.null, KEY_S, MOD_CTRL);
    fixture_run(&fixture, 0);
    platform_null_push(&fixture.null, (InputEvent){.kind = INPUT_QUIT}); /* quits once it is saved */
    fixture_run(&fixture, 0);
    wait_saved(&fixture);
    assert_true(app_is_done(fixture.app));
    assert_true(file_has(deck_path(&fixture), "\"First!?\""));
    fixture_close(&fixture);
}

static void a_shipped_deck_is_saved_as_the_players_own_and_the_open_deck_has_it(void **state)
{
    (void)state;
    AppFixture fixture;
    Err err = {0};
    fixture_open(&fixture);
    assert_true(app_open_deck(fixture.app, STR("aws-ai-practitioner"), &err));
    fixture_run(&fixture, 400);
    fixture_press(&fixture, KEY_E);
    wait_draft(&fixture);
    assert_true(draft_of(&fixture)->is_copied);
    press(&fixture, KEY_ENTER, 0);
    type(&fixture, "X");
    press(&fixture, KEY_S, MOD_CTRL);
    char path[256];
    snprintf(path, sizeof path, "%s/aws-ai-practitioner.json", fixture.decks);
    assert_true(file_is_there(path));
    shelf_wait(app_model(fixture.app)->shelf);
    const Model *model = app_model(fixture.app);
    for (int i = 0; i < 20000 && !str_ends(deck_term(model->deck.deck, 0), STR("X")); i++) {
        thrd_sleep(&(struct timespec){.tv_nsec = 100000}, NULL);
        fixture_run(&fixture, 0);
    }
    assert_true(str_ends(deck_term(model->deck.deck, 0), STR("X")));
    press(&fixture, KEY_ESCAPE, 0);
    press(&fixture, KEY_ESCAPE, 0);
    assert_int_equal(app_screen(fixture.app)->id, SCREEN_DECK);
    fixture_close(&fixture);
}

/* The button goes down, out of sight: the focus does not go with it. */
static void more_fields_give_the_focus_to_the_first_of_them(void **state)
{
    (void)state;
    AppFixture fixture;
    open_animals(&fixture, "dog");
    while (!str_is(focused(&fixture)->label, STR("More fields"))) press(&fixture, KEY_DOWN, 0);
    press(&fixture, KEY_ENTER, 0);
    assert_true(str_is(focused(&fixture)->label, STR("Other wordings")));
    type(&fixture, "It growls");
    assert_int_equal(draft_card(draft_of(&fixture)->draft, 1)->wordings.count, 1);
    while (!str_is(focused(&fixture)->label, STR("Fewer fields"))) press(&fixture, KEY_DOWN, 0);
    press(&fixture, KEY_ENTER, 0);
    assert_true(str_is(focused(&fixture)->label, STR("More fields")));
    press(&fixture, KEY_ENTER, 0);
    assert_true(str_is(focused(&fixture)->label, STR("Also accepted"))); /* the wording was there */
    fixture_close(&fixture);
}

static void the_next_wording_is_reached_from_one_that_stays(void **state)
{
    (void)state;
    AppFixture fixture;
    open_animals(&fixture, "dog");
    while (!str_is(focused(&fixture)->label, STR("More fields"))) press(&fixture, KEY_DOWN, 0);
    press(&fixture, KEY_ENTER, 0);
    const int keys[] = {KEY_DOWN, KEY_TAB};
    for (int i = 0; i < 2; i++) {
        type(&fixture, "It growls");
        press(&fixture, keys[i], 0);
    }
    type(&fixture, "It fetches");
    const DeckCard *dog = draft_card(draft_of(&fixture)->draft, 1);
    assert_int_equal(dog->wordings.count, 3);
    assert_true(str_is(dog->wordings.items[1], STR("It growls")));
    assert_true(str_is(dog->wordings.items[2], STR("It fetches")));
    fixture_close(&fixture);
}

static void emptied_wordings_go_when_their_field_is_left(void **state)
{
    (void)state;
    AppFixture fixture;
    open_animals(&fixture, "dog");
    while (!str_is(focused(&fixture)->label, STR("More fields"))) press(&fixture, KEY_DOWN, 0);
    press(&fixture, KEY_ENTER, 0);
    type(&fixture, "It growls");
    press(&fixture, KEY_ENTER, 0);
    type(&fixture, "It fetches");
    assert_int_equal(draft_card(draft_of(&fixture)->draft, 1)->wordings.count, 2);
    press(&fixture, KEY_TAB, MOD_SHIFT);
    press(&fixture, KEY_A, MOD_CTRL);
    press(&fixture, KEY_BACKSPACE, 0);
    assert_int_equal(draft_card(draft_of(&fixture)->draft, 1)->wordings.count, 2);
    press(&fixture, KEY_TAB, 0);
    const DeckCard *dog = draft_card(draft_of(&fixture)->draft, 1);
    assert_int_equal(dog->wordings.count, 1);
    assert_true(str_is(dog->wordings.items[0], STR("It fetches")));
    type(&fixture, "!"); /* in the field that moved up */
    assert_true(str_is(draft_card(draft_of(&fixture)->draft, 1)->wordings.items[0], STR("It fetches!")));
    fixture_close(&fixture);
}

/* Waits, really, until the deck that is open says so of that card. */
static void wait_for_term(AppFixture *fixture, uint32_t card, const char *term)
{
    const Model *model = app_model(fixture->app);
    shelf_wait(model->shelf);
    for (int i = 0; i < 20000 && !str_is(deck_term(model->deck.deck, card), str_of(term)); i++) {
        thrd_sleep(&(struct timespec){.tv_nsec = 100000}, NULL);
        fixture_run(fixture, 0);
    }
    assert_true(str_is(deck_term(model->deck.deck, card), str_of(term)));
}

static void open_mode(AppFixture *fixture, StudyMode mode)
{
    Err err = {0};
    fixture_open(fixture);
    write_deck(fixture, deck_text);
    shelf_refresh(app_model(fixture->app)->shelf);
    assert_true(app_open_deck(fixture->app, STR("animals"), &err));
    app_apply(fixture->app, &(Intent){.kind = INTENT_STUDY_OPEN, .study = mode});
    fixture_run(fixture, 400);
}

static void a_card_is_put_right_from_cards_which_go_on_where_they_were(void **state)
{
    (void)state;
    AppFixture fixture;
    open_mode(&fixture, STUDY_CARDS);
    press(&fixture, KEY_RIGHT, 0);
    press(&fixture, KEY_RIGHT, 0);
    const Model *model = app_model(fixture.app);
    uint32_t card = model->cards->place.card;
    assert_int_equal(card, 2);
    press(&fixture, KEY_F6, 0);
    wait_draft(&fixture);
    assert_true(str_is(focused(&fixture)->label, STR("Term")));
    type(&fixture, "s");
    press(&fixture, KEY_S, MOD_CTRL);
    wait_for_term(&fixture, 2, "Cows");
    press(&fixture, KEY_ESCAPE, 0);
    press(&fixture, KEY_ESCAPE, 0);
    assert_int_equal(app_screen(fixture.app)->id, SCREEN_CARDS);
    assert_int_equal(model->cards->place.card, card);
    fixture_close(&fixture);
}

static void a_card_is_put_right_from_learn_which_goes_on(void **state)
{
    (void)state;
    AppFixture fixture;
    open_mode(&fixture, STUDY_LEARN);
    const Model *model = app_model(fixture.app);
    Intent choose = {.kind = INTENT_STUDY, .study = STUDY_LEARN, .input = LEARN_INPUT_SHOW};
    app_apply(fixture.app, &choose);
    fixture_run(&fixture, 400);
    uint32_t card = model->learn.learn->question.deal.card;
    char term[64];
    snprintf(term, sizeof term, "%ss", deck_term(model->deck.deck, card).data);
    press(&fixture, KEY_F6, 0);
    wait_draft(&fixture);
    type(&fixture, "s");
    press(&fixture, KEY_S, MOD_CTRL);
    wait_for_term(&fixture, card, term);
    press(&fixture, KEY_ESCAPE, 0);
    press(&fixture, KEY_ESCAPE, 0);
    assert_int_equal(app_screen(fixture.app)->id, SCREEN_LEARN);
    assert_non_null(model->learn.learn);
    fixture_close(&fixture);
}

static void a_missed_card_is_put_right_from_the_results_and_played_again(void **state)
{
    (void)state;
    AppFixture fixture;
    Err err = {0};
    fixture_open(&fixture);
    assert_true(app_open_deck(fixture.app, STR("world-capitals"), &err));
    Setup setup = setup_default(VARIANT_CLASSIC);
    assert_true(app_start_round(fixture.app, &setup, 7, &err));
    const Model *model = app_model(fixture.app);
    fixture_run(&fixture, 64);
    app_apply(fixture.app, &(Intent){.kind = INTENT_GO, .at_ms = fixture.null.now_ms});
    for (int i = 0; i < 400 && app_screen(fixture.app)->id == SCREEN_RUSH; i++) {
        Intent wrong = {.kind = INTENT_ANSWER, .at_ms = fixture.null.now_ms, .number = 0};
        app_apply(fixture.app, &wrong);
        fixture_run(&fixture, 500);
        app_apply(fixture.app, &(Intent){.kind = INTENT_SKIP, .at_ms = fixture.null.now_ms});
        fixture_run(&fixture, 200);
    }
    assert_int_equal(app_screen(fixture.app)->id, SCREEN_RESULTS);
    fixture_run(&fixture, 2000);
    uint32_t card = model->outcome.missed[0].fact->card;
    char term[128];
    snprintf(term, sizeof term, "%s!", deck_term(model->deck.deck, card).data);
    assert_non_null(menu_find(&fixture, "Fix the first"));
    press(&fixture, KEY_F6, 0);
    wait_draft(&fixture);
    type(&fixture, "!");
    press(&fixture, KEY_S, MOD_CTRL);
    wait_for_term(&fixture, card, term);
    press(&fixture, KEY_ESCAPE, 0);
    press(&fixture, KEY_ESCAPE, 0);
    assert_int_equal(app_screen(fixture.app)->id, SCREEN_RESULTS);
    press(&fixture, KEY_M, 0);
    assert_int_equal(app_screen(fixture.app)->id, SCREEN_RUSH);
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_card_is_typed_taken_back_and_saved),
        cmocka_unit_test(cards_are_added_from_the_last_field_on),
        cmocka_unit_test(a_deck_that_was_emptied_gets_its_first_card),
        cmocka_unit_test(several_cards_are_marked_tagged_moved_and_deleted_by_keys),
        cmocka_unit_test(a_tag_that_was_just_typed_is_seen_whole),
        cmocka_unit_test(a_pad_alone_marks_tags_and_saves),
        cmocka_unit_test(what_a_search_found_is_shown_from_its_beginning),
        cmocka_unit_test(the_list_of_commands_begins_with_what_can_be_done),
        cmocka_unit_test(a_search_shows_what_has_the_words),
        cmocka_unit_test(a_search_that_finds_nothing_does_not_hold_anyone),
        cmocka_unit_test(what_is_not_saved_is_asked_for),
        cmocka_unit_test(work_that_is_not_saved_outlives_the_game),
        cmocka_unit_test(what_is_asked_about_at_the_end_is_kept_already),
        cmocka_unit_test(what_is_kept_goes_when_it_is_saved_or_not_wanted),
        cmocka_unit_test(the_library_goes_to_a_new_deck_that_was_saved),
        cmocka_unit_test(a_new_deck_that_was_not_saved_is_offered),
        cmocka_unit_test(what_another_program_wrote_is_shown_beside_and_chosen),
        cmocka_unit_test(a_file_that_another_program_broke_says_where),
        cmocka_unit_test(what_the_deck_says_of_itself_is_chosen_too),
        cmocka_unit_test(another_order_of_the_cards_is_shown_and_chosen),
        cmocka_unit_test(the_order_stays_where_the_other_one_is_not_chosen),
        cmocka_unit_test(many_cards_are_saved_beside_the_frames),
        cmocka_unit_test(a_shipped_deck_is_saved_as_the_players_own_and_the_open_deck_has_it),
        cmocka_unit_test(more_fields_give_the_focus_to_the_first_of_them),
        cmocka_unit_test(the_next_wording_is_reached_from_one_that_stays),
        cmocka_unit_test(emptied_wordings_go_when_their_field_is_left),
        cmocka_unit_test(a_card_is_put_right_from_cards_which_go_on_where_they_were),
        cmocka_unit_test(a_card_is_put_right_from_learn_which_goes_on),
        cmocka_unit_test(a_missed_card_is_put_right_from_the_results_and_played_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
