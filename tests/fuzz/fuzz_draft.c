/* A deck's text, a byte that is no UTF-8, and a script of changes: whatever they are, the text to be saved
   reads as the cards that the draft has, ids stay, saving and going on changes nothing of that, and taking
   all back gives the text as it was, byte for byte. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "edit/draft.h"
#include "edit/draft_diff.h"
#include "fuzz/check.h"

#define MAX_CHANGES 40
#define MAX_CARDS   200
#define FIELDS                                                                                               \
    (CARD_TERM | CARD_DEFINITION | CARD_WORDINGS | CARD_ACCEPTS | CARD_DISTRACTORS | CARD_TAGS | CARD_HINT)

typedef struct {
    Str script, original;
    size_t at;
    Draft *draft;
    Arena arena;
    bool is_saved;
} Fuzz;

static unsigned take(Fuzz *f)
{
    return f->at < f->script.size ? (unsigned char)f->script.data[f->at++] : 0;
}

static uint32_t take_below(Fuzz *f, uint32_t limit)
{
    return limit > 0 ? take(f) % limit : 0;
}

/* A piece of the script, as far as it is a text. */
static Str take_text(Fuzz *f)
{
    size_t from = f->at, to = from + take(f) % 24;
    if (from >= f->script.size) return STR("");
    from = f->at;
    Str text = str_slice(f->script, from, to < from ? from : to > f->script.size ? f->script.size : to);
    f->at = from + text.size;
    size_t bad = text_find_invalid_utf8(text);
    if (bad != TEXT_NO_OFFSET) text = str_slice(text, 0, bad);
    const char *zero = text.size > 0 ? memchr(text.data, '\0', text.size) : NULL;
    if (zero) text = str_slice(text, 0, (size_t)(zero - text.data));
    return str_copy(&f->arena, text);
}

static DeckTexts take_texts(Fuzz *f)
{
    size_t count = take_below(f, 4);
    Str *items = ARENA_NEW_N(&f->arena, Str, count + 1);
    for (size_t i = 0; i < count; i++) items[i] = take_text(f);
    return (DeckTexts){items, count};
}

static void change_field(Fuzz *f, DeckCard *card)
{
    switch (take_below(f, 7)) {
    case 0: card->term = take_text(f); break;
    case 1: card->definition = take_text(f); break;
    case 2: card->hint = take_text(f); break;
    case 3: card->wordings = take_texts(f); break;
    case 4: card->accepts = take_texts(f); break;
    case 5: card->distractors = take_texts(f); break;
    default: card->tags = take_texts(f); break;
    }
}

static size_t take_cards(Fuzz *f, uint32_t *cards)
{
    size_t count = 0;
    uint32_t step = 1 + take_below(f, 5), first = take_below(f, 4);
    for (uint32_t i = first; i < draft_count(f->draft) && count < MAX_CARDS; i += step) cards[count++] = i;
    return count;
}

static void change_head(Fuzz *f)
{
    DeckHead head = *draft_head(f->draft);
    Str *const texts[] = {
        &head.title,         &head.description,        &head.author, &head.license, &head.source,
        &head.term_language, &head.definition_language};
    *texts[take_below(f, 7)] = take_text(f);
    draft_set_head(f->draft, &head);
}

static void insert(Fuzz *f)
{
    DeckCard card = {.id = take_text(f), .term = take_text(f), .definition = take_text(f)};
    if (draft_count(f->draft) < MAX_CARDS)
        draft_insert(f->draft, take_below(f, draft_count(f->draft) + 1), &card, 1);
}

static void replace(Fuzz *f)
{
    if (draft_count(f->draft) == 0) return;
    uint32_t card = take_below(f, draft_count(f->draft));
    DeckCard with = *draft_card(f->draft, card);
    change_field(f, &with);
    draft_replace(f->draft, card, &with);
}

static void write_bare(const char *path, Str text)
{
    FILE *file = fopen(path, "wb");
    CHECK(file && fwrite(text.data, 1, text.size, file) == text.size);
    CHECK(fclose(file) == 0);
}

/* Another program may have written the file as it was at first. */
static void save(Fuzz *f)
{
    unsigned how = take(f);
    if (how & 1) write_bare(draft_save_path(f->draft), f->original);
    if (draft_save(f->draft, how & 2, NULL) == DRAFT_SAVED) f->is_saved = true;
}

static void change(Fuzz *f)
{
    uint32_t cards[MAX_CARDS];
    Draft *draft = f->draft;
    switch (take_below(f, 10)) {
    case 0: insert(f); break;
    case 1: draft_remove(draft, cards, take_cards(f, cards)); break;
    case 2: draft_move(draft, cards, take_cards(f, cards), take_below(f, draft_count(draft) + 1)); break;
    case 3: draft_add_tag(draft, cards, take_cards(f, cards), take_text(f)); break;
    case 4: draft_remove_tag(draft, cards, take_cards(f, cards), take_text(f)); break;
    case 5: change_head(f); break;
    case 6: draft_undo(draft); break;
    case 7: draft_redo(draft); break;
    case 8: save(f); break;
    default: replace(f); break;
    }
}

static bool is_blank(DeckTexts texts)
{
    for (size_t i = 0; i < texts.count; i++)
        if (!str_is_blank(texts.items[i])) return false;
    return true;
}

static bool is_blank_card(const DeckCard *card)
{
    return str_is_blank(card->term) && str_is_blank(card->definition) && str_is_blank(card->hint) &&
           is_blank(card->wordings) && is_blank(card->accepts) && is_blank(card->distractors);
}

static void check_texts(DeckTexts ours, DeckTexts read)
{
    size_t count = 0;
    for (size_t i = 0; i < ours.count; i++) {
        if (str_is_blank(ours.items[i])) continue;
        CHECK(count < read.count && str_is(ours.items[i], read.items[count]));
        count++;
    }
    CHECK(count == read.count);
}

static void check_card(const DeckCard *ours, const DeckCard *read)
{
    CHECK(str_is(ours->term, read->term) && str_is(ours->definition, read->definition));
    CHECK(str_is(ours->hint, read->hint));
    CHECK(ours->id.size == 0 || str_is(ours->id, read->id));
    check_texts(ours->wordings, read->wordings);
    check_texts(ours->accepts, read->accepts);
    check_texts(ours->distractors, read->distractors);
    check_texts(ours->tags, read->tags);
}

static void check_deck(Fuzz *f, const Deck *deck)
{
    const DeckHead *head = draft_head(f->draft);
    CHECK(str_is(deck_id(deck), head->id) && str_is(deck_title(deck), head->title));
    CHECK(str_is(deck_description(deck), head->description) && str_is(deck_author(deck), head->author));
    CHECK(str_is(deck_term_language(deck), head->term_language));
    uint32_t read = 0;
    for (uint32_t i = 0; i < draft_count(f->draft); i++) {
        const DeckCard *ours = draft_card(f->draft, i);
        if (is_blank_card(ours)) continue;
        CHECK(read < deck_count(deck));
        DeckCard card = deck_card_of(deck, read++, &f->arena);
        check_card(ours, &card);
    }
    CHECK(read == deck_count(deck));
}

/* Looking for what differs between a draft and what it would save finds nothing. */
static void check_diff(Fuzz *f, const Deck *deck)
{
    DeckCard *cards = ARENA_NEW_N(&f->arena, DeckCard, deck_count(deck));
    for (uint32_t i = 0; i < deck_count(deck); i++) cards[i] = deck_card_of(deck, i, &f->arena);
    Diff diff = diff_make(f->draft, cards, deck_count(deck), FIELDS, &f->arena);
    CHECK(diff.fresh == 0 && diff.gone == 0 && !diff.is_moved);
    diff_apply(f->draft, cards, &diff, true, STR("take over"));
    CHECK(diff.changed == 0 || draft_undo(f->draft));
}

static void check_text(Fuzz *f)
{
    Str text;
    Err err = {.is_set = false};
    if (!draft_text(f->draft, &f->arena, &text, &err)) {
        CHECK(err.is_set);
        return;
    }
    Deck *deck = deck_read_text(text, deck_file_stem(str_of(draft_save_path(f->draft))), NULL);
    CHECK(deck != NULL);
    check_deck(f, deck);
    check_diff(f, deck);
    deck_release(deck);
    for (uint32_t i = 0; i < draft_count(f->draft) && i < 8; i++) (void)draft_doubts(f->draft, i);
}

static void run_script(Fuzz *f)
{
    for (int i = 0; i < MAX_CHANGES && f->at < f->script.size; i++) change(f);
    check_text(f);
    while (draft_undo(f->draft)) {
    }
    Str text;
    CHECK(draft_text(f->draft, &f->arena, &text, NULL));
    CHECK(f->is_saved || str_is(text, f->original));
    check_text(f);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0) return 0;
    const uint8_t *end = memchr(data, 0xFF, size);
    size_t deck_size = end ? (size_t)(end - data) : size;
    char path[64];
    snprintf(path, sizeof path, "%s/matchwick-fuzz-%ld.json",
             file_is_folder("/dev/shm") ? "/dev/shm" : "/tmp", (long)getpid());
    Fuzz f = {.script = {(const char *)data + deck_size, size - deck_size}};
    arena_init(&f.arena, 0);
    f.original = str_copy(&f.arena, (Str){(const char *)data, deck_size});
    write_bare(path, f.original);
    f.draft = draft_open(path, NULL, NULL);
    if (f.draft) run_script(&f);
    draft_close(f.draft);
    arena_deinit(&f.arena);
    unlink(path);
    return 0;
}
