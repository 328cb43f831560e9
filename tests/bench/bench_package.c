/* Importing an Anki package of 20,000 notes, as a command, against unzip and sqlite3 listing its fields, in
   turns; of the second legacy shape and of the latest one. bench_package PROGRAM FOLDER */
#define _DEFAULT_SOURCE
#include "../package_fixture.h"
#include "base/file.h"
#include "base/rng.h"
#include "bench_command.h"

#define NOTES   20000
#define REPEATS 7

static void add_words(StrBuf *out, Rng *rng, const char *const *words, unsigned count)
{
    for (unsigned i = 0; i < count; i++) str_buf_addf(out, "%s%s", i ? " " : "", words[rng_below(rng, 12)]);
}

/* Four fields of some 150 bytes together, as an editor leaves them: one in three has a line break, one in
   four a picture and a sound, one in five bold text. */
static void put_note(Package *package, Rng *rng, int id, Arena *arena)
{
    static const char *const spanish[] = {"casa", "río",   "invierno", "luz",  "piedra", "número",
                                          "ser",  "verde", "cuchara",  "gris", "mañana", "tren"};
    static const char *const english[] = {"house", "the river", "winter",  "light",
                                          "stone", "number",    "to be",   "green",
                                          "spoon", "&nbsp;",    "morning", "&quot;train&quot;"};
    StrBuf fields;
    str_buf_init(&fields, arena);
    add_words(&fields, rng, spanish, 2);
    str_buf_addf(&fields, " %d|", id);
    add_words(&fields, rng, english, 4);
    if (id % 3 == 0) str_buf_add(&fields, STR("<br>"));
    if (id % 5 == 0) str_buf_add(&fields, STR("<b>"));
    add_words(&fields, rng, english, 4);
    if (id % 5 == 0) str_buf_add(&fields, STR("</b>"));
    if (id % 4 == 0) str_buf_addf(&fields, "<img src=\"p%d.jpg\">[sound:s%d.mp3]", id, id);
    str_buf_add(&fields, STR("|"));
    add_words(&fields, rng, spanish, 9);
    str_buf_addf(&fields, "|%d", id);
    package_note(package, id, 1, str_format(arena, "guid%d", id), STR(" verb chapter::1 "),
                 str_buf_str(&fields));
    package_card(package, id, 0, 2 + id % 2);
}

static void make_package(const char *path, PackageShape shape)
{
    Arena arena, note;
    Rng rng;
    Err err = {0};
    arena_init(&arena, 0);
    arena_init(&note, 0);
    rng_seed(&rng, 1);
    Package package = package_begin(shape, &arena);
    package_sql(&package, "BEGIN");
    package_type(&package,
                 &(PackageType){.id = 1,
                                .name = STR("Vocabulary"),
                                .fields = {STR("Word"), STR("Meaning"), STR("Example"), STR("Rank")},
                                .question = STR("{{Word}}"),
                                .answer = STR("{{FrontSide}}<hr id=answer>{{Meaning}}{{Example}}")});
    package_deck(&package, 2, STR("Spanish"));
    package_deck(&package, 3, STR("Spanish::Verbs"));
    for (int i = 1; i <= NOTES; i++) {
        put_note(&package, &rng, i, &note);
        arena_reset(&note);
    }
    package_sql(&package, "COMMIT");
    Str bytes =
        package_pack(shape, package_collection(&package), package_media(shape, NULL, 0, &arena), &arena);
    bench_require(file_write(path, bytes, &err), err.text);
    arena_deinit(&note);
    arena_deinit(&arena);
}

static double run(const char *command)
{
    BenchRan ran = bench_run(command);
    bench_require(ran.exit_code == 0, "a command has failed");
    return ran.took_ms;
}

/* Anki compresses nothing again in the archive of its latest shape. */
static void store_entries(const char *folder, Arena *arena)
{
    run(str_format(
            arena,
            "cd %s && unzip -q x.apkg -d x && rm x.apkg && cd x && zip -q -0 ../x.apkg * && rm -r ../x",
            folder)
            .data);
}

static void bench_shape(const char *program, const char *folder, PackageShape shape, const char *name)
{
    Arena arena;
    arena_init(&arena, 0);
    const char *file = file_join(&arena, folder, "x.apkg").data;
    make_package(file, shape);
    if (shape == PACKAGE_SHAPE_3) store_entries(folder, &arena);
    const char *deck = file_join(&arena, folder, "deck.json").data;
    const char *import = str_format(&arena, "exec %s import %s -o %s", program, file, deck).data;
    const char *entry = shape == PACKAGE_SHAPE_3 ? "collection.anki21b | zstd -dc" : "collection.anki21";
    const char *list = str_format(&arena, "unzip -p %s %s >%s/c && sqlite3 %s/c 'SELECT flds FROM notes'",
                                  file, entry, folder, folder)
                           .data;
    double import_ms[REPEATS], list_ms[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
        import_ms[i] = run(import);
        bench_require(unlink(deck) == 0, "no deck was written");
        list_ms[i] = run(list);
    }
    bench_print(name, bench_median(import_ms, REPEATS), bench_median(list_ms, REPEATS), 3);
    run(str_format(&arena, "rm -f %s/x.apkg %s/c", folder, folder).data);
    arena_deinit(&arena);
}

int main(int argc, char **argv)
{
    Err err = {0};
    bench_require(argc == 3, "bench_package PROGRAM FOLDER");
    bench_require(file_make_folder(argv[2], &err), err.text);
    bench_shape(argv[1], argv[2], PACKAGE_SHAPE_2,
                "import of an .apkg of 20,000 notes / unzip and sqlite3 (ms)");
    bench_shape(argv[1], argv[2], PACKAGE_SHAPE_3,
                "the same in Anki's latest shape / unzip, zstd and sqlite3 (ms)");
    return 0;
}
