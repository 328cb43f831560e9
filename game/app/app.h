/* The game as it runs: a stack of screens over a model, fed with input events, drawing through a platform.
   One event is one build pass and at most one intent; app_apply is the only door through which anything
   changes. */
#ifndef MATCHWICK_APP_APP_H
#define MATCHWICK_APP_APP_H

#include "base/err.h"
#include "screens/model.h"
#include "screens/screen.h"
#include "ui/platform.h"
#include "ui/ui.h"

typedef struct App App;

typedef struct {
    Store *store;                               /* the app's from then on */
    const char *decks_folder;                   /* the player's own decks; made if it is not there */
    const char *shipped_decks;                  /* folder of the program's own decks */
    const char *added_decks;                    /* --decks; NULL: none */
    const char *home_folder, *downloads_folder; /* the person's own; NULL: the root */
    const char *player; /* name: chosen, or added if there is none; NULL: the last one */
    const char *theme;  /* NULL: the player's */
    int text_percent;   /* 0: the player's */
    bool is_muted;
    bool is_autoplay; /* runs are marked so */
} AppOptions;

App *app_open(const Platform *platform, const AppOptions *options);
/* Waits for what is not yet written. */
void app_close(App *app);

/* Translates, builds, applies. */
void app_handle(App *app, const InputEvent *event);
/* Lets time pass (round deadlines, toasts, news of other threads), builds and presents if anything may look
 * different. */
void app_frame(App *app);
/* Monotonic time at which app_frame is due without any event: now while something moves, INT64_MAX when all
 * is still. */
int64_t app_due_ms(const App *app);
bool app_is_done(const App *app);
/* Events and frames until the player quits. */
void app_run(App *app);

void app_apply(App *app, const Intent *intent);
/* For commands: waits until all decks are on the shelf. */
void app_read_shelf(App *app);
/* For commands: opens a deck and its hub at once, waiting until it is read. An empty name is the deck played
 * last. */
NODISCARD bool app_open_deck(App *app, Str name, Err *err);
/* For commands: opens the preview of another program's file. */
void app_open_import(App *app, Str path);
/* Starts a round on that deck; the setup's timing counts, not the player's. */
NODISCARD bool app_start_round(App *app, const Setup *setup, uint64_t seed, Err *err);
/* A seed that nobody chose. */
uint64_t app_seed(const App *app);
/* Remembers the window's place, "x y w h" in pixels, for the next sitting. */
void app_keep_window(App *app, Str place);
/* Builds and presents, whether or not anything changed: for pictures. */
void app_draw(App *app);
/* When the round goes on by itself, whatever the look needs; INT64_MAX: not without the player. */
int64_t app_deadline_ms(const App *app);

const Model *app_model(const App *app);
const Ui *app_ui(const App *app);             /* with the widget list of the last pass */
const ScreenKind *app_screen(const App *app); /* the top one */

#endif
