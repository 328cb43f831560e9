/* What two states of a deck differ in: a draft and its file that another program wrote, or a deck and a newer
   file of it that is imported. */
#ifndef MATCHWICK_EDIT_DRAFT_DIFF_H
#define MATCHWICK_EDIT_DRAFT_DIFF_H

#include "edit/card_fields.h"
#include "edit/draft.h"

typedef enum { DIFF_SAME, DIFF_NEW, DIFF_CHANGED, DIFF_GONE } DiffKind;

typedef struct {
    DiffKind kind;
    uint32_t ours, theirs; /* DECK_NO_CARD where it is only on the other side */
    unsigned fields;       /* of DIFF_CHANGED: CardField */
} DiffCard;

typedef struct {
    DiffCard *cards; /* theirs in order, each gone one after the one it followed */
    size_t count;
    size_t fresh, changed, gone, same;
    bool is_moved;    /* cards that are in both stand in another order */
    uint64_t version; /* of the draft; after any change of it the diff is to be made anew */
} Diff;

/* `theirs`: the cards of the other state. Cards belong together by their id; those of an id that the other
   side lacks, or of none, by the folded term and definition, then by a term, then by a definition that only
   one such card has on each side. Cards of the draft that are quite blank are left out. `fields`:
   what `theirs` can say at all; the rest counts as equal. */
Diff diff_make(const Draft *ours, const DeckCard *theirs, size_t count, unsigned fields, Arena *arena);

/* Of the diff what is taken of theirs, by its cards: the others stay what and where they are in ours. */
Diff diff_choose(const Diff *diff, const bool *takes_theirs, Arena *arena);

/* Makes the draft what `theirs` is, as one step: new cards come in where they stand there, the others stand
   in their order, changed ones get the fields named, ids stay. Gone cards stay unless `removes_gone`.
   Within a group it is part of that. */
void diff_apply(Draft *ours, const DeckCard *theirs, const Diff *diff, bool removes_gone, Str what);

#endif
