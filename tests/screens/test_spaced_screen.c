/* Spaced on its real screen, by keys and by pad, with a clock that the test sets. */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/calendar.h"
#include "menu_fixture.h"

#define DAY CALENDAR_DAY_MS

static const Spaced *sitting_of(const AppFixture *fixture)
{
    const Spaced *sitting = app_model(fixture->app)->spaced.sitting;
    assert_non_null(sitting);
    return sitting;
}

static void flush(AppFixture *fixture)
{
    Err err = {0};
    assert_true(store_flush(app_model(fixture->app)->store, &err));
}

static void open_spaced(AppFixture *fixture)
{
    flush(fixture); /* or it would be made anew a moment later */
    app_apply(fixture->app, &(Intent){.kind = INTENT_HOME});
    app_apply(fixture->app, &(Intent){.kind = INTENT_OPEN_DECK, .text = STR("world-capitals")});
    fixture_wait_deck(fixture);
    app_apply(fixture->app, &(Intent){.kind = INTENT_STUDY_OPEN, .study = STUDY_SPACED});
    fixture_run(fixture, 400);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_SPACED);
}

/* The store has caught up, and says so. */
static void settle(AppFixture *fixture)
{
    flush(fixture);
    platform_null_push(&fixture->null, (InputEvent){.kind = INPUT_WAKE});
    fixture_run(fixture, 32);
}

static uint32_t asked(const AppFixture *fixture)
{
    return sitting_of(fixture)->at.card;
}

/* Space, then 1 to 4. */
static uint32_t grade_by_keys(AppFixture *fixture, Grade grade)
{
    uint32_t card = asked(fixture);
    fixture_press(fixture, KEY_SPACE);
    assert_true(sitting_of(fixture)->is_shown);
    fixture_press(fixture, KEY_1 + (int)(grade - GRADE_AGAIN));
    return card;
}

static uint32_t grade_by_pad(AppFixture *fixture, Grade grade)
{
    static const PadButton buttons[] = {PAD_X, PAD_Y, PAD_A, PAD_B};
    uint32_t card = asked(fixture);
    menu_pad(fixture, PAD_A);
    assert_true(sitting_of(fixture)->is_shown);
    menu_pad(fixture, buttons[grade - GRADE_AGAIN]);
    return card;
}

static void pass(AppFixture *fixture, int64_t ms)
{
    fixture->null.wall_ms += ms;
    fixture->null.now_ms += ms;
    fixture_run(fixture, 32);
}

/* --- a sitting --- */

static void a_day_is_studied_by_keys_alone(void **state)
{
    AppFixture *fixture = *state;
    open_spaced(fixture);
    assert_int_equal(sitting_of(fixture)->left, 20);
    assert_true(menu_says(fixture, "20 to go"));
    fixture_press(fixture, KEY_SPACE);
    assert_true(menu_says(fixture, "10\xC2\xA0min")); /* Again */
    assert_true(menu_says(fixture, "5\xC2\xA0"
                                   "d")); /* Good */
    fixture_press(fixture, KEY_ENTER);    /* the marked one: Good */
    assert_int_equal(sitting_of(fixture)->at.tally.right, 1);
    fixture_press(fixture, KEY_SPACE);
    fixture_press(fixture, KEY_SPACE); /* the same once more */
    assert_int_equal(sitting_of(fixture)->at.tally.right, 2);
    fixture_press(fixture, KEY_ENTER); /* shows the answer too */
    fixture_press(fixture, KEY_LEFT);
    fixture_press(fixture, KEY_ENTER); /* Hard */
    assert_int_equal(sitting_of(fixture)->at.tally.reviewed, 3);
    grade_by_keys(fixture, GRADE_AGAIN);
    grade_by_keys(fixture, GRADE_EASY);
    while (asked(fixture) != DECK_NO_CARD) grade_by_keys(fixture, GRADE_GOOD);
    assert_int_equal(sitting_of(fixture)->at.tally.reviewed, 21);
    assert_true(menu_says(fixture, "Done for now"));
    assert_true(menu_says(fixture, "20 right"));
    assert_true(menu_says(fixture, "known now"));
    fixture_press(fixture, KEY_ESCAPE);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_DECK);
}

static void answers_are_kept_with_their_grade(void **state)
{
    AppFixture *fixture = *state;
    open_spaced(fixture);
    uint32_t good = grade_by_keys(fixture, GRADE_GOOD), again = grade_by_keys(fixture, GRADE_AGAIN);
    flush(fixture);
    const Model *model = app_model(fixture->app);
    Arena arena;
    arena_init(&arena, 0);
    StoreCard *cards;
    size_t count = store_cards(model->store, model->player.id, model->deck.id, &arena, &cards);
    assert_int_equal(count, 2);
    for (size_t i = 0; i < count; i++) {
        uint32_t card = deck_find_card(model->deck.deck, cards[i].card_id);
        assert_true(card == good || card == again);
        assert_int_equal(cards[i].due_ms, model->study->cards[card].due_ms);
        assert_memory_equal(&cards[i].memory, &model->study->cards[card].memory, sizeof cards[i].memory);
        assert_true(cards[i].memory.last_p == (card == good ? 1 : 0));
    }
    StoreSpacedToday today = store_spaced_since(model->store, model->player.id, model->deck.id, 0);
    assert_int_equal(today.fresh, 2);
    assert_int_equal(today.reviews, 0);
    arena_deinit(&arena);
}

static void a_pad_answers_by_the_place_of_its_buttons(void **state)
{
    AppFixture *fixture = *state;
    fixture->null.pad_count = 1;
    open_spaced(fixture);
    grade_by_pad(fixture, GRADE_GOOD);
    grade_by_pad(fixture, GRADE_HARD);
    grade_by_pad(fixture, GRADE_EASY);
    grade_by_pad(fixture, GRADE_AGAIN);
    assert_int_equal(sitting_of(fixture)->at.tally.reviewed, 4);
    assert_int_equal(sitting_of(fixture)->at.tally.right, 3);
    menu_pad(fixture, PAD_LB);
    assert_true(app_model(fixture->app)->study->cards[asked(fixture)].is_starred);
    menu_pad(fixture, PAD_RB);
    assert_int_equal(sitting_of(fixture)->at.tally.reviewed, 3);
    assert_true(sitting_of(fixture)->is_shown);
    menu_pad(fixture, PAD_RB);
    assert_int_equal(sitting_of(fixture)->at.tally.reviewed, 2);
    menu_pad(fixture, PAD_START); /* B would be Easy here */
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_DECK);
}

static void the_next_day_is_studied_in_its_turn(void **state)
{
    AppFixture *fixture = *state;
    menu_set(fixture, "new-cards", "5");
    open_spaced(fixture);
    assert_int_equal(sitting_of(fixture)->left, 5);
    while (asked(fixture) != DECK_NO_CARD) grade_by_keys(fixture, GRADE_GOOD);
    assert_true(menu_says(fixture, "come back in 5 days"));
    open_spaced(fixture); /* the day's new cards are done */
    assert_int_equal(asked(fixture), DECK_NO_CARD);
    assert_true(menu_says(fixture, "Nothing is due"));
    for (int day = 1; day <= 4; day++) {
        pass(fixture, DAY);
        open_spaced(fixture);
        assert_int_equal(sitting_of(fixture)->left, 5);
        while (asked(fixture) != DECK_NO_CARD) grade_by_keys(fixture, GRADE_GOOD);
    }
    pass(fixture, DAY);
    open_spaced(fixture);
    assert_int_equal(sitting_of(fixture)->left, 10); /* those of the first day are due */
    pass(fixture, 30 * DAY);
    menu_set(fixture, "reviews", "6");
    open_spaced(fixture);
    assert_int_equal(sitting_of(fixture)->left, 11);
    while (asked(fixture) != DECK_NO_CARD) grade_by_keys(fixture, GRADE_GOOD);
    assert_true(menu_says(fixture, "19\xC2\xA0"
                                   "cards are still due"));
    menu_click(fixture, "Go on reviewing");
    assert_int_equal(sitting_of(fixture)->left, 19);
}

static void a_new_day_begins_at_its_hour_while_the_screen_is_open(void **state)
{
    AppFixture *fixture = *state;
    fixture->null.utc_offset_min = -5 * 60;
    menu_set(fixture, "new-cards", "2");
    menu_set(fixture, "rollover", "6");
    open_spaced(fixture);
    while (asked(fixture) != DECK_NO_CARD) grade_by_keys(fixture, GRADE_GOOD);
    assert_null(menu_find(fixture, "Go on reviewing"));
    int64_t end = app_model(fixture->app)->spaced.day.end_ms;
    assert_int_equal(end % DAY, 11 * CALENDAR_HOUR_MS); /* 6:00 where it is 5 hours later in London */
    pass(fixture, end - fixture->null.wall_ms - 1000);
    assert_null(menu_find(fixture, "Go on reviewing"));
    pass(fixture, 2000);
    menu_click(fixture, "Go on reviewing");
    assert_int_equal(sitting_of(fixture)->left, 2);
    assert_int_equal(sitting_of(fixture)->at.turn, 0);
}

static void a_clock_set_back_breaks_nothing(void **state)
{
    AppFixture *fixture = *state;
    open_spaced(fixture);
    for (int i = 0; i < 5; i++) grade_by_keys(fixture, GRADE_GOOD);
    fixture->null.wall_ms -= 40 * DAY;
    for (int i = 0; i < 5; i++) grade_by_keys(fixture, GRADE_AGAIN);
    open_spaced(fixture);
    while (asked(fixture) != DECK_NO_CARD) grade_by_keys(fixture, GRADE_GOOD);
    fixture->null.wall_ms += 90 * DAY;
    open_spaced(fixture);
    assert_true(asked(fixture) != DECK_NO_CARD);
    flush(fixture);
}

/* --- undo and marks --- */

static void every_answer_of_the_sitting_is_taken_back(void **state)
{
    AppFixture *fixture = *state;
    open_spaced(fixture);
    const Model *model = app_model(fixture->app);
    uint32_t first = asked(fixture);
    for (int i = 0; i < 6; i++) grade_by_keys(fixture, i % 2 ? GRADE_GOOD : GRADE_AGAIN);
    for (int i = 0; i < 6; i++) fixture_press(fixture, KEY_U);
    assert_int_equal(asked(fixture), first);
    assert_int_equal(sitting_of(fixture)->at.tally.reviewed, 0);
    for (uint32_t i = 0; i < deck_count(model->deck.deck); i++)
        assert_int_equal(model->study->cards[i].memory.answers, 0);
    flush(fixture);
    StoreSpacedToday today = store_spaced_since(model->store, model->player.id, model->deck.id, 0);
    assert_int_equal(today.fresh, 0);
    open_spaced(fixture); /* as if nothing had been */
    assert_int_equal(asked(fixture), first);
    assert_int_equal(sitting_of(fixture)->left, 20);
}

static void cards_are_buried_and_suspended_by_keys_and_in_the_options(void **state)
{
    AppFixture *fixture = *state;
    menu_set(fixture, "new-cards", "3");
    open_spaced(fixture);
    uint32_t buried = asked(fixture);
    fixture_press(fixture, KEY_B);
    uint32_t suspended = asked(fixture);
    assert_true(suspended != buried);
    fixture_press(fixture, KEY_O);
    menu_click(fixture, "Suspend this card");
    assert_true(app_model(fixture->app)->study->cards[suspended].is_suspended);
    fixture_press(fixture, KEY_U);
    assert_int_equal(asked(fixture), suspended);
    fixture_press(fixture, KEY_X);
    grade_by_keys(fixture, GRADE_GOOD);
    assert_int_equal(asked(fixture), DECK_NO_CARD);
    flush(fixture);
    pass(fixture, DAY);
    open_spaced(fixture);
    assert_int_equal(asked(fixture), buried); /* it is back, the other is not */
    assert_true(app_model(fixture->app)->study->cards[suspended].is_suspended);
    while (asked(fixture) != DECK_NO_CARD) grade_by_keys(fixture, GRADE_GOOD);
    menu_click(fixture, "Take back 1\xC2\xA0"
                        "card");
    flush(fixture);
    open_spaced(fixture);
    assert_false(app_model(fixture->app)->study->cards[suspended].is_suspended);
}

static void a_star_is_kept(void **state)
{
    AppFixture *fixture = *state;
    open_spaced(fixture);
    uint32_t card = asked(fixture);
    fixture_press(fixture, KEY_S);
    fixture_press(fixture, KEY_SPACE);
    fixture_press(fixture, KEY_S);
    fixture_press(fixture, KEY_S);
    flush(fixture);
    open_spaced(fixture);
    assert_true(app_model(fixture->app)->study->cards[card].is_starred);
}

static void a_leech_is_offered_to_be_suspended(void **state)
{
    AppFixture *fixture = *state;
    menu_set(fixture, "new-cards", "1");
    open_spaced(fixture);
    uint32_t card = grade_by_keys(fixture, GRADE_EASY);
    menu_set(fixture, "new-cards", "0");
    for (int lapse = 1; lapse <= 8; lapse++) {
        pass(fixture, 900 * DAY);
        open_spaced(fixture);
        assert_int_equal(asked(fixture), card);
        grade_by_keys(fixture, GRADE_AGAIN);
        if (lapse == 8) break;
        while (asked(fixture) != DECK_NO_CARD) grade_by_keys(fixture, GRADE_EASY);
        for (int days = 0; days < 3; days++) {
            pass(fixture, 40 * DAY);
            open_spaced(fixture);
            while (asked(fixture) != DECK_NO_CARD) grade_by_keys(fixture, GRADE_EASY);
        }
    }
    assert_int_equal(sitting_of(fixture)->leech, card);
    assert_true(menu_says(fixture, "was forgotten 8 times"));
    menu_click(fixture, "Suspend it");
    assert_true(app_model(fixture->app)->study->cards[card].is_suspended);
    assert_true(menu_says(fixture, "All cards") || menu_says(fixture, "Done for now"));
}

/* --- when nothing is left --- */

static void there_is_always_a_way_on(void **state)
{
    AppFixture *fixture = *state;
    menu_set(fixture, "new-cards", "0");
    open_spaced(fixture);
    assert_int_equal(asked(fixture), DECK_NO_CARD);
    assert_true(menu_says(fixture, "No card has been begun yet."));
    menu_click(fixture, "Study 10\xC2\xA0"
                        "new cards");
    assert_int_equal(sitting_of(fixture)->left, 10);
    while (asked(fixture) != DECK_NO_CARD) grade_by_keys(fixture, GRADE_GOOD);
    menu_click(fixture, "Learn ahead");
    assert_int_equal(sitting_of(fixture)->left, 10);
    while (asked(fixture) != DECK_NO_CARD) grade_by_keys(fixture, GRADE_GOOD);
    menu_click(fixture, "Back to the deck");
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_DECK);
}

static void tags_without_cards_say_so(void **state)
{
    AppFixture *fixture = *state;
    open_spaced(fixture);
    const Model *model = app_model(fixture->app);
    Str tags[2] = {deck_tag(model->deck.deck, 0), deck_tag(model->deck.deck, 1)};
    Setup setup = model->deck.setup;
    setup.tags = tags;
    setup.tag_count = 2;
    setup.tags_match = TAGS_ALL;
    app_apply(fixture->app, &(Intent){.kind = INTENT_SET_SETUP, .setup = setup});
    fixture_run(fixture, 400);
    if (sitting_of(fixture)->pool.count == 0) {
        assert_true(menu_says(fixture, "No card has these tags"));
        menu_click(fixture, "Study all cards");
    }
    assert_true(sitting_of(fixture)->pool.count > 0);
}

static void an_exam_decides_what_ready_means(void **state)
{
    AppFixture *fixture = *state;
    menu_set(fixture, "new-cards", "3");
    open_spaced(fixture);
    while (asked(fixture) != DECK_NO_CARD) grade_by_keys(fixture, GRADE_GOOD);
    const CurrentSpaced *spaced = &app_model(fixture->app)->spaced;
    int32_t today = spaced->day.number;
    assert_int_equal(spaced->ready_day, today + 21);
    double without = spaced->ready;
    fixture_press(fixture, KEY_O);
    menu_click(fixture, "A week on");
    assert_int_equal(spaced->sitting->exam_day, today + 7);
    assert_int_equal(spaced->ready_day, today + 7);
    assert_true(spaced->ready > without);
    menu_click(fixture, "Done");
    assert_true(menu_says(fixture, "ready for the exam"));
    open_spaced(fixture); /* it is kept */
    assert_int_equal(spaced->sitting->exam_day, today + 7);
    fixture_press(fixture, KEY_O);
    menu_click(fixture, "No exam");
    assert_int_equal(spaced->ready_day, today + 21);
}

static void options_change_the_sitting_at_once(void **state)
{
    AppFixture *fixture = *state;
    open_spaced(fixture);
    grade_by_keys(fixture, GRADE_GOOD);
    menu_set(fixture, "new-cards", "4");
    settle(fixture);
    assert_int_equal(sitting_of(fixture)->left, 3);
    menu_set(fixture, "retention", "80");
    settle(fixture);
    assert_true(app_model(fixture->app)->study->retention == 0.8);
    fixture_press(fixture, KEY_SPACE);
    fixture_press(fixture, KEY_O);
    fixture_press(fixture, KEY_ESCAPE);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_SPACED);
    menu_set(fixture, "memory", "fsrs6");
    settle(fixture);
    assert_int_equal(app_model(fixture->app)->study->memory.model, MODEL_FSRS6);
    assert_true(asked(fixture) != DECK_NO_CARD);
}

/* --- a crash --- */

/* Some answers, and then the process is gone without a word. */
static void answer_and_die(AppFixture *fixture)
{
    fixture_start(fixture);
    menu_set(fixture, "new-cards", "6");
    open_spaced(fixture);
    grade_by_keys(fixture, GRADE_GOOD);
    grade_by_keys(fixture, GRADE_AGAIN);
    grade_by_keys(fixture, GRADE_GOOD);
    fixture_press(fixture, KEY_SPACE);
    flush(fixture);
    _exit(0);
}

static void after_a_crash_the_sitting_goes_on_from_the_log(void **state)
{
    AppFixture *fixture = *state;
    app_close(fixture->app);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) answer_and_die(fixture);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    fixture_start(fixture);
    open_spaced(fixture);
    assert_int_equal(sitting_of(fixture)->left, 4); /* three new ones, and what was wrong */
    uint32_t cards[4];
    for (int i = 0; i < 4; i++) cards[i] = grade_by_keys(fixture, GRADE_GOOD);
    assert_int_equal(asked(fixture), DECK_NO_CARD);
    const StudyCard *last = &app_model(fixture->app)->study->cards[cards[3]];
    assert_int_equal(last->memory.answers, 2);
}

static void what_the_store_learns_later_is_taken_over(void **state)
{
    AppFixture *fixture = *state;
    menu_set(fixture, "new-cards", "6");
    open_spaced(fixture);
    for (int i = 0; i < 3; i++) grade_by_keys(fixture, GRADE_GOOD);
    menu_set(fixture, "retention", "71"); /* the answers may still be on their way */
    settle(fixture);
    assert_int_equal(sitting_of(fixture)->left, 3);
    const Model *model = app_model(fixture->app);
    for (uint32_t i = 0; i < deck_count(model->deck.deck); i++) {
        const StudyCard *card = &model->study->cards[i];
        if (card_memory_is_new(&card->memory)) continue;
        assert_int_equal(card->due_ms, card_memory_due_ms(&model->study->memory, &card->memory, 0.71));
    }
    menu_set(fixture, "memory", "fsrs6");
    settle(fixture);
    MemoryState good = memory_first(&model->study->memory, GRADE_GOOD);
    int known = 0;
    for (uint32_t i = 0; i < deck_count(model->deck.deck); i++) {
        const CardMemory *memory = &model->study->cards[i].memory;
        if (card_memory_is_new(memory)) continue;
        known++;
        assert_memory_equal(&memory->state, &good, sizeof good);
    }
    assert_int_equal(known, 3);
}

/* --- looks --- */

static void it_stands_in_every_size_of_text_and_window(void **state)
{
    AppFixture *fixture = *state;
    static const char *const texts[] = {"100", "125", "150", "175", "200"};
    static const int sizes[][2] = {{800, 600}, {1280, 720}, {1024, 768}, {3440, 1440}};
    for (int t = 0; t < 5; t++)
        for (int w = 0; w < 4; w++) {
            platform_null_resize(&fixture->null, sizes[w][0], sizes[w][1]);
            menu_set(fixture, "text", texts[t]);
            open_spaced(fixture);
            fixture_press(fixture, KEY_SPACE);
            fixture_press(fixture, KEY_C);
            fixture_run(fixture, 400);
            int count;
            const UiWidget *widgets = ui_widgets(app_ui(fixture->app), &count);
            Rect canvas = fixture->null.view.canvas;
            for (int i = 0; i < count; i++) {
                if (!(widgets[i].flags & UI_FOCUSABLE)) continue;
                Rect r = widgets[i].rect;
                assert_true(r.x >= 0 && r.y >= 0 && r.x + r.w <= canvas.w && r.y + r.h <= canvas.h);
            }
            fixture_press(fixture, KEY_3);
        }
}

static void without_a_deck_there_is_a_way_to_one(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_SPACED, "");
    menu_click(fixture, "Choose a deck");
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_LIBRARY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        MENU_TEST(a_day_is_studied_by_keys_alone),
        MENU_TEST(answers_are_kept_with_their_grade),
        MENU_TEST(a_pad_answers_by_the_place_of_its_buttons),
        MENU_TEST(the_next_day_is_studied_in_its_turn),
        MENU_TEST(a_new_day_begins_at_its_hour_while_the_screen_is_open),
        MENU_TEST(a_clock_set_back_breaks_nothing),
        MENU_TEST(every_answer_of_the_sitting_is_taken_back),
        MENU_TEST(cards_are_buried_and_suspended_by_keys_and_in_the_options),
        MENU_TEST(a_star_is_kept),
        MENU_TEST(a_leech_is_offered_to_be_suspended),
        MENU_TEST(there_is_always_a_way_on),
        MENU_TEST(tags_without_cards_say_so),
        MENU_TEST(an_exam_decides_what_ready_means),
        MENU_TEST(options_change_the_sitting_at_once),
        MENU_TEST(after_a_crash_the_sitting_goes_on_from_the_log),
        MENU_TEST(what_the_store_learns_later_is_taken_over),
        MENU_TEST(it_stands_in_every_size_of_text_and_window),
        MENU_TEST(without_a_deck_there_is_a_way_to_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
