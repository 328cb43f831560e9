#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "menu_fixture.h"
#include "play/result.h"
#include "screens/board_words.h"

#define DAY_MS INT64_C(86400000)
#define DECK   "world-capitals"

/* A run to be listed; the board is made of its setup. */
typedef struct {
    int64_t player;
    const char *deck, *title;
    Variant variant;
    int64_t time_ms, score, days_ago;
    const char *category; /* NULL: normal */
    bool has_tag, is_autoplay;
} Listed;

static int64_t own(const AppFixture *fixture)
{
    return app_model(fixture->app)->player.id;
}

static BoardKey board_of(const Listed *run, Arena *arena)
{
    static const Str tags[] = {STR_INIT("europe")};
    Setup setup = setup_default(run->variant);
    if (setup.mode == MODE_MATCH) setup.pairs = 12;
    if (setup.mode == MODE_RUSH) setup.questions = 20;
    if (run->has_tag) setup.tags = tags, setup.tag_count = 1;
    return (BoardKey){.fingerprint = str_of(run->deck ? run->deck : DECK),
                      .mode = mode_name(setup.mode),
                      .variant = variant_name(run->variant),
                      .setup = setup_key(&setup, arena),
                      .category = run->category ? str_of(run->category) : STR("normal"),
                      .rules = RULES_VERSION};
}

static void add_run(AppFixture *fixture, Listed run)
{
    Arena arena;
    arena_init(&arena, 0);
    Result result = {.time_ms = run.time_ms, .score = run.score, .right = 12, .wrong = 1, .inputs = 26};
    StoreRun row = {.player = run.player,
                    .board = board_of(&run, &arena),
                    .deck_id = str_of(run.deck ? run.deck : DECK),
                    .deck_title = str_of(run.title ? run.title : "World capitals"),
                    .played_ms = fixture->null.wall_ms - run.days_ago * DAY_MS,
                    .score = run.score,
                    .time_ms = run.time_ms,
                    .right = 12,
                    .wrong = 1,
                    .inputs = 26,
                    .is_autoplay = run.is_autoplay,
                    .replay = STR("{}")};
    result_rank_key(run.variant, &result, row.rank_key);
    store_add_run(app_model(fixture->app)->store, &row);
    Err err = {0};
    assert_true(store_flush(app_model(fixture->app)->store, &err));
    arena_deinit(&arena);
}

static int64_t add_player(AppFixture *fixture, const char *name)
{
    int64_t id = 0;
    Err err = {0};
    assert_true(store_add_player(app_model(fixture->app)->store, str_of(name), 1, 1, &id, &err));
    return id;
}

/* Decoy runs of others, `count` of them, 40 s, 41 s … */
static void add_others(AppFixture *fixture, int count)
{
    int64_t other = add_player(fixture, "Jonas");
    for (int i = 0; i < count; i++)
        add_run(fixture, (Listed){.player = other, .variant = VARIANT_DECOY, .time_ms = 40000 + 1000 * i});
}

static int count_role(const AppFixture *fixture, UiRole role)
{
    int count, found = 0;
    const UiWidget *widgets = ui_widgets(app_ui(fixture->app), &count);
    for (int i = 0; i < count; i++) found += widgets[i].role == role;
    return found;
}

static void without_runs_it_says_so_and_leads_to_the_deck(void **state)
{
    AppFixture *fixture = *state;
    menu_open(fixture, SCREEN_LEADERBOARD, DECK);
    assert_true(menu_says(fixture, "No Decoy run on this deck yet."));
    menu_click(fixture, "Play this deck");
    fixture_wait_deck(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_DECK);
    assert_true(str_is(app_model(fixture->app)->deck.id, STR(DECK)));
}

static void the_hub_below_is_gone_back_to(void **state)
{
    AppFixture *fixture = *state;
    app_apply(fixture->app, &(Intent){.kind = INTENT_OPEN_DECK, .text = STR(DECK)});
    fixture_wait_deck(fixture);
    fixture_run(fixture, 300);
    fixture_press(fixture, KEY_B);
    fixture_run(fixture, 300);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_LEADERBOARD);
    menu_click(fixture, "Play this deck");
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_DECK);
}

static void the_first_three_stand_on_the_podium_and_the_list_goes_on(void **state)
{
    AppFixture *fixture = *state;
    add_others(fixture, 5);
    menu_open(fixture, SCREEN_LEADERBOARD, DECK);
    assert_true(str_is(menu_get(fixture, "1. Jonas")->value, STR("0:40.0")));
    assert_true(menu_get(fixture, "4. Jonas")->flags & UI_FOCUSED);
    assert_int_equal(count_role(fixture, ROLE_ROW), 5);
    assert_true(menu_get(fixture, "1. Jonas")->rect.x < menu_get(fixture, "4. Jonas")->rect.x);
}

static void few_runs_are_listed_with_their_figures_too(void **state)
{
    AppFixture *fixture = *state;
    add_others(fixture, 2);
    menu_open(fixture, SCREEN_LEADERBOARD, DECK);
    assert_int_equal(count_role(fixture, ROLE_ROW), 4);
    assert_true(fixture_shows(fixture, "Hits"));
}

static void large_text_lists_all_from_the_first(void **state)
{
    AppFixture *fixture = *state;
    add_others(fixture, 5);
    menu_set(fixture, "text", "200");
    menu_open(fixture, SCREEN_LEADERBOARD, DECK);
    assert_true(menu_get(fixture, "1. Jonas")->flags & UI_FOCUSED);
}

static void find_me_focuses_ones_own_run(void **state)
{
    AppFixture *fixture = *state;
    add_others(fixture, 40);
    add_run(fixture, (Listed){.player = own(fixture), .variant = VARIANT_DECOY, .time_ms = 75500});
    menu_open(fixture, SCREEN_LEADERBOARD, DECK);
    fixture_press(fixture, KEY_F);
    fixture_run(fixture, 300);
    const UiWidget *row = menu_get(fixture, "37. Player 1");
    assert_true(row->flags & UI_FOCUSED);
    assert_true(row->rect.y + row->rect.h < fixture->null.view.canvas.h);
    assert_true(fixture_shows(fixture, "you"));
}

static void find_me_reaches_the_podium(void **state)
{
    AppFixture *fixture = *state;
    add_others(fixture, 5);
    add_run(fixture, (Listed){.player = own(fixture), .variant = VARIANT_DECOY, .time_ms = 30000});
    menu_open(fixture, SCREEN_LEADERBOARD, DECK);
    fixture_press(fixture, KEY_F);
    fixture_run(fixture, 100);
    assert_true(menu_get(fixture, "1. Player 1")->flags & UI_FOCUSED);
}

static void without_an_own_run_there_is_nothing_to_find(void **state)
{
    AppFixture *fixture = *state;
    add_others(fixture, 2);
    menu_open(fixture, SCREEN_LEADERBOARD, DECK);
    assert_null(menu_find(fixture, "Find me"));
}

static void variants_are_turned_by_keys_and_pad(void **state)
{
    AppFixture *fixture = *state;
    add_others(fixture, 1);
    int64_t me = own(fixture);
    add_run(fixture, (Listed){.player = me, .variant = VARIANT_SPRINT, .time_ms = 50000, .days_ago = 1});
    add_run(fixture, (Listed){.player = me, .variant = VARIANT_MARATHON, .time_ms = 50000, .days_ago = 1});
    menu_open(fixture, SCREEN_LEADERBOARD, DECK);
    assert_true(menu_get(fixture, "Decoy")->flags & UI_SELECTED);
    fixture_press(fixture, KEY_E);
    assert_true(menu_get(fixture, "Sprint")->flags & UI_SELECTED);
    assert_non_null(menu_find(fixture, "1. Player 1"));
    menu_pad(fixture, PAD_LB);
    menu_pad(fixture, PAD_LB);
    assert_true(menu_get(fixture, "Marathon")->flags & UI_SELECTED);
}

static void periods_leave_out_what_is_older(void **state)
{
    AppFixture *fixture = *state;
    int64_t me = own(fixture), other = add_player(fixture, "Jonas");
    add_run(fixture, (Listed){.player = me, .variant = VARIANT_DECOY, .time_ms = 50000, .days_ago = 3});
    add_run(fixture, (Listed){.player = other, .variant = VARIANT_DECOY, .time_ms = 40000, .days_ago = 50});
    menu_open(fixture, SCREEN_LEADERBOARD, DECK);
    assert_non_null(menu_find(fixture, "2. Player 1"));
    fixture_press(fixture, KEY_W);
    assert_non_null(menu_find(fixture, "1. Player 1"));
    assert_null(menu_find(fixture, "2. Player 1"));
    fixture_press(fixture, KEY_W);
    assert_true(menu_says(fixture, "No runs today."));
    menu_click(fixture, "All time");
    assert_non_null(menu_find(fixture, "2. Player 1"));
}

static void setups_and_categories_never_mix(void **state)
{
    AppFixture *fixture = *state;
    int64_t me = own(fixture);
    add_run(fixture, (Listed){.player = me, .variant = VARIANT_DECOY, .time_ms = 50000, .days_ago = 2});
    add_run(
        fixture,
        (Listed){.player = me, .variant = VARIANT_DECOY, .time_ms = 41000, .days_ago = 1, .has_tag = true});
    add_run(fixture,
            (Listed){.player = me, .variant = VARIANT_DECOY, .time_ms = 42000, .category = "normal+paused"});
    menu_open(fixture, SCREEN_LEADERBOARD, DECK);
    assert_true(str_is(menu_get(fixture, "1. Player 1")->value, STR("0:42.0")));
    assert_null(menu_find(fixture, "2. Player 1"));
    fixture_press(fixture, KEY_S);
    fixture_run(fixture, 300);
    menu_click(fixture, "12 pairs, six at a time, tag: europe");
    assert_true(str_is(menu_get(fixture, "1. Player 1")->value, STR("0:41.0")));
    assert_non_null(menu_find(fixture, "12 pairs, six at a time, tag: europe"));
}

static void another_deck_is_chosen_from_those_with_runs(void **state)
{
    AppFixture *fixture = *state;
    int64_t me = own(fixture);
    add_run(fixture, (Listed){.player = me, .variant = VARIANT_DECOY, .time_ms = 50000, .days_ago = 1});
    add_run(fixture, (Listed){.player = me,
                              .variant = VARIANT_DECOY,
                              .time_ms = 33000,
                              .deck = "morse-code",
                              .title = "Morse code"});
    menu_open(fixture, SCREEN_LEADERBOARD, "");
    assert_non_null(menu_find(fixture, "Morse code"));
    fixture_press(fixture, KEY_D);
    fixture_run(fixture, 300);
    menu_click(fixture, "World capitals");
    assert_true(str_is(menu_get(fixture, "1. Player 1")->value, STR("0:50.0")));
}

static void clearing_asks_with_the_number_and_clears_one_board(void **state)
{
    AppFixture *fixture = *state;
    add_others(fixture, 3);
    add_run(fixture,
            (Listed){.player = own(fixture), .variant = VARIANT_SPRINT, .time_ms = 50000, .days_ago = 1});
    menu_open(fixture, SCREEN_LEADERBOARD, DECK);
    fixture_press(fixture, KEY_DELETE);
    fixture_run(fixture, 200);
    assert_true(menu_says(fixture, "Clear this board?"));
    assert_true(menu_says(fixture, "3\xC2\xA0runs"));
    fixture_press(fixture, KEY_ENTER);
    assert_non_null(menu_find(fixture, "1. Jonas"));
    fixture_press(fixture, KEY_DELETE);
    fixture_run(fixture, 200);
    menu_click(fixture, "Clear 3\xC2\xA0runs");
    assert_true(menu_says(fixture, "No Decoy run on this deck yet."));
    fixture_press(fixture, KEY_E);
    assert_non_null(menu_find(fixture, "1. Player 1"));
}

static void autoplay_runs_are_not_shown(void **state)
{
    AppFixture *fixture = *state;
    add_run(fixture,
            (Listed){.player = own(fixture), .variant = VARIANT_DECOY, .time_ms = 1000, .is_autoplay = true});
    menu_open(fixture, SCREEN_LEADERBOARD, DECK);
    assert_true(menu_says(fixture, "No Decoy run on this deck yet."));
}

static void a_thousand_runs_scroll_to_the_last(void **state)
{
    AppFixture *fixture = *state;
    int64_t other = add_player(fixture, "Jonas");
    Arena arena;
    arena_init(&arena, 0);
    Listed one = {.player = other, .variant = VARIANT_DECOY};
    for (int i = 0; i < 1000; i++) {
        StoreRun row = {.player = other,
                        .board = board_of(&one, &arena),
                        .deck_id = STR(DECK),
                        .deck_title = STR("World capitals"),
                        .played_ms = fixture->null.wall_ms,
                        .rank_key = {1000 + i, 0},
                        .time_ms = 1000 + i,
                        .replay = STR("{}")};
        store_add_run(app_model(fixture->app)->store, &row);
    }
    Err err = {0};
    assert_true(store_flush(app_model(fixture->app)->store, &err));
    menu_open(fixture, SCREEN_LEADERBOARD, DECK);
    int before = count_role(fixture, ROLE_ROW);
    assert_true(before < 30);
    fixture_press(fixture, KEY_END);
    fixture_run(fixture, 300);
    assert_true(menu_get(fixture, "1000. Jonas")->flags & UI_FOCUSED);
    arena_deinit(&arena);
}

static void words_name_setup_tags_and_category(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    static const Str tags[] = {STR_INIT("asia"), STR_INIT("new zealand, 1.x")};
    Setup setup = setup_default(VARIANT_SPRINT);
    setup.pairs = 18;
    setup.tags = tags;
    setup.tag_count = 2;
    BoardKey key = {.mode = STR("match"),
                    .variant = STR("sprint"),
                    .setup = setup_key(&setup, &arena),
                    .category = STR("normal+paused")};
    assert_string_equal(board_words(&key, &arena).data,
                        "18 pairs, six at a time, tags: asia or new zealand, 1.x, paused");
    setup.tags_match = TAGS_ALL;
    key.setup = setup_key(&setup, &arena);
    key.category = STR("normal");
    assert_string_equal(board_words(&key, &arena).data,
                        "18 pairs, six at a time, tags: asia and new zealand, 1.x");
    setup = setup_default(VARIANT_CLASSIC);
    setup.questions = 20;
    setup.ask = ASK_BOTH;
    key = (BoardKey){.mode = STR("rush"),
                     .variant = STR("classic"),
                     .setup = setup_key(&setup, &arena),
                     .category = STR("relaxed")};
    assert_string_equal(board_words(&key, &arena).data,
                        "20 questions, four answers, asks both ways, relaxed");
    setup = setup_default(VARIANT_BLITZ);
    key = (BoardKey){.mode = STR("match"),
                     .variant = STR("blitz"),
                     .setup = setup_key(&setup, &arena),
                     .category = STR("normal")};
    assert_string_equal(board_words(&key, &arena).data, "Six at a time");
    arena_deinit(&arena);
}

/* From a file that someone else wrote: nothing is read beyond its end. */
static void words_of_a_broken_setup_are_cut_short(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    static const char *const broken[] = {"",
                                         "pairs",
                                         "pairs=",
                                         "tags=",
                                         "tags=any:9.x",
                                         "tags=any:",
                                         "board=6 tags=any:3",
                                         "=",
                                         "tags=99999999999999999999.a"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        char *copy = malloc(strlen(broken[i]) + 1);
        strcpy(copy, broken[i]);
        BoardKey key = {
            .mode = STR("match"), .variant = STR("decoy"), .setup = str_of(copy), .category = STR("")};
        assert_non_null(board_words(&key, &arena).data);
        free(copy);
    }
    arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        MENU_TEST(without_runs_it_says_so_and_leads_to_the_deck),
        MENU_TEST(the_hub_below_is_gone_back_to),
        MENU_TEST(the_first_three_stand_on_the_podium_and_the_list_goes_on),
        MENU_TEST(few_runs_are_listed_with_their_figures_too),
        MENU_TEST(large_text_lists_all_from_the_first),
        MENU_TEST(find_me_focuses_ones_own_run),
        MENU_TEST(find_me_reaches_the_podium),
        MENU_TEST(without_an_own_run_there_is_nothing_to_find),
        MENU_TEST(variants_are_turned_by_keys_and_pad),
        MENU_TEST(periods_leave_out_what_is_older),
        MENU_TEST(setups_and_categories_never_mix),
        MENU_TEST(another_deck_is_chosen_from_those_with_runs),
        MENU_TEST(clearing_asks_with_the_number_and_clears_one_board),
        MENU_TEST(autoplay_runs_are_not_shown),
        MENU_TEST(a_thousand_runs_scroll_to_the_last),
        cmocka_unit_test(words_name_setup_tags_and_category),
        cmocka_unit_test(words_of_a_broken_setup_are_cut_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
