/* A deck as a file of another program, or as a sheet to print. Where a format cannot hold all of a card, the
   report says what is lost. */
#ifndef MATCHWICK_FORMATS_EXPORT_H
#define MATCHWICK_FORMATS_EXPORT_H

#include "base/arena.h"
#include "base/err.h"
#include "deck/deck.h"

typedef enum {
    EXPORT_DECK,         /* format 1 JSON */
    EXPORT_CSV,          /* all members, a header row; lists separated by line breaks in their cell */
    EXPORT_QUIZLET,      /* term, tab, definition: one card a line */
    EXPORT_ANKI_TEXT,    /* with #headers */
    EXPORT_ANKI_PACKAGE, /* schema 11, opens in Anki */
    EXPORT_SHEET,        /* HTML to print: cards to fold or cut */
    EXPORT_FORMAT_COUNT
} ExportFormat;

const char *export_format_name(
    ExportFormat format); /* for --format: "json", "csv", "quizlet", "anki-text", "anki", "html" */
const char *export_format_label(ExportFormat format);  /* for people */
const char *export_format_ending(ExportFormat format); /* "apkg" */
bool export_format_find(Str name, ExportFormat *out);

typedef struct {
    uint32_t cards;       /* written */
    unsigned lost_fields; /* CardField (edit/draft_diff.h): what some card has and the format cannot hold */
    uint32_t lost_cards;  /* cards that lost something */
    uint32_t flattened;   /* texts whose line breaks or tabs became spaces */
} ExportReport;

/* `cards`: which, in this order; NULL: all. The bytes lie in the arena. `now_ms` stamps what has a time. */
NODISCARD bool export_make(const Deck *deck, const uint32_t *cards, size_t count, ExportFormat format,
                           int64_t now_ms, Arena *arena, Str *bytes, ExportReport *report, Err *err);

#endif
