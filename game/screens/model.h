/* What screens see of the game: read-only for them, owned and changed by app/ alone. */
#ifndef MATCHWICK_SCREENS_MODEL_H
#define MATCHWICK_SCREENS_MODEL_H

#include "deck/shelf.h"
#include "edit/draft_diff.h"
#include "formats/backup.h"
#include "formats/import.h"
#include "play/day.h"
#include "play/live.h"
#include "play/play_index.h"
#include "play/run.h"
#include "screens/deck_tool.h"
#include "screens/intent.h"
#include "screens/settings.h"
#include "store/store.h"
#include "study/cards.h"
#include "study/learn.h"
#include "study/moves.h"
#include "study/spaced.h"
#include "study/test_report.h"
#include "ui/platform.h"

typedef enum { DECK_NONE, DECK_LOADING, DECK_READY, DECK_FAILED } DeckState;

/* The deck whose hub is open or that is being played. */
typedef struct {
    DeckState state;
    Str id;           /* known while it loads */
    const Deck *deck; /* once ready */
    const PlayIndex *index;
    Setup setup;            /* what Play would start: remembered for this player and deck; tags within */
    Variant played_last[2]; /* by mode, likewise */
    char error[512];
} CurrentDeck;

/* When things happened to the look of a round, in monotonic milliseconds; 0: never. Written from the round's
 * events. */
#define LOOK_MAX_TILES 256 /* kept by tile number modulo this: more than two boards' worth */

typedef struct {
    int64_t dealt_ms, picked_ms, matched_ms, missed_ms;
    int64_t points; /* of the match that took it */
} TileLook;

typedef struct {
    TileLook tiles[LOOK_MAX_TILES];
    int64_t go_ms;     /* Go */
    int64_t streak_ms; /* last step up */
    int64_t streak_lost_ms;
    int64_t streak_lost; /* what it was */
    int64_t penalty_ms;  /* last mismatch */
    int64_t penalty;     /* its cost in ms */
    int64_t score_ms, score_before;
    int64_t question_ms; /* the shown question began */
    int64_t decided_ms;  /* the shown question was decided */
    int64_t board_ms;    /* the present board was dealt */
    int64_t ended_ms;
} RoundLook;

/* The round being played. */
typedef struct {
    const LiveRound *live;
    const RoundLook *look;
    Str deck_title;
    bool is_practice;
    int64_t countdown_ms; /* monotonic time at which Go comes by itself; only in LIVE_WAITING */
    bool has_best;
    StoreRun best;              /* the player's best on this board before this round */
    const int64_t *best_splits; /* the best run's match times on its clock, penalties included; for "ahead" */
    uint32_t best_split_count;
} CurrentRound;

typedef struct {
    const AnswerFact *fact;
    uint32_t misses; /* of this card in the round */
} MissedCard;

/* Learn, while it is open. */
typedef struct {
    const Learn *learn;            /* NULL: it is not */
    int64_t asked_ms, answered_ms; /* monotonic, for motion: the question came, its last answer was given */
    int32_t answers;               /* since it was opened: tells one from another */
} CurrentLearn;

/* The round that ended last, for the results. */
typedef struct {
    bool is_there;
    const Deck *deck; /* as it was when the round was played */
    bool is_practice, is_autoplay;
    StoreRun run; /* run.id is 0 until saved */
    Setup setup;
    TicketState saved;
    bool has_before; /* the player's best before this run */
    StoreRun before;
    bool is_best;
    int rank, rank_before; /* on the board; 0: none */
    const StoreRun *top;   /* the board's best 8, this run marked by its id */
    size_t top_count;
    const MissedCard *missed;
    size_t missed_count;
    const int64_t *pace_ms; /* response time of each decision, in order; negative: wrong */
    size_t pace_count;
    uint32_t accuracy_percent;
    bool can_practise; /* enough cards for a practice round */
    StudyMoves moves;  /* cards whose level the round changed */
} Outcome;

/* The sitting of Spaced on the model's deck, once it was opened. */
typedef struct {
    const Spaced *sitting; /* NULL: none */
    StudyDay day;          /* of the last input */
    double known, ready;   /* when nothing is left: mean recall now and on `ready_day` */
    int32_t ready_day;
} CurrentSpaced;

/* The test of the model's deck, once it was opened. */
typedef struct {
    bool is_there;
    const TestSetup *setup;   /* of the next one; the tags are the deck's */
    const TestPaper *paper;   /* that is being answered or waits; NULL: none */
    const TestReport *report; /* of the one handed in last; NULL: none */
} CurrentTest;

typedef enum {
    IMPORT_STAGE_NONE,
    IMPORT_STAGE_READING,
    IMPORT_STAGE_READY,
    IMPORT_STAGE_FAILED, /* see the error */
    IMPORT_STAGE_WRITING
} ImportStage;

/* The player's deck of which what is imported is a newer file. */
typedef struct {
    bool is_there;
    Str path, id, title;
    size_t fresh, changed, gone, same; /* cards */
} ImportUpdate;

/* What is being brought in. */
typedef struct {
    ImportStage stage;
    int32_t number; /* counts imports: another file, another title */
    Str name;       /* of the file, or "Clipboard" */
    const ImportChoices *choices;
    const ImportResult *result; /* read last; NULL: nothing yet. A small one stays while the next is read */
    const ImportUpdate *update; /* with the result */
    Str error;                  /* why it cannot be read; with a result: why it could not be written */
    int64_t since_ms;           /* monotonic: the stage began */
    size_t waiting;             /* files that were dropped with it and come after it */
} CurrentImport;

/* Changes that a game before this one did not come to save, offered when the deck is opened again. */
typedef struct {
    bool is_there;
    Str title;
    int64_t at_ms;
    bool is_older; /* than what another program made of the file */
} KeptChanges;

typedef enum { EDITING_NONE, EDITING_LOADING, EDITING_READY, EDITING_SAVING, EDITING_FAILED } EditingState;

/* What another program made of the file meanwhile. */
typedef struct {
    bool is_there;
    const Draft *theirs; /* NULL: it cannot be read */
    Diff diff;
    const bool *takes_theirs;        /* by the diff's cards */
    bool has_head, takes_their_head; /* what the deck says of itself differs */
    bool takes_their_order;          /* of a diff that is_moved */
    size_t taken;
    char error[512];
} EditConflict;

/* The deck that is being changed. The draft is for looking and searching: only app/ changes it. */
typedef struct {
    EditingState state;
    Draft *draft;
    bool is_new;    /* it has no file yet */
    bool is_copied; /* a shipped deck: what is saved is the player's own copy */
    /* Where to look: the card that was asked for, that came new, that an undo changed. `looks` goes up with
       each. */
    uint32_t at;
    int32_t looks;
    const bool *is_marked; /* by place */
    uint32_t marked;
    bool is_searched;      /* else all cards are there */
    const uint32_t *found; /* places, rising */
    size_t found_count;
    const Str *tags; /* that the found ones have */
    size_t tag_count;
    bool is_leaving, is_quitting; /* asked what becomes of what is not saved */
    EditConflict conflict;
    KeptChanges kept;
    char error[512];
} CurrentDraft;

/* The deck that was made last, by hand or of other decks or files: the library goes to it. */
typedef struct {
    char id[256];
    int32_t count; /* goes up with each */
} MadeDeck;

/* Of the screen of backups: one thing at a time, on a thread of its own. */
typedef enum {
    BACKUP_IDLE,
    BACKUP_MAKING,
    BACKUP_LOOKING, /* at the one that was chosen */
    BACKUP_OFFERED, /* it may be restored */
    BACKUP_REFUSED, /* it may not, or making or restoring one failed */
    BACKUP_RESTORING
} BackupState;

typedef struct {
    BackupState state;
    const BackupManifest *offer; /* while it is offered and restored */
    Str error;                   /* of the refused */
    Str folder;                  /* where backups go that are given no other place */
} CurrentBackup;

typedef struct {
    const Platform *platform;
    Store *store; /* for reading: only app/ writes */
    Shelf *shelf;
    Settings settings;
    StorePlayer player; /* the one who plays */
    const StorePlayer *players;
    size_t player_count;
    CurrentDeck deck;
    CurrentRound round;          /* live is NULL outside rounds */
    bool has_study[STUDY_MODES]; /* the modes that there are */
    CurrentLearn learn;
    const StudyDeck *study; /* the deck as the player knows it; NULL until a screen or mode wanted it */
    const Cards *cards;     /* the study mode Cards, once opened on this deck */
    CurrentSpaced spaced;
    CurrentTest test;
    CurrentTools tools;
    MadeDeck made;
    CurrentImport import;
    CurrentDraft draft;
    CurrentBackup backup;
    Outcome outcome;
    DayStreak streak;
    int64_t wall_ms;
    int utc_offset_min;
    int32_t today;                     /* local day */
    int64_t day_start_ms;              /* local midnight */
    Str last_deck_id, last_deck_title; /* of Play on the title; a shipped deck at first */
    Str trouble;                       /* what the store says to people; empty: nothing */
    Str decks_folder;                  /* the player's own decks */
    Str home_folder, downloads_folder; /* the person's own */
    Str version;
} Model;

#endif
