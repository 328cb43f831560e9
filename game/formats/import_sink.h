/* The sink's beginning and end; for import.c and the sink's own files. */
#ifndef MATCHWICK_FORMATS_IMPORT_SINK_H
#define MATCHWICK_FORMATS_IMPORT_SINK_H

#include "formats/import_same.h"
#include "formats/import_source.h"

struct ImportSinkInner {
    size_t card_room, kind_room, kind_count, group_room, notice_room, review_room;
    ImportKind *kinds; /* all; the result lists the first IMPORT_MAX_KINDS */
    ImportSame same;   /* by folded term and definition */
    ImportSame ids;
    ImportSame groups;   /* by name */
    Arena folding;       /* emptied for each card */
    Arena lists;         /* of the record that was read last */
    size_t listed;       /* items of all lists */
    bool has_lost_lists; /* by swapping */
    int tangled;         /* fields of HTML that were refused */
};

void import_sink_begin(ImportSink *sink);
/* Completes the result. */
void import_sink_end(ImportSink *sink);
void import_sink_close(ImportSink *sink);

/* Room for one more item in an array of the arena. */
void *import_grow(Arena *arena, void *items, size_t count, size_t *room, size_t size);

#endif
