/* What a draft is made of; for this folder's own files. A card that was ever in the draft is an item and
   keeps its number; `order` says which stand where. What a card says is a state: each change makes a new one,
   and the steps of undo name states and items alone. */
#ifndef MATCHWICK_EDIT_DRAFT_MODEL_H
#define MATCHWICK_EDIT_DRAFT_MODEL_H

#include "base/json.h"
#include "base/str_table.h"
#include "deck/fingerprint.h"
#include "edit/card_fields.h"
#include "edit/draft.h"
#include "edit/draft_frame.h"

typedef struct DraftState DraftState;
struct DraftState {
    DeckCard card;
    DraftState *older; /* of the same item: an id given at saving goes to all of them */
    Str folded;        /* its texts and tags for the search; see draft_look.h for these */
    const uint32_t *numbers;
    uint32_t pair;
};

typedef enum { ID_UNKNOWN, ID_WRITTEN, ID_LEFT_OUT } DraftIdText;

typedef struct {
    DraftState *now, *newest;
    const DraftState *saved; /* what `text` says; NULL: it was never in a file */
    Str text;                /* the card's object as the file has it */
    Str gap;                 /* what stands before it there, the comma too; empty: it was the first */
    DraftIdText id_text;
    uint32_t next_of_id; /* another that has the same id and is never in the order with it; DECK_NO_CARD */
    bool is_in;
    bool is_apart; /* `text` and `gap` lie in the draft's arena: the file lacks the card */
} DraftItem;

typedef enum { CHANGE_IN, CHANGE_OUT, CHANGE_CARD, CHANGE_HEAD } DraftChangeKind;

typedef struct {
    uint32_t place, item;
} DraftSpot;

typedef struct DraftChange DraftChange;
struct DraftChange {
    DraftChange *previous, *next; /* of the step */
    DraftChangeKind kind;
    const DraftSpot *spots; /* in, out: rising places in the order that has them */
    size_t count;
    uint32_t item; /* card */
    DraftState *before, *after;
    const DeckHead *head_before, *head_after;
};

typedef struct {
    Str name;
    DraftChange *first, *last;
} DraftStep;

#define DRAFT_NEVER SIZE_MAX

/* The file as it was read or saved last. */
typedef struct {
    Arena arena;
    Str text; /* empty: it is new */
    DraftFrame frame;
} DraftFile;

/* Made when first asked for, and kept up to date behind a draft that is only looked at. */
typedef struct DraftIds DraftIds;
typedef struct DraftLook DraftLook;

struct Draft {
    Arena arena;
    Deck *deck; /* owns the texts of the cards that were read; may be NULL */
    const char *save_path;
    bool is_file_known; /* was there a file at the save path, and what it was */
    uint8_t known[FINGERPRINT_BYTES];
    DraftFile file;

    const DeckHead *head;
    DraftItem *items;
    uint32_t item_count;
    size_t item_room;
    uint32_t *order;
    uint32_t count;
    size_t order_room;
    uint64_t version;

    DraftStep *steps;
    size_t step_count, step_room;
    size_t done;                 /* steps that are made; those behind can be redone */
    size_t saved;                /* how many were when it was saved; DRAFT_NEVER */
    bool is_group, is_step_open; /* of a group: has it a step yet */
    Str group_name;
    bool is_typing; /* the last change may grow */

    uint32_t first_items; /* that it was opened with */
    DraftIds *ids;
    DraftLook *look;
};

/* Room for `needed`, doubled as it grows; what was there stays in the arena. */
void *draft_grow(Arena *arena, void *old, size_t *room, size_t needed, size_t size);

static inline DraftItem *draft_item(const Draft *draft, uint32_t card)
{
    return &draft->items[draft->order[card]];
}

/* A new item out of the order; its card is copied. */
uint32_t draft_add_item(Draft *draft, const DeckCard *card, Str id);
/* A state that the item may go over to. */
DraftState *draft_add_state(Draft *draft, uint32_t item, const DeckCard *card);
const DeckHead *draft_copy_head(Draft *draft, const DeckHead *head);

/* --- draft_step.c --- */

/* Makes the change, as part of the open group or as a step of this name. */
void draft_make(Draft *draft, Str name, const DraftChange *change);
/* Opens a group unless one is open: true if it is the caller's to end. */
bool draft_begin_if_alone(Draft *draft, Str what);

/* --- draft_change.c --- */

/* Do the two say the same of a deck? The ids are not looked at. */
bool draft_head_is(const DeckHead *a, const DeckHead *b);

/* --- draft_ids.c --- */

DraftIds *draft_ids_open(void);
void draft_ids_close(DraftIds *ids);
/* The one that is in the order; DECK_NO_CARD. */
uint32_t draft_item_in_order(const Draft *draft, Str id);
/* `id` if it can be one and no card in the order has it, else empty. */
Str draft_free_id(const Draft *draft, Str id);
/* To all states of an item that has none. */
void draft_give_id(Draft *draft, uint32_t item, Str id);

typedef struct {
    Str id;
    bool is_written; /* the file must say it */
} DraftIdPlan;

/* The ids that cards have once saved, by place; of blank cards none. */
DraftIdPlan *draft_plan_ids(Draft *draft, Arena *arena);

/* --- draft_check.c --- */

/* DRAFT_NO_TERM, DRAFT_NO_DEFINITION, DRAFT_TOO_BIG. */
unsigned draft_card_faults(const DeckCard *card);
/* False with what keeps it from being saved; `number` counts from 1. */
NODISCARD bool draft_check_head(const DeckHead *head, Err *err);
NODISCARD bool draft_check_card(const DeckCard *card, size_t number, Err *err);
NODISCARD bool draft_check_count(size_t cards, Err *err);
NODISCARD bool draft_check_size(Str text, Err *err);
/* All of them; blank cards are left out. */
NODISCARD bool draft_is_whole(const Draft *draft, Err *err);

/* --- draft_text.c --- */

typedef struct {
    size_t from, to; /* of the card's object; equal: it is left out */
    size_t gap;      /* where what stands before it begins */
} DraftSpan;

typedef struct {
    Str text;
    DraftSpan *spans; /* by place */
    DraftIdPlan *ids;
} DraftText;

NODISCARD bool draft_write(Draft *draft, Arena *arena, DraftText *out, Err *err);

/* --- deck_text.c --- */

/* A file like a deck's of cards that may lack a side; where one does it is none that a deck may have. */
Str deck_text_of_halves(const DeckHead *head, const DeckCard *cards, size_t count, Arena *arena);

/* --- draft_file.c --- */

/* Finds the array of cards in the file's text and gives the items, which are those of the array in order,
   their texts. */
void draft_split_file(Draft *draft);
/* The file is this text now; the draft keeps a copy. */
void draft_install(Draft *draft, const DraftText *text);
/* The file at the save path, which another program wrote, is what will be changed: its layout stays, and what
   it has of cards that are in the draft too. Nothing happens where it is no deck. */
void draft_adopt_file(Draft *draft);

#endif
