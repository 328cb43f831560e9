/* What a column or member is, by its name: of a header row, of a table, of JSON. For imports alone. */
#ifndef MATCHWICK_FORMATS_IMPORT_NAMES_H
#define MATCHWICK_FORMATS_IMPORT_NAMES_H

#include "formats/import.h"

/* COLUMN_ROLE_COUNT for a name that says nothing. Case, spaces and signs do not matter. */
ColumnRole import_role_of_name(Str name);
/* The first column of each role. True if both sides of a card are among them. */
bool import_roles_of_names(const Str *names, int32_t count, int32_t roles[COLUMN_ROLE_COUNT]);
/* Are these names rather than a card? Both sides are named, or, of three columns or more, any. */
bool import_names_are_header(const Str *names, int32_t count);
/* Term and definition are the first two columns that have no role yet, those before others that most records
   fill: `sparse` has a bit for each that they don't. Where no other is left, a hint is the definition. */
void import_roles_by_place(int32_t count, uint64_t sparse, int32_t roles[COLUMN_ROLE_COUNT]);
/* `filled`: in how many of the records each column is not empty. */
uint64_t import_sparse_columns(const int *filled, int32_t count, int records);
/* Are these the columns of our own CSV, in their order? */
bool import_names_are_own(const Str *names, int32_t count);

#endif
