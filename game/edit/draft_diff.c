#include "edit/draft_diff.h"

#include <string.h>

#include "base/text.h"
#include "edit/draft_model.h"

typedef struct {
    const Draft *ours;
    const DeckCard *theirs;
    uint32_t ours_count, theirs_count;
    uint32_t *ours_of, *theirs_of; /* by the other side's place; DECK_NO_CARD: none yet */
    Arena arena;
} Matcher;

static uint32_t *make_places(Arena *arena, uint32_t count)
{
    uint32_t *places = ARENA_NEW_N(arena, uint32_t, count);
    if (count > 0) memset(places, 0xff, count * sizeof *places);
    return places;
}

static void match(Matcher *m, uint32_t ours, uint32_t theirs)
{
    m->ours_of[theirs] = ours;
    m->theirs_of[ours] = theirs;
}

static void match_ids(Matcher *m)
{
    StrTable ids;
    uint32_t *holders = ARENA_NEW_N(&m->arena, uint32_t, m->ours_count);
    str_table_init(&ids, &m->arena, m->ours_count);
    for (uint32_t i = 0; i < m->ours_count; i++) {
        Str id = draft_card(m->ours, i)->id;
        if (id.size > 0) holders[str_table_add(&ids, id)] = i;
    }
    for (uint32_t i = 0; i < m->theirs_count; i++) {
        Str id = m->theirs[i].id;
        uint32_t number = id.size > 0 ? str_table_find(&ids, id) : STR_TABLE_NONE;
        if (number != STR_TABLE_NONE && m->theirs_of[holders[number]] == DECK_NO_CARD)
            match(m, holders[number], i);
    }
}

typedef enum { BY_PAIR, BY_TERM, BY_DEFINITION } Sameness;

/* Empty: cannot be matched so. */
static Str key_of(const DeckCard *card, Sameness by, Arena *arena)
{
    if (by == BY_TERM) return text_fold(arena, card->term);
    if (by == BY_DEFINITION) return text_fold(arena, card->definition);
    Str term = text_fold(arena, card->term), definition = text_fold(arena, card->definition);
    return str_format(arena, "%.*s\n%.*s", STR_FMT(term), STR_FMT(definition));
}

/* The cards of one key that are not matched yet; those of ours in a chain. */
typedef struct {
    uint32_t ours, last_ours, theirs;
    uint32_t ours_count, theirs_count;
} Namesakes;

typedef struct {
    StrTable keys;
    Namesakes *all; /* by key */
    size_t room;
    uint32_t *next; /* of ours */
} KeyTable;

static Namesakes *namesakes_of(Matcher *m, KeyTable *table, const DeckCard *card, Sameness by)
{
    Str key = key_of(card, by, &m->arena);
    if (key.size == 0) return NULL;
    uint32_t number = str_table_add(&table->keys, key);
    table->all = draft_grow(&m->arena, table->all, &table->room, table->keys.count, sizeof *table->all);
    return &table->all[number];
}

static void enter_ours(Matcher *m, KeyTable *table, uint32_t ours, Sameness by)
{
    Namesakes *same = namesakes_of(m, table, draft_card(m->ours, ours), by);
    if (!same) return;
    if (same->ours_count++ == 0)
        same->ours = ours;
    else
        table->next[same->last_ours] = ours;
    same->last_ours = ours;
}

static void enter_theirs(Matcher *m, KeyTable *table, uint32_t theirs, Sameness by)
{
    Namesakes *same = namesakes_of(m, table, &m->theirs[theirs], by);
    if (!same) return;
    same->theirs_count++;
    same->theirs = theirs;
    if (by != BY_PAIR || same->ours_count == 0) return;
    uint32_t ours = same->ours; /* equal ones in their order */
    same->ours = table->next[ours];
    same->ours_count--;
    match(m, ours, theirs);
}

static void match_by(Matcher *m, Sameness by)
{
    KeyTable table = {.next = make_places(&m->arena, m->ours_count)};
    str_table_init(&table.keys, &m->arena, 0);
    for (uint32_t i = 0; i < m->ours_count; i++)
        if (m->theirs_of[i] == DECK_NO_CARD) enter_ours(m, &table, i, by);
    for (uint32_t i = 0; i < m->theirs_count; i++)
        if (m->ours_of[i] == DECK_NO_CARD) enter_theirs(m, &table, i, by);
    if (by == BY_PAIR) return;
    for (uint32_t i = 0; i < table.keys.count; i++)
        if (table.all[i].ours_count == 1 && table.all[i].theirs_count == 1)
            match(m, table.all[i].ours, table.all[i].theirs);
}

static void add(Diff *diff, DiffCard card)
{
    diff->cards[diff->count++] = card;
    switch (card.kind) {
    case DIFF_SAME: diff->same++; break;
    case DIFF_NEW: diff->fresh++; break;
    case DIFF_CHANGED: diff->changed++; break;
    case DIFF_GONE: diff->gone++; break;
    }
}

/* Those from this place on that theirs lacks. A blank card is in no file. */
static void add_gone(Diff *diff, const Matcher *m, uint32_t from)
{
    for (uint32_t ours = from; ours < m->ours_count && m->theirs_of[ours] == DECK_NO_CARD; ours++)
        if (!card_is_blank(draft_card(m->ours, ours)))
            add(diff, (DiffCard){DIFF_GONE, ours, DECK_NO_CARD, 0});
}

static void add_theirs(Diff *diff, const Matcher *m, uint32_t theirs, unsigned fields)
{
    uint32_t ours = m->ours_of[theirs];
    if (ours == DECK_NO_CARD) {
        add(diff, (DiffCard){DIFF_NEW, DECK_NO_CARD, theirs, 0});
        return;
    }
    unsigned differing = card_differences(draft_card(m->ours, ours), &m->theirs[theirs]) & fields;
    add(diff, (DiffCard){differing ? DIFF_CHANGED : DIFF_SAME, ours, theirs, differing});
    add_gone(diff, m, ours + 1);
}

static bool is_moved(const Matcher *m)
{
    uint32_t last = 0;
    for (uint32_t i = 0; i < m->theirs_count; i++) {
        if (m->ours_of[i] == DECK_NO_CARD) continue;
        if (m->ours_of[i] < last) return true;
        last = m->ours_of[i];
    }
    return false;
}

Diff diff_make(const Draft *ours, const DeckCard *theirs, size_t count, unsigned fields, Arena *arena)
{
    Matcher m = {
        .ours = ours, .theirs = theirs, .ours_count = draft_count(ours), .theirs_count = (uint32_t)count};
    arena_init(&m.arena, 0);
    m.ours_of = make_places(&m.arena, m.theirs_count);
    m.theirs_of = make_places(&m.arena, m.ours_count);
    match_ids(&m);
    for (Sameness by = BY_PAIR; by <= BY_DEFINITION; by++) match_by(&m, by);
    Diff diff = {.cards = ARENA_NEW_N(arena, DiffCard, count + draft_count(ours)),
                 .version = draft_version(ours),
                 .is_moved = is_moved(&m)};
    add_gone(&diff, &m, 0);
    for (uint32_t i = 0; i < m.theirs_count; i++) add_theirs(&diff, &m, i, fields);
    arena_deinit(&m.arena);
    return diff;
}

Diff diff_choose(const Diff *diff, const bool *takes_theirs, bool takes_order, Arena *arena)
{
    Diff chosen = {.cards = ARENA_NEW_N(arena, DiffCard, diff->count),
                   .is_moved = diff->is_moved && takes_order,
                   .version = diff->version};
    for (size_t i = 0; i < diff->count; i++) {
        DiffCard card = diff->cards[i];
        if (card.kind == DIFF_NEW && !takes_theirs[i]) continue;
        if (!takes_theirs[i]) card.kind = DIFF_SAME;
        add(&chosen, card);
    }
    return chosen;
}
