/* Anki's packages: from the archive to cards. */
#include "deck/deck_report.h"
#include "formats/anki_deck_name.h"
#include "formats/package_notes.h"

#define SHOWN_FILES 3

typedef struct {
    int64_t schema;
    Str models, decks; /* JSON, of old schemas */
} Heading;

static bool check_schema(int64_t schema, Err *err)
{
    if (schema < PACKAGE_SCHEMA_OLDEST)
        return err_set(err, "is of an Anki that is too old: open it in Anki 2.1 and export it from there");
    if (schema > PACKAGE_SCHEMA_NEWEST)
        return err_set(err, "is of a newer Anki than is known here: export it there once more with \"Support "
                            "older Anki versions\"");
    return true;
}

static bool read_heading(PackageDb *db, Arena *arena, Heading *out, Err *err)
{
    static const char *const tables[] = {"col", "notes", "cards"};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (!package_db_has(db, tables[i]))
            return err_set(err, "its collection is damaged, or none of Anki's: it has no table \"%s\"",
                           tables[i]);
    PackageRows rows;
    package_rows_begin(&rows, db, "SELECT ver, models, decks FROM col NOT INDEXED");
    bool is_there = package_rows_next(&rows);
    if (is_there) {
        out->schema = package_rows_integer(&rows, 0);
        out->models = package_rows_text(&rows, 1, arena);
        out->decks = package_rows_text(&rows, 2, arena);
    }
    if (!package_rows_end(&rows, err)) return false;
    if (!is_there) return err_set(err, "its collection is damaged: it does not say what it is");
    return check_schema(out->schema, err);
}

/* The name of the deck, or of the one above all. */
static void set_title(PackageCollection *collection)
{
    ImportSink *sink = collection->sink;
    sink->result->head.title = str_copy(sink->arena, anki_deck_level(collection->decks.root));
}

static bool read_collection(PackageCollection *collection, Err *err)
{
    ImportSink *sink = collection->sink;
    Heading heading = {0};
    if (!read_heading(collection->db, sink->scratch, &heading, err)) return false;
    sink->result->is_html = sink->choices->html != IMPORT_NO;
    if (!package_kinds_read(collection->db, heading.schema, heading.models, sink->arena, &collection->kinds,
                            err) ||
        !package_decks_read(collection->db, heading.schema, heading.decks, sink->arena, &collection->decks,
                            err) ||
        !package_cards_read(collection->db, &collection->decks, sink->scratch, &collection->cards, err))
        return false;
    package_decks_settle(&collection->decks, sink);
    set_title(collection);
    if (!package_notes_read(collection, err)) return false;
    return !sink->choices->wants_reviews || package_reviews_read(collection, err);
}

static bool is_outside(Str name)
{
    return name.size == 0 || str_has(name, STR("/")) || str_has(name, STR("\\")) || str_is(name, STR("..")) ||
           str_is(name, STR("."));
}

/* None of it is unpacked. */
static void tell_media(PackageZip *zip, ImportSink *sink)
{
    Err err = {.is_set = false};
    DeckTexts names;
    if (!package_zip_media(zip, sink->scratch, &names, &err)) {
        import_notice(sink, NOTICE_DOUBT, 0, "its list of pictures and sounds cannot be read: %s", err.text);
        return;
    }
    StrBuf shown;
    str_buf_init(&shown, sink->scratch);
    for (size_t i = 0; i < names.count && i < SHOWN_FILES; i++)
        str_buf_addf(&shown, "%s%s", i ? ", " : "", deck_quote(names.items[i]).text);
    if (names.count > 0)
        import_notice(sink, NOTICE_DOUBT, 0, "its pictures and sounds were left out: %zu file%s, %s%s",
                      names.count, names.count == 1 ? "" : "s", str_buf_str(&shown).data,
                      names.count > SHOWN_FILES ? " …" : "");
    for (size_t i = 0; i < names.count; i++)
        if (is_outside(names.items[i])) {
            import_notice(sink, NOTICE_DOUBT, 0, "names a file that would lie outside of it: \"%s\"",
                          deck_quote(names.items[i]).text);
            return;
        }
}

bool import_anki_package_read(const ImportSource *source, ImportSink *sink, Err *err)
{
    PackageZip zip;
    PackageDb db;
    if (!package_zip_open(source, &zip, err)) return false;
    bool is_read = package_db_open(&db, &zip, err);
    if (is_read) {
        PackageCollection collection = {.db = &db, .sink = sink};
        is_read = read_collection(&collection, err);
        package_db_close(&db);
    }
    if (is_read) tell_media(&zip, sink);
    package_zip_close(&zip);
    return is_read;
}
