#include "study/typed_answers.h"

#include "base/text.h"
#include "study/typed_accept.h"
#include "study/typed_prose.h"

#define MAX_LIST_WORDS 4 /* of each part between commas: longer ones make a sentence, not a list */
#define MAX_GROUPS     3 /* brackets whose leaving out is tried in all combinations */

typedef struct {
    Arena *arena;
    TypedAnswers *answers;
} Collector;

static void add(Collector *collector, Str text)
{
    TypedAnswers *answers = collector->answers;
    text = str_trim(text);
    if (str_is_blank(text) || answers->count == TYPED_MAX_ANSWERS) return;
    for (uint32_t i = 0; i < answers->count; i++)
        if (str_is(answers->items[i], text)) return;
    answers->items[answers->count++] = text;
}

/* --- parts in brackets --- */

static uint32_t closing(uint32_t c)
{
    switch (c) {
    case '(': return ')';
    case '[': return ']';
    case 0xFF08: return 0xFF09;
    case 0xFF3B: return 0xFF3D;
    default: return 0;
    }
}

typedef struct {
    size_t from, inner_from, inner_to, to;
} Group;

static bool find_end(Str text, uint32_t open, Group *group)
{
    int depth = 1;
    for (size_t at = group->inner_from; at < text.size;) {
        size_t from = at;
        uint32_t c = text_next(text, &at);
        depth += (c == open) - (c == closing(open));
        if (depth > 0) continue;
        group->inner_to = from;
        group->to = at;
        return true;
    }
    return false;
}

static bool find_group(Str text, size_t at, Group *group)
{
    while (at < text.size) {
        group->from = at;
        uint32_t c = text_next(text, &at);
        group->inner_from = at;
        if (closing(c) && find_end(text, c, group)) return true;
    }
    return false;
}

static bool is_space_at(Str text, size_t at)
{
    return at >= text.size || text.data[at] == ' ';
}

static bool is_set_off(Str text, const Group *group)
{
    return (group->from == 0 || text.data[group->from - 1] == ' ') && is_space_at(text, group->to);
}

static Str without_group(Arena *arena, Str text, const Group *group)
{
    size_t to = group->to;
    if (is_set_off(text, group) && to < text.size) to++;
    return str_format(arena, "%.*s%.*s", STR_FMT(str_slice(text, 0, group->from)),
                      STR_FMT(str_slice(text, to, text.size)));
}

/* "colo(u)r" is read "colour" too; brackets that stand apart are left as they are shown. */
static Str with_group(Arena *arena, Str text, const Group *group)
{
    if (is_set_off(text, group)) return text;
    return str_format(arena, "%.*s%.*s%.*s", STR_FMT(str_slice(text, 0, group->from)),
                      STR_FMT(str_slice(text, group->inner_from, group->inner_to)),
                      STR_FMT(str_slice(text, group->to, text.size)));
}

static void add_groups(Collector *collector, Str text, size_t at, int depth)
{
    Group group;
    if (depth == MAX_GROUPS || !find_group(text, at, &group)) {
        add(collector, text);
        return;
    }
    Str with = with_group(collector->arena, text, &group);
    size_t after = with.size == text.size ? group.to : group.inner_to;
    add_groups(collector, with, after, depth + 1);
    add_groups(collector, without_group(collector->arena, text, &group), group.from, depth + 1);
}

/* --- alternatives --- */

static bool is_digit_at(Str text, size_t at)
{
    return at < text.size && text.data[at] >= '0' && text.data[at] <= '9';
}

/* The comma of "1,000" and the bar of "3/4" separate nothing. */
static bool separates(Str text, uint32_t c, size_t from, size_t to)
{
    bool is_between_digits = from > 0 && is_digit_at(text, from - 1) && is_digit_at(text, to);
    switch (c) {
    case ',':
    case '/': return !is_between_digits;
    case ';':
    case 0x60C:  /* Arabic comma */
    case 0x61B:  /* Arabic semicolon */
    case 0x3001: /* ideographic comma */
    case 0xFF0C: /* the wide ones */
    case 0xFF0F:
    case 0xFF1B: return true;
    default: return false;
    }
}

static bool is_semicolon(uint32_t c)
{
    return c == ';' || c == 0x61B || c == 0xFF1B;
}

static bool next_part(Str text, bool only_semicolons, size_t *at, Str *part)
{
    if (*at >= text.size) return false;
    size_t start = *at;
    int depth = 0;
    while (*at < text.size) {
        size_t from = *at;
        uint32_t c = text_next(text, at);
        depth += (c == '(') - (c == ')');
        bool ends = separates(text, c, from, *at) && (is_semicolon(c) || !only_semicolons);
        if (depth > 0 || !ends) continue;
        *part = str_slice(text, start, from);
        return true;
    }
    *part = str_slice(text, start, text.size);
    return true;
}

bool typed_next_part(Str text, size_t *at, Str *part)
{
    return next_part(text, false, at, part);
}

static uint32_t count_words(Str text)
{
    uint32_t count = 0;
    for (size_t i = 0; i < text.size; i++) count += text.data[i] != ' ' && is_space_at(text, i + 1);
    return count;
}

static bool is_list(Str text)
{
    Str part;
    for (size_t at = 0; typed_next_part(text, &at, &part);)
        if (count_words(part) > MAX_LIST_WORDS) return false;
    return true;
}

static bool says_something(Str text)
{
    for (size_t at = 0; at < text.size;) {
        TextKind kind = text_kind(text_next(text, &at));
        if (kind == TEXT_LETTER || kind == TEXT_UPPER || kind == TEXT_DIGIT) return true;
    }
    return false;
}

static void add_part(Collector *collector, Str part)
{
    if (!says_something(part)) return;
    if (typed_is_prose(part))
        add_groups(collector, part, 0, 0);
    else
        add(collector, part);
}

static void add_list(Collector *collector, Str text)
{
    Str part;
    for (size_t at = 0; typed_next_part(text, &at, &part);) add_part(collector, part);
}

static void add_text(Collector *collector, Str text)
{
    add(collector, text);
    if (!typed_is_prose(text)) return;
    add_groups(collector, text, 0, 0);
    Str piece;
    for (size_t at = 0; next_part(text, true, &at, &piece);) {
        if (is_list(piece))
            add_list(collector, piece);
        else
            add_part(collector, piece);
    }
}

/* --- all of a card --- */

static bool is_prompt(Arena *arena, const Deck *deck, uint32_t card, Side side, Str accept)
{
    Str plain = text_plain(arena, accept);
    if (side == SIDE_DEFINITION) return str_is(plain, text_plain(arena, deck_term(deck, card)));
    for (uint32_t i = 0; i < deck_wording_count(deck, card); i++)
        if (str_is(plain, text_plain(arena, deck_wording(deck, card, i)))) return true;
    return false;
}

void typed_answers_find(TypedAnswers *answers, Arena *arena, const Deck *deck, uint32_t card, Side side)
{
    Collector collector = {arena, answers};
    answers->count = 0;
    if (side == SIDE_TERM) add_text(&collector, deck_term(deck, card));
    for (uint32_t i = 0; side == SIDE_DEFINITION && i < deck_wording_count(deck, card); i++)
        add_text(&collector, deck_wording(deck, card, i));
    uint32_t accepted = deck_accept_count(deck, card);
    Side accept_side;
    if (accepted && typed_accept_side(arena, deck, &accept_side) && accept_side != side) return;
    for (uint32_t i = 0; i < accepted; i++)
        if (!is_prompt(arena, deck, card, side, deck_accept(deck, card, i)))
            add_text(&collector, deck_accept(deck, card, i));
}
