#include "edit/draft_keep.h"

#include <string.h>

#include "edit/draft_model.h"

#define KEPT_FORMAT 1
#define KEPT_DEPTH  (DECK_MAX_DEPTH + 1)

bool draft_is_blank(const Draft *draft)
{
    for (uint32_t i = 0; i < draft->count; i++)
        if (!card_is_blank(draft_card(draft, i))) return false;
    return true;
}

DraftKept draft_keep(const Draft *draft, int64_t at_ms, Arena *arena)
{
    DeckCard *cards = ARENA_NEW_N(arena, DeckCard, draft->count + 1);
    DraftKept kept = {.head = *draft->head, .cards = cards, .at_ms = at_ms, .has_base = draft->is_file_known};
    for (uint32_t i = 0; i < draft->count; i++) {
        const DeckCard *card = draft_card(draft, i);
        if (!card_is_blank(card)) cards[kept.count++] = *card;
    }
    memcpy(kept.base, draft->known, sizeof kept.base);
    return kept;
}

Str draft_kept_text(const DraftKept *kept, Arena *arena)
{
    char base[2 * FINGERPRINT_BYTES + 1] = "";
    if (kept->has_base) fingerprint_hex(kept->base, FINGERPRINT_BYTES, base);
    Str deck = deck_text_of_halves(&kept->head, kept->cards, kept->count, arena);
    StrBuf out;
    str_buf_init(&out, arena);
    str_buf_reserve(&out, deck.size + 256);
    str_buf_addf(&out, "{\"kept\": %d, \"at_ms\": %lld, \"base\": \"%s\", \"deck\": ", KEPT_FORMAT,
                 (long long)kept->at_ms, base);
    str_buf_add(&out, deck);
    str_buf_add(&out, STR("}\n"));
    return str_buf_str(&out);
}

/* --- reading --- */

static Str text_of(const JsonValue *object, const char *name, Arena *arena)
{
    const JsonValue *value = json_find(object, name);
    bool is_text = value && json_kind(value) == JSON_STRING;
    return is_text ? str_copy(arena, json_string(value)) : (Str){0};
}

static DeckTexts list_of(const JsonValue *object, const char *name, Arena *arena)
{
    const JsonValue *list = json_find(object, name);
    if (!list || json_kind(list) != JSON_ARRAY) return (DeckTexts){0};
    Str *items = ARENA_NEW_N(arena, Str, json_count(list) + 1);
    size_t count = 0;
    for (const JsonValue *item = json_first(list); item; item = json_next(item))
        if (json_kind(item) == JSON_STRING) items[count++] = str_copy(arena, json_string(item));
    return (DeckTexts){items, count};
}

static DeckHead head_of(const JsonValue *deck, Arena *arena)
{
    DeckHead head = {.id = text_of(deck, "id", arena),
                     .title = text_of(deck, "title", arena),
                     .description = text_of(deck, "description", arena),
                     .author = text_of(deck, "author", arena),
                     .license = text_of(deck, "license", arena),
                     .source = text_of(deck, "source", arena)};
    const JsonValue *language = json_find(deck, "language");
    if (!language || json_kind(language) != JSON_OBJECT) return head;
    head.term_language = text_of(language, "term", arena);
    head.definition_language = text_of(language, "definition", arena);
    return head;
}

static DeckCard card_of(const JsonValue *item, Arena *arena)
{
    return (DeckCard){.id = text_of(item, "id", arena),
                      .term = text_of(item, "term", arena),
                      .definition = text_of(item, "definition", arena),
                      .wordings = list_of(item, "wordings", arena),
                      .accepts = list_of(item, "accept", arena),
                      .distractors = list_of(item, "distractors", arena),
                      .tags = list_of(item, "tags", arena),
                      .hint = text_of(item, "hint", arena)};
}

static bool take_cards(const JsonValue *list, Arena *arena, DraftKept *out)
{
    if (!list || json_kind(list) != JSON_ARRAY) return false;
    DeckCard *cards = ARENA_NEW_N(arena, DeckCard, json_count(list) + 1);
    for (const JsonValue *item = json_first(list); item; item = json_next(item)) {
        if (json_kind(item) != JSON_OBJECT) return false;
        cards[out->count++] = card_of(item, arena);
    }
    out->cards = cards;
    return true;
}

static bool take_base(const JsonValue *base, DraftKept *out)
{
    if (!base || json_kind(base) != JSON_STRING) return false;
    out->has_base = json_string(base).size > 0;
    return !out->has_base || fingerprint_of_hex(json_string(base), out->base);
}

static bool take(const JsonValue *root, Arena *arena, DraftKept *out)
{
    if (json_kind(root) != JSON_OBJECT) return false;
    const JsonValue *kept = json_find(root, "kept"), *at = json_find(root, "at_ms"),
                    *deck = json_find(root, "deck");
    int64_t format = 0;
    bool is_ours = kept && json_integer(kept, &format) && format == KEPT_FORMAT && at &&
                   json_integer(at, &out->at_ms) && deck && json_kind(deck) == JSON_OBJECT;
    if (!is_ours || !take_base(json_find(root, "base"), out)) return false;
    out->head = head_of(deck, arena);
    return take_cards(json_find(deck, "cards"), arena, out);
}

bool draft_kept_read(Str text, Arena *arena, DraftKept *out, Err *err)
{
    JsonProblem problem;
    JsonDoc *doc = json_open(text, KEPT_DEPTH, &problem);
    if (!doc)
        return err_set(err, "line %d, column %d: %s", problem.place.line, problem.place.column, problem.text);
    *out = (DraftKept){.count = 0};
    bool is_taken = take(json_root(doc), arena, out);
    json_close(doc);
    return is_taken || err_set(err, "it is not what this version of the game keeps");
}

/* --- taking up --- */

Diff draft_kept_diff(const Draft *draft, const DraftKept *kept, Arena *arena)
{
    return diff_make(draft, kept->cards, kept->count, CARD_ALL_FIELDS, arena);
}

bool draft_kept_is_same(const Draft *draft, const DraftKept *kept, const Diff *diff)
{
    return diff->fresh + diff->changed + diff->gone == 0 && !diff->is_moved &&
           draft_head_is(draft->head, &kept->head);
}

bool draft_kept_is_older(const Draft *draft, const DraftKept *kept)
{
    if (!kept->has_base || !draft->is_file_known) return kept->has_base != draft->is_file_known;
    return memcmp(kept->base, draft->known, sizeof kept->base) != 0;
}

void draft_kept_take_up(Draft *draft, const DraftKept *kept, const Diff *diff)
{
    draft_begin(draft, STR("take up what was not saved"));
    diff_apply(draft, kept->cards, diff, true, STR(""));
    draft_set_head(draft, &kept->head);
    draft_end(draft);
    draft->is_file_known = kept->has_base;
    memcpy(draft->known, kept->base, sizeof draft->known);
}
