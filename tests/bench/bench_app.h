/* The real app in a real window, driven by a bench: a sitting on an empty data folder, with a clock that the
   bench can move ahead, so that no bench waits for a countdown. One at a time. */
#ifndef MATCHWICK_TESTS_BENCH_APP_H
#define MATCHWICK_TESTS_BENCH_APP_H

#include <SDL.h>

#include "app/app.h"
#include "base/file.h"
#include "bench.h"
#include "platform/paths.h"
#include "platform/platform_sdl.h"

typedef struct {
    Arena arena;
    Platform *real;
    Platform platform; /* the real one, but for its clock and what a bench replaces before app_open */
    App *app;
    Str assets;
} BenchApp;

static int64_t bench_ahead_ms; /* how far the app's clock is ahead of the real one */
static const Platform *bench_real;

static inline int64_t bench_app_clock(void *self)
{
    return bench_real->now_ms(self) + bench_ahead_ms;
}

/* Stamps follow the app's clock. */
static inline bool bench_app_next_event(void *self, int timeout_ms, InputEvent *out)
{
    if (!bench_real->next_event(self, timeout_ms, out)) return false;
    out->time_ms += bench_ahead_ms;
    return true;
}

static inline void bench_app_open_window(BenchApp *b, int width, int height, const char *renderer)
{
    Err err = {0};
    arena_init(&b->arena, 0);
    b->assets = paths_assets(&b->arena, &err);
    bench_require(b->assets.size > 0, err.text);
    PlatformSdlOptions options = {.width_px = width,
                                  .height_px = height,
                                  .has_place = true,
                                  .is_drawing = true,
                                  .renderer = renderer,
                                  .assets = b->assets.data};
    b->real = platform_sdl_open_window(&options, &err);
    bench_require(b->real != NULL, err.text);
    bench_real = b->real;
    b->platform = *b->real;
    b->platform.now_ms = bench_app_clock;
    b->platform.next_event = bench_app_next_event;
}

static inline void bench_app_open(BenchApp *b, const char *data)
{
    Err err = {0};
    Str decks = paths_decks(&b->arena, &err);
    bench_require(decks.size > 0, err.text);
    AppOptions options = {.store = store_open(data), .shipped_decks = decks.data, .is_muted = true};
    b->app = app_open(&b->platform, &options);
}

static inline void bench_app_close(BenchApp *b)
{
    app_close(b->app);
    platform_sdl_close(b->real);
    arena_deinit(&b->arena);
}

/* All that waits, without waiting for more. */
static inline void bench_app_take_events(BenchApp *b)
{
    InputEvent event;
    while (b->platform.next_event(b->platform.self, 0, &event)) app_handle(b->app, &event);
}

/* Frames, `step_ms` apart on the app's clock. */
static inline void bench_app_pass_time(BenchApp *b, int total_ms, int step_ms)
{
    for (int ms = 0; ms < total_ms; ms += step_ms) {
        bench_ahead_ms += step_ms;
        bench_app_take_events(b);
        app_frame(b->app);
    }
}

/* A round of the AWS deck, past countdown and deal-in: nothing moves but the clock. */
static inline void bench_app_start_round(BenchApp *b, const Setup *setup)
{
    Err err = {0};
    bench_require(app_open_deck(b->app, STR("aws-ai-practitioner"), &err), err.text);
    bench_require(app_start_round(b->app, setup, 7, &err), err.text);
    bench_app_pass_time(b, 6000, 16);
    const LiveRound *live = app_model(b->app)->round.live;
    bench_require(live && live->phase == LIVE_OPEN, "the round does not run");
}

#endif
