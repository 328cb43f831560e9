/* Any bytes as a file of any text format: nothing crashes, and what comes out is cards that a deck can hold,
   each once. The first four bytes choose format, encoding, switches and separators. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "deck/deck_build.h"
#include "formats/import.h"

#define CHECK(condition)                                                                                     \
    do {                                                                                                     \
        if (!(condition)) {                                                                                  \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                                  \
            abort();                                                                                         \
        }                                                                                                    \
    } while (0)

static void check_text(Str text, bool may_be_blank)
{
    CHECK(text.size <= DECK_MAX_TEXT_BYTES);
    CHECK(may_be_blank || !str_is_blank(text));
    CHECK(text_find_invalid_utf8(text) == TEXT_NO_OFFSET);
    for (size_t i = 0; i < text.size; i++) CHECK(text.data[i] != '\0');
}

static void check_list(DeckTexts list, size_t most)
{
    CHECK(list.count <= most);
    for (size_t i = 0; i < list.count; i++) check_text(list.items[i], false);
}

static void check_card(const ImportResult *result, const ImportCard *card)
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

static void check_notices(const ImportResult *result)
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

/* The builder asserts what a deck may hold; ids given twice are among it. */
static void check_deck(const ImportResult *result)
{
    DeckHead head = result->head;
    head.id = STR("fuzz");
    DeckBuilder *builder = deck_build_open(&head);
    for (size_t i = 0; i < result->count; i++) deck_build_add(builder, &result->cards[i].card);
    deck_release(deck_build_finish(builder));
}

static void check_result(const ImportResult *result)
{
    CHECK(result->count > 0 && result->count <= DECK_MAX_CARDS);
    CHECK(result->format != IMPORT_AUTO && result->format != IMPORT_ANKI_PACKAGE);
    CHECK(!str_is_blank(result->head.title));
    for (size_t i = 0; i < result->count; i++) check_card(result, &result->cards[i]);
    for (size_t i = 0; i < result->kind_count; i++)
        for (int role = 0; role < COLUMN_ROLE_COUNT; role++)
            CHECK(result->kinds[i].roles[role] == COLUMN_NONE ||
                  (result->kinds[i].roles[role] >= 0 &&
                   result->kinds[i].roles[role] < result->kinds[i].column_count));
    check_notices(result);
    check_deck(result);
}

static void choose(const uint8_t *data, ImportChoices *choices)
{
    static const Str separators[] = {STR_INIT(""),   STR_INIT("\t"), STR_INIT(","),   STR_INIT(";"),
                                     STR_INIT("\n"), STR_INIT("--"), STR_INIT(" - "), STR_INIT("\n\n")};
    import_choices_init(choices);
    choices->format = (ImportFormat)(data[0] % IMPORT_FORMAT_COUNT);
    choices->encoding = (ImportEncoding)(data[1] % ENCODING_COUNT);
    choices->quotes = (ImportSwitch)(data[2] % 3);
    choices->header = (ImportSwitch)(data[2] / 3 % 3);
    choices->html = (ImportSwitch)(data[2] / 9 % 3);
    choices->is_swapped = data[2] / 27 % 2;
    choices->side_separator = separators[data[3] % 8];
    choices->card_separator = separators[data[3] / 8 % 8];
    choices->columns[0][data[1] / 8 % COLUMN_ROLE_COUNT] = data[0] / 16 % 8 - 2;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 4) return 0;
    Arena arena;
    ImportChoices choices;
    ImportResult result;
    Err err = {0};
    choose(data, &choices);
    arena_init(&arena, 0);
    Import *import = import_open_text((Str){(const char *)data + 4, size - 4},
                                      data[3] & 64 ? STR("list.csv") : STR("list"), &err);
    CHECK(import);
    if (import_read(import, &choices, &arena, &result, &err))
        check_result(&result);
    else
        CHECK(err.is_set && text_find_invalid_utf8(str_of(err.text)) == TEXT_NO_OFFSET);
    import_close(import);
    arena_deinit(&arena);
    return 0;
}
