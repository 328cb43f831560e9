/* The immediate-mode core. A build pass is: ui_begin with at most one action, the screen puts its widgets,
   ui_end. Widgets register role, label, state and place in a list (ui_widgets) on which focus, tests and
   narration live; they answer whether the action was meant for them, and append to `ui->draw`.

   Who gets the action. Confirm goes to the focused widget; a hot key (UiTrigger) to its widget at once,
   focused or not; a pointer's press to the topmost widget under it, which takes the focus, and its release
   inside activates. Arrows move the focus by place, unless the focused widget takes them (sliders, fields).
   Places are those of the pass before, so what is on screen is what is pressed. Widgets outside the innermost
   open scope (a dialog) get nothing. A screen asks with ui_command for what no widget takes.

   Focus is never lost: when its widget is gone the nearest takes over; on a screen's first pass the widget
   marked default has it (else the first); coming back to a screen or out of a dialog it is where it was. From
   every widget every other can be reached by arrows alone.

   Owns: two frame arenas in turn, so labels and the draw list stay valid until the end of the next pass;
   tables of retained values (animations, scroll offsets), sized once. A steady pass allocates nothing. Times
   are the platform's monotonic milliseconds; lengths are layout units. */
#ifndef MATCHWICK_UI_UI_H
#define MATCHWICK_UI_UI_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "ui/draw.h"
#include "ui/easing.h"
#include "ui/input.h"
#include "ui/platform.h"
#include "ui/text_layout.h"
#include "ui/theme.h"

typedef uint64_t UiId; /* never 0 for a widget */

/* Of a name that is unique on its screen. */
UiId ui_id(const char *name);
/* Of the index-th of several, or of a part of a widget. */
UiId ui_id_index(UiId base, int64_t index);

typedef struct {
    Action action; /* ACTION_NONE: just draw */
    int64_t now_ms;
    ViewSize view;
    UiId screen; /* changes when another screen is shown: its focus is remembered */
    ThemeId theme;
    int text_percent; /* 100 to 200 */
    bool reduced_motion;
    Device device; /* used last: prompts follow it */
    const Bindings *bindings;
} UiInput;

typedef enum {
    ROLE_BUTTON,
    ROLE_TILE,
    ROLE_OPTION, /* an answer of a question */
    ROLE_CHIP,
    ROLE_TAB,
    ROLE_CHOICE, /* one of several, changed by left and right */
    ROLE_TOGGLE,
    ROLE_SLIDER,
    ROLE_ROW,
    ROLE_FIELD,
    ROLE_KEY,  /* of the on-screen keyboard */
    ROLE_TEXT, /* not focusable: headings, status, what narration reads */
    ROLE_COUNT
} UiRole;

const char *ui_role_name(UiRole role); /* "button" */

typedef enum {
    UI_FOCUSABLE = 1 << 0,
    UI_DISABLED = 1 << 1, /* can have the focus (its reason is read there), is never activated */
    UI_SELECTED = 1 << 2,
    UI_DEFAULT = 1 << 3,       /* has the focus on the screen's or scope's first pass */
    UI_TAKES_X = 1 << 4,       /* left and right go to the widget while it has the focus */
    UI_TAKES_Y = 1 << 5,       /* up and down likewise */
    UI_TAKES_TEXT = 1 << 6,    /* while it has the focus the input context is text */
    UI_NO_RING = 1 << 7,       /* draws its focus itself */
    UI_ACTS_ON_PRESS = 1 << 8, /* activated by the pointer's press, not its release: tiles and options, whose
                                  time counts; inside a scroll area the release counts all the same */
    UI_POINTER = 1 << 9,       /* can be pressed, though it can't have the focus: hints, which have keys */
    UI_TAKES_UP = 1 << 10,     /* up goes to the widget while it has somewhere to go: a text of many lines */
    UI_TAKES_DOWN = 1 << 11,
    /* Set by the core: */
    UI_FOCUSED = 1 << 16,
    UI_PRESSED = 1 << 17,
    UI_HOVERED = 1 << 18
} UiFlag;

/* What triggers a widget from anywhere, and what its prompt shows: a command of the bindings, or a key and a
   pad button of its own. All zero: nothing (see ui_trigger_none). */
typedef struct {
    Command command;
    int key;          /* HID usage, when command is COMMAND_NONE */
    PadButton button; /* PAD_NONE: none; beware, PAD_A is 0: make triggers with the functions below */
    bool has_button;
    unsigned mods; /* Mod: held with the key; such a trigger is heard from within a field too */
} UiTrigger;

static inline UiTrigger ui_on_command(Command command)
{
    return (UiTrigger){.command = command, .button = PAD_NONE};
}
static inline UiTrigger ui_on_key(int key)
{
    return (UiTrigger){.key = key, .button = PAD_NONE};
}
static inline UiTrigger ui_on_key_button(int key, PadButton button)
{
    return (UiTrigger){.key = key, .button = button, .has_button = true};
}
static inline UiTrigger ui_on_chord(unsigned mods, int key)
{
    return (UiTrigger){.key = key, .button = PAD_NONE, .mods = mods};
}
static inline UiTrigger ui_on_chord_button(unsigned mods, int key, PadButton button)
{
    return (UiTrigger){.key = key, .button = button, .has_button = true, .mods = mods};
}

typedef struct {
    UiId id;
    UiRole role;
    Str label; /* what narration says */
    Str value; /* "80", "On", why it is disabled; may be empty */
    unsigned flags;
    Rect rect;
    float radius; /* of the focus ring's shape */
    UiTrigger trigger;
    UiId group; /* 0: none. An arrow that enters a group goes to its selected widget */
    /* Set by the core: */
    UiId scope, scroll;
    Rect clip; /* the visible part of the area it lies in; empty: no clip */
} UiWidget;

typedef struct {
    bool is_activated;
    bool is_focused, is_pressed, is_hovered;
    int step_x, step_y;   /* -1 or 1: an arrow that the widget takes */
    bool is_pointer_down; /* the pointer pressed this widget and is still down; its place is `ui->pointer` */
} UiHit;

typedef struct {
    SoundCue cue;
    int step;
} UiSound;

typedef struct UiState UiState;

typedef struct {
    /* Read by screens and widgets. */
    UiInput in;
    const Theme *theme;
    Arena *frame;   /* lives until the end of the next pass */
    DrawList *draw; /* what this pass appended */
    TextCache *text;
    const Platform *platform;
    Vec pointer;
    UiState *state;
} Ui;

typedef struct {
    bool is_moving;     /* draw again at the display's pace */
    bool wants_pass;    /* the action was taken, or the focus moved: build again without it, before showing */
    int64_t wake_at_ms; /* draw again then, if nothing else happens; INT64_MAX: never */
    InputContext context;  /* INPUT_CONTEXT_TEXT while a field has the focus, else INPUT_CONTEXT_MENU */
    const UiSound *sounds; /* to be played now */
    int sound_count;
} UiFrame;

/* The platform must outlive it. */
void ui_init(Ui *ui, const Platform *platform);
void ui_deinit(Ui *ui);

void ui_begin(Ui *ui, const UiInput *input);
/* All that can have the focus is put: it settles and its ring is drawn. What is drawn from here to ui_end,
   which does this where nobody did, lies over the ring. */
void ui_settle(Ui *ui);
UiFrame ui_end(Ui *ui);

/* Registers a widget of the screen's own making; it then draws itself by the answer. */
UiHit ui_widget(Ui *ui, const UiWidget *widget);
/* Text for narration that is no control. */
void ui_note(Ui *ui, UiId id, Str text, Rect rect);
/* The list of the pass before (of this one after ui_end), in the order in which they were put. */
const UiWidget *ui_widgets(const Ui *ui, int *count);
const UiWidget *ui_find_widget(const Ui *ui, UiId id); /* NULL if it was not there */

/* True once if this pass's action is that command, in an active scope, and no widget took it before. */
bool ui_command(Ui *ui, Command command);
/* The same for a key or pad button of one's own. */
bool ui_triggered(Ui *ui, UiTrigger trigger);
/* The action is for nobody else in this pass. */
void ui_consume(Ui *ui);
/* The action if it is still free and the current scope is active, else one of ACTION_NONE. */
Action ui_free_action(const Ui *ui);

UiId ui_focused(const Ui *ui);             /* 0: no focusable widget yet */
void ui_focus(Ui *ui, UiId id);            /* from this pass on; the widget may be put later in the pass */
void ui_forget_focus(Ui *ui, UiId screen); /* the next visit starts at its default */

/* Modal: between begin and end only these widgets get the action and the focus. Scopes nest. */
void ui_scope_begin(Ui *ui, UiId id);
void ui_scope_end(Ui *ui);
bool ui_is_scope_active(const Ui *ui); /* of the place in the pass where it is asked */

void ui_sound(Ui *ui, SoundCue cue, int step);

/* Motion. A value that glides to its target whenever that changes; the first pass that names it jumps there.
   With reduced motion it jumps. */
float ui_animate(Ui *ui, UiId id, float target, int ms, Easing easing);
/* The same, but starts from `from` when first named (something that enters), after `delay_ms`. */
float ui_animate_from(Ui *ui, UiId id, float from, float target, int delay_ms, int ms, Easing easing);
/* For opacity and colour: with reduced motion it still glides, in `reduced_ms` (0: jumps). */
float ui_fade(Ui *ui, UiId id, float from, float target, int ms, int reduced_ms);
/* 0 .. 1: how much of [start_ms, start_ms + ms] has passed, eased by the caller. Keeps the screen awake while
   it runs, and wakes it when it starts. 1 at once with reduced motion unless `is_kept`. */
float ui_progress(Ui *ui, int64_t start_ms, int ms, bool is_kept);
/* Asks for another frame: at the display's pace, or at a time. */
void ui_keep_moving(Ui *ui);
void ui_wake_at(Ui *ui, int64_t at_ms);

/* A number kept for a widget between passes (a scroll offset, an open page), `first` when new. Kept while it
   is asked for in each pass of its screen, and when that screen is left. */
float *ui_keep(Ui *ui, UiId id, float first);

static inline Color ui_color(const Ui *ui, Token token)
{
    return ui->theme->colors[token];
}
TypeSize ui_type(const Ui *ui, TextSize size);
/* Height of a part that holds `lines` lines of text and is `base` units high at 100 %: text grows, gaps
   stay. */
float ui_grow(const Ui *ui, float base, TextSize size, int lines);

#endif
