/* Fonts, sound, text input, clipboard, keys, pads and the desktop. */
#include "platform/sdl_calls.h"

#include <math.h>

#include "platform/key_names.h"

static float scale_of(Sdl *sdl)
{
    return sdl->calls.view(sdl).scale;
}

static int size_px(Sdl *sdl, float size)
{
    return (int)lroundf(size * scale_of(sdl));
}

static int font_pick(void *self, FontWeight weight, uint32_t code_point)
{
    Sdl *sdl = self;
    return fonts_pick(sdl->fonts, weight, code_point);
}

static FontMetrics font_metrics(void *self, int face, float size)
{
    Sdl *sdl = self;
    float scale = scale_of(sdl);
    FontMetrics px = fonts_metrics(sdl->fonts, face, size_px(sdl, size));
    return (FontMetrics){px.ascent / scale, px.descent / scale, px.line_skip / scale};
}

static float font_width(void *self, int face, float size, Str text, bool is_rtl)
{
    Sdl *sdl = self;
    FontRun run = {face, size_px(sdl, size), is_rtl, text};
    return (float)fonts_width(sdl->fonts, &run) / scale_of(sdl);
}

static bool take_notice(void *self, Err *out)
{
    Sdl *sdl = self;
    return fonts_take_notice(sdl->fonts, out);
}

static void play_sound(void *self, SoundCue cue, int step)
{
    Sdl *sdl = self;
    audio_play(sdl->audio, cue, step);
}

static void set_volume(void *self, int percent)
{
    Sdl *sdl = self;
    sdl->volume_percent = percent;
    audio_set_volume(sdl->audio, percent);
}

static void start_text_input(void *self, Rect field)
{
    Sdl *sdl = self;
    if (!sdl->window) return;
    float points = 1 / sdl->events.units_per_point;
    SDL_Rect place = {(int)(field.x * points), (int)(field.y * points), (int)(field.w * points),
                      (int)(field.h * points)};
    SDL_SetTextInputRect(&place);
    if (!SDL_IsTextInputActive()) SDL_StartTextInput();
}

static void stop_text_input(void *self)
{
    Sdl *sdl = self;
    if (sdl->window && SDL_IsTextInputActive()) SDL_StopTextInput();
}

static void set_clipboard(void *self, Str text)
{
    Sdl *sdl = self;
    Arena arena;
    if (!sdl->window) return;
    arena_init(&arena, 0);
    SDL_SetClipboardText(str_copy(&arena, text).data);
    arena_deinit(&arena);
}

static Str get_clipboard(void *self, Arena *arena)
{
    Sdl *sdl = self;
    char *text = sdl->window ? SDL_GetClipboardText() : NULL;
    Str copy = str_copy(arena, str_of(text ? text : ""));
    SDL_free(text);
    return copy;
}

static bool take_drop(void *self, Arena *arena, Drop *out)
{
    Sdl *sdl = self;
    return drops_take(&sdl->events.drops, arena, out);
}

/* Offscreen there is no keyboard to ask. */
static Str key_label(void *self, int key, Arena *arena)
{
    Sdl *sdl = self;
    const char *name = key_names_find(key);
    if (!name && sdl->window) name = SDL_GetKeyName(SDL_GetKeyFromScancode((SDL_Scancode)key));
    if (!name || !*name) name = key_names_us(key);
    return str_copy(arena, str_of(name));
}

static int pad_count(void *self)
{
    Sdl *sdl = self;
    return pads_count(&sdl->events.pads);
}

static PadFamily pad_family(void *self)
{
    Sdl *sdl = self;
    return pads_family(&sdl->events.pads);
}

/* Everything but what a path may hold as it is becomes %XX (RFC 3986). */
static void add_escaped(StrBuf *url, const char *path)
{
    static const char PLAIN[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    for (const char *at = path; *at; at++) {
        if (SDL_strchr(PLAIN, *at))
            str_buf_add(url, (Str){at, 1});
        else
            str_buf_addf(url, "%%%02X", (unsigned)(unsigned char)*at);
    }
}

static bool open_folder(void *self, const char *path, Err *err)
{
    (void)self;
    Arena arena;
    StrBuf url;
    arena_init(&arena, 0);
    str_buf_init(&url, &arena);
    str_buf_add(&url, STR("file://"));
    add_escaped(&url, path);
    bool is_open = SDL_OpenURL(str_buf_str(&url).data) == 0;
    if (!is_open) err_set(err, "%s can't be shown: %s", path, SDL_GetError());
    arena_deinit(&arena);
    return is_open;
}

void sdl_calls_fill(Sdl *sdl)
{
    sdl->calls = (Platform){.self = sdl,
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
    sdl_calls_fill_frame(sdl);
}
