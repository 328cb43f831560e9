/* What the leaderboard knows, shared by its files. */
#ifndef MATCHWICK_SCREENS_LEADERBOARD_STATE_H
#define MATCHWICK_SCREENS_LEADERBOARD_STATE_H

#include "screens/screen.h"

#define LEADERBOARD_PODIUM 3

/* A deck that can be chosen: it has runs, or the screen was opened from it. */
typedef struct {
    Str id, title;
    int64_t runs;
} LeaderboardDeck;

typedef struct {
    LeaderboardDeck *decks; /* the one played last first */
    int deck_count, deck;   /* deck: index of the chosen one; -1 while there is none */
    StoreBoard *boards;     /* of deck and variant, the one played last first */
    Str *words;             /* of each board: its setup and category */
    int board_count, board; /* board: index of the chosen one; -1 while there is none */
    StoreRun *runs;         /* of the chosen board and period, from the best */
    int run_count;
    int own; /* index of the player's best run in `runs`; -1: none */
    /* What was chosen: stays when the lists are read again. */
    bool is_begun;
    Variant variant;
    StorePeriod period;
    char deck_id[256];
    char board_key[512]; /* empty: the one played last */
    bool are_decks_open, are_setups_open, is_clear_asked, is_own_wanted;
} LeaderboardState;

/* Decks, boards of the chosen one, runs of the chosen board: what is listed (leaderboard_load.c). */
void leaderboard_load(void *state, Arena *arena, const Model *model, Str argument);
/* Cuts what does not fit. */
void leaderboard_keep(char *to, size_t room, Str text);
/* One text for a board, to find it again. */
Str leaderboard_board_key(const StoreBoard *board, Arena *arena);

/* How many runs the podium takes off the list: 3 where there are more than three and there is room. */
int leaderboard_on_podium(const Ui *ui, const LeaderboardState *board);
/* The first three as stacks of cards. */
void leaderboard_podium_put(Ui *ui, LeaderboardState *board, const Model *model, Rect area);
/* The table, from the first that is not on the podium alone. */
void leaderboard_list_put(Ui *ui, LeaderboardState *board, const Model *model, Rect area);

/* The dialogs, while they are open: which deck, which setup, and the question before a board is cleared. */
Intent leaderboard_decks_put(Ui *ui, LeaderboardState *board);
Intent leaderboard_setups_put(Ui *ui, LeaderboardState *board);
Intent leaderboard_clear_put(Ui *ui, LeaderboardState *board);

#endif
