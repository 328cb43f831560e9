/* Reading a deck of 100,000 cards against cJSON's bare parse of the same file, and the memory that stays
   resident after it against the size of its texts. One JSON line a figure. Every measure is taken in a
   process of its own, so that none finds the heap or the caches of another. Built without sanitizers
   (release). `bench_deck FILE` writes the deck there instead. */
#define _DEFAULT_SOURCE
#include <cjson/cJSON.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/rng.h"
#include "deck/deck_read.h"

#define CARDS   100000
#define REPEATS 9

typedef enum { WITH_IDS, WITHOUT_IDS, GREEK_WITHOUT_IDS, KINDS } Kind;

static const char *const kind_names[KINDS] = {"ids given", "ids made", "ids made, Greek terms"};

typedef enum { BARE_PARSE_US, READ_US, RESIDENT_BYTES, TEXT_BYTES } Measure;

static int64_t now_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void add_words(StrBuf *out, Rng *rng, unsigned count, bool is_greek)
{
    static const char *const latin[] = {"service", "model",  "capital", "river", "Element", "cloud",
                                        "network", "colour", "light",   "stone", "winter",  "number"};
    static const char *const greek[] = {"υπηρεσία", "Μοντέλο", "ποτάμι", "στοιχείο", "σύννεφο", "δίκτυο",
                                        "χρώμα",    "Φως",     "πέτρα",  "χειμώνας", "αριθμός", "πόλη"};
    for (unsigned i = 0; i < count; i++)
        str_buf_addf(out, "%s%s", i ? " " : "", (is_greek ? greek : latin)[rng_below(rng, 12)]);
}

/* About 170 bytes a card: id, term, definition, every second one with another wording, tags. */
static Str make_deck(Arena *arena, Kind kind)
{
    StrBuf out;
    Rng rng;
    str_buf_init(&out, arena);
    rng_seed(&rng, 1);
    str_buf_addf(&out, "{\"format\": 1, \"id\": \"big\", \"title\": \"Big\", \"cards\": [\n");
    for (unsigned i = 0; i < CARDS; i++) {
        str_buf_addf(&out, "%s{", i ? ",\n" : "");
        if (kind == WITH_IDS) str_buf_addf(&out, "\"id\": \"card-%u\", ", i);
        str_buf_addf(&out, "\"term\": \"");
        add_words(&out, &rng, 2, kind == GREEK_WITHOUT_IDS);
        str_buf_addf(&out, " %u\", \"definition\": \"", i);
        add_words(&out, &rng, 6, false);
        if (i % 2) {
            str_buf_addf(&out, "\", \"wordings\": [\"");
            add_words(&out, &rng, 5, false);
            str_buf_addf(&out, "\"], \"tags\": [\"tag %u\", \"even\"]}", i % 20);
        } else {
            str_buf_addf(&out, "\", \"tags\": [\"tag %u\"]}", i % 20);
        }
    }
    str_buf_addf(&out, "]}\n");
    return str_buf_str(&out);
}

static void require(bool is_true, const char *what)
{
    if (is_true) return;
    fprintf(stderr, "bench_deck: %s\n", what);
    exit(1);
}

static int64_t resident_bytes(void)
{
    FILE *file = fopen("/proc/self/statm", "r");
    require(file != NULL, "/proc/self/statm cannot be read");
    long pages = 0, resident = 0;
    require(fscanf(file, "%ld %ld", &pages, &resident) == 2, "/proc/self/statm is not as expected");
    fclose(file);
    return (int64_t)resident * sysconf(_SC_PAGESIZE);
}

/* With the file in memory already: nothing but the parse. */
static int64_t measure_bare_parse(const char *path)
{
    Arena arena;
    Str text;
    arena_init(&arena, 0);
    require(file_read(path, DECK_MAX_FILE_BYTES, &arena, &text, NULL), "the deck cannot be read");
    int64_t from_us = now_us();
    cJSON *tree = cJSON_ParseWithLength(text.data, text.size);
    int64_t took_us = now_us() - from_us;
    require(tree != NULL, "cJSON does not take the deck");
    return took_us;
}

static Deck *load(const char *path)
{
    DeckReport report;
    Deck *deck = deck_load_file(path, &report);
    require(deck != NULL, report.problems[0].text);
    require(deck_count(deck) == CARDS, "cards are missing");
    return deck;
}

static int64_t measure_read(const char *path)
{
    int64_t from_us = now_us();
    load(path);
    return now_us() - from_us;
}

static int64_t measure_resident(const char *path)
{
    int64_t before = resident_bytes();
    load(path);
    return resident_bytes() - before;
}

static int64_t measure_texts(const char *path)
{
    const Deck *deck = load(path);
    size_t size = 0;
    for (uint32_t card = 0; card < CARDS; card++) {
        size += deck_card_id(deck, card).size + deck_term(deck, card).size;
        for (uint32_t i = 0; i < deck_wording_count(deck, card); i++)
            size += deck_wording(deck, card, i).size;
    }
    return (int64_t)size;
}

static int64_t measure(Measure what, const char *path)
{
    switch (what) {
    case BARE_PARSE_US: return measure_bare_parse(path);
    case READ_US: return measure_read(path);
    case RESIDENT_BYTES: return measure_resident(path);
    case TEXT_BYTES: return measure_texts(path);
    }
    return 0;
}

static int64_t measure_apart(Measure what, const char *path)
{
    int ends[2];
    require(pipe(ends) == 0, "no pipe");
    pid_t child = fork();
    require(child >= 0, "no process");
    if (child == 0) {
        int64_t value = measure(what, path);
        _exit(write(ends[1], &value, sizeof value) == (ssize_t)sizeof value ? 0 : 1);
    }
    close(ends[1]);
    int64_t value = 0;
    int status = 0;
    bool is_read = read(ends[0], &value, sizeof value) == (ssize_t)sizeof value;
    close(ends[0]);
    waitpid(child, &status, 0);
    require(is_read && status == 0, "a measure failed");
    return value;
}

static int compare(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static void print_line(const char *name, Kind kind, int64_t value, int64_t reference, double limit)
{
    const double unit = limit < 2 ? 1e3 : 1e6; /* us to ms, bytes to MB */
    printf("{\"name\": \"%s, %s\", \"value\": %.3f, \"reference\": %.3f, \"ratio\": %.4f, \"limit\": %g}\n",
           name, kind_names[kind], (double)value / unit, (double)reference / unit,
           (double)value / (double)reference, limit);
}

static void bench(Kind kind, const char *path)
{
    int64_t read_us[REPEATS], bare_us[REPEATS], resident[REPEATS];
    for (int i = 0; i < REPEATS; i++) { /* in turns, as other work on the machine comes and goes */
        bare_us[i] = measure_apart(BARE_PARSE_US, path);
        read_us[i] = measure_apart(READ_US, path);
        resident[i] = measure_apart(RESIDENT_BYTES, path);
    }
    qsort(bare_us, REPEATS, sizeof *bare_us, compare);
    qsort(read_us, REPEATS, sizeof *read_us, compare);
    qsort(resident, REPEATS, sizeof *resident, compare);
    print_line("deck of 100,000 cards / cJSON's bare parse (ms)", kind, read_us[REPEATS / 2],
               bare_us[REPEATS / 2], 1.5);
    print_line("resident after it / its texts (MB)", kind, resident[REPEATS / 2],
               measure_apart(TEXT_BYTES, path), 2);
}

/* The parent stays small: it is what its children begin with. */
static void write_deck(Kind kind, const char *path)
{
    Arena arena;
    Err err = {.is_set = false};
    arena_init(&arena, 0);
    require(file_write(path, make_deck(&arena, kind), &err), err.text);
    arena_deinit(&arena);
}

int main(int argc, char **argv)
{
    if (argc == 2) {
        write_deck(WITH_IDS, argv[1]);
        return 0;
    }
    char path[] = "/tmp/matchwick-bench-XXXXXX";
    int fd = mkstemp(path);
    require(fd >= 0, "no temporary file");
    close(fd);
    for (Kind kind = WITH_IDS; kind < KINDS; kind++) {
        write_deck(kind, path);
        bench(kind, path);
    }
    unlink(path);
    return 0;
}
