#include "formats/replay_source.h"
#include "play/dealer.h"

static bool need_kind(const ReplaySource *source, const JsonValue *value, JsonKind kind, const char *what)
{
    if (json_kind(value) == kind) return true;
    return replay_source_error(source, value, "%s is %s, not %s", what, json_kind_name(kind),
                               json_kind_name(json_kind(value)));
}

static bool read_card(const ReplaySource *source, const JsonValue *object, Str *out)
{
    if (!replay_source_text(source, object, "card", out)) return false;
    return out->size > 0 ||
           replay_source_error(source, json_find(object, "card"), "a card's id is not empty");
}

static bool read_tile(const ReplaySource *source, const JsonValue *value, DealTile *out)
{
    Str side;
    *out = (DealTile){.card = DECK_NO_CARD};
    if (!need_kind(source, value, JSON_OBJECT, "a tile") || !read_card(source, value, &out->card_id) ||
        !replay_source_text(source, value, "side", &side) ||
        !replay_source_text(source, value, "text", &out->text) ||
        !replay_source_u32(source, value, "place", DEALER_MAX_TILES - 1, &out->place))
        return false;
    out->side = str_is(side, STR("term")) ? SIDE_TERM : SIDE_DEFINITION;
    if (out->side == SIDE_TERM || str_is(side, STR("definition"))) return true;
    return replay_source_error(source, json_find(value, "side"), "side is term or definition");
}

static bool read_tiles(const ReplaySource *source, const JsonValue *deal, Deal *out)
{
    const JsonValue *tiles = replay_source_get(source, deal, "tiles", JSON_ARRAY);
    if (!tiles) return false;
    out->tiles = ARENA_NEW_N(source->arena, DealTile, json_count(tiles));
    for (const JsonValue *tile = json_first(tiles); tile; tile = json_next(tile))
        if (!read_tile(source, tile, &out->tiles[out->tile_count++])) return false;
    return true;
}

static bool read_option(const ReplaySource *source, const JsonValue *value, DealOption *out)
{
    *out = (DealOption){.card_id = STR(""), .card = DECK_NO_CARD};
    if (!need_kind(source, value, JSON_OBJECT, "an option")) return false;
    const JsonValue *card = json_find(value, "card");
    bool is_own = card && json_kind(card) == JSON_NULL;
    return (is_own || read_card(source, value, &out->card_id)) &&
           replay_source_text(source, value, "text", &out->text);
}

/* The right option is the one of the asked card. */
static bool find_right(const ReplaySource *source, const JsonValue *options, DealQuestion *question)
{
    uint32_t rights = 0;
    for (uint32_t i = 0; i < question->option_count; i++) {
        if (!str_is(question->options[i].card_id, question->card_id)) continue;
        question->right = i;
        rights++;
    }
    return rights == 1 ||
           replay_source_error(source, options,
                               "%u options have the card that is asked; exactly one must have it",
                               (unsigned)rights);
}

static bool read_options(const ReplaySource *source, const JsonValue *value, DealQuestion *out)
{
    const JsonValue *options = replay_source_get(source, value, "options", JSON_ARRAY);
    if (!options) return false;
    if (json_count(options) < SETUP_MIN_OPTIONS || json_count(options) > SETUP_MAX_OPTIONS)
        return replay_source_error(source, options, "a question has %d to %d options, not %zu",
                                   SETUP_MIN_OPTIONS, SETUP_MAX_OPTIONS, json_count(options));
    for (const JsonValue *option = json_first(options); option; option = json_next(option))
        if (!read_option(source, option, &out->options[out->option_count++])) return false;
    return find_right(source, options, out);
}

static bool read_question(const ReplaySource *source, const JsonValue *value, DealQuestion *out)
{
    Str ask;
    *out = (DealQuestion){.card = DECK_NO_CARD};
    if (!need_kind(source, value, JSON_OBJECT, "a question") || !read_card(source, value, &out->card_id) ||
        !replay_source_text(source, value, "ask", &ask) ||
        !replay_source_text(source, value, "prompt", &out->prompt) ||
        !replay_source_integer(source, value, "limit_ms", REPLAY_MAX_MS, &out->limit_ms))
        return false;
    if (!ask_find(ask, &out->ask) || out->ask == ASK_BOTH)
        return replay_source_error(source, json_find(value, "ask"), "ask is definition or term");
    return read_options(source, value, out);
}

static bool read_questions(const ReplaySource *source, const JsonValue *deal, Deal *out)
{
    const JsonValue *questions = replay_source_get(source, deal, "questions", JSON_ARRAY);
    if (!questions) return false;
    if (json_count(questions) > SETUP_MAX_QUESTIONS)
        return replay_source_error(source, questions, "a round has at most %d questions",
                                   SETUP_MAX_QUESTIONS);
    out->questions = ARENA_NEW_N(source->arena, DealQuestion, json_count(questions));
    for (const JsonValue *question = json_first(questions); question; question = json_next(question))
        if (!read_question(source, question, &out->questions[out->question_count++])) return false;
    return true;
}

bool replay_read_deal(const ReplaySource *source, const JsonValue *root, const Setup *setup, Deal *out)
{
    *out = (Deal){0};
    const JsonValue *deal = replay_source_get(source, root, "deal", JSON_OBJECT);
    if (!deal) return false;
    return setup->mode == MODE_MATCH ? read_tiles(source, deal, out) : read_questions(source, deal, out);
}
