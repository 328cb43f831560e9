/* Saves a draft of many cards on a thread of its own: no frame waits for the text of 100,000 cards, nor for
   what another program made of the file to be read. While it goes on nobody else may look at the draft. */
#ifndef MATCHWICK_APP_DRAFT_SAVER_H
#define MATCHWICK_APP_DRAFT_SAVER_H

#include "app/their_file.h"

typedef struct DraftSaver DraftSaver;

typedef struct {
    DraftSaved how;
    Err err;
    TheirFile *theirs; /* of DRAFT_CHANGED_OUTSIDE; the caller's to free */
} DraftSaveDone;

/* At once, on this thread. */
DraftSaveDone draft_save_now(Draft *draft, bool is_forced);
/* `wake` is called from the thread when it is done. */
DraftSaver *draft_saver_open(Draft *draft, bool is_forced, void (*wake)(void *self), void *self);
bool draft_saver_is_done(DraftSaver *saver);
/* Waits for it. */
DraftSaveDone draft_saver_close(DraftSaver *saver);

#endif
