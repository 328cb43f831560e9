/* Ids of cards: who has which, and which the file must say. */
#include <stdio.h>
#include <stdlib.h>

#include "deck/deck_id.h"
#include "edit/draft_model.h"

struct DraftIds {
    Arena arena;
    StrTable table;  /* of all items up to `seen` */
    uint32_t *items; /* by number in the table: an item, the others behind it by `next_of_id` */
    size_t room;
    uint32_t seen;
};

DraftIds *draft_ids_open(void)
{
    DraftIds *ids = malloc(sizeof *ids);
    if (!ids) err_fatal("out of memory: no room for the ids of a draft");
    *ids = (DraftIds){.seen = 0};
    arena_init(&ids->arena, 0);
    return ids;
}

void draft_ids_close(DraftIds *ids)
{
    arena_deinit(&ids->arena);
    free(ids);
}

static void enter(const Draft *draft, uint32_t item, Str id)
{
    DraftIds *ids = draft->ids;
    uint32_t known = ids->table.count, number = str_table_add(&ids->table, id);
    ids->items = draft_grow(&ids->arena, ids->items, &ids->room, ids->table.count, sizeof *ids->items);
    draft->items[item].next_of_id = number == known ? DECK_NO_CARD : ids->items[number];
    ids->items[number] = item;
}

/* An item that has this id, in the order or not, the others behind it; DECK_NO_CARD if there is none. */
static uint32_t items_of_id(const Draft *draft, Str id)
{
    DraftIds *ids = draft->ids;
    if (!ids->table.arena) str_table_init(&ids->table, &ids->arena, draft->item_count);
    for (; ids->seen < draft->item_count; ids->seen++) {
        Str own = draft->items[ids->seen].now->card.id;
        if (own.size > 0) enter(draft, ids->seen, own);
    }
    uint32_t number = str_table_find(&ids->table, id);
    return number == STR_TABLE_NONE ? DECK_NO_CARD : ids->items[number];
}

uint32_t draft_item_in_order(const Draft *draft, Str id)
{
    uint32_t item = items_of_id(draft, id);
    while (item != DECK_NO_CARD && !draft->items[item].is_in) item = draft->items[item].next_of_id;
    return item;
}

uint32_t draft_find(const Draft *draft, Str id)
{
    uint32_t item = draft_item_in_order(draft, id);
    if (item == DECK_NO_CARD) return DECK_NO_CARD;
    uint32_t card = 0;
    while (draft->order[card] != item) card++;
    return card;
}

Str draft_free_id(const Draft *draft, Str id)
{
    if (id.size > DECK_MAX_TEXT_BYTES || str_is_blank(id)) return STR("");
    return draft_item_in_order(draft, id) == DECK_NO_CARD ? id : STR("");
}

void draft_give_id(Draft *draft, uint32_t item, Str id)
{
    Str kept = str_copy(&draft->arena, id);
    for (DraftState *state = draft->items[item].newest; state; state = state->older) state->card.id = kept;
    if (item < draft->ids->seen) enter(draft, item, kept);
}

/* Between which numbers of steps an item is in the order. */
typedef struct {
    size_t born, died;
} Life;

static void live_through(Life *lives, const DraftChange *change, size_t step)
{
    if (change->kind != CHANGE_IN && change->kind != CHANGE_OUT) return;
    for (size_t i = 0; i < change->count; i++) {
        Life *life = &lives[change->spots[i].item];
        if (change->kind == CHANGE_OUT)
            life->died = step;
        else if (life->born < step && life->died == step) /* moved */
            life->died = DRAFT_NEVER;
        else
            *life = (Life){step, DRAFT_NEVER};
    }
}

static Life *lives_of(const Draft *draft, Arena *arena)
{
    Life *lives = ARENA_NEW_N(arena, Life, draft->item_count);
    for (uint32_t item = 0; item < draft->first_items; item++) lives[item].died = DRAFT_NEVER;
    for (size_t step = 1; step <= draft->step_count; step++)
        for (const DraftChange *change = draft->steps[step - 1].first; change; change = change->next)
            live_through(lives, change, step);
    return lives;
}

typedef struct {
    Draft *draft;
    DraftIdPlan *plan;
    Arena arena, scratch; /* of the planning, and of one id */
    Life *lives;          /* NULL until one is asked for */
    StrTable taken;       /* by cards in the order */
    StrTable bases;       /* made ids that were taken */
    uint32_t *numbers;    /* by base: the next to try behind it */
    size_t number_room;
    char made[DECK_MADE_ID_BYTES], numbered[DECK_MADE_ID_BYTES + 16];
} Planner;

/* Undo or redo could bring an item back beside this one: then it keeps its id from it. */
static bool may_meet(Planner *p, uint32_t a, uint32_t b)
{
    if (!p->lives) p->lives = lives_of(p->draft, &p->arena);
    Life x = p->lives[a], y = p->lives[b];
    return (x.born > y.born ? x.born : y.born) < (x.died < y.died ? x.died : y.died);
}

static bool is_free_for(Planner *p, uint32_t item, Str id)
{
    if (str_table_find(&p->taken, id) != STR_TABLE_NONE) return false;
    uint32_t other = items_of_id(p->draft, id);
    for (; other != DECK_NO_CARD; other = p->draft->items[other].next_of_id)
        if (!p->draft->items[other].is_in && may_meet(p, item, other)) return false;
    return true;
}

static Str made_id(Planner *p, uint32_t item)
{
    arena_reset(&p->scratch);
    return (Str){p->made, deck_id_make(p->draft->items[item].now->card.term, &p->scratch, p->made)};
}

/* How many of the base's numbers were tried; to be changed. */
static uint32_t *tried_of(Planner *p, Str base)
{
    uint32_t number = str_table_add_copy(&p->bases, base);
    p->numbers = draft_grow(&p->arena, p->numbers, &p->number_room, p->bases.count, sizeof *p->numbers);
    return &p->numbers[number];
}

static Str numbered(Planner *p, Str base, uint32_t tried)
{
    int size = snprintf(p->numbered, sizeof p->numbered, "%.*s-%u", STR_FMT(base), (unsigned)tried + 2);
    return (Str){p->numbered, (size_t)size};
}

static Str new_id(Planner *p, uint32_t item)
{
    Str base = made_id(p, item), id = base;
    if (is_free_for(p, item, id)) return id;
    for (uint32_t *tried = tried_of(p, base);; ++*tried) {
        id = numbered(p, base, *tried);
        if (is_free_for(p, item, id)) return id;
    }
}

/* The id that the loader gives a card without one whose predecessors have theirs: see deck_build.c. */
static bool is_made(Planner *p, uint32_t item, Str id)
{
    Str base = made_id(p, item);
    if (str_is(id, base)) return true;
    if (str_table_find(&p->taken, base) == STR_TABLE_NONE) return false;
    uint32_t *tried = tried_of(p, base);
    Str next = numbered(p, base, *tried);
    while (str_table_find(&p->taken, next) != STR_TABLE_NONE) next = numbered(p, base, ++*tried);
    return str_is(id, next);
}

static bool is_id_in_text(DraftItem *item)
{
    if (item->text.size == 0) return item->now->card.id.size > 0;
    if (item->id_text == ID_UNKNOWN) {
        JsonParts parts = json_parts(item->text);
        JsonPart part;
        item->id_text = ID_LEFT_OUT;
        while (item->id_text == ID_LEFT_OUT && json_parts_next(&parts, &part))
            if (json_part_is(&part, STR("id"))) item->id_text = ID_WRITTEN;
    }
    return item->id_text == ID_WRITTEN;
}

static void begin(Planner *p)
{
    arena_reset(&p->arena);
    str_table_init(&p->taken, &p->arena, p->draft->count);
    str_table_init(&p->bases, &p->arena, 0);
    p->lives = NULL;
    p->numbers = NULL;
    p->number_room = 0;
}

static void plan_new(Planner *p, Arena *arena)
{
    const Draft *draft = p->draft;
    begin(p);
    for (uint32_t card = 0; card < draft->count; card++) {
        p->plan[card].id = draft_card(draft, card)->id;
        if (p->plan[card].id.size > 0) str_table_add(&p->taken, p->plan[card].id);
    }
    for (uint32_t card = 0; card < draft->count; card++) {
        if (p->plan[card].id.size > 0 || card_is_blank(draft_card(draft, card))) continue;
        p->plan[card].id = str_copy(arena, new_id(p, draft->order[card]));
        str_table_add(&p->taken, p->plan[card].id);
    }
}

/* Explicit ones first, as the loader does. A card that turns out to need its id in the file takes none away
   from those before it: what they were given came before it in the numbers too. */
static void plan_written(Planner *p)
{
    Draft *draft = p->draft;
    begin(p);
    for (uint32_t card = 0; card < draft->count; card++) {
        p->plan[card].is_written = is_id_in_text(draft_item(draft, card));
        if (card_is_blank(draft_card(draft, card)))
            p->plan[card].id = STR("");
        else if (p->plan[card].is_written)
            str_table_add(&p->taken, p->plan[card].id);
    }
    for (uint32_t card = 0; card < draft->count; card++) {
        DraftIdPlan *plan = &p->plan[card];
        if (plan->is_written || plan->id.size == 0) continue;
        plan->is_written = !is_made(p, draft->order[card], plan->id);
        str_table_add(&p->taken, plan->id);
    }
}

DraftIdPlan *draft_plan_ids(Draft *draft, Arena *arena)
{
    Planner planner = {.draft = draft, .plan = ARENA_NEW_N(arena, DraftIdPlan, draft->count)};
    arena_init(&planner.arena, 0);
    arena_init(&planner.scratch, 0);
    plan_new(&planner, arena);
    plan_written(&planner);
    arena_deinit(&planner.arena);
    arena_deinit(&planner.scratch);
    return planner.plan;
}
