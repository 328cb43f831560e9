/* Which fields of a note are term and definition, by what its first card's template shows. For this folder's
   own files. */
#ifndef MATCHWICK_FORMATS_ANKI_TEMPLATE_H
#define MATCHWICK_FORMATS_ANKI_TEMPLATE_H

#include "formats/import.h"

typedef struct {
    Str question, answer; /* the template's sides */
    bool is_cloze;
    const Str *fields;
    int32_t field_count;
} AnkiTemplate;

/* COLUMN_NONE where the template does not say. Of a cloze note both sides come of one field. */
void anki_template_roles(const AnkiTemplate *shown, int32_t roles[COLUMN_ROLE_COUNT]);

#endif
