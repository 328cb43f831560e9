/* A backup: one ZIP archive with all that the game keeps, and a list of it, "manifest.json", that says what
   is in it and has the BLAKE2b of every file. In it lie, as in the data folder, "matchwick.db", "decks/NAME"
   and "bin/NAME". An archive from elsewhere may be hostile: names are single path components, nothing is
   unpacked that the list does not name, and no more than the archive's own size can hold. */
#ifndef MATCHWICK_FORMATS_BACKUP_H
#define MATCHWICK_FORMATS_BACKUP_H

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "base/str.h"

#define BACKUP_ENDING    ".matchwick"
#define BACKUP_MAX_FILES 20000

typedef struct {
    Str name;
    int64_t size;
    char hash[65]; /* lower-case hex */
} BackupFile;

typedef struct {
    Str made_by;      /* version of the game */
    int64_t made_s;   /* Unix epoch */
    int64_t database; /* version of its tables */
    int64_t runs, answers, tests;
    Str *players; /* names */
    size_t player_count;
    BackupFile *files; /* by name */
    size_t file_count;
} BackupManifest;

/* How many of its files are decks, or in the bin: "decks/", "bin/". */
size_t backup_count(const BackupManifest *manifest, Str folder);

/* When and by what it was made, the players and the counts, as members of the open object. */
void backup_manifest_put(JsonWriter *w, const BackupManifest *manifest, Arena *arena);
Str backup_manifest_write(const BackupManifest *manifest, Arena *arena);
/* `err` begins with the place: "3:14: what". */
NODISCARD bool backup_manifest_read(Str text, Arena *arena, BackupManifest *out, Err *err);

/* Packs what lies in the folder, which nobody else changes; the list's files are found there, the rest of
   `manifest` is the caller's. Into a file beside `path`, which takes its name when whole. */
NODISCARD bool backup_pack(const char *folder, BackupManifest *manifest, const char *path, Arena *arena,
                           Err *err);
/* Reads the list, compares it with what is in the archive, and unpacks that into the folder, which has
   "decks" and "bin" in it already; each file is proven by its hash. */
NODISCARD bool backup_unpack(const char *path, const char *folder, Arena *arena, BackupManifest *out,
                             Err *err);

#endif
