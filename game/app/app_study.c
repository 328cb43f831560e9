/* The study modes' common ground: the deck as the player knows it, and what is kept of an answer. */
#include <stdio.h>

#include "app/app_state.h"
#include "ui/format.h"

#define MAX_CONFUSIONS 1000

/* What a mode does when it is opened and with what the player does in it. */
typedef struct {
    void (*open)(App *app, Str argument);
    void (*apply)(App *app, const Intent *intent);
} StudyHooks;

static const StudyHooks hooks[STUDY_MODES] = {
    [STUDY_CARDS] = {app_cards_open, app_cards_apply},
    [STUDY_LEARN] = {app_learn_open, app_learn_apply},
    [STUDY_TEST] = {app_test_open, app_test_apply},
    [STUDY_SPACED] = {app_spaced_open, app_spaced_apply},
};

static void read_cards(App *app, StudyDeck *deck)
{
    Arena *arena = &app->study.arena;
    const Deck *texts = deck->index->deck;
    uint32_t count = deck_count(texts);
    deck->cards = ARENA_NEW_N(arena, StudyCard, count);
    for (uint32_t i = 0; i < count; i++) deck->cards[i].due_ms = INT64_MAX;
    StoreCard *kept;
    size_t kept_count = store_cards(app->store, app->model.player.id, deck_id(texts), arena, &kept);
    for (size_t i = 0; i < kept_count; i++) {
        uint32_t card = deck_find_card(texts, kept[i].card_id);
        if (card == DECK_NO_CARD) continue; /* gone from the deck; comes back with it */
        deck->cards[card] = (StudyCard){.memory = kept[i].memory,
                                        .due_ms = kept[i].due_ms,
                                        .is_starred = kept[i].is_starred,
                                        .is_suspended = kept[i].is_suspended,
                                        .buried_until_ms = kept[i].buried_until_ms};
    }
}

static void read_confusions(App *app, StudyDeck *deck)
{
    Arena *arena = &app->study.arena;
    const Deck *texts = deck->index->deck;
    StoreConfusion *kept;
    size_t count =
        store_confusions(app->store, app->model.player.id, deck_id(texts), MAX_CONFUSIONS, arena, &kept);
    deck->confusions = ARENA_NEW_N(arena, StudyConfusion, count ? count : 1);
    for (size_t i = 0; i < count; i++) {
        StudyConfusion confusion = {deck_find_card(texts, kept[i].asked),
                                    deck_find_card(texts, kept[i].chosen), kept[i].count};
        if (confusion.asked == DECK_NO_CARD || confusion.chosen == DECK_NO_CARD) continue;
        deck->confusions[deck->confusion_count++] = confusion;
    }
}

bool app_study_is_waiting(App *app)
{
    StoreTicket last = app->study.last_answer;
    return last != 0 && store_ticket(app->store, last) == TICKET_WAITING;
}

bool app_study_is_outdated(App *app)
{
    const StudySitting *study = &app->study;
    return study->is_there && study->is_behind && !app_study_is_waiting(app);
}

StudyDeck *app_study_deck(App *app)
{
    StudySitting *study = &app->study;
    if (app_study_is_outdated(app)) app_study_forget(app);
    if (study->is_there) return &study->deck;
    study->is_there = true;
    study->is_behind = app_study_is_waiting(app);
    arena_init(&study->arena, 0);
    study->deck = (StudyDeck){.index = app->model.deck.index,
                              .memory = memory_make(app->model.settings.memory_model),
                              .learner = store_learner(app->store, app->model.player.id),
                              .retention = app->model.settings.retention_percent / 100.0};
    read_cards(app, &study->deck);
    read_confusions(app, &study->deck);
    app->model.study = &study->deck;
    return &study->deck;
}

void app_study_reckon_anew(App *app)
{
    bool was_there = app->study.is_there;
    if (app->model.deck.state != DECK_READY) return;
    app->study.last_answer = store_recount(app->store, app->model.player.id, app->model.deck.id,
                                           app->platform->wall_ms(app->platform->self));
    app_study_forget(app);
    if (was_there) app_study_deck(app);
}

void app_study_forget(App *app)
{
    if (app->study.is_there) arena_deinit(&app->study.arena);
    app->study.is_there = false;
    app->model.study = NULL;
}

static StoreAnswer answer_of(App *app, StudyMode mode, const StudyFact *fact)
{
    const Deck *deck = app->model.deck.deck;
    const Evidence *evidence = &fact->evidence;
    int64_t wall_ms = app->platform->wall_ms(app->platform->self);
    int utc_offset_min = app->platform->utc_offset_min(app->platform->self, wall_ms);
    return (StoreAnswer){
        .player = app->model.player.id,
        .at_ms = wall_ms,
        .day = format_local_day(wall_ms, utc_offset_min),
        .deck_id = deck_id(deck),
        .fingerprint = deck_fingerprint(deck),
        .card_id = deck_card_id(deck, fact->card),
        .mode = study_mode_name(mode),
        .format = evidence_format_name(evidence->format),
        .shown = fact->shown,
        .chosen = fact->chosen,
        .chosen_card = fact->chosen_card == DECK_NO_CARD ? (Str){0} : deck_card_id(deck, fact->chosen_card),
        .is_right = evidence->is_right,
        .is_autoplay = app->is_autoplay,
        .lost_focus = evidence->lost_focus,
        .is_near = evidence->is_near,
        .is_forced = evidence->is_forced,
        .grade = evidence->format == EVIDENCE_CARD ? (int32_t)evidence->grade : 0,
        .response_ms = evidence->response_ms,
        .choices = evidence->choices,
        .read_characters = evidence->read_characters};
}

Moment app_study_log(App *app, StudyMode mode, const StudyFact *fact)
{
    StoreAnswer answer = answer_of(app, mode, fact);
    app->study.last_answer = store_add_answer(app->store, &answer);
    return (Moment){answer.at_ms, answer.day};
}

Verdict app_study_keep(App *app, StudyMode mode, const StudyFact *fact)
{
    StudyDeck *deck = app_study_deck(app);
    return study_apply(deck, fact, app_study_log(app, mode, fact));
}

void app_study_undo(App *app, uint32_t card, const StudyCard *before, const Learner *learner)
{
    StudyDeck *deck = app_study_deck(app);
    const Deck *texts = app->model.deck.deck;
    bool is_starred = deck->cards[card].is_starred; /* given since then */
    deck->cards[card] = *before;
    deck->cards[card].is_starred = is_starred;
    deck->learner = *learner;
    app->study.last_answer =
        store_undo_answer(app->store, app->model.player.id, deck_id(texts), deck_card_id(texts, card));
}

static void state_key(const App *app, StudyMode mode, char *key, size_t room)
{
    snprintf(key, room, "%s:%s", study_mode_name(mode).data, app->deck_id);
}

void app_study_save(App *app, StudyMode mode, Str text)
{
    char key[300];
    state_key(app, mode, key, sizeof key);
    store_set_setting(app->store, app->model.player.id, key, text);
}

Str app_study_saved(App *app, StudyMode mode, Arena *arena)
{
    char key[300];
    state_key(app, mode, key, sizeof key);
    return store_get_setting(app->store, app->model.player.id, key, arena);
}

void app_study_list(App *app)
{
    for (int i = 0; i < STUDY_MODES; i++) app->model.has_study[i] = hooks[i].open != NULL;
}

void app_study_intent(App *app, const Intent *intent)
{
    const StudyHooks *mode = &hooks[intent->study];
    if (app->model.deck.state != DECK_READY) return;
    if (intent->kind == INTENT_KNOW_DECK) {
        app_study_deck(app);
        app_stale(app);
    }
    if (intent->kind == INTENT_STUDY_OPEN && mode->open) mode->open(app, intent->text);
    if (intent->kind == INTENT_STUDY && mode->apply) mode->apply(app, intent);
    app->needs_frame = true;
}
