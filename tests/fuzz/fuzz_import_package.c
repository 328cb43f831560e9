/* Anki's packages that the bytes choose: shape, note types with their templates, notes, cards, reviews,
   entries of the archive; then some of the finished collection's and archive's bytes are changed, so that
   what lies behind the containers is reached as well as the containers. */
#include "fuzz/import_checks.h"
#include "package_fixture.h"

#define MAX_NOTES   6
#define MAX_TYPES   3
#define MAX_REVIEWS 6

/* The fuzzer's bytes, taken from the front; zeros at their end. */
typedef struct {
    const uint8_t *data;
    size_t size;
    Arena *arena;
} Bytes;

static uint8_t take(Bytes *bytes)
{
    if (bytes->size == 0) return 0;
    bytes->size--;
    return *bytes->data++;
}

/* A length and as many bytes. */
static Str take_text(Bytes *bytes)
{
    size_t size = take(bytes);
    if (size > bytes->size) size = bytes->size;
    Str text = str_copy(bytes->arena, (Str){(const char *)bytes->data, size});
    bytes->data += size;
    bytes->size -= size;
    return text;
}

static void put_type(Package *package, Bytes *bytes, int id)
{
    static const Str fields[] = {STR_INIT("Front"), STR_INIT("Back"), STR_INIT("Text"), STR_INIT("a:b")};
    uint8_t look = take(bytes);
    PackageType type = {.id = id, .name = STR("Type"), .is_cloze = look & 1};
    type.name = str_format(package->arena, "Type %d", id);
    for (int i = 0; i < 1 + (look >> 1 & 3); i++) type.fields[i] = fields[i];
    bool is_told = look & 8;
    type.question = is_told         ? text_repair(package->arena, take_text(bytes))
                    : type.is_cloze ? STR("{{cloze:Front}}")
                                    : STR("{{Front}}");
    type.answer = is_told ? text_repair(package->arena, take_text(bytes)) : STR("{{FrontSide}}{{Back}}");
    package_type(package, &type);
}

/* Fields as they are: separators, broken bytes, HTML. */
static void put_note(Package *package, Bytes *bytes, int id)
{
    uint8_t look = take(bytes);
    Str tags = take_text(bytes), front = take_text(bytes), back = take_text(bytes);
    Str fields = str_format(package->arena, "%.*s\x1f%.*s", STR_FMT(front), STR_FMT(back));
    package_note(package, id, 1 + look % (MAX_TYPES + 1),
                 look & 64 ? STR("same") : str_format(package->arena, "g%d", id), tags, fields);
    for (int i = 0; i < (look >> 2 & 3); i++) package_card(package, id, i, 1 + (look >> 4 & 3));
}

static void put_reviews(Package *package, Bytes *bytes, int notes)
{
    for (int i = 0; i < MAX_REVIEWS && bytes->size > 0; i++) {
        uint8_t when = take(bytes), what = take(bytes);
        package_sql(package,
                    str_format(package->arena, "INSERT OR IGNORE INTO revlog VALUES(%d,%d,0,%d,0,0,0,%d,%d)",
                               when, 10 * (what % (notes + 1)) + (what >> 3 & 3), what & 7, 1000 * when,
                               what >> 5)
                        .data);
    }
}

static void put_decks(Package *package, Bytes *bytes)
{
    package_deck(package, 1, STR("Default"));
    package_deck(package, 2, STR("A::B"));
    Str name = text_repair(package->arena, take_text(bytes));
    package_deck(package, 3, str_format(package->arena, "x%.*s", STR_FMT(name)));
}

static Package make_package(Bytes *bytes, PackageShape shape)
{
    Package package = package_begin(shape, bytes->arena);
    int types = 1 + take(bytes) % MAX_TYPES, notes = 1 + take(bytes) % MAX_NOTES;
    package_sql(&package, "BEGIN");
    put_decks(&package, bytes);
    for (int i = 1; i <= types; i++) put_type(&package, bytes, i);
    for (int i = 1; i <= notes; i++) put_note(&package, bytes, i);
    put_reviews(&package, bytes, notes);
    package_sql(&package, "COMMIT");
    return package;
}

/* So many bytes become others; at times the end is missing. */
static Str damage(Str whole, Bytes *bytes, int changes)
{
    char *copy = arena_alloc(bytes->arena, whole.size + 1);
    memcpy(copy, whole.data, whole.size);
    for (int i = 0; i < changes && whole.size > 0; i++) {
        size_t at = (size_t)take(bytes) << 8;
        at |= take(bytes);
        copy[at % whole.size] = (char)take(bytes);
    }
    bool is_cut = changes > 0 && take(bytes) == 77;
    return (Str){copy, is_cut ? whole.size / 2 : whole.size};
}

/* Entries as they should be, or as the bytes have them. */
static Str pack(Bytes *bytes, PackageShape shape, Str collection, uint8_t look)
{
    static const Str names[] = {STR_INIT("collection.anki2"), STR_INIT("collection.anki21"),
                                STR_INIT("collection.anki21b"), STR_INIT("meta"), STR_INIT("media")};
    if (!(look & 1))
        return package_pack(shape, collection, package_media(shape, NULL, 0, bytes->arena), bytes->arena);
    bool is_packed = shape == PACKAGE_SHAPE_3 && !(look & 2);
    PackageEntry entries[5];
    int count = 0;
    entries[count++] =
        (PackageEntry){names[shape - 1], is_packed ? package_zstd(bytes->arena, collection) : collection};
    for (int i = 0; i < 5; i++) {
        Str name = names[i], text = i == (int)shape - 1 ? STR("") : take_text(bytes);
        if (text.size > 0 && count < 5)
            entries[count++] =
                (PackageEntry){name, i == 4 && is_packed ? package_zstd(bytes->arena, text) : text};
    }
    return package_zip(entries, count, bytes->arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena;
    arena_init(&arena, 0);
    Bytes bytes = {data, size, &arena};
    uint8_t look = take(&bytes), harm = take(&bytes);
    PackageShape shape = (PackageShape)(1 + look % 3);
    Package package = make_package(&bytes, shape);
    Str collection = damage(package_collection(&package), &bytes, harm & 7);
    Str zip = damage(pack(&bytes, shape, collection, look >> 2), &bytes, harm >> 3 & 3);
    ImportChoices choices;
    import_choices_init(&choices);
    choices.wants_reviews = look & 16;
    choices.is_swapped = look & 32;
    choices.wants_subdecks = look & 64;
    choices.html = look & 128 ? IMPORT_NO : IMPORT_FOUND;
    Err err = {0};
    Import *import = import_open_text(zip, STR("x.apkg"), &err);
    CHECK(import);
    check_import(import, &choices);
    arena_deinit(&arena);
    return 0;
}
