/* matchwick check FILE…: validates decks. */
#include <stdio.h>

#include "base/json.h"
#include "commands/commands.h"
#include "deck/deck_read.h"

static const OptionSpec check_options[] = {
    {"json", 0, NULL, "prints what was found as JSON"},
    OPTIONS_END,
};

typedef struct {
    const char *path;
    DeckReport report;
    uint32_t cards; /* of a deck without an error */
} Checked;

static void check_file(const char *path, Checked *out)
{
    *out = (Checked){.path = path};
    Deck *deck = deck_read_file(path, &out->report);
    if (!deck) return;
    out->cards = deck_count(deck);
    deck_release(deck);
}

static void print_problems(const Checked *checked, Arena *arena)
{
    const DeckReport *report = &checked->report;
    for (int i = 0; i < report->count; i++)
        fprintf(stderr, "%s\n", deck_problem_line(arena, checked->path, &report->problems[i]).data);
    int more = report->errors + report->warnings - report->count;
    if (more > 0) fprintf(stderr, "%s: and %d more\n", checked->path, more);
}

static void print_words(const Checked *checked)
{
    const DeckReport *report = &checked->report;
    const char *plural = report->warnings == 1 ? "" : "s";
    if (report->errors > 0)
        printf("%s: %d error%s, %d warning%s\n", checked->path, report->errors,
               report->errors == 1 ? "" : "s", report->warnings, plural);
    else if (report->warnings > 0)
        printf("%s: %u cards, %d warning%s\n", checked->path, (unsigned)checked->cards, report->warnings,
               plural);
    else
        printf("%s: %u cards, clean\n", checked->path, (unsigned)checked->cards);
}

static void write_problem(JsonWriter *w, const DeckProblem *problem)
{
    json_begin_object(w, NULL);
    json_put_string(w, "kind", problem->is_warning ? STR("warning") : STR("error"));
    json_put_integer(w, "line", problem->line);
    json_put_integer(w, "column", problem->column);
    json_put_string(w, "text", str_of(problem->text));
    json_end_object(w);
}

static void write_file(JsonWriter *w, const Checked *checked)
{
    json_begin_object(w, NULL);
    json_put_string(w, "file", str_of(checked->path));
    json_put_integer(w, "cards", checked->cards);
    json_put_integer(w, "errors", checked->report.errors);
    json_put_integer(w, "warnings", checked->report.warnings);
    json_begin_array(w, "problems");
    for (int i = 0; i < checked->report.count; i++) write_problem(w, &checked->report.problems[i]);
    json_end_array(w);
    json_end_object(w);
}

static int run(const CommandContext *context, int argc, char **argv)
{
    Err err = {0};
    if (argc == 0) {
        err_set(&err, "which deck? Name one or more files");
        return commands_misuse("check", &err);
    }
    bool is_json = options_has(&context->words, "json");
    bool is_bad = false;
    JsonWriter w;
    json_writer_init(&w);
    json_begin_object(&w, NULL);
    json_begin_array(&w, "files");
    for (int i = 0; i < argc; i++) {
        if (str_ends(str_of(argv[i]), STR(".schema.json"))) continue; /* is no deck */
        Checked checked;
        check_file(argv[i], &checked);
        is_bad = is_bad || checked.report.errors > 0;
        write_file(&w, &checked);
        if (is_json) continue;
        print_problems(&checked, context->arena);
        print_words(&checked);
    }
    json_end_array(&w);
    json_end_object(&w);
    Str text = json_writer_finish(&w, context->arena, true);
    if (is_json) printf("%s\n", text.data);
    return is_bad ? EXIT_FAILED : EXIT_DONE;
}

const CommandEntry command_check = {
    .name = "check",
    .operands = "FILE…",
    .help = "validates decks",
    .more = "Each error and each warning is told as FILE:LINE:COLUMN, up to 20 of each kind. Warnings alone "
            "do not\n"
            "make the check fail. Files named *.schema.json are no decks and are passed over.",
    .options = check_options,
    .max_operands = -1,
    .run = run,
};
