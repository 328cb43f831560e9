#include "screens/deck_tool.h"

bool deck_tool_is_same(const ToolPreview *a, const ToolPreview *b)
{
    return a->what == b->what && a->set == b->set && a->tags == b->tags && a->parting == b->parting;
}

uint64_t deck_tool_tags(const Setup *setup)
{
    uint64_t hash = (uint64_t)setup->tags_match + 1;
    for (uint32_t i = 0; i < setup->tag_count; i++) hash = str_hash(setup->tags[i], hash);
    return hash;
}

uint64_t deck_tool_parting(const Str *separators, size_t count)
{
    uint64_t hash = count;
    for (size_t i = 0; i < count; i++) hash = str_hash(separators[i], hash + separators[i].size);
    return hash;
}
