#include "commands/replay_import.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/json.h"
#include "base/text.h"
#include "commands/verdicts.h"
#include "screens/run_record.h"

typedef struct {
    const CommandContext *context;
    Store *store;
    DeckIndexes indexes;
    JsonWriter json;
    bool is_json, has_failed;
} Import;

/* The number of a run that is this one, 0 if there is none. */
static int64_t find_same(Store *store, const StoreRun *row, Arena *arena)
{
    StoreRun *runs;
    size_t count = store_board(store, &row->board, PERIOD_ALL, 0, row->is_autoplay, SIZE_MAX, arena, &runs);
    for (size_t i = 0; i < count; i++) {
        StoreRun kept;
        if (runs[i].seed != row->seed || runs[i].played_ms / 1000 != row->played_ms / 1000) continue;
        if (store_run(store, runs[i].id, arena, &kept) && str_is(kept.replay, row->replay)) return kept.id;
    }
    return 0;
}

static bool add_run(Import *import, const StoreRun *row, int64_t *id, Err *err)
{
    StoreTicket ticket = store_add_run(import->store, row);
    if (!store_flush(import->store, err)) return false;
    *id = store_ticket_run(import->store, ticket);
    return store_ticket(import->store, ticket) == TICKET_SAVED || err_set(err, "the run could not be kept");
}

static void tell(Import *import, const char *path, int64_t id, int rank, const char *note)
{
    json_begin_object(&import->json, NULL);
    json_put_string(&import->json, "file", str_of(path));
    json_put_integer(&import->json, "run", id);
    json_put_integer(&import->json, "rank", rank);
    json_end_object(&import->json);
    if (!import->is_json) printf("%s: run %" PRId64 ", rank %d%s\n", path, id, rank, note);
}

/* A name that the game could have given. */
static bool check_name(Str name, Err *err)
{
    size_t size = text_count_graphemes(name);
    if (size > 0 && size <= STORE_NAME_GRAPHEMES && !str_is_blank(name)) return true;
    return err_set(err, "its player's name has %zu characters; a name has 1 to %d", size,
                   STORE_NAME_GRAPHEMES);
}

static bool import_run(Import *import, const char *path, const Run *run, Arena *scratch, Err *err)
{
    if (!check_name(run->player, err)) return false;
    RunCheck check = run_verify(run, deck_indexes_find(&import->indexes, run->deck_id), scratch);
    if (check.verdict != RUN_VERIFIED) return err_set(err, "it is not verified: %s", check.why);
    StoreRun row = run_record_make(run, commands_find_player(import->store, run->player, scratch), scratch);
    int64_t id = find_same(import->store, &row, scratch);
    bool is_there = id != 0;
    if (!is_there && !add_run(import, &row, &id, err)) return false;
    tell(import, path, id, store_rank(import->store, &row, PERIOD_ALL, 0),
         is_there ? "; it was on the board already" : "");
    return true;
}

static bool import_file(Import *import, const char *path, Arena *scratch, Err *err)
{
    Run run;
    if (!replay_file_read(path, scratch, &run, err)) return false;
    if (import_run(import, path, &run, scratch, err)) return true;
    err_wrap(err, "%s", path);
    return false;
}

static void import_files(Import *import, int argc, char **argv)
{
    Arena scratch;
    arena_init(&scratch, 0);
    for (int i = 0; i < argc; i++) {
        Err err = {0};
        arena_reset(&scratch);
        if (import_file(import, argv[i], &scratch, &err)) continue;
        (void)commands_fail("replay", &err);
        import->has_failed = true;
    }
    arena_deinit(&scratch);
}

static void import_all(Import *import, int argc, char **argv)
{
    json_writer_init(&import->json);
    json_begin_object(&import->json, NULL);
    json_begin_array(&import->json, "imported");
    import_files(import, argc, argv);
    json_end_array(&import->json);
    json_end_object(&import->json);
    Str text = json_writer_finish(&import->json, import->context->arena, true);
    if (import->is_json) printf("%s\n", text.data);
}

int replay_import(const CommandContext *context, int argc, char **argv)
{
    Err err = {0};
    Import import = {.context = context, .is_json = options_has(&context->words, "json")};
    if (argc == 0) {
        err_set(&err, "import takes one or more files");
        return commands_misuse("replay", &err);
    }
    import.store = commands_open_store(context, &err);
    if (!import.store) return commands_fail("replay", &err);
    bool is_open = deck_indexes_open(&import.indexes, context, &err);
    if (is_open) {
        import_all(&import, argc, argv);
        deck_indexes_close(&import.indexes);
    }
    store_close(import.store);
    if (!is_open) return commands_fail("replay", &err);
    return import.has_failed ? EXIT_FAILED : EXIT_DONE;
}
