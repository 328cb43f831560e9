/* The editor in the app: opens a deck as a draft, saves it, and asks before anything is lost. */
#include <stdio.h>
#include <string.h>

#include "app/app_state.h"
#include "edit/deck_files.h"

static void keep_text(char *to, size_t room, Str text)
{
    snprintf(to, room, "%.*s", STR_FMT(text));
}

/* --- opening --- */

void app_edit_close(App *app)
{
    EditSitting *edit = &app->edit;
    loader_forget(edit->loader);
    if (app->model.draft.state == EDITING_NONE) return;
    app_save_close(app);
    app_conflict_close(app);
    app_keep_close(app);
    draft_close(edit->draft);
    arena_deinit(&edit->marks);
    arena_deinit(&edit->found);
    *edit = (EditSitting){.loader = edit->loader, .keeper = edit->keeper};
    app->model.draft = (CurrentDraft){.state = EDITING_NONE};
}

static void begin(App *app, Str deck, Str card)
{
    EditSitting *edit = &app->edit;
    app_edit_close(app);
    edit->opened_ms = app->platform->now_ms(app->platform->self);
    keep_text(edit->deck_id, sizeof edit->deck_id, deck);
    keep_text(edit->wanted, sizeof edit->wanted, card);
    arena_init(&edit->marks, 0);
    arena_init(&edit->found, 0);
    app->model.draft = (CurrentDraft){.state = EDITING_LOADING, .at = DECK_NO_CARD};
}

void app_edit_take_draft(App *app, Draft *draft)
{
    EditSitting *edit = &app->edit;
    CurrentDraft *current = &app->model.draft;
    edit->draft = current->draft = draft;
    current->state = EDITING_READY;
    edit->keep.seen = draft_version(draft);
    app_edit_reset(app);
    uint32_t card = edit->wanted[0] ? draft_find(draft, str_of(edit->wanted)) : DECK_NO_CARD;
    if (card != DECK_NO_CARD)
        app_edit_look(app, card);
    else if (edit->wanted[0])
        app_toast(app, "That card is not in the deck any more");
}

/* Where what was kept of a new deck cannot be read, the one that is wanted can still be made. */
static void fail(App *app, const Err *err)
{
    CurrentDraft *current = &app->model.draft;
    if (current->is_new) {
        app_toast(app, "%s", err->text);
        app_edit_make_new(app, str_of(app->edit.new_title));
        return;
    }
    current->state = EDITING_FAILED;
    keep_text(current->error, sizeof current->error, str_of(err->text));
}

bool app_edit_take(App *app)
{
    LoadedDraft *loaded = loader_take(app->edit.loader);
    if (!loaded) return false;
    CurrentDraft *current = &app->model.draft;
    bool is_wanted = current->state == EDITING_LOADING;
    if (is_wanted && loaded->draft) {
        app_edit_take_draft(app, loaded->draft);
        loaded->draft = NULL;
    } else if (is_wanted && !loaded->has_kept) {
        fail(app, &loaded->err);
    }
    if (is_wanted && loaded->has_kept)
        app_keep_ask(app, loaded);
    else
        loaded_draft_free(loaded);
    app_stale(app);
    return true;
}

/* What came with the game stays as it is: the player gets a copy, which stands before it on the shelf. */
static void open_deck(App *app, const Intent *intent)
{
    const ShelfEntry *entry = app_shelf_entry(app, intent->text);
    if (!entry) {
        app_toast(app, "That deck is not on the shelf, so it cannot be changed here");
        return;
    }
    app_open_screen(app, SCREEN_EDITOR, entry->id);
    begin(app, entry->id, intent->value);
    bool is_copied = entry->origin == SHELF_SHIPPED;
    app->model.draft.is_copied = is_copied;
    Str save_path = is_copied ? deck_files_path(app->decks_folder, entry->id, &app->scratch) : entry->path;
    loader_ask(app->edit.loader, entry->path, save_path);
}

Str app_edit_free_id(App *app, Str title)
{
    DeckPlace place = deck_files_place(app->decks_folder, title, app->shelf, &app->scratch);
    return deck_files_free_id(&place, &app->scratch);
}

void app_edit_make_new(App *app, Str title)
{
    DeckHead head = {.id = app_edit_free_id(app, title), .title = title};
    Str path = deck_files_path(app->decks_folder, head.id, &app->scratch);
    keep_text(app->edit.deck_id, sizeof app->edit.deck_id, head.id);
    app_edit_take_draft(app, draft_new(path.data, &head, NULL, 0));
    Intent first = edit_intent(EDIT_NEW, 0);
    app_edit_change(app, &first);
}

/* One that was not saved comes first. */
static void open_new(App *app, Str title)
{
    Str kept = loaded_draft_find_new(app->data_folder, &app->scratch);
    Str wanted = str_copy(&app->scratch, title); /* may lie in a screen that goes now */
    app_open_screen(app, SCREEN_EDITOR, (Str){0});
    begin(app, (Str){0}, (Str){0});
    app->model.draft.is_new = true;
    keep_text(app->edit.new_title, sizeof app->edit.new_title, wanted);
    if (kept.size > 0)
        loader_ask(app->edit.loader, kept, (Str){0});
    else
        app_edit_make_new(app, wanted);
}

/* --- leaving --- */

static bool has_unsaved(const App *app)
{
    return app->edit.draft && draft_is_changed(app->edit.draft);
}

void app_edit_leave(App *app)
{
    bool quits = app->model.draft.is_quitting;
    int64_t opened_ms = app->edit.opened_ms; /* goes with its screen */
    if (app_screen(app)->id == SCREEN_CONFLICT) app_close_screen(app);
    if (app_screen(app)->id == SCREEN_EDITOR) app_close_screen(app);
    if (app_screen(app)->id == SCREEN_LEARN) app_learn_come_back(app, opened_ms);
    app->is_done = app->is_done || quits;
}

static void ask_to_leave(App *app)
{
    if (has_unsaved(app))
        app->model.draft.is_leaving = true;
    else
        app_edit_leave(app);
}

void app_edit_stay(App *app)
{
    app->model.draft.is_leaving = app->model.draft.is_quitting = app->edit.leaves = false;
    if (app_screen(app)->id != SCREEN_CONFLICT) return;
    app_close_screen(app);
    app_conflict_close(app);
}

void app_quit(App *app)
{
    if (app->edit.saver) { /* once that is done */
        app->model.draft.is_quitting = app->edit.leaves = true;
        return;
    }
    if (!has_unsaved(app)) {
        app->is_done = true;
        return;
    }
    app_keep_at_once(app);
    if (app_screen(app)->id == SCREEN_CONFLICT) app_close_screen(app);
    app->model.draft.is_leaving = app->model.draft.is_quitting = true;
    app->needs_frame = true;
}

static void edit(App *app, const Intent *intent)
{
    switch ((int)intent->input) {
    case EDIT_SAVE:
        app->edit.shown = intent->number;
        app_edit_save(app, false, false);
        break;
    case EDIT_LEAVE: ask_to_leave(app); break;
    case EDIT_STAY: app_edit_stay(app); break;
    case EDIT_SAVE_AND_LEAVE: app_edit_save(app, false, true); break;
    case EDIT_DROP_AND_LEAVE:
        app_keep_drop(app);
        app_edit_leave(app);
        break;
    case EDIT_TAKE_UP:
    case EDIT_THROW_AWAY: app_keep_answer(app, intent->input == EDIT_TAKE_UP); break;
    default:
        if (!app_edit_change(app, intent)) app_conflict_intent(app, intent);
        break;
    }
}

void app_edit_intent(App *app, const Intent *intent)
{
    if (intent->kind == INTENT_EDIT_DECK)
        open_deck(app, intent);
    else if (intent->kind == INTENT_NEW_DECK)
        open_new(app, intent->text);
    else if (app->model.draft.state != EDITING_NONE && app->model.draft.state != EDITING_SAVING)
        edit(app, intent);
}
