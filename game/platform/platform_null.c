#include "platform/platform_null.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "platform/draw_copy.h"
#include "platform/key_names.h"
#include "platform/view.h"

static const float CELL_WIDTH = 0.55f, ASCENT = 0.95f, DESCENT = 0.25f, LINE_SKIP = 1.21f;

static int64_t now_ms(void *self)
{
    return ((PlatformNull *)self)->now_ms;
}

static int64_t wall_ms(void *self)
{
    return ((PlatformNull *)self)->wall_ms;
}

static int utc_offset_min(void *self, int64_t at_ms)
{
    (void)at_ms;
    return ((PlatformNull *)self)->utc_offset_min;
}

static bool next_event(void *self, int timeout_ms, InputEvent *out)
{
    PlatformNull *null = self;
    if (null->event_count == 0) {
        assert(timeout_ms >= 0 && "no event will ever come");
        null->now_ms += timeout_ms;
        null->wall_ms += timeout_ms;
        return false;
    }
    *out = null->events[null->first_event];
    null->first_event = (null->first_event + 1) % NULL_MAX_EVENTS;
    null->event_count--;
    return true;
}

static void wake(void *self)
{
    (void)self; /* called from other threads: a test that has some asks again by itself */
}

static void expect_quick_input(void *self, bool is_on)
{
    ((PlatformNull *)self)->expects_quick_input = is_on;
}

static ViewSize view(void *self)
{
    return ((PlatformNull *)self)->view;
}

static void present(void *self, const DrawList *list)
{
    PlatformNull *null = self;
    arena_reset(&null->arena);
    null->shown = draw_copy(list, &null->arena);
    null->presents++;
}

static void set_fullscreen(void *self, bool is_on)
{
    ((PlatformNull *)self)->view.is_fullscreen = is_on;
}

static bool window_place(void *self, WindowPlace *out)
{
    const PlatformNull *null = self;
    *out = (WindowPlace){0, 0, null->view.width_px, null->view.height_px};
    return !null->view.is_fullscreen;
}

static bool save_picture(void *self, const char *path, Err *err)
{
    (void)self;
    return err_set(err, "%s: there is no picture without a screen", path);
}

static int font_pick(void *self, FontWeight weight, uint32_t code_point)
{
    (void)self;
    (void)code_point;
    return (int)weight;
}

static FontMetrics font_metrics(void *self, int face, float size)
{
    (void)self;
    (void)face;
    return (FontMetrics){ASCENT * size, DESCENT * size, LINE_SKIP * size};
}

static float font_width(void *self, int face, float size, Str text, bool is_rtl)
{
    (void)self;
    (void)face;
    (void)is_rtl;
    int cells = 0;
    for (size_t at = 0; at < text.size;) cells += text_cells(text_next(text, &at));
    return (float)cells * CELL_WIDTH * size;
}

static bool take_notice(void *self, Err *out)
{
    PlatformNull *null = self;
    if (!null->notice.is_set) return false;
    *out = null->notice;
    err_clear(&null->notice);
    return true;
}

static void play_sound(void *self, SoundCue cue, int step)
{
    PlatformNull *null = self;
    if (null->sound_count < NULL_MAX_SOUNDS) null->sounds[null->sound_count++] = (NullSound){cue, step};
}

static void set_volume(void *self, int percent)
{
    ((PlatformNull *)self)->volume_percent = percent;
}

static void start_text_input(void *self, Rect field)
{
    PlatformNull *null = self;
    null->is_text_input = true;
    null->text_field = field;
}

static void stop_text_input(void *self)
{
    ((PlatformNull *)self)->is_text_input = false;
}

static void set_clipboard(void *self, Str text)
{
    PlatformNull *null = self;
    snprintf(null->clipboard, sizeof null->clipboard, "%.*s", STR_FMT(text));
}

static Str get_clipboard(void *self, Arena *arena)
{
    return str_copy(arena, str_of(((PlatformNull *)self)->clipboard));
}

static bool take_drop(void *self, Arena *arena, Drop *out)
{
    PlatformNull *null = self;
    return drops_take(&null->drops, arena, out);
}

static Str key_label(void *self, int key, Arena *arena)
{
    bool is_letter = key >= 4 && key <= 29;
    int named = is_letter ? (key - 4 + ((PlatformNull *)self)->key_offset) % 26 + 4 : key;
    return str_copy(arena, str_of(key_names_us(named)));
}

static int pad_count(void *self)
{
    return ((PlatformNull *)self)->pad_count;
}

static PadFamily pad_family(void *self)
{
    return ((PlatformNull *)self)->pad_family;
}

static bool open_folder(void *self, const char *path, Err *err)
{
    (void)err;
    PlatformNull *null = self;
    snprintf(null->opened_folder, sizeof null->opened_folder, "%s", path);
    return true;
}

static Platform make_calls(PlatformNull *null)
{
    return (Platform){.self = null,
                      .now_ms = now_ms,
                      .wall_ms = wall_ms,
                      .utc_offset_min = utc_offset_min,
                      .next_event = next_event,
                      .wake = wake,
                      .expect_quick_input = expect_quick_input,
                      .view = view,
                      .present = present,
                      .set_fullscreen = set_fullscreen,
                      .window_place = window_place,
                      .save_picture = save_picture,
                      .font_pick = font_pick,
                      .font_metrics = font_metrics,
                      .font_width = font_width,
                      .take_notice = take_notice,
                      .play_sound = play_sound,
                      .set_volume = set_volume,
                      .start_text_input = start_text_input,
                      .stop_text_input = stop_text_input,
                      .set_clipboard = set_clipboard,
                      .get_clipboard = get_clipboard,
                      .take_drop = take_drop,
                      .key_label = key_label,
                      .pad_count = pad_count,
                      .pad_family = pad_family,
                      .open_folder = open_folder};
}

void platform_null_init(PlatformNull *null)
{
    *null = (PlatformNull){.wall_ms = INT64_C(1772366400000), .volume_percent = 100};
    null->calls = make_calls(null);
    null->view = view_make(1280, 720);
    arena_init(&null->arena, 0);
    drops_init(&null->drops);
}

void platform_null_deinit(PlatformNull *null)
{
    arena_deinit(&null->arena);
    drops_deinit(&null->drops);
}

void platform_null_push(PlatformNull *null, InputEvent event)
{
    assert(null->event_count < NULL_MAX_EVENTS);
    if (event.time_ms == 0) event.time_ms = null->now_ms;
    null->events[(null->first_event + null->event_count++) % NULL_MAX_EVENTS] = event;
}

void platform_null_press_key(PlatformNull *null, int key, unsigned mods)
{
    InputEvent event = {.kind = INPUT_KEY_DOWN, .device = DEVICE_KEYBOARD, .key = key, .mods = mods};
    platform_null_push(null, event);
    event.kind = INPUT_KEY_UP;
    platform_null_push(null, event);
}

void platform_null_press_pad(PlatformNull *null, PadButton button)
{
    InputEvent event = {.kind = INPUT_PAD_DOWN, .device = DEVICE_PAD, .button = button};
    platform_null_push(null, event);
    event.kind = INPUT_PAD_UP;
    platform_null_push(null, event);
}

void platform_null_click(PlatformNull *null, Vec at)
{
    InputEvent event = {.kind = INPUT_POINTER_MOVE, .device = DEVICE_MOUSE, .at = at, .pointer_button = 1};
    platform_null_push(null, event);
    event.kind = INPUT_POINTER_DOWN;
    platform_null_push(null, event);
    event.kind = INPUT_POINTER_UP;
    platform_null_push(null, event);
}

void platform_null_drop(PlatformNull *null, const char *const *paths, size_t count, const char *text)
{
    drops_begin(&null->drops);
    for (size_t i = 0; i < count; i++) drops_add_file(&null->drops, paths[i]);
    if (text) drops_add_line(&null->drops, text);
    if (drops_end(&null->drops)) platform_null_push(null, (InputEvent){.kind = INPUT_DROP});
}

void platform_null_resize(PlatformNull *null, int width_px, int height_px)
{
    bool is_fullscreen = null->view.is_fullscreen;
    null->view = view_make(width_px, height_px);
    null->view.is_fullscreen = is_fullscreen;
    platform_null_push(null, (InputEvent){.kind = INPUT_RESIZED});
}

Str platform_null_texts(const PlatformNull *null, Arena *arena)
{
    StrBuf texts;
    str_buf_init(&texts, arena);
    for (int i = 0; i < null->shown.count; i++)
        if (null->shown.commands[i].kind == DRAW_TEXT)
            str_buf_addf(&texts, "%.*s\n", STR_FMT(null->shown.commands[i].as.text.text));
    return str_buf_str(&texts);
}
