/* Blanks in a text as Anki writes them: "{{c1::answer::hint}}", one number to a card. For this folder's own
   files. */
#ifndef MATCHWICK_FORMATS_ANKI_CLOZE_H
#define MATCHWICK_FORMATS_ANKI_CLOZE_H

#include "base/arena.h"
#include "base/str.h"

#define ANKI_CLOZE_MAX_CARDS 100 /* of one note */
#define ANKI_CLOZE_MAX_DEPTH 10
#define ANKI_CLOZE_MAX       500 /* numbers go so far */

/* Is there a blank's beginning in it? */
bool anki_cloze_is_in(Str text);

typedef struct AnkiCloze AnkiCloze;

/* Plain text; it must outlive the cloze, which lies in the arena. */
AnkiCloze *anki_cloze_read(Str text, Arena *arena);
/* Numbers that have a blank, rising; at most ANKI_CLOZE_MAX_CARDS. */
const int32_t *anki_cloze_numbers(const AnkiCloze *cloze, int32_t *count);
/* More numbers than that, or blanks in blanks deeper than ANKI_CLOZE_MAX_DEPTH: these were passed over. */
bool anki_cloze_has_more(const AnkiCloze *cloze);
/* Blanks that cover parts of a picture; they are no text and have no number. */
bool anki_cloze_has_pictures(const AnkiCloze *cloze);
/* The text with the blanks of one number open ("[…]" or "[hint]"), the others filled in. */
Str anki_cloze_question(const AnkiCloze *cloze, int32_t number, Arena *arena);
/* What belongs there, with commas between. */
Str anki_cloze_answer(const AnkiCloze *cloze, int32_t number, Arena *arena);

#endif
