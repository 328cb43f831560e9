#include "deck/deck_read_cards.h"

enum {
    CARD_ID,
    CARD_TERM,
    CARD_DEFINITION,
    CARD_WORDINGS,
    CARD_ACCEPT,
    CARD_DISTRACTORS,
    CARD_TAGS,
    CARD_HINT,
    CARD_MEMBERS
};

static const Str names[CARD_MEMBERS] = {
    [CARD_ID] = STR_INIT("id"),
    [CARD_TERM] = STR_INIT("term"),
    [CARD_DEFINITION] = STR_INIT("definition"),
    [CARD_WORDINGS] = STR_INIT("wordings"),
    [CARD_ACCEPT] = STR_INIT("accept"),
    [CARD_DISTRACTORS] = STR_INIT("distractors"),
    [CARD_TAGS] = STR_INIT("tags"),
    [CARD_HINT] = STR_INIT("hint"),
};

typedef struct {
    DeckSource *source;
    DeckBuilder *builder;
    const JsonDoc *file;
    JsonItems *earlier; /* for messages that name an earlier card: opened by the first */
    DeckTextList wordings, accepts, distractors, tags;
} CardReader;

/* Of the id that the n-th card has. */
static JsonPlace place_of_id(CardReader *reader, uint32_t card)
{
    if (!deck_report_has_room(reader->source->report, false)) return DECK_REPORT_FILE;
    if (!reader->earlier) reader->earlier = json_items_open(reader->file);
    const JsonDoc *item = json_items_get(reader->earlier, card);
    return json_place(item, json_find(json_root(item), "id"));
}

static Str read_id(CardReader *reader, const JsonValue *value)
{
    Str id = deck_members_text(reader->source, value, names[CARD_ID], DECK_NOT_BLANK);
    if (id.size == 0) return id;
    uint32_t other = deck_build_find(reader->builder, id);
    if (other == DECK_NO_CARD) return id;
    JsonPlace place = place_of_id(reader, other);
    deck_source_error(reader->source, value,
                      "the id \"%s\" is taken by the card at line %d, column %d; each card needs its own",
                      deck_quote(id).text, place.line, place.column);
    return STR("");
}

static Str read_needed(CardReader *reader, const JsonValue *item, const JsonValue *value, Str name)
{
    if (!value)
        deck_source_error(reader->source, item,
                          "the card has no \"%.*s\"; it needs a \"term\" and a \"definition\"",
                          STR_FMT(name));
    return deck_members_text(reader->source, value, name, DECK_NOT_BLANK);
}

static DeckCard read_card(CardReader *reader, const JsonValue *item)
{
    DeckSource *source = reader->source;
    DeckMembers members = deck_members_get(source, item, names, CARD_MEMBERS);
    const JsonValue *const *values = members.values;
    return (DeckCard){
        .id = read_id(reader, values[CARD_ID]),
        .term = read_needed(reader, item, values[CARD_TERM], names[CARD_TERM]),
        .definition = read_needed(reader, item, values[CARD_DEFINITION], names[CARD_DEFINITION]),
        .wordings =
            deck_members_texts(source, values[CARD_WORDINGS], names[CARD_WORDINGS], 0, &reader->wordings),
        .accepts = deck_members_texts(source, values[CARD_ACCEPT], names[CARD_ACCEPT], 0, &reader->accepts),
        .distractors = deck_members_texts(source, values[CARD_DISTRACTORS], names[CARD_DISTRACTORS], 0,
                                          &reader->distractors),
        .tags = deck_members_texts(source, values[CARD_TAGS], names[CARD_TAGS], DECK_MAX_TAGS, &reader->tags),
        .hint = deck_members_text(source, values[CARD_HINT], names[CARD_HINT], DECK_MAY_BE_BLANK),
    };
}

static bool add_card(CardReader *reader, uint32_t number)
{
    DeckSource *source = reader->source;
    const JsonValue *item = json_root(source->doc);
    DeckCard card = {.term = STR("")};
    if (number == DECK_MAX_CARDS) {
        deck_source_error(source, item, "this is card %d; a deck may have at most %d", DECK_MAX_CARDS + 1,
                          DECK_MAX_CARDS);
        return false;
    }
    if (json_kind(item) == JSON_OBJECT)
        card = read_card(reader, item);
    else
        deck_source_error(source, item,
                          "the card is %s; it must be an object with \"term\" and \"definition\"",
                          json_kind_name(json_kind(item)));
    deck_build_add(reader->builder, &card);
    return true;
}

static void add_cards(CardReader *reader)
{
    DeckSource *source = reader->source;
    JsonProblem problem;
    JsonItems *items = json_items_open(reader->file);
    const JsonDoc *item;
    bool has_room = true;
    for (uint32_t number = 0; has_room && (item = json_items_next(items, &problem)) != NULL; number++) {
        deck_source_turn_to(source, item);
        has_room = add_card(reader, number);
        deck_source_turn_to(source, reader->file);
    }
    if (problem.text[0]) deck_report_error(source->report, problem.place, "%s", problem.text);
    json_items_close(items);
}

void deck_read_cards(DeckSource *source, DeckBuilder *builder)
{
    Arena arena;
    arena_init(&arena, 4096);
    CardReader reader = {.source = source,
                         .builder = builder,
                         .file = source->doc,
                         .wordings = {.arena = &arena},
                         .accepts = {.arena = &arena},
                         .distractors = {.arena = &arena},
                         .tags = {.arena = &arena}};
    add_cards(&reader);
    json_items_close(reader.earlier);
    arena_deinit(&arena);
}
