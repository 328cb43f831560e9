/* A deck file without its cards: what stands around them. For this folder's own files. */
#ifndef MATCHWICK_EDIT_DRAFT_FRAME_H
#define MATCHWICK_EDIT_DRAFT_FRAME_H

#include "edit/splice.h"

typedef struct {
    Str before, after;       /* the brackets of the array of cards belong to neither */
    Str first_gap, last_gap; /* behind [ and before ] */
} DraftFrame;

/* Of an accepted deck file; `cards`: its array. The gaps are left to who looks through that. */
DraftFrame draft_frame_of(Str text, Str *cards);
/* Of a new file, in the layout of the decks that come with the game, and the style of cards in it. */
DraftFrame draft_frame_new(void);
SpliceStyle draft_frame_new_style(Arena *arena);
/* What stands before a later card where no other shows it. */
Str draft_frame_comma(const DraftFrame *frame, Arena *arena);
/* The frame with this head. `stem`: of the file's name, which is the deck's id where the file says none;
   empty where it shall say it. */
void draft_frame_set_head(DraftFrame *frame, const DeckHead *head, Str stem, Arena *arena);

#endif
