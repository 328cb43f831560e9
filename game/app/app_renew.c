/* The deck that is open was saved by the editor. It is read again and takes the place of what it was: what
   the player does with it goes on with the cards that are still there. A round keeps the deck it was played
   on. */
#include "app/app_state.h"
#include "formats/test_report.h"
#include "screens/test_intent.h"

static bool is_on_shelf(App *app, Str id, Str path)
{
    const ShelfEntry *entry = app_shelf_entry(app, id);
    return entry && str_is(entry->path, path);
}

/* A copy of a shipped deck is there once the shelf has looked. */
void app_renew_deck(App *app)
{
    CurrentDeck *deck = &app->model.deck;
    if (!app->wants_renewal || !is_on_shelf(app, deck->id, str_of(app->renewed_path))) return;
    app->wants_renewal = false;
    app->is_renewal = deck->state == DECK_READY;
    loader_ask(app->loader, deck->id, (Str){0});
}

/* What is going on, to be gone on with. */
typedef struct {
    bool has_study, has_cards, has_spaced, has_test;
    LearnSitting learn; /* on the deck as it was, */
    CurrentLearn shown; /* and what was seen of it */
    Str report;         /* of the test handed in last; empty: none */
} Going;

static Going leave(App *app)
{
    Going going = {.has_study = app->study.is_there,
                   .has_cards = app->cards.is_there,
                   .has_spaced = app->spaced.is_there,
                   .has_test = app->test.is_there,
                   .learn = app->learn,
                   .shown = app->model.learn};
    if (app->test.is_there && app->test.has_report)
        going.report = test_report_write(&app->test.report, &app->scratch);
    app->learn = (LearnSitting){0};
    app_cards_close(app);
    app_test_close(app);
    app_study_forget(app);
    return going;
}

static void go_on(App *app, Going *going, const Deck *was)
{
    if (going->has_study) app_study_deck(app);
    if (going->has_cards) app_cards_resume(app);
    if (going->learn.is_there) app_learn_renew(app, &going->learn, &going->shown, was);
    if (going->has_spaced) app_spaced_renew(app, was);
    if (going->has_test) app_test_resume(app, going->report);
}

/* The round's facts and pools name cards of the deck as it was. */
static bool is_of_round(const App *app)
{
    return app->session.is_there && app->deck && app->session.source.index == app->deck->index;
}

static void let_go(App *app, LoadedDeck *was, bool is_kept)
{
    if (!is_kept) {
        loaded_deck_free(was);
        return;
    }
    loaded_deck_free(app->round_deck);
    app->round_deck = was;
}

void app_install_renewed(App *app, LoadedDeck *loaded)
{
    app->is_renewal = false;
    if (!loaded->deck) { /* between two writes of another program */
        app_toast(app, "%s", loaded->err.text);
        loaded_deck_free(loaded);
        return;
    }
    bool is_kept = is_of_round(app);
    Going going = leave(app);
    LoadedDeck *was = app->deck;
    app->deck = NULL;
    app_install_deck(app, loaded);
    go_on(app, &going, was->deck);
    let_go(app, was, is_kept);
    app_stale(app);
}
