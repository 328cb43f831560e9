#include "base/text.h"
#include "edit/draft_look.h"

static bool is_long(Str text)
{
    return text.size > DECK_MAX_TILE_CHARS && text_length(text) > DECK_MAX_TILE_CHARS;
}

static bool are_long(DeckTexts texts)
{
    for (size_t i = 0; i < texts.count; i++)
        if (is_long(texts.items[i])) return true;
    return false;
}

unsigned draft_doubts(const Draft *draft, uint32_t card)
{
    const DraftItem *item = draft_item(draft, card);
    const DeckCard *texts = &item->now->card;
    if (card_is_blank(texts)) return 0;
    unsigned doubts = draft_card_faults(texts);
    if (is_long(texts->term) || is_long(texts->definition) || are_long(texts->wordings) ||
        are_long(texts->distractors))
        doubts |= DRAFT_LONG_FOR_TILE;
    if (draft_look_is_twice(draft, item->now)) doubts |= DRAFT_TWICE;
    if (draft_look_is_unusable(draft, draft->order[card])) doubts |= DRAFT_UNUSABLE;
    return doubts;
}

static void add(StrBuf *out, const char *sentence)
{
    str_buf_addf(out, "%s%s", str_ends(str_buf_str(out), STR(": ")) ? "" : "; ", sentence);
}

/* "12: has no definition; …" */
static Str sentence_of(const Draft *draft, uint32_t card, unsigned doubts, Arena *arena)
{
    StrBuf out;
    str_buf_init(&out, arena);
    str_buf_addf(&out, "%u: ", (unsigned)card + 1);
    if (doubts & DRAFT_NO_TERM) add(&out, "has no term");
    if (doubts & DRAFT_NO_DEFINITION) add(&out, "has no definition");
    if (doubts & DRAFT_TOO_BIG)
        add(&out, draft_card(draft, card)->tags.count > DECK_MAX_TAGS
                      ? "has too many tags"
                      : "has a text that is too long to save");
    if (doubts & DRAFT_LONG_FOR_TILE) add(&out, "has a text that is too long for a tile");
    if (doubts & DRAFT_TWICE) add(&out, "has the same term and definition as another card");
    if (doubts & DRAFT_UNUSABLE)
        add(&out, draft->count == 1 ? "has no other card to stand beside it"
                                    : "shares a term or definition with every other card");
    return str_copy(arena, str_buf_str(&out));
}

size_t draft_problems(const Draft *draft, size_t limit, Arena *arena, Str **out)
{
    size_t count = 0;
    *out = ARENA_NEW_N(arena, Str, limit < draft->count ? limit : draft->count);
    for (uint32_t card = 0; card < draft->count; card++) {
        unsigned doubts = draft_doubts(draft, card);
        if (!doubts) continue;
        if (count < limit) (*out)[count] = sentence_of(draft, card, doubts, arena);
        count++;
    }
    return count;
}
