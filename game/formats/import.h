/* Another program's file as cards. The source is opened once and read as often as a choice changes; each
   reading tells what it took the file for, what it dropped and why. Nothing is written here.

   Limits: a file of IMPORT_MAX_BYTES (JSON: DECK_MAX_FILE_BYTES), DECK_MAX_CARDS cards, texts as in a deck.
   Memory stays below 512 MiB with the result, and a file that is refused is refused within 10 s. Text is only
   ever text: HTML is turned into it, nothing is loaded or run. */
#ifndef MATCHWICK_FORMATS_IMPORT_H
#define MATCHWICK_FORMATS_IMPORT_H

#include "base/arena.h"
#include "base/err.h"
#include "deck/deck_build.h"

#define IMPORT_MAX_BYTES      (256u << 20)
#define IMPORT_MAX_COLUMNS    64 /* of a record or fields of a note type; more are dropped, and that is told */
#define IMPORT_MAX_KINDS      64 /* note types whose columns can be chosen */
#define IMPORT_MAX_NOTICES    1000
#define IMPORT_MAX_SEPARATOR  32 /* bytes */
#define IMPORT_SAMPLE_COLUMNS 8

typedef enum {
    IMPORT_AUTO,         /* by content */
    IMPORT_TABLE,        /* delimited text of any separators: CSV, TSV, Quizlet, Knowt, a pasted list */
    IMPORT_BLOCKS,       /* a term line, definition lines, an empty line */
    IMPORT_MARKDOWN,     /* tables of Markdown */
    IMPORT_QUESTIONS,    /* "Q:" and "A:" */
    IMPORT_COLONS,       /* "term :: definition" */
    IMPORT_ANKI_TEXT,    /* with #headers */
    IMPORT_ANKI_PACKAGE, /* .apkg, .colpkg */
    IMPORT_JSON,         /* arrays of objects or pairs, Anki's JSON */
    IMPORT_DECK,         /* our own format 1 */
    IMPORT_FORMAT_COUNT
} ImportFormat;

const char *import_format_name(ImportFormat format);  /* for --format: "table", "anki-text" */
const char *import_format_label(ImportFormat format); /* for people: "Anki package" */
/* By name; "csv", "tsv" and "quizlet" are tables whose separator the caller sets. */
bool import_format_find(Str name, ImportFormat *out);

typedef enum { IMPORT_FOUND, IMPORT_YES, IMPORT_NO } ImportSwitch; /* FOUND: as the file shows */

typedef enum {
    ENCODING_FOUND,
    ENCODING_UTF8,
    ENCODING_UTF16_LE,
    ENCODING_UTF16_BE,
    ENCODING_WINDOWS_1252, /* holds Latin-1's letters too */
    ENCODING_COUNT
} ImportEncoding;
const char *import_encoding_label(ImportEncoding encoding);
bool import_encoding_find(Str name,
                          ImportEncoding *out); /* "utf-8", "utf-16le", "windows-1252", "latin-1" … */

/* What a column is. */
typedef enum {
    COLUMN_TERM,
    COLUMN_DEFINITION,
    COLUMN_TAGS,
    COLUMN_HINT,
    COLUMN_WORDINGS, /* lists: separated by line breaks or " | " in a cell */
    COLUMN_ACCEPTS,
    COLUMN_DISTRACTORS,
    COLUMN_ID,
    COLUMN_ROLE_COUNT
} ColumnRole;

#define COLUMN_BY_FILE INT32_C(-1)
#define COLUMN_NONE    INT32_C(-2)

typedef struct {
    ImportFormat format;
    ImportEncoding encoding;
    Str side_separator; /* between term and definition; empty: found. "\t" and the like are the bytes
                           themselves: the caller has undone escapes (import_separator_read) */
    Str card_separator; /* between cards; empty: found, line breaks mostly */
    ImportSwitch quotes, header, html;
    int32_t columns[IMPORT_MAX_KINDS][COLUMN_ROLE_COUNT]; /* by kind: a column, COLUMN_BY_FILE, COLUMN_NONE */
    bool is_swapped;                                      /* term and definition change places */
    bool wants_subdecks; /* true: one group alone, `group`; false: all, subdecks become tags */
    int32_t group;
    bool wants_reviews; /* Anki's review log too */
} ImportChoices;

void import_choices_init(ImportChoices *choices);
/* "\t", "tab", "\n", "comma", " - " … as bytes; false where it is empty or over 32 bytes. */
NODISCARD bool import_separator_read(Str said, Arena *arena, Str *out, Err *err);
/* For people: "Tab", "Comma", "“ - ”". */
Str import_separator_label(Str separator, Arena *arena);

/* One shape of record: a table has one, a package one for each note type. */
typedef struct {
    Str name;     /* "Basic"; empty for tables */
    Str *columns; /* as the file names them, else "Column 1" */
    int32_t column_count;
    int32_t roles[COLUMN_ROLE_COUNT]; /* taken: a column or COLUMN_NONE */
    uint32_t records;
    Str sample[IMPORT_SAMPLE_COLUMNS]; /* of the first record */
} ImportKind;

/* Decks of a package; a table has none. */
typedef struct {
    Str name; /* "Spanish::Verbs" */
    uint32_t cards;
} ImportGroup;

typedef struct {
    DeckCard card; /* id: the source's own (Anki's guid, a column), empty where it has none */
    int32_t line;  /* of the file where it begins, from 1; of a package the number of the note */
    int32_t group; /* -1: none */
} ImportCard;

typedef enum {
    NOTICE_DROPPED,   /* a record that gave no card */
    NOTICE_DUPLICATE, /* a card that is there already, dropped too */
    NOTICE_DOUBT      /* kept, but changed or doubtful: a wrong byte, a picture left out */
} NoticeKind;

typedef struct {
    NoticeKind kind;
    int32_t line; /* as in ImportCard; 0: the file as a whole */
    Str text;     /* "has no definition" */
} ImportNotice;

/* A review of Anki's log. */
typedef struct {
    uint32_t card; /* of the result */
    int64_t at_ms;
    int32_t grade; /* 1 Again .. 4 Easy */
    int32_t took_ms;
} ImportReview;

typedef struct {
    ImportFormat format; /* taken, as are the next ones */
    ImportEncoding encoding;
    bool is_encoding_guessed; /* not valid UTF-8, so taken for Windows-1252: to be said */
    Str side_separator, card_separator;
    bool is_quoted, has_header, is_html;
    DeckHead head;   /* title: of the package's deck, a header, else the file's name; the rest where it is
                        known; id empty unless the source is a deck */
    Str deck_text;   /* of IMPORT_DECK, as long as nothing of it was dropped or changed: the file itself, with
                        members that only other programs know; else empty */
    unsigned fields; /* CardField (edit/card_fields.h) that this source carries */
    ImportKind *kinds;
    size_t kind_count;
    ImportGroup *groups;
    size_t group_count;
    ImportCard *cards;
    size_t count;
    ImportNotice *notices; /* by line, the first IMPORT_MAX_NOTICES */
    size_t notice_count;
    size_t dropped, duplicates, doubts; /* all, listed or not */
    size_t pictures, sounds;            /* left out */
    ImportReview *reviews;              /* by time */
    size_t review_count;
} ImportResult;

typedef struct Import Import;

/* Opens a file; its kind is looked at when it is read. NULL with `err`: cannot be read, is too big. */
Import *import_open_file(const char *path, Err *err);
/* A pasted text; copied. `name` becomes the title where the text has none. */
Import *import_open_text(Str text, Str name, Err *err);
void import_close(Import *import); /* NULL is allowed */
/* Reads all by the choices. Views of the result lie in the arena and in the import, and are valid until
   either is gone. False with `err`: nothing can be made of it, with the line where there is one ("FILE:3: …")
   and what would be right. A file without any card is an error. May be called on any thread, one at a time.
 */
NODISCARD bool import_read(Import *import, const ImportChoices *choices, Arena *arena, ImportResult *out,
                           Err *err);

#endif
