/* matchwick demo [DECK]: the game plays itself. */
#include "base/file.h"
#include "commands/demo_modes.h"

#define SKILL 85

static const OptionSpec demo_options[] = {
    {"mode", 'm', "MODE", "match, rush, learn, test, spaced or cards"},
    ROUND_WORDS_OPTIONS_BUT_MODE,
    {"player", 'p', "NAME", "who plays; made if there is none of that name"},
    {"skill", 0, "0-100", "how often it is right, in percent (85)"},
    {"shots", 0, "DIR", "writes a picture of each screen that it passes"},
    {"offscreen", 0, NULL, "without a window; its clock jumps"},
    {"json", 0, NULL, "prints what came of it as JSON"},
    OPTIONS_END,
};

typedef struct {
    bool is_study;
    StudyMode study;
    RoundWords round;
} Wanted;

/* A study mode has neither variants nor a setup of its own. */
static bool read_study(const Words *words, Wanted *wanted, Err *err)
{
    static const char *const others[] = {"variant", "set", "tag"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (options_get(words, others[i]))
            return err_set(err, "--%s is for match and rush, not for %s", others[i],
                           study_mode_name(wanted->study).data);
    const char *seed = options_get(words, "seed");
    wanted->round.has_seed = seed != NULL;
    return !seed || options_number(seed, "--seed", 0, UINT64_MAX, &wanted->round.seed, err);
}

static bool read_wanted(const Words *words, Wanted *wanted, Err *err)
{
    const char *mode = options_get(words, "mode");
    wanted->is_study = mode && study_mode_find(str_of(mode), &wanted->study);
    return wanted->is_study ? read_study(words, wanted, err) : round_words_read(words, &wanted->round, err);
}

static bool read_words(DemoStage *stage, Wanted *wanted, Err *err)
{
    const Words *words = &stage->context->words;
    uint64_t skill = SKILL;
    const char *text = options_get(words, "skill");
    if (text && !options_number(text, "--skill", 0, 100, &skill, err)) return false;
    stage->skill = (uint32_t)skill;
    stage->folder = options_get(words, "shots");
    stage->is_offscreen = options_has(words, "offscreen") || !stage->context->maker->open_display(NULL);
    return read_wanted(words, wanted, err);
}

static int run(const CommandContext *context, int argc, char **argv)
{
    Err err = {0};
    DemoStage stage = {.context = context};
    Wanted wanted = {.is_study = false};
    if (!read_words(&stage, &wanted, &err)) return commands_misuse("demo", &err);
    if (stage.folder && !file_make_folder(stage.folder, &err)) return commands_fail("demo", &err);
    SittingOptions options = {.is_offscreen = stage.is_offscreen,
                              .is_drawing = stage.folder || !stage.is_offscreen,
                              .is_autoplay = true,
                              .player = options_get(&context->words, "player")};
    if (!sitting_open(&stage.sitting, context, &options, &err)) return commands_fail("demo", &err);
    int exit_code = EXIT_FAILED;
    const char *deck = argc > 0 ? argv[0] : NULL;
    bool is_done = wanted.is_study ? demo_study_play(&stage, wanted.study, &wanted.round, deck, &err)
                                   : demo_round_play(&stage, &wanted.round, deck, &exit_code, &err);
    sitting_close(&stage.sitting, context);
    if (is_done) return EXIT_DONE;
    return exit_code == EXIT_MISUSED ? commands_misuse("demo", &err) : commands_fail("demo", &err);
}

const CommandEntry command_demo = {
    .name = "demo",
    .operands = "[DECK]",
    .help = "lets the game play itself through its real screens",
    .more =
        "Its runs are kept, marked as autoplay, and never ranked with people's. It ends by itself: after a\n"
        "round, a group of Learn, a test of ten questions, a sitting of Spaced with up to twenty reviews, or "
        "ten cards.",
    .options = demo_options,
    .max_operands = 1,
    .run = run,
};
