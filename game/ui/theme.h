/* Looks as data: the colours of three themes by token, the sizes of type, and how a text scale of 100 to
   200 % changes them. Lengths in layout units. */
#ifndef MATCHWICK_UI_THEME_H
#define MATCHWICK_UI_THEME_H

#include "base/str.h"
#include "ui/geom.h"

typedef enum { THEME_NIGHT, THEME_PAPER, THEME_CONTRAST, THEME_COUNT } ThemeId;

typedef enum {
    TOKEN_BG0, /* the background's gradient, top and bottom */
    TOKEN_BG1,
    TOKEN_SURFACE, /* panels, rows, chips */
    TOKEN_RAISED,  /* buttons */
    TOKEN_RAISED2, /* the focused row of a panel */
    TOKEN_TILE0,
    TOKEN_TILE1,
    TOKEN_WELL, /* key caps, tracks, empty slots */
    TOKEN_LINE,
    TOKEN_LINE2,
    TOKEN_EDGE, /* the thickness under a tile */
    TOKEN_TEXT,
    TOKEN_SOFT,
    TOKEN_MUTED, /* never on a tinted fill: there TOKEN_SOFT */
    TOKEN_TERM,
    TOKEN_TERM_INK,
    TOKEN_TERM_TINT,
    TOKEN_TERM_EDGE,
    TOKEN_DEF,
    TOKEN_DEF_INK,
    TOKEN_DEF_TINT,
    TOKEN_DEF_EDGE,
    TOKEN_TERM_MARK,
    TOKEN_DEF_MARK,
    TOKEN_OK,
    TOKEN_OK_INK,
    TOKEN_OK_TINT,
    TOKEN_BAD,
    TOKEN_BAD_INK,
    TOKEN_BAD_TINT,
    TOKEN_STREAK,
    TOKEN_STREAK_INK,
    TOKEN_STREAK_TINT,
    TOKEN_MASTERY_NEW,
    TOKEN_FOCUS,
    TOKEN_PAD_A,
    TOKEN_PAD_B,
    TOKEN_PAD_X,
    TOKEN_PAD_Y,
    TOKEN_SHAPE,       /* shapes of the background, alpha included */
    TOKEN_SHADOW,      /* alpha included */
    TOKEN_GLOW_STREAK, /* alpha included */
    /* The primary button: gradient, border, and what lies on it. */
    TOKEN_PRIMARY0,
    TOKEN_PRIMARY1,
    TOKEN_PRIMARY_LINE,
    TOKEN_PRIMARY_CAP,
    TOKEN_PRIMARY_CAP_LIP,
    TOKEN_PRIMARY_CAP_TEXT,
    TOKEN_COUNT
} Token;

typedef struct {
    const char *name;  /* stable, for settings: "night" */
    const char *label; /* for people: "Night" */
    Color colors[TOKEN_COUNT];
    float border;               /* width of plain borders */
    float ring_width, ring_gap; /* the focus ring */
    float edge;                 /* thickness under tiles and buttons; 0: none */
    float shape_overlap;        /* part of its alpha that a shape of the background has on top of another */
    bool is_flat;               /* no gradient, no shadow, no shapes in the background */
} Theme;

const Theme *theme_get(ThemeId id);
/* False for an unknown name. */
bool theme_find(Str name, ThemeId *out);
static inline Color theme_color(const Theme *theme, Token token)
{
    return theme->colors[token];
}

/* A player's colour, 0 to THEME_AVATARS - 1: fill and the ink on it. */
enum { THEME_AVATARS = 6 };
typedef struct {
    const char *name; /* "violet" */
    Color fill, ink;
} AvatarColor;
AvatarColor theme_avatar(const Theme *theme, int index);

/* WCAG contrast ratio of two opaque colours, 1 to 21. */
double theme_contrast(Color a, Color b);

/* Type. Name = size at 100 %. */
typedef enum { T16, T18, T20, T24, T32, T40, T64, T88, TEXT_SIZE_COUNT } TextSize;

typedef struct {
    float size, line;
} TypeSize;

/* `scale_percent` 100 to 200. Numerals of a round's head (timer, score) stop growing at 125 %: `is_hud`. */
TypeSize theme_type(TextSize size, int scale_percent, bool is_hud);

#endif
