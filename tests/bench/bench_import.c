/* Importing 100,000 lines of TSV against `check` of the deck that comes of them, as commands, in turns; the
   peak of memory with the largest file that is read, and the longest time in which a file is refused, each
   against what is allowed. bench_import PROGRAM FOLDER */
#define _DEFAULT_SOURCE
#include "base/file.h"
#include "base/rng.h"
#include "bench_command.h"
#include "formats/import.h"

#define LINES   100000
#define REPEATS 7
#define MIB     ((size_t)1 << 20)

/* The file is written anew each time, as a deck that is there would be compared. */
static BenchRan run_import(Arena *arena, const char *program, const char *file, const char *deck)
{
    if (deck) unlink(deck);
    return bench_run(
        str_format(arena, "exec %s import %s %s %s", program, file, deck ? "-o" : "-n", deck ? deck : "")
            .data);
}

static BenchRan run_check(Arena *arena, const char *program, const char *deck)
{
    return bench_run(str_format(arena, "exec %s check %s", program, deck).data);
}

/* --- files --- */

static void add_words(StrBuf *out, Rng *rng, int count)
{
    static const char *const words[] = {"service", "model",  "capital", "river", "Element", "cloud",
                                        "network", "colour", "light",   "stone", "winter",  "number"};
    for (int i = 0; i < count; i++) str_buf_addf(out, "%s%s", i ? " " : "", words[rng_below(rng, 12)]);
}

static void write_file(const char *path, Str text)
{
    Err err = {0};
    bench_require(file_write(path, text, &err), err.text);
}

static void write_lines(const char *path)
{
    Arena arena;
    StrBuf out;
    Rng rng;
    arena_init(&arena, 0);
    str_buf_init(&out, &arena);
    rng_seed(&rng, 1);
    for (int i = 0; i < LINES; i++) {
        add_words(&out, &rng, 2);
        str_buf_addf(&out, " %d\t", i);
        add_words(&out, &rng, 6);
        str_buf_add(&out, STR("\n"));
    }
    write_file(path, str_buf_str(&out));
    arena_deinit(&arena);
}

/* Of one piece again and again, at most `size` bytes. */
static void write_pieces(const char *path, const char *piece, size_t size)
{
    FILE *file = fopen(path, "wb");
    bench_require(file != NULL, "a file cannot be written");
    size_t length = str_of(piece).size;
    for (size_t done = 0; done + length <= size; done += length) fwrite(piece, 1, length, file);
    bench_require(fclose(file) == 0, "a file cannot be written");
}

/* Near both limits at once: a million cards, 256 MiB. */
static void write_largest(const char *path)
{
    FILE *file = fopen(path, "wb");
    bench_require(file != NULL, "a file cannot be written");
    for (int i = 0; i < DECK_MAX_CARDS; i++) fprintf(file, "%07d %0120d\t%0135d\n", i, i, i);
    bench_require(fclose(file) == 0, "a file cannot be written");
}

static void write_too_many(const char *path)
{
    FILE *file = fopen(path, "wb");
    bench_require(file != NULL, "a file cannot be written");
    for (int i = 0; i <= DECK_MAX_CARDS; i++) fprintf(file, "%d\tx\n", i);
    bench_require(fclose(file) == 0, "a file cannot be written");
}

static void write_rubbish(const char *path)
{
    FILE *file = fopen(path, "wb");
    Rng rng;
    bench_require(file != NULL, "a file cannot be written");
    rng_seed(&rng, 2);
    for (size_t done = 0; done < IMPORT_MAX_BYTES; done += sizeof(uint64_t)) {
        uint64_t eight =
            rng_next(&rng) | UINT64_C(0x0101010101010101); /* without zero bytes it takes longest */
        fwrite(&eight, sizeof eight, 1, file);
    }
    bench_require(fclose(file) == 0, "a file cannot be written");
}

/* --- measures --- */

static void bench_lines(Arena *arena, const char *program, const char *file, const char *deck)
{
    double import_ms[REPEATS], check_ms[REPEATS];
    write_lines(file);
    for (int i = 0; i < REPEATS; i++) {
        BenchRan import = run_import(arena, program, file, deck), check = run_check(arena, program, deck);
        bench_require(import.exit_code == 0 && check.exit_code == 0, "a command has failed");
        import_ms[i] = import.took_ms;
        check_ms[i] = check.took_ms;
    }
    bench_print("import of 100,000 lines of TSV / check of the deck (ms)", bench_median(import_ms, REPEATS),
                bench_median(check_ms, REPEATS), 2);
}

static void bench_largest(Arena *arena, const char *program, const char *file)
{
    write_largest(file);
    BenchRan ran = run_import(arena, program, file, NULL);
    bench_require(ran.exit_code == 0, "the largest file was refused");
    bench_print("peak with the largest file that is read / allowed (MiB)", ran.peak_mib, 512, 1);
}

static void bench_refused(Arena *arena, const char *program, const char *file)
{
    double longest_ms = 0, peak_mib = 0;
    for (int i = 0; i < 6; i++) {
        if (i == 0) write_rubbish(file);
        if (i == 1) write_pieces(file, "a", IMPORT_MAX_BYTES);
        if (i == 2) write_pieces(file, "\n ", IMPORT_MAX_BYTES);
        if (i == 3) write_pieces(file, "\"", 1000000);
        if (i == 4) write_too_many(file);
        if (i == 5) write_pieces(file, "\xe9\n", IMPORT_MAX_BYTES);
        BenchRan ran = run_import(arena, program, file, NULL);
        bench_require(ran.exit_code == 1, "what is no deck was taken");
        if (ran.took_ms > longest_ms) longest_ms = ran.took_ms;
        if (ran.peak_mib > peak_mib) peak_mib = ran.peak_mib;
    }
    bench_print("longest time until a bad file is refused / allowed (ms)", longest_ms, 10000, 1);
    bench_print("highest peak with it / allowed (MiB)", peak_mib, 512, 1);
}

int main(int argc, char **argv)
{
    Arena arena;
    Err err = {0};
    bench_require(argc == 3, "bench_import PROGRAM FOLDER");
    bench_require(file_make_folder(argv[2], &err), err.text);
    arena_init(&arena, 0);
    const char *file = file_join(&arena, argv[2], "file.txt").data;
    const char *deck = file_join(&arena, argv[2], "deck.json").data;
    bench_lines(&arena, argv[1], file, deck);
    bench_largest(&arena, argv[1], file);
    bench_refused(&arena, argv[1], file);
    unlink(file);
    unlink(deck);
    arena_deinit(&arena);
    return 0;
}
