#include "store/store_writer.h"

#include <assert.h>
#include <stdlib.h>
#include <threads.h>
#include <time.h>

#include "base/file.h"
#include "store/store_disk.h"
#include "store/store_tickets.h"

#define BATCH_MAX      4096                /* rows in one transaction */
#define RETRY_S        3                   /* between tries while writing fails */
#define CLOSE_S        3                   /* how long closing tries */
#define IDLE_S         3                   /* before the whole file is checked */
#define CHECK_SIZE_MAX (INT64_C(16) << 20) /* a larger file is checked after an unclean end alone */

struct StoreWriter {
    const StoreFile *file;
    thrd_t thread;

    StoreDisk disk; /* the writer thread's alone, used without the lock */

    mtx_t lock; /* never held while the disk works; guards what follows */
    cnd_t work, done;
    StoreQueue queue;
    int64_t era;                 /* of what is added */
    StoreTicket issued, decided; /* all tickets up to `decided` are */
    StoreTickets refused, ids;
    int64_t lost; /* since it followed */
    int64_t flushes_wanted, flushes_done;
    bool is_flush_good;
    bool is_closing, is_check_due, is_damaged;
    int failure;             /* SQLite's code; SQLITE_OK while all is well */
    StoreTicket failed_upto; /* issued when it failed last */

    mtx_t wake_lock; /* held while `wake` runs */
    void (*wake)(void *self);
    void *wake_self;
};

static void lock(StoreWriter *writer)
{
    mtx_lock(&writer->lock);
}

static void unlock(StoreWriter *writer)
{
    mtx_unlock(&writer->lock);
}

/* Lets go of the lock meanwhile: the one that is woken may ask for tickets at once. */
static void wake(StoreWriter *writer)
{
    unlock(writer);
    mtx_lock(&writer->wake_lock);
    if (writer->wake != NULL) writer->wake(writer->wake_self);
    mtx_unlock(&writer->wake_lock);
    lock(writer);
}

/* --- the queue, with the lock --- */

static void take_failure(StoreWriter *writer, int code)
{
    writer->failure = code;
    writer->failed_upto = writer->issued;
    if (!store_db_is_damage(code) || writer->is_damaged) return;
    writer->is_damaged = true;
    store_file_mark_damaged(writer->file->path);
}

static void decide(StoreWriter *writer, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const StoreWaiting *first = writer->queue.first;
        writer->decided = first->ticket;
        writer->lost += first->is_lost;
        if (first->is_refused)
            store_tickets_add(&writer->refused, first->ticket, 0);
        else if (first->id != 0)
            store_tickets_add(&writer->ids, first->ticket, first->id);
        store_queue_drop_first(&writer->queue);
    }
}

static void work_off(StoreWriter *writer)
{
    StoreWaiting *first = writer->queue.first;
    size_t count = writer->queue.count < BATCH_MAX ? writer->queue.count : BATCH_MAX;
    if (count == 0 || writer->is_damaged) return;
    unlock(writer);
    int code = store_disk_write(&writer->disk, first, count);
    lock(writer);
    bool is_news = code == SQLITE_OK || writer->failure == SQLITE_OK;
    if (code == SQLITE_OK) {
        if (!writer->is_damaged) writer->failure = SQLITE_OK;
        decide(writer, count);
    } else {
        take_failure(writer, code);
    }
    if (is_news) wake(writer);
}

static void sync(StoreWriter *writer)
{
    unlock(writer);
    int code = store_disk_sync(&writer->disk);
    lock(writer);
    if (code != SQLITE_OK)
        take_failure(writer, code);
    else if (!writer->is_damaged)
        writer->failure = SQLITE_OK;
}

static void serve_flush(StoreWriter *writer)
{
    int64_t wanted = writer->flushes_wanted;
    bool is_more_to_write = writer->queue.count > 0 && writer->failure == SQLITE_OK;
    if (wanted == writer->flushes_done || is_more_to_write) return;
    if (writer->queue.count == 0 && !writer->is_damaged) sync(writer);
    writer->flushes_done = wanted;
    writer->is_flush_good = writer->failure == SQLITE_OK;
    cnd_broadcast(&writer->done);
}

/* --- the check of the whole file --- */

static bool has_work(const StoreWriter *writer)
{
    if (writer->is_closing || writer->flushes_wanted != writer->flushes_done) return true;
    if (writer->queue.count == 0 || writer->is_damaged) return false;
    return writer->failure == SQLITE_OK || writer->issued != writer->failed_upto;
}

/* SQLite's progress handler: anything but 0 ends the check. */
static int is_wanted_elsewhere(void *self)
{
    StoreWriter *writer = self;
    lock(writer);
    bool is_wanted = has_work(writer);
    unlock(writer);
    return is_wanted;
}

/* Interrupted, it is due again when there is nothing else to do. */
static void check_when_idle(StoreWriter *writer)
{
    unlock(writer);
    int code = store_disk_check(&writer->disk, is_wanted_elsewhere, writer);
    lock(writer);
    writer->is_check_due = (code & 0xff) == SQLITE_INTERRUPT;
    if (!store_db_is_damage(code)) return;
    take_failure(writer, code);
    wake(writer);
}

/* --- the thread --- */

static struct timespec in_seconds(int seconds)
{
    struct timespec when;
    timespec_get(&when, TIME_UTC);
    when.tv_sec += seconds;
    return when;
}

/* True if the time went by with nothing to do. */
static bool wait_for_work(StoreWriter *writer)
{
    bool is_retrying = writer->queue.count > 0 && !writer->is_damaged;
    bool is_timed = is_retrying || writer->is_check_due;
    struct timespec when = in_seconds(is_retrying ? RETRY_S : IDLE_S);
    while (!has_work(writer)) {
        if (!is_timed)
            cnd_wait(&writer->work, &writer->lock);
        else if (cnd_timedwait(&writer->work, &writer->lock, &when) == thrd_timedout)
            return true;
    }
    return false;
}

/* Tries on while there is hope and time. */
static void work_off_last(StoreWriter *writer)
{
    struct timespec end = in_seconds(CLOSE_S), now = {0};
    const struct timespec pause = {.tv_nsec = 100000000};
    while (writer->queue.count > 0 && !writer->is_damaged && now.tv_sec < end.tv_sec) {
        work_off(writer);
        timespec_get(&now, TIME_UTC);
        if (writer->failure == SQLITE_OK) continue;
        unlock(writer);
        thrd_sleep(&pause, NULL);
        lock(writer);
    }
    if (writer->queue.count > 0)
        err_log("%zu rows could not be written to %s: %s", writer->queue.count, writer->file->path,
                store_file_reason(writer->failure));
}

static int run(void *self)
{
    StoreWriter *writer = self;
    lock(writer);
    while (!writer->is_closing) {
        bool is_idle = wait_for_work(writer);
        if (writer->is_closing) break;
        work_off(writer);
        serve_flush(writer);
        if (is_idle && writer->is_check_due && writer->queue.count == 0) check_when_idle(writer);
    }
    work_off_last(writer);
    unlock(writer);
    store_disk_close(&writer->disk, writer->is_damaged);
    return 0;
}

static bool is_worth_checking(const StoreFile *file)
{
    FileInfo info;
    if (file->is_new || !file_info(file->path, &info)) return false;
    return file->was_unclean || info.size <= CHECK_SIZE_MAX;
}

StoreWriter *store_writer_open(const StoreFile *file)
{
    StoreWriter *writer = calloc(1, sizeof *writer);
    if (writer == NULL) err_fatal("Out of memory");
    writer->file = file;
    store_disk_init(&writer->disk, file);
    writer->is_check_due = is_worth_checking(file);
    bool is_made = mtx_init(&writer->lock, mtx_plain) == thrd_success &&
                   mtx_init(&writer->wake_lock, mtx_plain) == thrd_success &&
                   cnd_init(&writer->work) == thrd_success && cnd_init(&writer->done) == thrd_success &&
                   thrd_create(&writer->thread, run, writer) == thrd_success;
    if (!is_made) err_fatal("No thread for the database can be started");
    return writer;
}

void store_writer_close(StoreWriter *writer)
{
    lock(writer);
    writer->is_closing = true;
    cnd_signal(&writer->work);
    unlock(writer);
    thrd_join(writer->thread, NULL);
    while (writer->queue.count > 0) store_queue_drop_first(&writer->queue);
    store_tickets_deinit(&writer->refused);
    store_tickets_deinit(&writer->ids);
    cnd_destroy(&writer->work);
    cnd_destroy(&writer->done);
    mtx_destroy(&writer->wake_lock);
    mtx_destroy(&writer->lock);
    free(writer);
}

/* --- the caller's side --- */

void store_writer_follow(StoreWriter *writer, int64_t era)
{
    lock(writer);
    writer->era = era;
    writer->lost = 0;
    unlock(writer);
}

int64_t store_writer_lost(StoreWriter *writer)
{
    lock(writer);
    int64_t lost = writer->lost;
    unlock(writer);
    return lost;
}

StoreTicket store_writer_add(StoreWriter *writer, const StoreRow *row)
{
    lock(writer);
    StoreTicket ticket = ++writer->issued;
    store_queue_add(&writer->queue, ticket, writer->era, row);
    cnd_signal(&writer->work);
    unlock(writer);
    return ticket;
}

TicketState store_writer_ticket(StoreWriter *writer, StoreTicket ticket)
{
    int64_t unused;
    lock(writer);
    assert(ticket >= 1 && ticket <= writer->issued);
    TicketState state = ticket > writer->decided                                ? TICKET_WAITING
                        : store_tickets_find(&writer->refused, ticket, &unused) ? TICKET_FAILED
                                                                                : TICKET_SAVED;
    unlock(writer);
    return state;
}

int64_t store_writer_run_id(StoreWriter *writer, StoreTicket ticket)
{
    int64_t id = 0;
    lock(writer);
    store_tickets_find(&writer->ids, ticket, &id);
    unlock(writer);
    return id;
}

bool store_writer_flush(StoreWriter *writer, Err *err)
{
    lock(writer);
    int64_t wanted = ++writer->flushes_wanted;
    cnd_signal(&writer->work);
    while (writer->flushes_done < wanted) cnd_wait(&writer->done, &writer->lock);
    bool is_good = writer->is_flush_good;
    int code = writer->failure;
    unlock(writer);
    return is_good || err_set(err, "%s cannot be written: %s.", writer->file->path, store_file_reason(code));
}

void store_writer_on_change(StoreWriter *writer, void (*wake_caller)(void *self), void *self)
{
    mtx_lock(&writer->wake_lock);
    writer->wake = wake_caller;
    writer->wake_self = self;
    mtx_unlock(&writer->wake_lock);
}

bool store_writer_is_failing(StoreWriter *writer, Arena *arena, Str *sentence)
{
    lock(writer);
    int code = writer->failure;
    bool is_damaged = writer->is_damaged;
    unlock(writer);
    const char *path = writer->file->path;
    if (is_damaged)
        *sentence = str_format(arena,
                               "%s is damaged. Nothing more is written to it; at the next start it is set "
                               "aside and a new one begun.",
                               path);
    else if (code != SQLITE_OK)
        *sentence = str_format(arena,
                               "%s cannot be written: %s. What you play waits in memory and is saved as soon "
                               "as that works again.",
                               path, store_file_reason(code));
    return is_damaged || code != SQLITE_OK;
}

void store_writer_stop_for_damage(StoreWriter *writer)
{
    lock(writer);
    if (!writer->is_damaged) take_failure(writer, SQLITE_CORRUPT);
    unlock(writer);
}

bool store_writer_find_setting(StoreWriter *writer, int64_t player, Str key, Arena *arena, Str *value)
{
    lock(writer);
    const StoreSetting *setting = store_queue_find_setting(&writer->queue, player, key);
    if (setting != NULL) *value = str_copy(arena, setting->value);
    unlock(writer);
    return setting != NULL;
}
