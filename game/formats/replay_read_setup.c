#include "formats/replay_source.h"

static bool read_variant(const ReplaySource *source, const JsonValue *root, Setup *out)
{
    Str mode, variant;
    if (!replay_source_text(source, root, "mode", &mode) ||
        !replay_source_text(source, root, "variant", &variant))
        return false;
    if (!mode_find(mode, &out->mode))
        return replay_source_error(source, json_find(root, "mode"), "modes are match and rush");
    if (variant_find(variant, &out->variant) && variant_mode(out->variant) == out->mode) return true;
    return replay_source_error(source, json_find(root, "variant"), "variants of %s are %s", mode.data,
                               out->mode == MODE_MATCH ? "decoy, sprint and blitz"
                                                       : "classic, survival and marathon");
}

static bool read_choices(const ReplaySource *source, const JsonValue *setup, Setup *out)
{
    Str match, timing;
    if (!replay_source_text(source, setup, "tags_match", &match) ||
        !replay_source_text(source, setup, "timing", &timing))
        return false;
    if (!tags_match_find(match, &out->tags_match))
        return replay_source_error(source, json_find(setup, "tags_match"), "tags_match is any or all");
    if (!timing_find(timing, &out->timing))
        return replay_source_error(source, json_find(setup, "timing"), "timing is normal, relaxed or off");
    return true;
}

static bool read_rush(const ReplaySource *source, const JsonValue *setup, Setup *out)
{
    Str ask;
    if (!replay_source_u32(source, setup, "options", SETUP_MAX_OPTIONS, &out->options) ||
        !replay_source_u32(source, setup, "questions", SETUP_MAX_QUESTIONS, &out->questions) ||
        !replay_source_text(source, setup, "ask", &ask))
        return false;
    if (ask_find(ask, &out->ask)) return true;
    return replay_source_error(source, json_find(setup, "ask"), "ask is definition, term or both");
}

static bool read_match(const ReplaySource *source, const JsonValue *setup, Setup *out)
{
    if (!replay_source_u32(source, setup, "board", SETUP_MAX_BOARD, &out->board)) return false;
    return out->variant == VARIANT_BLITZ ||
           replay_source_u32(source, setup, "pairs", SETUP_MAX_PAIRS, &out->pairs);
}

bool replay_read_setup(const ReplaySource *source, const JsonValue *root, Setup *out)
{
    *out = (Setup){0};
    if (!read_variant(source, root, out)) return false;
    const JsonValue *setup = replay_source_get(source, root, "setup", JSON_OBJECT);
    if (!setup) return false;
    bool is_read = out->mode == MODE_MATCH ? read_match(source, setup, out) : read_rush(source, setup, out);
    if (!is_read || !replay_source_tags(source, setup, &out->tags, &out->tag_count) ||
        !read_choices(source, setup, out))
        return false;
    Err off = {0};
    return setup_check(out, &off) || replay_source_error(source, setup, "%s", off.text);
}
