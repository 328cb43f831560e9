/* Collecting what is wrong with a deck file; for this folder's own files. */
#ifndef MATCHWICK_DECK_DECK_REPORT_H
#define MATCHWICK_DECK_DECK_REPORT_H

#include "base/attr.h"
#include "base/json.h"
#include "deck/deck_read.h"

#define DECK_REPORT_FILE ((JsonPlace){0, 0}) /* the file as a whole */

void deck_report_error(DeckReport *report, JsonPlace place, const char *format, ...) PRINTF_LIKE(3, 4);
void deck_report_warning(DeckReport *report, JsonPlace place, const char *format, ...) PRINTF_LIKE(3, 4);
/* False once the list is full: then a place need not be looked for, the problem is only counted. */
bool deck_report_has_room(const DeckReport *report, bool is_warning);
/* By place. */
void deck_report_sort(DeckReport *report);

/* Room for a text of a file as it is shown within a message. */
typedef struct {
    char text[96];
} DeckQuote;

/* At most 60 bytes, whole code points, "…" where it was cut, control characters as spaces. */
DeckQuote deck_quote(Str text);

#endif
