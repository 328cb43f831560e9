/* The study mode Cards and the chooser of tags, on the real app: by keys, by pad, by finger, over a restart.
 */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "menu_fixture.h"

static const char *const TAGGED = "{\"title\": \"Tagged\", \"cards\": ["
                                  "{\"term\": \"one\", \"definition\": \"1\", \"tags\": [\"odd\", \"low\"]},"
                                  "{\"term\": \"two\", \"definition\": \"2\", \"tags\": [\"low\"]},"
                                  "{\"term\": \"nine\", \"definition\": \"9\", \"tags\": [\"odd\"],"
                                  " \"wordings\": [\"three by three\"], \"hint\": \"a square\"},"
                                  "{\"term\": \"ten\", \"definition\": \"10\", \"tags\": [\"even\"]}]}";

static const Cards *cards_of(const AppFixture *fixture)
{
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_CARDS);
    return app_model(fixture->app)->cards;
}

static const char *term_of(const AppFixture *fixture)
{
    return deck_term(app_model(fixture->app)->deck.deck, cards_of(fixture)->place.card).data;
}

static void open_deck(AppFixture *fixture, const char *id)
{
    app_apply(fixture->app, &(Intent){.kind = INTENT_HOME});
    app_apply(fixture->app, &(Intent){.kind = INTENT_OPEN_DECK, .text = str_of(id)});
    fixture_wait_deck(fixture);
    fixture_run(fixture, 400);
    assert_int_equal(app_model(fixture->app)->deck.state, DECK_READY);
}

static void open_cards(AppFixture *fixture, const char *id)
{
    open_deck(fixture, id);
    app_apply(fixture->app, &(Intent){.kind = INTENT_STUDY_OPEN, .study = STUDY_CARDS});
    fixture_run(fixture, 400);
    assert_non_null(cards_of(fixture));
}

static void write_deck(AppFixture *fixture, const char *name, const char *text)
{
    char path[256];
    Err err = {0};
    snprintf(path, sizeof path, "%s/%s", fixture->decks, name);
    assert_true(file_write(path, str_of(text), &err));
    shelf_refresh(app_model(fixture->app)->shelf);
    shelf_wait(app_model(fixture->app)->shelf);
    fixture_run(fixture, 32);
}

static void open_tagged(AppFixture *fixture)
{
    write_deck(fixture, "tagged.json", TAGGED);
    open_cards(fixture, "tagged");
}

static void cards_are_turned_over_by_keys(void **state)
{
    AppFixture *fixture = *state;
    open_cards(fixture, "aws-ai-practitioner");
    assert_true(menu_says(fixture, "/ 108"));
    assert_string_equal(term_of(fixture), "Foundation Model");
    fixture_press(fixture, KEY_SPACE);
    assert_true(cards_of(fixture)->place.is_flipped);
    fixture_press(fixture, KEY_ENTER);
    assert_false(cards_of(fixture)->place.is_flipped);
    fixture_press(fixture, KEY_RIGHT);
    fixture_press(fixture, KEY_PAGE_DOWN);
    assert_int_equal(cards_of(fixture)->at, 2);
    fixture_press(fixture, KEY_LEFT);
    fixture_press(fixture, KEY_PAGE_UP);
    fixture_press(fixture, KEY_LEFT);
    assert_int_equal(cards_of(fixture)->at, 0);
    fixture_press(fixture, KEY_END);
    assert_int_equal(cards_of(fixture)->at, 107);
    fixture_press(fixture, KEY_HOME);
    assert_int_equal(cards_of(fixture)->at, 0);
    fixture_press(fixture, KEY_ESCAPE);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_DECK);
}

static void cards_are_turned_over_by_pad(void **state)
{
    AppFixture *fixture = *state;
    fixture->null.pad_count = 1;
    open_cards(fixture, "world-capitals");
    menu_pad(fixture, PAD_A);
    assert_true(cards_of(fixture)->place.is_flipped);
    menu_pad(fixture, PAD_RB);
    menu_pad(fixture, PAD_RIGHT);
    assert_int_equal(cards_of(fixture)->at, 2);
    menu_pad(fixture, PAD_LB);
    assert_int_equal(cards_of(fixture)->at, 1);
    menu_pad(fixture, PAD_Y);
    assert_true(app_model(fixture->app)->study->cards[1].is_starred);
    menu_pad(fixture, PAD_X);
    assert_true(cards_of(fixture)->place.is_shuffled);
    menu_pad(fixture, PAD_RT);
    assert_int_equal(cards_of(fixture)->count, 1);
    menu_pad(fixture, PAD_B);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_DECK);
}

/* The focus stays on the card, so that the arrows go on turning. */
static void hot_keys_leave_the_arrows_to_the_card(void **state)
{
    AppFixture *fixture = *state;
    open_cards(fixture, "world-capitals");
    fixture_press(fixture, KEY_H);
    fixture_press(fixture, KEY_RIGHT);
    assert_int_equal(cards_of(fixture)->at, 1);
    fixture_press(fixture, KEY_B);
    assert_true(cards_of(fixture)->place.is_both);
    fixture_press(fixture, KEY_SPACE); /* nothing to turn over: on to the next */
    assert_int_equal(cards_of(fixture)->at, 2);
}

static void touch(AppFixture *fixture, InputEventKind kind, Vec at)
{
    platform_null_push(&fixture->null, (InputEvent){.kind = kind,
                                                    .device = DEVICE_TOUCH,
                                                    .time_ms = fixture->null.now_ms,
                                                    .at = at,
                                                    .pointer_button = 1});
    fixture_run(fixture, 32);
}

static void swipe(AppFixture *fixture, float by)
{
    Vec at = {640, 300};
    touch(fixture, INPUT_POINTER_MOVE, at);
    touch(fixture, INPUT_POINTER_DOWN, at);
    for (int i = 0; i < 4; i++) {
        at.x += by / 4;
        touch(fixture, INPUT_POINTER_MOVE, at);
    }
    touch(fixture, INPUT_POINTER_UP, at);
}

static void a_finger_swipes_and_the_wheel_turns(void **state)
{
    AppFixture *fixture = *state;
    open_cards(fixture, "world-capitals");
    swipe(fixture, -200);
    assert_int_equal(cards_of(fixture)->at, 1);
    swipe(fixture, -40); /* too short: the card falls back */
    assert_int_equal(cards_of(fixture)->at, 1);
    assert_false(cards_of(fixture)->place.is_flipped);
    swipe(fixture, 0); /* a touch turns it over */
    assert_true(cards_of(fixture)->place.is_flipped);
    swipe(fixture, 200);
    assert_int_equal(cards_of(fixture)->at, 0);
    for (int i = 0; i < 2; i++) {
        InputEvent wheel = {.kind = INPUT_WHEEL, .device = DEVICE_MOUSE, .at = {640, 300}, .amount = -0.5f};
        platform_null_push(&fixture->null, wheel);
        fixture_run(fixture, 32);
    }
    assert_int_equal(cards_of(fixture)->at, 1);
    menu_click(fixture, "Next card");
    assert_int_equal(cards_of(fixture)->at, 2);
    menu_click(fixture, "Star");
    assert_true(app_model(fixture->app)->study->cards[2].is_starred);
    assert_int_equal(cards_of(fixture)->at, 2);
}

/* The narrowest and the faintest of what is drawn now. */
static void measure(const AppFixture *fixture, float *width, float *alpha)
{
    const DrawList *list = app_ui(fixture->app)->draw;
    *width = *alpha = 1;
    for (int i = 0; i < list->count; i++) {
        const DrawLayer *layer = &list->commands[i].as.layer;
        if (list->commands[i].kind != DRAW_LAYER) continue;
        if (layer->scale_x < *width) *width = layer->scale_x;
        if (layer->alpha < *alpha) *alpha = layer->alpha;
    }
}

static void turning_over_narrows_the_card_or_with_reduced_motion_fades(void **state)
{
    AppFixture *fixture = *state;
    float width, alpha;
    open_cards(fixture, "world-capitals");
    fixture_press(fixture, KEY_SPACE);
    fixture_run(fixture, 48);
    measure(fixture, &width, &alpha);
    assert_true(width < 0.6f && alpha == 1);
    fixture_run(fixture, 200);
    measure(fixture, &width, &alpha);
    assert_true(width == 1 && alpha == 1);
    fixture_press(fixture, KEY_SPACE); /* in the midst of it a key acts at once */
    fixture_press(fixture, KEY_RIGHT);
    assert_int_equal(cards_of(fixture)->at, 1);
    fixture_run(fixture, 400);
    menu_set(fixture, "motion", "reduced");
    fixture_press(fixture, KEY_SPACE);
    measure(fixture, &width, &alpha);
    assert_true(width == 1 && alpha < 1);
}

static void nothing_starred_says_how_to_star_and_leads_back(void **state)
{
    AppFixture *fixture = *state;
    open_cards(fixture, "world-capitals");
    fixture_press(fixture, KEY_F);
    assert_true(menu_says(fixture, "Nothing is starred yet. Press S on a card to star it."));
    fixture_press(fixture, KEY_ENTER);
    assert_int_equal(cards_of(fixture)->count, deck_count(app_model(fixture->app)->deck.deck));
    fixture_press(fixture, KEY_S);
    fixture_press(fixture, KEY_F);
    assert_int_equal(cards_of(fixture)->count, 1);
}

static void cards_turn_by_themselves_at_the_chosen_pace_until_a_dialog_stops_them(void **state)
{
    AppFixture *fixture = *state;
    open_cards(fixture, "world-capitals");
    fixture_press(fixture, KEY_O);
    fixture_run(fixture, 400);
    fixture_press(fixture, KEY_DOWN);
    fixture_press(fixture, KEY_DOWN);
    fixture_press(fixture, KEY_LEFT);
    assert_int_equal(cards_of(fixture)->place.pace_s, 3);
    fixture_press(fixture, KEY_ESCAPE);
    fixture_press(fixture, KEY_P);
    fixture_run(fixture, 2800);
    assert_false(cards_of(fixture)->place.is_flipped);
    fixture_run(fixture, 300);
    assert_true(cards_of(fixture)->place.is_flipped);
    fixture_run(fixture, 3000);
    assert_int_equal(cards_of(fixture)->at, 1);
    fixture_press(fixture, KEY_O);
    fixture_run(fixture, 10000);
    assert_false(cards_of(fixture)->is_playing);
    assert_int_equal(cards_of(fixture)->at, 1);
}

static void a_number_or_a_word_leads_to_a_card(void **state)
{
    AppFixture *fixture = *state;
    open_cards(fixture, "aws-ai-practitioner");
    fixture_press(fixture, KEY_J);
    menu_type(fixture, "12");
    fixture_press(fixture, KEY_ENTER);
    assert_int_equal(cards_of(fixture)->at, 11);
    fixture_press(fixture, KEY_J);
    menu_type(fixture, "POLLY");
    fixture_press(fixture, KEY_ENTER);
    assert_string_equal(term_of(fixture), "Amazon Polly");
    fixture_press(fixture, KEY_J);
    menu_type(fixture, "qqqq");
    fixture_press(fixture, KEY_ENTER);
    assert_non_null(menu_find(fixture, "Cancel"));
    fixture_press(fixture, KEY_ESCAPE);
    assert_string_equal(term_of(fixture), "Amazon Polly");
}

static void a_long_text_is_cut_and_read_in_a_place_of_its_own(void **state)
{
    AppFixture *fixture = *state;
    char text[9000] = "{\"title\": \"Long\", \"cards\": [{\"term\": \"long\", \"definition\": \"";
    for (int i = 0; i < 500; i++) strcat(text, "word and ");
    strcat(text, "the end\"}]}");
    write_deck(fixture, "long.json", text);
    open_cards(fixture, "long");
    assert_null(menu_find(fixture, "Read it all"));
    fixture_press(fixture, KEY_SPACE);
    fixture_run(fixture, 400);
    assert_non_null(menu_find(fixture, "Read it all"));
    fixture_press(fixture, KEY_R);
    fixture_run(fixture, 400);
    const Ui *ui = app_ui(fixture->app);
    for (int i = 0; i < 40; i++) {
        fixture_press(fixture, KEY_DOWN);
        if (ui_find_widget(ui, ui_focused(ui))->role != ROLE_ROW) break;
    }
    fixture_press(fixture, KEY_UP);
    fixture_run(fixture, 400);
    const UiWidget *last = ui_find_widget(ui, ui_focused(ui));
    assert_true(str_ends(last->label, STR("the end")));
    assert_true(rect_has(rect_inset(last->clip, -2), (Vec){last->rect.x, last->rect.y + last->rect.h}));
    fixture_press(fixture, KEY_ESCAPE);
    assert_null(menu_find(fixture, "Done"));
}

static void wordings_and_hint_stand_below_the_definition(void **state)
{
    AppFixture *fixture = *state;
    open_tagged(fixture);
    fixture_press(fixture, KEY_RIGHT);
    fixture_press(fixture, KEY_RIGHT);
    assert_string_equal(term_of(fixture), "nine");
    assert_false(menu_says(fixture, "three by three"));
    fixture_press(fixture, KEY_SPACE);
    assert_true(menu_says(fixture, "Also: three by three"));
    assert_true(menu_says(fixture, "Hint: a square"));
}

/* A crash or a closed window: the next start goes on at the same card, the same side up, in the same order.
 */
static void the_place_is_kept_over_a_restart(void **state)
{
    AppFixture *fixture = *state;
    open_cards(fixture, "world-capitals");
    fixture_press(fixture, KEY_S);
    fixture_press(fixture, KEY_H);
    for (int i = 0; i < 7; i++) fixture_press(fixture, KEY_RIGHT);
    fixture_press(fixture, KEY_SPACE);
    uint32_t card = cards_of(fixture)->place.card, before = cards_of(fixture)->order[3];
    app_close(fixture->app);
    fixture_start(fixture);
    open_cards(fixture, "world-capitals");
    assert_int_equal(cards_of(fixture)->at, 7);
    assert_int_equal(cards_of(fixture)->place.card, card);
    assert_int_equal(cards_of(fixture)->order[3], before);
    assert_true(cards_of(fixture)->place.is_flipped);
    assert_true(app_model(fixture->app)->study->cards[0].is_starred);
    fixture_press(fixture, KEY_F);
    assert_int_equal(cards_of(fixture)->count, 1);
}

static void another_player_has_another_place(void **state)
{
    AppFixture *fixture = *state;
    open_cards(fixture, "world-capitals");
    fixture_press(fixture, KEY_RIGHT);
    int64_t first = app_model(fixture->app)->player.id;
    app_apply(fixture->app, &(Intent){.kind = INTENT_HOME});
    app_apply(fixture->app, &(Intent){.kind = INTENT_ADD_PLAYERS, .text = STR("Ada")});
    int64_t ada = 0;
    for (size_t i = 0; i < app_model(fixture->app)->player_count; i++)
        if (str_is(app_model(fixture->app)->players[i].name, STR("Ada")))
            ada = app_model(fixture->app)->players[i].id;
    app_apply(fixture->app, &(Intent){.kind = INTENT_CHOOSE_PLAYER, .number = ada});
    open_cards(fixture, "world-capitals");
    assert_int_equal(cards_of(fixture)->at, 0);
    Setup setup = app_model(fixture->app)->deck.setup;
    setup.ask = ASK_BOTH;
    app_apply(fixture->app, &(Intent){.kind = INTENT_SET_SETUP, .setup = setup});
    app_apply(fixture->app, &(Intent){.kind = INTENT_CHOOSE_PLAYER, .number = first});
    assert_int_equal(app_model(fixture->app)->deck.setup.ask, ASK_DEFINITION);
    open_cards(fixture, "world-capitals");
    assert_int_equal(cards_of(fixture)->at, 1);
    app_apply(fixture->app, &(Intent){.kind = INTENT_CHOOSE_PLAYER, .number = ada});
    assert_int_equal(app_model(fixture->app)->deck.setup.ask, ASK_BOTH);
}

/* --- tags --- */

static void any_or_all_of_several_tags_are_chosen_on_the_hub_and_hold_for_cards(void **state)
{
    AppFixture *fixture = *state;
    write_deck(fixture, "tagged.json", TAGGED);
    open_deck(fixture, "tagged");
    fixture_press(fixture, KEY_T);
    fixture_run(fixture, 400);
    assert_true(menu_says(fixture, "0% mastered"));
    menu_click(fixture, "odd");
    assert_true(menu_says(fixture, "Use 2\u00A0cards"));
    menu_click(fixture, "low");
    assert_true(menu_says(fixture, "Use 3\u00A0cards"));
    assert_true(str_starts(menu_get(fixture, "low")->value, STR("2\u00A0cards")));
    fixture_press(fixture, KEY_UP);
    fixture_press(fixture, KEY_UP);
    fixture_press(fixture, KEY_RIGHT);
    fixture_run(fixture, 400);
    assert_int_equal(app_model(fixture->app)->deck.setup.tags_match, TAGS_ALL);
    assert_true(menu_says(fixture, "Use 1\u00A0card"));
    assert_true(str_starts(menu_get(fixture, "low")->value, STR("1\u00A0card,")));
    assert_true(str_starts(menu_get(fixture, "even")->value, STR("0\u00A0cards")));
    menu_click(fixture, "Use 1\u00A0card");
    app_apply(fixture->app, &(Intent){.kind = INTENT_STUDY_OPEN, .study = STUDY_CARDS});
    fixture_run(fixture, 400);
    assert_int_equal(cards_of(fixture)->count, 1);
    assert_string_equal(term_of(fixture), "one");
}

/* One of the two odd cards was typed right: the tag's mastery is half of what that card has. */
static void mastery_by_tag_is_the_mean_of_its_cards(void **state)
{
    AppFixture *fixture = *state;
    Err err = {0};
    write_deck(fixture, "tagged.json", TAGGED);
    open_deck(fixture, "tagged");
    const Model *model = app_model(fixture->app);
    StoreAnswer answer = {.player = model->player.id,
                          .at_ms = model->wall_ms,
                          .day = model->today,
                          .deck_id = model->deck.id,
                          .fingerprint = deck_fingerprint(model->deck.deck),
                          .card_id = STR("one"),
                          .mode = STR("learn"),
                          .format = STR("typed"),
                          .shown = STR("1"),
                          .chosen = STR("one"),
                          .is_right = true,
                          .response_ms = 2000};
    store_add_answer(model->store, &answer);
    assert_true(store_flush(model->store, &err));
    fixture_press(fixture, KEY_T);
    fixture_run(fixture, 400);
    const CardMemory *one = &model->study->cards[0].memory;
    int percent = (int)(100 * mastery_bar(one, study_recall(model->study, 0, model->wall_ms)) / 2);
    char words[32];
    snprintf(words, sizeof words, ", %d%% mastered", percent);
    assert_true(percent > 10 && percent < 50);
    assert_non_null(strstr(menu_get(fixture, "odd")->value.data, words));
    assert_non_null(strstr(menu_get(fixture, "low")->value.data, words));
    assert_non_null(strstr(menu_get(fixture, "even")->value.data, ", 0% mastered"));
}

static void tags_that_no_card_has_together_say_so_and_lead_back(void **state)
{
    AppFixture *fixture = *state;
    open_tagged(fixture);
    fixture_press(fixture, KEY_RIGHT);
    fixture_press(fixture, KEY_T);
    fixture_run(fixture, 400);
    menu_click(fixture, "even");
    assert_int_equal(cards_of(fixture)->count, 1);
    assert_string_equal(term_of(fixture), "ten");
    Setup setup = app_model(fixture->app)->deck.setup;
    Str both[] = {STR("even"), STR("low")};
    setup.tags = both;
    setup.tag_count = 2;
    setup.tags_match = TAGS_ALL;
    app_apply(fixture->app, &(Intent){.kind = INTENT_SET_SETUP, .setup = setup});
    fixture_press(fixture, KEY_ESCAPE);
    fixture_run(fixture, 400);
    assert_true(menu_says(fixture, "No card has all of these tags."));
    menu_click(fixture, "Show all cards");
    assert_int_equal(cards_of(fixture)->count, 4);
}

static void a_deck_without_tags_says_how_to_add_them(void **state)
{
    AppFixture *fixture = *state;
    write_deck(fixture, "plain.json",
               "{\"title\": \"Plain\", \"cards\": [{\"term\": \"a\", \"definition\": "
               "\"b\"}, {\"term\": \"c\", \"definition\": \"d\"}]}");
    open_deck(fixture, "plain");
    assert_true(menu_says(fixture, "Looks like no tags are added yet"));
    fixture_press(fixture, KEY_T);
    fixture_run(fixture, 400);
    assert_true(menu_says(fixture, "To add some, give cards in the deck file a list of them"));
    assert_non_null(menu_find(fixture, "Open the decks folder"));
    fixture_press(fixture, KEY_ENTER);
    fixture_run(fixture, 400);
    assert_null(menu_find(fixture, "Open the decks folder"));
    app_apply(fixture->app, &(Intent){.kind = INTENT_STUDY_OPEN, .study = STUDY_CARDS});
    fixture_run(fixture, 400);
    fixture_press(fixture, KEY_T);
    fixture_run(fixture, 400);
    assert_non_null(menu_find(fixture, "Open the decks folder"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        MENU_TEST(cards_are_turned_over_by_keys),
        MENU_TEST(cards_are_turned_over_by_pad),
        MENU_TEST(hot_keys_leave_the_arrows_to_the_card),
        MENU_TEST(a_finger_swipes_and_the_wheel_turns),
        MENU_TEST(turning_over_narrows_the_card_or_with_reduced_motion_fades),
        MENU_TEST(nothing_starred_says_how_to_star_and_leads_back),
        MENU_TEST(cards_turn_by_themselves_at_the_chosen_pace_until_a_dialog_stops_them),
        MENU_TEST(a_number_or_a_word_leads_to_a_card),
        MENU_TEST(a_long_text_is_cut_and_read_in_a_place_of_its_own),
        MENU_TEST(wordings_and_hint_stand_below_the_definition),
        MENU_TEST(the_place_is_kept_over_a_restart),
        MENU_TEST(another_player_has_another_place),
        MENU_TEST(any_or_all_of_several_tags_are_chosen_on_the_hub_and_hold_for_cards),
        MENU_TEST(mastery_by_tag_is_the_mean_of_its_cards),
        MENU_TEST(tags_that_no_card_has_together_say_so_and_lead_back),
        MENU_TEST(a_deck_without_tags_says_how_to_add_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
