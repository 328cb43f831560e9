/* matchwick export DECK: a deck, or what a player knows of it, as a file of another program. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/export_known.h"
#include "base/file.h"
#include "commands/commands.h"
#include "commands/nearest.h"
#include "commands/round_words.h"
#include "formats/export.h"
#include "formats/import.h"
#include "ui/format.h"

static const OptionSpec export_options[] = {
    {"format", 'f', "FORMAT", "one of those above; else by the ending of the file's name"},
    {"output", 'o', "FILE", "the file to write, instead of standard output"},
    {"tag", 't', "TAG", "only cards under this tag; may be given more than once"},
    {"weak", 0, NULL, "only cards that the player has answered and whose recall has fallen under 90 %"},
    {"starred", 0, NULL, "only cards that the player has starred"},
    {"player", 'p', "NAME", "who --weak, --starred, progress and answers are of; else who played last"},
    {"separator", 's', "TEXT", "of quizlet: between term and definition, such as \" - \"; else a tab"},
    {"card-separator", 0, "TEXT",
     "of quizlet: between cards, such as \";\" or \"\\n\\n\"; else a line break"},
    OPTIONS_END,
};

typedef enum { OF_DECK, OF_PROGRESS, OF_ANSWERS } Kind;

typedef struct {
    Kind kind;
    ExportFormat format; /* of a deck */
    bool is_json;        /* of the others */
} What;

static const struct {
    const char *name;
    What what;
} known_formats[] = {
    {"progress-csv", {OF_PROGRESS, EXPORT_CSV, false}},
    {"progress-json", {OF_PROGRESS, EXPORT_DECK, true}},
    {"answers-csv", {OF_ANSWERS, EXPORT_CSV, false}},
    {"answers-json", {OF_ANSWERS, EXPORT_DECK, true}},
};
#define KNOWN_FORMATS (sizeof known_formats / sizeof *known_formats)

/* --- words --- */

static bool tell_format(Str name, Arena *arena, Err *err)
{
    StrBuf all;
    str_buf_init(&all, arena);
    Nearest nearest = nearest_begin(name);
    for (int i = 0; i < EXPORT_FORMAT_COUNT; i++) {
        nearest_offer(&nearest, str_of(export_format_name((ExportFormat)i)));
        str_buf_addf(&all, "%s, ", export_format_name((ExportFormat)i));
    }
    for (size_t i = 0; i < KNOWN_FORMATS; i++) {
        nearest_offer(&nearest, str_of(known_formats[i].name));
        str_buf_addf(&all, "%s%s", i ? ", " : "", known_formats[i].name);
    }
    if (name.size == 0) return err_set(err, "which format? --format is one of %s", all.data);
    if (nearest.best.size == 0) return err_set(err, "no format \"%s\"; formats are %s", name.data, all.data);
    return err_set(err, "no format \"%s\"; is \"%s\" meant? Formats are %s", name.data, nearest.best.data,
                   all.data);
}

/* The first format whose files end so. */
static bool find_by_ending(Str path, What *out)
{
    for (int i = 0; i < EXPORT_FORMAT_COUNT; i++) {
        Str ending = str_of(export_format_ending((ExportFormat)i));
        bool is_so = str_ends(path, ending) && path.size > ending.size &&
                     path.data[path.size - ending.size - 1] == '.';
        if (!is_so) continue;
        *out = (What){.format = (ExportFormat)i};
        return true;
    }
    return false;
}

static bool read_format(const CommandContext *context, What *out, Err *err)
{
    const char *name = options_get(&context->words, "format"), *path = options_get(&context->words, "output");
    *out = (What){0};
    if (!name)
        return (path && find_by_ending(str_of(path), out)) || tell_format(STR(""), context->arena, err);
    if (export_format_find(str_of(name), &out->format)) return true;
    for (size_t i = 0; i < KNOWN_FORMATS; i++) {
        if (strcmp(name, known_formats[i].name) != 0) continue;
        *out = known_formats[i].what;
        return true;
    }
    return tell_format(str_of(name), context->arena, err);
}

static bool read_separators(const CommandContext *context, ExportChoices *choices, Err *err)
{
    const char *side = options_get(&context->words, "separator");
    const char *card = options_get(&context->words, "card-separator");
    if ((side || card) && choices->format != EXPORT_QUIZLET)
        return err_set(err, "--separator and --card-separator are of the format quizlet alone");
    if (side && !import_separator_read(str_of(side), context->arena, &choices->side_separator, err))
        return false;
    return !card || import_separator_read(str_of(card), context->arena, &choices->card_separator, err);
}

static bool check_words(const CommandContext *context, const What *what, const ExportWish *wish, Err *err)
{
    const char *path = options_get(&context->words, "output");
    if (what->kind != OF_DECK && (wish->tags.count || wish->is_weak || wish->is_starred))
        return err_set(err,
                       "--tag, --weak and --starred choose cards of a deck; progress and answers are of all");
    if (what->kind == OF_DECK && what->format == EXPORT_ANKI_PACKAGE && !path && isatty(STDOUT_FILENO))
        return err_set(err, "an Anki package is no text for a terminal: name a file with -o");
    return true;
}

/* --- what is chosen --- */

typedef struct {
    const CommandContext *context;
    What what;
    Deck *deck;
    ExportWish wish;
    ExportChoices choices;
    bool needs_known, has_known;
    ExportKnown known;
} Job;

/* --- the player --- */

static bool open_known(Job *job, Err *err)
{
    const CommandContext *context = job->context;
    ExportKnown *known = &job->known;
    *known = (ExportKnown){.deck = job->deck, .now_ms = context->maker->wall_ms()};
    known->store = commands_open_store(context, err);
    if (!known->store) return false;
    const char *name = options_get(&context->words, "player");
    job->has_known = commands_choose_player(known->store, name, context->arena, &known->player, err);
    if (job->has_known)
        export_known_read(known, context->arena);
    else
        store_close(known->store);
    return job->has_known;
}

/* --- which cards --- */

static void name_selection(Job *job)
{
    StrBuf title;
    str_buf_init(&title, job->context->arena);
    str_buf_add(&title, deck_title(job->deck));
    const char *before = ": ";
    for (size_t i = 0; i < job->wish.tags.count; i++, before = ", ")
        str_buf_addf(&title, "%s%s", before, job->wish.tags.items[i].data);
    if (job->wish.is_starred) {
        str_buf_addf(&title, "%sstarred cards", before);
        before = ", ";
    }
    if (job->wish.is_weak) str_buf_addf(&title, "%sweak cards", before);
    job->choices.title = str_buf_str(&title);
}

static bool choose_cards(Job *job, Err *err)
{
    bool is_all = job->wish.tags.count == 0 && !job->wish.is_weak && !job->wish.is_starred;
    if (is_all) return true;
    uint32_t *cards;
    job->choices.count = export_known_choose(job->deck, &job->wish, job->has_known ? &job->known : NULL,
                                             job->context->arena, &cards);
    job->choices.cards = cards;
    name_selection(job);
    if (job->choices.count > 0) return true;
    const char *kind = job->wish.is_weak ? "weak " : "";
    if (!job->has_known) return err_set(err, "no card of \"%s\" has these tags", deck_title(job->deck).data);
    return err_set(err, "%s has no %s%scards there", job->known.player.name.data, kind,
                   job->wish.is_starred ? "starred " : "");
}

/* --- writing --- */

static bool put_out(Job *job, Str bytes, Err *err)
{
    const char *path = options_get(&job->context->words, "output");
    if (path) return file_write(path, bytes, err);
    fwrite(bytes.data, 1, bytes.size, stdout);
    return true;
}

static void tell(Job *job, const char *what, uint32_t cards, Str bytes)
{
    const char *path = options_get(&job->context->words, "output");
    if (!path) return;
    Arena *arena = job->context->arena;
    fprintf(stderr, "%s: %s of %u card%s, %.*s\n", path, what, (unsigned)cards, cards == 1 ? "" : "s",
            STR_FMT(format_size(arena, (int64_t)bytes.size)));
}

static bool write_deck(Job *job, Err *err)
{
    ExportFile file;
    Arena *arena = job->context->arena;
    if (!export_make(job->deck, &job->choices, arena, &file, err) || !put_out(job, file.bytes, err))
        return false;
    tell(job, export_format_label(job->choices.format), file.report.cards, file.bytes);
    Str lost = export_report_text(&file.report, arena);
    if (lost.size) fprintf(stderr, "%.*s\n", STR_FMT(lost));
    return true;
}

static bool write_known(Job *job, Err *err)
{
    Arena *arena = job->context->arena;
    bool is_progress = job->what.kind == OF_PROGRESS;
    Str bytes = is_progress ? export_known_progress(&job->known, job->what.is_json, arena)
                            : export_known_answers(&job->known, job->what.is_json, arena);
    if (!put_out(job, bytes, err)) return false;
    tell(job, is_progress ? "progress" : "answers", deck_count(job->deck), bytes);
    return true;
}

static int export_deck(Job *job)
{
    Err err = {0};
    const CommandContext *context = job->context;
    if (!round_words_tags(&context->words, job->deck, context->arena, &job->wish.tags, &err) ||
        !check_words(context, &job->what, &job->wish, &err))
        return commands_misuse("export", &err);
    if (job->needs_known && !open_known(job, &err)) return commands_fail("export", &err);
    bool is_done =
        job->what.kind == OF_DECK ? choose_cards(job, &err) && write_deck(job, &err) : write_known(job, &err);
    if (job->has_known) store_close(job->known.store);
    return is_done ? EXIT_DONE : commands_fail("export", &err);
}

static int run(const CommandContext *context, int argc, char **argv)
{
    Err err = {0};
    Job job = {.context = context,
               .wish = {.is_weak = options_has(&context->words, "weak"),
                        .is_starred = options_has(&context->words, "starred")}};
    if (argc == 0) err_set(&err, "which deck? Name it by its id, its title or its path");
    if (err.is_set || !read_format(context, &job.what, &err)) return commands_misuse("export", &err);
    job.choices = (ExportChoices){.format = job.what.format, .now_ms = context->maker->wall_ms()};
    if (!read_separators(context, &job.choices, &err)) return commands_misuse("export", &err);
    job.needs_known = job.what.kind != OF_DECK || job.wish.is_weak || job.wish.is_starred;
    Shelf *shelf = commands_open_shelf(context, &err);
    if (!shelf) return commands_fail("export", &err);
    int exit_code = EXIT_FAILED;
    job.deck = commands_open_deck(context, shelf, argv[0], &err);
    if (job.deck) job.choices.path = shelf_path(shelf, str_of(argv[0]), context->arena).data;
    if (job.deck)
        exit_code = export_deck(&job);
    else
        (void)commands_fail("export", &err);
    deck_release(job.deck);
    shelf_close(shelf);
    return exit_code;
}

const CommandEntry command_export = {
    .name = "export",
    .operands = "DECK",
    .help = "writes a deck, or what is known of it, for another program or for paper",
    .more =
        "Formats of a deck:\n"
        "  json           a deck of this game\n"
        "  csv            a spreadsheet with all that a card has; lists are lines within a cell\n"
        "  quizlet        text to paste into Quizlet and the like: terms and definitions\n"
        "  anki-text      text that Anki imports, with all that a card has\n"
        "  anki           a package that Anki opens, with all that a card has\n"
        "  html           a sheet to print: cut, fold at the dashes, glue\n"
        "  html-cut       a sheet to print on both sides and cut\n"
        "Of what a player knows:\n"
        "  progress-csv, progress-json   each card: mastery, recall now, due, answers\n"
        "  answers-csv, answers-json     every answer that was given\n"
        "Times are in UTC. Without -o the file goes to standard output. A file that is there is replaced\n"
        "whole. What a format cannot hold is told on standard error.",
    .options = export_options,
    .max_operands = 1,
    .run = run,
};
