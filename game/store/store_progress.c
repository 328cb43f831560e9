#include <string.h>

#include "store/store_inner.h"
#include "store/store_rows.h"

#define OF_PLAYER "s.player = ?1 AND ?2 IN ('', s.deck_id)"

static Binder bind_asked(Store *store, SqlId id, const char *sql, int64_t player, Str deck_id)
{
    Binder binder = store_db_bind(&store->file.db, id, sql);
    bind_integer(&binder, player);
    bind_text(&binder, deck_id);
    return binder;
}

/* --- days --- */

/* What each day changed; added up they are what was there at its end, over all decks. */
static const char days_sql[] =
    "SELECT day, sum(answers), sum(right), sum(learning), sum(familiar), sum(mastered), sum(bars) FROM"
    " (SELECT day, d.answers, d.right, d.learning - lag(d.learning, 1, 0) OVER before AS learning,"
    "   d.familiar - lag(d.familiar, 1, 0) OVER before AS familiar,"
    "   d.mastered - lag(d.mastered, 1, 0) OVER before AS mastered,"
    "   d.bars - lag(d.bars, 1, 0) OVER before AS bars"
    "  FROM study s JOIN study_day d ON d.study = s.id WHERE " OF_PLAYER
    "  WINDOW before AS (PARTITION BY d.study ORDER BY d.day))"
    " GROUP BY day ORDER BY day";

static void add_day(Taker *taker, StoreProgressDay *day)
{
    int32_t levels[MASTERY_LEVELS] = {0};
    double bars;
    day->day = take_int32(taker);
    day->answers = take_int32(taker);
    day->right = take_int32(taker);
    store_take_levels(taker, levels, &bars);
    for (int level = 0; level < MASTERY_LEVELS; level++) day->levels[level] += levels[level];
    day->bars += bars;
}

size_t store_progress_days(Store *store, int64_t player, Str deck_id, int32_t from_day, Arena *arena,
                           StoreProgressDay **out)
{
    size_t count = 0;
    *out = NULL;
    StoreProgressDay day = {0};
    Binder binder = bind_asked(store, SQL_PROGRESS_DAYS, days_sql, player, deck_id);
    Taker taker = store_read(&binder, NULL);
    while (store_next(store, &taker)) {
        add_day(&taker, &day);
        if (day.day < from_day) continue;
        *out = store_db_grow(arena, *out, count, sizeof **out);
        (*out)[count++] = day;
    }
    return count;
}

/* --- calibration --- */

void store_calibration(Store *store, int64_t player, Str deck_id,
                       StoreCalibration out[STORE_CALIBRATION_BINS])
{
    memset(out, 0, STORE_CALIBRATION_BINS * sizeof out[0]);
    Binder binder = bind_asked(store, SQL_CALIBRATION,
                               "SELECT c.bin, sum(c.count), sum(c.right), sum(c.predicted) FROM study s"
                               " JOIN calibration c ON c.study = s.id WHERE " OF_PLAYER " GROUP BY c.bin",
                               player, deck_id);
    Taker taker = store_read(&binder, NULL);
    while (store_next(store, &taker)) {
        int32_t bin = take_int32(&taker);
        if (bin < 0 || bin >= STORE_CALIBRATION_BINS) continue;
        out[bin].count = take_int32(&taker);
        out[bin].right = take_int32(&taker);
        out[bin].predicted = (double)take_integer(&taker) / 1e6;
    }
}

/* --- response times --- */

#define IS_TIMED " AND is_right = 1 AND is_undone = 0 AND is_forced = 0 AND lost_focus = 0"

static Binder bind_times(Store *store, int64_t player, Str deck_id)
{
    if (deck_id.size > 0)
        return bind_asked(store, SQL_RESPONSE_TIMES_DECK,
                          "SELECT response_ms FROM answer INDEXED BY answer_study WHERE study ="
                          " (SELECT id FROM study WHERE player = ?1 AND deck_id = ?2)" IS_TIMED
                          " ORDER BY at_ms DESC LIMIT ?3",
                          player, deck_id);
    return bind_asked(store, SQL_RESPONSE_TIMES,
                      "SELECT response_ms FROM answer INDEXED BY answer_last WHERE player = ?1"
                      " AND ?2 = ''" IS_TIMED " ORDER BY id DESC LIMIT ?3",
                      player, deck_id);
}

size_t store_response_times(Store *store, int64_t player, Str deck_id, size_t limit, Arena *arena,
                            int32_t **out)
{
    size_t count = 0;
    *out = NULL;
    Binder binder = bind_times(store, player, deck_id);
    bind_integer(&binder, store_limit(limit));
    Taker taker = store_read(&binder, NULL);
    while (store_next(store, &taker)) {
        *out = store_db_grow(arena, *out, count, sizeof **out);
        (*out)[count++] = take_int32(&taker);
    }
    return count;
}

/* --- hardest --- */

size_t store_hardest(Store *store, int64_t player, Str deck_id, size_t limit, Arena *arena,
                     StoreHardCard **out)
{
    size_t count = 0;
    *out = NULL;
    Binder binder = bind_asked(store, SQL_HARDEST,
                               "SELECT (SELECT deck_id FROM study WHERE id = c.study), " STORE_CARD_COLUMNS
                               " FROM card_memory c WHERE c.answers > 0 AND c.study IN"
                               " (SELECT s.id FROM study s WHERE " OF_PLAYER ")"
                               " ORDER BY s90, lapses DESC, card_id LIMIT ?3",
                               player, deck_id);
    bind_integer(&binder, store_limit(limit));
    Taker taker = store_read(&binder, arena);
    while (store_next(store, &taker)) {
        *out = store_db_grow(arena, *out, count, sizeof **out);
        StoreHardCard *hard = &(*out)[count++];
        hard->deck_id = take_text(&taker);
        StoreCard card;
        store_rows_take_card(&taker, &card);
        hard->card_id = card.card_id;
        hard->memory = card.memory;
    }
    return count;
}
