#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdatomic.h>
#include <unistd.h>

#include "import_fixture.h"

#define LIST "chat\tcat\nchien\tdog\nmaison\thouse\npomme\tapple\n"

/* The player's deck of this file name, as it is on the disk. */
static Deck *read_deck(const AppFixture *fixture, const char *id)
{
    char path[256];
    DeckReport report;
    snprintf(path, sizeof path, "%s/%s.json", fixture->decks, id);
    Deck *deck = deck_read_file(path, &report);
    if (!deck) fail_msg("%s: %s", path, report.problems[0].text);
    return deck;
}

static void assert_deck(const AppFixture *fixture, const char *id, const char *title, uint32_t cards)
{
    Deck *deck = read_deck(fixture, id);
    assert_string_equal(deck_title(deck).data, title);
    assert_int_equal(deck_count(deck), cards);
    deck_release(deck);
}

static void assert_in_hub(AppFixture *fixture, const char *title)
{
    fixture_wait_deck(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_DECK);
    assert_int_equal(app_model(fixture->app)->deck.state, DECK_READY);
    assert_string_equal(deck_title(app_model(fixture->app)->deck.deck).data, title);
}

static const UiWidget *focused(const AppFixture *fixture)
{
    const Ui *ui = app_ui(fixture->app);
    return ui_find_widget(ui, ui_focused(ui));
}

static int count_decks_of_player(const AppFixture *fixture)
{
    Arena arena;
    FileList list;
    Err err = {0};
    arena_init(&arena, 0);
    assert_true(file_list(fixture->decks, &arena, &list, &err));
    int count = (int)list.count;
    arena_deinit(&arena);
    return count;
}

/* --- the ways in --- */

static void three_keys_in_the_library_bring_in_the_newest_file(void **state)
{
    AppFixture *fixture = *state;
    import_file(fixture, "French words.tsv", LIST);
    menu_open(fixture, SCREEN_LIBRARY, "");
    fixture_press(fixture, KEY_I);
    fixture_press(fixture, KEY_ENTER);
    import_wait(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_IMPORT);
    assert_int_equal(count_decks_of_player(fixture), 0); /* nothing is written before one says so */
    fixture_press(fixture, KEY_ENTER);
    import_wait(fixture);
    assert_in_hub(fixture, "French words");
    assert_deck(fixture, "french-words", "French words", 4);
    fixture_press(fixture, KEY_ESCAPE);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_LIBRARY);
    menu_get(fixture, "French words");
}

static void a_pad_alone_brings_in_a_file(void **state)
{
    AppFixture *fixture = *state;
    fixture->null.pad_count = 1;
    import_file(fixture, "words.csv", "chat,cat\nchien,dog\n");
    menu_open(fixture, SCREEN_LIBRARY, "");
    menu_pad(fixture, PAD_RT);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_IMPORT_FILES);
    menu_pad(fixture, PAD_A);
    import_wait(fixture);
    menu_pad(fixture, PAD_START);
    import_wait(fixture);
    assert_in_hub(fixture, "words");
}

static void a_mouse_alone_brings_in_a_file(void **state)
{
    AppFixture *fixture = *state;
    import_file(fixture, "words.csv", "chat,cat\nchien,dog\n");
    menu_open(fixture, SCREEN_LIBRARY, "");
    menu_click(fixture, "Import");
    menu_click(fixture, "words.csv");
    import_wait(fixture);
    menu_click(fixture, "Bring in 2\xC2\xA0"
                        "cards");
    import_wait(fixture);
    assert_in_hub(fixture, "words");
}

static void a_file_is_dropped_on_any_menu(void **state)
{
    AppFixture *fixture = *state;
    const char *path = import_file(fixture, "words.tsv", LIST);
    static const ScreenId screens[] = {SCREEN_TITLE, SCREEN_SETTINGS, SCREEN_HELP, SCREEN_IMPORT_FILES};
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        menu_open(fixture, screens[i], "");
        platform_null_drop(&fixture->null, &path, 1, NULL);
        fixture_run(fixture, 32);
        import_wait(fixture);
        assert_int_equal(app_screen(fixture->app)->id, SCREEN_IMPORT);
        assert_int_equal(import_of(fixture)->result->count, 4);
        fixture_press(fixture, KEY_ESCAPE);
        fixture_run(fixture, 32);
        assert_int_equal(app_screen(fixture->app)->id, screens[i]);
        assert_int_equal(import_of(fixture)->stage, IMPORT_STAGE_NONE);
    }
}

static void files_dropped_together_come_one_after_another(void **state)
{
    AppFixture *fixture = *state;
    char first[256];
    snprintf(first, sizeof first, "%s", import_file(fixture, "one.tsv", "a\t1\nb\t2\n"));
    const char *paths[] = {first, import_file(fixture, "two.tsv", LIST)};
    platform_null_drop(&fixture->null, paths, 2, NULL);
    fixture_run(fixture, 32);
    import_wait(fixture);
    assert_true(menu_says(fixture, "one.tsv, and 1 more") || import_of(fixture)->waiting == 1);
    fixture_press(fixture, KEY_ENTER);
    import_wait(fixture);
    import_wait(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_IMPORT);
    assert_string_equal(import_of(fixture)->name.data, "two.tsv");
    assert_deck(fixture, "one", "one", 2);
    fixture_press(fixture, KEY_ENTER);
    import_wait(fixture);
    assert_in_hub(fixture, "two");
}

static void a_drop_in_a_round_says_when(void **state)
{
    AppFixture *fixture = *state;
    const char *path = import_file(fixture, "words.tsv", LIST);
    app_apply(fixture->app, &(Intent){.kind = INTENT_QUICK_PLAY, .text = STR("world-capitals")});
    fixture_wait_deck(fixture);
    fixture_run(fixture, 32);
    platform_null_drop(&fixture->null, &path, 1, NULL);
    fixture_run(fixture, 320);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_MATCH);
    assert_true(menu_says(fixture, "Finish the round"));
}

static void a_drop_does_not_lead_away_from_the_editor(void **state)
{
    AppFixture *fixture = *state;
    const char *path = import_file(fixture, "words.tsv", LIST);
    app_apply(fixture->app, &(Intent){.kind = INTENT_NEW_DECK, .text = STR("New")});
    fixture_run(fixture, 320);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_EDITOR);
    platform_null_drop(&fixture->null, &path, 1, NULL);
    fixture_run(fixture, 320);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_EDITOR);
    assert_true(menu_says(fixture, "Leave the editor"));
}

static void a_text_is_pasted_or_dropped(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_IMPORT_FILES, "");
    platform_null_press_key(&fixture->null, KEY_V, MOD_CTRL);
    fixture_run(fixture, 320);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_IMPORT_FILES);
    assert_true(menu_says(fixture, "no text to paste"));
    snprintf(fixture->null.clipboard, sizeof fixture->null.clipboard, "%s", LIST);
    platform_null_press_key(&fixture->null, KEY_V, MOD_CTRL);
    fixture_run(fixture, 32);
    import_wait(fixture);
    assert_int_equal(import_of(fixture)->result->count, 4);
    fixture_press(fixture, KEY_ESCAPE);
    menu_pad(fixture, PAD_START);
    import_wait(fixture);
    assert_int_equal(import_of(fixture)->result->count, 4);
    platform_null_drop(&fixture->null, NULL, 0, "a\t1\nb\t2");
    fixture_run(fixture, 32);
    import_wait(fixture);
    assert_int_equal(import_of(fixture)->result->count, 2);
}

/* --- the preview --- */

static void a_choice_is_seen_at_once(void **state)
{
    AppFixture *fixture = *state;
    import_open(fixture, import_file(fixture, "words.tsv", LIST));
    assert_string_equal(menu_get(fixture, "chat")->value.data, "cat. ");
    menu_click(fixture, "Swap the sides");
    import_wait(fixture);
    assert_string_equal(menu_get(fixture, "cat")->value.data, "chat. ");
    menu_click(fixture, "Between sides");
    menu_click(fixture, "Another…");
    menu_type(fixture, "a");
    fixture_press(fixture, KEY_ENTER);
    fixture_run(fixture, 320);
    import_wait(fixture);
    assert_string_equal(import_of(fixture)->choices->side_separator.data, "a");
    assert_null(menu_find(fixture, "cat"));
}

static void every_separator_that_is_offered_can_be_chosen(void **state)
{
    AppFixture *fixture = *state;
    static const char *const offered[] = {"\t", ",", ";", "|", " - ", ":"};
    import_open(fixture, import_file(fixture, "words.tsv", "a\tb,c;d|e - f:g\n"));
    for (size_t i = 0; i < sizeof offered / sizeof *offered; i++) {
        Arena arena;
        arena_init(&arena, 0);
        menu_click(fixture, "Between sides");
        menu_click(fixture, import_separator_label(str_of(offered[i]), &arena).data);
        import_wait(fixture);
        assert_string_equal(import_of(fixture)->result->side_separator.data, offered[i]);
        arena_deinit(&arena);
    }
}

static void the_last_of_many_choices_counts(void **state)
{
    AppFixture *fixture = *state;
    import_open(fixture, import_file(fixture, "words.tsv", LIST));
    for (int i = 0; i < 7; i++) {
        ImportChoices choices = *import_of(fixture)->choices;
        choices.is_swapped = !choices.is_swapped;
        app_apply(fixture->app, &(Intent){.kind = INTENT_IMPORT_CHOOSE, .import = &choices});
    }
    import_wait(fixture);
    assert_true(import_of(fixture)->choices->is_swapped);
    menu_get(fixture, "cat");
}

static void an_error_stands_in_the_preview_s_place_until_another_choice(void **state)
{
    AppFixture *fixture = *state;
    import_open(fixture, import_file(fixture, "words.tsv", LIST));
    menu_click(fixture, "Read as");
    menu_click(fixture, import_format_label(IMPORT_QUESTIONS));
    import_wait(fixture);
    assert_int_equal(import_of(fixture)->stage, IMPORT_STAGE_FAILED);
    assert_true(menu_says(fixture, import_of(fixture)->error.data));
    assert_true(menu_get(fixture, "It cannot be read like this")->flags & UI_DISABLED);
    menu_click(fixture, "Read as");
    menu_click(fixture, "As it looks");
    import_wait(fixture);
    assert_int_equal(import_of(fixture)->stage, IMPORT_STAGE_READY);
    menu_get(fixture, "chat");
}

static void a_file_that_is_gone_says_so(void **state)
{
    AppFixture *fixture = *state;
    import_open(fixture, "/nowhere/words.tsv");
    assert_int_equal(import_of(fixture)->stage, IMPORT_STAGE_FAILED);
    assert_true(menu_says(fixture, "/nowhere/words.tsv"));
    import_open(fixture, fixture->files);
    assert_true(menu_says(fixture, "is a folder"));
    fixture_press(fixture, KEY_ENTER);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_IMPORT);
}

static void what_is_left_out_is_listed_by_line(void **state)
{
    AppFixture *fixture = *state;
    import_open(fixture, import_file(fixture, "words.tsv", "chat\tcat\nnothing\nchien\tdog\nchat\tcat\n"));
    assert_int_equal(import_of(fixture)->result->count, 2);
    fixture_press(fixture, KEY_N);
    fixture_run(fixture, 320);
    assert_true(menu_says(fixture, "Line 2"));
    assert_true(menu_says(fixture, "Line 4"));
    fixture_press(fixture, KEY_ESCAPE);
    fixture_run(fixture, 320);
    assert_null(menu_find(fixture, "Line 2"));
    fixture_press(fixture, KEY_ENTER); /* the list is read: it can come in */
    import_wait(fixture);
    assert_in_hub(fixture, "words");
}

static void the_list_of_what_is_left_out_gives_the_focus_back(void **state)
{
    AppFixture *fixture = *state;
    import_open(fixture, import_file(fixture, "words.tsv", "chat\tcat\nnothing\n"));
    fixture_press(fixture, KEY_LEFT);
    assert_string_equal(focused(fixture)->label.data, "Swap the sides");
    fixture_press(fixture, KEY_N);
    fixture_run(fixture, 320);
    assert_string_equal(focused(fixture)->label.data, "Close");
    fixture_press(fixture, KEY_ENTER);
    fixture_run(fixture, 320);
    assert_string_equal(focused(fixture)->label.data, "Swap the sides");
}

/* How often it is drawn. */
static int count_drawn(AppFixture *fixture, const char *words)
{
    Arena arena;
    arena_init(&arena, 0);
    int count = 0;
    const char *at = platform_null_texts(&fixture->null, &arena).data;
    while ((at = strstr(at, words))) at += strlen(words), count++;
    arena_deinit(&arena);
    return count;
}

static void enter_is_promised_where_it_brings_in(void **state)
{
    AppFixture *fixture = *state;
    import_open(fixture, import_file(fixture, "words.tsv", LIST));
    assert_int_equal(count_drawn(fixture, "Enter"), 2); /* on the button and below */
    fixture_press(fixture, KEY_LEFT);
    fixture_run(fixture, 320);
    assert_int_equal(count_drawn(fixture, "Enter"), 1);
}

static void the_list_of_what_is_left_out_is_whole_on_large_text(void **state)
{
    AppFixture *fixture = *state;
    platform_null_resize(&fixture->null, 1024, 768);
    menu_set(fixture, "text", "200");
    import_open(fixture,
                import_file(fixture, "words.tsv", "chat\tcat\nno\nchien\tdog\nnone\nlait\tmilk\nnothing\n"));
    fixture_press(fixture, KEY_N);
    fixture_run(fixture, 320);
    const UiWidget *last = menu_get(fixture, "Line 6");
    assert_true(last->rect.y + last->rect.h <= last->clip.y + last->clip.h);
}

static void pages_of_large_text_are_turned_to_where_they_were_left(void **state)
{
    AppFixture *fixture = *state;
    menu_set(fixture, "text", "200");
    import_open(fixture, import_file(fixture, "words.tsv", LIST));
    fixture_press(fixture, KEY_PAGE_DOWN);
    assert_string_equal(focused(fixture)->label.data, "Read as");
    fixture_press(fixture, KEY_DOWN);
    assert_string_equal(focused(fixture)->label.data, "Letters");
    fixture_press(fixture, KEY_PAGE_UP);
    assert_string_equal(focused(fixture)->label.data, "Bring in 4\xC2\xA0"
                                                      "cards");
    fixture_press(fixture, KEY_PAGE_DOWN);
    assert_string_equal(focused(fixture)->label.data, "Letters");
}

static void an_empty_folder_leaves_the_paste(void **state)
{
    AppFixture *fixture = *state;
    char folder[256];
    Err err = {0};
    menu_open(fixture, SCREEN_IMPORT_FILES, "");
    assert_string_equal(focused(fixture)->label.data, "Paste");
    snprintf(folder, sizeof folder, "%s/school", fixture->files);
    assert_true(file_make_folder(folder, &err));
    menu_open(fixture, SCREEN_TITLE, "");
    menu_open(fixture, SCREEN_IMPORT_FILES, "");
    assert_string_equal(focused(fixture)->label.data, "school");
    fixture_press(fixture, KEY_ENTER);
    assert_string_equal(focused(fixture)->label.data, "Paste");
}

static void a_card_is_shown_whole(void **state)
{
    AppFixture *fixture = *state;
    import_open(fixture, import_file(fixture, "words.tsv", LIST));
    menu_click(fixture, "chien");
    assert_true(menu_says(fixture, "Line 2"));
    fixture_press(fixture, KEY_ENTER);
    fixture_run(fixture, 320);
    assert_false(menu_says(fixture, "Line 2"));
}

static void the_deck_gets_the_name_that_is_typed(void **state)
{
    AppFixture *fixture = *state;
    import_open(fixture, import_file(fixture, "words.tsv", LIST));
    menu_click(fixture, "Name of the deck");
    platform_null_press_key(&fixture->null, KEY_A, MOD_CTRL);
    fixture_run(fixture, 32);
    menu_type(fixture, "Les mots");
    fixture_press(fixture, KEY_ENTER);
    fixture_press(fixture, KEY_ENTER);
    import_wait(fixture);
    assert_in_hub(fixture, "Les mots");
    assert_deck(fixture, "les-mots", "Les mots", 4);
}

static void without_a_name_nothing_is_written(void **state)
{
    AppFixture *fixture = *state;
    import_open(fixture, import_file(fixture, "words.tsv", LIST));
    app_apply(fixture->app, &(Intent){.kind = INTENT_IMPORT_WRITE, .text = STR(" ")});
    fixture_run(fixture, 320);
    assert_true(menu_says(fixture, "name first"));
    assert_int_equal(import_of(fixture)->stage, IMPORT_STAGE_READY);
    assert_int_equal(count_decks_of_player(fixture), 0);
}

static void a_deck_that_cannot_be_written_says_why_and_waits(void **state)
{
    AppFixture *fixture = *state;
    Err err = {0};
    import_open(fixture, import_file(fixture, "words.tsv", LIST));
    assert_int_equal(remove(fixture->decks), 0); /* a file stands where the decks' folder was */
    assert_true(file_write(fixture->decks, STR(""), &err));
    fixture_press(fixture, KEY_ENTER);
    import_wait(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_IMPORT);
    assert_true(menu_says(fixture, "Nothing was written"));
    assert_int_equal(remove(fixture->decks), 0);
    assert_true(file_make_folder(fixture->decks, &err));
    fixture_press(fixture, KEY_ENTER);
    import_wait(fixture);
    assert_in_hub(fixture, "words");
}

/* --- the same deck again --- */

static void bring_in(AppFixture *fixture, const char *text)
{
    import_open(fixture, import_file(fixture, "words.tsv", text));
    fixture_press(fixture, KEY_ENTER);
    import_wait(fixture);
    assert_in_hub(fixture, "words");
}

static void a_newer_file_updates_its_deck_and_cards_keep_their_ids(void **state)
{
    AppFixture *fixture = *state;
    bring_in(fixture, LIST);
    Deck *before = read_deck(fixture, "words");
    import_open(fixture, import_file(fixture, "words.tsv", "chat\tthe cat\nchien\tdog\nlit\tbed\n"));
    const ImportUpdate *update = import_of(fixture)->update;
    assert_true(update->is_there);
    assert_int_equal(update->fresh, 1);
    assert_int_equal(update->changed, 1);
    assert_int_equal(update->gone, 2);
    assert_string_equal(menu_get(fixture, "Update “words”")->value.data, "1 new, 1 changed, 2 gone");
    fixture_press(fixture, KEY_ENTER);
    import_wait(fixture);
    assert_in_hub(fixture, "words");
    Deck *after = read_deck(fixture, "words");
    assert_int_equal(deck_count(after), 5); /* what is gone stays unless it is said */
    uint32_t chat = deck_find_card(after, deck_card_id(before, 0));
    assert_string_equal(deck_wording(after, chat, 0).data, "the cat");
    deck_release(before);
    deck_release(after);
}

static void gone_cards_are_taken_out_on_wish(void **state)
{
    AppFixture *fixture = *state;
    bring_in(fixture, LIST);
    import_open(fixture, import_file(fixture, "words.tsv", "chat\tcat\nchien\tdog\n"));
    menu_click(fixture, "Take the 2 cards that are gone out of the deck");
    menu_click(fixture, "Update “words”");
    import_wait(fixture);
    assert_in_hub(fixture, "words");
    assert_deck(fixture, "words", "words", 2);
}

static void it_can_become_a_new_deck_all_the_same(void **state)
{
    AppFixture *fixture = *state;
    bring_in(fixture, LIST);
    import_open(fixture, import_file(fixture, "words.tsv", "chat\tcat\n"));
    menu_click(fixture, "As a new deck");
    import_wait(fixture);
    assert_deck(fixture, "words", "words", 4);
    assert_deck(fixture, "words-2", "words", 1);
}

/* In place of the system's: before a text takes its place, another copy of the game makes a file there. */
static _Atomic(const char *) made_meanwhile;

int fsync(int file)
{
    Err err = {0};
    const char *path = atomic_exchange(&made_meanwhile, NULL);
    if (path && !file_write(path, STR("theirs"), &err)) abort();
    return fdatasync(file);
}

static void what_another_copy_brings_in_meanwhile_is_not_overwritten(void **state)
{
    AppFixture *fixture = *state;
    char path[256];
    Arena arena;
    Str text;
    Err err = {0};
    arena_init(&arena, 0);
    snprintf(path, sizeof path, "%s/words.json", fixture->decks);
    import_open(fixture, import_file(fixture, "words.tsv", LIST));
    atomic_store(&made_meanwhile, path);
    fixture_press(fixture, KEY_ENTER);
    import_wait(fixture);
    assert_in_hub(fixture, "words");
    assert_deck(fixture, "words-2", "words", 4);
    assert_true(file_read(path, 100, &arena, &text, &err));
    assert_true(str_is(text, STR("theirs")));
    arena_deinit(&arena);
}

/* --- leaving --- */

static void who_leaves_while_it_reads_or_writes_stays_away(void **state)
{
    AppFixture *fixture = *state;
    const char *path = import_file(fixture, "words.tsv", LIST);
    for (int i = 0; i < 20; i++) {
        app_apply(fixture->app, &(Intent){.kind = INTENT_IMPORT_FILE, .text = str_of(path)});
        app_apply(fixture->app, &(Intent){.kind = INTENT_IMPORT_LEAVE});
        fixture_run(fixture, 16);
        assert_int_equal(app_screen(fixture->app)->id, SCREEN_TITLE);
    }
    import_open(fixture, path);
    app_apply(fixture->app, &(Intent){.kind = INTENT_IMPORT_WRITE, .text = STR("words")});
    app_apply(fixture->app, &(Intent){.kind = INTENT_IMPORT_LEAVE});
    import_wait(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_TITLE);
    assert_deck(fixture, "words", "words", 4);
    assert_true(menu_says(fixture, "is yours"));
}

static void who_left_is_told_that_nothing_was_written(void **state)
{
    AppFixture *fixture = *state;
    Err err = {0};
    import_open(fixture, import_file(fixture, "words.tsv", LIST));
    assert_int_equal(remove(fixture->decks), 0); /* a file stands where the decks' folder was */
    assert_true(file_write(fixture->decks, STR(""), &err));
    app_apply(fixture->app, &(Intent){.kind = INTENT_IMPORT_WRITE, .text = STR("words")});
    app_apply(fixture->app, &(Intent){.kind = INTENT_IMPORT_LEAVE});
    import_wait(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_TITLE);
    assert_true(menu_says(fixture, "“words” was not brought in"));
    assert_int_equal(import_of(fixture)->stage, IMPORT_STAGE_NONE);
}

static void the_folder_is_remembered(void **state)
{
    AppFixture *fixture = *state;
    char folder[256];
    Err err = {0};
    snprintf(folder, sizeof folder, "%s/school", fixture->files);
    assert_true(file_make_folder(folder, &err));
    import_open(fixture, import_file(fixture, "school/words.tsv", LIST));
    menu_open(fixture, SCREEN_IMPORT_FILES, "");
    assert_string_equal(focused(fixture)->label.data, "words.tsv");
    assert_true(menu_says(fixture, "~/files/school"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        MENU_TEST(three_keys_in_the_library_bring_in_the_newest_file),
        MENU_TEST(a_pad_alone_brings_in_a_file),
        MENU_TEST(a_mouse_alone_brings_in_a_file),
        MENU_TEST(a_file_is_dropped_on_any_menu),
        MENU_TEST(files_dropped_together_come_one_after_another),
        MENU_TEST(a_drop_in_a_round_says_when),
        MENU_TEST(a_drop_does_not_lead_away_from_the_editor),
        MENU_TEST(a_text_is_pasted_or_dropped),
        MENU_TEST(a_choice_is_seen_at_once),
        MENU_TEST(every_separator_that_is_offered_can_be_chosen),
        MENU_TEST(the_last_of_many_choices_counts),
        MENU_TEST(an_error_stands_in_the_preview_s_place_until_another_choice),
        MENU_TEST(a_file_that_is_gone_says_so),
        MENU_TEST(what_is_left_out_is_listed_by_line),
        MENU_TEST(the_list_of_what_is_left_out_gives_the_focus_back),
        MENU_TEST(enter_is_promised_where_it_brings_in),
        MENU_TEST(the_list_of_what_is_left_out_is_whole_on_large_text),
        MENU_TEST(pages_of_large_text_are_turned_to_where_they_were_left),
        MENU_TEST(an_empty_folder_leaves_the_paste),
        MENU_TEST(a_card_is_shown_whole),
        MENU_TEST(the_deck_gets_the_name_that_is_typed),
        MENU_TEST(without_a_name_nothing_is_written),
        MENU_TEST(a_deck_that_cannot_be_written_says_why_and_waits),
        MENU_TEST(a_newer_file_updates_its_deck_and_cards_keep_their_ids),
        MENU_TEST(gone_cards_are_taken_out_on_wish),
        MENU_TEST(it_can_become_a_new_deck_all_the_same),
        MENU_TEST(what_another_copy_brings_in_meanwhile_is_not_overwritten),
        MENU_TEST(who_leaves_while_it_reads_or_writes_stays_away),
        MENU_TEST(who_left_is_told_that_nothing_was_written),
        MENU_TEST(the_folder_is_remembered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
