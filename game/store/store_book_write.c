#include <stdlib.h>

#include "store/store_rows.h"

static int write_study(StoreDb *db, BookStudy *study)
{
    int code = store_rows_write_session(db, study);
    if (code == SQLITE_OK) code = store_rows_write_day(db, study);
    if (code == SQLITE_OK) code = store_rows_write_calibration(db, study);
    if (code == SQLITE_OK && study->is_dirty) code = store_rows_change_study(db, study);
    study->is_dirty = false;
    return code;
}

static int write_player(StoreDb *db, BookPlayer *player)
{
    int code = player->is_dirty ? store_rows_change_learner(db, player) : SQLITE_OK;
    player->is_dirty = false;
    for (BookStudy *study = player->studies; code == SQLITE_OK && study != NULL; study = study->next)
        code = write_study(db, study);
    return code;
}

static int compare_cards(const void *a, const void *b)
{
    const BookCard *x = *(BookCard *const *)a, *y = *(BookCard *const *)b;
    if (x->study->id != y->study->id) return x->study->id < y->study->id ? -1 : 1;
    return str_compare(x->kept.card_id, y->kept.card_id);
}

/* In the order of their key: the rows of a long log go one behind the other. */
static int write_cards(StoreBook *book)
{
    Arena arena;
    arena_init(&arena, 0);
    BookCard **cards = ARENA_NEW_N(&arena, BookCard *, book->dirty_count + 1);
    size_t count = 0;
    for (BookCard *card = book->dirty; card != NULL; card = card->next_dirty) cards[count++] = card;
    qsort(cards, count, sizeof *cards, compare_cards);
    int code = SQLITE_OK;
    for (size_t i = 0; code == SQLITE_OK && i < count; i++) {
        store_book_due_ms(cards[i]);
        cards[i]->is_dirty = false;
        code = store_rows_set_card(book->db, cards[i]);
    }
    book->dirty = NULL;
    book->dirty_count = 0;
    arena_deinit(&arena);
    return code;
}

int store_book_write(StoreBook *book)
{
    int code = SQLITE_OK;
    for (BookPlayer *player = book->players; code == SQLITE_OK && player != NULL; player = player->next)
        code = write_player(book->db, player);
    return code == SQLITE_OK ? write_cards(book) : code;
}
