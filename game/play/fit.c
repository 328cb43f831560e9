#include "play/fit.h"

#include <stdio.h>

#define MAX_NEEDED 20

static const char *const names[] = {"Decoy", "Sprint", "Blitz", "Classic", "Survival", "Marathon"};

#define DEFAULT_DECOY_PAIRS  12
#define DEFAULT_SPRINT_PAIRS 18
#define CLASSIC_QUESTIONS    20

/* Cards of the selection that clash with none taken before; stops at `enough`. */
static uint32_t count_apart(const Pool *pool, const Clash *clash, uint32_t enough)
{
    uint32_t taken[MAX_NEEDED], count = 0;
    if (!clash) return pool->count < enough ? pool->count : enough;
    for (uint32_t i = 0; i < pool->count && count < enough; i++) {
        bool clashes = false;
        for (uint32_t j = 0; j < count && !clashes; j++) clashes = clash_is(clash, taken[j], pool->cards[i]);
        if (!clashes) taken[count++] = pool->cards[i];
    }
    return count;
}

static bool refuse(Fit *fit, Variant variant, uint32_t needed, const char *what, uint32_t has)
{
    fit->is_playable = false;
    (void)snprintf(fit->reason, sizeof fit->reason, "%s needs %u %s; this selection has %u", names[variant],
                   (unsigned)needed, what, (unsigned)has);
    return false;
}

static uint32_t cards_needed(const Setup *setup)
{
    if (setup->variant == VARIANT_BLITZ) return setup->board > 6 ? 2 * setup->board : 12;
    return setup->variant == VARIANT_DECOY ? setup->board + setup_decoys(setup) : SETUP_MIN_PAIRS;
}

/* Of these, so many must be able to stand on one board. */
static uint32_t apart_needed(const Setup *setup)
{
    return setup->variant == VARIANT_BLITZ ? setup->board : cards_needed(setup);
}

static uint32_t default_pairs(const Setup *setup, uint32_t cards)
{
    if (setup->variant == VARIANT_BLITZ) return 0;
    uint32_t usual = setup->variant == VARIANT_DECOY ? DEFAULT_DECOY_PAIRS : DEFAULT_SPRINT_PAIRS;
    if (cards >= usual) return usual;
    return cards >= setup->board ? cards / setup->board * setup->board : cards;
}

static Fit fit_match(const Pool *pool, const Clash *clash, Setup *setup)
{
    Fit fit = {.is_playable = true};
    if (setup->board == 0) setup->board = 6;
    if (setup->pairs == 0) setup->pairs = default_pairs(setup, pool->count);
    uint32_t needed = cards_needed(setup), apart = apart_needed(setup);
    if (pool->count < needed) {
        refuse(&fit, setup->variant, needed, "cards", pool->count);
        return fit;
    }
    if (setup->pairs > pool->count) {
        fit.is_playable = false;
        (void)snprintf(fit.reason, sizeof fit.reason, "%u pairs need %u cards; this selection has %u",
                       (unsigned)setup->pairs, (unsigned)setup->pairs, (unsigned)pool->count);
        return fit;
    }
    uint32_t found = count_apart(pool, clash, apart);
    if (found < apart) refuse(&fit, setup->variant, apart, "cards that do not clash", found);
    return fit;
}

static uint32_t resolve_questions(const Setup *setup, uint32_t cards)
{
    if (setup->variant == VARIANT_SURVIVAL) return SETUP_SURVIVAL;
    uint32_t wanted = SETUP_MAX_QUESTIONS;
    if (setup->variant == VARIANT_CLASSIC) wanted = setup->questions ? setup->questions : CLASSIC_QUESTIONS;
    return wanted < cards ? wanted : cards;
}

static Fit fit_rush(const Pool *pool, const Clash *clash, Setup *setup)
{
    Fit fit = {.is_playable = true};
    if (setup->options == 0) setup->options = 4;
    setup->questions = resolve_questions(setup, pool->count);
    uint32_t found = count_apart(pool, clash, setup->options);
    if (found < SETUP_MIN_OPTIONS)
        refuse(&fit, setup->variant, SETUP_MIN_OPTIONS, "answers that do not clash", found);
    else if (found < setup->options)
        (void)snprintf(fit.note, sizeof fit.note, "This selection gives %u options a question",
                       (unsigned)found);
    return fit;
}

Fit fit_setup(const Pool *pool, const Clash *clash, Setup *setup)
{
    if (setup->variant == VARIANT_BLITZ && setup->timing == TIMING_OFF)
        return (Fit){.reason = "Blitz is not offered without time limits"};
    return setup->mode == MODE_MATCH ? fit_match(pool, clash, setup) : fit_rush(pool, clash, setup);
}

Variant fit_default_variant(const Pool *pool, Mode mode)
{
    if (mode == MODE_RUSH) return VARIANT_CLASSIC;
    Setup decoy = setup_default(VARIANT_DECOY);
    return fit_setup(pool, NULL, &decoy).is_playable ? VARIANT_DECOY : VARIANT_SPRINT;
}
