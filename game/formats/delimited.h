/* Delimited text as records of fields, one after the other: RFC 4180 with any separators. Linear in the text,
   whatever it holds; a field is a view of it, and only one with doubled quotes is copied. */
#ifndef MATCHWICK_FORMATS_DELIMITED_H
#define MATCHWICK_FORMATS_DELIMITED_H

#include "base/arena.h"
#include "base/str.h"

#define DELIMITED_MAX_FIELDS 64

typedef struct {
    Str side;            /* between fields; empty: a record is one field */
    Str card;            /* between records; empty: line breaks, LF, CRLF or CR */
    bool is_quoted;      /* a field that begins with a quote ends with one; in between, separators are text */
    bool has_comments;   /* records that begin with "#" are passed over */
    int32_t most_fields; /* the last field holds what is left, separators too; 0: DELIMITED_MAX_FIELDS, and
                            what is beyond is dropped */
} DelimitedRules;

typedef struct {
    /* of the record that was read last */
    Str fields[DELIMITED_MAX_FIELDS]; /* spaces at the ends are part of them */
    int32_t count;
    int32_t beyond;             /* fields that were dropped */
    int32_t line;               /* where it begins */
    uint64_t quoted;            /* bits: which fields were in quotes */
    bool has_text_behind_quote; /* behind the quote that ends a field */
    bool is_torn; /* its last quote is never closed: this record and all after it are read without quotes */
    /* inner */
    DelimitedRules rules;
    Str text;
    size_t at;
    int32_t next_line;
    Arena *arena;
} Delimited;

/* `line`: of the text's first character in its file. */
void delimited_begin(Delimited *reader, Str text, int32_t line, DelimitedRules rules, Arena *arena);
/* False at the end. Records without any character are passed over. */
bool delimited_next(Delimited *reader);
/* Has the record spaces at most? */
bool delimited_is_blank(const Delimited *reader);

#endif
