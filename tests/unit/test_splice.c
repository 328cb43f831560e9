/* JSON texts with some members changed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "edit/splice.h"

typedef struct {
    const char *text, *id, *title, *language;
    const char *tags[3];
    const char *expected;
} Case;

static Str text_or_none(const char *text)
{
    return text ? str_of(text) : STR("");
}

static Str splice(const Case *c, Arena *arena)
{
    Str tags[3];
    size_t count = 0;
    while (count < 3 && c->tags[count]) {
        tags[count] = str_of(c->tags[count]);
        count++;
    }
    const SpliceMember language[] = {
        {.name = STR("term"), .kind = SPLICE_TEXT, .text = text_or_none(c->language)}};
    const SpliceMember members[] = {
        {.name = STR("id"), .kind = SPLICE_TEXT, .text = text_or_none(c->id)},
        {.name = STR("title"), .kind = SPLICE_TEXT, .text = text_or_none(c->title)},
        {.name = STR("language"), .kind = SPLICE_OBJECT, .members = language, .count = 1},
        {.name = STR("tags"), .kind = SPLICE_LIST, .list = {tags, count}},
        {.name = STR("end"), .kind = SPLICE_KEPT},
    };
    const SpliceStyle style = {.object = {STR(" "), STR(", "), STR(" "), STR(": ")},
                               .list = {STR(""), STR(", "), STR(""), STR(": ")}};
    return splice_object(text_or_none(c->text), members, 5, &style, arena);
}

static void members_change_where_they_stand_and_the_rest_stays(void **state)
{
    (void)state;
    static const Case all[] = {
        /* as it is */
        {"{\"title\":\"\\u0061\",\"x\":[1.0]}",
         NULL,
         "a",
         NULL,
         {NULL},
         "{\"title\":\"\\u0061\",\"x\":[1.0]}"},
        /* what says nothing stays where it says nothing already */
        {"{\"id\": \"\", \"title\": \"a\", \"tags\": [ ], \"language\": {}}",
         NULL,
         "a",
         NULL,
         {NULL},
         "{\"id\": \"\", \"title\": \"a\", \"tags\": [ ], \"language\": {}}"},
        /* new */
        {NULL,
         "i",
         "t",
         "en",
         {"x", "y"},
         "{ \"id\": \"i\", \"title\": \"t\", \"language\": {\"term\": \"en\"}, \"tags\": [\"x\", \"y\"] }"},
        /* gone: the first, one between, the last */
        {"{\"id\":\"i\",\"title\":\"t\",\"x\":1,\"tags\":[\"x\"]}",
         NULL,
         "t",
         NULL,
         {NULL},
         "{\"title\":\"t\",\"x\":1}"},
        {"{\"x\": 1,\n \"id\": \"i\",\n \"title\": \"t\"}",
         NULL,
         "t",
         NULL,
         {NULL},
         "{\"x\": 1,\n \"title\": \"t\"}"},
        /* in its order among the others: behind the nearest before it, or before the nearest of the rest */
        {"{\"end\":0,\"title\":\"t\"}",
         "i",
         "t",
         NULL,
         {"x"},
         "{\"id\":\"i\",\"end\":0,\"title\":\"t\",\"tags\":[\"x\"]}"},
        {"{\n\t\"x\": 1,\n\t\"end\": 2\n}",
         NULL,
         "t",
         NULL,
         {NULL},
         "{\n\t\"x\": 1,\n\t\"title\": \"t\",\n\t\"end\": 2\n}"},
        /* an object within */
        {"{\"title\": \"t\", \"language\": {\"x\": 1, \"term\": \"de\"}}",
         NULL,
         "t",
         "en",
         {NULL},
         "{\"title\": \"t\", \"language\": {\"x\": 1, \"term\": \"en\"}}"},
        {"{\"title\": \"t\", \"language\": {\"x\": 1, \"term\": \"de\"}}",
         NULL,
         "t",
         NULL,
         {NULL},
         "{\"title\": \"t\", \"language\": {\"x\": 1}}"},
        {"{\"title\": \"t\", \"language\": {\"term\": \"de\"}}",
         NULL,
         "t",
         NULL,
         {NULL},
         "{\"title\": \"t\"}"},
        /* a list: what is the same at both ends stays as it is written */
        {"{\"title\": \"t\", \"tags\": [ \"\\u0061\" ,\"b\",\n\"\\u0063\" ]}",
         NULL,
         "t",
         NULL,
         {"a", "n", "c"},
         "{\"title\": \"t\", \"tags\": [ \"\\u0061\" ,\"n\",\n\"\\u0063\" ]}"},
        {"{\"title\": \"t\", \"tags\": [ \"a\" ,\"b\" ]}",
         NULL,
         "t",
         NULL,
         {"b"},
         "{\"title\": \"t\", \"tags\": [ \"b\" ]}"},
        {"{\"title\":\"t\",\"tags\":[\"a\"]}",
         NULL,
         "t",
         NULL,
         {"a", " ", "b"},
         "{\"title\":\"t\",\"tags\":[\"a\",\"b\"]}"},
        {"{\n  \"title\": \"t\",\n  \"tags\": [\n    \"a\"\n  ]\n}",
         NULL,
         "t",
         NULL,
         {"a", "b"},
         "{\n  \"title\": \"t\",\n  \"tags\": [\n    \"a\",\n    \"b\"\n  ]\n}"},
        /* a name with escapes is the same name */
        {"{\"t\\u0069tle\" : \"t\"}", NULL, "u", NULL, {NULL}, "{\"t\\u0069tle\" : \"u\"}"},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        Arena arena;
        arena_init(&arena, 0);
        Str found = splice(&all[i], &arena);
        if (!str_is(found, str_of(all[i].expected)))
            fail_msg("%.*s\nin place of\n%s", STR_FMT(found), all[i].expected);
        arena_deinit(&arena);
    }
}

static void a_layout_goes_one_level_deeper(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    SpliceLayout layout, deeper;
    assert_true(splice_learn(STR("{\r\n\t\"a\" : 1\r\n}"), STR(""), &arena, &layout));
    assert_true(str_is(layout.next, STR(",\r\n\t")));
    deeper = splice_deeper(&layout, &arena);
    assert_true(str_is(deeper.first, STR("\r\n\t\t")));
    assert_true(str_is(deeper.last, STR("\r\n\t")));
    assert_true(str_is(deeper.colon, STR(" : ")));
    assert_false(splice_learn(STR("[ ]"), STR(""), &arena, &layout));
    arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_change_where_they_stand_and_the_rest_stays),
        cmocka_unit_test(a_layout_goes_one_level_deeper),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
