#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/str.h"

static void strings_compare_by_bytes_and_then_by_length(void **state)
{
    (void)state;
    assert_true(str_is(STR("ab"), str_of("ab")));
    assert_false(str_is(STR("ab"), STR("abc")));
    assert_true(str_is((Str){NULL, 0}, STR("")));
    assert_true(str_compare(STR("a"), STR("b")) < 0);
    assert_true(str_compare(STR("ab"), STR("a")) > 0);
    assert_true(str_compare(STR("\xC3\xA9"), STR("z")) > 0);
    assert_int_equal(str_compare(STR(""), (Str){NULL, 0}), 0);
}

static void starts_and_ends_are_seen(void **state)
{
    (void)state;
    assert_true(str_starts(STR("deck.json"), STR("deck")));
    assert_false(str_starts(STR("de"), STR("deck")));
    assert_true(str_ends(STR("deck.json"), STR(".json")));
    assert_false(str_ends(STR("json"), STR(".json")));
    assert_true(str_starts(STR("x"), STR("")));
}

static void a_part_is_found_anywhere(void **state)
{
    (void)state;
    assert_true(str_has(STR("matchwick"), STR("match")));
    assert_true(str_has(STR("matchwick"), STR("wick")));
    assert_true(str_has(STR("matchwick"), STR("chw")));
    assert_true(str_has(STR(""), STR("")));
    assert_false(str_has(STR("match"), STR("matchwick")));
    assert_false(str_has(STR("matchwick"), STR("wicks")));
    assert_int_equal(str_find(STR("aab-ab"), 0, STR("ab")), 1);
    assert_int_equal(str_find(STR("aab-ab"), 2, STR("ab")), 4);
    assert_int_equal(str_find(STR("aab-ab"), 5, STR("ab")), 6);
    assert_int_equal(str_find(STR("ab"), 9, STR("ab")), 2); /* from behind the end too */
}

static void white_space_of_any_script_is_blank(void **state)
{
    (void)state;
    assert_true(str_is_blank(STR("")));
    assert_true(str_is_blank(STR(" \t\r\n")));
    assert_true(str_is_blank(STR("\xC2\xA0\xE3\x80\x80\xE2\x80\xA8"))); /* U+00A0, U+3000, U+2028 */
    assert_false(str_is_blank(STR("  .  ")));
}

static void trimming_takes_white_space_off_both_ends(void **state)
{
    (void)state;
    assert_true(str_is(str_trim(STR("\t a b \n")), STR("a b")));
    assert_int_equal(str_trim(STR(" \n ")).size, 0);
}

static void slices_are_views(void **state)
{
    (void)state;
    Str s = STR("matchwick");
    assert_true(str_is(str_slice(s, 5, 9), STR("wick")));
    assert_ptr_equal(str_slice(s, 5, 9).data, s.data + 5);
    assert_int_equal(str_slice(s, 9, 9).size, 0);
}

static void copies_and_formatted_texts_end_with_a_zero_byte(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    Str copy = str_copy(&arena, str_slice(STR("abcdef"), 1, 3));
    assert_string_equal(copy.data, "bc");
    Str text = str_format(&arena, "%s-%d-%.*s", "x", 7, STR_FMT(copy));
    assert_string_equal(text.data, "x-7-bc");
    assert_int_equal(text.size, strlen(text.data));
    arena_deinit(&arena);
}

static void parts_are_replaced_wherever_they_stand(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    assert_string_equal(str_replace(&arena, STR("--a-b---"), STR("--"), STR("+")).data, "+a-b+-");
    assert_string_equal(str_replace(&arena, STR("a, b"), STR(", "), STR("")).data, "ab");
    assert_string_equal(str_replace(&arena, STR("x"), STR("x"), STR("xx")).data, "xx");
    Str whole = STR("a-b");
    assert_ptr_equal(str_replace(&arena, whole, STR("--"), STR("+")).data, whole.data);
    assert_int_equal(str_replace(&arena, STR(""), STR("-"), STR("+")).size, 0);
    arena_deinit(&arena);
}

/* Vectors of draft-eastlake-fnv, appendix C. */
static void the_hash_is_fnv_1a_and_can_be_gone_on_with(void **state)
{
    (void)state;
    assert_true(str_hash(STR(""), 0) == UINT64_C(0xcbf29ce484222325));
    assert_true(str_hash(STR("a"), 0) == UINT64_C(0xaf63dc4c8601ec8c));
    assert_true(str_hash(STR("foobar"), 0) == UINT64_C(0x85944171f73967e8));
    assert_true(str_hash(STR("bar"), str_hash(STR("foo"), 0)) == str_hash(STR("foobar"), 0));
}

/* Of texts that differ in one byte, or in their length alone. */
static void the_hash_of_this_machine_tells_texts_apart(void **state)
{
    (void)state;
    char text[25] = "aaaaaaaaaaaaaaaaaaaaaaaa", same[25];
    for (size_t size = 0; size <= 24; size++) {
        uint64_t hash = str_hash_here((Str){text, size}, 0);
        assert_true(hash == str_hash_here((Str){memcpy(same, text, sizeof same), size}, 0));
        assert_true(hash != str_hash_here((Str){text, size}, 1));
        for (size_t other = 0; other < size; other++) {
            assert_true(hash != str_hash_here((Str){text, other}, 0));
            same[other] = 'b';
            assert_true(hash != str_hash_here((Str){same, size}, 0));
            same[other] = 'a';
        }
    }
}

static void a_growing_text_keeps_all_that_was_added(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    StrBuf buf;
    str_buf_init(&buf, &arena);
    assert_int_equal(str_buf_str(&buf).size, 0);
    assert_string_equal(str_buf_str(&buf).data, "");
    for (int i = 0; i < 1000; i++) {
        str_buf_addf(&buf, "%03d", i);
        str_buf_add(&buf, STR(","));
    }
    Str text = str_buf_str(&buf);
    assert_int_equal(text.size, 4000);
    assert_int_equal(text.data[4000], '\0');
    assert_true(str_starts(text, STR("000,001,")));
    assert_true(str_ends(text, STR("998,999,")));
    arena_deinit(&arena);
}

static void a_reserved_buffer_stays_where_it_is(void **state)
{
    (void)state;
    Arena arena;
    StrBuf buf;
    arena_init(&arena, 0);
    str_buf_init(&buf, &arena);
    str_buf_reserve(&buf, 1000);
    str_buf_add(&buf, STR("a"));
    const char *data = buf.data;
    for (int i = 1; i < 1000; i++) str_buf_add(&buf, STR("b"));
    assert_ptr_equal(buf.data, data);
    assert_int_equal(str_buf_str(&buf).size, 1000);
    str_buf_reserve(&buf, 10);
    str_buf_reserve(&buf, 5000);
    assert_int_equal(buf.data[999], 'b');
    assert_int_equal(buf.size, 1000);
    arena_deinit(&arena);
}

static void parts_are_joined_one_behind_the_other(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    Str joined = str_join(&arena, (Str[]){STR("a"), STR(""), {NULL, 0}, STR("b\0c")}, 4);
    assert_true(str_is(joined, STR("ab\0c")));
    assert_int_equal(joined.data[joined.size], 0);
    assert_int_equal(str_join(&arena, NULL, 0).size, 0);
    arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strings_compare_by_bytes_and_then_by_length),
        cmocka_unit_test(parts_are_joined_one_behind_the_other),
        cmocka_unit_test(starts_and_ends_are_seen),
        cmocka_unit_test(a_part_is_found_anywhere),
        cmocka_unit_test(white_space_of_any_script_is_blank),
        cmocka_unit_test(trimming_takes_white_space_off_both_ends),
        cmocka_unit_test(slices_are_views),
        cmocka_unit_test(copies_and_formatted_texts_end_with_a_zero_byte),
        cmocka_unit_test(parts_are_replaced_wherever_they_stand),
        cmocka_unit_test(the_hash_is_fnv_1a_and_can_be_gone_on_with),
        cmocka_unit_test(the_hash_of_this_machine_tells_texts_apart),
        cmocka_unit_test(a_growing_text_keeps_all_that_was_added),
        cmocka_unit_test(a_reserved_buffer_stays_where_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
