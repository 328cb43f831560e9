#include "ui/command.h"

#include <assert.h>

#include "ui/keys.h"

enum {
    MENU = 1 << INPUT_CONTEXT_MENU,
    BOARD = 1 << INPUT_CONTEXT_BOARD,
    QUESTION = 1 << INPUT_CONTEXT_QUESTION,
    TEXT = 1 << INPUT_CONTEXT_TEXT,
    MANY = 1 << INPUT_CONTEXT_MANY,
    MENUS = MENU | TEXT,
    QUESTIONS = QUESTION | MANY,
    ALL = MENUS | BOARD | QUESTIONS
};

typedef struct {
    const char *name, *label;
    int by_key, by_pad; /* contexts */
    Binding binding;
} CommandRow;

#define TILE(number, key)                                                                                    \
    {                                                                                                        \
        "tile-" #number, "Tile " #number, BOARD, BOARD,                                                      \
        {                                                                                                    \
            {key, KEY_NONE}, PAD_NONE                                                                        \
        }                                                                                                    \
    }

/* Face buttons answer by position: 1 left, 2 up, 3 down, 4 right. */
static const CommandRow rows[COMMAND_COUNT] = {
    [COMMAND_NONE] = {"none", "Nothing", 0, 0, {{KEY_NONE, KEY_NONE}, PAD_NONE}},
    [COMMAND_UP] = {"up", "Up", ALL, ALL, {{KEY_UP, KEY_NONE}, PAD_UP}},
    [COMMAND_DOWN] = {"down", "Down", ALL, ALL, {{KEY_DOWN, KEY_NONE}, PAD_DOWN}},
    [COMMAND_LEFT] = {"left", "Left", ALL, ALL, {{KEY_LEFT, KEY_NONE}, PAD_LEFT}},
    [COMMAND_RIGHT] = {"right", "Right", ALL, ALL, {{KEY_RIGHT, KEY_NONE}, PAD_RIGHT}},
    [COMMAND_CONFIRM] = {"confirm", "Pick", ALL, ALL & ~QUESTION, {{KEY_ENTER, KEY_PAD_ENTER}, PAD_A}},
    [COMMAND_BACK] = {"back", "Back", MENUS, MENUS | BOARD, {{KEY_ESCAPE, KEY_NONE}, PAD_B}},
    [COMMAND_PAUSE] =
        {"pause", "Pause", BOARD | QUESTIONS, BOARD | QUESTIONS, {{KEY_ESCAPE, KEY_P}, PAD_START}},
    [COMMAND_NEXT] = {"next", "Next", QUESTIONS, QUESTIONS, {{KEY_SPACE, KEY_NONE}, PAD_RB}},
    [COMMAND_PAGE_PREVIOUS] = {"page-previous", "Page back", MENUS, MENUS, {{KEY_PAGE_UP, KEY_NONE}, PAD_LB}},
    [COMMAND_PAGE_NEXT] = {"page-next", "Page on", MENUS, MENUS, {{KEY_PAGE_DOWN, KEY_NONE}, PAD_RB}},
    [COMMAND_PLAYER] = {"player", "Switch player", MENU, MENUS, {{KEY_TAB, KEY_NONE}, PAD_Y}},
    [COMMAND_RESTART] =
        {"restart", "Restart", BOARD | QUESTIONS, BOARD | QUESTIONS, {{KEY_F5, KEY_NONE}, PAD_NONE}},
    [COMMAND_GIVE_UP] =
        {"give-up", "Give up", BOARD | QUESTIONS, BOARD | QUESTIONS, {{KEY_NONE, KEY_NONE}, PAD_NONE}},
    [COMMAND_MUTE] = {"mute", "Mute", ALL, ALL, {{KEY_F10, KEY_NONE}, PAD_NONE}},
    [COMMAND_FULLSCREEN] = {"fullscreen", "Full screen", ALL, ALL, {{KEY_F11, KEY_NONE}, PAD_NONE}},
    [COMMAND_OPTION_1] = {"option-1", "Option 1", QUESTIONS, QUESTION, {{KEY_1, 89}, PAD_X}},
    [COMMAND_OPTION_2] = {"option-2", "Option 2", QUESTIONS, QUESTION, {{KEY_2, 90}, PAD_Y}},
    [COMMAND_OPTION_3] = {"option-3", "Option 3", QUESTIONS, QUESTION, {{KEY_3, 91}, PAD_A}},
    [COMMAND_OPTION_4] = {"option-4", "Option 4", QUESTIONS, QUESTION, {{KEY_4, 92}, PAD_B}},
    [COMMAND_OPTION_5] = {"option-5", "Option 5", QUESTIONS, QUESTION, {{KEY_5, 93}, PAD_NONE}},
    [COMMAND_OPTION_6] = {"option-6", "Option 6", QUESTIONS, QUESTION, {{KEY_6, 94}, PAD_NONE}},
    [COMMAND_TILE_FIRST] = TILE(1, KEY_1),
    [COMMAND_TILE_FIRST + 1] = TILE(2, KEY_2),
    [COMMAND_TILE_FIRST + 2] = TILE(3, KEY_3),
    [COMMAND_TILE_FIRST + 3] = TILE(4, KEY_4),
    [COMMAND_TILE_FIRST + 4] = TILE(5, KEY_5),
    [COMMAND_TILE_FIRST + 5] = TILE(6, KEY_6),
    [COMMAND_TILE_FIRST + 6] = TILE(7, KEY_Q),
    [COMMAND_TILE_FIRST + 7] = TILE(8, KEY_W),
    [COMMAND_TILE_FIRST + 8] = TILE(9, KEY_E),
    [COMMAND_TILE_FIRST + 9] = TILE(10, KEY_R),
    [COMMAND_TILE_FIRST + 10] = TILE(11, KEY_T),
    [COMMAND_TILE_FIRST + 11] = TILE(12, KEY_Y),
    [COMMAND_TILE_FIRST + 12] = TILE(13, KEY_A),
    [COMMAND_TILE_FIRST + 13] = TILE(14, KEY_S),
    [COMMAND_TILE_FIRST + 14] = TILE(15, KEY_D),
    [COMMAND_TILE_FIRST + 15] = TILE(16, KEY_F),
    [COMMAND_TILE_FIRST + 16] = TILE(17, KEY_G),
    [COMMAND_TILE_FIRST + 17] = TILE(18, KEY_H),
    [COMMAND_TILE_FIRST + 18] = TILE(19, KEY_Z),
    [COMMAND_TILE_FIRST + 19] = TILE(20, KEY_X),
    [COMMAND_TILE_FIRST + 20] = TILE(21, KEY_C),
    [COMMAND_TILE_FIRST + 21] = TILE(22, KEY_V),
    [COMMAND_TILE_FIRST + 22] = TILE(23, KEY_B),
    [COMMAND_TILE_LAST] = TILE(24, KEY_N),
};

static const CommandRow *row(Command command)
{
    assert(command < COMMAND_COUNT);
    return &rows[command];
}

bool command_is_in(Command command, InputContext context)
{
    return row(command)->by_key >> context & 1;
}

bool command_is_in_by_pad(Command command, InputContext context)
{
    return row(command)->by_pad >> context & 1;
}

bool command_meets(Command a, Command b)
{
    return row(a)->by_key & row(b)->by_key;
}

bool command_meets_by_pad(Command a, Command b)
{
    return row(a)->by_pad & row(b)->by_pad;
}

Binding command_default(Command command)
{
    return row(command)->binding;
}

const char *command_name(Command command)
{
    return row(command)->name;
}

const char *command_label(Command command)
{
    return row(command)->label;
}

Command command_find(Str name)
{
    for (int c = COMMAND_NONE + 1; c < COMMAND_COUNT; c++) {
        if (str_is(name, str_of(rows[c].name))) return (Command)c;
    }
    return COMMAND_NONE;
}
