/* Saving what the editor has, and what comes of it. */
#include <stdio.h>

#include "app/app_state.h"

#define MANY_CARDS 5000 /* from here on a save takes longer than a frame */

static void look_at_trouble(App *app)
{
    const Draft *draft = app->edit.draft;
    const unsigned grave = DRAFT_NO_TERM | DRAFT_NO_DEFINITION | DRAFT_TOO_BIG;
    for (uint32_t i = 0; i < draft_count(draft); i++) {
        if (!(draft_doubts(draft, i) & grave)) continue;
        app_edit_look(app, i);
        return;
    }
}

static void take_saved(App *app)
{
    CurrentDraft *current = &app->model.draft;
    app_tell(app, TOAST_OK, current->is_copied ? STR("Saved as your own copy") : STR("Saved"));
    app_keep_drop(app);
    if (current->is_new) app_deck_made(app, draft_head(app->edit.draft)->id);
    current->is_copied = current->is_new = false;
    shelf_refresh(app->shelf);
    app->wants_renewal = str_is(app->model.deck.id, str_of(app->edit.deck_id));
    snprintf(app->renewed_path, sizeof app->renewed_path, "%s", draft_save_path(app->edit.draft));
    app_renew_deck(app);
    app_stale(app);
    if (app->edit.leaves) app_edit_leave(app);
}

/* A conflict goes first: settling it leaves, where that was asked for. */
static void take_done(App *app, const DraftSaveDone *done)
{
    switch (done->how) {
    case DRAFT_SAVED: take_saved(app); return;
    case DRAFT_CHANGED_OUTSIDE:
        app->model.draft.is_leaving = false;
        app_conflict_open(app, done->theirs);
        return;
    case DRAFT_INVALID: look_at_trouble(app); break;
    case DRAFT_NOT_WRITTEN: break;
    }
    app_tell(app, TOAST_ERROR, str_of(done->err.text));
    app_edit_stay(app);
}

void app_edit_save(App *app, bool is_forced, bool leaves)
{
    EditSitting *edit = &app->edit;
    const Platform *platform = app->platform;
    if (!edit->draft) return;
    draft_seal(edit->draft);
    edit->typed.is_there = false;
    edit->leaves = leaves;
    if (draft_count(edit->draft) < MANY_CARDS) {
        DraftSaveDone done = draft_save_now(edit->draft, is_forced);
        take_done(app, &done);
        return;
    }
    app->model.draft.state = EDITING_SAVING;
    app->model.draft.is_leaving = false;
    app->needs_frame = true;
    edit->saver = draft_saver_open(edit->draft, is_forced, platform->wake, platform->self);
}

bool app_save_take(App *app)
{
    EditSitting *edit = &app->edit;
    if (!edit->saver || !draft_saver_is_done(edit->saver)) return false;
    DraftSaveDone done = draft_saver_close(edit->saver);
    edit->saver = NULL;
    app->model.draft.state = EDITING_READY;
    take_done(app, &done);
    app_stale(app);
    return true;
}

void app_save_close(App *app)
{
    EditSitting *edit = &app->edit;
    if (!edit->saver) return;
    DraftSaveDone done = draft_saver_close(edit->saver);
    edit->saver = NULL;
    their_file_free(done.theirs);
    if (done.how == DRAFT_SAVED) app_keep_drop(app);
}
