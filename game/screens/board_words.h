/* A leaderboard's setup and category in plain words. */
#ifndef MATCHWICK_SCREENS_BOARD_WORDS_H
#define MATCHWICK_SCREENS_BOARD_WORDS_H

#include "store/store.h"

/* "18 pairs, six at a time, tags: europe or asia, relaxed". From the canonical text of play/setup.h; parts
   that it does not know are left out. In the arena. */
Str board_words(const BoardKey *board, Arena *arena);

#endif
