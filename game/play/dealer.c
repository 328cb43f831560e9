#include "play/dealer.h"

#include <assert.h>

#include "base/text.h"

void dealer_init(Dealer *dealer, const DealSource *source, const Setup *setup, uint64_t seed, Arena *arena)
{
    *dealer = (Dealer){.source = *source, .setup = *setup, .seed = seed, .arena = arena};
    rng_seed(&dealer->rng, seed);
    bool is_endless = setup->variant == VARIANT_BLITZ || setup->variant == VARIANT_SURVIVAL;
    supply_init(&dealer->supply, source->index->deck, &source->pool, is_endless, &dealer->rng, arena);
}

static DealTile make_tile(const Deck *deck, uint32_t card, Side side, Str text)
{
    return (DealTile){.card_id = deck_card_id(deck, card), .card = card, .side = side, .text = text};
}

static void make_pair(const Deck *deck, SupplyCard drawn, const uint32_t places[2], DealTile out[2])
{
    out[0] = make_tile(deck, drawn.card, SIDE_TERM, deck_term(deck, drawn.card));
    out[1] = make_tile(deck, drawn.card, SIDE_DEFINITION, deck_wording(deck, drawn.card, drawn.wording));
    out[0].place = places[drawn.is_swapped ? 1 : 0];
    out[1].place = places[drawn.is_swapped ? 0 : 1];
}

static uint32_t draw_cards(Dealer *dealer, SupplyCard *drawn, uint32_t *cards)
{
    const Setup *setup = &dealer->setup;
    uint32_t wanted = setup->board, count = 0;
    if (setup->variant != VARIANT_BLITZ && setup->pairs - dealer->pairs_dealt < wanted)
        wanted = setup->pairs - dealer->pairs_dealt;
    while (count < wanted && supply_take_fitting(&dealer->supply, &dealer->rng, dealer->source.index->clash,
                                                 cards, count, &drawn[count])) {
        cards[count] = drawn[count].card;
        count++;
    }
    dealer->pairs_dealt += count;
    return count;
}

static uint32_t choose_decoys(Dealer *dealer, const SupplyCard *drawn, const uint32_t *cards, uint32_t count,
                              Distractor *out)
{
    uint32_t wanted = setup_decoys(&dealer->setup);
    if (wanted == 0) return 0;
    Str texts[SETUP_MAX_BOARD];
    for (uint32_t i = 0; i < count; i++)
        texts[i] = deck_wording(dealer->source.index->deck, cards[i], drawn[i].wording);
    Arena scratch;
    arena_init(&scratch, 0);
    uint32_t decoys = distractor_choose_decoys(dealer->source.index, &dealer->source.distractors, cards,
                                               texts, count, wanted, &dealer->rng, &scratch, out);
    arena_deinit(&scratch);
    return decoys;
}

uint32_t dealer_board(Dealer *dealer, DealTile *out)
{
    const Deck *deck = dealer->source.index->deck;
    SupplyCard drawn[SETUP_MAX_BOARD];
    Distractor decoys[SETUP_MAX_BOARD];
    uint32_t cards[SETUP_MAX_BOARD], places[DEALER_MAX_TILES];
    assert(dealer->setup.board <= SETUP_MAX_BOARD);
    uint32_t pairs = draw_cards(dealer, drawn, cards);
    if (pairs == 0) return 0;
    uint32_t decoy_count = choose_decoys(dealer, drawn, cards, pairs, decoys);
    uint32_t tiles = 2 * pairs + decoy_count;
    for (uint32_t i = 0; i < tiles; i++) places[i] = i;
    rng_shuffle_u32(&dealer->rng, places, tiles);
    for (uint32_t i = 0; i < pairs; i++) make_pair(deck, drawn[i], places + 2 * i, out + 2 * i);
    for (uint32_t i = 0; i < decoy_count; i++) {
        out[2 * pairs + i] = make_tile(deck, decoys[i].card, SIDE_DEFINITION, decoys[i].text);
        out[2 * pairs + i].place = places[2 * pairs + i];
    }
    return tiles;
}

bool dealer_pair(Dealer *dealer, const uint32_t *shown, uint32_t shown_count, const uint32_t places[2],
                 DealTile out[2])
{
    SupplyCard drawn;
    if (!supply_take_fitting(&dealer->supply, &dealer->rng, dealer->source.index->clash, shown, shown_count,
                             &drawn))
        return false;
    make_pair(dealer->source.index->deck, drawn, places, out);
    dealer->pairs_dealt++;
    return true;
}

/* Of (seed, number): the number goes through a generator of its own, so that neighbours have nothing in
 * common. */
static void seed_question(Rng *rng, uint64_t seed, uint32_t number)
{
    rng_seed(rng, number);
    rng_seed(rng, seed ^ rng_next(rng));
}

static void put_options(DealQuestion *out, const Deck *deck, uint32_t card, Str answer,
                        const Distractor *wrong, uint32_t wrong_count, Rng *rng)
{
    uint32_t order[SETUP_MAX_OPTIONS];
    out->option_count = wrong_count + 1;
    for (uint32_t i = 0; i < out->option_count; i++) order[i] = i;
    rng_shuffle_u32(rng, order, out->option_count);
    for (uint32_t i = 0; i < out->option_count; i++) {
        if (order[i] == 0) {
            out->right = i;
            out->options[i] = (DealOption){deck_card_id(deck, card), card, answer};
            continue;
        }
        const Distractor *other = &wrong[order[i] - 1];
        Str id = other->card == DECK_NO_CARD ? STR("") : deck_card_id(deck, other->card);
        out->options[i] = (DealOption){id, other->card, other->text};
    }
}

static void choose_options(const DealSource *source, uint32_t options, Str answer, Rng *rng,
                           DealQuestion *out)
{
    DistractorQuery query = {.index = source->index,
                             .pool = &source->distractors,
                             .answer_side = out->ask == ASK_TERM ? SIDE_DEFINITION : SIDE_TERM,
                             .card = out->card,
                             .prompt = out->prompt,
                             .answer = answer,
                             .shorter = (uint32_t)rng_below(rng, options),
                             .wanted = options - 1,
                             .practice = source->practice};
    Distractor wrong[SETUP_MAX_OPTIONS];
    Arena scratch;
    arena_init(&scratch, 0);
    uint32_t wrong_count = distractor_choose(&query, rng, &scratch, wrong);
    arena_deinit(&scratch);
    put_options(out, source->index->deck, out->card, answer, wrong, wrong_count, rng);
}

void dealer_ask(const DealSource *source, uint32_t card, Ask ask, uint32_t options, Rng *rng,
                DealQuestion *out)
{
    const Deck *deck = source->index->deck;
    assert(options >= 1 && options <= SETUP_MAX_OPTIONS);
    if (ask == ASK_BOTH) ask = rng_below(rng, 2) ? ASK_TERM : ASK_DEFINITION;
    Str term = deck_term(deck, card);
    Str definition = deck_wording(deck, card, (uint32_t)rng_below(rng, deck_wording_count(deck, card)));
    *out = (DealQuestion){.card_id = deck_card_id(deck, card), .card = card, .ask = ask};
    out->prompt = ask == ASK_TERM ? term : definition;
    choose_options(source, options, ask == ASK_TERM ? definition : term, rng, out);
}

static void deal_card(Dealer *dealer, uint32_t number, uint32_t card, DealQuestion *out)
{
    const Setup *setup = &dealer->setup;
    Rng rng;
    seed_question(&rng, dealer->seed, number);
    dealer_ask(&dealer->source, card, setup->ask, setup->options, &rng, out);
    out->limit_ms = question_limit_ms(setup, number, out);
}

bool dealer_question(Dealer *dealer, uint32_t number, DealQuestion *out)
{
    uint32_t card;
    /* A card beside which nothing can stand is no question; the next one takes its turn. */
    for (uint32_t tries = 0; tries <= dealer->source.pool.count; tries++) {
        if (!supply_take(&dealer->supply, &dealer->rng, &card)) return false;
        deal_card(dealer, number, card, out);
        if (out->option_count >= 2) return true;
    }
    return false;
}

static int64_t reading_ms(const DealQuestion *question)
{
    size_t characters = text_length(question->prompt);
    for (uint32_t i = 0; i < question->option_count; i++)
        characters += text_length(question->options[i].text);
    int64_t reading = characters > 120 ? 40 * (int64_t)(characters - 120) : 0;
    return reading < 12000 ? reading : 12000;
}

static int64_t survival_ms(uint32_t number)
{
    int64_t f = 1000;
    for (uint32_t i = 0; i < number; i++) f = f * 95 / 100;
    int64_t limit = 8000 * f / 1000;
    return limit > 3000 ? limit : 3000;
}

int64_t question_limit_ms(const Setup *setup, uint32_t number, const DealQuestion *question)
{
    if (setup->variant == VARIANT_MARATHON || setup->timing == TIMING_OFF) return 0;
    int64_t base = setup->variant == VARIANT_SURVIVAL ? survival_ms(number) : 8000;
    return (base + reading_ms(question)) * (setup->timing == TIMING_RELAXED ? 2 : 1);
}
