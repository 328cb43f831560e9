#include "deck/deck_numbers.h"

#include "base/str_table.h"
#include "base/text.h"

static uint32_t count_texts(const Deck *deck)
{
    uint32_t count = 0;
    for (uint32_t card = 0; card < deck_count(deck); card++) count += 1 + deck_wording_count(deck, card);
    return count;
}

static uint32_t number_of(StrTable *texts, Arena *scratch, Str text)
{
    uint32_t number = str_table_add_copy(texts, text_fold(scratch, text));
    arena_reset(scratch);
    return number;
}

DeckNumbers deck_numbers_make(const Deck *deck, Arena *arena)
{
    uint32_t cards = deck_count(deck), texts = count_texts(deck);
    Arena scratch;
    StrTable table;
    arena_init(&scratch, 0);
    str_table_init(&table, arena, texts);
    DeckNumbers numbers = {.cards = cards,
                           .has_distractors = ARENA_NEW_N(arena, bool, cards),
                           .terms = ARENA_NEW_N(arena, uint32_t, cards),
                           .wordings = ARENA_NEW_N(arena, uint32_t, texts - cards),
                           .first = ARENA_NEW_N(arena, uint32_t, (size_t)cards + 1)};
    for (uint32_t card = 0; card < cards; card++) {
        numbers.terms[card] = number_of(&table, &scratch, deck_term(deck, card));
        numbers.first[card] = numbers.wording_count;
        numbers.has_distractors[card] = deck_distractor_count(deck, card) > 0;
        for (uint32_t i = 0; i < deck_wording_count(deck, card); i++)
            numbers.wordings[numbers.wording_count++] =
                number_of(&table, &scratch, deck_wording(deck, card, i));
    }
    numbers.first[cards] = numbers.wording_count;
    numbers.count = table.count;
    arena_deinit(&scratch);
    return numbers;
}
