/* A stream of zstd unpacked on its way to an ArchiveSink. Its content size is neither needed nor trusted: the
   sink's limit holds. For this folder's own files. */
#ifndef MATCHWICK_FORMATS_UNZSTD_H
#define MATCHWICK_FORMATS_UNZSTD_H

#include "formats/archive.h"

typedef struct Unzstd Unzstd;

/* `below` must outlive it. */
Unzstd *unzstd_open(const ArchiveSink *below);
/* For an ArchiveSink; `context` is the Unzstd. */
bool unzstd_take(void *context, Str piece, Err *err);
/* Ends it. False: a whole frame has not come. */
NODISCARD bool unzstd_close(Unzstd *unzstd, Err *err);
/* An entry of an archive, packed by zstd once more, all the way to `below`. */
NODISCARD bool unzstd_pass(Archive *archive, size_t entry, const ArchiveSink *below, Err *err);

#endif
