#include "formats/import_custom.h"

#include <string.h>

#include "formats/import_lines.h"

#define MOST_SIGNS 16 /* different ones that are looked at */
#define MOST_BYTES 12 /* of a sign */

/* How likely a sign is to be a separator, the likeliest first. */
typedef enum {
    SIGN_STRONG, /* stands in no sentence: several alike, arrows, bars */
    SIGN_TAB,
    SIGN_DASH, /* the others only with a space on both sides, or in doubt */
    SIGN_EQUALS,
    SIGN_COLON,
    SIGN_SPACED,
    SIGN_SEMICOLON,
    SIGN_COMMA,
    SIGN_NONE
} SignKind;

typedef struct {
    Str text; /* as it parts */
    Str core; /* without spaces */
    SignKind kind;
} Sign;

typedef struct {
    Str sample;
    bool is_cut, has_lines;
    Sign signs[MOST_SIGNS]; /* by kind, long ones first */
    int count;
    Arena *scratch;
} Search;

/* --- signs --- */

static const Str wide[] = {STR_INIT("→"), STR_INIT("⇒"), STR_INIT("➔"), STR_INIT("–"),
                           STR_INIT("—"), STR_INIT("•"), STR_INIT("·")};
#define WIDE   (sizeof wide / sizeof *wide)
#define ARROWS 3
#define DASHES 5 /* with the arrows */

static size_t find_wide(Str text)
{
    size_t i = 0;
    while (i < WIDE && !str_starts(text, wide[i])) i++;
    return i;
}

/* Bytes of the sign's character at `at`; 0: it is none. */
static size_t sign_size(Str text, size_t at)
{
    if (memchr("|#*%$~@^_=+->:;,/&\\", text.data[at], 19)) return 1;
    if ((unsigned char)text.data[at] < 0x80) return 0;
    size_t i = find_wide(str_slice(text, at, text.size));
    return i < WIDE ? wide[i].size : 0;
}

static bool are_alike(Str run)
{
    for (size_t i = 1; i < run.size; i++)
        if (run.data[i] != run.data[0]) return false;
    return true;
}

/* "->", "-->", "=>" … */
static bool is_arrow(Str run)
{
    char shaft = run.data[0];
    bool is_headed = run.data[run.size - 1] == '>' && (shaft == '-' || shaft == '=' || shaft == '~');
    return is_headed && are_alike(str_slice(run, 0, run.size - 1));
}

static SignKind kind_of_one(char sign)
{
    switch (sign) {
    case '|':
    case '~':
    case '^': return SIGN_STRONG;
    case '-': return SIGN_DASH;
    case '=': return SIGN_EQUALS;
    case ':': return SIGN_COLON;
    case ';': return SIGN_SEMICOLON;
    case ',': return SIGN_COMMA;
    default: return SIGN_SPACED;
    }
}

static SignKind kind_of(Str run)
{
    size_t i = find_wide(run);
    if (i < WIDE && wide[i].size != run.size) return SIGN_NONE;
    if (i < WIDE) return i < ARROWS ? SIGN_STRONG : i < DASHES ? SIGN_DASH : SIGN_SPACED;
    if (run.size == 1) return kind_of_one(run.data[0]);
    bool is_strong = are_alike(run) || is_arrow(run) || str_is(run, STR(":="));
    return is_strong && run.size <= MOST_BYTES ? SIGN_STRONG : SIGN_NONE;
}

/* Those stand in words too. */
static bool needs_spaces(SignKind kind)
{
    return kind == SIGN_DASH || kind == SIGN_SPACED;
}

static bool comes_before(const Sign *a, const Sign *b)
{
    return a->kind != b->kind ? a->kind < b->kind : a->text.size > b->text.size;
}

static void add_sign(Search *search, Str core, SignKind kind)
{
    Sign sign = {.text = core, .core = core, .kind = kind};
    for (int i = 0; i < search->count; i++)
        if (str_is(search->signs[i].core, core)) return;
    if (search->count == MOST_SIGNS) return;
    if (needs_spaces(kind)) sign.text = str_format(search->scratch, " %.*s ", STR_FMT(core));
    int at = search->count++;
    for (; at > 0 && comes_before(&sign, &search->signs[at - 1]); at--)
        search->signs[at] = search->signs[at - 1];
    search->signs[at] = sign;
}

static void gather(Search *search)
{
    Str text = search->sample;
    if (text.size && memchr(text.data, '\t', text.size)) add_sign(search, STR("\t"), SIGN_TAB);
    for (size_t at = 0; at < text.size;) {
        size_t from = at, size;
        while (at < text.size && (size = sign_size(text, at)) > 0) at += size;
        if (at == from) {
            at++;
            continue;
        }
        Str run = str_slice(text, from, at);
        SignKind kind = kind_of(run);
        bool stands_free = from > 0 && text.data[from - 1] == ' ' && at < text.size && text.data[at] == ' ';
        if (kind != SIGN_NONE && (stands_free || !needs_spaces(kind))) add_sign(search, run, kind);
    }
}

/* --- what they part --- */

static bool is_pair(const Delimited *reader)
{
    return reader->count == 2 && !str_is_blank(reader->fields[0]) && !str_is_blank(reader->fields[1]) &&
           !import_has_line_break(str_trim(reader->fields[0]));
}

/* How many records there are, if every one is a pair; else 0. */
static int count_pairs(const Search *search, Str side, Str card)
{
    int count = 0;
    Delimited reader;
    DelimitedRules rules = {.side = side, .card = card};
    delimited_begin(&reader, search->sample, 1, rules, search->scratch);
    while (count < IMPORT_SAMPLE_RECORDS && delimited_next(&reader)) {
        if (delimited_is_blank(&reader)) continue;
        if (search->is_cut && reader.at >= search->sample.size) break;
        if (!is_pair(&reader)) return 0;
        count++;
    }
    return count;
}

/* The separators that part the text into the most pairs; of equal ones the first. */
typedef struct {
    DelimitedRules rules;
    int pairs;
} Best;

static void try_sides(const Search *search, const Sign *than, Str card, int least, Best *best)
{
    for (int i = 0; i < search->count; i++) {
        const Sign *side = &search->signs[i];
        int pairs = side == than ? 0 : count_pairs(search, side->text, card);
        if (pairs < least || pairs <= best->pairs) continue;
        *best = (Best){.rules = {.side = side->text, .card = card}, .pairs = pairs};
    }
}

/* A comma or semicolon that ends each line, with one line break or with two. */
static void try_line_ends(const Search *search, const Sign *card, Best *best)
{
    for (int breaks = 2; breaks > 0; breaks--) {
        Str ending = str_format(search->scratch, "%.*s%s", STR_FMT(card->text), breaks == 2 ? "\n\n" : "\n");
        try_sides(search, card, ending, 3, best);
    }
}

static void try_card(const Search *search, const Sign *card, CustomKind kind, Best *best)
{
    bool is_strong = card->kind == SIGN_STRONG;
    bool ends_lines = search->has_lines && (card->kind == SIGN_SEMICOLON || card->kind == SIGN_COMMA);
    bool is_of_one_line = kind == CUSTOM_ANY && !search->has_lines && card->kind != SIGN_TAB;
    if (ends_lines) try_line_ends(search, card, best);
    if (is_strong || is_of_one_line) try_sides(search, card, card->text, is_strong ? 2 : 3, best);
}

bool import_custom_find(Str sample, bool is_cut, CustomKind kind, Arena *scratch, DelimitedRules *out)
{
    Search search = {.sample = sample,
                     .is_cut = is_cut,
                     .has_lines = import_has_line_break(str_trim(sample)),
                     .scratch = scratch};
    Best best = {.pairs = 0};
    gather(&search);
    for (int i = 0; i < search.count; i++) try_card(&search, &search.signs[i], kind, &best);
    if (kind == CUSTOM_ANY && search.has_lines && best.pairs == 0)
        try_sides(&search, NULL, STR(""), 3, &best);
    *out = best.rules;
    return best.pairs > 0;
}
