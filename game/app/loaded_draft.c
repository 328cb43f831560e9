#include "app/loaded_draft.h"

#include <stdlib.h>

static void *load(void *context, const char *name, const char *other)
{
    (void)context;
    LoadedDraft *loaded = calloc(1, sizeof *loaded);
    DeckReport *report = calloc(1, sizeof *report);
    if (!loaded || !report) err_fatal("out of memory");
    loaded->draft = draft_open(name, other, report);
    if (!loaded->draft) {
        const DeckProblem *first = &report->problems[0];
        err_set(&loaded->err, "%s", report->count > 0 ? first->text : "The deck cannot be read");
    }
    free(report);
    return loaded;
}

void loaded_draft_free(LoadedDraft *draft)
{
    if (!draft) return;
    draft_close(draft->draft);
    free(draft);
}

static void drop(void *loaded)
{
    loaded_draft_free(loaded);
}

const LoaderJob loaded_draft_job = {load, drop};
