#include "deck/deck_build.h"

typedef Str (*GetText)(const Deck *deck, uint32_t card, uint32_t i);

static DeckTexts texts_of(const Deck *deck, uint32_t card, GetText get, uint32_t count, Arena *arena)
{
    if (count == 0) return (DeckTexts){NULL, 0};
    Str *items = ARENA_NEW_N(arena, Str, count);
    for (uint32_t i = 0; i < count; i++) items[i] = get(deck, card, i);
    return (DeckTexts){items, count};
}

static Str get_wording(const Deck *deck, uint32_t card, uint32_t i)
{
    return deck_wording(deck, card, i + 1);
}

static Str get_tag(const Deck *deck, uint32_t card, uint32_t i)
{
    return deck_tag(deck, deck_card_tag(deck, card, i));
}

DeckHead deck_head_of(const Deck *deck)
{
    return (DeckHead){
        .id = deck_id(deck),
        .title = deck_title(deck),
        .description = deck_description(deck),
        .author = deck_author(deck),
        .license = deck_license(deck),
        .source = deck_source(deck),
        .term_language = deck_term_language(deck),
        .definition_language = deck_definition_language(deck),
    };
}

DeckCard deck_card_of(const Deck *deck, uint32_t card, Arena *arena)
{
    return (DeckCard){
        .id = deck_card_id(deck, card),
        .term = deck_term(deck, card),
        .definition = deck_wording(deck, card, 0),
        .hint = deck_hint(deck, card),
        .wordings = texts_of(deck, card, get_wording, deck_wording_count(deck, card) - 1, arena),
        .accepts = texts_of(deck, card, deck_accept, deck_accept_count(deck, card), arena),
        .distractors = texts_of(deck, card, deck_distractor, deck_distractor_count(deck, card), arena),
        .tags = texts_of(deck, card, get_tag, deck_card_tag_count(deck, card), arena),
    };
}
