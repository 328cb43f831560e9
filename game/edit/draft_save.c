#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "edit/draft_model.h"

/* Is what lies at the save path something else than what this draft knows? A file that is gone is no loss. */
static bool is_changed_outside(const Draft *draft, Err *err)
{
    if (!file_is_there(draft->save_path)) return false;
    if (!draft->is_file_known) return true;
    Arena arena;
    Str text;
    uint8_t there[FINGERPRINT_BYTES];
    arena_init(&arena, 0);
    bool is_read = file_read(draft->save_path, DECK_MAX_FILE_BYTES, &arena, &text, err);
    if (is_read) fingerprint_of_bytes(text, there);
    arena_deinit(&arena);
    return !is_read || memcmp(there, draft->known, sizeof there) != 0;
}

static void remember(Draft *draft, Str text)
{
    draft->is_file_known = true;
    fingerprint_of_bytes(text, draft->known);
    draft->saved = draft->done;
    draft->is_typing = false;
}

/* The file as it was when it was read to see whether another program had changed it. */
typedef struct {
    bool is_forced; /* whatever it is now */
    FileInfo info;
} Seen;

/* Since then: a text of 100,000 cards takes a while to be made and written. */
static bool is_touched(const Draft *draft, const Seen *seen)
{
    FileInfo now;
    if (seen->is_forced || !file_info(draft->save_path, &now)) return false;
    return now.changed_ns != seen->info.changed_ns || now.size != seen->info.size;
}

static DraftSaved put_file(const Draft *draft, const Seen *seen, Arena *arena, Str text, Err *err)
{
    Str beside;
    const char *path = draft->save_path;
    if (!file_make_beside(path, arena, &beside, err) || !file_fill_beside(beside.data, path, text, err))
        return DRAFT_NOT_WRITTEN;
    if (!is_touched(draft, seen))
        return file_replace(beside.data, path, err) ? DRAFT_SAVED : DRAFT_NOT_WRITTEN;
    remove(beside.data);
    return DRAFT_CHANGED_OUTSIDE;
}

static DraftSaved write_file(Draft *draft, const Seen *seen, Arena *arena, DraftText *text, Err *err)
{
    if (!draft_write(draft, arena, text, err)) return DRAFT_INVALID;
    return put_file(draft, seen, arena, text->text, err);
}

DraftSaved draft_save(Draft *draft, bool is_forced, Err *err)
{
    Seen seen = {.is_forced = is_forced};
    (void)file_info(draft->save_path, &seen.info);
    bool is_changed = is_changed_outside(draft, is_forced ? NULL : err);
    if (is_changed && !is_forced) return DRAFT_CHANGED_OUTSIDE;
    if (is_changed) draft_adopt_file(draft);
    Arena arena;
    DraftText text;
    arena_init(&arena, 0);
    DraftSaved saved = write_file(draft, &seen, &arena, &text, err);
    if (saved == DRAFT_SAVED) {
        remember(draft, text.text);
        draft_install(draft, &text);
    }
    arena_deinit(&arena);
    return saved;
}
