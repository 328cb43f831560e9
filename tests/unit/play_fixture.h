/* What the tests of play share: decks from text or from the shipped files, a source of cards, rounds. */
#ifndef MATCHWICK_TESTS_PLAY_FIXTURE_H
#define MATCHWICK_TESTS_PLAY_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "deck/deck_read.h"
#include "play/fit.h"
#include "play/round.h"

typedef struct {
    Arena arena;
    Deck *deck;
    PlayIndex *index;
    DealSource source;
    Setup setup;
} Fixture;

static inline void fixture_of_deck(Fixture *f, Deck *deck)
{
    assert_non_null(deck);
    arena_init(&f->arena, 0);
    f->deck = deck;
    f->index = play_index_make(&f->arena, deck);
}

static inline void fixture_of_text(Fixture *f, const char *json)
{
    static DeckReport report;
    Deck *deck = deck_read_text(str_of(json), STR("test"), &report);
    if (!deck) print_error("%s\n", report.problems[0].text);
    fixture_of_deck(f, deck);
}

static inline void fixture_of_file(Fixture *f, const char *path)
{
    static DeckReport report;
    Deck *deck = deck_read_file(path, &report);
    if (!deck) print_error("%s: %s\n", path, report.problems[0].text);
    fixture_of_deck(f, deck);
}

/* A deck of `count` cards whose texts have nothing in common but their shape. */
static inline void fixture_of_count(Fixture *f, uint32_t count)
{
    Arena text;
    arena_init(&text, 0);
    StrBuf json;
    str_buf_init(&json, &text);
    str_buf_addf(&json, "{\"title\": \"Numbered\", \"cards\": [");
    for (uint32_t i = 0; i < count; i++)
        str_buf_addf(&json,
                     "%s{\"id\": \"c%u\", \"term\": \"term %c%c%u\", \"definition\": \"meaning %c%c%u\"}",
                     i ? "," : "", i, 'a' + (int)(i % 26), 'a' + (int)(i * 7 % 26), i * 7919 % 1000,
                     'a' + (int)(i * 5 % 26), 'a' + (int)(i * 11 % 26), i * 104729 % 997);
    str_buf_addf(&json, "]}");
    fixture_of_text(f, str_buf_str(&json).data);
    arena_deinit(&text);
}

/* Resolves the setup for its tags; fails the test if it cannot be played. */
static inline void fixture_set_up(Fixture *f, Setup setup)
{
    f->setup = setup;
    f->source = (DealSource){.index = f->index, .pool = pool_make(&f->arena, f->deck, &setup)};
    f->source.distractors = f->source.pool;
    Fit fit = fit_setup(&f->source.pool, f->index->clash, &f->setup);
    if (!fit.is_playable) print_error("%s\n", fit.reason);
    assert_true(fit.is_playable);
}

static inline void fixture_free(Fixture *f)
{
    deck_release(f->deck);
    arena_deinit(&f->arena);
}

static inline InputAnswer pick_at(Round *round, int64_t at_ms, uint32_t tile)
{
    return round_apply(round, (Input){at_ms, INPUT_PICK, tile}, NULL);
}

static inline InputAnswer answer_at(Round *round, int64_t at_ms, uint32_t option)
{
    return round_apply(round, (Input){at_ms, INPUT_ANSWER, option}, NULL);
}

/* The first tile of a side that is open and has its partner; MATCH_NO_TILE if there is none. */
static inline uint32_t open_tile(const MatchRound *match, Side side)
{
    for (uint32_t place = 0; place < match_places(match); place++) {
        const Tile *tile = match_at(match, place);
        if (tile && tile->state == TILE_OPEN && tile->deal.side == side && !tile->is_decoy)
            return match_tile_number(match, place);
    }
    return MATCH_NO_TILE;
}

static inline uint32_t wrong_option(const Question *question)
{
    return (question->deal.right + 1) % question->deal.option_count;
}

static const char *const shipped_decks[] = {"decks/aws-ai-practitioner.json", "decks/world-capitals.json",
                                            "decks/periodic-table.json",      "decks/japanese-kana.json",
                                            "decks/morse-code.json",          "decks/c-operators.json"};
#define SHIPPED_DECKS (sizeof shipped_decks / sizeof shipped_decks[0])

#endif
