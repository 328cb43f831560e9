#include "formats/learn_state.h"

#include <inttypes.h>

#include "base/json.h"
#include "formats/replay.h"
#include "formats/replay_source.h"

static const Str stages[] = {[LEARN_STAGE_CHOICE] = STR_INIT("choice"),
                             [LEARN_STAGE_TYPED] = STR_INIT("typed"),
                             [LEARN_STAGE_DONE] = STR_INIT("done")};
#define STAGES (sizeof stages / sizeof stages[0])
#define GONE   UINT32_MAX

static void write_card(JsonWriter *w, const LearnCard *card, const Deck *deck)
{
    json_begin_object(w, NULL);
    json_put_string(w, "card", deck_card_id(deck, card->card));
    json_put_string(w, "stage", stages[card->stage]);
    json_put_integer(w, "misses", card->misses);
    json_put_bool(w, "comes_back", card->comes_back);
    json_end_object(w);
}

Str learn_state_write(const LearnState *state, const Deck *deck, Arena *arena)
{
    const LearnGroup *group = &state->group;
    JsonWriter w;
    json_writer_init(&w);
    json_begin_object(&w, NULL);
    json_put_string(&w, "format", STR(LEARN_STATE_FORMAT));
    json_put_integer(&w, "version", LEARN_STATE_VERSION);
    json_put_string(&w, "seed", str_format(arena, "%" PRIu64, state->seed));
    json_put_integer(&w, "asked", group->asked);
    json_begin_array(&w, "cards");
    for (uint32_t i = 0; i < group->count; i++) write_card(&w, &group->cards[i], deck);
    json_end_array(&w);
    json_begin_array(&w, "queue");
    for (uint32_t i = 0; i < group->waiting; i++) json_put_integer(&w, NULL, group->queue[i]);
    json_end_array(&w);
    json_end_object(&w);
    return json_writer_finish(&w, arena, false);
}

static bool read_stage(const ReplaySource *source, const JsonValue *object, LearnStage *out)
{
    Str name;
    if (!replay_source_text(source, object, "stage", &name)) return false;
    for (size_t i = 0; i < STAGES; i++) {
        if (!str_is(name, stages[i])) continue;
        *out = (LearnStage)i;
        return true;
    }
    return replay_source_error(source, json_find(object, "stage"), "stage is choice, typed or done");
}

static bool read_card(const ReplaySource *source, const JsonValue *object, const Deck *deck, LearnCard *out)
{
    Str id;
    if (json_kind(object) != JSON_OBJECT) return replay_source_error(source, object, "a card is an object");
    if (!replay_source_text(source, object, "card", &id) || !read_stage(source, object, &out->stage) ||
        !replay_source_u32(source, object, "misses", UINT32_MAX, &out->misses) ||
        !replay_source_bool(source, object, "comes_back", &out->comes_back))
        return false;
    out->card = deck_find_card(deck, id);
    return true;
}

/* What has gone from the deck is left out. `places`: where each card of the text stands now. */
static bool read_cards(const ReplaySource *source, const JsonValue *cards, const Deck *deck, LearnGroup *out,
                       uint32_t places[LEARN_GROUP])
{
    uint32_t count = 0;
    for (const JsonValue *v = json_first(cards); v; v = json_next(v)) {
        LearnCard card = {0};
        if (!read_card(source, v, deck, &card)) return false;
        bool is_there = card.card != DECK_NO_CARD;
        places[count++] = is_there ? out->count : GONE;
        if (is_there) out->cards[out->count++] = card;
    }
    return true;
}

static bool read_group(const ReplaySource *source, const JsonValue *root, const Deck *deck, LearnGroup *out)
{
    const JsonValue *cards = replay_source_get(source, root, "cards", JSON_ARRAY);
    const JsonValue *queue = cards ? replay_source_get(source, root, "queue", JSON_ARRAY) : NULL;
    if (!queue || !replay_source_u32(source, root, "asked", UINT32_MAX, &out->asked)) return false;
    if (json_count(cards) > LEARN_GROUP || json_count(queue) > json_count(cards))
        return replay_source_error(source, cards, "a group has at most %d cards", LEARN_GROUP);
    uint32_t places[LEARN_GROUP];
    if (!read_cards(source, cards, deck, out, places)) return false;
    for (const JsonValue *v = json_first(queue); v; v = json_next(v)) {
        int64_t place;
        if (!json_integer(v, &place) || place < 0 || place >= (int64_t)json_count(cards))
            return replay_source_error(source, v, "a place in the group was expected");
        if (places[place] != GONE) out->queue[out->waiting++] = places[place];
    }
    return true;
}

static bool read_root(const ReplaySource *source, const Deck *deck, LearnState *out)
{
    const JsonValue *root = json_root(source->doc);
    Str format;
    int64_t version;
    if (json_kind(root) != JSON_OBJECT) return replay_source_error(source, root, "a state is an object");
    if (!replay_source_text(source, root, "format", &format) ||
        !replay_source_integer(source, root, "version", INT32_MAX, &version))
        return false;
    if (!str_is(format, STR(LEARN_STATE_FORMAT)) || version != LEARN_STATE_VERSION)
        return replay_source_error(source, root, "this is no \"" LEARN_STATE_FORMAT "\" of version %d",
                                   LEARN_STATE_VERSION);
    return replay_source_seed(source, root, "seed", &out->seed) &&
           read_group(source, root, deck, &out->group);
}

bool learn_state_read(Str text, const Deck *deck, Arena *arena, LearnState *out, Err *err)
{
    JsonProblem problem;
    *out = (LearnState){0};
    JsonDoc *doc = json_open(text, REPLAY_MAX_DEPTH, &problem);
    if (!doc) return err_set(err, "%d:%d: %s", problem.place.line, problem.place.column, problem.text);
    ReplaySource source = {doc, arena, err};
    LearnState read = {0};
    bool is_read = read_root(&source, deck, &read);
    if (is_read) *out = read;
    json_close(doc);
    return is_read;
}
