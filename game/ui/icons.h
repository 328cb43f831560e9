/* Icons drawn from primitives in a 24 x 24 box that is scaled to the rectangle. Names say what they show. */
#ifndef MATCHWICK_UI_ICONS_H
#define MATCHWICK_UI_ICONS_H

#include "ui/draw.h"

typedef enum {
    ICON_NONE,
    ICON_PLAY,
    ICON_PAUSE,
    ICON_LIBRARY,
    ICON_LEADERBOARD,
    ICON_SETTINGS,
    ICON_QUIT,
    ICON_HELP,
    ICON_TICK,
    ICON_CROSS,
    ICON_TICK_CIRCLE, /* filled circle in `color`, tick in `second` */
    ICON_CROSS_CIRCLE,
    ICON_ARROW_LEFT,
    ICON_ARROW_RIGHT,
    ICON_ARROW_UP,
    ICON_ARROW_DOWN,
    ICON_CHEVRON_LEFT,
    ICON_CHEVRON_RIGHT,
    ICON_CHEVRON_DOWN,
    ICON_CROWN,
    ICON_STAR,
    ICON_STAR_EMPTY,
    ICON_CLOCK,
    ICON_STOPWATCH,
    ICON_BOLT,
    ICON_SEARCH,
    ICON_FOLDER,
    ICON_AGAIN,
    ICON_TARGET,
    ICON_TRASH,
    ICON_PLUS,
    ICON_MINUS,
    ICON_PENCIL,
    ICON_PEOPLE,
    ICON_PERSON,
    ICON_SOUND_ON,
    ICON_SOUND_OFF,
    ICON_LOCK,
    ICON_SAVED, /* a disk with a tick: kept */
    ICON_WARNING,
    ICON_INFO,
    ICON_KEYBOARD,
    ICON_SHIFT,
    ICON_BACKSPACE,
    ICON_CARDS, /* the mark of match */
    ICON_FLAG,  /* give up */
    ICON_FULLSCREEN,
    ICON_SHUFFLE,
    ICON_SLIDERS,
    ICON_TYPING, /* a field that is written in */
    ICON_TEST,   /* a sheet of questions */
    ICON_FLASHCARD,
    ICON_DECAY,  /* curves of forgetting */
    ICON_CHART,  /* progress */
    ICON_SUN,    /* a day */
    ICON_SWAP,   /* one taken for the other */
    ICON_ALMOST, /* two waves: right but for a slip */
    ICON_COUNT
} Icon;

/* `color` for the main strokes, `second` for what stands out or lies inside (most icons use only `color`). */
void icon_draw(DrawList *list, Icon icon, Rect box, Color color, Color second);

#endif
