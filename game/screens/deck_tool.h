/* What is done with whole decks: what a screen asks for by INTENT_DECK_TOOL, and what the app tells of it.
   The work is done on a thread of its own; what came of it is told by a toast, or here. */
#ifndef MATCHWICK_SCREENS_DECK_TOOL_H
#define MATCHWICK_SCREENS_DECK_TOOL_H

#include "base/str.h"
#include "edit/deck_files.h"
#include "formats/export.h"
#include "play/setup.h"

/* Decks are named by the path of their file, as a bad deck has no id of its own. */
typedef enum {
    TOOL_RENAME,      /* text: path, value: title; a deck that comes with the game is copied first */
    TOOL_DUPLICATE,   /* text: path, value: title */
    TOOL_MERGE,       /* cards: paths, value: title */
    TOOL_COLLECT,     /* number: a CardSet, text: deck id, empty: of all decks; value: title */
    TOOL_DISCARD,     /* text: path */
    TOOL_SHOW,        /* text: path; the folder that it lies in */
    TOOL_PROBLEMS,    /* text: path; model->tools.problems then says what is wrong with it */
    TOOL_LIST_BIN,    /* model->tools.bin */
    TOOL_RESTORE,     /* text: path in the bin */
    TOOL_DESTROY,     /* likewise */
    TOOL_EXPORT_OPEN, /* text: deck id; reads it where that is needed, and opens the screen */
    TOOL_PREVIEW,     /* number: an ExportFormat, other: a CardSet of the deck that is open; or number: one
                         of those behind the formats, other: 1 for JSON. Of text for Quizlet, cards: what
                         stands between the sides and between the cards */
    TOOL_EXPORT,      /* the same, value: path; where a file is there nothing is written */
    TOOL_EXPORT_OVER  /* the same, over it */
} DeckTool;

/* Cards that the player may want by themselves. */
typedef enum {
    CARD_SET_ALL,
    CARD_SET_TAGGED, /* under the tags that are chosen for the deck */
    CARD_SET_STARRED,
    CARD_SET_WEAK,  /* answered, and likely to be forgotten (study_is_weak) */
    CARD_SET_MISSED /* in the round that ended last */
} CardSet;

/* What the player knows of the deck can be written too. */
enum { EXPORT_PROGRESS = EXPORT_FORMAT_COUNT, EXPORT_ANSWERS, EXPORT_WHAT_COUNT };

/* What a deck would be as a file of another program. */
typedef struct {
    bool is_there;
    int32_t what, set; /* as asked: number and other */
    uint64_t tags;     /* deck_tool_tags of the setup */
    uint64_t parting;  /* deck_tool_parting of the separators */
    uint32_t cards;    /* or answers */
    Str lost, error;   /* sentences; empty: nothing is lost, it can be written */
} ToolPreview;

typedef struct {
    int32_t count;   /* goes up with each: tells one from another */
    bool is_written; /* else a file is there already */
    Str path;
    uint32_t cards;
} ToolExport;

typedef struct {
    bool is_busy;
    Str problems_path, problems; /* of the deck asked for last, a line each; empty while it is read */
    bool is_bin_read;
    const BinDeck *bin; /* the latest first */
    size_t bin_count;
    ToolPreview preview; /* of what was asked for last, once it is known */
    ToolExport written;  /* the last one */
} CurrentTools;

/* Were they asked alike? */
bool deck_tool_is_same(const ToolPreview *a, const ToolPreview *b);
/* Tells one choice of tags from another. */
uint64_t deck_tool_tags(const Setup *setup);
/* Likewise of separators. */
uint64_t deck_tool_parting(const Str *separators, size_t count);

#endif
