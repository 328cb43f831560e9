/* The player of `demo`: looks at the round as a person would see it, and makes the input events of a
 * keyboard. */
#ifndef MATCHWICK_COMMANDS_BOT_H
#define MATCHWICK_COMMANDS_BOT_H

#include "app/app.h"
#include "base/rng.h"

typedef struct {
    Rng rng;
    uint32_t skill; /* how often it is right, in percent */
    uint32_t then;  /* match: the tile to pick next; MATCH_NO_TILE: choose a pair */
    int64_t at_ms;  /* when it acts next; INT64_MAX: not before something changes */
    int64_t seen;   /* what it last thought about: decisions made and phase, to start thinking anew */
} Bot;

void bot_init(Bot *bot, uint64_t seed, uint32_t skill);
/* Thinks; afterwards `at_ms` says when it will act. */
void bot_look(Bot *bot, const App *app, int64_t now_ms);
/* The event of its act, at `at_ms`. False: it has nothing to do. */
bool bot_act(Bot *bot, const App *app, InputEvent *out);

#endif
