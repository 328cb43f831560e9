#include "app/draft_keeper.h"

#include <stdlib.h>
#include <string.h>

#include "app/worker.h"
#include "base/file.h"

#define MOST_PATH 1200

typedef struct Job Job;
struct Job {
    Job *next;
    char path[MOST_PATH];
    bool is_removal;
    Arena arena; /* of what is kept, and of its text */
    DraftKept kept;
};

struct DraftKeeper {
    Worker worker;
    Job *first, *last; /* waiting */
    bool is_looking;   /* at the texts of a draft */
};

static void free_job(Job *job)
{
    arena_deinit(&job->arena);
    free(job);
}

static Job *make_job(const char *path)
{
    Job *job = calloc(1, sizeof *job);
    if (!job || strlen(path) >= MOST_PATH) err_fatal("out of memory: no room to keep a draft");
    strcpy(job->path, path);
    arena_init(&job->arena, 0);
    return job;
}

static void write_text(const Job *job, Str text)
{
    Err err = {0};
    Arena arena;
    arena_init(&arena, 0);
    Str folder = file_folder(&arena, str_of(job->path));
    if (!file_make_folder(folder.data, &err) || !file_write(job->path, text, &err))
        err_log("what is not saved could not be kept: %s", err.text);
    arena_deinit(&arena);
}

static void remove_file(const Job *job)
{
    Err err = {0};
    if (file_is_there(job->path) && !file_remove(job->path, &err)) err_log("%s", err.text);
}

/* With the lock held, which is given up meanwhile. */
static void carry_out(DraftKeeper *keeper, Job *job)
{
    Str text = {0};
    keeper->is_looking = !job->is_removal;
    mtx_unlock(&keeper->worker.lock);
    if (!job->is_removal) text = draft_kept_text(&job->kept, &job->arena);
    mtx_lock(&keeper->worker.lock);
    keeper->is_looking = false;
    cnd_broadcast(&keeper->worker.changed);
    mtx_unlock(&keeper->worker.lock);
    if (job->is_removal)
        remove_file(job);
    else
        write_text(job, text);
    free_job(job);
    mtx_lock(&keeper->worker.lock);
}

static int run(void *argument)
{
    DraftKeeper *keeper = argument;
    mtx_lock(&keeper->worker.lock);
    while (keeper->first || !keeper->worker.is_closing) {
        Job *job = keeper->first;
        if (!job) {
            cnd_wait(&keeper->worker.changed, &keeper->worker.lock);
            continue;
        }
        keeper->first = job->next;
        if (!keeper->first) keeper->last = NULL;
        carry_out(keeper, job);
    }
    mtx_unlock(&keeper->worker.lock);
    return 0;
}

DraftKeeper *draft_keeper_open(void)
{
    DraftKeeper *keeper = calloc(1, sizeof *keeper);
    if (!keeper) err_fatal("out of memory");
    worker_open(&keeper->worker, run, keeper);
    return keeper;
}

void draft_keeper_close(DraftKeeper *keeper)
{
    worker_close(&keeper->worker);
    free(keeper);
}

/* With the lock held: what waits for that file has no use any more. */
static void drop_waiting(DraftKeeper *keeper, const char *path)
{
    Job *kept = keeper->first;
    keeper->first = keeper->last = NULL;
    while (kept) {
        Job *job = kept;
        kept = job->next;
        job->next = NULL;
        if (strcmp(job->path, path) == 0) {
            free_job(job);
            continue;
        }
        *(keeper->last ? &keeper->last->next : &keeper->first) = job;
        keeper->last = job;
    }
}

static void add(DraftKeeper *keeper, Job *job)
{
    mtx_lock(&keeper->worker.lock);
    drop_waiting(keeper, job->path);
    *(keeper->last ? &keeper->last->next : &keeper->first) = job;
    keeper->last = job;
    worker_rouse(&keeper->worker);
    mtx_unlock(&keeper->worker.lock);
}

void draft_keeper_put(DraftKeeper *keeper, const char *path, const Draft *draft, int64_t at_ms)
{
    Job *job = make_job(path);
    job->kept = draft_keep(draft, at_ms, &job->arena);
    add(keeper, job);
}

void draft_keeper_remove(DraftKeeper *keeper, const char *path)
{
    Job *job = make_job(path);
    job->is_removal = true;
    add(keeper, job);
}

static bool has_draft(const DraftKeeper *keeper)
{
    for (const Job *job = keeper->first; job; job = job->next)
        if (!job->is_removal) return true;
    return keeper->is_looking;
}

void draft_keeper_let_go(DraftKeeper *keeper)
{
    mtx_lock(&keeper->worker.lock);
    while (has_draft(keeper)) cnd_wait(&keeper->worker.changed, &keeper->worker.lock);
    mtx_unlock(&keeper->worker.lock);
}
