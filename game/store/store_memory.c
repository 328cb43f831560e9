#include "store/store_inner.h"
#include "store/store_learner.h"
#include "store/store_rebuild.h"
#include "store/store_rows.h"
#include "store/store_step.h"

#define STUDY_ID "(SELECT id FROM study WHERE player = ?1 AND deck_id = ?2)"
#define IS_ASKED " AND asked_ms <= ?3 AND asked_ms < " STORE_NEVER " AND buried_until_ms <= ?3"

static Binder bind_deck(Store *store, SqlId id, const char *sql, int64_t player, Str deck_id)
{
    Binder binder = store_db_bind(&store->file.db, id, sql);
    bind_integer(&binder, player);
    bind_text(&binder, deck_id);
    return binder;
}

/* --- cards --- */

size_t store_cards(Store *store, int64_t player, Str deck_id, Arena *arena, StoreCard **out)
{
    size_t count = 0;
    *out = NULL;
    Binder binder =
        bind_deck(store, SQL_DECK_CARDS,
                  "SELECT " STORE_CARD_COLUMNS " FROM card_memory WHERE study = " STUDY_ID, player, deck_id);
    Taker taker = store_read(&binder, arena);
    while (store_next(store, &taker)) {
        *out = store_db_grow(arena, *out, count, sizeof **out);
        store_rows_take_card(&taker, &(*out)[count++]);
    }
    return count;
}

Learner store_learner(Store *store, int64_t player)
{
    Learner learner = {0};
    Binder binder = store_db_bind(&store->file.db, SQL_FIRSTS,
                                  "SELECT first_right, first_wrong FROM learner WHERE player = ?");
    bind_integer(&binder, player);
    Taker taker = store_read(&binder, NULL);
    while (store_next(store, &taker)) {
        learner.first_right = take_int32(&taker);
        learner.first_wrong = take_int32(&taker);
    }
    store_meet(store, store_learner_paces(&store->file.db, player, &learner));
    return learner;
}

/* --- due --- */

static Binder bind_due(Store *store, int64_t player, Str deck_id)
{
    if (deck_id.size > 0)
        return bind_deck(store, SQL_DUE_DECK,
                         "SELECT ?2, card_id, asked_ms FROM card_memory INDEXED BY card_asked_deck"
                         " WHERE study = " STUDY_ID IS_ASKED " ORDER BY asked_ms LIMIT ?4",
                         player, deck_id);
    return bind_deck(store, SQL_DUE,
                     "SELECT (SELECT deck_id FROM study WHERE id = study), card_id, asked_ms FROM card_memory"
                     " INDEXED BY card_asked WHERE player = ?1 AND ?2 = ''" IS_ASKED
                     " ORDER BY asked_ms LIMIT ?4",
                     player, deck_id);
}

size_t store_due(Store *store, int64_t player, Str deck_id, int64_t until_ms, size_t limit, Arena *arena,
                 StoreDue **out)
{
    size_t count = 0;
    *out = NULL;
    Binder binder = bind_due(store, player, deck_id);
    bind_integer(&binder, until_ms);
    bind_integer(&binder, store_limit(limit));
    Taker taker = store_read(&binder, arena);
    while (store_next(store, &taker)) {
        *out = store_db_grow(arena, *out, count, sizeof **out);
        StoreDue *due = &(*out)[count++];
        due->deck_id = take_text(&taker);
        due->card_id = take_text(&taker);
        due->due_ms = take_integer(&taker);
    }
    return count;
}

static Binder bind_due_count(Store *store, int64_t player, Str deck_id)
{
    if (deck_id.size > 0)
        return bind_deck(store, SQL_DUE_COUNT_DECK,
                         "SELECT count(*) FROM (SELECT 1 FROM card_memory INDEXED BY card_asked_deck"
                         " WHERE study = " STUDY_ID IS_ASKED " LIMIT ?4)",
                         player, deck_id);
    return bind_deck(store, SQL_DUE_COUNT,
                     "SELECT count(*) FROM (SELECT 1 FROM card_memory INDEXED BY card_asked"
                     " WHERE player = ?1 AND ?2 = ''" IS_ASKED " LIMIT ?4)",
                     player, deck_id);
}

int64_t store_due_count(Store *store, int64_t player, Str deck_id, int64_t until_ms, int64_t limit)
{
    int64_t count = 0;
    Binder binder = bind_due_count(store, player, deck_id);
    bind_integer(&binder, until_ms);
    bind_integer(&binder, limit);
    Taker taker = store_read(&binder, NULL);
    while (store_next(store, &taker)) count = take_integer(&taker);
    return count;
}

/* A card that was begun since then is none that was reviewed, however often it came again. */
StoreSpacedToday store_spaced_since(Store *store, int64_t player, Str deck_id, int64_t since_ms)
{
    StoreSpacedToday today = {0};
    Binder binder = bind_deck(store, SQL_SPACED_SINCE,
                              "SELECT coalesce(sum(fresh), 0), coalesce(sum(NOT fresh), 0) FROM"
                              " (SELECT max(was_new) AS fresh FROM answer INDEXED BY answer_study"
                              " WHERE study = " STUDY_ID " AND at_ms >= ?3 AND mode = 'spaced'"
                              " AND is_undone = 0 GROUP BY card_id)",
                              player, deck_id);
    bind_integer(&binder, since_ms);
    Taker taker = store_read(&binder, NULL);
    while (store_next(store, &taker)) {
        today.fresh = take_int32(&taker);
        today.reviews = take_int32(&taker);
    }
    return today;
}

/* --- confusions --- */

size_t store_confusions(Store *store, int64_t player, Str deck_id, size_t limit, Arena *arena,
                        StoreConfusion **out)
{
    size_t count = 0;
    *out = NULL;
    Binder binder = bind_deck(store, SQL_CONFUSIONS,
                              "SELECT asked, chosen, count FROM confusion WHERE study = " STUDY_ID
                              " ORDER BY count DESC, asked, chosen LIMIT ?3",
                              player, deck_id);
    bind_integer(&binder, store_limit(limit));
    Taker taker = store_read(&binder, arena);
    while (store_next(store, &taker)) {
        *out = store_db_grow(arena, *out, count, sizeof **out);
        StoreConfusion *confusion = &(*out)[count++];
        confusion->asked = take_text(&taker);
        confusion->chosen = take_text(&taker);
        confusion->count = take_int32(&taker);
    }
    return count;
}

/* --- sums --- */

StoreMastery store_mastery(Store *store, int64_t player, Str deck_id)
{
    StoreMastery mastery = {0};
    Binder binder = bind_deck(
        store, SQL_MASTERY, "SELECT " STORE_MASTERY_COLUMNS " FROM study WHERE player = ?1 AND deck_id = ?2",
        player, deck_id);
    Taker taker = store_read(&binder, NULL);
    while (store_next(store, &taker)) mastery = store_take_mastery(&taker);
    return mastery;
}

StoreMastery store_take_mastery(Taker *taker)
{
    StoreMastery mastery = {0};
    store_take_levels(taker, mastery.levels, &mastery.bars);
    for (int level = MASTERY_LEARNING; level < MASTERY_LEVELS; level++)
        mastery.cards += mastery.levels[level];
    mastery.recounted_ms = take_integer(taker);
    return mastery;
}

void store_take_levels(Taker *taker, int32_t levels[MASTERY_LEVELS], double *bars)
{
    for (int level = MASTERY_LEARNING; level < MASTERY_LEVELS; level++) levels[level] = take_int32(taker);
    *bars = (double)take_integer(taker) / 1e6;
}

int store_memory_recount(StoreBook *book, const StoreRecount *recount)
{
    BookStudy *study;
    int code = store_book_study(book, recount->player, recount->deck_id, false, &study);
    if (code != SQLITE_OK || study == NULL) return code;
    return store_step_recount(book, study, recount->now_ms);
}

StoreTicket store_recount(Store *store, int64_t player, Str deck_id, int64_t now_ms)
{
    StoreRow row = {.kind = ROW_RECOUNT, .of.recount = {player, now_ms, deck_id}};
    return store_hand_over(store, &row);
}

/* --- all anew --- */

bool store_rebuild_memory(Store *store, int64_t *count, Err *err)
{
    if (!store_can_change(store, "made anew", err)) return false;
    if (store->writer != NULL && !store_flush(store, err)) return false;
    if (!store_begin_change(store, err)) return false;
    store_book_forget(&store->book);
    int code = store_rebuild(&store->file.db, count);
    return store_end_change(store, store_met_change(store, code, err), err);
}
