/* Cells of a CSV, RFC 4180: between commas, rows ended by CRLF. */
#ifndef MATCHWICK_FORMATS_CSV_WRITE_H
#define MATCHWICK_FORMATS_CSV_WRITE_H

#include "base/str.h"

#define CSV_MARK                                                                                             \
    "\xEF\xBB\xBF" /* at the start: without it Excel takes the file for the system's old encoding */

/* Quoted where it has to be. */
void csv_write_cell(StrBuf *out, Str cell);
/* Between quotes, those within doubled. */
void csv_write_quoted(StrBuf *out, Str cell);

#endif
