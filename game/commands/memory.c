/* matchwick memory FILE: plays review histories through the memory model.
   matchwick memory --rebuild: makes what is kept of each card's memory anew from the answers. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/json.h"
#include "commands/commands.h"
#include "commands/table.h"
#include "formats/histories.h"

#define MAX_FILE_BYTES ((size_t)64 << 20)
#define MINUTE_MS      60000

static const OptionSpec memory_options[] = {
    {"model", 0, "NAME", "fsrs7 (by default) or fsrs6"},
    {"retention", 0, "R", "recall at which a card is due, 0.01 to 0.999"},
    {"json", 0, NULL, "prints the histories in their own shape, with what was computed"},
    {"rebuild", 0, NULL, "no FILE: makes each card's memory anew from all answers kept"},
    OPTIONS_END,
};

typedef struct {
    MemoryModel model;
    double retention; /* 0: the file's */
} Choice;

/* What the model says of one review. */
typedef struct {
    const HistoryRow *row;
    bool is_first;
    double recall; /* before it; not of the first */
    MemoryState state;
    Fsrs6Card card; /* FSRS-6 */
} Played;

typedef void PlayedTaker(void *sink, const HistorySet *set, const Played *played);

static void play_history(const HistorySet *set, const History *history, PlayedTaker *take, void *sink)
{
    Played played = {.is_first = true};
    for (size_t i = 0; i < history->count; i++) {
        const HistoryRow *row = &history->rows[i];
        played.row = row;
        played.is_first = i == 0;
        if (i > 0) played.recall = memory_recall(&set->memory, played.state, row->days);
        if (set->memory.model == MODEL_FSRS6) {
            played.card = fsrs6_card_apply(&set->memory.as.fsrs6, &set->schedule, played.card,
                                           (int32_t)row->days, row->grade);
            played.state = played.card.memory;
        } else {
            played.state = i == 0 ? memory_first(&set->memory, row->grade)
                                  : memory_step(&set->memory, played.state, row->days, row->grade);
        }
        take(sink, set, &played);
    }
}

/* --- JSON --- */

typedef struct {
    JsonWriter w;
    const Choice *choice;
    Arena *arena;
} JsonSink;

static void write_recall(JsonWriter *w, const Played *played)
{
    if (played->is_first)
        json_put_null(w, "r_before");
    else
        json_put_number(w, "r_before", played->recall);
}

static void write_fsrs6_row(JsonWriter *w, const Played *played)
{
    const Fsrs6Card *card = &played->card;
    json_put_integer(w, "t_ms", played->row->t_ms);
    json_put_integer(w, "elapsed_days", (int64_t)played->row->days);
    json_put_integer(w, "rating", played->row->grade);
    write_recall(w, played);
    json_put_number(w, "stability", card->memory.stability);
    json_put_number(w, "difficulty", card->memory.difficulty);
    json_put_integer(w, "state", card->phase);
    json_put_integer(w, "scheduled_days", card->scheduled_days);
    json_put_integer(w, "step", card->step);
    json_put_integer(w, "due_ms", card->due_min * MINUTE_MS);
    json_put_integer(w, "reps", card->reps);
    json_put_integer(w, "lapses", card->lapses);
}

static void write_fsrs7_row(JsonWriter *w, const Choice *choice, const Memory *memory, const Played *played)
{
    json_put_number(w, "days", played->row->days);
    json_put_integer(w, "rating", played->row->grade);
    write_recall(w, played);
    json_put_number(w, "s", played->state.stability);
    json_put_number(w, "sf", played->state.fast);
    json_put_number(w, "d", played->state.difficulty);
    json_put_number(w, "i80", memory_interval(memory, played->state, .80));
    json_put_number(w, "i90", memory_interval(memory, played->state, .90));
    json_put_number(w, "i95", memory_interval(memory, played->state, .95));
    if (choice->retention > 0)
        json_put_number(w, "interval", memory_interval(memory, played->state, choice->retention));
}

static void write_row(void *sink, const HistorySet *set, const Played *played)
{
    JsonSink *json = sink;
    json_begin_object(&json->w, NULL);
    if (set->memory.model == MODEL_FSRS6)
        write_fsrs6_row(&json->w, played);
    else
        write_fsrs7_row(&json->w, json->choice, &set->memory, played);
    json_end_object(&json->w);
}

static void write_weights(JsonWriter *w, const double *weights, int count)
{
    json_begin_array(w, "w");
    for (int i = 0; i < count; i++) json_put_number(w, NULL, weights[i]);
    json_end_array(w);
}

static void write_steps(JsonSink *json, const char *name, const Fsrs6Steps *steps)
{
    json_begin_array(&json->w, name);
    for (int i = 0; i < steps->count; i++)
        json_put_string(&json->w, NULL, str_format(json->arena, "%" PRId32 "m", steps->minutes[i]));
    json_end_array(&json->w);
}

static void write_params(JsonSink *json, const HistorySet *set)
{
    const Fsrs6 *model = &set->memory.as.fsrs6;
    JsonWriter *w = &json->w;
    json_put_string(w, "mode", set->mode);
    json_begin_object(w, "params");
    json_put_number(w, "request_retention", set->schedule.retention);
    json_put_integer(w, "maximum_interval", set->schedule.max_interval);
    write_weights(w, model->w, FSRS6_WEIGHTS);
    json_put_bool(w, "enable_fuzz", false);
    json_put_bool(w, "enable_short_term", model->has_short_term);
    write_steps(json, "learning_steps", &set->schedule.learning);
    write_steps(json, "relearning_steps", &set->schedule.relearning);
    json_end_object(w);
    json_put_number(w, "interval_modifier", fsrs6_interval_factor(model, set->schedule.retention));
}

static void write_histories(JsonSink *json, const HistorySet *set)
{
    json_begin_array(&json->w, "histories");
    for (size_t i = 0; i < set->count; i++) {
        json_begin_array(&json->w, NULL);
        play_history(set, &set->histories[i], write_row, json);
        json_end_array(&json->w);
    }
    json_end_array(&json->w);
}

static void write_fsrs6(JsonSink *json, const Histories *histories)
{
    json_begin_array(&json->w, "sets");
    for (size_t i = 0; i < histories->count; i++) {
        json_begin_object(&json->w, NULL);
        write_params(json, &histories->sets[i]);
        write_histories(json, &histories->sets[i]);
        json_end_object(&json->w);
    }
    json_end_array(&json->w);
}

static void write_fsrs7(JsonSink *json, const HistorySet *set)
{
    write_weights(&json->w, set->memory.as.fsrs7.w, FSRS7_WEIGHTS);
    if (json->choice->retention > 0) json_put_number(&json->w, "retention", json->choice->retention);
    write_histories(json, set);
}

static void print_json(const Histories *histories, const Choice *choice, Arena *arena)
{
    JsonSink json = {.choice = choice, .arena = arena};
    json_writer_init(&json.w);
    json_begin_object(&json.w, NULL);
    json_put_string(&json.w, "model", memory_model_name(histories->model));
    if (histories->model == MODEL_FSRS6)
        write_fsrs6(&json, histories);
    else
        write_fsrs7(&json, histories->sets);
    json_end_object(&json.w);
    printf("%s\n", json_writer_finish(&json.w, arena, true).data);
}

/* --- words --- */

typedef struct {
    Table table;
    double retention;
} TableSink;

static void add_number(Table *table, double value)
{
    table_add(table, str_format(table->arena, "%.4f", value));
}

static void add_row(void *sink, const HistorySet *set, const Played *played)
{
    static const char *const grades[] = {"", "Again", "Hard", "Good", "Easy"};
    static const char *const phases[] = {"New", "Learning", "Review", "Relearning"};
    TableSink *words = sink;
    Table *table = &words->table;
    add_number(table, played->row->days);
    table_add(table, str_of(grades[played->row->grade]));
    table_add(table, played->is_first ? STR("-") : str_format(table->arena, "%.2f %%", 100 * played->recall));
    add_number(table, played->state.stability);
    if (set->memory.model == MODEL_FSRS7) add_number(table, played->state.fast);
    add_number(table, played->state.difficulty);
    if (set->memory.model == MODEL_FSRS7) {
        add_number(table, memory_interval(&set->memory, played->state, words->retention));
    } else {
        add_number(table, (double)played->card.due_min / FSRS6_DAY_MIN);
        table_add(table, str_of(phases[played->card.phase]));
    }
}

static void print_history(const HistorySet *set, const History *history, double retention, Arena *arena)
{
    static const TableColumn fsrs6[] = {{"Days", true},       {"Grade", false}, {"Recall", true}, {"S", true},
                                        {"Difficulty", true}, {"Due in", true}, {"State", false}};
    static const TableColumn fsrs7[] = {{"Days", true},  {"Grade", false}, {"Recall", true},
                                        {"Slow", true},  {"Fast", true},   {"Difficulty", true},
                                        {"Due in", true}};
    TableSink words = {.retention = retention};
    table_begin(&words.table, set->memory.model == MODEL_FSRS6 ? fsrs6 : fsrs7, 7, arena);
    play_history(set, history, add_row, &words);
    table_print(&words.table, stdout);
}

static void print_words(const Histories *histories, const Choice *choice, Arena *arena)
{
    size_t number = 0;
    for (size_t i = 0; i < histories->count; i++) {
        const HistorySet *set = &histories->sets[i];
        bool is_fsrs6 = set->memory.model == MODEL_FSRS6;
        double retention = is_fsrs6                ? set->schedule.retention
                           : choice->retention > 0 ? choice->retention
                                                   : fsrs6_default_schedule.retention;
        for (size_t h = 0; h < set->count; h++) {
            printf("%sHistory %zu, %s%s%.*s, due at %g %%, times in days\n", number > 0 ? "\n" : "",
                   number + 1, memory_model_name(histories->model).data, is_fsrs6 ? " " : "",
                   STR_FMT(set->mode), 100 * retention);
            number++;
            print_history(set, &set->histories[h], retention, arena);
        }
    }
    if (number == 0) printf("No histories.\n");
}

/* --- all --- */

static bool read_choice(const Words *words, Choice *out, Err *err)
{
    const char *model = options_get(words, "model"), *retention = options_get(words, "retention");
    *out = (Choice){.model = MODEL_FSRS7};
    if (model && !memory_model_find(str_of(model), &out->model))
        return err_set(err, "no model \"%s\"; models are fsrs7, fsrs6", model);
    if (!retention) return true;
    char *end;
    out->retention = strtod(retention, &end);
    if (*end == '\0' && out->retention >= 0.01 && out->retention <= 0.999) return true;
    return err_set(err, "--retention is a number from 0.01 to 0.999, not \"%s\"", retention);
}

static int play_file(const CommandContext *context, const char *path)
{
    Err err = {0};
    Choice choice;
    Str text;
    Histories histories;
    if (!read_choice(&context->words, &choice, &err)) return commands_misuse("memory", &err);
    if (!file_read(path, MAX_FILE_BYTES, context->arena, &text, &err)) return commands_fail("memory", &err);
    if (!histories_read(text, choice.model, context->arena, &histories, &err)) {
        fprintf(stderr, "%s:%s\n", path, err.text);
        return EXIT_FAILED;
    }
    for (size_t i = 0; i < histories.count; i++)
        if (choice.retention > 0) histories.sets[i].schedule.retention = choice.retention;
    if (options_has(&context->words, "json"))
        print_json(&histories, &choice, context->arena);
    else
        print_words(&histories, &choice, context->arena);
    return EXIT_DONE;
}

static void print_rebuilt(const CommandContext *context, int64_t answers)
{
    if (!options_has(&context->words, "json")) {
        printf("Played %" PRId64 " %s: each card's memory is made anew.\n", answers,
               answers == 1 ? "answer" : "answers");
        return;
    }
    JsonWriter w;
    json_writer_init(&w);
    json_begin_object(&w, NULL);
    json_put_integer(&w, "answers", answers);
    json_end_object(&w);
    printf("%s\n", json_writer_finish(&w, context->arena, true).data);
}

static int rebuild(const CommandContext *context)
{
    Err err = {0};
    int64_t answers = 0;
    Store *store = commands_open_store(context, &err);
    if (store == NULL) return commands_fail("memory", &err);
    bool is_done = store_rebuild_memory(store, &answers, &err);
    store_close(store);
    if (!is_done) return commands_fail("memory", &err);
    print_rebuilt(context, answers);
    return EXIT_DONE;
}

static int run(const CommandContext *context, int argc, char **argv)
{
    Err err = {0};
    const Words *words = &context->words;
    bool is_rebuild = options_has(words, "rebuild");
    if (is_rebuild && (argc > 0 || options_has(words, "model") || options_has(words, "retention")))
        err_set(&err, "--rebuild goes by the answers and settings that are kept: name no file, model or "
                      "retention with it");
    else if (!is_rebuild && argc == 0)
        err_set(&err, "which file? Name one with review histories");
    if (err.is_set) return commands_misuse("memory", &err);
    return is_rebuild ? rebuild(context) : play_file(context, argv[0]);
}

const CommandEntry command_memory = {
    .name = "memory",
    .operands = "FILE | --rebuild",
    .help = "plays review histories through the memory model, prints the state after each review",
    .more =
        "FILE is JSON. For fsrs6: {\"sets\": [{\"mode\", \"params\", \"histories\"}]}, a history being rows "
        "of\n"
        "{\"t_ms\", \"rating\"}, in milliseconds from the first review, which is at 09:00 UTC. For fsrs7:\n"
        "{\"w\", \"histories\"}, rows of {\"days\", \"rating\"}, in days since the review before. Ratings: 1 "
        "Again,\n"
        "2 Hard, 3 Good, 4 Easy. Weights beyond their bounds are brought back to them.\n"
        "--rebuild plays every player's answers instead, with the model and retention of their settings, and "
        "puts\n"
        "what comes of them in the place of what was kept: the same, unless the file was changed from "
        "outside.",
    .options = memory_options,
    .max_operands = 1,
    .run = run,
};
