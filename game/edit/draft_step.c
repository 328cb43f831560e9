/* Steps of undo: changes that are made, taken back and made again. */
#include <assert.h>

#include "edit/draft_look.h"
#include "edit/draft_order.h"

static void look_at_spots(const Draft *draft, const DraftChange *change)
{
    bool is_in = change->kind == CHANGE_IN;
    for (size_t i = 0; i < change->count; i++)
        draft_look_count(draft, draft->items[change->spots[i].item].now, is_in);
}

static void change_card(Draft *draft, DraftItem *item, DraftState *to)
{
    draft_look_count(draft, item->now, false);
    item->now = to;
    draft_look_count(draft, to, true);
}

static void make_one(Draft *draft, const DraftChange *change)
{
    switch (change->kind) {
    case CHANGE_IN: draft_order_in(draft, change->spots, change->count); break;
    case CHANGE_OUT: draft_order_out(draft, change->spots, change->count); break;
    case CHANGE_CARD: change_card(draft, &draft->items[change->item], change->after); break;
    case CHANGE_HEAD: draft->head = change->head_after; break;
    }
    look_at_spots(draft, change);
    draft->version++;
}

static DraftChange reverse_of(const DraftChange *change)
{
    DraftChange reverse = *change;
    if (change->kind == CHANGE_IN || change->kind == CHANGE_OUT)
        reverse.kind = change->kind == CHANGE_IN ? CHANGE_OUT : CHANGE_IN;
    reverse.before = change->after;
    reverse.after = change->before;
    reverse.head_before = change->head_after;
    reverse.head_after = change->head_before;
    return reverse;
}

static DraftStep *last_step(const Draft *draft)
{
    assert(draft->done > 0);
    return &draft->steps[draft->done - 1];
}

/* What could be made again is gone with the first new change. */
static DraftStep *open_step(Draft *draft, Str name)
{
    if (draft->saved != DRAFT_NEVER && draft->saved > draft->done) draft->saved = DRAFT_NEVER;
    draft->steps =
        draft_grow(&draft->arena, draft->steps, &draft->step_room, draft->done + 1, sizeof *draft->steps);
    draft->steps[draft->done++] = (DraftStep){.name = str_copy(&draft->arena, name)};
    draft->step_count = draft->done;
    return last_step(draft);
}

static bool is_more_of(const DraftChange *last, const DraftChange *change)
{
    if (!last || last->kind != change->kind) return false;
    if (last->kind == CHANGE_CARD) return last->item == change->item;
    return last->kind == CHANGE_HEAD;
}

/* Typing that came back to where it began is no step. */
static void drop_if_nothing(Draft *draft)
{
    DraftStep *step = last_step(draft);
    const DraftChange *last = step->last;
    if (draft->is_group || step->first != last || last->kind != CHANGE_CARD) return;
    if (card_differences(&last->before->card, &last->after->card)) return;
    DraftChange reverse = reverse_of(last);
    make_one(draft, &reverse);
    draft->step_count = --draft->done;
    draft->is_typing = false;
}

static bool grow_last(Draft *draft, const DraftChange *change)
{
    if (!draft->is_typing || draft->done == 0) return false;
    DraftStep *step = last_step(draft);
    if (!is_more_of(step->last, change)) return false;
    step->last->after = change->after;
    step->last->head_after = change->head_after;
    make_one(draft, change);
    drop_if_nothing(draft);
    return true;
}

void draft_make(Draft *draft, Str name, const DraftChange *change)
{
    if (grow_last(draft, change)) return;
    DraftStep *step;
    if (draft->is_group && draft->is_step_open)
        step = last_step(draft);
    else
        step = open_step(draft, draft->is_group ? draft->group_name : name);
    draft->is_step_open = draft->is_group;
    DraftChange *kept = ARENA_NEW(&draft->arena, DraftChange);
    *kept = *change;
    kept->previous = step->last;
    kept->next = NULL;
    *(step->last ? &step->last->next : &step->first) = kept;
    step->last = kept;
    make_one(draft, kept);
    draft->is_typing = change->kind == CHANGE_CARD || change->kind == CHANGE_HEAD;
}

void draft_seal(Draft *draft)
{
    draft->is_typing = false;
}

void draft_begin(Draft *draft, Str what)
{
    assert(!draft->is_group);
    draft->is_group = true;
    draft->is_step_open = draft->is_typing = false;
    draft->group_name = str_copy(&draft->arena, what);
}

bool draft_begin_if_alone(Draft *draft, Str what)
{
    if (draft->is_group) return false;
    draft_begin(draft, what);
    return true;
}

void draft_end(Draft *draft)
{
    assert(draft->is_group);
    draft->is_group = draft->is_step_open = draft->is_typing = false;
}

bool draft_undo(Draft *draft)
{
    assert(!draft->is_group);
    if (draft->done == 0) return false;
    for (const DraftChange *change = last_step(draft)->last; change; change = change->previous) {
        DraftChange reverse = reverse_of(change);
        make_one(draft, &reverse);
    }
    draft->done--;
    draft->is_typing = false;
    return true;
}

bool draft_redo(Draft *draft)
{
    assert(!draft->is_group);
    if (draft->done == draft->step_count) return false;
    draft->done++;
    for (const DraftChange *change = last_step(draft)->first; change; change = change->next)
        make_one(draft, change);
    draft->is_typing = false;
    return true;
}

Str draft_undo_name(const Draft *draft)
{
    return draft->done > 0 ? draft->steps[draft->done - 1].name : STR("");
}

Str draft_redo_name(const Draft *draft)
{
    return draft->done < draft->step_count ? draft->steps[draft->done].name : STR("");
}
