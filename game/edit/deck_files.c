#include "edit/deck_files.h"

#include "base/file.h"
#include "deck/deck_id.h"

#define MAX_NAME_BYTES 200 /* with numbers and an ending well below what file systems take */

/* An id comes from a file of someone else: it may name nothing outside the folder. */
static bool is_file_name(Str id)
{
    if (id.size == 0 || id.size > MAX_NAME_BYTES || id.data[0] == '.' || str_ends(id, STR(".schema")))
        return false;
    for (size_t i = 0; i < id.size; i++) {
        unsigned char here = (unsigned char)id.data[i];
        if (here < 0x20 || here == 0x7f || here == '/' || here == '\\') return false;
    }
    return true;
}

static Str made_id(Str text, Arena *arena)
{
    char made[DECK_MADE_ID_BYTES];
    size_t size = deck_id_make(text, arena, made);
    return str_copy(arena, (Str){made, size});
}

Str deck_files_path(const char *folder, Str id, Arena *arena)
{
    Str name = is_file_name(id) ? id : made_id(id, arena);
    return file_join(arena, folder, str_format(arena, "%.*s.json", STR_FMT(name)).data);
}

DeckPlace deck_files_place(const char *folder, Str title, Shelf *shelf, Arena *arena)
{
    ShelfEntry *decks;
    size_t count = shelf_list(shelf, arena, &decks);
    Str *taken = ARENA_NEW_N(arena, Str, count + 1);
    for (size_t i = 0; i < count; i++) taken[i] = decks[i].id;
    return (DeckPlace){.folder = folder, .title = title, .taken = taken, .taken_count = count};
}

static bool is_taken(const DeckPlace *place, Str id, Arena *arena)
{
    for (size_t i = 0; i < place->taken_count; i++)
        if (str_is(place->taken[i], id)) return true;
    return file_is_there(deck_files_path(place->folder, id, arena).data);
}

Str deck_files_free_id(const DeckPlace *place, Arena *arena)
{
    Str base = made_id(place->title, arena), id = base;
    for (unsigned number = 2; is_taken(place, id, arena); number++)
        id = str_format(arena, "%.*s-%u", STR_FMT(base), number);
    return id;
}
