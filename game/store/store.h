/* What the game keeps: one SQLite file (WAL) in the data folder. Reads happen on the caller's thread over a
   connection of its own; writes are handed to a writer thread and committed without the caller waiting. Two
   copies of the game may use one folder.

   A store is always there: where the file cannot be used (newer version, damaged, read-only folder, full
   disk), the store says so through `store_health`, keeps what it can in memory for the sitting, and never
   harms what was kept:
   - Read-only or newer: what was kept is shown as far as it can be read. Players and settings can be changed
     for the sitting, nothing can be removed; runs, answers, tests and marks of cards are not kept.
   - No file can be had at all: everything is kept in memory for the sitting.
   In both, every ticket has failed and `store_flush` says why.
   - Full disk and other failures to write: the rows wait in memory (tickets wait with them), and are tried
     again with each further write, every few seconds, and once more at the end.
   - Damage found while opening (not a database, cut off, broken header or schema, another program's): the
     file is renamed to matchwick.damaged-YYYYMMDD-HHMMSS.db with its -wal and -shm, and a new one is begun.
     Damage found later (by reading, writing, or the check of the whole file that the writer does when it has
     been idle for a few seconds, if the last sitting was not closed or the file is small): nothing more is
     written to it, and a mark beside it has it set aside at the next start.

   The process may be killed at any time: what was committed stays. After a power cut, all runs and tests
   whose ticket was saved are there, and the answers up to the last run, test, flush or checkpoint.

   All calls on a store come from one thread, that which opened it. */
#ifndef MATCHWICK_STORE_STORE_H
#define MATCHWICK_STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "memory/mastery.h"

typedef struct Store Store;

typedef enum {
    STORE_WELL,
    STORE_SET_ASIDE, /* a damaged file was renamed to NAME.damaged-DATE and a new one begun */
    STORE_NEWER, /* made by a newer version of the game: nothing is written, nothing kept of this sitting */
    STORE_READ_ONLY, /* the folder or file cannot be written: what was kept is shown, nothing new is kept */
    STORE_FAILING    /* writing fails (full disk, damage met …); rows wait in memory meanwhile */
} StoreHealth;

/* `folder` is made if it is not there. Never NULL. */
Store *store_open(const char *folder);
/* Writes what waits (at most a few seconds), checkpoints, closes. */
void store_close(Store *store);
/* The sentence for people about a health other than well; empty when well. Goes back to well when writing
 * works again. */
StoreHealth store_health(Store *store, Arena *arena, Str *sentence);
const char *store_path(const Store *store); /* of the database file */

/* A ticket names a write that was handed over. Tickets rise from 1. Saved means committed; for a run or test
 * and for all before it, synced to the disk too. Failed means that it will never be kept: the row was refused
 * (its player is gone) or nothing of this sitting is kept. */
typedef int64_t StoreTicket;

typedef enum { TICKET_WAITING, TICKET_SAVED, TICKET_FAILED } TicketState;

TicketState store_ticket(Store *store, StoreTicket ticket);
/* Blocks until all that was handed over is committed and synced to disk, or failed. For commands and tests.
 */
bool store_flush(Store *store, Err *err);
/* Called from the writer thread when tickets are decided or the health changes, to wake a waiting loop. Not
 * called any more once this has returned with another. */
void store_on_change(Store *store, void (*wake)(void *self), void *self);

/* --- players (store_players.c) --- */

#define STORE_NAME_GRAPHEMES 16
#define STORE_PLAYER_COLORS  6

typedef struct {
    int64_t id;
    Str name;
    int color;             /* 0 .. STORE_PLAYER_COLORS - 1 */
    int64_t created_ms;    /* Unix epoch, as all times here */
    int64_t runs, answers; /* how many would go with it */
} StorePlayer;

size_t store_players(Store *store, Arena *arena, StorePlayer **out); /* by name, folded */
/* Trims and normalises the name; refuses an empty, too long or taken one (taken: the same when folded) with a
 * sentence. Committed and synced when it returns. */
NODISCARD bool store_add_player(Store *store, Str name, int color, int64_t now_ms, int64_t *id, Err *err);
NODISCARD bool store_change_player(Store *store, int64_t id, Str name, int color, Err *err);
/* With the runs, answers and settings. What was handed over before goes too. */
NODISCARD bool store_remove_player(Store *store, int64_t id, Err *err);
/* All that is kept of the player, as JSON, written to `path`. */
NODISCARD bool store_export_player(Store *store, int64_t id, const char *path, Err *err);
/* Of these the one who was remembered, else the first; NULL where there is none. */
const StorePlayer *store_last_player(Store *store, const StorePlayer *players, size_t count, Arena *arena);
/* Writes nothing where the same player goes on. */
void store_remember_player(Store *store, int64_t id, Arena *arena);

/* --- settings (store_settings.c): texts by key; player 0 is the machine's --- */

/* Empty if not set. Sees what was set before, written or not. */
Str store_get_setting(Store *store, int64_t player, const char *key, Arena *arena);
StoreTicket store_set_setting(Store *store, int64_t player, const char *key, Str value);

/* --- answers (store_answers.c): one row of plain facts for each, in every mode --- */

typedef struct {
    int64_t player, at_ms;
    int32_t day; /* local day number of `at_ms`, days since 1970-01-01 */
    Str deck_id, fingerprint, card_id;
    Str mode, variant; /* "match", "decoy"; "learn", "test", "spaced", "cards" with no variant … */
    Str format;        /* evidence_format_name: "choice", "match", "typed" … */
    Str shown, chosen; /* the texts; chosen empty: no answer in time */
    Str chosen_card;   /* id, empty if none */
    bool is_right, is_autoplay, is_practice, lost_focus;
    bool is_near, is_forced;      /* see Evidence */
    int32_t grade;                /* a flashcard's, 1 to 4; 0 else */
    int32_t response_ms, choices; /* options, or pairs open with decoys counted */
    int32_t read_characters;      /* that had to be read */
} StoreAnswer;

/* Copies what it is given. Committed by the writer together with others that wait; the same transaction steps
   the card's memory (store_step.c) and all that is counted of it. It steps it by the player's own settings
   "memory" and "retention". Autoplay answers step it as people's do: a demo's player is there to be looked
   at. A flashcard is right from Hard on. */
StoreTicket store_add_answer(Store *store, const StoreAnswer *answer);
/* Takes the player's last answer back, if it was to that card: its row stays, marked as undone, and the
   memory is as it was before. Answers are taken back from the last on, one by one. */
StoreTicket store_undo_answer(Store *store, int64_t player, Str deck_id, Str card_id);

typedef struct {
    int32_t day;
    int64_t count;
} StoreDay;

/* Hands over every answer of a player to a deck, in the order in which they were given, but those taken back.
   Its texts are valid until the call returns. */
typedef void (*StoreAnswerTaker)(void *self, const StoreAnswer *answer);
void store_each_answer(Store *store, int64_t player, Str deck_id, StoreAnswerTaker take, void *self);

/* Answers of a player by local day, rising, without autoplay: for the day streak. */
size_t store_answer_days(Store *store, int64_t player, Arena *arena, StoreDay **out);

/* --- reviews (store_reviews.c): what another program has kept of a deck's cards --- */

typedef struct {
    Str card_id;
    int64_t at_ms;
    int32_t day;     /* local, of `at_ms` */
    int32_t grade;   /* 1 Again .. 4 Easy */
    int32_t took_ms; /* 0: not known */
} StoreReview;

typedef struct {
    int64_t player;
    Str deck_id, fingerprint;
    const StoreReview *items; /* in any order */
    size_t count;
} StoreReviews;

/* Adds them as answers of the mode "anki", and makes the player's memories anew from the whole log, in which
   a review is played before what was answered in this game after it. They tell of memory alone: they are in
   no session, in no day streak, and in no day of the progress. A review that is there already (card and time)
   is not added again. Committed and synced when it returns; all or nothing. A million take some ten seconds.
 */
NODISCARD bool store_add_reviews(Store *store, const StoreReviews *reviews, int64_t *added, Err *err);

/* --- memory (store_memory.c): what the answers say of each card; made by the writer, derived from the log
 * --- */

#define STORE_RETENTION_PERCENT 90 /* where the player has set none */
#define STORE_RETENTION_MIN     70
#define STORE_RETENTION_MAX     97

typedef struct {
    Str card_id;
    CardMemory memory;                         /* zeroed where the card has only marks */
    int64_t due_ms;                            /* INT64_MAX: never answered */
    bool is_starred, is_suspended, is_learned; /* learned: done in Learn */
    int64_t buried_until_ms;
} StoreCard;

/* All cards of a deck of which anything is kept, in no order. */
size_t store_cards(Store *store, int64_t player, Str deck_id, Arena *arena, StoreCard **out);
/* Marks that the player gives: no answer changes them, and no rebuild. */
StoreTicket store_star_card(Store *store, int64_t player, Str deck_id, Str card_id, bool is_on);
StoreTicket store_suspend_card(Store *store, int64_t player, Str deck_id, Str card_id, bool is_on);
StoreTicket store_bury_card(Store *store, int64_t player, Str deck_id, Str card_id, int64_t until_ms);
int64_t store_starred_count(Store *store, int64_t player, Str deck_id);
/* Pace and prior of a player, from the log. */
Learner store_learner(Store *store, int64_t player);

typedef struct {
    Str deck_id, card_id;
    int64_t due_ms;
} StoreDue;

/* Cards due by a time (not suspended, not buried then), the longest overdue first; deck_id empty: of every
   deck. At most `limit`. */
size_t store_due(Store *store, int64_t player, Str deck_id, int64_t until_ms, size_t limit, Arena *arena,
                 StoreDue **out);
/* How many, counted no further than `limit`. */
int64_t store_due_count(Store *store, int64_t player, Str deck_id, int64_t until_ms, int64_t limit);
/* New cards begun and other cards reviewed in Spaced since a time: for the limits of a day. */
typedef struct {
    int32_t fresh, reviews;
} StoreSpacedToday;
StoreSpacedToday store_spaced_since(Store *store, int64_t player, Str deck_id, int64_t since_ms);

typedef struct {
    Str asked, chosen; /* card ids */
    int32_t count;
} StoreConfusion;

/* The most frequent first, at most `limit`. */
size_t store_confusions(Store *store, int64_t player, Str deck_id, size_t limit, Arena *arena,
                        StoreConfusion **out);

/* What is kept of a deck and player so that nothing need be counted again. Bars are as of the card's last
   answer or the last recount; `store_recount` brings them up to a time. */
typedef struct {
    int32_t cards;                  /* that were answered */
    int32_t levels[MASTERY_LEVELS]; /* by what they have earned; New is deck_count less the rest */
    double bars;                    /* sum: the deck's mastery is bars / deck_count */
    int64_t recounted_ms;
} StoreMastery;

StoreMastery store_mastery(Store *store, int64_t player, Str deck_id);
/* Has the writer bring bars up to `now_ms` (recall falls as time goes by), and what retention and model say
   up to the player's settings: due times, or all the player's memories made anew. Once a day, and when those
   settings change. Without it that is done with the next answer, and bars once a week. */
StoreTicket store_recount(Store *store, int64_t player, Str deck_id, int64_t now_ms);
/* Makes all memories anew from the log, in one transaction, bit for bit the same; for the command. `count`:
   answers played. */
NODISCARD bool store_rebuild_memory(Store *store, int64_t *count, Err *err);

/* --- study (store_study.c) --- */

#define STORE_SESSION_GAP_MS 600000 /* ten minutes without an answer end a session */

typedef struct {
    int64_t player, start_ms, end_ms; /* of its first and last answer */
    Str deck_id;
    int32_t answers, right;
    Str modes; /* "match learn": each once, in the order of their first answer */
} StoreSession;

/* The latest first; deck_id empty: of every deck; player 0: of everyone. */
size_t store_sessions(Store *store, int64_t player, Str deck_id, size_t limit, Arena *arena,
                      StoreSession **out);

/* A test that was handed in. */
typedef struct {
    int64_t id, player, at_ms, length_ms;
    Str deck_id;
    int32_t right, total;
    Str report; /* JSON made by formats/; left empty by the list */
} StoreTest;

/* Synced, as a run; its id is `store_ticket_run` then. */
StoreTicket store_add_test(Store *store, const StoreTest *test);
/* The latest first. */
size_t store_tests(Store *store, int64_t player, Str deck_id, size_t limit, Arena *arena, StoreTest **out);
bool store_test(Store *store, int64_t id, Arena *arena, StoreTest *out);

/* A row of the table of study sessions: one for each player who has studied the deck, by name. */
typedef struct {
    int64_t player;
    Str name;
    int color;
    StoreMastery mastery;
    int32_t learned;                  /* cards done in Learn */
    int32_t test_last, test_best;     /* percent, rounded down; -1: none */
    int64_t match_best_ms;            /* final time, sprint and decoy; the game's own if no other; 0: none */
    int32_t spaced_due;               /* now; counted no further than 10,000 */
    int32_t reviews, reviews_in_time; /* in Spaced; in time: within a day of being due */
    int64_t last_ms;                  /* last answer */
    bool is_autoplay;                 /* the game itself has answered, and nobody else */
} StoreStudyRow;

size_t store_study_rows(Store *store, Str deck_id, int64_t now_ms, Arena *arena, StoreStudyRow **out);
/* A card is done in Learn, or no longer (its deck was begun anew). */
StoreTicket store_learned(Store *store, int64_t player, Str deck_id, Str card_id, bool is_done);
size_t store_learned_cards(Store *store, int64_t player, Str deck_id, Arena *arena, Str **card_ids);

/* --- progress (store_progress.c); deck_id empty: over all decks --- */

typedef struct {
    int32_t day, answers, right;
    int32_t levels[MASTERY_LEVELS]; /* at the day's last answer; New counts for nothing */
    double bars;
} StoreProgressDay;

/* Days from `from_day` on that had answers, rising. */
size_t store_progress_days(Store *store, int64_t player, Str deck_id, int32_t from_day, Arena *arena,
                           StoreProgressDay **out);

#define STORE_CALIBRATION_BINS 10
typedef struct {
    int32_t count, right; /* free-recall answers (typed, flashcard) predicted in this tenth */
    double predicted;     /* sum of the predictions */
} StoreCalibration;

void store_calibration(Store *store, int64_t player, Str deck_id,
                       StoreCalibration out[STORE_CALIBRATION_BINS]);
/* Milliseconds of the last right answers that were given with the window before the player and some choice
   left, at most `limit`, the latest first. */
size_t store_response_times(Store *store, int64_t player, Str deck_id, size_t limit, Arena *arena,
                            int32_t **out);
/* Answered cards with the lowest S90 (then the most lapses), at most `limit`. */
typedef struct {
    Str deck_id, card_id;
    CardMemory memory;
} StoreHardCard;
size_t store_hardest(Store *store, int64_t player, Str deck_id, size_t limit, Arena *arena,
                     StoreHardCard **out);

/* --- runs (store_runs.c) --- */

typedef struct {
    Str fingerprint, mode, variant, setup, category; /* setup: the canonical text of play/setup.h */
    int rules;
} BoardKey;

typedef struct {
    int64_t id, player; /* player 0: nobody here, as in a replay of someone else's */
    Str player_name;    /* as of now, or as of then where the player is nobody here */
    int player_color;
    BoardKey board;
    Str deck_id, deck_title;
    uint64_t seed;
    int64_t played_ms;   /* end of the round */
    int64_t rank_key[2]; /* smaller is better, from play/result.h */
    int64_t score, time_ms, penalty_ms;
    int32_t right, wrong, best_streak, stars, inputs;
    bool is_autoplay;
    Str replay; /* JSON made by formats/; left empty by the lists */
    int rank;   /* set by store_board alone: within the listed period, 1 is first; equal keys share one */
} StoreRun;

/* Synced to disk before its ticket is saved. The run's id is `store_ticket_run` then. */
StoreTicket store_add_run(Store *store, const StoreRun *run);
int64_t store_ticket_run(Store *store, StoreTicket ticket);

typedef enum { PERIOD_ALL, PERIOD_30_DAYS, PERIOD_TODAY } StorePeriod;

/* Runs of a board from the best on, the earlier first where keys are equal; autoplay runs only if asked, and
 * then they alone. `day_start_ms`: local midnight of today; 30 days are today and 29 times 24 hours before.
 */
size_t store_board(Store *store, const BoardKey *board, StorePeriod period, int64_t day_start_ms,
                   bool is_autoplay, size_t limit, Arena *arena, StoreRun **out);
/* The rank that a run has, or would have, among those (its board, keys and `is_autoplay` are read). */
int store_rank(Store *store, const StoreRun *run, StorePeriod period, int64_t day_start_ms);
/* One run with its replay; false if there is none. */
bool store_run(Store *store, int64_t id, Arena *arena, StoreRun *out);
/* The player's best on a board before the run `before_run` (0: of all), autoplay never; without its replay.
 * False if none. */
bool store_best(Store *store, const BoardKey *board, int64_t player, int64_t before_run, Arena *arena,
                StoreRun *out);
/* All ids, rising: for `replay check --all`. */
size_t store_run_ids(Store *store, Arena *arena, int64_t **out);
/* Boards that have runs (autoplay ones not counted unless asked), newest first; deck_id empty: of every deck.
 */
typedef struct {
    BoardKey board;
    Str deck_id, deck_title;
    int64_t runs, last_ms;
} StoreBoard;
size_t store_boards(Store *store, Str deck_id, bool with_autoplay, Arena *arena, StoreBoard **out);
/* Deletes all runs of one board (people's only; answers stay). */
NODISCARD bool store_clear_board(Store *store, const BoardKey *board, Err *err);
/* When a player last answered a card of a deck, 0 if never; the deck played last of all ("" if none; player
 * 0: by anyone). Autoplay does not count. */
int64_t store_last_played(Store *store, int64_t player, Str deck_id);
Str store_last_deck(Store *store, int64_t player, Arena *arena);

#endif
