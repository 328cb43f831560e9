#include "study/learn.h"

#include "base/text.h"
#include "play/fold.h"
#include "study/learn_group.h"

#define MAX_CONFUSIONS 16

void learn_init(Learn *learn, const LearnSource *source)
{
    *learn = (Learn){.source = *source, .phase = LEARN_FINISHED};
    arena_init(&learn->arena, 0);
    for (uint32_t i = 0; i < source->pool.count; i++)
        learn->learned += source->is_learned[source->pool.cards[i]];
}

void learn_free(Learn *learn)
{
    arena_deinit(&learn->arena);
}

const LearnCard *learn_current(const Learn *learn)
{
    const LearnGroup *group = &learn->group;
    bool is_between = learn->phase == LEARN_GROUP_DONE || learn->phase == LEARN_FINISHED;
    return is_between ? NULL : &group->cards[group->queue[0]];
}

/* --- the question --- */

static uint32_t find_confusions(const StudyDeck *deck, uint32_t card, DistractorConfusion *out)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < deck->confusion_count && count < MAX_CONFUSIONS; i++) {
        const StudyConfusion *confusion = &deck->confusions[i];
        if (confusion->asked != card || confusion->count <= 0) continue;
        out[count++] = (DistractorConfusion){confusion->chosen, (uint32_t)confusion->count};
    }
    return count;
}

/* Of a card's two questions and of each of its returns the side is the same, the wording need not be. */
static Ask ask_of(const LearnSource *source, uint32_t card)
{
    if (source->ask != ASK_BOTH) return source->ask;
    return fold_mix(source->seed ^ card) & 1 ? ASK_TERM : ASK_DEFINITION;
}

static void deal(Learn *learn, uint32_t card, int64_t now_ms)
{
    const LearnSource *source = &learn->source;
    DistractorConfusion confusions[MAX_CONFUSIONS];
    DistractorPractice practice = {.recall = (uint32_t)(1000 * study_recall(source->deck, card, now_ms)),
                                   .confusions = confusions};
    practice.confusion_count = find_confusions(source->deck, card, confusions);
    DealSource from = {source->deck->index, source->pool, source->options, &practice};
    Rng rng;
    rng_seed(&rng, fold_mix(source->seed + learn->group.asked));
    dealer_ask(&from, card, ask_of(source, card), LEARN_OPTIONS, &rng, &learn->question.deal);
}

static LearnForm form_of(const LearnQuestion *question, LearnStage stage)
{
    if (stage == LEARN_STAGE_CHOICE && question->deal.option_count > 1) return LEARN_FORM_CHOICE;
    return text_length(question->answer) > LEARN_MAX_TYPED ? LEARN_FORM_CARD : LEARN_FORM_TYPED;
}

static void ask(Learn *learn, int64_t now_ms)
{
    LearnQuestion *question = &learn->question;
    const LearnCard *card = &learn->group.cards[learn->group.queue[0]];
    arena_reset(&learn->arena);
    learn->answer = (LearnAnswer){.chosen = LEARN_NO_OPTION};
    deal(learn, card->card, now_ms);
    question->answer = question->deal.options[question->deal.right].text;
    question->answer_side = question->deal.ask == ASK_TERM ? SIDE_DEFINITION : SIDE_TERM;
    question->form = form_of(question, card->stage);
    learn->phase = LEARN_ASKING;
}

static LearnEvent go_on(Learn *learn, int64_t now_ms)
{
    bool is_finished = learn->learned == learn->source.pool.count;
    if (learn->group.waiting > 0)
        ask(learn, now_ms);
    else
        learn->phase = is_finished ? LEARN_FINISHED : LEARN_GROUP_DONE;
    if (learn->phase == LEARN_FINISHED) return LEARN_EVENT_FINISHED;
    return learn->phase == LEARN_GROUP_DONE ? LEARN_EVENT_GROUP_DONE : LEARN_EVENT_NONE;
}

void learn_begin(Learn *learn, int64_t now_ms)
{
    learn_group_make(&learn->group, &learn->source, now_ms);
    go_on(learn, now_ms);
}

static void mark(Learn *learn, uint32_t card, bool is_learned)
{
    if (learn->source.is_learned[card] == is_learned) return;
    learn->source.is_learned[card] = is_learned;
    if (is_learned)
        learn->learned++;
    else
        learn->learned--;
}

bool learn_resume(Learn *learn, const LearnGroup *group, int64_t now_ms)
{
    if (!learn_group_fits(group, &learn->source.pool)) return false;
    learn->group = *group;
    for (uint32_t i = 0; i < group->count; i++)
        mark(learn, group->cards[i].card, group->cards[i].stage == LEARN_STAGE_DONE);
    go_on(learn, now_ms);
    return true;
}

LearnGroup learn_group_ahead(const Learn *learn)
{
    LearnGroup group = learn->group;
    bool is_decided = learn->phase == LEARN_ANSWERED || learn->phase == LEARN_RETYPING;
    if (is_decided) {
        learn_group_settle(&group, learn->question.form, learn->answer.is_right);
        group.asked++;
    }
    return group;
}

/* --- the answer --- */

static uint32_t characters_to_read(const LearnQuestion *question)
{
    size_t characters = text_length(question->deal.prompt);
    for (uint32_t i = 0; question->form == LEARN_FORM_CHOICE && i < question->deal.option_count; i++)
        characters += text_length(question->deal.options[i].text);
    return characters < INT32_MAX ? (uint32_t)characters : INT32_MAX;
}

static StudyFact fact_of(const Learn *learn, const LearnInput *input, EvidenceFormat format)
{
    const LearnQuestion *question = &learn->question;
    const LearnAnswer *answer = &learn->answer;
    StudyFact fact = {.card = question->deal.card,
                      .chosen_card = DECK_NO_CARD,
                      .shown_side = question->deal.ask == ASK_TERM ? SIDE_TERM : SIDE_DEFINITION,
                      .shown = question->deal.prompt,
                      .chosen = answer->typed};
    fact.evidence = (Evidence){.format = format,
                               .is_right = answer->is_right,
                               .is_near = answer->is_near,
                               .lost_focus = input->lost_focus,
                               .grade = answer->is_right ? GRADE_GOOD : GRADE_AGAIN,
                               .response_ms = input->response_ms,
                               .read_characters = (int32_t)characters_to_read(question)};
    if (format == EVIDENCE_CHOICE) fact.evidence.choices = (int32_t)question->deal.option_count;
    if (answer->chosen == LEARN_NO_OPTION) return fact;
    const DealOption *option = &question->deal.options[answer->chosen];
    fact.chosen = option->text;
    if (!answer->is_right) fact.chosen_card = option->card;
    return fact;
}

static EvidenceFormat format_of(LearnForm form)
{
    switch (form) {
    case LEARN_FORM_CHOICE: return EVIDENCE_CHOICE;
    case LEARN_FORM_TYPED: return EVIDENCE_TYPED;
    case LEARN_FORM_CARD: break;
    }
    return EVIDENCE_CARD;
}

static LearnEvent event_of(const LearnAnswer *answer)
{
    if (!answer->is_right) return LEARN_EVENT_WRONG;
    return answer->is_near ? LEARN_EVENT_NEAR : LEARN_EVENT_RIGHT;
}

/* The fact is there and told; a card is learned with its last right answer, at once, so that a crash does not
   lose it. */
static LearnEffects decide(Learn *learn, const LearnInput *input, EvidenceFormat format)
{
    LearnAnswer *answer = &learn->answer;
    answer->fact = fact_of(learn, input, format);
    learn->phase = LEARN_ANSWERED;
    LearnEffects effects = {.is_taken = true,
                            .keeps = true,
                            .fact = answer->fact,
                            .card = answer->fact.card,
                            .event = event_of(answer)};
    bool is_learned = answer->is_right && learn->question.form != LEARN_FORM_CHOICE;
    if (is_learned != learn->source.is_learned[effects.card])
        effects.mark = is_learned ? LEARN_MARK_DONE : LEARN_MARK_UNDONE;
    mark(learn, effects.card, is_learned);
    return effects;
}

static LearnEffects choose(Learn *learn, const LearnInput *input)
{
    const LearnQuestion *question = &learn->question;
    bool is_asked = learn->phase == LEARN_ASKING && question->form == LEARN_FORM_CHOICE;
    if (!is_asked || input->number < 0 || input->number >= question->deal.option_count)
        return (LearnEffects){.is_taken = false};
    learn->answer.chosen = (uint32_t)input->number;
    learn->answer.is_right = learn->answer.chosen == question->deal.right;
    return decide(learn, input, EVIDENCE_CHOICE);
}

static LearnEffects settle(Learn *learn, const LearnInput *input)
{
    learn->group = learn_group_ahead(learn);
    return (LearnEffects){.is_taken = true, .event = go_on(learn, input->now_ms)};
}

/* What is typed with the answer in sight says nothing of memory: right, it goes on. */
static LearnEffects retype(Learn *learn, const LearnInput *input)
{
    if (learn->answer.verdict.match == TYPED_RIGHT) {
        LearnEffects effects = settle(learn, input);
        if (effects.event == LEARN_EVENT_NONE) effects.event = LEARN_EVENT_RIGHT;
        return effects;
    }
    bool is_near = learn->answer.verdict.match == TYPED_NEAR;
    return (LearnEffects){.is_taken = true, .event = is_near ? LEARN_EVENT_NEAR : LEARN_EVENT_WRONG};
}

static LearnEffects type(Learn *learn, const LearnInput *input)
{
    const LearnQuestion *question = &learn->question;
    bool is_first = learn->phase == LEARN_ASKING && question->form == LEARN_FORM_TYPED;
    if ((!is_first && learn->phase != LEARN_RETYPING) || str_is_blank(input->text))
        return (LearnEffects){.is_taken = false};
    LearnAnswer *answer = &learn->answer;
    answer->typed = str_copy(&learn->arena, input->text);
    answer->verdict = typed_grade(&learn->arena, learn->source.deck->index->deck, question->deal.card,
                                  question->answer_side, answer->typed);
    if (!is_first) return retype(learn, input);
    answer->is_right = answer->verdict.match != TYPED_WRONG;
    answer->is_near = answer->verdict.match == TYPED_NEAR;
    return decide(learn, input, EVIDENCE_TYPED);
}

static LearnEffects show(Learn *learn, const LearnInput *input)
{
    if (learn->phase != LEARN_ASKING) return (LearnEffects){.is_taken = false};
    learn->answer.is_given_up = true;
    learn->answer.verdict.expected = learn->question.answer;
    return decide(learn, input, format_of(learn->question.form));
}

static LearnEffects turn(Learn *learn)
{
    bool can_turn = learn->phase == LEARN_ASKING && learn->question.form != LEARN_FORM_CHOICE;
    if (!can_turn) return (LearnEffects){.is_taken = false};
    learn->question.form = LEARN_FORM_CARD;
    learn->phase = LEARN_TURNED;
    return (LearnEffects){.is_taken = true, .event = LEARN_EVENT_TURNED};
}

/* The answer has been seen already: it goes on at once. */
static LearnEffects grade(Learn *learn, const LearnInput *input)
{
    if (learn->phase != LEARN_TURNED) return (LearnEffects){.is_taken = false};
    learn->answer.is_right = input->number != 0;
    LearnEffects effects = decide(learn, input, EVIDENCE_CARD);
    LearnEvent after = settle(learn, input).event;
    if (after != LEARN_EVENT_NONE) effects.event = after;
    return effects;
}

static LearnEffects overrule(Learn *learn, const LearnInput *input)
{
    LearnAnswer *answer = &learn->answer;
    bool can = learn->phase == LEARN_ANSWERED && learn->question.form == LEARN_FORM_TYPED;
    if (!can || answer->is_given_up) return (LearnEffects){.is_taken = false};
    answer->is_right = !answer->is_right;
    answer->is_near = answer->is_right && answer->verdict.match == TYPED_NEAR;
    answer->is_overruled = !answer->is_overruled;
    LearnInput as_before = *input;
    as_before.response_ms = answer->fact.evidence.response_ms;
    as_before.lost_focus = answer->fact.evidence.lost_focus;
    LearnEffects effects = decide(learn, &as_before, EVIDENCE_TYPED);
    effects.undoes = true;
    return effects;
}

static LearnEffects again(Learn *learn)
{
    const LearnAnswer *answer = &learn->answer;
    bool can = learn->phase == LEARN_ANSWERED && learn->question.form == LEARN_FORM_TYPED;
    if (!can || (!answer->is_given_up && answer->verdict.match == TYPED_RIGHT))
        return (LearnEffects){.is_taken = false};
    learn->phase = LEARN_RETYPING;
    return (LearnEffects){.is_taken = true};
}

static LearnEffects next(Learn *learn, const LearnInput *input)
{
    bool is_decided = learn->phase == LEARN_ANSWERED || learn->phase == LEARN_RETYPING;
    if (is_decided) return settle(learn, input);
    if (learn->phase != LEARN_GROUP_DONE) return (LearnEffects){.is_taken = false};
    learn_begin(learn, input->now_ms);
    return (LearnEffects){.is_taken = true};
}

static LearnEffects restart(Learn *learn, const LearnInput *input)
{
    const Pool *pool = &learn->source.pool;
    if (learn->phase != LEARN_FINISHED || pool->count == 0) return (LearnEffects){.is_taken = false};
    for (uint32_t i = 0; i < pool->count; i++) mark(learn, pool->cards[i], false);
    learn_begin(learn, input->now_ms);
    return (LearnEffects){.is_taken = true, .mark = LEARN_MARK_ALL_UNDONE};
}

static LearnEffects star(const Learn *learn)
{
    const LearnCard *card = learn_current(learn);
    if (!card) return (LearnEffects){.is_taken = false};
    return (LearnEffects){.is_taken = true, .stars = true, .card = card->card};
}

LearnEffects learn_apply(Learn *learn, const LearnInput *input)
{
    switch (input->kind) {
    case LEARN_INPUT_CHOOSE: return choose(learn, input);
    case LEARN_INPUT_TYPE: return type(learn, input);
    case LEARN_INPUT_SHOW: return show(learn, input);
    case LEARN_INPUT_TURN: return turn(learn);
    case LEARN_INPUT_GRADE: return grade(learn, input);
    case LEARN_INPUT_OVERRULE: return overrule(learn, input);
    case LEARN_INPUT_AGAIN: return again(learn);
    case LEARN_INPUT_NEXT: return next(learn, input);
    case LEARN_INPUT_RESTART: return restart(learn, input);
    case LEARN_INPUT_STAR: return star(learn);
    }
    return (LearnEffects){.is_taken = false};
}

/* --- where it stands --- */

static uint32_t groups_of(uint32_t cards)
{
    return (cards + LEARN_GROUP - 1) / LEARN_GROUP;
}

uint32_t learn_groups(const Learn *learn)
{
    return groups_of(learn->source.pool.count);
}

/* By what was left when the group began: those that it has learned count as left. */
uint32_t learn_group_number(const Learn *learn)
{
    uint32_t left = learn->source.pool.count - learn->learned;
    for (uint32_t i = 0; i < learn->group.count; i++)
        left += learn->source.is_learned[learn->group.cards[i].card];
    return learn_groups(learn) - groups_of(left) + (left > 0);
}
