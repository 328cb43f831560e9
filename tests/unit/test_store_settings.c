#include "unit/store_fixture.h"

static void a_setting_that_was_never_set_is_empty(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    assert_int_equal(store_get_setting(store, 0, "theme", &fixture->arena).size, 0);
    store_close(store);
}

static void a_setting_is_read_back_at_once_and_the_newest_wins(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    char value[16];
    for (int i = 0; i < 500; i++) {
        snprintf(value, sizeof value, "%d", i);
        store_set_setting(store, 0, "volume", str_of(value));
        assert_string_equal(store_get_setting(store, 0, "volume", &fixture->arena).data, value);
    }
    store_close(store);
    store = store_open(fixture->folder);
    assert_string_equal(store_get_setting(store, 0, "volume", &fixture->arena).data, "499");
    store_close(store);
}

static void players_and_the_machine_have_settings_of_their_own(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    store_set_setting(store, 0, "theme", STR("night"));
    StoreTicket ticket = store_set_setting(store, ada, "theme", STR("paper"));
    assert_true(store_flush(store, NULL));
    assert_int_equal(store_ticket(store, ticket), TICKET_SAVED);
    assert_string_equal(store_get_setting(store, 0, "theme", &fixture->arena).data, "night");
    assert_string_equal(store_get_setting(store, ada, "theme", &fixture->arena).data, "paper");
    store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(a_setting_that_was_never_set_is_empty),
        STORE_TEST(a_setting_is_read_back_at_once_and_the_newest_wins),
        STORE_TEST(players_and_the_machine_have_settings_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
