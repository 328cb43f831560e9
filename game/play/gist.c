#include "play/gist.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "play/fold.h"

#define FNV_START UINT64_C(0xCBF29CE484222325)

static uint32_t next(Str text, size_t *at)
{
    unsigned char c = (unsigned char)text.data[*at];
    if (c >= 0x80) return text_next(text, at);
    (*at)++;
    return c;
}

static uint32_t gram_hash(uint32_t a, uint32_t b, uint32_t c)
{
    uint64_t key = (uint64_t)a << 42 | (uint64_t)b << 21 | c;
    return (uint32_t)((key * UINT64_C(0x9E3779B97F4A7C15)) >> 32);
}

uint32_t gist_grams(Str text, uint32_t *out)
{
    if (text.size == 0) return 0;
    size_t at = 0;
    uint32_t a = ' ', b = next(text, &at), count = 0;
    while (at < text.size) {
        uint32_t c = next(text, &at);
        out[count++] = gram_hash(a, b, c);
        a = b;
        b = c;
    }
    out[count++] = gram_hash(a, b, ' ');
    return count;
}

static int compare(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static void list_sort(GistList *list)
{
    if (list->count) qsort(list->items, list->count, sizeof *list->items, compare);
}

static GistList make_grams(Arena *arena, Str text)
{
    uint32_t *hashes = ARENA_NEW_N(arena, uint32_t, text.size + 1);
    GistList grams = {.count = gist_grams(text, hashes)};
    grams.items = ARENA_NEW_N(arena, uint64_t, grams.count);
    for (uint32_t i = 0; i < grams.count; i++) grams.items[i] = hashes[i];
    list_sort(&grams);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < grams.count; i++)
        if (kept == 0 || grams.items[kept - 1] != grams.items[i]) grams.items[kept++] = grams.items[i];
    grams.count = kept;
    return grams;
}

static bool is_function_word(Str word)
{
    static const char *const words[] = {
        "about", "also", "been",  "between", "each",  "from", "have",  "into",    "more", "most", "only",
        "other", "over", "some",  "such",    "than",  "that", "their", "them",    "then", "they", "this",
        "what",  "when", "where", "which",   "while", "will", "with",  "without", "your"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (str_is(word, str_of(words[i]))) return true;
    return false;
}

static void add_word(Gist *gist, Str word)
{
    uint64_t hash = str_hash(word, FNV_START);
    gist->words.items[gist->words.count++] = hash;
    if (text_length(word) >= 4 && !is_function_word(word)) gist->content.items[gist->content.count++] = hash;
}

static void add_words(Arena *arena, Gist *gist)
{
    Str text = gist->text;
    gist->words.items = ARENA_NEW_N(arena, uint64_t, text.size / 2 + 1);
    gist->content.items = ARENA_NEW_N(arena, uint64_t, text.size / 5 + 1);
    for (size_t from = 0, to; from < text.size; from = to + 1) {
        for (to = from; to < text.size && text.data[to] != ' ';) to++;
        if (to > from) add_word(gist, str_slice(text, from, to));
    }
    list_sort(&gist->words);
    list_sort(&gist->content);
}

static bool separates(char c)
{
    return c == ',' || c == ';' || c == '/';
}

static void add_alternative(Arena *arena, GistList *list, Str part)
{
    Str text = gist_normalise(arena, part);
    bool says_something = false;
    for (size_t at = 0; at < text.size && !says_something;) {
        TextKind kind = text_kind(next(text, &at));
        says_something = kind == TEXT_LETTER || kind == TEXT_UPPER || kind == TEXT_DIGIT;
    }
    if (says_something) list->items[list->count++] = str_hash(text, FNV_START);
}

/* Code and other texts whose marks are their meaning have no alternatives but the whole. */
static void add_alternatives(Arena *arena, Gist *gist, Str shown)
{
    size_t parts = 1;
    for (size_t i = 0; i < shown.size; i++) parts += separates(shown.data[i]);
    gist->alternatives.items = ARENA_NEW_N(arena, uint64_t, parts + 1);
    gist->alternatives.items[gist->alternatives.count++] = str_hash(gist->text, FNV_START);
    bool is_prose = !str_is(gist->text, text_fold(arena, shown));
    if (parts == 1 || !is_prose) return;
    for (size_t from = 0, to; from < shown.size; from = to + 1) {
        for (to = from; to < shown.size && !separates(shown.data[to]);) to++;
        add_alternative(arena, &gist->alternatives, str_slice(shown, from, to));
    }
    list_sort(&gist->alternatives);
}

static bool has_month(Str text)
{
    static const char *const months[] = {"january",   "february", "march",    "april",
                                         "may",       "june",     "july",     "august",
                                         "september", "october",  "november", "december"};
    for (size_t from = 0, to; from < text.size; from = to + 1) {
        for (to = from; to < text.size && text.data[to] != ' ';) to++;
        for (int i = 0; i < 12; i++)
            if (str_is(str_slice(text, from, to), str_of(months[i]))) return true;
    }
    return false;
}

static GistForm find_form(const Gist *gist, Str shown)
{
    uint32_t letters = 0, digits = 0, bars = 0;
    for (size_t at = 0; at < shown.size;) {
        uint32_t c = next(shown, &at);
        TextKind kind = text_kind(c);
        letters += kind == TEXT_LETTER || kind == TEXT_UPPER;
        digits += kind == TEXT_DIGIT;
        bars += c == '-' || c == '/' || c == '.';
    }
    if (digits > 0 && letters == 0) return digits >= 4 && bars == 2 ? FORM_DATE : FORM_NUMBER;
    if (digits > 0 && has_month(gist->text)) return FORM_DATE;
    if (gist->words.count <= 1) return FORM_WORD;
    char last = shown.data[shown.size - 1];
    bool is_sentence = gist->words.count >= 8 || last == '.' || last == '!' || last == '?';
    return is_sentence ? FORM_SENTENCE : FORM_PHRASE;
}

/* First code points of the blocks that tell scripts apart (Unicode Blocks.txt); coarse is enough. */
static uint32_t script_of(uint32_t c)
{
    static const uint32_t starts[] = {0x0000, 0x0370, 0x0400, 0x0530, 0x0590, 0x0600, 0x0900, 0x0980,
                                      0x0E00, 0x0E80, 0x10A0, 0x1100, 0x1200, 0x1E00, 0x1F00, 0x2000,
                                      0x3040, 0x30A0, 0x3100, 0x3400, 0xAC00, 0xD800};
    uint32_t script = 0;
    while (script < sizeof starts / sizeof starts[0] && starts[script] <= c) script++;
    return script;
}

static void find_first_letter(Gist *gist, Str shown)
{
    for (size_t at = 0; at < shown.size;) {
        uint32_t c = next(shown, &at);
        TextKind kind = text_kind(c);
        if (kind != TEXT_LETTER && kind != TEXT_UPPER) continue;
        gist->script = script_of(c);
        gist->is_capital = kind == TEXT_UPPER;
        return;
    }
}

Gist gist_make(Arena *arena, Str shown)
{
    Gist gist = {.text = gist_normalise(arena, shown), .length = (uint32_t)text_length(shown)};
    gist.grams = make_grams(arena, gist.text);
    add_words(arena, &gist);
    add_alternatives(arena, &gist, shown);
    gist.form = find_form(&gist, shown);
    find_first_letter(&gist, shown);
    return gist;
}

static uint32_t count_shared(const GistList *a, const GistList *b)
{
    uint32_t shared = 0;
    for (uint32_t i = 0, j = 0; i < a->count && j < b->count;) {
        uint64_t x = a->items[i], y = b->items[j];
        shared += x == y;
        i += x <= y;
        j += y <= x;
    }
    return shared;
}

bool gist_shares(const GistList *a, const GistList *b)
{
    return count_shared(a, b) > 0;
}

uint32_t gist_dice(const Gist *a, const Gist *b)
{
    uint32_t all = a->grams.count + b->grams.count;
    return all ? 2000 * count_shared(&a->grams, &b->grams) / all : 0;
}

static bool is_equal(const GistList *a, const GistList *b)
{
    if (a->count != b->count) return false;
    return a->count == 0 || memcmp(a->items, b->items, a->count * sizeof *a->items) == 0;
}

bool gist_is_same(const Gist *a, const Gist *b)
{
    return str_is(a->text, b->text) || is_equal(&a->words, &b->words) ||
           gist_shares(&a->alternatives, &b->alternatives);
}

static bool holds(Str whole, Str part)
{
    for (size_t at = 0; at + part.size <= whole.size; at++) {
        if (at > 0 && whole.data[at - 1] != ' ') continue;
        size_t end = at + part.size;
        if (end < whole.size && whole.data[end] != ' ') continue;
        if (memcmp(whole.data + at, part.data, part.size) == 0) return true;
    }
    return false;
}

bool gist_is_near(const Gist *a, const Gist *b)
{
    return gist_dice(a, b) >= 800 || holds(a->text, b->text) || holds(b->text, a->text);
}

int32_t gist_kind_in_common(const Gist *a, const Gist *b)
{
    return 50 * ((a->form == b->form) + (a->script == b->script) + (a->is_capital == b->is_capital));
}
