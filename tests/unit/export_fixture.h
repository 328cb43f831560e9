/* A deck written as JSON in a test, and its exports. */
#ifndef MATCHWICK_TESTS_EXPORT_FIXTURE_H
#define MATCHWICK_TESTS_EXPORT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "deck/deck_read.h"
#include "formats/export.h"

#define NOW_MS INT64_C(1764192000123)

typedef struct {
    Arena arena;
    Deck *deck;
    ExportChoices choices;
    ExportFile file;
    Err err;
} Fixture;

static int set_up(void **state)
{
    Fixture *f = calloc(1, sizeof *f);
    if (!f) return -1;
    arena_init(&f->arena, 0);
    f->choices.now_ms = NOW_MS;
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    deck_release(f->deck);
    arena_deinit(&f->arena);
    free(f);
    return 0;
}

static inline void read_deck(Fixture *f, const char *json)
{
    DeckReport report;
    deck_release(f->deck);
    f->deck = deck_read_text(str_of(json), STR("small"), &report);
    if (!f->deck) fail_msg("%s", report.problems[0].text);
}

/* A deck "Small" of these cards. */
static inline void read_cards(Fixture *f, const char *cards)
{
    read_deck(f, str_format(&f->arena, "{\"title\": \"Small\", \"cards\": [%s]}", cards).data);
}

static inline Str export_as(Fixture *f, ExportFormat format)
{
    f->choices.format = format;
    if (!export_make(f->deck, &f->choices, &f->arena, &f->file, &f->err)) fail_msg("%s", f->err.text);
    return f->file.bytes;
}

static inline void assert_text(Str text, const char *expected)
{
    assert_string_equal(text.data, expected);
    assert_int_equal(text.size, strlen(expected));
}

static inline void assert_has(Str text, const char *part)
{
    if (!str_has(text, str_of(part))) fail_msg("no %s in %s", part, text.data);
}

static inline void assert_has_not(Str text, const char *part)
{
    if (str_has(text, str_of(part))) fail_msg("%s in %s", part, text.data);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

#endif
