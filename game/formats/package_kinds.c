#include "formats/package_kinds.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "formats/package_kinds_parts.h"
#include "formats/protobuf.h"

#define MAX_FIELDS 1000 /* of a note type */

/* Numbers of the fields in Anki's own messages. */
enum { NOTETYPE_KIND = 1, NOTETYPE_KIND_CLOZE = 1, TEMPLATE_QUESTION = 1, TEMPLATE_ANSWER = 2 };

static bool read_types(PackageDb *db, Arena *arena, PackageKinds *out, Err *err)
{
    PackageRows rows;
    size_t room = 0;
    bool has_many = false;
    for (package_rows_begin(&rows, db, "SELECT id, name, config FROM notetypes"); package_rows_next(&rows);) {
        has_many = out->count == PACKAGE_MAX_KINDS;
        if (has_many) break;
        if (out->count == room) {
            PackageKind *items = ARENA_NEW_N(arena, PackageKind, room ? 2 * room : 16);
            if (room) memcpy(items, out->items, room * sizeof *items);
            out->items = items;
            room = room ? 2 * room : 16;
        }
        ProtobufField kind = {0};
        protobuf_find(package_rows_view(&rows, 2), NOTETYPE_KIND, &kind);
        out->items[out->count++] = (PackageKind){.id = package_rows_integer(&rows, 0),
                                                 .name = package_rows_text(&rows, 1, arena),
                                                 .is_cloze = kind.number == NOTETYPE_KIND_CLOZE,
                                                 .question = STR(""),
                                                 .answer = STR(""),
                                                 .kind = -1};
    }
    bool is_read = package_rows_end(&rows, err);
    return is_read && (!has_many || err_set(err, "has more note types than can be read"));
}

static void add_field(PackageKind *kind, Str name, Arena *arena)
{
    if (kind->field_count == MAX_FIELDS) return;
    if ((kind->field_count & (kind->field_count - 1)) == 0) { /* a power of two: all room is taken */
        Str *fields = ARENA_NEW_N(arena, Str, kind->field_count ? 2 * kind->field_count : 1);
        if (kind->field_count) memcpy(fields, kind->fields, (size_t)kind->field_count * sizeof *fields);
        kind->fields = fields;
    }
    kind->fields[kind->field_count++] = name;
}

static bool read_fields(PackageDb *db, Arena *arena, PackageKinds *kinds, Err *err)
{
    PackageRows rows;
    package_rows_begin(&rows, db, "SELECT ntid, name FROM fields ORDER BY ntid, ord");
    while (package_rows_next(&rows)) {
        PackageKind *kind = package_kinds_find(kinds, package_rows_integer(&rows, 0));
        if (kind) add_field(kind, package_rows_text(&rows, 1, arena), arena);
    }
    return package_rows_end(&rows, err);
}

static bool read_templates(PackageDb *db, Arena *arena, PackageKinds *kinds, Err *err)
{
    PackageRows rows;
    package_rows_begin(&rows, db, "SELECT ntid, config FROM templates WHERE ord = 0");
    while (package_rows_next(&rows)) {
        PackageKind *kind = package_kinds_find(kinds, package_rows_integer(&rows, 0));
        if (!kind) continue;
        Str config = package_rows_view(&rows, 1);
        ProtobufField side = {0};
        if (protobuf_find(config, TEMPLATE_QUESTION, &side))
            kind->question = str_copy(arena, text_repair(arena, side.bytes));
        if (protobuf_find(config, TEMPLATE_ANSWER, &side))
            kind->answer = str_copy(arena, text_repair(arena, side.bytes));
    }
    return package_rows_end(&rows, err);
}

static int compare(const void *a, const void *b)
{
    const PackageKind *one = a, *other = b;
    return (one->id > other->id) - (one->id < other->id);
}

static void sort(PackageKinds *kinds)
{
    if (kinds->count) qsort(kinds->items, kinds->count, sizeof *kinds->items, compare);
}

static bool read_tables(PackageDb *db, Arena *arena, PackageKinds *out, Err *err)
{
    if (!package_db_has(db, "notetypes") || !package_db_has(db, "fields") || !package_db_has(db, "templates"))
        return err_set(err, "its collection is damaged: it has no note types");
    if (!read_types(db, arena, out, err)) return false;
    sort(out);
    return read_fields(db, arena, out, err) && read_templates(db, arena, out, err);
}

bool package_kinds_read(PackageDb *db, int64_t schema, Str models, Arena *arena, PackageKinds *out, Err *err)
{
    *out = (PackageKinds){NULL, 0};
    if (schema >= PACKAGE_SCHEMA_TABLES) return read_tables(db, arena, out, err);
    if (!package_kinds_json(models, arena, out, err)) return false;
    sort(out);
    return true;
}

PackageKind *package_kinds_find(const PackageKinds *kinds, int64_t id)
{
    PackageKind key = {.id = id};
    return kinds->count ? bsearch(&key, kinds->items, kinds->count, sizeof key, compare) : NULL;
}
