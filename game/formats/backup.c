#include "formats/backup.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "deck/fingerprint.h"
#include "formats/archive.h"

#define MANIFEST           "manifest.json"
#define MANIFEST_MAX_BYTES ((size_t)16 << 20)

/* What an archive of some bytes may unpack to. Databases and decks come down to a tenth of their size, seldom
   to less than a thirtieth; a bomb to a thousandth. */
#define UNPACKED_MAX(bytes) ((bytes)*200 + (INT64_C(64) << 20))

/* --- files and their hashes --- */

static bool hash_file(const char *path, BackupFile *file, Err *err)
{
    uint8_t hash[FINGERPRINT_BYTES];
    if (!fingerprint_of_file(path, hash, &file->size, err)) return false;
    fingerprint_hex(hash, sizeof hash, file->hash);
    return true;
}

/* --- packing --- */

static bool add_file(BackupManifest *manifest, const char *folder, Str name, Arena *arena, Err *err)
{
    if (manifest->file_count == BACKUP_MAX_FILES)
        return err_set(err, "there are more than %d files, too many for a backup", BACKUP_MAX_FILES);
    BackupFile *file = &manifest->files[manifest->file_count++];
    *file = (BackupFile){.name = name};
    return hash_file(file_join(arena, folder, name.data).data, file, err);
}

static bool add_folder(BackupManifest *manifest, const char *folder, const char *name, Arena *arena, Err *err)
{
    FileList list;
    bool is_added = file_list(file_join(arena, folder, name).data, arena, &list, err);
    for (size_t i = 0; is_added && i < list.count; i++)
        is_added = add_file(manifest, folder, file_join(arena, name, list.names[i].data), arena, err);
    return is_added;
}

static bool list_files(BackupManifest *manifest, const char *folder, Arena *arena, Err *err)
{
    manifest->files = ARENA_NEW_N(arena, BackupFile, BACKUP_MAX_FILES);
    manifest->file_count = 0;
    return add_folder(manifest, folder, "bin", arena, err) &&
           add_folder(manifest, folder, "decks", arena, err) &&
           add_file(manifest, folder, STR("matchwick.db"), arena, err);
}

static bool fill(ArchiveWriter *writer, const BackupManifest *manifest, const char *folder, Arena *arena,
                 Err *err)
{
    Str list = backup_manifest_write(manifest, arena);
    bool is_added = archive_write_add(writer, STR(MANIFEST), list, err);
    for (size_t i = 0; is_added && i < manifest->file_count; i++) {
        Str name = manifest->files[i].name;
        is_added = archive_write_add_file(writer, name, file_join(arena, folder, name.data).data, err);
    }
    return is_added;
}

bool backup_pack(const char *folder, BackupManifest *manifest, const char *path, Arena *arena, Err *err)
{
    if (!list_files(manifest, folder, arena, err)) return false;
    ArchiveWriter *writer = archive_write_open(path, err);
    if (!writer) return false;
    if (fill(writer, manifest, folder, arena, err)) return archive_write_finish(writer, err);
    archive_write_cancel(writer);
    return false;
}

/* --- unpacking --- */

typedef struct {
    Str name;
    size_t entry;
} Named;

static int compare_named(const void *a, const void *b)
{
    return str_compare(((const Named *)a)->name, ((const Named *)b)->name);
}

/* The archive's entries in the order of the list's files. */
static Named *sort_entries(const Archive *archive, Arena *arena)
{
    size_t count = archive_count(archive);
    Named *entries = ARENA_NEW_N(arena, Named, count + 1);
    for (size_t i = 0; i < count; i++) entries[i] = (Named){archive_name(archive, i), i};
    qsort(entries, count, sizeof *entries, compare_named);
    return entries;
}

static bool read_manifest(Archive *archive, Arena *arena, BackupManifest *out, Err *err)
{
    Str text;
    size_t entry = archive_find(archive, STR(MANIFEST));
    if (entry == ARCHIVE_NONE)
        return err_set(err, "is no backup of Matchwick: it has no list (%s)", MANIFEST);
    if (!archive_read(archive, entry, MANIFEST_MAX_BYTES, arena, &text, err)) return false;
    if (backup_manifest_read(text, arena, out, err)) return true;
    err_wrap(err, "its list (%s) is wrong", MANIFEST);
    return false;
}

static bool check_sizes(const BackupManifest *manifest, int64_t archive_bytes, Err *err)
{
    int64_t left = UNPACKED_MAX(archive_bytes);
    for (size_t i = 0; i < manifest->file_count; i++) {
        if (manifest->files[i].size > left)
            return err_set(err, "says of %.*s that it holds more than the archive can",
                           STR_FMT(manifest->files[i].name));
        left -= manifest->files[i].size;
    }
    return true;
}

static bool unpack_file(Archive *archive, const Named *entry, const BackupFile *file, const char *path,
                        Err *err)
{
    BackupFile found;
    if (!archive_extract(archive, entry->entry, (uint64_t)file->size, path, err)) return false;
    if (!hash_file(path, &found, err)) return false;
    return (found.size == file->size && strcmp(found.hash, file->hash) == 0) ||
           err_set(err, "its %.*s is damaged: it is not what was packed", STR_FMT(file->name));
}

/* Both are sorted: each entry but the list itself is the next of the list's files. */
static bool unpack_all(Archive *archive, const BackupManifest *manifest, const char *folder, Arena *arena,
                       Err *err)
{
    Named *entries = sort_entries(archive, arena);
    size_t next = 0;
    for (size_t i = 0; i < archive_count(archive); i++) {
        if (str_is(entries[i].name, STR(MANIFEST))) continue;
        const BackupFile *file = next < manifest->file_count ? &manifest->files[next] : NULL;
        if (!file || !str_is(entries[i].name, file->name)) break;
        if (!unpack_file(archive, &entries[i], file, file_join(arena, folder, file->name.data).data, err))
            return false;
        next++;
    }
    return (next == manifest->file_count && archive_count(archive) == next + 1) ||
           err_set(err, "is damaged: what is in it is not what its list (%s) says", MANIFEST);
}

bool backup_unpack(const char *path, const char *folder, Arena *arena, BackupManifest *out, Err *err)
{
    FileInfo info;
    Archive *archive = archive_open(path, err);
    if (!archive) return false;
    bool is_unpacked = read_manifest(archive, arena, out, err) && file_info(path, &info) &&
                       check_sizes(out, info.size, err) && unpack_all(archive, out, folder, arena, err);
    archive_close(archive);
    if (!is_unpacked && !err->is_set) err_set(err, "is gone");
    if (!is_unpacked) err_wrap(err, "%s", path);
    return is_unpacked;
}
