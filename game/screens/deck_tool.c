#include "screens/deck_tool.h"

uint64_t deck_tool_tags(const Setup *setup)
{
    uint64_t hash = (uint64_t)setup->tags_match + 1;
    for (uint32_t i = 0; i < setup->tag_count; i++) hash = str_hash(setup->tags[i], hash);
    return hash;
}
