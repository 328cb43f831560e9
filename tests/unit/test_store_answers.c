#include "unit/store_fixture.h"

static void an_answer_is_kept_fact_by_fact(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    StoreAnswer answer = fixture_answer(fixture_player(store, "Ada"));
    answer.lost_focus = true;
    answer.is_practice = true;
    store_add_answer(store, &answer);
    assert_true(store_flush(store, NULL));
    assert_int_equal(
        fixture_number(
            store_path(store),
            "SELECT count(*) FROM answer WHERE player = 1 AND at_ms = 1764000000000 AND day = 20416"
            " AND deck_id = 'capitals' AND fingerprint LIKE '0123456789abcdef%' AND card_id = 'fr'"
            " AND mode = 'rush' AND variant = 'classic' AND format = 'choice'"
            " AND shown LIKE 'The city on the Seine%' AND chosen = 'France' AND chosen_card = 'fr'"
            " AND is_right = 1 AND is_autoplay = 0 AND is_practice = 1 AND lost_focus = 1"
            " AND response_ms = 1803 AND choices = 4 AND read_characters = 77"),
        1);
    store_close(store);
}

static void texts_are_copied_when_handed_over(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    StoreAnswer answer = fixture_answer(fixture_player(store, "Ada"));
    char shown[] = "before";
    answer.shown = str_of(shown);
    answer.chosen = (Str){NULL, 0}; /* no answer in time */
    store_add_answer(store, &answer);
    memset(shown, 'x', sizeof shown - 1);
    assert_true(store_flush(store, NULL));
    assert_int_equal(fixture_number(store_path(store),
                                    "SELECT count(*) FROM answer WHERE shown = 'before' AND chosen = ''"),
                     1);
    store_close(store);
}

static void days_count_answers_without_autoplay(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada"), bo = fixture_player(store, "Bo");
    static const struct {
        int32_t day;
        bool is_autoplay;
    } played[] = {{20417, false}, {20416, false}, {20417, false}, {20418, true}, {20416, true}};
    for (size_t i = 0; i < 5; i++) {
        StoreAnswer answer = fixture_answer(ada);
        answer.day = played[i].day;
        answer.is_autoplay = played[i].is_autoplay;
        store_add_answer(store, &answer);
    }
    assert_true(store_flush(store, NULL));
    StoreDay *days;
    assert_int_equal(store_answer_days(store, ada, &fixture->arena, &days), 2);
    assert_int_equal(days[0].day, 20416);
    assert_int_equal(days[0].count, 1);
    assert_int_equal(days[1].day, 20417);
    assert_int_equal(days[1].count, 2);
    assert_int_equal(store_answer_days(store, bo, &fixture->arena, &days), 0);
    store_close(store);
}

static void add_at(Store *store, int64_t player, Str deck_id, int64_t at_ms, bool is_autoplay)
{
    StoreAnswer answer = fixture_answer(player);
    answer.deck_id = deck_id;
    answer.at_ms = at_ms;
    answer.is_autoplay = is_autoplay;
    store_add_answer(store, &answer);
}

static void the_deck_played_last_is_known(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada"), bo = fixture_player(store, "Bo");
    assert_string_equal(store_last_deck(store, ada, &fixture->arena).data, "");
    assert_int_equal(store_last_played(store, ada, STR("kana")), 0);
    add_at(store, ada, STR("kana"), 500, false);
    add_at(store, ada, STR("capitals"), 700, false);
    add_at(store, ada, STR("kana"), 600, false);
    add_at(store, ada, STR("morse"), 900, true);
    add_at(store, bo, STR("morse"), 800, false);
    assert_true(store_flush(store, NULL));
    assert_string_equal(store_last_deck(store, ada, &fixture->arena).data, "capitals");
    assert_string_equal(store_last_deck(store, 0, &fixture->arena).data, "morse");
    assert_int_equal(store_last_played(store, ada, STR("kana")), 600);
    assert_int_equal(store_last_played(store, ada, STR("morse")), 0);
    store_close(store);
}

typedef struct {
    StrBuf text;
    StoreAnswer last; /* its texts are gone */
} Taken;

static void take(void *self, const StoreAnswer *answer)
{
    Taken *taken = self;
    str_buf_addf(&taken->text, "%s:%d ", answer->card_id.data, (int)answer->response_ms);
    taken->last = *answer;
    assert_string_equal(answer->shown.data, fixture_answer(1).shown.data);
    assert_string_equal(answer->fingerprint.data, fixture_answer(1).fingerprint.data);
}

static void add_numbered(Store *store, int64_t player, const char *deck, const char *card, int number)
{
    StoreAnswer answer = fixture_answer(player);
    answer.deck_id = str_of(deck);
    answer.card_id = str_of(card);
    answer.at_ms += 100000 - number;
    answer.response_ms = number;
    store_add_answer(store, &answer);
}

static void every_answer_to_a_deck_is_handed_over_in_the_order_of_their_times(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada"), bo = fixture_player(store, "Bo");
    add_numbered(store, ada, "capitals", "fr", 2);
    add_numbered(store, ada, "capitals", "it", 3);
    add_numbered(store, ada, "kana", "a", 4);
    add_numbered(store, bo, "capitals", "de", 5);
    add_numbered(store, ada, "capitals", "es", 1);
    store_undo_answer(store, ada, STR("capitals"), STR("es"));
    assert_true(store_flush(store, NULL));
    Taken taken = {0};
    str_buf_init(&taken.text, &fixture->arena);
    store_each_answer(store, ada, STR("capitals"), take, &taken);
    assert_string_equal(str_buf_str(&taken.text).data, "it:3 fr:2 ");
    assert_int_equal(taken.last.day, 20416);
    assert_int_equal(taken.last.choices, 4);
    assert_int_equal(taken.last.read_characters, 77);
    assert_true(taken.last.is_right && !taken.last.is_autoplay && !taken.last.is_practice);
    store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(an_answer_is_kept_fact_by_fact),
        STORE_TEST(texts_are_copied_when_handed_over),
        STORE_TEST(days_count_answers_without_autoplay),
        STORE_TEST(the_deck_played_last_is_known),
        STORE_TEST(every_answer_to_a_deck_is_handed_over_in_the_order_of_their_times),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
