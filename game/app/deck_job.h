/* A piece of work on whole decks as a value: what it needs is put in, what came of it is taken out. It runs
   on a thread of its own (work_queue.h), so it reads neither model nor store: the app has gathered what it
   needs before. */
#ifndef MATCHWICK_APP_DECK_JOB_H
#define MATCHWICK_APP_DECK_JOB_H

#include "deck/shelf.h"
#include "edit/deck_files.h"
#include "screens/deck_tool.h"
#include "store/store.h"

typedef struct DeckJob {
    struct DeckJob *next;
    Arena arena; /* of all that it holds, and of itself */
    DeckTool tool;
    Shelf *shelf;
    int64_t now_ms;
    Str bin;         /* the folder */
    DeckPlace place; /* of a deck that is made; its title is that of a renamed one too */
    Str deck_id;     /* that of the file which is renamed or deleted */
    Str path;        /* of the deck meant */
    Str save_path;   /* TOOL_RENAME: where it is kept from then on */
    const char **paths;
    size_t path_count;
    /* TOOL_COLLECT and exports: which cards. */
    CardSet set;
    const Str *missed; /* their ids */
    size_t missed_count;
    Str source_id; /* of TOOL_COLLECT: the deck that they are of; empty: all decks */
    Str description;
    const char *store_folder;
    StorePlayer player;
    /* TOOL_PREVIEW, TOOL_EXPORT: */
    Deck *deck; /* held */
    ExportChoices choices;
    bool is_json; /* of what is known of it */
    ToolPreview preview;
    bool is_refused; /* a file is there already */
    bool is_empty;   /* TOOL_COLLECT: there are no such cards */

    bool is_done; /* else `err` says why not */
    Err err;
    Str made;  /* id of the deck that was made */
    Str lines; /* TOOL_PROBLEMS */
    BinDeck *bin_decks;
    size_t count; /* of them, or of the cards of the deck that was made */
} DeckJob;

DeckJob *deck_job_make(DeckTool tool, Shelf *shelf);
void deck_job_free(DeckJob *job); /* NULL is allowed */
void deck_job_run(DeckJob *job);

#endif
