#include "screens/board_words.h"

#include <stdlib.h>

/* What the canonical text of a setup says; 0 and empty: nothing. */
typedef struct {
    int pairs, board, questions, options;
    Str ask, tags; /* tags: "any:6.europe,4.asia" */
} Parts;

static Str number_word(int n, Arena *arena)
{
    static const char *const words[] = {"none", "one",   "two",   "three", "four", "five",
                                        "six",  "seven", "eight", "nine",  "ten"};
    return n >= 0 && n <= 10 ? str_of(words[n]) : str_format(arena, "%d", n);
}

static void take_part(Parts *parts, Str name, Str value)
{
    int number = (int)strtol(value.data, NULL, 10);
    if (str_is(name, STR("pairs"))) parts->pairs = number;
    if (str_is(name, STR("board"))) parts->board = number;
    if (str_is(name, STR("questions"))) parts->questions = number;
    if (str_is(name, STR("options"))) parts->options = number;
    if (str_is(name, STR("ask"))) parts->ask = value;
}

/* Tags come last and may hold spaces. */
static Parts read_parts(Str setup)
{
    Parts parts = {0};
    size_t at = 0;
    while (at < setup.size) {
        size_t equals = at;
        while (equals < setup.size && setup.data[equals] != '=') equals++;
        if (equals == setup.size) break;
        Str name = str_slice(setup, at, equals);
        size_t end = equals + 1;
        bool is_tags = str_is(name, STR("tags"));
        while (end < setup.size && (is_tags || setup.data[end] != ' ')) end++;
        Str value = str_slice(setup, equals + 1, end);
        if (is_tags)
            parts.tags = value;
        else
            take_part(&parts, name, value);
        at = end + 1;
    }
    return parts;
}

/* "any:6.europe,4.asia": how many tags, and the one after `*at` (moved on); each has its size before it. */
static bool next_tag(Str tags, size_t *at, Str *tag)
{
    size_t size = 0;
    while (*at < tags.size && tags.data[*at] >= '0' && tags.data[*at] <= '9')
        size = size * 10 + (size_t)(tags.data[(*at)++] - '0');
    if (*at >= tags.size || tags.data[*at] != '.' || size > tags.size - *at - 1) return false;
    *tag = str_slice(tags, *at + 1, *at + 1 + size);
    *at += size + 2; /* the dot, and the comma after it */
    return true;
}

static void add_tags(StrBuf *out, Str tags)
{
    size_t at = 0;
    while (at < tags.size && tags.data[at] != ':') at++;
    bool is_all = str_is(str_slice(tags, 0, at), STR("all"));
    StrBuf names;
    str_buf_init(&names, out->arena);
    int count = 0;
    Str tag;
    for (at++; next_tag(tags, &at, &tag); count++)
        str_buf_addf(&names, "%s%.*s", count == 0 ? "" : is_all ? " and " : " or ", STR_FMT(tag));
    if (count == 0) return;
    str_buf_addf(out, ", %s: %.*s", count == 1 ? "tag" : "tags", STR_FMT(str_buf_str(&names)));
}

static void add_category(StrBuf *out, Str category)
{
    size_t plus = 0;
    while (plus < category.size && category.data[plus] != '+') plus++;
    Str timing = str_slice(category, 0, plus);
    if (str_is(timing, STR("relaxed"))) str_buf_add(out, STR(", relaxed"));
    if (str_is(timing, STR("off"))) str_buf_add(out, STR(", no time limits"));
    if (plus < category.size) str_buf_add(out, STR(", paused"));
}

static void add_match(StrBuf *out, const Parts *parts)
{
    if (parts->pairs > 0) str_buf_addf(out, "%d %s", parts->pairs, parts->pairs == 1 ? "pair" : "pairs");
    if (parts->pairs > 0 && parts->pairs <= parts->board) return;
    Str board = number_word(parts->board, out->arena);
    str_buf_addf(out, "%s%.*s at a time", parts->pairs > 0 ? ", " : "", STR_FMT(board));
}

/* A survival's number of questions is a limit that hardly anybody meets. */
static void add_rush(StrBuf *out, const Parts *parts, bool has_count)
{
    Str options = number_word(parts->options, out->arena);
    if (has_count)
        str_buf_addf(out, "%d %s, ", parts->questions, parts->questions == 1 ? "question" : "questions");
    str_buf_addf(out, "%.*s answers", STR_FMT(options));
    if (str_is(parts->ask, STR("term"))) str_buf_add(out, STR(", asks the term"));
    if (str_is(parts->ask, STR("both"))) str_buf_add(out, STR(", asks both ways"));
}

static Str capitalised(Str text, Arena *arena)
{
    if (text.size == 0 || text.data[0] < 'a' || text.data[0] > 'z') return text;
    return str_format(arena, "%c%.*s", text.data[0] - 'a' + 'A', STR_FMT(str_slice(text, 1, text.size)));
}

Str board_words(const BoardKey *board, Arena *arena)
{
    Parts parts = read_parts(board->setup);
    StrBuf out;
    str_buf_init(&out, arena);
    if (str_is(board->mode, STR("rush")))
        add_rush(&out, &parts, !str_is(board->variant, STR("survival")));
    else
        add_match(&out, &parts);
    add_tags(&out, parts.tags);
    add_category(&out, board->category);
    return capitalised(str_buf_str(&out), arena);
}
