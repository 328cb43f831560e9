/* The study mode Spaced in the app: makes a sitting of what is due, keeps each answer and mark at once. */
#include <stdio.h>

#include "app/app_state.h"
#include "base/calendar.h"

void app_spaced_close(App *app)
{
    if (app->spaced.is_there) arena_deinit(&app->spaced.arena);
    app->spaced = (SpacedSitting){0};
    app->model.spaced = (CurrentSpaced){0};
}

static StudyDay today(const App *app)
{
    const Platform *platform = app->platform;
    int64_t wall_ms = platform->wall_ms(platform->self);
    return study_day(wall_ms, platform->utc_offset_min(platform->self, wall_ms),
                     app->model.settings.rollover_hour);
}

/* "exam:DECK" is the day of that player's exam, YYYY-MM-DD. */
static void exam_key(const App *app, char *key, size_t room)
{
    snprintf(key, room, "exam:%s", app->deck_id);
}

static int32_t read_exam(App *app)
{
    char key[300];
    int32_t day;
    exam_key(app, key, sizeof key);
    Str text = store_get_setting(app->store, app->model.player.id, key, &app->scratch);
    return calendar_read_day(text, &day) ? day : STUDY_NO_EXAM;
}

static void keep_exam(App *app)
{
    char key[300];
    int32_t day = app->spaced.sitting.exam_day;
    exam_key(app, key, sizeof key);
    Str text = day == STUDY_NO_EXAM ? (Str){0} : calendar_write_day(&app->scratch, day);
    store_set_setting(app->store, app->model.player.id, key, text);
}

/* The player's numbers a day less what was done of them on this deck. */
static SpacedLimits limits_left(App *app, const StudyDay *day)
{
    StoreSpacedToday done =
        store_spaced_since(app->store, app->model.player.id, app->model.deck.id, day->start_ms);
    return (SpacedLimits){app->model.settings.new_cards - done.fresh,
                          app->model.settings.reviews - done.reviews};
}

/* What the screen sees besides the sitting. */
static void show(App *app, const StudyDay *day)
{
    const Spaced *sitting = &app->spaced.sitting;
    CurrentSpaced *shown = &app->model.spaced;
    shown->sitting = sitting;
    shown->day = *day;
    if (sitting->at.card != DECK_NO_CARD) return;
    const StudyDeck *deck = &app->study.deck;
    shown->known = study_known_now(deck, &sitting->pool, day->now.at_ms);
    shown->ready = study_ready(deck, &sitting->pool, sitting->exam_day, day);
    shown->ready_day = study_ready_day(sitting->exam_day, day);
}

static SpacedInput input_now(App *app)
{
    return (SpacedInput){
        .at_ms = app->platform->now_ms(app->platform->self), .exam_day = read_exam(app), .day = today(app)};
}

static void begin(App *app)
{
    SpacedSitting *spaced = &app->spaced;
    if (spaced->is_there) arena_deinit(&spaced->arena);
    arena_init(&spaced->arena, 0);
    spaced->is_there = true;
    spaced->is_early = app_study_is_waiting(app);
    SpacedInput now = input_now(app);
    spaced_begin(&spaced->sitting, &spaced->arena, app_study_deck(app), &app->model.deck.setup,
                 limits_left(app, &now.day), &now);
    show(app, &now.day);
}

void app_spaced_open(App *app, Str argument)
{
    (void)argument; /* there is one way to open it */
    begin(app);
    app_open_screen(app, SCREEN_SPACED, (Str){0});
}

void app_spaced_restart(App *app)
{
    if (!app->spaced.is_there) return;
    SpacedTally tally = app->spaced.sitting.tally_before;
    tally.reviewed += app->spaced.sitting.at.tally.reviewed;
    tally.right += app->spaced.sitting.at.tally.right;
    begin(app);
    app->spaced.sitting.tally_before = tally;
}

void app_spaced_renew(App *app, const Deck *was)
{
    Spaced before = app->spaced.sitting;
    app_spaced_restart(app);
    if (before.at.card == DECK_NO_CARD) return;
    uint32_t card = deck_find_card(app->model.deck.deck, deck_card_id(was, before.at.card));
    SpacedInput now = input_now(app);
    spaced_go_on(&app->spaced.sitting, &before, card, &app->study.deck, &now);
    show(app, &now.day);
}

void app_spaced_news(App *app)
{
    if (!app->spaced.is_there || app_screen(app)->id != SCREEN_SPACED) return;
    bool is_early = app->spaced.is_early && !app_study_is_waiting(app);
    if (!is_early && !app_study_is_outdated(app)) return;
    app_spaced_restart(app);
    app_stale(app);
}

void app_spaced_look_away(App *app)
{
    if (app->spaced.is_there) app->spaced.sitting.lost_focus = true;
}

/* --- keeping --- */

static void keep_marks(App *app, uint32_t card)
{
    const StudyCard *known = &app->study.deck.cards[card];
    Str deck = app->model.deck.id, id = deck_card_id(app->model.deck.deck, card);
    int64_t player = app->model.player.id;
    store_suspend_card(app->store, player, deck, id, known->is_suspended);
    app->study.last_answer = store_bury_card(app->store, player, deck, id, known->buried_until_ms);
}

static void keep_star(App *app, uint32_t card)
{
    app->study.last_answer =
        store_star_card(app->store, app->model.player.id, app->model.deck.id,
                        deck_card_id(app->model.deck.deck, card), app->study.deck.cards[card].is_starred);
}

/* Cards that were put aside, before they are taken back. */
static uint32_t *put_aside(App *app, uint32_t *count)
{
    const Pool *pool = &app->spaced.sitting.pool;
    uint32_t *cards = ARENA_NEW_N(&app->scratch, uint32_t, pool->count + 1);
    for (uint32_t i = 0; i < pool->count; i++) {
        const StudyCard *known = &app->study.deck.cards[pool->cards[i]];
        if (known->is_suspended || known->buried_until_ms) cards[(*count)++] = pool->cards[i];
    }
    return cards;
}

static void answer(App *app, SpacedInput *input)
{
    Spaced *sitting = &app->spaced.sitting;
    if (sitting->at.card == DECK_NO_CARD || !sitting->is_shown) return;
    if (input->grade < GRADE_AGAIN || input->grade > GRADE_EASY) return;
    StudyFact fact = spaced_fact(sitting, &app->study.deck, input->grade);
    input->day.now = app_study_log(app, STUDY_SPACED, &fact);
    spaced_apply(sitting, &app->study.deck, input);
}

static void undo(App *app, const SpacedInput *input)
{
    Spaced *sitting = &app->spaced.sitting;
    const SpacedStep *step = sitting->last;
    if (!step) return;
    uint32_t card = step->card;
    bool is_answer = step->kind == SPACED_STEP_ANSWER;
    if (is_answer) app_study_undo(app, card, &step->known, &step->learner);
    spaced_apply(sitting, &app->study.deck, input);
    if (!is_answer) keep_marks(app, card);
}

static void mark(App *app, const SpacedInput *input)
{
    Spaced *sitting = &app->spaced.sitting;
    bool is_leech = input->kind == SPACED_SUSPEND && sitting->leech != DECK_NO_CARD;
    uint32_t card = is_leech ? sitting->leech : sitting->at.card;
    if (!spaced_apply(sitting, &app->study.deck, input)) return;
    if (input->kind == SPACED_STAR)
        keep_star(app, card);
    else
        keep_marks(app, card);
}

static void take_back(App *app, const SpacedInput *input)
{
    uint32_t count = 0;
    const uint32_t *cards = put_aside(app, &count);
    if (!spaced_apply(&app->spaced.sitting, &app->study.deck, input)) return;
    for (uint32_t i = 0; i < count; i++) keep_marks(app, cards[i]);
}

static void apply(App *app, SpacedInput *input)
{
    switch (input->kind) {
    case SPACED_GRADE: answer(app, input); break;
    case SPACED_UNDO: undo(app, input); break;
    case SPACED_STAR:
    case SPACED_BURY:
    case SPACED_SUSPEND: mark(app, input); break;
    case SPACED_TAKE_BACK: take_back(app, input); break;
    case SPACED_SET_EXAM:
        spaced_apply(&app->spaced.sitting, &app->study.deck, input);
        keep_exam(app);
        break;
    case SPACED_SHOW:
    case SPACED_KEEP_LEECH:
    case SPACED_REFRESH:
    case SPACED_TAKE_NEW:
    case SPACED_TAKE_AHEAD: spaced_apply(&app->spaced.sitting, &app->study.deck, input); break;
    case SPACED_KINDS: break;
    }
}

void app_spaced_apply(App *app, const Intent *intent)
{
    if (!app->spaced.is_there || intent->input < 0 || intent->input >= SPACED_KINDS) return;
    SpacedInput input = {.kind = (SpacedKind)intent->input, .at_ms = intent->at_ms, .day = today(app)};
    if (input.kind == SPACED_GRADE) input.grade = (Grade)intent->number;
    if (input.kind == SPACED_SET_EXAM) input.exam_day = (int32_t)intent->number;
    bool is_other_day = input.day.number != app->model.spaced.day.number;
    if (app_study_is_outdated(app) || (input.kind == SPACED_REFRESH && is_other_day)) {
        app_spaced_restart(app); /* with what is known now, and that day's numbers */
        return;
    }
    app_study_deck(app);
    apply(app, &input);
    show(app, &input.day);
}
