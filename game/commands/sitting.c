#include "commands/sitting.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"

/* "x y w h" of the sitting before; what was given on the command line counts more. */
static void read_window(Store *store, Arena *arena, PlatformOptions *options)
{
    Str text = store_get_setting(store, 0, "window", arena);
    int x, y, w, h;
    if (text.size == 0 || sscanf(text.data, "%d %d %d %d", &x, &y, &w, &h) != 4) return;
    options->x_px = x;
    options->y_px = y;
    options->has_place = true;
    if (options->width_px != 0) return;
    options->width_px = w;
    options->height_px = h;
}

static bool is_set(Store *store, Arena *arena, const char *key)
{
    return str_is(store_get_setting(store, 0, key, arena), STR("1"));
}

static Platform *open_platform(const CommandContext *context, const SittingOptions *options, Store *store,
                               Err *err)
{
    PlatformOptions wanted = {.width_px = context->common.width_px,
                              .height_px = context->common.height_px,
                              .is_fullscreen = context->common.is_fullscreen,
                              .is_drawing = options->is_drawing,
                              .renderer = context->common.renderer};
    if (options->is_offscreen) return context->maker->open_offscreen(&wanted, err);
    read_window(store, context->arena, &wanted);
    wanted.is_fullscreen = wanted.is_fullscreen || is_set(store, context->arena, "fullscreen");
    return context->maker->open_window(&wanted, err);
}

bool sitting_open(Sitting *sitting, const CommandContext *context, const SittingOptions *options, Err *err)
{
    const char *data = commands_data_folder(context, err);
    if (!data) return false;
    Str shipped = context->maker->shipped_decks_folder(context->arena, err);
    if (shipped.size == 0) return false;
    if (!options->is_offscreen && !context->maker->open_display(err)) return false;
    Store *store = store_open(data);
    sitting->platform = open_platform(context, options, store, err);
    if (!sitting->platform) {
        store_close(store);
        return false;
    }
    AppOptions wanted = {.store = store,
                         .decks_folder = file_join(context->arena, data, "decks").data,
                         .shipped_decks = shipped.data,
                         .added_decks = context->common.added_decks,
                         .home_folder = context->maker->home_folder(context->arena).data,
                         .downloads_folder = context->maker->downloads_folder(context->arena).data,
                         .player = options->player,
                         .theme = context->common.theme,
                         .text_percent = context->common.text_percent,
                         .is_muted = context->common.is_muted,
                         .is_autoplay = options->is_autoplay};
    sitting->app = app_open(sitting->platform, &wanted);
    return true;
}

void sitting_close(Sitting *sitting, const CommandContext *context)
{
    const Platform *platform = sitting->platform;
    WindowPlace place;
    if (platform->window_place(platform->self, &place)) {
        Str text = str_format(context->arena, "%d %d %d %d", place.x, place.y, place.width, place.height);
        app_keep_window(sitting->app, text);
    }
    app_close(sitting->app);
    context->maker->close(sitting->platform);
}
