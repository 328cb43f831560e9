#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "edit/draft_look.h"

typedef struct {
    Str *items;
    size_t count;
} Words;

/* Folded, so a space parts them. */
static Words split(Str folded, Arena *arena)
{
    Words words = {ARENA_NEW_N(arena, Str, folded.size / 2 + 1), 0};
    for (size_t from = 0; from < folded.size;) {
        const char *space = memchr(folded.data + from, ' ', folded.size - from);
        size_t to = space ? (size_t)(space - folded.data) : folded.size;
        words.items[words.count++] = str_slice(folded, from, to);
        from = to + 1;
    }
    return words;
}

static bool has_words(Str folded, const Words *words)
{
    for (size_t i = 0; i < words->count; i++)
        if (!str_has(folded, words->items[i])) return false;
    return true;
}

static bool has_tags(const DeckCard *card, const Str *tags, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!card_has_tag(card, tags[i])) return false;
    return true;
}

size_t draft_search(const Draft *draft, Str words, const Str *tags, size_t tag_count, Arena *arena,
                    uint32_t **out)
{
    Words wanted = split(text_fold(arena, words), arena);
    size_t found = 0;
    *out = ARENA_NEW_N(arena, uint32_t, draft->count);
    for (uint32_t card = 0; card < draft->count; card++) {
        DraftState *state = draft_item(draft, card)->now;
        if (!has_tags(&state->card, tags, tag_count)) continue;
        if (wanted.count == 0 || has_words(draft_look_folded(draft, state), &wanted)) (*out)[found++] = card;
    }
    return found;
}

static int compare_tags(const void *a, const void *b)
{
    const DraftTag *x = a, *y = b;
    if (x->cards != y->cards) return x->cards < y->cards ? 1 : -1;
    return str_compare(x->name, y->name);
}

typedef struct {
    StrTable names;
    uint32_t *cards, *last; /* by number: how many have it, and the last that was counted */
    size_t cards_room, last_room;
    Arena *arena;
} TagCount;

static void count_tag(TagCount *tags, Str name, uint32_t card)
{
    uint32_t known = tags->names.count, tag = str_table_add(&tags->names, name);
    tags->cards =
        draft_grow(tags->arena, tags->cards, &tags->cards_room, tags->names.count, sizeof *tags->cards);
    tags->last = draft_grow(tags->arena, tags->last, &tags->last_room, tags->names.count, sizeof *tags->last);
    if (tag < known && tags->last[tag] == card) return;
    tags->cards[tag]++;
    tags->last[tag] = card;
}

size_t draft_tags(const Draft *draft, Arena *arena, DraftTag **out)
{
    TagCount tags = {.arena = arena};
    str_table_init(&tags.names, arena, 0);
    for (uint32_t card = 0; card < draft->count; card++) {
        DeckTexts own = draft_card(draft, card)->tags;
        for (size_t i = 0; i < own.count; i++)
            if (!str_is_blank(own.items[i])) count_tag(&tags, own.items[i], card);
    }
    size_t count = tags.names.count;
    *out = ARENA_NEW_N(arena, DraftTag, count);
    for (uint32_t i = 0; i < count; i++)
        (*out)[i] = (DraftTag){str_table_text(&tags.names, i), tags.cards[i]};
    if (count > 0) qsort(*out, count, sizeof **out, compare_tags);
    return count;
}
