#include "formats/delimited.h"

#include <string.h>

/* Bytes of a line break at `at`, 0 if there is none. */
static size_t break_size(Str text, size_t at)
{
    if (at >= text.size) return 0;
    if (text.data[at] == '\n') return 1;
    if (text.data[at] != '\r') return 0;
    return at + 1 < text.size && text.data[at + 1] == '\n' ? 2 : 1;
}

/* Bytes of the separator at `at`, 0 if it isn't there; its line breaks are any. */
static size_t match(Str text, size_t at, Str separator)
{
    size_t from = at;
    for (size_t i = 0; i < separator.size; i++) {
        bool is_break = separator.data[i] == '\n';
        bool is_same = at < text.size && text.data[at] == separator.data[i];
        size_t size = is_break ? break_size(text, at) : is_same;
        if (size == 0) return 0;
        at += size;
    }
    return at - from;
}

static size_t card_end_size(const Delimited *r, size_t at)
{
    return r->rules.card.size ? match(r->text, at, r->rules.card) : break_size(r->text, at);
}

static bool is_last_field(const Delimited *r)
{
    return r->rules.most_fields > 0 && r->count + 1 >= r->rules.most_fields;
}

static bool is_field_end(const Delimited *r, size_t at)
{
    if (at >= r->text.size || card_end_size(r, at)) return true;
    return !is_last_field(r) && match(r->text, at, r->rules.side);
}

/* The bytes that a separator may begin with. */
static void mark_stops(const Delimited *r, bool stops[256])
{
    memset(stops, 0, 256 * sizeof *stops);
    char card = r->rules.card.size ? r->rules.card.data[0] : '\n';
    stops[(unsigned char)card] = true;
    if (card == '\n') stops['\r'] = true;
    if (r->rules.side.size == 0 || is_last_field(r)) return;
    stops[(unsigned char)r->rules.side.data[0]] = true;
    if (r->rules.side.data[0] == '\n') stops['\r'] = true;
}

static size_t find_field_end(const Delimited *r, size_t at)
{
    bool stops[256];
    mark_stops(r, stops);
    for (; at < r->text.size; at++)
        if (stops[(unsigned char)r->text.data[at]] && is_field_end(r, at)) return at;
    return at;
}

/* The quote that ends what begins at `at`; the text's size if none does. `has_doubled` is set where there are
   doubled ones before it. */
static size_t find_quote_end(Str text, size_t at, bool *has_doubled)
{
    *has_doubled = false;
    while (at < text.size) {
        const char *quote = memchr(text.data + at, '"', text.size - at);
        if (!quote) return text.size;
        at = (size_t)(quote - text.data);
        if (at + 1 >= text.size || text.data[at + 1] != '"') return at;
        *has_doubled = true;
        at += 2;
    }
    return text.size;
}

/* What stood between quotes, doubled ones made single, with what follows the last quote. */
static Str join_quoted(Delimited *r, Str quoted, Str rest)
{
    char *out = arena_alloc(r->arena, quoted.size + rest.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < quoted.size; i++) {
        out[size++] = quoted.data[i];
        if (quoted.data[i] == '"') i++;
    }
    if (rest.size) memcpy(out + size, rest.data, rest.size);
    return (Str){out, size + rest.size};
}

static size_t skip_spaces(Str text, size_t at)
{
    while (at < text.size && text.data[at] == ' ') at++;
    return at;
}

typedef enum { QUOTED, NOT_QUOTED, TORN } Quoting;

/* A field in quotes, at the reader's place. Spaces before the first quote are taken for a habit of the
   writer, if nothing but spaces follows the last one. */
static Quoting take_quoted(Delimited *r, Str *field)
{
    size_t open = skip_spaces(r->text, r->at);
    if (open >= r->text.size || r->text.data[open] != '"') return NOT_QUOTED;
    bool has_doubled;
    size_t close = find_quote_end(r->text, open + 1, &has_doubled);
    if (close == r->text.size) return open == r->at ? TORN : NOT_QUOTED;
    size_t end = find_field_end(r, close + 1);
    Str quoted = str_slice(r->text, open + 1, close), rest = str_slice(r->text, close + 1, end);
    bool is_rest_blank = skip_spaces(rest, 0) == rest.size;
    if (open > r->at && !is_rest_blank) return NOT_QUOTED;
    *field = is_rest_blank && !has_doubled ? quoted : join_quoted(r, quoted, is_rest_blank ? STR("") : rest);
    r->has_text_behind_quote |= !is_rest_blank;
    if (r->count < DELIMITED_MAX_FIELDS) r->quoted |= UINT64_C(1) << r->count;
    r->at = end;
    return QUOTED;
}

static void add_field(Delimited *r, Str field)
{
    if (r->count < DELIMITED_MAX_FIELDS)
        r->fields[r->count++] = field;
    else
        r->beyond++;
}

/* False if a quote is never closed. */
static bool take_field(Delimited *r)
{
    Str field;
    Quoting quoting = r->rules.is_quoted ? take_quoted(r, &field) : NOT_QUOTED;
    if (quoting == TORN) return false;
    if (quoting == NOT_QUOTED) {
        size_t end = find_field_end(r, r->at);
        field = str_slice(r->text, r->at, end);
        r->at = end;
    }
    add_field(r, field);
    return true;
}

/* Fields up to the separator between cards, which is taken too. */
static bool take_record(Delimited *r)
{
    r->count = r->beyond = 0;
    r->quoted = 0;
    r->has_text_behind_quote = false;
    for (;;) {
        bool was_last = is_last_field(r);
        if (!take_field(r)) return false;
        size_t end = card_end_size(r, r->at);
        size_t side = end || was_last ? 0 : match(r->text, r->at, r->rules.side);
        r->at += end ? end : side;
        if (!side) return true;
    }
}

static int32_t count_breaks(Str text)
{
    int32_t count = 0;
    for (size_t at = 0; at < text.size;) {
        size_t size = break_size(text, at);
        count += size > 0;
        at += size ? size : 1;
    }
    return count;
}

/* Empty records and comments. */
static void pass_over(Delimited *r)
{
    while (r->at < r->text.size) {
        size_t from = r->at, end = card_end_size(r, r->at);
        if (!end && (!r->rules.has_comments || r->text.data[r->at] != '#')) return;
        while (r->at < r->text.size && !(end = card_end_size(r, r->at))) r->at++;
        r->at += end;
        r->next_line += count_breaks(str_slice(r->text, from, r->at));
    }
}

void delimited_begin(Delimited *r, Str text, int32_t line, DelimitedRules rules, Arena *arena)
{
    *r = (Delimited){.rules = rules, .text = text, .line = line, .next_line = line, .arena = arena};
}

bool delimited_next(Delimited *r)
{
    r->is_torn = false;
    pass_over(r);
    if (r->at >= r->text.size) return false;
    size_t from = r->at;
    r->line = r->next_line;
    if (!take_record(r)) {
        r->is_torn = true;
        r->rules.is_quoted = false;
        r->at = from;
        (void)take_record(r);
    }
    r->next_line += count_breaks(str_slice(r->text, from, r->at));
    return true;
}

bool delimited_is_blank(const Delimited *reader)
{
    for (int32_t i = 0; i < reader->count; i++)
        if (!str_is_blank(reader->fields[i])) return false;
    return true;
}
