#include "formats/import_separators.h"

#include <string.h>

#include "formats/import_custom.h"
#include "formats/import_header.h"
#include "formats/import_lines.h"
#include "formats/import_names.h"
#include "formats/import_quotes.h"

#define ENOUGH      700 /* permille that found separators must reach … */
#define ENOUGH_TABS 400 /* … and tabs, which stand in no sentence */

/* In doubt the ones that stand in texts most rarely come first. */
typedef struct {
    Str side;
    int bonus;      /* permille */
    bool is_symbol; /* of cells rather than of sentences: may be quoted, and may part more than two columns */
    bool is_csv_own; /* stands in files named CSV */
} Candidate;

static const Candidate candidates[] = {
    {STR_INIT("\t"), 400, true, true},
    {STR_INIT("|||"), 180, false, false},
    {STR_INIT("||"), 170, false, false},
    {STR_INIT("==>"), 165, false, false},
    {STR_INIT("-->"), 165, false, false},
    {STR_INIT(":="), 165, false, false},
    {STR_INIT("=>"), 160, false, false},
    {STR_INIT("->"), 160, false, false},
    {STR_INIT("\xe2\x86\x92"), 160, false, false}, /* arrow */
    {STR_INIT("\xe2\x87\x92"), 160, false, false}, /* double arrow */
    {STR_INIT("=="), 160, false, false},
    {STR_INIT("|"), 150, true, false},
    {STR_INIT(" - "), 100, false, false},
    {STR_INIT(" \xe2\x80\x93 "), 100, false, false}, /* en dash */
    {STR_INIT(" \xe2\x80\x94 "), 100, false, false}, /* em dash */
    {STR_INIT(";"), 60, true, true},
    {STR_INIT(","), 60, true, true},
    {STR_INIT(": "), -50, false, false},
    {STR_INIT(" = "), -50, false, false},
    {STR_INIT(":"), -100, false, false},
    {STR_INIT("="), -100, false, false},
};
#define CANDIDATES (sizeof candidates / sizeof *candidates)

typedef struct {
    Str sample;
    bool is_cut; /* there is more of the text */
    const ImportChoices *choices;
    bool is_csv;
    Arena *scratch;
} Search;

static bool find_quotes(const Search *search, const Candidate *candidate, DelimitedRules rules)
{
    if (search->choices->quotes != IMPORT_FOUND) return search->choices->quotes == IMPORT_YES;
    if (!candidate->is_symbol) return false;
    if (search->is_csv) return true;
    return import_has_quotes(search->sample, rules, search->scratch);
}

/* --- how well a candidate parts --- */

typedef struct {
    int records, parted, common; /* common: records of the most usual number of columns */
    int32_t columns, usual;
    int filled[DELIMITED_MAX_FIELDS]; /* records that have a text in the column */
    bool has_header, has_both_sides;
} Count;

/* What ends each line parts nothing: ";" behind every card. */
static bool has_second(const Delimited *reader)
{
    for (int32_t i = 1; i < reader->count; i++)
        if (!str_is_blank(reader->fields[i])) return true;
    return false;
}

static void count_record(const Delimited *reader, Count *count, int by_columns[DELIMITED_MAX_FIELDS + 1])
{
    int32_t roles[COLUMN_ROLE_COUNT];
    if (count->records++ == 0) {
        count->has_header = import_names_are_header(reader->fields, reader->count);
        count->has_both_sides = import_roles_of_names(reader->fields, reader->count, roles);
    }
    if (reader->count > count->columns) count->columns = reader->count;
    for (int32_t i = 0; i < reader->count; i++) count->filled[i] += !str_is_blank(reader->fields[i]);
    /* Between cards of several lines the separator stands in the first. */
    bool is_parted = has_second(reader) && (!reader->rules.card.size || reader->rules.is_quoted ||
                                            !import_has_line_break(str_trim(reader->fields[0])));
    if (!is_parted) return;
    count->parted++;
    by_columns[reader->count]++;
}

static Count count_records(const Search *search, DelimitedRules rules)
{
    Count count = {0};
    int by_columns[DELIMITED_MAX_FIELDS + 1] = {0};
    Delimited reader;
    delimited_begin(&reader, search->sample, 1, rules, search->scratch);
    while (count.records < IMPORT_SAMPLE_RECORDS && delimited_next(&reader))
        if (!delimited_is_blank(&reader)) count_record(&reader, &count, by_columns);
    for (int32_t i = 2; i <= DELIMITED_MAX_FIELDS; i++)
        if (by_columns[i] > count.common) {
            count.common = by_columns[i];
            count.usual = i;
        }
    return count;
}

/* A pair's second side holds what is left; of a table's rows none is joined. */
static bool joins(const ImportSeparators *found, const Candidate *candidate, const Count *count)
{
    if (found->has_header || found->rules.is_quoted || str_is(found->rules.side, STR("\t"))) return false;
    return !candidate->is_symbol || count->usual <= 2;
}

static ImportSeparators try(const Search *search, const Candidate *candidate, Str card)
{
    DelimitedRules rules = {.side = candidate->side, .card = card};
    rules.is_quoted = find_quotes(search, candidate, rules);
    Count count = count_records(search, rules);
    ImportSeparators found = {.rules = rules,
                              .records = count.records,
                              .columns = count.columns,
                              .sparse = import_sparse_columns(count.filled, count.columns, count.records),
                              .has_header = count.has_header,
                              .has_named_columns = count.has_both_sides};
    if (search->choices->header != IMPORT_FOUND) found.has_header = search->choices->header == IMPORT_YES;
    if (joins(&found, candidate, &count)) {
        found.rules.most_fields = 2;
        found.columns = count.columns < 2 ? count.columns : 2;
        count.common = count.parted;
    }
    if (count.records) found.permille = (500 * count.parted + 500 * count.common) / count.records;
    return found;
}

/* --- the best --- */

/* Does `a` come before `b` in most of the lines that have both? Which of the two is a text's own then shows.
 */
static bool comes_first(const Search *search, char a, char b)
{
    ImportLines lines = import_lines_begin(search->sample);
    int first = 0, both = 0;
    while (both < IMPORT_SAMPLE_RECORDS && import_lines_next(&lines)) {
        const char *one = memchr(lines.line.data, a, lines.line.size);
        const char *other = memchr(lines.line.data, b, lines.line.size);
        if (!one || !other) continue;
        both++;
        first += one < other;
    }
    return first * 2 > both;
}

static int rank(const Search *search, const Candidate *candidate, const ImportSeparators *found)
{
    int rank = found->permille + candidate->bonus;
    if (found->has_header && search->choices->header == IMPORT_FOUND) rank += 500;
    if (search->is_csv && candidate->is_csv_own) rank += 300;
    if (found->rules.is_quoted && search->choices->quotes == IMPORT_FOUND) rank += 150;
    if (str_is(candidate->side, STR(",")) && comes_first(search, ',', ';')) rank += 30;
    return rank;
}

/* Names of columns in the first record leave no doubt. */
static bool is_enough(const ImportSeparators *found)
{
    return found->has_named_columns ||
           found->permille >= (str_is(found->rules.side, STR("\t")) ? ENOUGH_TABS : ENOUGH);
}

static ImportSeparators find_side(const Search *search, Str card)
{
    ImportSeparators best = {.rules = {.card = card}};
    int best_rank = 0;
    for (size_t i = 0; i < CANDIDATES; i++) {
        if (str_is(candidates[i].side, card) || !str_has(search->sample, candidates[i].side)) continue;
        ImportSeparators found = try(search, &candidates[i], card);
        int its_rank = rank(search, &candidates[i], &found);
        bool is_better = best.rules.side.size == 0 || its_rank > best_rank;
        if (is_enough(&best) != is_enough(&found) ? !is_enough(&found) : !is_better) continue;
        best = found;
        best_rank = its_rank;
    }
    return best;
}

static ImportSeparators find_with_card(const Search *search, Str card)
{
    Str side = search->choices->side_separator;
    if (side.size == 0) return find_side(search, card);
    bool is_symbol = side.size == 1 && !strchr(":=\n", side.data[0]);
    return try(search, &(Candidate){.side = side, .is_symbol = is_symbol}, card);
}

static bool has_blank_line(Str text)
{
    return str_has(text, STR("\n\n")) || str_has(text, STR("\r\n\r\n")) || str_has(text, STR("\r\r"));
}

/* Line breaks, as long as they part the cards well; then empty lines, then semicolons in one line. */
static ImportSeparators find_usual(const Search *search, const ImportSeparators *by_lines)
{
    Str text = str_trim(search->sample);
    if (import_has_line_break(text)) {
        if (by_lines->permille >= 900 || !has_blank_line(text)) return *by_lines;
        ImportSeparators blocks = find_with_card(search, STR("\n\n"));
        return blocks.permille >= 900 && blocks.permille > by_lines->permille + 100 ? blocks : *by_lines;
    }
    if (str_is(search->choices->side_separator, STR(";")) || !str_has(text, STR(";"))) return *by_lines;
    ImportSeparators one_line = find_with_card(search, STR(";"));
    return one_line.permille >= 900 && one_line.rules.side.size ? one_line : *by_lines;
}

/* Tables with quotes or names of columns, and lines that tabs part, are what they look like. */
static bool may_be_custom(const Search *search, const ImportSeparators *by_lines)
{
    bool has_tabs = str_is(by_lines->rules.side, STR("\t")) && by_lines->permille >= 900;
    return search->choices->side_separator.size == 0 && !search->is_csv && !by_lines->has_named_columns &&
           !by_lines->rules.is_quoted && !(has_tabs && import_has_line_break(str_trim(search->sample)));
}

static bool find_custom(const Search *search, CustomKind kind, ImportSeparators *out)
{
    DelimitedRules rules;
    if (!import_custom_find(search->sample, search->is_cut, kind, search->scratch, &rules)) return false;
    *out = try(search, &(Candidate){.side = rules.side}, rules.card);
    out->is_custom = true;
    return true;
}

static ImportSeparators find_all(const Search *search)
{
    ImportSeparators by_lines = find_with_card(search, STR("")), custom;
    ImportSeparators usual = find_usual(search, &by_lines);
    bool may_be = may_be_custom(search, &by_lines);
    int sure_records = usual.permille >= 900 ? usual.records : 0;
    if (may_be && find_custom(search, CUSTOM_CLEAR, &custom) && custom.records >= sure_records) return custom;
    bool is_one_record = usual.rules.card.size == 0 && !import_has_line_break(str_trim(search->sample));
    if (may_be && (is_one_record || !is_enough(&usual)) && find_custom(search, CUSTOM_ANY, &custom))
        return custom;
    return usual;
}

/* Lists of pairs have no header: their first card may well be longer than the others. */
static void find_header(const Search *search, ImportSeparators *found)
{
    bool may_have_one = search->is_csv || found->columns > 2;
    if (found->has_header || search->choices->header != IMPORT_FOUND || !may_have_one) return;
    found->has_header = import_first_is_header(search->sample, found->rules, search->scratch);
    found->is_header_guessed = found->has_header;
}

bool import_separators_find(Str text, const ImportChoices *choices, bool is_csv, Arena *scratch,
                            ImportSeparators *out)
{
    Str sample = import_lines_sample(text);
    Search search = {sample, sample.size < text.size, choices, is_csv, scratch};
    bool is_card_chosen = choices->card_separator.size > 0;
    Str card = choices->card_separator;
    if (str_is(card, STR("\n"))) card = STR(""); /* any line break */
    *out = is_card_chosen ? find_with_card(&search, card) : find_all(&search);
    find_header(&search, out);
    return choices->side_separator.size > 0 || is_enough(out);
}
