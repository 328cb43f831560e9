/* Blocks: a line with the term, lines with the definition, an empty line. */
#include "formats/import_lines.h"
#include "formats/import_source.h"

typedef struct {
    Str text;
    Str term;
    int32_t line;    /* of the term; 0: none yet */
    size_t from, to; /* of the definition; equal: none yet */
} Block;

static bool add_block(const Block *block, ImportSink *sink, Err *err)
{
    if (block->line == 0) return true;
    Str definition = str_slice(block->text, block->from, block->to);
    ImportCard card = {
        .card = {.term = block->term, .definition = definition}, .line = block->line, .group = -1};
    return import_add_card(sink, &card, NULL, err);
}

static void take_line(Block *block, const ImportLines *lines)
{
    size_t end = lines->start + lines->line.size;
    if (block->line == 0) {
        block->term = lines->line;
        block->line = lines->number;
        block->from = block->to = end;
    } else {
        if (block->from == block->to) block->from = lines->start;
        block->to = end;
    }
}

bool import_blocks_read(const ImportSource *source, ImportSink *sink, Err *err)
{
    sink->result->format = IMPORT_BLOCKS;
    ImportLines lines = import_lines_begin(source->text);
    Block block = {.text = source->text};
    while (import_lines_next(&lines)) {
        if (!str_is_blank(lines.line)) {
            take_line(&block, &lines);
            continue;
        }
        if (!add_block(&block, sink, err)) return false;
        block.line = 0;
    }
    return add_block(&block, sink, err);
}
