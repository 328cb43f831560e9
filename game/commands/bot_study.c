#include "commands/bot_study.h"

#include <string.h>

#include "base/text.h"
#include "screens/test_intent.h"
#include "ui/keys.h"

#define THINK_MS      900 /* before an answer */
#define THINK_MORE_MS 1600
#define READ_MS       1000 /* what came of it: a right choice of Learn goes on by itself before that */
#define WRONG_TEXT    "no idea"

void bot_study_init(BotStudy *bot, uint64_t seed, uint32_t skill, StudyMode mode)
{
    *bot = (BotStudy){.skill = skill, .mode = mode};
    rng_seed(&bot->rng, seed);
}

static bool is_right_this_time(BotStudy *bot)
{
    return rng_below(&bot->rng, 100) < bot->skill;
}

static int64_t think_ms(BotStudy *bot)
{
    return THINK_MS + (int64_t)rng_below(&bot->rng, THINK_MORE_MS);
}

/* --- the keyboard --- */

static void press(App *app, int key, int64_t now_ms)
{
    InputEvent event = {.kind = INPUT_KEY_DOWN, .device = DEVICE_KEYBOARD, .time_ms = now_ms, .key = key};
    app_handle(app, &event);
    event.kind = INPUT_KEY_UP;
    app_handle(app, &event);
}

static void press_command(App *app, Command command, int64_t now_ms)
{
    press(app, app_model(app)->settings.bindings.of[command].keys[0], now_ms);
}

/* As much of the text, from `from` on, as one event holds. */
static size_t part_end(Str text, size_t from, size_t room)
{
    size_t end = from;
    while (end < text.size) {
        size_t next = end;
        text_next(text, &next);
        if (next - from > room) break;
        end = next;
    }
    return end;
}

static void type(App *app, Str text, int64_t now_ms)
{
    for (size_t at = 0; at < text.size;) {
        InputEvent event = {.kind = INPUT_TEXT, .device = DEVICE_KEYBOARD, .time_ms = now_ms};
        size_t end = part_end(text, at, sizeof event.text - 1);
        memcpy(event.text, text.data + at, end - at);
        app_handle(app, &event);
        at = end;
    }
}

/* An option that is not the right one, if there is another. */
static uint32_t other_option(BotStudy *bot, uint32_t right, uint32_t count)
{
    return count < 2 ? right : (right + 1 + (uint32_t)rng_below(&bot->rng, count - 1)) % count;
}

static void count(BotStudy *bot, bool is_right)
{
    bot->answers++;
    bot->right += is_right;
}

/* --- Learn --- */

static void choose_in_learn(BotStudy *bot, App *app, const Learn *learn, int64_t now_ms)
{
    const DealQuestion *deal = &learn->question.deal;
    bool is_right = is_right_this_time(bot) || deal->option_count < 2;
    uint32_t option = is_right ? deal->right : other_option(bot, deal->right, deal->option_count);
    count(bot, is_right);
    press_command(app, (Command)(COMMAND_OPTION_1 + option), now_ms);
}

static void type_in_learn(BotStudy *bot, App *app, const Learn *learn, int64_t now_ms)
{
    bool is_right = is_right_this_time(bot);
    count(bot, is_right);
    type(app, is_right ? learn->question.answer : STR(WRONG_TEXT), now_ms);
    press_command(app, COMMAND_CONFIRM, now_ms);
}

static void ask_learn(BotStudy *bot, App *app, const Learn *learn, int64_t now_ms)
{
    switch (learn->question.form) {
    case LEARN_FORM_CHOICE: choose_in_learn(bot, app, learn, now_ms); break;
    case LEARN_FORM_TYPED: type_in_learn(bot, app, learn, now_ms); break;
    case LEARN_FORM_CARD: press_command(app, COMMAND_CONFIRM, now_ms); break;
    }
}

static void grade_in_learn(BotStudy *bot, App *app, int64_t now_ms)
{
    bool is_right = is_right_this_time(bot);
    count(bot, is_right);
    press(app, is_right ? KEY_2 : KEY_1, now_ms);
}

static int64_t act_in_learn(BotStudy *bot, App *app, int64_t now_ms)
{
    const Learn *learn = app_model(app)->learn.learn;
    switch (learn->phase) {
    case LEARN_ASKING: ask_learn(bot, app, learn, now_ms); return READ_MS;
    case LEARN_TURNED: grade_in_learn(bot, app, now_ms); break;
    case LEARN_ANSWERED:
    case LEARN_RETYPING: press_command(app, COMMAND_CONFIRM, now_ms); break;
    case LEARN_GROUP_DONE:
    case LEARN_FINISHED: break;
    }
    return think_ms(bot);
}

static bool is_learn_done(const Model *model)
{
    const Learn *learn = model->learn.learn;
    return !learn || learn->source.pool.count == 0 || learn->phase == LEARN_GROUP_DONE ||
           learn->phase == LEARN_FINISHED;
}

/* --- Test --- */

/* In matching every open question has an option that no other question of the block has. */
static bool is_free(const TestPaper *paper, const TestQuestion *front, uint32_t option)
{
    if (front->kind != TEST_MATCHING) return true;
    for (uint32_t i = 0; i < front->block_count; i++)
        if (paper->questions[front->block + i].chosen == option) return false;
    return true;
}

static uint32_t option_for_test(BotStudy *bot, const TestPaper *paper, const TestQuestion *front)
{
    uint32_t count = front->deal.option_count, option = front->deal.right;
    if (!is_right_this_time(bot)) option = other_option(bot, option, count);
    for (uint32_t i = 0; i < count && !is_free(paper, front, option); i++) option = (option + 1) % count;
    return option;
}

static void answer_in_test(BotStudy *bot, App *app, const TestPaper *paper, int64_t now_ms)
{
    const TestQuestion *front = &paper->questions[paper->front];
    switch (front->kind) {
    case TEST_TRUE_FALSE: {
        bool is_true = (front->claim == front->deal.right) == is_right_this_time(bot);
        press(app, is_true ? KEY_1 : KEY_2, now_ms);
        break;
    }
    case TEST_CHOICE:
    case TEST_MATCHING: press(app, KEY_1 + (int)option_for_test(bot, paper, front), now_ms); break;
    case TEST_TYPED:
        type(app, is_right_this_time(bot) ? front->deal.options[front->deal.right].text : STR(WRONG_TEXT),
             now_ms);
        break;
    }
}

/* An answered question has the focus on the way on, which hands in at last. */
static int64_t act_in_test(BotStudy *bot, App *app, int64_t now_ms)
{
    const TestPaper *paper = app_model(app)->test.paper;
    bool is_set_up = app_screen(app)->id == SCREEN_TEST_SETUP;
    if (is_set_up)
        press(app, paper ? KEY_G : KEY_N, now_ms);
    else if (paper && !test_question_is_answered(&paper->questions[paper->front]))
        answer_in_test(bot, app, paper, now_ms);
    else
        press_command(app, COMMAND_CONFIRM, now_ms);
    const TestReport *report = app_model(app)->test.report;
    if (app_screen(app)->id == SCREEN_TEST_REPORT && report) {
        bot->answers = (int32_t)report->total;
        bot->right = (int32_t)report->right;
    }
    return think_ms(bot);
}

static void ask_for_test(App *app, int32_t what, int64_t number)
{
    Intent intent = test_intent(what, number);
    app_apply(app, &intent);
}

/* --- Spaced --- */

/* Where there were new cards alone it goes on with those that would be due next. */
static bool goes_ahead(const BotStudy *bot, const Spaced *sitting)
{
    return sitting->at.card == DECK_NO_CARD && bot->reviews == 0 && sitting->summary.ahead_left > 0;
}

static int64_t act_in_spaced(BotStudy *bot, App *app, int64_t now_ms)
{
    const Model *model = app_model(app);
    const Spaced *sitting = model->spaced.sitting;
    if (goes_ahead(bot, sitting)) {
        press(app, KEY_L, now_ms);
        return think_ms(bot);
    }
    if (sitting->leech != DECK_NO_CARD) {
        press_command(app, COMMAND_CONFIRM, now_ms); /* goes on with it */
        return think_ms(bot);
    }
    if (!sitting->is_shown) {
        press(app, KEY_SPACE, now_ms);
        return READ_MS;
    }
    bool is_right = is_right_this_time(bot);
    count(bot, is_right);
    bot->reviews += !card_memory_is_new(&model->study->cards[sitting->at.card].memory);
    press_command(app, is_right ? COMMAND_OPTION_3 : COMMAND_OPTION_1, now_ms); /* Good, Again */
    return think_ms(bot);
}

static bool is_spaced_done(const BotStudy *bot, const Model *model)
{
    const Spaced *sitting = model->spaced.sitting;
    if (!sitting || bot->reviews >= BOT_REVIEWS) return true;
    bool is_left = sitting->at.card != DECK_NO_CARD || sitting->leech != DECK_NO_CARD;
    return !is_left && !goes_ahead(bot, sitting);
}

/* --- Cards --- */

static int64_t act_in_cards(BotStudy *bot, App *app, int64_t now_ms)
{
    if (!app_model(app)->cards->place.is_flipped) {
        press(app, KEY_SPACE, now_ms);
        bot->viewed++;
    } else if (app_model(app)->cards->at + 1 == app_model(app)->cards->count) { /* where it was left */
        Intent first = {.kind = INTENT_STUDY, .study = STUDY_CARDS, .input = CARDS_JUMP, .at_ms = now_ms};
        app_apply(app, &first);
        if (app_model(app)->cards->count == 1) press(app, KEY_SPACE, now_ms);
    } else {
        press_command(app, COMMAND_RIGHT, now_ms);
    }
    return think_ms(bot);
}

/* --- all --- */

void bot_study_open(BotStudy *bot, App *app)
{
    Intent intent = {.kind = INTENT_STUDY_OPEN, .study = bot->mode};
    app_apply(app, &intent);
    if (bot->mode != STUDY_TEST) return;
    bot->questions = app_model(app)->test.setup->questions;
    bot->kinds = app_model(app)->test.setup->kinds;
    ask_for_test(app, TEST_SET_QUESTIONS, BOT_TEST_QUESTIONS);
    ask_for_test(app, TEST_SET_KINDS, TEST_ALL_KINDS);
}

void bot_study_close(const BotStudy *bot, App *app)
{
    if (bot->mode != STUDY_TEST) return;
    ask_for_test(app, TEST_SET_QUESTIONS, bot->questions);
    ask_for_test(app, TEST_SET_KINDS, bot->kinds);
}

/* Its number of cards, or the last of the stack turned over. */
static bool is_cards_done(const BotStudy *bot, const Cards *cards)
{
    if (!cards || cards->count == 0 || bot->viewed >= BOT_CARDS) return true;
    return bot->viewed > 0 && cards->at + 1 == cards->count && cards->place.is_flipped;
}

bool bot_study_is_done(const BotStudy *bot, const App *app)
{
    const Model *model = app_model(app);
    switch (bot->mode) {
    case STUDY_LEARN: return is_learn_done(model);
    case STUDY_TEST: return app_screen(app)->id == SCREEN_TEST_REPORT;
    case STUDY_SPACED: return is_spaced_done(bot, model);
    case STUDY_CARDS: return is_cards_done(bot, model->cards);
    }
    return true;
}

int64_t bot_study_act(BotStudy *bot, App *app, int64_t now_ms)
{
    switch (bot->mode) {
    case STUDY_LEARN: return act_in_learn(bot, app, now_ms);
    case STUDY_TEST: return act_in_test(bot, app, now_ms);
    case STUDY_SPACED: return act_in_spaced(bot, app, now_ms);
    case STUDY_CARDS: return act_in_cards(bot, app, now_ms);
    }
    return think_ms(bot);
}
