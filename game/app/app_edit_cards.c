/* What the editor does to cards: one or several at once, undo, marks and the search. */
#include "app/app_state.h"
#include "base/text.h"
#include "edit/card_fields.h"
#include "ui/format.h"

void app_edit_look(App *app, uint32_t card)
{
    app->model.draft.at = card;
    app->model.draft.looks++;
}

/* --- marks --- */

static void clear_marks(App *app)
{
    EditSitting *edit = &app->edit;
    arena_reset(&edit->marks);
    edit->mark_count = draft_count(edit->draft);
    edit->is_marked = ARENA_NEW_N(&edit->marks, bool, edit->mark_count + 1);
    app->model.draft.is_marked = edit->is_marked;
    app->model.draft.marked = 0;
}

static void set_mark(App *app, uint32_t card, bool is_on)
{
    if (card >= app->edit.mark_count || app->edit.is_marked[card] == is_on) return;
    app->edit.is_marked[card] = is_on;
    if (is_on)
        app->model.draft.marked++;
    else
        app->model.draft.marked--;
}

/* The index-th of the cards that are shown. */
static uint32_t shown_card(const App *app, size_t index)
{
    const CurrentDraft *current = &app->model.draft;
    return current->is_searched ? current->found[index] : (uint32_t)index;
}

static size_t shown_count(const App *app)
{
    const CurrentDraft *current = &app->model.draft;
    return current->is_searched ? current->found_count : draft_count(app->edit.draft);
}

static void mark_to(App *app, int64_t a, int64_t b)
{
    int64_t from = a < b ? a : b, to = a < b ? b : a;
    clear_marks(app);
    for (size_t i = 0; i < shown_count(app); i++) {
        uint32_t card = shown_card(app, i);
        if (card >= from && card <= to) set_mark(app, card, true);
    }
}

static void mark_all(App *app)
{
    size_t count = shown_count(app);
    bool is_all = app->model.draft.marked > 0;
    for (size_t i = 0; i < count && is_all; i++) is_all = app->edit.is_marked[shown_card(app, i)];
    clear_marks(app);
    for (size_t i = 0; i < count && !is_all; i++) set_mark(app, shown_card(app, i), true);
}

/* The marked cards, else the one: rising places in the scratch arena. */
static uint32_t *meant(App *app, int64_t card, size_t *count)
{
    const EditSitting *edit = &app->edit;
    uint32_t *cards = ARENA_NEW_N(&app->scratch, uint32_t, app->model.draft.marked + 1);
    *count = 0;
    for (uint32_t i = 0; i < edit->mark_count && app->model.draft.marked > 0; i++)
        if (edit->is_marked[i]) cards[(*count)++] = i;
    bool is_one = *count == 0 && card >= 0 && card < (int64_t)draft_count(edit->draft);
    if (is_one) cards[(*count)++] = (uint32_t)card;
    return cards;
}

/* --- the search --- */

static void search(App *app)
{
    EditSitting *edit = &app->edit;
    CurrentDraft *current = &app->model.draft;
    current->is_searched = edit->words.size > 0 || edit->tag_count > 0;
    current->tags = edit->tags;
    current->tag_count = edit->tag_count;
    current->found_count = 0;
    if (!current->is_searched) return;
    uint32_t *found;
    current->found_count =
        draft_search(edit->draft, edit->words, edit->tags, edit->tag_count, &edit->found, &found);
    current->found = found;
}

static void find(App *app, Str words, const Str *tags, size_t tag_count)
{
    EditSitting *edit = &app->edit;
    Str *kept = ARENA_NEW_N(&app->scratch, Str, tag_count + 1);
    for (size_t i = 0; i < tag_count; i++) kept[i] = str_copy(&app->scratch, tags[i]);
    Str text = str_copy(&app->scratch, words); /* may lie in what is emptied */
    arena_reset(&edit->found);
    edit->words = str_is_blank(text) ? (Str){0} : str_copy(&edit->found, text);
    edit->tags = ARENA_NEW_N(&edit->found, Str, tag_count + 1);
    for (size_t i = 0; i < tag_count; i++) edit->tags[i] = str_copy(&edit->found, kept[i]);
    edit->tag_count = tag_count;
    search(app);
}

void app_edit_reset(App *app)
{
    clear_marks(app);
    find(app, (Str){0}, NULL, 0);
}

/* Places have changed: what was found is looked for again. */
static void take_new_places(App *app)
{
    clear_marks(app);
    find(app, app->edit.words, app->edit.tags, app->edit.tag_count);
}

/* --- cards --- */

/* A card that is still blank serves as the new one. */
static void add(App *app, int64_t after)
{
    Draft *draft = app->edit.draft;
    uint32_t count = draft_count(draft);
    bool is_there = after >= 0 && after < (int64_t)count;
    if (is_there && card_is_blank(draft_card(draft, (uint32_t)after))) {
        app_edit_look(app, (uint32_t)after);
        return;
    }
    uint32_t at = is_there ? (uint32_t)after + 1 : count;
    DeckCard blank = {.term = {0}};
    draft_insert(draft, at, &blank, 1);
    clear_marks(app);
    find(app, (Str){0}, NULL, 0); /* it would not be among what was found */
    app_edit_look(app, at);
}

static void delete_cards(App *app, int64_t card)
{
    Draft *draft = app->edit.draft;
    size_t count;
    uint32_t *cards = meant(app, card, &count);
    if (count == 0) return;
    draft_remove(draft, cards, count);
    take_new_places(app);
    uint32_t left = draft_count(draft);
    uint32_t next = cards[count - 1] + 1 - (uint32_t)count;
    if (left > 0) app_edit_look(app, next < left ? next : left - 1);
    app_toast(app, "%s deleted", format_count(&app->scratch, (int64_t)count, "card", "cards").data);
}

/* The place before which the cards come to stand when they go one card up or down among those shown. */
static bool find_target(const App *app, const uint32_t *cards, size_t count, bool is_up, uint32_t *before)
{
    const EditSitting *edit = &app->edit;
    uint32_t edge = is_up ? cards[0] : cards[count - 1];
    bool is_found = false;
    for (size_t i = 0; i < shown_count(app); i++) {
        uint32_t card = shown_card(app, i);
        bool is_beyond = is_up ? card < edge : card > edge;
        if (!is_beyond || edit->is_marked[card]) continue;
        *before = is_up ? card : card + 1;
        is_found = true;
        if (!is_up) break;
    }
    return is_found;
}

/* Cards that lie apart come together. */
static void move_cards(App *app, int64_t card, bool is_up)
{
    size_t count;
    uint32_t before;
    uint32_t *cards = meant(app, card, &count);
    bool was_marked = app->model.draft.marked > 0;
    if (count == 0 || !find_target(app, cards, count, is_up, &before)) return;
    uint32_t first = before;
    for (size_t i = 0; i < count; i++) first -= cards[i] < before;
    draft_move(app->edit.draft, cards, count, before);
    take_new_places(app);
    for (size_t i = 0; i < count && was_marked; i++) set_mark(app, first + (uint32_t)i, true);
    app_edit_look(app, is_up ? first : first + (uint32_t)count - 1);
}

static void tag_cards(App *app, const Intent *intent)
{
    size_t count;
    uint32_t *cards = meant(app, intent->number, &count);
    Str tag = text_normalise(&app->scratch, str_trim(intent->text));
    if (count == 0 || str_is_blank(tag)) return;
    if (intent->input == EDIT_TAG)
        draft_add_tag(app->edit.draft, cards, count, tag);
    else
        draft_remove_tag(app->edit.draft, cards, count, tag);
}

/* --- undo --- */

static const DeckCard **cards_now(App *app)
{
    const Draft *draft = app->edit.draft;
    uint32_t count = draft_count(draft);
    const DeckCard **cards = ARENA_NEW_N(&app->scratch, const DeckCard *, count + 1);
    for (uint32_t i = 0; i < count; i++) cards[i] = draft_card(draft, i);
    return cards;
}

/* A card's value is never changed in place: another one is a change. */
static void look_at_change(App *app, const DeckCard **before, uint32_t before_count)
{
    const Draft *draft = app->edit.draft;
    uint32_t count = draft_count(draft), at = 0;
    while (at < count && at < before_count && draft_card(draft, at) == before[at]) at++;
    bool is_same = at == count && count == before_count;
    if (!is_same && count > 0) app_edit_look(app, at < count ? at : count - 1);
}

static void step(App *app, bool is_undo)
{
    Draft *draft = app->edit.draft;
    Str name = str_copy(&app->scratch, is_undo ? draft_undo_name(draft) : draft_redo_name(draft));
    uint32_t count = draft_count(draft);
    const DeckCard **before = cards_now(app);
    app->edit.typed.is_there = false;
    if (!(is_undo ? draft_undo(draft) : draft_redo(draft))) return;
    take_new_places(app);
    look_at_change(app, before, count);
    app_toast(app, "%s: %.*s", is_undo ? "Undone" : "Done again", STR_FMT(name));
}

static bool change(App *app, const Intent *intent)
{
    int64_t number = intent->number;
    switch ((int)intent->input) {
    case EDIT_TYPE: app_edit_type(app, intent); return true;
    case EDIT_REST: app_edit_rest(app, number); return true;
    case EDIT_NEW: add(app, number); return true;
    case EDIT_DELETE: delete_cards(app, number); return true;
    case EDIT_MOVE_UP:
    case EDIT_MOVE_DOWN: move_cards(app, number, intent->input == EDIT_MOVE_UP); return true;
    case EDIT_TAG:
    case EDIT_UNTAG: tag_cards(app, intent); return true;
    case EDIT_UNDO:
    case EDIT_REDO: step(app, intent->input == EDIT_UNDO); return true;
    default: return false;
    }
}

static bool choose(App *app, const Intent *intent)
{
    int64_t number = intent->number;
    bool is_card = number >= 0 && number < (int64_t)app->edit.mark_count;
    switch ((int)intent->input) {
    case EDIT_MARK:
        if (is_card) set_mark(app, (uint32_t)number, !app->edit.is_marked[number]);
        return true;
    case EDIT_MARK_TO: mark_to(app, number, intent->other); return true;
    case EDIT_MARK_ALL: mark_all(app); return true;
    case EDIT_FIND:
        clear_marks(app);
        find(app, intent->text, intent->cards, intent->card_count);
        return true;
    default: return false;
    }
}

bool app_edit_change(App *app, const Intent *intent)
{
    if (!app->edit.draft) return false;
    bool is_done = change(app, intent) || choose(app, intent);
    app->stack[app->depth - 1].is_stale = true; /* tags may be listed */
    app->needs_frame = true;
    return is_done;
}
