#include "app/loaded_draft.h"

#include <stdlib.h>

#include "base/file.h"

#define NEW "new-"

static Str folder_of(const char *data_folder, Arena *arena)
{
    return file_join(arena, data_folder, "drafts");
}

/* An id may have what no file's name may. */
Str loaded_draft_kept_path(const char *data_folder, Str deck_id, bool is_new, Arena *arena)
{
    uint8_t bytes[FINGERPRINT_BYTES];
    char hex[2 * FINGERPRINT_BYTES + 1];
    fingerprint_of_bytes(deck_id, bytes);
    fingerprint_hex(bytes, FINGERPRINT_BYTES / 2, hex);
    Str name = str_format(arena, "%s%s.json", is_new ? NEW : "", hex);
    return file_join(arena, folder_of(data_folder, arena).data, name.data);
}

Str loaded_draft_find_new(const char *data_folder, Arena *arena)
{
    FileList list;
    Str folder = folder_of(data_folder, arena);
    if (!file_is_folder(folder.data) || !file_list(folder.data, arena, &list, NULL)) return (Str){0};
    for (size_t i = 0; i < list.count; i++)
        if (str_starts(list.names[i], STR(NEW)) && str_ends(list.names[i], STR(".json")))
            return file_join(arena, folder.data, list.names[i].data);
    return (Str){0};
}

static bool read_kept(LoadedDraft *loaded, const char *path, Err *err)
{
    Str text;
    Arena arena;
    arena_init(&arena, 0);
    bool is_read = file_read(path, DRAFT_KEPT_MAX_BYTES, &arena, &text, err);
    if (is_read && !draft_kept_read(text, &loaded->arena, &loaded->kept, err)) {
        err_wrap(err, "%s", path);
        is_read = false;
    }
    arena_deinit(&arena);
    return is_read;
}

/* What cannot be read of it must not keep anyone from the deck. */
static void look_for_kept(LoadedDraft *loaded, const char *data_folder)
{
    Err err = {0};
    const Draft *draft = loaded->draft;
    Str path = loaded_draft_kept_path(data_folder, draft_head(draft)->id, false, &loaded->arena);
    if (!file_is_there(path.data)) return;
    if (!read_kept(loaded, path.data, &err)) {
        err_log("%s", err.text);
        return;
    }
    loaded->diff = draft_kept_diff(draft, &loaded->kept, &loaded->arena);
    loaded->has_kept = !draft_kept_is_same(draft, &loaded->kept, &loaded->diff);
    loaded->is_older = draft_kept_is_older(draft, &loaded->kept);
}

/* All cards are folded for the doubts, so that no key waits for that. */
static void fold(const Draft *draft)
{
    if (draft_count(draft) > 0) (void)draft_doubts(draft, 0);
}

static void open_draft(LoadedDraft *loaded, const char *path, const char *save_path, const char *data_folder)
{
    DeckReport *report = calloc(1, sizeof *report);
    if (!report) err_fatal("out of memory");
    loaded->draft = draft_open(path, save_path, report);
    if (loaded->draft) {
        look_for_kept(loaded, data_folder);
        fold(loaded->draft);
    } else {
        const char *name = file_name(str_of(path)).data;
        err_set(&loaded->err, "%s", deck_problem_line(&loaded->arena, name, &report->problems[0]).data);
    }
    free(report);
}

static void *load(void *context, const char *name, const char *other)
{
    LoadedDraft *loaded = calloc(1, sizeof *loaded);
    if (!loaded) err_fatal("out of memory");
    arena_init(&loaded->arena, 0);
    if (other[0] == '\0')
        loaded->has_kept = read_kept(loaded, name, &loaded->err);
    else
        open_draft(loaded, name, other, context);
    return loaded;
}

void loaded_draft_free(LoadedDraft *draft)
{
    if (!draft) return;
    draft_close(draft->draft);
    arena_deinit(&draft->arena);
    free(draft);
}

static void drop(void *loaded)
{
    loaded_draft_free(loaded);
}

const LoaderJob loaded_draft_job = {load, drop};
