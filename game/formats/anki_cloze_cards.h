/* The cards of a cloze note, one after the other, to be put into the sink. For this folder's own files. */
#ifndef MATCHWICK_FORMATS_ANKI_CLOZE_CARDS_H
#define MATCHWICK_FORMATS_ANKI_CLOZE_CARDS_H

#include "formats/anki_cloze.h"
#include "formats/import_source.h"

typedef struct {
    ImportSink *sink;
    const ImportRecord *record;
    AnkiCloze *cloze;
    Arena *scratch;
    ImportCard card; /* what all of its cards have */
    const int32_t *numbers;
    int32_t count, next;
} AnkiClozeCards;

/* What gives no card is noted. `scratch` must stay until the last card. */
NODISCARD bool anki_cloze_cards_begin(AnkiClozeCards *cloze, ImportSink *sink, const ImportRecord *record,
                                      Arena *scratch, Err *err);
/* True: there is one more. `place`: which of Anki's it is. */
bool anki_cloze_cards_next(AnkiClozeCards *cloze, int32_t *place, ImportCard *out);

#endif
