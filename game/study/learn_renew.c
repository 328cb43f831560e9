/* Learn on a deck that was changed meanwhile: what is asked and how far the group has come stay. */
#include "play/redeal.h"
#include "study/learn.h"
#include "study/learn_group.h"

#define NO_PLACE UINT32_MAX

typedef struct {
    Learn *learn;
    const Learn *before;
    const Deck *was, *is;
} Renewal;

static uint32_t now_of(const Renewal *renewal, uint32_t card)
{
    return card == DECK_NO_CARD ? card : deck_find_card(renewal->is, deck_card_id(renewal->was, card));
}

/* The cards that are still asked, in their order. */
static LearnGroup keep_group(const Renewal *renewal)
{
    const LearnGroup *before = &renewal->before->group;
    LearnGroup group = {.asked = before->asked};
    uint32_t places[LEARN_GROUP];
    for (uint32_t i = 0; i < before->count; i++) {
        LearnCard card = before->cards[i];
        card.card = now_of(renewal, card.card);
        bool is_kept = card.card != DECK_NO_CARD && pool_has(&renewal->learn->source.pool, card.card);
        places[i] = is_kept ? group.count : NO_PLACE;
        if (is_kept) group.cards[group.count++] = card;
    }
    for (uint32_t i = 0; i < before->waiting; i++) {
        uint32_t place = places[before->queue[i]];
        if (place != NO_PLACE) group.queue[group.waiting++] = place;
    }
    return group;
}

/* What the store has may be older. */
static void keep_learned(const Renewal *renewal)
{
    Learn *learn = renewal->learn;
    const LearnSource *before = &renewal->before->source;
    for (uint32_t i = 0; i < deck_count(renewal->was); i++) {
        uint32_t card = now_of(renewal, i);
        if (card != DECK_NO_CARD) learn->source.is_learned[card] = before->is_learned[i];
    }
    learn->learned = 0;
    for (uint32_t i = 0; i < learn->source.pool.count; i++)
        learn->learned += learn->source.is_learned[learn->source.pool.cards[i]];
}

/* What was shown and given is as it was then. */
static StudyFact keep_fact(const Renewal *renewal)
{
    Arena *arena = &renewal->learn->arena;
    StudyFact fact = renewal->before->answer.fact;
    fact.card = now_of(renewal, fact.card);
    fact.chosen_card = now_of(renewal, fact.chosen_card);
    fact.shown = str_copy(arena, fact.shown);
    fact.chosen = str_copy(arena, fact.chosen);
    return fact;
}

/* As it was counted; what was typed stands beside the right text of now. */
static LearnAnswer keep_answer(const Renewal *renewal, const uint32_t *places)
{
    Learn *learn = renewal->learn;
    const LearnQuestion *question = &learn->question;
    LearnAnswer answer = renewal->before->answer;
    if (answer.chosen != LEARN_NO_OPTION) answer.chosen = places[answer.chosen];
    answer.typed = str_copy(&learn->arena, answer.typed);
    answer.verdict.expected = question->answer;
    if (answer.typed.size > 0)
        answer.verdict =
            typed_grade(&learn->arena, renewal->is, question->deal.card, question->answer_side, answer.typed);
    if (renewal->before->phase != LEARN_ASKING) answer.fact = keep_fact(renewal);
    return answer;
}

static bool keep_question(const Renewal *renewal)
{
    Learn *learn = renewal->learn;
    const Learn *before = renewal->before;
    uint32_t places[SETUP_MAX_OPTIONS];
    DealQuestion deal;
    Redeal asked = redeal_of(&before->question.deal, renewal->was);
    bool is_chosen = before->phase == LEARN_ASKING && before->question.form == LEARN_FORM_CHOICE;
    if (!redeal_ask(&asked, learn->source.deck->index, &deal, places)) return false;
    if (is_chosen && deal.option_count < 2) return false;
    learn->question = before->question;
    learn->question.deal = deal;
    learn->question.answer = deal.options[deal.right].text;
    learn->answer = keep_answer(renewal, places);
    learn->phase = before->phase;
    return true;
}

bool learn_renew(Learn *learn, const Learn *before, const Deck *was, int64_t now_ms)
{
    Renewal renewal = {learn, before, was, learn->source.deck->index->deck};
    const LearnCard *asked_before = learn_current(before);
    LearnGroup group = keep_group(&renewal);
    keep_learned(&renewal);
    if (!learn_resume(learn, &group, now_ms)) {
        learn->group.asked = before->group.asked;
        learn_begin(learn, now_ms);
    }
    keep_learned(&renewal);
    if (!asked_before) return true;
    const LearnCard *asked = learn_current(learn);
    bool is_same = asked && asked->card == now_of(&renewal, asked_before->card);
    if (is_same) keep_question(&renewal);
    return is_same;
}
