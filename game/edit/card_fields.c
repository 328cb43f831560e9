#include "edit/card_fields.h"

bool card_has_tag(const DeckCard *card, Str tag)
{
    for (size_t i = 0; i < card->tags.count; i++)
        if (str_is(card->tags.items[i], tag)) return true;
    return false;
}

static bool texts_are(DeckTexts a, DeckTexts b)
{
    if (a.count != b.count) return false;
    if (a.items == b.items) return true;
    for (size_t i = 0; i < a.count; i++)
        if (!str_is(a.items[i], b.items[i])) return false;
    return true;
}

unsigned card_fields_of(const DeckCard *card)
{
    unsigned fields = CARD_TERM | CARD_DEFINITION;
    if (card->wordings.count) fields |= CARD_WORDINGS;
    if (card->accepts.count) fields |= CARD_ACCEPTS;
    if (card->distractors.count) fields |= CARD_DISTRACTORS;
    if (card->tags.count) fields |= CARD_TAGS;
    if (card->hint.size) fields |= CARD_HINT;
    return fields;
}

unsigned card_differences(const DeckCard *a, const DeckCard *b)
{
    unsigned fields = 0;
    if (!str_is(a->term, b->term)) fields |= CARD_TERM;
    if (!str_is(a->definition, b->definition)) fields |= CARD_DEFINITION;
    if (!texts_are(a->wordings, b->wordings)) fields |= CARD_WORDINGS;
    if (!texts_are(a->accepts, b->accepts)) fields |= CARD_ACCEPTS;
    if (!texts_are(a->distractors, b->distractors)) fields |= CARD_DISTRACTORS;
    if (!texts_are(a->tags, b->tags)) fields |= CARD_TAGS;
    if (!str_is(a->hint, b->hint)) fields |= CARD_HINT;
    return fields;
}

static bool are_blank(DeckTexts texts)
{
    for (size_t i = 0; i < texts.count; i++)
        if (!str_is_blank(texts.items[i])) return false;
    return true;
}

bool card_is_blank(const DeckCard *card)
{
    return str_is_blank(card->term) && str_is_blank(card->definition) && str_is_blank(card->hint) &&
           are_blank(card->wordings) && are_blank(card->accepts) && are_blank(card->distractors);
}

static Str copy_text(Arena *arena, Str text, Str old)
{
    return old.data && str_is(text, old) ? old : str_copy(arena, text);
}

static DeckTexts copy_texts(Arena *arena, DeckTexts texts, DeckTexts old)
{
    if (texts.count == 0) return (DeckTexts){NULL, 0};
    if (texts_are(texts, old)) return old;
    Str *items = ARENA_NEW_N(arena, Str, texts.count);
    for (size_t i = 0; i < texts.count; i++)
        items[i] = copy_text(arena, texts.items[i], i < old.count ? old.items[i] : (Str){0});
    return (DeckTexts){items, texts.count};
}

DeckCard card_copy(Arena *arena, const DeckCard *card, const DeckCard *old, Str id)
{
    static const DeckCard none;
    if (!old) old = &none;
    return (DeckCard){
        .id = copy_text(arena, id, old->id),
        .term = copy_text(arena, card->term, old->term),
        .definition = copy_text(arena, card->definition, old->definition),
        .hint = copy_text(arena, card->hint, old->hint),
        .wordings = copy_texts(arena, card->wordings, old->wordings),
        .accepts = copy_texts(arena, card->accepts, old->accepts),
        .distractors = copy_texts(arena, card->distractors, old->distractors),
        .tags = copy_texts(arena, card->tags, old->tags),
    };
}
