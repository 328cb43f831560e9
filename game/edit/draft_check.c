/* What keeps a draft from being saved. */
#include "edit/draft_model.h"

static bool are_too_big(DeckTexts texts)
{
    for (size_t i = 0; i < texts.count; i++)
        if (texts.items[i].size > DECK_MAX_TEXT_BYTES) return true;
    return false;
}

static bool is_too_big(const DeckCard *card)
{
    return card->term.size > DECK_MAX_TEXT_BYTES || card->definition.size > DECK_MAX_TEXT_BYTES ||
           card->hint.size > DECK_MAX_TEXT_BYTES || card->tags.count > DECK_MAX_TAGS ||
           are_too_big(card->wordings) || are_too_big(card->accepts) || are_too_big(card->distractors) ||
           are_too_big(card->tags);
}

unsigned draft_card_faults(const DeckCard *card)
{
    unsigned faults = 0;
    if (str_is_blank(card->term)) faults |= DRAFT_NO_TERM;
    if (str_is_blank(card->definition)) faults |= DRAFT_NO_DEFINITION;
    if (is_too_big(card)) faults |= DRAFT_TOO_BIG;
    return faults;
}

bool draft_check_head(const DeckHead *head, Err *err)
{
    const Str texts[] = {
        head->title,         head->description,        head->author, head->license, head->source,
        head->term_language, head->definition_language};
    if (str_is_blank(head->title)) return err_set(err, "the deck has no title: give it one");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (texts[i].size > DECK_MAX_TEXT_BYTES)
            return err_set(err, "a text about the deck has %zu bytes; at most %d may be saved", texts[i].size,
                           DECK_MAX_TEXT_BYTES);
    return true;
}

bool draft_check_card(const DeckCard *card, size_t number, Err *err)
{
    unsigned faults = draft_card_faults(card);
    if (faults == 0) return true;
    if (faults & DRAFT_NO_TERM) return err_set(err, "card %zu has no term: give it one", number);
    if (faults & DRAFT_NO_DEFINITION) return err_set(err, "card %zu has no definition: give it one", number);
    if (card->tags.count > DECK_MAX_TAGS)
        return err_set(err, "card %zu has %zu tags; a card may have at most %d", number, card->tags.count,
                       DECK_MAX_TAGS);
    return err_set(err, "card %zu has a text that is too long; a text may have at most %d bytes", number,
                   DECK_MAX_TEXT_BYTES);
}

bool draft_check_count(size_t cards, Err *err)
{
    if (cards == 0) return err_set(err, "the deck has no cards: add at least one");
    if (cards <= DECK_MAX_CARDS) return true;
    return err_set(err, "the deck has %zu cards; a deck may have at most %d", cards, DECK_MAX_CARDS);
}

bool draft_check_size(Str text, Err *err)
{
    if (text.size <= DECK_MAX_FILE_BYTES) return true;
    return err_set(err, "the deck would have %zu bytes; a deck may have at most %u", text.size,
                   DECK_MAX_FILE_BYTES);
}

bool draft_is_whole(const Draft *draft, Err *err)
{
    if (!draft_check_head(draft->head, err)) return false;
    size_t cards = 0;
    for (uint32_t i = 0; i < draft->count; i++) {
        const DeckCard *card = draft_card(draft, i);
        if (card_is_blank(card)) continue;
        if (!draft_check_card(card, (size_t)i + 1, err)) return false;
        cards++;
    }
    return draft_check_count(cards, err);
}
