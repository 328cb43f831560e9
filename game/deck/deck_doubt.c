#include "deck/deck_doubt.h"

#include <string.h>

#include "base/text.h"
#include "deck/deck_unusable.h"

typedef struct {
    const Deck *deck;
    DeckReport *report;
    JsonItems *items, *earlier; /* of the file: this card, and one that it is like */
    DeckNumbers numbers;
    uint32_t *slots; /* cards by the hash of term and definition, DECK_NO_CARD in empty ones */
    uint32_t slot_count;
    uint32_t unusable[DECK_MAX_PROBLEMS];
    uint32_t unusable_count;
} Doubt;

static JsonPlace place_of(const Doubt *doubt, JsonItems *items, uint32_t card)
{
    if (!deck_report_has_room(doubt->report, true)) return DECK_REPORT_FILE;
    const JsonDoc *item = json_items_get(items, card);
    return json_place(item, json_root(item));
}

/* What it warns of: a member of a card, or an item of a member. */
typedef struct {
    uint32_t card;
    const char *member;
    uint32_t item; /* NO_ITEM: the member */
    const char *what;
} Place;

#define NO_ITEM UINT32_MAX

static JsonPlace place_within(const Doubt *doubt, const Place *place)
{
    if (!deck_report_has_room(doubt->report, true)) return DECK_REPORT_FILE;
    const JsonDoc *item = json_items_get(doubt->items, place->card);
    const JsonValue *value = json_find(json_root(item), place->member);
    if (place->item == NO_ITEM) return json_place(item, value);
    value = json_first(value);
    for (uint32_t i = 0; i < place->item; i++) value = json_next(value);
    return json_place(item, value);
}

static void check_length(Doubt *doubt, Str text, Place place)
{
    if (text.size <= DECK_MAX_TILE_CHARS) return; /* a character has at least a byte */
    size_t length = text_length(text);
    if (length <= DECK_MAX_TILE_CHARS) return;
    deck_report_warning(doubt->report, place_within(doubt, &place),
                        "%s has %zu characters, too long for a tile; up to %d fit", place.what, length,
                        DECK_MAX_TILE_CHARS);
}

static void check_lengths(Doubt *doubt, uint32_t card)
{
    const Deck *deck = doubt->deck;
    uint32_t wordings = deck_wording_count(deck, card), distractors = deck_distractor_count(deck, card);
    check_length(doubt, deck_term(deck, card), (Place){card, "term", NO_ITEM, "\"term\""});
    check_length(doubt, deck_wording(deck, card, 0), (Place){card, "definition", NO_ITEM, "\"definition\""});
    for (uint32_t i = 1; i < wordings; i++)
        check_length(doubt, deck_wording(deck, card, i), (Place){card, "wordings", i - 1, "this wording"});
    for (uint32_t i = 0; i < distractors; i++)
        check_length(doubt, deck_distractor(deck, card, i),
                     (Place){card, "distractors", i, "this distractor"});
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

static void check_same(Doubt *doubt, uint32_t card)
{
    uint32_t other = find_same(doubt, card);
    if (other == DECK_NO_CARD) return;
    JsonPlace place = place_of(doubt, doubt->items, card),
              other_place = place_of(doubt, doubt->earlier, other);
    deck_report_warning(doubt->report, place,
                        "the card at line %d, column %d has the same term and definition; keep one of them",
                        other_place.line, other_place.column);
}

static void check_usable(Doubt *doubt, uint32_t card)
{
    bool is_unusable = false;
    for (uint32_t i = 0; i < doubt->unusable_count; i++) is_unusable |= doubt->unusable[i] == card;
    if (!is_unusable) return;
    deck_report_warning(doubt->report, place_of(doubt, doubt->items, card),
                        "no variant can use this card: %s",
                        deck_count(doubt->deck) == 1
                            ? "there is no other to stand beside it; add cards, or give it \"distractors\""
                            : "it shares a term or definition with every other card; give it other words, "
                              "or \"distractors\"");
}

void deck_doubt(const Deck *deck, const JsonDoc *doc, DeckReport *report)
{
    Arena arena;
    arena_init(&arena, 0);
    Doubt doubt = {.deck = deck,
                   .report = report,
                   .items = json_items_open(doc),
                   .earlier = json_items_open(doc),
                   .slot_count = 64};
    doubt.numbers = deck_numbers_make(deck, &arena);
    while (doubt.slot_count / 2 < deck_count(deck)) doubt.slot_count *= 2;
    doubt.slots = ARENA_NEW_N(&arena, uint32_t, doubt.slot_count);
    memset(doubt.slots, 0xff, doubt.slot_count * sizeof *doubt.slots);
    doubt.unusable_count = deck_find_unusable(&doubt.numbers, doubt.unusable, DECK_MAX_PROBLEMS);

    for (uint32_t card = 0; card < deck_count(deck); card++) {
        check_same(&doubt, card);
        check_usable(&doubt, card);
        check_lengths(&doubt, card);
    }
    json_items_close(doubt.items);
    json_items_close(doubt.earlier);
    arena_deinit(&arena);
}
