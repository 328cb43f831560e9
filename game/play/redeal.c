#include "play/redeal.h"

#include "play/plausible.h"

/* --- names --- */

static uint32_t find_wording(const Deck *deck, uint32_t card, Str text)
{
    uint32_t count = deck_wording_count(deck, card);
    for (uint32_t i = 0; i < count; i++)
        if (str_is(deck_wording(deck, card, i), text)) return i;
    return 0;
}

static RedealOption name_option(const DealOption *option, Ask ask, const Deck *deck)
{
    if (option->card == DECK_NO_CARD) return (RedealOption){.own = option->text};
    RedealOption named = {.card_id = option->card_id};
    if (ask == ASK_TERM) named.wording = find_wording(deck, option->card, option->text);
    return named;
}

Redeal redeal_of(const DealQuestion *deal, const Deck *deck)
{
    Redeal asked = {
        .card_id = deal->card_id, .ask = deal->ask, .option_count = deal->option_count, .right = deal->right};
    Str definition = deal->ask == ASK_TERM ? deal->options[deal->right].text : deal->prompt;
    asked.wording = find_wording(deck, deal->card, definition);
    for (uint32_t i = 0; i < deal->option_count; i++)
        asked.options[i] = name_option(&deal->options[i], deal->ask, deck);
    return asked;
}

/* --- the question again --- */

uint32_t redeal_wording(const Deck *deck, uint32_t card, uint32_t wording)
{
    return wording < deck_wording_count(deck, card) ? wording : 0;
}

static bool find_own(const Asked *asked, Str text, Option *out)
{
    const Deck *deck = asked->index->deck;
    for (uint32_t i = 0; i < deck_distractor_count(deck, asked->card); i++) {
        Str own = deck_distractor(deck, asked->card, i);
        if (!str_is(own, text)) continue;
        *out = option_make_own(asked, own);
        return true;
    }
    return false;
}

static bool find_option(const Asked *asked, const RedealOption *named, Option *out)
{
    const Deck *deck = asked->index->deck;
    if (named->card_id.size == 0) return find_own(asked, named->own, out);
    SideText which = {deck_find_card(deck, named->card_id), 0};
    if (which.card == DECK_NO_CARD) return false;
    if (asked->side == SIDE_DEFINITION) which.wording = redeal_wording(deck, which.card, named->wording);
    *out = option_make(asked, which);
    return true;
}

static bool is_said(const DealQuestion *deal, Str text)
{
    for (uint32_t i = 0; i < deal->option_count; i++)
        if (str_is(deal->options[i].text, text)) return true;
    return false;
}

static uint32_t put(DealQuestion *out, Str card_id, uint32_t card, Str text)
{
    out->options[out->option_count] = (DealOption){card_id, card, text};
    return out->option_count++;
}

static uint32_t put_wrong(DealQuestion *out, const Asked *asked, const RedealOption *named)
{
    Option option;
    if (!find_option(asked, named, &option) || option_is_right(asked, &option)) return REDEAL_GONE;
    if (is_said(out, option.shown)) return REDEAL_GONE;
    Str id = option.card == DECK_NO_CARD ? STR("") : deck_card_id(asked->index->deck, option.card);
    return put(out, id, option.card, option.shown);
}

static void put_options(const Redeal *asked, const PlayIndex *index, Str answer, DealQuestion *out,
                        uint32_t *places)
{
    Arena scratch;
    arena_init(&scratch, 0);
    Side side = asked->ask == ASK_TERM ? SIDE_DEFINITION : SIDE_TERM;
    Asked now = asked_make(index, &scratch, side, out->card, out->prompt, answer);
    for (uint32_t i = 0; i < asked->option_count; i++) {
        if (i == asked->right)
            out->right = places[i] = put(out, out->card_id, out->card, answer);
        else
            places[i] = put_wrong(out, &now, &asked->options[i]);
    }
    arena_deinit(&scratch);
}

bool redeal_ask(const Redeal *asked, const PlayIndex *index, DealQuestion *out,
                uint32_t places[SETUP_MAX_OPTIONS])
{
    const Deck *deck = index->deck;
    uint32_t card = deck_find_card(deck, asked->card_id);
    if (card == DECK_NO_CARD) return false;
    Str definition = deck_wording(deck, card, redeal_wording(deck, card, asked->wording));
    bool is_of_term = asked->ask == ASK_TERM;
    *out = (DealQuestion){.card_id = deck_card_id(deck, card), .card = card, .ask = asked->ask};
    out->prompt = is_of_term ? deck_term(deck, card) : definition;
    put_options(asked, index, is_of_term ? definition : deck_term(deck, card), out, places);
    return true;
}
