/* What the editor's tests share: a folder of their own, files to write and drafts of them. */
#ifndef MATCHWICK_TESTS_UNIT_EDIT_FIXTURE_H
#define MATCHWICK_TESTS_UNIT_EDIT_FIXTURE_H

#include "unit/folder_fixture.h"

#include "edit/draft.h"

#define EDIT_TEST(test) FOLDER_TEST(test)

static inline const char *fixture_write(Fixture *f, const char *name, Str text)
{
    const char *path = fixture_path(f, name);
    Err err = {.is_set = false};
    if (!file_write(path, text, &err)) fail_msg("%s", err.text);
    return path;
}

static inline Str fixture_read(Fixture *f, const char *path)
{
    Str text = {0};
    Err err = {.is_set = false};
    if (!file_read(path, DECK_MAX_FILE_BYTES, &f->arena, &text, &err)) fail_msg("%s", err.text);
    return text;
}

static inline Draft *fixture_open(const char *path)
{
    DeckReport report;
    Draft *draft = draft_open(path, NULL, &report);
    if (!draft)
        fail_msg("%s: %d:%d: %s", path, report.problems[0].line, report.problems[0].column,
                 report.problems[0].text);
    return draft;
}

static inline Draft *fixture_draft(Fixture *f, Str text)
{
    return fixture_open(fixture_write(f, "deck.json", text));
}

static inline Str fixture_text(Fixture *f, Draft *draft)
{
    Str text = {0};
    Err err = {.is_set = false};
    if (!draft_text(draft, &f->arena, &text, &err)) fail_msg("%s", err.text);
    return text;
}

static inline void fixture_save(Draft *draft)
{
    Err err = {.is_set = false};
    DraftSaved saved = draft_save(draft, false, &err);
    if (saved != DRAFT_SAVED) fail_msg("not saved (%d): %s", (int)saved, err.text);
}

static inline DeckCard card_make(const char *term, const char *definition)
{
    return (DeckCard){.term = str_of(term), .definition = str_of(definition)};
}

#define assert_text(found, expected)                                                                         \
    do {                                                                                                     \
        Str found_text = (found);                                                                            \
        assert_string_equal(found_text.data ? found_text.data : "", (expected));                             \
        assert_int_equal(found_text.size, strlen(expected));                                                 \
    } while (0)

#endif
