/* The disk is full, or the folder cannot be written, when a deck or a backup is to be: the screens say what
   could not be done and where, what was there stays, nothing half written is left, and it works once there is
   room. */
#define _XOPEN_SOURCE 700 /* mkdtemp, SIGXFSZ */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file_tree.h"
#include "menu_fixture.h"

#define ROOM 256 /* bytes of a file: less than any deck here has */

static const char deck_text[] = "{\"format\": 1, \"id\": \"animals\", \"title\": \"Animals\", \"cards\": [\n"
                                "{\"id\": \"cat\", \"term\": \"Cat\", \"definition\": \"It purrs\"},\n"
                                "{\"id\": \"dog\", \"term\": \"Dog\", \"definition\": \"%s\"}]}\n";

static void limit_files(rlim_t bytes)
{
    struct rlimit limit;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = bytes < limit.rlim_max ? bytes : limit.rlim_max;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static const char *own_path(const AppFixture *fixture, const char *name)
{
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", fixture->decks, name);
    return path;
}

static Str read_own(const AppFixture *fixture, const char *name, Arena *arena)
{
    Err err = {0};
    Str text = {0};
    assert_true(file_read(own_path(fixture, name), 1 << 20, arena, &text, &err));
    return text;
}

/* Hidden ones as well: what a write leaves behind. */
static size_t count_files(const char *folder)
{
    Arena arena;
    FileList list;
    arena_init(&arena, 0);
    size_t count = file_is_folder(folder) && file_list(folder, &arena, &list, NULL) ? list.count : 0;
    arena_deinit(&arena);
    return count;
}

/* A deck of ones own, longer than there is room for. */
static void write_animals(AppFixture *fixture)
{
    Arena arena;
    Err err = {0};
    arena_init(&arena, 0);
    char *barks = arena_alloc(&arena, 2 * ROOM);
    memset(barks, 'w', 2 * ROOM - 1);
    Str text = str_format(&arena, deck_text, barks);
    assert_true(file_make_folder(fixture->decks, &err));
    assert_true(file_write(own_path(fixture, "animals.json"), text, &err));
    shelf_refresh(app_model(fixture->app)->shelf);
    shelf_wait(app_model(fixture->app)->shelf);
    fixture_run(fixture, 32);
    arena_deinit(&arena);
}

static void open_library_at(AppFixture *fixture, const char *filter)
{
    menu_open(fixture, SCREEN_LIBRARY, "");
    fixture_press(fixture, KEY_SLASH);
    menu_type(fixture, filter);
    fixture_press(fixture, KEY_DOWN);
}

static bool has_deck(AppFixture *fixture, const char *title)
{
    Arena arena;
    ShelfEntry *decks;
    bool is_there = false;
    arena_init(&arena, 0);
    shelf_refresh(app_model(fixture->app)->shelf);
    shelf_wait(app_model(fixture->app)->shelf);
    size_t count = shelf_list(app_model(fixture->app)->shelf, &arena, &decks);
    for (size_t i = 0; i < count; i++) is_there |= str_is(decks[i].title, str_of(title));
    arena_deinit(&arena);
    return is_there;
}

static void settle(AppFixture *fixture)
{
    Err err = {0};
    assert_true(store_flush(app_model(fixture->app)->store, &err));
    fixture_run(fixture, 32);
}

/* The last step of a tool, in no room. */
static void confirm_in_no_room(AppFixture *fixture, int key)
{
    settle(fixture);
    limit_files(ROOM);
    fixture_press(fixture, key);
    fixture_wait_tools(fixture);
    limit_files(RLIM_INFINITY);
}

static void a_deck_is_renamed_once_there_is_room(void **state)
{
    AppFixture *fixture = *state;
    write_animals(fixture);
    Arena arena;
    arena_init(&arena, 0);
    Str before = read_own(fixture, "animals.json", &arena);
    for (int i = 0; i < 2; i++) {
        open_library_at(fixture, "animals");
        fixture_press(fixture, KEY_D);
        fixture_press(fixture, KEY_R);
        menu_type(fixture, "Beasts");
        if (i == 1) break;
        confirm_in_no_room(fixture, KEY_ENTER);
        assert_true(fixture_shows(fixture, "animals.json"));
        assert_true(str_is(read_own(fixture, "animals.json", &arena), before));
        assert_int_equal(count_files(fixture->decks), 1);
        assert_true(has_deck(fixture, "Animals"));
    }
    fixture_press(fixture, KEY_ENTER);
    fixture_wait_tools(fixture);
    assert_true(has_deck(fixture, "Beasts"));
    arena_deinit(&arena);
}

static void a_copy_is_not_half_made(void **state)
{
    AppFixture *fixture = *state;
    write_animals(fixture);
    open_library_at(fixture, "animals");
    fixture_press(fixture, KEY_D);
    fixture_press(fixture, KEY_C);
    confirm_in_no_room(fixture, KEY_ENTER);
    assert_true(fixture_shows(fixture, "animals-copy.json"));
    assert_int_equal(count_files(fixture->decks), 1);
    assert_false(has_deck(fixture, "Animals (copy)"));
}

static void a_merged_deck_is_not_half_made(void **state)
{
    AppFixture *fixture = *state;
    write_animals(fixture);
    open_library_at(fixture, "animals");
    fixture_press(fixture, KEY_D);
    fixture_press(fixture, KEY_M);
    menu_click(fixture, "Morse code");
    fixture_press(fixture, KEY_N);
    confirm_in_no_room(fixture, KEY_ENTER);
    assert_true(fixture_shows(fixture, "animals-and-morse-code.json"));
    assert_int_equal(count_files(fixture->decks), 1);
    assert_true(has_deck(fixture, "Animals") && has_deck(fixture, "Morse code"));
}

/* It needs no room: the file is moved. */
static void a_deck_is_deleted_to_the_bin_all_the_same(void **state)
{
    AppFixture *fixture = *state;
    write_animals(fixture);
    open_library_at(fixture, "animals");
    fixture_press(fixture, KEY_DELETE);
    fixture_press(fixture, KEY_RIGHT);
    confirm_in_no_room(fixture, KEY_ENTER);
    assert_false(has_deck(fixture, "Animals"));
    menu_open(fixture, SCREEN_BIN, "");
    fixture_wait_tools(fixture);
    fixture_press(fixture, KEY_ENTER);
    fixture_wait_tools(fixture);
    assert_true(has_deck(fixture, "Animals"));
}

static void an_export_is_not_half_written(void **state)
{
    AppFixture *fixture = *state;
    open_library_at(fixture, "morse");
    fixture_press(fixture, KEY_D);
    fixture_press(fixture, KEY_X);
    fixture_wait_deck(fixture);
    fixture_wait_tools(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_EXPORT);
    confirm_in_no_room(fixture, KEY_X);
    assert_true(fixture_shows(fixture, "morse-code.csv"));
    assert_int_equal(count_files(fixture->files), 0);
    fixture_press(fixture, KEY_X);
    fixture_wait_tools(fixture);
    assert_true(menu_says(fixture, "Written to ~/files/morse-code.csv"));
}

static void a_backup_is_not_half_made(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_BACKUP, "");
    settle(fixture);
    limit_files(ROOM);
    menu_click(fixture, "New backup");
    fixture_wait_backup(fixture);
    fixture_run(fixture, 400);
    limit_files(RLIM_INFINITY);
    assert_int_equal(app_model(fixture->app)->backup.state, BACKUP_REFUSED);
    assert_true(fixture_shows(fixture, "matchwick.db"));
    char path[160];
    snprintf(path, sizeof path, "%s/backups", fixture->folder);
    assert_int_equal(count_files(path), 0);
    snprintf(path, sizeof path, "%s/staging", fixture->folder);
    assert_int_equal(count_files(path), 0);
}

/* --- the editor --- */

static void edit(AppFixture *fixture)
{
    const CurrentDraft *draft = &app_model(fixture->app)->draft;
    app_apply(fixture->app, &(Intent){.kind = INTENT_EDIT_DECK, .text = STR("animals"), .value = STR("cat")});
    for (int i = 0; i < 100000 && draft->state == EDITING_LOADING; i++) {
        thrd_sleep(&(struct timespec){.tv_nsec = 100000}, NULL);
        fixture_run(fixture, 0);
    }
    fixture_run(fixture, 400);
    assert_int_equal(draft->state, EDITING_READY);
}

static void save(AppFixture *fixture)
{
    platform_null_press_key(&fixture->null, KEY_S, MOD_CTRL);
    fixture_run(fixture, 400);
}

static void what_cannot_be_saved_stays_in_the_editor(void **state)
{
    AppFixture *fixture = *state;
    write_animals(fixture);
    Arena arena;
    arena_init(&arena, 0);
    Str before = read_own(fixture, "animals.json", &arena);
    edit(fixture);
    menu_type(fixture, "fish");
    settle(fixture);
    limit_files(ROOM);
    save(fixture);
    limit_files(RLIM_INFINITY);
    const CurrentDraft *draft = &app_model(fixture->app)->draft;
    assert_true(fixture_shows(fixture, "animals.json"));
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_EDITOR);
    assert_true(draft_is_changed(draft->draft));
    assert_true(str_is(draft_card(draft->draft, 0)->term, STR("Catfish")));
    assert_true(str_is(read_own(fixture, "animals.json", &arena), before));
    assert_int_equal(count_files(fixture->decks), 1);
    save(fixture);
    assert_false(draft_is_changed(draft->draft));
    assert_true(str_has(read_own(fixture, "animals.json", &arena), STR("Catfish")));
    arena_deinit(&arena);
}

/* Who leaves by "Save" does not leave then. */
static void who_would_leave_stays_with_what_cannot_be_saved(void **state)
{
    AppFixture *fixture = *state;
    write_animals(fixture);
    edit(fixture);
    menu_type(fixture, "fish");
    platform_null_push(&fixture->null, (InputEvent){.kind = INPUT_QUIT});
    fixture_run(fixture, 400);
    settle(fixture);
    limit_files(ROOM);
    fixture_press(fixture, KEY_ENTER); /* Save */
    fixture_run(fixture, 400);
    limit_files(RLIM_INFINITY);
    assert_false(app_is_done(fixture->app));
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_EDITOR);
    assert_true(draft_is_changed(app_model(fixture->app)->draft.draft));
    save(fixture);
    assert_false(draft_is_changed(app_model(fixture->app)->draft.draft));
}

/* Nothing holds back who is root. */
static void a_folder_that_is_read_only_is_told(void **state)
{
    AppFixture *fixture = *state;
    if (geteuid() == 0) skip();
    write_animals(fixture);
    edit(fixture);
    menu_type(fixture, "fish");
    assert_int_equal(chmod(fixture->decks, 0500), 0);
    save(fixture);
    bool is_told = fixture_shows(fixture, "animals.json"),
         is_kept = draft_is_changed(app_model(fixture->app)->draft.draft);
    open_library_at(fixture, "animals");
    fixture_press(fixture, KEY_DELETE);
    fixture_press(fixture, KEY_RIGHT);
    fixture_press(fixture, KEY_ENTER);
    fixture_wait_tools(fixture);
    assert_int_equal(chmod(fixture->decks, 0700), 0);
    assert_true(is_told && is_kept);
    assert_true(has_deck(fixture, "Animals"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        MENU_TEST(a_deck_is_renamed_once_there_is_room),
        MENU_TEST(a_copy_is_not_half_made),
        MENU_TEST(a_merged_deck_is_not_half_made),
        MENU_TEST(a_deck_is_deleted_to_the_bin_all_the_same),
        MENU_TEST(an_export_is_not_half_written),
        MENU_TEST(a_backup_is_not_half_made),
        MENU_TEST(what_cannot_be_saved_stays_in_the_editor),
        MENU_TEST(who_would_leave_stays_with_what_cannot_be_saved),
        MENU_TEST(a_folder_that_is_read_only_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
