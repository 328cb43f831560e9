/* What the editor has not saved is kept in the data folder a few seconds after the last change, so that a
   crash or a power cut takes no work with it; and is offered when the deck is opened again. */
#include <stdio.h>

#include "app/app_state.h"
#include "base/file.h"
#include "edit/deck_files.h"

#define REST_MS 3000  /* after the last change */
#define MOST_MS 20000 /* after the first that is not kept, while changes go on */

static Str kept_path(App *app)
{
    Str id = draft_head(app->edit.draft)->id;
    return loaded_draft_kept_path(app->data_folder, id, app->model.draft.is_new, &app->scratch);
}

static bool is_worth_it(const App *app)
{
    const Draft *draft = app->edit.draft;
    return draft_is_changed(draft) && !(app->model.draft.is_new && draft_is_blank(draft));
}

static void keep_now(App *app)
{
    EditSitting *edit = &app->edit;
    const char *path = kept_path(app).data;
    edit->keep.is_due = false;
    bool is_wanted = is_worth_it(app);
    if (is_wanted)
        draft_keeper_put(edit->keeper, path, edit->draft, app->platform->wall_ms(app->platform->self));
    else if (edit->keep.is_there)
        draft_keeper_remove(edit->keeper, path);
    edit->keep.is_there = is_wanted;
}

int64_t app_keep_due_ms(const App *app)
{
    const KeepState *keep = &app->edit.keep;
    if (app->model.draft.state != EDITING_READY || !keep->is_due) return INT64_MAX;
    int64_t rest = keep->changed_ms + REST_MS, most = keep->since_ms + MOST_MS;
    return rest < most ? rest : most;
}

void app_keep_advance(App *app, int64_t now_ms)
{
    KeepState *keep = &app->edit.keep;
    if (app->model.draft.state != EDITING_READY) return;
    uint64_t version = draft_version(app->edit.draft);
    if (version != keep->seen) {
        if (!keep->is_due) keep->since_ms = now_ms;
        keep->is_due = true;
        keep->seen = version;
        keep->changed_ms = now_ms;
    }
    if (now_ms >= app_keep_due_ms(app)) keep_now(app);
}

void app_keep_at_once(App *app)
{
    app_keep_advance(app, app->platform->now_ms(app->platform->self));
    if (app->model.draft.state == EDITING_READY && app->edit.keep.is_due) keep_now(app);
}

void app_keep_drop(App *app)
{
    EditSitting *edit = &app->edit;
    if (!edit->draft) return;
    if (edit->keep.is_there) draft_keeper_remove(edit->keeper, kept_path(app).data);
    edit->keep = (KeepState){.seen = draft_version(edit->draft)};
}

static void forget_question(App *app)
{
    loaded_draft_free(app->edit.kept);
    app->edit.kept = NULL;
    app->model.draft.kept = (KeptChanges){.is_there = false};
}

void app_keep_close(App *app)
{
    EditSitting *edit = &app->edit;
    bool is_new = edit->draft && (edit->keep.is_due || draft_version(edit->draft) != edit->keep.seen);
    if (is_new) keep_now(app);
    if (edit->draft) draft_keeper_let_go(edit->keeper);
    forget_question(app);
}

/* --- what was kept before --- */

void app_keep_ask(App *app, LoadedDraft *loaded)
{
    app->edit.kept = loaded;
    app->model.draft.kept = (KeptChanges){.is_there = true,
                                          .title = loaded->kept.head.title,
                                          .at_ms = loaded->kept.at_ms,
                                          .is_older = loaded->is_older};
}

/* Its id may be another deck's by now, whose file it must not get. */
static void take_up_new(App *app, const DraftKept *kept)
{
    EditSitting *edit = &app->edit;
    DeckHead head = kept->head;
    Str path = deck_files_path(app->decks_folder, head.id, &app->scratch);
    Str kept_path = loaded_draft_kept_path(app->data_folder, head.id, true, &app->scratch);
    bool is_taken = file_is_there(path.data) || app_deck_title(app, head.id).size > 0;
    if (is_taken) {
        head.id = app_edit_free_id(app, head.title);
        path = deck_files_path(app->decks_folder, head.id, &app->scratch);
    }
    snprintf(edit->deck_id, sizeof edit->deck_id, "%.*s", STR_FMT(head.id));
    app_edit_take_draft(app, draft_new(path.data, &head, kept->cards, kept->count));
    edit->keep.is_there = true;
    if (!is_taken) return;
    keep_now(app);
    draft_keeper_remove(edit->keeper, kept_path.data);
}

static void take_up(App *app, LoadedDraft *loaded)
{
    EditSitting *edit = &app->edit;
    if (!edit->draft) {
        take_up_new(app, &loaded->kept);
        return;
    }
    draft_kept_take_up(edit->draft, &loaded->kept, &loaded->diff);
    edit->keep = (KeepState){.seen = draft_version(edit->draft), .is_there = true};
    app_edit_reset(app);
}

void app_keep_answer(App *app, bool is_wanted)
{
    LoadedDraft *loaded = app->edit.kept;
    if (!loaded) return;
    app->edit.kept = NULL;
    app->model.draft.kept = (KeptChanges){.is_there = false};
    bool is_new = app->edit.draft == NULL;
    if (is_wanted) {
        take_up(app, loaded);
    } else {
        Str id = loaded->kept.head.id;
        Str path = loaded_draft_kept_path(app->data_folder, id, is_new, &app->scratch);
        draft_keeper_remove(app->edit.keeper, path.data);
        if (is_new) app_edit_make_new(app, str_of(app->edit.new_title));
    }
    loaded_draft_free(loaded);
    app_stale(app);
}

void app_keep_tell_new(App *app)
{
    if (loaded_draft_find_new(app->data_folder, &app->scratch).size > 0)
        app_toast(app, "A new deck was not saved: \"New deck\" brings it back");
}
