/* The person's own folders. */
#include <stdlib.h>

#include "base/file.h"
#include "platform/paths.h"

#define USER_DIRS_BYTES (64u << 10)

static const char *variable(const char *name)
{
    const char *value = getenv(name);
    return value && value[0] == '/' ? value : NULL;
}

Str paths_home(Arena *arena)
{
    const char *home = variable("HOME");
    return home && file_is_folder(home) ? str_copy(arena, str_of(home)) : STR("/");
}

/* The value of a line `XDG_DOWNLOAD_DIR="$HOME/Downloads"`, as xdg-user-dirs writes it. */
static Str read_line(Arena *arena, Str line, Str home)
{
    Str start = STR("XDG_DOWNLOAD_DIR=\""), own = STR("$HOME");
    line = str_trim(line);
    if (!str_starts(line, start) || !str_ends(line, STR("\"")) || line.size <= start.size) return (Str){0};
    Str value = str_slice(line, start.size, line.size - 1);
    if (!str_starts(value, own)) return str_copy(arena, value);
    return str_format(arena, "%.*s%.*s", STR_FMT(home), STR_FMT(str_slice(value, own.size, value.size)));
}

static Str read_user_dirs(Arena *arena, Str home)
{
    const char *config = variable("XDG_CONFIG_HOME");
    Str folder = config ? str_of(config) : file_join(arena, home.data, ".config");
    Str text, found = {0};
    if (!file_read(file_join(arena, folder.data, "user-dirs.dirs").data, USER_DIRS_BYTES, arena, &text, NULL))
        return found;
    for (size_t at = 0; at < text.size;) {
        size_t end = at;
        while (end < text.size && text.data[end] != '\n') end++;
        Str value = read_line(arena, str_slice(text, at, end), home);
        if (value.size > 0) found = value;
        at = end + 1;
    }
    return found;
}

Str paths_downloads(Arena *arena)
{
    Str home = paths_home(arena);
    const char *said = variable("XDG_DOWNLOAD_DIR");
    Str folders[] = {said ? str_copy(arena, str_of(said)) : (Str){0}, read_user_dirs(arena, home),
                     file_join(arena, home.data, "Downloads")};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (folders[i].size > 0 && file_is_folder(folders[i].data)) return folders[i];
    return home;
}
