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
typedef struct {
    int64_t player, after_id;
    size_t limit;
} LogPage;

/* The player's answers that were not taken back, in their order. SQLite's code. */
int store_log_page(StoreDb *db, const LogPage *page, Arena *arena, LoggedAnswer **out, size_t *count);
/* Writes how it was judged into its row. SQLite's code. */
int store_log_judge(StoreDb *db, int64_t id, const Judgement *judgement);
/* The judgement's columns from `was_new` on. */
void store_log_bind_judgement(Binder *binder, const Judgement *judgement);

#endif
