#include "formats/package_zip.h"

#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "formats/protobuf.h"
#include "formats/unzstd.h"

#define MAX_META_BYTES  4096
#define MAX_MEDIA_BYTES (16u << 20)
#define MEDIA_DEPTH     4

typedef enum { SHAPE_UNTOLD, SHAPE_LEGACY_1, SHAPE_LEGACY_2, SHAPE_LATEST } Shape;

static const Str collections[] = {
    [SHAPE_LEGACY_1] = STR_INIT("collection.anki2"),
    [SHAPE_LEGACY_2] = STR_INIT("collection.anki21"),
    [SHAPE_LATEST] = STR_INIT("collection.anki21b"),
};

/* What the package says of itself; older ones say nothing. */
static bool read_shape(Archive *archive, Arena *arena, Shape *out, Err *err)
{
    *out = SHAPE_UNTOLD;
    size_t entry = archive_find(archive, STR("meta"));
    if (entry == ARCHIVE_NONE) return true;
    Str meta;
    ProtobufField version = {0};
    if (!archive_read(archive, entry, MAX_META_BYTES, arena, &meta, err)) return false;
    protobuf_find(meta, 1, &version);
    if (version.number < SHAPE_LEGACY_1 || version.number > SHAPE_LATEST)
        return err_set(err, "is of a newer Anki than is known here: export it there once more with \"Support "
                            "older Anki versions\"");
    *out = (Shape)version.number;
    return true;
}

/* A collection.anki2 beside another one holds a single note, which asks for a newer Anki. */
static Shape newest_shape(const Archive *archive)
{
    for (Shape shape = SHAPE_LATEST; shape > SHAPE_UNTOLD; shape--)
        if (archive_find(archive, collections[shape]) != ARCHIVE_NONE) return shape;
    return SHAPE_UNTOLD;
}

static bool choose(PackageZip *zip, Shape told, Err *err)
{
    Shape newest = newest_shape(zip->archive);
    if (newest == SHAPE_UNTOLD)
        return err_set(err, "is an archive, but no package of Anki's: it has no collection");
    Shape shape = told > SHAPE_LEGACY_1 ? told : newest;
    zip->collection = archive_find(zip->archive, collections[shape]);
    zip->is_latest = shape == SHAPE_LATEST;
    return zip->collection != ARCHIVE_NONE ||
           err_set(err, "is damaged: its %s is missing", collections[shape].data);
}

bool package_zip_open(const ImportSource *source, PackageZip *out, Err *err)
{
    *out = (PackageZip){0};
    out->archive = source->path ? archive_open(source->path, err) : archive_open_bytes(source->bytes, err);
    if (!out->archive) return false;
    Arena arena;
    arena_init(&arena, 0);
    Shape told;
    bool is_known = read_shape(out->archive, &arena, &told, err) && choose(out, told, err);
    arena_deinit(&arena);
    if (!is_known) package_zip_close(out);
    return is_known;
}

void package_zip_close(PackageZip *zip)
{
    archive_close(zip->archive);
    zip->archive = NULL;
}

static bool pass(PackageZip *zip, size_t entry, const ArchiveSink *sink, Err *err)
{
    if (zip->is_latest) return unzstd_pass(zip->archive, entry, sink, err);
    return archive_pass(zip->archive, entry, sink, err);
}

bool package_zip_unpack(PackageZip *zip, ArchiveTake *take, void *context, Err *err)
{
    const ArchiveSink sink = {PACKAGE_MAX_COLLECTION, take, context};
    if (pass(zip, zip->collection, &sink, err)) return true;
    err_wrap(err, "its collection cannot be read");
    return false;
}

/* --- media --- */

static bool take_text(void *context, Str piece, Err *err)
{
    (void)err;
    str_buf_add(context, piece);
    return true;
}

static bool read_list(Str text, Arena *arena, DeckTexts *names)
{
    JsonProblem problem;
    if (json_tree_bytes(text) > PACKAGE_MAX_TREE) return false;
    JsonDoc *doc = json_open(text, MEDIA_DEPTH, &problem);
    if (!doc) return false;
    const JsonValue *root = json_root(doc);
    bool is_list = json_kind(root) == JSON_OBJECT;
    Str *items = ARENA_NEW_N(arena, Str, is_list ? json_count(root) : 0);
    size_t count = 0;
    for (const JsonValue *v = is_list ? json_first(root) : NULL; v; v = json_next(v))
        if (json_kind(v) == JSON_STRING) items[count++] = str_copy(arena, json_string(v));
    json_close(doc);
    *names = (DeckTexts){items, count};
    return is_list;
}

static bool read_entries(Str message, Arena *arena, DeckTexts *names)
{
    size_t most = 0, count = 0, at = 0;
    ProtobufField entry, name;
    while (protobuf_next(message, &at, &entry)) most++;
    bool is_whole = at == message.size;
    Str *items = ARENA_NEW_N(arena, Str, most);
    for (at = 0; protobuf_next(message, &at, &entry);)
        if (entry.field == 1 && protobuf_find(entry.bytes, 1, &name))
            items[count++] = text_repair(arena, name.bytes);
    *names = (DeckTexts){items, count};
    return is_whole;
}

bool package_zip_media(PackageZip *zip, Arena *arena, DeckTexts *names, Err *err)
{
    *names = (DeckTexts){NULL, 0};
    size_t entry = archive_find(zip->archive, STR("media"));
    if (entry == ARCHIVE_NONE) return true;
    StrBuf text;
    str_buf_init(&text, arena);
    if (!pass(zip, entry, &(ArchiveSink){MAX_MEDIA_BYTES, take_text, &text}, err)) return false;
    Str list = str_buf_str(&text);
    bool is_list = zip->is_latest ? read_entries(list, arena, names) : read_list(list, arena, names);
    return is_list || err_set(err, "it is damaged");
}
