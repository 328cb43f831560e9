#include "store/store_overdue.h"

#include "base/file.h"
#include "store/store_stage.h"

/* Who a row is of, in the state of before; `created_ms` 0: nobody who can be found again. */
typedef struct {
    int64_t id, created_ms;
    Str folded;
} Person;

/* And not how the game was left. */
static bool is_played(const StoreRow *row)
{
    return row->kind == ROW_ANSWER || row->kind == ROW_RUN || row->kind == ROW_TEST;
}

static int64_t player_of(const StoreRow *row)
{
    if (row->kind == ROW_RUN) return row->of.run.player;
    return row->kind == ROW_TEST ? row->of.test.player : row->of.answer.player;
}

static bool find_person(StoreDb *db, int64_t id, Arena *arena, Person *out)
{
    Binder binder = store_db_bind(db, SQL_PERSON, "SELECT created_ms, folded FROM player WHERE id = ?");
    Taker taker;
    int code;
    *out = (Person){.id = id};
    bind_integer(&binder, id);
    if (!store_db_first(db, &binder, arena, &taker, &code)) return false;
    out->created_ms = take_integer(&taker);
    out->folded = take_text(&taker);
    sqlite3_reset(binder.statement);
    return true;
}

/* The rows' own, in their order; of those that the state does not hold nothing is set. */
static Person *find_people(StoreDb *db, const StoreWaiting *first, size_t count, Arena *arena)
{
    Person *people = ARENA_NEW_N(arena, Person, count);
    const StoreWaiting *waiting = first;
    int64_t era;
    if (store_era(db, &era) != SQLITE_OK) return people;
    for (size_t i = 0; i < count; i++) {
        if (waiting->era == era && is_played(&waiting->row))
            find_person(db, player_of(&waiting->row), arena, &people[i]);
        if (i + 1 < count) waiting = waiting->next; /* the last one's is being appended to */
    }
    return people;
}

static bool is_there(StoreDb *db, const Person *person, Arena *arena)
{
    Person found;
    return person->id != 0 && find_person(db, person->id, arena, &found) &&
           found.created_ms == person->created_ms && str_is(found.folded, person->folded);
}

static void bring_along(StoreDb *db, StoreWaiting *first, size_t count, const Person *people, Arena *arena)
{
    StoreWaiting *waiting = first;
    int64_t era;
    if (store_era(db, &era) != SQLITE_OK) return;
    for (size_t i = 0; i < count; i++) {
        if (is_there(db, &people[i], arena)) waiting->era = era;
        if (i + 1 < count) waiting = waiting->next;
    }
}

void store_overdue_finish(StoreDb *db, const char *path, StoreWaiting *first, size_t count, bool *has_tried)
{
    Arena arena;
    arena_init(&arena, 1024);
    Str folder = file_folder(&arena, str_of(path));
    bool is_overdue = file_is_folder(store_stage_restoring(folder.data, &arena).data);
    if (is_overdue && !*has_tried) {
        StoreLock lock = store_lock(folder.data);
        if (lock.is_held) {
            Person *people = find_people(db, first, count, &arena);
            store_stage_tidy(folder.data);
            bring_along(db, first, count, people, &arena);
        }
        *has_tried = lock.is_held;
        store_unlock(&lock);
    }
    if (!is_overdue) *has_tried = false;
    arena_deinit(&arena);
}
