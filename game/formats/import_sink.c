#include "formats/import_sink.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "edit/card_fields.h"

/* Each has a place of its own beside its text: so many, and what comes of them, stay within 512 MiB. */
#define MAX_LISTED 4000000

void *import_grow(Arena *arena, void *items, size_t count, size_t *room, size_t size)
{
    if (count < *room) return items;
    size_t new_room = *room ? 2 * *room : 16;
    void *new_items = arena_alloc_n(arena, new_room, size);
    if (count) memcpy(new_items, items, count * size);
    *room = new_room;
    return new_items;
}

void import_sink_begin(ImportSink *sink)
{
    ImportSinkInner *inner = ARENA_NEW(sink->scratch, ImportSinkInner);
    import_same_init(&inner->same);
    import_same_init(&inner->ids);
    import_same_init(&inner->groups);
    arena_init(&inner->folding, 0);
    arena_init(&inner->lists, 0);
    sink->inner = inner;
    sink->tag_separators = "\n\r,;";
    sink->list_separator = STR(" | ");
    sink->result->fields = CARD_TERM | CARD_DEFINITION;
}

void import_sink_close(ImportSink *sink)
{
    import_same_deinit(&sink->inner->same);
    import_same_deinit(&sink->inner->ids);
    import_same_deinit(&sink->inner->groups);
    arena_deinit(&sink->inner->folding);
    arena_deinit(&sink->inner->lists);
}

void import_expect_cards(ImportSink *sink, size_t most)
{
    ImportResult *result = sink->result;
    size_t room = most < DECK_MAX_CARDS ? most : DECK_MAX_CARDS;
    if (result->count > 0 || room <= sink->inner->card_room) return;
    result->cards = ARENA_NEW_N(sink->arena, ImportCard, room);
    sink->inner->card_room = room;
    import_same_expect(&sink->inner->same, room);
    import_same_expect(&sink->inner->ids, room);
}

/* --- notices --- */

static size_t *counter_of(ImportResult *result, NoticeKind kind)
{
    switch (kind) {
    case NOTICE_DROPPED: return &result->dropped;
    case NOTICE_DUPLICATE: return &result->duplicates;
    case NOTICE_DOUBT: break;
    }
    return &result->doubts;
}

void import_notice(ImportSink *sink, NoticeKind kind, int32_t line, const char *format, ...)
{
    ImportResult *result = sink->result;
    ++*counter_of(result, kind);
    bool is_full = result->notice_count == IMPORT_MAX_NOTICES;
    if (is_full && line > 0) return;
    char text[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    result->notices = import_grow(sink->arena, result->notices, result->notice_count,
                                  &sink->inner->notice_room, sizeof *result->notices);
    if (is_full) result->notice_count--; /* what is said of the whole file goes before its thousandth line */
    result->notices[result->notice_count++] = (ImportNotice){kind, line, str_copy(sink->arena, str_of(text))};
}

bool import_error(const ImportSource *source, int32_t line, Err *err, const char *format, ...)
{
    char text[384];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (line == 0) return err_set(err, "%.*s: %s", STR_FMT(source->name), text);
    return err_set(err, "%.*s:%d: %s", STR_FMT(source->name), (int)line, text);
}

/* --- what is the same --- */

static uint64_t hash_card(ImportSink *sink, const DeckCard *card)
{
    Arena *folding = &sink->inner->folding;
    arena_reset(folding);
    uint64_t hash = str_hash_here(text_fold(folding, card->term), 0);
    return str_hash_here(text_fold(folding, card->definition), hash);
}

static bool is_same(ImportSink *sink, const DeckCard *a, const DeckCard *b)
{
    Arena *folding = &sink->inner->folding;
    return str_is(text_fold(folding, a->term), text_fold(folding, b->term)) &&
           str_is(text_fold(folding, a->definition), text_fold(folding, b->definition));
}

/* The earlier card of this term and definition; else this one is entered. */
static uint32_t find_same(ImportSink *sink, const DeckCard *card)
{
    ImportSame *same = &sink->inner->same;
    uint64_t hash = hash_card(sink, card);
    size_t at = IMPORT_SAME_BEGIN;
    for (uint32_t other; (other = import_same_next(same, hash, &at)) != UINT32_MAX;)
        if (is_same(sink, &sink->result->cards[other].card, card)) return other;
    import_same_add(same, hash, (uint32_t)sink->result->count);
    return DECK_NO_CARD;
}

/* What a card's number counts. */
static const char *place_word(const ImportSink *sink)
{
    return sink->result->format == IMPORT_ANKI_PACKAGE ? "note" : "line";
}

/* An id that an earlier card has is left off. */
static void settle_id(ImportSink *sink, ImportCard *card)
{
    Str *id = &card->card.id;
    if (id->size == 0) return;
    ImportSame *ids = &sink->inner->ids;
    uint64_t hash = str_hash_here(*id, 0);
    size_t at = IMPORT_SAME_BEGIN;
    for (uint32_t other; (other = import_same_next(ids, hash, &at)) != UINT32_MAX;) {
        const ImportCard *before = &sink->result->cards[other];
        if (!str_is(before->card.id, *id)) continue;
        import_notice(sink, NOTICE_DOUBT, card->line, "its id is that of %s %d: it gets another",
                      place_word(sink), (int)before->line);
        *id = STR("");
        return;
    }
    import_same_add(ids, hash, (uint32_t)sink->result->count);
}

/* --- limits --- */

/* Why there can be no such card; NULL: there can. */
static const char *find_fault(const DeckCard *card)
{
    bool has_term = !str_is_blank(card->term), has_definition = !str_is_blank(card->definition);
    if (!has_term) return has_definition ? "has no term" : "is empty";
    if (!has_definition) return "has no definition";
    if (card->term.size > DECK_MAX_TEXT_BYTES) return "its term has over 64 KiB";
    if (card->definition.size > DECK_MAX_TEXT_BYTES) return "its definition has over 64 KiB";
    return NULL;
}

static void cut_text(ImportSink *sink, const ImportCard *card, Str *text, const char *what)
{
    if (text->size <= DECK_MAX_TEXT_BYTES) return;
    import_notice(sink, NOTICE_DOUBT, card->line, "its %s has over 64 KiB and was left out", what);
    *text = STR("");
}

/* Only what a deck can hold stays in the list. */
static void cut_list(ImportSink *sink, const ImportCard *card, DeckTexts *list, const char *what)
{
    size_t kept = 0;
    Str *items = ARENA_NEW_N(&sink->inner->lists, Str, list->count);
    for (size_t i = 0; i < list->count; i++) {
        items[kept] = list->items[i];
        cut_text(sink, card, &items[kept], what);
        if (!str_is_blank(items[kept])) kept++;
    }
    *list = (DeckTexts){items, kept};
}

static bool is_list_right(const DeckTexts *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].size > DECK_MAX_TEXT_BYTES || str_is_blank(list->items[i])) return false;
    return true;
}

static void check_list(ImportSink *sink, const ImportCard *card, DeckTexts *list, const char *what)
{
    if (!is_list_right(list)) cut_list(sink, card, list, what);
}

static void check_lists(ImportSink *sink, ImportCard *card)
{
    check_list(sink, card, &card->card.wordings, "wording");
    check_list(sink, card, &card->card.accepts, "accepted answer");
    check_list(sink, card, &card->card.distractors, "wrong option");
    check_list(sink, card, &card->card.tags, "tag");
    cut_text(sink, card, &card->card.hint, "hint");
    cut_text(sink, card, &card->card.id, "id");
    DeckTexts *tags = &card->card.tags;
    if (tags->count <= DECK_MAX_TAGS) return;
    import_notice(sink, NOTICE_DOUBT, card->line, "has %zu tags; the first %d are kept", tags->count,
                  DECK_MAX_TAGS);
    tags->count = DECK_MAX_TAGS;
}

/* --- cards --- */

/* What was said about the definition does not hold for the term that takes its place. */
static void swap_sides(ImportSink *sink, DeckCard *card)
{
    Str term = card->term;
    card->term = card->definition;
    card->definition = term;
    DeckTexts none = {NULL, 0};
    if (card->wordings.count || card->accepts.count || card->distractors.count)
        sink->inner->has_lost_lists = true;
    card->wordings = card->accepts = card->distractors = none;
}

/* One kind of line break. */
static Str with_line_feeds(Str text, Arena *arena)
{
    if (text.size == 0 || !memchr(text.data, '\r', text.size)) return text;
    char *out = arena_alloc(arena, text.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++) {
        bool is_first_of_two = text.data[i] == '\r' && i + 1 < text.size && text.data[i + 1] == '\n';
        if (!is_first_of_two) out[size++] = text.data[i] == '\r' ? '\n' : text.data[i];
    }
    return (Str){out, size};
}

static Str clean(ImportSink *sink, Str text)
{
    return with_line_feeds(str_trim(text), sink->arena);
}

static bool is_wanted(ImportSink *sink, const ImportCard *card)
{
    if (card->group < 0) return true;
    sink->result->groups[card->group].cards++;
    return !sink->choices->wants_subdecks || card->group == sink->choices->group;
}

static bool is_dropped(ImportSink *sink, const ImportCard *card)
{
    const char *fault = find_fault(&card->card);
    if (fault) import_notice(sink, NOTICE_DROPPED, card->line, "%s", fault);
    return fault != NULL;
}

static DeckTexts copy_list(DeckTexts list, Arena *arena)
{
    if (list.count == 0) return (DeckTexts){NULL, 0};
    Str *items = ARENA_NEW_N(arena, Str, list.count);
    memcpy(items, list.items, list.count * sizeof *items);
    return (DeckTexts){items, list.count};
}

/* What is left of them once they were checked. */
static bool keep_lists(ImportSink *sink, ImportCard *card, Err *err)
{
    DeckTexts *lists[] = {&card->card.wordings, &card->card.accepts, &card->card.distractors,
                          &card->card.tags};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        sink->inner->listed += lists[i]->count;
        *lists[i] = copy_list(*lists[i], sink->arena);
    }
    return sink->inner->listed <= MAX_LISTED ||
           err_set(err, "up to %s %d there are over %d wordings, tags and the like, so split the file",
                   place_word(sink), (int)card->line, MAX_LISTED);
}

static bool enter(ImportSink *sink, ImportCard *card, Err *err)
{
    ImportResult *result = sink->result;
    settle_id(sink, card);
    check_lists(sink, card);
    if (!keep_lists(sink, card, err)) return false;
    result->fields |= card_fields_of(&card->card);
    result->cards = import_grow(sink->arena, result->cards, result->count, &sink->inner->card_room,
                                sizeof *result->cards);
    result->cards[result->count++] = *card;
    return true;
}

static bool take(ImportSink *sink, ImportCard *card, uint32_t *number, Err *err)
{
    uint32_t ignored;
    if (!number) number = &ignored;
    *number = DECK_NO_CARD;
    if (sink->choices->is_swapped) swap_sides(sink, &card->card);
    card->card.term = clean(sink, card->card.term);
    card->card.definition = clean(sink, card->card.definition);
    card->card.hint = clean(sink, card->card.hint);
    if (is_dropped(sink, card) || !is_wanted(sink, card)) return true;
    ImportResult *result = sink->result;
    if (result->count == DECK_MAX_CARDS)
        return err_set(err, "%s %d would be card %d; a deck has at most %d, so split the file",
                       place_word(sink), (int)card->line, DECK_MAX_CARDS + 1, DECK_MAX_CARDS);
    *number = find_same(sink, &card->card);
    if (*number == DECK_NO_CARD) {
        *number = (uint32_t)result->count;
        return enter(sink, card, err);
    }
    import_notice(sink, NOTICE_DUPLICATE, card->line, "is there already, from %s %d", place_word(sink),
                  (int)result->cards[*number].line);
    return true;
}

bool import_add_card(ImportSink *sink, const ImportCard *card, uint32_t *number, Err *err)
{
    ImportCard own = *card;
    return take(sink, &own, number, err);
}

void import_add_review(ImportSink *sink, ImportReview review)
{
    ImportResult *result = sink->result;
    result->reviews = import_grow(sink->arena, result->reviews, result->review_count,
                                  &sink->inner->review_room, sizeof *result->reviews);
    result->reviews[result->review_count++] = review;
}

/* --- the end --- */

/* Most come in order; those of one line stay in theirs. */
static void sort_notices(ImportNotice *notices, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        ImportNotice notice = notices[i];
        size_t at = i;
        for (; at > 0 && notices[at - 1].line > notice.line; at--) notices[at] = notices[at - 1];
        notices[at] = notice;
    }
}

static int compare_reviews(const void *a, const void *b)
{
    const ImportReview *one = a, *other = b;
    if (one->at_ms != other->at_ms) return one->at_ms < other->at_ms ? -1 : 1;
    return (one->card > other->card) - (one->card < other->card);
}

void import_sink_end(ImportSink *sink)
{
    ImportResult *result = sink->result;
    if (sink->inner->has_lost_lists)
        import_notice(sink, NOTICE_DOUBT, 0,
                      "wordings, accepted answers and wrong options were left out: they belong to what is "
                      "the term now");
    result->kinds = sink->inner->kinds;
    result->kind_count =
        sink->inner->kind_count < IMPORT_MAX_KINDS ? sink->inner->kind_count : IMPORT_MAX_KINDS;
    sort_notices(result->notices, result->notice_count);
    if (result->review_count)
        qsort(result->reviews, result->review_count, sizeof *result->reviews, compare_reviews);
}
