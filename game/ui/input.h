/* Input: what a device did (`InputEvent`, made by the platform) and what it means (`Action`, made from the
   bindings before any screen sees it). A key, a pad button, a mouse button and a finger become the same
   actions. Bindings are a table that a player can change; keys are physical (USB HID usage numbers, as SDL's
   scancodes), so places on the board are places on the keyboard. */
#ifndef MATCHWICK_UI_INPUT_H
#define MATCHWICK_UI_INPUT_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "ui/geom.h"

typedef enum { DEVICE_KEYBOARD, DEVICE_MOUSE, DEVICE_PAD, DEVICE_TOUCH } Device;

/* As SDL_GameControllerButton, by position: A is the lower one. Sticks and triggers are turned into buttons
 * by the platform. */
typedef enum {
    PAD_A,
    PAD_B,
    PAD_X,
    PAD_Y,
    PAD_BACK,
    PAD_GUIDE,
    PAD_START,
    PAD_LEFT_STICK,
    PAD_RIGHT_STICK,
    PAD_LB,
    PAD_RB,
    PAD_UP,
    PAD_DOWN,
    PAD_LEFT,
    PAD_RIGHT,
    PAD_LT,
    PAD_RT,
    PAD_BUTTON_COUNT,
    PAD_NONE = -1
} PadButton;

/* Which glyphs to show for a pad. */
typedef enum { PAD_FAMILY_XBOX, PAD_FAMILY_PLAYSTATION, PAD_FAMILY_NINTENDO } PadFamily;

typedef enum {
    INPUT_NONE,
    INPUT_KEY_DOWN, /* key, mods, is_repeat; text: the key's letter in the layout, may be "" */
    INPUT_KEY_UP,
    INPUT_TEXT,         /* text: what was typed */
    INPUT_TEXT_EDITING, /* text: an input method's composition; cursor in code points */
    INPUT_PAD_DOWN,     /* button; is_repeat for a held direction */
    INPUT_PAD_UP,
    INPUT_POINTER_MOVE, /* at */
    INPUT_POINTER_DOWN, /* at; button 1 left, 2 middle, 3 right; touch: 1 */
    INPUT_POINTER_UP,
    INPUT_WHEEL,      /* at; amount: lines, positive away from the person */
    INPUT_FOCUS_LOST, /* the window lost the keyboard */
    INPUT_FOCUS_GAINED,
    INPUT_RESIZED,
    INPUT_EXPOSED,        /* the window's content is lost: draw all */
    INPUT_LAYOUT_CHANGED, /* keyboard layout: labels differ now */
    INPUT_PADS_CHANGED,   /* one came or went */
    INPUT_DROP,           /* something was dropped on the window: Platform.take_drop has it */
    INPUT_QUIT,
    INPUT_WAKE /* another thread has news */
} InputEventKind;

typedef enum { MOD_SHIFT = 1, MOD_CTRL = 2, MOD_ALT = 4, MOD_GUI = 8 } Mod;

typedef struct {
    InputEventKind kind;
    Device device;
    int64_t time_ms; /* of the event itself, on the platform's monotonic clock */
    int key;         /* HID usage */
    unsigned mods;
    bool is_repeat;
    PadButton button;
    Vec at; /* in units */
    int pointer_button;
    float amount;
    int cursor;
    char text[64]; /* UTF-8; longer pastes come through the clipboard */
} InputEvent;

typedef enum {
    COMMAND_NONE,
    COMMAND_UP,
    COMMAND_DOWN,
    COMMAND_LEFT,
    COMMAND_RIGHT,
    COMMAND_CONFIRM,
    COMMAND_BACK,
    COMMAND_PAUSE,
    COMMAND_NEXT,
    COMMAND_PAGE_PREVIOUS,
    COMMAND_PAGE_NEXT,
    COMMAND_PLAYER, /* switch player */
    COMMAND_RESTART,
    COMMAND_GIVE_UP,
    COMMAND_MUTE,
    COMMAND_FULLSCREEN,
    COMMAND_OPTION_1,
    COMMAND_OPTION_2,
    COMMAND_OPTION_3,
    COMMAND_OPTION_4,
    COMMAND_OPTION_5,
    COMMAND_OPTION_6,
    COMMAND_TILE_FIRST, /* 24 places: rows 1-6, Q-Y, A-H, Z-N */
    COMMAND_TILE_LAST = COMMAND_TILE_FIRST + 23,
    COMMAND_COUNT
} Command;

typedef struct {
    int keys[2];      /* HID usages, 0: none */
    PadButton button; /* PAD_NONE: none */
} Binding;

typedef struct {
    Binding of[COMMAND_COUNT];
} Bindings;

/* What a screen is doing decides which bindings count: board keys only on a board, options only in a
 * question. */
typedef enum {
    INPUT_CONTEXT_MENU,
    INPUT_CONTEXT_BOARD,
    INPUT_CONTEXT_QUESTION,
    INPUT_CONTEXT_TEXT,
    INPUT_CONTEXT_MANY /* a question with 5 or 6 options: the pad confirms the focused one */
} InputContext;

typedef enum {
    ACTION_NONE,
    ACTION_COMMAND, /* command; is_repeat */
    ACTION_KEY, /* a key or pad button without a command here: hot keys of widgets (key, mods or button) */
    ACTION_POINTER_MOVE,
    ACTION_POINTER_DOWN,
    ACTION_POINTER_UP,
    ACTION_WHEEL,
    ACTION_TEXT,
    ACTION_TEXT_EDITING,
    ACTION_FOCUS_LOST,
    ACTION_FOCUS_GAINED
} ActionKind;

typedef struct {
    ActionKind kind;
    Command command;
    InputEvent event; /* where it came from */
} Action;

void bindings_default(Bindings *bindings);
/* A command of the context, else ACTION_KEY for keys and buttons, else the kind of the same name, else
   ACTION_NONE. Keys that were held while the context changed and mere modifiers are ACTION_NONE. */
Action input_translate(const Bindings *bindings, InputContext context, const InputEvent *event);
/* The key of a shortcut with ctrl (KEY_Z of "undo"): by the letter that the player's layout gives the key, or
   by its place where that is no Latin letter. */
int input_shortcut_key(const InputEvent *event);
const char *command_name(Command command);  /* stable, for settings: "confirm", "tile-3" */
const char *command_label(Command command); /* for people */
Command command_find(Str name);
/* As the settings store it: JSON text, only what differs from the default. */
Str bindings_save(const Bindings *bindings, Arena *arena);
NODISCARD bool bindings_load(Bindings *bindings, Str json, Err *err);
/* Binds `key` (or `button`) to the command and takes it from any other command that shares a context with it;
 * that one is returned. */
Command bindings_set_key(Bindings *bindings, Command command, int slot, int key);
Command bindings_set_button(Bindings *bindings, Command command, PadButton button);

#endif
