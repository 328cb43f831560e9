/* The "#key:value" lines at the top of Anki's text files. For this folder's own files. */
#ifndef MATCHWICK_FORMATS_ANKI_TEXT_HEADER_H
#define MATCHWICK_FORMATS_ANKI_TEXT_HEADER_H

#include "formats/delimited.h"
#include "formats/import_source.h"

/* Columns that are no fields. */
typedef enum {
    ANKI_COLUMN_NOTETYPE,
    ANKI_COLUMN_DECK,
    ANKI_COLUMN_TAGS,
    ANKI_COLUMN_GUID,
    ANKI_COLUMN_COUNT
} AnkiColumn;

typedef struct {
    DelimitedRules rules;
    ImportSwitch html; /* IMPORT_FOUND: it does not say */
    Str columns[IMPORT_MAX_COLUMNS];
    int32_t column_count;
    int32_t special[ANKI_COLUMN_COUNT]; /* COLUMN_NONE */
    DeckTexts tags;                     /* of all notes */
    Str notetype, title;
    Str body; /* what is below */
    int32_t body_line;
} AnkiTextHeader;

/* What was chosen comes before what the header says. All lies in the text and the arena. */
void anki_text_header_read(Str text, const ImportChoices *choices, Arena *arena, AnkiTextHeader *out);

#endif
