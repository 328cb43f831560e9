#include "edit/card_splice.h"

#define MEMBERS 8

static void list_members(const DeckCard *card, Str id, SpliceMember members[MEMBERS])
{
    members[0] = (SpliceMember){.name = STR("id"), .kind = SPLICE_TEXT, .text = id};
    members[1] = (SpliceMember){.name = STR("term"), .kind = SPLICE_TEXT, .text = card->term};
    members[2] = (SpliceMember){.name = STR("definition"), .kind = SPLICE_TEXT, .text = card->definition};
    members[3] = (SpliceMember){.name = STR("wordings"), .kind = SPLICE_LIST, .list = card->wordings};
    members[4] = (SpliceMember){.name = STR("accept"), .kind = SPLICE_LIST, .list = card->accepts};
    members[5] = (SpliceMember){.name = STR("distractors"), .kind = SPLICE_LIST, .list = card->distractors};
    members[6] = (SpliceMember){.name = STR("tags"), .kind = SPLICE_LIST, .list = card->tags};
    members[7] = (SpliceMember){.name = STR("hint"), .kind = SPLICE_TEXT, .text = card->hint};
}

Str card_splice(Str text, const DeckCard *card, Str id, const SpliceStyle *style, Arena *arena)
{
    SpliceMember members[MEMBERS];
    list_members(card, id, members);
    return splice_object(text, members, MEMBERS, style, arena);
}

void card_splice_add(StrBuf *out, const DeckCard *card, Str id, const SpliceStyle *style)
{
    SpliceMember members[MEMBERS];
    list_members(card, id, members);
    splice_add_object(out, members, MEMBERS, style);
}
