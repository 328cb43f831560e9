/* A state laid out in restoring/ is put in place: the database first, for that is what can fail; then the
   files, the old ones out before the new ones come in. Each step may be done again. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/file_tree.h"
#include "store/store_file.h"
#include "store/store_stage.h"

/* One of the folders of files. */
typedef struct {
    Str from, to, before, mark;
} Place;

static Place place_of(const char *folder, const char *name, Arena *arena)
{
    Str restoring = store_stage_restoring(folder, arena);
    Str before = str_format(arena, "%s-before", name), mark = str_format(arena, "%s-out", name);
    return (Place){.from = file_join(arena, restoring.data, name),
                   .to = file_join(arena, folder, name),
                   .before = file_join(arena, restoring.data, before.data),
                   .mark = file_join(arena, restoring.data, mark.data)};
}

/* Those files that a backup holds. */
static bool move_all(Str from, Str to, Arena *arena, Err *err)
{
    FileList list;
    bool is_moved = file_list(from.data, arena, &list, err);
    for (size_t i = 0; is_moved && i < list.count; i++) {
        const char *name = list.names[i].data;
        if (store_stage_holds(from.data, list.names[i]))
            is_moved = file_take_place(file_join(arena, from.data, name).data,
                                       file_join(arena, to.data, name).data, err);
    }
    return is_moved && file_sync(from.data, err) && file_sync(to.data, err);
}

static bool move_out(const Place *place, Arena *arena, Err *err)
{
    if (file_is_there(place->mark.data)) return true;
    return file_make_folder(place->to.data, err) && file_make_folder(place->before.data, err) &&
           move_all(place->to, place->before, arena, err) && file_write(place->mark.data, STR(""), err);
}

static bool put_files(const char *folder, const char *name, Err *err)
{
    Arena arena;
    arena_init(&arena, 0);
    Place place = place_of(folder, name, &arena);
    bool is_put = move_out(&place, &arena, err) && move_all(place.from, place.to, &arena, err);
    arena_deinit(&arena);
    return is_put;
}

/* Out of the way at once, then removed at leisure. */
static bool drop_restoring(const char *folder, Err *err)
{
    StoreStage *stage = store_stage_open(folder, err);
    if (!stage) return false;
    Str restoring = store_stage_restoring(folder, &stage->arena);
    file_tree_remove(stage->path.data);
    bool is_dropped = rename(restoring.data, stage->path.data) == 0 ||
                      err_set(err, "%s: cannot be moved away: %s", restoring.data, strerror(errno));
    store_stage_close(stage);
    return is_dropped;
}

/* Once files are being moved it is in place, even if it cannot be looked into now: what was moved away for
   the new ones lies in there. */
static bool are_files_begun(const char *folder, Arena *arena)
{
    return file_is_there(place_of(folder, STORE_DECKS, arena).before.data);
}

static bool put_database(const char *folder, Arena *arena, Err *err)
{
    if (are_files_begun(folder, arena)) return true;
    Str restoring = store_stage_restoring(folder, arena);
    Str from = file_join(arena, restoring.data, STORE_DATABASE);
    Str to = file_join(arena, folder, STORE_DATABASE);
    if (store_is_same_era(from.data, to.data)) return true; /* it was killed after that */
    int code = store_exchange(folder, from.data);
    return code == SQLITE_OK || err_set(err, "%s cannot be changed: %s", to.data, store_file_reason(code));
}

bool store_stage_finish(const char *folder, bool *is_begun, Err *err)
{
    Arena arena;
    arena_init(&arena, 0);
    *is_begun = put_database(folder, &arena, err);
    arena_deinit(&arena);
    if (!*is_begun) {
        drop_restoring(folder, NULL);
        return false;
    }
    return put_files(folder, STORE_DECKS, err) && put_files(folder, STORE_BIN, err) &&
           drop_restoring(folder, err);
}

void store_finish_restore(const char *folder)
{
    Arena arena;
    arena_init(&arena, 1024);
    if (file_is_folder(store_stage_restoring(folder, &arena).data)) {
        StoreLock lock = store_lock(folder);
        if (lock.is_held) store_stage_tidy(folder);
        store_unlock(&lock);
    }
    arena_deinit(&arena);
}

/* --- from a stage --- */

/* A folder, or a file that no backup holds, has a name that is wanted. */
static bool check_way(const StoreStage *stage, const char *name, Arena *arena, Err *err)
{
    FileList list;
    Str from = file_join(arena, stage->path.data, name), to = file_join(arena, stage->folder.data, name);
    if (!file_list(from.data, arena, &list, err)) return false;
    for (size_t i = 0; i < list.count; i++) {
        Str path = file_join(arena, to.data, list.names[i].data);
        if (file_is_there(path.data) && !store_stage_holds(to.data, list.names[i]))
            return err_set(err, "%s is in the way of a file of the backup: move it elsewhere", path.data);
    }
    return true;
}

/* From here on it will be put in place, whatever happens to this process. */
static bool commit(const StoreStage *stage, Err *err)
{
    Arena arena;
    arena_init(&arena, 0);
    Str restoring = store_stage_restoring(stage->folder.data, &arena);
    bool is_laid = check_way(stage, STORE_DECKS, &arena, err) && check_way(stage, STORE_BIN, &arena, err) &&
                   file_tree_sync(stage->path.data, err);
    if (is_laid && rename(stage->path.data, restoring.data) != 0)
        is_laid = err_set(err, "%s: cannot be made: %s", restoring.data, strerror(errno));
    bool is_synced = is_laid && file_sync(stage->folder.data, err);
    if (is_laid && !is_synced) drop_restoring(stage->folder.data, NULL);
    arena_deinit(&arena);
    return is_synced;
}

static bool restore_locked(const StoreStage *stage, Err *err)
{
    const char *folder = stage->folder.data;
    bool is_begun = false;
    store_stage_tidy(folder);
    if (!commit(stage, err)) return false;
    bool is_done = store_stage_finish(folder, &is_begun, err);
    if (!is_done && is_begun) err_wrap(err, "The rest follows at the next start");
    return is_done;
}

bool store_restore(StoreStage *stage, Err *err)
{
    StoreLock lock = store_lock(stage->folder.data);
    bool is_done = lock.is_held ? restore_locked(stage, err)
                                : err_set(err, "Another copy of the game is at work in %s: try again.",
                                          stage->folder.data);
    store_unlock(&lock);
    store_stage_close(stage);
    return is_done;
}
