/* What was found of runs and replays, one line each, or one JSON document; and the decks to hold them
   against. */
#ifndef MATCHWICK_COMMANDS_VERDICTS_H
#define MATCHWICK_COMMANDS_VERDICTS_H

#include "base/json.h"
#include "commands/commands.h"
#include "play/run.h"

/* Indexes of the decks on the shelf, made as they are asked for. */
typedef struct OpenDeck OpenDeck;

typedef struct {
    const CommandContext *context;
    Shelf *shelf;
    ShelfEntry *entries;
    size_t entry_count;
    OpenDeck *open; /* the last one opened first */
} DeckIndexes;

NODISCARD bool deck_indexes_open(DeckIndexes *indexes, const CommandContext *context, Err *err);
void deck_indexes_close(DeckIndexes *indexes);
/* Of the deck that has this id now; NULL if there is none that can be read. */
const PlayIndex *deck_indexes_find(DeckIndexes *indexes, Str id);

typedef struct {
    const CommandContext *context;
    bool is_json;
    JsonWriter json;
    int counts[3]; /* by RunVerdict */
    int unread;    /* files that are no replay */
} Verdicts;

void verdicts_begin(Verdicts *verdicts, const CommandContext *context);
/* `what`: the file, or what run it is; `run`: its number, 0 for a file. */
void verdicts_add(Verdicts *verdicts, Str what, int64_t run, const RunCheck *check);
/* The error names the file. */
void verdicts_add_unread(Verdicts *verdicts, Str what, const Err *err);
/* Prints what is left to print; returns the exit code: 1 if anything was inconsistent or no replay. */
int verdicts_end(Verdicts *verdicts);

#endif
