#include "screens/edit_intent.h"

static const DeckTexts *list_of(const DeckCard *card, EditPart part)
{
    switch (part) {
    case EDIT_WORDING: return &card->wordings;
    case EDIT_ACCEPT: return &card->accepts;
    case EDIT_DISTRACTOR: return &card->distractors;
    case EDIT_TERM:
    case EDIT_DEFINITION:
    case EDIT_HINT:
    case EDIT_HEAD: break;
    }
    return NULL;
}

uint32_t edit_part_count(const DeckCard *card, EditPart part)
{
    const DeckTexts *list = list_of(card, part);
    return list ? (uint32_t)list->count : 0;
}

static const Str *head_text(const DeckHead *head, EditHead field)
{
    switch (field) {
    case EDIT_HEAD_TITLE: return &head->title;
    case EDIT_HEAD_DESCRIPTION: return &head->description;
    case EDIT_HEAD_AUTHOR: return &head->author;
    case EDIT_HEAD_LICENSE: return &head->license;
    case EDIT_HEAD_SOURCE: return &head->source;
    case EDIT_HEAD_TERM_LANGUAGE: return &head->term_language;
    case EDIT_HEAD_DEFINITION_LANGUAGE: return &head->definition_language;
    case EDIT_HEAD_COUNT: break;
    }
    return &head->title;
}

Str edit_text_of(const Draft *draft, uint32_t card, EditPart part, uint32_t index)
{
    if (part == EDIT_HEAD) return *head_text(draft_head(draft), (EditHead)index);
    if (card >= draft_count(draft)) return (Str){0};
    const DeckCard *is = draft_card(draft, card);
    const DeckTexts *list = list_of(is, part);
    if (list) return index < list->count ? list->items[index] : (Str){0};
    if (part == EDIT_TERM) return is->term;
    return part == EDIT_DEFINITION ? is->definition : is->hint;
}
