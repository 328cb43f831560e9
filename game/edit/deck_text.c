/* New files, straight from cards: a draft of a million of them would hold each of their texts twice. */
#include <assert.h>

#include "base/str_table.h"
#include "edit/card_splice.h"
#include "edit/deck_files.h"
#include "edit/draft_model.h"

#define CARD_BYTES 160 /* of a card beside its sides: names, quotes, spaces and some tags */

typedef struct {
    StrBuf out;
    StrTable ids;
    SpliceStyle style;
    Splice splice;
    size_t written;
    bool takes_halves; /* and has no limits */
} Writer;

/* Of two cards with one id the later gets another when the deck is read. */
static Str take_id(Writer *w, Str id)
{
    if (id.size > DECK_MAX_TEXT_BYTES || str_is_blank(id)) return STR("");
    uint32_t known = w->ids.count;
    return str_table_add(&w->ids, id) == known ? id : STR("");
}

/* Growing on the way would hold and copy it twice. */
static size_t expected_size(const DeckCard *cards, size_t count)
{
    size_t size = 0;
    for (size_t i = 0; i < count; i++)
        size += CARD_BYTES + cards[i].term.size + cards[i].definition.size + cards[i].id.size;
    return size < DECK_MAX_FILE_BYTES ? size : DECK_MAX_FILE_BYTES;
}

static bool write_cards(Writer *w, const DeckCard *cards, size_t count, Err *err)
{
    for (size_t i = 0; i < count; i++) {
        if (card_is_blank(&cards[i])) continue;
        if (!w->takes_halves && !draft_check_card(&cards[i], i + 1, err)) return false;
        splice_put(&w->splice, STR(""), STR(""));
        card_splice_add(&w->out, &cards[i], take_id(w, cards[i].id), &w->style);
        w->written++;
        if (!w->takes_halves && w->out.size > DECK_MAX_FILE_BYTES) break; /* told by its size */
    }
    return w->takes_halves || draft_check_count(w->written, err);
}

static bool write_all(Writer *w, const DeckHead *head, const DeckCard *cards, size_t count, Err *err)
{
    Arena *arena = w->out.arena;
    DraftFrame frame = draft_frame_new();
    SpliceLayout layout = {
        .first = frame.first_gap, .next = draft_frame_comma(&frame, arena), .last = frame.last_gap};
    draft_frame_set_head(&frame, head, STR(""), arena);
    w->style = draft_frame_new_style(arena);
    str_buf_add(&w->out, frame.before);
    splice_begin(&w->splice, &w->out, '[', &layout);
    if (!write_cards(w, cards, count, err)) return false;
    splice_end(&w->splice);
    str_buf_add(&w->out, frame.after);
    return w->takes_halves || draft_check_size(str_buf_str(&w->out), err);
}

static Writer begin(const DeckCard *cards, size_t count, Arena *arena, Arena *tables)
{
    Writer w = {.written = 0};
    arena_init(tables, 0);
    str_buf_init(&w.out, arena);
    str_buf_reserve(&w.out, expected_size(cards, count));
    str_table_init(&w.ids, tables, count < DECK_MAX_CARDS ? count : DECK_MAX_CARDS);
    return w;
}

bool deck_files_text(const DeckHead *head, const DeckCard *cards, size_t count, Arena *arena, Str *out,
                     Err *err)
{
    if (!draft_check_head(head, err)) return false;
    Arena tables;
    Writer w = begin(cards, count, arena, &tables);
    bool is_made = write_all(&w, head, cards, count, err);
    arena_deinit(&tables);
    if (is_made) *out = str_buf_str(&w.out);
    return is_made;
}

Str deck_text_of_halves(const DeckHead *head, const DeckCard *cards, size_t count, Arena *arena)
{
    Err none = {0};
    Arena tables;
    Writer w = begin(cards, count, arena, &tables);
    w.takes_halves = true;
    bool is_made = write_all(&w, head, cards, count, &none);
    arena_deinit(&tables);
    assert(is_made);
    (void)is_made;
    return str_buf_str(&w.out);
}
