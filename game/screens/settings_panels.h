/* The panels of the settings screen: what each is high, and its rows. Each gives INTENT_SET for what was
   changed. */
#ifndef MATCHWICK_SCREENS_SETTINGS_PANELS_H
#define MATCHWICK_SCREENS_SETTINGS_PANELS_H

#include "screens/screen.h"

/* Display and rounds. */
float settings_display_height(Ui *ui);
Intent settings_display_put(Ui *ui, const Model *model, Rect area);
float settings_sound_height(Ui *ui);
Intent settings_sound_put(Ui *ui, const Model *model, Rect area);
/* The keys of the board as they lie, the main commands, the way to change them (settings_keys.c). */
float settings_keys_height(Ui *ui);
Intent settings_keys_put(Ui *ui, const Model *model, Rect area);
/* How Spaced asks, and what the memory is reckoned by. */
float settings_study_height(Ui *ui);
Intent settings_study_put(Ui *ui, const Model *model, Rect area);
float settings_players_height(Ui *ui);
Intent settings_players_put(Ui *ui, const Model *model, Rect area);

/* A panel of that height with its title; returns where its rows go. */
Rect settings_panel(Ui *ui, const char *title, Rect area);
/* In the panel's head, at its right; true when activated. */
bool settings_panel_button(Ui *ui, Rect panel, Str label, UiTrigger trigger);
/* What a panel needs beside its rows. */
float settings_panel_frame(const Ui *ui);

#endif
