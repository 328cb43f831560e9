#include <inttypes.h>

#include "base/json.h"
#include "formats/replay.h"
#include "formats/utc.h"

void replay_write_deck(JsonWriter *w, Str id, Str title, Str fingerprint)
{
    json_begin_object(w, "deck");
    json_put_string(w, "id", id);
    json_put_string(w, "title", title);
    json_put_string(w, "fingerprint", fingerprint);
    json_end_object(w);
}

void replay_write_tags(JsonWriter *w, const Str *tags, uint32_t count, TagsMatch match)
{
    json_begin_array(w, "tags");
    for (uint32_t i = 0; i < count; i++) json_put_string(w, NULL, tags[i]);
    json_end_array(w);
    json_put_string(w, "tags_match", tags_match_name(match));
}

static void write_setup(JsonWriter *w, const Setup *setup)
{
    json_begin_object(w, "setup");
    if (setup->mode == MODE_RUSH) {
        json_put_integer(w, "options", setup->options);
        json_put_integer(w, "questions", setup->questions);
        json_put_string(w, "ask", ask_name(setup->ask));
    } else {
        if (setup->variant != VARIANT_BLITZ) json_put_integer(w, "pairs", setup->pairs);
        json_put_integer(w, "board", setup->board);
    }
    replay_write_tags(w, setup->tags, setup->tag_count, setup->tags_match);
    json_put_string(w, "timing", timing_name(setup->timing));
    json_end_object(w);
}

static void write_tile(JsonWriter *w, const DealTile *tile)
{
    json_begin_object(w, NULL);
    json_put_string(w, "card", tile->card_id);
    json_put_string(w, "side", tile->side == SIDE_TERM ? STR("term") : STR("definition"));
    json_put_string(w, "text", tile->text);
    json_put_integer(w, "place", tile->place);
    json_end_object(w);
}

static void write_option(JsonWriter *w, const DealOption *option)
{
    json_begin_object(w, NULL);
    if (option->card_id.size == 0)
        json_put_null(w, "card");
    else
        json_put_string(w, "card", option->card_id);
    json_put_string(w, "text", option->text);
    json_end_object(w);
}

static void write_question(JsonWriter *w, const DealQuestion *question)
{
    json_begin_object(w, NULL);
    json_put_string(w, "card", question->card_id);
    json_put_string(w, "ask", ask_name(question->ask));
    json_put_string(w, "prompt", question->prompt);
    json_begin_array(w, "options");
    for (uint32_t i = 0; i < question->option_count; i++) write_option(w, &question->options[i]);
    json_end_array(w);
    json_put_integer(w, "limit_ms", question->limit_ms);
    json_end_object(w);
}

void replay_write_deal(JsonWriter *w, Mode mode, const Deal *deal)
{
    json_begin_object(w, "deal");
    json_begin_array(w, mode == MODE_MATCH ? "tiles" : "questions");
    if (mode == MODE_MATCH)
        for (uint32_t i = 0; i < deal->tile_count; i++) write_tile(w, &deal->tiles[i]);
    else
        for (uint32_t i = 0; i < deal->question_count; i++) write_question(w, &deal->questions[i]);
    json_end_array(w);
    json_end_object(w);
}

static void write_inputs(JsonWriter *w, const Run *run)
{
    json_begin_array(w, "inputs");
    for (uint32_t i = 0; i < run->input_count; i++) {
        json_begin_array(w, NULL);
        json_put_integer(w, NULL, run->inputs[i].at_ms);
        json_put_string(w, NULL, input_kind_name(run->inputs[i].kind));
        json_put_integer(w, NULL, run->inputs[i].value);
        json_end_array(w);
    }
    json_end_array(w);
}

void replay_write_result(JsonWriter *w, Mode mode, const Result *result)
{
    json_begin_object(w, "result");
    json_put_integer(w, "time_ms", result->time_ms);
    if (mode == MODE_MATCH) json_put_integer(w, "penalty_ms", result->penalty_ms);
    json_put_integer(w, "score", result->score);
    json_put_integer(w, "right", result->right);
    json_put_integer(w, "wrong", result->wrong);
    json_put_integer(w, "best_streak", result->best_streak);
    json_put_integer(w, "stars", result->stars);
    json_put_integer(w, "inputs", result->inputs);
    json_end_object(w);
}

static void write_facts(JsonWriter *w, const Run *run)
{
    json_begin_object(w, "facts");
    json_put_integer(w, "wall_ms", run->wall_ms);
    json_put_string(w, "input", run->input);
    json_end_object(w);
}

void replay_write_round(JsonWriter *w, const Setup *setup, uint64_t seed, Arena *arena)
{
    json_put_string(w, "mode", mode_name(setup->mode));
    json_put_string(w, "variant", variant_name(setup->variant));
    json_put_string(w, "seed", str_format(arena, "%" PRIu64, seed));
    write_setup(w, setup);
}

Str replay_write(const Run *run, bool is_pretty, Arena *arena)
{
    JsonWriter w;
    json_writer_init(&w);
    json_begin_object(&w, NULL);
    json_put_string(&w, "format", STR(REPLAY_FORMAT));
    json_put_integer(&w, "version", REPLAY_VERSION);
    json_put_integer(&w, "rules", run->rules);
    replay_write_deck(&w, run->deck_id, run->deck_title, run->deck_fingerprint);
    json_put_string(&w, "player", run->player);
    json_put_string(&w, "played_at", utc_write(arena, run->played_at_s));
    json_put_bool(&w, "autoplay", run->is_autoplay);
    replay_write_round(&w, &run->setup, run->seed, arena);
    replay_write_deal(&w, run->setup.mode, &run->deal);
    write_inputs(&w, run);
    replay_write_result(&w, run->setup.mode, &run->result);
    write_facts(&w, run);
    json_end_object(&w);
    return json_writer_finish(&w, arena, is_pretty);
}
