/* Blocks: a line with the term, lines with the definition, an empty line. In notes of Markdown a line with
   nothing but "?" stands between question and answer, and what has none is no card. */
#include "formats/import_blocks.h"

#include "formats/import_lines.h"
#include "formats/import_source.h"
#include "formats/markdown_text.h"

bool import_is_turn(Str line)
{
    line = str_trim(line);
    return str_is(line, STR("?")) || str_is(line, STR("??"));
}

typedef struct {
    ImportSink *sink;
    Str text;
    int32_t line;    /* of the term; 0: none yet */
    size_t term[2];  /* from and to */
    size_t from, to; /* of the definition; equal: none yet */
    bool has_turns;  /* in the file */
    bool is_turned;  /* this one has */
} Block;

/* In half of the blocks at least: else it is an answer that nobody knows. */
static bool has_turns(Str text)
{
    size_t turns = 0, blocks = 0, run = 0;
    ImportLines lines = import_lines_begin_notes(text);
    while (import_lines_next(&lines)) {
        run = str_is_blank(lines.line) ? 0 : run + 1;
        blocks += run == 2;
        turns += run > 1 && import_is_turn(lines.line);
    }
    return turns > 0 && turns * 2 >= blocks;
}

static bool add_block(const Block *block, Err *err)
{
    if (block->line == 0) return true;
    Str term = str_slice(block->text, block->term[0], block->term[1]);
    Str definition = str_slice(block->text, block->from, block->to);
    if (block->has_turns && !block->is_turned) {
        bool is_heading = term.data[0] == '#';
        if (!is_heading)
            import_notice(block->sink, NOTICE_DROPPED, block->line, "has no line with “?” alone");
        return true;
    }
    ImportCard card = {.card = {.term = term, .definition = definition}, .line = block->line, .group = -1};
    if (block->is_turned) {
        int32_t pictures = 0;
        card.card.term = markdown_text(term, block->sink->arena, &pictures);
        card.card.definition = markdown_text(definition, block->sink->arena, &pictures);
        import_tell_left_out(block->sink, block->line, pictures, 0);
    }
    return import_add_card(block->sink, &card, NULL, err);
}

static void take_line(Block *block, const ImportLines *lines)
{
    size_t end = lines->start + lines->line.size;
    if (block->line == 0) {
        block->line = lines->number;
        block->term[0] = lines->start;
        block->term[1] = block->from = block->to = end;
        block->is_turned = false;
    } else if (block->has_turns && !block->is_turned && import_is_turn(lines->line)) {
        if (block->from != block->to) block->term[1] = block->to;
        block->from = block->to = end;
        block->is_turned = true;
    } else {
        if (block->from == block->to) block->from = lines->start;
        block->to = end;
    }
}

bool import_blocks_read(const ImportSource *source, ImportSink *sink, Err *err)
{
    sink->result->format = IMPORT_BLOCKS;
    ImportLines lines = import_lines_begin_notes(source->text);
    Block block = {.sink = sink, .text = source->text, .has_turns = has_turns(source->text)};
    while (import_lines_next(&lines)) {
        if (!str_is_blank(lines.line)) {
            take_line(&block, &lines);
            continue;
        }
        if (!add_block(&block, err)) return false;
        block.line = 0;
    }
    return add_block(&block, err);
}
