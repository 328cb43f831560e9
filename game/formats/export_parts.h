/* What the writers of exports share; for this folder's own files. */
#ifndef MATCHWICK_FORMATS_EXPORT_PARTS_H
#define MATCHWICK_FORMATS_EXPORT_PARTS_H

#include "deck/deck_build.h"
#include "edit/card_fields.h"
#include "formats/export.h"

typedef struct {
    const Deck *deck;
    const ExportChoices *choices;
    Arena *arena; /* of the bytes */
    Arena *card;  /* of one card: reset before each */
    ExportReport *report;
    StrBuf out;
    void *writer; /* what the writer of the format needs besides */
} Exporting;

typedef void (*ExportCardWriter)(Exporting *exporting, const DeckCard *card);

Str export_title(const Exporting *exporting);
uint32_t export_count(const Exporting *exporting);
/* Every card that was chosen. What it has beyond the fields that are held (CardField) is reported as lost. */
void export_each(Exporting *exporting, unsigned held, ExportCardWriter write);

#define EXPORT_MOST_PARTS 5

/* What may not be in a text, and what stands in its place. */
typedef struct {
    Str parts[EXPORT_MOST_PARTS];
    size_t count;
    Str instead; /* makes no part together with what is around it for ever */
} ExportParts;

/* Without any of the parts. A text that had one is reported as flattened. */
Str export_flatten(Exporting *exporting, Str text, const ExportParts *parts);
/* On one line. */
Str export_one_line(Exporting *exporting, Str text);
/* One item a line. */
Str export_lines(Exporting *exporting, DeckTexts items);

/* The writers. */
NODISCARD bool export_write_deck(Exporting *exporting, Str *bytes, Err *err);
void export_write_csv(Exporting *exporting);
void export_write_quizlet(Exporting *exporting);
void export_write_anki_text(Exporting *exporting);
void export_write_sheet(Exporting *exporting);
NODISCARD bool export_write_package(Exporting *exporting, Str *bytes, Err *err);

#endif
