/* The rows of settings by which Spaced asks: shared by the settings screen and the options of Spaced. */
#ifndef MATCHWICK_SCREENS_STUDY_SETTINGS_H
#define MATCHWICK_SCREENS_STUDY_SETTINGS_H

#include "screens/screen.h"

float study_settings_height(const Ui *ui);
/* INTENT_SET for what was changed. */
Intent study_settings_put(Ui *ui, const Settings *settings, Rect area);

#endif
