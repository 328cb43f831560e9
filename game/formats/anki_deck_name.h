/* Names of Anki's decks have levels: "Spanish::Verbs". For this folder's own files. */
#ifndef MATCHWICK_FORMATS_ANKI_DECK_NAME_H
#define MATCHWICK_FORMATS_ANKI_DECK_NAME_H

#include "base/str.h"

#define ANKI_DECK_LEVEL STR("::")

/* The lowest level: "Verbs". */
Str anki_deck_level(Str name);
/* The whole levels that both names begin with; empty: none. */
Str anki_deck_root(Str a, Str b);
/* What of the name is below such a root; empty for the root itself. */
Str anki_deck_below(Str root, Str name);

#endif
