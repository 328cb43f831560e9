#include "deck/shelf_book.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

typedef struct {
    uint32_t tag, cards;
} TagCount;

static int compare_tag_counts(const void *a, const void *b)
{
    const TagCount *left = a, *right = b;
    if (left->cards != right->cards) return left->cards > right->cards ? -1 : 1;
    return (left->tag > right->tag) - (left->tag < right->tag);
}

static void set_tags(ShelfEntry *entry, const Deck *deck, Arena *arena)
{
    Arena scratch;
    arena_init(&scratch, 1024);
    uint32_t count = deck_tag_count(deck);
    TagCount *counts = ARENA_NEW_N(&scratch, TagCount, count);
    for (uint32_t tag = 0; tag < count; tag++) counts[tag] = (TagCount){tag, deck_tag_cards(deck, tag)};
    qsort(counts, count, sizeof *counts, compare_tag_counts);
    entry->tags = ARENA_NEW_N(arena, Str, count);
    entry->tag_cards = ARENA_NEW_N(arena, uint32_t, count);
    entry->tag_count = count;
    for (uint32_t i = 0; i < count; i++) {
        entry->tags[i] = str_copy(arena, deck_tag(deck, counts[i].tag));
        entry->tag_cards[i] = counts[i].cards;
    }
    arena_deinit(&scratch);
}

static void set_good(ShelfEntry *entry, const Deck *deck, Arena *arena)
{
    entry->id = str_copy(arena, deck_id(deck));
    entry->title = str_copy(arena, deck_title(deck));
    entry->description = str_copy(arena, deck_description(deck));
    entry->fingerprint = str_copy(arena, deck_fingerprint(deck));
    entry->cards = deck_count(deck);
    set_tags(entry, deck, arena);
}

static const DeckProblem *find_first_error(const DeckReport *report)
{
    const DeckProblem *problem = report->problems;
    while (problem->is_warning) problem++;
    return problem;
}

static void set_bad(ShelfEntry *entry, const DeckReport *report, Arena *arena)
{
    const DeckProblem *problem = find_first_error(report);
    entry->id = entry->title = str_copy(arena, deck_file_stem(entry->path));
    entry->description = entry->fingerprint = STR("");
    entry->is_bad = true;
    entry->error = problem->line > 0
                       ? str_format(arena, "%d:%d: %s", problem->line, problem->column, problem->text)
                       : str_copy(arena, str_of(problem->text));
}

ShelfBook *shelf_book_open(const char *path, const ShelfFolder *folder, size_t folder_number, FileInfo info)
{
    Arena arena;
    arena_init(&arena, 1024);
    ShelfBook *book = ARENA_NEW(&arena, ShelfBook);
    book->folder = folder_number;
    book->info = info;
    book->is_seen = true;
    ShelfEntry *entry = &book->entry;
    *entry = (ShelfEntry){.path = str_copy(&arena, str_of(path)), .origin = folder->origin};
    DeckReport report;
    Deck *deck = deck_load_file(path, &report);
    if (deck)
        set_good(entry, deck, &arena);
    else
        set_bad(entry, &report, &arena);
    deck_release(deck);
    book->folded_title = text_fold(&arena, entry->title);
    book->arena = arena;
    return book;
}

void shelf_book_close(ShelfBook *book)
{
    Arena arena = book->arena;
    arena_deinit(&arena);
}

/* Bad ones first, they take no part; then by id, the winner of each first. */
static int compare_by_id(const void *a, const void *b)
{
    const ShelfBook *left = *(ShelfBook *const *)a, *right = *(ShelfBook *const *)b;
    if (left->entry.is_bad != right->entry.is_bad) return left->entry.is_bad ? -1 : 1;
    int order = str_compare(left->entry.id, right->entry.id);
    if (order) return order;
    if (left->folder != right->folder) return left->folder > right->folder ? -1 : 1;
    return str_compare(left->entry.path, right->entry.path);
}

static int compare_by_title(const void *a, const void *b)
{
    const ShelfBook *left = *(ShelfBook *const *)a, *right = *(ShelfBook *const *)b;
    int order = str_compare(left->folded_title, right->folded_title);
    return order ? order : str_compare(left->entry.path, right->entry.path);
}

static void copy_entry(const ShelfEntry *from, Arena *arena, ShelfEntry *to)
{
    *to = *from;
    to->path = str_copy(arena, from->path);
    to->id = str_copy(arena, from->id);
    to->title = str_copy(arena, from->title);
    to->description = str_copy(arena, from->description);
    to->fingerprint = str_copy(arena, from->fingerprint);
    to->error = str_copy(arena, from->error);
    to->tags = ARENA_NEW_N(arena, Str, from->tag_count);
    to->tag_cards = ARENA_NEW_N(arena, uint32_t, from->tag_count);
    for (uint32_t i = 0; i < from->tag_count; i++) {
        to->tags[i] = str_copy(arena, from->tags[i]);
        to->tag_cards[i] = from->tag_cards[i];
    }
}

static void set_doubled(ShelfEntry *entry, const ShelfBook *winner, Arena *arena)
{
    entry->is_bad = true;
    entry->error = str_format(arena, "the id \"%.*s\" is that of \"%.*s\" too; each deck needs its own",
                              STR_FMT(entry->id), STR_FMT(file_name(winner->entry.path)));
}

typedef struct {
    ShelfBook *book;
    const ShelfBook *doubles; /* the winner that it shares id and folder with, or NULL */
    bool hides_shipped;
} Listed;

static int compare_listed(const void *a, const void *b)
{
    const Listed *left = a, *right = b;
    return compare_by_title(&left->book, &right->book);
}

size_t shelf_books_list(ShelfBook *const *books, size_t count, Arena *arena, ShelfEntry *out)
{
    if (count == 0) return 0;
    ShelfBook **sorted = ARENA_NEW_N(arena, ShelfBook *, count);
    Listed *listed = ARENA_NEW_N(arena, Listed, count);
    memcpy(sorted, books, count * sizeof(ShelfBook *));
    qsort(sorted, count, sizeof(ShelfBook *), compare_by_id);
    size_t kept = 0, winner_at = 0;
    const ShelfBook *winner = NULL;
    for (size_t i = 0; i < count; i++) {
        ShelfBook *book = sorted[i];
        bool is_loser = winner && !book->entry.is_bad && str_is(winner->entry.id, book->entry.id);
        if (is_loser && winner->folder != book->folder) {
            if (book->entry.origin == SHELF_SHIPPED) listed[winner_at].hides_shipped = true;
            continue;
        }
        if (!is_loser && !book->entry.is_bad) {
            winner = book;
            winner_at = kept;
        }
        listed[kept++] = (Listed){.book = book, .doubles = is_loser ? winner : NULL};
    }
    qsort(listed, kept, sizeof *listed, compare_listed);
    for (size_t i = 0; i < kept; i++) {
        copy_entry(&listed[i].book->entry, arena, &out[i]);
        out[i].hides_shipped = listed[i].hides_shipped;
        if (listed[i].doubles) set_doubled(&out[i], listed[i].doubles, arena);
    }
    return kept;
}
