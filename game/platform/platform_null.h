/* The null platform: the interface without window, sound, fonts or SDL, for tests of what stands above it.
   Text is measured by a fixed rule: 0.55 of the size for each terminal cell; ascent 0.95, descent 0.25, line
   1.21 of the size. One face a weight. The clock stands until it is set. Everything that was asked for can be
   looked at afterwards. */
#ifndef MATCHWICK_PLATFORM_PLATFORM_NULL_H
#define MATCHWICK_PLATFORM_PLATFORM_NULL_H

#include "platform/drops.h"
#include "ui/platform.h"

enum { NULL_MAX_EVENTS = 256, NULL_MAX_SOUNDS = 256 };

typedef struct {
    SoundCue cue;
    int step;
} NullSound;

typedef struct {
    Platform calls;

    /* Set by tests at any time. */
    int64_t now_ms, wall_ms; /* a wait without an event moves both on by its timeout */
    int utc_offset_min;
    ViewSize view; /* null_resize changes it whole */
    int pad_count;
    PadFamily pad_family;
    Err notice;     /* handed out by take_notice */
    int key_offset; /* added to a letter's key before it is named, for a layout that isn't US: 0 */

    /* Looked at by tests. */
    DrawList shown; /* the list last presented, copied; valid until the next present */
    int presents;
    NullSound sounds[NULL_MAX_SOUNDS]; /* the first ones, in order */
    int sound_count;
    int volume_percent;
    bool is_text_input, expects_quick_input;
    Rect text_field;
    char clipboard[4096], opened_folder[1024];

    /* Its own. */
    InputEvent events[NULL_MAX_EVENTS];
    int first_event, event_count;
    Arena arena; /* of `shown` */
    Drops drops;
} PlatformNull;

/* 1280 x 720, monotonic clock 0, wall clock 2026-03-01 12:00 UTC. */
void platform_null_init(PlatformNull *null);
void platform_null_deinit(PlatformNull *null);
/* Queued; time_ms is set to the clock where it is 0. */
void platform_null_push(PlatformNull *null, InputEvent event);
/* Key, button or pointer press and release as events. */
void platform_null_press_key(PlatformNull *null, int key, unsigned mods);
void platform_null_press_pad(PlatformNull *null, PadButton button);
void platform_null_click(PlatformNull *null, Vec at);
/* Files, or a text where `text` is not NULL, dropped on the window. */
void platform_null_drop(PlatformNull *null, const char *const *paths, size_t count, const char *text);
/* A new window size, and the event that tells of it. */
void platform_null_resize(PlatformNull *null, int width_px, int height_px);
/* The texts of the shown list, in order, joined by line breaks. */
Str platform_null_texts(const PlatformNull *null, Arena *arena);

#endif
