#include "base/file.h"
#include "base/json.h"
#include "commands/round_words.h"
#include "commands/sitting.h"

#define MOST_TREE_BYTES ((size_t)160 << 20)

static const OptionSpec play_options[] = {
    ROUND_WORDS_OPTIONS,
    {"player", 'p', "NAME", "who plays; made if there is none of that name"},
    OPTIONS_END,
};

/* What is no JSON is told with its place as a deck is. */
static bool is_foreign_json(const char *path, Arena *arena)
{
    Str text;
    Err err = {0};
    JsonProblem problem;
    const JsonReader reader = {
        .max_depth = DECK_MAX_DEPTH, .max_bytes = MOST_TREE_BYTES, .list = STR("cards")};
    if (!file_read(path, DECK_MAX_FILE_BYTES, arena, &text, &err)) return false;
    if (str_starts(str_trim(text), STR("["))) return true;
    JsonDoc *doc = json_open_by(text, &reader, &problem);
    if (!doc) return false;
    const JsonValue *root = json_root(doc);
    bool is_ours = json_kind(root) == JSON_OBJECT && (json_find(root, "title") || json_find(root, "format"));
    json_close(doc);
    return !is_ours;
}

/* Of another program: a file manager opens it with the game. */
static bool is_foreign_file(const char *path, Arena *arena)
{
    FileInfo info;
    if (!file_info(path, &info) || !info.is_file) return false;
    return !deck_is_deck_file(str_of(path)) || is_foreign_json(path, arena);
}

/* Straight into the round that the words name, or into the hub of the deck that they name. */
static bool go_there(App *app, const CommandContext *context, const RoundWords *round, const char *deck,
                     int *exit_code, Err *err)
{
    *exit_code = EXIT_FAILED;
    if (deck && !round->is_named && is_foreign_file(deck, context->arena)) {
        app_open_import(app, str_of(deck));
        return true;
    }
    if (!app_open_deck(app, deck ? str_of(deck) : (Str){0}, err)) return false;
    if (!round->is_named && !round->has_seed) return true;
    Setup setup;
    char note[160];
    if (!round_words_setup(round, app_model(app)->deck.index, context->arena, &setup, note, exit_code, err))
        return false;
    return app_start_round(app, &setup, round->has_seed ? round->seed : app_seed(app), err);
}

static int run(const CommandContext *context, int argc, char **argv)
{
    Err err = {0};
    RoundWords round;
    if (!round_words_read(&context->words, &round, &err)) return commands_misuse("play", &err);
    Sitting sitting;
    SittingOptions options = {.is_drawing = true, .player = options_get(&context->words, "player")};
    if (!sitting_open(&sitting, context, &options, &err)) return commands_fail("play", &err);
    int exit_code = EXIT_DONE;
    bool is_going = argc == 0 && !round.is_named;
    if (!is_going)
        is_going = go_there(sitting.app, context, &round, argc > 0 ? argv[0] : NULL, &exit_code, &err);
    if (is_going) app_run(sitting.app);
    sitting_close(&sitting, context);
    if (is_going) return EXIT_DONE;
    return exit_code == EXIT_MISUSED ? commands_misuse("play", &err) : commands_fail("play", &err);
}

const CommandEntry command_play = {
    .name = "play",
    .operands = "[DECK|FILE]",
    .help = "opens the game, straight in a deck or a round if one is named, or with a file to bring in",
    .more = "FILE is a deck, or one of another program: its preview opens, as after a drop on the window.",
    .options = play_options,
    .max_operands = 1,
    .run = run,
};
