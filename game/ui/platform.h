/* What the game needs of a machine, as an interface. `platform/` fills it with SDL, and with nothing at all
 * for tests (null). */
#ifndef MATCHWICK_UI_PLATFORM_H
#define MATCHWICK_UI_PLATFORM_H

#include "base/err.h"
#include "ui/draw.h"
#include "ui/geom.h"
#include "ui/input.h"
#include "ui/sound.h"

typedef enum { WEIGHT_MEDIUM, WEIGHT_SEMI, WEIGHT_BOLD, WEIGHT_COUNT } FontWeight;

typedef struct {
    float ascent, descent, line_skip; /* units, all positive */
} FontMetrics;

typedef struct {
    int width_px, height_px;
    float scale; /* pixels a unit; the rule is in platform/view.h */
    Rect canvas; /* 0, 0, width_px / scale, height_px / scale */
    Rect safe;   /* for televisions: nothing interactive outside */
    bool is_fullscreen;
    int frame_ms; /* from one moving picture to the next; showing one may wait for the display besides */
} ViewSize;

/* Of a window that is neither full screen nor maximised, in the desktop's points: to be remembered. */
typedef struct {
    int x, y, width, height;
} WindowPlace;

/* What was dropped on the window: files, or else a text. Zero-terminated. */
typedef struct {
    const Str *paths;
    size_t path_count;
    Str text;
} Drop;

typedef struct {
    void *self;

    /* Time: monotonic, since start; the wall's, Unix epoch; minutes that local time is ahead of UTC at that
     * wall time. */
    int64_t (*now_ms)(void *self);
    int64_t (*wall_ms)(void *self);
    int (*utc_offset_min)(void *self, int64_t wall_ms);

    /* Next event; waits up to `timeout_ms` (0: not at all, -1: for ever). False if none came. */
    bool (*next_event)(void *self, int timeout_ms, InputEvent *out);
    /* From any thread: makes next_event return INPUT_WAKE. */
    void (*wake)(void *self);
    /* While true the platform pumps often, so that events carry the time at which they happened. */
    void (*expect_quick_input)(void *self, bool is_on);

    ViewSize (*view)(void *self);
    /* Carries the list out and shows it. Redraws only what differs from the last frame shown. */
    void (*present)(void *self, const DrawList *list);
    void (*set_fullscreen)(void *self, bool is_on);
    /* False if there is none to remember. */
    bool (*window_place)(void *self, WindowPlace *out);
    bool (*save_picture)(void *self, const char *path, Err *err); /* what was presented last, as PNG */

    /* Fonts. A face is a font file of the table in assets/ with a weight; `font_pick` gives the first face of
       the fallback order that has the code point (the first of all where none has), `size` in units. */
    int (*font_pick)(void *self, FontWeight weight, uint32_t code_point);
    FontMetrics (*font_metrics)(void *self, int face, float size);
    float (*font_width)(void *self, int face, float size, Str text, bool is_rtl);
    /* News for the player, once each: a font that some text needed is missing, with its package. */
    bool (*take_notice)(void *self, Err *out);

    void (*play_sound)(void *self, SoundCue cue, int step);
    void (*set_volume)(void *self, int percent); /* 0 mutes */

    void (*start_text_input)(void *self, Rect field); /* where an input method may show its window */
    void (*stop_text_input)(void *self);
    void (*set_clipboard)(void *self, Str text);
    Str (*get_clipboard)(void *self, Arena *arena);
    /* What INPUT_DROP told of, once; false where it was taken already. */
    bool (*take_drop)(void *self, Arena *arena, Drop *out);

    /* How the player's layout labels a physical key: "Q", "Ä", "Enter", "Space". */
    Str (*key_label)(void *self, int key, Arena *arena);
    int (*pad_count)(void *self);
    PadFamily (*pad_family)(void *self); /* of the pad used last */
    /* Shows a folder in the desktop's file manager. */
    bool (*open_folder)(void *self, const char *path, Err *err);
} Platform;

#endif
