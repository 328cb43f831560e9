#define _POSIX_C_SOURCE 200809L /* setenv */
#include "package_fixture.h"
#include "unit/import_fixture.h"

#define NO_MEDIA(shape, arena) package_media(shape, NULL, 0, arena)

static const PackageType basic = {.id = 1,
                                  .name = STR_INIT("Basic"),
                                  .fields = {STR_INIT("Front"), STR_INIT("Back")},
                                  .question = STR_INIT("{{Front}}"),
                                  .answer = STR_INIT("{{FrontSide}}<hr id=answer>{{Back}}")};
static const PackageType ranked = {
    .id = 2,
    .name = STR_INIT("Ranked"),
    .fields = {STR_INIT("Rank"), STR_INIT("Word"), STR_INIT("Note"), STR_INIT("Meaning")},
    .question = STR_INIT("<b>{{Rank}}</b> {{furigana:Word}}"),
    .answer = STR_INIT("{{Word}}: {{#Note}}{{/Note}}{{Meaning}} {{Note}}")};
static const PackageType cloze = {.id = 3,
                                  .name = STR_INIT("Cloze"),
                                  .is_cloze = true,
                                  .fields = {STR_INIT("Text"), STR_INIT("Back Extra")},
                                  .question = STR_INIT("{{cloze:Text}}"),
                                  .answer = STR_INIT("{{cloze:Text}}<br>{{Back Extra}}")};

/* Reads a package; its cards, or what is wrong with it. */
static const char *read_bytes(Fixture *f, Str bytes)
{
    f->result = (ImportResult){0};
    return fixture_read_str(f, bytes, "x.apkg") ? fixture_cards(f) : f->err.text;
}

static const char *read_package(Fixture *f, Package *package)
{
    PackageShape shape = package->shape;
    Str collection = package_collection(package);
    return read_bytes(f, package_pack(shape, collection, NO_MEDIA(shape, &f->arena), &f->arena));
}

/* Three note types, five notes, decks of two levels. */
static Package begin_sample(Fixture *f, PackageShape shape)
{
    Package p = package_begin(shape, &f->arena);
    package_type(&p, &basic);
    package_type(&p, &ranked);
    package_type(&p, &cloze);
    package_deck(&p, 1, STR("Default"));
    package_deck(&p, 10, STR("Spanish"));
    package_deck(&p, 11, STR("Spanish::Verbs"));
    package_deck(&p, 12, STR("Spanish::Verbs::Irregular"));
    package_note(&p, 5, 3, STR("g5"), STR(""), STR("{{c1::Madrid::city}} is in {{c2::Spain}}|extra"));
    package_note(&p, 2, 1, STR("a\"<&#|"), STR(" one two::three "), STR("<b>hablar</b>&nbsp;|to speak"));
    package_note(&p, 3, 2, STR("g3"), STR("\xE3\x80\x80wide\xE3\x80\x80tags"), STR("77|ser||to be"));
    package_note(&p, 4, 1, STR("g4"), STR(""), STR("la casa|the house<br>home"));
    package_card(&p, 2, 0, 11);
    package_card(&p, 2, 1, 10);
    package_card(&p, 3, 0, 12);
    package_card(&p, 4, 0, 10);
    package_card(&p, 5, 0, 10);
    package_card(&p, 5, 1, 11);
    return p;
}

static void all_three_shapes_give_the_same_cards(void **state)
{
    Fixture *f = *state;
    for (PackageShape shape = PACKAGE_SHAPE_1; shape <= PACKAGE_SHAPE_3; shape++) {
        Package p = begin_sample(f, shape);
        const char *cards = read_package(f, &p);
        assert_string_equal(cards, "hablar=to speak #one #two::three #Verbs @a\"<&#|;"
                                   "ser=to be #wide #tags #Verbs::Irregular @g3;la casa=the house\nhome @g4;"
                                   "[city] is in Spain=Madrid @g5-c1;Madrid is in […]=Spain @g5-c2;");
        assert_int_equal(f->result.format, IMPORT_ANKI_PACKAGE);
        assert_true(str_is(f->result.head.title, STR("Spanish")));
        assert_int_equal(f->result.cards[1].line, 2);
        assert_int_equal(f->result.notice_count, 0);
    }
}

static void note_types_and_decks_can_be_chosen(void **state)
{
    Fixture *f = *state;
    Package p = begin_sample(f, PACKAGE_SHAPE_3);
    read_package(f, &p);
    assert_int_equal(f->result.kind_count, 3);
    assert_true(str_is(f->result.kinds[0].name, STR("Basic")));
    assert_true(str_is(f->result.kinds[1].columns[3], STR("Meaning")));
    assert_int_equal(f->result.kinds[1].roles[COLUMN_TERM], 1);
    assert_int_equal(f->result.kinds[1].roles[COLUMN_DEFINITION], 3);
    assert_true(str_is(f->result.kinds[1].sample[0], STR("77")));
    assert_int_equal(f->result.group_count, 3);
    assert_true(str_is(f->result.groups[0].name, STR("Spanish")));
    assert_true(str_is(f->result.groups[2].name, STR("Spanish::Verbs::Irregular")));
    assert_int_equal(f->result.groups[0].cards, 3);
    assert_int_equal(f->result.groups[1].cards, 1);

    f->choices.wants_subdecks = true;
    f->choices.group = 1;
    p = begin_sample(f, PACKAGE_SHAPE_1);
    assert_string_equal(read_package(f, &p), "hablar=to speak #one #two::three @a\"<&#|;");
    f->choices.wants_subdecks = false;
    f->choices.columns[1][COLUMN_DEFINITION] = 0;
    f->choices.columns[2][COLUMN_HINT] = 1;
    p = begin_sample(f, PACKAGE_SHAPE_2);
    const char *cards = read_package(f, &p);
    assert_non_null(strstr(cards, ";ser=77 #wide"));
    assert_non_null(strstr(cards, "Madrid is in […]=Spain ?extra @g5-c2;"));
}

static void a_decoy_is_never_read(void **state)
{
    Fixture *f = *state;
    Package p = package_begin(PACKAGE_SHAPE_2, &f->arena);
    package_type(&p, &basic);
    assert_non_null(strstr(read_package(f, &p), "there is no card in it"));
    Str empty = package_zip(
        (PackageEntry[]){{STR("collection.anki21b"), STR("")}, {STR("collection.anki2"), package_decoy()}}, 2,
        &f->arena);
    assert_non_null(strstr(read_bytes(f, empty), "collection cannot be read: it is cut off"));
}

static void the_shape_is_known_without_meta(void **state)
{
    Fixture *f = *state;
    Package p = begin_sample(f, PACKAGE_SHAPE_3);
    Str collection = package_zstd(&f->arena, package_collection(&p));
    Str bytes = package_zip(
        (PackageEntry[]){{STR("collection.anki2"), package_decoy()}, {STR("collection.anki21b"), collection}},
        2, &f->arena);
    assert_non_null(strstr(read_bytes(f, bytes), "hablar=to speak"));
    bytes =
        package_zip((PackageEntry[]){{STR("meta"), STR("\x08\x02")}, {STR("collection.anki21b"), collection}},
                    2, &f->arena);
    assert_non_null(strstr(read_bytes(f, bytes), "its collection.anki21 is missing"));
}

static void newer_and_older_packages_are_refused(void **state)
{
    Fixture *f = *state;
    static const Str metas[] = {STR_INIT("\x08\x04"), STR_INIT(""), STR_INIT("\x08"),
                                STR_INIT("\xff\xff\xff"), STR_INIT("\x08\x00")};
    for (size_t i = 0; i < sizeof metas / sizeof *metas; i++) {
        Str bytes = package_zip(
            (PackageEntry[]){{STR("meta"), metas[i]}, {STR("collection.anki21b"), STR("x")}}, 2, &f->arena);
        assert_non_null(strstr(read_bytes(f, bytes), "newer Anki"));
    }
    Package p = begin_sample(f, PACKAGE_SHAPE_3);
    package_sql(&p, "UPDATE col SET ver = 19");
    assert_non_null(strstr(read_package(f, &p), "newer Anki"));
    p = begin_sample(f, PACKAGE_SHAPE_1);
    package_sql(&p, "UPDATE col SET ver = 10");
    assert_non_null(strstr(read_package(f, &p), "too old"));
}

static void what_is_no_package_is_told_so(void **state)
{
    Fixture *f = *state;
    Str bytes = package_zip((PackageEntry[]){{STR("word/document.xml"), STR("<x/>")}}, 1, &f->arena);
    assert_non_null(strstr(read_bytes(f, bytes), "x.apkg: is an archive, but no package"));
    bytes = package_zip((PackageEntry[]){{STR("collection.anki2"), STR("no database")}}, 1, &f->arena);
    assert_non_null(strstr(read_bytes(f, bytes), "no database of SQLite"));
    bytes = package_zip((PackageEntry[]){{STR("collection.anki21b"), STR("no zstd at all")}}, 1, &f->arena);
    assert_non_null(strstr(read_bytes(f, bytes), "it is damaged (zstd"));
    Package p = {.arena = &f->arena, .shape = PACKAGE_SHAPE_1};
    sqlite3_open(":memory:", &p.db);
    package_sql(&p, "CREATE TABLE x(y)");
    assert_non_null(strstr(read_package(f, &p), "no table \"col\""));
}

static void streamed_zstd_without_its_size_is_read(void **state)
{
    Fixture *f = *state;
    Package p = begin_sample(f, PACKAGE_SHAPE_3);
    Str collection = package_collection(&p);
    char *out = arena_alloc(&f->arena, collection.size + 1000);
    ZSTD_CCtx *context = ZSTD_createCCtx();
    ZSTD_inBuffer in = {collection.data, collection.size, 0};
    ZSTD_outBuffer to = {out, collection.size + 1000, 0};
    while (in.pos < in.size) ZSTD_compressStream2(context, &to, &in, ZSTD_e_continue);
    while (ZSTD_compressStream2(context, &to, &in, ZSTD_e_end) != 0) {
    }
    ZSTD_freeCCtx(context);
    assert_int_equal(out[4], 0); /* no size, no checksum */
    Str whole = {out, to.pos};
    PackageEntry entries[] = {{STR("meta"), STR("\x08\x03")},
                              {STR("collection.anki21b"), whole},
                              {STR("media"), STR("\x28\xb5\x2f\xfd\x20\x00\x01\x00\x00")}};
    assert_non_null(strstr(read_bytes(f, package_zip(entries, 3, &f->arena)), "hablar=to speak"));
    assert_int_equal(f->result.notice_count, 0);
    entries[1].bytes = str_slice(whole, 0, whole.size - 1);
    assert_non_null(strstr(read_bytes(f, package_zip(entries, 3, &f->arena)), "cut off"));
}

static void bombs_are_refused(void **state)
{
    Fixture *f = *state;
    size_t size = 300u << 20, room = ZSTD_compressBound(1 << 20);
    char *zeros = calloc(1, size);
    assert_non_null(zeros);
    Str bytes = package_zip((PackageEntry[]){{STR("collection.anki2"), {zeros, size}}}, 1, &f->arena);
    assert_true(bytes.size < 1 << 20);
    assert_non_null(strstr(read_bytes(f, bytes), "it is too big"));
    char *packed = arena_alloc(&f->arena, room);
    size_t packed_size = ZSTD_compress(packed, room, zeros, size, 1);
    free(zeros);
    assert_false(ZSTD_isError(packed_size));
    bytes = package_zip((PackageEntry[]){{STR("collection.anki21b"), {packed, packed_size}}}, 1, &f->arena);
    assert_non_null(strstr(read_bytes(f, bytes), "it is too big"));
}

static Str package_of_size(Fixture *f, PackageShape shape, const char *filling)
{
    Package p = package_begin(shape, &f->arena);
    package_type(&p, &basic);
    package_note(&p, 1, 1, STR("1"), STR(""), STR("hablar|to speak"));
    package_sql(&p, filling);
    return package_pack(shape, package_collection(&p), NO_MEDIA(shape, &f->arena), &f->arena);
}

static void only_a_large_collection_needs_the_disk(void **state)
{
    Fixture *f = *state;
    for (PackageShape shape = PACKAGE_SHAPE_1; shape <= PACKAGE_SHAPE_3; shape++) {
        Str small = package_of_size(f, shape, "UPDATE notes SET data = zeroblob(1 << 20)");
        Str large = package_of_size(f, shape, "UPDATE notes SET data = zeroblob(17 << 20)");
        assert_string_equal(read_bytes(f, large), "hablar=to speak @1;");
        setenv("TMPDIR", "/nowhere", 1);
        assert_string_equal(read_bytes(f, small), "hablar=to speak @1;");
        assert_non_null(strstr(read_bytes(f, large), "no folder can be made in /nowhere"));
        unsetenv("TMPDIR");
    }
}

static void pictures_and_sounds_are_named_and_left_out(void **state)
{
    Fixture *f = *state;
    static const Str names[] = {STR_INIT("a.jpg"), STR_INIT("b.mp3"), STR_INIT("c.png"), STR_INIT("d.png")};
    for (PackageShape shape = PACKAGE_SHAPE_1; shape <= PACKAGE_SHAPE_3; shape++) {
        Package p = package_begin(shape, &f->arena);
        package_type(&p, &basic);
        package_note(&p, 1, 1, STR("1"), STR(""), STR("<img src=a.jpg>|only a picture"));
        package_note(&p, 2, 1, STR("2"), STR(""), STR("word [sound:b.mp3]|x <img src=c.png>"));
        Str media = package_media(shape, names, 4, &f->arena);
        Str bytes = package_pack(shape, package_collection(&p), media, &f->arena);
        assert_string_equal(read_bytes(f, bytes), "word=x @2;");
        assert_string_equal(
            fixture_notices(f),
            "0:its pictures and sounds were left out: 4 files, a.jpg, b.mp3, c.png …;"
            "1:pictures were left out: 1;1:has no term;2:pictures and sounds were left out: 2;");
        assert_int_equal(f->result.pictures, 2);
        assert_int_equal(f->result.sounds, 1);
    }
}

static void a_damaged_or_hostile_list_of_pictures_does_no_harm(void **state)
{
    Fixture *f = *state;
    static const Str outside = STR_INIT("../../evil");
    for (PackageShape shape = PACKAGE_SHAPE_1; shape <= PACKAGE_SHAPE_3; shape++) {
        Package p = begin_sample(f, shape);
        Str collection = package_collection(&p);
        Str media = package_media(shape, &outside, 1, &f->arena);
        assert_non_null(
            strstr(read_bytes(f, package_pack(shape, collection, media, &f->arena)), "ser=to be"));
        assert_non_null(strstr(fixture_notices(f), "would lie outside of it: \"../../evil\""));
        Str broken = package_pack(shape, collection, STR("\x0a\xff{"), &f->arena);
        assert_non_null(strstr(read_bytes(f, broken), "ser=to be"));
        assert_non_null(strstr(fixture_notices(f), "list of pictures and sounds cannot be read"));
    }
}

static void cloze_notes_without_text_or_blanks_are_told(void **state)
{
    Fixture *f = *state;
    Package p = package_begin(PACKAGE_SHAPE_3, &f->arena);
    package_type(&p, &cloze);
    package_note(&p, 1, 3, STR("1"), STR(""), STR("no blank|"));
    package_note(&p, 2, 3, STR("2"), STR(""), STR("{{c1::image-occlusion:rect:left=.1}}|"));
    package_note(&p, 3, 3, STR("3"), STR(""), STR("{{c1::<img src=x>}} {{c2::y<br>z}}|"));
    assert_string_equal(read_package(f, &p), "[…]=y\nz @3-c2;");
    assert_string_equal(fixture_notices(f), "1:has no blank such as {{c1::answer}};"
                                            "2:covers parts of a picture, which was left out;"
                                            "3:pictures were left out: 1;3:has no definition;");
}

static void notes_of_odd_kinds_are_told(void **state)
{
    Fixture *f = *state;
    Package p = package_begin(PACKAGE_SHAPE_1, &f->arena);
    package_type(&p, &basic);
    package_note(&p, 1, 99, STR("1"), STR(""), STR("a|b"));
    package_note(&p, 2, 1, STR("same"), STR(""), STR("c|d|e|f|g"));
    package_note(&p, 3, 1, STR("same"), STR(""), STR("e|f"));
    package_note(&p, 4, 1, STR("4"), STR(""), STR("C|d"));
    package_note(&p, 5, 1, STR("5"), STR(""), STR("only one"));
    package_note(&p, 6, 1, STR(""), STR(""), STR("007|\xff\xfe"));
    assert_string_equal(read_package(f, &p), "c=d @same;e=f;007=\xEF\xBF\xBD\xEF\xBF\xBD;");
    assert_string_equal(fixture_notices(f), "1:is of a note type that is missing;"
                                            "3:its id is that of note 2: it gets another;"
                                            "4:is there already, from note 2;5:has no definition;");
}

static void reviews_come_with_the_first_card_and_with_each_blank(void **state)
{
    Fixture *f = *state;
    f->choices.wants_reviews = true;
    Package p = begin_sample(f, PACKAGE_SHAPE_3);
    package_sql(&p, "INSERT INTO revlog VALUES"
                    "(2000, 20, 0, 3, 1, 0, 2500, 4321, 0)," /* hablar */
                    "(1000, 50, 0, 1, 1, 0, 2500, 99, 2),"   /* the first blank */
                    "(1500, 51, 0, 4, 1, 0, 2500, -5, 3),"   /* the second */
                    "(1100, 21, 0, 2, 1, 0, 2500, 9, 1),"    /* the other direction */
                    "(1200, 20, 0, 3, 1, 0, 2500, 9, 4),"    /* moved by hand */
                    "(1300, 20, 0, 3, 1, 0, 2500, 9, 5),"
                    "(1400, 20, 0, 0, 1, 0, 0, 9, 1),"
                    "(1600, 20, 0, 5, 1, 0, 0, 9, 1),"
                    "(1700, 999, 0, 3, 1, 0, 0, 9, 1)," /* a card that has gone */
                    "(-5, 20, 0, 3, 1, 0, 0, 9, 1),"    /* at no time that there is */
                    "(9223372036854775807, 20, 0, 3, 1, 0, 0, 9, 1)");
    read_package(f, &p);
    assert_int_equal(f->result.review_count, 3);
    const ImportReview *reviews = f->result.reviews;
    assert_int_equal(reviews[0].at_ms, 1000);
    assert_int_equal(reviews[0].card, 3);
    assert_int_equal(reviews[0].grade, 1);
    assert_int_equal(reviews[1].card, 4);
    assert_int_equal(reviews[1].took_ms, 0);
    assert_int_equal(reviews[2].card, 0);
    assert_int_equal(reviews[2].grade, 3);
    assert_int_equal(reviews[2].took_ms, 4321);
    f->choices.wants_reviews = false;
    p = begin_sample(f, PACKAGE_SHAPE_3);
    read_package(f, &p);
    assert_int_equal(f->result.review_count, 0);
}

static void a_card_in_a_filtered_deck_lies_in_its_own(void **state)
{
    Fixture *f = *state;
    Package p = begin_sample(f, PACKAGE_SHAPE_3);
    package_deck(&p, 66, STR("Cram"));
    package_sql(&p, "UPDATE cards SET odid = did, did = 66 WHERE nid = 3");
    assert_non_null(strstr(read_package(f, &p), "ser=to be #wide #tags #Verbs::Irregular"));
}

/* --- hostile collections --- */

static void assert_refused(Fixture *f, PackageShape shape, const char *sql, const char *why)
{
    Package p = begin_sample(f, shape);
    package_sql(&p, sql);
    const char *said = read_package(f, &p);
    if (!strstr(said, why)) fail_msg("%s\n  gives \"%s\", not \"%s\"", sql, said, why);
}

static Str repeated(const char *before, const char *part, size_t count, const char *after, Arena *arena)
{
    StrBuf text;
    str_buf_init(&text, arena);
    str_buf_add(&text, str_of(before));
    for (size_t i = 0; i < count; i++) str_buf_add(&text, str_of(part));
    str_buf_add(&text, str_of(after));
    return str_buf_str(&text);
}

/* Some MiB that would be half a GiB once read. */
static void lists_of_very_many_values_are_refused(void **state)
{
    Fixture *f = *state;
    Str list = repeated("{\"1\":[", "1,", 5000000, "1]}", &f->arena);
    Package p = begin_sample(f, PACKAGE_SHAPE_1);
    package_put(&p, "UPDATE col SET models = ?", &list, 1);
    assert_non_null(strstr(read_package(f, &p), "note types hold more than can be read"));
    p = begin_sample(f, PACKAGE_SHAPE_1);
    package_put(&p, "UPDATE col SET decks = ?", &list, 1);
    assert_non_null(strstr(read_package(f, &p), "more decks than can be read"));
}

static void very_many_tags_of_a_note_are_left_out(void **state)
{
    Fixture *f = *state;
    Package p = begin_sample(f, PACKAGE_SHAPE_1);
    Str tags = repeated(" ", "a ", 600000, "", &f->arena);
    package_put(&p, "UPDATE notes SET tags = ? WHERE id = 4", &tags, 1);
    assert_non_null(strstr(read_package(f, &p), "la casa=the house\nhome @g4;"));
    assert_non_null(strstr(fixture_notices(f), "its tags have over 1 MiB and were left out"));
}

static void tables_that_compute_are_refused(void **state)
{
    Fixture *f = *state;
    static const char *const hostile[] = {
        "ALTER TABLE notes RENAME TO n; CREATE VIEW notes AS SELECT id, guid, mid, tags, 'a' flds FROM n",
        "DROP TABLE notes; CREATE TABLE notes(id integer PRIMARY KEY, guid, mid, tags, flds AS (hex(guid)))",
        "DROP TABLE notes; CREATE TABLE notes(id integer PRIMARY KEY, flds\tgenerated always\nAS (1) STORED)",
        "DROP TABLE notes; CREATE VIRTUAL TABLE notes USING fts4(guid, mid, tags, flds)",
        "DROP TABLE notes",
    };
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++)
        assert_refused(f, PACKAGE_SHAPE_1, hostile[i], "no table \"notes\"");
    assert_refused(f, PACKAGE_SHAPE_3, "DROP TABLE fields", "no note types");
    assert_refused(f, PACKAGE_SHAPE_3, "DROP TABLE decks; CREATE VIEW decks AS SELECT 1 id, 'x' name",
                   "no decks");
    assert_refused(f, PACKAGE_SHAPE_1, "ALTER TABLE notes DROP COLUMN guid", "no such column");
    assert_refused(f, PACKAGE_SHAPE_1, "DELETE FROM col", "does not say what it is");
    assert_refused(f, PACKAGE_SHAPE_1, "UPDATE col SET models = ''", "note types cannot be read");
    assert_refused(f, PACKAGE_SHAPE_1, "UPDATE col SET models = '[1]'", "note types are no list");
    assert_refused(f, PACKAGE_SHAPE_1, "UPDATE col SET decks = '7'", "decks are no list");
}

static void triggers_do_not_run_and_odd_values_do_no_harm(void **state)
{
    Fixture *f = *state;
    static const char *const odd[] = {
        "CREATE TRIGGER t AFTER UPDATE ON notes BEGIN DELETE FROM notes; END",
        "INSERT INTO notes VALUES(9223372036854775807, x'00ff', 1, 0, 0, NULL, NULL, 0, 0, 0, '')",
        "INSERT INTO notes VALUES(-1, 1.5, 1, 0, 0, 7, 8, 0, 0, 0, '')",
        "INSERT INTO cards(id, nid, did, ord) VALUES(77, 2, 999, -5), (78, NULL, NULL, NULL)",
        "UPDATE col SET models = json_set(models, '$.7', 5, '$.8', json('{\"flds\": 3}'))",
        "UPDATE col SET models = json_set(models, '$.9', json('{\"flds\": [1], \"tmpls\": [2]}'))",
    };
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        Package p = begin_sample(f, PACKAGE_SHAPE_1);
        package_sql(&p, odd[i]);
        assert_non_null(strstr(read_package(f, &p), "ser=to be"));
    }
}

static void fields_lie_as_they_are_numbered_unless_that_is_wrong(void **state)
{
    Fixture *f = *state;
    static const struct {
        const char *ords, *cards;
    } models[] = {{"\"ord\":1},{\"name\":\"Front\",\"ord\":0}", "q=a @1;"},
                  {"\"ord\":5},{\"name\":\"Front\",\"ord\":0}", "a=q @1;"},
                  {"\"x\":0},{\"name\":\"Front\"}", "a=q @1;"}};
    for (size_t i = 0; i < sizeof models / sizeof *models; i++) {
        Package p = package_begin(PACKAGE_SHAPE_1, &f->arena);
        Str json =
            str_format(&f->arena,
                       "{\"1\":{\"id\":\"1\",\"name\":\"B\",\"flds\":[{\"name\":\"Back\",%s],\"tmpls\":"
                       "[{\"qfmt\":\"{{Front}}\",\"afmt\":\"{{Back}}\"}]}}",
                       models[i].ords);
        package_put(&p, "UPDATE col SET models = ?", &json, 1);
        package_note(&p, 1, 1, STR("1"), STR(""), STR("q|a"));
        assert_string_equal(read_package(f, &p), models[i].cards);
    }
}

static void any_damage_is_told_or_harmless(void **state)
{
    Fixture *f = *state;
    Package p = begin_sample(f, PACKAGE_SHAPE_1);
    Str collection = package_collection(&p);
    char *bytes = arena_alloc(&f->arena, collection.size);
    for (size_t at = 16; at < collection.size; at += 97) {
        memcpy(bytes, collection.data, collection.size);
        memset(bytes + at, 0xff, at + 8 < collection.size ? 8 : 1);
        const char *said =
            read_bytes(f, package_pack(PACKAGE_SHAPE_1, (Str){bytes, collection.size}, STR("{}"), &f->arena));
        assert_true(*said);
    }
    Str cut = str_slice(collection, 0, collection.size / 2);
    assert_non_null(
        strstr(read_bytes(f, package_pack(PACKAGE_SHAPE_1, cut, STR("{}"), &f->arena)), "damaged"));
}

static void very_much_text_is_refused(void **state)
{
    Fixture *f = *state;
    Package p = begin_sample(f, PACKAGE_SHAPE_1);
    package_sql(
        &p, "WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 1200) "
            "INSERT INTO notes SELECT i, i, 1, 0, 0, '', i || char(31) || hex(zeroblob(30000)), 0, 0, 0, '' "
            "FROM n");
    assert_non_null(strstr(read_package(f, &p), "more than 64 MiB of text"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(all_three_shapes_give_the_same_cards),
        FIXTURE_TEST(note_types_and_decks_can_be_chosen),
        FIXTURE_TEST(a_decoy_is_never_read),
        FIXTURE_TEST(the_shape_is_known_without_meta),
        FIXTURE_TEST(newer_and_older_packages_are_refused),
        FIXTURE_TEST(what_is_no_package_is_told_so),
        FIXTURE_TEST(streamed_zstd_without_its_size_is_read),
        FIXTURE_TEST(bombs_are_refused),
        FIXTURE_TEST(only_a_large_collection_needs_the_disk),
        FIXTURE_TEST(pictures_and_sounds_are_named_and_left_out),
        FIXTURE_TEST(a_damaged_or_hostile_list_of_pictures_does_no_harm),
        FIXTURE_TEST(cloze_notes_without_text_or_blanks_are_told),
        FIXTURE_TEST(notes_of_odd_kinds_are_told),
        FIXTURE_TEST(reviews_come_with_the_first_card_and_with_each_blank),
        FIXTURE_TEST(a_card_in_a_filtered_deck_lies_in_its_own),
        FIXTURE_TEST(lists_of_very_many_values_are_refused),
        FIXTURE_TEST(very_many_tags_of_a_note_are_left_out),
        FIXTURE_TEST(tables_that_compute_are_refused),
        FIXTURE_TEST(triggers_do_not_run_and_odd_values_do_no_harm),
        FIXTURE_TEST(fields_lie_as_they_are_numbered_unless_that_is_wrong),
        FIXTURE_TEST(any_damage_is_told_or_harmless),
        FIXTURE_TEST(very_much_text_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
