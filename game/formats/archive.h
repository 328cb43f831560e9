/* ZIP archives, for Anki's packages and backups. libzip does the work and is loaded when an archive is first
   wanted, so that the start of the game does not wait for it and what it needs. An archive from elsewhere may
   be hostile: sizes are limits on what comes out, names are only compared, never used as paths. */
#ifndef MATCHWICK_FORMATS_ARCHIVE_H
#define MATCHWICK_FORMATS_ARCHIVE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

#define ARCHIVE_NONE        SIZE_MAX
#define ARCHIVE_MAX_ENTRIES 100000

typedef struct Archive Archive;

/* Reads the list of entries. NULL with `err`: no ZIP, cut off, damaged, too many entries, encrypted. The
   bytes must outlive the archive. */
Archive *archive_open(const char *path, Err *err);
Archive *archive_open_bytes(Str bytes, Err *err);
void archive_close(Archive *archive);
size_t archive_count(const Archive *archive);
Str archive_name(const Archive *archive, size_t entry);
/* By exact name; ARCHIVE_NONE. */
size_t archive_find(const Archive *archive, Str name);

/* Where the pieces of an entry go as they are unpacked. False: that's enough, with `err`. */
typedef bool ArchiveTake(void *context, Str piece, Err *err);
typedef struct {
    uint64_t limit; /* more bytes than that are an error */
    ArchiveTake *take;
    void *context;
} ArchiveSink;

/* The entry unpacked, piece by piece; its checksum is proven at the end. */
NODISCARD bool archive_pass(Archive *archive, size_t entry, const ArchiveSink *sink, Err *err);
/* The entry unpacked, its checksum proven, a zero byte behind; more than `limit` bytes is an error. */
NODISCARD bool archive_read(Archive *archive, size_t entry, size_t limit, Arena *arena, Str *out, Err *err);
/* The same into a new file. */
NODISCARD bool archive_extract(Archive *archive, size_t entry, uint64_t limit, const char *path, Err *err);

typedef struct ArchiveWriter ArchiveWriter;

/* Into a file beside `path`, which takes its name when finished: whole or not at all. */
ArchiveWriter *archive_write_open(const char *path, Err *err);
/* Into memory. */
ArchiveWriter *archive_write_open_bytes(Err *err);
/* Bytes and names are copied; the file at `from` must stay until the writer is finished. */
NODISCARD bool archive_write_add(ArchiveWriter *writer, Str name, Str bytes, Err *err);
NODISCARD bool archive_write_add_file(ArchiveWriter *writer, Str name, const char *from, Err *err);
/* Each of these ends the writer. An archive has at least one entry. `bytes` is of a writer into memory, and
   lies in the arena. */
NODISCARD bool archive_write_finish(ArchiveWriter *writer, Err *err);
NODISCARD bool archive_write_finish_bytes(ArchiveWriter *writer, Arena *arena, Str *bytes, Err *err);
void archive_write_cancel(ArchiveWriter *writer);

#endif
