/* The file's text as the draft would have it. */
#include "edit/card_splice.h"
#include "edit/draft_model.h"

typedef struct {
    Draft *draft;
    Arena *arena;
    Arena scratch; /* of one card */
    StrBuf out;
    DraftText *text;
    uint32_t model;      /* the item whose text shows how the next new one looks */
    uint32_t style_item; /* whose style it is */
    SpliceStyle style;
    SpliceLayout list;
    bool has_style, has_list;
} Writer;

/* Any card that has a text; DECK_NO_CARD where the file is new. */
static uint32_t find_model(const Draft *draft)
{
    for (uint32_t item = 0; item < draft->item_count; item++)
        if (draft->items[item].text.size > 0) return item;
    return DECK_NO_CARD;
}

#define SOME_CARDS 1000
#define SOME_MORE  4096 /* bytes that a save may add */

/* Lists as the first card has them that has any. */
static bool learn_list(const Draft *draft, Str colon, Arena *arena, SpliceLayout *out)
{
    for (uint32_t item = 0; item < draft->item_count && item < SOME_CARDS; item++) {
        if (draft->items[item].text.size == 0) continue;
        SpliceWalk walk = splice_walk(draft->items[item].text);
        JsonPart part;
        while (splice_walk_next(&walk, &part))
            if (part.value.data[0] == '[' && splice_learn(part.value, colon, arena, out)) return true;
    }
    return false;
}

/* How cards beside this one look. */
static const SpliceStyle *style_of(Writer *w, uint32_t item)
{
    if (w->has_style && w->style_item == item) return &w->style;
    w->has_style = true;
    w->style_item = item;
    if (item == DECK_NO_CARD) {
        w->style = draft_frame_new_style(w->arena);
        return &w->style;
    }
    SpliceLayout *object = &w->style.object;
    splice_learn(w->draft->items[item].text, STR(""), w->arena, object);
    if (!w->has_list) w->has_list = learn_list(w->draft, object->colon, w->arena, &w->list);
    w->style.list = w->has_list ? w->list : splice_deeper(object, w->arena);
    return &w->style;
}

static Str card_text(Writer *w, uint32_t card)
{
    const DraftItem *item = draft_item(w->draft, card);
    const DraftIdPlan *plan = &w->text->ids[card];
    bool is_id_missing = plan->is_written && item->id_text != ID_WRITTEN;
    bool is_same = item->saved &&
                   (item->saved == item->now || card_differences(&item->saved->card, &item->now->card) == 0);
    if (item->text.size > 0) w->model = w->draft->order[card];
    if (is_same && !is_id_missing) return item->text;
    arena_reset(&w->scratch);
    return card_splice(item->text, &item->now->card, plan->is_written ? plan->id : STR(""),
                       style_of(w, w->model), &w->scratch);
}

static void write_card(Writer *w, Splice *splice, uint32_t card)
{
    DraftSpan *span = &w->text->spans[card];
    span->gap = span->from = span->to = w->out.size;
    if (w->text->ids[card].id.size == 0) return;
    Str gap = draft_item(w->draft, card)->gap, text = card_text(w, card);
    splice_put(splice, gap, text);
    if (gap.size > 0) splice->layout.next = gap;
    span->to = w->out.size;
    span->from = span->to - text.size;
}

static Str any_gap(const Draft *draft, Arena *arena)
{
    for (uint32_t item = 0; item < draft->item_count; item++)
        if (draft->items[item].gap.size > 0) return draft->items[item].gap;
    return draft_frame_comma(&draft->file.frame, arena);
}

static void write_all(Writer *w)
{
    Draft *draft = w->draft;
    DraftFrame frame = draft->file.frame;
    SpliceLayout layout = {
        .first = frame.first_gap, .next = any_gap(draft, w->arena), .last = frame.last_gap};
    bool is_new = draft->file.text.size == 0;
    Str stem = is_new ? STR("") : deck_file_stem(str_of(draft->save_path));
    draft_frame_set_head(&frame, draft->head, stem, w->arena);
    Splice splice;
    str_buf_add(&w->out, frame.before);
    splice_begin(&splice, &w->out, '[', &layout);
    for (uint32_t card = 0; card < draft->count; card++) write_card(w, &splice, card);
    splice_end(&splice);
    str_buf_add(&w->out, frame.after);
}

bool draft_write(Draft *draft, Arena *arena, DraftText *out, Err *err)
{
    if (!draft_is_whole(draft, err)) return false;
    out->ids = draft_plan_ids(draft, arena);
    out->spans = ARENA_NEW_N(arena, DraftSpan, draft->count);
    Writer w = {.draft = draft, .arena = arena, .text = out, .model = find_model(draft)};
    arena_init(&w.scratch, 0);
    str_buf_init(&w.out, arena);
    str_buf_reserve(&w.out, draft->file.text.size + SOME_MORE);
    write_all(&w);
    arena_deinit(&w.scratch);
    out->text = str_buf_str(&w.out);
    return draft_check_size(out->text, err);
}

bool draft_text(Draft *draft, Arena *arena, Str *out, Err *err)
{
    DraftText text;
    if (!draft_write(draft, arena, &text, err)) return false;
    *out = text.text;
    return true;
}
