/* The files of the player's decks: their names, copies, and the bin. A deck that is deleted lies in the
   folder `bin` beside the decks' folder for 30 days. Paths are UTF-8, zero-terminated. */
#ifndef MATCHWICK_EDIT_DECK_FILES_H
#define MATCHWICK_EDIT_DECK_FILES_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "deck/deck_build.h"
#include "deck/shelf.h"

#define DECK_FILES_BIN_DAYS 30

/* Where a new deck goes and what it is called. `taken`: ids that it may not have though no file of the folder
   is named so, those of all decks on the shelf: a deck with the id of a shipped one would stand in its place
   and inherit what is known of its cards. */
typedef struct {
    const char *folder;
    Str title;
    const Str *taken;
    size_t taken_count;
} DeckPlace;

/* Beside all decks of the shelf. */
DeckPlace deck_files_place(const char *folder, Str title, Shelf *shelf, Arena *arena);

/* A deck id from the title ("World capitals" gives "world-capitals") that is free there: "-2", "-3" … behind
   it where needed. Also the file's name, with ".json". */
Str deck_files_free_id(const DeckPlace *place, Arena *arena);
Str deck_files_path(const char *folder, Str id, Arena *arena);

/* A format 1 file of these cards, in the layout of the shipped decks. */
NODISCARD bool deck_files_text(const DeckHead *head, const DeckCard *cards, size_t count, Arena *arena,
                               Str *out, Err *err);

/* Each gives the path of the new deck; empty with `err` set. */
/* A copy of the file with another id and title. */
Str deck_files_duplicate(const char *path, const DeckPlace *place, Arena *arena, Err *err);
/* Cards of several deck files as one deck, described as the first of them; a card that is in an earlier one
   (same term and definition, folded) comes in once, with the tags of both. Ids stay as far as they differ. */
Str deck_files_merge(const char *const *paths, size_t count, const DeckPlace *place, Arena *arena, Err *err);

/* Moves the file into the bin. */
NODISCARD bool deck_files_discard(const char *path, const char *bin, int64_t now_ms, Err *err);
typedef struct {
    Str path, name, title; /* name: that of the file as it was */
    int64_t at_ms;
    uint32_t cards; /* 0: it cannot be read */
} BinDeck;
/* The latest first. What has lain there for 30 days is deleted. */
size_t deck_files_bin(const char *bin, int64_t now_ms, Arena *arena, BinDeck **out);
/* Back into the folder, under a free name where its own is taken. */
NODISCARD bool deck_files_restore(const BinDeck *deck, const char *folder, Err *err);
NODISCARD bool deck_files_destroy(const BinDeck *deck, Err *err);

#endif
