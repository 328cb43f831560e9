#include "edit/draft_members.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

Str draft_card_splice(Str text, const DeckCard *card, Str id, const SpliceStyle *style, Arena *arena)
{
    const SpliceMember members[] = {
        {.name = STR("id"), .kind = SPLICE_TEXT, .text = id},
        {.name = STR("term"), .kind = SPLICE_TEXT, .text = card->term},
        {.name = STR("definition"), .kind = SPLICE_TEXT, .text = card->definition},
        {.name = STR("wordings"), .kind = SPLICE_LIST, .list = card->wordings},
        {.name = STR("accept"), .kind = SPLICE_LIST, .list = card->accepts},
        {.name = STR("distractors"), .kind = SPLICE_LIST, .list = card->distractors},
        {.name = STR("tags"), .kind = SPLICE_LIST, .list = card->tags},
        {.name = STR("hint"), .kind = SPLICE_TEXT, .text = card->hint},
    };
    return splice_object(text, members, COUNT(members), style, arena);
}

static bool has_member(Str root, Str name)
{
    JsonParts parts = json_parts(root);
    JsonPart part;
    while (json_parts_next(&parts, &part))
        if (json_part_is(&part, name)) return true;
    return false;
}

Str draft_head_splice(const Draft *draft, Str root, Arena *arena)
{
    const DeckHead *head = draft->head;
    bool is_id_needed =
        has_member(root, STR("id")) || !str_is(deck_file_stem(str_of(draft->save_path)), head->id);
    const SpliceMember language[] = {
        {.name = STR("term"), .kind = SPLICE_TEXT, .text = head->term_language},
        {.name = STR("definition"), .kind = SPLICE_TEXT, .text = head->definition_language},
    };
    const SpliceMember members[] = {
        {.name = STR("$schema"), .kind = SPLICE_KEPT},
        {.name = STR("format"), .kind = SPLICE_KEPT},
        {.name = STR("id"), .kind = SPLICE_TEXT, .text = is_id_needed ? head->id : STR("")},
        {.name = STR("title"), .kind = SPLICE_TEXT, .text = head->title},
        {.name = STR("description"), .kind = SPLICE_TEXT, .text = head->description},
        {.name = STR("author"), .kind = SPLICE_TEXT, .text = head->author},
        {.name = STR("license"), .kind = SPLICE_TEXT, .text = head->license},
        {.name = STR("source"), .kind = SPLICE_TEXT, .text = head->source},
        {.name = STR("language"), .kind = SPLICE_OBJECT, .members = language, .count = COUNT(language)},
        {.name = STR("cards"), .kind = SPLICE_KEPT},
    };
    const SpliceStyle none = {.object = {.first = STR("")}};
    return splice_object(root, members, COUNT(members), &none, arena);
}
