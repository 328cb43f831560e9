#include "play/trigram.h"

#include "play/gist.h"
#include "unit/play_fixture.h"

static bool takes_all(const void *self, SideText candidate)
{
    (void)self;
    (void)candidate;
    return true;
}

static bool takes_others(const void *self, SideText candidate)
{
    return candidate.card != *(const uint32_t *)self;
}

static void texts_that_look_alike_are_found_best_first(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_text(&f, "{\"title\":\"t\",\"cards\":["
                        "{\"id\":\"a\",\"term\":\"photosynthesis\",\"definition\":\"1\"},"
                        "{\"id\":\"b\",\"term\":\"photography\",\"definition\":\"2\"},"
                        "{\"id\":\"c\",\"term\":\"chemosynthesis\",\"definition\":\"3\"},"
                        "{\"id\":\"d\",\"term\":\"quarry\",\"definition\":\"4\"}]}");
    SideText found[4];
    uint32_t self = 0;
    uint32_t count =
        trigram_find(f.index->terms, &f.arena, STR("photosynthesis"), found, 4, takes_others, &self);
    assert_int_equal(count, 2);
    assert_int_equal(found[0].card, 2);
    assert_int_equal(found[1].card, 1);
    assert_int_equal(
        trigram_find(f.index->terms, &f.arena, STR("Photosynthesis!"), found, 4, takes_all, NULL), 3);
    assert_int_equal(found[0].card, 0);
    fixture_free(&f);
}

static void a_text_of_less_than_half_or_more_than_twice_the_length_is_left_out(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_text(&f, "{\"title\":\"t\",\"cards\":["
                        "{\"id\":\"a\",\"term\":\"synthesis\",\"definition\":\"1\"},"
                        "{\"id\":\"b\",\"term\":\"synthesis of proteins\",\"definition\":\"2\"},"
                        "{\"id\":\"c\",\"term\":\"synt\",\"definition\":\"3\"},"
                        "{\"id\":\"d\",\"term\":\"synthesis of a \",\"definition\":\"4\"}]}");
    SideText found[4];
    uint32_t self = 0;
    assert_int_equal(trigram_find(f.index->terms, &f.arena, STR("synthesis"), found, 4, takes_others, &self),
                     1);
    assert_int_equal(found[0].card, 3);
    fixture_free(&f);
}

static void every_wording_is_a_text_of_its_own(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_text(
        &f, "{\"title\":\"t\",\"cards\":["
            "{\"id\":\"a\",\"term\":\"x\",\"definition\":\"one thing\",\"wordings\":[\"marmalade\"]},"
            "{\"id\":\"b\",\"term\":\"y\",\"definition\":\"another\",\"wordings\":[\"q\",\"marmoset\"]}]}");
    SideText found[4];
    uint32_t self = 0;
    assert_int_equal(
        trigram_find(f.index->definitions, &f.arena, STR("marmalade"), found, 4, takes_others, &self), 1);
    assert_int_equal(found[0].card, 1);
    assert_int_equal(found[0].wording, 2);
    assert_string_equal(side_text(f.deck, SIDE_DEFINITION, found[0]).data, "marmoset");
    fixture_free(&f);
}

/* In 5,000 cards whose terms all begin alike, the kept postings must still reach to the deck's end. */
static void a_common_trigram_keeps_an_even_sample(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_count(&f, 5000);
    static SideText found[5000];
    uint32_t count = trigram_find(f.index->terms, &f.arena, STR("term zz"), found, 5000, takes_all, NULL);
    uint32_t late = 0;
    for (uint32_t i = 0; i < count; i++) late += found[i].card >= 2500;
    assert_in_range(count, 1000, TRIGRAM_RAREST * TRIGRAM_MAX_POSTINGS);
    assert_in_range(late * 100 / count, 40, 60);
    fixture_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_that_look_alike_are_found_best_first),
        cmocka_unit_test(a_text_of_less_than_half_or_more_than_twice_the_length_is_left_out),
        cmocka_unit_test(every_wording_is_a_text_of_its_own),
        cmocka_unit_test(a_common_trigram_keeps_an_even_sample),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
