#include "screens/conflict_side.h"

#include "screens/edit_intent.h"
#include "ui/format.h"

ConflictList conflict_list(const Model *model, Arena *arena)
{
    const EditConflict *conflict = &model->draft.conflict;
    const Diff *diff = &conflict->diff;
    ConflictList list = {.cards = ARENA_NEW_N(arena, size_t, diff->count + 2)};
    if (conflict->has_head) list.cards[list.count++] = CONFLICT_HEAD;
    if (diff->is_moved) {
        list.cards[list.count++] = CONFLICT_ORDER;
        list.order = diff_order(diff, arena);
    }
    for (size_t i = 0; i < diff->count; i++)
        if (diff->cards[i].kind != DIFF_SAME) list.cards[list.count++] = i;
    return list;
}

/* --- sides --- */

/* Its title, and what differs beside that. */
static const DeckCard *head_as_card(Arena *arena, const Draft *draft, const Draft *other)
{
    static const char *const names[EDIT_HEAD_COUNT] = {
        NULL, "description: ", "author: ", "licence: ", "source: ", "terms: ", "definitions: "};
    StrBuf rest;
    str_buf_init(&rest, arena);
    for (uint32_t i = EDIT_HEAD_DESCRIPTION; i < EDIT_HEAD_COUNT; i++) {
        Str text = edit_text_of(draft, 0, EDIT_HEAD, i);
        if (str_is(text, edit_text_of(other, 0, EDIT_HEAD, i))) continue;
        str_buf_addf(&rest, "%s%s%.*s", rest.size ? ", " : "", names[i],
                     STR_FMT(str_is_blank(text) ? STR("–") : text));
    }
    Str title = draft_head(draft)->title;
    DeckCard *card = ARENA_NEW(arena, DeckCard);
    *card = (DeckCard){.term = str_is_blank(title) ? STR("No title") : title,
                       .definition = rest.size ? str_buf_str(&rest) : STR("The deck's title")};
    return card;
}

static ConflictSide head_side(const Model *model, bool is_theirs, Arena *arena)
{
    const EditConflict *conflict = &model->draft.conflict;
    const Draft *ours = model->draft.draft, *theirs = conflict->theirs;
    return (ConflictSide){.is_chosen = conflict->takes_their_head == is_theirs,
                          .card = is_theirs ? head_as_card(arena, theirs, ours)
                                            : head_as_card(arena, ours, theirs)};
}

static const DeckCard *card_of(const Model *model, size_t index, bool is_theirs)
{
    const EditConflict *conflict = &model->draft.conflict;
    const DiffCard *diff = &conflict->diff.cards[index];
    uint32_t at = is_theirs ? diff->theirs : diff->ours;
    return at == DECK_NO_CARD ? NULL : draft_card(is_theirs ? conflict->theirs : model->draft.draft, at);
}

static Str term_of(const Model *model, size_t index, bool is_theirs)
{
    const DeckCard *card = card_of(model, index, is_theirs);
    return card ? card->term : STR("");
}

/* The first cards from where on it differs. */
static ConflictSide order_side(const DiffOrder *order, const Model *model, bool is_theirs, Arena *arena)
{
    const size_t *cards = is_theirs ? order->theirs : order->ours;
    StrBuf words;
    str_buf_init(&words, arena);
    if (order->has_before)
        str_buf_addf(&words, "After %.*s: ", STR_FMT(term_of(model, order->before, is_theirs)));
    for (size_t i = 0; i < order->count; i++)
        str_buf_addf(&words, "%s%.*s", i ? ", " : "", STR_FMT(term_of(model, cards[i], is_theirs)));
    if (order->goes_on) str_buf_add(&words, STR(" …"));
    DeckCard *card = ARENA_NEW(arena, DeckCard);
    *card = (DeckCard){.term = STR("The order of the cards"), .definition = str_buf_str(&words)};
    return (ConflictSide){.is_chosen = model->draft.conflict.takes_their_order == is_theirs, .card = card};
}

ConflictSide conflict_side(const ConflictList *list, const Model *model, size_t index, bool is_theirs,
                           Arena *arena)
{
    const EditConflict *conflict = &model->draft.conflict;
    if (index == CONFLICT_HEAD) return head_side(model, is_theirs, arena);
    if (index == CONFLICT_ORDER) return order_side(&list->order, model, is_theirs, arena);
    const DiffCard *diff = &conflict->diff.cards[index];
    return (ConflictSide){.is_chosen = conflict->takes_theirs[index] == is_theirs,
                          .missing = is_theirs ? STR("Not in the file") : STR("Not in yours"),
                          .fields = diff->kind == DIFF_CHANGED ? diff->fields : 0,
                          .card = card_of(model, index, is_theirs)};
}

/* --- in words --- */

Str conflict_differences(const ConflictList *list, const Model *model, Arena *arena)
{
    bool has_head = model->draft.conflict.has_head, has_order = model->draft.conflict.diff.is_moved;
    int64_t count = (int64_t)list->count - has_head - has_order;
    const char *beside = has_head && has_order ? "The deck's own texts, the order"
                         : has_head            ? "The deck's own texts"
                                               : "The order";
    if (!has_head && !has_order) return format_count(arena, count, "card differs", "cards differ");
    if (count > 0)
        return str_format(arena, "%s and %s differ", beside,
                          format_count(arena, count, "card", "cards").data);
    if (has_head && has_order) return STR("The deck's own texts and the order of the cards differ");
    return has_head ? STR("What the deck says of itself differs") : STR("The order of the cards differs");
}
