/* What the readers behind import.h read from, and the sink that they put cards into; for this folder's own
   files. The sink chooses columns, checks the limits, drops blank cards and those that are there already, and
   keeps the notices, so that every format is told of alike. */
#ifndef MATCHWICK_FORMATS_IMPORT_SOURCE_H
#define MATCHWICK_FORMATS_IMPORT_SOURCE_H

#include "formats/delimited.h"
#include "formats/import.h"

typedef struct {
    const char *path; /* NULL: pasted or through a pipe; then all of it is in `bytes` */
    Str bytes;        /* of a package without a path; else empty */
    Str text;         /* of all but packages: UTF-8, without a mark, line breaks as they are */
    Str name;         /* the file's, for messages */
} ImportSource;

typedef struct ImportSinkInner ImportSinkInner;

typedef struct {
    const ImportChoices *choices;
    ImportResult *result; /* the reader sets what it took: format, separators, is_html, head.title … */
    Arena *arena;         /* the result's */
    Arena *scratch;       /* until the reading ends */
    const char
        *tag_separators;    /* of import_split_tags for a tags' column: "\n\r,;" unless the reader knows */
    Str list_separator;     /* in a list's cell without line breaks; empty: none */
    ImportSinkInner *inner; /* cards, kinds and notices while they grow */
} ImportSink;

/* So many cards at most may come: room for them is made at once. Need not be called. */
void import_expect_cards(ImportSink *sink, size_t most);
/* A shape of record; the list of columns is copied. `roles` as the file shows them, COLUMN_NONE where it has
   no such column; what was chosen overrides them. Returns its number, from 0. */
int32_t import_add_kind(ImportSink *sink, Str name, const Str *columns, int32_t column_count,
                        const int32_t roles[COLUMN_ROLE_COUNT]);
/* Roles that are taken for it. */
const int32_t *import_kind_roles(const ImportSink *sink, int32_t kind);
/* A deck of a package; the same name gives the same number. Its cards are counted; where another one is
   wanted alone they go no further. */
int32_t import_add_group(ImportSink *sink, Str name);

typedef struct {
    int32_t kind, line, group; /* as in ImportCard */
    const Str *fields;         /* by column; as text or, where result->is_html, as HTML */
    int32_t field_count;       /* columns beyond are empty */
    Str id;                    /* empty: of the id's column, if there is one */
    DeckTexts tags;            /* besides those of the column */
} ImportRecord;

/* A record by its kind's roles, to text where result->is_html. False with `err` once there are more than
   DECK_MAX_CARDS cards: the reader ends. `number` (may be NULL): of the card, of the earlier one where it is
   there already, or DECK_NO_CARD where it was dropped; why is noted. Texts are views of what outlives the
   result (the source, the arena), lists are copied. */
NODISCARD bool import_add_record(ImportSink *sink, const ImportRecord *record, uint32_t *number, Err *err);
/* A record as the card that it would be, and no more: for readers that make several of one. Its lists are
   good until the next record. */
NODISCARD bool import_read_record(ImportSink *sink, const ImportRecord *record, ImportCard *out, Err *err);
/* The same with a card that the reader has made: plain text, and term and definition as the source has them,
   before they are swapped. */
NODISCARD bool import_add_card(ImportSink *sink, const ImportCard *card, uint32_t *number, Err *err);
/* Tags of a cell. Each character separates, the first of them alone that the cell has: "\n,;" or " ". */
DeckTexts import_split_tags(Str cell, const char *separators, Arena *arena);

void import_notice(ImportSink *sink, NoticeKind kind, int32_t line, const char *format, ...)
    PRINTF_LIKE(4, 5);
/* Counts them, and says so of the card where there are any. */
void import_tell_left_out(ImportSink *sink, int32_t line, int32_t pictures, int32_t sounds);
/* What is doubtful of a record of delimited text. */
void import_doubt_record(ImportSink *sink, const Delimited *reader);
void import_add_review(ImportSink *sink, ImportReview review);

/* "FILE:LINE: what, and what would be right"; `line` 0: of the file as a whole. Returns false. */
bool import_error(const ImportSource *source, int32_t line, Err *err, const char *format, ...)
    PRINTF_LIKE(4, 5);

/* The readers. False with `err`: nothing can be made of it. The file's name is put before what has none. */
NODISCARD bool import_table_read(const ImportSource *source, ImportSink *sink, Err *err);
NODISCARD bool import_blocks_read(const ImportSource *source, ImportSink *sink, Err *err);
NODISCARD bool import_markdown_read(const ImportSource *source, ImportSink *sink, Err *err);
NODISCARD bool import_questions_read(const ImportSource *source, ImportSink *sink, Err *err);
NODISCARD bool import_colons_read(const ImportSource *source, ImportSink *sink, Err *err);
NODISCARD bool import_json_read(const ImportSource *source, ImportSink *sink, Err *err);
NODISCARD bool import_anki_text_read(const ImportSource *source, ImportSink *sink, Err *err);
NODISCARD bool import_anki_package_read(const ImportSource *source, ImportSink *sink, Err *err);

#endif
