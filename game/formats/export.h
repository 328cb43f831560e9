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
    EXPORT_QUIZLET,      /* term, tab, definition: one card a line; or other separators */
    EXPORT_ANKI_TEXT,    /* with #headers */
    EXPORT_ANKI_PACKAGE, /* schema 11, opens in Anki */
    EXPORT_SHEET,        /* HTML to print: cards to fold, term left and definition right */
    EXPORT_SHEET_CUT,    /* HTML to print: cards to cut, printed on both sides */
    EXPORT_FORMAT_COUNT
} ExportFormat;

const char *export_format_name(ExportFormat format);   /* for --format: "json", "csv", "quizlet", "anki-text",
                                                          "anki", "html", "html-cut" */
const char *export_format_label(ExportFormat format);  /* for people */
const char *export_format_ending(ExportFormat format); /* "apkg" */
bool export_format_find(Str name, ExportFormat *out);

/* Zeroed but for the format: all cards, the usual separators. */
typedef struct {
    ExportFormat format;
    const uint32_t *cards; /* which, in this order; NULL: all */
    size_t count;
    const char *path; /* the deck's file, whose unknown members and layout EXPORT_DECK keeps; NULL: none */
    /* Of a selection that is a deck of its own, with an id that is made of it: with the deck's id the two
       could not stand on one shelf. Empty: the deck's. */
    Str title;
    int64_t now_ms; /* stamps what has a time */
    /* Of EXPORT_QUIZLET: between term and definition, and between cards; empty: a tab, a line break. */
    Str side_separator, card_separator;
} ExportChoices;

typedef struct {
    uint32_t cards;       /* written */
    unsigned lost_fields; /* CardField (edit/card_fields.h): what some card has and the format cannot hold */
    uint32_t lost_cards;  /* cards that lost something */
    uint32_t flattened;   /* texts whose line breaks, tabs or separators were replaced */
    uint32_t shortened;   /* texts too long for a card of a sheet, cut off with "…" */
} ExportReport;

typedef struct {
    Str bytes; /* in the arena */
    ExportReport report;
} ExportFile;

/* As bytes, in memory. */
NODISCARD bool export_make(const Deck *deck, const ExportChoices *choices, Arena *arena, ExportFile *out,
                           Err *err);
/* What the report tells of loss, as sentences for people: "Left out: wordings and hints of 12 cards." Empty
   where nothing was lost. */
Str export_report_text(const ExportReport *report, Arena *arena);

#endif
