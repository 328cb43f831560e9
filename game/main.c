/* Chooses the platform and hands the words of the command line to commands/. */
#include "commands/commands.h"
#include "platform/paths.h"
#include "platform/platform_sdl.h"
#include "platform/wall_clock.h"

static bool read_options(const PlatformOptions *options, Arena *arena, PlatformSdlOptions *out, Err *err)
{
    Str assets = paths_assets(arena, err);
    if (assets.size == 0) return false;
    *out = (PlatformSdlOptions){.width_px = options->width_px,
                                .height_px = options->height_px,
                                .x_px = options->x_px,
                                .y_px = options->y_px,
                                .has_place = options->has_place,
                                .is_fullscreen = options->is_fullscreen,
                                .is_drawing = options->is_drawing,
                                .renderer = options->renderer,
                                .assets = assets.data};
    return true;
}

static Platform *open_with(const PlatformOptions *options,
                           Platform *(*open)(const PlatformSdlOptions *, Err *), Err *err)
{
    Arena arena;
    arena_init(&arena, 0);
    PlatformSdlOptions wanted;
    Platform *platform = read_options(options, &arena, &wanted, err) ? open(&wanted, err) : NULL;
    arena_deinit(&arena);
    return platform;
}

static Platform *open_window(const PlatformOptions *options, Err *err)
{
    return open_with(options, platform_sdl_open_window, err);
}

static Platform *open_offscreen(const PlatformOptions *options, Err *err)
{
    return open_with(options, platform_sdl_open_offscreen, err);
}

int main(int argc, char **argv)
{
    const PlatformMaker maker = {.open_display = platform_sdl_open_display,
                                 .open_window = open_window,
                                 .open_offscreen = open_offscreen,
                                 .close = platform_sdl_close,
                                 .data_folder = paths_data,
                                 .shipped_decks_folder = paths_decks,
                                 .home_folder = paths_home,
                                 .downloads_folder = paths_downloads,
                                 .wall_ms = wall_clock_ms,
                                 .utc_offset_min = wall_clock_offset_min};
    return commands_main(argc, argv, &maker);
}
