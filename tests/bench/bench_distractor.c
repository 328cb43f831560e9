/* The distractor index of a deck of 100,000 cards against reading that deck, and a question against the
   index. One JSON line a figure. Built without sanitizers (release). */
#define _POSIX_C_SOURCE 200809L
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/rng.h"
#include "base/str.h"
#include "deck/deck_read.h"
#include "play/fit.h"
#include "play/round.h"

#define CARDS     100000
#define REPEATS   5
#define QUESTIONS 50

static int64_t now_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int compare(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static int64_t median(int64_t *values, int count)
{
    qsort(values, (size_t)count, sizeof *values, compare);
    return values[count / 2];
}

/* Words of a made-up language of 8,000 words, the first ones much the commonest, as in prose. */
static void add_words(StrBuf *out, Rng *rng, unsigned count)
{
    static const char *const syllables[] = {"ka",  "re",  "sti", "mo", "lan", "ter", "ui",
                                            "pro", "den", "al",  "is", "con", "ve",  "tra",
                                            "ing", "ob",  "fer", "su", "qua", "on"};
    for (unsigned i = 0; i < count; i++) {
        uint64_t word = rng_below(rng, 1 + rng_below(rng, 1 + rng_below(rng, 8000)));
        str_buf_addf(out, i ? " " : "");
        for (uint64_t rest = word + 20; rest > 0; rest /= 20) str_buf_addf(out, "%s", syllables[rest % 20]);
    }
}

static Str make_deck(Arena *arena)
{
    StrBuf out;
    Rng rng;
    str_buf_init(&out, arena);
    rng_seed(&rng, 1);
    str_buf_addf(&out, "{\"format\": 1, \"id\": \"big\", \"title\": \"Big\", \"cards\": [\n");
    for (unsigned i = 0; i < CARDS; i++) {
        str_buf_addf(&out, "%s{\"id\": \"card-%u\", \"term\": \"", i ? ",\n" : "", i);
        add_words(&out, &rng, 1 + (unsigned)rng_below(&rng, 3));
        str_buf_addf(&out, " %u\", \"definition\": \"", i);
        add_words(&out, &rng, 6 + (unsigned)rng_below(&rng, 14));
        str_buf_addf(&out, "\", \"tags\": [\"tag %u\"]}", i % 20);
    }
    str_buf_addf(&out, "]}\n");
    return str_buf_str(&out);
}

static void print_line(const char *name, int64_t value_us, int64_t reference_us, double limit)
{
    double ratio = reference_us ? (double)value_us / (double)reference_us : 0;
    printf("{\"name\": \"%s\", \"value\": %.3f, \"reference\": %.3f, \"ratio\": %.4f, \"limit\": %g}\n", name,
           (double)value_us / 1000, (double)reference_us / 1000, ratio, limit);
}

static int64_t time_questions(const PlayIndex *index, Ask ask)
{
    Arena arena;
    arena_init(&arena, 0);
    Setup setup = setup_default(VARIANT_CLASSIC);
    setup.ask = ask;
    setup.questions = QUESTIONS;
    DealSource source = {.index = index, .pool = pool_make(&arena, index->deck, &setup)};
    source.distractors = source.pool;
    Fit fit = fit_setup(&source.pool, index->clash, &setup);
    if (!fit.is_playable) exit(1);
    Round round;
    round_init(&round, &source, &setup, 7, &arena, NULL);
    int64_t took_us[QUESTIONS];
    for (uint32_t i = 1; i < QUESTIONS; i++) {
        int64_t from_us = now_us();
        rush_deal_ahead(&round.as.rush, i + 1);
        took_us[i - 1] = now_us() - from_us;
    }
    arena_deinit(&arena);
    return median(took_us, QUESTIONS - 1);
}

int main(void)
{
    Arena texts;
    arena_init(&texts, 0);
    Str json = make_deck(&texts);
    int64_t read_us[REPEATS], index_us[REPEATS], term_us[REPEATS], definition_us[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
        static DeckReport report;
        int64_t from_us = now_us();
        Deck *deck = deck_read_text(json, STR("big"), &report);
        read_us[i] = now_us() - from_us;
        if (!deck) {
            fprintf(stderr, "%s\n", report.problems[0].text);
            return 1;
        }
        Arena arena;
        arena_init(&arena, 0);
        from_us = now_us();
        PlayIndex *index = play_index_make(&arena, deck);
        index_us[i] = now_us() - from_us;
        term_us[i] = time_questions(index, ASK_DEFINITION);
        definition_us[i] = time_questions(index, ASK_TERM);
        if (i == 0)
            fprintf(stderr, "index: %zu KiB for %zu KiB of JSON\n", arena_reserved(&arena) / 1024,
                    json.size / 1024);
        arena_deinit(&arena);
        deck_release(deck);
    }
    int64_t read = median(read_us, REPEATS), index = median(index_us, REPEATS);
    print_line("index of 100,000 cards / reading them (ms)", index, read, 1.0);
    print_line("question with terms as options / index (ms)", median(term_us, REPEATS), index, 0.02);
    print_line("question with definitions as options / index (ms)", median(definition_us, REPEATS), index,
               0.02);
    arena_deinit(&texts);
    return 0;
}
