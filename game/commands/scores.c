/* matchwick scores [DECK]: the leaderboards. */
#include <inttypes.h>
#include <stdio.h>

#include "base/json.h"
#include "commands/commands.h"
#include "commands/round_words.h"
#include "commands/table.h"
#include "formats/utc.h"
#include "ui/format.h"

static const OptionSpec scores_options[] = {
    {"mode", 'm', "MODE", "match or rush alone"},
    {"variant", 'v', "VARIANT", "this variant alone"},
    {"json", 0, NULL, "prints the boards as JSON"},
    OPTIONS_END,
};

typedef struct {
    const StoreBoard *board;
    bool is_autoplay;
    const StoreRun *runs;
    size_t count;
} Ranking;

static bool is_wanted(const RoundWords *words, const BoardKey *board)
{
    if (!words->is_named) return true;
    if (words->has_variant) return str_is(board->variant, variant_name(words->variant));
    return str_is(board->mode, mode_name(words->mode));
}

static const char *ranked_by(Str variant)
{
    static const char *const by[] = {"time, then mismatches",     "time, then mismatches",
                                     "score, then mismatches",    "score, then time",
                                     "right answers, then score", "right answers, then time"};
    Variant found;
    return variant_find(variant, &found) ? by[found] : "its own key";
}

/* --- words --- */

static Str text_of_date(Arena *arena, int64_t played_ms)
{
    int64_t s = played_ms / 1000;
    return s >= 0 && s <= UTC_MAX_S ? str_slice(utc_write(arena, s), 0, 10) : STR("?");
}

static void add_run(Table *table, const StoreRun *run, Arena *arena)
{
    table_add(table, str_format(arena, "%d", run->rank));
    table_add(table, run->player_name);
    table_add(table, format_time(arena, run->time_ms, 3));
    table_add(table, str_format(arena, "%" PRId64, run->score));
    table_add(table, str_format(arena, "%d", run->right));
    table_add(table, str_format(arena, "%d", run->wrong));
    table_add(table, str_format(arena, "%d", run->best_streak));
    table_add(table, str_format(arena, "%d", run->stars));
    table_add(table, text_of_date(arena, run->played_ms));
    table_add(table, str_format(arena, "%" PRId64, run->id));
}

static void print_ranking(const Ranking *ranking, Arena *arena)
{
    static const TableColumn columns[] = {
        {"Rank", true},  {"Player", false}, {"Time", true},  {"Score", true}, {"Right", true},
        {"Wrong", true}, {"Streak", true},  {"Stars", true}, {"Day", false},  {"Run", true}};
    const BoardKey *key = &ranking->board->board;
    printf("%s (%.8s), %s %s, %s, %s%s; ranked by %s\n", table_plain(arena, ranking->board->deck_title).data,
           key->fingerprint.data, key->mode.data, key->variant.data, key->setup.data, key->category.data,
           ranking->is_autoplay ? ", autoplay" : "", ranked_by(key->variant));
    Table table;
    table_begin(&table, columns, sizeof columns / sizeof *columns, arena);
    for (size_t i = 0; i < ranking->count; i++) add_run(&table, &ranking->runs[i], arena);
    table_print(&table, stdout);
    printf("\n");
}

/* --- JSON --- */

static void write_run(JsonWriter *w, const StoreRun *run, Arena *arena)
{
    json_begin_object(w, NULL);
    json_put_integer(w, "rank", run->rank);
    json_put_integer(w, "run", run->id);
    json_put_string(w, "player", run->player_name);
    json_put_integer(w, "time_ms", run->time_ms);
    json_put_integer(w, "penalty_ms", run->penalty_ms);
    json_put_integer(w, "score", run->score);
    json_put_integer(w, "right", run->right);
    json_put_integer(w, "wrong", run->wrong);
    json_put_integer(w, "best_streak", run->best_streak);
    json_put_integer(w, "stars", run->stars);
    json_put_integer(w, "inputs", run->inputs);
    json_put_string(w, "seed", str_format(arena, "%" PRIu64, run->seed));
    json_put_integer(w, "played_ms", run->played_ms);
    json_end_object(w);
}

static void write_ranking(JsonWriter *w, const Ranking *ranking, Arena *arena)
{
    const StoreBoard *board = ranking->board;
    json_begin_object(w, NULL);
    json_begin_object(w, "deck");
    json_put_string(w, "id", board->deck_id);
    json_put_string(w, "title", board->deck_title);
    json_put_string(w, "fingerprint", board->board.fingerprint);
    json_end_object(w);
    json_put_string(w, "mode", board->board.mode);
    json_put_string(w, "variant", board->board.variant);
    json_put_string(w, "setup", board->board.setup);
    json_put_string(w, "category", board->board.category);
    json_put_integer(w, "rules", board->board.rules);
    json_put_bool(w, "autoplay", ranking->is_autoplay);
    json_begin_array(w, "runs");
    for (size_t i = 0; i < ranking->count; i++) write_run(w, &ranking->runs[i], arena);
    json_end_array(w);
    json_end_object(w);
}

/* --- all --- */

/* People's runs of each board, then autoplay's own ranking of it. Returns how many have runs. */
static size_t read_rankings(Store *store, Str deck_id, const RoundWords *words, Arena *arena, Ranking **out)
{
    StoreBoard *boards;
    size_t board_count = store_boards(store, deck_id, true, arena, &boards), count = 0;
    *out = ARENA_NEW_N(arena, Ranking, 2 * board_count);
    for (size_t i = 0; i < 2 * board_count; i++) {
        Ranking ranking = {.board = &boards[i / 2], .is_autoplay = i % 2 == 1};
        if (!is_wanted(words, &ranking.board->board)) continue;
        StoreRun *runs;
        ranking.count = store_board(store, &ranking.board->board, PERIOD_ALL, 0, ranking.is_autoplay,
                                    SIZE_MAX, arena, &runs);
        ranking.runs = runs;
        if (ranking.count > 0) (*out)[count++] = ranking;
    }
    return count;
}

static void print(const Ranking *rankings, size_t count, bool is_json, Arena *arena)
{
    if (!is_json) {
        for (size_t i = 0; i < count; i++) print_ranking(&rankings[i], arena);
        if (count == 0) printf("No runs yet.\n");
        return;
    }
    JsonWriter w;
    json_writer_init(&w);
    json_begin_object(&w, NULL);
    json_begin_array(&w, "boards");
    for (size_t i = 0; i < count; i++) write_ranking(&w, &rankings[i], arena);
    json_end_array(&w);
    json_end_object(&w);
    printf("%s\n", json_writer_finish(&w, arena, true).data);
}

/* The boards of a deck outlive it: a name that is no deck now is taken for an id that has runs. */
static bool find_deck_id(const CommandContext *context, Store *store, const char *name, Str *out, Err *err)
{
    *out = STR("");
    if (!name) return true;
    StoreBoard *boards;
    *out = str_of(name);
    if (store_boards(store, *out, true, context->arena, &boards) > 0) return true;
    Shelf *shelf = commands_open_shelf(context, err);
    if (!shelf) return false;
    Deck *deck = commands_open_deck(context, shelf, name, err);
    if (deck) *out = str_copy(context->arena, deck_id(deck));
    deck_release(deck);
    shelf_close(shelf);
    return deck != NULL;
}

static int run(const CommandContext *context, int argc, char **argv)
{
    Err err = {0};
    RoundWords words;
    if (!round_words_read(&context->words, &words, &err)) return commands_misuse("scores", &err);
    Store *store = commands_open_store(context, &err);
    if (!store) return commands_fail("scores", &err);
    Str deck;
    bool is_found = find_deck_id(context, store, argc > 0 ? argv[0] : NULL, &deck, &err);
    if (is_found) {
        Ranking *rankings;
        size_t count = read_rankings(store, deck, &words, context->arena, &rankings);
        print(rankings, count, options_has(&context->words, "json"), context->arena);
    }
    store_close(store);
    return is_found ? EXIT_DONE : commands_fail("scores", &err);
}

const CommandEntry command_scores = {
    .name = "scores",
    .operands = "[DECK]",
    .help = "prints the leaderboards",
    .more =
        "Without DECK: those of every deck, the board played last first. Runs that share deck, mode, "
        "variant,\n"
        "setup, category and rules share a board. Runs that the game played itself are ranked apart, marked\n"
        "\"autoplay\". \"Run\" is the number that \"matchwick replay export\" takes; days are those of UTC.",
    .options = scores_options,
    .max_operands = 1,
    .run = run,
};
