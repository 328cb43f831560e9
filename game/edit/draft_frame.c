#include "edit/draft_frame.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static Str root_of(Str text)
{
    size_t from = 0, to = text.size;
    while (text.data[from] != '{') from++;
    while (text.data[to - 1] != '}') to--;
    return str_slice(text, from, to);
}

/* An empty part where there is none. */
static JsonPart find_member(Str root, Str name)
{
    JsonParts parts = json_parts(root);
    JsonPart part;
    while (json_parts_next(&parts, &part))
        if (json_part_is(&part, name)) return part;
    return (JsonPart){.name = STR("")};
}

DraftFrame draft_frame_of(Str text, Str *cards)
{
    *cards = find_member(root_of(text), STR("cards")).value;
    size_t from = (size_t)(cards->data - text.data);
    return (DraftFrame){.before = str_slice(text, 0, from),
                        .after = str_slice(text, from + cards->size, text.size),
                        .first_gap = STR(""),
                        .last_gap = STR("")};
}

DraftFrame draft_frame_new(void)
{
    return (DraftFrame){
        .before = STR("{\n  \"format\": 1,\n  \"title\": \"\",\n  \"cards\": "),
        .after = STR("\n}\n"),
        .first_gap = STR("\n    "),
        .last_gap = STR("\n  "),
    };
}

SpliceStyle draft_frame_new_style(Arena *arena)
{
    SpliceStyle style;
    splice_learn(STR("{\n      \"term\": \"\"\n    }"), STR(""), arena, &style.object);
    style.list = splice_deeper(&style.object, arena);
    return style;
}

/* With an empty array in place of the cards. */
static Str whole(const DraftFrame *frame, Arena *arena)
{
    return str_format(arena, "%.*s[]%.*s", STR_FMT(frame->before), STR_FMT(frame->after));
}

Str draft_frame_comma(const DraftFrame *frame, Arena *arena)
{
    SpliceLayout root = {.colon = STR("")};
    splice_learn(root_of(whole(frame, arena)), STR(""), arena, &root);
    return splice_comma(frame->first_gap, root.colon, arena);
}

static Str splice_head(Str root, const DeckHead *head, Str stem, Arena *arena)
{
    bool is_id_needed = find_member(root, STR("id")).name.size > 0 || !str_is(stem, head->id);
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

void draft_frame_set_head(DraftFrame *frame, const DeckHead *head, Str stem, Arena *arena)
{
    Str old = whole(frame, arena), root = root_of(old), changed = splice_head(root, head, stem, arena), cards;
    size_t from = (size_t)(root.data - old.data);
    Str text = str_format(arena, "%.*s%.*s%.*s", STR_FMT(str_slice(old, 0, from)), STR_FMT(changed),
                          STR_FMT(str_slice(old, from + root.size, old.size)));
    DraftFrame with = draft_frame_of(text, &cards);
    frame->before = with.before;
    frame->after = with.after;
}
