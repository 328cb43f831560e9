/* What is done with whole decks: wishes become work for the thread. */
#include "app/app_state.h"
#include "base/file.h"
#include "play/pool.h"
#include "screens/separator_choice.h"

/* --- wishes --- */

static bool find_entry(App *app, Str path, ShelfEntry *out)
{
    ShelfEntry *decks;
    size_t count = shelf_list(app->shelf, &app->scratch, &decks);
    for (size_t i = 0; i < count; i++) {
        if (!str_is(decks[i].path, path)) continue;
        *out = decks[i];
        return true;
    }
    return false;
}

/* A deck that comes with the game is kept in the player's folder, under a name that no file there has. */
static Str own_path(App *app, Str path, Arena *arena)
{
    ShelfEntry entry;
    if (!find_entry(app, path, &entry) || entry.origin != SHELF_SHIPPED) return str_copy(arena, path);
    Str stem = deck_file_stem(path), own = deck_files_path(app->decks_folder, stem, arena);
    for (int number = 2; file_is_there(own.data); number++)
        own = deck_files_path(app->decks_folder, str_format(arena, "%.*s-%d", STR_FMT(stem), number), arena);
    return own;
}

static void set_paths(DeckJob *job, const Str *paths, size_t count)
{
    job->paths = ARENA_NEW_N(&job->arena, const char *, count + 1);
    job->path_count = count;
    for (size_t i = 0; i < count; i++) job->paths[i] = str_copy(&job->arena, paths[i]).data;
}

static Str set_words(CardSet set)
{
    return set == CARD_SET_MISSED    ? STR("Missed cards")
           : set == CARD_SET_STARRED ? STR("Starred cards")
                                     : STR("Weak cards");
}

const ShelfEntry *app_shelf_entry(App *app, Str id)
{
    ShelfEntry *decks;
    size_t count = shelf_list(app->shelf, &app->scratch, &decks);
    for (size_t i = 0; i < count; i++)
        if (str_is(decks[i].id, id)) return &decks[i];
    return NULL;
}

Str app_deck_title(App *app, Str id)
{
    const ShelfEntry *entry = app_shelf_entry(app, id);
    return entry && !entry->is_bad ? entry->title : (Str){0};
}

static void set_missed(const Model *model, DeckJob *job)
{
    const Outcome *outcome = &model->outcome;
    if (!outcome->is_there) return;
    Str *ids = ARENA_NEW_N(&job->arena, Str, outcome->missed_count + 1);
    for (size_t i = 0; i < outcome->missed_count; i++)
        ids[i] = str_copy(&job->arena, outcome->missed[i].fact->card_id);
    job->missed = ids;
    job->missed_count = outcome->missed_count;
}

/* What is known is read over another connection, which sees what is committed. */
static void set_known(App *app, DeckJob *job)
{
    Err err = {0};
    if (!store_flush(app->store, &err)) err_log("%s", err.text);
    job->store_folder = file_folder(&job->arena, str_of(store_path(app->store))).data;
    job->player = app->model.player;
}

static void set_collect(App *app, DeckJob *job, const Intent *intent)
{
    Str title = intent->text.size ? app_deck_title(app, intent->text) : STR("all decks");
    job->set = (CardSet)intent->number;
    job->source_id = str_copy(&job->arena, intent->text);
    job->description = str_format(&job->arena, "%.*s of %.*s.", STR_FMT(set_words(job->set)), STR_FMT(title));
    set_known(app, job);
    if (job->set == CARD_SET_MISSED) set_missed(&app->model, job);
}

static void open_export(App *app, Str id)
{
    bool is_there = app->model.deck.state == DECK_READY && str_is(app->model.deck.id, id);
    if (!is_there) app_load_deck(app, id, false);
    app_open_screen(app, SCREEN_EXPORT, (Str){0});
}

static void name_selection(App *app, DeckJob *job, CardSet set)
{
    Str words = set == CARD_SET_TAGGED ? STR("some cards") : set_words(set);
    job->choices.title =
        str_format(&job->arena, "%.*s: %.*s", STR_FMT(deck_title(app->model.deck.deck)), STR_FMT(words));
}

static void set_cards(App *app, DeckJob *job)
{
    const Model *model = &app->model;
    job->choices = (ExportChoices){.format = (ExportFormat)job->preview.what, .now_ms = model->wall_ms};
    if (job->set != CARD_SET_ALL) name_selection(app, job, job->set);
    if (job->set != CARD_SET_TAGGED) return;
    Pool pool = pool_make(&job->arena, model->deck.deck, &model->deck.setup);
    job->choices.cards = pool.cards;
    job->choices.count = pool.count;
}

static void set_separators(DeckJob *job, const Intent *intent)
{
    job->preview.parting = deck_tool_parting(intent->cards, intent->card_count);
    if (intent->card_count != SEPARATOR_PLACES) return;
    job->choices.side_separator = str_copy(&job->arena, intent->cards[SEPARATOR_SIDES]);
    job->choices.card_separator = str_copy(&job->arena, intent->cards[SEPARATOR_CARDS]);
}

static bool set_export(App *app, DeckJob *job, const Intent *intent)
{
    const Model *model = &app->model;
    if (model->deck.state != DECK_READY) return false;
    job->path = str_copy(&job->arena, intent->value);
    job->deck = deck_retain(app->deck->deck);
    job->preview = (ToolPreview){.what = (int32_t)intent->number,
                                 .set = (int32_t)intent->other,
                                 .tags = deck_tool_tags(&model->deck.setup)};
    bool is_deck = intent->number < EXPORT_FORMAT_COUNT;
    job->set = is_deck ? (CardSet)intent->other : CARD_SET_ALL;
    job->is_json = !is_deck && intent->other != 0;
    set_known(app, job);
    if (is_deck) set_cards(app, job);
    set_separators(job, intent);
    return true;
}

/* Nothing is deleted outside the player's folder, whoever asks. */
static bool may_discard(App *app, Str path)
{
    Str own = file_join(&app->scratch, app->decks_folder, file_name(path).data);
    return str_is(path, own);
}

void app_tool_intent(App *app, const Intent *intent)
{
    DeckTool tool = (DeckTool)intent->input;
    if (tool == TOOL_DISCARD && !may_discard(app, intent->text)) return;
    if (tool == TOOL_SHOW) {
        app_show_folder(app, file_folder(&app->scratch, intent->text));
        return;
    }
    if (tool == TOOL_EXPORT_OPEN) {
        open_export(app, intent->text);
        return;
    }
    DeckJob *job = deck_job_make(tool, app->shelf);
    job->now_ms = app->model.wall_ms;
    job->bin = str_copy(&job->arena, str_of(app->bin_folder));
    job->path = str_copy(&job->arena, intent->text);
    ShelfEntry entry;
    bool is_of_file = tool == TOOL_RENAME || tool == TOOL_DISCARD;
    if (is_of_file && find_entry(app, job->path, &entry)) job->deck_id = str_copy(&job->arena, entry.id);
    Str title = str_copy(&job->arena, intent->value),
        folder = str_copy(&job->arena, str_of(app->decks_folder));
    job->place = deck_files_place(folder.data, title, app->shelf, &job->arena);
    if (tool == TOOL_RENAME) job->save_path = own_path(app, job->path, &job->arena);
    if (tool == TOOL_MERGE) set_paths(job, intent->cards, intent->card_count);
    if (tool == TOOL_PROBLEMS) app->model.tools.problems = (Str){0};
    bool is_export = tool == TOOL_PREVIEW || tool == TOOL_EXPORT || tool == TOOL_EXPORT_OVER;
    bool is_ready = true;
    if (is_export) is_ready = set_export(app, job, intent);
    if (tool == TOOL_COLLECT) set_collect(app, job, intent);
    if (!is_ready) {
        deck_job_free(job);
        return;
    }
    work_queue_add(app->work, job);
    app->model.tools.is_busy = true;
}
