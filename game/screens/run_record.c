#include "screens/run_record.h"

#include <inttypes.h>
#include <stdio.h>

#include "formats/replay.h"

static BoardKey board_of(Str fingerprint, const Setup *setup, Str category, uint32_t rules, Arena *arena)
{
    return (BoardKey){.fingerprint = fingerprint,
                      .mode = mode_name(setup->mode),
                      .variant = variant_name(setup->variant),
                      .setup = setup_key(setup, arena),
                      .category = category,
                      .rules = (int)rules};
}

BoardKey run_record_board(Str fingerprint, const Setup *setup, Arena *arena)
{
    return board_of(fingerprint, setup, category_name(setup->timing, 0), RULES_VERSION, arena);
}

/* All but the replay. */
static StoreRun row_of(const Run *run, Arena *arena)
{
    const Result *result = &run->result;
    StoreRun row = {.player_name = run->player,
                    .board =
                        board_of(run->deck_fingerprint, &run->setup, run_category(run), run->rules, arena),
                    .deck_id = run->deck_id,
                    .deck_title = run->deck_title,
                    .seed = run->seed,
                    .played_ms = run->played_at_s * 1000,
                    .score = result->score,
                    .time_ms = result->time_ms,
                    .penalty_ms = result->penalty_ms,
                    .right = (int32_t)result->right,
                    .wrong = (int32_t)result->wrong,
                    .best_streak = (int32_t)result->best_streak,
                    .stars = (int32_t)result->stars,
                    .inputs = (int32_t)result->inputs,
                    .is_autoplay = run->is_autoplay};
    result_rank_key(run->setup.variant, result, row.rank_key);
    return row;
}

StoreRun run_record_make(const Run *run, int64_t player, Arena *arena)
{
    StoreRun row = row_of(run, arena);
    row.player = player;
    row.replay = replay_write(run, false, arena);
    return row;
}

/* --- holding a row against its replay --- */

typedef struct {
    const char *name;
    Str kept, given;
} Text;

typedef struct {
    const char *name;
    int64_t kept, given;
} Figure;

static bool find_text(const StoreRun *row, const StoreRun *given, RunCheck *check)
{
    const Text texts[] = {{"fingerprint", row->board.fingerprint, given->board.fingerprint},
                          {"mode", row->board.mode, given->board.mode},
                          {"variant", row->board.variant, given->board.variant},
                          {"setup", row->board.setup, given->board.setup},
                          {"category", row->board.category, given->board.category},
                          {"deck_id", row->deck_id, given->deck_id},
                          {"deck_title", row->deck_title, given->deck_title}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (str_is(texts[i].kept, texts[i].given)) continue;
        (void)snprintf(check->why, sizeof check->why, "%s is not the one of its replay", texts[i].name);
        return true;
    }
    return false;
}

static bool find_figure(const StoreRun *row, const StoreRun *given, RunCheck *check)
{
    const Figure figures[] = {{"score", row->score, given->score},
                              {"time_ms", row->time_ms, given->time_ms},
                              {"penalty_ms", row->penalty_ms, given->penalty_ms},
                              {"right", row->right, given->right},
                              {"wrong", row->wrong, given->wrong},
                              {"best_streak", row->best_streak, given->best_streak},
                              {"stars", row->stars, given->stars},
                              {"inputs", row->inputs, given->inputs},
                              {"first key of the rank", row->rank_key[0], given->rank_key[0]},
                              {"second key of the rank", row->rank_key[1], given->rank_key[1]},
                              {"autoplay", row->is_autoplay, given->is_autoplay},
                              {"rules", row->board.rules, given->board.rules},
                              {"time of play, in seconds,", row->played_ms / 1000, given->played_ms / 1000}};
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        if (figures[i].kept == figures[i].given) continue;
        (void)snprintf(check->why, sizeof check->why, "%s is %" PRId64 ", its replay gives %" PRId64,
                       figures[i].name, figures[i].kept, figures[i].given);
        return true;
    }
    if (row->seed == given->seed) return false;
    (void)snprintf(check->why, sizeof check->why, "seed is %" PRIu64 ", its replay gives %" PRIu64, row->seed,
                   given->seed);
    return true;
}

RunCheck run_record_check(const StoreRun *row, const PlayIndex *index, Arena *scratch)
{
    RunCheck check = {.verdict = RUN_INCONSISTENT};
    Run run;
    Err err = {0};
    if (!replay_read(row->replay, scratch, &run, &err)) {
        /* A later version's rules are no fault of the run. */
        if (row->board.rules > RULES_VERSION) check.verdict = RUN_DEAL_UNCHECKED;
        (void)snprintf(check.why, sizeof check.why, "its replay cannot be read: %.160s", err.text);
        return check;
    }
    StoreRun given = row_of(&run, scratch);
    if (find_figure(row, &given, &check) || find_text(row, &given, &check)) return check;
    return run_verify(&run, index, scratch);
}
