#include <string.h>

#include "commands/import_words.h"
#include "commands/nearest.h"

const OptionSpec import_options[] = {
    {"output", 'o', "DECK.json", "the deck to write, instead of one in the player's folder"},
    {"format", 'f', "FORMAT", "what the file is, instead of what it looks like"},
    {"separator", 0, "S", "what stands between term and definition; given twice, the second parts cards"},
    {"card-separator", 0, "S", "what stands between cards"},
    {"title", 0, "TITLE", "the deck's title"},
    {"columns", 0, "LIST", "which column is what: term=2,definition=Meaning,tags=none"},
    {"header", 0, "yes|no", "whether the first row names the columns"},
    {"quotes", 0, "yes|no", "whether \"…\" holds separators and line breaks"},
    {"html", 0, "yes|no", "whether the texts are HTML"},
    {"encoding", 0, "NAME", "utf-8, utf-16le, utf-16be or windows-1252"},
    {"swap", 0, NULL, "term and definition change places"},
    {"deck", 0, "NAME", "this deck of a package alone; else all, their names as tags"},
    {"reviews", 0, NULL, "Anki's reviews come in too and start the memory"},
    {"player", 'p', "NAME", "whose memory --reviews starts; else who played last"},
    {"update", 0, NULL, "writes into the deck of this id or title that is there already"},
    {"remove-gone", 0, NULL, "with --update: takes out cards that the file has no more"},
    {"dry-run", 'n', NULL, "shows what would come in, and writes nothing"},
    {"json", 0, NULL, "prints what was found as JSON"},
    OPTIONS_END,
};

/* By COLUMN_… */
static const char *const role_names[COLUMN_ROLE_COUNT] = {
    [COLUMN_TERM] = "term",
    [COLUMN_DEFINITION] = "definition",
    [COLUMN_TAGS] = "tags",
    [COLUMN_HINT] = "hint",
    [COLUMN_WORDINGS] = "wordings",
    [COLUMN_ACCEPTS] = "accept",
    [COLUMN_DISTRACTORS] = "distractors",
    [COLUMN_ID] = "id",
};

/* --- what can be known at once --- */

static bool read_format(const Words *words, ImportChoices *out, Err *err)
{
    const char *name = options_get(words, "format");
    if (!name) return true;
    Str said = str_of(name);
    if (!import_format_find(said, &out->format)) {
        Nearest nearest = nearest_begin(said);
        nearest_offer(&nearest, STR("csv"));
        nearest_offer(&nearest, STR("tsv"));
        for (int i = 0; i < IMPORT_FORMAT_COUNT; i++)
            nearest_offer(&nearest, str_of(import_format_name((ImportFormat)i)));
        if (nearest.best.size)
            return err_set(err, "no format \"%s\"; is \"%s\" meant?", name, nearest.best.data);
        return err_set(err,
                       "no format \"%s\"; formats are csv, tsv, table, blocks, markdown, questions, colons, "
                       "anki-text, anki, json and deck",
                       name);
    }
    bool is_csv = str_is(said, STR("csv"));
    if (is_csv) out->quotes = IMPORT_YES;
    if (is_csv) out->side_separator = STR(",");
    if (str_is(said, STR("tsv"))) out->side_separator = STR("\t");
    return true;
}

/* "--separator SIDE --separator CARD", or the second by its own name. */
static bool read_separators(const CommandContext *context, ImportChoices *out, Err *err)
{
    const char *side = options_get_nth(&context->words, "separator", 0);
    const char *card = options_get_nth(&context->words, "separator", 1);
    const char *named = options_get(&context->words, "card-separator");
    if (named) card = named;
    return (!side || import_separator_read(str_of(side), context->arena, &out->side_separator, err)) &&
           (!card || import_separator_read(str_of(card), context->arena, &out->card_separator, err));
}

static bool read_switch(const Words *words, const char *name, ImportSwitch *out, Err *err)
{
    const char *said = options_get(words, name);
    if (!said) return true;
    *out = strcmp(said, "yes") == 0 ? IMPORT_YES : IMPORT_NO;
    return *out == IMPORT_YES || strcmp(said, "no") == 0 ||
           err_set(err, "--%s is \"yes\" or \"no\", not \"%s\"", name, said);
}

static bool read_encoding(const Words *words, ImportChoices *out, Err *err)
{
    const char *name = options_get(words, "encoding");
    return !name || import_encoding_find(str_of(name), &out->encoding) ||
           err_set(err, "no encoding \"%s\"; encodings are utf-8, utf-16le, utf-16be and windows-1252", name);
}

/* --- columns --- */

typedef struct {
    ColumnRole role;
    Str column; /* a number from 1, a name, or "none" */
} ColumnWord;

/* The next of the list, "role=column". False at its end, or with `err`. */
static bool next_column(Str *list, ColumnWord *out, Err *err)
{
    if (list->size == 0) return false;
    const char *comma = memchr(list->data, ',', list->size);
    size_t end = comma ? (size_t)(comma - list->data) : list->size;
    Str word = str_slice(*list, 0, end);
    *list = str_slice(*list, comma ? end + 1 : end, list->size);
    const char *equals = word.size ? memchr(word.data, '=', word.size) : NULL;
    if (!equals)
        return err_set(err, "--columns is a list like term=1,definition=2, not \"%.*s\"", STR_FMT(word));
    size_t at = (size_t)(equals - word.data);
    Str role = str_trim(str_slice(word, 0, at));
    out->column = str_trim(str_slice(word, at + 1, word.size));
    for (int i = 0; i < COLUMN_ROLE_COUNT; i++) {
        out->role = (ColumnRole)i;
        if (str_is(role, str_of(role_names[i]))) return true;
    }
    return err_set(err,
                   "--columns knows no \"%.*s\"; it may be term, definition, tags, hint, wordings, accept, "
                   "distractors or id",
                   STR_FMT(role));
}

static bool is_number(Str text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] < '0' || text.data[i] > '9') return false;
    return text.size > 0;
}

/* COLUMN_BY_FILE for what only the file's names can tell. */
static int32_t column_of_word(Str column)
{
    if (str_is(column, STR("none"))) return COLUMN_NONE;
    if (!is_number(column)) return COLUMN_BY_FILE;
    int32_t number = 0;
    for (size_t i = 0; i < column.size && number <= IMPORT_MAX_COLUMNS; i++)
        number = number * 10 + (column.data[i] - '0');
    return number == 0 ? IMPORT_MAX_COLUMNS : number - 1;
}

static bool read_columns(const Words *words, ImportChoices *out, Err *err)
{
    const char *said = options_get(words, "columns");
    Str list = said ? str_of(said) : STR("");
    ColumnWord word;
    while (next_column(&list, &word, err))
        for (int kind = 0; kind < IMPORT_MAX_KINDS; kind++)
            out->columns[kind][word.role] = column_of_word(word.column);
    return !err->is_set;
}

bool import_words_choices(const CommandContext *context, ImportChoices *out, Err *err)
{
    const Words *words = &context->words;
    import_choices_init(out);
    out->is_swapped = options_has(words, "swap");
    out->wants_reviews = options_has(words, "reviews");
    return read_format(words, out, err) && read_separators(context, out, err) &&
           read_switch(words, "header", &out->header, err) &&
           read_switch(words, "quotes", &out->quotes, err) && read_switch(words, "html", &out->html, err) &&
           read_encoding(words, out, err) && read_columns(words, out, err);
}

/* --- what the file's own names tell --- */

static int32_t find_column(const ImportKind *kind, Str name)
{
    for (int32_t i = 0; i < kind->column_count; i++)
        if (str_is(kind->columns[i], name)) return i;
    return COLUMN_BY_FILE;
}

/* In each kind that has a column of the name. */
static bool take_name(const ColumnWord *word, const ImportResult *result, ImportChoices *choices, Err *err)
{
    bool is_there = false;
    for (size_t i = 0; i < result->kind_count; i++) {
        int32_t column = find_column(&result->kinds[i], word->column);
        if (column == COLUMN_BY_FILE) continue;
        choices->columns[i][word->role] = column;
        is_there = true;
    }
    return is_there || err_set(err, "there is no column \"%.*s\"", STR_FMT(word->column));
}

static bool take_columns(const CommandContext *context, const ImportResult *result, ImportChoices *choices,
                         bool *is_again, Err *err)
{
    const char *said = options_get(&context->words, "columns");
    Str list = said ? str_of(said) : STR("");
    ColumnWord word;
    while (next_column(&list, &word, err)) {
        if (column_of_word(word.column) != COLUMN_BY_FILE) continue;
        if (!take_name(&word, result, choices, err)) return false;
        *is_again = true;
    }
    return !err->is_set;
}

/* By the whole name, else by the last part of it. */
static int32_t find_group(const ImportResult *result, Str name)
{
    Str ending = STR("::");
    for (size_t i = 0; i < result->group_count; i++)
        if (str_is(result->groups[i].name, name)) return (int32_t)i;
    for (size_t i = 0; i < result->group_count; i++) {
        Str whole = result->groups[i].name;
        bool is_part = whole.size > name.size + ending.size && str_ends(whole, name) &&
                       str_ends(str_slice(whole, 0, whole.size - name.size), ending);
        if (is_part) return (int32_t)i;
    }
    return -1;
}

static bool take_group(const CommandContext *context, const ImportResult *result, ImportChoices *choices,
                       bool *is_again, Err *err)
{
    const char *name = options_get(&context->words, "deck");
    if (!name) return true;
    int32_t group = find_group(result, str_of(name));
    if (group < 0) {
        Nearest nearest = nearest_begin(str_of(name));
        for (size_t i = 0; i < result->group_count; i++) nearest_offer(&nearest, result->groups[i].name);
        if (nearest.best.size == 0) return err_set(err, "there is no deck \"%s\" in it", name);
        return err_set(err, "there is no deck \"%s\" in it; is \"%.*s\" meant?", name, STR_FMT(nearest.best));
    }
    choices->wants_subdecks = true;
    choices->group = group;
    *is_again = true;
    return true;
}

bool import_words_named(const CommandContext *context, const ImportResult *result, ImportChoices *choices,
                        bool *is_again, Err *err)
{
    *is_again = false;
    return take_columns(context, result, choices, is_again, err) &&
           take_group(context, result, choices, is_again, err);
}
