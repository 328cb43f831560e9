#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "menu_fixture.h"
#include "screens/progress_state.h"

#define DAY_MS INT64_C(86400000)
#define DECK   "world-capitals"
#define OTHER  "morse-code"

/* An answer to a card, by its number in the deck. */
typedef struct {
    const char *deck;
    uint32_t card, chosen; /* chosen: of a wrong choice */
    int64_t days_ago;
    EvidenceFormat format;
    bool is_right;
    int32_t response_ms;
} Given;

static void answer(AppFixture *fixture, const Deck *deck, Given a)
{
    const Model *model = app_model(fixture->app);
    StoreAnswer row = {.player = model->player.id,
                       .at_ms = fixture->null.wall_ms - a.days_ago * DAY_MS,
                       .day = model->today - (int32_t)a.days_ago,
                       .deck_id = deck_id(deck),
                       .fingerprint = deck_fingerprint(deck),
                       .card_id = deck_card_id(deck, a.card),
                       .mode = STR("learn"),
                       .format = evidence_format_name(a.format),
                       .is_right = a.is_right,
                       .response_ms = a.response_ms ? a.response_ms : 2500,
                       .choices = 4};
    if (a.format == EVIDENCE_CHOICE && !a.is_right) row.chosen_card = deck_card_id(deck, a.chosen);
    store_add_answer(model->store, &row);
}

static Deck *deck_of(const AppFixture *fixture, const char *name)
{
    Err err = {0};
    Deck *deck = shelf_find(app_model(fixture->app)->shelf, str_of(name), &err);
    assert_non_null(deck);
    return deck;
}

static void flush(const AppFixture *fixture)
{
    Err err = {0};
    assert_true(store_flush(app_model(fixture->app)->store, &err));
}

/* Three days of answers: eight cards are known well, card 20 is not, 30 and 31 are mixed up. */
static void study(AppFixture *fixture, const char *name)
{
    Deck *deck = deck_of(fixture, name);
    for (int64_t days_ago = 8; days_ago >= 0; days_ago -= 4)
        for (uint32_t card = 0; card < 8; card++)
            answer(fixture, deck,
                   (Given){.card = card, .days_ago = days_ago, .format = EVIDENCE_TYPED, .is_right = true});
    answer(fixture, deck, (Given){.card = 20, .format = EVIDENCE_TYPED});
    for (int i = 0; i < 3; i++)
        answer(fixture, deck,
               (Given){.card = 20 + (uint32_t)i % 2,
                       .chosen = 20 + (uint32_t)(i + 1) % 2,
                       .format = EVIDENCE_CHOICE});
    flush(fixture);
    deck_release(deck);
}

static void run(AppFixture *fixture, int64_t ms)
{
    fixture_run(fixture, ms);
}

static void press(AppFixture *fixture, int key)
{
    fixture_press(fixture, key);
    run(fixture, 300);
}

static const UiWidget *focused(const AppFixture *fixture)
{
    const Ui *ui = app_ui(fixture->app);
    const UiWidget *widget = ui_find_widget(ui, ui_focused(ui));
    assert_non_null(widget);
    return widget;
}

static bool focus_says(const AppFixture *fixture, const char *part)
{
    return strstr(focused(fixture)->label.data, part) != NULL;
}

static void without_answers_every_panel_says_why_and_leads_on(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_PROGRESS, DECK);
    assert_true(menu_says(fixture, "No answers yet. Play a round and come back."));
    assert_true(menu_says(fixture, "What you learn shows here"));
    assert_true(menu_says(fixture, "No card was answered yet."));
    assert_true(menu_says(fixture, "You have mixed up nothing yet."));
    assert_true(menu_says(fixture, "0 day streak"));
    assert_null(menu_find(fixture, "Practise hardest"));
    press(fixture, KEY_PAGE_DOWN);
    assert_true(menu_says(fixture, "No answers in the last 30 days."));
    assert_true(menu_says(fixture, "No right answers yet, so no times."));
    assert_true(menu_says(fixture, "Type answers or grade your cards"));
    press(fixture, KEY_ENTER); /* the focus went along */
    fixture_wait_deck(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_DECK);
    assert_true(str_is(app_model(fixture->app)->deck.id, STR(DECK)));
}

static void over_all_decks_the_way_on_is_the_library(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_PROGRESS, "");
    assert_non_null(menu_find(fixture, "All decks"));
    press(fixture, KEY_ENTER);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_LIBRARY);
}

static void it_is_opened_from_the_title(void **state)
{
    AppFixture *fixture = *state;
    press(fixture, KEY_R);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_PROGRESS);
    press(fixture, KEY_ESCAPE);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_TITLE);
}

/* 1 March 2026 is a Sunday, the last of its column. */
static void days_are_picked_by_arrows(void **state)
{
    AppFixture *fixture = *state;
    study(fixture, DECK);
    menu_open(fixture, SCREEN_PROGRESS, DECK);
    assert_true(focus_says(fixture, "Today: 8 of 12 right"));
    press(fixture, KEY_UP);
    assert_true(focus_says(fixture, "Yesterday: no answers"));
    for (int i = 0; i < 3; i++) press(fixture, KEY_UP);
    assert_true(focus_says(fixture, "4 days ago: 8 of 8 right"));
    menu_pad(fixture, PAD_LEFT);
    run(fixture, 300);
    assert_true(focus_says(fixture, "18\u00a0Feb: no answers"));
    menu_pad(fixture, PAD_UP);
    run(fixture, 300);
    menu_pad(fixture, PAD_RIGHT);
    run(fixture, 300);
    assert_true(focus_says(fixture, "5 days ago: no answers"));
}

static void a_day_is_picked_by_a_finger_and_stays_picked(void **state)
{
    AppFixture *fixture = *state;
    study(fixture, DECK);
    menu_open(fixture, SCREEN_PROGRESS, DECK);
    platform_null_click(&fixture->null, rect_center(menu_get(fixture, "4 days ago: 8 of 8 right")->rect));
    run(fixture, 400);
    assert_true(menu_says(fixture, "Share")); /* pressed, it shows the figures */
    press(fixture, KEY_ESCAPE);
    press(fixture, KEY_PAGE_DOWN);
    press(fixture, KEY_PAGE_UP);
    assert_true(focus_says(fixture, "4 days ago"));
}

static void mastery_is_told_with_its_levels(void **state)
{
    AppFixture *fixture = *state;
    study(fixture, DECK);
    StoreMastery mastery =
        store_mastery(app_model(fixture->app)->store, app_model(fixture->app)->player.id, STR(DECK));
    assert_int_equal(mastery.cards, 10);
    menu_open(fixture, SCREEN_PROGRESS, DECK);
    char wanted[96];
    snprintf(wanted, sizeof wanted, "Mastered %d, Familiar %d, Learning %d", mastery.levels[MASTERY_MASTERED],
             mastery.levels[MASTERY_FAMILIAR], mastery.levels[MASTERY_LEARNING]);
    assert_true(menu_says(fixture, wanted));
}

/* All begin on the same day, the first that has anything to show. */
static void mastery_over_time_ends_today_in_each_level(void **state)
{
    (void)state;
    enum { DAYS = 40, BEGUN = 10 };
    float values[MASTERY_LEVELS][DAYS] = {{0}};
    ProgressState progress = {.day_count = DAYS, .cards = 100};
    for (int level = MASTERY_LEARNING; level < MASTERY_LEVELS; level++) {
        progress.levels[level] = values[level];
        for (int day = BEGUN; day < DAYS; day++) values[level][day] = (float)(100 * level + day);
    }
    ChartSeries series[PROGRESS_SHOWN_LEVELS];
    int span = progress_mastery_series(&progress, series);
    assert_int_equal(span, DAYS - BEGUN);
    for (int i = 0; i < PROGRESS_SHOWN_LEVELS; i++) {
        int level = MASTERY_MASTERED - i;
        assert_int_equal((int)series[i].values[0], 100 * level + BEGUN);
        assert_int_equal((int)series[i].values[span - 1], 100 * level + DAYS - 1);
    }
}

/* A deck that was edited: what its cards were before is known well, and they are more than it has now. */
static void mastery_is_never_more_than_all(void **state)
{
    AppFixture *fixture = *state;
    const Model *model = app_model(fixture->app);
    for (int i = 0; i < 600; i++) {
        char id[16];
        snprintf(id, sizeof id, "gone-%d", i % 200);
        store_add_answer(model->store,
                         &(StoreAnswer){.player = model->player.id,
                                        .at_ms = fixture->null.wall_ms - (2 - i / 200) * 4 * DAY_MS,
                                        .day = model->today - (2 - i / 200) * 4,
                                        .deck_id = STR(OTHER),
                                        .card_id = str_of(id),
                                        .mode = STR("learn"),
                                        .format = STR("typed"),
                                        .is_right = true});
    }
    flush(fixture);
    menu_open(fixture, SCREEN_PROGRESS, OTHER);
    press(fixture, KEY_D);
    assert_true(menu_says(fixture, "100% mastery"));
}

static void another_deck_or_all_are_chosen_by_the_chip(void **state)
{
    AppFixture *fixture = *state;
    study(fixture, DECK);
    study(fixture, OTHER);
    menu_open(fixture, SCREEN_PROGRESS, DECK);
    assert_true(focus_says(fixture, "Today: 8 of 12 right"));
    press(fixture, KEY_D);
    assert_true(menu_says(fixture, "no answers yet"));
    menu_click(fixture, "All decks");
    assert_true(menu_says(fixture, "Today: 16 of 24 right"));
    menu_pad(fixture, PAD_START);
    run(fixture, 300);
    menu_click(fixture, "Periodic table");
    assert_true(menu_says(fixture, "No answers yet."));
}

static bool is_on_board(const MatchRound *match, uint32_t card)
{
    for (uint32_t i = 0; i < match->tile_count; i++)
        if (match->tiles[i].deal.card == card) return true;
    return false;
}

/* Cards that were mixed up stand on the first board or come later. */
static bool is_asked(AppFixture *fixture, const char *id)
{
    const MatchRound *match = &app_model(fixture->app)->round.live->round->as.match;
    uint32_t wanted = deck_find_card(app_model(fixture->app)->deck.deck, str_of(id));
    for (int i = 0; i < 20 && !is_on_board(match, wanted) && app_model(fixture->app)->round.live; i++) {
        uint32_t place = 0;
        while (match_at(match, place)->state == TILE_GONE) place++;
        uint32_t tile = match_tile_number(match, place), both[] = {tile, match_partner(match, tile)};
        for (int k = 0; k < 2; k++) {
            Intent pick = {.kind = INTENT_PICK, .number = both[k], .at_ms = fixture->null.now_ms};
            app_apply(fixture->app, &pick);
            fixture_run(fixture, 64);
        }
    }
    return is_on_board(match, wanted);
}

static char *id_of(AppFixture *fixture, const char *deck_name, uint32_t card)
{
    static char ids[4][128];
    static int at;
    Deck *deck = deck_of(fixture, deck_name);
    char *id = ids[at = (at + 1) % 4];
    snprintf(id, 128, "%.*s", STR_FMT(deck_card_id(deck, card)));
    deck_release(deck);
    return id;
}

static void the_hardest_are_practised(void **state)
{
    AppFixture *fixture = *state;
    study(fixture, DECK);
    menu_open(fixture, SCREEN_PROGRESS, DECK);
    press(fixture, KEY_H);
    fixture_wait_deck(fixture);
    run(fixture, 300);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_MATCH);
    assert_true(app_model(fixture->app)->round.is_practice);
    fixture_press(fixture, KEY_ENTER); /* go */
    assert_int_equal(app_model(fixture->app)->round.live->round->setup.pairs,
                     10); /* all that were answered */
    assert_true(is_asked(fixture, id_of(fixture, DECK, 20)));
    assert_true(is_asked(fixture, id_of(fixture, DECK, 21)));
}

/* Over all decks as well: the deck is read first. By pad. */
static void what_is_mixed_up_is_played(void **state)
{
    AppFixture *fixture = *state;
    study(fixture, OTHER);
    menu_open(fixture, SCREEN_PROGRESS, "");
    assert_true(menu_says(fixture, ", 3 times"));
    menu_pad(fixture, PAD_RT);
    fixture_wait_deck(fixture);
    run(fixture, 300);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_MATCH);
    assert_true(str_is(app_model(fixture->app)->deck.id, STR(OTHER)));
    assert_true(is_asked(fixture, id_of(fixture, OTHER, 20)));
    assert_true(is_asked(fixture, id_of(fixture, OTHER, 21)));
    press(fixture, KEY_ESCAPE);
    app_apply(fixture->app, &(Intent){.kind = INTENT_GIVE_UP});
    run(fixture, 300);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_PROGRESS);
}

/* Goes by arrows to a panel of the page that is shown. */
static void focus_panel(AppFixture *fixture, const char *title)
{
    static const int ways[] = {KEY_DOWN, KEY_RIGHT, KEY_DOWN, KEY_LEFT, KEY_UP, KEY_RIGHT};
    for (int i = 0; i < 60 && !focus_says(fixture, title); i++) fixture_press(fixture, ways[(i / 5) % 6]);
    if (!focus_says(fixture, title)) fail_msg("\"%s\" was not reached", title);
}

static void figures_of(AppFixture *fixture, const char *panel, const char *head, bool is_pad)
{
    focus_panel(fixture, panel);
    if (is_pad)
        menu_pad(fixture, PAD_LT);
    else
        fixture_press(fixture, KEY_F);
    run(fixture, 300);
    Arena arena;
    arena_init(&arena, 0);
    bool has_head = strstr(platform_null_texts(&fixture->null, &arena).data, head) != NULL;
    arena_deinit(&arena);
    if (!has_head) fail_msg("the figures of \"%s\" have no \"%s\"", panel, head);
    assert_int_equal(focused(fixture)->role, ROLE_ROW);
    press(fixture, KEY_END);
    assert_int_equal(focused(fixture)->role, ROLE_ROW);
    press(fixture, KEY_ESCAPE);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_PROGRESS);
    assert_true(focus_says(fixture, panel));
}

static void the_figures_of_every_chart_are_reached(void **state)
{
    AppFixture *fixture = *state;
    study(fixture, DECK);
    menu_open(fixture, SCREEN_PROGRESS, DECK);
    figures_of(fixture, "Today", "Share", false);
    figures_of(fixture, "Mastery over time", "Familiar", true);
    figures_of(fixture, "Hardest cards", "Lapses", false);
    figures_of(fixture, "Mixed up", "Taken for it", true);
    press(fixture, KEY_PAGE_DOWN);
    figures_of(fixture, "Answers, 30 days", "Share", true);
    figures_of(fixture, "Response times", "Time", false);
    figures_of(fixture, "Recall, predicted", "Measured", false);
}

static void a_row_of_figures_is_read_out_with_its_heads(void **state)
{
    AppFixture *fixture = *state;
    study(fixture, DECK);
    menu_open(fixture, SCREEN_PROGRESS, DECK);
    press(fixture, KEY_F);
    assert_true(str_is(focused(fixture)->label, STR("Today")));
    assert_true(str_is(focused(fixture)->value, STR("Answers 12, Right 8, Share 66%")));
}

/* First answers to cards are not predicted, choices are no recall: eight cards, two later answers each. */
static void recall_is_counted_in_typed_answers_alone(void **state)
{
    AppFixture *fixture = *state;
    study(fixture, DECK);
    menu_open(fixture, SCREEN_PROGRESS, DECK);
    menu_pad(fixture, PAD_RB);
    run(fixture, 300);
    assert_true(menu_says(fixture, "measured 100% in 16\u00a0answers"));
    assert_true(menu_says(fixture, "median 2.5"));
}

static void large_text_shows_one_panel_at_a_time(void **state)
{
    AppFixture *fixture = *state;
    study(fixture, DECK);
    menu_set(fixture, "text", "200");
    menu_open(fixture, SCREEN_PROGRESS, DECK);
    static const char *const tabs[] = {"Days",    "Mastery", "Hardest", "Mixed up",
                                       "Answers", "Times",   "Recall",  "Days"};
    for (size_t i = 0; i < sizeof tabs / sizeof *tabs; i++) {
        int count, selected = 0;
        const UiWidget *widgets = ui_widgets(app_ui(fixture->app), &count);
        for (int k = 0; k < count; k++)
            selected += widgets[k].role == ROLE_TAB && widgets[k].flags & UI_SELECTED &&
                        str_is(widgets[k].label, str_of(tabs[i]));
        assert_int_equal(selected, 1);
        assert_true(focused(fixture)->role == ROLE_BUTTON);
        press(fixture, KEY_PAGE_DOWN);
    }
}

/* All that is put lies on the canvas, in every theme, size and size of text. */
static void every_panel_is_drawn_in_every_theme(void **state)
{
    AppFixture *fixture = *state;
    static const char *const themes[] = {"night", "paper", "contrast"}, *const texts[] = {"100", "125",
                                                                                          "200"};
    static const int sizes[][2] = {{1280, 720}, {1024, 768}, {800, 600}, {3440, 1440}};
    study(fixture, DECK);
    for (int i = 0; i < 36; i++) {
        platform_null_resize(&fixture->null, sizes[i % 4][0], sizes[i % 4][1]);
        menu_set(fixture, "theme", themes[i / 12]);
        menu_set(fixture, "text", texts[i / 4 % 3]);
        menu_open(fixture, SCREEN_PROGRESS, DECK);
        for (int page = 0; page < 7; page++) {
            int count;
            const UiWidget *widgets = ui_widgets(app_ui(fixture->app), &count);
            Rect canvas = fixture->null.view.canvas;
            for (int k = 0; k < count; k++) {
                Rect r = widgets[k].rect;
                if (rect_is_empty(r)) continue;
                if (r.x < canvas.x || r.y < canvas.y || r.x + r.w > canvas.x + canvas.w ||
                    r.y + r.h > canvas.y + canvas.h)
                    fail_msg("%.*s leaves the canvas", STR_FMT(widgets[k].label));
            }
            fixture_press(fixture, KEY_PAGE_DOWN);
        }
    }
}

/* The day ends while the screen is open: the calendar goes on to the next. */
static void a_day_that_ends_moves_the_calendar_on(void **state)
{
    AppFixture *fixture = *state;
    study(fixture, DECK);
    menu_open(fixture, SCREEN_PROGRESS, DECK);
    fixture->null.wall_ms += DAY_MS;
    run(fixture, 20000);
    assert_true(menu_says(fixture, "Today: no answers"));
    assert_true(menu_says(fixture, "Yesterday: 8 of 12 right"));
    fixture->null.wall_ms -= 3 * DAY_MS; /* the clock was set back: answers lie in days to come */
    run(fixture, 20000);
    assert_true(menu_says(fixture, "Today: no answers"));
}

/* Plays the open match to its end without a mistake. */
static void play_on(AppFixture *fixture)
{
    const Model *model = app_model(fixture->app);
    while (model->round.live && !round_is_over(model->round.live->round)) {
        const MatchRound *match = &model->round.live->round->as.match;
        uint32_t place = 0;
        while (match_at(match, place)->state == TILE_GONE) place++;
        uint32_t tile = match_tile_number(match, place), both[] = {tile, match_partner(match, tile)};
        for (int k = 0; k < 2; k++) {
            Intent pick = {.kind = INTENT_PICK, .number = both[k], .at_ms = fixture->null.now_ms};
            app_apply(fixture->app, &pick);
            fixture_run(fixture, 1000);
        }
    }
    run(fixture, 3000);
}

/* A practice round tells what it changed: two cards were mixed up, and new ones fill the board. */
static void results_say_which_cards_moved(void **state)
{
    AppFixture *fixture = *state;
    Deck *deck = deck_of(fixture, DECK);
    answer(fixture, deck, (Given){.card = 20, .chosen = 21, .format = EVIDENCE_CHOICE});
    flush(fixture);
    deck_release(deck);
    menu_open(fixture, SCREEN_PROGRESS, DECK);
    press(fixture, KEY_C);
    fixture_wait_deck(fixture);
    run(fixture, 300);
    fixture_press(fixture, KEY_ENTER);
    play_on(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_RESULTS);
    assert_true(app_model(fixture->app)->outcome.moves.up >= 1);
    assert_true(menu_says(fixture, "moved up"));
    flush(fixture);
    press(fixture, KEY_ESCAPE);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_PROGRESS);
    assert_true(menu_says(fixture, "Today: 6 of 7 right"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        MENU_TEST(without_answers_every_panel_says_why_and_leads_on),
        MENU_TEST(over_all_decks_the_way_on_is_the_library),
        MENU_TEST(it_is_opened_from_the_title),
        MENU_TEST(days_are_picked_by_arrows),
        MENU_TEST(a_day_is_picked_by_a_finger_and_stays_picked),
        MENU_TEST(mastery_is_told_with_its_levels),
        cmocka_unit_test(mastery_over_time_ends_today_in_each_level),
        MENU_TEST(mastery_is_never_more_than_all),
        MENU_TEST(another_deck_or_all_are_chosen_by_the_chip),
        MENU_TEST(the_hardest_are_practised),
        MENU_TEST(what_is_mixed_up_is_played),
        MENU_TEST(the_figures_of_every_chart_are_reached),
        MENU_TEST(a_row_of_figures_is_read_out_with_its_heads),
        MENU_TEST(recall_is_counted_in_typed_answers_alone),
        MENU_TEST(large_text_shows_one_panel_at_a_time),
        MENU_TEST(every_panel_is_drawn_in_every_theme),
        MENU_TEST(a_day_that_ends_moves_the_calendar_on),
        MENU_TEST(results_say_which_cards_moved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
