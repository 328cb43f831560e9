#include <stdio.h>

#include "base/file.h"
#include "base/text.h"
#include "commands/commands.h"
#include "commands/nearest.h"
#include "store/store_backup.h"

const char *commands_data_folder(const CommandContext *context, Err *err)
{
    if (context->common.data_folder) return context->common.data_folder;
    Str folder = context->maker->data_folder(context->arena, err);
    return folder.size ? folder.data : NULL;
}

Shelf *commands_open_shelf(const CommandContext *context, Err *err)
{
    Str shipped = context->maker->shipped_decks_folder(context->arena, err);
    if (shipped.size == 0) return NULL;
    const char *data = commands_data_folder(context, err);
    if (!data) return NULL;
    store_finish_restore(data);
    Str players = file_join(context->arena, data, "decks");
    ShelfFolder folders[] = {{shipped.data, SHELF_SHIPPED},
                             {players.data, SHELF_PLAYERS},
                             {context->common.added_decks, SHELF_ADDED}};
    Shelf *shelf = shelf_open(folders, context->common.added_decks ? 3 : 2);
    shelf_wait(shelf);
    return shelf;
}

/* What people's words can still be done with: a file that was set aside or cannot be written is told, and
   gone on with. */
Store *commands_open_store(const CommandContext *context, Err *err)
{
    const char *data = commands_data_folder(context, err);
    if (!data) return NULL;
    Store *store = store_open(data);
    Str sentence;
    if (store_health(store, context->arena, &sentence) != STORE_WELL)
        fprintf(stderr, "matchwick: %.*s\n", STR_FMT(sentence));
    return store;
}

static Str find_near(Shelf *shelf, Str name, Arena *arena)
{
    ShelfEntry *entries;
    size_t count = shelf_list(shelf, arena, &entries);
    Nearest nearest = nearest_begin(name);
    Str best = STR("");
    for (size_t i = 0; i < count; i++) {
        size_t before = nearest.distance;
        nearest_offer(&nearest, entries[i].id);
        nearest_offer(&nearest, entries[i].title);
        if (nearest.distance < before) best = entries[i].id;
    }
    return best;
}

static Deck *find_named(const CommandContext *context, Shelf *shelf, Str name, Err *err)
{
    Err found = {0};
    Deck *deck = shelf_find(shelf, name, &found);
    if (deck) return deck;
    Str near = file_is_there(name.data) ? STR("") : find_near(shelf, name, context->arena);
    if (near.size)
        err_set(err, "%s; is \"%.*s\" meant?", found.text, STR_FMT(near));
    else
        err_set(err, "%s", found.text);
    return NULL;
}

Deck *commands_open_deck(const CommandContext *context, Shelf *shelf, const char *name, Err *err)
{
    if (name) return find_named(context, shelf, str_copy(context->arena, str_of(name)), err);
    Store *store = commands_open_store(context, err);
    if (!store) return NULL;
    Str last = store_last_deck(store, 0, context->arena);
    store_close(store);
    if (last.size) return find_named(context, shelf, last, err);
    err_set(err, "no deck was played yet: name one by its id, its title or its path");
    return NULL;
}

static const StorePlayer *find_name(const StorePlayer *players, size_t count, Str name, Arena *arena)
{
    Str folded = text_fold(arena, name);
    for (size_t i = 0; i < count; i++)
        if (str_is(text_fold(arena, players[i].name), folded)) return &players[i];
    return NULL;
}

int64_t commands_find_player(Store *store, Str name, Arena *arena)
{
    StorePlayer *players;
    size_t count = store_players(store, arena, &players);
    const StorePlayer *player = find_name(players, count, name, arena);
    return player ? player->id : 0;
}

bool commands_choose_player(Store *store, const char *name, Arena *arena, StorePlayer *out, Err *err)
{
    StorePlayer *players;
    size_t count = store_players(store, arena, &players);
    if (count == 0) return err_set(err, "nobody has played yet");
    const StorePlayer *player = name ? find_name(players, count, str_of(name), arena)
                                     : store_last_player(store, players, count, arena);
    if (!player)
        return err_set(err, "there is no player \"%s\"; there is \"%s\"", name, players[0].name.data);
    *out = *player;
    return true;
}
