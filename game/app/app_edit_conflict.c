/* The draft and the file that another program wrote since it was opened: which of the two each card that
   differs is taken from, and then saved over the file. */
#include <stdio.h>

#include "app/app_state.h"

void app_conflict_close(App *app)
{
    EditSitting *edit = &app->edit;
    if (!app->model.draft.conflict.is_there) return;
    draft_close(edit->theirs);
    edit->theirs = NULL;
    arena_deinit(&edit->conflict);
    app->model.draft.conflict.is_there = false;
}

/* By a draft, since that keeps the ids as they are kept in ours. */
static void read_theirs(App *app, EditConflict *conflict)
{
    EditSitting *edit = &app->edit;
    DeckReport *report = ARENA_NEW(&edit->conflict, DeckReport);
    edit->theirs = draft_open(draft_save_path(edit->draft), NULL, report);
    conflict->theirs = edit->theirs;
    if (edit->theirs) return;
    snprintf(conflict->error, sizeof conflict->error, "%s",
             report->count > 0 ? report->problems[0].text : "The file is not there any more");
}

static void compare(App *app, EditConflict *conflict)
{
    EditSitting *edit = &app->edit;
    uint32_t count = draft_count(edit->theirs);
    edit->their_cards = ARENA_NEW_N(&edit->conflict, DeckCard, count + 1);
    for (uint32_t i = 0; i < count; i++) edit->their_cards[i] = *draft_card(edit->theirs, i);
    conflict->diff = diff_make(edit->draft, edit->their_cards, count, CARD_ALL_FIELDS, &edit->conflict);
    edit->takes_theirs = ARENA_NEW_N(&edit->conflict, bool, conflict->diff.count + 1);
    conflict->takes_theirs = edit->takes_theirs;
}

void app_conflict_open(App *app)
{
    EditConflict *conflict = &app->model.draft.conflict;
    app_conflict_close(app);
    arena_init(&app->edit.conflict, 0);
    *conflict = (EditConflict){.is_there = true};
    read_theirs(app, conflict);
    if (conflict->theirs) compare(app, conflict);
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

static void choose_all(App *app, bool is_theirs)
{
    for (size_t i = 0; i < app->model.draft.conflict.diff.count; i++) take(app, i, is_theirs);
}

/* What was not chosen stays as it is in ours: the diff without it. */
static Diff chosen_only(App *app)
{
    const EditConflict *conflict = &app->model.draft.conflict;
    Diff chosen = conflict->diff;
    chosen.cards = ARENA_NEW_N(&app->scratch, DiffCard, chosen.count + 1);
    chosen.count = chosen.fresh = chosen.changed = chosen.gone = chosen.same = 0;
    chosen.is_moved = false; /* ours is the order */
    for (size_t i = 0; i < conflict->diff.count; i++) {
        DiffCard card = conflict->diff.cards[i];
        bool is_taken = conflict->takes_theirs[i];
        if (card.kind == DIFF_NEW && !is_taken) continue;
        if (!is_taken) card.kind = DIFF_SAME;
        chosen.fresh += card.kind == DIFF_NEW;
        chosen.changed += card.kind == DIFF_CHANGED;
        chosen.gone += card.kind == DIFF_GONE;
        chosen.same += card.kind == DIFF_SAME;
        chosen.cards[chosen.count++] = card;
    }
    return chosen;
}

static void apply_choices(App *app)
{
    const EditConflict *conflict = &app->model.draft.conflict;
    if (!conflict->theirs || conflict->taken == 0) return;
    Diff chosen = chosen_only(app);
    diff_apply(app->edit.draft, app->edit.their_cards, &chosen, true, STR("take the other program's cards"));
    app_edit_reset(app);
}

static void settle(App *app)
{
    apply_choices(app);
    if (app_screen(app)->id == SCREEN_CONFLICT) app_close_screen(app);
    app_conflict_close(app);
    if (app_edit_save(app, true) && app->edit.leaves) app_edit_leave(app);
}

void app_conflict_intent(App *app, const Intent *intent)
{
    const EditConflict *conflict = &app->model.draft.conflict;
    bool is_card = intent->number >= 0 && intent->number < (int64_t)conflict->diff.count;
    if (!conflict->is_there) return;
    switch ((int)intent->input) {
    case EDIT_CHOOSE:
        if (is_card) take(app, (size_t)intent->number, intent->other != 0);
        break;
    case EDIT_CHOOSE_ALL: choose_all(app, intent->other != 0); break;
    case EDIT_SETTLE: settle(app); break;
    default: break;
    }
    app->needs_frame = true;
}
