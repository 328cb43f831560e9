#include "app/draft_saver.h"

#include <stdlib.h>

#include "app/worker.h"

struct DraftSaver {
    Draft *draft;
    bool is_forced;
    void (*wake)(void *self);
    void *self;
    Worker worker;
    bool is_done;
    DraftSaveDone done;
};

DraftSaveDone draft_save_now(Draft *draft, bool is_forced)
{
    DraftSaveDone done = {.theirs = NULL};
    done.how = draft_save(draft, is_forced, &done.err);
    if (done.how == DRAFT_CHANGED_OUTSIDE) done.theirs = their_file_read(draft);
    return done;
}

static int run(void *argument)
{
    DraftSaver *saver = argument;
    saver->done = draft_save_now(saver->draft, saver->is_forced);
    mtx_lock(&saver->worker.lock);
    saver->is_done = true;
    mtx_unlock(&saver->worker.lock);
    saver->wake(saver->self);
    return 0;
}

DraftSaver *draft_saver_open(Draft *draft, bool is_forced, void (*wake)(void *self), void *self)
{
    DraftSaver *saver = calloc(1, sizeof *saver);
    if (!saver) err_fatal("out of memory");
    saver->draft = draft;
    saver->is_forced = is_forced;
    saver->wake = wake;
    saver->self = self;
    worker_open(&saver->worker, run, saver);
    mtx_lock(&saver->worker.lock);
    worker_rouse(&saver->worker);
    mtx_unlock(&saver->worker.lock);
    return saver;
}

bool draft_saver_is_done(DraftSaver *saver)
{
    mtx_lock(&saver->worker.lock);
    bool is_done = saver->is_done;
    mtx_unlock(&saver->worker.lock);
    return is_done;
}

DraftSaveDone draft_saver_close(DraftSaver *saver)
{
    worker_close(&saver->worker);
    DraftSaveDone done = saver->done;
    free(saver);
    return done;
}
