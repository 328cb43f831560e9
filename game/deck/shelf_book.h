/* One file on the shelf, as the reading thread found it. For this folder's own files. */
#ifndef MATCHWICK_DECK_SHELF_BOOK_H
#define MATCHWICK_DECK_SHELF_BOOK_H

#include "base/file.h"
#include "deck/shelf.h"

typedef struct {
    Arena arena; /* holds the book itself too */
    ShelfEntry entry;
    Str folded_title;
    size_t folder; /* its number: of two books with one id the higher wins */
    FileInfo info; /* of the file, taken before it was read: a write meanwhile is noticed by the next look */
    bool is_seen;  /* by the look that is under way; for the reading thread alone */
} ShelfBook;

/* Reads the file. */
ShelfBook *shelf_book_open(const char *path, const ShelfFolder *folder, size_t folder_number, FileInfo info);
void shelf_book_close(ShelfBook *book);

/* Of several books with one id the one that wins: of the latest folder; within a folder the first by name,
   and the others are bad decks. Writes `books` in the order of titles to `out` (room for all), with copies of
   what their entries point to, and returns how many. Losers of other folders are left out. */
size_t shelf_books_list(ShelfBook *const *books, size_t count, Arena *arena, ShelfEntry *out);

#endif
