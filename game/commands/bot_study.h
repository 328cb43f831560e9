/* The player of `demo` in a study mode: looks at the mode's screen, presses the keys of a keyboard. */
#ifndef MATCHWICK_COMMANDS_BOT_STUDY_H
#define MATCHWICK_COMMANDS_BOT_STUDY_H

#include "app/app.h"
#include "base/rng.h"

#define BOT_TEST_QUESTIONS 10
#define BOT_REVIEWS        20
#define BOT_CARDS          10

typedef struct {
    Rng rng;
    uint32_t skill; /* how often it is right, in percent */
    StudyMode mode;
    int32_t answers, right; /* so far; of a test once it is handed in */
    int32_t reviews;        /* in Spaced: of the answers, those to cards that it had answered before */
    int32_t viewed;         /* cards that were turned over in Cards */
    uint32_t questions;     /* what the player had set for tests */
    unsigned kinds;
} BotStudy;

void bot_study_init(BotStudy *bot, uint64_t seed, uint32_t skill, StudyMode mode);
/* Opens the mode on the model's deck. */
void bot_study_open(BotStudy *bot, App *app);
/* Leaves the player's settings as they were. */
void bot_study_close(const BotStudy *bot, App *app);
/* Has it done what it came for, or is nothing left to do? */
bool bot_study_is_done(const BotStudy *bot, const App *app);
/* One act, at that time; how long it then thinks before the next. */
int64_t bot_study_act(BotStudy *bot, App *app, int64_t now_ms);

#endif
