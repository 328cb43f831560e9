/* Reading a deck file (format 1) with every error's place. See decks/deck.schema.json. */
#ifndef MATCHWICK_DECK_DECK_READ_H
#define MATCHWICK_DECK_DECK_READ_H

#include "base/arena.h"
#include "deck/deck.h"

typedef struct {
    bool is_warning;
    int line, column; /* from 1; 0 where the file as a whole is meant (cannot be opened, too big) */
    char text[384];   /* "what, and what would be right" */
} DeckProblem;

#define DECK_MAX_PROBLEMS 20 /* errors and warnings each */

typedef struct {
    DeckProblem problems[2 * DECK_MAX_PROBLEMS]; /* in the order of their places */
    int count, errors, warnings;                 /* errors and warnings count on beyond what is listed */
} DeckReport;

/* Reads and checks. NULL if there was an error; `report` (may be NULL) then has at least one. `id_if_absent`
   is the file's stem. The caller owns one count of the deck. */
Deck *deck_read_text(Str text, Str id_if_absent, DeckReport *report);
Deck *deck_read_file(const char *path, DeckReport *report);
/* "FILE:LINE:COLUMN: error: TEXT" */
Str deck_problem_line(Arena *arena, const char *path, const DeckProblem *problem);

#endif
