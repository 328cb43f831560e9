/* The file behind a draft: the texts of its cards, as it was read, as it is saved, or as another program left
 * it.
 */
#include "edit/draft_model.h"

void draft_split_file(Draft *draft)
{
    DraftFile *file = &draft->file;
    Str cards;
    file->frame = draft_frame_of(file->text, &cards);
    SpliceWalk walk = splice_walk(cards);
    JsonPart part;
    for (uint32_t item = 0; splice_walk_next(&walk, &part); item++) {
        draft->items[item].text = part.value;
        if (item > 0)
            draft->items[item].gap = walk.gap;
        else
            file->frame.first_gap = walk.gap;
    }
    file->frame.last_gap = walk.gap;
}

static Str kept(Draft *draft, Str text)
{
    return text.size > 0 ? str_copy(&draft->arena, text) : text;
}

/* A card that the file lacks now may come back by undo, with all that its text had. */
static void set_apart(Draft *draft, DraftItem *item)
{
    if (item->is_apart) return;
    item->text = kept(draft, item->text);
    item->gap = kept(draft, item->gap);
    item->is_apart = true;
}

static void install_card(Draft *draft, const DraftText *text, uint32_t card, bool is_first)
{
    const DraftSpan *span = &text->spans[card];
    DraftItem *item = draft_item(draft, card);
    item->gap = is_first ? STR("") : str_slice(text->text, span->gap, span->from);
    item->text = str_slice(text->text, span->from, span->to);
    item->id_text = text->ids[card].is_written ? ID_WRITTEN : ID_LEFT_OUT;
    item->saved = item->now;
    item->is_apart = false;
    if (item->now->card.id.size == 0) draft_give_id(draft, draft->order[card], text->ids[card].id);
}

/* In an arena of its own, which holds nothing else, as it stays until the next save. */
static Str copy_whole(Arena *arena, Str text)
{
    arena_init(arena, text.size + 1);
    return str_copy(arena, text);
}

void draft_install(Draft *draft, const DraftText *written)
{
    Arena arena;
    DraftText copy = *written;
    const DraftText *text = &copy;
    copy.text = copy_whole(&arena, written->text);
    size_t first = 0, end = 0;
    for (uint32_t item = 0; item < draft->item_count; item++)
        if (!draft->items[item].is_in) set_apart(draft, &draft->items[item]);
    for (uint32_t card = 0; card < draft->count; card++) {
        const DraftSpan *span = &text->spans[card];
        if (span->from == span->to) {
            set_apart(draft, draft_item(draft, card));
            continue;
        }
        if (end == 0) first = span->gap;
        install_card(draft, text, card, end == 0);
        end = span->to;
    }
    DraftFile *file = &draft->file;
    DraftFrame *frame = &file->frame;
    Str all = text->text;
    size_t behind = end + frame->last_gap.size;
    frame->before = str_slice(all, 0, first - 1);
    frame->after = str_slice(all, behind + 1, all.size);
    frame->last_gap = str_slice(all, end, behind);
    frame->first_gap = kept(draft, frame->first_gap);
    file->text = all;
    arena_deinit(&file->arena);
    file->arena = arena;
}

static void adopt_card(Draft *draft, const DeckCard *card, const JsonPart *part, Str gap)
{
    uint32_t number = draft_item_in_order(draft, card->id);
    if (number == DECK_NO_CARD) return;
    DraftItem *item = &draft->items[number];
    DraftState *saved = ARENA_NEW(&draft->arena, DraftState);
    saved->card = card_copy(&draft->arena, card, &item->now->card, card->id);
    item->saved = saved;
    item->text = part->value;
    item->gap = gap;
    item->id_text = ID_UNKNOWN;
    item->is_apart = false;
}

static void adopt_cards(Draft *draft, const Deck *deck, Str cards)
{
    Arena scratch;
    arena_init(&scratch, 0);
    SpliceWalk walk = splice_walk(cards);
    JsonPart part;
    for (uint32_t i = 0; splice_walk_next(&walk, &part); i++) {
        DeckCard card = deck_card_of(deck, i, &scratch);
        if (i == 0) draft->file.frame.first_gap = walk.gap;
        adopt_card(draft, &card, &part, i > 0 ? walk.gap : STR(""));
        arena_reset(&scratch);
    }
    draft->file.frame.last_gap = walk.gap;
    arena_deinit(&scratch);
}

void draft_adopt_file(Draft *draft)
{
    DraftFile *file = &draft->file;
    DeckReport report;
    Arena arena;
    Str text, cards;
    arena_init(&arena, 0);
    Deck *deck = deck_load_text(draft->save_path, &arena, &text, &report);
    if (!deck) {
        arena_deinit(&arena);
        return;
    }
    for (uint32_t item = 0; item < draft->item_count; item++) set_apart(draft, &draft->items[item]);
    arena_deinit(&file->arena);
    file->arena = arena;
    file->text = text;
    file->frame = draft_frame_of(text, &cards);
    adopt_cards(draft, deck, cards);
    deck_release(deck);
}
