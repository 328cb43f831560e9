/* The command line: a table of commands, one file each. */
#ifndef MATCHWICK_COMMANDS_COMMANDS_H
#define MATCHWICK_COMMANDS_COMMANDS_H

#include "commands/options.h"
#include "commands/platform_maker.h"
#include "deck/shelf.h"
#include "store/store.h"

enum {
    EXIT_DONE = 0,
    EXIT_FAILED = 1, /* what was asked for failed or was found wrong */
    EXIT_MISUSED = 2 /* the words of the command are off */
};

typedef struct {
    const PlatformMaker *maker;
    CommonOptions common;
    Words words;  /* options: those of the command's table and the common ones */
    Arena *arena; /* the command's lifetime */
} CommandContext;

typedef struct {
    const char *name;
    const char *operands;      /* for the usage line: "FILE…" */
    const char *help;          /* one line */
    const char *more;          /* what else `COMMAND --help` says; NULL: nothing */
    const OptionSpec *options; /* NULL: none of its own */
    int max_operands;          /* more of them are refused; -1: any number */
    /* Called with the operands alone: options are in the context, read and known. Returns the exit code. */
    int (*run)(const CommandContext *context, int argc, char **argv);
} CommandEntry;

extern const CommandEntry command_play, command_demo, command_check, command_deal, command_scores,
    command_sessions, command_replay, command_memory, command_export, command_backup, command_restore,
    command_import;

/* Ends with NULL. */
extern const CommandEntry *const commands_table[];

/* The program: reads the words, runs the command they name (`play` where none is named), and returns the exit
   code. */
int commands_main(int argc, char **argv, const PlatformMaker *maker);

/* Tell the error on standard error and return the exit code that belongs to it; the second points to the
   command's --help. */
int commands_fail(const char *command, const Err *err);
int commands_misuse(const char *command, const Err *err);

/* --- what commands work on (commands_data.c) --- */

/* The folder that the game keeps its things in: --data, or the platform's. NULL with `err` set. */
const char *commands_data_folder(const CommandContext *context, Err *err);
/* The shipped decks, the player's, those of --decks; read already. NULL with `err` set. */
Shelf *commands_open_shelf(const CommandContext *context, Err *err);
/* The store of the data folder; what is wrong with it is told on standard error. NULL with `err` set where
   there is no such folder. */
Store *commands_open_store(const CommandContext *context, Err *err);
/* A deck by id, title or path; the one played last where `name` is NULL. The caller owns a count. NULL with
   `err` set, naming decks that come near. */
Deck *commands_open_deck(const CommandContext *context, Shelf *shelf, const char *name, Err *err);

/* 0 where no player has that name. */
int64_t commands_find_player(Store *store, Str name, Arena *arena);
/* The player of that name, or the one who played last where it is NULL. */
NODISCARD bool commands_choose_player(Store *store, const char *name, Arena *arena, StorePlayer *out,
                                      Err *err);

#endif
