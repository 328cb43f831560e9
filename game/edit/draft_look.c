#include "edit/draft_look.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "deck/deck_unusable.h"

/* From here on a key press must not wait for a look at all cards. */
#define MANY_CARDS   10000
#define MAX_UNUSABLE 100

struct DraftLook {
    Arena arena, scratch;
    StrTable texts; /* folded */
    StrTable pairs; /* of a term's and a definition's number */
    uint32_t *pair_cards;
    size_t pair_room;
    bool is_counting;
    bool is_unusable_known;
    uint64_t unusable_version;
    uint32_t unusable[MAX_UNUSABLE]; /* items */
    uint32_t unusable_count;
};

DraftLook *draft_look_open(void)
{
    DraftLook *look = malloc(sizeof *look);
    if (!look) err_fatal("out of memory: no room to look at a draft");
    *look = (DraftLook){.is_counting = false};
    arena_init(&look->arena, 0);
    arena_init(&look->scratch, 0);
    return look;
}

void draft_look_close(DraftLook *look)
{
    arena_deinit(&look->arena);
    arena_deinit(&look->scratch);
    free(look);
}

static void add_line(StrBuf *out, Str text)
{
    Arena *scratch = out->arena;
    str_buf_add(out, text_fold(scratch, text));
    str_buf_add(out, STR("\n"));
}

static void add_lines(StrBuf *out, DeckTexts texts)
{
    for (size_t i = 0; i < texts.count; i++) add_line(out, texts.items[i]);
}

/* A folded text has no line break of its own. */
Str draft_look_folded(const Draft *draft, DraftState *state)
{
    if (state->folded.data) return state->folded;
    DraftLook *look = draft->look;
    const DeckCard *card = &state->card;
    StrBuf out;
    str_buf_init(&out, &look->scratch);
    add_line(&out, card->term);
    add_line(&out, card->definition);
    add_lines(&out, card->wordings);
    add_lines(&out, card->accepts);
    add_lines(&out, card->distractors);
    add_line(&out, card->hint);
    add_lines(&out, card->tags);
    state->folded = str_copy(&look->arena, str_buf_str(&out));
    arena_reset(&look->scratch);
    return state->folded;
}

/* Of its term, its definition and its wordings. */
static const uint32_t *numbers_of(const Draft *draft, DraftState *state)
{
    if (state->numbers) return state->numbers;
    DraftLook *look = draft->look;
    Str lines = draft_look_folded(draft, state);
    size_t count = 2 + state->card.wordings.count, from = 0;
    uint32_t *numbers = ARENA_NEW_N(&look->arena, uint32_t, count);
    for (size_t i = 0; i < count; i++) {
        const char *end = memchr(lines.data + from, '\n', lines.size - from);
        size_t to = end ? (size_t)(end - lines.data) : lines.size;
        numbers[i] = str_table_add(&look->texts, str_slice(lines, from, to));
        from = to + 1;
    }
    state->numbers = numbers;
    state->pair = str_table_add(&look->pairs, (Str){(const char *)numbers, 2 * sizeof *numbers});
    look->pair_cards = draft_grow(&look->arena, look->pair_cards, &look->pair_room, look->pairs.count,
                                  sizeof *look->pair_cards);
    return numbers;
}

static bool is_whole(const DeckCard *card)
{
    return !str_is_blank(card->term) && !str_is_blank(card->definition);
}

void draft_look_count(const Draft *draft, DraftState *state, bool is_in)
{
    if (!draft->look->is_counting || !is_whole(&state->card)) return;
    numbers_of(draft, state);
    draft->look->pair_cards[state->pair] += is_in ? 1 : UINT32_MAX;
}

static void begin_counting(const Draft *draft)
{
    DraftLook *look = draft->look;
    if (look->is_counting) return;
    str_table_init(&look->texts, &look->arena, (size_t)draft->count * 2);
    str_table_init(&look->pairs, &look->arena, draft->count);
    look->is_counting = true;
    for (uint32_t card = 0; card < draft->count; card++)
        draft_look_count(draft, draft_item(draft, card)->now, true);
}

bool draft_look_is_twice(const Draft *draft, DraftState *state)
{
    if (!is_whole(&state->card)) return false;
    begin_counting(draft);
    numbers_of(draft, state);
    return draft->look->pair_cards[state->pair] > 1;
}

/* Of the cards that have both sides; `items` says which they are. */
static DeckNumbers all_numbers(const Draft *draft, Arena *arena, uint32_t *items)
{
    size_t wordings = 0;
    for (uint32_t card = 0; card < draft->count; card++)
        wordings += 1 + draft_card(draft, card)->wordings.count;
    DeckNumbers all = {.terms = ARENA_NEW_N(arena, uint32_t, draft->count),
                       .wordings = ARENA_NEW_N(arena, uint32_t, wordings),
                       .first = ARENA_NEW_N(arena, uint32_t, (size_t)draft->count + 1),
                       .has_distractors = ARENA_NEW_N(arena, bool, draft->count)};
    for (uint32_t card = 0; card < draft->count; card++) {
        DraftState *state = draft_item(draft, card)->now;
        if (!is_whole(&state->card)) continue;
        const uint32_t *numbers = numbers_of(draft, state);
        size_t count = 1 + state->card.wordings.count;
        items[all.cards] = draft->order[card];
        all.terms[all.cards] = numbers[0];
        all.first[all.cards] = all.wording_count;
        all.has_distractors[all.cards++] = state->card.distractors.count > 0;
        memcpy(all.wordings + all.wording_count, numbers + 1, count * sizeof *numbers);
        all.wording_count += (uint32_t)count;
    }
    all.first[all.cards] = all.wording_count;
    all.count = draft->look->texts.count;
    return all;
}

static void find_unusable(const Draft *draft)
{
    DraftLook *look = draft->look;
    begin_counting(draft);
    Arena arena;
    arena_init(&arena, 0);
    uint32_t *items = ARENA_NEW_N(&arena, uint32_t, draft->count);
    DeckNumbers numbers = all_numbers(draft, &arena, items);
    bool has_others = numbers.cards > 1; /* a deck's first card is not told that it stands alone */
    look->unusable_count = has_others ? deck_find_unusable(&numbers, look->unusable, MAX_UNUSABLE) : 0;
    for (uint32_t i = 0; i < look->unusable_count; i++) look->unusable[i] = items[look->unusable[i]];
    look->unusable_version = draft->version;
    look->is_unusable_known = true;
    arena_deinit(&arena);
}

bool draft_look_is_unusable(const Draft *draft, uint32_t item)
{
    DraftLook *look = draft->look;
    bool is_old = !look->is_unusable_known || look->unusable_version != draft->version;
    bool may_wait = look->is_unusable_known && draft->is_typing && draft->count >= MANY_CARDS;
    if (is_old && !may_wait) find_unusable(draft);
    for (uint32_t i = 0; i < look->unusable_count; i++)
        if (look->unusable[i] == item) return true;
    return false;
}
