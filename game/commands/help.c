#include "commands/help.h"

#include <stdio.h>

#include "formats/replay.h"

#define COLUMN 26

static void print_option(const OptionSpec *spec)
{
    char text[64];
    int size = snprintf(text, sizeof text, spec->letter ? "-%c, --%s%s%s" : "%c   --%s%s%s",
                        spec->letter ? spec->letter : ' ', spec->name, spec->value ? " " : "",
                        spec->value ? spec->value : "");
    if (size < COLUMN)
        printf("  %-*s%s\n", COLUMN, text, spec->help);
    else
        printf("  %s\n  %*s%s\n", text, COLUMN, "", spec->help);
}

static void print_options(const char *title, const OptionSpec *options)
{
    printf("\n%s:\n", title);
    for (const OptionSpec *spec = options; spec->name; spec++) print_option(spec);
}

int help_print(void)
{
    printf("Matchwick, a flashcard game: match terms with definitions, choose the right answer, be quick.\n\n"
           "Usage: matchwick [OPTION]… [COMMAND]\n\n"
           "Without a command the game opens. Commands:\n");
    for (int i = 0; commands_table[i]; i++)
        printf("  %-10s%s\n", commands_table[i]->name, commands_table[i]->help);
    print_options("Options, before or after the command", options_common);
    printf("\n\"matchwick COMMAND --help\" says more of a command.\n"
           "A DECK is a deck's id, its title or its path; where it may be left out, the one played last is "
           "meant.\n"
           "Exit codes: 0 done, 1 what was asked for failed or was found wrong, 2 the command was not "
           "understood.\n");
    return EXIT_DONE;
}

int help_print_entry(const CommandEntry *entry)
{
    printf("Usage: matchwick %s%s%s%s\n\n%s %s.\n", entry->name, entry->options ? " [OPTION]…" : "",
           entry->operands[0] ? " " : "", entry->operands, entry->name, entry->help);
    if (entry->more) printf("\n%s\n", entry->more);
    if (entry->options) print_options("Options", entry->options);
    print_options("Common options", options_common);
    return EXIT_DONE;
}

int help_print_version(void)
{
    printf("Matchwick %s (rules version %d, replays version %d)\n", MATCHWICK_VERSION, RULES_VERSION,
           REPLAY_VERSION);
    return EXIT_DONE;
}
