/* The app's inside, shared by the files of app/ alone. */
#ifndef MATCHWICK_APP_APP_STATE_H
#define MATCHWICK_APP_APP_STATE_H

#include "app/app.h"
#include "app/backup_job.h"
#include "app/edit_sitting.h"
#include "app/import_sitting.h"
#include "app/loaded_deck.h"
#include "app/loaded_draft.h"
#include "app/session.h"
#include "app/study_sitting.h"
#include "app/test_sitting.h"
#include "app/work_queue.h"
#include "ui/dialog.h"

#define APP_MAX_DEPTH SCREEN_COUNT /* no screen is open twice */

typedef struct {
    const ScreenKind *kind;
    void *state;
    Arena arena;       /* what `load` read; emptied before each load */
    char argument[96]; /* of INTENT_OPEN */
    UiId id;           /* of this place on the stack, for focus */
    int64_t shown_ms;  /* monotonic time at which it came to the top, for its transition */
    bool is_stale;     /* load again before the next build */
} ScreenSlot;

struct App {
    const Platform *platform;
    Store *store;
    Shelf *shelf;
    Loader *loader;
    WorkQueue *work;
    Ui ui;
    Model model;
    Arena lists;   /* players and what else the model lists; emptied by app_refresh */
    Arena scratch; /* emptied with each event */
    ScreenSlot stack[APP_MAX_DEPTH];
    int depth;
    Session session;
    StudySitting study;
    CardsSitting cards;
    SpacedSitting spaced;
    TestSitting test;
    LearnSitting learn;
    struct {
        DeckJob *bin, *problems, *preview, *written; /* NULL: not asked for yet */
    } shown;                                         /* behind model.tools */
    EditSitting edit;
    LoadedDeck *deck;       /* behind model.deck */
    LoadedDeck *round_deck; /* of the round that was played on the deck as it was before it was changed */
    bool wants_renewal;     /* the deck was saved by the editor: it is read again once the shelf has it */
    bool is_renewal;        /* what loads is that */
    char renewed_path[1024];
    Str *deck_tags; /* of model.deck.setup once that was changed: room for all of the deck */
    Device device;  /* used last */
    ImportSitting import;
    ViewSize view;
    UiFrame frame;      /* what the last pass said */
    int64_t refresh_ms; /* when the shelf is looked through again */
    uint32_t shelf_version;
    bool needs_frame, is_done, is_autoplay;
    bool is_away;  /* another window has the keyboard */
    bool has_news; /* of another thread */
    bool is_theme_given,
        is_text_given; /* by the command line: stays for the sitting, whatever the player has set */
    ThemeId given_theme;
    int given_text;
    bool is_mute_given;
    bool plays_when_loaded; /* a round starts once the deck that loads is ready */
    Arena wanted;           /* and is one of these cards, where there are any */
    Str *wanted_cards;
    size_t wanted_count;
    BackupJob *backup_job; /* NULL: none is going on */
    Vault *vault;          /* that is offered to be restored */
    Toast toast;
    char told_trouble[512]; /* said as a toast already */
    char deck_id[256], last_deck_id[256], last_deck_title[256], decks_folder[1024], bin_folder[1040],
        trouble[512];
    char home_folder[1024], downloads_folder[1024], data_folder[1024], backups_folder[1040];
    char backup_error[512];
};

/* --- app_stack.c --- */
void app_open_screen(App *app, ScreenId screen, Str argument);
void app_close_screen(App *app);
void app_home(App *app);
/* All screens load again before they are built next. */
void app_stale(App *app);

/* --- app_pass.c --- */
/* Builds the top screen with at most one action, applies what it wants, until nothing is left to settle. */
void app_pass(App *app, const Action *action);
InputContext app_context(const App *app);
/* The top screen is there whole at once. */
void app_skip_transition(App *app);

/* --- app_apply.c --- */
/* In the system's file manager; where that fails its path is told. */
void app_show_folder(App *app, Str folder);

/* --- app_model.c --- */
/* Players, day streak, trouble, deck played last: whatever the store holds of the model. */
void app_refresh(App *app);
/* What the store says to people, told once as a toast. */
void app_refresh_trouble(App *app);
/* Has the player's local day ended since? */
bool app_is_day_over(const App *app);
void app_choose_player(App *app, int64_t id);
void app_apply_settings(App *app);
/* As a toast; app_toast: as news. */
void app_tell(App *app, ToastKind kind, Str text);
void app_deck_made(App *app, Str id);
void app_toast(App *app, const char *format, ...) PRINTF_LIKE(2, 3);

/* --- app_deck.c --- */
void app_load_deck(App *app, Str id, bool plays_when_loaded);
/* A practice round of cards of a deck, which is read first where it is another one. */
void app_play_cards(App *app, const Intent *intent);
void app_install_deck(App *app, LoadedDeck *loaded);
/* Takes what the loader has finished. True if something changed. */
bool app_take_deck(App *app);
/* That of the player who is there now, on the deck that is open. */
void app_recall_setup(App *app);
void app_save_setup(App *app, const Setup *setup);

/* --- app_renew.c --- */
/* The current deck's file was saved by the editor: reads it again, where it is on the shelf by now. */
void app_renew_deck(App *app);
/* In the place of the current one, which is the same deck as it was: what is going on goes on with the cards
   that are still there. */
void app_install_renewed(App *app, LoadedDeck *loaded);

/* --- app_edit.c --- */
/* INTENT_EDIT_DECK, INTENT_NEW_DECK, INTENT_EDIT. */
void app_edit_intent(App *app, const Intent *intent);
/* Takes what the loader has finished. True if something changed. */
bool app_edit_take(App *app);
void app_edit_close(App *app);
/* The window is to be closed: asks first where the editor has something that is not saved. */
void app_quit(App *app);
/* Nothing is left or quit after all. */
void app_edit_stay(App *app);
/* What is left when the editor's screen is to go: leaves, or quits. */
void app_edit_leave(App *app);

/* Another deck's draft, or a new one, is what is changed from now on. */
void app_edit_take_draft(App *app, Draft *draft);
void app_edit_make_new(App *app, Str title);
/* For a new deck of that title. */
Str app_edit_free_id(App *app, Str title);

/* --- app_save.c --- */
/* What stands against it is told. `leaves`: the editor, once it is saved. */
void app_edit_save(App *app, bool is_forced, bool leaves);
/* Takes what the saver's thread has done. True if something changed. */
bool app_save_take(App *app);
/* Waits for it: the draft is to be closed. */
void app_save_close(App *app);

/* --- app_keep.c --- */
/* Keeps what is not saved once that is due. */
void app_keep_advance(App *app, int64_t now_ms);
int64_t app_keep_due_ms(const App *app);
/* Without waiting for a rest: the session may be ending. */
void app_keep_at_once(App *app);
/* The draft is saved, or what is not will not be. */
void app_keep_drop(App *app);
/* The draft is to be closed: what is not saved by then stays kept. */
void app_keep_close(App *app);
/* Asks about changes that were loaded with the draft; takes them over. */
void app_keep_ask(App *app, LoadedDraft *loaded);
/* EDIT_TAKE_UP, EDIT_THROW_AWAY */
void app_keep_answer(App *app, bool is_wanted);
/* The library opens: says where a new deck is that was not saved. */
void app_keep_tell_new(App *app);

/* --- app_edit_cards.c --- */
/* Changes to cards, marks and the search; true if it was one of them. */
bool app_edit_change(App *app, const Intent *intent);
/* Nothing is found and marked, all is at its start. */
void app_edit_reset(App *app);
void app_edit_look(App *app, uint32_t card);

/* --- app_edit_type.c --- */
void app_edit_type(App *app, const Intent *intent);
/* Typing rests at this card: lists lose their blank lines, and what comes next is another step of undo. */
void app_edit_rest(App *app, int64_t card);

/* --- app_edit_conflict.c --- */
/* The file was written by another program: shows the two side by side. */
void app_conflict_open(App *app, TheirFile *theirs);
void app_conflict_intent(App *app, const Intent *intent);
void app_conflict_close(App *app);

/* --- app_round.c --- */
NODISCARD bool app_begin_round(App *app, const Setup *setup, uint64_t seed, Err *err);
/* A practice round of cards of the current deck by their ids, filled up with others. */
NODISCARD bool app_begin_practice(App *app, const Str *ids, size_t count, Err *err);
/* Lets the round's clock come up to now and takes what that brought. */
void app_advance_round(App *app, int64_t now_ms);
void app_round_intent(App *app, const Intent *intent);
/* The timing that the player has set, as far as the mode has limits. */
Timing app_timing(const App *app, const Setup *setup);
void app_end_round(App *app);
/* When the results take the place of the round that ended; INT64_MAX: no round ended. */
int64_t app_results_ms(const App *app);

/* --- app_study.c --- */
/* The current deck as the player knows it, read from the store if it is not at hand. The deck must be ready.
 */
StudyDeck *app_study_deck(App *app);
/* It is read again when it is next wanted: another deck, another player, other settings, answers elsewhere.
 */
void app_study_forget(App *app);
/* The memory's model or the retention was changed: what the store has counted of the deck by them as well. */
void app_study_reckon_anew(App *app);
/* Keeps an answer of a study mode: in the store, and stepped in the study deck. */
Verdict app_study_keep(App *app, StudyMode mode, const StudyFact *fact);
/* In the store alone, for a mode whose own apply steps the study deck. */
Moment app_study_log(App *app, StudyMode mode, const StudyFact *fact);
/* Is an answer or a mark still on its way to the store? */
bool app_study_is_waiting(App *app);
/* Was it read before the store had all that was handed over, and has the store that now? */
bool app_study_is_outdated(App *app);
/* Takes the last answer back, which was to that card: in the store, and in the study deck, where card and
   learner are as they were before it; a star given since stays. */
void app_study_undo(App *app, uint32_t card, const StudyCard *before, const Learner *learner);
/* What a mode needs to go on after a crash or another day, as its own text by "MODE:DECK". */
void app_study_save(App *app, StudyMode mode, Str text);
Str app_study_saved(App *app, StudyMode mode, Arena *arena);
void app_study_intent(App *app, const Intent *intent);
/* Says in the model which modes there are. */
void app_study_list(App *app);

/* --- app_recount.c --- */
/* Has the current deck's mastery brought up to the present where that is needed. */
void app_recount(App *app);
/* "retention" or "memory" was changed. */
void app_recount_all(App *app);
/* What the store's writer has done since: screens that show it load again. */
void app_recount_news(App *app);

/* --- app_cards.c --- */
void app_cards_open(App *app, Str argument);
/* Where the player was, with the deck as it is now; no screen opens. Likewise for the other modes. */
void app_cards_resume(App *app);
void app_cards_apply(App *app, const Intent *intent);
/* Other tags were chosen. */
void app_cards_choose(App *app);
void app_cards_close(App *app);

/* --- app_spaced.c --- */
void app_spaced_open(App *app, Str argument);
void app_spaced_apply(App *app, const Intent *intent);
/* The sitting is made anew: other tags, other settings. What was answered in it goes on being told. */
void app_spaced_restart(App *app);
/* The same on a deck that took the place of the one it was made of: what was asked stays asked. */
void app_spaced_renew(App *app, const Deck *was);
/* Made anew where the study deck is outdated: after a round, or with the memory reckoned anew. */
void app_spaced_news(App *app);
/* The window was left while a card was asked. */
void app_spaced_look_away(App *app);
void app_spaced_close(App *app);

/* --- app_test.c --- */
void app_test_open(App *app, Str argument);
/* `report`: of the test handed in last, as formats write it; empty: none. */
void app_test_resume(App *app, Str report);
void app_test_apply(App *app, const Intent *intent);
/* Saves the paper, its clock standing, and forgets it: another deck, another player, the end. */
void app_test_close(App *app);
/* Lets the paper's clock come up to now; out of time it is handed in. */
void app_test_advance(App *app, int64_t now_ms);
int64_t app_test_deadline_ms(const App *app);
/* The window was left while a question was before the player. */
void app_test_look_away(App *app, int64_t at_ms);

/* --- app_learn.c --- */
void app_learn_open(App *app, Str argument);
/* The deck was changed from what it was: goes on with what is asked. Takes `before`, which was on it. */
void app_learn_renew(App *app, LearnSitting *before, const CurrentLearn *shown, const Deck *was);
/* The player is back from the editor, to which they left then: what is timed was standing. */
void app_learn_come_back(App *app, int64_t left_ms);
void app_learn_apply(App *app, const Intent *intent);
void app_learn_close(App *app);

/* --- app_tools.c --- */
void app_tool_intent(App *app, const Intent *intent);
/* As the shelf is now, in the scratch arena; NULL: there is none of that id. */
const ShelfEntry *app_shelf_entry(App *app, Str id);
/* Of a deck on the shelf; empty: there is none of that id, or it cannot be read. */
Str app_deck_title(App *app, Str id);

/* --- app_tools_done.c --- */
/* Tells what has been done since. True if something was. */
bool app_take_tools(App *app);
/* Does what is still to be done. */
void app_close_tools(App *app);

/* --- app_import.c --- */
void app_import_intent(App *app, const Intent *intent);
/* Something was dropped on the window. */
void app_import_drop(App *app);
/* What the importer's thread has done since. */
void app_import_news(App *app);
void app_import_close(App *app);

/* --- app_backup.c --- */
void app_backup_init(App *app);
/* Its screen opens. */
void app_backup_open(App *app);
void app_backup_intent(App *app, const Intent *intent);
/* Takes what the thread has done; and notices what another copy has restored. */
void app_backup_news(App *app);
void app_backup_close(App *app);
/* Where another state was put in place of the one that is shown: back to the title with the players, settings
   and decks of that one. True if it was. */
bool app_follow(App *app);

/* --- app_players.c --- */
/* The one who is wanted by name, else who played last. */
void app_open_player(App *app, const char *wanted);
void app_player_intent(App *app, const Intent *intent);
/* A file beside the player's data: "KIND-NAME-NUMBER.ENDING", letters that a file system may not like left
   out. */
Str app_export_path(App *app, const char *kind, Str name, int64_t number, const char *ending);

#endif
