/* The rows that a book is read from and written to. Private to store/. Every function returns SQLite's code.
 */
#ifndef MATCHWICK_STORE_STORE_ROWS_H
#define MATCHWICK_STORE_STORE_ROWS_H

#include "store/store_book.h"

/* By what a player's memories are reckoned. */
typedef struct {
    MemoryModel model;
    int32_t retention_percent;
} StoreChoice;

/* What the player has set. */
int store_rows_choice(StoreDb *db, int64_t player, StoreChoice *out);
/* What the memories in the tables were made by, and the learner's first answers. A player without that row
   gets one with the choice as given. SQLITE_CONSTRAINT: there is no such player. */
int store_rows_learner(StoreDb *db, int64_t player, StoreChoice *choice, Learner *learner);
int store_rows_change_learner(StoreDb *db, const BookPlayer *player);

/* Decks that the player has studied. */
int store_rows_decks(StoreDb *db, int64_t player, Arena *arena, Str **out, size_t *count);
/* By player and deck_id; its id stays 0 if there is none. */
int store_rows_study(StoreDb *db, BookStudy *study);
int store_rows_add_study(StoreDb *db, BookStudy *study);
int store_rows_change_study(StoreDb *db, const BookStudy *study);

/* The newest; zeroed if there is none. */
int store_rows_session(StoreDb *db, BookStudy *study, Arena *arena);
int store_rows_write_session(StoreDb *db, BookStudy *study);
/* Adds what is to be added, with the sums as they are. */
int store_rows_write_day(StoreDb *db, BookStudy *study);
int store_rows_write_calibration(StoreDb *db, BookStudy *study);

#define STORE_NEVER "9223372036854775807" /* INT64_MAX */

/* The row's columns from `card_id` on but `player`. */
#define STORE_CARD_COLUMNS                                                                                   \
    "card_id, stability, fast, difficulty, last_ms, last_day, answers, lapses, good_days, last_good_day,"    \
    " has_recalled, last_p, s90, due_ms, is_starred, is_suspended, is_learned, buried_until_ms"
void store_rows_take_card(Taker *taker, StoreCard *out);
/* By card_id; left as it is if there is no row. */
int store_rows_card(StoreDb *db, int64_t study, StoreCard *out);
int store_rows_cards(StoreDb *db, int64_t study, Arena *arena, StoreCard **out, size_t *count);
/* A card of which nothing is kept has no row. */
int store_rows_set_card(StoreDb *db, const BookCard *card);

#endif
