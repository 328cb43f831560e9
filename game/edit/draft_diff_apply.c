/* Taking over what differs. */
#include <assert.h>

#include "edit/draft_diff.h"
#include "edit/draft_model.h"

static DeckCard with_fields(const DeckCard *ours, const DeckCard *theirs, unsigned fields)
{
    DeckCard card = *ours;
    if (fields & CARD_TERM) card.term = theirs->term;
    if (fields & CARD_DEFINITION) card.definition = theirs->definition;
    if (fields & CARD_WORDINGS) card.wordings = theirs->wordings;
    if (fields & CARD_ACCEPTS) card.accepts = theirs->accepts;
    if (fields & CARD_DISTRACTORS) card.distractors = theirs->distractors;
    if (fields & CARD_TAGS) card.tags = theirs->tags;
    if (fields & CARD_HINT) card.hint = theirs->hint;
    return card;
}

static void take_fields(Draft *ours, const DeckCard *theirs, const DiffCard *change)
{
    DeckCard card = with_fields(draft_card(ours, change->ours), &theirs[change->theirs], change->fields);
    draft_replace(ours, change->ours, &card);
}

/* The order as it will be: what is there by its item, and the new ones. */
typedef struct {
    Draft *draft;
    const DeckCard *theirs;
    DraftSpot *fresh; /* new cards at their places in it */
    size_t fresh_count;
    DraftSpot *all;
    size_t count;
    bool *is_listed; /* by place: the diff has it */
} Target;

static void put(Target *target, uint32_t item)
{
    target->all[target->count] = (DraftSpot){(uint32_t)target->count, item};
    target->count++;
}

/* Blank cards: they stay behind the card that they stand behind. */
static void put_unlisted(Target *target, uint32_t from)
{
    const Draft *draft = target->draft;
    for (uint32_t card = from; card < draft->count && !target->is_listed[card]; card++)
        put(target, draft->order[card]);
}

static void put_fresh(Target *target, uint32_t theirs)
{
    Draft *draft = target->draft;
    const DeckCard *card = &target->theirs[theirs];
    uint32_t item = draft_add_item(draft, card, draft_free_id(draft, card->id));
    draft->items[item].is_in = true;
    target->fresh[target->fresh_count++] = (DraftSpot){(uint32_t)target->count, item};
    put(target, item);
}

static Target make_target(Draft *draft, const DeckCard *theirs, const Diff *diff, bool removes_gone)
{
    Target target = {.draft = draft,
                     .theirs = theirs,
                     .fresh = ARENA_NEW_N(&draft->arena, DraftSpot, diff->fresh),
                     .all = ARENA_NEW_N(&draft->arena, DraftSpot, draft->count + diff->fresh),
                     .is_listed = ARENA_NEW_N(&draft->arena, bool, draft->count)};
    for (size_t i = 0; i < diff->count; i++)
        if (diff->cards[i].ours != DECK_NO_CARD) target.is_listed[diff->cards[i].ours] = true;
    put_unlisted(&target, 0);
    for (size_t i = 0; i < diff->count; i++) {
        const DiffCard *card = &diff->cards[i];
        if (card->kind == DIFF_NEW)
            put_fresh(&target, card->theirs);
        else if (card->kind != DIFF_GONE || !removes_gone)
            put(&target, draft->order[card->ours]);
        if (card->ours != DECK_NO_CARD) put_unlisted(&target, card->ours + 1);
    }
    return target;
}

static void change_spots(Draft *draft, DraftChangeKind kind, const DraftSpot *spots, size_t count)
{
    if (count > 0) draft_make(draft, STR(""), &(DraftChange){.kind = kind, .spots = spots, .count = count});
}

static void order_anew(Draft *draft, const Target *target)
{
    DraftSpot *now = ARENA_NEW_N(&draft->arena, DraftSpot, draft->count);
    for (uint32_t card = 0; card < draft->count; card++) now[card] = (DraftSpot){card, draft->order[card]};
    change_spots(draft, CHANGE_OUT, now, draft->count);
    change_spots(draft, CHANGE_IN, target->all, target->count);
}

static void remove_gone(Draft *draft, const Diff *diff)
{
    DraftSpot *gone = ARENA_NEW_N(&draft->arena, DraftSpot, diff->gone);
    bool *is_gone = ARENA_NEW_N(&draft->arena, bool, draft->count);
    size_t count = 0;
    for (size_t i = 0; i < diff->count; i++)
        if (diff->cards[i].kind == DIFF_GONE) is_gone[diff->cards[i].ours] = true;
    for (uint32_t card = 0; card < draft->count; card++)
        if (is_gone[card]) gone[count++] = (DraftSpot){card, draft->order[card]};
    change_spots(draft, CHANGE_OUT, gone, count);
}

void diff_apply(Draft *ours, const DeckCard *theirs, const Diff *diff, bool removes_gone, Str what)
{
    assert(diff->version == draft_version(ours));
    bool is_own = draft_begin_if_alone(ours, what);
    for (size_t i = 0; i < diff->count; i++)
        if (diff->cards[i].kind == DIFF_CHANGED) take_fields(ours, theirs, &diff->cards[i]);
    Target target = make_target(ours, theirs, diff, removes_gone);
    if (diff->is_moved) {
        order_anew(ours, &target);
    } else {
        if (removes_gone) remove_gone(ours, diff);
        change_spots(ours, CHANGE_IN, target.fresh, target.fresh_count);
    }
    if (is_own) draft_end(ours);
}
