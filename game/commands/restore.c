/* matchwick restore FILE: what a backup holds, and that in the place of all that is there. */
#define _POSIX_C_SOURCE 200809L /* isatty */
#include <stdio.h>
#include <unistd.h>

#include "commands/backup_tell.h"

static const OptionSpec restore_options[] = {
    {"show", 's', NULL, "checks the backup and says what it holds, and leaves all as it is"},
    {"yes", 'y', NULL, "restores without asking"},
    {"json", 0, NULL, "prints what the backup holds as JSON"},
    OPTIONS_END,
};

static void show(const CommandContext *context, const char *path, const Vault *vault)
{
    if (options_has(&context->words, "json"))
        backup_tell_json(str_of(path), vault_manifest(vault), context->arena);
    else
        backup_tell_print(str_of(path), vault_manifest(vault), context->arena);
}

static bool is_agreed(const CommandContext *context, Err *err)
{
    if (options_has(&context->words, "yes")) return true;
    if (!isatty(STDIN_FILENO)) return err_set(err, "nothing was changed: add --yes to restore it");
    fprintf(stderr, "Put this in the place of all that is kept now? [y/N] ");
    int answer = getchar();
    return answer == 'y' || answer == 'Y' || err_set(err, "nothing was changed");
}

/* What is there now must be such that it can be kept and changed. */
static bool check_present(const CommandContext *context, Err *err)
{
    Store *store = commands_open_store(context, err);
    if (!store) return false;
    Str sentence;
    StoreHealth health = store_health(store, context->arena, &sentence);
    bool is_fit = health == STORE_WELL || health == STORE_SET_ASIDE ||
                  err_set(err, "nothing can be restored here: %.*s", STR_FMT(sentence));
    store_close(store);
    return is_fit;
}

static bool restore(const CommandContext *context, const char *path, Err *err)
{
    VaultPlace place;
    if (!backup_place(context, &place, err)) return false;
    bool is_looked_at = options_has(&context->words, "show");
    if (!is_looked_at && !check_present(context, err)) return false;
    Vault *vault = vault_open(&place, path, err);
    if (!vault) return false;
    show(context, path, vault);
    if (is_looked_at || !is_agreed(context, err)) {
        vault_close(vault);
        return is_looked_at;
    }
    Str kept;
    if (!vault_restore(vault, context->arena, &kept, err)) return false;
    fprintf(stderr, "Restored into %s\n", place.folder);
    if (kept.size > 0) fprintf(stderr, "What was there before is in %s\n", kept.data);
    return true;
}

static int run(const CommandContext *context, int argc, char **argv)
{
    Err err = {0};
    if (argc == 0) {
        err_set(&err, "which file?");
        return commands_misuse("restore", &err);
    }
    return restore(context, argv[0], &err) ? EXIT_DONE : commands_fail("restore", &err);
}

const CommandEntry command_restore = {
    .name = "restore",
    .operands = "FILE",
    .help = "puts what is in a backup in the place of all that is kept",
    .more = "The backup is proven whole and sound first, and what it holds is shown. What is there now is "
            "kept as\n"
            "a backup in the folder backups of the data folder. A game that runs meanwhile goes on with what "
            "was\n"
            "restored. At a terminal you are asked; elsewhere --yes is needed.",
    .options = restore_options,
    .max_operands = 1,
    .run = run,
};
