#include "app/backup_job.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <threads.h>

struct BackupJob {
    thrd_t thread;
    void (*wake)(void *self);
    void *self;
    atomic_bool is_done;
    BackupDone *done; /* the thread's until it is done */
};

static void work(BackupDone *done)
{
    const BackupOrder *order = &done->order;
    switch (order->kind) {
    case BACKUP_JOB_MAKE:
        done->is_good = vault_back_up(&order->place, order->path.data, &done->arena, &done->made, &done->err);
        break;
    case BACKUP_JOB_LOOK:
        done->vault = vault_open(&order->place, order->path.data, &done->err);
        done->is_good = done->vault != NULL;
        break;
    case BACKUP_JOB_RESTORE:
        done->is_good = vault_restore(order->vault, &done->arena, &done->kept, &done->err);
        break;
    }
}

static int run(void *self)
{
    BackupJob *job = self;
    work(job->done);
    atomic_store(&job->is_done, true);
    job->wake(job->self);
    return 0;
}

BackupJob *backup_job_start(const BackupOrder *order, void (*wake)(void *self), void *self)
{
    BackupJob *job = calloc(1, sizeof *job);
    BackupDone *done = calloc(1, sizeof *done);
    if (!job || !done) err_fatal("out of memory");
    arena_init(&done->arena, 0);
    done->order = *order;
    done->order.place.folder = str_copy(&done->arena, str_of(order->place.folder)).data;
    done->order.path = str_copy(&done->arena, order->path);
    *job = (BackupJob){.wake = wake, .self = self, .done = done};
    if (thrd_create(&job->thread, run, job) != thrd_success) err_fatal("cannot start a thread");
    return job;
}

bool backup_job_is_done(BackupJob *job)
{
    return atomic_load(&job->is_done);
}

BackupDone *backup_job_end(BackupJob *job)
{
    thrd_join(job->thread, NULL);
    BackupDone *done = job->done;
    free(job);
    return done;
}

void backup_done_free(BackupDone *done)
{
    arena_deinit(&done->arena);
    free(done);
}
