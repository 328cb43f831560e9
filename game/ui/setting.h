/* Rows of settings: a label, perhaps a line of detail, and a control at the right. The whole row is one
   widget; left and right change it, confirm too, a pointer presses the parts themselves. */
#ifndef MATCHWICK_UI_SETTING_H
#define MATCHWICK_UI_SETTING_H

#include "ui/ui.h"

typedef struct {
    UiId id;
    Rect rect;
    Str label;
    Str detail; /* may be empty */
    bool is_default;
    bool is_disabled;
} Setting;

/* 56 at 100 %; 68 with a detail. */
float setting_height(const Ui *ui, bool has_detail);

/* One of several (2 to 8), shown side by side; where there is no room, only the chosen one between arrows.
 * True when it changed. */
bool setting_choice(Ui *ui, const Setting *row, const Str *options, int count, int *selected);
/* On or off. */
bool setting_toggle(Ui *ui, const Setting *row, bool *is_on);
/* 0 to 100 in steps; dragged by a pointer. */
bool setting_slider(Ui *ui, const Setting *row, int step, int *percent);
/* A number in steps, between two arrows: a held arrow goes on. */
typedef struct {
    int low, high, step;
    Str text; /* how the present one is told: "90%", "20 cards" */
} SettingNumber;
bool setting_number(Ui *ui, const Setting *row, const SettingNumber *number, int *value);
/* Pictures to choose from (themes): `draw` paints option i in its box, 112 x 62. */
typedef void SettingPicture(Ui *ui, int option, Rect box);
bool setting_pictures(Ui *ui, const Setting *row, const Str *options, int count, SettingPicture *draw,
                      int *selected);
/* Draws a theme as it looks, for setting_pictures; option = ThemeId. */
void setting_theme_picture(Ui *ui, int option, Rect box);
/* Height of a row of pictures. */
float setting_pictures_height(const Ui *ui);

#endif
