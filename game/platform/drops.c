#include "platform/drops.h"

void drops_init(Drops *drops)
{
    *drops = (Drops){.is_whole = false};
    arena_init(&drops->arena, 0);
    drops_begin(drops);
}

void drops_deinit(Drops *drops)
{
    arena_deinit(&drops->arena);
}

void drops_begin(Drops *drops)
{
    arena_reset(&drops->arena);
    str_buf_init(&drops->paths, &drops->arena);
    str_buf_init(&drops->text, &drops->arena);
    drops->is_whole = false;
}

/* Each with the zero byte that ends it. */
void drops_add_file(Drops *drops, const char *path)
{
    Str text = str_of(path);
    if (text.size > 0) str_buf_add(&drops->paths, (Str){path, text.size + 1});
}

void drops_add_line(Drops *drops, const char *line)
{
    str_buf_addf(&drops->text, "%s\n", line);
}

bool drops_end(Drops *drops)
{
    drops->is_whole = drops->paths.size + drops->text.size > 0;
    return drops->is_whole;
}

static size_t split_paths(Str paths, Str *out)
{
    size_t count = 0;
    for (size_t at = 0; at < paths.size;) {
        Str path = str_of(paths.data + at);
        if (out) out[count] = path;
        count++;
        at += path.size + 1;
    }
    return count;
}

bool drops_take(Drops *drops, Arena *arena, Drop *out)
{
    if (!drops->is_whole) return false;
    Str paths = str_copy(arena, str_buf_str(&drops->paths));
    size_t count = split_paths(paths, NULL);
    Str *list = ARENA_NEW_N(arena, Str, count + 1);
    split_paths(paths, list);
    *out = (Drop){.paths = list, .path_count = count, .text = str_copy(arena, str_buf_str(&drops->text))};
    drops_begin(drops);
    return true;
}
