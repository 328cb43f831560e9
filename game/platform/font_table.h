/* The table of fonts, assets/fonts.json: families in fallback order, the files of their weights, the Debian
   package of each, and which code points belong to which script. Everything lies in the arena it was read
   into. */
#ifndef MATCHWICK_PLATFORM_FONT_TABLE_H
#define MATCHWICK_PLATFORM_FONT_TABLE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "ui/platform.h"

typedef struct {
    uint32_t from, to; /* both within */
} CodeRange;

typedef struct {
    CodeRange *ranges;
    int count; /* 0: every code point */
} CodeRanges;

typedef struct {
    const char *path;
    int index; /* of the face in a collection */
} FontFile;

typedef struct {
    Str name, package;
    bool is_required;
    CodeRanges covers;
    FontFile files[WEIGHT_COUNT];
} FontFamily;

typedef struct {
    const char *tag; /* ISO 15924, as OpenType shaping wants it: "Arab" */
    CodeRanges covers;
} FontScript;

typedef struct {
    FontFamily *families;
    int family_count;
    FontScript *scripts;
    int script_count;
} FontTable;

NODISCARD bool font_table_read(const char *path, Arena *arena, FontTable *out, Err *err);
bool font_table_has(CodeRanges ranges, uint32_t code_point);
/* NULL for what every script uses (digits, punctuation). */
const char *font_table_script(const FontTable *table, uint32_t code_point);
/* Where the file of a weight is: the table's path if something is there, else what fontconfig has under the
   family's name. False if neither. fontconfig scans all fonts once, which is slow: only for what is missing.
 */
NODISCARD bool font_table_find(const FontFamily *family, FontWeight weight, Arena *arena, FontFile *out);
/* Lets go of what fontconfig keeps. */
void font_table_done(void);

#endif
