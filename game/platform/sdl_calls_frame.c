/* Clock, events, window and picture. */
#include "platform/draw_copy.h"
#include "platform/png_file.h"
#include "platform/sdl_calls.h"
#include "platform/window.h"

static int64_t now_ms(void *self)
{
    Sdl *sdl = self;
    return sdl->is_offscreen ? sdl->offscreen_ms : (int64_t)SDL_GetTicks64();
}

static int64_t wall_ms(void *self)
{
    Sdl *sdl = self;
    return sdl->is_offscreen ? sdl->offscreen_start_ms + sdl->offscreen_ms : wall_clock_ms();
}

static int utc_offset_min(void *self, int64_t at_ms)
{
    (void)self;
    return wall_clock_offset_min(at_ms);
}

static ViewSize view(void *self)
{
    Sdl *sdl = self;
    return window_view(sdl->window, &sdl->canvas);
}

/* What may be slow and no frame needs, as soon as the first one is on screen. */
static void open_the_rest(Sdl *sdl)
{
    if (!sdl->is_shown) return;
    if (!sdl->has_pads) {
        window_set_least_size(sdl->window);
        SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER);
    }
    sdl->has_pads = true;
    if (sdl->audio || sdl->volume_percent == 0) return; /* who hears nothing needs no device */
    sdl->audio = audio_open(sdl->sounds_path);
    audio_set_volume(sdl->audio, sdl->volume_percent);
}

static void update_places(Sdl *sdl)
{
    ViewSize now = view(sdl);
    int width, height;
    SDL_GetWindowSize(sdl->window, &width, &height);
    sdl->events.units_per_point = window_units_per_point(sdl->window, &now);
    sdl->events.window_w = (float)width;
    sdl->events.window_h = (float)height;
}

static void handle(Sdl *sdl, const SDL_Event *event)
{
    bool is_window = event->type == SDL_WINDOWEVENT;
    if (is_window && event->window.event == SDL_WINDOWEVENT_SIZE_CHANGED) sdl->canvas.is_stale = true;
    bool is_lost = is_window && (event->window.event == SDL_WINDOWEVENT_EXPOSED ||
                                 event->window.event == SDL_WINDOWEVENT_RESTORED);
    if (is_lost || event->type == SDL_RENDER_TARGETS_RESET || event->type == SDL_RENDER_DEVICE_RESET)
        presenter_forget(sdl->presenter);
    update_places(sdl);
    events_handle(&sdl->events, event);
}

/* Milliseconds until `until_ms`, but no longer than `timeout_ms` (-1: for ever). */
static int shorter_wait(int timeout_ms, int64_t until_ms, int64_t from_ms)
{
    int64_t left = until_ms > from_ms ? until_ms - from_ms : 0;
    if (until_ms == INT64_MAX || (timeout_ms >= 0 && timeout_ms < left)) return timeout_ms;
    return left > INT32_MAX ? INT32_MAX : (int)left;
}

static bool wait_for_event(int timeout_ms, SDL_Event *out)
{
    if (timeout_ms == 0) return SDL_PollEvent(out) != 0;
    return SDL_WaitEventTimeout(out, timeout_ms) != 0;
}

static bool next_window_event(Sdl *sdl, int timeout_ms, InputEvent *out)
{
    int64_t start = now_ms(sdl), until = timeout_ms < 0 ? INT64_MAX : start + timeout_ms;
    open_the_rest(sdl);
    for (;;) {
        int64_t now = now_ms(sdl);
        if (input_queue_pop(&sdl->events.queue, out)) return true;
        int left = until == INT64_MAX ? -1 : shorter_wait(-1, until, now);
        SDL_Event event;
        if (wait_for_event(shorter_wait(left, pads_due_ms(&sdl->events.pads), now), &event)) {
            handle(sdl, &event);
            continue;
        }
        now = now_ms(sdl);
        pads_repeat(&sdl->events.pads, now, &sdl->events.queue);
        if (sdl->events.queue.count == 0 && now >= until) return false;
    }
}

static bool next_event(void *self, int timeout_ms, InputEvent *out)
{
    Sdl *sdl = self;
    if (!sdl->is_offscreen) return next_window_event(sdl, timeout_ms, out);
    if (timeout_ms > 0) sdl->offscreen_ms += timeout_ms;
    return false;
}

static void wake(void *self)
{
    Sdl *sdl = self;
    if (sdl->is_offscreen) return;
    SDL_Event event = {.type = sdl->events.wake_event};
    SDL_PushEvent(&event);
}

/* The screen stays on while a round runs: a pad's presses don't count as activity for every system. */
static void expect_quick_input(void *self, bool is_on)
{
    Sdl *sdl = self;
    if (sdl->is_offscreen || sdl->is_quick == is_on) return;
    sdl->is_quick = is_on;
    if (is_on)
        SDL_DisableScreenSaver();
    else
        SDL_EnableScreenSaver();
}

static void keep_for_picture(Sdl *sdl, const DrawList *list)
{
    if (!sdl->options.is_drawing) return;
    arena_reset(&sdl->last_arena);
    sdl->last = draw_copy(list, &sdl->last_arena);
}

static void present(void *self, const DrawList *list)
{
    Sdl *sdl = self;
    if (sdl->is_offscreen) {
        keep_for_picture(sdl, list);
        return;
    }
    /* Events carry the time at which they are pumped: before and after what takes longest. */
    if (sdl->is_quick) SDL_PumpEvents();
    presenter_show(sdl->presenter, list, view(sdl).scale);
    if (sdl->is_quick) SDL_PumpEvents();
    sdl->is_shown = true;
}

static void set_fullscreen(void *self, bool is_on)
{
    Sdl *sdl = self;
    if (sdl->window) window_set_fullscreen(sdl->window, is_on);
}

static bool get_window_place(void *self, WindowPlace *out)
{
    Sdl *sdl = self;
    return sdl->window && window_place(sdl->window, out);
}

static bool save_picture(void *self, const char *path, Err *err)
{
    Sdl *sdl = self;
    if (sdl->is_offscreen && !sdl->last.commands) return err_set(err, "%s: nothing was drawn", path);
    if (sdl->is_offscreen) presenter_show(sdl->presenter, &sdl->last, view(sdl).scale);
    Arena arena;
    Picture picture;
    arena_init(&arena, 0);
    bool is_saved =
        presenter_read(sdl->presenter, &arena, &picture, err) && png_file_write(path, picture, err);
    arena_deinit(&arena);
    return is_saved;
}

void sdl_calls_fill_frame(Sdl *sdl)
{
    sdl->calls.now_ms = now_ms;
    sdl->calls.wall_ms = wall_ms;
    sdl->calls.utc_offset_min = utc_offset_min;
    sdl->calls.next_event = next_event;
    sdl->calls.wake = wake;
    sdl->calls.expect_quick_input = expect_quick_input;
    sdl->calls.view = view;
    sdl->calls.present = present;
    sdl->calls.set_fullscreen = set_fullscreen;
    sdl->calls.window_place = get_window_place;
    sdl->calls.save_picture = save_picture;
}
