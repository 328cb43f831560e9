#include "play/setup.h"

#include <assert.h>
#include <string.h>

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

static const char *const mode_names[] = {"match", "rush"};
static const char *const variant_names[] = {"decoy", "sprint", "blitz", "classic", "survival", "marathon"};
static const char *const ask_names[] = {"definition", "term", "both"};
static const char *const tags_match_names[] = {"any", "all"};
static const char *const timing_names[] = {"normal", "relaxed", "off"};

static bool find_name(const char *const *names, size_t count, Str name, int *out)
{
    for (size_t i = 0; i < count; i++) {
        if (!str_is(name, str_of(names[i]))) continue;
        *out = (int)i;
        return true;
    }
    return false;
}

#define NAMES(Type, prefix)                                                                                  \
    Str prefix##_name(Type value)                                                                            \
    {                                                                                                        \
        assert((size_t)value < COUNT_OF(prefix##_names));                                                    \
        return str_of(prefix##_names[value]);                                                                \
    }                                                                                                        \
    bool prefix##_find(Str name, Type *out)                                                                  \
    {                                                                                                        \
        int found = 0;                                                                                       \
        if (!find_name(prefix##_names, COUNT_OF(prefix##_names), name, &found)) return false;                \
        *out = (Type)found;                                                                                  \
        return true;                                                                                         \
    }

NAMES(Mode, mode)
NAMES(Variant, variant)
NAMES(Ask, ask)
NAMES(TagsMatch, tags_match)
NAMES(Timing, timing)

Mode variant_mode(Variant variant)
{
    return variant <= VARIANT_BLITZ ? MODE_MATCH : MODE_RUSH;
}

Setup setup_default(Variant variant)
{
    Setup setup = {.mode = variant_mode(variant), .variant = variant};
    if (setup.mode == MODE_MATCH)
        setup.board = 6;
    else
        setup.options = 4;
    return setup;
}

static uint32_t max_board(const Setup *setup)
{
    return setup->variant == VARIANT_DECOY ? SETUP_MAX_DECOY_BOARD : SETUP_MAX_BOARD;
}

static bool parse_number(Str value, uint32_t *out)
{
    if (value.size == 0 || value.size > 6) return false;
    uint32_t number = 0;
    for (size_t i = 0; i < value.size; i++) {
        if (value.data[i] < '0' || value.data[i] > '9') return false;
        number = number * 10 + (uint32_t)(value.data[i] - '0');
    }
    *out = number;
    return true;
}

static bool set_number(uint32_t *member, Str key, Str value, const uint32_t range[2], Err *err)
{
    uint32_t number;
    if (!parse_number(value, &number) || number < range[0] || number > range[1])
        return err_set(err, "%.*s is a number from %u to %u, not \"%.*s\"", STR_FMT(key), (unsigned)range[0],
                       (unsigned)range[1], STR_FMT(value));
    *member = number;
    return true;
}

static bool set_match(Setup *setup, Str key, Str value, Err *err)
{
    if (str_is(key, STR("board"))) {
        uint32_t range[2] = {SETUP_MIN_BOARD, max_board(setup)};
        return set_number(&setup->board, key, value, range, err);
    }
    if (str_is(key, STR("pairs")) && setup->variant == VARIANT_BLITZ)
        return err_set(err, "blitz has no number of pairs: a matched pair is replaced until time is up");
    if (str_is(key, STR("pairs")))
        return set_number(&setup->pairs, key, value, (uint32_t[2]){SETUP_MIN_PAIRS, SETUP_MAX_PAIRS}, err);
    return err_set(err, "match has no \"%.*s\" to set; it has pairs, board, tags_match and timing",
                   STR_FMT(key));
}

static bool set_rush(Setup *setup, Str key, Str value, Err *err)
{
    if (str_is(key, STR("options")))
        return set_number(&setup->options, key, value, (uint32_t[2]){SETUP_MIN_OPTIONS, SETUP_MAX_OPTIONS},
                          err);
    if (str_is(key, STR("ask")))
        return ask_find(value, &setup->ask) ||
               err_set(err, "ask is definition, term or both, not \"%.*s\"", STR_FMT(value));
    if (str_is(key, STR("questions")) && setup->variant != VARIANT_CLASSIC)
        return err_set(err, "the number of questions can be set for classic alone");
    if (str_is(key, STR("questions")))
        return set_number(&setup->questions, key, value, (uint32_t[2]){1, SETUP_MAX_QUESTIONS}, err);
    return err_set(err, "rush has no \"%.*s\" to set; it has questions, options, ask, tags_match and timing",
                   STR_FMT(key));
}

bool setup_set(Setup *setup, Str key, Str value, Err *err)
{
    if (str_is(key, STR("tags_match")))
        return tags_match_find(value, &setup->tags_match) ||
               err_set(err, "tags_match is any or all, not \"%.*s\"", STR_FMT(value));
    if (str_is(key, STR("timing"))) {
        if (!timing_find(value, &setup->timing))
            return err_set(err, "timing is normal, relaxed or off, not \"%.*s\"", STR_FMT(value));
        return setup->variant != VARIANT_BLITZ || setup->timing != TIMING_OFF ||
               err_set(err, "blitz is played against the clock: timing is normal or relaxed");
    }
    return setup->mode == MODE_MATCH ? set_match(setup, key, value, err) : set_rush(setup, key, value, err);
}

void setup_set_tags(Setup *setup, Arena *arena, const Str *tags, uint32_t count)
{
    Str *sorted = ARENA_NEW_N(arena, Str, count);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = kept;
        while (at > 0 && str_compare(sorted[at - 1], tags[i]) > 0) at--;
        if (at > 0 && str_is(sorted[at - 1], tags[i])) continue;
        memmove(sorted + at + 1, sorted + at, (kept - at) * sizeof *sorted);
        sorted[at] = tags[i];
        kept++;
    }
    setup->tags = sorted;
    setup->tag_count = kept;
}

static bool check_range(uint32_t value, uint32_t low, uint32_t high, const char *name, Err *err)
{
    if (value >= low && value <= high) return true;
    return err_set(err, "%s is %u; it can be %u to %u", name, (unsigned)value, (unsigned)low, (unsigned)high);
}

static bool check_match(const Setup *setup, Err *err)
{
    if (setup->variant == VARIANT_BLITZ && setup->timing == TIMING_OFF)
        return err_set(err, "blitz without a time limit is no variant");
    if (!check_range(setup->board, SETUP_MIN_BOARD, max_board(setup), "board", err)) return false;
    if (setup->variant == VARIANT_BLITZ)
        return check_range(setup->pairs, 0, 0, "blitz's number of pairs", err);
    return check_range(setup->pairs, SETUP_MIN_PAIRS, SETUP_MAX_PAIRS, "pairs", err);
}

bool setup_check(const Setup *setup, Err *err)
{
    if (setup->mode != variant_mode(setup->variant))
        return err_set(err, "%s is no variant of %s", variant_names[setup->variant], mode_names[setup->mode]);
    for (uint32_t i = 1; i < setup->tag_count; i++)
        if (str_compare(setup->tags[i - 1], setup->tags[i]) >= 0)
            return err_set(err, "the tags are not sorted, or one is there twice");
    if (setup->mode == MODE_MATCH) return check_match(setup, err);
    bool is_survival = setup->variant == VARIANT_SURVIVAL;
    return check_range(setup->options, SETUP_MIN_OPTIONS, SETUP_MAX_OPTIONS, "options", err) &&
           check_range(setup->questions, is_survival ? SETUP_SURVIVAL : 1,
                       is_survival ? SETUP_SURVIVAL : SETUP_MAX_QUESTIONS, "questions", err);
}

uint32_t setup_decoys(const Setup *setup)
{
    return setup->variant == VARIANT_DECOY ? setup->board / 2 : 0;
}

/* Tags may hold any character: each is written with its size, so that no two lists give one text. */
static void key_tags(const Setup *setup, StrBuf *key)
{
    if (setup->tag_count == 0) return;
    str_buf_addf(key, " tags=%s:", setup->tag_count > 1 ? tags_match_names[setup->tags_match] : "any");
    for (uint32_t i = 0; i < setup->tag_count; i++)
        str_buf_addf(key, "%s%zu.%.*s", i ? "," : "", setup->tags[i].size, STR_FMT(setup->tags[i]));
}

Str setup_key(const Setup *setup, Arena *arena)
{
    StrBuf key;
    str_buf_init(&key, arena);
    if (setup->variant == VARIANT_BLITZ)
        str_buf_addf(&key, "board=%u", (unsigned)setup->board);
    else if (setup->mode == MODE_MATCH)
        str_buf_addf(&key, "pairs=%u board=%u", (unsigned)setup->pairs, (unsigned)setup->board);
    else
        str_buf_addf(&key, "questions=%u options=%u ask=%s", (unsigned)setup->questions,
                     (unsigned)setup->options, ask_names[setup->ask]);
    key_tags(setup, &key);
    return str_buf_str(&key);
}

Str category_name(Timing timing, int64_t pauses_ms)
{
    static const char *const paused[] = {"normal+paused", "relaxed+paused", "off+paused"};
    return str_of(pauses_ms > CATEGORY_MAX_PAUSE_MS ? paused[timing] : timing_names[timing]);
}
