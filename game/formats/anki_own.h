/* Anki's files that this game has written (export_anki.h), known again by the names of their fields. Then
   nothing of a card is lost on the way through Anki. For the readers of imports. */
#ifndef MATCHWICK_FORMATS_ANKI_OWN_H
#define MATCHWICK_FORMATS_ANKI_OWN_H

#include "formats/import.h"

/* Sets the roles of the named columns and leaves the others, if all of our fields are there. */
bool anki_own_roles(const Str *names, int32_t count, int32_t roles[COLUMN_ROLE_COUNT]);
/* Tags as they were before Anki, which has no spaces in tags. Texts in `arena`, the list in `lists`. */
DeckTexts anki_own_tags(DeckTexts tags, Arena *arena, Arena *lists);

#endif
