/* The outside of Anki's packages: which of the three shapes one has, and its entries unpacked. For this
   folder's own files. */
#ifndef MATCHWICK_FORMATS_PACKAGE_ZIP_H
#define MATCHWICK_FORMATS_PACKAGE_ZIP_H

#include "formats/archive.h"
#include "formats/import_source.h"

#define PACKAGE_MAX_COLLECTION ((uint64_t)256 << 20) /* bytes, unpacked */
#define PACKAGE_MAX_TREE       ((size_t)256 << 20)   /* of a JSON text in it, by json_tree_bytes */

typedef struct {
    Archive *archive;
    size_t collection; /* its entry */
    bool is_latest;    /* zstd around it, and protobuf in it */
} PackageZip;

/* False with `err`: no package, or one of a newer Anki. */
NODISCARD bool package_zip_open(const ImportSource *source, PackageZip *out, Err *err);
void package_zip_close(PackageZip *zip);
/* The collection, piece by piece. */
NODISCARD bool package_zip_unpack(PackageZip *zip, ArchiveTake *take, void *context, Err *err);
/* The names of its pictures and sounds, in the arena. */
NODISCARD bool package_zip_media(PackageZip *zip, Arena *arena, DeckTexts *names, Err *err);

#endif
