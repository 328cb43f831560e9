#include "commands/options.h"

#include <assert.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "commands/nearest.h"

const OptionSpec options_common[] = {
    {"data", 0, "DIR", "where the game keeps its things"},
    {"decks", 0, "DIR", "one more folder of decks"},
    {"window", 0, "WxH", "size of the window in pixels, 800x600 to 16384x16384"},
    {"fullscreen", 0, NULL, "full screen"},
    {"mute", 0, NULL, "no sound"},
    {"theme", 0, "NAME", "night, paper or contrast"},
    {"text-scale", 0, "PERCENT", "size of the text, 100 to 200"},
    {"renderer", 0, "NAME", "what draws: software, opengl …; by default what suits the machine"},
    {"help", 'h', NULL, "says what the command does"},
    {"version", 0, NULL, "prints the version"},
    OPTIONS_END,
};

#define MAX_SPECS 32
#define FIRST_ID  256 /* of long options in getopt's eyes: beyond every letter */

/* What getopt_long is given, made of two tables. */
typedef struct {
    const OptionSpec *specs[MAX_SPECS];
    struct option longs[MAX_SPECS + 1];
    char letters[2 * MAX_SPECS + 3];
    int count;
} Grammar;

static void add_spec(Grammar *grammar, const OptionSpec *spec)
{
    assert(grammar->count < MAX_SPECS);
    int number = grammar->count++;
    grammar->specs[number] = spec;
    grammar->longs[number] =
        (struct option){spec->name, spec->value ? required_argument : no_argument, NULL, FIRST_ID + number};
    if (spec->letter == 0) return;
    size_t end = strlen(grammar->letters);
    grammar->letters[end++] = spec->letter;
    if (spec->value) grammar->letters[end++] = ':';
    grammar->letters[end] = '\0';
}

static void make_grammar(Grammar *grammar, const OptionSpec *own, bool is_all)
{
    *grammar = (Grammar){0};
    /* "+": the first operand ends the options; ":": what lacks its value is told apart. */
    strcpy(grammar->letters, is_all ? ":" : "+:");
    for (const OptionSpec *spec = own; spec && spec->name; spec++) add_spec(grammar, spec);
    for (const OptionSpec *spec = options_common; spec->name; spec++) add_spec(grammar, spec);
}

static const OptionSpec *find_spec(const Grammar *grammar, int id)
{
    if (id >= FIRST_ID && id < FIRST_ID + grammar->count) return grammar->specs[id - FIRST_ID];
    for (int i = 0; i < grammar->count; i++)
        if (id != 0 && grammar->specs[i]->letter == id) return grammar->specs[i];
    return NULL;
}

/* --- what is off --- */

static bool tell_ambiguous(const Grammar *grammar, Str name, Err *err)
{
    char list[256] = "";
    int count = 0;
    for (int i = 0; i < grammar->count; i++) {
        if (!str_starts(str_of(grammar->specs[i]->name), name)) continue;
        size_t end = strlen(list);
        (void)snprintf(list + end, sizeof list - end, "%s--%s", count++ ? ", " : "", grammar->specs[i]->name);
    }
    if (count > 1) (void)err_set(err, "\"--%.*s\" could be any of %s", STR_FMT(name), list);
    return count > 1;
}

static bool tell_unknown(const Grammar *grammar, const char *word, Err *err)
{
    if (optopt != 0) return err_set(err, "there is no option \"-%c\"", optopt);
    Str name = {word + 2, strcspn(word + 2, "=")};
    if (tell_ambiguous(grammar, name, err)) return false;
    Nearest nearest = nearest_begin(name);
    for (int i = 0; i < grammar->count; i++) nearest_offer(&nearest, str_of(grammar->specs[i]->name));
    if (nearest.best.size == 0) return err_set(err, "there is no option \"--%.*s\"", STR_FMT(name));
    return err_set(err, "there is no option \"--%.*s\"; is \"--%.*s\" meant?", STR_FMT(name),
                   STR_FMT(nearest.best));
}

static bool tell_wrong(const Grammar *grammar, int code, const char *word, Err *err)
{
    const OptionSpec *spec = find_spec(grammar, optopt);
    if (spec && code == ':')
        return err_set(err, "\"%s\" needs a value: --%s %s", word, spec->name, spec->value);
    if (spec) return err_set(err, "--%s takes no value, but \"%s\" gives it one", spec->name, word);
    return tell_unknown(grammar, word, err);
}

/* --- reading --- */

static void add_value(Words *words, const OptionSpec *spec, Arena *arena)
{
    if (words->count == words->capacity) {
        int capacity = words->capacity ? 2 * words->capacity : 8;
        OptionValue *values = ARENA_NEW_N(arena, OptionValue, capacity);
        if (words->count) memcpy(values, words->values, (size_t)words->count * sizeof *values);
        words->values = values;
        words->capacity = capacity;
    }
    words->values[words->count++] = (OptionValue){spec, spec->value ? optarg : NULL};
}

bool options_parse(Words *words, const OptionSpec *own, int argc, char **argv, bool is_all, Arena *arena,
                   Err *err)
{
    Grammar grammar;
    make_grammar(&grammar, own, is_all);
    opterr = 0;
    optind = 0; /* begins anew, in glibc and musl alike */
    int code;
    while ((code = getopt_long(argc, argv, grammar.letters, grammar.longs, NULL)) != -1) {
        if (code == '?' || code == ':') return tell_wrong(&grammar, code, argv[optind - 1], err);
        add_value(words, find_spec(&grammar, code), arena);
    }
    words->operands = argv + optind;
    words->operand_count = argc - optind;
    return true;
}

bool options_has(const Words *words, const char *name)
{
    for (int i = 0; i < words->count; i++)
        if (strcmp(words->values[i].spec->name, name) == 0) return true;
    return false;
}

const char *options_get(const Words *words, const char *name)
{
    const char *last = NULL;
    for (int i = 0; i < words->count; i++)
        if (strcmp(words->values[i].spec->name, name) == 0) last = words->values[i].value;
    return last;
}

const char *options_get_nth(const Words *words, const char *name, int n)
{
    for (int i = 0; i < words->count; i++)
        if (strcmp(words->values[i].spec->name, name) == 0 && n-- == 0) return words->values[i].value;
    return NULL;
}

bool options_number(const char *text, const char *name, uint64_t low, uint64_t high, uint64_t *out, Err *err)
{
    uint64_t number = 0;
    bool is_number = *text != '\0';
    for (const char *c = text; *c && is_number; c++) {
        uint64_t digit = (uint64_t)(*c - '0');
        is_number = *c >= '0' && *c <= '9' && number <= (UINT64_MAX - digit) / 10;
        number = number * 10 + digit;
    }
    if (!is_number || number < low || number > high)
        return err_set(err, "%s is a whole number from %llu to %llu, not \"%s\"", name,
                       (unsigned long long)low, (unsigned long long)high, text);
    *out = number;
    return true;
}
