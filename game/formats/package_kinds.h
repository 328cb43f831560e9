/* Note types of a collection, of either schema. For this folder's own files. */
#ifndef MATCHWICK_FORMATS_PACKAGE_KINDS_H
#define MATCHWICK_FORMATS_PACKAGE_KINDS_H

#include "formats/package_db.h"

#define PACKAGE_MAX_KINDS 20000

typedef struct {
    int64_t id;
    Str name;
    bool is_cloze;
    Str *fields;
    int32_t field_count;
    Str question, answer; /* of its first card's template */
    int32_t kind;         /* of the sink, once a note is of it; else -1 */
    bool is_own;          /* this game has written it (anki_own.h) */
} PackageKind;

typedef struct {
    PackageKind *items; /* by id */
    size_t count;
} PackageKinds;

/* `models`: the JSON of collections before schema 15. All lies in the arena. */
NODISCARD bool package_kinds_read(PackageDb *db, int64_t schema, Str models, Arena *arena, PackageKinds *out,
                                  Err *err);
/* NULL if there is none. */
PackageKind *package_kinds_find(const PackageKinds *kinds, int64_t id);

#endif
