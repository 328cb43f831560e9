/* A card is put right in the middle of learning, of a review and of a test, which go on where they were. */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "menu_fixture.h"
#include "screens/test_intent.h"

#define AWAY_MS 60000

static const char deck_text[] =
    "{\"id\": \"animals\", \"title\": \"Animals\", \"cards\": [\n"
    "{\"id\": \"cat\", \"term\": \"Cat\", \"definition\": \"It purrs\"},\n"
    "{\"id\": \"dog\", \"term\": \"Dog\", \"definition\": \"It barks\"},\n"
    "{\"id\": \"cow\", \"term\": \"Cow\", \"definition\": \"It gives milk\"},\n"
    "{\"id\": \"owl\", \"term\": \"Owl\", \"definition\": \"It hunts at night\"}]}\n";

static void open_deck(AppFixture *fixture, const char *deck)
{
    app_apply(fixture->app, &(Intent){.kind = INTENT_HOME});
    app_apply(fixture->app, &(Intent){.kind = INTENT_OPEN_DECK, .text = str_of(deck)});
    fixture_wait_deck(fixture);
    fixture_run(fixture, 400);
}

static void open_mode(AppFixture *fixture, StudyMode mode)
{
    char path[160];
    Err err = {0};
    snprintf(path, sizeof path, "%s/animals.json", fixture->decks);
    assert_true(file_make_folder(fixture->decks, &err));
    assert_true(file_write(path, str_of(deck_text), &err));
    shelf_refresh(app_model(fixture->app)->shelf);
    shelf_wait(app_model(fixture->app)->shelf);
    fixture_run(fixture, 32);
    open_deck(fixture, "animals");
    app_apply(fixture->app, &(Intent){.kind = INTENT_STUDY_OPEN, .study = mode});
    fixture_run(fixture, 400);
}

static void wait_for_editor(AppFixture *fixture)
{
    const CurrentDraft *draft = &app_model(fixture->app)->draft;
    for (int i = 0; i < 100000 && draft->state == EDITING_LOADING; i++) {
        thrd_sleep(&(struct timespec){.tv_nsec = 100000}, NULL);
        fixture_run(fixture, 0);
    }
    fixture_run(fixture, 400);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_EDITOR);
    assert_int_equal(draft->state, EDITING_READY);
}

static void edit(AppFixture *fixture, const char *card)
{
    app_apply(fixture->app,
              &(Intent){.kind = INTENT_EDIT_DECK, .text = STR("animals"), .value = str_of(card)});
    wait_for_editor(fixture);
}

/* Until what was saved is the deck that is open. */
static void save(AppFixture *fixture)
{
    const Model *model = app_model(fixture->app);
    Arena arena;
    arena_init(&arena, 0);
    Str before = str_copy(&arena, deck_fingerprint(model->deck.deck));
    platform_null_press_key(&fixture->null, KEY_S, MOD_CTRL);
    fixture_run(fixture, 64);
    shelf_wait(model->shelf);
    for (int i = 0; i < 100000 && str_is(deck_fingerprint(model->deck.deck), before); i++) {
        thrd_sleep(&(struct timespec){.tv_nsec = 100000}, NULL);
        fixture_run(fixture, 0);
    }
    assert_false(str_is(deck_fingerprint(model->deck.deck), before));
    arena_deinit(&arena);
}

static void leave_editor(AppFixture *fixture)
{
    for (int i = 0; i < 3 && app_screen(fixture->app)->id == SCREEN_EDITOR; i++) {
        fixture_press(fixture, KEY_ESCAPE);
        fixture_run(fixture, 200);
    }
    assert_int_not_equal(app_screen(fixture->app)->id, SCREEN_EDITOR);
}

static void delete_card(AppFixture *fixture)
{
    fixture_press(fixture, KEY_ESCAPE); /* from the form to the list */
    fixture_press(fixture, KEY_DELETE);
}

/* --- Learn --- */

static const Learn *learn_of(const AppFixture *fixture)
{
    return app_model(fixture->app)->learn.learn;
}

static int32_t answers_kept(AppFixture *fixture)
{
    const Model *model = app_model(fixture->app);
    Arena arena;
    Err err = {0};
    StoreSession *sessions;
    arena_init(&arena, 0);
    assert_true(store_flush(model->store, &err));
    size_t count =
        store_sessions(model->store, model->player.id, deck_id(model->deck.deck), 1, &arena, &sessions);
    int32_t answers = count ? sessions[0].answers : 0;
    arena_deinit(&arena);
    return answers;
}

static void choose_wrongly(AppFixture *fixture)
{
    const DealQuestion *deal = &learn_of(fixture)->question.deal;
    fixture_press(fixture, KEY_1 + (int)((deal->right + 1) % deal->option_count));
    fixture_run(fixture, 200);
    assert_int_equal(learn_of(fixture)->phase, LEARN_ANSWERED);
}

static void a_missed_card_is_mended_and_learn_is_where_it_was(void **state)
{
    AppFixture *fixture = *state;
    open_mode(fixture, STUDY_LEARN);
    choose_wrongly(fixture);
    uint32_t chosen = learn_of(fixture)->answer.chosen;
    int64_t since_ms = fixture->null.now_ms - app_model(fixture->app)->learn.answered_ms;
    fixture_press(fixture, KEY_F6);
    wait_for_editor(fixture);
    menu_type(fixture, "fish");
    save(fixture);
    fixture->null.now_ms += AWAY_MS;
    fixture->null.wall_ms += AWAY_MS;
    leave_editor(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_LEARN);
    assert_int_equal(learn_of(fixture)->phase, LEARN_ANSWERED);
    assert_int_equal(learn_of(fixture)->group.asked, 0);
    assert_int_equal(learn_of(fixture)->answer.chosen, chosen);
    assert_true(str_is(learn_of(fixture)->question.answer, STR("Catfish")));
    assert_in_range(fixture->null.now_ms - app_model(fixture->app)->learn.answered_ms, since_ms,
                    since_ms + 2000);
    assert_int_equal(answers_kept(fixture), 1);
    fixture_run(fixture, 400);
    Arena arena;
    arena_init(&arena, 0);
    assert_non_null(strstr(platform_null_texts(&fixture->null, &arena).data, "Catfish"));
    arena_deinit(&arena);
    fixture_press(fixture, KEY_ENTER);
    assert_true(str_is(learn_of(fixture)->question.deal.card_id, STR("dog")));
    assert_int_equal(learn_of(fixture)->group.asked, 1);
    assert_int_equal(learn_of(fixture)->group.cards[0].misses, 1);
}

static void take_last(void *self, const StoreAnswer *answer)
{
    StoreAnswer *last = self;
    last->response_ms = answer->response_ms;
    last->lost_focus = answer->lost_focus;
}

/* Nothing is saved: the deck stays as it was. */
static void time_in_the_editor_is_no_time_to_think(void **state)
{
    AppFixture *fixture = *state;
    open_mode(fixture, STUDY_LEARN);
    while (learn_of(fixture)->question.form == LEARN_FORM_CHOICE) {
        fixture_press(fixture, KEY_1 + (int)learn_of(fixture)->question.deal.right);
        fixture_run(fixture, 1200);
    }
    fixture_run(fixture, 3000);
    fixture_press(fixture, KEY_F2); /* turned, to be graded */
    fixture_run(fixture, 200);
    assert_int_equal(learn_of(fixture)->phase, LEARN_TURNED);
    fixture_press(fixture, KEY_F6);
    wait_for_editor(fixture);
    fixture->null.now_ms += AWAY_MS;
    fixture->null.wall_ms += AWAY_MS;
    leave_editor(fixture);
    assert_int_equal(learn_of(fixture)->phase, LEARN_TURNED);
    fixture_press(fixture, KEY_1);
    const Model *model = app_model(fixture->app);
    Err err = {0};
    StoreAnswer last = {0};
    assert_true(store_flush(model->store, &err));
    store_each_answer(model->store, model->player.id, STR("animals"), take_last, &last);
    assert_in_range(last.response_ms, 3000, 10000);
    assert_true(last.lost_focus);
}

static void learn_goes_on_without_a_card_that_was_deleted(void **state)
{
    AppFixture *fixture = *state;
    open_mode(fixture, STUDY_LEARN);
    choose_wrongly(fixture);
    fixture_press(fixture, KEY_F6);
    wait_for_editor(fixture);
    delete_card(fixture);
    save(fixture);
    assert_true(fixture_shows(fixture, "Learn goes on with another card"));
    leave_editor(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_LEARN);
    assert_int_equal(learn_of(fixture)->phase, LEARN_ASKING);
    assert_true(str_is(learn_of(fixture)->question.deal.card_id, STR("dog")));
    assert_int_equal(learn_of(fixture)->group.count, 3);
    assert_int_equal(answers_kept(fixture), 1); /* to the card that is gone */
}

/* --- Test --- */

static const TestPaper *paper_of(const AppFixture *fixture)
{
    return app_model(fixture->app)->test.paper;
}

static void give(AppFixture *fixture, TestInputKind kind, int64_t number, const char *text)
{
    Intent intent = {.kind = INTENT_STUDY,
                     .study = STUDY_TEST,
                     .input = (int32_t)kind,
                     .number = number,
                     .text = str_of(text),
                     .at_ms = fixture->null.now_ms};
    app_apply(fixture->app, &intent);
    fixture_run(fixture, 32);
}

static void wish(AppFixture *fixture, int32_t input, int64_t number)
{
    Intent intent = test_intent(input, number);
    intent.at_ms = fixture->null.now_ms;
    app_apply(fixture->app, &intent);
    fixture_run(fixture, 32);
}

static uint32_t question_of(const AppFixture *fixture, const char *card)
{
    const TestPaper *paper = paper_of(fixture);
    for (uint32_t i = 0; i < paper->count; i++)
        if (str_is(paper->questions[i].deal.card_id, str_of(card))) return i;
    return paper->count;
}

/* Two of four are answered, the dog wrongly, in 5 seconds of 10 minutes; then it is left. */
static void leave_half_a_test(AppFixture *fixture)
{
    open_mode(fixture, STUDY_TEST);
    wish(fixture, TEST_SET_KINDS, 1u << TEST_TYPED);
    wish(fixture, TEST_SET_LIMIT, 10);
    wish(fixture, TEST_BEGIN, 0);
    assert_int_equal(paper_of(fixture)->count, 4);
    give(fixture, TEST_GO, question_of(fixture, "cat"), "");
    give(fixture, TEST_TYPE, 0, "Catfish");
    give(fixture, TEST_GO, question_of(fixture, "dog"), "");
    give(fixture, TEST_TYPE, 0, "Owl");
    fixture_run(fixture, 5000);
    give(fixture, TEST_LEAVE, 0, "");
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_TEST_SETUP);
}

static void a_test_that_waits_goes_on_after_a_card_was_mended(void **state)
{
    AppFixture *fixture = *state;
    leave_half_a_test(fixture);
    uint32_t front = paper_of(fixture)->front;
    int64_t spent_ms = paper_of(fixture)->spent_ms;
    edit(fixture, "cat");
    menu_type(fixture, "fish");
    save(fixture);
    fixture->null.now_ms += AWAY_MS;
    leave_editor(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_TEST_SETUP);
    assert_true(menu_says(fixture, "A test waits: 2 of 4 answered"));
    fixture_press(fixture, KEY_ENTER);
    fixture_run(fixture, 400);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_TEST_PAPER);
    assert_int_equal(paper_of(fixture)->front, front);
    assert_in_range(paper_of(fixture)->spent_ms, spent_ms, spent_ms + 1000);
    give(fixture, TEST_HAND_IN, 0, "");
    const TestReport *report = app_model(fixture->app)->test.report;
    assert_int_equal(report->total, 4);
    assert_int_equal(report->right, 1); /* by the mended card */
}

static void a_test_goes_on_without_cards_that_were_deleted(void **state)
{
    AppFixture *fixture = *state;
    leave_half_a_test(fixture);
    edit(fixture, "dog");
    delete_card(fixture);
    save(fixture);
    assert_true(fixture_shows(fixture, "The test goes on without 1\u00A0card that"));
    leave_editor(fixture);
    assert_true(menu_says(fixture, "A test waits: 1 of 3 answered"));
}

/* The deck is not the one that is open, and the game is started anew before it is. */
static void a_test_waits_for_a_deck_that_was_changed_unseen(void **state)
{
    AppFixture *fixture = *state;
    leave_half_a_test(fixture);
    char path[160];
    Err err = {0};
    snprintf(path, sizeof path, "%s/animals.json", fixture->decks);
    app_close(fixture->app);
    Str text = STR("{\"id\": \"animals\", \"title\": \"Animals\", \"cards\": ["
                   "{\"id\": \"bee\", \"term\": \"Bee\", \"definition\": \"It hums\"},"
                   "{\"id\": \"cat\", \"term\": \"Catfish\", \"definition\": \"It purrs and swims\"}]}");
    assert_true(file_write(path, text, &err));
    fixture_start(fixture);
    open_deck(fixture, "animals");
    app_apply(fixture->app, &(Intent){.kind = INTENT_STUDY_OPEN, .study = STUDY_TEST});
    fixture_run(fixture, 400);
    assert_true(fixture_shows(fixture, "The test goes on without 3\u00A0cards"));
    assert_true(menu_says(fixture, "A test waits: 1 of 1 answered"));
    assert_true(str_is(paper_of(fixture)->questions[0].deal.prompt, STR("It purrs and swims")));
}

static void a_test_of_which_nothing_is_left_is_over(void **state)
{
    AppFixture *fixture = *state;
    leave_half_a_test(fixture);
    edit(fixture, "");
    platform_null_press_key(&fixture->null, KEY_A, MOD_CTRL);
    fixture_run(fixture, 64);
    fixture_press(fixture, KEY_DELETE);
    platform_null_press_key(&fixture->null, KEY_N, MOD_CTRL);
    fixture_run(fixture, 64);
    menu_type(fixture, "Bee");
    fixture_press(fixture, KEY_TAB);
    menu_type(fixture, "It hums");
    save(fixture);
    assert_true(fixture_shows(fixture, "The test that waited is over"));
    leave_editor(fixture);
    assert_null(paper_of(fixture));
    assert_false(menu_says(fixture, "A test waits"));
    wish(fixture, TEST_BEGIN, 0);
    assert_int_equal(paper_of(fixture)->count, 1);
}

/* --- Spaced --- */

static void a_card_is_mended_and_its_answer_is_seen_again_in_spaced(void **state)
{
    AppFixture *fixture = *state;
    open_mode(fixture, STUDY_SPACED);
    const CurrentSpaced *spaced = &app_model(fixture->app)->spaced;
    fixture_press(fixture, KEY_SPACE);
    fixture_press(fixture, KEY_1);
    fixture_press(fixture, KEY_SPACE);
    assert_int_equal(answers_kept(fixture), 1);
    int32_t response_ms = spaced->sitting->response_ms;
    fixture_press(fixture, KEY_F6);
    wait_for_editor(fixture);
    menu_type(fixture, "fish");
    save(fixture);
    leave_editor(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_SPACED);
    assert_int_equal(spaced->sitting->at.card, 1);
    assert_true(spaced->sitting->is_shown);
    assert_int_equal(spaced->sitting->response_ms, response_ms);
    assert_true(menu_says(fixture, "Dogfish"));
    fixture_press(fixture, KEY_3);
    assert_int_equal(answers_kept(fixture), 2);
    assert_int_equal(spaced->sitting->at.card, 2);
    assert_int_equal(spaced->sitting->left, 3); /* the one that was wrong is one of them */
}

static void spaced_goes_on_without_the_card_that_was_deleted(void **state)
{
    AppFixture *fixture = *state;
    open_mode(fixture, STUDY_SPACED);
    const CurrentSpaced *spaced = &app_model(fixture->app)->spaced;
    fixture_press(fixture, KEY_SPACE);
    fixture_press(fixture, KEY_F6);
    wait_for_editor(fixture);
    delete_card(fixture);
    save(fixture);
    leave_editor(fixture);
    assert_int_equal(spaced->sitting->left, 3);
    assert_false(spaced->sitting->is_shown);
    assert_true(menu_says(fixture, "Dog"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        MENU_TEST(a_missed_card_is_mended_and_learn_is_where_it_was),
        MENU_TEST(time_in_the_editor_is_no_time_to_think),
        MENU_TEST(learn_goes_on_without_a_card_that_was_deleted),
        MENU_TEST(a_test_that_waits_goes_on_after_a_card_was_mended),
        MENU_TEST(a_test_goes_on_without_cards_that_were_deleted),
        MENU_TEST(a_test_waits_for_a_deck_that_was_changed_unseen),
        MENU_TEST(a_test_of_which_nothing_is_left_is_over),
        MENU_TEST(a_card_is_mended_and_its_answer_is_seen_again_in_spaced),
        MENU_TEST(spaced_goes_on_without_the_card_that_was_deleted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
