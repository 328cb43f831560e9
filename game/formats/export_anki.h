/* Cards as Anki's notes, in its text files and its packages alike; for this folder's own files. The note type
   holds all that a card has, so nothing is lost on the way back; "Term" and "Definition" come first, as the
   front and back of Anki's own "Basic". */
#ifndef MATCHWICK_FORMATS_EXPORT_ANKI_H
#define MATCHWICK_FORMATS_EXPORT_ANKI_H

#include "formats/export_parts.h"

#define EXPORT_ANKI_FIELDS    7
#define EXPORT_ANKI_TAG_SPACE "\u00A0" /* within a tag: Anki parts them at spaces */

extern const char *const export_anki_field_names[EXPORT_ANKI_FIELDS];

/* HTML, in the card's arena. */
typedef struct {
    Str fields[EXPORT_ANKI_FIELDS]; /* lists: a line each */
    Str tags;                       /* separated by spaces */
    Str guid;                       /* of deck and card: a later export updates the notes of this one */
} AnkiNote;

AnkiNote export_anki_note(Exporting *exporting, const DeckCard *card);

#endif
