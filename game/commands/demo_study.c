/* A demo of a study mode. */
#include <stdio.h>

#include "commands/bot_study.h"
#include "commands/demo_modes.h"

#define SHOT_INTO 3    /* acts until the picture of the mode in use */
#define MOST_ACTS 5000 /* of any of them; more come to no end */

static bool study(DemoStage *stage, BotStudy *bot, Err *err)
{
    App *app = stage->sitting.app;
    const char *name = study_mode_name(bot->mode).data;
    for (int acts = 0; !app_is_done(app) && !bot_study_is_done(bot, app); acts++) {
        if (acts == MOST_ACTS) return err_set(err, "%s stands still", name);
        int64_t now_ms = demo_now_ms(stage);
        int64_t pause_ms = bot_study_act(bot, app, now_ms);
        app_frame(app);
        if (acts == SHOT_INTO && !demo_shoot_settled(stage, name, err)) return false;
        demo_pass_time(stage, now_ms + pause_ms);
    }
    if (app_is_done(app)) return err_set(err, "it was ended before %s was over", name);
    return demo_shoot_settled(stage, str_format(stage->context->arena, "%s-done", name).data, err);
}

static bool play(DemoStage *stage, BotStudy *bot, Err *err)
{
    App *app = stage->sitting.app;
    bot_study_open(bot, app);
    demo_pass_time(stage, demo_now_ms(stage) + 1);
    if (!study(stage, bot, err)) return false;
    bot_study_close(bot, app);
    if (!store_flush(app_model(app)->store, err)) return false;
    demo_open_screen(stage, SCREEN_SESSIONS, app_model(app)->deck.id);
    return demo_shoot_settled(stage, "sessions", err);
}

static void print_json(const DemoStage *stage, const BotStudy *bot)
{
    JsonWriter w;
    json_writer_init(&w);
    json_begin_object(&w, NULL);
    json_put_string(&w, "mode", study_mode_name(bot->mode));
    json_put_string(&w, "player", app_model(stage->sitting.app)->player.name);
    json_put_integer(&w, "answers", bot->answers);
    json_put_integer(&w, "right", bot->right);
    if (bot->mode == STUDY_CARDS) json_put_integer(&w, "viewed", bot->viewed);
    demo_write_shots(stage, &w);
    json_end_object(&w);
    printf("%s\n", json_writer_finish(&w, stage->context->arena, true).data);
}

static void print_words(const DemoStage *stage, const BotStudy *bot)
{
    Str name = study_mode_name(bot->mode);
    if (bot->mode == STUDY_CARDS)
        printf("%.*s: %d cards viewed\n", STR_FMT(name), bot->viewed);
    else
        printf("%.*s: %d answers, %d right\n", STR_FMT(name), bot->answers, bot->right);
    demo_print_shots(stage);
}

bool demo_study_play(DemoStage *stage, StudyMode mode, const RoundWords *words, const char *deck, Err *err)
{
    BotStudy bot;
    if (!demo_show_menus(stage, err) || !demo_open_deck(stage, deck, err)) return false;
    uint64_t seed = words->has_seed ? words->seed : app_seed(stage->sitting.app);
    bot_study_init(&bot, seed, stage->skill, mode);
    if (!play(stage, &bot, err)) return false;
    if (options_has(&stage->context->words, "json"))
        print_json(stage, &bot);
    else
        print_words(stage, &bot);
    return true;
}
