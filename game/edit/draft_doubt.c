#include "base/text.h"
#include "edit/draft_look.h"

static bool is_long(Str text)
{
    return text.size > DECK_MAX_TILE_CHARS && text_length(text) > DECK_MAX_TILE_CHARS;
}

static bool are_long(DeckTexts texts)
{
    for (size_t i = 0; i < texts.count; i++)
        if (is_long(texts.items[i])) return true;
    return false;
}

unsigned draft_doubts(const Draft *draft, uint32_t card)
{
    const DraftItem *item = draft_item(draft, card);
    const DeckCard *texts = &item->now->card;
    if (card_is_blank(texts)) return 0;
    unsigned doubts = draft_card_faults(texts);
    if (is_long(texts->term) || is_long(texts->definition) || are_long(texts->wordings) ||
        are_long(texts->distractors))
        doubts |= DRAFT_LONG_FOR_TILE;
    if (draft_look_is_twice(draft, item->now)) doubts |= DRAFT_TWICE;
    if (draft_look_is_unusable(draft, draft->order[card])) doubts |= DRAFT_UNUSABLE;
    return doubts;
}
