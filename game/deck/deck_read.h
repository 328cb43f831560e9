/* Reading a deck file (format 1) with every error's place. See decks/deck.schema.json. */
#ifndef MATCHWICK_DECK_DECK_READ_H
#define MATCHWICK_DECK_DECK_READ_H

#include "base/arena.h"
#include "deck/deck.h"

#define DECK_FORMAT         1
#define DECK_MAX_PROBLEMS   20  /* errors and warnings each */
#define DECK_MAX_TILE_CHARS 240 /* code points; longer is "too long for a tile" */

typedef struct {
    bool is_warning;
    int line, column; /* from 1, columns in code points; 0 where the file as a whole is meant */
    char text[384];   /* "what, and what would be right" */
} DeckProblem;

typedef struct {
    DeckProblem problems[2 * DECK_MAX_PROBLEMS]; /* in the order of their places */
    int count, errors, warnings;                 /* errors and warnings count on beyond what is listed */
} DeckReport;

/* Reads and checks. NULL if there was an error; `report` (may be NULL) is set anew and then has at least one
   error. `id_if_absent` is the file's stem. The caller owns one count of the deck. Without an error what is
   doubtful is looked for too and told as warnings; without a report it is not. */
Deck *deck_read_text(Str text, Str id_if_absent, DeckReport *report);
Deck *deck_read_file(const char *path, DeckReport *report);
/* As deck_read_file, for playing: errors are told, warnings not looked for, which would take longer than the
   reading. */
Deck *deck_load_file(const char *path, DeckReport *report);
/* As deck_load_file; the file's text stays in the arena, for those who will write it back. */
Deck *deck_load_text(const char *path, Arena *arena, Str *text, DeckReport *report);

/* "FILE:LINE:COLUMN: error: TEXT", without the place where the file as a whole is meant. */
Str deck_problem_line(Arena *arena, const char *path, const DeckProblem *problem);
/* A name that ends in `.json`, but not in `.schema.json`. */
bool deck_is_deck_file(Str path);
/* The file's name without folders and without its ending: the id of a deck that has none. */
Str deck_file_stem(Str path);

#endif
