/* Where the game's files are. Folders without a slash at the end, zero-terminated, in the arena; empty with
   `err` set. */
#ifndef MATCHWICK_PLATFORM_PATHS_H
#define MATCHWICK_PLATFORM_PATHS_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

/* $XDG_DATA_HOME/matchwick, or ~/.local/share/matchwick; elsewhere than on Linux what SDL says. Not made. */
Str paths_data(Arena *arena, Err *err);
/* What comes with the program: beside it (../share/matchwick), in the source tree it was built from, or where
   it was to be installed, whichever is there first. */
Str paths_assets(Arena *arena, Err *err);
Str paths_decks(Arena *arena, Err *err);

/* The person's own folders, which are there: home, and where downloads go (the XDG user directories, or
   ~/Downloads, or home). Never empty. */
Str paths_home(Arena *arena);
Str paths_downloads(Arena *arena);

#endif
