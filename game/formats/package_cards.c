#include <stdlib.h>

#include "formats/package_decks.h"

#define MAX_CARDS 4000000 /* of Anki's: a note may have several */

static int compare(const void *a, const void *b)
{
    const PackageCard *one = a, *other = b;
    if (one->note != other->note) return one->note < other->note ? -1 : 1;
    return (one->place > other->place) - (one->place < other->place);
}

/* Cards of a note are made with it, so most packages have them in order. */
static bool is_sorted(const PackageCards *cards)
{
    for (size_t i = 1; i < cards->count; i++)
        if (compare(&cards->items[i - 1], &cards->items[i]) > 0) return false;
    return true;
}

static bool count_cards(PackageDb *db, int64_t *out, Err *err)
{
    PackageRows rows;
    *out = 0;
    package_rows_begin(&rows, db, "SELECT count(*) FROM cards NOT INDEXED");
    if (package_rows_next(&rows)) *out = package_rows_integer(&rows, 0);
    return package_rows_end(&rows, err);
}

/* A card that was lent to a filtered deck lies in its own. */
static bool read_cards(PackageDb *db, const PackageDecks *decks, int64_t most, PackageCards *out, Err *err)
{
    PackageRows rows;
    package_rows_begin(
        &rows, db, "SELECT nid, id, ord, CASE WHEN odid <> 0 THEN odid ELSE did END FROM cards NOT INDEXED");
    while ((int64_t)out->count < most && package_rows_next(&rows)) {
        int64_t place = package_rows_integer(&rows, 2);
        const PackageDeck *deck = package_decks_find(decks, package_rows_integer(&rows, 3));
        out->items[out->count++] = (PackageCard){
            .note = package_rows_integer(&rows, 0),
            .id = package_rows_integer(&rows, 1),
            .place = place >= 0 && place < INT32_MAX ? (int32_t)place : INT32_MAX,
            .deck = deck ? (int32_t)(deck - decks->items) : -1,
        };
    }
    return package_rows_end(&rows, err);
}

/* A note lies where its first card does. */
static void mark_used(const PackageCards *cards, PackageDecks *decks)
{
    for (size_t i = 0; i < cards->count; i++) {
        bool is_first = i == 0 || cards->items[i].note != cards->items[i - 1].note;
        if (is_first && cards->items[i].deck >= 0) decks->items[cards->items[i].deck].is_used = true;
    }
}

bool package_cards_read(PackageDb *db, PackageDecks *decks, Arena *arena, PackageCards *out, Err *err)
{
    *out = (PackageCards){NULL, 0};
    int64_t most;
    if (!count_cards(db, &most, err)) return false;
    if (most > MAX_CARDS) return err_set(err, "has more cards than can be read: over %d", MAX_CARDS);
    out->items = ARENA_NEW_N(arena, PackageCard, most);
    if (!read_cards(db, decks, most, out, err)) return false;
    if (!is_sorted(out)) qsort(out->items, out->count, sizeof *out->items, compare);
    mark_used(out, decks);
    return true;
}
