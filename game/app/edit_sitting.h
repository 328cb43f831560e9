/* What the app keeps of the deck that is being changed. */
#ifndef MATCHWICK_APP_EDIT_SITTING_H
#define MATCHWICK_APP_EDIT_SITTING_H

#include "app/draft_keeper.h"
#include "app/draft_saver.h"
#include "app/loaded_draft.h"
#include "edit/draft_diff.h"
#include "screens/edit_intent.h"

/* Where something was typed last. */
typedef struct {
    bool is_there;
    uint32_t card, index;
    EditPart part;
} EditPlace;

/* When the draft is kept next; times are monotonic. */
typedef struct {
    uint64_t seen;                /* the draft's version that was seen last */
    bool is_due;                  /* it has changed since it was kept, */
    int64_t since_ms, changed_ms; /* first and last */
    bool is_there;                /* something was kept that is not saved */
} KeepState;

typedef struct {
    Loader *loader;      /* of the draft; as long as the app, */
    DraftKeeper *keeper; /* as this is */
    KeepState keep;
    LoadedDraft *kept;   /* asked about; NULL: nothing */
    char new_title[256]; /* of the deck that was wanted when something was kept of another new one */
    int64_t opened_ms;   /* monotonic */
    Draft *draft;        /* NULL: none */
    char deck_id[256], wanted[256]; /* wanted: the id of the card to begin with */
    EditPlace typed;
    DraftSaver *saver; /* NULL: no save is going on */
    int64_t shown;     /* the card whose form was, as it was saved; -1: the deck's */
    bool leaves;       /* once it is saved, which a conflict may delay */
    Arena marks;       /* of `is_marked` */
    bool *is_marked;
    uint32_t mark_count; /* of the places in it */
    Arena found;         /* of words, tags and what was found by them */
    Str words, *tags;
    size_t tag_count;
    TheirFile *theirs; /* of a conflict */
    bool *takes_theirs;
} EditSitting;

#endif
