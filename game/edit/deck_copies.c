/* New decks made of others. */
#include "base/str_table.h"
#include "base/text.h"
#include "edit/deck_files.h"
#include "edit/draft_model.h"

static Str fail_by(const char *path, const DeckReport *report, Arena *arena, Err *err)
{
    const DeckProblem *problem = report->problems;
    while (problem->is_warning) problem++;
    err_set(err, "%s", deck_problem_line(arena, path, problem).data);
    return (Str){0};
}

/* A file that came there meanwhile stays. */
static Str save_new(Draft *draft, Str path, Err *err)
{
    switch (draft_save(draft, false, err)) {
    case DRAFT_SAVED: return path;
    case DRAFT_CHANGED_OUTSIDE: err_set(err, "%s: is there already", path.data); break;
    case DRAFT_INVALID:
    case DRAFT_NOT_WRITTEN: break;
    }
    return (Str){0};
}

Str deck_files_duplicate(const char *path, const DeckPlace *place, Arena *arena, Err *err)
{
    DeckReport report;
    Str id = deck_files_free_id(place, arena), to = deck_files_path(place->folder, id, arena);
    Draft *draft = draft_open(path, to.data, &report);
    if (!draft) return fail_by(path, &report, arena, err);
    DeckHead head = *draft->head;
    head.id = id;
    head.title = place->title;
    draft->head = draft_copy_head(draft, &head); /* no step: nobody takes it back */
    Str made = save_new(draft, to, err);
    draft_close(draft);
    return made;
}

/* --- merging --- */

typedef struct {
    Arena arena;
    DeckHead head;
    DeckCard *cards;
    size_t count, room;
    StrTable known; /* folded term and definition, by number of card */
} Merge;

static Str key_of(Merge *merge, const DeckCard *card)
{
    Str term = text_fold(&merge->arena, card->term), definition = text_fold(&merge->arena, card->definition);
    return str_format(&merge->arena, "%.*s\n%.*s", STR_FMT(term), STR_FMT(definition));
}

static void join_tags(Merge *merge, DeckCard *card, const DeckTexts *more)
{
    Str *tags = ARENA_NEW_N(&merge->arena, Str, card->tags.count + more->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < card->tags.count; i++) tags[count++] = card->tags.items[i];
    for (size_t i = 0; i < more->count && count < DECK_MAX_TAGS; i++)
        if (!card_has_tag(card, more->items[i])) tags[count++] = more->items[i];
    card->tags = (DeckTexts){tags, count};
}

static void add_deck(Merge *merge, const Deck *deck)
{
    size_t needed = merge->count + deck_count(deck);
    merge->cards = draft_grow(&merge->arena, merge->cards, &merge->room, needed, sizeof *merge->cards);
    for (uint32_t i = 0; i < deck_count(deck); i++) {
        DeckCard card = deck_card_of(deck, i, &merge->arena);
        uint32_t number = str_table_add(&merge->known, key_of(merge, &card));
        if (number < merge->count)
            join_tags(merge, &merge->cards[number], &card.tags);
        else
            merge->cards[merge->count++] = card;
    }
}

static Str write_merged(Merge *merge, const DeckPlace *place, Arena *arena, Err *err)
{
    if (merge->count > DECK_MAX_CARDS) {
        err_set(err, "together they have %zu cards; a deck has at most %d", merge->count, DECK_MAX_CARDS);
        return (Str){0};
    }
    merge->head.id = deck_files_free_id(place, arena);
    merge->head.title = place->title;
    Str to = deck_files_path(place->folder, merge->head.id, arena);
    Draft *draft = draft_new(to.data, &merge->head, merge->cards, merge->count);
    Str made = save_new(draft, to, err);
    draft_close(draft);
    return made;
}

Str deck_files_merge(const char *const *paths, size_t count, const DeckPlace *place, Arena *arena, Err *err)
{
    Merge merge = {.count = 0};
    Deck **decks = ARENA_NEW_N(arena, Deck *, count + 1); /* held: their texts are not copied */
    Str made = {0};
    size_t read = 0;
    arena_init(&merge.arena, 0);
    str_table_init(&merge.known, &merge.arena, 1024);
    for (; read < count; read++) {
        DeckReport report;
        decks[read] = deck_load_file(paths[read], &report);
        if (!decks[read]) {
            fail_by(paths[read], &report, arena, err);
            break;
        }
        if (read == 0) merge.head = deck_head_of(decks[read]);
        add_deck(&merge, decks[read]);
    }
    if (read == count) made = write_merged(&merge, place, arena, err);
    for (size_t i = 0; i < read; i++) deck_release(decks[i]);
    arena_deinit(&merge.arena);
    return made;
}
