#include "deck/deck_build.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "deck/deck_id.h"
#include "deck/deck_model.h"
#include "deck/fingerprint.h"

#define NO_TEXT UINT32_MAX /* the id of a card that will get one at the end */

struct DeckBuilder {
    Deck *deck;
    Arena scratch;
    size_t pool_used, pool_room;
    size_t starts_room, cards_room, card_tags_room, tags_room;
    uint32_t ids;     /* cards that are in the deck's slots */
    uint32_t *hashes; /* of the cards' ids: most looks at a slot end here, without a look at the text */
    size_t hashes_room;
    uint32_t card_tag_count;
    uint32_t *tag_slots; /* tag numbers by hash, UINT32_MAX in empty ones */
    uint32_t tag_slot_count;
    uint32_t *tag_last_card; /* the last card that was counted for each tag */
    size_t tag_last_card_room;
};

static void *reallocate(void *memory, size_t count, size_t size)
{
    void *new_memory = realloc(memory, count * size);
    if (!new_memory) err_fatal("out of memory: %zu bytes for a deck", count * size);
    return new_memory;
}

/* Room for `needed` items, doubled as it grows. */
static void *grow(void *memory, size_t *room, size_t needed, size_t size)
{
    if (needed <= *room) return memory;
    *room = needed > *room * 2 ? needed : *room * 2;
    return reallocate(memory, *room, size);
}

static uint32_t add_text(DeckBuilder *b, Str text)
{
    Deck *deck = b->deck;
    assert(b->pool_used + text.size + 1 < UINT32_MAX);
    deck->pool = grow(deck->pool, &b->pool_room, b->pool_used + text.size + 1, 1);
    if (text.size > 0) memcpy(deck->pool + b->pool_used, text.data, text.size);
    b->pool_used += text.size;
    deck->pool[b->pool_used++] = '\0';
    deck->starts = grow(deck->starts, &b->starts_room, deck->text_count + 2, sizeof *deck->starts);
    deck->starts[++deck->text_count] = (uint32_t)b->pool_used;
    return deck->text_count - 1;
}

static uint32_t add_texts(DeckBuilder *b, DeckTexts texts)
{
    uint32_t first = b->deck->text_count;
    for (size_t i = 0; i < texts.count; i++) add_text(b, texts.items[i]);
    return first;
}

static uint32_t *make_slots(uint32_t count)
{
    uint32_t *slots = reallocate(NULL, count, sizeof *slots);
    memset(slots, 0xff, count * sizeof *slots);
    return slots;
}

/* The slot that holds the card of this id, or the empty one where it would go. */
static uint32_t find_slot(const DeckBuilder *b, Str id, uint32_t hash)
{
    const Deck *deck = b->deck;
    uint32_t slot = hash & (deck->slot_count - 1);
    for (;; slot = (slot + 1) & (deck->slot_count - 1)) {
        uint32_t card = deck->slots[slot];
        if (card == DECK_NO_CARD) return slot;
        if (b->hashes[card] == hash && str_is(deck_text(deck, deck->cards[card].id), id)) return slot;
    }
}

/* Slots for `cards` ids, at most half of them used. */
static void grow_slots(DeckBuilder *b, uint32_t cards)
{
    Deck *deck = b->deck;
    if (deck->slot_count / 2 >= cards) return;
    while (deck->slot_count / 2 < cards) deck->slot_count *= 2;
    free(deck->slots);
    deck->slots = make_slots(deck->slot_count);
    for (uint32_t card = 0; card < deck->card_count; card++) {
        if (deck->cards[card].id == NO_TEXT) continue;
        uint32_t slot = b->hashes[card] & (deck->slot_count - 1);
        while (deck->slots[slot] != DECK_NO_CARD) slot = (slot + 1) & (deck->slot_count - 1);
        deck->slots[slot] = card;
    }
}

DeckBuilder *deck_build_open(const DeckHead *head)
{
    DeckBuilder *b = reallocate(NULL, 1, sizeof *b);
    *b = (DeckBuilder){.deck = reallocate(NULL, 1, sizeof *b->deck), .tag_slot_count = 64};
    memset(b->deck, 0, sizeof *b->deck);
    atomic_init(&b->deck->owners, 1);
    arena_init(&b->scratch, 0);
    b->deck->slot_count = 64;
    b->deck->slots = make_slots(b->deck->slot_count);
    b->tag_slots = make_slots(b->tag_slot_count);
    b->starts_room = 64;
    b->deck->starts = reallocate(NULL, b->starts_room, sizeof *b->deck->starts);
    b->deck->starts[0] = 0;

    const Str fields[DECK_FIELD_COUNT] = {
        head->id,      head->title,  head->description,   head->author,
        head->license, head->source, head->term_language, head->definition_language};
    add_texts(b, (DeckTexts){fields, DECK_FIELD_COUNT});
    return b;
}

uint32_t deck_build_find(const DeckBuilder *b, Str id)
{
    return b->deck->slots[find_slot(b, id, deck_hash_id(id))];
}

static uint32_t find_tag_slot(const DeckBuilder *b, Str name)
{
    uint32_t slot = deck_hash_id(name) & (b->tag_slot_count - 1);
    while (b->tag_slots[slot] != UINT32_MAX && !str_is(deck_tag(b->deck, b->tag_slots[slot]), name))
        slot = (slot + 1) & (b->tag_slot_count - 1);
    return slot;
}

static void grow_tag_slots(DeckBuilder *b)
{
    if (b->deck->tag_count < b->tag_slot_count / 2) return;
    free(b->tag_slots);
    b->tag_slot_count *= 2;
    b->tag_slots = make_slots(b->tag_slot_count);
    for (uint32_t tag = 0; tag < b->deck->tag_count; tag++)
        b->tag_slots[find_tag_slot(b, deck_tag(b->deck, tag))] = tag;
}

/* The number of the tag of this name, new or known. */
static uint32_t add_tag(DeckBuilder *b, Str name)
{
    Deck *deck = b->deck;
    uint32_t slot = find_tag_slot(b, name);
    if (b->tag_slots[slot] != UINT32_MAX) return b->tag_slots[slot];
    uint32_t tag = deck->tag_count;
    deck->tags = grow(deck->tags, &b->tags_room, tag + 1, sizeof *deck->tags);
    deck->tags[tag] = (DeckTagRecord){.text = add_text(b, name)};
    b->tag_last_card = grow(b->tag_last_card, &b->tag_last_card_room, tag + 1, sizeof *b->tag_last_card);
    b->tag_last_card[tag] = DECK_NO_CARD;
    deck->tag_count++;
    b->tag_slots[slot] = tag;
    grow_tag_slots(b);
    return tag;
}

static void add_card_tags(DeckBuilder *b, uint32_t card, DeckTexts tags)
{
    Deck *deck = b->deck;
    size_t needed = b->card_tag_count + tags.count;
    deck->card_tags = grow(deck->card_tags, &b->card_tags_room, needed, sizeof *deck->card_tags);
    for (size_t i = 0; i < tags.count; i++) {
        uint32_t tag = add_tag(b, tags.items[i]);
        deck->card_tags[b->card_tag_count++] = tag;
        if (b->tag_last_card[tag] != card) deck->tags[tag].cards++;
        b->tag_last_card[tag] = card;
    }
}

static void enter_id(DeckBuilder *b, uint32_t card, Str id)
{
    grow_slots(b, ++b->ids);
    uint32_t hash = deck_hash_id(id), slot = find_slot(b, id, hash);
    assert(b->deck->slots[slot] == DECK_NO_CARD);
    b->deck->cards[card].id = add_text(b, id);
    b->deck->slots[slot] = card;
    b->hashes[card] = hash;
}

void deck_build_add(DeckBuilder *b, const DeckCard *card)
{
    Deck *deck = b->deck;
    uint32_t number = deck->card_count;
    assert(number < DECK_MAX_CARDS);
    deck->cards = grow(deck->cards, &b->cards_room, number + 2, sizeof *deck->cards);
    b->hashes = grow(b->hashes, &b->hashes_room, number + 1, sizeof *b->hashes);
    DeckCardRecord *record = &deck->cards[number];
    *record = (DeckCardRecord){.id = NO_TEXT, .tags = b->card_tag_count};
    record->term = add_text(b, card->term);
    add_text(b, card->definition);
    add_texts(b, card->wordings);
    record->accepts = add_texts(b, card->accepts);
    record->distractors = add_texts(b, card->distractors);
    record->hint = add_text(b, card->hint);
    if (card->id.size > 0) enter_id(b, number, card->id);
    add_card_tags(b, number, card->tags);
    deck->card_count++;
}

/* Gives a card the first free one of `id`, `id-2`, `id-3` …; `next[holder of id]` remembers how far its
   namesakes have come, so that a thousand of them do not try a thousand times each. */
static void enter_made_id(DeckBuilder *b, uint32_t card, Str id, uint32_t *next)
{
    uint32_t holder = deck_build_find(b, id);
    if (holder == DECK_NO_CARD) {
        enter_id(b, card, id);
        return;
    }
    char numbered[DECK_MADE_ID_BYTES + 16];
    for (;;) {
        uint32_t number = next[holder]++ + 2;
        int size = snprintf(numbered, sizeof numbered, "%.*s-%u", STR_FMT(id), (unsigned)number);
        Str candidate = {numbered, (size_t)size};
        if (deck_build_find(b, candidate) != DECK_NO_CARD) continue;
        enter_id(b, card, candidate);
        return;
    }
}

/* After all explicit ones, so that a made id never takes the place of one that an author gave. */
static void make_ids(DeckBuilder *b)
{
    Deck *deck = b->deck;
    if (b->ids == deck->card_count) return;
    uint32_t *next = reallocate(NULL, deck->card_count, sizeof *next);
    memset(next, 0, deck->card_count * sizeof *next);
    grow_slots(b, deck->card_count);
    for (uint32_t card = 0; card < deck->card_count; card++) {
        if (deck->cards[card].id != NO_TEXT) continue;
        char id[DECK_MADE_ID_BYTES];
        size_t size = deck_id_make(deck_term(deck, card), &b->scratch, id);
        enter_made_id(b, card, (Str){id, size}, next);
        arena_reset(&b->scratch);
    }
    free(next);
}

/* A deck lives long: no room is left at the ends. */
static void trim(DeckBuilder *b)
{
    Deck *deck = b->deck;
    deck->pool = reallocate(deck->pool, b->pool_used, 1);
    deck->starts = reallocate(deck->starts, (size_t)deck->text_count + 1, sizeof *deck->starts);
    deck->cards = reallocate(deck->cards, (size_t)deck->card_count + 1, sizeof *deck->cards);
    deck->cards[deck->card_count] = (DeckCardRecord){.tags = b->card_tag_count};
    if (b->card_tag_count > 0)
        deck->card_tags = reallocate(deck->card_tags, b->card_tag_count, sizeof *deck->card_tags);
    if (deck->tag_count > 0) deck->tags = reallocate(deck->tags, deck->tag_count, sizeof *deck->tags);
}

static void free_builder(DeckBuilder *b)
{
    arena_deinit(&b->scratch);
    free(b->hashes);
    free(b->tag_slots);
    free(b->tag_last_card);
    free(b);
}

Deck *deck_build_finish(DeckBuilder *b)
{
    Deck *deck = b->deck;
    assert(deck->card_count > 0);
    make_ids(b);
    trim(b);
    uint8_t fingerprint[FINGERPRINT_BYTES];
    fingerprint_of_deck(deck, fingerprint);
    fingerprint_hex(fingerprint, FINGERPRINT_BYTES, deck->fingerprint);
    free_builder(b);
    return deck;
}

void deck_build_cancel(DeckBuilder *b)
{
    deck_release(b->deck);
    free_builder(b);
}
