#include "screens/board.h"

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
