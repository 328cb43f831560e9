/* The Test on its real screens, by keys and by pad, with a clock that the test sets: set up, answer, put away
   and go on, hand in, read the report. */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "formats/test_report.h"
#include "menu_fixture.h"
#include "screens/test_intent.h"
#include "ui/format.h"

static const TestPaper *paper_of(const AppFixture *fixture)
{
    return app_model(fixture->app)->test.paper;
}

static ScreenId screen_of(const AppFixture *fixture)
{
    return app_screen(fixture->app)->id;
}

static void wish(AppFixture *fixture, int32_t input, int64_t number)
{
    Intent intent = test_intent(input, number);
    intent.at_ms = fixture->null.now_ms;
    app_apply(fixture->app, &intent);
    fixture_run(fixture, 32);
}

static void open_test(AppFixture *fixture, const char *deck)
{
    app_apply(fixture->app, &(Intent){.kind = INTENT_HOME});
    app_apply(fixture->app, &(Intent){.kind = INTENT_OPEN_DECK, .text = str_of(deck)});
    fixture_wait_deck(fixture);
    fixture_run(fixture, 400);
    app_apply(fixture->app, &(Intent){.kind = INTENT_STUDY_OPEN, .study = STUDY_TEST});
    fixture_run(fixture, 400);
    assert_int_equal(screen_of(fixture), SCREEN_TEST_SETUP);
}

static void begin(AppFixture *fixture, unsigned kinds, uint32_t questions, int32_t limit_min)
{
    open_test(fixture, "world-capitals");
    wish(fixture, TEST_SET_KINDS, kinds);
    wish(fixture, TEST_SET_QUESTIONS, questions);
    wish(fixture, TEST_SET_LIMIT, limit_min);
    fixture_press(fixture, KEY_N);
    fixture_run(fixture, 400);
    assert_int_equal(screen_of(fixture), SCREEN_TEST_PAPER);
    assert_int_equal(paper_of(fixture)->count, questions);
}

/* Which option is right, or what is to be written. */
static uint32_t right_of(const TestQuestion *question)
{
    if (question->kind != TEST_TRUE_FALSE) return question->deal.right;
    return question->claim == question->deal.right ? 0 : 1; /* the place of "True" and "False" */
}

static void press(AppFixture *fixture, bool is_pad, int key, PadButton button)
{
    if (is_pad)
        menu_pad(fixture, button);
    else
        fixture_press(fixture, key);
    fixture_run(fixture, 64);
}

/* Moves the focus to an option by arrows alone and takes it. */
static void choose(AppFixture *fixture, bool is_pad, uint32_t option)
{
    UiId wanted = ui_id_index(ui_id("paper-option"), option);
    static const struct {
        int key;
        PadButton button;
    } ways[] = {{KEY_RIGHT, PAD_RIGHT}, {KEY_DOWN, PAD_DOWN}, {KEY_LEFT, PAD_LEFT}, {KEY_UP, PAD_UP}};
    const Ui *ui = app_ui(fixture->app);
    for (int step = 0; step < 40 && ui_focused(ui) != wanted; step++) {
        const UiWidget *at = ui_find_widget(ui, ui_focused(ui)), *to = ui_find_widget(ui, wanted);
        assert_non_null(at);
        assert_non_null(to);
        int way = to->rect.y > at->rect.y + 4   ? 1
                  : to->rect.y < at->rect.y - 4 ? 3
                  : to->rect.x > at->rect.x     ? 0
                                                : 2;
        press(fixture, is_pad, ways[way].key, ways[way].button);
    }
    assert_int_equal(ui_focused(ui), wanted);
    press(fixture, is_pad, KEY_ENTER, PAD_A);
}

/* By the keyboard on screen, key for key: whatever is short enough to be found. */
static void write(AppFixture *fixture, bool is_pad, Str text)
{
    if (!is_pad) {
        menu_type(fixture, text.data);
        return;
    }
    menu_pad(fixture, PAD_A);
    fixture_run(fixture, 300);
    assert_non_null(menu_find(fixture, "a"));
    menu_type(fixture, text.data); /* a keyboard types there too */
    menu_pad(fixture, PAD_START);
    fixture_run(fixture, 300);
}

static void answer(AppFixture *fixture, bool is_pad, bool rightly)
{
    const TestQuestion *question = &paper_of(fixture)->questions[paper_of(fixture)->front];
    uint32_t options = question->kind == TEST_TRUE_FALSE ? 2 : question->deal.option_count;
    uint32_t at = paper_of(fixture)->front;
    if (question->kind == TEST_TYPED) {
        write(fixture, is_pad, rightly ? question->deal.options[question->deal.right].text : STR("qqqq"));
    } else {
        choose(fixture, is_pad, rightly ? right_of(question) : (right_of(question) + 1) % options);
    }
    assert_true(test_question_is_answered(&paper_of(fixture)->questions[at]));
}

/* Answers and goes on until the paper is handed in by the button on its last page. */
static void take(AppFixture *fixture, bool is_pad, uint32_t wrong)
{
    uint32_t count = paper_of(fixture)->count;
    for (uint32_t i = 0; i < count; i++) {
        const TestPaper *paper = paper_of(fixture);
        bool is_rightly = i >= wrong;
        uint32_t front = paper->front;
        answer(fixture, is_pad, is_rightly);
        if (i + 1 == count) break;
        /* a block of matching leads on by itself */
        if (paper_of(fixture)->front == front) press(fixture, is_pad, KEY_PAGE_DOWN, PAD_RB);
        fixture_run(fixture, 200);
    }
    assert_int_equal(test_paper_answered(paper_of(fixture)), count);
    press(fixture, is_pad, KEY_PAGE_DOWN, PAD_RB);
    fixture_run(fixture, 1500);
}

static void take_whole(AppFixture *fixture, bool is_pad)
{
    fixture->null.pad_count = is_pad;
    begin(fixture, 1u << TEST_TRUE_FALSE | 1u << TEST_CHOICE | 1u << TEST_TYPED, 12, 0);
    take(fixture, is_pad, 2);
    assert_int_equal(screen_of(fixture), SCREEN_TEST_REPORT);
    const TestReport *report = app_model(fixture->app)->test.report;
    assert_int_equal(report->total, 12);
    assert_int_equal(report->right, 10);
    assert_true(menu_says(fixture, "83%, 10 of 12 right"));
    assert_true(menu_says(fixture, "Passed, line at 70%"));
}

static void a_test_is_taken_by_keys_alone(void **state)
{
    take_whole(*state, false);
}

static void a_test_is_taken_by_pad_alone(void **state)
{
    take_whole(*state, true);
}

static void pairs_are_matched_by_keys_and_by_pad(void **state)
{
    AppFixture *fixture = *state;
    for (int is_pad = 0; is_pad < 2; is_pad++) {
        begin(fixture, 1u << TEST_MATCHING, 10, 0);
        for (uint32_t i = 0; i < 10; i++) {
            uint32_t front = paper_of(fixture)->front;
            assert_int_equal(front, i);
            answer(fixture, is_pad, true);
            if (i == 4) press(fixture, is_pad, KEY_ENTER, PAD_A); /* the focus is on Next */
        }
        press(fixture, is_pad, KEY_ENTER, PAD_A);
        fixture_run(fixture, 1200);
        assert_int_equal(screen_of(fixture), SCREEN_TEST_REPORT);
        assert_int_equal(app_model(fixture->app)->test.report->right, 10);
    }
}

static void number_keys_choose_and_enter_goes_on(void **state)
{
    AppFixture *fixture = *state;
    begin(fixture, 1u << TEST_CHOICE, 10, 0);
    fixture_press(fixture, KEY_1 + 2);
    fixture_run(fixture, 64);
    assert_int_equal(paper_of(fixture)->questions[0].chosen, 2);
    fixture_press(fixture, KEY_ENTER);
    fixture_run(fixture, 64);
    assert_int_equal(paper_of(fixture)->front, 1);
    fixture_press(fixture, KEY_PAGE_UP);
    fixture_press(fixture, KEY_1);
    assert_int_equal(paper_of(fixture)->questions[0].chosen, 0);
}

static void nothing_tells_right_from_wrong_before_it_is_handed_in(void **state)
{
    AppFixture *fixture = *state;
    begin(fixture, 1u << TEST_CHOICE, 10, 0);
    for (int i = 0; i < 10; i++) {
        answer(fixture, false, i % 2 == 0);
        assert_false(menu_says(fixture, "Right") || menu_says(fixture, "Wrong") ||
                     menu_says(fixture, "right"));
        press(fixture, false, i < 9 ? KEY_PAGE_DOWN : KEY_PAGE_UP, PAD_NONE);
    }
}

static void an_open_question_is_asked_about_before_handing_in(void **state)
{
    AppFixture *fixture = *state;
    begin(fixture, 1u << TEST_CHOICE, 10, 0);
    answer(fixture, false, true);
    fixture_press(fixture, KEY_H);
    fixture_run(fixture, 300);
    assert_true(menu_says(fixture, "9"));
    fixture_press(fixture, KEY_ENTER); /* the harmless answer */
    fixture_run(fixture, 300);
    assert_int_equal(screen_of(fixture), SCREEN_TEST_PAPER);
    fixture_press(fixture, KEY_H);
    fixture_run(fixture, 300);
    menu_click(fixture, "Hand in");
    assert_int_equal(screen_of(fixture), SCREEN_TEST_REPORT);
    assert_true(menu_says(fixture, "10%, 1 of 10 right"));
}

static size_t answers_kept(AppFixture *fixture)
{
    StoreDay *days;
    Err err = {0};
    const Model *model = app_model(fixture->app);
    assert_true(store_flush(model->store, &err));
    Arena arena;
    arena_init(&arena, 0);
    size_t count = store_answer_days(model->store, model->player.id, &arena, &days), all = 0;
    for (size_t i = 0; i < count; i++) all += (size_t)days[i].count;
    arena_deinit(&arena);
    return all;
}

static void answers_are_kept_when_it_is_handed_in_and_not_before(void **state)
{
    AppFixture *fixture = *state;
    begin(fixture, 1u << TEST_CHOICE, 10, 0);
    for (int i = 0; i < 5; i++) {
        answer(fixture, false, true);
        press(fixture, false, KEY_PAGE_DOWN, PAD_NONE);
    }
    assert_int_equal(answers_kept(fixture), 0);
    wish(fixture, TEST_HAND_IN, 0);
    fixture_run(fixture, 200);
    assert_int_equal(answers_kept(fixture), 6); /* five, and the one that was looked at and left open */
    const StudyDeck *study = app_model(fixture->app)->study;
    assert_non_null(study);
    uint32_t known = 0;
    for (uint32_t i = 0; i < deck_count(study->index->deck); i++) known += study->cards[i].memory.answers > 0;
    assert_int_equal(known, 6);
}

/* The process is gone; what the store was told stays. */
static void start_again(AppFixture *fixture)
{
    app_close(fixture->app);
    fixture_start(fixture);
}

static void a_test_that_was_left_half_way_waits(void **state)
{
    AppFixture *fixture = *state;
    begin(fixture, TEST_ALL_KINDS, 20, 30);
    for (int i = 0; i < 7; i++) {
        answer(fixture, false, true);
        if (paper_of(fixture)->questions[paper_of(fixture)->front].kind != TEST_MATCHING)
            press(fixture, false, KEY_PAGE_DOWN, PAD_NONE);
    }
    uint32_t front = paper_of(fixture)->front, answered = test_paper_answered(paper_of(fixture));
    int64_t left = test_paper_left_ms(paper_of(fixture), fixture->null.now_ms);
    start_again(fixture);
    fixture->null.now_ms += 86400000; /* a night */
    fixture->null.wall_ms += 86400000;
    open_test(fixture, "world-capitals");
    assert_true(menu_says(fixture, "A test waits: 7 of 20 answered"));
    fixture_press(fixture, KEY_ENTER);
    fixture_run(fixture, 400);
    assert_int_equal(screen_of(fixture), SCREEN_TEST_PAPER);
    assert_int_equal(paper_of(fixture)->front, front);
    assert_int_equal(test_paper_answered(paper_of(fixture)), answered);
    assert_in_range(test_paper_left_ms(paper_of(fixture), fixture->null.now_ms), left - 1000, left);
}

/* As a crash leaves it: what was saved after the last input, and nothing from closing. */
static void a_crash_loses_no_answer(void **state)
{
    AppFixture *fixture = *state;
    begin(fixture, 1u << TEST_TYPED, 10, 0);
    menu_type(fixture, "Half a w");
    Arena arena;
    arena_init(&arena, 0);
    const Model *model = app_model(fixture->app);
    Str text = store_get_setting(model->store, model->player.id, "test:world-capitals", &arena);
    assert_non_null(strstr(text.data, "Half a w"));
    fixture_run(fixture, 11000); /* time goes on while nothing is answered */
    Str later = store_get_setting(model->store, model->player.id, "test:world-capitals", &arena);
    assert_false(str_is(text, later));
    arena_deinit(&arena);
}

static void back_leaves_the_test_and_its_clock_stands(void **state)
{
    AppFixture *fixture = *state;
    begin(fixture, 1u << TEST_CHOICE, 10, 5);
    fixture_run(fixture, 10000);
    fixture_press(fixture, KEY_ESCAPE);
    fixture_run(fixture, 400);
    assert_int_equal(screen_of(fixture), SCREEN_TEST_SETUP);
    int64_t left = test_paper_left_ms(paper_of(fixture), fixture->null.now_ms);
    fixture_run(fixture, 60000);
    assert_int_equal(test_paper_left_ms(paper_of(fixture), fixture->null.now_ms), left);
    fixture_press(fixture, KEY_N); /* a new one asks first */
    fixture_run(fixture, 300);
    assert_true(menu_says(fixture, "Put the other test away?"));
    menu_click(fixture, "Keep it");
    assert_non_null(paper_of(fixture));
    fixture_press(fixture, KEY_G);
    fixture_run(fixture, 400);
    assert_int_equal(screen_of(fixture), SCREEN_TEST_PAPER);
}

static void the_time_limit_hands_in(void **state)
{
    AppFixture *fixture = *state;
    begin(fixture, 1u << TEST_CHOICE, 10, 5);
    answer(fixture, false, true);
    fixture_run(fixture, 290000);
    assert_int_equal(screen_of(fixture), SCREEN_TEST_PAPER);
    fixture_run(fixture, 12000);
    assert_int_equal(screen_of(fixture), SCREEN_TEST_REPORT);
    assert_true(app_model(fixture->app)->test.report->is_timed_out);
    assert_int_equal(app_model(fixture->app)->test.report->length_ms, 300000);
    assert_true(menu_says(fixture, "5 min 0 s"));
}

static void a_deck_that_has_changed_lets_the_paper_go(void **state)
{
    AppFixture *fixture = *state;
    begin(fixture, 1u << TEST_CHOICE, 10, 0);
    Arena arena;
    arena_init(&arena, 0);
    const Model *model = app_model(fixture->app);
    Str text = store_get_setting(model->store, model->player.id, "test:world-capitals", &arena);
    store_set_setting(model->store, model->player.id, "test:morse-code", text);
    open_test(fixture, "morse-code");
    assert_null(paper_of(fixture));
    open_test(fixture, "world-capitals");
    assert_non_null(paper_of(fixture));
    arena_deinit(&arena);
}

static void what_was_chosen_is_there_the_next_time(void **state)
{
    AppFixture *fixture = *state;
    open_test(fixture, "world-capitals");
    wish(fixture, TEST_SET_KINDS, 1u << TEST_MATCHING);
    wish(fixture, TEST_SET_QUESTIONS, 50);
    wish(fixture, TEST_SET_ASK, ASK_BOTH);
    wish(fixture, TEST_SET_LIMIT, 10);
    start_again(fixture);
    open_test(fixture, "world-capitals");
    const TestSetup *setup = app_model(fixture->app)->test.setup;
    assert_int_equal(setup->kinds, 1u << TEST_MATCHING);
    assert_int_equal(setup->questions, 50);
    assert_int_equal(setup->ask, ASK_BOTH);
    assert_int_equal(setup->limit_min, 10);
}

static void one_kind_of_question_always_stays(void **state)
{
    AppFixture *fixture = *state;
    open_test(fixture, "world-capitals");
    menu_click(fixture, "Multiple choice");
    menu_click(fixture, "Written");
    assert_int_equal(app_model(fixture->app)->test.setup->kinds, 1u << TEST_TYPED);
    menu_click(fixture, "Matching");
    menu_click(fixture, "Written");
    assert_int_equal(app_model(fixture->app)->test.setup->kinds, 1u << TEST_MATCHING);
}

/* --- the report --- */

static void hand_in_after(AppFixture *fixture, uint32_t wrong)
{
    begin(fixture, 1u << TEST_CHOICE, 10, 0);
    take(fixture, false, wrong);
    assert_int_equal(screen_of(fixture), SCREEN_TEST_REPORT);
    Err err = {0};
    assert_true(store_flush(app_model(fixture->app)->store, &err));
    fixture->null.wall_ms += 86400000;
    fixture->null.now_ms += 86400000;
    fixture_run(fixture, 32);
}

/* Rows of answers that are built (those near the view) and say so. */
static int count_rows(const AppFixture *fixture, const char *verdict)
{
    int count, rows = 0;
    const UiWidget *widgets = ui_widgets(app_ui(fixture->app), &count);
    for (int i = 0; i < count; i++)
        rows += widgets[i].role == ROLE_ROW && str_starts(widgets[i].value, str_of(verdict));
    return rows;
}

static void the_list_shows_all_wrong_or_right(void **state)
{
    AppFixture *fixture = *state;
    hand_in_after(fixture, 3);
    assert_int_equal(count_rows(fixture, "wrong:"), 3);
    assert_true(count_rows(fixture, "right:") > 0);
    fixture_press(fixture, KEY_F);
    fixture_run(fixture, 64);
    assert_int_equal(count_rows(fixture, "wrong:"), 3);
    assert_int_equal(count_rows(fixture, "right:"), 0);
    fixture_press(fixture, KEY_F);
    fixture_run(fixture, 64);
    assert_int_equal(count_rows(fixture, "wrong:"), 0);
    assert_true(count_rows(fixture, "right:") > 0);
}

static void the_missed_are_taken_again(void **state)
{
    AppFixture *fixture = *state;
    hand_in_after(fixture, 3);
    const TestReport *report = app_model(fixture->app)->test.report;
    fixture_press(fixture, KEY_R);
    fixture_run(fixture, 400);
    assert_int_equal(screen_of(fixture), SCREEN_TEST_PAPER);
    assert_int_equal(paper_of(fixture)->count, 3);
    for (uint32_t i = 0; i < 3; i++) {
        bool is_missed = false;
        for (uint32_t a = 0; a < 3; a++)
            is_missed |= str_is(report->answers[a].card_id, paper_of(fixture)->questions[i].deal.card_id);
        assert_true(is_missed);
    }
    take(fixture, false, 0);
    assert_int_equal(screen_of(fixture), SCREEN_TEST_REPORT);
    assert_true(menu_says(fixture, "best yet"));
    assert_null(menu_find(fixture, "Retake the 0 missed"));
    fixture_press(fixture, KEY_ESCAPE);
    fixture_run(fixture, 400);
    assert_int_equal(screen_of(fixture), SCREEN_TEST_SETUP);
}

static void tests_before_are_listed_and_can_be_read(void **state)
{
    AppFixture *fixture = *state;
    hand_in_after(fixture, 5);
    hand_in_after(fixture, 2);
    hand_in_after(fixture, 3);
    assert_true(menu_says(fixture, "down 10%"));
    fixture_press(fixture, KEY_N);
    fixture_run(fixture, 400);
    assert_int_equal(screen_of(fixture), SCREEN_TEST_SETUP);
    assert_true(menu_says(fixture, "70%, 7 of 10, down 10"));
    assert_true(menu_says(fixture, "80%, 8 of 10, up 30"));
    assert_true(menu_says(fixture, "50%, 5 of 10"));
    menu_click(fixture, "Test of 3 days ago");
    assert_int_equal(screen_of(fixture), SCREEN_TEST_REPORT);
    assert_true(menu_says(fixture, "50%, 5 of 10 right"));
    assert_true(menu_says(fixture, "Not passed"));
    start_again(fixture); /* and after the next start too */
    open_test(fixture, "world-capitals");
    menu_click(fixture, "Test of 2 days ago");
    assert_true(menu_says(fixture, "80%, 8 of 10 right"));
}

static void the_report_is_written_as_a_page(void **state)
{
    AppFixture *fixture = *state;
    hand_in_after(fixture, 3);
    fixture_press(fixture, KEY_W);
    fixture_run(fixture, 64);
    FileList list;
    Err err = {0};
    Arena arena;
    arena_init(&arena, 0);
    assert_true(file_list(fixture->folder, &arena, &list, &err));
    Str page = {0};
    for (size_t i = 0; i < list.count; i++) {
        if (!str_ends(list.names[i], STR(".html"))) continue;
        assert_true(str_starts(list.names[i], STR("test-world-capitals-")));
        Str path = file_join(&arena, fixture->folder, list.names[i].data);
        assert_true(file_read(path.data, 1 << 20, &arena, &page, &err));
    }
    assert_non_null(strstr(page.data, "7 of 10 right. Passed"));
    arena_deinit(&arena);
}

static void another_player_has_tests_of_their_own(void **state)
{
    AppFixture *fixture = *state;
    begin(fixture, 1u << TEST_CHOICE, 10, 0);
    answer(fixture, false, true);
    fixture_press(fixture, KEY_ESCAPE);
    fixture_run(fixture, 400);
    int64_t first = app_model(fixture->app)->player.id;
    app_apply(fixture->app, &(Intent){.kind = INTENT_ADD_PLAYERS, .text = STR("Bo")});
    fixture_run(fixture, 400);
    assert_int_equal(screen_of(fixture), SCREEN_TEST_SETUP);
    assert_null(paper_of(fixture));
    app_apply(fixture->app, &(Intent){.kind = INTENT_CHOOSE_PLAYER, .number = first});
    fixture_run(fixture, 400);
    assert_non_null(paper_of(fixture));
    assert_int_equal(test_paper_answered(paper_of(fixture)), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        MENU_TEST(a_test_is_taken_by_keys_alone),
        MENU_TEST(a_test_is_taken_by_pad_alone),
        MENU_TEST(pairs_are_matched_by_keys_and_by_pad),
        MENU_TEST(number_keys_choose_and_enter_goes_on),
        MENU_TEST(nothing_tells_right_from_wrong_before_it_is_handed_in),
        MENU_TEST(an_open_question_is_asked_about_before_handing_in),
        MENU_TEST(answers_are_kept_when_it_is_handed_in_and_not_before),
        MENU_TEST(a_test_that_was_left_half_way_waits),
        MENU_TEST(a_crash_loses_no_answer),
        MENU_TEST(back_leaves_the_test_and_its_clock_stands),
        MENU_TEST(the_time_limit_hands_in),
        MENU_TEST(a_deck_that_has_changed_lets_the_paper_go),
        MENU_TEST(what_was_chosen_is_there_the_next_time),
        MENU_TEST(one_kind_of_question_always_stays),
        MENU_TEST(the_list_shows_all_wrong_or_right),
        MENU_TEST(the_missed_are_taken_again),
        MENU_TEST(tests_before_are_listed_and_can_be_read),
        MENU_TEST(the_report_is_written_as_a_page),
        MENU_TEST(another_player_has_tests_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
