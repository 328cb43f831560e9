#include "base/json.h"

#define NODE_BYTES   ((size_t)64) /* of cJSON */
#define STRING_BYTES ((size_t)16) /* at least, and a multiple of it */

static size_t string_end(Str text, size_t at)
{
    for (at++; at < text.size && text.data[at] != '"'; at++)
        if (text.data[at] == '\\') at++;
    return at;
}

/* From above: every comma, colon and bracket outside of strings may begin a value. */
size_t json_tree_bytes(Str text)
{
    size_t bytes = NODE_BYTES;
    for (size_t at = 0; at < text.size; at++) {
        char c = text.data[at];
        if (c == ',' || c == '[' || c == '{') bytes += NODE_BYTES;
        if (c != '"') continue;
        size_t end = string_end(text, at);
        bytes += (end - at + STRING_BYTES) / STRING_BYTES * STRING_BYTES;
        at = end;
    }
    return bytes;
}
