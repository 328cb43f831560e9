/* A demo of match or rush. */
#include <inttypes.h>
#include <stdio.h>

#include "commands/bot.h"
#include "commands/demo_modes.h"
#include "screens/run_record.h"

#define SHOT_INTO_ROUND 4   /* decisions until the picture of the round in play */
#define SHOT_AFTER_MS   380 /* then the last answer's motion is over, and the bot still thinks */

typedef struct {
    DemoStage *stage;
    Bot bot;
    uint64_t seed;
} Demo;

static App *app_of(const Demo *demo)
{
    return demo->stage->sitting.app;
}

static bool start(Demo *demo, const RoundWords *round, const char *deck, int *exit_code, Err *err)
{
    App *app = app_of(demo);
    Setup setup;
    char note[160];
    *exit_code = EXIT_FAILED;
    if (!demo_open_deck(demo->stage, deck, err)) return false;
    if (!round_words_setup(round, app_model(app)->deck.index, demo->stage->context->arena, &setup, note,
                           exit_code, err))
        return false;
    demo->seed = round->has_seed ? round->seed : app_seed(app);
    bot_init(&demo->bot, demo->seed, demo->stage->skill);
    return app_start_round(app, &setup, demo->seed, err);
}

/* The bot's acts in their time, and pictures on the way. */
static bool play_round(Demo *demo, Err *err)
{
    App *app = app_of(demo);
    const Model *model = app_model(app);
    bool is_shot = false;
    while (!app_is_done(app) && app_screen(app)->id != SCREEN_RESULTS) {
        bot_look(&demo->bot, app, demo_now_ms(demo->stage));
        int64_t deadline = app_deadline_ms(app);
        int64_t next = demo->bot.at_ms < deadline ? demo->bot.at_ms : deadline;
        if (next == INT64_MAX) return err_set(err, "the round stands still");
        demo_pass_time(demo->stage, next);
        InputEvent event;
        if (demo_now_ms(demo->stage) >= demo->bot.at_ms && bot_act(&demo->bot, app, &event))
            app_handle(app, &event);
        app_frame(app);
        if (is_shot || !model->round.live || round_fact_count(model->round.live->round) < SHOT_INTO_ROUND)
            continue;
        is_shot = true;
        demo_pass_time(demo->stage, demo_now_ms(demo->stage) + SHOT_AFTER_MS);
        if (!demo_shoot(demo->stage, app_screen(app)->name, err)) return false;
    }
    return true;
}

static bool wait_until_saved(Demo *demo, Err *err)
{
    const Model *model = app_model(app_of(demo));
    if (app_is_done(app_of(demo))) return err_set(err, "it was ended before the round was over");
    if (!store_flush(model->store, err)) return false;
    demo_pass_time(demo->stage, demo_now_ms(demo->stage) + 1);
    app_frame(app_of(demo));
    if (model->outcome.saved != TICKET_SAVED) return err_set(err, "the run could not be kept");
    return true;
}

static bool show_after(Demo *demo, Err *err)
{
    if (!demo_shoot_settled(demo->stage, "results", err)) return false;
    if (!demo->stage->folder) return true;
    demo_open_screen(demo->stage, SCREEN_LEADERBOARD, app_model(app_of(demo))->deck.id);
    return demo_shoot_settled(demo->stage, "leaderboard", err);
}

static void print_json(const Demo *demo, const StoreRun *run, bool is_verified)
{
    Arena *arena = demo->stage->context->arena;
    JsonWriter w;
    json_writer_init(&w);
    json_begin_object(&w, NULL);
    json_put_integer(&w, "run", run->id);
    json_put_string(&w, "mode", run->board.mode);
    json_put_string(&w, "variant", run->board.variant);
    json_put_string(&w, "seed", str_format(arena, "%" PRIu64, run->seed));
    json_begin_object(&w, "result");
    json_put_integer(&w, "time_ms", run->time_ms);
    json_put_integer(&w, "penalty_ms", run->penalty_ms);
    json_put_integer(&w, "score", run->score);
    json_put_integer(&w, "right", run->right);
    json_put_integer(&w, "wrong", run->wrong);
    json_put_integer(&w, "best_streak", run->best_streak);
    json_put_integer(&w, "stars", run->stars);
    json_put_integer(&w, "inputs", run->inputs);
    json_end_object(&w);
    json_put_bool(&w, "verified", is_verified);
    demo_write_shots(demo->stage, &w);
    json_end_object(&w);
    printf("%s\n", json_writer_finish(&w, arena, true).data);
}

static void print_words(const Demo *demo, const StoreRun *run, const RunCheck *check)
{
    printf("Run %" PRId64 ": %.*s %.*s, seed %" PRIu64 ": score %" PRId64
           ", %d right, %d wrong, %.1f s, %s%s\n",
           run->id, STR_FMT(run->board.mode), STR_FMT(run->board.variant), run->seed, run->score, run->right,
           run->wrong, (double)run->time_ms / 1000,
           check->verdict == RUN_VERIFIED ? "verified" : "not consistent: ", check->why);
    demo_print_shots(demo->stage);
}

static bool report(Demo *demo, Err *err)
{
    const Model *model = app_model(app_of(demo));
    StoreRun run;
    if (!store_run(model->store, model->outcome.run.id, demo->stage->context->arena, &run))
        return err_set(err, "the run is not in the store");
    RunCheck check = run_record_check(&run, model->deck.index, demo->stage->context->arena);
    bool is_verified = check.verdict == RUN_VERIFIED;
    if (options_has(&demo->stage->context->words, "json"))
        print_json(demo, &run, is_verified);
    else
        print_words(demo, &run, &check);
    return is_verified || err_set(err, "run %" PRId64 " is not consistent: %s", run.id, check.why);
}

bool demo_round_play(DemoStage *stage, const RoundWords *round, const char *deck, int *exit_code, Err *err)
{
    Demo demo = {.stage = stage};
    return demo_show_menus(stage, err) && start(&demo, round, deck, exit_code, err) &&
           play_round(&demo, err) && wait_until_saved(&demo, err) && show_after(&demo, err) &&
           report(&demo, err);
}
