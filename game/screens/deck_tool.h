/* What is done with whole decks: what a screen asks for by INTENT_DECK_TOOL, and what the app tells of it.
   The work is done on a thread of its own; what came of it is told by a toast, or here. */
#ifndef MATCHWICK_SCREENS_DECK_TOOL_H
#define MATCHWICK_SCREENS_DECK_TOOL_H

#include "base/str.h"
#include "edit/deck_files.h"

/* Decks are named by the path of their file, as a bad deck has no id of its own. */
typedef enum {
    TOOL_RENAME,    /* text: path, value: title; a deck that comes with the game is copied first */
    TOOL_DUPLICATE, /* text: path, value: title */
    TOOL_MERGE,     /* cards: paths, value: title */
    TOOL_COLLECT,   /* number: a CardSet, text: deck id, empty: of all decks; value: title */
    TOOL_DISCARD,   /* text: path */
    TOOL_SHOW,      /* text: path; the folder that it lies in */
    TOOL_PROBLEMS,  /* text: path; model->tools.problems then says what is wrong with it */
    TOOL_LIST_BIN,  /* model->tools.bin */
    TOOL_RESTORE,   /* text: path in the bin */
    TOOL_DESTROY    /* likewise */
} DeckTool;

/* Cards that the player may want by themselves. */
typedef enum {
    CARDS_ALL,
    CARDS_TAGGED, /* under the tags that are chosen for the deck */
    CARDS_STARRED,
    CARDS_WEAK,  /* answered, and at Learning now */
    CARDS_MISSED /* in the round that ended last */
} CardSet;

typedef struct {
    bool is_busy;
    Str problems_path, problems; /* of the deck asked for last, a line each; empty while it is read */
    bool is_bin_read;
    const BinDeck *bin; /* the latest first */
    size_t bin_count;
} CurrentTools;

#endif
