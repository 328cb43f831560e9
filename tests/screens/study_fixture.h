/* What the tests of a deck's hub and its study sessions share: answers in the store without playing them. */
#ifndef MATCHWICK_TESTS_SCREENS_STUDY_FIXTURE_H
#define MATCHWICK_TESTS_SCREENS_STUDY_FIXTURE_H

#include "menu_fixture.h"
#include "ui/format.h"

#define STUDY_DECK "world-capitals"

static inline void study_open_hub(AppFixture *fixture)
{
    app_apply(fixture->app, &(Intent){.kind = INTENT_HOME});
    app_apply(fixture->app, &(Intent){.kind = INTENT_OPEN_DECK, .text = STR(STUDY_DECK)});
    fixture_wait_deck(fixture);
    fixture_run(fixture, 400);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_DECK);
}

/* Until all is committed and the screens have heard of it. */
static inline void study_settle(AppFixture *fixture)
{
    Err err = {0};
    for (int i = 0; i < 2; i++) { /* what was heard may ask for more */
        assert_true(store_flush(app_model(fixture->app)->store, &err));
        platform_null_push(&fixture->null, (InputEvent){.kind = INPUT_WAKE});
        fixture_run(fixture, 64);
    }
}

static inline int64_t study_player(AppFixture *fixture, const char *name)
{
    const Model *model = app_model(fixture->app);
    for (size_t i = 0; i < model->player_count; i++)
        if (str_is(model->players[i].name, str_of(name))) return model->players[i].id;
    fail_msg("there is no player %s", name);
    return 0;
}

/* The deck must be open. A flashcard graded Good, or Again. */
static inline void study_answer(AppFixture *fixture, int64_t player, uint32_t card, bool is_right)
{
    const Model *model = app_model(fixture->app);
    const Deck *deck = model->deck.deck;
    int64_t at_ms = fixture->null.wall_ms;
    StoreAnswer answer = {.player = player,
                          .at_ms = at_ms,
                          .day = format_local_day(at_ms, fixture->null.utc_offset_min),
                          .deck_id = deck_id(deck),
                          .fingerprint = deck_fingerprint(deck),
                          .card_id = deck_card_id(deck, card),
                          .mode = STR("learn"),
                          .format = evidence_format_name(EVIDENCE_CARD),
                          .shown = deck_term(deck, card),
                          .is_right = is_right,
                          .grade = is_right ? 3 : 1,
                          .response_ms = 2000};
    store_add_answer(model->store, &answer);
}

#endif
