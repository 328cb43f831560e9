/* A screen's head: the cap that goes back, the title, something to the right, the player's chip. */
#ifndef MATCHWICK_UI_HEADER_H
#define MATCHWICK_UI_HEADER_H

#include "ui/ui.h"

typedef struct {
    Str title;
    Str rest;       /* after it, muted: "/ 108"; may be empty */
    bool has_back;  /* Esc, B, the cap itself */
    UiTrigger back; /* what goes back instead, where B answers; zero: COMMAND_BACK */
    Str note;       /* before the chip: "6 decks"; may be empty */
    Str pill;       /* behind the note, marked: "12 due"; may be empty */
    Str player;     /* empty: no chip */
    int player_color;
    bool can_switch; /* the chip is a button, on COMMAND_PLAYER */
} Header;

typedef enum { HEADER_NOTHING, HEADER_BACK, HEADER_PLAYER } HeaderAnswer;

HeaderAnswer header_put(Ui *ui, Rect area, const Header *header);
/* The chip alone, its right end at the area's; true when activated. */
bool header_player_chip(Ui *ui, Rect area, Str name, int color, bool can_switch);
float header_player_chip_width(Ui *ui, Str name, bool can_switch);

#endif
