/* Whatever the bytes are: a deck or an error, never both. A deck has the limits of the format, finds every
   card by its id, and is the same when it is built again from what it tells of itself. */
#include "base/text.h"
#include "deck/deck_build.h"
#include "deck/deck_read.h"
#include "fuzz/check.h"

#define MAX_TEXTS 64 /* of one list of a card that is built again; cards with more are left out of it */

static void check_text(Str text, bool is_needed)
{
    CHECK(text.size <= DECK_MAX_TEXT_BYTES && text.data[text.size] == '\0');
    CHECK(text_find_invalid_utf8(text) == TEXT_NO_OFFSET);
    CHECK(!is_needed || !str_is_blank(text));
}

typedef Str (*GetText)(const Deck *deck, uint32_t card, uint32_t i);

static DeckTexts take(const Deck *deck, uint32_t card, GetText get, uint32_t from, uint32_t to, Str *items)
{
    for (uint32_t i = from; i < to; i++) check_text(get(deck, card, i), true);
    for (uint32_t i = from; i < to && i - from < MAX_TEXTS; i++) items[i - from] = get(deck, card, i);
    return (DeckTexts){items, to - from};
}

static Str get_card_tag(const Deck *deck, uint32_t card, uint32_t i)
{
    uint32_t tag = deck_card_tag(deck, card, i);
    CHECK(deck_card_has_tag(deck, card, tag) && deck_tag_cards(deck, tag) > 0);
    return deck_tag(deck, tag);
}

/* False if a list is too long to be built again. */
static bool add_again(DeckBuilder *builder, const Deck *deck, uint32_t card)
{
    Str wordings[MAX_TEXTS], accepts[MAX_TEXTS], distractors[MAX_TEXTS], tags[MAX_TEXTS];
    DeckCard again = {
        .id = deck_card_id(deck, card),
        .term = deck_term(deck, card),
        .definition = deck_wording(deck, card, 0),
        .hint = deck_hint(deck, card),
        .wordings = take(deck, card, deck_wording, 1, deck_wording_count(deck, card), wordings),
        .accepts = take(deck, card, deck_accept, 0, deck_accept_count(deck, card), accepts),
        .distractors = take(deck, card, deck_distractor, 0, deck_distractor_count(deck, card), distractors),
        .tags = take(deck, card, get_card_tag, 0, deck_card_tag_count(deck, card), tags),
    };
    check_text(again.id, true);
    check_text(again.term, true);
    check_text(again.definition, true);
    check_text(again.hint, false);
    CHECK(deck_find_card(deck, again.id) == card);
    if (again.wordings.count > MAX_TEXTS || again.accepts.count > MAX_TEXTS ||
        again.distractors.count > MAX_TEXTS)
        return false;
    CHECK(again.tags.count <= DECK_MAX_TAGS);
    deck_build_add(builder, &again);
    return true;
}

static void check_deck(const Deck *deck)
{
    CHECK(deck_count(deck) >= 1 && deck_count(deck) <= DECK_MAX_CARDS);
    check_text(deck_id(deck), true);
    check_text(deck_title(deck), true);
    DeckBuilder *builder = deck_build_open(&(DeckHead){.id = deck_id(deck), .title = deck_title(deck)});
    bool is_whole = true;
    for (uint32_t card = 0; card < deck_count(deck) && is_whole; card++)
        is_whole = add_again(builder, deck, card);
    if (!is_whole) {
        deck_build_cancel(builder);
        return;
    }
    Deck *again = deck_build_finish(builder);
    CHECK(str_is(deck_fingerprint(again), deck_fingerprint(deck)));
    deck_release(again);
}

static void check_report(const Deck *deck, const DeckReport *report)
{
    CHECK((deck == NULL) == (report->errors > 0));
    CHECK(deck == NULL || report->errors == 0);
    CHECK(report->count <= report->errors + report->warnings);
    for (int i = 0; i < report->count; i++) {
        const DeckProblem *problem = &report->problems[i];
        Str text = str_of(problem->text);
        CHECK(problem->line >= 1 && problem->column >= 1 && text.size > 0);
        CHECK(text_find_invalid_utf8(text) == TEXT_NO_OFFSET);
        CHECK(i == 0 || problem[-1].line <= problem->line);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena;
    arena_init(&arena, 0);
    DeckReport report;
    Deck *deck = deck_read_text(str_copy(&arena, (Str){(const char *)data, size}), STR("stem"), &report);
    check_report(deck, &report);
    if (deck) check_deck(deck);
    deck_release(deck);
    arena_deinit(&arena);
    return 0;
}
