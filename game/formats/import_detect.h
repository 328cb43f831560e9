/* What a file is, by its content. For imports alone. */
#ifndef MATCHWICK_FORMATS_IMPORT_DETECT_H
#define MATCHWICK_FORMATS_IMPORT_DETECT_H

#include "formats/import_source.h"

#define IMPORT_HEAD_BYTES 16 /* that show these two */
bool import_is_zip(Str head);
bool import_is_sqlite(Str head);
/* NULL: it may be text; else why it is none. */
const char *import_why_no_text(Str bytes);
/* Of text: any but IMPORT_AUTO and IMPORT_ANKI_PACKAGE. A table where nothing else fits. */
ImportFormat import_detect(const ImportSource *source, const ImportChoices *choices, Arena *scratch);

#endif
