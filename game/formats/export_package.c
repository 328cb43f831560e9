#include <sqlite3.h>

#include "formats/archive.h"
#include "formats/export_package.h"

/* The collection is made in memory, so that no half-made file is ever left behind. A deck file's texts are 64
   MiB at most, and the collection has each term twice. */

static const char schema[] =
    "CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL,"
    " scm integer NOT NULL, ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL,"
    " ls integer NOT NULL, conf text NOT NULL, models text NOT NULL, decks text NOT NULL,"
    " dconf text NOT NULL, tags text NOT NULL);"
    "CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL,"
    " mod integer NOT NULL, usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL,"
    " sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);"
    "CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL,"
    " ord integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL,"
    " queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL,"
    " reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL,"
    " odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);"
    "CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL,"
    " ease integer NOT NULL, ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL,"
    " time integer NOT NULL, type integer NOT NULL);"
    "CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);";

static const char indexes[] = "CREATE INDEX ix_notes_usn ON notes (usn);"
                              "CREATE INDEX ix_notes_csum ON notes (csum);"
                              "CREATE INDEX ix_cards_usn ON cards (usn);"
                              "CREATE INDEX ix_cards_nid ON cards (nid);"
                              "CREATE INDEX ix_cards_sched ON cards (did, queue, due);"
                              "CREATE INDEX ix_revlog_usn ON revlog (usn);"
                              "CREATE INDEX ix_revlog_cid ON revlog (cid);";

/* csum, by which Anki finds notes with the same first field, is reckoned anew by Anki when it imports. */
static const char note_sql[] = "INSERT INTO notes VALUES (?1, ?2, ?3, ?4, -1, ?5, ?6, ?7, 0, 0, '')";
static const char card_sql[] =
    "INSERT INTO cards VALUES (?1, ?1, ?2, 0, ?3, -1, 0, 0, ?4, 0, 0, 0, 0, 0, 0, 0, 0, '')";
static const char col_sql[] = "INSERT INTO col VALUES (1, ?1, ?2, ?2, 11, 0, 0, 0, ?3, ?4, ?5, ?6, '{}')";

typedef struct {
    Exporting *exporting;
    sqlite3 *db;
    sqlite3_stmt *note, *card;
    int64_t written;
    int code; /* SQLite's; the first that was not well */
} Package;

static void bind_text(sqlite3_stmt *statement, int place, Str text)
{
    sqlite3_bind_text64(statement, place, text.data, text.size, SQLITE_STATIC, SQLITE_UTF8);
}

static void meet(Package *package, int code)
{
    if (package->code == SQLITE_OK && code != SQLITE_OK && code != SQLITE_DONE) package->code = code;
}

static void run(Package *package, sqlite3_stmt *statement)
{
    meet(package, sqlite3_step(statement));
    sqlite3_reset(statement);
}

/* --- rows --- */

static Str fields_of(const AnkiNote *note, Arena *arena)
{
    StrBuf fields;
    str_buf_init(&fields, arena);
    for (int i = 0; i < EXPORT_ANKI_FIELDS; i++) {
        if (i > 0) str_buf_add(&fields, STR("\x1f"));
        str_buf_add(&fields, note->fields[i]);
    }
    return str_buf_str(&fields);
}

/* Ids are moments, so that the order of the cards is that of their making; the last one is made now. */
static int64_t next_id(const Package *package)
{
    const Exporting *exporting = package->exporting;
    int64_t first = exporting->choices->now_ms - (int64_t)export_count(exporting);
    return (first > 0 ? first : 0) + package->written;
}

static void write_note(Exporting *exporting, const DeckCard *card)
{
    Package *package = exporting->writer;
    if (package->code != SQLITE_OK) return;
    AnkiNote note = export_anki_note(exporting, card);
    int64_t position = ++package->written, id = next_id(package), now_s = exporting->choices->now_ms / 1000;
    sqlite3_bind_int64(package->note, 1, id);
    bind_text(package->note, 2, note.guid);
    sqlite3_bind_int64(package->note, 3, EXPORT_PACKAGE_NOTE_TYPE);
    sqlite3_bind_int64(package->note, 4, now_s);
    bind_text(package->note, 5, str_format(exporting->card, " %.*s ", STR_FMT(note.tags)));
    bind_text(package->note, 6, fields_of(&note, exporting->card));
    bind_text(package->note, 7, note.fields[0]);
    run(package, package->note);
    sqlite3_bind_int64(package->card, 1, id);
    sqlite3_bind_int64(package->card, 2, export_package_deck(exporting));
    sqlite3_bind_int64(package->card, 3, now_s);
    sqlite3_bind_int64(package->card, 4, position);
    run(package, package->card);
}

static void write_col(Package *package)
{
    sqlite3_stmt *col = NULL;
    int64_t now_ms = package->exporting->choices->now_ms;
    ExportPackageJson json = export_package_json(package->exporting);
    meet(package, sqlite3_prepare_v2(package->db, col_sql, -1, &col, NULL));
    if (!col) return;
    sqlite3_bind_int64(col, 1, now_ms / 1000);
    sqlite3_bind_int64(col, 2, now_ms);
    bind_text(col, 3, json.conf);
    bind_text(col, 4, json.models);
    bind_text(col, 5, json.decks);
    bind_text(col, 6, json.dconf);
    run(package, col);
    sqlite3_finalize(col);
}

static void write_notes(Package *package)
{
    meet(package, sqlite3_prepare_v2(package->db, note_sql, -1, &package->note, NULL));
    meet(package, sqlite3_prepare_v2(package->db, card_sql, -1, &package->card, NULL));
    if (package->code == SQLITE_OK) export_each(package->exporting, CARD_ALL_FIELDS, write_note);
    sqlite3_finalize(package->note);
    sqlite3_finalize(package->card);
}

static void exec(Package *package, const char *sql)
{
    if (package->code == SQLITE_OK) meet(package, sqlite3_exec(package->db, sql, NULL, NULL, NULL));
}

static bool make_collection(Package *package, Err *err)
{
    meet(package,
         sqlite3_open_v2(":memory:", &package->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL));
    exec(package, schema);
    exec(package, "BEGIN");
    if (package->code == SQLITE_OK) write_col(package);
    if (package->code == SQLITE_OK) write_notes(package);
    exec(package, indexes);
    exec(package, "COMMIT");
    if (package->code == SQLITE_OK) return true;
    return err_set(err, "the collection cannot be made: %s", sqlite3_errstr(package->code));
}

/* --- file --- */

static bool pack(Str collection, Arena *arena, Str *bytes, Err *err)
{
    ArchiveWriter *writer = archive_write_open_bytes(err);
    if (!writer) return false;
    if (archive_write_add(writer, STR("collection.anki2"), collection, err) &&
        archive_write_add(writer, STR("media"), STR("{}"), err))
        return archive_write_finish_bytes(writer, arena, bytes, err);
    archive_write_cancel(writer);
    return false;
}

bool export_write_package(Exporting *exporting, Str *bytes, Err *err)
{
    Package package = {.exporting = exporting};
    exporting->writer = &package;
    bool is_done = make_collection(&package, err);
    if (is_done) {
        sqlite3_int64 size = 0;
        unsigned char *collection = sqlite3_serialize(package.db, "main", &size, 0);
        if (!collection) err_fatal("out of memory while a package is made");
        is_done = pack((Str){(const char *)collection, (size_t)size}, exporting->arena, bytes, err);
        sqlite3_free(collection);
    }
    sqlite3_close(package.db);
    return is_done;
}
