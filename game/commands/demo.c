#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/json.h"
#include "commands/bot.h"
#include "commands/round_words.h"
#include "commands/sitting.h"
#include "screens/run_record.h"

#define SETTLE_MS       1500 /* until a screen's motion is over */
#define SHOT_INTO_ROUND 4    /* decisions until the picture of the round in play */
#define SHOT_AFTER_MS   380  /* then the last answer's motion is over, and the bot still thinks */
#define MOST_SHOTS      8

static const OptionSpec demo_options[] = {
    ROUND_WORDS_OPTIONS,
    {"skill", 0, "0-100", "how often it is right, in percent (85)"},
    {"shots", 0, "DIR", "writes a picture of each screen that it passes"},
    {"offscreen", 0, NULL, "without a window; its clock jumps"},
    {"json", 0, NULL, "prints the run as JSON"},
    OPTIONS_END,
};

typedef struct {
    const CommandContext *context;
    Sitting sitting;
    Bot bot;
    bool is_offscreen;
    const char *folder; /* of pictures; NULL: none */
    Str shots[MOST_SHOTS];
    int shot_count;
    uint64_t seed;
} Demo;

static int64_t now_ms(const Demo *demo)
{
    return demo->sitting.platform->now_ms(demo->sitting.platform->self);
}

/* Lets time pass to `until_ms`, with the frames that it needs. A person in front of the window may still end
 * it. */
static void pass_time(Demo *demo, int64_t until_ms)
{
    const Platform *platform = demo->sitting.platform;
    App *app = demo->sitting.app;
    while (!app_is_done(app) && now_ms(demo) < until_ms) {
        int64_t due = demo->is_offscreen && !demo->folder ? app_deadline_ms(app) : app_due_ms(app);
        int64_t next = due < until_ms ? due : until_ms;
        int64_t wait = next - now_ms(demo);
        InputEvent event;
        if (platform->next_event(platform->self, wait > 0 ? (int)wait : 0, &event)) {
            if (event.kind == INPUT_QUIT || event.kind == INPUT_WAKE || !demo->is_offscreen)
                app_handle(app, &event);
        }
        app_frame(app);
    }
}

static bool shoot(Demo *demo, const char *name, Err *err)
{
    if (!demo->folder || demo->shot_count == MOST_SHOTS) return true;
    Str file = str_format(demo->context->arena, "%02d-%s.png", demo->shot_count + 1, name);
    Str path = file_join(demo->context->arena, demo->folder, file.data);
    const Platform *platform = demo->sitting.platform;
    app_draw(demo->sitting.app);
    if (!platform->save_picture(platform->self, path.data, err)) return false;
    demo->shots[demo->shot_count++] = path;
    return true;
}

static bool shoot_settled(Demo *demo, const char *name, Err *err)
{
    if (!demo->folder) return true;
    pass_time(demo, now_ms(demo) + SETTLE_MS);
    return shoot(demo, name, err);
}

static void open_screen(Demo *demo, ScreenId screen, Str argument)
{
    Intent intent = {.kind = INTENT_OPEN, .screen = screen, .text = argument};
    app_apply(demo->sitting.app, &intent);
}

static bool show_menus(Demo *demo, Err *err)
{
    if (!demo->folder) return true;
    app_read_shelf(demo->sitting.app);
    if (!shoot_settled(demo, "title", err)) return false;
    open_screen(demo, SCREEN_LIBRARY, (Str){0});
    return shoot_settled(demo, "library", err);
}

static bool start(Demo *demo, const RoundWords *round, const char *deck, int *exit_code, Err *err)
{
    App *app = demo->sitting.app;
    Setup setup;
    char note[160];
    *exit_code = EXIT_FAILED;
    if (!app_open_deck(app, deck ? str_of(deck) : (Str){0}, err)) return false;
    if (!shoot_settled(demo, "deck", err)) return false;
    if (!round_words_setup(round, app_model(app)->deck.index, demo->context->arena, &setup, note, exit_code,
                           err))
        return false;
    demo->seed = round->has_seed ? round->seed : app_seed(app);
    bot_init(&demo->bot, demo->seed, demo->bot.skill);
    return app_start_round(app, &setup, demo->seed, err);
}

/* The bot's acts in their time, and pictures on the way. */
static bool play_round(Demo *demo, Err *err)
{
    App *app = demo->sitting.app;
    const Model *model = app_model(app);
    bool is_shot = false;
    while (!app_is_done(app) && app_screen(app)->id != SCREEN_RESULTS) {
        bot_look(&demo->bot, app, now_ms(demo));
        int64_t deadline = app_deadline_ms(app);
        int64_t next = demo->bot.at_ms < deadline ? demo->bot.at_ms : deadline;
        if (next == INT64_MAX) return err_set(err, "the round stands still");
        pass_time(demo, next);
        InputEvent event;
        if (now_ms(demo) >= demo->bot.at_ms && bot_act(&demo->bot, app, &event)) app_handle(app, &event);
        app_frame(app);
        if (is_shot || !model->round.live || round_fact_count(model->round.live->round) < SHOT_INTO_ROUND)
            continue;
        is_shot = true;
        pass_time(demo, now_ms(demo) + SHOT_AFTER_MS);
        if (!shoot(demo, app_screen(app)->name, err)) return false;
    }
    return true;
}

static bool wait_until_saved(Demo *demo, Err *err)
{
    const Model *model = app_model(demo->sitting.app);
    if (app_is_done(demo->sitting.app)) return err_set(err, "it was ended before the round was over");
    if (!store_flush(model->store, err)) return false;
    pass_time(demo, now_ms(demo) + 1);
    app_frame(demo->sitting.app);
    if (model->outcome.saved != TICKET_SAVED) return err_set(err, "the run could not be kept");
    return true;
}

static bool show_after(Demo *demo, Err *err)
{
    if (!shoot_settled(demo, "results", err)) return false;
    if (!demo->folder) return true;
    open_screen(demo, SCREEN_LEADERBOARD, app_model(demo->sitting.app)->deck.id);
    return shoot_settled(demo, "leaderboard", err);
}

static void print_json(const Demo *demo, const StoreRun *run, bool is_verified)
{
    Arena *arena = demo->context->arena;
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
    json_begin_array(&w, "shots");
    for (int i = 0; i < demo->shot_count; i++) json_put_string(&w, NULL, demo->shots[i]);
    json_end_array(&w);
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
    for (int i = 0; i < demo->shot_count; i++) printf("Picture: %.*s\n", STR_FMT(demo->shots[i]));
}

static bool report(Demo *demo, Err *err)
{
    const Model *model = app_model(demo->sitting.app);
    StoreRun run;
    if (!store_run(model->store, model->outcome.run.id, demo->context->arena, &run))
        return err_set(err, "the run is not in the store");
    RunCheck check = run_record_check(&run, model->deck.index, demo->context->arena);
    bool is_verified = check.verdict == RUN_VERIFIED;
    if (options_has(&demo->context->words, "json"))
        print_json(demo, &run, is_verified);
    else
        print_words(demo, &run, &check);
    return is_verified || err_set(err, "run %" PRId64 " is not consistent: %s", run.id, check.why);
}

static bool play_through(Demo *demo, const RoundWords *round, const char *deck, int *exit_code, Err *err)
{
    return show_menus(demo, err) && start(demo, round, deck, exit_code, err) && play_round(demo, err) &&
           wait_until_saved(demo, err) && show_after(demo, err) && report(demo, err);
}

static bool read_words(Demo *demo, RoundWords *round, Err *err)
{
    const Words *words = &demo->context->words;
    uint64_t skill = 85;
    const char *text = options_get(words, "skill");
    if (text && !options_number(text, "--skill", 0, 100, &skill, err)) return false;
    demo->bot.skill = (uint32_t)skill;
    demo->folder = options_get(words, "shots");
    demo->is_offscreen = options_has(words, "offscreen") || !demo->context->maker->open_display(NULL);
    return round_words_read(words, round, err);
}

static int run(const CommandContext *context, int argc, char **argv)
{
    Err err = {0};
    Demo demo = {.context = context};
    RoundWords round;
    if (!read_words(&demo, &round, &err)) return commands_misuse("demo", &err);
    if (demo.folder && !file_make_folder(demo.folder, &err)) return commands_fail("demo", &err);
    SittingOptions options = {.is_offscreen = demo.is_offscreen,
                              .is_drawing = demo.folder || !demo.is_offscreen,
                              .is_autoplay = true};
    if (!sitting_open(&demo.sitting, context, &options, &err)) return commands_fail("demo", &err);
    int exit_code = EXIT_FAILED;
    bool is_done = play_through(&demo, &round, argc > 0 ? argv[0] : NULL, &exit_code, &err);
    sitting_close(&demo.sitting, context);
    if (is_done) return EXIT_DONE;
    return exit_code == EXIT_MISUSED ? commands_misuse("demo", &err) : commands_fail("demo", &err);
}

const CommandEntry command_demo = {
    .name = "demo",
    .operands = "[DECK]",
    .help = "the game plays itself through its real screens",
    .more = "Its runs are kept, marked as autoplay, and never ranked with people's.",
    .options = demo_options,
    .max_operands = 1,
    .run = run,
};
