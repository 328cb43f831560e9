#include "play/plausible.h"

#include "play/logarithm.h"

static const Gist *find_gists(const PlayIndex *index, Arena *arena, Side side, uint32_t card, uint32_t *count)
{
    *count = side == SIDE_TERM ? 1 : deck_wording_count(index->deck, card);
    if (*count > PLAUSIBLE_MAX_TEXTS) *count = PLAUSIBLE_MAX_TEXTS;
    return play_index_gists(index, arena, side, card, *count);
}

Asked asked_make(const PlayIndex *index, Arena *arena, Side side, uint32_t card, Str prompt, Str answer)
{
    Asked asked = {.index = index, .arena = arena, .side = side, .card = card};
    asked.answer = gist_make(arena, answer);
    asked.prompt = gist_make(arena, prompt);
    asked.rights = find_gists(index, arena, side, card, &asked.right_count);
    return asked;
}

Option option_make(const Asked *asked, SideText which)
{
    const PlayIndex *index = asked->index;
    Option option = {.card = which.card, .shown = side_text(index->deck, asked->side, which)};
    bool is_at_hand = index->gists[asked->side] != NULL;
    option.gist = is_at_hand ? play_index_gists(index, NULL, asked->side, which.card, 0)[which.wording]
                             : gist_make(asked->arena, option.shown);
    Side prompt_side = asked->side == SIDE_TERM ? SIDE_DEFINITION : SIDE_TERM;
    option.prompts = find_gists(index, asked->arena, prompt_side, which.card, &option.prompt_count);
    return option;
}

Option option_make_own(const Asked *asked, Str shown)
{
    return (Option){.card = DECK_NO_CARD, .shown = shown, .gist = gist_make(asked->arena, shown)};
}

bool option_is_right(const Asked *asked, const Option *option)
{
    const Clash *clash = asked->index->clash;
    if (option->card == DECK_NO_CARD) {
        if (clash_is_definition_of(clash, asked->card, option->shown)) return true;
    } else if (clash_is(clash, asked->card, option->card)) {
        return true;
    }
    if (gist_is_same(&asked->answer, &option->gist)) return true;
    for (uint32_t i = 0; i < asked->right_count; i++)
        if (gist_is_same(&asked->rights[i], &option->gist)) return true;
    for (uint32_t i = 0; i < option->prompt_count; i++)
        if (str_is(option->prompts[i].text, asked->prompt.text)) return true;
    return false;
}

bool option_is_doubtful(const Asked *asked, const Option *option)
{
    if (gist_is_near(&asked->answer, &option->gist)) return true;
    for (uint32_t i = 0; i < option->prompt_count; i++)
        if (gist_dice(&option->prompts[i], &asked->prompt) >= 800) return true;
    return gist_shares(&option->gist.content, &asked->prompt.content) &&
           !gist_shares(&asked->answer.content, &asked->prompt.content);
}

static bool has_shared_tag(const Deck *deck, uint32_t a, uint32_t b)
{
    for (uint32_t i = 0; i < deck_card_tag_count(deck, a); i++)
        if (deck_card_has_tag(deck, b, deck_card_tag(deck, a, i))) return true;
    return false;
}

static int32_t ratio_cost(uint32_t a, uint32_t b)
{
    if (a == 0 || b == 0) return 0;
    int32_t difference = logarithm_milli(a) - logarithm_milli(b);
    return difference < 0 ? -difference : difference;
}

int32_t option_rank(const Asked *asked, const Option *option)
{
    uint32_t prompt_dice = 0;
    for (uint32_t i = 0; i < option->prompt_count; i++) {
        uint32_t dice = gist_dice(&option->prompts[i], &asked->prompt);
        if (dice > prompt_dice) prompt_dice = dice;
    }
    int32_t rank = (int32_t)(350 * gist_dice(&asked->answer, &option->gist) + 150 * prompt_dice) / 1000;
    if (option->card != DECK_NO_CARD && has_shared_tag(asked->index->deck, asked->card, option->card))
        rank += 150;
    rank += gist_kind_in_common(&asked->answer, &option->gist);
    return rank - ratio_cost(asked->answer.length, option->gist.length);
}
