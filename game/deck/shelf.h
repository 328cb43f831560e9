/* The shelf: all decks that are there, from several folders, read by a thread of its own so that nobody
   waits. The folders are looked through again when asked (cheap: names, sizes, times), so a changed file is
   noticed while the game runs. Full decks are not kept: an entry has what the library shows; `shelf_find`
   gives the deck itself. */
#ifndef MATCHWICK_DECK_SHELF_H
#define MATCHWICK_DECK_SHELF_H

#include "base/arena.h"
#include "base/err.h"
#include "deck/deck.h"
#include "deck/deck_read.h"

typedef struct Shelf Shelf;

typedef enum { SHELF_SHIPPED, SHELF_PLAYERS, SHELF_ADDED } ShelfOrigin; /* later wins where two share an id */

typedef struct {
    Str path;
    ShelfOrigin origin;
    Str id, title, description; /* id and title: the file's stem for a bad deck */
    Str fingerprint;            /* empty for a bad deck */
    uint32_t cards;
    Str *tags; /* with the most cards first */
    uint32_t *tag_cards;
    uint32_t tag_count;
    bool hides_shipped; /* stands in the place of a deck that comes with the game */
    bool is_bad;
    Str error; /* of a bad deck: "LINE:COLUMN: what" of its first error */
} ShelfEntry;

/* Folders in order of precedence, the last one first of all; a folder that is not there is an empty one. */
typedef struct {
    const char *path;
    ShelfOrigin origin;
} ShelfFolder;

/* Starts the reading thread, which looks into the folders when it is asked to. */
Shelf *shelf_open(const ShelfFolder *folders, size_t count);
void shelf_close(Shelf *shelf);
/* Asks the thread to look through the folders, now. */
void shelf_refresh(Shelf *shelf);
/* Goes up whenever an entry came, changed or went; read it each frame (no lock). */
uint32_t shelf_version(const Shelf *shelf);
/* True once the first look through all folders is done. */
bool shelf_is_read(const Shelf *shelf);
/* Waits until every look that was asked for is done, and one in any case: for commands. */
void shelf_wait(Shelf *shelf);
/* What is there now, sorted by title (folded), copied into the arena. Of decks with one id from several
   folders only the one that wins; two in one folder: the first by name, the other as a bad deck. */
size_t shelf_list(Shelf *shelf, Arena *arena, ShelfEntry **out);
/* Called from the reading thread when the version went up or the first look is done, to wake a waiting loop;
   not after shelf_close. The shelf may be asked from within. */
void shelf_on_change(Shelf *shelf, void (*wake)(void *self), void *self);

/* By id, else exact title (two decks that share it: an error that lists both), else path of a file. The
   caller owns a count. Reads the file on the caller's thread; decks opened last are kept at hand (a few), so
   opening again is free while the file is unchanged. Looks at what is on the shelf now: a command waits
   first. */
Deck *shelf_find(Shelf *shelf, Str name, Err *err);
/* The file that it would read, zero-terminated; empty if there is none. */
Str shelf_path(Shelf *shelf, Str name, Arena *arena);

#endif
