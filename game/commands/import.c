/* matchwick import FILE: a deck of another program's file. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "app/import_reviews.h"
#include "app/import_work.h"
#include "base/file.h"
#include "base/text.h"
#include "commands/import_words.h"

#define STANDARD_INPUT "/dev/stdin"

typedef struct {
    const CommandContext *context;
    const char *path; /* of the file */
    Import *import;
    ImportChoices choices;
    ImportShop shop;
    ImportReading reading;
    ImportWritten written;
    Store *store;            /* where reviews go, if there are any */
    int64_t player, reviews; /* whose, and how many were added */
} Job;

static bool has(const Job *job, const char *option)
{
    return options_has(&job->context->words, option);
}

/* --- reading --- */

/* As it is said; what comes through a pipe has no name to be called after. */
static void name_deck(Job *job)
{
    const char *title = options_get(&job->context->words, "title");
    DeckHead *head = &job->reading.result.head;
    bool is_unnamed = strcmp(job->path, STANDARD_INPUT) == 0 && str_is(head->title, STR("stdin"));
    if (is_unnamed) head->title = STR("Imported cards");
    if (!title || str_is(head->title, str_of(title))) return;
    head->title = text_repair(job->context->arena, str_of(title));
    head->id = STR(""); /* it is another deck by its name */
    job->reading.result.deck_text = STR("");
}

static bool read_once(Job *job, Err *err)
{
    arena_reset(&job->reading.arena);
    return import_read(job->import, &job->choices, &job->reading.arena, &job->reading.result, err);
}

/* Names of columns and subdecks are known once the file was read. The exit code. */
static int read_file(Job *job, Err *err)
{
    bool is_again;
    if (!read_once(job, err)) return EXIT_FAILED;
    if (!import_words_named(job->context, &job->reading.result, &job->choices, &is_again, err))
        return EXIT_MISUSED;
    if (is_again && !read_once(job, err)) return EXIT_FAILED;
    name_deck(job);
    return import_work_compare(&job->shop, &job->reading, err) ? EXIT_DONE : EXIT_FAILED;
}

/* --- reviews --- */

/* The first start of the game makes the first player, and so does this. */
static bool choose_player(Job *job, Err *err)
{
    StorePlayer player, *players;
    Arena *arena = job->context->arena;
    const char *name = options_get(&job->context->words, "player");
    if (!name && store_players(job->store, arena, &players) == 0)
        return store_add_player(job->store, STR("Player 1"), 0, job->context->maker->wall_ms(), &job->player,
                                err);
    if (!commands_choose_player(job->store, name, arena, &player, err)) return false;
    job->player = player.id;
    return true;
}

/* Before anything is written. */
static bool open_memory(Job *job, Err *err)
{
    if (job->reading.result.review_count == 0) return true;
    job->store = commands_open_store(job->context, err);
    return job->store && choose_player(job, err);
}

static int offset_of_place(void *self, int64_t at_ms)
{
    const Job *job = self;
    return job->context->maker->utc_offset_min(at_ms);
}

static bool add_reviews(Job *job, Err *err)
{
    ImportReviewer reviewer = {.player = job->player, .utc_offset_min = offset_of_place, .self = job};
    return import_reviews_add(job->store, &reviewer, &job->written, &job->reviews, err);
}

/* --- writing --- */

/* The deck that is there has all of it, and nothing that it is to lose. */
static bool is_known(const Job *job)
{
    const ImportUpdate *update = &job->reading.update;
    size_t removed = has(job, "remove-gone") ? update->gone : 0;
    return update->is_there &&
           update->fresh + update->changed + removed + job->reading.result.review_count == 0;
}

/* A deck that is there is written into when that is said. */
static bool may_write(Job *job, Err *err)
{
    const ImportUpdate *update = &job->reading.update;
    if (!update->is_there || has(job, "update")) return true;
    return err_set(
        err,
        "\"%.*s\" is there already: %.*s (%zu new, %zu changed, %zu gone, %zu the same); --update writes "
        "what is new and changed into it%s",
        STR_FMT(update->title), STR_FMT(update->path), update->fresh, update->changed, update->gone,
        update->same, update->gone ? ", with --remove-gone it takes out what is gone" : "");
}

static bool write_deck(Job *job, Err *err)
{
    ImportOrder order = {.title = job->reading.result.head.title,
                         .is_update = job->reading.update.is_there,
                         .removes_gone = has(job, "remove-gone")};
    if (is_known(job)) return true;
    if (!may_write(job, err) || !open_memory(job, err)) return false;
    import_work_write(&job->shop, &job->reading, &order, &job->written);
    if (!job->written.is_written) return err_set(err, "%s", job->written.err.text);
    return add_reviews(job, err);
}

/* Of the cards that are gone. */
static const char *fate_words(const Job *job)
{
    if (job->reading.update.gone == 0) return "";
    if (!has(job, "remove-gone")) return " and kept (--update --remove-gone takes them out)";
    return job->written.is_written ? " and taken out" : " and to be taken out";
}

static void print_written(const Job *job)
{
    const ImportWritten *written = &job->written;
    const ImportUpdate *update = &job->reading.update;
    if (written->was_update)
        printf("%.*s: %zu new, %zu changed, %zu the same, %zu gone%s\n", STR_FMT(update->path),
               written->fresh, written->changed, update->same, update->gone, fate_words(job));
    else
        printf("%.*s: %zu card%s\n", STR_FMT(written->path), written->cards, written->cards == 1 ? "" : "s");
    if (job->reviews > 0) printf("%" PRId64 " reviews came in\n", job->reviews);
}

/* What an update would do, where nothing was written. */
static void print_update(const Job *job)
{
    const ImportUpdate *update = &job->reading.update;
    if (!update->is_there) return;
    printf("%.*s is there: %zu new, %zu changed, %zu the same, %zu gone%s\n", STR_FMT(update->path),
           update->fresh, update->changed, update->same, update->gone, fate_words(job));
}

/* --- JSON --- */

static void write_update(JsonWriter *w, const ImportUpdate *update)
{
    if (!update->is_there) {
        json_put_null(w, "there");
        return;
    }
    json_begin_object(w, "there");
    json_put_string(w, "path", update->path);
    json_put_string(w, "id", update->id);
    json_put_integer(w, "new", (int64_t)update->fresh);
    json_put_integer(w, "changed", (int64_t)update->changed);
    json_put_integer(w, "gone", (int64_t)update->gone);
    json_put_integer(w, "same", (int64_t)update->same);
    json_end_object(w);
}

static void print_json(const Job *job)
{
    JsonWriter w;
    json_writer_init(&w);
    json_begin_object(&w, NULL);
    json_put_string(&w, "file", str_of(job->path));
    import_words_write(&w, &job->reading.result, job->context->arena);
    write_update(&w, &job->reading.update);
    if (job->written.is_written) {
        json_put_string(&w, "written", job->written.path);
        json_put_string(&w, "id", job->written.id);
    } else {
        json_put_null(&w, "written");
    }
    json_put_integer(&w, "removed", (int64_t)job->written.gone);
    json_put_integer(&w, "reviews_added", job->reviews);
    json_end_object(&w);
    printf("%s\n", json_writer_finish(&w, job->context->arena, true).data);
}

/* --- the command --- */

/* A file of one's own, or the shelf with the player's folder. */
static bool open_shop(Job *job, Err *err)
{
    const CommandContext *context = job->context;
    job->shop.path = options_get(&context->words, "output");
    if (job->shop.path) return true;
    const char *data = commands_data_folder(context, err);
    if (!data) return false;
    job->shop.folder = file_join(context->arena, data, "decks").data;
    job->shop.shelf = commands_open_shelf(context, err);
    return job->shop.shelf && (has(job, "dry-run") || file_make_folder(job->shop.folder, err));
}

static int import_file(Job *job, Err *err)
{
    job->import = import_open_file(job->path, err);
    if (!job->import || !open_shop(job, err)) return EXIT_FAILED;
    int exit_code = read_file(job, err);
    if (exit_code != EXIT_DONE) return exit_code;
    bool is_json = has(job, "json"), is_dry = has(job, "dry-run");
    if (!is_json) import_words_print(job->context, job->path, &job->reading.result);
    bool is_done = is_dry || write_deck(job, err);
    if (is_json)
        print_json(job);
    else if (job->written.is_written)
        print_written(job);
    else if (is_done)
        print_update(job);
    return is_done ? EXIT_DONE : EXIT_FAILED;
}

static int run(const CommandContext *context, int argc, char **argv)
{
    Err err = {0};
    Job job = {.context = context};
    if (argc == 0) err_set(&err, "which file? Name one, or \"-\" for standard input");
    if (has(&job, "remove-gone") && !has(&job, "update"))
        err_set(&err, "--remove-gone is of --update: it takes cards out of the deck that is there already");
    if (err.is_set || !import_words_choices(context, &job.choices, &err))
        return commands_misuse("import", &err);
    job.path = strcmp(argv[0], "-") == 0 ? STANDARD_INPUT : argv[0];
    arena_init(&job.reading.arena, 1 << 20);
    arena_init(&job.written.arena, 0);
    int exit_code = import_file(&job, &err);
    import_close(job.import);
    if (job.shop.shelf) shelf_close(job.shop.shelf);
    if (job.store) store_close(job.store);
    arena_deinit(&job.reading.arena);
    arena_deinit(&job.written.arena);
    if (exit_code == EXIT_MISUSED) return commands_misuse("import", &err);
    return exit_code == EXIT_DONE ? EXIT_DONE : commands_fail("import", &err);
}

const CommandEntry command_import = {
    .name = "import",
    .operands = "FILE",
    .help = "makes a deck of another program's file",
    .more =
        "Reads Anki packages (.apkg, .colpkg) and Anki's text, CSV, TSV and lists with any separators "
        "(exports of\n"
        "Quizlet and Knowt), blocks, Markdown tables, \"Q:\" and \"A:\", \"term :: definition\", JSON, and "
        "decks of\n"
        "this game. What a file is shows its content; --format says it: csv, tsv, table, blocks, markdown,\n"
        "questions, colons, anki-text, anki, json or deck. FILE may be \"-\" for standard input.\n"
        "A separator is tab, comma, semicolon, pipe, colon, dash, space, newline, blank-line, or the "
        "characters\n"
        "themselves, \\t and \\n among them. Columns are given by number or by name.\n"
        "A deck of the same id or title is only written into with --update: cards keep their ids and what "
        "is\n"
        "known of them, and those that the file has no more stay, unless --remove-gone takes them out.\n"
        "--dry-run shows what would change.",
    .options = import_options,
    .max_operands = 1,
    .run = run,
};
