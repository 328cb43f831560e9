/* What the importer's thread does: reads, looks for the deck that this is a newer file of, writes. */
#ifndef MATCHWICK_APP_IMPORT_WORK_H
#define MATCHWICK_APP_IMPORT_WORK_H

#include "app/importer.h"

#define IMPORT_SEPARATOR_BYTES IMPORT_MAX_SEPARATOR

typedef struct {
    Shelf *shelf;
    const char *folder; /* of the player's decks */
} ImportShop;

void import_work_read(const ImportShop *shop, Import *import, const ImportChoices *choices,
                      ImportReading *reading);
/* The shelf has the deck when it is done. */
void import_work_write(const ImportShop *shop, const ImportReading *reading, const ImportOrder *order,
                       ImportWritten *written);

#endif
