/* The tables of the three themes: data for theme.c alone. */
#ifndef MATCHWICK_UI_THEME_COLORS_H
#define MATCHWICK_UI_THEME_COLORS_H

#include "ui/theme.h"

extern const Theme theme_night, theme_paper, theme_contrast_high;

#endif
