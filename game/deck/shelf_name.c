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

static bool fail_title(const ShelfEntry *one, const ShelfEntry *other, Err *err)
{
    return err_set(err, "two decks have the title \"%.*s\": %.*s (%.*s) and %.*s (%.*s); name one by its id",
                   STR_FMT(one->title), STR_FMT(one->id), STR_FMT(one->path), STR_FMT(other->id),
                   STR_FMT(other->path));
}

bool shelf_name_path(const ShelfEntry *entries, size_t count, Str name, Str *path, Err *err)
{
    const ShelfEntry *entry = find_id(entries, count, name, false);
    if (!entry) {
        entry = find_title(entries, count, name);
        size_t behind = entry ? (size_t)(entry - entries) + 1 : count;
        const ShelfEntry *other = find_title(entries + behind, count - behind, name);
        if (other) return fail_title(entry, other, err);
    }
    if (!entry) entry = find_id(entries, count, name, true);
    *path = entry ? entry->path : name;
    return true;
}
