/* What another program made of a deck's file while it was being changed here, beside that. */
#ifndef MATCHWICK_APP_THEIR_FILE_H
#define MATCHWICK_APP_THEIR_FILE_H

#include "edit/draft_diff.h"

typedef struct {
    Arena arena;
    Draft *draft; /* NULL: it cannot be read, see error */
    const DeckCard *cards;
    Diff diff; /* of ours to it */
    char error[512];
} TheirFile;

/* Never NULL. */
TheirFile *their_file_read(const Draft *ours);
void their_file_free(TheirFile *file); /* NULL is allowed */

#endif
