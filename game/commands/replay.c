/* matchwick replay check | export | import. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "commands/commands.h"
#include "commands/replay_import.h"
#include "commands/table.h"
#include "commands/verdicts.h"
#include "formats/replay.h"
#include "screens/run_record.h"

static const OptionSpec replay_options[] = {
    {"all", 'a', NULL, "check: all runs of the store"},
    {"output", 'o', "FILE", "export: the file to write, instead of standard output"},
    {"json", 0, NULL, "check and import: prints what was found as JSON"},
    OPTIONS_END,
};

bool replay_file_read(const char *path, Arena *arena, Run *out, Err *err)
{
    Str text;
    if (!file_read(path, REPLAY_MAX_BYTES, arena, &text, err)) return false;
    if (replay_read(text, arena, out, err)) return true;
    err_wrap(err, "%s", path);
    return false;
}

/* --- check --- */

static void check_file(Verdicts *verdicts, DeckIndexes *indexes, const char *path, Arena *scratch)
{
    Err err = {0};
    Run run;
    if (!replay_file_read(path, scratch, &run, &err)) {
        verdicts_add_unread(verdicts, str_of(path), &err);
        return;
    }
    RunCheck check = run_verify(&run, deck_indexes_find(indexes, run.deck_id), scratch);
    verdicts_add(verdicts, str_of(path), 0, &check);
}

static void check_run(Verdicts *verdicts, DeckIndexes *indexes, const StoreRun *run, Arena *scratch)
{
    RunCheck check = run_record_check(run, deck_indexes_find(indexes, run->deck_id), scratch);
    Str what =
        str_format(scratch, "run %" PRId64 " (%s, %s, %s %s%s)", run->id,
                   table_plain(scratch, run->player_name).data, table_plain(scratch, run->deck_title).data,
                   run->board.mode.data, run->board.variant.data, run->is_autoplay ? ", autoplay" : "");
    verdicts_add(verdicts, what, run->id, &check);
}

static void check_store(Verdicts *verdicts, DeckIndexes *indexes, Store *store, Arena *scratch)
{
    int64_t *ids;
    size_t count = store_run_ids(store, verdicts->context->arena, &ids);
    for (size_t i = 0; i < count; i++) {
        StoreRun run;
        arena_reset(scratch);
        if (store_run(store, ids[i], scratch, &run)) check_run(verdicts, indexes, &run, scratch);
    }
}

static int check(const CommandContext *context, int argc, char **argv)
{
    Err err = {0};
    bool is_all = options_has(&context->words, "all");
    if (is_all == (argc > 0)) {
        err_set(&err, "check takes either files or --all");
        return commands_misuse("replay", &err);
    }
    Store *store = is_all ? commands_open_store(context, &err) : NULL;
    if (is_all && !store) return commands_fail("replay", &err);
    DeckIndexes indexes;
    int exit_code = EXIT_FAILED;
    if (deck_indexes_open(&indexes, context, &err)) {
        Arena scratch;
        arena_init(&scratch, 0);
        Verdicts verdicts;
        verdicts_begin(&verdicts, context);
        if (is_all) check_store(&verdicts, &indexes, store, &scratch);
        for (int i = 0; i < argc; i++) {
            arena_reset(&scratch);
            check_file(&verdicts, &indexes, argv[i], &scratch);
        }
        exit_code = verdicts_end(&verdicts);
        arena_deinit(&scratch);
        deck_indexes_close(&indexes);
    } else {
        (void)commands_fail("replay", &err);
    }
    if (store) store_close(store);
    return exit_code;
}

/* --- export --- */

static bool write_out(const char *path, Str text, Err *err)
{
    if (path) return file_write(path, text, err);
    fwrite(text.data, 1, text.size, stdout);
    return true;
}

static bool export_run(const CommandContext *context, int64_t id, Err *err)
{
    Store *store = commands_open_store(context, err);
    if (!store) return false;
    StoreRun row;
    bool is_there = store_run(store, id, context->arena, &row);
    store_close(store);
    if (!is_there)
        return err_set(err, "there is no run %" PRId64 "; \"matchwick scores\" shows the runs' numbers", id);
    Run run;
    if (!replay_read(row.replay, context->arena, &run, err)) {
        err_wrap(err, "the replay of run %" PRId64, id);
        return false;
    }
    Str text = str_format(context->arena, "%s\n", replay_write(&run, true, context->arena).data);
    return write_out(options_get(&context->words, "output"), text, err);
}

static int export(const CommandContext *context, int argc, char **argv)
{
    Err err = {0};
    uint64_t id;
    if (argc != 1) err_set(&err, "export takes the number of one run, as \"matchwick scores\" shows it");
    if (err.is_set || !options_number(argv[0], "the number of a run", 1, INT64_MAX, &id, &err))
        return commands_misuse("replay", &err);
    return export_run(context, (int64_t)id, &err) ? EXIT_DONE : commands_fail("replay", &err);
}

/* --- all --- */

static int run(const CommandContext *context, int argc, char **argv)
{
    Err err = {0};
    const char *what = argc > 0 ? argv[0] : "";
    if (strcmp(what, "check") == 0) return check(context, argc - 1, argv + 1);
    if (strcmp(what, "export") == 0) return export(context, argc - 1, argv + 1);
    if (strcmp(what, "import") == 0) return replay_import(context, argc - 1, argv + 1);
    if (argc == 0)
        err_set(&err, "what shall be done? check, export or import");
    else
        err_set(&err, "replays can be checked, exported and imported: check, export or import, not \"%s\"",
                what);
    return commands_misuse("replay", &err);
}

const CommandEntry command_replay = {
    .name = "replay",
    .operands = "check FILE… | check --all | export RUN | import FILE…",
    .help = "checks runs by playing them through the rules; takes them to files and back",
    .more =
        "check says of each replay, or with --all of each run of the store:\n"
        "  verified          its seed gives its deal, and its inputs give its result\n"
        "  deal not checked  its inputs give its result, but its deck is not there or has changed since, so\n"
        "                    the deal cannot be held against it; this alone does not make the check fail\n"
        "  not consistent    it does not follow from the rules, or the stored figures are not its replay's\n"
        "Verified means consistent, not honest.\n"
        "export writes the replay of a run; RUN is its number in \"matchwick scores\".\n"
        "import puts replays on to the board, under the player of that name, once they are verified.",
    .options = replay_options,
    .max_operands = -1,
    .run = run,
};
