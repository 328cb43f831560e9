/* How tiles come on to the board of a match round: from the dealer, or from a replay's record. Inside play
   only. */
#ifndef MATCHWICK_PLAY_MATCH_BOARD_H
#define MATCHWICK_PLAY_MATCH_BOARD_H

#include "play/match.h"

/* Deals the next whole board. False when there is none. */
bool match_board_deal(MatchRound *round, EventList *events);
/* Blitz: fills the two places that a match has freed, and those that stayed empty before. */
void match_board_replace(MatchRound *round, uint32_t first_tile, uint32_t second_tile, EventList *events);

#endif
