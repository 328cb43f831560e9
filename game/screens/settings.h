/* Settings as values. Kept in the store as texts by key: most for each player, some for the machine. Keys:
   volume (0-100), muted (0/1), theme, text (100-200), motion (full/reduced), timing, countdown (0/1),
   bindings (JSON), retention (70-97, percent at which a card is due), memory (fsrs7/fsrs6), new-cards and
   reviews (of Spaced, a day), rollover (hour at which a day of study begins); of the machine (player 0):
   player (id chosen last), window ("x y w h"), fullscreen (0/1), lock-players (0/1). */
#ifndef MATCHWICK_SCREENS_SETTINGS_H
#define MATCHWICK_SCREENS_SETTINGS_H

#include "base/err.h"
#include "play/setup.h"
#include "store/store.h"
#include "ui/input.h"
#include "ui/theme.h"

typedef struct {
    int volume;
    bool is_muted;
    ThemeId theme;
    int text_percent; /* 100, 125, 150, 175, 200 */
    bool reduced_motion;
    Timing timing;
    bool has_countdown;
    bool is_fullscreen;
    bool are_players_locked; /* removing players is hidden */
    int retention_percent;
    MemoryModel memory_model;
    int new_cards, reviews; /* of Spaced, a day */
    int rollover_hour;
    Bindings bindings;
} Settings;

Settings settings_default(void);
/* Of a player, over the machine's, over the defaults; what cannot be read is passed over. */
Settings settings_load(Store *store, int64_t player, Arena *scratch);
/* Checks, changes and hands to the store. False: no such key or a value out of range. */
NODISCARD bool settings_set(Settings *settings, Store *store, int64_t player, Str key, Str value, Err *err);
bool settings_is_machine_key(Str key);

#endif
