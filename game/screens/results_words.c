#include "screens/results_state.h"
#include "screens/variant_choice.h"
#include "ui/format.h"

static bool is_timed(const Outcome *outcome)
{
    return outcome->setup.variant == VARIANT_DECOY || outcome->setup.variant == VARIANT_SPRINT;
}

/* Ranked by questions right first. */
static bool is_by_right(const Outcome *outcome)
{
    return outcome->setup.variant == VARIANT_SURVIVAL || outcome->setup.variant == VARIANT_MARATHON;
}

Str results_figure(Arena *arena, const Outcome *outcome, float part)
{
    if (is_timed(outcome)) return format_time(arena, (int64_t)((float)outcome->run.time_ms * part), 1);
    if (is_by_right(outcome)) return format_number(arena, (int64_t)((float)outcome->run.right * part));
    return format_number(arena, (int64_t)((float)outcome->run.score * part));
}

Str results_unit(const Outcome *outcome)
{
    return is_by_right(outcome) ? STR("right") : (Str){0};
}

static ResultsChange no_change(void)
{
    return (ResultsChange){.words = STR("Level with your best"), .is_there = true};
}

static ResultsChange time_change(Arena *arena, int64_t by_ms)
{
    if (by_ms == 0) return no_change();
    bool is_better = by_ms < 0;
    return (ResultsChange){.amount = format_seconds(arena, is_better ? -by_ms : by_ms, 1),
                           .words =
                               is_better ? STR("faster than your last best") : STR("slower than your best"),
                           .is_better = is_better,
                           .is_there = true};
}

static ResultsChange more_change(Arena *arena, int64_t by, const char *what)
{
    if (by == 0) return no_change();
    bool is_better = by > 0;
    return (ResultsChange){
        .amount = str_format(arena, "%.*s%s", STR_FMT(format_number(arena, is_better ? by : -by)), what),
        .words = is_better ? STR("over your last best") : STR("under your best"),
        .is_better = is_better,
        .is_there = true};
}

ResultsChange results_change(Arena *arena, const Outcome *outcome)
{
    const StoreRun *run = &outcome->run, *before = &outcome->before;
    if (outcome->is_practice || outcome->saved != TICKET_SAVED) return (ResultsChange){0};
    if (!outcome->has_before) return (ResultsChange){.words = STR("Your first run here"), .is_there = true};
    if (is_timed(outcome)) return time_change(arena, run->time_ms - before->time_ms);
    if (is_by_right(outcome) && run->right != before->right)
        return more_change(arena, run->right - before->right, " right");
    if (outcome->setup.variant == VARIANT_MARATHON) return time_change(arena, run->time_ms - before->time_ms);
    return more_change(arena, run->score - before->score, "");
}

/* The term stands for its card, also where its definition was picked. */
Str results_picked(Arena *arena, const Deck *deck, const MissedCard *missed)
{
    const AnswerFact *fact = missed->fact;
    if (fact->is_time_out) return STR("No answer in time");
    bool is_meaning = fact->shown_side == SIDE_TERM && fact->chosen_card != DECK_NO_CARD && deck;
    if (is_meaning)
        return str_format(arena, "You picked the meaning of %.*s",
                          STR_FMT(deck_term(deck, fact->chosen_card)));
    return str_format(arena, "You picked %.*s", STR_FMT(fact->chosen));
}

ResultsSaved results_saved(const Outcome *outcome)
{
    if (outcome->is_practice) return (ResultsSaved){.words = STR("Not ranked")};
    switch (outcome->saved) {
    case TICKET_SAVED: return (ResultsSaved){.words = STR("Saved"), .is_saved = true};
    case TICKET_FAILED: return (ResultsSaved){.words = STR("Not saved"), .is_failed = true};
    case TICKET_WAITING: break;
    }
    return (ResultsSaved){.words = STR("Saving\u2026")};
}
