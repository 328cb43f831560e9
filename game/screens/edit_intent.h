/* What the editor's screens ask for in an INTENT_EDIT. `number` is a card's place unless something else is
   said; what is done to cards is done to those that are marked, or to that one where none is. */
#ifndef MATCHWICK_SCREENS_EDIT_INTENT_H
#define MATCHWICK_SCREENS_EDIT_INTENT_H

#include "edit/draft.h"
#include "screens/intent.h"

typedef enum {
    EDIT_TYPE, /* part, other: which of its list; text: what it says now. A place behind the list's end adds
                */
    EDIT_REST, /* typing in that card has come to rest: what is empty in its lists goes */
    EDIT_NEW,  /* a card behind that one */
    EDIT_DELETE,
    EDIT_MOVE_UP,
    EDIT_MOVE_DOWN,
    EDIT_TAG,      /* text */
    EDIT_UNTAG,    /* text */
    EDIT_MARK,     /* that card, or not any more */
    EDIT_MARK_TO,  /* from `number` to `other`, of those that are found, and no others */
    EDIT_MARK_ALL, /* that are found; where all are: none */
    EDIT_FIND,     /* text: words; cards: tags, as texts */
    EDIT_UNDO,
    EDIT_REDO,
    EDIT_SAVE,
    EDIT_LEAVE, /* the editor; asks first where something is not saved */
    EDIT_STAY,
    EDIT_SAVE_AND_LEAVE,
    EDIT_DROP_AND_LEAVE,
    EDIT_TAKE_UP, /* the changes that were kept */
    EDIT_THROW_AWAY,
    /* Of a conflict; `number`: a card of its diff, or an EditChoice */
    EDIT_CHOOSE,     /* other: take theirs */
    EDIT_CHOOSE_ALL, /* other: take theirs */
    EDIT_SETTLE      /* saves what was chosen over the other program's file */
} EditWish;

/* What may differ beside the cards. */
typedef enum { EDIT_CHOICE_HEAD = -1, EDIT_CHOICE_ORDER = -2 } EditChoice;

typedef enum {
    EDIT_TERM,
    EDIT_DEFINITION,
    EDIT_WORDING, /* with `other`, as the next two */
    EDIT_ACCEPT,
    EDIT_DISTRACTOR,
    EDIT_HINT,
    EDIT_HEAD /* of the deck itself; other: an EditHead */
} EditPart;

typedef enum {
    EDIT_HEAD_TITLE,
    EDIT_HEAD_DESCRIPTION,
    EDIT_HEAD_AUTHOR,
    EDIT_HEAD_LICENSE,
    EDIT_HEAD_SOURCE,
    EDIT_HEAD_TERM_LANGUAGE,
    EDIT_HEAD_DEFINITION_LANGUAGE,
    EDIT_HEAD_COUNT
} EditHead;

static inline Intent edit_intent(EditWish wish, int64_t number)
{
    return (Intent){.kind = INTENT_EDIT, .input = (int32_t)wish, .number = number};
}

/* What the draft says there; empty where there is nothing. */
Str edit_text_of(const Draft *draft, uint32_t card, EditPart part, uint32_t index);
/* How many there are of a list. */
uint32_t edit_part_count(const DeckCard *card, EditPart part);

#endif
