/* What a player says of a card beside answering it. */
#include <assert.h>

#include "store/store_inner.h"

static void set_learned(BookCard *card, bool is_on)
{
    card->study->learned += is_on - card->kept.is_learned;
    card->study->is_dirty = true;
    card->kept.is_learned = is_on;
}

static void set_mark(BookCard *card, const StoreMark *mark)
{
    bool is_on = mark->value != 0;
    switch (mark->kind) {
    case MARK_STARRED: card->kept.is_starred = is_on; return;
    case MARK_SUSPENDED: card->kept.is_suspended = is_on; return;
    case MARK_LEARNED: set_learned(card, is_on); return;
    case MARK_BURIED: card->kept.buried_until_ms = mark->value; return;
    }
    assert(false);
}

int store_marks_write(StoreBook *book, const StoreMark *mark)
{
    BookStudy *study;
    BookCard *card;
    int code = store_book_study(book, mark->player, mark->deck_id, true, &study);
    if (code == SQLITE_OK) code = store_book_card(book, study, mark->card_id, &card);
    if (code != SQLITE_OK) return code;
    set_mark(card, mark);
    store_book_touch(book, card);
    return code;
}

static StoreTicket hand_over(Store *store, const StoreMark *mark)
{
    StoreRow row = {.kind = ROW_MARK, .of.mark = *mark};
    return store_hand_over(store, &row);
}

StoreTicket store_star_card(Store *store, int64_t player, Str deck_id, Str card_id, bool is_on)
{
    return hand_over(store, &(StoreMark){MARK_STARRED, player, deck_id, card_id, is_on});
}

StoreTicket store_suspend_card(Store *store, int64_t player, Str deck_id, Str card_id, bool is_on)
{
    return hand_over(store, &(StoreMark){MARK_SUSPENDED, player, deck_id, card_id, is_on});
}

StoreTicket store_bury_card(Store *store, int64_t player, Str deck_id, Str card_id, int64_t until_ms)
{
    return hand_over(store, &(StoreMark){MARK_BURIED, player, deck_id, card_id, until_ms});
}

StoreTicket store_learned(Store *store, int64_t player, Str deck_id, Str card_id, bool is_done)
{
    return hand_over(store, &(StoreMark){MARK_LEARNED, player, deck_id, card_id, is_done});
}

int64_t store_starred_count(Store *store, int64_t player, Str deck_id)
{
    int64_t count = 0;
    Binder binder =
        store_db_bind(&store->file.db, SQL_STARRED,
                      "SELECT count(*) FROM card_memory INDEXED BY card_starred WHERE is_starred = 1"
                      " AND study = (SELECT id FROM study WHERE player = ? AND deck_id = ?)");
    bind_integer(&binder, player);
    bind_text(&binder, deck_id);
    Taker taker = store_read(&binder, NULL);
    while (store_next(store, &taker)) count = take_integer(&taker);
    return count;
}
