#include "edit/card_splice.h"

Str card_splice(Str text, const DeckCard *card, Str id, const SpliceStyle *style, Arena *arena)
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
    return splice_object(text, members, sizeof members / sizeof *members, style, arena);
}
