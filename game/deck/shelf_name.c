#include "deck/shelf_name.h"

static const ShelfEntry *find_id(const ShelfEntry *entries, size_t count, Str id, bool is_bad)
{
    for (size_t i = 0; i < count; i++)
        if (entries[i].is_bad == is_bad && str_is(entries[i].id, id)) return &entries[i];
    return NULL;
}

static const ShelfEntry *find_title(const ShelfEntry *entries, size_t count, Str title)
{
    for (size_t i = 0; i < count; i++)
        if (!entries[i].is_bad && str_is(entries[i].title, title)) return &entries[i];
    return NULL;
}

Str shelf_name_path(const ShelfEntry *entries, size_t count, Str name, Err *err)
{
    const ShelfEntry *entry = find_id(entries, count, name, false);
    if (entry) return entry->path;
    entry = find_title(entries, count, name);
    if (entry) {
        size_t rest = count - (size_t)(entry + 1 - entries);
        const ShelfEntry *other = find_title(entry + 1, rest, name);
        if (!other) return entry->path;
        err_set(err, "two decks have the title \"%.*s\": %.*s (%.*s) and %.*s (%.*s); name one by its id",
                STR_FMT(name), STR_FMT(entry->id), STR_FMT(entry->path), STR_FMT(other->id),
                STR_FMT(other->path));
        return STR("");
    }
    entry = find_id(entries, count, name, true);
    return entry ? entry->path : name;
}
