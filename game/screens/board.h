/* The grid of a match board: columns by the number of places, and the command (so the key) of each place
 * (rules, "Match"). */
#ifndef MATCHWICK_SCREENS_BOARD_H
#define MATCHWICK_SCREENS_BOARD_H

#include <stdint.h>

#include "play/setup.h"
#include "ui/input.h"

#define BOARD_KEY_COLUMNS 6

/* Up to 12 places 4 columns, up to 15 and 20 5, up to 24 6. */
uint32_t board_columns(uint32_t places);
uint32_t board_rows(uint32_t places);
/* Pairs on a board at this text size: large letters (200 %) leave room for fewer tiles. The setup says so,
   and such rounds rank apart. */
uint32_t board_suited(uint32_t board, Variant variant, int text_percent);
/* The command of a place in reading order: keys lie on the keyboard as tiles lie on the board. */
Command board_command(uint32_t places, uint32_t place);

#endif
