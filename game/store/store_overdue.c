#include "store/store_overdue.h"

#include "base/file.h"
#include "store/store_stage.h"

void store_overdue_init(StoreOverdue *overdue)
{
    *overdue = (StoreOverdue){.has_tried = false};
    arena_init(&overdue->arena, 256);
}

void store_overdue_deinit(StoreOverdue *overdue)
{
    arena_deinit(&overdue->arena);
}

/* --- who is who --- */

/* A name alone may be somebody else's there. */
typedef struct {
    int64_t id, created_ms;
    Str folded;
} Person;

static int find_people(StoreDb *db, Arena *arena, Person **out, size_t *count)
{
    sqlite3_stmt *statement = store_db_statement(db, SQL_PEOPLE, "SELECT id, created_ms, folded FROM player");
    int code = statement == NULL ? sqlite3_errcode(db->handle) : SQLITE_OK;
    *out = NULL;
    *count = 0;
    while (statement != NULL && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        *out = store_db_grow(arena, *out, *count, sizeof **out);
        Taker taker = {statement, 0, arena};
        Person *person = &(*out)[(*count)++];
        person->id = take_integer(&taker);
        person->created_ms = take_integer(&taker);
        person->folded = take_text(&taker);
    }
    if (statement != NULL) sqlite3_reset(statement);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

static bool is_among(const Person *person, const Person *people, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (people[i].id == person->id && people[i].created_ms == person->created_ms &&
            str_is(people[i].folded, person->folded))
            return true;
    return false;
}

/* --- finishing it --- */

static void keep_same(StoreOverdue *overdue, StoreDb *db, const Person *before, size_t count, Arena *arena)
{
    Person *after;
    size_t there;
    if (store_era(db, &overdue->to) != SQLITE_OK || find_people(db, arena, &after, &there) != SQLITE_OK)
        return;
    overdue->people = ARENA_NEW_N(&overdue->arena, int64_t, count + 1);
    for (size_t i = 0; i < count; i++)
        if (is_among(&before[i], after, there)) overdue->people[overdue->count++] = before[i].id;
}

static void finish(StoreOverdue *overdue, StoreDb *db, const char *folder, Arena *arena)
{
    Person *before;
    size_t count;
    arena_reset(&overdue->arena);
    overdue->count = 0;
    bool is_known =
        store_era(db, &overdue->from) == SQLITE_OK && find_people(db, arena, &before, &count) == SQLITE_OK;
    store_stage_tidy(folder);
    if (is_known) keep_same(overdue, db, before, count, arena);
}

void store_overdue_finish(StoreOverdue *overdue, StoreDb *db, const char *path)
{
    Arena arena;
    arena_init(&arena, 1024);
    Str folder = file_folder(&arena, str_of(path));
    bool is_there = file_is_folder(store_stage_restoring(folder.data, &arena).data);
    if (is_there && !overdue->has_tried) {
        StoreLock lock = store_lock(folder.data);
        if (lock.is_held) finish(overdue, db, folder.data, &arena);
        overdue->has_tried = lock.is_held;
        store_unlock(&lock);
    }
    if (!is_there) overdue->has_tried = false;
    arena_deinit(&arena);
}

/* --- rows --- */

static int64_t player_of(const StoreRow *row)
{
    if (row->kind == ROW_RUN) return row->of.run.player;
    return row->kind == ROW_TEST ? row->of.test.player : row->of.answer.player;
}

bool store_overdue_carries(const StoreOverdue *overdue, const StoreRow *row, int64_t from, int64_t to)
{
    bool is_played = row->kind == ROW_ANSWER || row->kind == ROW_RUN || row->kind == ROW_TEST;
    if (!is_played || from != overdue->from || to != overdue->to) return false;
    for (size_t i = 0; i < overdue->count; i++)
        if (overdue->people[i] == player_of(row)) return true;
    return false;
}
