#include "play/run.h"

#include <string.h>

Run run_of_round(const Round *round, const Deck *deck, Arena *arena)
{
    Run run = {.rules = RULES_VERSION,
               .deck_id = deck_id(deck),
               .deck_title = deck_title(deck),
               .deck_fingerprint = deck_fingerprint(deck),
               .player = STR(""),
               .setup = round->setup,
               .seed = round->seed,
               .deal = round_deal(round, arena),
               .input_count = round->inputs.count,
               .result = round_result(round),
               .input = STR("")};
    Input *inputs = ARENA_NEW_N(arena, Input, run.input_count);
    if (run.input_count) memcpy(inputs, round->inputs.items, run.input_count * sizeof *inputs);
    run.inputs = inputs;
    return run;
}

Str run_category(const Run *run)
{
    return category_name(run->setup.timing, input_pauses_ms(run->inputs, run->input_count));
}
