/* The study mode Cards in the app: opens it where the player was, keeps what the player does in it. */
#include "app/app_state.h"
#include "formats/cards_state.h"
#include "play/pool.h"

#define SEED_MASK ((INT64_C(1) << 53) - 1) /* such a number is whole in JSON */

void app_cards_close(App *app)
{
    if (app->cards.is_there) arena_deinit(&app->cards.arena);
    app->cards = (CardsSitting){0};
    app->model.cards = NULL;
}

static void save(App *app)
{
    const Deck *deck = app->model.deck.deck;
    app_study_save(app, STUDY_CARDS, cards_state_write(&app->cards.cards->place, deck, &app->scratch));
}

static void apply(App *app, const CardsInput *input, int64_t at_ms)
{
    cards_apply(app->cards.cards, app_study_deck(app), input, at_ms);
}

void app_cards_choose(App *app)
{
    if (!app->cards.is_there) return;
    Pool pool = pool_make(&app->scratch, app->model.deck.deck, &app->model.deck.setup);
    CardsInput input = {.kind = CARDS_CHOOSE, .cards = pool.cards, .count = pool.count};
    apply(app, &input, app->platform->now_ms(app->platform->self));
    save(app);
}

void app_cards_resume(App *app)
{
    const Deck *deck = app->model.deck.deck;
    CardsSitting *sitting = &app->cards;
    app_cards_close(app);
    CardsPlace place = cards_state_read(app_study_saved(app, STUDY_CARDS, &app->scratch), deck);
    arena_init(&sitting->arena, 0);
    sitting->cards = cards_make(&sitting->arena, deck_count(deck), &place);
    sitting->is_there = true;
    app->model.cards = sitting->cards;
    app_cards_choose(app);
}

void app_cards_open(App *app, Str argument)
{
    (void)argument; /* there is one way to open it: where the player was */
    app_cards_resume(app);
    app_open_screen(app, SCREEN_CARDS, (Str){0});
}

/* Like an answer: what is read of the deck before it is kept would not show it. */
static void keep_star(App *app)
{
    uint32_t card = app->cards.cards->place.card;
    const Deck *deck = app->model.deck.deck;
    if (app->cards.cards->count == 0) return;
    app->study.last_answer =
        store_star_card(app->store, app->model.player.id, deck_id(deck), deck_card_id(deck, card),
                        app->study.deck.cards[card].is_starred);
}

void app_cards_apply(App *app, const Intent *intent)
{
    if (!app->cards.is_there || intent->input <= CARDS_CHOOSE || intent->input >= CARDS_INPUTS) return;
    CardsInput input = {.kind = (CardsInputKind)intent->input, .number = intent->number};
    if (input.kind == CARDS_SHUFFLE) input.number = (int64_t)app_seed(app) & SEED_MASK;
    apply(app, &input, intent->at_ms);
    if (input.kind == CARDS_STAR) keep_star(app);
    save(app);
}
