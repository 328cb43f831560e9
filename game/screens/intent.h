/* What a screen wants done, as a value: the only thing that leaves a build pass. app_apply (app/app.h)
 * carries it out. */
#ifndef MATCHWICK_SCREENS_INTENT_H
#define MATCHWICK_SCREENS_INTENT_H

#include "base/str.h"
#include "formats/import.h"
#include "play/setup.h"
#include "store/store.h"
#include "study/study.h"
#include "ui/input.h"

typedef enum {
    SCREEN_TITLE,
    SCREEN_PLAYERS,
    SCREEN_LIBRARY,
    SCREEN_DECK,     /* the hub of one deck */
    SCREEN_VARIANTS, /* of match or rush on it; text: the mode */
    SCREEN_SESSIONS, /* the table of its study sessions */
    SCREEN_MATCH,
    SCREEN_RUSH,
    SCREEN_RESULTS,
    SCREEN_LEADERBOARD,
    SCREEN_SETTINGS,
    SCREEN_BINDINGS,
    SCREEN_HELP,     /* how to play */
    SCREEN_CARDS,    /* study: turning over cards */
    SCREEN_PROGRESS, /* text: deck id; empty: over all decks */
    SCREEN_SPACED,   /* study: what is due */
    SCREEN_TEST_SETUP,
    SCREEN_TEST_PAPER,
    SCREEN_TEST_REPORT, /* text: a test of the store by its id, empty: the one handed in last */
    SCREEN_LEARN,
    SCREEN_BIN,          /* decks that were deleted */
    SCREEN_EXPORT,       /* the model's deck as a file of another program */
    SCREEN_IMPORT_FILES, /* which file to bring in */
    SCREEN_IMPORT,       /* what comes of it, before it is written */
    SCREEN_EDITOR,       /* of the model's draft */
    SCREEN_CONFLICT,     /* the draft beside the file that another program wrote */
    SCREEN_BACKUP,       /* makes backups and restores them */
    SCREEN_COUNT
} ScreenId;

typedef enum {
    INTENT_NONE,
    INTENT_QUIT,
    INTENT_BACK,      /* closes the top screen */
    INTENT_HOME,      /* closes all but the title */
    INTENT_OPEN,      /* screen; text: deck id or empty */
    INTENT_RELOAD,    /* the top screen's load is called again (a filter changed) */
    INTENT_OPEN_DECK, /* text: deck id; loads it in the background and opens the hub */
    /* Rounds */
    INTENT_PLAY,        /* setup on the model's deck: opens match or rush */
    INTENT_QUICK_PLAY,  /* text: deck id; the deck's default match at once (last deck if empty) */
    INTENT_PLAY_MISSED, /* a practice round (no run) of the outcome's missed cards and others of their deck */
    INTENT_PLAY_CARDS,  /* the same of `cards`, which are ids, of the deck whose id is `text` */
    INTENT_AGAIN,       /* the same setup with a new seed */
    INTENT_GO,          /* ends the countdown now */
    INTENT_PICK,        /* number: tile; at_ms */
    INTENT_ANSWER,      /* number: option; at_ms */
    INTENT_SKIP,        /* ends a reveal; at_ms */
    INTENT_PAUSE,
    INTENT_RESUME,
    INTENT_RESTART, /* same setup, new seed; the abandoned round keeps its answers */
    INTENT_GIVE_UP, /* back to where the round was started */
    /* Study modes */
    INTENT_STUDY_OPEN, /* study: the mode, on the model's deck; text: what that mode takes (app_study.c) */
    INTENT_KNOW_DECK,  /* the model's study deck is wanted: mastery by tag */
    INTENT_STUDY,      /* study, and in `input` and the numbers and texts what the player did in it */
    /* Players */
    INTENT_CHOOSE_PLAYER, /* number: id */
    INTENT_ADD_PLAYERS,   /* text: one name a line; color of the first, others follow */
    INTENT_CHANGE_PLAYER, /* number: id, text: name, color */
    INTENT_REMOVE_PLAYER, /* number: id */
    INTENT_EXPORT_PLAYER, /* number: id; the file's path is told in a toast */
    /* Settings */
    INTENT_SET,         /* text: key (settings.h), value */
    INTENT_BIND_KEY,    /* command, number: key */
    INTENT_BIND_BUTTON, /* command, number: button */
    INTENT_RESET_BINDINGS,
    INTENT_BACKUP, /* input: a BackupInput (screens/backup_intent.h), which says what the rest is */
    /* Others */
    INTENT_CLEAR_BOARD, /* board */
    INTENT_OPEN_DECKS_FOLDER,
    INTENT_REFRESH_SHELF,
    INTENT_SET_SETUP, /* remembers `setup` for the model's deck (variant, tags …) without playing */
    /* Import */
    INTENT_IMPORT_FILE,   /* text: path; reads it and opens the preview */
    INTENT_IMPORT_PASTE,  /* the same of the clipboard's text */
    INTENT_IMPORT_CHOOSE, /* import: the choices; reads again by them */
    INTENT_IMPORT_WRITE,  /* text: title of a new deck; number 1: updates the deck that it is a newer file of
                             instead, other 1: and takes out the cards that are gone */
    INTENT_IMPORT_LEAVE,  /* the next file that waits, else back */
    /* Decks */
    INTENT_EDIT_DECK, /* text: deck id; opens the editor, at the card whose id is `value`, where it is not
                         empty */
    INTENT_NEW_DECK,  /* text: its title; opens the editor on a deck that gets its file, in the player's
                         folder,  with its first card */
    INTENT_EDIT,      /* input: an EditWish (screens/edit_intent.h), which says what the rest is */
    INTENT_DECK_TOOL  /* input: a DeckTool (screens/deck_tool.h), which says what the rest is */
} IntentKind;

typedef struct {
    IntentKind kind;
    ScreenId screen;
    StudyMode study;
    int32_t input; /* of INTENT_STUDY: an enumerator of that mode */
    int32_t part;  /* of INTENT_EDIT: an EditPart */
    int64_t number, other;
    int64_t at_ms; /* monotonic time of the input event */
    int color;
    Command command;
    Str text, value;  /* views; valid until the next pass */
    const Str *cards; /* likewise, as are the texts */
    size_t card_count;
    Setup setup;                 /* its tags likewise */
    BoardKey board;              /* likewise */
    const ImportChoices *import; /* likewise */
} Intent;

static inline Intent intent_none(void)
{
    return (Intent){.kind = INTENT_NONE};
}

#endif
