/* What the writer of Anki's packages is made of; for this folder's own files. Schema 11 keeps note types,
   decks and options as JSON in the one row of `col`. */
#ifndef MATCHWICK_FORMATS_EXPORT_PACKAGE_H
#define MATCHWICK_FORMATS_EXPORT_PACKAGE_H

#include "formats/export_anki.h"

/* Ids are moments in Anki, and one note type serves all our packages: then a later import adds to it. */
#define EXPORT_PACKAGE_NOTE_TYPE INT64_C(1764192000001)

/* Of the deck: always the same for its title, and others for other decks, which programs that go by ids would
   put together. */
int64_t export_package_deck(const Exporting *exporting);

typedef struct {
    Str conf, models, decks, dconf;
} ExportPackageJson;

ExportPackageJson export_package_json(const Exporting *exporting);

#endif
