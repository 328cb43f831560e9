#include "study/test_pairs.h"

DealQuestion test_pairs_deal(const TestPairs *pairs, const Deck *deck, uint32_t which)
{
    bool is_of_term = pairs->ask == ASK_TERM;
    uint32_t card = pairs->cards[which];
    DealQuestion deal = {.card_id = deck_card_id(deck, card),
                         .card = card,
                         .ask = pairs->ask,
                         .option_count = pairs->count,
                         .right = pairs->places[which]};
    Str term = deck_term(deck, card), definition = deck_wording(deck, card, pairs->wordings[which]);
    deal.prompt = is_of_term ? term : definition;
    for (uint32_t i = 0; i < pairs->count; i++) {
        uint32_t other = pairs->cards[i];
        Str text = is_of_term ? deck_wording(deck, other, pairs->wordings[i]) : deck_term(deck, other);
        deal.options[pairs->places[i]] = (DealOption){deck_card_id(deck, other), other, text};
    }
    return deal;
}
