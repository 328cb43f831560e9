#include "study/learn.h"

#include <string.h>

#include "formats/learn_state.h"
#include "study/learn_group.h"
#include "unit/play_fixture.h"

#define HOUR_MS INT64_C(3600000)
#define START   INT64_C(1767225600000)

typedef struct {
    Fixture base;
    StudyDeck deck;
    LearnSource source;
    Learn learn;
    int64_t now_ms;
    StudyCard card_before;
    int64_t kept; /* answers that count */
} Fix;

static Fix f;

static void open_deck(void)
{
    const Deck *deck = f.base.deck;
    f.deck = (StudyDeck){.index = f.base.index, .memory = memory_make(MODEL_FSRS7), .retention = 0.9};
    f.deck.cards = ARENA_NEW_N(&f.base.arena, StudyCard, deck_count(deck));
    f.now_ms = START;
    f.kept = 0;
    Setup setup = setup_default(VARIANT_CLASSIC);
    Pool pool = pool_make(&f.base.arena, deck, &setup);
    f.source = (LearnSource){.deck = &f.deck,
                             .pool = pool,
                             .options = pool,
                             .ask = ASK_DEFINITION,
                             .seed = 7,
                             .is_learned = ARENA_NEW_N(&f.base.arena, bool, deck_count(deck))};
}

static void begin(void)
{
    learn_init(&f.learn, &f.source);
    learn_begin(&f.learn, f.now_ms);
}

static void start(uint32_t count)
{
    fixture_of_count(&f.base, count);
    open_deck();
    begin();
}

static void stop(void)
{
    learn_free(&f.learn);
    fixture_free(&f.base);
}

static Moment moment(void)
{
    return (Moment){f.now_ms, (int32_t)(f.now_ms / (24 * HOUR_MS))};
}

static void answer_before(uint32_t card, bool is_right, int64_t hours)
{
    StudyFact fact = {.card = card,
                      .chosen_card = DECK_NO_CARD,
                      .evidence = {.format = EVIDENCE_CARD, .is_right = is_right, .grade = GRADE_GOOD}};
    if (!is_right) fact.evidence.grade = GRADE_AGAIN;
    f.now_ms -= hours * HOUR_MS;
    study_apply(&f.deck, &fact, moment());
    f.now_ms += hours * HOUR_MS;
}

/* Applies it and keeps what it says, as the app does. */
static LearnEffects apply(LearnInputKind kind, int64_t number, const char *text)
{
    f.now_ms += 2000;
    LearnInput input = {
        .kind = kind, .number = number, .text = str_of(text), .now_ms = f.now_ms, .response_ms = 1500};
    LearnEffects effects = learn_apply(&f.learn, &input);
    if (effects.undoes) {
        f.deck.cards[effects.card] = f.card_before;
        f.kept--;
    }
    if (!effects.keeps) return effects;
    f.card_before = f.deck.cards[effects.card];
    study_apply(&f.deck, &effects.fact, moment());
    f.kept++;
    return effects;
}

static uint32_t right_option(void)
{
    return f.learn.question.deal.right;
}

static const char *right_text(void)
{
    return f.learn.question.answer.data;
}

/* Answers the present question and goes on. */
static LearnEffects answer(bool is_right)
{
    LearnEffects effects;
    uint32_t options = f.learn.question.deal.option_count;
    if (f.learn.question.form == LEARN_FORM_CHOICE)
        effects = apply(LEARN_INPUT_CHOOSE, (right_option() + !is_right) % options, "");
    else
        effects = apply(LEARN_INPUT_TYPE, 0, is_right ? right_text() : "nothing of the kind");
    assert_true(effects.is_taken && effects.keeps);
    assert_int_equal(effects.fact.evidence.is_right, is_right);
    assert_true(apply(LEARN_INPUT_NEXT, 0, "").is_taken);
    return effects;
}

static void weak_cards_come_first_then_new_ones_in_deck_order_then_known_ones(void **state)
{
    (void)state;
    fixture_of_count(&f.base, 9);
    open_deck();
    answer_before(3, true, 24 * 300);
    answer_before(5, false, 24);
    answer_before(0, true, 1);
    f.deck.cards[2].is_suspended = true;
    begin();
    const LearnGroup *group = &f.learn.group;
    assert_int_equal(group->count, 7);
    assert_int_equal(group->cards[0].card + group->cards[1].card, 3 + 5);
    assert_true(study_recall(&f.deck, group->cards[0].card, START) <=
                study_recall(&f.deck, group->cards[1].card, START));
    static const uint32_t fresh[] = {1, 4, 6, 7, 8};
    for (int i = 0; i < 5; i++) assert_int_equal(group->cards[2 + i].card, fresh[i]);
    stop();
}

static void each_card_is_chosen_then_typed_and_a_group_of_seven_is_done(void **state)
{
    (void)state;
    start(16);
    assert_int_equal(learn_groups(&f.learn), 3);
    assert_int_equal(learn_group_number(&f.learn), 1);
    for (int i = 0; i < 7; i++) {
        assert_int_equal(f.learn.question.form, LEARN_FORM_CHOICE);
        assert_int_equal(f.learn.question.deal.option_count, 4);
        assert_int_equal(answer(true).mark, LEARN_MARK_NONE);
    }
    for (int i = 0; i < 7; i++) {
        assert_int_equal(f.learn.question.form, LEARN_FORM_TYPED);
        uint32_t card = learn_current(&f.learn)->card;
        LearnEffects effects = answer(true);
        assert_int_equal(effects.mark, LEARN_MARK_DONE);
        assert_int_equal(effects.card, card);
        assert_true(f.source.is_learned[card]);
        assert_int_equal(learn_group_number(&f.learn), 1);
    }
    assert_int_equal(f.learn.phase, LEARN_GROUP_DONE);
    assert_int_equal(f.learn.learned, 7);
    assert_null(learn_current(&f.learn));
    apply(LEARN_INPUT_NEXT, 0, "");
    assert_int_equal(learn_group_number(&f.learn), 2);
    for (int i = 0; i < 14; i++) answer(true);
    apply(LEARN_INPUT_NEXT, 0, "");
    assert_int_equal(learn_group_number(&f.learn), 3);
    assert_int_equal(f.learn.group.count, 2);
    for (int i = 0; i < 4; i++) answer(true);
    assert_int_equal(f.learn.phase, LEARN_FINISHED);
    assert_int_equal(apply(LEARN_INPUT_RESTART, 0, "").mark, LEARN_MARK_ALL_UNDONE);
    assert_int_equal(f.learn.learned, 0);
    assert_int_equal(f.learn.group.count, 7);
    stop();
}

static void a_miss_comes_back_after_two_others(void **state)
{
    (void)state;
    start(7);
    uint32_t missed = learn_current(&f.learn)->card;
    answer(false);
    for (int i = 0; i < 2; i++) {
        assert_int_not_equal(learn_current(&f.learn)->card, missed);
        answer(true);
    }
    assert_int_equal(learn_current(&f.learn)->card, missed);
    assert_int_equal(learn_current(&f.learn)->misses, 1);
    assert_true(learn_current(&f.learn)->comes_back);
    assert_int_equal(f.learn.question.form, LEARN_FORM_CHOICE);
    stop();
}

static void with_fewer_left_a_miss_comes_back_sooner(void **state)
{
    (void)state;
    start(1);
    assert_int_equal(f.learn.question.form, LEARN_FORM_TYPED); /* nothing to choose from */
    answer(false);
    assert_int_equal(f.learn.phase, LEARN_ASKING);
    answer(true);
    assert_int_equal(f.learn.phase, LEARN_FINISHED);
    stop();
}

static void to_typing(void)
{
    while (f.learn.question.form == LEARN_FORM_CHOICE) answer(true);
}

static void an_almost_counts_and_can_be_typed_again_or_overruled(void **state)
{
    (void)state;
    fixture_of_file(&f.base, "decks/aws-ai-practitioner.json");
    open_deck();
    begin();
    to_typing();
    Str right = f.learn.question.answer;
    Str short_by_one = str_copy(&f.base.arena, str_slice(right, 0, right.size - 1));
    LearnEffects effects = apply(LEARN_INPUT_TYPE, 0, short_by_one.data);
    assert_int_equal(effects.event, LEARN_EVENT_NEAR);
    assert_true(effects.fact.evidence.is_right && effects.fact.evidence.is_near);
    int64_t kept = f.kept;
    assert_true(apply(LEARN_INPUT_AGAIN, 0, "").is_taken);
    assert_int_equal(f.learn.phase, LEARN_RETYPING);
    assert_int_equal(apply(LEARN_INPUT_TYPE, 0, "wide of it").event, LEARN_EVENT_WRONG);
    assert_int_equal(f.learn.phase, LEARN_RETYPING);
    apply(LEARN_INPUT_TYPE, 0, str_copy(&f.base.arena, right).data);
    assert_int_equal(f.learn.phase, LEARN_ASKING);
    assert_int_equal(f.kept, kept); /* typing it again is no answer */
    stop();
}

static void a_typed_answer_can_be_overruled_both_ways(void **state)
{
    (void)state;
    start(7);
    to_typing();
    uint32_t card = learn_current(&f.learn)->card;
    int64_t kept = f.kept;
    apply(LEARN_INPUT_TYPE, 0, "another word for it");
    assert_false(f.source.is_learned[card]);
    LearnEffects effects = apply(LEARN_INPUT_OVERRULE, 0, "");
    assert_true(effects.undoes && effects.keeps && effects.fact.evidence.is_right);
    assert_int_equal(effects.mark, LEARN_MARK_DONE);
    assert_int_equal(effects.fact.evidence.response_ms, 1500);
    effects = apply(LEARN_INPUT_OVERRULE, 0, "");
    assert_false(effects.fact.evidence.is_right);
    assert_int_equal(effects.mark, LEARN_MARK_UNDONE);
    assert_int_equal(f.kept, kept + 1);
    apply(LEARN_INPUT_NEXT, 0, "");
    assert_false(f.source.is_learned[card]);
    stop();
}

static void an_answer_that_is_shown_counts_as_wrong(void **state)
{
    (void)state;
    start(7);
    assert_false(apply(LEARN_INPUT_SHOW, 0, "").fact.evidence.is_right); /* of a choice */
    apply(LEARN_INPUT_NEXT, 0, "");
    to_typing();
    LearnEffects effects = apply(LEARN_INPUT_SHOW, 0, "");
    assert_int_equal(effects.fact.evidence.format, EVIDENCE_TYPED);
    assert_false(effects.fact.evidence.is_right);
    assert_int_equal(effects.fact.chosen.size, 0);
    assert_string_equal(f.learn.answer.verdict.expected.data, right_text());
    assert_false(apply(LEARN_INPUT_OVERRULE, 0, "").is_taken);
    assert_true(apply(LEARN_INPUT_AGAIN, 0, "").is_taken);
    stop();
}

static void who_cannot_type_grades_the_card(void **state)
{
    (void)state;
    start(7);
    assert_false(apply(LEARN_INPUT_TURN, 0, "").is_taken); /* a choice is chosen */
    to_typing();
    assert_false(apply(LEARN_INPUT_GRADE, 1, "").is_taken);
    apply(LEARN_INPUT_TURN, 0, "");
    assert_int_equal(f.learn.phase, LEARN_TURNED);
    uint32_t card = learn_current(&f.learn)->card;
    LearnEffects effects = apply(LEARN_INPUT_GRADE, 1, "");
    assert_int_equal(effects.fact.evidence.format, EVIDENCE_CARD);
    assert_int_equal(effects.fact.evidence.grade, GRADE_GOOD);
    assert_int_equal(effects.mark, LEARN_MARK_DONE);
    assert_true(f.source.is_learned[card]);
    apply(LEARN_INPUT_TURN, 0, "");
    effects = apply(LEARN_INPUT_GRADE, 0, "");
    assert_int_equal(effects.fact.evidence.grade, GRADE_AGAIN);
    assert_int_equal(effects.mark, LEARN_MARK_NONE);
    assert_int_equal(f.learn.group.waiting, 6);
    stop();
}

static void long_answers_are_graded_not_typed(void **state)
{
    (void)state;
    fixture_of_file(&f.base, "decks/aws-ai-practitioner.json");
    open_deck();
    f.source.ask = ASK_TERM;
    begin();
    for (int i = 0; i < 7; i++) answer(true);
    assert_int_equal(f.learn.question.form, LEARN_FORM_CARD);
    assert_int_equal(f.learn.question.answer_side, SIDE_DEFINITION);
    stop();
}

static void wrong_options_take_confusions_in(void **state)
{
    (void)state;
    fixture_of_count(&f.base, 40);
    open_deck();
    StudyConfusion confusion = {.asked = 0, .chosen = 33, .count = 2};
    f.deck.confusions = &confusion;
    f.deck.confusion_count = 1;
    begin();
    assert_int_equal(learn_current(&f.learn)->card, 0);
    bool has_it = false;
    for (uint32_t i = 0; i < 4; i++) has_it |= f.learn.question.deal.options[i].card == 33;
    assert_true(has_it);
    stop();
}

/* Writes what is to be kept, reads it in a new value of the same deck: as after a crash. */
static void crash(void)
{
    Arena arena;
    arena_init(&arena, 0);
    LearnState kept = {f.source.seed, learn_group_ahead(&f.learn)}, read;
    Str text = learn_state_write(&kept, f.base.deck, &arena);
    learn_free(&f.learn);
    learn_init(&f.learn, &f.source);
    Err err = {0};
    if (!learn_state_read(text, f.base.deck, &arena, &read, &err)) fail_msg("%s", err.text);
    assert_int_equal(read.seed, kept.seed);
    if (!learn_resume(&f.learn, &read.group, f.now_ms)) learn_begin(&f.learn, f.now_ms);
    LearnGroup ahead = learn_group_ahead(&f.learn);
    if (kept.group.count && f.learn.phase != LEARN_FINISHED)
        assert_memory_equal(&ahead, &kept.group, sizeof ahead);
    arena_deinit(&arena);
}

static void after_a_crash_it_goes_on_at_the_same_question(void **state)
{
    (void)state;
    start(20);
    for (int i = 0; i < 5; i++) answer(i != 2);
    Str prompt = f.learn.question.deal.prompt;
    uint32_t right = right_option();
    crash();
    assert_true(str_is(f.learn.question.deal.prompt, prompt));
    assert_int_equal(right_option(), right);
    apply(LEARN_INPUT_CHOOSE, right, "");
    crash(); /* answered and not left: the next one comes */
    assert_false(str_is(f.learn.question.deal.prompt, prompt));
    stop();
}

static void a_kept_group_that_does_not_fit_is_passed_over(void **state)
{
    (void)state;
    start(20);
    LearnGroup group = f.learn.group;
    group.queue[0] = group.queue[1];
    assert_false(learn_resume(&f.learn, &group, f.now_ms));
    group = f.learn.group;
    group.cards[3].stage = LEARN_STAGE_DONE;
    assert_false(learn_resume(&f.learn, &group, f.now_ms));
    group = f.learn.group;
    group.cards[3].card = group.cards[2].card;
    assert_false(learn_resume(&f.learn, &group, f.now_ms));
    group.count = 0;
    assert_false(learn_resume(&f.learn, &group, f.now_ms));
    static const char *const texts[] = {"", "{}", "[]",
                                        "{\"format\":\"matchwick-learn-state\",\"version\":1}",
                                        "{\"format\":\"matchwick-learn-state\",\"version\":1,\"seed\":\"1\","
                                        "\"asked\":0,\"cards\":[{\"card\":\"gone\",\"stage\":\"choice\","
                                        "\"misses\":0,\"comes_back\":false}],\"queue\":[1]}"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        LearnState read;
        Err err = {0};
        assert_false(learn_state_read(str_of(texts[i]), f.base.deck, &f.base.arena, &read, &err));
        assert_true(err.text[0] != '\0');
    }
    stop();
}

static void a_kept_group_goes_on_without_cards_that_are_gone(void **state)
{
    (void)state;
    start(20);
    for (int i = 0; i < 9; i++) answer(true);
    LearnState kept = {7, f.learn.group}, read;
    Str text = learn_state_write(&kept, f.base.deck, &f.base.arena);
    Fixture later;
    fixture_of_count(&later, 5); /* the group is of 7 */
    Err err = {0};
    assert_true(learn_state_read(text, later.deck, &f.base.arena, &read, &err));
    assert_int_equal(read.group.count, 5);
    assert_int_equal(read.group.waiting, 3);
    assert_int_equal(read.group.queue[0], kept.group.queue[0]);
    Setup setup = setup_default(VARIANT_CLASSIC);
    Pool pool = pool_make(&f.base.arena, later.deck, &setup);
    assert_true(learn_group_fits(&read.group, &pool));
    fixture_free(&later);
    stop();
}

/* --- the deck is changed --- */

static void check_invariants(uint32_t pool_count)
{
    const Learn *learn = &f.learn;
    const LearnGroup *group = &learn->group;
    uint32_t learned = 0;
    for (uint32_t i = 0; i < pool_count; i++) learned += f.source.is_learned[i];
    assert_int_equal(learned, learn->learned);
    assert_true(learn_group_number(learn) <= learn_groups(learn));
    bool is_over = learn->phase == LEARN_FINISHED || learn->phase == LEARN_GROUP_DONE;
    assert_int_equal(is_over, learn_current(learn) == NULL);
    if (is_over) {
        assert_true(learn->phase != LEARN_FINISHED || learned == pool_count);
        return;
    }
    assert_true(learn_group_fits(group, &f.source.pool));
    assert_true(group->waiting > 0);
    assert_int_equal(learn_current(learn)->card, learn->question.deal.card);
    assert_true(learn->question.deal.option_count >= 1 && learn->question.deal.right < 4);
}

/* Learn on another deck, from where it was; `was` and `before` are what it was. */
typedef struct {
    Fixture was;
    Learn before;
} Changed;

static bool change(Changed *changed, const char *text)
{
    *changed = (Changed){f.base, f.learn};
    int64_t now_ms = f.now_ms;
    fixture_of_text(&f.base, text);
    open_deck();
    f.now_ms = now_ms;
    learn_init(&f.learn, &f.source);
    return learn_renew(&f.learn, &changed->before, changed->was.deck, f.now_ms);
}

static void stop_changed(Changed *changed)
{
    learn_free(&changed->before);
    fixture_free(&changed->was);
    stop();
}

#define CARD(id, term, definition)                                                                           \
    "{\"id\": \"" id "\", \"term\": \"" term "\", \"definition\": \"" definition "\"}"
#define DECK(cards) "{\"title\": \"Animals\", \"cards\": [" cards "]}"
#define CAT         CARD("cat", "Cat", "It purrs")
#define DOG         CARD("dog", "Dog", "It barks")
#define COW         CARD("cow", "Cow", "It gives milk")
#define OWL         CARD("owl", "Owl", "It hunts at night")

static void start_animals(void)
{
    fixture_of_text(&f.base, DECK(CAT "," DOG "," COW "," OWL));
    open_deck();
    begin();
}

static Str asked_id(void)
{
    return f.learn.question.deal.card_id;
}

static void a_mended_card_is_asked_on(void **state)
{
    (void)state;
    Changed changed;
    start_animals();
    answer(true);
    apply(LEARN_INPUT_CHOOSE, (right_option() + 1) % 4, "");
    Str chosen = f.learn.question.deal.options[f.learn.answer.chosen].card_id;
    assert_true(str_is(asked_id(), STR("dog")));
    assert_true(change(&changed, DECK(CARD("bee", "Bee", "It hums") "," OWL "," COW "," CARD(
                                     "dog", "Hound", "It bays") "," CAT)));
    assert_int_equal(f.learn.phase, LEARN_ANSWERED);
    assert_int_equal(f.learn.group.asked, 1);
    assert_int_equal(f.learn.group.count, 4);
    assert_true(str_is(f.learn.question.deal.prompt, STR("It bays")));
    assert_true(str_is(f.learn.question.answer, STR("Hound")));
    assert_int_equal(f.learn.question.deal.option_count, 4);
    assert_true(str_is(f.learn.question.deal.options[f.learn.answer.chosen].card_id, chosen));
    assert_int_equal(f.learn.answer.fact.card, 3);
    assert_true(str_is(f.learn.answer.fact.shown, STR("It barks"))); /* then */
    check_invariants(5);
    apply(LEARN_INPUT_NEXT, 0, "");
    assert_true(str_is(asked_id(), STR("cow")));
    stop_changed(&changed);
}

static void what_was_typed_stands_beside_the_mended_text(void **state)
{
    (void)state;
    Changed changed;
    start_animals();
    to_typing();
    apply(LEARN_INPUT_TYPE, 0, "Tomcat");
    assert_false(f.learn.answer.is_right);
    assert_true(change(&changed, DECK(CARD("cat", "Tomcat", "It purrs") "," DOG "," COW "," OWL)));
    assert_int_equal(f.learn.phase, LEARN_ANSWERED);
    assert_false(f.learn.answer.is_right); /* as it is kept */
    assert_int_equal(f.learn.answer.verdict.match, TYPED_RIGHT);
    assert_true(str_is(f.learn.answer.verdict.expected, STR("Tomcat")));
    LearnEffects effects = apply(LEARN_INPUT_OVERRULE, 0, "");
    assert_true(effects.undoes && effects.keeps && effects.fact.evidence.is_right);
    assert_int_equal(effects.mark, LEARN_MARK_DONE);
    stop_changed(&changed);
}

static void a_card_that_is_gone_leaves_the_group(void **state)
{
    (void)state;
    Changed changed;
    start_animals();
    answer(true);
    apply(LEARN_INPUT_SHOW, 0, "");
    assert_true(str_is(asked_id(), STR("dog")));
    assert_false(change(&changed, DECK(CAT "," COW "," OWL)));
    assert_int_equal(f.learn.phase, LEARN_ASKING);
    assert_true(str_is(asked_id(), STR("cow")));
    assert_int_equal(f.learn.group.count, 3);
    assert_int_equal(f.learn.group.cards[0].stage, LEARN_STAGE_TYPED);
    check_invariants(3);
    stop_changed(&changed);
}

static void what_is_learned_stays_when_the_rest_is_gone(void **state)
{
    (void)state;
    Changed changed;
    start_animals();
    to_typing();
    answer(true);
    assert_int_equal(f.learn.learned, 1);
    assert_false(change(&changed, DECK(CAT)));
    assert_int_equal(f.learn.phase, LEARN_FINISHED);
    assert_int_equal(f.learn.learned, 1);
    learn_free(&changed.before);
    fixture_free(&changed.was);
    assert_true(change(&changed, DECK(CAT "," OWL))); /* nothing was asked */
    assert_int_equal(f.learn.phase, LEARN_GROUP_DONE);
    apply(LEARN_INPUT_NEXT, 0, "");
    assert_true(str_is(asked_id(), STR("owl")));
    stop_changed(&changed);
}

static void another_deck_begins_a_group(void **state)
{
    (void)state;
    Changed changed;
    start_animals();
    assert_false(change(&changed, DECK(CARD("bee", "Bee", "It hums"))));
    assert_int_equal(f.learn.phase, LEARN_ASKING);
    assert_true(str_is(asked_id(), STR("bee")));
    check_invariants(1);
    stop_changed(&changed);
}

static LearnInputKind any_input(Rng *rng, int64_t *number, const char **text)
{
    LearnInputKind kind = (LearnInputKind)rng_below(rng, LEARN_INPUT_RESTART + 1);
    if (kind == LEARN_INPUT_RESTART && rng_below(rng, 4)) kind = LEARN_INPUT_NEXT;
    *number = (int64_t)rng_below(rng, 6) - 1;
    *text = rng_below(rng, 3) ? "no such word" : "";
    if (!learn_current(&f.learn) || rng_below(rng, 3) == 0) return kind;
    if (kind == LEARN_INPUT_CHOOSE) *number = right_option();
    if (kind == LEARN_INPUT_GRADE) *number = 1;
    *text = right_text();
    return kind;
}

/* Two inputs in three are right ones, so that groups come to their end. */
static void any_order_of_inputs_keeps_it_whole(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 12; seed++) {
        uint32_t count = (uint32_t)(seed * 2 - 1);
        start(count);
        Rng rng;
        rng_seed(&rng, seed);
        for (int i = 0; i < 1500; i++) {
            int64_t number;
            const char *text;
            int64_t answers = f.kept;
            LearnInputKind kind = any_input(&rng, &number, &text);
            LearnPhase before = f.learn.phase;
            Str typed = str_copy(&f.base.arena, str_of(text));
            LearnEffects effects = apply(kind, number, typed.data);
            if (!effects.is_taken) assert_int_equal(before, f.learn.phase);
            if (!effects.is_taken) assert_false(effects.keeps || effects.undoes || effects.mark);
            if (effects.keeps && !effects.undoes) assert_int_equal(f.kept, answers + 1);
            check_invariants(count);
            if (rng_below(&rng, 50) == 0) {
                crash();
                check_invariants(count);
            }
        }
        stop();
    }
}

/* Cards are taken away, put in and mended while it goes on. */
static void any_change_of_the_deck_keeps_it_whole(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        Rng rng;
        rng_seed(&rng, seed);
        Fixture was;
        start(1 + (uint32_t)rng_below(&rng, 24));
        for (int change = 0; change < 3; change++) {
            for (int i = 0; i < 40; i++) {
                int64_t number;
                const char *text;
                LearnInputKind kind = any_input(&rng, &number, &text);
                Str typed = str_copy(&f.base.arena, str_of(text));
                apply(kind, number, typed.data);
            }
            Learn before = f.learn;
            was = f.base;
            uint32_t count = 1 + (uint32_t)rng_below(&rng, 24);
            fixture_of_count(&f.base, count);
            open_deck();
            learn_init(&f.learn, &f.source);
            LearnPhase phase = before.phase;
            bool is_same = learn_renew(&f.learn, &before, was.deck, f.now_ms);
            if (is_same && learn_current(&before)) assert_int_equal(f.learn.phase, phase);
            check_invariants(count);
            learn_free(&before);
            fixture_free(&was);
        }
        stop();
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weak_cards_come_first_then_new_ones_in_deck_order_then_known_ones),
        cmocka_unit_test(each_card_is_chosen_then_typed_and_a_group_of_seven_is_done),
        cmocka_unit_test(a_miss_comes_back_after_two_others),
        cmocka_unit_test(with_fewer_left_a_miss_comes_back_sooner),
        cmocka_unit_test(an_almost_counts_and_can_be_typed_again_or_overruled),
        cmocka_unit_test(a_typed_answer_can_be_overruled_both_ways),
        cmocka_unit_test(an_answer_that_is_shown_counts_as_wrong),
        cmocka_unit_test(who_cannot_type_grades_the_card),
        cmocka_unit_test(long_answers_are_graded_not_typed),
        cmocka_unit_test(wrong_options_take_confusions_in),
        cmocka_unit_test(after_a_crash_it_goes_on_at_the_same_question),
        cmocka_unit_test(a_kept_group_that_does_not_fit_is_passed_over),
        cmocka_unit_test(a_kept_group_goes_on_without_cards_that_are_gone),
        cmocka_unit_test(a_mended_card_is_asked_on),
        cmocka_unit_test(what_was_typed_stands_beside_the_mended_text),
        cmocka_unit_test(a_card_that_is_gone_leaves_the_group),
        cmocka_unit_test(what_is_learned_stays_when_the_rest_is_gone),
        cmocka_unit_test(another_deck_begins_a_group),
        cmocka_unit_test(any_order_of_inputs_keeps_it_whole),
        cmocka_unit_test(any_change_of_the_deck_keeps_it_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
