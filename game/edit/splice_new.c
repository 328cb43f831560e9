/* Objects that are new: nothing of an older text has to stay. */
#include "edit/splice.h"

static bool has_any(DeckTexts list)
{
    for (size_t i = 0; i < list.count; i++)
        if (!str_is_blank(list.items[i])) return true;
    return false;
}

bool splice_is_wanted(const SpliceMember *member)
{
    switch (member->kind) {
    case SPLICE_KEPT: return false;
    case SPLICE_TEXT: return member->text.size > 0;
    case SPLICE_LIST: return has_any(member->list);
    case SPLICE_OBJECT: break;
    }
    for (size_t i = 0; i < member->count; i++)
        if (splice_is_wanted(&member->members[i])) return true;
    return false;
}

static void add_list(StrBuf *out, DeckTexts list, const SpliceLayout *layout)
{
    Splice splice;
    splice_begin(&splice, out, '[', layout);
    for (size_t i = 0; i < list.count; i++) {
        if (str_is_blank(list.items[i])) continue;
        splice_put(&splice, STR(""), STR(""));
        json_add_quoted(out, list.items[i]);
    }
    splice_end(&splice);
}

static void add_inner(StrBuf *out, const SpliceMember *member, const SpliceStyle *around)
{
    SpliceLayout inner = splice_deeper(&around->object, out->arena);
    SpliceStyle style = {inner, splice_deeper(&inner, out->arena)};
    splice_add_object(out, member->members, member->count, &style);
}

static void add_value(StrBuf *out, const SpliceMember *member, const SpliceStyle *style)
{
    if (member->kind == SPLICE_TEXT) json_add_quoted(out, member->text);
    if (member->kind == SPLICE_LIST) add_list(out, member->list, &style->list);
    if (member->kind == SPLICE_OBJECT) add_inner(out, member, style);
}

void splice_add_object(StrBuf *out, const SpliceMember *members, size_t count, const SpliceStyle *style)
{
    Splice splice;
    splice_begin(&splice, out, '{', &style->object);
    for (size_t i = 0; i < count; i++) {
        if (!splice_is_wanted(&members[i])) continue;
        splice_put(&splice, STR(""), STR(""));
        json_add_quoted(out, members[i].name);
        str_buf_add(out, style->object.colon);
        add_value(out, &members[i], style);
    }
    splice_end(&splice);
}
