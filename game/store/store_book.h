/* What the answers say, in memory: players, the decks they study and the cards of those, read from the tables
   at first use and written back at the end of a transaction, so that playing a long log costs no more than
   stepping the memories. Private to store/. A book belongs to one connection; every function that returns an
   int returns SQLite's code. After a failure, and after a rollback, the book is to be forgotten. */
#ifndef MATCHWICK_STORE_STORE_BOOK_H
#define MATCHWICK_STORE_STORE_BOOK_H

#include "store/store.h"
#include "store/store_db.h"

typedef struct BookPlayer BookPlayer;
typedef struct BookStudy BookStudy;
typedef struct BookCard BookCard;

struct BookPlayer {
    BookPlayer *next;
    int64_t id;
    Memory memory;
    int32_t retention_percent;
    Learner learner;
    BookStudy *studies; /* that were asked for, the latest first */
    bool is_remade;     /* from an empty beginning: cards in the table have marks alone */
    bool is_dirty;
};

/* Of the newest session of a deck and player; no id: not in the table yet. */
typedef struct {
    int64_t id, start_ms, end_ms;
    int32_t answers, right; /* none: there is no session */
    Str modes;
    bool is_dirty;
} BookSession;

/* What is to be added to a row of study_day. */
typedef struct {
    int32_t day, answers, right;
} BookDay;

typedef struct {
    int32_t count, right;
    int64_t predicted; /* millionths */
} BookCalibration;

/* A deck that a player studies. */
struct BookStudy {
    BookStudy *next;
    BookPlayer *player;
    int64_t id;
    Str deck_id;
    int64_t answers, autoplay;
    int32_t levels[MASTERY_LEVELS];
    int64_t bars,
        recounted_ms; /* bars in millionths, each as of the later of its last answer and a recount */
    int64_t last_ms;
    int32_t reviews, reviews_in_time, learned;
    BookSession session;
    BookDay day;                                         /* to be added */
    BookCalibration calibration[STORE_CALIBRATION_BINS]; /* to be added */
    BookCard *cards;                                     /* that were asked for */
    bool has_all_cards, is_dirty;
};

struct BookCard {
    BookCard *next, *next_dirty;
    BookStudy *study;
    StoreCard kept; /* its due_ms is behind while `is_due_behind` */
    int64_t bar;    /* its part of the deck's bars, while it is in them */
    bool has_bar, is_due_behind, is_dirty;
};

typedef struct {
    StoreDb *db;
    Arena arena;
    BookPlayer *players;
    BookCard **table; /* by hash; NULL: empty */
    size_t capacity, count;
    BookCard *dirty;
    size_t dirty_count;
    int64_t data_version;
} StoreBook;

void store_book_init(StoreBook *book, StoreDb *db);
void store_book_deinit(StoreBook *book);
/* Drops all, what was not written too. */
void store_book_forget(StoreBook *book);
/* Inside a transaction, before its first change: forgets what another connection may have changed. */
int store_book_begin(StoreBook *book);
/* Brings the tables up to the book. */
int store_book_write(StoreBook *book);

/* Where the player's model has been changed, makes all memories of that player anew first. SQLITE_CONSTRAINT:
   there is no such player. */
int store_book_player(StoreBook *book, int64_t player, BookPlayer **out);
/* Makes all memories of a player that is not in the book yet anew; counts the answers played. */
int store_book_remake_player(StoreBook *book, int64_t player, int64_t *answers);
/* NULL if that deck was never studied and `is_made` is false. */
int store_book_study(StoreBook *book, int64_t player, Str deck_id, bool is_made, BookStudy **out);
/* Those of a player, to `player->studies`; one of them, which must be there. */
int store_book_all_studies(StoreBook *book, BookPlayer *player);
BookStudy *store_book_find_study(BookPlayer *player, int64_t id);
/* A zeroed one if nothing is kept of it. */
int store_book_card(StoreBook *book, BookStudy *study, Str card_id, BookCard **out);
/* Those that are kept, to `study->cards`. */
int store_book_all_cards(StoreBook *book, BookStudy *study);
void store_book_touch(StoreBook *book, BookCard *card);
int64_t store_book_due_ms(BookCard *card);

#endif
