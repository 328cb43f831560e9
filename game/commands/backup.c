/* matchwick backup [FILE]: all that the game keeps, in one file. */
#include <stdio.h>

#include "commands/backup_tell.h"
#include "screens/backup_words.h"
#include "ui/format.h"

static const OptionSpec backup_options[] = {
    {"force", 'f', NULL, "writes over a file that is there"},
    {"json", 0, NULL, "prints what is in the backup as JSON"},
    OPTIONS_END,
};

/* As named; in a folder that is named, or in the game's own, under a name of its own. */
static Str path_of(const VaultPlace *place, const char *named, Arena *arena)
{
    if (named && !file_is_folder(named)) return str_copy(arena, str_of(named));
    Str folder = named ? str_of(named) : file_join(arena, place->folder, VAULT_FOLDER);
    return vault_free_path(place, folder.data, "backup", arena);
}

static void tell(const CommandContext *context, Str path, const VaultBackup *made)
{
    Arena *arena = context->arena;
    for (size_t i = 0; i < made->gathered.left_out_count; i++)
        fprintf(stderr, "matchwick backup: left out: %s\n", made->gathered.left_out[i].data);
    if (options_has(&context->words, "json"))
        backup_tell_json(path, &made->manifest, arena);
    else
        printf("%s (%s): %s\n", path.data, format_size(arena, made->bytes).data,
               backup_words_sum(&made->manifest, arena).data);
}

/* Opening the store first sets a damaged file aside, and finishes what was begun. */
static bool back_up(const CommandContext *context, const char *named, Err *err)
{
    Store *store = commands_open_store(context, err);
    if (!store) return false;
    store_close(store);
    VaultBackup made;
    VaultPlace place;
    if (!backup_place(context, &place, err)) return false;
    Str path = path_of(&place, named, context->arena);
    if (file_is_there(path.data) && !options_has(&context->words, "force"))
        return err_set(err, "%s is there already: name another file, or add --force", path.data);
    if (!vault_back_up(&place, path.data, context->arena, &made, err)) return false;
    tell(context, path, &made);
    return true;
}

static int run(const CommandContext *context, int argc, char **argv)
{
    Err err = {0};
    return back_up(context, argc > 0 ? argv[0] : NULL, &err) ? EXIT_DONE : commands_fail("backup", &err);
}

const CommandEntry command_backup = {
    .name = "backup",
    .operands = "[FILE]",
    .help = "keeps all players, runs, answers and decks in one file",
    .more =
        "Without FILE, or where it is a folder, the file is named by the date; without FILE it goes into "
        "the\n"
        "folder backups of the data folder. The game may run meanwhile. Shipped decks are not in it, nor\n"
        "files over 64 MiB and folders among the player's decks: those are named.",
    .options = backup_options,
    .max_operands = 1,
    .run = run,
};
