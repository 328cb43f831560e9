#include "formats/cards_state.h"

#include "base/json.h"

#define MAX_DEPTH 4

static Str side_name(Side side)
{
    return side == SIDE_TERM ? STR("term") : STR("definition");
}

static void write_card(JsonWriter *w, const char *name, const Deck *deck, uint32_t card)
{
    if (card != DECK_NO_CARD) json_put_string(w, name, deck_card_id(deck, card));
}

Str cards_state_write(const CardsPlace *place, const Deck *deck, Arena *arena)
{
    JsonWriter w;
    json_writer_init(&w);
    json_begin_object(&w, NULL);
    write_card(&w, "card", deck, place->card);
    json_put_string(&w, "first", side_name(place->first_side));
    json_put_bool(&w, "flipped", place->is_flipped);
    json_put_bool(&w, "both", place->is_both);
    json_put_bool(&w, "starred", place->is_starred_only);
    json_put_bool(&w, "shuffled", place->is_shuffled);
    json_put_integer(&w, "seed", (int64_t)place->seed);
    write_card(&w, "lead", deck, place->lead);
    json_put_integer(&w, "pace", place->pace_s);
    json_end_object(&w);
    return json_writer_finish(&w, arena, false);
}

static bool flag(const JsonValue *object, const char *name)
{
    const JsonValue *v = json_find(object, name);
    return v && json_kind(v) == JSON_BOOL && json_bool(v);
}

static uint32_t card_of(const JsonValue *object, const char *name, const Deck *deck)
{
    const JsonValue *v = json_find(object, name);
    return v && json_kind(v) == JSON_STRING ? deck_find_card(deck, json_string(v)) : DECK_NO_CARD;
}

static int64_t number(const JsonValue *object, const char *name, int64_t least, int64_t most,
                      int64_t otherwise)
{
    const JsonValue *v = json_find(object, name);
    int64_t out;
    bool is_number = v && json_kind(v) == JSON_NUMBER && json_integer(v, &out);
    return is_number && out >= least && out <= most ? out : otherwise;
}

static CardsPlace read_place(const JsonValue *object, const Deck *deck)
{
    CardsPlace place = cards_place_default();
    const JsonValue *first = json_find(object, "first");
    bool is_definition =
        first && json_kind(first) == JSON_STRING && str_is(json_string(first), side_name(SIDE_DEFINITION));
    place.card = card_of(object, "card", deck);
    place.first_side = is_definition ? SIDE_DEFINITION : SIDE_TERM;
    place.is_both = flag(object, "both");
    place.is_flipped = flag(object, "flipped") && place.card != DECK_NO_CARD && !place.is_both;
    place.is_starred_only = flag(object, "starred");
    place.is_shuffled = flag(object, "shuffled");
    place.seed = (uint64_t)number(object, "seed", 0, INT64_MAX, 0);
    place.lead = card_of(object, "lead", deck);
    place.pace_s = (int32_t)number(object, "pace", CARDS_LEAST_PACE_S, CARDS_MOST_PACE_S, place.pace_s);
    return place;
}

CardsPlace cards_state_read(Str text, const Deck *deck)
{
    JsonProblem problem;
    CardsPlace place = cards_place_default();
    JsonDoc *doc = text.size > 0 ? json_open(text, MAX_DEPTH, &problem) : NULL;
    if (!doc) return place;
    if (json_kind(json_root(doc)) == JSON_OBJECT) place = read_place(json_root(doc), deck);
    json_close(doc);
    return place;
}
