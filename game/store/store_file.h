/* Finding out what the database file is and what can be done with it, private to store/. */
#ifndef MATCHWICK_STORE_STORE_FILE_H
#define MATCHWICK_STORE_STORE_FILE_H

#include "store/store.h"
#include "store/store_db.h"

typedef enum {
    KEEP_ALL,    /* in the file */
    KEEP_PART,   /* the file is read; players and settings of the sitting shadow it in memory */
    KEEP_SITTING /* in memory */
} StoreKeep;

typedef struct {
    const char *path; /* of the database file, in the arena given */
    StoreDb db;       /* of the calling thread */
    StoreKeep keep;
    StoreHealth health;
    Err sentence;     /* set unless well */
    bool is_new;      /* made just now and not synced yet: the writer does it */
    bool was_unclean; /* the last sitting was not closed, or another copy is at work */
} StoreFile;

/* Always leaves a usable connection. Takes a few milliseconds: looks at header and schema, not at all pages.
 */
void store_file_open(StoreFile *file, const char *folder, Arena *arena);
/* The mark that has the file set aside at the next start. */
void store_file_mark_damaged(const char *path);
/* What stands in the way, from SQLite's code: "the disk is full". */
const char *store_file_reason(int code);

#endif
