#include "screens/settings.h"

#include <stdlib.h>

Settings settings_default(void)
{
    Settings settings = {.volume = 70,
                         .theme = THEME_NIGHT,
                         .text_percent = 100,
                         .timing = TIMING_NORMAL,
                         .has_countdown = true,
                         .retention_percent = 90,
                         .memory_model = MODEL_FSRS7,
                         .new_cards = 20,
                         .reviews = 200,
                         .rollover_hour = 4};
    bindings_default(&settings.bindings);
    return settings;
}

bool settings_is_machine_key(Str key)
{
    return str_is(key, STR("fullscreen")) || str_is(key, STR("lock-players")) || str_is(key, STR("window")) ||
           str_is(key, STR("player"));
}

static bool read_number(Str value, int low, int high, int *out)
{
    if (value.size == 0 || value.size > 4) return false;
    int number = 0;
    for (size_t i = 0; i < value.size; i++) {
        if (value.data[i] < '0' || value.data[i] > '9') return false;
        number = number * 10 + (value.data[i] - '0');
    }
    if (number < low || number > high) return false;
    *out = number;
    return true;
}

static bool read_switch(Str value, bool *out)
{
    if (!str_is(value, STR("0")) && !str_is(value, STR("1"))) return false;
    *out = value.data[0] == '1';
    return true;
}

static bool read_motion(Str value, bool *is_reduced)
{
    if (!str_is(value, STR("full")) && !str_is(value, STR("reduced"))) return false;
    *is_reduced = str_is(value, STR("reduced"));
    return true;
}

static bool bad(Str key, const char *right, Err *err)
{
    return err_set(err, "%.*s is %s", STR_FMT(key), right);
}

/* How Spaced asks, and what the memory is reckoned by. False: no such key, or a wrong value with `err` set.
 */
static bool read_study(Settings *settings, Str key, Str value, Err *err)
{
    if (str_is(key, STR("retention")))
        return read_number(value, 70, 97, &settings->retention_percent) || bad(key, "70 to 97", err);
    if (str_is(key, STR("memory")))
        return memory_model_find(value, &settings->memory_model) || bad(key, "fsrs7 or fsrs6", err);
    if (str_is(key, STR("new-cards")))
        return read_number(value, 0, 999, &settings->new_cards) || bad(key, "0 to 999", err);
    if (str_is(key, STR("reviews")))
        return read_number(value, 0, 9999, &settings->reviews) || bad(key, "0 to 9999", err);
    if (str_is(key, STR("rollover")))
        return read_number(value, 0, 23, &settings->rollover_hour) || bad(key, "0 to 23", err);
    return err_set(err, "There is no setting %.*s", STR_FMT(key));
}

static bool read(Settings *settings, Str key, Str value, Err *err)
{
    if (str_is(key, STR("volume")))
        return read_number(value, 0, 100, &settings->volume) || bad(key, "0 to 100", err);
    if (str_is(key, STR("muted"))) return read_switch(value, &settings->is_muted) || bad(key, "0 or 1", err);
    if (str_is(key, STR("theme")))
        return theme_find(value, &settings->theme) || bad(key, "night, paper or contrast", err);
    if (str_is(key, STR("text")))
        return read_number(value, 100, 200, &settings->text_percent) || bad(key, "100 to 200", err);
    if (str_is(key, STR("motion")))
        return read_motion(value, &settings->reduced_motion) || bad(key, "full or reduced", err);
    if (str_is(key, STR("timing")))
        return timing_find(value, &settings->timing) || bad(key, "normal, relaxed or off", err);
    if (str_is(key, STR("countdown")))
        return read_switch(value, &settings->has_countdown) || bad(key, "0 or 1", err);
    if (str_is(key, STR("fullscreen")))
        return read_switch(value, &settings->is_fullscreen) || bad(key, "0 or 1", err);
    if (str_is(key, STR("lock-players")))
        return read_switch(value, &settings->are_players_locked) || bad(key, "0 or 1", err);
    if (str_is(key, STR("bindings"))) return bindings_load(&settings->bindings, value, err);
    return read_study(settings, key, value, err);
}

Settings settings_load(Store *store, int64_t player, Arena *scratch)
{
    static const char *const keys[] = {"volume",    "muted",     "theme",      "text",         "motion",
                                       "timing",    "countdown", "fullscreen", "lock-players", "bindings",
                                       "retention", "memory",    "new-cards",  "reviews",      "rollover"};
    Settings settings = settings_default();
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        Str key = str_of(keys[i]);
        Str value = store_get_setting(store, settings_is_machine_key(key) ? 0 : player, keys[i], scratch);
        Err err = {0};
        if (value.size > 0 && !read(&settings, key, value, &err))
            err_log("a setting is passed over: %s", err.text);
    }
    return settings;
}

bool settings_set(Settings *settings, Store *store, int64_t player, Str key, Str value, Err *err)
{
    if (!read(settings, key, value, err)) return false;
    char name[32] = {0};
    for (size_t i = 0; i < key.size && i + 1 < sizeof name; i++) name[i] = key.data[i];
    store_set_setting(store, settings_is_machine_key(key) ? 0 : player, name, value);
    return true;
}
