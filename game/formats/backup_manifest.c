#include <stdlib.h>
#include <string.h>

#include "base/file_tree.h"
#include "formats/backup.h"
#include "formats/replay_source.h"
#include "formats/utc.h"

#define FORMAT         "matchwick-backup"
#define VERSION        1
#define MAX_DEPTH      8
#define MAX_PLAYERS    100000
#define MAX_TREE_BYTES ((size_t)256 << 20)

size_t backup_count(const BackupManifest *manifest, Str folder)
{
    size_t count = 0;
    for (size_t i = 0; i < manifest->file_count; i++)
        if (str_starts(manifest->files[i].name, folder)) count++;
    return count;
}

/* --- writing --- */

void backup_manifest_put(JsonWriter *w, const BackupManifest *manifest, Arena *arena)
{
    json_put_string(w, "made_by", manifest->made_by);
    json_put_string(w, "made_at", utc_write(arena, manifest->made_s));
    json_begin_array(w, "players");
    for (size_t i = 0; i < manifest->player_count; i++) json_put_string(w, NULL, manifest->players[i]);
    json_end_array(w);
    json_put_integer(w, "runs", manifest->runs);
    json_put_integer(w, "answers", manifest->answers);
    json_put_integer(w, "tests", manifest->tests);
}

Str backup_manifest_write(const BackupManifest *manifest, Arena *arena)
{
    JsonWriter w;
    json_writer_init(&w);
    json_begin_object(&w, NULL);
    json_put_string(&w, "format", STR(FORMAT));
    json_put_integer(&w, "version", VERSION);
    json_put_integer(&w, "database", manifest->database);
    backup_manifest_put(&w, manifest, arena);
    json_begin_array(&w, "files");
    for (size_t i = 0; i < manifest->file_count; i++) {
        json_begin_object(&w, NULL);
        json_put_string(&w, "name", manifest->files[i].name);
        json_put_integer(&w, "size", manifest->files[i].size);
        json_put_string(&w, "blake2b", str_of(manifest->files[i].hash));
        json_end_object(&w);
    }
    json_end_array(&w);
    json_end_object(&w);
    return json_writer_finish(&w, arena, true);
}

/* --- reading --- */

/* "matchwick.db", or one component below "decks/" or "bin/". */
static bool is_good_name(Str name)
{
    if (str_is(name, STR("matchwick.db"))) return true;
    size_t from = str_starts(name, STR("decks/")) ? 6 : str_starts(name, STR("bin/")) ? 4 : 0;
    return from > 0 && file_is_common_name(str_slice(name, from, name.size));
}

static bool is_hash(Str text)
{
    for (size_t i = 0; i < text.size; i++)
        if (!strchr("0123456789abcdef", text.data[i])) return false;
    return text.size == 64;
}

static bool read_file(const ReplaySource *source, const JsonValue *item, BackupFile *out)
{
    Str hash;
    if (json_kind(item) != JSON_OBJECT) return replay_source_error(source, item, "is to be an object");
    if (!replay_source_text(source, item, "name", &out->name) ||
        !replay_source_integer(source, item, "size", INT64_MAX, &out->size) ||
        !replay_source_text(source, item, "blake2b", &hash))
        return false;
    if (!is_good_name(out->name))
        return replay_source_error(source, item, "its name is none that a backup has");
    if (!is_hash(hash)) return replay_source_error(source, item, "\"blake2b\" is to be 64 digits of hex");
    memcpy(out->hash, hash.data, sizeof out->hash);
    return true;
}

static int compare_files(const void *a, const void *b)
{
    return str_compare(((const BackupFile *)a)->name, ((const BackupFile *)b)->name);
}

static bool check_files(const BackupManifest *manifest, Err *err)
{
    bool has_database = false;
    for (size_t i = 0; i < manifest->file_count; i++) {
        Str name = manifest->files[i].name;
        if (str_is(name, STR("matchwick.db"))) has_database = true;
        if (i > 0 && str_is(name, manifest->files[i - 1].name))
            return err_set(err, "1:1: it lists %.*s twice", STR_FMT(name));
    }
    return has_database || err_set(err, "1:1: it lists no matchwick.db");
}

static bool read_files(const ReplaySource *source, const JsonValue *root, BackupManifest *out)
{
    const JsonValue *files = replay_source_get(source, root, "files", JSON_ARRAY);
    if (!files) return false;
    size_t count = json_count(files);
    if (count > BACKUP_MAX_FILES) return replay_source_error(source, files, "lists too many files");
    out->files = ARENA_NEW_N(source->arena, BackupFile, count + 1);
    for (const JsonValue *item = json_first(files); item; item = json_next(item))
        if (!read_file(source, item, &out->files[out->file_count++])) return false;
    qsort(out->files, out->file_count, sizeof *out->files, compare_files);
    return check_files(out, source->err);
}

static bool read_players(const ReplaySource *source, const JsonValue *root, BackupManifest *out)
{
    const JsonValue *players = replay_source_get(source, root, "players", JSON_ARRAY);
    if (!players) return false;
    size_t count = json_count(players);
    if (count > MAX_PLAYERS) return replay_source_error(source, players, "lists too many players");
    out->players = ARENA_NEW_N(source->arena, Str, count + 1);
    for (const JsonValue *item = json_first(players); item; item = json_next(item)) {
        if (json_kind(item) != JSON_STRING) return replay_source_error(source, item, "is to be a name");
        out->players[out->player_count++] = str_copy(source->arena, json_string(item));
    }
    return true;
}

static bool read_head(const ReplaySource *source, const JsonValue *root, BackupManifest *out)
{
    Str format, made_at;
    int64_t version;
    if (json_kind(root) != JSON_OBJECT) return replay_source_error(source, root, "is to be an object");
    if (!replay_source_text(source, root, "format", &format)) return false;
    if (!str_is(format, STR(FORMAT)))
        return replay_source_error(source, root, "is of no backup of this game");
    if (!replay_source_integer(source, root, "version", INT64_MAX, &version)) return false;
    if (version != VERSION)
        return replay_source_error(source, root,
                                   "was made by a newer version of Matchwick: install that first");
    if (!replay_source_text(source, root, "made_by", &out->made_by) ||
        !replay_source_text(source, root, "made_at", &made_at))
        return false;
    return utc_read(made_at, &out->made_s) ||
           replay_source_error(source, root, "\"made_at\" is no date and time");
}

static bool read_all(const ReplaySource *source, const JsonValue *root, BackupManifest *out)
{
    return read_head(source, root, out) &&
           replay_source_integer(source, root, "database", INT64_MAX, &out->database) &&
           replay_source_integer(source, root, "runs", INT64_MAX, &out->runs) &&
           replay_source_integer(source, root, "answers", INT64_MAX, &out->answers) &&
           replay_source_integer(source, root, "tests", INT64_MAX, &out->tests) &&
           read_players(source, root, out) && read_files(source, root, out);
}

bool backup_manifest_read(Str text, Arena *arena, BackupManifest *out, Err *err)
{
    JsonProblem problem;
    JsonPlace place;
    Str name;
    *out = (BackupManifest){0};
    if (json_tree_bytes(text) > MAX_TREE_BYTES) return err_set(err, "1:1: it holds more than can be read");
    JsonDoc *doc = json_open(text, MAX_DEPTH, &problem);
    if (!doc) return err_set(err, "%d:%d: %s", problem.place.line, problem.place.column, problem.text);
    ReplaySource source = {doc, arena, err};
    bool is_read = json_find_duplicate(doc, &place, &name) ? err_set(err, "%d:%d: \"%.*s\" is there twice",
                                                                     place.line, place.column, STR_FMT(name))
                                                           : read_all(&source, json_root(doc), out);
    json_close(doc);
    return is_read;
}
