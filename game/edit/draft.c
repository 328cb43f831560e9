#include "edit/draft.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "edit/draft_look.h"

void *draft_grow(Arena *arena, void *old, size_t *room, size_t needed, size_t size)
{
    if (needed <= *room) return old;
    size_t had = *room;
    *room = needed > had * 2 ? needed : had * 2;
    void *items = arena_alloc_n(arena, *room, size);
    if (had > 0) memcpy(items, old, had * size);
    return items;
}

static void remember_file(Draft *draft)
{
    Arena arena;
    Str text;
    arena_init(&arena, 0);
    draft->is_file_known = file_is_there(draft->save_path);
    if (draft->is_file_known && file_read(draft->save_path, DECK_MAX_FILE_BYTES, &arena, &text, NULL))
        fingerprint_of_bytes(text, draft->known);
    arena_deinit(&arena);
}

static Draft *draft_make_empty(const char *save_path)
{
    Draft *draft = malloc(sizeof *draft);
    if (!draft) err_fatal("out of memory: no room for a draft");
    *draft = (Draft){.saved = 0};
    arena_init(&draft->arena, 0);
    arena_init(&draft->file.arena, 0);
    draft->ids = draft_ids_open();
    draft->look = draft_look_open();
    draft->save_path = str_copy(&draft->arena, str_of(save_path)).data;
    return draft;
}

static uint32_t add_item(Draft *draft, DraftState *state)
{
    draft->items = draft_grow(&draft->arena, draft->items, &draft->item_room, draft->item_count + 1,
                              sizeof *draft->items);
    draft->items[draft->item_count] = (DraftItem){.now = state, .newest = state, .next_of_id = DECK_NO_CARD};
    return draft->item_count++;
}

uint32_t draft_add_item(Draft *draft, const DeckCard *card, Str id)
{
    DraftState *state = ARENA_NEW(&draft->arena, DraftState);
    state->card = card_copy(&draft->arena, card, NULL, id);
    return add_item(draft, state);
}

DraftState *draft_add_state(Draft *draft, uint32_t number, const DeckCard *card)
{
    DraftItem *item = &draft->items[number];
    DraftState *state = ARENA_NEW(&draft->arena, DraftState);
    const DeckCard *now = &item->now->card;
    *state = (DraftState){.card = card_copy(&draft->arena, card, now, now->id), .older = item->newest};
    item->newest = state;
    return state;
}

const DeckHead *draft_copy_head(Draft *draft, const DeckHead *head)
{
    Arena *arena = &draft->arena;
    DeckHead *copy = ARENA_NEW(arena, DeckHead);
    *copy = (DeckHead){
        .id = str_copy(arena, head->id),
        .title = str_copy(arena, head->title),
        .description = str_copy(arena, head->description),
        .author = str_copy(arena, head->author),
        .license = str_copy(arena, head->license),
        .source = str_copy(arena, head->source),
        .term_language = str_copy(arena, head->term_language),
        .definition_language = str_copy(arena, head->definition_language),
    };
    return copy;
}

static void put_in_order(Draft *draft)
{
    uint32_t count = draft->item_count;
    draft->order = draft_grow(&draft->arena, draft->order, &draft->order_room, count, sizeof *draft->order);
    for (uint32_t item = 0; item < count; item++) {
        draft->order[item] = item;
        draft->items[item].is_in = true;
    }
    draft->count = count;
}

/* The states of what was read lie in one piece; their texts are the deck's. */
static void take_deck(Draft *draft, Deck *deck)
{
    uint32_t count = deck_count(deck);
    DeckHead *head = ARENA_NEW(&draft->arena, DeckHead);
    *head = deck_head_of(deck);
    draft->deck = deck;
    draft->head = head;
    size_t room = (size_t)count * 2; /* what cards will come is no memory until then, growing leaves a copy */
    draft->items = draft_grow(&draft->arena, draft->items, &draft->item_room, room, sizeof *draft->items);
    DraftState *states = ARENA_NEW_N(&draft->arena, DraftState, count);
    for (uint32_t card = 0; card < count; card++) {
        states[card].card = deck_card_of(deck, card, &draft->arena);
        draft->items[add_item(draft, &states[card])].saved = &states[card];
    }
    draft->first_items = count;
    put_in_order(draft);
}

Draft *draft_open(const char *path, const char *save_path, DeckReport *report)
{
    Draft *draft = draft_make_empty(save_path ? save_path : path);
    DeckReport own;
    Deck *deck = deck_load_text(path, &draft->file.arena, &draft->file.text, report ? report : &own);
    if (!deck) {
        draft_close(draft);
        return NULL;
    }
    take_deck(draft, deck);
    draft_split_file(draft);
    if (strcmp(path, draft->save_path) != 0) {
        remember_file(draft);
        return draft;
    }
    draft->is_file_known = true;
    fingerprint_of_bytes(draft->file.text, draft->known);
    return draft;
}

Draft *draft_new(const char *save_path, const DeckHead *head, const DeckCard *cards, size_t count)
{
    Draft *draft = draft_make_empty(save_path);
    draft->saved = DRAFT_NEVER;
    DeckHead named = *head;
    if (str_is_blank(named.id)) named.id = deck_file_stem(str_of(draft->save_path));
    draft->head = draft_copy_head(draft, &named);
    draft->file.frame = draft_frame_new();
    remember_file(draft);
    for (size_t i = 0; i < count; i++) {
        uint32_t item = draft_add_item(draft, &cards[i], draft_free_id(draft, cards[i].id));
        draft->items[item].is_in = true;
    }
    draft->first_items = draft->item_count;
    put_in_order(draft);
    return draft;
}

void draft_close(Draft *draft)
{
    if (!draft) return;
    draft_ids_close(draft->ids);
    draft_look_close(draft->look);
    deck_release(draft->deck);
    arena_deinit(&draft->file.arena);
    arena_deinit(&draft->arena);
    free(draft);
}

uint32_t draft_count(const Draft *draft)
{
    return draft->count;
}

const DeckCard *draft_card(const Draft *draft, uint32_t card)
{
    assert(card < draft->count);
    return &draft_item(draft, card)->now->card;
}

const DeckHead *draft_head(const Draft *draft)
{
    return draft->head;
}

const char *draft_save_path(const Draft *draft)
{
    return draft->save_path;
}

uint64_t draft_version(const Draft *draft)
{
    return draft->version;
}

bool draft_is_changed(const Draft *draft)
{
    return draft->done != draft->saved;
}
