#include "platform/paths.h"

#include <stdlib.h>

#include <SDL.h>

#include "base/file.h"

#ifdef __linux__
Str paths_data(Arena *arena, Err *err)
{
    const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
    /* The XDG base directory specification: a relative path is to be ignored. */
    if (data && data[0] == '/') return file_join(arena, data, "matchwick");
    if (home && *home) return file_join(arena, home, ".local/share/matchwick");
    err_set(err, "There is no place for the game's data: neither XDG_DATA_HOME nor HOME is set");
    return (Str){"", 0};
}
#else
static Str without_slash(Str path)
{
    while (path.size > 1 && path.data[path.size - 1] == '/') path.size--;
    return path;
}

Str paths_data(Arena *arena, Err *err)
{
    char *path = SDL_GetPrefPath("", "matchwick");
    Str copy = without_slash(str_of(path ? path : ""));
    if (!path) err_set(err, "There is no place for the game's data: %s", SDL_GetError());
    copy = str_copy(arena, copy);
    SDL_free(path);
    return copy;
}
#endif

static Str program_share(Arena *arena)
{
    char *base = SDL_GetBasePath();
    Str share = base ? file_join(arena, base, "../share/matchwick") : (Str){"", 0};
    SDL_free(base);
    return share;
}

static Str find_shipped(const char *name, Arena *arena, Err *err)
{
    Str roots[] = {program_share(arena), STR(MATCHWICK_SOURCE_DIR), STR(MATCHWICK_INSTALL_DATA_DIR)};
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
        Str folder = file_join(arena, roots[i].data, name);
        if (roots[i].size > 0 && file_is_folder(folder.data)) return folder;
    }
    err_set(err, "The folder \"%s\" of the game is neither in %s nor in %s: was it installed whole?", name,
            roots[0].data, roots[2].data);
    return (Str){"", 0};
}

Str paths_assets(Arena *arena, Err *err)
{
    return find_shipped("assets", arena, err);
}

Str paths_decks(Arena *arena, Err *err)
{
    return find_shipped("decks", arena, err);
}
