/* Imports of texts and files, told as one line. */
#ifndef MATCHWICK_TESTS_IMPORT_FIXTURE_H
#define MATCHWICK_TESTS_IMPORT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "formats/import.h"

typedef struct {
    Arena arena;
    ImportChoices choices;
    Import *import;
    ImportResult result;
    Err err;
} Fixture;

static inline int fixture_setup(void **state)
{
    Fixture *f = calloc(1, sizeof *f);
    arena_init(&f->arena, 0);
    import_choices_init(&f->choices);
    *state = f;
    return 0;
}

static inline int fixture_teardown(void **state)
{
    Fixture *f = *state;
    import_close(f->import);
    arena_deinit(&f->arena);
    free(f);
    return 0;
}

static inline bool fixture_read_str(Fixture *f, Str text, const char *name)
{
    import_close(f->import);
    f->err = (Err){0};
    f->import = import_open_text(text, str_of(name), &f->err);
    return f->import && import_read(f->import, &f->choices, &f->arena, &f->result, &f->err);
}

static inline void fixture_tell_list(StrBuf *out, const char *mark, DeckTexts list)
{
    for (size_t i = 0; i < list.count; i++) str_buf_addf(out, " %s%.*s", mark, STR_FMT(list.items[i]));
}

/* "term=definition ~wording +accepted -wrong #tag ?hint @id;" for each card. */
static inline const char *fixture_cards(Fixture *f)
{
    StrBuf out;
    str_buf_init(&out, &f->arena);
    for (size_t i = 0; i < f->result.count; i++) {
        const DeckCard *card = &f->result.cards[i].card;
        str_buf_addf(&out, "%.*s=%.*s", STR_FMT(card->term), STR_FMT(card->definition));
        fixture_tell_list(&out, "~", card->wordings);
        fixture_tell_list(&out, "+", card->accepts);
        fixture_tell_list(&out, "-", card->distractors);
        fixture_tell_list(&out, "#", card->tags);
        if (card->hint.size) str_buf_addf(&out, " ?%.*s", STR_FMT(card->hint));
        if (card->id.size) str_buf_addf(&out, " @%.*s", STR_FMT(card->id));
        str_buf_add(&out, STR(";"));
    }
    return str_buf_str(&out).data ? str_copy(&f->arena, str_buf_str(&out)).data : "";
}

/* "LINE:text;" for each notice. */
static inline const char *fixture_notices(Fixture *f)
{
    StrBuf out;
    str_buf_init(&out, &f->arena);
    for (size_t i = 0; i < f->result.notice_count; i++)
        str_buf_addf(&out, "%d:%.*s;", (int)f->result.notices[i].line, STR_FMT(f->result.notices[i].text));
    return str_copy(&f->arena, str_buf_str(&out)).data;
}

/* The cards of a text, or what is wrong with it. */
static inline const char *fixture_named(Fixture *f, const char *text, const char *name)
{
    return fixture_read_str(f, str_of(text), name) ? fixture_cards(f) : f->err.text;
}

static inline const char *fixture_text(Fixture *f, const char *text)
{
    return fixture_named(f, text, "list");
}

static inline const char *fixture_file(Fixture *f, const char *name)
{
    Str path = str_format(&f->arena, "tests/unit/imports/%s", name);
    import_close(f->import);
    f->err = (Err){0};
    f->import = import_open_file(path.data, &f->err);
    bool is_read = f->import && import_read(f->import, &f->choices, &f->arena, &f->result, &f->err);
    return is_read ? fixture_cards(f) : f->err.text;
}

#define FIXTURE_TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

#endif
