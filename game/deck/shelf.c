#include "deck/shelf.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>

#include "deck/shelf_book.h"
#include "deck/shelf_name.h"
#include "deck/shelf_opened.h"

struct Shelf {
    Arena arena; /* for this struct and the folders */
    ShelfFolder *folders;
    size_t folder_count;
    thrd_t thread;

    atomic_uint version;
    atomic_bool is_read;
    atomic_bool is_closing;

    mtx_t mutex; /* for all below */
    cnd_t asked, done;
    bool is_look_asked, is_looking;
    ShelfBook **books; /* changed by the reading thread alone, which so reads it unlocked */
    size_t count, room;
    void (*wake)(void *self);
    void *wake_self;
    ShelfOpened opened;
};

/* Books that were read but are not on the shelf yet: they come in batches, as each change makes a screen list
   all decks again. */
typedef struct {
    ShelfBook *books[64];
    size_t count;
} Batch;

static void tell_change(Shelf *shelf)
{
    atomic_fetch_add(&shelf->version, 1);
    mtx_lock(&shelf->mutex);
    void (*wake)(void *) = shelf->wake;
    void *self = shelf->wake_self;
    mtx_unlock(&shelf->mutex);
    if (wake) wake(self);
}

static bool is_same_file(const ShelfBook *book, size_t folder, Str path)
{
    return book->folder == folder && str_is(book->entry.path, path);
}

static ShelfBook **find_book(Shelf *shelf, size_t folder, Str path)
{
    for (size_t i = 0; i < shelf->count; i++)
        if (is_same_file(shelf->books[i], folder, path)) return &shelf->books[i];
    return NULL;
}

static void put_book(Shelf *shelf, ShelfBook *book)
{
    ShelfBook **known = find_book(shelf, book->folder, book->entry.path);
    if (known) {
        shelf_book_close(*known);
        *known = book;
        return;
    }
    if (shelf->count == shelf->room) {
        shelf->room = shelf->room ? 2 * shelf->room : 64;
        shelf->books = realloc(shelf->books, shelf->room * sizeof(ShelfBook *));
        if (!shelf->books) err_fatal("out of memory: no room for %zu decks", shelf->room);
    }
    shelf->books[shelf->count++] = book;
}

static void put_batch(Shelf *shelf, Batch *batch)
{
    if (batch->count == 0) return;
    mtx_lock(&shelf->mutex);
    for (size_t i = 0; i < batch->count; i++) put_book(shelf, batch->books[i]);
    mtx_unlock(&shelf->mutex);
    batch->count = 0;
    tell_change(shelf);
}

static bool is_unchanged(const ShelfBook *book, const FileInfo *info)
{
    return book->info.changed_ns == info->changed_ns && book->info.size == info->size;
}

static void look_at_file(Shelf *shelf, size_t folder, Str path, Batch *batch)
{
    FileInfo info;
    if (!file_info(path.data, &info) || info.is_folder) return;
    ShelfBook **known = find_book(shelf, folder, path);
    if (known) (*known)->is_seen = true;
    if (known && is_unchanged(*known, &info)) return;
    batch->books[batch->count++] = shelf_book_open(path.data, &shelf->folders[folder], folder, info);
    /* The first deck at once, then the more at a time the more are there. */
    bool is_full = batch->count == sizeof batch->books / sizeof *batch->books;
    if (is_full || batch->count > shelf->count / 4) put_batch(shelf, batch);
}

static void look_at_folder(Shelf *shelf, size_t folder, Batch *batch)
{
    Arena arena;
    arena_init(&arena, 0);
    FileList list;
    const char *path = shelf->folders[folder].path;
    if (!file_list(path, &arena, &list, NULL)) list.count = 0;
    for (size_t i = 0; i < list.count && !atomic_load(&shelf->is_closing); i++) {
        if (!deck_is_deck_file(list.names[i]) || str_starts(list.names[i], STR("."))) continue;
        look_at_file(shelf, folder, file_join(&arena, path, list.names[i].data), batch);
    }
    arena_deinit(&arena);
}

static void drop_unseen(Shelf *shelf)
{
    size_t kept = 0, count = shelf->count;
    mtx_lock(&shelf->mutex);
    for (size_t i = 0; i < count; i++) {
        if (shelf->books[i]->is_seen)
            shelf->books[kept++] = shelf->books[i];
        else
            shelf_book_close(shelf->books[i]);
    }
    shelf->count = kept;
    mtx_unlock(&shelf->mutex);
    if (kept < count) tell_change(shelf);
}

static void look(Shelf *shelf)
{
    Batch batch = {.count = 0};
    for (size_t i = 0; i < shelf->count; i++) shelf->books[i]->is_seen = false;
    for (size_t i = 0; i < shelf->folder_count; i++) look_at_folder(shelf, i, &batch);
    put_batch(shelf, &batch);
    if (atomic_load(&shelf->is_closing)) return;
    drop_unseen(shelf);
    /* A waiting loop learns that the first look is over, even if there is no deck. */
    if (!atomic_exchange(&shelf->is_read, true)) tell_change(shelf);
}

static int run(void *argument)
{
    Shelf *shelf = argument;
    mtx_lock(&shelf->mutex);
    for (;;) {
        while (!shelf->is_look_asked && !atomic_load(&shelf->is_closing))
            cnd_wait(&shelf->asked, &shelf->mutex);
        if (atomic_load(&shelf->is_closing)) break;
        shelf->is_look_asked = false;
        shelf->is_looking = true;
        mtx_unlock(&shelf->mutex);
        look(shelf);
        mtx_lock(&shelf->mutex);
        shelf->is_looking = false;
        cnd_broadcast(&shelf->done);
    }
    mtx_unlock(&shelf->mutex);
    return 0;
}

static void copy_folders(Shelf *shelf, const ShelfFolder *folders, size_t count)
{
    shelf->folder_count = count;
    shelf->folders = ARENA_NEW_N(&shelf->arena, ShelfFolder, count);
    for (size_t i = 0; i < count; i++)
        shelf->folders[i] =
            (ShelfFolder){str_copy(&shelf->arena, str_of(folders[i].path)).data, folders[i].origin};
}

Shelf *shelf_open(const ShelfFolder *folders, size_t count)
{
    Arena arena;
    arena_init(&arena, 4096);
    Shelf *shelf = ARENA_NEW(&arena, Shelf);
    shelf->arena = arena;
    copy_folders(shelf, folders, count);
    atomic_init(&shelf->version, 0);
    atomic_init(&shelf->is_read, false);
    atomic_init(&shelf->is_closing, false);
    if (mtx_init(&shelf->mutex, mtx_plain) != thrd_success || cnd_init(&shelf->asked) != thrd_success ||
        cnd_init(&shelf->done) != thrd_success || thrd_create(&shelf->thread, run, shelf) != thrd_success)
        err_fatal("the thread that reads the decks cannot be started");
    return shelf;
}

void shelf_close(Shelf *shelf)
{
    if (!shelf) return;
    mtx_lock(&shelf->mutex);
    atomic_store(&shelf->is_closing, true);
    cnd_signal(&shelf->asked);
    mtx_unlock(&shelf->mutex);
    thrd_join(shelf->thread, NULL);
    for (size_t i = 0; i < shelf->count; i++) shelf_book_close(shelf->books[i]);
    free(shelf->books);
    shelf_opened_deinit(&shelf->opened);
    cnd_destroy(&shelf->asked);
    cnd_destroy(&shelf->done);
    mtx_destroy(&shelf->mutex);
    Arena arena = shelf->arena;
    arena_deinit(&arena);
}

void shelf_refresh(Shelf *shelf)
{
    mtx_lock(&shelf->mutex);
    shelf->is_look_asked = true;
    cnd_signal(&shelf->asked);
    mtx_unlock(&shelf->mutex);
}

uint32_t shelf_version(const Shelf *shelf)
{
    return atomic_load(&shelf->version);
}

bool shelf_is_read(const Shelf *shelf)
{
    return atomic_load(&shelf->is_read);
}

void shelf_wait(Shelf *shelf)
{
    mtx_lock(&shelf->mutex);
    if (!atomic_load(&shelf->is_read) && !shelf->is_looking) {
        shelf->is_look_asked = true;
        cnd_signal(&shelf->asked);
    }
    while (shelf->is_look_asked || shelf->is_looking) cnd_wait(&shelf->done, &shelf->mutex);
    mtx_unlock(&shelf->mutex);
}

void shelf_on_change(Shelf *shelf, void (*wake)(void *self), void *self)
{
    mtx_lock(&shelf->mutex);
    shelf->wake = wake;
    shelf->wake_self = self;
    mtx_unlock(&shelf->mutex);
}

size_t shelf_list(Shelf *shelf, Arena *arena, ShelfEntry **out)
{
    mtx_lock(&shelf->mutex);
    *out = ARENA_NEW_N(arena, ShelfEntry, shelf->count);
    size_t count = shelf_books_list(shelf->books, shelf->count, arena, *out);
    mtx_unlock(&shelf->mutex);
    return count;
}

static Deck *open_deck(Shelf *shelf, Str path, Err *err)
{
    FileInfo info = {.size = -1};
    bool is_there = file_info(path.data, &info);
    mtx_lock(&shelf->mutex);
    Deck *deck = is_there ? shelf_opened_find(&shelf->opened, path, info) : NULL;
    mtx_unlock(&shelf->mutex);
    if (deck) return deck;

    DeckReport report;
    deck = deck_load_file(path.data, &report);
    if (!deck) {
        Arena arena;
        arena_init(&arena, 1024);
        err_set(err, "%s", deck_problem_line(&arena, path.data, &report.problems[0]).data);
        arena_deinit(&arena);
        return NULL;
    }
    mtx_lock(&shelf->mutex);
    shelf_opened_keep(&shelf->opened, path, info, deck);
    mtx_unlock(&shelf->mutex);
    return deck;
}

static bool find_path(Shelf *shelf, Str name, Arena *arena, Str *path, Err *err)
{
    ShelfEntry *entries;
    size_t count = shelf_list(shelf, arena, &entries);
    if (!shelf_name_path(entries, count, str_copy(arena, name), path, err)) return false;
    return file_is_there(path->data) ||
           err_set(err, "there is no deck \"%.*s\": it is no id and no title on the shelf, and no file",
                   STR_FMT(name));
}

Str shelf_path(Shelf *shelf, Str name, Arena *arena)
{
    Str path;
    return find_path(shelf, name, arena, &path, NULL) ? path : STR("");
}

Deck *shelf_find(Shelf *shelf, Str name, Err *err)
{
    Arena arena;
    arena_init(&arena, 0);
    Str path;
    Deck *deck = find_path(shelf, name, &arena, &path, err) ? open_deck(shelf, path, err) : NULL;
    arena_deinit(&arena);
    return deck;
}
