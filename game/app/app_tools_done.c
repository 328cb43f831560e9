/* What came of the work on whole decks is told, or shown in the model. */
#include "app/app_state.h"
#include "ui/format.h"

static Str done_words(App *app, const DeckJob *job)
{
    Arena *arena = &app->scratch;
    Str title = job->place.title;
    switch ((int)job->tool) {
    case TOOL_RENAME: return str_format(arena, "It is called %.*s now", STR_FMT(title));
    case TOOL_DUPLICATE:
    case TOOL_MERGE: return str_format(arena, "%.*s is in your library", STR_FMT(title));
    case TOOL_COLLECT:
        return str_format(arena, "%.*s: %s", STR_FMT(title),
                          format_count(arena, (int64_t)job->count, "card", "cards").data);
    case TOOL_DISCARD: return STR("In the bin, kept 30 days");
    case TOOL_RESTORE: return STR("Back in your library");
    case TOOL_DESTROY: return STR("Deleted for good");
    default: return (Str){0}; /* shown, not told */
    }
}

/* Is the player on a screen that leads to these tools? Who has gone on to play or study is left in peace. */
static bool is_at_hand(const App *app)
{
    switch ((int)app_screen(app)->id) {
    case SCREEN_LIBRARY:
    case SCREEN_DECK:
    case SCREEN_BIN:
    case SCREEN_RESULTS:
    case SCREEN_PROGRESS: return true;
    default: return false;
    }
}

/* The deck that is open is another now, or has gone. */
static void look_at_open_deck(App *app, const DeckJob *job)
{
    const CurrentDeck *open = &app->model.deck;
    bool is_meant = job->tool == TOOL_RESTORE || (job->deck_id.size > 0 && str_is(job->deck_id, open->id));
    if (!is_meant || open->state == DECK_NONE || !is_at_hand(app)) return;
    app_load_deck(app, str_copy(&app->scratch, open->id), false);
    if (app_screen(app)->id == SCREEN_DECK && app_deck_title(app, open->id).size == 0)
        app_open_screen(app, SCREEN_LIBRARY, (Str){0});
}

/* What was made is opened. */
static void open_made(App *app, const DeckJob *job)
{
    bool is_new = job->tool == TOOL_COLLECT || job->tool == TOOL_MERGE || job->tool == TOOL_DUPLICATE;
    if (is_new) app_deck_made(app, job->made);
    if (!is_new || !is_at_hand(app)) return;
    Intent open = {.kind = INTENT_OPEN_DECK, .text = job->made};
    app_apply(app, &open);
}

static void list_bin(App *app)
{
    Intent again = {.kind = INTENT_DECK_TOOL, .input = TOOL_LIST_BIN};
    app_tool_intent(app, &again);
}

static void show_export(App *app, const DeckJob *job)
{
    ToolExport *written = &app->model.tools.written;
    int32_t count = written->count + 1;
    *written = (ToolExport){
        .count = count, .is_written = !job->is_refused, .path = job->path, .cards = (uint32_t)job->count};
}

/* Keeps what the model shows of it, in place of what it showed before. */
static void show(App *app, DeckJob *job, DeckJob **kept)
{
    CurrentTools *tools = &app->model.tools;
    deck_job_free(*kept);
    *kept = job;
    if (job->tool == TOOL_LIST_BIN) {
        tools->is_bin_read = true;
        tools->bin = job->bin_decks;
        tools->bin_count = job->count;
    } else if (job->tool == TOOL_PROBLEMS) {
        tools->problems_path = job->path;
        tools->problems = job->lines;
    } else if (job->tool == TOOL_PREVIEW) {
        tools->preview = job->preview;
    } else {
        show_export(app, job);
    }
}

static DeckJob **kept_of(App *app, DeckTool tool)
{
    switch ((int)tool) {
    case TOOL_LIST_BIN: return &app->shown.bin;
    case TOOL_PROBLEMS: return &app->shown.problems;
    case TOOL_PREVIEW: return &app->shown.preview;
    case TOOL_EXPORT:
    case TOOL_EXPORT_OVER: return &app->shown.written;
    default: return NULL;
    }
}

static void finish(App *app, DeckJob *job)
{
    DeckJob **kept = kept_of(app, job->tool);
    if (kept && job->is_done) {
        show(app, job, kept);
        return;
    }
    if (job->is_done && job->is_empty) {
        Str words = job->set == CARD_SET_WEAK ? STR("No weak cards here for now") : STR("No such cards here");
        app_tell(app, TOAST_NEWS, words);
    } else if (job->is_done) {
        app_tell(app, TOAST_OK, done_words(app, job));
        look_at_open_deck(app, job);
        open_made(app, job);
    } else {
        app_tell(app, TOAST_ERROR, str_of(job->err.text));
    }
    /* also after a failure: another copy of the game may have been there before */
    bool is_of_bin = job->tool == TOOL_DISCARD || job->tool == TOOL_RESTORE || job->tool == TOOL_DESTROY;
    if (is_of_bin && app->model.tools.is_bin_read) list_bin(app);
    deck_job_free(job);
}

void app_close_tools(App *app)
{
    work_queue_close(app->work);
    deck_job_free(app->shown.bin);
    deck_job_free(app->shown.problems);
    deck_job_free(app->shown.preview);
    deck_job_free(app->shown.written);
}

bool app_take_tools(App *app)
{
    DeckJob *job = work_queue_take(app->work);
    if (!job) return false;
    for (; job; job = work_queue_take(app->work)) finish(app, job);
    app->model.tools.is_busy = work_queue_is_busy(app->work);
    app_stale(app);
    return true;
}
