#include "deck/deck_doubt.h"

#include <string.h>

#include "base/text.h"
#include "deck/deck_unusable.h"

typedef struct {
    const Deck *deck;
    const JsonDoc *doc;
    DeckReport *report;
    DeckNumbers numbers;
    uint32_t *slots; /* cards by the hash of term and definition, DECK_NO_CARD in empty ones */
    uint32_t slot_count;
    uint32_t unusable[DECK_MAX_PROBLEMS];
    uint32_t unusable_count;
} Doubt;

static JsonPlace place_of(const Doubt *doubt, const JsonValue *at)
{
    return deck_report_has_room(doubt->report, true) ? json_place(doubt->doc, at) : DECK_REPORT_FILE;
}

static const JsonValue *find_item(const Doubt *doubt, uint32_t card)
{
    const JsonValue *item = json_first(json_find(json_root(doubt->doc), "cards"));
    for (uint32_t i = 0; i < card; i++) item = json_next(item);
    return item;
}

static void check_length(Doubt *doubt, const JsonValue *value, const char *what)
{
    Str text = json_string(value);
    if (text.size <= DECK_MAX_TILE_CHARS) return; /* a character has at least a byte */
    size_t length = text_length(text);
    if (length <= DECK_MAX_TILE_CHARS) return;
    deck_report_warning(doubt->report, place_of(doubt, value),
                        "%s has %zu characters, too long for a tile; up to %d fit", what, length,
                        DECK_MAX_TILE_CHARS);
}

static void check_lengths(Doubt *doubt, const JsonValue *item, const char *name, const char *what)
{
    const JsonValue *list = json_find(item, name);
    const JsonValue *value = list ? json_first(list) : NULL;
    for (; value; value = json_next(value)) check_length(doubt, value, what);
}

static uint32_t definition_of(const DeckNumbers *numbers, uint32_t card)
{
    return numbers->wordings[numbers->first[card]];
}

static bool is_same(const DeckNumbers *numbers, uint32_t a, uint32_t b)
{
    return numbers->terms[a] == numbers->terms[b] && definition_of(numbers, a) == definition_of(numbers, b);
}

/* The earlier card of the same term and definition, or DECK_NO_CARD; enters this one. */
static uint32_t find_same(Doubt *doubt, uint32_t card)
{
    const uint32_t key[2] = {doubt->numbers.terms[card], definition_of(&doubt->numbers, card)};
    uint64_t hash = str_hash((Str){(const char *)key, sizeof key}, 0);
    uint32_t slot = (uint32_t)(hash ^ hash >> 32) & (doubt->slot_count - 1);
    while (doubt->slots[slot] != DECK_NO_CARD && !is_same(&doubt->numbers, doubt->slots[slot], card))
        slot = (slot + 1) & (doubt->slot_count - 1);
    if (doubt->slots[slot] != DECK_NO_CARD) return doubt->slots[slot];
    doubt->slots[slot] = card;
    return DECK_NO_CARD;
}

static void check_same(Doubt *doubt, uint32_t card, const JsonValue *item)
{
    uint32_t other = find_same(doubt, card);
    if (other == DECK_NO_CARD) return;
    JsonPlace place = place_of(doubt, item), other_place = place;
    if (deck_report_has_room(doubt->report, true))
        other_place = json_place(doubt->doc, find_item(doubt, other));
    deck_report_warning(doubt->report, place,
                        "the card at line %d, column %d has the same term and definition; keep one of them",
                        other_place.line, other_place.column);
}

static void check_usable(Doubt *doubt, uint32_t card, const JsonValue *item)
{
    bool is_unusable = false;
    for (uint32_t i = 0; i < doubt->unusable_count; i++) is_unusable |= doubt->unusable[i] == card;
    if (!is_unusable) return;
    deck_report_warning(doubt->report, place_of(doubt, item), "no variant can use this card: %s",
                        deck_count(doubt->deck) == 1
                            ? "there is no other to stand beside it; add cards, or give it \"distractors\""
                            : "it shares a term or definition with every other card; give it other words, "
                              "or \"distractors\"");
}

static void check_card(Doubt *doubt, uint32_t card, const JsonValue *item)
{
    check_same(doubt, card, item);
    check_usable(doubt, card, item);
    check_length(doubt, json_find(item, "term"), "\"term\"");
    check_length(doubt, json_find(item, "definition"), "\"definition\"");
    check_lengths(doubt, item, "wordings", "this wording");
    check_lengths(doubt, item, "distractors", "this distractor");
}

void deck_doubt(const Deck *deck, const JsonDoc *doc, DeckReport *report)
{
    Arena arena;
    arena_init(&arena, 0);
    Doubt doubt = {.deck = deck, .doc = doc, .report = report, .slot_count = 64};
    doubt.numbers = deck_numbers_make(deck, &arena);
    while (doubt.slot_count / 2 < deck_count(deck)) doubt.slot_count *= 2;
    doubt.slots = ARENA_NEW_N(&arena, uint32_t, doubt.slot_count);
    memset(doubt.slots, 0xff, doubt.slot_count * sizeof *doubt.slots);
    doubt.unusable_count = deck_find_unusable(&doubt.numbers, doubt.unusable, DECK_MAX_PROBLEMS);

    const JsonValue *item = find_item(&doubt, 0);
    for (uint32_t card = 0; card < deck_count(deck); card++, item = json_next(item))
        check_card(&doubt, card, item);
    arena_deinit(&arena);
}
