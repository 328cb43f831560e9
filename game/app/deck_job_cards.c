/* Some cards by themselves: which they are, and a deck of them. */
#include "app/deck_job_parts.h"
#include "app/export_known.h"
#include "base/file.h"

Store *deck_job_open_store(DeckJob *job, Err *err)
{
    Store *store = store_open(job->store_folder);
    Str sentence;
    if (store_health(store, &job->arena, &sentence) != STORE_FAILING) return store;
    err_set(err, "%.*s", STR_FMT(sentence));
    store_close(store);
    return NULL;
}

static const uint32_t *pick_missed(DeckJob *job, const Deck *deck, size_t *count)
{
    uint32_t *cards = ARENA_NEW_N(&job->arena, uint32_t, deck_count(deck));
    bool *is_in = ARENA_NEW_N(&job->arena, bool, deck_count(deck));
    for (size_t i = 0; i < job->missed_count; i++) {
        uint32_t card = deck_find_card(deck, job->missed[i]);
        if (card != DECK_NO_CARD) is_in[card] = true;
    }
    for (uint32_t card = 0; card < deck_count(deck); card++)
        if (is_in[card]) cards[(*count)++] = card;
    return cards;
}

const uint32_t *deck_job_pick(DeckJob *job, Store *store, const Deck *deck, size_t *count)
{
    *count = 0;
    if (job->set == CARD_SET_MISSED) return pick_missed(job, deck, count);
    ExportKnown known = {.store = store, .deck = deck, .player = job->player, .now_ms = job->now_ms};
    ExportWish wish = {.is_weak = job->set == CARD_SET_WEAK, .is_starred = job->set == CARD_SET_STARRED};
    uint32_t *cards;
    export_known_read(&known, &job->arena);
    *count = export_known_choose(deck, &wish, &known, &job->arena, &cards);
    return cards;
}

/* --- a deck of them --- */

typedef struct {
    DeckHead head;
    DeckCard *cards;
    size_t count, room;
    Deck **decks; /* held until the file is written: their texts are not copied */
    size_t deck_count;
} Collected;

static void make_room(DeckJob *job, Collected *all, size_t needed)
{
    if (needed <= all->room) return;
    DeckCard *cards = ARENA_NEW_N(&job->arena, DeckCard, 2 * needed);
    for (size_t i = 0; i < all->count; i++) cards[i] = all->cards[i];
    all->cards = cards;
    all->room = 2 * needed;
}

/* The first deck says whose the texts are, and in which languages. Ids are left out: in the new deck they are
   other cards, and two decks may share one. */
static void add_deck(DeckJob *job, Store *store, Deck *deck, Collected *all)
{
    size_t count;
    const uint32_t *cards = deck_job_pick(job, store, deck, &count);
    all->decks[all->deck_count++] = deck;
    if (all->count == 0) all->head = deck_head_of(deck);
    make_room(job, all, all->count + count);
    for (size_t i = 0; i < count; i++) {
        DeckCard *copy = &all->cards[all->count++];
        *copy = deck_card_of(deck, cards[i], &job->arena);
        copy->id = (Str){0};
    }
}

/* A deck without an answer or a star need not be read. */
static bool may_have_some(DeckJob *job, Store *store, Str id)
{
    if (job->set == CARD_SET_STARRED) return store_starred_count(store, job->player.id, id) > 0;
    return store_mastery(store, job->player.id, id).cards > 0;
}

static void add_all(DeckJob *job, Store *store, Collected *all)
{
    ShelfEntry *decks;
    size_t count = shelf_list(job->shelf, &job->arena, &decks);
    all->decks = ARENA_NEW_N(&job->arena, Deck *, count + 1);
    for (size_t i = 0; i < count; i++) {
        if (decks[i].is_bad || !may_have_some(job, store, decks[i].id)) continue;
        Err unreadable = {0}; /* the others are still wanted */
        Deck *deck = shelf_find(job->shelf, decks[i].id, &unreadable);
        if (deck) add_deck(job, store, deck, all);
    }
}

static bool add_wanted(DeckJob *job, Store *store, Collected *all)
{
    if (job->source_id.size == 0) {
        add_all(job, store, all);
        return true;
    }
    all->decks = ARENA_NEW_N(&job->arena, Deck *, 1);
    Deck *deck = shelf_find(job->shelf, job->source_id, &job->err);
    if (deck) add_deck(job, store, deck, all);
    return deck != NULL;
}

static bool write_collected(DeckJob *job, Collected *all)
{
    Str text, id = deck_files_free_id(&job->place, &job->arena);
    job->is_empty = all->count == 0;
    if (job->is_empty) return true;
    all->head.id = id;
    all->head.title = job->place.title;
    all->head.description = job->description;
    if (!deck_files_text(&all->head, all->cards, all->count, &job->arena, &text, &job->err)) return false;
    if (!file_write_new(deck_files_path(job->place.folder, id, &job->arena).data, text, &job->err))
        return false;
    job->made = id;
    job->count = all->count;
    return true;
}

bool deck_job_collect(DeckJob *job)
{
    Collected all = {.count = 0};
    bool needs_store = job->set != CARD_SET_MISSED;
    Store *store = needs_store ? deck_job_open_store(job, &job->err) : NULL;
    if (needs_store && !store) return false;
    bool is_done = add_wanted(job, store, &all) && write_collected(job, &all);
    if (store) store_close(store);
    for (size_t i = 0; i < all.deck_count; i++) deck_release(all.decks[i]);
    return is_done;
}
