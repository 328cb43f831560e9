#include "app/deck_job_parts.h"
#include "base/file.h"
#include "edit/draft.h"

DeckJob *deck_job_make(DeckTool tool, Shelf *shelf)
{
    Arena arena;
    arena_init(&arena, 4096);
    DeckJob *job = ARENA_NEW(&arena, DeckJob);
    job->arena = arena;
    job->tool = tool;
    job->shelf = shelf;
    return job;
}

void deck_job_free(DeckJob *job)
{
    if (!job) return;
    deck_release(job->deck);
    Arena arena = job->arena;
    arena_deinit(&arena);
}

/* The first error of a file that is no deck, as a sentence with its place. */
static bool fail_by(DeckJob *job, const DeckReport *report)
{
    const DeckProblem *problem = report->problems;
    while (problem->is_warning) problem++;
    return err_set(&job->err, "%s", deck_problem_line(&job->arena, job->path.data, problem).data);
}

static bool rename_deck(DeckJob *job)
{
    DeckReport report;
    Draft *draft = draft_open(job->path.data, job->save_path.data, &report);
    if (!draft) return fail_by(job, &report);
    DeckHead head = *draft_head(draft);
    head.title = job->place.title;
    draft_set_head(draft, &head);
    job->made = str_copy(&job->arena, head.id);
    DraftSaved saved = draft_save(draft, false, &job->err);
    draft_close(draft);
    if (saved == DRAFT_CHANGED_OUTSIDE)
        err_set(&job->err, "another program has just changed %s; try once more", job->save_path.data);
    return saved == DRAFT_SAVED;
}

static bool take_made(DeckJob *job, Str path)
{
    job->made = path.size ? deck_file_stem(path) : (Str){0};
    return path.size > 0;
}

/* --- the bin, and bad decks --- */

/* Looked for anew: another copy of the game may have been there meanwhile. */
static const BinDeck *find_in_bin(DeckJob *job)
{
    BinDeck *decks;
    size_t count = deck_files_bin(job->bin.data, job->now_ms, &job->arena, &decks);
    for (size_t i = 0; i < count; i++)
        if (str_is(decks[i].path, job->path)) return &decks[i];
    err_set(&job->err, "that deck is no longer in the bin");
    return NULL;
}

static bool list_bin(DeckJob *job)
{
    job->count = deck_files_bin(job->bin.data, job->now_ms, &job->arena, &job->bin_decks);
    return true;
}

static bool restore(DeckJob *job)
{
    const BinDeck *deck = find_in_bin(job);
    return deck && deck_files_restore(deck, job->place.folder, &job->err);
}

static bool destroy(DeckJob *job)
{
    const BinDeck *deck = find_in_bin(job);
    return deck && deck_files_destroy(deck, &job->err);
}

static bool list_problems(DeckJob *job)
{
    DeckReport report;
    StrBuf lines;
    str_buf_init(&lines, &job->arena);
    deck_release(deck_read_file(job->path.data, &report));
    Str name = file_name(job->path);
    for (int i = 0; i < report.count; i++)
        str_buf_addf(&lines, "%s%s", i ? "\n" : "",
                     deck_problem_line(&job->arena, name.data, &report.problems[i]).data);
    int more = report.errors + report.warnings - report.count;
    if (more > 0) str_buf_addf(&lines, "\nand %d more", more);
    job->lines = report.count > 0 ? str_copy(&job->arena, str_buf_str(&lines))
                                  : STR("Nothing any more: the file has been put right.");
    return true;
}

static bool run(DeckJob *job)
{
    Arena *arena = &job->arena;
    switch (job->tool) {
    case TOOL_RENAME: return rename_deck(job);
    case TOOL_DUPLICATE:
        return take_made(job, deck_files_duplicate(job->path.data, &job->place, arena, &job->err));
    case TOOL_MERGE:
        return take_made(job, deck_files_merge(job->paths, job->path_count, &job->place, arena, &job->err));
    case TOOL_COLLECT: return deck_job_collect(job);
    case TOOL_DISCARD: return deck_files_discard(job->path.data, job->bin.data, job->now_ms, &job->err);
    case TOOL_PROBLEMS: return list_problems(job);
    case TOOL_LIST_BIN: return list_bin(job);
    case TOOL_RESTORE: return restore(job);
    case TOOL_DESTROY: return destroy(job);
    case TOOL_PREVIEW: return deck_job_preview(job);
    case TOOL_EXPORT:
    case TOOL_EXPORT_OVER: return deck_job_export(job);
    case TOOL_EXPORT_OPEN:
    case TOOL_SHOW: break;
    }
    return false;
}

static bool changes_shelf(DeckTool tool)
{
    static const bool changes[] = {
        [TOOL_RENAME] = true,  [TOOL_DUPLICATE] = true, [TOOL_MERGE] = true,       [TOOL_COLLECT] = true,
        [TOOL_DISCARD] = true, [TOOL_RESTORE] = true,   [TOOL_EXPORT_OVER] = false};
    return changes[tool];
}

void deck_job_run(DeckJob *job)
{
    job->is_done = run(job);
    if (!job->is_done || !changes_shelf(job->tool)) return;
    shelf_refresh(job->shelf);
    shelf_wait(job->shelf); /* so that what was made can be opened by its id */
}
