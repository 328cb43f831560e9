/* What the writer of Anki's packages is made of; for this folder's own files. Schema 11 keeps note types,
   decks and options as JSON in the one row of `col`. */
#ifndef MATCHWICK_FORMATS_EXPORT_PACKAGE_H
#define MATCHWICK_FORMATS_EXPORT_PACKAGE_H

#include "formats/export_anki.h"

/* Ids are moments in Anki, and one note type serves all our packages: then a later import adds to it. */
#define EXPORT_PACKAGE_NOTE_TYPE INT64_C(1764192000001)
#define EXPORT_PACKAGE_DECK      INT64_C(1764192000002) /* decks come together by their names */

typedef struct {
    Str conf, models, decks, dconf;
} ExportPackageJson;

ExportPackageJson export_package_json(const Exporting *exporting);

#endif
