#include "store/store_book.h"

#include <string.h>

#include "store/store_learner.h"
#include "store/store_rebuild.h"
#include "store/store_rows.h"

#define CARDS_MAX 100000 /* kept from one transaction to the next */

void store_book_init(StoreBook *book, StoreDb *db)
{
    *book = (StoreBook){.db = db};
    arena_init(&book->arena, 0);
}

void store_book_deinit(StoreBook *book)
{
    arena_deinit(&book->arena);
}

void store_book_forget(StoreBook *book)
{
    store_book_deinit(book);
    store_book_init(book, book->db);
}

int store_book_begin(StoreBook *book)
{
    int64_t version = 0;
    int code = store_db_number(book->db, "PRAGMA data_version", &version);
    if (code != SQLITE_OK) return code;
    if (version != book->data_version || book->count > CARDS_MAX) store_book_forget(book);
    book->data_version = version;
    return SQLITE_OK;
}

/* --- cards --- */

static uint64_t hash_of(const BookStudy *study, Str card_id)
{
    return str_hash(card_id, (uint64_t)study->id * UINT64_C(0x9e3779b97f4a7c15) + 1);
}

/* The slot that holds the card, or where it would go. */
static BookCard **find_slot(const StoreBook *book, const BookStudy *study, Str card_id)
{
    size_t at = (size_t)hash_of(study, card_id) & (book->capacity - 1);
    for (;; at = (at + 1) & (book->capacity - 1)) {
        const BookCard *card = book->table[at];
        if (card == NULL || (card->study == study && str_is(card->kept.card_id, card_id)))
            return &book->table[at];
    }
}

static void grow(StoreBook *book)
{
    size_t capacity = book->capacity;
    BookCard **table = book->table;
    book->capacity = capacity == 0 ? 256 : capacity * 4;
    book->table = ARENA_NEW_N(&book->arena, BookCard *, book->capacity);
    for (size_t i = 0; i < capacity; i++)
        if (table[i] != NULL) *find_slot(book, table[i]->study, table[i]->kept.card_id) = table[i];
}

static BookCard *find_card(StoreBook *book, const BookStudy *study, Str card_id)
{
    if (book->count * 4 >= book->capacity) grow(book);
    return *find_slot(book, study, card_id);
}

static BookCard *add_card(StoreBook *book, BookStudy *study, const StoreCard *kept)
{
    BookCard *card = ARENA_NEW(&book->arena, BookCard);
    *card = (BookCard){.next = study->cards, .study = study, .kept = *kept};
    card->kept.card_id = str_copy(&book->arena, kept->card_id);
    study->cards = card;
    *find_slot(book, study, card->kept.card_id) = card;
    book->count++;
    return card;
}

int store_book_card(StoreBook *book, BookStudy *study, Str card_id, BookCard **out)
{
    *out = find_card(book, study, card_id);
    if (*out != NULL) return SQLITE_OK;
    StoreCard kept = {.card_id = card_id, .due_ms = INT64_MAX};
    int code = study->has_all_cards ? SQLITE_OK : store_rows_card(book->db, study->id, &kept);
    if (code == SQLITE_OK) *out = add_card(book, study, &kept);
    return code;
}

int store_book_all_cards(StoreBook *book, BookStudy *study)
{
    if (study->has_all_cards) return SQLITE_OK;
    Arena arena;
    arena_init(&arena, 0);
    StoreCard *kept;
    size_t count;
    int code = store_rows_cards(book->db, study->id, &arena, &kept, &count);
    for (size_t i = 0; code == SQLITE_OK && i < count; i++)
        if (find_card(book, study, kept[i].card_id) == NULL) add_card(book, study, &kept[i]);
    study->has_all_cards = code == SQLITE_OK;
    arena_deinit(&arena);
    return code;
}

void store_book_touch(StoreBook *book, BookCard *card)
{
    if (card->is_dirty) return;
    card->is_dirty = true;
    card->next_dirty = book->dirty;
    book->dirty = card;
    book->dirty_count++;
}

int64_t store_book_due_ms(BookCard *card)
{
    const BookPlayer *player = card->study->player;
    if (card->is_due_behind)
        card->kept.due_ms =
            card_memory_due_ms(&player->memory, &card->kept.memory, player->retention_percent / 100.0);
    card->is_due_behind = false;
    return card->kept.due_ms;
}

/* --- decks --- */

/* By its id, or by the deck where that is 0. The one that was found comes first: the next answer is most
 * often to the same deck. */
static BookStudy *find_study(BookPlayer *player, int64_t id, Str deck_id)
{
    for (BookStudy **link = &player->studies; *link != NULL; link = &(*link)->next) {
        BookStudy *study = *link;
        bool is_it = id != 0 ? study->id == id : str_is(study->deck_id, deck_id);
        if (!is_it) continue;
        *link = study->next;
        study->next = player->studies;
        player->studies = study;
        return study;
    }
    return NULL;
}

BookStudy *store_book_find_study(BookPlayer *player, int64_t id)
{
    return find_study(player, id, STR(""));
}

static int read_study(StoreBook *book, BookStudy *study, bool is_made)
{
    int code = store_rows_study(book->db, study);
    if (code == SQLITE_OK && study->id == 0 && is_made) code = store_rows_add_study(book->db, study);
    if (code == SQLITE_OK && study->id != 0) code = store_rows_session(book->db, study, &book->arena);
    return code;
}

int store_book_study(StoreBook *book, int64_t player_id, Str deck_id, bool is_made, BookStudy **out)
{
    *out = NULL;
    BookPlayer *player;
    int code = store_book_player(book, player_id, &player);
    if (code != SQLITE_OK || (*out = find_study(player, 0, deck_id)) != NULL) return code;
    BookStudy *study = ARENA_NEW(&book->arena, BookStudy);
    *study = (BookStudy){.player = player, .deck_id = str_copy(&book->arena, deck_id)};
    code = read_study(book, study, is_made);
    if (code != SQLITE_OK || study->id == 0) return code;
    if (player->is_remade) code = store_book_all_cards(book, study);
    study->next = player->studies;
    player->studies = study;
    *out = study;
    return code;
}

/* --- players --- */

int store_book_all_studies(StoreBook *book, BookPlayer *player)
{
    Arena arena;
    arena_init(&arena, 0);
    Str *decks;
    size_t count;
    BookStudy *study;
    int code = store_rows_decks(book->db, player->id, &arena, &decks, &count);
    for (size_t i = 0; code == SQLITE_OK && i < count; i++)
        code = store_book_study(book, player->id, decks[i], false, &study);
    arena_deinit(&arena);
    return code;
}

/* Another retention: every card is due at another time. */
static int change_retention(StoreBook *book, BookPlayer *player)
{
    player->is_dirty = true;
    int code = store_book_all_studies(book, player);
    for (BookStudy *study = player->studies; code == SQLITE_OK && study != NULL; study = study->next) {
        code = store_book_all_cards(book, study);
        for (BookCard *card = study->cards; card != NULL; card = card->next) {
            card->is_due_behind = true;
            store_book_touch(book, card);
        }
    }
    return code;
}

/* As the player's settings want it; `made_by` is what the memories in the table were made by. */
static int read_player(StoreBook *book, int64_t id, BookPlayer **out, StoreChoice *made_by)
{
    StoreChoice wanted;
    BookPlayer *player = ARENA_NEW(&book->arena, BookPlayer);
    *player = (BookPlayer){.next = book->players, .id = id};
    int code = store_rows_choice(book->db, id, &wanted);
    *made_by = wanted;
    if (code == SQLITE_OK) code = store_rows_learner(book->db, id, made_by, &player->learner);
    player->memory = memory_make(wanted.model);
    player->retention_percent = wanted.retention_percent;
    if (code == SQLITE_OK) book->players = player;
    *out = player;
    return code;
}

int store_book_player(StoreBook *book, int64_t id, BookPlayer **out)
{
    for (*out = book->players; *out != NULL; *out = (*out)->next)
        if ((*out)->id == id) return SQLITE_OK;
    StoreChoice made_by;
    int code = read_player(book, id, out, &made_by);
    if (code != SQLITE_OK) return code;
    if (made_by.model != (*out)->memory.model) return store_rebuild_player(book, *out, NULL);
    code = store_learner_paces(book->db, id, &(*out)->learner);
    if (code == SQLITE_OK && made_by.retention_percent != (*out)->retention_percent)
        code = change_retention(book, *out);
    return code;
}

int store_book_remake_player(StoreBook *book, int64_t id, int64_t *answers)
{
    BookPlayer *player;
    StoreChoice made_by;
    int code = read_player(book, id, &player, &made_by);
    return code == SQLITE_OK ? store_rebuild_player(book, player, answers) : code;
}
