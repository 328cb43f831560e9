#include "app/vault.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/calendar.h"
#include "base/file_tree.h"
#include "formats/utc.h"

#define PACKED "packed" BACKUP_ENDING

struct Vault {
    VaultPlace place;
    Arena arena;
    StoreStage *stage;
    BackupManifest manifest;
};

/* --- names --- */

static int64_t seconds_of(int64_t ms)
{
    int64_t seconds = ms / 1000;
    return seconds >= 0 && seconds <= UTC_MAX_S ? seconds : 0;
}

/* "20261126-211247" where the clock on the wall shows 2026-11-26 21:12:47. */
static Str stamp_of(const VaultPlace *place, Arena *arena)
{
    int64_t local_ms = place->wall_ms + place->utc_offset_min * CALENDAR_MINUTE_MS;
    const char *text = utc_write(arena, seconds_of(local_ms)).data;
    return str_format(arena, "%.4s%.2s%.2s-%.2s%.2s%.2s", text, text + 5, text + 8, text + 11, text + 14,
                      text + 17);
}

Str vault_free_path(const VaultPlace *place, const char *folder, const char *kind, Arena *arena)
{
    Str stamp = stamp_of(place, arena);
    Str name = str_format(arena, "%s-%s" BACKUP_ENDING, kind, stamp.data);
    for (int n = 2; file_is_there(file_join(arena, folder, name.data).data); n++)
        name = str_format(arena, "%s-%s-%d" BACKUP_ENDING, kind, stamp.data, n);
    return file_join(arena, folder, name.data);
}

/* --- backing up --- */

static bool take_contents(const StoreStage *stage, BackupManifest *manifest, Arena *arena, Err *err)
{
    StoreContents contents;
    Str path = file_join(arena, store_stage_path(stage), STORE_DATABASE);
    if (!store_contents(path.data, arena, &contents, err)) return false;
    manifest->database = contents.version;
    manifest->runs = contents.runs;
    manifest->answers = contents.answers;
    manifest->tests = contents.tests;
    manifest->players = contents.players;
    manifest->player_count = contents.player_count;
    return true;
}

/* Packed in the stage, which is removed even if this process is killed, and not beside the wanted file. */
static bool deliver(const char *packed, const char *path, Arena *arena, Err *err)
{
    Str beside;
    if (!file_make_folder(file_folder(arena, str_of(path)).data, err)) return false;
    if (!file_make_beside(path, arena, &beside, err)) return false;
    if (file_take_place(packed, beside.data, err)) return file_replace(beside.data, path, err);
    remove(beside.data);
    return false;
}

static bool pack(const VaultPlace *place, StoreStage *stage, const char *path, Arena *arena, VaultBackup *out,
                 Err *err)
{
    FileInfo info;
    BackupManifest *manifest = &out->manifest;
    Str packed = file_join(arena, store_stage_path(stage), PACKED);
    *manifest = (BackupManifest){.made_by = STR(MATCHWICK_VERSION), .made_s = seconds_of(place->wall_ms)};
    if (!store_gather(stage, arena, &out->gathered, err) || !take_contents(stage, manifest, arena, err) ||
        !backup_pack(store_stage_path(stage), manifest, packed.data, arena, err))
        return false;
    out->bytes = file_info(packed.data, &info) ? info.size : 0;
    return deliver(packed.data, path, arena, err);
}

/* A device or a pipe would not be written to: the backup would take its place. */
static bool may_lie_at(const char *path, Err *err)
{
    FileInfo info;
    return !file_info(path, &info) || info.is_file || err_set(err, "%s is no file", path);
}

bool vault_back_up(const VaultPlace *place, const char *path, Arena *arena, VaultBackup *out, Err *err)
{
    StoreStage *stage = may_lie_at(path, err) ? store_stage_open(place->folder, err) : NULL;
    bool is_done = stage && pack(place, stage, path, arena, out, err);
    store_stage_close(stage);
    return is_done;
}

/* --- restoring --- */

static bool unpack(Vault *vault, const char *path, Err *err)
{
    if (!backup_unpack(path, store_stage_path(vault->stage), &vault->arena, &vault->manifest, err))
        return false;
    bool is_sound = store_stage_check(vault->stage, err) &&
                    take_contents(vault->stage, &vault->manifest, &vault->arena, err);
    if (!is_sound) err_wrap(err, "%s", path);
    return is_sound;
}

Vault *vault_open(const VaultPlace *place, const char *path, Err *err)
{
    Vault *vault = calloc(1, sizeof *vault);
    if (!vault) err_fatal("out of memory");
    arena_init(&vault->arena, 0);
    vault->place = *place;
    vault->place.folder = str_copy(&vault->arena, str_of(place->folder)).data;
    vault->stage = store_stage_open(place->folder, err);
    if (vault->stage && unpack(vault, path, err)) return vault;
    vault_close(vault);
    return NULL;
}

const BackupManifest *vault_manifest(const Vault *vault)
{
    return &vault->manifest;
}

void vault_close(Vault *vault)
{
    if (!vault) return;
    store_stage_close(vault->stage);
    arena_deinit(&vault->arena);
    free(vault);
}

static bool is_empty(const VaultBackup *backup)
{
    const BackupManifest *manifest = &backup->manifest;
    return manifest->player_count == 0 && manifest->runs == 0 && manifest->file_count == 1;
}

static bool keep_present(const Vault *vault, Arena *arena, Str *kept, Err *err)
{
    VaultBackup backup;
    Str folder = file_join(arena, vault->place.folder, VAULT_FOLDER);
    *kept = vault_free_path(&vault->place, folder.data, "before-restore", arena);
    if (!vault_back_up(&vault->place, kept->data, arena, &backup, err)) {
        err_wrap(err, "What is there now cannot be kept as a backup, so nothing was restored");
        return false;
    }
    if (!is_empty(&backup)) return true;
    remove(kept->data);
    *kept = STR("");
    return true;
}

bool vault_restore(Vault *vault, Arena *arena, Str *kept, Err *err)
{
    bool is_done = keep_present(vault, arena, kept, err);
    if (is_done) {
        is_done = store_restore(vault->stage, err);
        vault->stage = NULL;
    }
    vault_close(vault);
    return is_done;
}
