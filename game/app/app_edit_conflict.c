/* The draft and the file that another program wrote since it was opened: which of the two each card that
   differs is taken from, and then saved over the file. */
#include <stdio.h>

#include "app/app_state.h"

void app_conflict_close(App *app)
{
    EditSitting *edit = &app->edit;
    if (!app->model.draft.conflict.is_there) return;
    their_file_free(edit->theirs);
    edit->theirs = NULL;
    app->model.draft.conflict = (EditConflict){.is_there = false};
}

static bool has_other_head(const Draft *ours, const Draft *theirs)
{
    for (uint32_t i = 0; i < EDIT_HEAD_COUNT; i++)
        if (!str_is(edit_text_of(ours, 0, EDIT_HEAD, i), edit_text_of(theirs, 0, EDIT_HEAD, i))) return true;
    return false;
}

void app_conflict_open(App *app, TheirFile *theirs)
{
    EditSitting *edit = &app->edit;
    EditConflict *conflict = &app->model.draft.conflict;
    app_conflict_close(app);
    edit->theirs = theirs;
    edit->takes_theirs = ARENA_NEW_N(&theirs->arena, bool, theirs->diff.count + 1);
    *conflict = (EditConflict){
        .is_there = true, .theirs = theirs->draft, .diff = theirs->diff, .takes_theirs = edit->takes_theirs};
    conflict->has_head = theirs->draft && has_other_head(edit->draft, theirs->draft);
    snprintf(conflict->error, sizeof conflict->error, "%s", theirs->error);
    app_open_screen(app, SCREEN_CONFLICT, (Str){0});
}

static void take(App *app, size_t index, bool is_theirs)
{
    EditConflict *conflict = &app->model.draft.conflict;
    bool *takes = &app->edit.takes_theirs[index];
    if (conflict->diff.cards[index].kind == DIFF_SAME || *takes == is_theirs) return;
    *takes = is_theirs;
    conflict->taken = is_theirs ? conflict->taken + 1 : conflict->taken - 1;
}

static void take_head(App *app, bool is_theirs)
{
    EditConflict *conflict = &app->model.draft.conflict;
    conflict->takes_their_head = is_theirs && conflict->has_head;
}

static void take_order(App *app, bool is_theirs)
{
    EditConflict *conflict = &app->model.draft.conflict;
    conflict->takes_their_order = is_theirs && conflict->diff.is_moved;
}

static void choose_all(App *app, bool is_theirs)
{
    take_head(app, is_theirs);
    take_order(app, is_theirs);
    for (size_t i = 0; i < app->model.draft.conflict.diff.count; i++) take(app, i, is_theirs);
}

/* The id of the card whose form is shown; empty: none is. */
static Str shown_id(const App *app)
{
    const EditSitting *edit = &app->edit;
    if (edit->shown < 0 || edit->shown >= (int64_t)draft_count(edit->draft)) return (Str){0};
    return draft_card(edit->draft, (uint32_t)edit->shown)->id;
}

/* Another order has put it at another place. */
static void look_at(App *app, Str id)
{
    uint32_t at = id.size > 0 ? draft_find(app->edit.draft, id) : DECK_NO_CARD;
    if (at != DECK_NO_CARD) app_edit_look(app, at);
}

static void apply_choices(App *app)
{
    const EditConflict *conflict = &app->model.draft.conflict;
    Draft *draft = app->edit.draft;
    bool takes_any = conflict->taken > 0 || conflict->takes_their_head || conflict->takes_their_order;
    if (!conflict->theirs || !takes_any) return;
    Diff chosen =
        diff_choose(&conflict->diff, conflict->takes_theirs, conflict->takes_their_order, &app->scratch);
    Str shown = str_copy(&app->scratch, shown_id(app));
    draft_begin(draft, STR("take what the other program wrote"));
    diff_apply(draft, app->edit.theirs->cards, &chosen, true, (Str){0});
    if (conflict->takes_their_head) draft_set_head(draft, draft_head(conflict->theirs));
    draft_end(draft);
    app_edit_reset(app);
    look_at(app, shown);
}

static void settle(App *app)
{
    apply_choices(app);
    if (app_screen(app)->id == SCREEN_CONFLICT) app_close_screen(app);
    app_conflict_close(app);
    app_edit_save(app, true, app->edit.leaves);
}

void app_conflict_intent(App *app, const Intent *intent)
{
    const EditConflict *conflict = &app->model.draft.conflict;
    bool is_card = intent->number >= 0 && intent->number < (int64_t)conflict->diff.count;
    if (!conflict->is_there) return;
    switch ((int)intent->input) {
    case EDIT_CHOOSE:
        if (intent->number == EDIT_CHOICE_HEAD) take_head(app, intent->other != 0);
        if (intent->number == EDIT_CHOICE_ORDER) take_order(app, intent->other != 0);
        if (is_card) take(app, (size_t)intent->number, intent->other != 0);
        break;
    case EDIT_CHOOSE_ALL: choose_all(app, intent->other != 0); break;
    case EDIT_SETTLE: settle(app); break;
    default: break;
    }
    app->needs_frame = true;
}
