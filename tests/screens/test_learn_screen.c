/* Learn on its real screen: by keys and by pad, over a crash in the middle, to its end. */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "menu_fixture.h"

#define SHOWN_MS 1200 /* a right choice goes on by itself */

static const Learn *learn_of(const AppFixture *fixture)
{
    return app_model(fixture->app)->learn.learn;
}

static void load_deck(AppFixture *fixture, const char *id)
{
    app_apply(fixture->app, &(Intent){.kind = INTENT_HOME});
    app_apply(fixture->app, &(Intent){.kind = INTENT_OPEN_DECK, .text = str_of(id)});
    fixture_wait_deck(fixture);
    fixture_run(fixture, 400);
}

static void open_learn(AppFixture *fixture)
{
    app_apply(fixture->app, &(Intent){.kind = INTENT_STUDY_OPEN, .study = STUDY_LEARN});
    fixture_run(fixture, 400);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_LEARN);
}

static void start_learn(AppFixture *fixture, const char *id)
{
    load_deck(fixture, id);
    open_learn(fixture);
}

/* A selection of three cards, so that all of it is learned soon. */
static void write_small_deck(AppFixture *fixture)
{
    char path[256];
    snprintf(path, sizeof path, "%s/small.json", fixture->decks);
    Str text = STR("{\"title\": \"Small\", \"cards\": ["
                   "{\"id\": \"a\", \"term\": \"Embeddings\", \"definition\": \"vectors of numbers\"},"
                   "{\"id\": \"b\", \"term\": \"Overfitting\", \"definition\": \"learned by heart\"},"
                   "{\"id\": \"c\", \"term\": \"Variance\", \"definition\": \"swings with the data\"}]}");
    Err err = {0};
    if (!file_make_folder(fixture->decks, &err) || !file_write(path, text, &err)) fail_msg("%s", err.text);
    shelf_refresh(app_model(fixture->app)->shelf);
    shelf_wait(app_model(fixture->app)->shelf);
    fixture_run(fixture, 32);
}

static void choose(AppFixture *fixture, bool is_right)
{
    const DealQuestion *deal = &learn_of(fixture)->question.deal;
    uint32_t option = is_right ? deal->right : (deal->right + 1) % deal->option_count;
    fixture_press(fixture, KEY_1 + (int)option);
}

static void type_answer(AppFixture *fixture, Str text)
{
    char typed[48];
    snprintf(typed, sizeof typed, "%.*s", STR_FMT(text));
    menu_type(fixture, typed);
    fixture_press(fixture, KEY_ENTER);
}

static void answer_rightly(AppFixture *fixture)
{
    if (learn_of(fixture)->question.form == LEARN_FORM_CHOICE) {
        choose(fixture, true);
        fixture_run(fixture, SHOWN_MS);
    } else {
        type_answer(fixture, learn_of(fixture)->question.answer);
        fixture_press(fixture, KEY_ENTER);
    }
}

static void to_typing(AppFixture *fixture)
{
    while (learn_of(fixture)->question.form == LEARN_FORM_CHOICE) answer_rightly(fixture);
    assert_int_equal(learn_of(fixture)->phase, LEARN_ASKING);
}

static size_t learned(AppFixture *fixture)
{
    Arena arena;
    arena_init(&arena, 0);
    Str *ids;
    const Model *model = app_model(fixture->app);
    Err err = {0};
    assert_true(store_flush(model->store, &err));
    size_t count =
        store_learned_cards(model->store, model->player.id, deck_id(model->deck.deck), &arena, &ids);
    arena_deinit(&arena);
    return count;
}

/* Answers that count, of all and right ones. */
static StoreSession sitting(AppFixture *fixture)
{
    Arena arena;
    Err err = {0};
    arena_init(&arena, 0);
    const Model *model = app_model(fixture->app);
    assert_true(store_flush(model->store, &err));
    StoreSession *sessions, none = {0};
    size_t count =
        store_sessions(model->store, model->player.id, deck_id(model->deck.deck), 1, &arena, &sessions);
    StoreSession last = count ? sessions[0] : none;
    arena_deinit(&arena);
    return last;
}

static void a_group_is_learned_by_keys(void **state)
{
    AppFixture *fixture = *state;
    start_learn(fixture, "world-capitals");
    assert_true(menu_says(fixture, "Group 1 of 28"));
    for (int i = 0; i < 7; i++) {
        assert_int_equal(learn_of(fixture)->question.form, LEARN_FORM_CHOICE);
        answer_rightly(fixture);
    }
    for (int i = 0; i < 7; i++) {
        assert_true(fixture->null.is_text_input);
        answer_rightly(fixture);
    }
    assert_true(menu_says(fixture, "Group 1 is done"));
    assert_true(menu_says(fixture, "none of them missed"));
    StoreSession session = sitting(fixture);
    assert_int_equal(session.answers, 14);
    assert_int_equal(session.right, 14);
    assert_int_equal(learned(fixture), 7);
    fixture_press(fixture, KEY_ENTER);
    assert_true(menu_says(fixture, "Group 2 of 28"));
}

static void a_missed_choice_shows_both_texts_and_waits(void **state)
{
    AppFixture *fixture = *state;
    start_learn(fixture, "world-capitals");
    Str right = learn_of(fixture)->question.answer;
    uint32_t card = learn_current(learn_of(fixture))->card;
    choose(fixture, false);
    fixture_run(fixture, 5000);
    assert_int_equal(learn_of(fixture)->phase, LEARN_ANSWERED);
    Arena arena;
    arena_init(&arena, 0);
    Str texts = platform_null_texts(&fixture->null, &arena);
    assert_non_null(strstr(texts.data, "You chose"));
    assert_non_null(strstr(texts.data, "Right answer"));
    assert_non_null(strstr(texts.data, str_copy(&arena, right).data));
    arena_deinit(&arena);
    fixture_press(fixture, KEY_ENTER);
    for (int i = 0; i < 2; i++) {
        assert_int_not_equal(learn_current(learn_of(fixture))->card, card);
        answer_rightly(fixture);
    }
    assert_int_equal(learn_current(learn_of(fixture))->card, card);
}

static void an_almost_shows_its_letters_and_can_be_counted_as_wrong(void **state)
{
    AppFixture *fixture = *state;
    write_small_deck(fixture);
    start_learn(fixture, "small");
    to_typing(fixture);
    Str right = learn_of(fixture)->question.answer;
    fixture->null.sound_count = 0;
    type_answer(fixture, str_slice(right, 0, right.size - 1));
    assert_int_equal(fixture->null.sounds[0].cue, SOUND_ALMOST);
    fixture_run(fixture, 600);
    assert_true(menu_says(fixture, "Almost: "));
    Arena arena;
    arena_init(&arena, 0);
    assert_non_null(strstr(platform_null_texts(&fixture->null, &arena).data, "One letter missing."));
    arena_deinit(&arena);
    assert_int_equal(learned(fixture), 1);
    int32_t before = sitting(fixture).right;
    fixture_press(fixture, KEY_F3);
    assert_false(learn_of(fixture)->answer.is_right);
    assert_int_equal(learned(fixture), 0);
    assert_int_equal(sitting(fixture).right, before - 1);
    menu_get(fixture, "I was right");
    fixture_press(fixture, KEY_F3);
    assert_int_equal(sitting(fixture).right, before);
    assert_int_equal(learned(fixture), 1);
}

static void it_can_be_typed_again_shown_and_graded_from_within_the_field(void **state)
{
    AppFixture *fixture = *state;
    start_learn(fixture, "world-capitals");
    to_typing(fixture);
    fixture_press(fixture, KEY_F1);
    assert_true(learn_of(fixture)->answer.is_given_up);
    int32_t answers = sitting(fixture).answers;
    fixture_press(fixture, KEY_F2);
    assert_int_equal(learn_of(fixture)->phase, LEARN_RETYPING);
    type_answer(fixture, STR("something else"));
    assert_int_equal(learn_of(fixture)->phase, LEARN_RETYPING);
    fixture_press(fixture, KEY_F2);
    assert_int_equal(learn_of(fixture)->phase, LEARN_ASKING);
    assert_int_equal(sitting(fixture).answers, answers);
    fixture_press(fixture, KEY_F2);
    assert_int_equal(learn_of(fixture)->phase, LEARN_TURNED);
    fixture_press(fixture, KEY_2);
    assert_int_equal(learn_of(fixture)->phase, LEARN_ASKING);
    assert_int_equal(sitting(fixture).answers, answers + 1);
    assert_int_equal(learned(fixture), 1);
}

static void a_star_is_kept(void **state)
{
    AppFixture *fixture = *state;
    start_learn(fixture, "world-capitals");
    uint32_t card = learn_current(learn_of(fixture))->card;
    fixture_press(fixture, KEY_F4);
    assert_true(app_model(fixture->app)->study->cards[card].is_starred);
    fixture_press(fixture, KEY_F4);
    assert_false(app_model(fixture->app)->study->cards[card].is_starred);
}

static void by_pad(AppFixture *fixture)
{
    const Learn *learn = learn_of(fixture);
    switch (learn->phase) {
    case LEARN_ASKING:
        if (learn->question.form == LEARN_FORM_CHOICE) {
            uint32_t right = learn->question.deal.right;
            if (right & 1) menu_pad(fixture, PAD_RIGHT);
            if (right & 2) menu_pad(fixture, PAD_DOWN);
            menu_pad(fixture, PAD_A);
            fixture_run(fixture, SHOWN_MS);
            return;
        }
        menu_pad(fixture, PAD_A);
        assert_int_equal(learn->phase, LEARN_TURNED);
        return;
    case LEARN_TURNED:
    case LEARN_ANSWERED:
    case LEARN_RETYPING:
    case LEARN_GROUP_DONE:
    case LEARN_FINISHED: menu_pad(fixture, PAD_A); return;
    }
}

static void a_star_given_to_an_answer_outlives_its_overruling(void **state)
{
    AppFixture *fixture = *state;
    start_learn(fixture, "world-capitals");
    to_typing(fixture);
    uint32_t card = learn_of(fixture)->question.deal.card;
    type_answer(fixture, STR("surely wrong"));
    const StudyCard *known = &app_model(fixture->app)->study->cards[card];
    int32_t answers = known->memory.answers;
    Intent star = {.kind = INTENT_STUDY, .study = STUDY_LEARN, .input = LEARN_INPUT_STAR};
    app_apply(fixture->app, &star);
    assert_true(known->is_starred);
    app_apply(fixture->app,
              &(Intent){.kind = INTENT_STUDY, .study = STUDY_LEARN, .input = LEARN_INPUT_OVERRULE});
    assert_true(learn_of(fixture)->answer.is_right);
    assert_int_equal(known->memory.answers, answers);
    assert_true(known->is_starred);
}

static void a_pad_player_grades_the_card(void **state)
{
    AppFixture *fixture = *state;
    fixture->null.pad_count = 1;
    start_learn(fixture, "world-capitals");
    for (int i = 0; i < 21; i++) {
        assert_false(fixture->null.is_text_input);
        by_pad(fixture);
    }
    assert_int_equal(learn_of(fixture)->phase, LEARN_GROUP_DONE);
    assert_int_equal(learned(fixture), 7);
    assert_int_equal(sitting(fixture).right, 14);
}

static void a_pad_player_may_type_on_the_screen(void **state)
{
    AppFixture *fixture = *state;
    fixture->null.pad_count = 1;
    start_learn(fixture, "world-capitals");
    to_typing(fixture);
    menu_pad(fixture, PAD_UP);
    menu_pad(fixture, PAD_Y);
    menu_get(fixture, "q");
    menu_pad(fixture, PAD_A); /* the q that has the focus */
    menu_pad(fixture, PAD_START);
    assert_int_equal(learn_of(fixture)->phase, LEARN_ANSWERED);
    assert_true(str_is(learn_of(fixture)->answer.typed, STR("q")));
}

static void crash(AppFixture *fixture, const char *id)
{
    Err err = {0};
    assert_true(store_flush(app_model(fixture->app)->store, &err));
    app_close(fixture->app);
    fixture_start(fixture);
    start_learn(fixture, id);
}

static void after_a_crash_it_goes_on_at_the_same_place(void **state)
{
    AppFixture *fixture = *state;
    start_learn(fixture, "world-capitals");
    for (int i = 0; i < 4; i++) answer_rightly(fixture);
    choose(fixture, false);
    LearnGroup ahead = learn_group_ahead(learn_of(fixture));
    crash(fixture, "world-capitals");
    assert_memory_equal(&learn_of(fixture)->group, &ahead, sizeof ahead);
    to_typing(fixture);
    Str prompt = learn_of(fixture)->question.deal.prompt;
    char shown[512];
    snprintf(shown, sizeof shown, "%.*s", STR_FMT(prompt));
    crash(fixture, "world-capitals");
    assert_true(str_is(learn_of(fixture)->question.deal.prompt, str_of(shown)));
    assert_int_equal(sitting(fixture).right + 1, sitting(fixture).answers);
}

static void left_and_opened_again_it_goes_on(void **state)
{
    AppFixture *fixture = *state;
    start_learn(fixture, "world-capitals");
    answer_rightly(fixture);
    uint32_t card = learn_current(learn_of(fixture))->card;
    fixture_press(fixture, KEY_ESCAPE);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_DECK);
    open_learn(fixture);
    assert_int_equal(learn_current(learn_of(fixture))->card, card);
}

static void when_all_is_learned_it_says_so_and_begins_anew(void **state)
{
    AppFixture *fixture = *state;
    write_small_deck(fixture);
    start_learn(fixture, "small");
    for (int i = 0; i < 6; i++) answer_rightly(fixture);
    assert_true(menu_says(fixture, "All learned"));
    assert_int_equal(learned(fixture), 3);
    crash(fixture, "small");
    assert_true(menu_says(fixture, "All learned"));
    menu_click(fixture, "Learn again");
    assert_int_equal(learned(fixture), 0);
    assert_int_equal(learn_of(fixture)->phase, LEARN_ASKING);
}

static void an_empty_selection_has_words_and_a_way_back(void **state)
{
    AppFixture *fixture = *state;
    load_deck(fixture, "world-capitals");
    const Str tags[] = {STR("africa"), STR("asia")};
    Setup setup = app_model(fixture->app)->deck.setup;
    setup.tags = tags;
    setup.tag_count = 2;
    setup.tags_match = TAGS_ALL;
    app_apply(fixture->app, &(Intent){.kind = INTENT_SET_SETUP, .setup = setup});
    open_learn(fixture);
    assert_true(menu_says(fixture, "No card has these tags"));
    fixture_press(fixture, KEY_ENTER);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_DECK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        MENU_TEST(a_group_is_learned_by_keys),
        MENU_TEST(a_missed_choice_shows_both_texts_and_waits),
        MENU_TEST(an_almost_shows_its_letters_and_can_be_counted_as_wrong),
        MENU_TEST(it_can_be_typed_again_shown_and_graded_from_within_the_field),
        MENU_TEST(a_star_is_kept),
        MENU_TEST(a_star_given_to_an_answer_outlives_its_overruling),
        MENU_TEST(a_pad_player_grades_the_card),
        MENU_TEST(a_pad_player_may_type_on_the_screen),
        MENU_TEST(after_a_crash_it_goes_on_at_the_same_place),
        MENU_TEST(left_and_opened_again_it_goes_on),
        MENU_TEST(when_all_is_learned_it_says_so_and_begins_anew),
        MENU_TEST(an_empty_selection_has_words_and_a_way_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
