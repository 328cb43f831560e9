#include "screens/board.h"

#define LARGE_TEXT_PERCENT     200
#define LARGE_TEXT_BOARD       4
#define LARGE_TEXT_DECOY_BOARD 3

uint32_t board_suited(uint32_t board, Variant variant, int text_percent)
{
    if (text_percent < LARGE_TEXT_PERCENT) return board;
    uint32_t most = variant == VARIANT_DECOY ? LARGE_TEXT_DECOY_BOARD : LARGE_TEXT_BOARD;
    return board < most ? board : most;
}

uint32_t board_columns(uint32_t places)
{
    if (places <= 12) return 4;
    return places <= 20 ? 5 : 6;
}

uint32_t board_rows(uint32_t places)
{
    uint32_t columns = board_columns(places);
    return (places + columns - 1) / columns;
}

Command board_command(uint32_t places, uint32_t place)
{
    uint32_t columns = board_columns(places);
    return (Command)(COMMAND_TILE_FIRST + place / columns * BOARD_KEY_COLUMNS + place % columns);
}
