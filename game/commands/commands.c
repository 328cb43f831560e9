#include "commands/commands.h"

#include <stdio.h>
#include <string.h>

#include "commands/help.h"
#include "commands/nearest.h"

const CommandEntry *const commands_table[] = {
    &command_play,
    &command_demo,
    &command_check,
    &command_deal,
    &command_scores,
    &command_sessions,
    &command_replay,
    &command_memory,
    &command_import,
    &command_export,
    &command_backup,
    &command_restore,
    NULL,
};

int commands_fail(const char *command, const Err *err)
{
    fprintf(stderr, "matchwick %s: %s\n", command, err->text);
    return EXIT_FAILED;
}

int commands_misuse(const char *command, const Err *err)
{
    fprintf(stderr, "matchwick %s: %s\nTry \"matchwick %s --help\".\n", command, err->text, command);
    return EXIT_MISUSED;
}

/* Of the program as a whole. */
static int misuse(const Err *err)
{
    fprintf(stderr, "matchwick: %s\nTry \"matchwick --help\".\n", err->text);
    return EXIT_MISUSED;
}

static const CommandEntry *find_entry(const char *name)
{
    for (int i = 0; commands_table[i]; i++)
        if (strcmp(commands_table[i]->name, name) == 0) return commands_table[i];
    return NULL;
}

static bool tell_unknown(const char *name, Err *err)
{
    Nearest nearest = nearest_begin(str_of(name));
    for (int i = 0; commands_table[i]; i++) nearest_offer(&nearest, str_of(commands_table[i]->name));
    if (nearest.best.size == 0) return err_set(err, "there is no command \"%s\"", name);
    return err_set(err, "there is no command \"%s\"; is \"%.*s\" meant?", name, STR_FMT(nearest.best));
}

static int run_entry(const CommandEntry *entry, CommandContext *context)
{
    Err err = {0};
    Words *words = &context->words;
    if (!options_parse(words, entry->options, words->operand_count, words->operands, true, context->arena,
                       &err))
        return commands_misuse(entry->name, &err);
    if (options_has(words, "help")) return help_print_entry(entry);
    if (options_has(words, "version")) return help_print_version();
    if (!options_common_read(words, &context->common, &err)) return commands_misuse(entry->name, &err);
    if (entry->max_operands >= 0 && words->operand_count > entry->max_operands) {
        err_set(&err, "\"%s\" is one word too many", words->operands[entry->max_operands]);
        return commands_misuse(entry->name, &err);
    }
    return entry->run(context, words->operand_count, words->operands);
}

/* Up to the command's name; then the command's own words. */
static int run(int argc, char **argv, CommandContext *context)
{
    Err err = {0};
    Words *words = &context->words;
    if (!options_parse(words, NULL, argc, argv, false, context->arena, &err)) return misuse(&err);
    bool is_named = words->operand_count > 0;
    if (!is_named && options_has(words, "help")) return help_print();
    if (!is_named && options_has(words, "version")) return help_print_version();
    if (!is_named) {
        char play[] = "play", *alone[] = {play, NULL};
        words->operands = alone;
        words->operand_count = 1;
        return run_entry(&command_play, context);
    }
    const CommandEntry *entry = find_entry(words->operands[0]);
    if (entry) return run_entry(entry, context);
    (void)tell_unknown(words->operands[0], &err);
    return misuse(&err);
}

int commands_main(int argc, char **argv, const PlatformMaker *maker)
{
    Arena arena;
    arena_init(&arena, 0);
    CommandContext context = {.maker = maker, .arena = &arena};
    int exit_code = run(argc, argv, &context);
    arena_deinit(&arena);
    /* What could not be written (a full disk, a closed pipe) was not done. */
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fprintf(stderr, "matchwick: the output could not be written\n");
        return exit_code == EXIT_DONE ? EXIT_FAILED : exit_code;
    }
    return exit_code;
}
