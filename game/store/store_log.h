/* The answers as they are read back from their table, to be played anew. Private to store/. */
#ifndef MATCHWICK_STORE_STORE_LOG_H
#define MATCHWICK_STORE_STORE_LOG_H

#include "store/store_step.h"

typedef struct {
    int64_t id, study;
    StoreAnswer answer; /* but for player, deck and what was shown and chosen */
    Judgement judgement;
} LoggedAnswer;

/* Columns that `store_log_take` reads, in its order. */
#define STORE_LOG_COLUMNS                                                                                    \
    "id, study, at_ms, day, card_id, mode, format, chosen_card, is_right, is_autoplay, "                     \
    "lost_focus,"                                                                                            \
    " is_near, is_forced, grade, response_ms, choices, read_characters, was_new, due_ms, recall, p, guess,"  \
    " slip, judged, other_p, other_guess, other_slip, other_judged"
void store_log_take(Taker *taker, LoggedAnswer *out);

/* Rows of one kind, a page at a time. */
typedef struct {
    LoggedAnswer *items;
    size_t count, next;
    int64_t at_ms, id; /* of the last one that was read */
    bool is_at_end;
    Arena arena;
} LogSide;

/* A player's answers that were not taken back, in the order in which they are played: those of this game by
   their id, for the clock may have been set back; before each of them the reviews of another program that are
   not later than it. */
typedef struct {
    StoreDb *db;
    int64_t player;
    LogSide own, reviews;
} StoreLog;

void store_log_begin(StoreLog *log, StoreDb *db, int64_t player);
/* NULL at the end; valid until the next one. Rows may be written between two, but for their order. SQLite's
   code. */
int store_log_next(StoreLog *log, const LoggedAnswer **out);
void store_log_end(StoreLog *log);
/* That order among the rows of a statement, for ORDER BY. */
#define STORE_LOG_ORDER                                                                                      \
    "iif(mode = '" STORE_REVIEW_MODE "', at_ms, max(at_ms) FILTER (WHERE mode <> '" STORE_REVIEW_MODE "')"   \
    " OVER (ORDER BY id)), mode <> '" STORE_REVIEW_MODE "', id"
/* A row for the answer. SQLite's code. */
int store_answers_insert(StoreBook *book, const BookStudy *study, const StoreAnswer *answer,
                         const Judgement *judgement);
/* Writes how it was judged into its row. SQLite's code. */
int store_log_judge(StoreDb *db, int64_t id, const Judgement *judgement);
/* The judgement's columns from `was_new` on. */
void store_log_bind_judgement(Binder *binder, const Judgement *judgement);

#endif
