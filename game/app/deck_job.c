#include "app/deck_job.h"

#include "app/export_known.h"
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

/* --- a deck of some cards --- */

typedef struct {
    DeckHead head;
    DeckCard *cards;
    size_t count, room;
} Collected;

/* Cards of one deck; those that it no longer has are passed over. Their ids are left out: in the new deck
   they are other cards, and two decks may share one. */
static void add_part(DeckJob *job, const JobCards *part, const Deck *deck, Collected *all)
{
    for (size_t i = 0; i < part->count; i++) {
        uint32_t card = deck_find_card(deck, part->cards[i]);
        if (card == DECK_NO_CARD) continue;
        DeckCard copy = deck_card_of(deck, card, &job->arena);
        copy.id = (Str){0};
        all->cards[all->count++] = copy;
    }
}

static bool write_collected(DeckJob *job, Collected *all)
{
    Str text, id = deck_files_free_id(&job->place, &job->arena);
    all->head.id = id;
    all->head.title = job->place.title;
    all->head.description = job->description;
    if (!deck_files_text(&all->head, all->cards, all->count, &job->arena, &text, &job->err)) return false;
    if (!file_write(deck_files_path(job->place.folder, id, &job->arena).data, text, &job->err)) return false;
    job->made = id;
    job->count = all->count;
    return true;
}

/* The decks are held until the file is written: their texts are not copied. The first one says whose the
   texts are, and in which languages. */
static bool collect(DeckJob *job)
{
    Deck **decks = ARENA_NEW_N(&job->arena, Deck *, job->part_count + 1);
    Collected all = {.count = 0};
    for (size_t i = 0; i < job->part_count; i++) all.room += job->parts[i].count;
    all.cards = ARENA_NEW_N(&job->arena, DeckCard, all.room + 1);
    for (size_t i = 0; i < job->part_count; i++) {
        Err gone = {0}; /* what is known of a deck outlives it */
        decks[i] = shelf_find(job->shelf, job->parts[i].deck_id, &gone);
        if (!decks[i]) continue;
        if (all.count == 0) all.head = deck_head_of(decks[i]);
        add_part(job, &job->parts[i], decks[i], &all);
    }
    bool is_done = all.count > 0 ? write_collected(job, &all)
                                 : err_set(&job->err, "none of these cards is in a deck any more");
    for (size_t i = 0; i < job->part_count; i++) deck_release(decks[i]);
    return is_done;
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

/* --- exports --- */

/* Over a connection of this thread's own: the app's store is the app's thread's. */
static bool make_known(DeckJob *job, Arena *arena, ExportFile *out, Err *err)
{
    ExportKnown known = {.deck = job->deck, .player = job->player, .now_ms = job->now_ms};
    Str sentence = {0};
    known.store = store_open(job->store_folder);
    bool is_well = store_health(known.store, arena, &sentence) == STORE_WELL;
    if (is_well) {
        export_known_read(&known, arena);
        out->bytes = job->preview.what == EXPORT_PROGRESS ? export_known_progress(&known, job->is_json, arena)
                                                          : export_known_answers(&known, job->is_json, arena);
        out->report.cards = (uint32_t)known.count;
    }
    store_close(known.store);
    return is_well || err_set(err, "%.*s", STR_FMT(sentence));
}

static bool make_file(DeckJob *job, Arena *arena, ExportFile *out, Err *err)
{
    *out = (ExportFile){.bytes = {0}};
    if (job->preview.what >= EXPORT_FORMAT_COUNT) return make_known(job, arena, out, err);
    return export_make(job->deck, &job->choices, arena, out, err);
}

/* Made whole and thrown away: so what it says is what is written. */
static bool preview(DeckJob *job)
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

static bool export_deck(DeckJob *job)
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

static bool run(DeckJob *job)
{
    Arena *arena = &job->arena;
    switch (job->tool) {
    case TOOL_RENAME: return rename_deck(job);
    case TOOL_DUPLICATE:
        return take_made(job, deck_files_duplicate(job->path.data, &job->place, arena, &job->err));
    case TOOL_MERGE:
        return take_made(job, deck_files_merge(job->paths, job->path_count, &job->place, arena, &job->err));
    case TOOL_COLLECT: return collect(job);
    case TOOL_DISCARD: return deck_files_discard(job->path.data, job->bin.data, job->now_ms, &job->err);
    case TOOL_PROBLEMS: return list_problems(job);
    case TOOL_LIST_BIN: return list_bin(job);
    case TOOL_RESTORE: return restore(job);
    case TOOL_DESTROY: return destroy(job);
    case TOOL_PREVIEW: return preview(job);
    case TOOL_EXPORT:
    case TOOL_EXPORT_OVER: return export_deck(job);
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
