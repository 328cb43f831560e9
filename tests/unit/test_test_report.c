/* A test on its way through the store and on to a page: nothing is lost, and text stays text. */
#include "play_fixture.h"

#include <string.h>

#include "formats/test_report.h"
#include "formats/test_state.h"

static TestPaper *begin(Fixture *f, uint32_t questions)
{
    TestSetup setup = test_setup_default();
    setup.kinds = TEST_ALL_KINDS;
    setup.questions = questions;
    setup.ask = ASK_BOTH;
    setup.limit_min = 30;
    TestPaper *paper = test_paper_make(&f->arena, f->index, &setup, UINT64_C(0xFEDCBA9876543210));
    assert_non_null(paper);
    test_paper_apply(paper, (TestInput){.kind = TEST_ENTER}, 0);
    for (uint32_t i = 0; i < paper->count; i += 2) {
        test_paper_apply(paper, (TestInput){.kind = TEST_GO, .number = i}, 1000 * i);
        TestInput answer = {.kind = TEST_CHOOSE, .number = i % 2};
        if (paper->questions[i].kind == TEST_TYPED)
            answer = (TestInput){.kind = TEST_TYPE, .text = STR("<b>\"Typed\" & 'more'</b> \xC3\xA9")};
        test_paper_apply(paper, answer, 1000 * i + 300);
    }
    test_paper_apply(paper, (TestInput){.kind = TEST_LOOK_AWAY}, 1000 * paper->count);
    return paper;
}

static void check_same_question(const TestQuestion *a, const TestQuestion *b)
{
    assert_int_equal(a->kind, b->kind);
    assert_memory_equal(&a->deal, &b->deal, sizeof a->deal);
    assert_int_equal(a->claim, b->claim);
    assert_int_equal(a->block, b->block);
    assert_int_equal(a->chosen, b->chosen);
    assert_int_equal(a->open, b->open);
    assert_int_equal(a->response_ms, b->response_ms);
    assert_int_equal(a->is_seen, b->is_seen);
    assert_int_equal(a->lost_focus, b->lost_focus);
    assert_true(str_is(test_question_typed(a), test_question_typed(b)));
}

static TestState read_back(Fixture *f, Str text)
{
    TestState state;
    Err err = {0};
    if (!test_state_read(text, f->index, &f->arena, &state, &err)) fail_msg("%s", err.text);
    return state;
}

static void a_paper_that_waits_comes_back_as_it_lay(void **state)
{
    (void)state;
    for (size_t d = 0; d < SHIPPED_DECKS; d++) {
        Fixture f;
        fixture_of_file(&f, shipped_decks[d]);
        TestPaper *paper = begin(&f, 24);
        TestSetup chosen = test_setup_default();
        chosen.questions = 50;
        TestState kept = read_back(&f, test_state_write(&chosen, paper, &f.arena));
        TestPaper *read = kept.paper;
        assert_int_equal(kept.setup.questions, 50);
        assert_non_null(read);
        assert_int_equal(kept.lost.gone + kept.lost.opened, 0);
        assert_int_equal(read->count, paper->count);
        assert_int_equal(read->since_ms, TEST_STANDS);
        assert_int_equal(read->spent_ms, paper->spent_ms);
        assert_int_equal(read->front, paper->front);
        assert_int_equal(read->setup.limit_min, 30);
        for (uint32_t i = 0; i < paper->count; i++)
            check_same_question(&paper->questions[i], &read->questions[i]);
        fixture_free(&f);
    }
}

static void a_retake_keeps_its_cards(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_count(&f, 30);
    const uint32_t cards[] = {3, 8, 21};
    TestSetup setup = test_setup_default();
    setup.cards = cards;
    setup.card_count = 3;
    TestPaper *paper = test_paper_make(&f.arena, f.index, &setup, 1);
    TestState kept = read_back(&f, test_state_write(&setup, paper, &f.arena));
    assert_null(kept.setup.cards);
    assert_int_equal(kept.paper->count, 3);
    for (uint32_t i = 0; i < 3; i++) check_same_question(&paper->questions[i], &kept.paper->questions[i]);
    fixture_free(&f);
}

static void what_was_chosen_is_remembered_without_a_paper(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_count(&f, 30);
    TestSetup setup = test_setup_default();
    setup.kinds = 1u << TEST_MATCHING;
    setup.limit_min = 10;
    setup.ask = ASK_TERM;
    TestState read = read_back(&f, test_state_write(&setup, NULL, &f.arena));
    assert_null(read.paper);
    assert_int_equal(read.setup.kinds, setup.kinds);
    assert_int_equal(read.setup.limit_min, 10);
    assert_int_equal(read.setup.ask, ASK_TERM);
    fixture_free(&f);
}

/* Every prefix, and each byte turned: read or refused, never a crash, never a paper that is not whole. */
static void a_spoilt_text_is_passed_over(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_count(&f, 30);
    TestSetup setup = test_setup_default();
    Str text = test_state_write(&setup, begin(&f, 8), &f.arena);
    for (size_t i = 0; i < text.size; i++) {
        Arena arena;
        arena_init(&arena, 0);
        Err err = {0};
        TestState read;
        Str spoilt = str_copy(&arena, text);
        char *bytes = arena_alloc(&arena, text.size + 1);
        memcpy(bytes, text.data, text.size);
        bytes[i] ^= 1;
        assert_false(test_state_read(str_slice(spoilt, 0, i), f.index, &arena, &read, &err));
        assert_null(read.paper);
        if (test_state_read((Str){bytes, text.size}, f.index, &arena, &read, &err) && read.paper)
            assert_true(read.paper->front < read.paper->count);
        arena_deinit(&arena);
    }
    fixture_free(&f);
}

/* Version 1 has no questions: they follow from the seed, as long as the deck is the same. */
static void a_paper_of_the_version_before_is_made_again(void **state)
{
    (void)state;
    Fixture f, other;
    fixture_of_count(&f, 30);
    fixture_of_count(&other, 31);
    TestSetup setup = test_setup_default();
    setup.questions = 2;
    TestPaper *paper = test_paper_make(&f.arena, f.index, &setup, 7);
    Str text = str_format(&f.arena,
                          "{\"format\":\"matchwick-test-state\",\"version\":1,\"setup\":{\"questions\":50,"
                          "\"kinds\":[\"choice\"],\"ask\":\"term\",\"limit_min\":0},\"paper\":{\"deal\":1,"
                          "\"fingerprint\":\"%s\",\"seed\":\"7\",\"setup\":{\"questions\":2,\"kinds\":"
                          "[\"choice\",\"typed\"],\"ask\":\"definition\",\"limit_min\":0,\"tags\":[],"
                          "\"tags_match\":\"any\"},\"front\":1,\"spent_ms\":500,\"answers\":"
                          "[{\"chosen\":1,\"response_ms\":300},null]}}",
                          deck_fingerprint(f.deck).data);
    TestState read = read_back(&f, text);
    assert_int_equal(read.paper->questions[0].chosen, 1);
    for (uint32_t i = 0; i < 2; i++)
        assert_memory_equal(&read.paper->questions[i].deal, &paper->questions[i].deal, sizeof(DealQuestion));
    Err err = {0};
    assert_false(test_state_read(text, other.index, &other.arena, &read, &err));
    assert_non_null(strstr(err.text, "the deck has changed since"));
    assert_null(read.paper);
    assert_int_equal(read.setup.questions, 50);
    fixture_free(&f);
    fixture_free(&other);
}

static TestReport report_of(Fixture *f)
{
    TestPaper *paper = begin(f, 24);
    test_paper_apply(paper, (TestInput){.kind = TEST_HAND_IN}, 400000);
    return test_report_make(&f->arena, paper, STR("Mira <i>"), 1795456789000);
}

static void a_report_is_read_back_as_it_was(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_file(&f, "decks/world-capitals.json");
    TestReport report = report_of(&f), read;
    Err err = {0};
    Str text = test_report_write(&report, &f.arena);
    assert_true(test_report_read(text, &f.arena, &read, &err));
    assert_string_equal(test_report_write(&read, &f.arena).data, text.data);
    assert_int_equal(read.total, 24);
    assert_int_equal(read.right, report.right);
    assert_int_equal(read.tag_count, report.tag_count);
    for (size_t i = 0; i < text.size; i += 7) {
        Err off = {0};
        assert_false(test_report_read(str_slice(text, 0, i), &f.arena, &read, &off));
        assert_true(off.is_set);
    }
    fixture_free(&f);
}

static int count_of(Str text, const char *part)
{
    int count = 0;
    for (const char *at = text.data; (at = strstr(at, part)); at++) count++;
    return count;
}

static void the_page_holds_every_question_and_only_text(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_text(
        &f, "{\"title\": \"<script>alert('x')</script>\", \"cards\": ["
            "{\"term\": \"a < b\", \"definition\": \"<img src=x onerror=alert(1)>\", \"tags\": [\"</td>\"]},"
            "{\"term\": \"R&D\", \"definition\": \"\\\"quoted\\\" & 'more'\"},"
            "{\"term\": \"c\", \"definition\": \"line\\nbreak\"}]}");
    TestReport report = report_of(&f);
    Str page = test_report_page(&report, 60, &f.arena);
    assert_int_equal(count_of(page, "<script"), 0);
    assert_int_equal(count_of(page, "<img"), 0);
    assert_int_equal(count_of(page, "<b>"), 0);
    assert_int_equal(count_of(page, "<i>"), 0);
    assert_true(count_of(page, "&#60;script&#62;alert(&#39;x&#39;)&#60;/script&#62;") > 0);
    assert_true(count_of(page, "&#60;img src=x onerror=alert(1)&#62;") > 0);
    assert_true(count_of(page, "R&#38;D") > 0);
    assert_int_equal(count_of(page, "<tr>"), count_of(page, "</tr>"));
    assert_int_equal(count_of(page, "<td"), count_of(page, "</td>"));
    assert_int_equal(count_of(page, "http"), 0); /* needs no network */
    assert_true(count_of(page, "@media print") > 0);
    assert_true(count_of(page, "By tag") > 0);
    fixture_free(&f);
}

static void the_page_tells_the_local_time(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_count(&f, 30);
    TestReport report = report_of(&f);
    report.at_ms = 1795456789000; /* 2026-11-23T17:59:49Z */
    assert_true(count_of(test_report_page(&report, 120, &f.arena), "2026-11-23, 19:59") == 1);
    assert_true(count_of(test_report_page(&report, -1080, &f.arena), "2026-11-22, 23:59") == 1);
    fixture_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_paper_that_waits_comes_back_as_it_lay),
        cmocka_unit_test(a_retake_keeps_its_cards),
        cmocka_unit_test(what_was_chosen_is_remembered_without_a_paper),
        cmocka_unit_test(a_spoilt_text_is_passed_over),
        cmocka_unit_test(a_paper_of_the_version_before_is_made_again),
        cmocka_unit_test(a_report_is_read_back_as_it_was),
        cmocka_unit_test(the_page_holds_every_question_and_only_text),
        cmocka_unit_test(the_page_tells_the_local_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
