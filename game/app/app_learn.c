/* The study mode Learn in the app: opens it where the player was, keeps each answer in its frame, and where
   the player is now. */
#include "app/app_state.h"
#include "formats/learn_state.h"

#define FEW_CARDS 16 /* of a selection: wrong options come from all of the deck then */

static void free_sitting(LearnSitting *sitting)
{
    if (sitting->is_there) {
        learn_free(&sitting->learn);
        arena_deinit(&sitting->arena);
    }
    *sitting = (LearnSitting){0};
}

void app_learn_close(App *app)
{
    free_sitting(&app->learn);
    app->model.learn = (CurrentLearn){0};
}

static void save(App *app)
{
    const Learn *learn = &app->learn.learn;
    LearnState state = {learn->source.seed, learn_group_ahead(learn)};
    Str text = learn_state_write(&state, app->model.deck.deck, &app->scratch);
    app_study_save(app, STUDY_LEARN, text);
}

static bool *find_learned(App *app, Arena *arena)
{
    const Deck *deck = app->model.deck.deck;
    bool *is_learned = ARENA_NEW_N(arena, bool, deck_count(deck));
    Str *ids;
    size_t count = store_learned_cards(app->store, app->model.player.id, deck_id(deck), &app->scratch, &ids);
    for (size_t i = 0; i < count; i++) {
        uint32_t card = deck_find_card(deck, ids[i]);
        if (card != DECK_NO_CARD) is_learned[card] = true;
    }
    return is_learned;
}

static LearnSource make_source(App *app, Arena *arena)
{
    const Deck *deck = app->model.deck.deck;
    Setup chosen = app->model.deck.setup, all = chosen;
    all.tag_count = 0;
    LearnSource source = {.deck = app_study_deck(app),
                          .pool = pool_make(arena, deck, &chosen),
                          .ask = chosen.ask,
                          .seed = app_seed(app),
                          .is_learned = find_learned(app, arena)};
    source.options = source.pool.count < FEW_CARDS ? pool_make(arena, deck, &all) : source.pool;
    return source;
}

/* Where it was left, if that still fits deck and selection; else anew with the weakest. */
static void begin(App *app, Learn *learn, LearnSource source)
{
    Err err = {0};
    LearnState kept;
    int64_t wall_ms = app->platform->wall_ms(app->platform->self);
    Str text = app_study_saved(app, STUDY_LEARN, &app->scratch);
    bool is_kept = learn_state_read(text, source.deck->index->deck, &app->scratch, &kept, &err);
    if (is_kept) source.seed = kept.seed;
    learn_init(learn, &source);
    if (!is_kept || !learn_resume(learn, &kept.group, wall_ms)) learn_begin(learn, wall_ms);
}

void app_learn_renew(App *app, LearnSitting *before, const CurrentLearn *shown, const Deck *was)
{
    LearnSitting *sitting = &app->learn;
    *sitting = *before; /* and what is known of the answer kept last */
    arena_init(&sitting->arena, 0);
    LearnSource source = make_source(app, &sitting->arena);
    source.seed = before->learn.source.seed;
    learn_init(&sitting->learn, &source);
    int64_t wall_ms = app->platform->wall_ms(app->platform->self);
    bool is_same = learn_renew(&sitting->learn, &before->learn, was, wall_ms);
    app->model.learn = *shown;
    app->model.learn.learn = &sitting->learn;
    if (!is_same) {
        app->model.learn.asked_ms = app->platform->now_ms(app->platform->self);
        sitting->lost_focus = false;
        app_toast(app, "Learn goes on with another card: the one that was asked is not there any more");
    }
    free_sitting(before);
    save(app);
}

void app_learn_come_back(App *app, int64_t left_ms)
{
    CurrentLearn *current = &app->model.learn;
    int64_t now_ms = app->platform->now_ms(app->platform->self), away_ms = now_ms - left_ms;
    if (!app->learn.is_there) return;
    current->asked_ms = current->asked_ms > left_ms ? now_ms : current->asked_ms + away_ms;
    current->answered_ms += away_ms;
    app->learn.lost_focus = true;
}

void app_learn_open(App *app, Str argument)
{
    (void)argument; /* there is one way to open it: where the player was */
    LearnSitting *sitting = &app->learn;
    app_learn_close(app);
    arena_init(&sitting->arena, 0);
    sitting->is_there = true;
    begin(app, &sitting->learn, make_source(app, &sitting->arena));
    app->model.learn =
        (CurrentLearn){.learn = &sitting->learn, .asked_ms = app->platform->now_ms(app->platform->self)};
    save(app);
    app_open_screen(app, SCREEN_LEARN, (Str){0});
}

/* --- what an input has brought --- */

static void keep_answer(App *app, const LearnEffects *effects)
{
    LearnSitting *sitting = &app->learn;
    StudyDeck *deck = app_study_deck(app);
    if (effects->undoes) app_study_undo(app, effects->card, &sitting->card_before, &sitting->learner_before);
    if (!effects->keeps) return;
    sitting->card_before = deck->cards[effects->card];
    sitting->learner_before = deck->learner;
    app_study_keep(app, STUDY_LEARN, &effects->fact);
}

static void keep_learned(App *app, uint32_t card, bool is_done)
{
    const Deck *deck = app->model.deck.deck;
    store_learned(app->store, app->model.player.id, deck_id(deck), deck_card_id(deck, card), is_done);
}

static void keep_mark(App *app, const LearnEffects *effects)
{
    const Pool *pool = &app->learn.learn.source.pool;
    switch (effects->mark) {
    case LEARN_MARK_NONE: break;
    case LEARN_MARK_DONE:
    case LEARN_MARK_UNDONE: keep_learned(app, effects->card, effects->mark == LEARN_MARK_DONE); break;
    case LEARN_MARK_ALL_UNDONE:
        for (uint32_t i = 0; i < pool->count; i++) keep_learned(app, pool->cards[i], false);
        break;
    }
}

static void keep_star(App *app, const LearnEffects *effects)
{
    if (!effects->stars) return;
    const Deck *deck = app->model.deck.deck;
    StudyCard *card = &app_study_deck(app)->cards[effects->card];
    card->is_starred = !card->is_starred;
    app->study.last_answer = store_star_card(app->store, app->model.player.id, deck_id(deck),
                                             deck_card_id(deck, effects->card), card->is_starred);
}

static void sound(App *app, LearnEvent event)
{
    static const SoundCue cues[] = {
        [LEARN_EVENT_RIGHT] = SOUND_MATCH,          [LEARN_EVENT_NEAR] = SOUND_ALMOST,
        [LEARN_EVENT_WRONG] = SOUND_MISMATCH,       [LEARN_EVENT_TURNED] = SOUND_FLIP,
        [LEARN_EVENT_GROUP_DONE] = SOUND_ROUND_END, [LEARN_EVENT_FINISHED] = SOUND_ROUND_END};
    if (event == LEARN_EVENT_NONE) return;
    if (event == LEARN_EVENT_WRONG) app->learn.streak = 0;
    app->platform->play_sound(app->platform->self, cues[event],
                              event == LEARN_EVENT_RIGHT ? app->learn.streak++ : 0);
}

/* When what is on the screen now came there. */
static void see_change(App *app, LearnPhase before, int64_t now_ms)
{
    CurrentLearn *current = &app->model.learn;
    LearnPhase phase = app->learn.learn.phase;
    bool is_new_question = phase == LEARN_ASKING && before != LEARN_ASKING;
    current->answers++;
    current->answered_ms = now_ms;
    if (!is_new_question) return;
    current->asked_ms = now_ms;
    app->learn.lost_focus = false;
}

static int32_t response_ms(const App *app, int64_t at_ms)
{
    int64_t taken = at_ms - app->model.learn.asked_ms;
    return taken < 0 ? 0 : taken > INT32_MAX ? INT32_MAX : (int32_t)taken;
}

void app_learn_apply(App *app, const Intent *intent)
{
    LearnSitting *sitting = &app->learn;
    if (!sitting->is_there || intent->input < 0 || intent->input > LEARN_INPUT_STAR) return;
    app_study_deck(app);
    LearnPhase before = sitting->learn.phase;
    LearnInput input = {.kind = (LearnInputKind)intent->input,
                        .number = intent->number,
                        .text = intent->text,
                        .now_ms = app->platform->wall_ms(app->platform->self),
                        .response_ms = response_ms(app, intent->at_ms),
                        .lost_focus = sitting->lost_focus};
    LearnEffects effects = learn_apply(&sitting->learn, &input);
    if (!effects.is_taken) return;
    keep_answer(app, &effects);
    keep_mark(app, &effects);
    keep_star(app, &effects);
    sound(app, effects.event);
    if (!effects.stars) see_change(app, before, intent->at_ms);
    save(app);
}
