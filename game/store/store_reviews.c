#include <assert.h>

#include "store/store_inner.h"
#include "store/store_log.h"
#include "store/store_rebuild.h"

static StoreAnswer answer_of(const StoreReviews *reviews, const StoreReview *review)
{
    assert(review->grade >= GRADE_AGAIN && review->grade <= GRADE_EASY);
    return (StoreAnswer){
        .player = reviews->player,
        .at_ms = review->at_ms,
        .day = review->day,
        .deck_id = reviews->deck_id,
        .fingerprint = reviews->fingerprint,
        .card_id = review->card_id,
        .mode = STR(STORE_REVIEW_MODE),
        .format = evidence_format_name(EVIDENCE_CARD),
        .is_right = review->grade > GRADE_AGAIN,
        .grade = review->grade,
        .response_ms = review->took_ms,
    };
}

static int look_for(StoreDb *db, int64_t study, const StoreReview *review, bool *is_there)
{
    Binder binder = store_db_bind(db, SQL_FIND_REVIEW,
                                  "SELECT 1 FROM answer INDEXED BY answer_study WHERE study = ? AND at_ms = ?"
                                  " AND card_id = ? AND mode = '" STORE_REVIEW_MODE "'");
    bind_integer(&binder, study);
    bind_integer(&binder, review->at_ms);
    bind_text(&binder, review->card_id);
    Taker taker;
    int code;
    *is_there = store_db_first(db, &binder, NULL, &taker, &code);
    return *is_there ? sqlite3_reset(binder.statement) : code;
}

static int add(StoreBook *book, const BookStudy *study, const StoreReviews *reviews, int64_t *added)
{
    const Judgement none = {.verdict.says_nothing = true, .other.says_nothing = true};
    int code = SQLITE_OK;
    for (size_t i = 0; code == SQLITE_OK && i < reviews->count; i++) {
        StoreAnswer answer = answer_of(reviews, &reviews->items[i]);
        bool is_there;
        code = look_for(book->db, study->id, &reviews->items[i], &is_there);
        if (code != SQLITE_OK || is_there) continue;
        code = store_answers_insert(book, study, &answer, &none);
        ++*added;
    }
    return code;
}

/* Of the whole player: what is expected of a card that was never answered follows from the first answers to
   all cards. */
static int add_and_remake(StoreDb *db, const StoreReviews *reviews, int64_t *added)
{
    StoreBook book;
    BookStudy *study;
    int64_t played = 0;
    store_book_init(&book, db);
    int code = store_book_study(&book, reviews->player, reviews->deck_id, true, &study);
    if (code == SQLITE_OK) code = add(&book, study, reviews, added);
    if (code == SQLITE_OK) code = store_book_write(&book);
    store_book_deinit(&book);
    return code == SQLITE_OK && *added > 0 ? store_rebuild_one(db, reviews->player, &played) : code;
}

bool store_add_reviews(Store *store, const StoreReviews *reviews, int64_t *added, Err *err)
{
    *added = 0;
    if (!store_can_change(store, "added", err)) return false;
    if (store->writer != NULL && !store_flush(store, err)) return false;
    if (!store_begin_change(store, err)) return false;
    store_book_forget(&store->book);
    int code = add_and_remake(&store->file.db, reviews, added);
    bool is_player_gone = (code & 0xff) == SQLITE_CONSTRAINT;
    if (is_player_gone) err_set(err, "That player is not there any more.");
    bool is_good = !is_player_gone && store_met_change(store, code, err);
    is_good = store_end_change(store, is_good, err);
    if (!is_good) *added = 0;
    return is_good;
}
