/* Backups made and restored in the game; and the state that another copy, or a command, has restored. */
#include <stdio.h>
#include <string.h>

#include "app/app_state.h"
#include "base/file.h"
#include "base/text.h"
#include "screens/backup_intent.h"
#include "ui/format.h"

static VaultPlace place_of(const App *app)
{
    const Platform *platform = app->platform;
    int64_t wall_ms = platform->wall_ms(platform->self);
    return (VaultPlace){app->data_folder, wall_ms, platform->utc_offset_min(platform->self, wall_ms)};
}

void app_backup_init(App *app)
{
    Str path = str_of(store_path(app->store));
    Str folder = file_folder(&app->scratch, path);
    snprintf(app->data_folder, sizeof app->data_folder, "%s", folder.data);
    Str backups = file_join(&app->scratch, app->data_folder, VAULT_FOLDER);
    snprintf(app->backups_folder, sizeof app->backups_folder, "%s", backups.data);
    app->model.backup.folder = str_of(app->backups_folder);
}

void app_backup_open(App *app)
{
    Err err = {0};
    if (!file_make_folder(app->backups_folder, &err)) app_toast(app, "%s", err.text);
}

static void refuse(App *app, const char *why)
{
    snprintf(app->backup_error, sizeof app->backup_error, "%s", why);
    app->model.backup.error = str_of(app->backup_error);
    app->model.backup.state = BACKUP_REFUSED;
}

static void forget(App *app)
{
    vault_close(app->vault);
    app->vault = NULL;
    app->model.backup.offer = NULL;
    app->model.backup.state = BACKUP_IDLE;
}

/* What was played up to now is in it, and is not written into what is restored. */
static bool flush(App *app)
{
    Err err = {0};
    if (store_flush(app->store, &err)) return true;
    refuse(app, err.text);
    return false;
}

static void start(App *app, BackupState state, const BackupOrder *order)
{
    app->model.backup.state = state;
    app->backup_job = backup_job_start(order, app->platform->wake, app->platform->self);
}

static void make(App *app, Str folder)
{
    VaultPlace place = place_of(app);
    Str copy = str_copy(&app->scratch, folder);
    Str path = vault_free_path(&place, copy.data, "backup", &app->scratch);
    if (flush(app)) start(app, BACKUP_MAKING, &(BackupOrder){BACKUP_JOB_MAKE, place, path, NULL});
}

static void restore(App *app)
{
    Vault *vault = app->vault;
    app_end_round(app);
    if (!flush(app)) return;
    app->vault = NULL;
    app->model.backup.offer = NULL;
    start(app, BACKUP_RESTORING, &(BackupOrder){BACKUP_JOB_RESTORE, place_of(app), STR(""), vault});
}

void app_backup_intent(App *app, const Intent *intent)
{
    BackupState state = app->model.backup.state;
    bool is_busy = app->backup_job != NULL;
    switch ((BackupInput)intent->input) {
    case BACKUP_MAKE:
        if (!is_busy) make(app, intent->text);
        break;
    case BACKUP_LOOK:
        if (is_busy) break;
        forget(app);
        start(app, BACKUP_LOOKING, &(BackupOrder){BACKUP_JOB_LOOK, place_of(app), intent->text, NULL});
        break;
    case BACKUP_FORGET:
        if (!is_busy) forget(app);
        break;
    case BACKUP_RESTORE:
        if (state == BACKUP_OFFERED) restore(app);
        break;
    case BACKUP_SHOW_FOLDER: app_show_folder(app, intent->text); break;
    }
}

/* --- what came of it --- */

static void tell_left_out(App *app, const StoreGathered *gathered)
{
    if (gathered->left_out_count == 0) return;
    Str first = text_repair(&app->scratch, file_name(gathered->left_out[0]));
    size_t others = gathered->left_out_count - 1;
    Str more = others > 0 ? str_format(&app->scratch, " and %zu more", others) : STR("");
    app_tell(app, TOAST_NEWS,
             str_format(&app->scratch, "Not in the backup: %.*s%.*s", STR_FMT(first), STR_FMT(more)));
}

static void take_made(App *app, const BackupDone *done)
{
    app->model.backup.state = BACKUP_IDLE;
    Str size = format_size(&app->scratch, done->made.bytes);
    Str text = str_format(&app->scratch, "Backup made (%s): %s", size.data, done->order.path.data);
    app_tell(app, TOAST_OK, text);
    tell_left_out(app, &done->made.gathered);
    app_stale(app);
}

static void take_restored(App *app, const BackupDone *done)
{
    app->model.backup.state = BACKUP_IDLE;
    app_follow(app);
    Str name = file_name(done->kept);
    Str text = name.size > 0 ? str_format(&app->scratch, "Restored. What was there before: %.*s in %s",
                                          STR_FMT(name), VAULT_FOLDER)
                             : STR("Restored");
    app_tell(app, TOAST_OK, text);
}

static void take(App *app, const BackupDone *done)
{
    app->needs_frame = true;
    if (!done->is_good) {
        refuse(app, done->err.text);
        return;
    }
    switch (done->order.kind) {
    case BACKUP_JOB_MAKE: take_made(app, done); break;
    case BACKUP_JOB_LOOK:
        app->vault = done->vault;
        app->model.backup.offer = vault_manifest(done->vault);
        app->model.backup.state = BACKUP_OFFERED;
        break;
    case BACKUP_JOB_RESTORE: take_restored(app, done); break;
    }
}

void app_backup_news(App *app)
{
    if (app->backup_job && backup_job_is_done(app->backup_job)) {
        BackupDone *done = backup_job_end(app->backup_job);
        app->backup_job = NULL;
        take(app, done);
        backup_done_free(done);
    }
    app_follow(app);
}

void app_backup_close(App *app)
{
    if (app->backup_job) {
        BackupDone *done = backup_job_end(app->backup_job);
        vault_close(done->vault);
        backup_done_free(done);
        app->backup_job = NULL;
    }
    forget(app);
}

/* --- another state --- */

/* All that is open was of players and decks of before; what it still hands over is refused by the store. But
   a deck that is being changed stays: what was not saved of it is nowhere else. */
static void leave_all(App *app)
{
    app_end_round(app);
    app_test_close(app);
    app_cards_close(app);
    app_spaced_close(app);
    app_learn_close(app);
    app_study_forget(app);
    if (app->model.draft.state == EDITING_READY) return;
    app_home(app);
    app->model.deck = (CurrentDeck){.state = DECK_NONE};
    app->deck_id[0] = '\0';
}

static void tell_followed(App *app, int64_t lost)
{
    if (lost == 0)
        app_tell(app, TOAST_NEWS, STR("A backup was restored: this is what it held"));
    else
        app_toast(app, "A backup was restored, without what was played meanwhile: %.*s",
                  STR_FMT(format_count(&app->scratch, lost, "answer", "answers")));
}

bool app_follow(App *app)
{
    Err err = {0};
    if (!store_is_replaced(app->store)) return false;
    leave_all(app);
    if (!store_flush(app->store, &err)) err_log("%s", err.text);
    int64_t lost = store_lost(app->store);
    store_follow(app->store);
    app->model.player = (StorePlayer){0};
    app_open_player(app, NULL);
    shelf_refresh(app->shelf);
    tell_followed(app, lost);
    return true;
}
