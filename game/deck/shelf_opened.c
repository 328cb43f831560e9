#include "deck/shelf_opened.h"

static void forget(ShelfOpenedDeck *opened)
{
    if (!opened->deck) return;
    deck_release(opened->deck);
    arena_deinit(&opened->path_arena);
    opened->deck = NULL;
}

void shelf_opened_deinit(ShelfOpened *opened)
{
    for (int i = 0; i < SHELF_OPENED_MAX; i++) forget(&opened->decks[i]);
}

static bool is_of(const ShelfOpenedDeck *opened, Str path)
{
    return opened->deck && str_is(opened->path, path);
}

Deck *shelf_opened_find(ShelfOpened *opened, Str path, FileInfo info)
{
    for (int i = 0; i < SHELF_OPENED_MAX; i++) {
        ShelfOpenedDeck *known = &opened->decks[i];
        if (!is_of(known, path)) continue;
        if (known->info.changed_ns != info.changed_ns || known->info.size != info.size) return NULL;
        known->last_use = ++opened->uses;
        return deck_retain(known->deck);
    }
    return NULL;
}

static ShelfOpenedDeck *find_place(ShelfOpened *opened, Str path)
{
    ShelfOpenedDeck *place = &opened->decks[0];
    for (int i = 0; i < SHELF_OPENED_MAX; i++) {
        ShelfOpenedDeck *known = &opened->decks[i];
        if (is_of(known, path)) return known;
        if (place->deck && (!known->deck || known->last_use < place->last_use)) place = known;
    }
    return place;
}

void shelf_opened_keep(ShelfOpened *opened, Str path, FileInfo info, Deck *deck)
{
    ShelfOpenedDeck *place = find_place(opened, path);
    forget(place);
    arena_init(&place->path_arena, 256);
    place->path = str_copy(&place->path_arena, path);
    place->info = info;
    place->deck = deck_retain(deck);
    place->last_use = ++opened->uses;
}
