/* The bin: a folder whose files are named "WHEN-NAME", when in milliseconds of the Unix epoch. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "deck/deck_read.h"
#include "edit/deck_files.h"

#define DAY_MS INT64_C(86400000)

bool deck_files_discard(const char *path, const char *bin, int64_t now_ms, Err *err)
{
    Arena arena;
    arena_init(&arena, 1024);
    Str name = file_name(str_of(path)), to = {0};
    bool is_ready = file_make_folder(bin, err);
    for (; is_ready; now_ms++) { /* two of one name in one millisecond */
        Str file = str_format(&arena, "%" PRId64 "-%.*s", now_ms, STR_FMT(name));
        to = file_join(&arena, bin, file.data);
        if (!file_is_there(to.data)) break;
    }
    bool is_moved = is_ready && file_move(path, to.data, err);
    arena_deinit(&arena);
    return is_moved;
}

/* False for what is no deck of the bin. */
static bool read_name(Str name, BinDeck *out)
{
    size_t digits = 0;
    while (digits < name.size && name.data[digits] >= '0' && name.data[digits] <= '9') digits++;
    bool is_binned = digits > 0 && digits < 19 && digits + 1 < name.size && name.data[digits] == '-';
    if (!is_binned || !deck_is_deck_file(name)) return false;
    out->at_ms = strtoll(name.data, NULL, 10);
    out->name = str_slice(name, digits + 1, name.size);
    return true;
}

static void read_deck(BinDeck *out, Arena *arena)
{
    DeckReport report;
    Deck *deck = deck_load_file(out->path.data, &report);
    out->title = deck ? str_copy(arena, deck_title(deck)) : deck_file_stem(out->name);
    out->cards = deck ? deck_count(deck) : 0;
    deck_release(deck);
}

static bool is_over(const BinDeck *deck, int64_t now_ms)
{
    return now_ms - deck->at_ms >= DECK_FILES_BIN_DAYS * DAY_MS;
}

static int latest_first(const void *a, const void *b)
{
    const BinDeck *x = a, *y = b;
    if (x->at_ms != y->at_ms) return x->at_ms < y->at_ms ? 1 : -1;
    return str_compare(x->path, y->path);
}

size_t deck_files_bin(const char *bin, int64_t now_ms, Arena *arena, BinDeck **out)
{
    FileList list;
    size_t count = 0;
    if (!file_list(bin, arena, &list, NULL)) list.count = 0; /* nothing was ever deleted */
    *out = ARENA_NEW_N(arena, BinDeck, list.count + 1);
    for (size_t i = 0; i < list.count; i++) {
        BinDeck deck = {.path = file_join(arena, bin, list.names[i].data)};
        if (!read_name(list.names[i], &deck)) continue;
        if (is_over(&deck, now_ms) && deck_files_destroy(&deck, NULL)) continue;
        read_deck(&deck, arena);
        (*out)[count++] = deck;
    }
    qsort(*out, count, sizeof **out, latest_first);
    return count;
}

bool deck_files_restore(const BinDeck *deck, const char *folder, Err *err)
{
    Arena arena;
    arena_init(&arena, 1024);
    Str stem = deck_file_stem(deck->name), to = file_join(&arena, folder, deck->name.data);
    for (unsigned number = 2; file_is_there(to.data); number++)
        to = file_join(&arena, folder, str_format(&arena, "%.*s-%u.json", STR_FMT(stem), number).data);
    bool is_moved = file_make_folder(folder, err) && file_move(deck->path.data, to.data, err);
    arena_deinit(&arena);
    return is_moved;
}

bool deck_files_destroy(const BinDeck *deck, Err *err)
{
    return file_remove(deck->path.data, err);
}
