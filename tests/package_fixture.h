/* Anki's packages, built in any of their three shapes by SQLite, zstd and libzip. */
#ifndef MATCHWICK_TESTS_PACKAGE_FIXTURE_H
#define MATCHWICK_TESTS_PACKAGE_FIXTURE_H

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zstd.h>

#include "base/json.h"
#include "formats/archive.h"

typedef enum { PACKAGE_SHAPE_1 = 1, PACKAGE_SHAPE_2, PACKAGE_SHAPE_3 } PackageShape;

typedef struct {
    sqlite3 *db;
    PackageShape shape;
    Arena *arena;
} Package;

static inline void package_fail(const Package *package, const char *what)
{
    fprintf(stderr, "%s: %s\n", what, sqlite3_errmsg(package->db));
    abort();
}

static inline void package_sql(Package *package, const char *sql)
{
    if (sqlite3_exec(package->db, sql, NULL, NULL, NULL) != SQLITE_OK) package_fail(package, sql);
}

static inline int package_unicase(void *context, int a_size, const void *a, int b_size, const void *b)
{
    (void)context;
    return str_compare((Str){a, (size_t)a_size}, (Str){b, (size_t)b_size});
}

#define PACKAGE_TABLES                                                                                       \
    "CREATE TABLE col(id integer PRIMARY KEY, crt, mod, scm, ver, dty, usn, ls, conf, models, decks, dconf," \
    " tags);"                                                                                                \
    "CREATE TABLE notes(id integer PRIMARY KEY, guid text, mid integer, mod integer, usn integer,"           \
    " tags text, flds text, sfld integer, csum integer, flags integer, data text);"                          \
    "CREATE TABLE cards(id integer PRIMARY KEY, nid integer, did integer, ord integer, mod, usn, type,"      \
    " queue, due, ivl, factor, reps, lapses, left, odue, odid integer DEFAULT 0, flags, data);"              \
    "CREATE TABLE revlog(id integer PRIMARY KEY, cid, usn, ease, ivl, lastIvl, factor, time, type);"         \
    "CREATE TABLE graves(usn, oid, type);"                                                                   \
    "CREATE INDEX ix_notes_csum ON notes(csum);"

#define PACKAGE_TABLES_18                                                                                    \
    "CREATE TABLE notetypes(id integer PRIMARY KEY, name text COLLATE unicase, mtime_secs, usn, config);"    \
    "CREATE TABLE fields(ntid, ord, name text COLLATE unicase, config, PRIMARY KEY(ntid, ord))"              \
    " WITHOUT ROWID;"                                                                                        \
    "CREATE TABLE templates(ntid, ord, name text COLLATE unicase, mtime_secs, usn, config,"                  \
    " PRIMARY KEY(ntid, ord)) WITHOUT ROWID;"                                                                \
    "CREATE TABLE decks(id integer PRIMARY KEY, name text COLLATE unicase, mtime_secs, usn, common, kind);"  \
    "CREATE TABLE tags(tag text COLLATE unicase PRIMARY KEY, usn, collapsed, config) WITHOUT ROWID;"         \
    "CREATE UNIQUE INDEX idx_notetypes_name ON notetypes(name);"                                             \
    "CREATE UNIQUE INDEX idx_decks_name ON decks(name);"

static inline Package package_begin(PackageShape shape, Arena *arena)
{
    Package package = {.shape = shape, .arena = arena};
    if (sqlite3_open(":memory:", &package.db) != SQLITE_OK) abort();
    sqlite3_create_collation(package.db, "unicase", SQLITE_UTF8, NULL, package_unicase);
    package_sql(&package, PACKAGE_TABLES);
    if (shape == PACKAGE_SHAPE_3) package_sql(&package, PACKAGE_TABLES_18);
    package_sql(&package, shape == PACKAGE_SHAPE_3
                              ? "INSERT INTO col VALUES(1,0,0,0,18,0,0,0,'','','','','')"
                              : "INSERT INTO col VALUES(1,0,0,0,11,0,0,0,'{}','{}','{}','{}','{}')");
    return package;
}

/* `sql` with each "?" bound to the next text; numbers are texts of digits. */
static inline void package_put(Package *package, const char *sql, const Str *values, int count)
{
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(package->db, sql, -1, &statement, NULL) != SQLITE_OK) package_fail(package, sql);
    for (int i = 0; i < count; i++)
        sqlite3_bind_text(statement, i + 1, values[i].data, (int)values[i].size, SQLITE_TRANSIENT);
    if (sqlite3_step(statement) != SQLITE_DONE) package_fail(package, sql);
    sqlite3_finalize(statement);
}

static inline void package_put_blob(Package *package, const char *sql, Str text, Str blob)
{
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(package->db, sql, -1, &statement, NULL) != SQLITE_OK) package_fail(package, sql);
    if (text.size) sqlite3_bind_text(statement, 2, text.data, (int)text.size, SQLITE_TRANSIENT);
    sqlite3_bind_blob(statement, 1, blob.data ? blob.data : "", (int)blob.size, SQLITE_TRANSIENT);
    if (sqlite3_step(statement) != SQLITE_DONE) package_fail(package, sql);
    sqlite3_finalize(statement);
}

/* --- protobuf --- */

static inline void package_varint(StrBuf *buf, uint64_t value)
{
    do {
        char byte = (char)((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
        str_buf_add(buf, (Str){&byte, 1});
        value >>= 7;
    } while (value > 0);
}

static inline void package_proto_number(StrBuf *buf, unsigned field, uint64_t value)
{
    package_varint(buf, field << 3);
    package_varint(buf, value);
}

static inline void package_proto_bytes(StrBuf *buf, unsigned field, Str bytes)
{
    package_varint(buf, field << 3 | 2);
    package_varint(buf, bytes.size);
    str_buf_add(buf, bytes);
}

/* --- what is in it --- */

typedef struct {
    int id;
    Str name;
    bool is_cloze;
    Str fields[6];
    Str question, answer;
} PackageType;

static inline void package_type_18(Package *package, const PackageType *type)
{
    StrBuf config;
    str_buf_init(&config, package->arena);
    if (type->is_cloze) package_proto_number(&config, 1, 1);
    package_proto_bytes(&config, 3, STR(".card { color: red }"));
    package_proto_bytes(&config, 255, STR("{}"));
    package_put_blob(package,
                     str_format(package->arena, "INSERT INTO notetypes VALUES(%d,?2,0,0,?1)", type->id).data,
                     type->name, str_buf_str(&config));
    for (int i = 0; i < 6 && type->fields[i].size; i++)
        package_put_blob(
            package, str_format(package->arena, "INSERT INTO fields VALUES(%d,%d,?2,?1)", type->id, i).data,
            type->fields[i],
            STR("\x1a\x05"
                "Arial"));
    StrBuf sides;
    str_buf_init(&sides, package->arena);
    package_proto_bytes(&sides, 1, type->question);
    package_proto_bytes(&sides, 2, type->answer);
    package_put_blob(
        package, str_format(package->arena, "INSERT INTO templates VALUES(%d,0,?2,0,0,?1)", type->id).data,
        STR("Card 1"), str_buf_str(&sides));
}

static inline void package_type_11(Package *package, const PackageType *type)
{
    JsonWriter w;
    json_writer_init(&w);
    json_begin_object(&w, NULL);
    json_put_integer(&w, "id", type->id);
    json_put_string(&w, "name", type->name);
    json_put_integer(&w, "type", type->is_cloze);
    json_begin_array(&w, "flds");
    for (int i = 0; i < 6 && type->fields[i].size; i++) {
        json_begin_object(&w, NULL);
        json_put_string(&w, "name", type->fields[i]);
        json_put_integer(&w, "ord", i);
        json_end_object(&w);
    }
    json_end_array(&w);
    json_begin_array(&w, "tmpls");
    json_begin_object(&w, NULL);
    json_put_string(&w, "qfmt", type->question);
    json_put_string(&w, "afmt", type->answer);
    json_put_integer(&w, "ord", 0);
    json_end_object(&w);
    json_end_array(&w);
    json_end_object(&w);
    Str json = json_writer_finish(&w, package->arena, false);
    package_put(
        package,
        str_format(package->arena, "UPDATE col SET models = json_set(models, '$.%d', json(?))", type->id)
            .data,
        &json, 1);
}

static inline void package_type(Package *package, const PackageType *type)
{
    if (package->shape == PACKAGE_SHAPE_3)
        package_type_18(package, type);
    else
        package_type_11(package, type);
}

/* "A::B" */
static inline void package_deck(Package *package, int id, Str name)
{
    if (package->shape != PACKAGE_SHAPE_3) {
        package_put(package,
                    str_format(package->arena,
                               "UPDATE col SET decks = json_set(decks, '$.%d', json_object('name', ?))", id)
                        .data,
                    &name, 1);
        return;
    }
    package_put(
        package,
        str_format(package->arena, "INSERT INTO decks VALUES(%d,replace(?,'::',char(31)),0,0,'','')", id)
            .data,
        &name, 1);
}

/* Fields are joined by "|". Its cards get the ids 10 * id, 10 * id + 1 … */
static inline void package_note(Package *package, int id, int type, Str guid, Str tags, Str fields)
{
    const Str values[] = {guid, tags, fields};
    package_put(package,
                str_format(package->arena,
                           "INSERT INTO notes VALUES(%d,?1,%d,0,0,?2,replace(?3,'|',char(31)),"
                           "substr(?3,1,instr(?3||'|','|')-1),0,0,'')",
                           id, type)
                    .data,
                values, 3);
}

static inline void package_card(Package *package, int note, int place, int deck)
{
    package_sql(package, str_format(package->arena, "INSERT INTO cards(id,nid,did,ord) VALUES(%d,%d,%d,%d)",
                                    10 * note + place, note, deck, place)
                             .data);
}

/* --- the outside --- */

static inline Str package_zstd(Arena *arena, Str bytes)
{
    size_t room = ZSTD_compressBound(bytes.size);
    char *out = arena_alloc(arena, room);
    return (Str){out, ZSTD_compress(out, room, bytes.data, bytes.size, 3)};
}

/* The collection's bytes; the package's database is closed. */
static inline Str package_collection(Package *package)
{
    sqlite3_int64 size;
    unsigned char *bytes = sqlite3_serialize(package->db, "main", &size, 0);
    if (!bytes) abort();
    Str out = str_copy(package->arena, (Str){(const char *)bytes, (size_t)size});
    sqlite3_free(bytes);
    sqlite3_close(package->db);
    package->db = NULL;
    return out;
}

/* WAL as Anki leaves it. */
static inline Str package_with_wal(Str collection, Arena *arena)
{
    char *bytes = arena_alloc(arena, collection.size);
    memcpy(bytes, collection.data, collection.size);
    bytes[18] = bytes[19] = 2;
    return (Str){bytes, collection.size};
}

typedef struct {
    Str name, bytes;
} PackageEntry;

static inline Str package_zip(const PackageEntry *entries, int count, Arena *arena)
{
    Err err = {.is_set = false};
    ArchiveWriter *writer = archive_write_open_bytes(&err);
    Str bytes;
    bool is_whole = writer != NULL;
    for (int i = 0; i < count && is_whole; i++)
        is_whole = archive_write_add(writer, entries[i].name, entries[i].bytes, &err);
    is_whole = is_whole && archive_write_finish_bytes(writer, arena, &bytes, &err);
    if (!is_whole) {
        fprintf(stderr, "%s\n", err.text);
        abort();
    }
    return bytes;
}

/* The note that asks for a newer Anki; made once. */
static inline Str package_decoy(void)
{
    static char bytes[1 << 17];
    static size_t size;
    if (size > 0) return (Str){bytes, size};
    Arena arena;
    arena_init(&arena, 0);
    Package decoy = package_begin(PACKAGE_SHAPE_1, &arena);
    package_type(&decoy, &(PackageType){.id = 1,
                                        .name = STR("Basic"),
                                        .fields = {STR("Front"), STR("Back")},
                                        .question = STR("{{Front}}"),
                                        .answer = STR("{{Back}}")});
    package_note(&decoy, 1, 1, STR("d"), STR(""), STR("Please update|Anki"));
    Str made = package_collection(&decoy);
    if (made.size > sizeof bytes) abort();
    memcpy(bytes, made.data, made.size);
    size = made.size;
    arena_deinit(&arena);
    return (Str){bytes, size};
}

static inline Str package_media(PackageShape shape, const Str *names, int count, Arena *arena)
{
    StrBuf list;
    str_buf_init(&list, arena);
    if (shape != PACKAGE_SHAPE_3) str_buf_add(&list, STR("{"));
    for (int i = 0; i < count; i++) {
        if (shape != PACKAGE_SHAPE_3) {
            str_buf_addf(&list, "%s\"%d\": \"%s\"", i ? ", " : "", i, names[i].data);
            continue;
        }
        StrBuf entry;
        str_buf_init(&entry, arena);
        package_proto_bytes(&entry, 1, names[i]);
        package_proto_number(&entry, 2, 7);
        package_proto_bytes(&entry, 3, STR("01234567890123456789"));
        package_proto_bytes(&list, 1, str_buf_str(&entry));
    }
    if (shape != PACKAGE_SHAPE_3) str_buf_add(&list, STR("}"));
    return shape == PACKAGE_SHAPE_3 ? package_zstd(arena, str_buf_str(&list)) : str_buf_str(&list);
}

/* The whole package of a collection. */
static inline Str package_pack(PackageShape shape, Str collection, Str media, Arena *arena)
{
    PackageEntry entries[4];
    int count = 0;
    if (shape == PACKAGE_SHAPE_3) {
        entries[count++] = (PackageEntry){STR("meta"), STR("\x08\x03")};
        entries[count++] = (PackageEntry){STR("collection.anki2"), package_decoy()};
        entries[count++] = (PackageEntry){STR("collection.anki21b"),
                                          package_zstd(arena, package_with_wal(collection, arena))};
    } else if (shape == PACKAGE_SHAPE_2) {
        entries[count++] = (PackageEntry){STR("collection.anki2"), package_decoy()};
        entries[count++] = (PackageEntry){STR("collection.anki21"), collection};
    } else
        entries[count++] = (PackageEntry){STR("collection.anki2"), collection};
    entries[count++] = (PackageEntry){STR("media"), media};
    return package_zip(entries, count, arena);
}

#endif
