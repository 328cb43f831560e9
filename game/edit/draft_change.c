/* The changes that a player makes, each as changes of steps. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "edit/draft_model.h"

typedef struct {
    char text[64];
} Name;

/* "delete a card", "delete 3 cards". */
static Name name_of(const char *verb, size_t count)
{
    Name name;
    if (count == 1)
        snprintf(name.text, sizeof name.text, "%s a card", verb);
    else
        snprintf(name.text, sizeof name.text, "%s %zu cards", verb, count);
    return name;
}

void draft_insert(Draft *draft, uint32_t at, const DeckCard *cards, size_t count)
{
    assert(at <= draft->count);
    if (count == 0) return;
    DraftSpot *spots = ARENA_NEW_N(&draft->arena, DraftSpot, count);
    for (size_t i = 0; i < count; i++) {
        Str id = draft_free_id(draft, cards[i].id);
        spots[i] = (DraftSpot){at + (uint32_t)i, draft_add_item(draft, &cards[i], id)};
        draft->items[spots[i].item].is_in = true;
    }
    draft_make(draft, str_of(name_of("add", count).text),
               &(DraftChange){.kind = CHANGE_IN, .spots = spots, .count = count});
}

static void change_card(Draft *draft, uint32_t card, const DeckCard *with, Str name)
{
    uint32_t item = draft->order[card];
    DraftState *before = draft->items[item].now, *after = draft_add_state(draft, item, with);
    draft_make(draft, name,
               &(DraftChange){.kind = CHANGE_CARD, .item = item, .before = before, .after = after});
}

void draft_replace(Draft *draft, uint32_t card, const DeckCard *with)
{
    if (card_differences(draft_card(draft, card), with) == 0) return;
    change_card(draft, card, with, STR("edit a card"));
}

static const DraftSpot *spots_of(Draft *draft, const uint32_t *cards, size_t count)
{
    DraftSpot *spots = ARENA_NEW_N(&draft->arena, DraftSpot, count);
    for (size_t i = 0; i < count; i++) {
        assert(cards[i] < draft->count && (i == 0 || cards[i] > cards[i - 1]));
        spots[i] = (DraftSpot){cards[i], draft->order[cards[i]]};
    }
    return spots;
}

void draft_remove(Draft *draft, const uint32_t *cards, size_t count)
{
    if (count == 0) return;
    draft_make(draft, str_of(name_of("delete", count).text),
               &(DraftChange){.kind = CHANGE_OUT, .spots = spots_of(draft, cards, count), .count = count});
}

static bool is_moved(const uint32_t *cards, size_t count, uint32_t to)
{
    for (size_t i = 0; i < count; i++)
        if (cards[i] != to + i) return true;
    return false;
}

void draft_move(Draft *draft, const uint32_t *cards, size_t count, uint32_t before)
{
    assert(before <= draft->count);
    uint32_t to = before;
    for (size_t i = 0; i < count; i++) to -= cards[i] < before;
    if (!is_moved(cards, count, to)) return;
    const DraftSpot *from = spots_of(draft, cards, count);
    DraftSpot *spots = ARENA_NEW_N(&draft->arena, DraftSpot, count);
    for (size_t i = 0; i < count; i++) spots[i] = (DraftSpot){to + (uint32_t)i, from[i].item};
    Name name = name_of("move", count);
    bool is_own = draft_begin_if_alone(draft, str_of(name.text));
    draft_make(draft, STR(""), &(DraftChange){.kind = CHANGE_OUT, .spots = from, .count = count});
    draft_make(draft, STR(""), &(DraftChange){.kind = CHANGE_IN, .spots = spots, .count = count});
    if (is_own) draft_end(draft);
}

/* The card's tags with this one, or without it; false if nothing changes. */
static bool change_tags(DeckCard *card, Str tag, bool is_added, Arena *arena)
{
    if (card_has_tag(card, tag) == is_added) return false;
    if (is_added && card->tags.count >= DECK_MAX_TAGS) return false;
    Str *items = ARENA_NEW_N(arena, Str, card->tags.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < card->tags.count; i++)
        if (!str_is(card->tags.items[i], tag)) items[count++] = card->tags.items[i];
    if (is_added) items[count++] = tag;
    card->tags = (DeckTexts){items, count};
    return true;
}

static size_t tag_cards(Draft *draft, const uint32_t *cards, size_t count, Str tag, bool is_added)
{
    size_t changed = 0;
    bool is_own =
        draft_begin_if_alone(draft, str_of(name_of(is_added ? "tag" : "take a tag off", count).text));
    for (size_t i = 0; i < count; i++) {
        DeckCard card = *draft_card(draft, cards[i]);
        if (!change_tags(&card, tag, is_added, &draft->arena)) continue;
        change_card(draft, cards[i], &card, STR(""));
        draft->is_typing = false;
        changed++;
    }
    if (is_own) draft_end(draft);
    return changed;
}

size_t draft_add_tag(Draft *draft, const uint32_t *cards, size_t count, Str tag)
{
    return str_is_blank(tag) ? 0 : tag_cards(draft, cards, count, tag, true);
}

size_t draft_remove_tag(Draft *draft, const uint32_t *cards, size_t count, Str tag)
{
    return tag_cards(draft, cards, count, tag, false);
}

bool draft_head_is(const DeckHead *a, const DeckHead *b)
{
    return str_is(a->title, b->title) && str_is(a->description, b->description) &&
           str_is(a->author, b->author) && str_is(a->license, b->license) && str_is(a->source, b->source) &&
           str_is(a->term_language, b->term_language) &&
           str_is(a->definition_language, b->definition_language);
}

void draft_set_head(Draft *draft, const DeckHead *head)
{
    if (draft_head_is(draft->head, head)) return;
    DeckHead with = *head;
    with.id = draft->head->id;
    draft_make(draft, STR("change the deck's details"),
               &(DraftChange){.kind = CHANGE_HEAD,
                              .head_before = draft->head,
                              .head_after = draft_copy_head(draft, &with)});
}
