#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "import_fixture.h"
#include "package_fixture.h"

#define NOTES   40
#define REVIEWS 120 /* three of each */
#define DAY_MS  INT64_C(86400000)

/* A package of Anki in which each note was reviewed on three days. */
static const char *write_package(AppFixture *fixture)
{
    static char path[256];
    Arena arena;
    Err err = {0};
    arena_init(&arena, 0);
    PackageType basic = {.id = 1,
                         .name = STR("Basic"),
                         .fields = {STR("Front"), STR("Back")},
                         .question = STR("{{Front}}"),
                         .answer = STR("{{Back}}")};
    Package package = package_begin(PACKAGE_SHAPE_1, &arena);
    package_deck(&package, 1, STR("French"));
    package_type(&package, &basic);
    for (int note = 1; note <= NOTES; note++) {
        package_note(&package, note, 1, str_format(&arena, "n%d", note), STR(""),
                     str_format(&arena, "term %d|meaning %d", note, note));
        package_card(&package, note, 0, 1);
        for (int day = 0; day < 3; day++)
            package_sql(&package,
                        str_format(&arena, "INSERT INTO revlog VALUES(%lld,%d,0,3,1,0,2500,4000,1)",
                                   (long long)(INT64_C(1600000000000) + day * DAY_MS + note), 10 * note)
                            .data);
    }
    Str media = package_media(PACKAGE_SHAPE_1, NULL, 0, &arena);
    Str bytes = package_pack(PACKAGE_SHAPE_1, package_collection(&package), media, &arena);
    snprintf(path, sizeof path, "%s/French.apkg", fixture->files);
    assert_true(file_write(path, bytes, &err));
    arena_deinit(&arena);
    return path;
}

static size_t count_answered(const AppFixture *fixture)
{
    Arena arena;
    StoreCard *cards;
    arena_init(&arena, 0);
    const Model *model = app_model(fixture->app);
    size_t count = store_cards(model->store, model->player.id, STR("french"), &arena, &cards), answered = 0;
    for (size_t i = 0; i < count; i++) answered += cards[i].memory.answers == 3;
    arena_deinit(&arena);
    return answered;
}

static void reviews_come_in_on_wish_and_start_the_memory(void **state)
{
    AppFixture *fixture = *state;
    import_open(fixture, write_package(fixture));
    assert_int_equal(import_of(fixture)->result->review_count, 0);
    menu_click(fixture, "Anki's reviews too");
    import_wait(fixture);
    assert_int_equal(import_of(fixture)->result->review_count, REVIEWS);
    assert_true(menu_says(fixture, "40 cards, 120 reviews"));
    menu_click(fixture, "Bring in 40 cards");
    import_wait(fixture);
    fixture_wait_deck(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_DECK);
    assert_true(menu_says(fixture, "40 cards, 120 reviews"));
    assert_int_equal(count_answered(fixture), NOTES);
}

static void reviews_that_are_there_are_not_added_again(void **state)
{
    AppFixture *fixture = *state;
    for (int time = 0; time < 2; time++) {
        import_open(fixture, write_package(fixture));
        menu_click(fixture, "Anki's reviews too");
        import_wait(fixture);
        menu_click(fixture, time == 0 ? "Bring in 40 cards" : "Update “French”");
        import_wait(fixture);
        fixture_wait_deck(fixture);
        assert_int_equal(count_answered(fixture), NOTES);
    }
    assert_true(menu_says(fixture, "is up to date"));
    assert_false(menu_says(fixture, "reviews"));
}

static void without_the_wish_the_deck_comes_in_unanswered(void **state)
{
    AppFixture *fixture = *state;
    import_open(fixture, write_package(fixture));
    fixture_press(fixture, KEY_ENTER);
    import_wait(fixture);
    fixture_wait_deck(fixture);
    assert_int_equal(count_answered(fixture), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        MENU_TEST(reviews_come_in_on_wish_and_start_the_memory),
        MENU_TEST(reviews_that_are_there_are_not_added_again),
        MENU_TEST(without_the_wish_the_deck_comes_in_unanswered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
