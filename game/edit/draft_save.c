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

static DraftSaved write_file(Draft *draft, Arena *arena, DraftText *text, Err *err)
{
    if (!draft_write(draft, arena, text, err)) return DRAFT_INVALID;
    return file_write(draft->save_path, text->text, err) ? DRAFT_SAVED : DRAFT_NOT_WRITTEN;
}

DraftSaved draft_save(Draft *draft, bool is_forced, Err *err)
{
    bool is_changed = is_changed_outside(draft, is_forced ? NULL : err);
    if (is_changed && !is_forced) return DRAFT_CHANGED_OUTSIDE;
    if (is_changed) draft_adopt_file(draft);
    Arena arena;
    DraftText text;
    arena_init(&arena, 0);
    DraftSaved saved = write_file(draft, &arena, &text, err);
    if (saved == DRAFT_SAVED) {
        remember(draft, text.text);
        draft_install(draft, &text);
    }
    arena_deinit(&arena);
    return saved;
}
