#include "edit/splice.h"

#include <string.h>

static bool has_line(Str gap)
{
    return gap.size > 0 && memchr(gap.data, '\n', gap.size) != NULL;
}

Str splice_comma(Str gap, Str colon, Arena *arena)
{
    if (has_line(gap)) return str_format(arena, ",%.*s", STR_FMT(gap));
    return str_ends(colon, STR(" ")) ? STR(", ") : STR(",");
}

bool splice_learn(Str container, Str colon, Arena *arena, SpliceLayout *out)
{
    SpliceWalk walk = splice_walk(container);
    JsonPart part;
    if (!splice_walk_next(&walk, &part)) return false;
    if (part.name.size > 0) {
        const char *from = part.name.data + part.name.size;
        colon = (Str){from, (size_t)(part.value.data - from)};
    }
    *out = (SpliceLayout){.first = walk.gap, .colon = colon};
    bool has_second = splice_walk_next(&walk, &part);
    out->next = has_second ? walk.gap : splice_comma(out->first, colon, arena);
    while (has_second) has_second = splice_walk_next(&walk, &part);
    out->last = walk.gap;
    return true;
}

/* The white space that begins a gap's last line. */
static Str indent_of(Str gap)
{
    size_t from = gap.size;
    while (from > 0 && gap.data[from - 1] != '\n') from--;
    return str_slice(gap, from, gap.size);
}

SpliceLayout splice_deeper(const SpliceLayout *layout, Arena *arena)
{
    SpliceLayout deeper = {.first = STR(""), .last = STR(""), .colon = layout->colon};
    if (has_line(layout->first)) {
        Str inner = indent_of(layout->first), outer = indent_of(layout->last);
        Str unit = str_starts(inner, outer) ? str_slice(inner, outer.size, inner.size) : inner;
        deeper.first = str_format(arena, "%.*s%.*s", STR_FMT(layout->first), STR_FMT(unit));
        deeper.last = layout->first;
    }
    deeper.next = splice_comma(deeper.first, deeper.colon, arena);
    return deeper;
}

SpliceWalk splice_walk(Str container)
{
    return (SpliceWalk){.parts = json_parts(container), .end = 1};
}

bool splice_walk_next(SpliceWalk *walk, JsonPart *part)
{
    Str text = walk->parts.text;
    bool is_there = json_parts_next(&walk->parts, part);
    if (!is_there) {
        walk->gap = str_slice(text, walk->end, walk->parts.at);
        return false;
    }
    Str start = part->name.size > 0 ? part->name : part->value;
    walk->gap = str_slice(text, walk->end, (size_t)(start.data - text.data));
    walk->end = (size_t)(part->value.data - text.data) + part->value.size;
    return true;
}

void splice_begin(Splice *splice, StrBuf *out, char open, const SpliceLayout *layout)
{
    *splice = (Splice){.out = out, .layout = *layout, .close = open == '{' ? '}' : ']'};
    str_buf_add(out, (Str){&open, 1});
}

void splice_put(Splice *splice, Str gap, Str part)
{
    if (!splice->has_parts)
        gap = splice->layout.first;
    else if (gap.size == 0)
        gap = splice->layout.next;
    str_buf_add(splice->out, gap);
    str_buf_add(splice->out, part);
    splice->has_parts = true;
}

void splice_end(Splice *splice)
{
    if (splice->has_parts) str_buf_add(splice->out, splice->layout.last);
    str_buf_add(splice->out, (Str){&splice->close, 1});
}
