#define _XOPEN_SOURCE 700 /* mkdtemp */
#include "store/store_stage.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file_tree.h"

#define STAGING   "staging"
#define RESTORING "restoring"

Str store_stage_restoring(const char *folder, Arena *arena)
{
    return file_join(arena, folder, RESTORING);
}

bool store_stage_holds(const char *folder, Str name)
{
    if (!file_is_common_name(name)) return false;
    Arena arena;
    arena_init(&arena, 4096);
    Str path = file_join(&arena, folder, name.data);
    FileInfo info;
    bool is_held =
        file_is_plain(path.data) && file_info(path.data, &info) && info.size <= STORE_FILE_MAX_BYTES;
    arena_deinit(&arena);
    return is_held;
}

/* --- a stage --- */

static bool fill(StoreStage *stage, Err *err)
{
    Str decks = file_join(&stage->arena, stage->path.data, STORE_DECKS);
    Str bin = file_join(&stage->arena, stage->path.data, STORE_BIN);
    return file_make_folder(decks.data, err) && file_make_folder(bin.data, err);
}

static bool make(StoreStage *stage, Err *err)
{
    Str staging = file_join(&stage->arena, stage->folder.data, STAGING);
    if (!file_make_folder(staging.data, err)) return false;
    char path[4096];
    int size = snprintf(path, sizeof path, "%s/XXXXXX", staging.data);
    if (size < 0 || (size_t)size >= sizeof path || !mkdtemp(path))
        return err_set(err, "%s: no folder can be made there: %s", staging.data, strerror(errno));
    stage->path = str_copy(&stage->arena, str_of(path));
    stage->lock = store_try_lock(path);
    return fill(stage, err);
}

StoreStage *store_stage_open(const char *folder, Err *err)
{
    StoreStage *stage = calloc(1, sizeof *stage);
    if (!stage) err_fatal("out of memory");
    arena_init(&stage->arena, 4096);
    stage->lock.fd = -1;
    stage->folder = str_copy(&stage->arena, str_of(folder));
    if (make(stage, err)) return stage;
    store_stage_close(stage);
    return NULL;
}

const char *store_stage_path(const StoreStage *stage)
{
    return stage->path.data;
}

void store_stage_close(StoreStage *stage)
{
    if (!stage) return;
    if (stage->path.size > 0) file_tree_remove(stage->path.data);
    rmdir(file_join(&stage->arena, stage->folder.data, STAGING).data); /* if it was the last */
    store_unlock(&stage->lock);
    arena_deinit(&stage->arena);
    free(stage);
}

/* --- what was left --- */

static void remove_unheld(const char *folder)
{
    Arena arena;
    arena_init(&arena, 4096);
    Str staging = file_join(&arena, folder, STAGING);
    FileList list;
    if (!file_is_folder(staging.data) || !file_list(staging.data, &arena, &list, NULL)) list.count = 0;
    for (size_t i = 0; i < list.count; i++) {
        Str path = file_join(&arena, staging.data, list.names[i].data);
        StoreLock lock = store_try_lock(path.data);
        if (lock.is_held) file_tree_remove(path.data);
        store_unlock(&lock);
    }
    rmdir(staging.data);
    arena_deinit(&arena);
}

void store_stage_tidy(const char *folder)
{
    Arena arena;
    arena_init(&arena, 4096);
    Err err = {0};
    bool is_begun;
    bool is_waiting = file_is_folder(store_stage_restoring(folder, &arena).data);
    if (is_waiting && !store_stage_finish(folder, &is_begun, &err))
        err_log("a backup could not be restored: %s", err.text);
    arena_deinit(&arena);
    remove_unheld(folder);
}
