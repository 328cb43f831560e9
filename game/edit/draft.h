/* A deck while it is being changed. A draft holds the cards of one deck file in their order, every change as
   a step that can be taken back and made again without limit, and the file's own text, so that saving writes
   back only what differs: unknown members, order of members, indentation and line ends stay.

   A card is a DeckCard value whose texts live as long as the draft; it is never changed in place, so a view
   that a screen holds stays valid. Cards are named by their place, 0 .. draft_count - 1. A card's id is kept
   through every change, also where the file leaves it out and it was made from the term: what is known of the
   card hangs on it. A new card gets its id when the draft is saved, by the rule of formats.md; that alone is
   set in cards that were handed out. Texts that come in are UTF-8 without U+0000. Blank items of lists may
   stand in a draft while they are typed; they are not written.

   A draft belongs to one thread at a time. It does not touch the file until it is saved. */
#ifndef MATCHWICK_EDIT_DRAFT_H
#define MATCHWICK_EDIT_DRAFT_H

#include "base/arena.h"
#include "base/err.h"
#include "deck/deck_build.h"
#include "deck/deck_read.h"

typedef struct Draft Draft;

/* Reads the deck file at `path`. `save_path`: where it will be saved, another place for a shipped deck; NULL:
   the same. NULL with `report` set where the file is no valid deck. */
Draft *draft_open(const char *path, const char *save_path, DeckReport *report);
/* A deck that has no file yet; with no card where `count` is 0. `head->id` is its id;
   that of the file's name where it is empty. */
Draft *draft_new(const char *save_path, const DeckHead *head, const DeckCard *cards, size_t count);
void draft_close(Draft *draft); /* NULL is allowed */

uint32_t draft_count(const Draft *draft);
const DeckCard *draft_card(const Draft *draft, uint32_t card);
const DeckHead *draft_head(const Draft *draft);
uint32_t draft_find(const Draft *draft, Str id); /* DECK_NO_CARD */
const char *draft_save_path(const Draft *draft);
/* Goes up with every change, undo and redo. */
uint64_t draft_version(const Draft *draft);
/* Does it differ from what was opened or saved last? */
bool draft_is_changed(const Draft *draft);

/* --- changes; each is one step, except between draft_begin and draft_end, which make one of many --- */

/* `what`: of undo, for people: "delete 3 cards". Nests not. */
void draft_begin(Draft *draft, Str what);
void draft_end(Draft *draft);
/* Before the card `at`; draft_count: at the end. Texts are copied; an id that is there already is dropped. */
void draft_insert(Draft *draft, uint32_t at, const DeckCard *cards, size_t count);
/* Other texts and tags; the id stays, whatever `with` says. The same card replaced again and again is one
   step until draft_seal or another change: typing a word is one undo. */
void draft_replace(Draft *draft, uint32_t card, const DeckCard *with);
void draft_seal(Draft *draft);
/* `cards` rise. */
void draft_remove(Draft *draft, const uint32_t *cards, size_t count);
/* They come to stand, in their order, before the card that is at `before` now (draft_count: at the end). */
void draft_move(Draft *draft, const uint32_t *cards, size_t count, uint32_t before);
/* A card that has as many tags as it may have keeps them; returns how many cards changed. */
size_t draft_add_tag(Draft *draft, const uint32_t *cards, size_t count, Str tag);
size_t draft_remove_tag(Draft *draft, const uint32_t *cards, size_t count, Str tag);
/* The id stays. Changed again and again it is one step too. */
void draft_set_head(Draft *draft, const DeckHead *head);

bool draft_undo(Draft *draft);
bool draft_redo(Draft *draft);
/* What the next undo or redo is about; empty: there is none. */
Str draft_undo_name(const Draft *draft);
Str draft_redo_name(const Draft *draft);

/* --- looking --- */

/* What `check` would say of this card, and what would keep it from being saved. */
typedef enum {
    DRAFT_NO_TERM = 1 << 0, /* the first three cannot be saved */
    DRAFT_NO_DEFINITION = 1 << 1,
    DRAFT_TOO_BIG = 1 << 2,       /* a text over DECK_MAX_TEXT_BYTES, or too many tags */
    DRAFT_LONG_FOR_TILE = 1 << 3, /* over DECK_MAX_TILE_CHARS */
    DRAFT_TWICE = 1 << 4,         /* another card has this term and definition */
    DRAFT_UNUSABLE = 1 << 5       /* clashes with every other card: no variant can use it */
} DraftDoubt;

/* A card that is quite blank is not saved and has none. Of a deck of many thousand cards the last is looked
   for again only when typing rests (draft_seal). */
unsigned draft_doubts(const Draft *draft, uint32_t card);

/* Cards whose texts or tags have all the words, folded, and all the tags; in order. */
size_t draft_search(const Draft *draft, Str words, const Str *tags, size_t tag_count, Arena *arena,
                    uint32_t **out);
/* The different tags, those of the most cards first. */
typedef struct {
    Str name;
    uint32_t cards;
} DraftTag;
size_t draft_tags(const Draft *draft, Arena *arena, DraftTag **out);

/* --- saving --- */

typedef enum {
    DRAFT_SAVED,
    DRAFT_INVALID,         /* err: which card, and what it lacks */
    DRAFT_CHANGED_OUTSIDE, /* another program has written the file since: nothing was written */
    DRAFT_NOT_WRITTEN      /* err: what the system said; the old file is whole */
} DraftSaved;

/* The file's text as it would be saved now, in the arena. Cards without any text are left out. Fails with the
   first card that cannot be saved. */
NODISCARD bool draft_text(Draft *draft, Arena *arena, Str *out, Err *err);
/* Whole and atomically. `is_forced`: over what another program wrote meanwhile; of that
   stays what the game does not know, and its layout. Afterwards the draft is
   unchanged, and undo still goes back beyond. */
DraftSaved draft_save(Draft *draft, bool is_forced, Err *err);

#endif
