#include "app/import_work.h"

#include "base/file.h"
#include "base/text.h"
#include "edit/deck_files.h"
#include "edit/draft_diff.h"

/* The cards alone, as drafts and decks take them. */
static const DeckCard *cards_of(const ImportResult *result, Arena *arena)
{
    DeckCard *cards = ARENA_NEW_N(arena, DeckCard, result->count + 1);
    for (size_t i = 0; i < result->count; i++) cards[i] = result->cards[i].card;
    return cards;
}

/* The player's deck with this id, else with this title; NULL: none. */
static const ShelfEntry *find_own(const ShelfEntry *entries, size_t count, const DeckHead *head,
                                  Arena *scratch)
{
    const ShelfEntry *same_title = NULL;
    Str title = text_fold(scratch, head->title);
    for (size_t i = 0; i < count; i++) {
        const ShelfEntry *entry = &entries[i];
        if (entry->origin != SHELF_PLAYERS || entry->is_bad) continue;
        if (head->id.size > 0 && str_is(entry->id, head->id)) return entry;
        if (!same_title && str_is(text_fold(scratch, entry->title), title)) same_title = entry;
    }
    return same_title;
}

static ImportUpdate update_of(Str path, const Draft *draft, const Diff *diff, Arena *arena)
{
    return (ImportUpdate){.is_there = true,
                          .path = str_copy(arena, path),
                          .id = str_copy(arena, draft_head(draft)->id),
                          .title = str_copy(arena, draft_head(draft)->title),
                          .fresh = diff->fresh,
                          .changed = diff->changed,
                          .gone = diff->gone,
                          .same = diff->same};
}

/* The file that the result may be a newer state of; empty: there is none. */
static Str find_target(const ImportShop *shop, const ImportResult *result, Arena *scratch)
{
    FileInfo info;
    if (shop->path) return file_info(shop->path, &info) && info.is_file ? str_of(shop->path) : STR("");
    ShelfEntry *entries;
    size_t count = shelf_list(shop->shelf, scratch, &entries);
    const ShelfEntry *own = find_own(entries, count, &result->head, scratch);
    return own ? own->path : STR("");
}

static bool compare(const ImportShop *shop, ImportReading *reading, Arena *scratch, Err *err)
{
    const ImportResult *result = &reading->result;
    reading->update = (ImportUpdate){.is_there = false};
    Str path = find_target(shop, result, scratch);
    if (path.size == 0) return true;
    DeckReport *report = ARENA_NEW(scratch, DeckReport);
    Draft *draft = draft_open(path.data, NULL, report);
    if (!draft)
        return err_set(err, "there is a file already, and it is no deck: %s",
                       deck_problem_line(scratch, path.data, &report->problems[0]).data);
    Diff diff = diff_make(draft, cards_of(result, scratch), result->count, result->fields, scratch);
    reading->update = update_of(path, draft, &diff, &reading->arena);
    draft_close(draft);
    return true;
}

bool import_work_compare(const ImportShop *shop, ImportReading *reading, Err *err)
{
    Arena scratch;
    arena_init(&scratch, 1 << 20);
    bool is_compared = compare(shop, reading, &scratch, err);
    arena_deinit(&scratch);
    return is_compared;
}

/* Those that were chosen are views of the choices, which are gone before the reading is. */
static void keep_separators(ImportReading *reading)
{
    ImportResult *result = &reading->result;
    result->side_separator = str_copy(&reading->arena, result->side_separator);
    result->card_separator = str_copy(&reading->arena, result->card_separator);
}

void import_work_read(const ImportShop *shop, Import *import, const ImportChoices *choices,
                      ImportReading *reading)
{
    reading->is_read = import_read(import, choices, &reading->arena, &reading->result, &reading->err);
    if (!reading->is_read) return;
    keep_separators(reading);
    /* A deck that went bad in the meantime is nothing to be updated. */
    if (!import_work_compare(shop, reading, NULL)) reading->update = (ImportUpdate){.is_there = false};
}

/* --- writing --- */

/* Before a text of several times that size is made in vain. */
static bool check_size(const ImportResult *result, Err *err)
{
    size_t bytes = 0;
    for (size_t i = 0; i < result->count; i++)
        bytes += result->cards[i].card.term.size + result->cards[i].card.definition.size;
    return bytes < DECK_MAX_FILE_BYTES ||
           err_set(err, "the deck would have %zu MiB of text; a deck may have at most %u", bytes >> 20,
                   DECK_MAX_FILE_BYTES >> 20);
}

/* A deck of our own format keeps its id where that is free. */
static Str free_id(const ImportShop *shop, const DeckHead *head, Arena *scratch)
{
    if (shop->path && head->id.size > 0) return head->id;
    if (shop->path) return text_repair(scratch, deck_file_stem(str_of(shop->path)));
    Str name = head->id.size > 0 ? head->id : head->title;
    DeckPlace place = deck_files_place(shop->folder, name, shop->shelf, scratch);
    return deck_files_free_id(&place, scratch);
}

/* A deck of ours goes in as it is, with all that other programs have put in it. */
static bool make_text(const ImportResult *result, const DeckHead *head, Arena *scratch, Str *out, Err *err)
{
    DeckReport *report = ARENA_NEW(scratch, DeckReport);
    bool is_same = str_is(head->title, result->head.title) &&
                   (result->head.id.size == 0 || str_is(head->id, result->head.id));
    Deck *deck =
        is_same && result->deck_text.size ? deck_read_text(result->deck_text, head->id, report) : NULL;
    deck_release(deck);
    *out = result->deck_text;
    return deck || deck_files_text(head, cards_of(result, scratch), result->count, scratch, out, err);
}

static bool put_new(const ImportShop *shop, Str text, ImportWritten *written, Err *err)
{
    written->path = shop->path ? str_copy(&written->arena, str_of(shop->path))
                               : deck_files_path(shop->folder, written->id, &written->arena);
    return shop->path ? file_write(shop->path, text, err) : file_write_new(written->path.data, text, err);
}

/* Another copy of the game may have given a deck the id meanwhile: then the next one is tried. */
static bool write_new(const ImportShop *shop, const ImportResult *result, Str title, Arena *scratch,
                      ImportWritten *written)
{
    DeckHead head = result->head;
    if (!str_is(head.title, title)) head.id = (Str){0};
    head.title = title;
    for (Str wanted = head.id;; head.id = wanted) {
        Str text;
        Err err = {0};
        head.id = free_id(shop, &head, scratch);
        if (!make_text(result, &head, scratch, &text, &written->err)) return false;
        written->id = str_copy(&written->arena, head.id);
        if (put_new(shop, text, written, &err)) return true;
        if (shop->path || !file_is_there(written->path.data)) return err_set(&written->err, "%s", err.text);
    }
}

/* The ids that the cards of the result have in the deck now; empty for one that is not in it. */
static Str *ids_in_draft(const Draft *draft, const DeckCard *cards, const ImportResult *result,
                         Arena *scratch)
{
    Str *ids = ARENA_NEW_N(scratch, Str, result->count + 1);
    Diff diff = diff_make(draft, cards, result->count, result->fields, scratch);
    for (size_t i = 0; i < diff.count; i++) {
        const DiffCard *card = &diff.cards[i];
        if (card->ours != DECK_NO_CARD && card->theirs != DECK_NO_CARD)
            ids[card->theirs] = draft_card(draft, card->ours)->id;
    }
    return ids;
}

/* A new deck has the cards in the order of the result. */
static Str *ids_in_deck(const Deck *deck, const ImportResult *result, Arena *scratch)
{
    Str *ids = ARENA_NEW_N(scratch, Str, result->count + 1);
    for (uint32_t i = 0; i < deck_count(deck) && i < result->count; i++) ids[i] = deck_card_id(deck, i);
    return ids;
}

static void keep_reviews(const ImportResult *result, const Str *ids, ImportWritten *written)
{
    written->reviews = ARENA_NEW_N(&written->arena, StoreReview, result->review_count + 1);
    Str *kept = ARENA_NEW_N(&written->arena, Str, result->count + 1);
    for (size_t i = 0; i < result->review_count; i++) {
        const ImportReview *review = &result->reviews[i];
        if (ids[review->card].size == 0) continue;
        if (kept[review->card].size == 0) kept[review->card] = str_copy(&written->arena, ids[review->card]);
        written->reviews[written->review_count++] = (StoreReview){.card_id = kept[review->card],
                                                                  .at_ms = review->at_ms,
                                                                  .grade = review->grade,
                                                                  .took_ms = review->took_ms};
    }
}

static bool write_update(const ImportReading *reading, bool removes_gone, Arena *scratch,
                         ImportWritten *written)
{
    const ImportResult *result = &reading->result;
    const char *path = reading->update.path.data;
    DeckReport *report = ARENA_NEW(scratch, DeckReport);
    Draft *draft = draft_open(path, NULL, report);
    if (!draft)
        return err_set(&written->err, "%s", deck_problem_line(scratch, path, &report->problems[0]).data);
    const DeckCard *cards = cards_of(result, scratch);
    Diff diff = diff_make(draft, cards, result->count, result->fields, scratch);
    diff_apply(draft, cards, &diff, removes_gone, STR("import"));
    bool is_saved = draft_save(draft, false, &written->err) == DRAFT_SAVED;
    if (!is_saved && !written->err.is_set)
        err_set(&written->err, "%s was changed by another program just now: nothing was written.", path);
    written->fresh = diff.fresh;
    written->changed = diff.changed;
    written->gone = removes_gone ? diff.gone : 0;
    written->id = str_copy(&written->arena, reading->update.id);
    written->path = str_copy(&written->arena, reading->update.path);
    if (is_saved && result->review_count > 0)
        keep_reviews(result, ids_in_draft(draft, cards, result, scratch), written);
    draft_close(draft);
    return is_saved;
}

/* The deck as it is now; NULL where nobody wants to know of its cards. */
static Deck *open_written(const ImportShop *shop, const ImportResult *result, const ImportWritten *written)
{
    if (!shop->path) {
        shelf_refresh(shop->shelf);
        shelf_wait(shop->shelf);
    }
    Err err = {0};
    if (result->review_count == 0) return NULL;
    return shop->path ? deck_load_file(shop->path, NULL) : shelf_find(shop->shelf, written->id, &err);
}

/* Its fingerprint, and of a new one its cards' ids. */
static void look_at_deck(const ImportShop *shop, const ImportResult *result, Arena *scratch,
                         ImportWritten *written)
{
    Deck *deck = open_written(shop, result, written);
    if (!deck) return;
    written->fingerprint = str_copy(&written->arena, deck_fingerprint(deck));
    if (!written->was_update) keep_reviews(result, ids_in_deck(deck, result, scratch), written);
    deck_release(deck);
}

static bool write_any(const ImportShop *shop, const ImportReading *reading, const ImportOrder *order,
                      Arena *scratch, ImportWritten *written)
{
    if (!check_size(&reading->result, &written->err)) return false;
    if (order->is_update) return write_update(reading, order->removes_gone, scratch, written);
    return write_new(shop, &reading->result, written->title, scratch, written);
}

void import_work_write(const ImportShop *shop, const ImportReading *reading, const ImportOrder *order,
                       ImportWritten *written)
{
    Arena scratch;
    arena_init(&scratch, 1 << 20);
    written->title = str_copy(&written->arena, order->is_update ? reading->update.title : order->title);
    written->was_update = order->is_update;
    written->cards = reading->result.count;
    written->is_written = write_any(shop, reading, order, &scratch, written);
    if (written->is_written) look_at_deck(shop, &reading->result, &scratch, written);
    arena_deinit(&scratch);
}
