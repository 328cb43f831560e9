/* What is dropped on the window: SDL hands over one file, or one line of text, at a time; here they become
   one drop, held until it is taken. A later one takes its place. */
#ifndef MATCHWICK_PLATFORM_DROPS_H
#define MATCHWICK_PLATFORM_DROPS_H

#include "ui/platform.h"

typedef struct {
    Arena arena; /* of the drop that gathers */
    StrBuf paths, text;
    bool is_whole;
} Drops;

void drops_init(Drops *drops);
void drops_deinit(Drops *drops);
void drops_begin(Drops *drops);
void drops_add_file(Drops *drops, const char *path);
void drops_add_line(Drops *drops, const char *line);
/* True if there is something to be taken. */
bool drops_end(Drops *drops);
bool drops_take(Drops *drops, Arena *arena, Drop *out);

#endif
