/* How a command gets at the machine without knowing platform/: main.c fills this in. */
#ifndef MATCHWICK_COMMANDS_PLATFORM_MAKER_H
#define MATCHWICK_COMMANDS_PLATFORM_MAKER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "ui/platform.h"

typedef struct {
    int width_px, height_px; /* 0: by default */
    int x_px, y_px;          /* of the window, where has_place */
    bool has_place;
    bool is_fullscreen;
    bool is_drawing;      /* offscreen: false where no picture is wanted; nothing is drawn then */
    const char *renderer; /* SDL's name for it; NULL: what suits the machine */
} PlatformOptions;

typedef struct {
    /* Connects to the display that a window can be opened on; false with `err` set where there is none.
       `open_window` does so too; it is quicker done before anything that starts a thread. */
    bool (*open_display)(Err *err);
    /* NULL with `err` set. To be closed by `close`. */
    Platform *(*open_window)(const PlatformOptions *options, Err *err);
    /* Without window and sound. Its clock jumps: next_event never waits but moves the clock on by its
       timeout. */
    Platform *(*open_offscreen)(const PlatformOptions *options, Err *err);
    void (*close)(Platform *platform);
    /* Folders, without a slash at the end, zero-terminated, in the arena; empty with `err` set. None needs a
       platform to be open. */
    Str (*data_folder)(Arena *arena, Err *err);
    Str (*shipped_decks_folder)(Arena *arena, Err *err);
    /* The person's own; never empty. */
    Str (*home_folder)(Arena *arena);
    Str (*downloads_folder)(Arena *arena);
    int64_t (*wall_ms)(void);             /* since the Unix epoch */
    int (*utc_offset_min)(int64_t at_ms); /* of local time ahead of UTC at that moment */
} PlatformMaker;

#endif
