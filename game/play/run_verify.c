#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

#include "play/fit.h"
#include "play/run.h"

static RunCheck PRINTF_LIKE(2, 3) say(RunVerdict verdict, const char *format, ...)
{
    RunCheck check = {.verdict = verdict};
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(check.why, sizeof check.why, format, arguments);
    va_end(arguments);
    return check;
}

static bool is_tile(const DealTile *a, const DealTile *b)
{
    return str_is(a->card_id, b->card_id) && a->side == b->side && str_is(a->text, b->text) &&
           a->place == b->place;
}

static bool is_question(const DealQuestion *a, const DealQuestion *b)
{
    if (!str_is(a->card_id, b->card_id) || a->ask != b->ask || !str_is(a->prompt, b->prompt) ||
        a->option_count != b->option_count || a->limit_ms != b->limit_ms || a->right != b->right)
        return false;
    for (uint32_t i = 0; i < a->option_count; i++)
        if (!str_is(a->options[i].card_id, b->options[i].card_id) ||
            !str_is(a->options[i].text, b->options[i].text))
            return false;
    return true;
}

static RunCheck check_deal(const Deal *kept, const Deal *dealt)
{
    if (kept->tile_count != dealt->tile_count)
        return say(RUN_INCONSISTENT, "It holds %u tiles, but its seed and inputs deal %u",
                   (unsigned)kept->tile_count, (unsigned)dealt->tile_count);
    if (kept->question_count != dealt->question_count)
        return say(RUN_INCONSISTENT, "It holds %u questions, but its seed and inputs ask %u",
                   (unsigned)kept->question_count, (unsigned)dealt->question_count);
    for (uint32_t i = 0; i < kept->tile_count; i++)
        if (!is_tile(&kept->tiles[i], &dealt->tiles[i]))
            return say(RUN_INCONSISTENT, "Tile %u is not the one that its seed deals", (unsigned)i);
    for (uint32_t i = 0; i < kept->question_count; i++)
        if (!is_question(&kept->questions[i], &dealt->questions[i]))
            return say(RUN_INCONSISTENT, "Question %u is not the one that its seed deals", (unsigned)i + 1);
    return (RunCheck){.verdict = RUN_VERIFIED};
}

static RunCheck check_inputs(Round *round, const Run *run)
{
    int64_t before_ms = 0;
    for (uint32_t i = 0; i < run->input_count; i++) {
        Input input = run->inputs[i];
        InputAnswer answer = input.at_ms < before_ms ? INPUT_BACKWARD : INPUT_NO_SUCH;
        if (answer != INPUT_BACKWARD && input.kind != INPUT_TICK) answer = round_apply(round, input, NULL);
        if (answer != INPUT_TAKEN) {
            Str why = input_answer_text(answer);
            return say(RUN_INCONSISTENT, "Input %u at %" PRId64 " ms %.*s", (unsigned)i + 1, input.at_ms,
                       STR_FMT(why));
        }
        before_ms = input.at_ms;
    }
    /* What the clock alone still brings: time-outs, the end of a blitz. */
    int64_t much_later_ms = INT64_MAX / 4;
    if (!round_is_over(round) && round_deadline(round) < INT64_MAX)
        (void)round_apply(round, (Input){much_later_ms, INPUT_TICK, 0}, NULL);
    if (!round_is_over(round)) return say(RUN_INCONSISTENT, "The inputs end before the round does");
    return (RunCheck){.verdict = RUN_VERIFIED};
}

typedef struct {
    const char *name;
    int64_t kept, given;
} Member;

static RunCheck check_result(const Result *kept, const Result *given)
{
    Member members[] = {
        {"time_ms", kept->time_ms, given->time_ms}, {"penalty_ms", kept->penalty_ms, given->penalty_ms},
        {"score", kept->score, given->score},       {"right", kept->right, given->right},
        {"wrong", kept->wrong, given->wrong},       {"best_streak", kept->best_streak, given->best_streak},
        {"stars", kept->stars, given->stars},       {"inputs", kept->inputs, given->inputs}};
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++)
        if (members[i].kept != members[i].given)
            return say(RUN_INCONSISTENT, "Its %s is %" PRId64 ", but its inputs give %" PRId64,
                       members[i].name, members[i].kept, members[i].given);
    return (RunCheck){.verdict = RUN_VERIFIED};
}

static RunCheck play(Round *round, const Run *run)
{
    RunCheck check = check_inputs(round, run);
    if (check.verdict != RUN_VERIFIED) return check;
    Result given = round_result(round);
    return check_result(&run->result, &given);
}

static bool is_record_bad(const Round *round)
{
    return round->setup.mode == MODE_MATCH ? round->as.match.is_record_bad : round->as.rush.is_record_bad;
}

static RunCheck verify_record(const Run *run, Arena *scratch, const char *why)
{
    Round round;
    round_init_record(&round, &run->deal, &run->setup, scratch, NULL);
    RunCheck check = play(&round, run);
    if (is_record_bad(&round)) return say(RUN_INCONSISTENT, "It holds tiles or questions that no deal has");
    if (check.verdict != RUN_VERIFIED) return check;
    return say(RUN_DEAL_UNCHECKED, "Its inputs give its result, but its deal cannot be checked: %s", why);
}

static RunCheck verify_deal(const Run *run, const PlayIndex *index, Arena *scratch)
{
    DealSource source = {.index = index, .pool = pool_make(scratch, index->deck, &run->setup)};
    source.distractors = source.pool;
    Setup setup = run->setup;
    Fit fit = fit_setup(&source.pool, index->clash, &setup);
    if (!fit.is_playable || setup.questions != run->setup.questions)
        return say(RUN_INCONSISTENT, "Its setup cannot be played with its deck");
    Round round;
    round_init(&round, &source, &run->setup, run->seed, scratch, NULL);
    RunCheck check = play(&round, run);
    if (check.verdict != RUN_VERIFIED) return check;
    Deal dealt = round_deal(&round, scratch);
    return check_deal(&run->deal, &dealt);
}

RunCheck run_verify(const Run *run, const PlayIndex *index, Arena *scratch)
{
    if (run->rules != RULES_VERSION)
        return say(RUN_DEAL_UNCHECKED,
                   "It was played under rules version %u, which this program does not know",
                   (unsigned)run->rules);
    Err err = {0};
    if (!setup_check(&run->setup, &err)) return say(RUN_INCONSISTENT, "Its setup is off: %.150s", err.text);
    if (!index) return verify_record(run, scratch, "its deck is not there");
    if (!str_is(deck_fingerprint(index->deck), run->deck_fingerprint))
        return verify_record(run, scratch, "the deck has changed since");
    return verify_deal(run, index, scratch);
}
