/* Reads files of other programs, and writes the decks that come of them, on a thread of its own: no frame
   waits for a million cards. One import at a time. It owns the source that is open and what was read of it;
   a large reading is given up before the next one begins, so that there are never two of them. */
#ifndef MATCHWICK_APP_IMPORTER_H
#define MATCHWICK_APP_IMPORTER_H

#include "deck/shelf.h"
#include "formats/import.h"
#include "screens/model.h"

typedef struct Importer Importer;

/* What was read, or why nothing could be. */
typedef struct {
    Arena arena;
    bool is_read;
    Err err;
    ImportResult result;
    ImportUpdate update;
} ImportReading;

/* Whose memory the reviews start that come in with it. */
typedef struct {
    const char *store_folder;
    int64_t player;
    int (*utc_offset_min)(void *self, int64_t at_ms); /* called from any thread */
    void *self;
} ImportReviewer;

/* What is to become of it: a new deck of this title, or an update of the player's deck. */
typedef struct {
    Str title;
    bool is_update, removes_gone;
    ImportReviewer reviewer;
} ImportOrder;

/* What became of it. Texts lie in the arena. */
typedef struct {
    Arena arena;
    bool is_written;
    Err err;
    Str id, title, path;
    bool was_update;
    size_t cards, fresh, changed, gone; /* that came in; of an update */
    Str fingerprint;                    /* of the deck, where there are reviews */
    StoreReview *reviews;
    size_t review_count;
    int64_t reviews_added; /* by the importer */
    Err reviews_err;       /* why they could not be */
} ImportWritten;

/* `folder`: the player's decks. `wake` is called from the thread when something is ready. */
Importer *importer_open(Shelf *shelf, const char *folder, void (*wake)(void *self), void *self);
/* Waits for what is being written. */
void importer_close(Importer *importer);

/* Each forgets what was open and read before; not while it writes. The text is copied, and `path` too. */
void importer_ask_file(Importer *importer, Str path, const ImportChoices *choices);
void importer_ask_text(Importer *importer, Str text, Str name, const ImportChoices *choices);
void importer_forget(Importer *importer);
/* Reads the source again. What was asked before and is not done is forgotten. */
void importer_choose(Importer *importer, const ImportChoices *choices);
/* Writes what `importer_reading` gives; it is gone from then on. */
void importer_write(Importer *importer, const ImportOrder *order);

/* Takes what the thread has finished: true if the reading is another than before. */
bool importer_take(Importer *importer);
/* NULL: none. */
const ImportReading *importer_reading(const Importer *importer);
/* Once; the caller owns it. NULL: nothing was written. A reading that could not be written is there again. */
ImportWritten *importer_take_written(Importer *importer);
void import_written_free(ImportWritten *written); /* NULL is allowed */

#endif
