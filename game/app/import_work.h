/* What the importer's thread does: reads, looks for the deck that this is a newer file of, writes. */
#ifndef MATCHWICK_APP_IMPORT_WORK_H
#define MATCHWICK_APP_IMPORT_WORK_H

#include "app/importer.h"

#define IMPORT_SEPARATOR_BYTES IMPORT_MAX_SEPARATOR

typedef struct {
    Shelf *shelf;
    const char *folder; /* of the player's decks */
    const char *path;   /* the one file that is compared and written, wherever it lies, without a shelf and a
                           folder; NULL: what the shelf tells */
} ImportShop;

void import_work_read(const ImportShop *shop, Import *import, const ImportChoices *choices,
                      ImportReading *reading);
/* Sets the reading's update anew, by the title that its result has now. False with `err`: what lies at the
   shop's path is no deck. */
NODISCARD bool import_work_compare(const ImportShop *shop, ImportReading *reading, Err *err);
/* The shelf has the deck when it is done. */
void import_work_write(const ImportShop *shop, const ImportReading *reading, const ImportOrder *order,
                       ImportWritten *written);

#endif
