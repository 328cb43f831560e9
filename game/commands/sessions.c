/* matchwick sessions [DECK]: the table of study sessions. */
#include <stdio.h>

#include "base/json.h"
#include "commands/commands.h"
#include "commands/table.h"
#include "formats/utc.h"
#include "screens/mastery_bar.h"
#include "ui/format.h"

static const OptionSpec sessions_options[] = {
    {"json", 0, NULL, "prints the table and every session as JSON"},
    OPTIONS_END,
};

typedef struct {
    const StoreStudyRow *row;
    MasteryParts mastery;
    StoreSession *sessions;
    size_t session_count;
} Studied;

typedef struct {
    Str id, title;
    uint32_t cards;
    Studied *players;
    size_t count;
} Sessions;

/* --- words --- */

static Str text_of_percent(Arena *arena, int32_t percent)
{
    return percent < 0 ? STR("-") : str_format(arena, "%d%%", percent);
}

static void add_player(Table *table, const Sessions *all, const Studied *studied, Arena *arena)
{
    const StoreStudyRow *row = studied->row;
    table_add(table, row->name);
    table_add(table, text_of_percent(arena, studied->mastery.percent));
    for (int i = 0; i < MASTERY_LEVELS; i++)
        table_add(table, str_format(arena, "%d", studied->mastery.counts[i]));
    table_add(table, str_format(arena, "%d of %u", row->learned, all->cards));
    table_add(table, text_of_percent(arena, row->test_last));
    table_add(table, text_of_percent(arena, row->test_best));
    table_add(table, row->match_best_ms > 0 ? format_time(arena, row->match_best_ms, 3) : STR("-"));
    table_add(table, str_format(arena, "%d", row->spaced_due));
    table_add(table, str_format(arena, "%d of %d", row->reviews_in_time, row->reviews));
    table_add(table, str_format(arena, "%zu", studied->session_count));
    table_add(table, row->is_autoplay ? STR("autoplay") : STR(""));
}

static void print_words(const Sessions *all, Arena *arena)
{
    static const TableColumn columns[] = {
        {"Name", false},    {"Mastery", true}, {"New", true},      {"Learning", true}, {"Familiar", true},
        {"Mastered", true}, {"Learn", true},   {"Test", true},     {"Best", true},     {"Matching", true},
        {"Due", true},      {"In time", true}, {"Sessions", true}, {"", false}};
    if (all->count == 0) {
        printf("No study sessions yet.\n");
        return;
    }
    printf("%s\n", table_plain(arena, all->title).data);
    Table table;
    table_begin(&table, columns, sizeof columns / sizeof *columns, arena);
    for (size_t i = 0; i < all->count; i++) add_player(&table, all, &all->players[i], arena);
    table_print(&table, stdout);
}

/* --- JSON --- */

static void put_or_null(JsonWriter *w, const char *name, int64_t value, bool is_there)
{
    if (is_there)
        json_put_integer(w, name, value);
    else
        json_put_null(w, name);
}

static void write_modes(JsonWriter *w, Str modes)
{
    json_begin_array(w, "modes");
    for (size_t at = 0; at < modes.size;) {
        size_t end = at;
        while (end < modes.size && modes.data[end] != ' ') end++;
        json_put_string(w, NULL, str_slice(modes, at, end));
        at = end + 1;
    }
    json_end_array(w);
}

static void write_session(JsonWriter *w, const StoreSession *session, Arena *arena)
{
    json_begin_object(w, NULL);
    json_put_string(w, "start", utc_write(arena, session->start_ms / 1000));
    json_put_integer(w, "minutes", (session->end_ms - session->start_ms) / 60000);
    json_put_integer(w, "answers", session->answers);
    json_put_integer(w, "right", session->right);
    write_modes(w, session->modes);
    json_end_object(w);
}

static void write_mastery(JsonWriter *w, const MasteryParts *mastery)
{
    static const char *const names[MASTERY_LEVELS] = {"new", "learning", "familiar", "mastered"};
    json_begin_object(w, "mastery");
    json_put_integer(w, "percent", mastery->percent);
    for (int i = 0; i < MASTERY_LEVELS; i++) json_put_integer(w, names[i], mastery->counts[i]);
    json_end_object(w);
}

static void write_figures(JsonWriter *w, const Sessions *all, const StoreStudyRow *row)
{
    json_begin_object(w, "learn");
    json_put_integer(w, "done", row->learned);
    json_put_integer(w, "of", all->cards);
    json_end_object(w);
    json_begin_object(w, "test");
    put_or_null(w, "last", row->test_last, row->test_last >= 0);
    put_or_null(w, "best", row->test_best, row->test_best >= 0);
    json_end_object(w);
    json_begin_object(w, "matching");
    put_or_null(w, "best_ms", row->match_best_ms, row->match_best_ms > 0);
    json_end_object(w);
    json_begin_object(w, "spaced");
    json_put_integer(w, "due", row->spaced_due);
    json_put_integer(w, "reviews", row->reviews);
    json_put_integer(w, "in_time", row->reviews_in_time);
    json_end_object(w);
}

static void write_player(JsonWriter *w, const Sessions *all, const Studied *studied, Arena *arena)
{
    json_begin_object(w, NULL);
    json_put_string(w, "name", studied->row->name);
    write_mastery(w, &studied->mastery);
    write_figures(w, all, studied->row);
    json_put_bool(w, "autoplay", studied->row->is_autoplay);
    json_begin_array(w, "sessions");
    for (size_t i = 0; i < studied->session_count; i++) write_session(w, &studied->sessions[i], arena);
    json_end_array(w);
    json_end_object(w);
}

static void print_json(const Sessions *all, Arena *arena)
{
    JsonWriter w;
    json_writer_init(&w);
    json_begin_object(&w, NULL);
    json_begin_object(&w, "deck");
    json_put_string(&w, "id", all->id);
    json_put_string(&w, "title", all->title);
    json_put_integer(&w, "cards", all->cards);
    json_end_object(&w);
    json_begin_array(&w, "players");
    for (size_t i = 0; i < all->count; i++) write_player(&w, all, &all->players[i], arena);
    json_end_array(&w);
    json_end_object(&w);
    printf("%s\n", json_writer_finish(&w, arena, true).data);
}

/* --- all --- */

static void read_sessions(Store *store, const Deck *deck, int64_t now_ms, Arena *arena, Sessions *out)
{
    StoreStudyRow *rows;
    *out = (Sessions){.id = deck_id(deck), .title = deck_title(deck), .cards = deck_count(deck)};
    out->count = store_study_rows(store, out->id, now_ms, arena, &rows);
    out->players = ARENA_NEW_N(arena, Studied, out->count ? out->count : 1);
    for (size_t i = 0; i < out->count; i++) {
        Studied *studied = &out->players[i];
        *studied = (Studied){.row = &rows[i], .mastery = mastery_parts(&rows[i].mastery, out->cards)};
        studied->session_count =
            store_sessions(store, rows[i].player, out->id, SIZE_MAX, arena, &studied->sessions);
    }
}

/* The deck studied last, by the game itself too where nobody else has played. NULL: none. */
static const char *last_studied(Store *store, Arena *arena)
{
    Str last = store_last_deck(store, 0, arena);
    if (last.size) return last.data;
    StoreSession *sessions;
    return store_sessions(store, 0, STR(""), 1, arena, &sessions) ? sessions[0].deck_id.data : NULL;
}

static bool tell(const CommandContext *context, Store *store, const char *name, Err *err)
{
    Shelf *shelf = commands_open_shelf(context, err);
    if (!shelf) return false;
    Deck *deck = commands_open_deck(context, shelf, name, err);
    if (deck) {
        Sessions sessions;
        read_sessions(store, deck, context->maker->wall_ms(), context->arena, &sessions);
        if (options_has(&context->words, "json"))
            print_json(&sessions, context->arena);
        else
            print_words(&sessions, context->arena);
        deck_release(deck);
    }
    shelf_close(shelf);
    return deck != NULL;
}

static int run(const CommandContext *context, int argc, char **argv)
{
    Err err = {0};
    Store *store = commands_open_store(context, &err);
    if (!store) return commands_fail("sessions", &err);
    const char *name = argc > 0 ? argv[0] : last_studied(store, context->arena);
    bool is_done = true;
    if (name)
        is_done = tell(context, store, name, &err);
    else
        printf("%s\n", options_has(&context->words, "json") ? "{\"deck\": null, \"players\": []}"
                                                            : "No study sessions yet.");
    store_close(store);
    return is_done ? EXIT_DONE : commands_fail("sessions", &err);
}

const CommandEntry command_sessions = {
    .name = "sessions",
    .operands = "[DECK]",
    .help = "prints the table of study sessions",
    .more =
        "A row for each player who has studied the deck: cards by how well they are mastered, cards done in\n"
        "Learn, the last and the best grade of tests, the best time of sprint and decoy, cards due now and\n"
        "reviews done in time. Ten minutes without an answer end a session; starts are in UTC.",
    .options = sessions_options,
    .max_operands = 1,
    .run = run,
};
