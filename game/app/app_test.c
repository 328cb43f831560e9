/* The study mode Test: the paper under its clock, kept as a text after each input; handed in, it becomes
   answers in the store, one by one, and a report. */
#include "app/app_state.h"
#include "base/file.h"
#include "formats/test_report.h"
#include "formats/test_state.h"
#include "screens/test_intent.h"
#include "ui/format.h"

#define SAVE_EVERY_MS   10000 /* while nothing is answered: a crash gives no more time back than this */
#define WARNED_SECONDS  5
#define REPORT_MAX_PAST 200

static int64_t now_of(const App *app)
{
    return app->platform->now_ms(app->platform->self);
}

static void show(App *app)
{
    TestSitting *test = &app->test;
    app->model.test = (CurrentTest){.is_there = true,
                                    .setup = &test->setup,
                                    .paper = test->paper,
                                    .report = test->has_report ? &test->report : NULL};
    app->needs_frame = true;
}

static void save(App *app)
{
    TestSitting *test = &app->test;
    app_study_save(app, STUDY_TEST, test_state_write(&test->setup, test->paper, &app->scratch));
    test->saved_ms = now_of(app);
}

static bool is_running(const App *app)
{
    const TestPaper *paper = app->test.paper;
    return app->test.is_there && paper && !paper->is_over && paper->since_ms != TEST_STANDS;
}

/* --- opening and closing --- */

void app_test_close(App *app)
{
    TestSitting *test = &app->test;
    if (!test->is_there) return;
    if (is_running(app)) {
        test_paper_apply(test->paper, (TestInput){.kind = TEST_LEAVE}, now_of(app));
        save(app);
    }
    arena_deinit(&test->arena);
    *test = (TestSitting){.is_there = false};
    app->model.test = (CurrentTest){.is_there = false};
}

/* What the deck has lost since, if anything of it was asked. */
static void tell_lost(App *app, const TestLost *lost)
{
    Arena *arena = &app->scratch;
    Str opened = format_count(arena, lost->opened, "answer is", "answers are");
    if (lost->gone && !app->test.paper)
        app_toast(app, "The test that waited is over: none of its cards is in the deck any more");
    else if (lost->gone && lost->opened)
        app_toast(app, "The test goes on without the cards that are gone; %.*s to be given again",
                  STR_FMT(opened));
    else if (lost->gone)
        app_toast(app, "The test goes on without %.*s that the deck does not have any more",
                  STR_FMT(format_count(arena, lost->gone, "card", "cards")));
    else if (lost->opened)
        app_toast(app, "The deck has changed: %.*s to be given again in the test", STR_FMT(opened));
}

static void read_state(App *app)
{
    TestSitting *test = &app->test;
    Str text = app_study_saved(app, STUDY_TEST, &test->arena);
    TestState state = {.setup = test_setup_default()};
    Err err = {0};
    bool is_read = text.size == 0 || test_state_read(text, app->model.deck.index, &test->arena, &state, &err);
    test->setup = state.setup;
    test->paper = is_read ? state.paper : NULL;
    if (!is_read) {
        err_log("test of %s: %s", app->deck_id, err.text);
        app_toast(app, "The test that waited here does not fit the deck any more");
    } else if (state.lost.gone || state.lost.opened) {
        tell_lost(app, &state.lost);
        save(app); /* told once */
    }
}

void app_test_resume(App *app, Str report)
{
    TestSitting *test = &app->test;
    Err err = {0};
    if (!test->is_there) {
        test->is_there = true;
        arena_init(&test->arena, 0);
        read_state(app);
    }
    if (report.size > 0) test->has_report = test_report_read(report, &test->arena, &test->report, &err);
    if (err.is_set) err_log("%s", err.text);
    show(app);
}

void app_test_open(App *app, Str argument)
{
    (void)argument;
    app_test_resume(app, (Str){0});
    app_open_screen(app, SCREEN_TEST_SETUP, (Str){0});
}

/* --- the end --- */

static bool is_best(App *app, const TestReport *report)
{
    StoreTest *before;
    size_t count = store_tests(app->store, app->model.player.id, deck_id(app->model.deck.deck),
                               REPORT_MAX_PAST, &app->scratch, &before);
    for (size_t i = 0; i < count; i++)
        if ((int64_t)before[i].right * report->total >= (int64_t)report->right * before[i].total)
            return false;
    return count > 0;
}

static void keep_report(App *app, const TestReport *report)
{
    StoreTest kept = {.player = app->model.player.id,
                      .at_ms = report->at_ms,
                      .length_ms = report->length_ms,
                      .deck_id = deck_id(app->model.deck.deck),
                      .right = (int32_t)report->right,
                      .total = (int32_t)report->total,
                      .report = test_report_write(report, &app->scratch)};
    store_add_test(app->store, &kept);
}

/* The paper was handed in, or its time has run out. */
static void finish(App *app)
{
    TestSitting *test = &app->test;
    const Platform *platform = app->platform;
    int64_t wall_ms = platform->wall_ms(platform->self);
    for (uint32_t i = 0; i < test->paper->count; i++) {
        StudyFact fact;
        if (test_paper_fact(test->paper, i, &fact)) app_study_keep(app, STUDY_TEST, &fact);
    }
    test->report = test_report_make(&test->arena, test->paper, app->model.player.name, wall_ms);
    test->has_report = true;
    bool is_new_best = is_best(app, &test->report);
    keep_report(app, &test->report);
    if (test->report.is_timed_out) app_toast(app, "The time is up: your test is handed in");
    platform->play_sound(platform->self, is_new_best ? SOUND_PERSONAL_BEST : SOUND_ROUND_END, 0);
    test->paper = NULL;
    save(app);
    show(app);
    if (app_screen(app)->id == SCREEN_TEST_PAPER) app_close_screen(app);
    app_open_screen(app, SCREEN_TEST_REPORT, (Str){0});
    app_refresh(app);
}

/* --- the paper --- */

static void input(App *app, TestInput given, int64_t at_ms)
{
    TestSitting *test = &app->test;
    if (!test->paper) return;
    test_paper_apply(test->paper, given, at_ms);
    if (test->paper->is_over)
        finish(app);
    else
        save(app);
    app->needs_frame = true;
}

static void enter(App *app, int64_t at_ms)
{
    app->test.warned_s = WARNED_SECONDS + 1;
    show(app);
    app_open_screen(app, SCREEN_TEST_PAPER, (Str){0});
    input(app, (TestInput){.kind = TEST_ENTER}, at_ms);
}

static void begin(App *app, const TestSetup *setup, int64_t at_ms)
{
    TestSitting *test = &app->test;
    TestPaper *paper = test_paper_make(&test->arena, app->model.deck.index, setup, app_seed(app));
    if (!paper) {
        app_toast(app, "No card has these tags");
        return;
    }
    test->paper = paper;
    enter(app, at_ms);
}

static TestSetup with_deck_tags(const App *app)
{
    TestSetup setup = app->test.setup;
    const Setup *deck = &app->model.deck.setup;
    setup.tags = deck->tags;
    setup.tag_count = deck->tag_count;
    setup.tags_match = deck->tags_match;
    return setup;
}

/* The report at hand, or that of a test in the store. */
static bool find_report(App *app, int64_t id, TestReport *out)
{
    Err err = {0};
    StoreTest kept;
    if (id == 0) {
        *out = app->test.report;
        return app->test.has_report;
    }
    if (store_test(app->store, id, &app->scratch, &kept) &&
        test_report_read(kept.report, &app->scratch, out, &err))
        return true;
    app_toast(app, "That test cannot be read any more%s%s", err.is_set ? ": " : "", err.text);
    return false;
}

static void retake(App *app, const Intent *intent)
{
    TestReport report;
    if (!find_report(app, intent->number, &report)) return;
    TestSetup setup = app->test.setup;
    uint32_t *cards = ARENA_NEW_N(&app->scratch, uint32_t, report.total + 1);
    for (uint32_t i = 0; i < report.total; i++) {
        uint32_t card = deck_find_card(app->model.deck.deck, report.answers[i].card_id);
        if (!report.answers[i].is_right && card != DECK_NO_CARD) cards[setup.card_count++] = card;
    }
    if (setup.card_count == 0) {
        app_toast(app, "None of the missed cards is in the deck any more");
        return;
    }
    setup.cards = cards;
    setup.questions = setup.card_count;
    begin(app, &setup, intent->at_ms);
}

static void write_page(App *app, int64_t id)
{
    TestReport report;
    Err err = {0};
    if (!find_report(app, id, &report)) return;
    const Platform *platform = app->platform;
    int utc_offset_min = platform->utc_offset_min(platform->self, report.at_ms);
    Str path = app_export_path(app, "test", report.deck_id, report.at_ms, "html");
    if (file_write(path.data, test_report_page(&report, utc_offset_min, &app->scratch), &err))
        app_toast(app, "Written to %s", path.data);
    else
        app_toast(app, "%s", err.text);
}

static void set(App *app, const Intent *intent)
{
    TestSetup *setup = &app->test.setup;
    int64_t number = intent->number;
    if (intent->input == TEST_SET_QUESTIONS && number >= 1 && number <= TEST_MAX_QUESTIONS)
        setup->questions = (uint32_t)number;
    if (intent->input == TEST_SET_KINDS && number & TEST_ALL_KINDS)
        setup->kinds = (unsigned)number & TEST_ALL_KINDS;
    if (intent->input == TEST_SET_ASK && number >= ASK_DEFINITION && number <= ASK_BOTH)
        setup->ask = (Ask)number;
    if (intent->input == TEST_SET_LIMIT && number >= 0 && number <= TEST_MAX_LIMIT_MIN)
        setup->limit_min = (int32_t)number;
    save(app);
}

static void leave(App *app, int64_t at_ms)
{
    input(app, (TestInput){.kind = TEST_LEAVE}, at_ms);
    if (app_screen(app)->id == SCREEN_TEST_PAPER) app_close_screen(app);
}

static void wish(App *app, const Intent *intent)
{
    TestSetup setup;
    switch ((TestWish)intent->input) {
    case TEST_SET_QUESTIONS:
    case TEST_SET_KINDS:
    case TEST_SET_ASK:
    case TEST_SET_LIMIT: set(app, intent); break;
    case TEST_BEGIN:
        setup = with_deck_tags(app);
        begin(app, &setup, intent->at_ms);
        break;
    case TEST_GO_ON:
        if (app->test.paper) enter(app, intent->at_ms);
        break;
    case TEST_RETAKE: retake(app, intent); break;
    case TEST_WRITE_PAGE: write_page(app, intent->number); break;
    }
}

void app_test_apply(App *app, const Intent *intent)
{
    if (!app->test.is_there) return;
    if (intent->input >= TEST_SET_QUESTIONS)
        wish(app, intent);
    else if (intent->input == TEST_LEAVE)
        leave(app, intent->at_ms);
    else
        input(app,
              (TestInput){.kind = (TestInputKind)intent->input,
                          .number = (uint32_t)intent->number,
                          .text = intent->text},
              intent->at_ms);
}

/* --- the clock --- */

static void hear_clock(App *app, int64_t now_ms)
{
    TestSitting *test = &app->test;
    int64_t left_s = test_paper_left_ms(test->paper, now_ms) / 1000 + 1;
    if (left_s > WARNED_SECONDS || left_s >= test->warned_s) return;
    test->warned_s = left_s;
    app->platform->play_sound(app->platform->self, SOUND_LAST_SECONDS, 0);
}

void app_test_advance(App *app, int64_t now_ms)
{
    TestSitting *test = &app->test;
    if (!is_running(app)) return;
    if (app_screen(app)->id != SCREEN_TEST_PAPER)
        input(app, (TestInput){.kind = TEST_LEAVE}, now_ms);
    else if (now_ms >= test_paper_deadline_ms(test->paper) || now_ms - test->saved_ms >= SAVE_EVERY_MS)
        input(app, (TestInput){.kind = TEST_TICK}, now_ms);
    if (is_running(app)) hear_clock(app, now_ms);
}

int64_t app_test_deadline_ms(const App *app)
{
    return is_running(app) ? test_paper_deadline_ms(app->test.paper) : INT64_MAX;
}

void app_test_look_away(App *app, int64_t at_ms)
{
    if (is_running(app)) input(app, (TestInput){.kind = TEST_LOOK_AWAY}, at_ms);
}
