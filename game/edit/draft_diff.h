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

/* Of the diff what is taken of theirs, by its cards: the others stay what they are in ours. All stay where
   they are in ours, too, unless `takes_order`. */
Diff diff_choose(const Diff *diff, const bool *takes_theirs, bool takes_order, Arena *arena);

#define DIFF_ORDER_SHOWN 6

/* From where on the cards that are in both stand in another order, each as its place in the diff. */
typedef struct {
    bool has_before;
    size_t before;                                           /* the last one that stands alike */
    size_t ours[DIFF_ORDER_SHOWN], theirs[DIFF_ORDER_SHOWN]; /* the first ones behind it */
    size_t count;                                            /* of each of them */
    bool goes_on;                                            /* there are more behind */
} DiffOrder;

/* Of a diff that is_moved. */
DiffOrder diff_order(const Diff *diff, Arena *scratch);

/* Makes the draft what `theirs` is, as one step: new cards come in where they stand there, the others stand
   in their order, changed ones get the fields named, ids stay. Gone cards stay unless `removes_gone`.
   Within a group it is part of that. */
void diff_apply(Draft *ours, const DeckCard *theirs, const Diff *diff, bool removes_gone, Str what);

#endif
