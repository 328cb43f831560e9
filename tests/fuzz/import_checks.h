/* What holds for every import that succeeds or fails. */
#ifndef MATCHWICK_TESTS_FUZZ_IMPORT_CHECKS_H
#define MATCHWICK_TESTS_FUZZ_IMPORT_CHECKS_H

#include "base/text.h"
#include "deck/deck_build.h"
#include "formats/import.h"
#include "fuzz/check.h"

static inline void check_text(Str text, bool may_be_blank)
{
    CHECK(text.size <= DECK_MAX_TEXT_BYTES);
    CHECK(may_be_blank || !str_is_blank(text));
    CHECK(text_find_invalid_utf8(text) == TEXT_NO_OFFSET);
    for (size_t i = 0; i < text.size; i++) CHECK(text.data[i] != '\0');
}

static inline void check_list(DeckTexts list, size_t most)
{
    CHECK(list.count <= most);
    for (size_t i = 0; i < list.count; i++) check_text(list.items[i], false);
}

static inline void check_card(const ImportResult *result, const ImportCard *card)
{
    check_text(card->card.term, false);
    check_text(card->card.definition, false);
    check_text(card->card.hint, true);
    check_text(card->card.id, true);
    check_list(card->card.wordings, SIZE_MAX);
    check_list(card->card.accepts, SIZE_MAX);
    check_list(card->card.distractors, SIZE_MAX);
    check_list(card->card.tags, DECK_MAX_TAGS);
    CHECK(card->line >= 1);
    CHECK(card->group < (int32_t)result->group_count);
}

static inline void check_notices(const ImportResult *result)
{
    size_t counts[3] = {0};
    CHECK(result->notice_count <= IMPORT_MAX_NOTICES);
    for (size_t i = 0; i < result->notice_count; i++) {
        counts[result->notices[i].kind]++;
        CHECK(i == 0 || result->notices[i - 1].line <= result->notices[i].line);
        CHECK(text_find_invalid_utf8(result->notices[i].text) == TEXT_NO_OFFSET);
    }
    CHECK(counts[NOTICE_DROPPED] <= result->dropped && counts[NOTICE_DUPLICATE] <= result->duplicates &&
          counts[NOTICE_DOUBT] <= result->doubts);
}

static inline void check_reviews(const ImportResult *result)
{
    for (size_t i = 0; i < result->review_count; i++) {
        const ImportReview *review = &result->reviews[i];
        CHECK(review->card < result->count && review->at_ms > 0 && review->took_ms >= 0);
        CHECK(review->grade >= 1 && review->grade <= 4);
        CHECK(i == 0 || result->reviews[i - 1].at_ms <= review->at_ms);
    }
}

/* The builder asserts what a deck may hold; ids given twice are among it. */
static inline void check_deck(const ImportResult *result)
{
    DeckHead head = result->head;
    head.id = STR("fuzz");
    DeckBuilder *builder = deck_build_open(&head);
    for (size_t i = 0; i < result->count; i++) deck_build_add(builder, &result->cards[i].card);
    deck_release(deck_build_finish(builder));
}

static inline void check_result(const ImportResult *result)
{
    CHECK(result->count > 0 && result->count <= DECK_MAX_CARDS);
    CHECK(result->format != IMPORT_AUTO);
    CHECK(!str_is_blank(result->head.title));
    for (size_t i = 0; i < result->count; i++) check_card(result, &result->cards[i]);
    for (size_t i = 0; i < result->kind_count; i++)
        for (int role = 0; role < COLUMN_ROLE_COUNT; role++)
            CHECK(result->kinds[i].roles[role] == COLUMN_NONE ||
                  (result->kinds[i].roles[role] >= 0 &&
                   result->kinds[i].roles[role] < result->kinds[i].column_count));
    check_notices(result);
    check_reviews(result);
    check_deck(result);
}

/* Reads what was opened; closes it. */
static inline bool check_import(Import *import, const ImportChoices *choices)
{
    Arena arena;
    ImportResult result;
    Err err = {0};
    arena_init(&arena, 0);
    bool is_read = import_read(import, choices, &arena, &result, &err);
    if (is_read)
        check_result(&result);
    else
        CHECK(err.is_set && text_find_invalid_utf8(str_of(err.text)) == TEXT_NO_OFFSET);
    import_close(import);
    arena_deinit(&arena);
    return is_read;
}

#endif
