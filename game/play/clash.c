#include "play/clash.h"

#include <string.h>

#include "play/fold.h"

/* Texts are numbered by first appearance ("classes"). A term's definitions are those of all cards that have
   the term. */
struct Clash {
    uint32_t *term;            /* of a card */
    uint32_t *first, *classes; /* definition classes of a card: classes[first[card] .. first[card + 1]) */
    uint32_t *term_first;      /* likewise of a term, sorted */
    uint32_t *term_classes;
    uint64_t *keys; /* hash of each definition class, an open table of `mask + 1` places */
    uint32_t *numbers;
    uint64_t mask;
};

typedef struct {
    uint64_t *keys; /* 0: free */
    uint32_t *numbers;
    uint64_t mask;
    uint32_t count;
} ClassTable;

static void table_init(ClassTable *table, Arena *arena, uint64_t texts)
{
    uint64_t size = 16;
    while (size < texts * 2) size *= 2;
    *table = (ClassTable){.keys = ARENA_NEW_N(arena, uint64_t, size),
                          .numbers = ARENA_NEW_N(arena, uint32_t, size),
                          .mask = size - 1};
}

static uint64_t table_place(const uint64_t *keys, uint64_t mask, uint64_t hash)
{
    uint64_t at = hash & mask;
    while (keys[at] && keys[at] != hash) at = (at + 1) & mask;
    return at;
}

static uint64_t key_of(Arena *scratch, Str text)
{
    return fold_hash(scratch, text) | 1;
}

static uint32_t table_class(ClassTable *table, uint64_t hash)
{
    uint64_t at = table_place(table->keys, table->mask, hash);
    if (!table->keys[at]) {
        table->keys[at] = hash;
        table->numbers[at] = table->count++;
    }
    return table->numbers[at];
}

static uint32_t add_terms(Clash *clash, const Deck *deck, Arena *scratch)
{
    Arena texts;
    arena_init(&texts, 0);
    ClassTable table;
    table_init(&table, scratch, deck_count(deck));
    for (uint32_t card = 0; card < deck_count(deck); card++) {
        clash->term[card] = table_class(&table, key_of(&texts, deck_term(deck, card)));
        arena_reset(&texts);
    }
    arena_deinit(&texts);
    return table.count;
}

static void add_definitions(Clash *clash, const Deck *deck, Arena *arena)
{
    Arena texts;
    arena_init(&texts, 0);
    ClassTable table;
    table_init(&table, arena, clash->first[deck_count(deck)]);
    for (uint32_t card = 0; card < deck_count(deck); card++) {
        uint32_t *out = clash->classes + clash->first[card];
        for (uint32_t w = 0; w < deck_wording_count(deck, card); w++)
            out[w] = table_class(&table, key_of(&texts, deck_wording(deck, card, w)));
        arena_reset(&texts);
    }
    arena_deinit(&texts);
    clash->keys = table.keys;
    clash->numbers = table.numbers;
    clash->mask = table.mask;
}

static void sift(uint32_t *heap, uint32_t root, uint32_t count)
{
    for (uint32_t child; (child = 2 * root + 1) < count; root = child) {
        if (child + 1 < count && heap[child] < heap[child + 1]) child++;
        if (heap[root] >= heap[child]) return;
        uint32_t swapped = heap[root];
        heap[root] = heap[child];
        heap[child] = swapped;
    }
}

/* Heap sort: lists are short but for decks made to be slow. */
static void sort(uint32_t *values, uint32_t count)
{
    for (uint32_t i = count / 2; i-- > 0;) sift(values, i, count);
    for (uint32_t last = count; last-- > 1;) {
        uint32_t swapped = values[0];
        values[0] = values[last];
        values[last] = swapped;
        sift(values, 0, last);
    }
}

static void join_terms(Clash *clash, uint32_t cards, uint32_t terms, Arena *arena)
{
    clash->term_first = ARENA_NEW_N(arena, uint32_t, (size_t)terms + 2);
    clash->term_classes = ARENA_NEW_N(arena, uint32_t, clash->first[cards]);
    uint32_t *next = clash->term_first + 1; /* counts, then starts, then ends of each term */
    for (uint32_t card = 0; card < cards; card++)
        next[clash->term[card] + 1] += clash->first[card + 1] - clash->first[card];
    for (uint32_t term = 0; term < terms; term++) next[term + 1] += next[term];
    for (uint32_t card = 0; card < cards; card++)
        for (uint32_t i = clash->first[card]; i < clash->first[card + 1]; i++)
            clash->term_classes[next[clash->term[card]]++] = clash->classes[i];
    for (uint32_t term = 0; term < terms; term++)
        sort(clash->term_classes + clash->term_first[term],
             clash->term_first[term + 1] - clash->term_first[term]);
}

Clash *clash_make(Arena *arena, const Deck *deck)
{
    uint32_t cards = deck_count(deck);
    Clash *clash = ARENA_NEW(arena, Clash);
    clash->term = ARENA_NEW_N(arena, uint32_t, cards);
    clash->first = ARENA_NEW_N(arena, uint32_t, (size_t)cards + 1);
    for (uint32_t card = 0; card < cards; card++)
        clash->first[card + 1] = clash->first[card] + deck_wording_count(deck, card);
    clash->classes = ARENA_NEW_N(arena, uint32_t, clash->first[cards]);

    Arena scratch;
    arena_init(&scratch, 0);
    uint32_t terms = add_terms(clash, deck, &scratch);
    arena_deinit(&scratch);
    add_definitions(clash, deck, arena);
    join_terms(clash, cards, terms, arena);
    return clash;
}

static bool term_has(const Clash *clash, uint32_t term, uint32_t class)
{
    uint32_t low = clash->term_first[term], high = clash->term_first[term + 1];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (clash->term_classes[middle] == class) return true;
        if (clash->term_classes[middle] < class)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

static bool term_has_one_of(const Clash *clash, uint32_t term, uint32_t card)
{
    for (uint32_t i = clash->first[card]; i < clash->first[card + 1]; i++)
        if (term_has(clash, term, clash->classes[i])) return true;
    return false;
}

bool clash_is(const Clash *clash, uint32_t a, uint32_t b)
{
    return clash->term[a] == clash->term[b] || term_has_one_of(clash, clash->term[a], b) ||
           term_has_one_of(clash, clash->term[b], a);
}

bool clash_is_definition_of(const Clash *clash, uint32_t card, Str text)
{
    Arena scratch;
    arena_init(&scratch, 0);
    uint64_t hash = key_of(&scratch, text);
    arena_deinit(&scratch);
    uint64_t at = table_place(clash->keys, clash->mask, hash);
    return clash->keys[at] && term_has(clash, clash->term[card], clash->numbers[at]);
}
