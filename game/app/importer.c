#include "app/importer.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "app/import_reviews.h"
#include "app/import_work.h"
#include "app/worker.h"
#include "base/file.h"

#define KEPT_BYTES (16u << 20) /* a reading up to this stays while the next is made */

typedef enum { JOB_NONE, JOB_OPEN, JOB_READ, JOB_WRITE, JOB_CLOSE } Job;

/* Where the import comes from. */
typedef struct {
    Arena arena;
    bool is_text;
    Str text; /* or the path */
    Str name;
} Source;

struct Importer {
    ImportShop shop;
    void (*wake)(void *self);
    void *self;
    Worker worker;
    /* Asked and not yet begun. */
    Job job;
    Source *source;
    ImportChoices choices;
    char separators[2][IMPORT_SEPARATOR_BYTES];
    Arena order_arena;
    ImportOrder order;
    ImportReading *ordered;
    uint64_t asked; /* counts requests: an answer to an older one is thrown away */
    ImportReading *done;
    ImportWritten *written;
    ImportReading *shown; /* of the thread that asks, alone */
    Import *import;       /* of the worker alone */
};

static void *allocate(size_t size)
{
    void *memory = calloc(1, size);
    if (!memory) err_fatal("out of memory");
    return memory;
}

static void free_reading(ImportReading **reading)
{
    if (!*reading) return;
    arena_deinit(&(*reading)->arena);
    free(*reading);
    *reading = NULL;
}

static void free_source(Source *source)
{
    if (!source) return;
    arena_deinit(&source->arena);
    free(source);
}

void import_written_free(ImportWritten *written)
{
    if (!written) return;
    arena_deinit(&written->arena);
    free(written);
}

/* --- the worker: called with the lock, which is open while they work --- */

static ImportReading *new_reading(void)
{
    ImportReading *reading = allocate(sizeof *reading);
    arena_init(&reading->arena, 1 << 20);
    return reading;
}

static Import *open_source(const Source *source, Err *err)
{
    FileInfo info;
    if (source->is_text) return import_open_text(source->text, source->name, err);
    bool is_other = file_info(source->text.data, &info) && !info.is_file;
    if (!is_other) return import_open_file(source->text.data, err);
    err_set(err, "%s is %s: choose a file.", source->text.data, info.is_folder ? "a folder" : "no file");
    return NULL;
}

static void answer(Importer *importer, ImportReading *reading, uint64_t asked)
{
    if (asked != importer->asked) {
        free_reading(&reading);
        return;
    }
    importer->done = reading;
    if (importer->wake) importer->wake(importer->self);
}

/* The choices as they are now, with separators of its own. */
static ImportChoices copy_choices(const Importer *importer, char separators[2][IMPORT_SEPARATOR_BYTES])
{
    ImportChoices choices = importer->choices;
    memcpy(separators, importer->separators, sizeof importer->separators);
    choices.side_separator.data = separators[0];
    choices.card_separator.data = separators[1];
    return choices;
}

static void read_source(Importer *importer)
{
    char separators[2][IMPORT_SEPARATOR_BYTES];
    ImportChoices choices = copy_choices(importer, separators);
    Source *source = importer->source; /* a new one, or NULL: that which is open */
    uint64_t asked = importer->asked;
    importer->source = NULL;
    mtx_unlock(&importer->worker.lock);
    ImportReading *reading = new_reading();
    if (source) {
        import_close(importer->import);
        importer->import = open_source(source, &reading->err);
        free_source(source);
    }
    if (importer->import)
        import_work_read(&importer->shop, importer->import, &choices, reading);
    else if (!reading->err.is_set)
        err_set(&reading->err, "There is nothing to read any more: choose the file again.");
    mtx_lock(&importer->worker.lock);
    answer(importer, reading, asked);
}

static void write_deck(Importer *importer)
{
    ImportReading *reading = importer->ordered;
    importer->ordered = NULL;
    mtx_unlock(&importer->worker.lock);
    ImportWritten *written = allocate(sizeof *written);
    arena_init(&written->arena, 0);
    import_work_write(&importer->shop, reading, &importer->order, written);
    import_reviews_keep(&importer->order.reviewer, written);
    mtx_lock(&importer->worker.lock);
    if (written->is_written)
        free_reading(&reading);
    else
        importer->done = reading;
    importer->written = written;
    if (importer->wake) importer->wake(importer->self);
}

static void close_source(Importer *importer)
{
    mtx_unlock(&importer->worker.lock);
    import_close(importer->import);
    importer->import = NULL;
    mtx_lock(&importer->worker.lock);
}

static int run(void *argument)
{
    Importer *importer = argument;
    mtx_lock(&importer->worker.lock);
    while (!importer->worker.is_closing || importer->job == JOB_WRITE) {
        Job job = importer->job;
        importer->job = JOB_NONE;
        switch (job) {
        case JOB_NONE: cnd_wait(&importer->worker.changed, &importer->worker.lock); break;
        case JOB_OPEN:
        case JOB_READ: read_source(importer); break;
        case JOB_WRITE: write_deck(importer); break;
        case JOB_CLOSE: close_source(importer); break;
        }
    }
    mtx_unlock(&importer->worker.lock);
    return 0;
}

/* --- the thread that asks --- */

Importer *importer_open(Shelf *shelf, const char *folder, void (*wake)(void *self), void *self)
{
    Importer *importer = allocate(sizeof *importer);
    importer->shop = (ImportShop){.shelf = shelf, .folder = folder};
    importer->wake = wake;
    importer->self = self;
    arena_init(&importer->order_arena, 0);
    worker_open(&importer->worker, run, importer);
    return importer;
}

void importer_close(Importer *importer)
{
    worker_close(&importer->worker);
    free_reading(&importer->shown);
    free_reading(&importer->done);
    import_written_free(importer->written);
    free_source(importer->source);
    import_close(importer->import);
    arena_deinit(&importer->order_arena);
    free(importer);
}

static void take_separator(char *room, Str *separator)
{
    size_t size = separator->size < IMPORT_SEPARATOR_BYTES ? separator->size : IMPORT_SEPARATOR_BYTES;
    if (size > 0) memcpy(room, separator->data, size);
    *separator = (Str){room, size};
}

/* With the lock. What was read by the choices before is not what is wanted any more. */
static void ask(Importer *importer, Job job, const ImportChoices *choices)
{
    importer->asked++;
    importer->job = job;
    free_reading(&importer->done);
    if (choices) {
        importer->choices = *choices;
        take_separator(importer->separators[0], &importer->choices.side_separator);
        take_separator(importer->separators[1], &importer->choices.card_separator);
    }
    worker_rouse(&importer->worker);
}

static void ask_source(Importer *importer, Source *source, const ImportChoices *choices)
{
    free_reading(&importer->shown);
    mtx_lock(&importer->worker.lock);
    free_source(importer->source);
    importer->source = source;
    ask(importer, JOB_OPEN, choices);
    mtx_unlock(&importer->worker.lock);
}

void importer_ask_file(Importer *importer, Str path, const ImportChoices *choices)
{
    Source *source = allocate(sizeof *source);
    arena_init(&source->arena, 4096);
    source->text = str_copy(&source->arena, path);
    ask_source(importer, source, choices);
}

void importer_ask_text(Importer *importer, Str text, Str name, const ImportChoices *choices)
{
    Source *source = allocate(sizeof *source);
    arena_init(&source->arena, text.size + 4096);
    source->is_text = true;
    source->text = str_copy(&source->arena, text);
    source->name = str_copy(&source->arena, name);
    ask_source(importer, source, choices);
}

void importer_forget(Importer *importer)
{
    free_reading(&importer->shown);
    mtx_lock(&importer->worker.lock);
    free_source(importer->source);
    importer->source = NULL;
    ask(importer, JOB_CLOSE, NULL);
    mtx_unlock(&importer->worker.lock);
}

/* A source that is not open yet is opened all the same. */
void importer_choose(Importer *importer, const ImportChoices *choices)
{
    if (importer->shown && arena_reserved(&importer->shown->arena) > KEPT_BYTES)
        free_reading(&importer->shown);
    mtx_lock(&importer->worker.lock);
    ask(importer, JOB_READ, choices);
    mtx_unlock(&importer->worker.lock);
}

void importer_write(Importer *importer, const ImportOrder *order)
{
    assert(importer->shown && importer->shown->is_read);
    mtx_lock(&importer->worker.lock);
    arena_reset(&importer->order_arena);
    importer->order = *order;
    importer->order.title = str_copy(&importer->order_arena, order->title);
    Str folder = str_of(order->reviewer.store_folder);
    importer->order.reviewer.store_folder = str_copy(&importer->order_arena, folder).data;
    importer->ordered = importer->shown;
    importer->shown = NULL;
    ask(importer, JOB_WRITE, NULL);
    mtx_unlock(&importer->worker.lock);
}

bool importer_take(Importer *importer)
{
    mtx_lock(&importer->worker.lock);
    ImportReading *done = importer->done;
    importer->done = NULL;
    mtx_unlock(&importer->worker.lock);
    if (!done) return false;
    free_reading(&importer->shown);
    importer->shown = done;
    return true;
}

const ImportReading *importer_reading(const Importer *importer)
{
    return importer->shown;
}

ImportWritten *importer_take_written(Importer *importer)
{
    mtx_lock(&importer->worker.lock);
    ImportWritten *written = importer->written;
    importer->written = NULL;
    mtx_unlock(&importer->worker.lock);
    return written;
}
