#include "deck/deck.h"

#include <assert.h>
#include <stdlib.h>

#include "deck/deck_model.h"

Deck *deck_retain(Deck *deck)
{
    atomic_fetch_add_explicit(&deck->owners, 1, memory_order_relaxed);
    return deck;
}

void deck_release(Deck *deck)
{
    if (!deck || atomic_fetch_sub_explicit(&deck->owners, 1, memory_order_acq_rel) > 1) return;
    free(deck->pool);
    free(deck->starts);
    free(deck->cards);
    free(deck->card_tags);
    free(deck->tags);
    free(deck->slots);
    free(deck);
}

Str deck_text(const Deck *deck, uint32_t text)
{
    assert(text < deck->text_count);
    uint32_t start = deck->starts[text];
    return (Str){deck->pool + start, deck->starts[text + 1] - start - 1};
}

Str deck_id(const Deck *deck)
{
    return deck_text(deck, DECK_FIELD_ID);
}

Str deck_title(const Deck *deck)
{
    return deck_text(deck, DECK_FIELD_TITLE);
}

Str deck_description(const Deck *deck)
{
    return deck_text(deck, DECK_FIELD_DESCRIPTION);
}

Str deck_author(const Deck *deck)
{
    return deck_text(deck, DECK_FIELD_AUTHOR);
}

Str deck_license(const Deck *deck)
{
    return deck_text(deck, DECK_FIELD_LICENSE);
}

Str deck_source(const Deck *deck)
{
    return deck_text(deck, DECK_FIELD_SOURCE);
}

Str deck_term_language(const Deck *deck)
{
    return deck_text(deck, DECK_FIELD_TERM_LANGUAGE);
}

Str deck_definition_language(const Deck *deck)
{
    return deck_text(deck, DECK_FIELD_DEFINITION_LANGUAGE);
}

Str deck_fingerprint(const Deck *deck)
{
    return (Str){deck->fingerprint, DECK_FINGERPRINT_HEX};
}

uint32_t deck_count(const Deck *deck)
{
    return deck->card_count;
}

static const DeckCardRecord *get_record(const Deck *deck, uint32_t card)
{
    assert(card < deck->card_count);
    return &deck->cards[card];
}

uint32_t deck_hash_id(Str id)
{
    uint64_t hash = str_hash(id, 0);
    return (uint32_t)(hash ^ hash >> 32);
}

uint32_t deck_find_card(const Deck *deck, Str id)
{
    uint32_t slot = deck_hash_id(id) & (deck->slot_count - 1);
    while (deck->slots[slot] != DECK_NO_CARD && !str_is(deck_card_id(deck, deck->slots[slot]), id))
        slot = (slot + 1) & (deck->slot_count - 1);
    return deck->slots[slot];
}

Str deck_card_id(const Deck *deck, uint32_t card)
{
    return deck_text(deck, get_record(deck, card)->id);
}

Str deck_term(const Deck *deck, uint32_t card)
{
    return deck_text(deck, get_record(deck, card)->term);
}

uint32_t deck_wording_count(const Deck *deck, uint32_t card)
{
    const DeckCardRecord *record = get_record(deck, card);
    return record->accepts - record->term - 1;
}

Str deck_wording(const Deck *deck, uint32_t card, uint32_t wording)
{
    assert(wording < deck_wording_count(deck, card));
    return deck_text(deck, get_record(deck, card)->term + 1 + wording);
}

uint32_t deck_accept_count(const Deck *deck, uint32_t card)
{
    const DeckCardRecord *record = get_record(deck, card);
    return record->distractors - record->accepts;
}

Str deck_accept(const Deck *deck, uint32_t card, uint32_t i)
{
    assert(i < deck_accept_count(deck, card));
    return deck_text(deck, get_record(deck, card)->accepts + i);
}

uint32_t deck_distractor_count(const Deck *deck, uint32_t card)
{
    const DeckCardRecord *record = get_record(deck, card);
    return record->hint - record->distractors;
}

Str deck_distractor(const Deck *deck, uint32_t card, uint32_t i)
{
    assert(i < deck_distractor_count(deck, card));
    return deck_text(deck, get_record(deck, card)->distractors + i);
}

Str deck_hint(const Deck *deck, uint32_t card)
{
    return deck_text(deck, get_record(deck, card)->hint);
}

uint32_t deck_tag_count(const Deck *deck)
{
    return deck->tag_count;
}

Str deck_tag(const Deck *deck, uint32_t tag)
{
    assert(tag < deck->tag_count);
    return deck_text(deck, deck->tags[tag].text);
}

uint32_t deck_tag_cards(const Deck *deck, uint32_t tag)
{
    assert(tag < deck->tag_count);
    return deck->tags[tag].cards;
}

uint32_t deck_find_tag(const Deck *deck, Str name)
{
    for (uint32_t tag = 0; tag < deck->tag_count; tag++)
        if (str_is(deck_tag(deck, tag), name)) return tag;
    return UINT32_MAX;
}

uint32_t deck_card_tag_count(const Deck *deck, uint32_t card)
{
    const DeckCardRecord *record = get_record(deck, card);
    return record[1].tags - record->tags;
}

uint32_t deck_card_tag(const Deck *deck, uint32_t card, uint32_t i)
{
    assert(i < deck_card_tag_count(deck, card));
    return deck->card_tags[get_record(deck, card)->tags + i];
}

bool deck_card_has_tag(const Deck *deck, uint32_t card, uint32_t tag)
{
    uint32_t count = deck_card_tag_count(deck, card);
    for (uint32_t i = 0; i < count; i++)
        if (deck_card_tag(deck, card, i) == tag) return true;
    return false;
}
