/* A deck, or what is known of it, as a file of another program. */
#include "app/deck_job_parts.h"
#include "app/export_known.h"
#include "base/file.h"

static void make_known(DeckJob *job, Store *store, Arena *arena, ExportFile *out)
{
    ExportKnown known = {.store = store, .deck = job->deck, .player = job->player, .now_ms = job->now_ms};
    export_known_read(&known, arena);
    out->bytes = job->preview.what == EXPORT_PROGRESS ? export_known_progress(&known, job->is_json, arena)
                                                      : export_known_answers(&known, job->is_json, arena);
    out->report.cards = (uint32_t)known.count;
}

static bool is_of_known(const DeckJob *job)
{
    return job->preview.what >= EXPORT_FORMAT_COUNT || job->set == CARD_SET_STARRED ||
           job->set == CARD_SET_WEAK;
}

static bool make_file(DeckJob *job, Arena *arena, ExportFile *out, Err *err)
{
    *out = (ExportFile){.bytes = {0}};
    if (!is_of_known(job)) return export_make(job->deck, &job->choices, arena, out, err);
    Store *store = deck_job_open_store(job, err);
    if (!store) return false;
    bool is_deck = job->preview.what < EXPORT_FORMAT_COUNT;
    if (is_deck)
        job->choices.cards = deck_job_pick(job, store, job->deck, &job->choices.count);
    else
        make_known(job, store, arena, out);
    store_close(store);
    return !is_deck || export_make(job->deck, &job->choices, arena, out, err);
}

/* Made whole and thrown away: so what it says is what is written. */
bool deck_job_preview(DeckJob *job)
{
    Arena arena;
    ExportFile file;
    Err err = {0};
    arena_init(&arena, 0);
    bool is_made = make_file(job, &arena, &file, &err);
    job->preview.is_there = true;
    job->preview.cards = file.report.cards;
    job->preview.lost = export_report_text(&file.report, &job->arena);
    if (!is_made) job->preview.error = str_copy(&job->arena, str_of(err.text));
    arena_deinit(&arena);
    return true;
}

bool deck_job_export(DeckJob *job)
{
    Arena arena;
    ExportFile file;
    job->is_refused = job->tool == TOOL_EXPORT && file_is_there(job->path.data);
    if (job->is_refused) return true;
    arena_init(&arena, 0);
    bool is_saved =
        make_file(job, &arena, &file, &job->err) && file_write(job->path.data, file.bytes, &job->err);
    arena_deinit(&arena);
    job->count = file.report.cards;
    return is_saved;
}
