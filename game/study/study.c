#include "study/study.h"

static const Str names[STUDY_MODES] = {[STUDY_CARDS] = STR_INIT("cards"),
                                       [STUDY_LEARN] = STR_INIT("learn"),
                                       [STUDY_TEST] = STR_INIT("test"),
                                       [STUDY_SPACED] = STR_INIT("spaced")};

Str study_mode_name(StudyMode mode)
{
    return names[mode];
}

bool study_mode_find(Str name, StudyMode *out)
{
    for (int mode = 0; mode < STUDY_MODES; mode++) {
        if (!str_is(name, names[mode])) continue;
        *out = (StudyMode)mode;
        return true;
    }
    return false;
}

#define WEAK_RECALL 0.9

bool study_is_weak(const CardMemory *card, double recall)
{
    return !card_memory_is_new(card) && recall < WEAK_RECALL;
}

double study_recall(const StudyDeck *deck, uint32_t card, int64_t now_ms)
{
    return card_memory_recall(&deck->memory, &deck->learner, &deck->cards[card].memory, now_ms);
}

MasteryLevel study_level(const StudyDeck *deck, uint32_t card, int64_t now_ms)
{
    return mastery_shown(mastery_level(&deck->cards[card].memory), study_recall(deck, card, now_ms));
}

static void step(StudyDeck *deck, uint32_t card, const Evidence *evidence, Moment moment, Verdict *verdict)
{
    StudyCard *known = &deck->cards[card];
    *verdict = card_memory_apply(&deck->memory, &deck->learner, &known->memory, evidence, moment);
    known->due_ms = card_memory_due_ms(&deck->memory, &known->memory, deck->retention);
}

static void count_confusion(StudyDeck *deck, uint32_t asked, uint32_t chosen)
{
    for (uint32_t i = 0; i < deck->confusion_count; i++) {
        StudyConfusion *confusion = &deck->confusions[i];
        if (confusion->asked == asked && confusion->chosen == chosen) confusion->count++;
    }
}

Verdict study_apply(StudyDeck *deck, const StudyFact *fact, Moment moment)
{
    Verdict verdict, of_other;
    step(deck, fact->card, &fact->evidence, moment, &verdict);
    if (fact->evidence.is_right || fact->chosen_card == DECK_NO_CARD) return verdict;
    count_confusion(deck, fact->card, fact->chosen_card);
    if (fact->evidence.format != EVIDENCE_MATCH) return verdict;
    Evidence other = fact->evidence;
    other.is_other = true;
    step(deck, fact->chosen_card, &other, moment, &of_other);
    return verdict;
}
