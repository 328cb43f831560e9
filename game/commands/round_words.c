#include "commands/round_words.h"

#include <stdio.h>
#include <string.h>

#include "commands/commands.h"
#include "commands/nearest.h"
#include "play/fit.h"

static const char *variants_of(Mode mode)
{
    return mode == MODE_MATCH ? "decoy, sprint, blitz" : "classic, survival, marathon";
}

static bool read_mode(const char *name, RoundWords *out, Err *err)
{
    if (!name) return true;
    out->is_named = true;
    return mode_find(str_of(name), &out->mode) || err_set(err, "no mode \"%s\"; modes are match, rush", name);
}

/* Of `mode`, or of every mode. */
static bool tell_variant(const char *name, const Mode *mode, Err *err)
{
    Nearest nearest = nearest_begin(str_of(name));
    for (int i = 0; i < VARIANT_COUNT; i++)
        if (!mode || variant_mode((Variant)i) == *mode) nearest_offer(&nearest, variant_name((Variant)i));
    char all[128];
    if (mode)
        (void)snprintf(all, sizeof all, "variants of %s are %s", mode_name(*mode).data, variants_of(*mode));
    else
        (void)snprintf(all, sizeof all, "variants of match are %s; of rush %s", variants_of(MODE_MATCH),
                       variants_of(MODE_RUSH));
    if (nearest.best.size == 0) return err_set(err, "no variant \"%s\"; %s", name, all);
    return err_set(err, "no variant \"%s\"; is \"%.*s\" meant? %s", name, STR_FMT(nearest.best), all);
}

static bool read_variant(const char *name, bool has_mode, RoundWords *out, Err *err)
{
    if (!name) return true;
    out->is_named = true;
    out->has_variant = variant_find(str_of(name), &out->variant);
    if (!out->has_variant) return tell_variant(name, has_mode ? &out->mode : NULL, err);
    if (has_mode && variant_mode(out->variant) != out->mode)
        return err_set(err, "%s is a variant of %s; variants of %s are %s", name,
                       mode_name(variant_mode(out->variant)).data, mode_name(out->mode).data,
                       variants_of(out->mode));
    out->mode = variant_mode(out->variant);
    return true;
}

static bool read_seed(const char *text, RoundWords *out, Err *err)
{
    out->has_seed = text != NULL;
    return !text || options_number(text, "--seed", 0, UINT64_MAX, &out->seed, err);
}

bool round_words_read(const Words *words, RoundWords *out, Err *err)
{
    const char *mode = options_get(words, "mode");
    *out = (RoundWords){.mode = MODE_MATCH, .words = words};
    return read_mode(mode, out, err) && read_variant(options_get(words, "variant"), mode != NULL, out, err) &&
           read_seed(options_get(words, "seed"), out, err);
}

/* --- the setup --- */

static bool tell_tag(const Deck *deck, Str tag, Err *err)
{
    Nearest nearest = nearest_begin(tag);
    for (uint32_t i = 0; i < deck_tag_count(deck); i++) nearest_offer(&nearest, deck_tag(deck, i));
    if (deck_tag_count(deck) == 0) return err_set(err, "the deck \"%s\" has no tags", deck_title(deck).data);
    if (nearest.best.size == 0) nearest.best = deck_tag(deck, 0);
    return err_set(err, "the deck \"%s\" has no tag \"%s\"; it has \"%s\" and %u more", deck_title(deck).data,
                   tag.data, nearest.best.data, (unsigned)deck_tag_count(deck) - 1);
}

bool round_words_tags(const Words *words, const Deck *deck, Arena *arena, DeckTexts *out, Err *err)
{
    size_t count = 0;
    while (options_get_nth(words, "tag", (int)count)) count++;
    Str *tags = ARENA_NEW_N(arena, Str, count);
    for (size_t i = 0; i < count; i++) {
        tags[i] = str_of(options_get_nth(words, "tag", (int)i));
        if (deck_find_tag(deck, tags[i]) == UINT32_MAX) return tell_tag(deck, tags[i], err);
    }
    *out = (DeckTexts){tags, count};
    return true;
}

static bool read_sets(const Words *words, Arena *arena, Setup *setup, Err *err)
{
    const char *text;
    for (int i = 0; (text = options_get_nth(words, "set", i)) != NULL; i++) {
        const char *equals = strchr(text, '=');
        if (!equals) return err_set(err, "--set takes KEY=VALUE, such as board=4, not \"%s\"", text);
        Str key = str_copy(arena, (Str){text, (size_t)(equals - text)});
        if (!setup_set(setup, key, str_of(equals + 1), err)) return false;
    }
    return true;
}

static bool read_setup(const RoundWords *round, Variant variant, const Deck *deck, Arena *arena, Setup *out,
                       Err *err)
{
    DeckTexts tags;
    *out = setup_default(variant);
    if (!round_words_tags(round->words, deck, arena, &tags, err)) return false;
    setup_set_tags(out, arena, tags.items, (uint32_t)tags.count);
    return read_sets(round->words, arena, out, err);
}

static Variant guess_variant(const RoundWords *round)
{
    if (round->has_variant) return round->variant;
    return round->mode == MODE_MATCH ? VARIANT_DECOY : VARIANT_CLASSIC;
}

bool round_words_setup(const RoundWords *round, const PlayIndex *index, Arena *arena, Setup *out, char *note,
                       int *exit_code, Err *err)
{
    note[0] = '\0';
    *exit_code = EXIT_MISUSED;
    if (!read_setup(round, guess_variant(round), index->deck, arena, out, err)) return false;
    Pool pool = pool_make(arena, index->deck, out);
    if (!round->has_variant) {
        Variant variant = fit_default_variant(&pool, round->mode);
        if (variant != out->variant && !read_setup(round, variant, index->deck, arena, out, err))
            return false;
    }
    *exit_code = EXIT_FAILED;
    Fit fit = fit_setup(&pool, index->clash, out);
    if (!fit.is_playable) return err_set(err, "%s", fit.reason);
    (void)snprintf(note, sizeof fit.note, "%s", fit.note);
    *exit_code = EXIT_DONE;
    return true;
}
