#include "export_fixture.h"

#include "edit/card_fields.h"

static const char full[] =
    "{\"id\": \"fr\", \"term\": \"France\", \"definition\": \"Paris, \\\"the city\\\"\","
    " \"wordings\": [\"On the\\nSeine\", \"Capital; of light\"], \"accept\": [\"paris\"],"
    " \"distractors\": [\"Lyon\", \"Nice\"], \"tags\": [\"western europe\", \"eu\"], \"hint\": \"Eiffel\"},"
    "{\"id\": \"it\", \"term\": \"Italy\", \"definition\": \"Rome\"}";

static void each_format_is_found_by_its_name(void **state)
{
    (void)state;
    for (int i = 0; i < EXPORT_FORMAT_COUNT; i++) {
        ExportFormat found;
        assert_true(export_format_find(str_of(export_format_name((ExportFormat)i)), &found));
        assert_int_equal(found, i);
        assert_true(strlen(export_format_label(found)) > 0 && strlen(export_format_ending(found)) > 0);
    }
    ExportFormat none;
    assert_false(export_format_find(STR("docx"), &none));
}

static void a_csv_has_all_that_a_card_has(void **state)
{
    Fixture *f = *state;
    read_cards(f, full);
    assert_text(export_as(f, EXPORT_CSV),
                "\xEF\xBB\xBFid,term,definition,wordings,accept,distractors,tags,hint\r\n"
                "fr,France,\"Paris, \"\"the city\"\"\",\"On the Seine\nCapital; of light\",paris,"
                "\"Lyon\nNice\",\"western europe\neu\",Eiffel\r\n"
                "it,Italy,Rome,,,,,\r\n");
    assert_int_equal(f->file.report.cards, 2);
    assert_int_equal(f->file.report.lost_fields, 0);
    assert_int_equal(f->file.report.flattened, 1);
}

static void line_breaks_within_a_cell_of_a_csv_stay(void **state)
{
    Fixture *f = *state;
    read_cards(f, "{\"term\": \"a\\nb\", \"definition\": \"c\\r\\nd\", \"hint\": \" e \"}");
    assert_has(export_as(f, EXPORT_CSV), "\"a\nb\",\"c\r\nd\",,,,,\" e \"\r\n");
    assert_int_equal(f->file.report.flattened, 0);
}

static void a_cell_that_a_spreadsheet_would_run_is_guarded(void **state)
{
    Fixture *f = *state;
    read_cards(f, "{\"id\": \"x\", \"term\": \"=HYPERLINK(\\\"http://x\\\")\", \"definition\": \"-ing\"}");
    assert_has(export_as(f, EXPORT_CSV), "x,\"'=HYPERLINK(\"\"http://x\"\")\",-ing,");
}

static void text_for_quizlet_is_a_card_a_line(void **state)
{
    Fixture *f = *state;
    read_cards(f, "{\"term\": \"a\\tb\", \"definition\": \"c\\r\\nd\"}, {\"term\": \"e\", \"definition\": "
                  "\"\\\"f\\\", g\", \"hint\": \"h\"}");
    assert_text(export_as(f, EXPORT_QUIZLET), "a b\tc d\ne\t\"f\", g\n");
    assert_int_equal(f->file.report.flattened, 2);
    assert_int_equal(f->file.report.lost_fields, CARD_HINT);
    assert_int_equal(f->file.report.lost_cards, 1);
    assert_text(export_report_text(&f->file.report, &f->arena),
                "Left out: hints (of 1 card). 2 texts had line breaks or separators, which were replaced.");
}

static void other_separators_let_line_breaks_live(void **state)
{
    Fixture *f = *state;
    read_cards(
        f, "{\"term\": \"a\\nb\", \"definition\": \"c - d;e\"}, {\"term\": \"x\", \"definition\": \"y -\"}");
    f->choices.side_separator = STR(" - ");
    f->choices.card_separator = STR(";;");
    assert_text(export_as(f, EXPORT_QUIZLET), "a\nb - c\u2013d;e;;x - y -;;");
    assert_int_equal(f->file.report.flattened, 1);
}

static void separators_that_hide_each_other_are_refused(void **state)
{
    Fixture *f = *state;
    Err err = {0};
    read_cards(f, "{\"term\": \"a\", \"definition\": \"b\"}");
    f->choices.format = EXPORT_QUIZLET;
    f->choices.side_separator = STR("\n--\n");
    assert_false(export_make(f->deck, &f->choices, &f->arena, &f->file, &err));
    assert_string_equal(err.text, "what stands between sides has what stands between cards in it: the cards "
                                  "could not be told apart");
    f->choices.card_separator = STR("\n\n");
    f->choices.side_separator = STR("\n");
    assert_text(export_as(f, EXPORT_QUIZLET), "a\nb\n\n");
}

static void a_text_that_ends_as_its_separator_begins_is_cut(void **state)
{
    Fixture *f = *state;
    read_cards(f, "{\"term\": \"a-\", \"definition\": \"b\"}, {\"term\": \"c -\", \"definition\": \"d\"}");
    f->choices.side_separator = STR("--");
    assert_text(export_as(f, EXPORT_QUIZLET), "a--b\nc --d\n");
    f->choices.side_separator = STR(" - ");
    assert_text(export_as(f, EXPORT_QUIZLET), "a- - b\nc  - d\n");
}

static void text_for_anki_has_headers_and_html(void **state)
{
    Fixture *f = *state;
    read_cards(f, "{\"id\": \"a\", \"term\": \"x < y & z\", \"definition\": \"two\\nlines\","
                  " \"wordings\": [\"one\", \"other\"], \"tags\": [\"with space\", \"b\"]},"
                  "{\"id\": \"q\", \"term\": \"[sound:x.mp3]\", \"definition\": \"a\\tb  c\"}");
    assert_text(export_as(f, EXPORT_ANKI_TEXT),
                "#separator:tab\n#html:true\n#notetype:Basic\n#deck:Small\n#guid column:1\n#tags column:9\n"
                "#columns:Guid\tTerm\tDefinition\tWordings\tAccept\tDistractors\tHint\tId\tTags\n"
                "small/a\tx &lt; y &amp; z\ttwo<br>lines\tone<br>other\t\t\t\ta\twith\u00A0space b\n"
                "small/q\t&#91;sound:x.mp3]\ta&#9;b &nbsp;c\t\t\t\t\tq\t\n");
    assert_int_equal(f->file.report.lost_fields, 0);
    assert_int_equal(f->file.report.flattened, 0);
}

static void a_record_for_anki_never_looks_like_a_comment(void **state)
{
    Fixture *f = *state;
    read_deck(f, "{\"id\": \"#x\", \"title\": \"T\", \"cards\": [{\"id\": \"a\\\"b\", \"term\": \"t\","
                 " \"definition\": \"d\"}]}");
    assert_has(export_as(f, EXPORT_ANKI_TEXT), "\n\"#x/a\"\"b\"\tt\td\t");
}

static void cards_are_those_chosen_in_their_order(void **state)
{
    Fixture *f = *state;
    const uint32_t cards[] = {1, 0};
    read_cards(f, full);
    f->choices.cards = cards;
    f->choices.count = 2;
    assert_text(export_as(f, EXPORT_QUIZLET), "Italy\tRome\nFrance\tParis, \"the city\"\n");
    f->choices.count = 1;
    assert_text(export_as(f, EXPORT_QUIZLET), "Italy\tRome\n");
    assert_int_equal(f->file.report.lost_fields, 0);
}

static void a_selection_has_its_own_title(void **state)
{
    Fixture *f = *state;
    read_cards(f, full);
    f->choices.title = STR("Small: weak cards");
    assert_has(export_as(f, EXPORT_ANKI_TEXT), "#deck:Small: weak cards\n");
    assert_has(f->file.bytes, "\nsmall/fr\t");
}

/* --- sheets --- */

static size_t times(Str text, const char *part)
{
    size_t count = 0;
    for (const char *at = text.data; (at = strstr(at, part)) != NULL; at += strlen(part)) count++;
    return count;
}

static void a_sheet_has_no_script_and_loads_nothing(void **state)
{
    Fixture *f = *state;
    read_deck(f,
              "{\"title\": \"<script>alert(1)</script>\", \"language\": {\"term\": \"he\\\" onclick=\\\"x\"},"
              " \"cards\": [{\"term\": \"<img src=x onerror=y>\", \"definition\": \"&amp; <b>\"}]}");
    for (ExportFormat format = EXPORT_SHEET; format <= EXPORT_SHEET_CUT; format++) {
        Str html = export_as(f, format);
        assert_has(html, "&lt;script&gt;alert(1)&lt;/script&gt;");
        assert_has(html, "&lt;img src=x onerror=y&gt;");
        assert_has(html, "&amp;amp; &lt;b&gt;");
        assert_has(html, "lang=\"he&quot; onclick=&quot;x\"");
        assert_has(html, "dir=\"auto\"");
        assert_has_not(html, "<script");
        assert_has_not(html, "<img");
        assert_has_not(html, "http:");
        assert_has_not(html, "url(");
        assert_has(html, "default-src 'none'");
    }
}

static void a_sheet_to_fold_has_term_and_definition_in_a_row(void **state)
{
    Fixture *f = *state;
    read_cards(f, full);
    Str html = export_as(f, EXPORT_SHEET);
    assert_int_equal(times(html, "<div class=\"row\">"), 2);
    assert_true(strstr(html.data, ">France<") < strstr(html.data, ">Paris, &quot;the city&quot;<"));
}

static void backs_lie_mirrored_behind_their_fronts(void **state)
{
    Fixture *f = *state;
    StrBuf cards;
    str_buf_init(&cards, &f->arena);
    for (int i = 1; i <= 11; i++)
        str_buf_addf(&cards, "%s{\"term\": \"t%d\", \"definition\": \"d%d\"}", i > 1 ? "," : "", i, i);
    read_cards(f, str_buf_str(&cards).data);
    Str html = export_as(f, EXPORT_SHEET_CUT);
    assert_int_equal(times(html, "<div class=\"page\">"), 4);
    assert_int_equal(f->file.report.cards, 11);
    assert_true(strstr(html.data, ">t1<") < strstr(html.data, ">t2<"));
    assert_true(strstr(html.data, ">d2<") < strstr(html.data, ">d1<"));
    assert_true(strstr(html.data, ">t10<") < strstr(html.data, ">d2<"));
    assert_true(strstr(html.data, ">d9<") < strstr(html.data, ">t11<"));
    /* the last card stands left, and so right on its back */
    const char *back = strstr(html.data, "backs 2 of 2");
    assert_non_null(strstr(back, "><"));
    assert_true(strstr(back, "dir=\"auto\"></div>") < strstr(back, ">d11<"));
}

static void a_text_too_long_for_a_card_is_cut_off_and_told(void **state)
{
    Fixture *f = *state;
    char *text = arena_alloc(&f->arena, 20001);
    for (int i = 0; i < 20000; i++) text[i] = "word "[i % 5];
    read_cards(f, str_format(&f->arena, "{\"term\": \"t\", \"definition\": \"%s.\"}", text).data);
    Str html = export_as(f, EXPORT_SHEET_CUT);
    assert_has(html, "…</div>");
    assert_int_equal(f->file.report.shortened, 1);
    assert_has(export_report_text(&f->file.report, &f->arena), "1 text was too long for a card and cut off.");
    html = export_as(f, EXPORT_SHEET);
    assert_has_not(html, "…</div>");
    assert_int_equal(f->file.report.shortened, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_format_is_found_by_its_name),
        TEST(a_csv_has_all_that_a_card_has),
        TEST(line_breaks_within_a_cell_of_a_csv_stay),
        TEST(a_cell_that_a_spreadsheet_would_run_is_guarded),
        TEST(text_for_quizlet_is_a_card_a_line),
        TEST(other_separators_let_line_breaks_live),
        TEST(separators_that_hide_each_other_are_refused),
        TEST(a_text_that_ends_as_its_separator_begins_is_cut),
        TEST(text_for_anki_has_headers_and_html),
        TEST(a_record_for_anki_never_looks_like_a_comment),
        TEST(cards_are_those_chosen_in_their_order),
        TEST(a_selection_has_its_own_title),
        TEST(a_sheet_has_no_script_and_loads_nothing),
        TEST(a_sheet_to_fold_has_term_and_definition_in_a_row),
        TEST(backs_lie_mirrored_behind_their_fronts),
        TEST(a_text_too_long_for_a_card_is_cut_off_and_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
