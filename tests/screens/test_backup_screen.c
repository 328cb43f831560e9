#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/vault.h"
#include "menu_fixture.h"

static const Model *model_of(const AppFixture *fixture)
{
    return app_model(fixture->app);
}

static void wait_idle(AppFixture *fixture)
{
    fixture_wait_backup(fixture);
    fixture_run(fixture, 400);
}

static const char *path_of(AppFixture *fixture, const char *name)
{
    static char path[TEMP_FOLDER_SIZE + 64];
    snprintf(path, sizeof path, "%s/%s", fixture->folder, name);
    return path;
}

static size_t count_backups(AppFixture *fixture)
{
    Arena arena;
    arena_init(&arena, 0);
    FileList list;
    size_t count = file_list(path_of(fixture, "backups"), &arena, &list, NULL) ? list.count : 0;
    arena_deinit(&arena);
    return count;
}

/* Another data folder's, with a player of that name. */
static void put_backup(AppFixture *fixture, const char *player)
{
    char folder[TEMP_FOLDER_SIZE + 32], name[64];
    Err err = {0};
    int64_t id;
    Arena arena;
    arena_init(&arena, 0);
    snprintf(folder, sizeof folder, "%s/other-%s", fixture->folder, player);
    snprintf(name, sizeof name, "backups/%s.matchwick", player);
    Store *store = store_open(folder);
    assert_true(store_add_player(store, str_of(player), 2, 1000, &id, &err));
    store_set_setting(store, id, "theme", STR("paper"));
    store_close(store);
    VaultBackup made;
    VaultPlace place = {folder, fixture->null.wall_ms, 0};
    if (!vault_back_up(&place, path_of(fixture, name), &arena, &made, &err)) fail_msg("%s", err.text);
    arena_deinit(&arena);
}

static void settings_lead_to_it(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_SETTINGS, "");
    menu_click(fixture, "Backup");
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_BACKUP);
    fixture_press(fixture, KEY_ESCAPE);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_SETTINGS);
    fixture_press(fixture, KEY_B);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_BACKUP);
    menu_open(fixture, SCREEN_SETTINGS, "");
    menu_pad(fixture, PAD_START);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_BACKUP);
}

static void a_backup_is_made_and_listed(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_BACKUP, "");
    assert_true(menu_says(fixture, "This folder is empty"));
    assert_true(menu_get(fixture, "New backup")->flags & UI_FOCUSED);
    menu_click(fixture, "New backup");
    wait_idle(fixture);
    assert_int_equal(count_backups(fixture), 1);
    assert_true(menu_says(fixture, "backup-"));
    assert_true(menu_says(fixture, ".matchwick"));
    menu_pad(fixture, PAD_START);
    wait_idle(fixture);
    assert_int_equal(count_backups(fixture), 2);
}

static void what_is_not_in_it_is_named(void **state)
{
    AppFixture *fixture = *state;
    Err err = {0};
    assert_true(file_write(path_of(fixture, "decks/a\\b.json"), STR("{}"), &err));
    menu_open(fixture, SCREEN_BACKUP, "");
    menu_click(fixture, "New backup");
    wait_idle(fixture);
    assert_int_equal(count_backups(fixture), 1);
    assert_true(menu_says(fixture, "Not in the backup: a\\b.json"));
}

static void one_is_named_by_the_clock_on_the_wall(void **state)
{
    AppFixture *fixture = *state;
    fixture->null.wall_ms = INT64_C(1795647600000); /* 2026-11-25T23:00:00Z */
    fixture->null.utc_offset_min = 90;
    menu_open(fixture, SCREEN_BACKUP, "");
    menu_click(fixture, "New backup");
    wait_idle(fixture);
    assert_true(menu_says(fixture, "backup-20261126-0030"));
}

static void one_is_shown_and_left(void **state)
{
    AppFixture *fixture = *state;
    put_backup(fixture, "Zoe");
    menu_open(fixture, SCREEN_BACKUP, "");
    menu_click(fixture, "Zoe.matchwick");
    wait_idle(fixture);
    assert_true(menu_says(fixture, "Restore this backup?"));
    assert_true(menu_says(fixture, "Players: Zoe"));
    fixture_press(fixture, KEY_ENTER); /* the harmless answer */
    fixture_run(fixture, 400);
    assert_int_equal(model_of(fixture)->backup.state, BACKUP_IDLE);
    assert_string_equal(model_of(fixture)->player.name.data, "Player 1");
    assert_int_equal(count_backups(fixture), 1);
    assert_false(file_is_there(path_of(fixture, "staging")));
}

static void one_is_restored_and_the_game_goes_on_with_it(void **state)
{
    AppFixture *fixture = *state;
    put_backup(fixture, "Zoe");
    menu_open(fixture, SCREEN_BACKUP, "");
    menu_click(fixture, "Zoe.matchwick");
    wait_idle(fixture);
    menu_click(fixture, "Restore");
    wait_idle(fixture);
    const Model *model = model_of(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_TITLE);
    assert_string_equal(model->player.name.data, "Zoe");
    assert_int_equal(model->player_count, 1);
    assert_int_equal(model->settings.theme, THEME_PAPER);
    assert_int_equal(count_backups(fixture), 2); /* and what was there before */
    menu_set(fixture, "theme", "night");
    assert_true(store_flush(model->store, NULL));
    Arena arena;
    arena_init(&arena, 0);
    assert_string_equal(store_get_setting(model->store, model->player.id, "theme", &arena).data, "night");
    arena_deinit(&arena);
}

static void what_is_no_backup_is_refused(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_BACKUP, "");
    assert_true(file_write(path_of(fixture, "backups/bad.matchwick"), STR("nothing"), NULL));
    menu_open(fixture, SCREEN_BACKUP, "");
    menu_click(fixture, "bad.matchwick");
    wait_idle(fixture);
    assert_true(menu_says(fixture, "That did not work"));
    assert_true(menu_says(fixture, "no ZIP archive"));
    fixture_press(fixture, KEY_ESCAPE);
    assert_int_equal(model_of(fixture)->backup.state, BACKUP_IDLE);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_BACKUP);
}

/* By a command, in the middle of a round: the round is of a player who is not there any more. */
static void what_is_restored_elsewhere_is_noticed(void **state)
{
    AppFixture *fixture = *state;
    put_backup(fixture, "Zoe");
    app_apply(fixture->app, &(Intent){.kind = INTENT_QUICK_PLAY, .text = STR("world-capitals")});
    fixture_wait_deck(fixture);
    fixture_run(fixture, 32);
    app_apply(fixture->app, &(Intent){.kind = INTENT_GO, .at_ms = fixture->null.now_ms});
    fixture_run(fixture, 800);
    assert_non_null(model_of(fixture)->round.live);
    Err err = {0};
    Arena arena;
    arena_init(&arena, 0);
    Str kept;
    VaultPlace place = {fixture->folder, fixture->null.wall_ms, 0};
    Vault *vault = vault_open(&place, path_of(fixture, "backups/Zoe.matchwick"), &err);
    if (!vault || !vault_restore(vault, &arena, &kept, &err)) fail_msg("%s", err.text);
    arena_deinit(&arena);
    fixture_press(fixture, KEY_1);
    fixture_run(fixture, 400);
    assert_null(model_of(fixture)->round.live);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_TITLE);
    assert_string_equal(model_of(fixture)->player.name.data, "Zoe");
    assert_true(store_flush(model_of(fixture)->store, &err));
    assert_int_equal(model_of(fixture)->players[0].answers, 0);
}

/* Killed when all was laid out: the game finishes it with its next answer, and says what that cost. */
static void a_restore_that_was_killed_elsewhere_is_finished_and_told(void **state)
{
    AppFixture *fixture = *state;
    put_backup(fixture, "Zoe");
    app_apply(fixture->app, &(Intent){.kind = INTENT_QUICK_PLAY, .text = STR("world-capitals")});
    fixture_wait_deck(fixture);
    app_apply(fixture->app, &(Intent){.kind = INTENT_STUDY_OPEN, .study = STUDY_LEARN});
    fixture_run(fixture, 800);
    char command[300];
    VaultPlace place = {fixture->folder, fixture->null.wall_ms, 0};
    Err err = {0};
    Vault *vault = vault_open(&place, path_of(fixture, "backups/Zoe.matchwick"), &err);
    assert_non_null(vault);
    snprintf(command, sizeof command, "cp -r %s/staging/* %s/restoring", fixture->folder, fixture->folder);
    assert_int_equal(system(command), 0);
    vault_close(vault);
    fixture_press(fixture, KEY_1);
    assert_true(store_flush(model_of(fixture)->store, &err));
    fixture_run(fixture, 400);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_TITLE);
    assert_string_equal(model_of(fixture)->player.name.data, "Zoe");
    Arena arena;
    arena_init(&arena, 0);
    assert_non_null(strstr(platform_null_texts(&fixture->null, &arena).data,
                           "without what was played meanwhile: 1\u00A0answer"));
    arena_deinit(&arena);
    assert_false(file_is_there(path_of(fixture, "restoring")));
}

static void leaving_while_one_is_offered_leaves_nothing_behind(void **state)
{
    AppFixture *fixture = *state;
    put_backup(fixture, "Zoe");
    menu_open(fixture, SCREEN_BACKUP, "");
    menu_click(fixture, "Zoe.matchwick");
    wait_idle(fixture);
    assert_int_equal(model_of(fixture)->backup.state, BACKUP_OFFERED);
    assert_true(file_is_there(path_of(fixture, "staging")));
    app_close(fixture->app);
    assert_false(file_is_there(path_of(fixture, "staging")));
    fixture_start(fixture);
    assert_string_equal(model_of(fixture)->player.name.data, "Player 1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(settings_lead_to_it, menu_start, menu_stop),
        cmocka_unit_test_setup_teardown(a_backup_is_made_and_listed, menu_start, menu_stop),
        cmocka_unit_test_setup_teardown(what_is_not_in_it_is_named, menu_start, menu_stop),
        cmocka_unit_test_setup_teardown(one_is_named_by_the_clock_on_the_wall, menu_start, menu_stop),
        cmocka_unit_test_setup_teardown(one_is_shown_and_left, menu_start, menu_stop),
        cmocka_unit_test_setup_teardown(one_is_restored_and_the_game_goes_on_with_it, menu_start, menu_stop),
        cmocka_unit_test_setup_teardown(what_is_no_backup_is_refused, menu_start, menu_stop),
        cmocka_unit_test_setup_teardown(what_is_restored_elsewhere_is_noticed, menu_start, menu_stop),
        cmocka_unit_test_setup_teardown(a_restore_that_was_killed_elsewhere_is_finished_and_told, menu_start,
                                        menu_stop),
        cmocka_unit_test_setup_teardown(leaving_while_one_is_offered_leaves_nothing_behind, menu_start,
                                        menu_stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
