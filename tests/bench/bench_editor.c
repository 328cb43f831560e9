/* The editor's draft of a deck of 100,000 cards: bench_editor DECK. Opening it beside deck_load_file and
   deck_read_file, which is what `check` does; a key's change, an undo, a card in the midst, each with the
   doubts of a screen of cards, beside the time that a frame has; the search as one types beside what it may
   take, and beside a bare memmem over the same file; saving beside a bare write of the same bytes, and over
   another program's text beside a load of it too. */
#define _GNU_SOURCE /* memmem */
#include <string.h>

#include "base/file.h"
#include "bench.h"
#include "edit/draft_keep.h"

#define REPEATS   9
#define KEYS      200
#define SEEN      25 /* cards on a screen */
#define SEARCH_US 50000
#define FRAME_US  16667
#define TYPED     "river cloud 77" /* words that many cards have, then few */

static Draft *open_draft(const char *path)
{
    DeckReport report;
    Draft *draft = draft_open(path, NULL, &report);
    bench_require(draft != NULL, "the deck cannot be opened");
    return draft;
}

static unsigned look(const Draft *draft, uint32_t first)
{
    unsigned doubts = 0;
    for (uint32_t i = 0; i < SEEN; i++) doubts |= draft_doubts(draft, first + i);
    return doubts;
}

static double time_of_reading(Deck *(*read)(const char *path, DeckReport *report), const char *path)
{
    DeckReport report;
    double from = bench_now_us();
    Deck *deck = read(path, &report);
    double took = bench_now_us() - from;
    bench_require(deck != NULL, "the deck cannot be read");
    deck_release(deck);
    return took;
}

static void bench_open(const char *path)
{
    double open_us[REPEATS], doubt_us[REPEATS], load_us[REPEATS], check_us[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
        load_us[i] = time_of_reading(deck_load_file, path);
        check_us[i] = time_of_reading(deck_read_file, path);
        double from = bench_now_us();
        Draft *draft = open_draft(path);
        open_us[i] = bench_now_us() - from;
        look(draft, 0);
        doubt_us[i] = bench_now_us() - from;
        draft_close(draft);
    }
    bench_print("editor opens 100,000 cards / they are loaded (ms)", bench_median(open_us, REPEATS) / 1e3,
                bench_median(load_us, REPEATS) / 1e3, 2);
    bench_print("editor opens 100,000 cards and shows doubts / they are checked (ms)",
                bench_median(doubt_us, REPEATS) / 1e3, bench_median(check_us, REPEATS) / 1e3, 2);
}

static void type(Draft *draft, uint32_t card, int key)
{
    char text[KEYS + 8];
    DeckCard with = *draft_card(draft, card);
    memset(text, 'a' + key % 26, (size_t)key + 1);
    text[key + 1] = '\0';
    with.definition = str_of(text);
    draft_replace(draft, card, &with);
}

typedef void (*Change)(Draft *draft, uint32_t card, int key);

static void insert_and_undo(Draft *draft, uint32_t card, int key)
{
    (void)key;
    const DeckCard fresh = {.term = STR("new"), .definition = STR("card")};
    draft_insert(draft, card, &fresh, 1);
    draft_undo(draft);
}

static void move_and_undo(Draft *draft, uint32_t card, int key)
{
    (void)key;
    const uint32_t first = 0;
    draft_move(draft, &first, 1, card);
    draft_undo(draft);
}

/* Each must show in the next frame. */
static void bench_change(Draft *draft, Change change, const char *name)
{
    double change_us[KEYS];
    uint32_t card = draft_count(draft) / 2;
    draft_seal(draft);
    look(draft, card);
    for (int key = 0; key < KEYS; key++) {
        double from = bench_now_us();
        change(draft, card, key);
        look(draft, card);
        change_us[key] = bench_now_us() - from;
    }
    bench_print(name, bench_median(change_us, KEYS), FRAME_US, 1);
}

static double search_us(const Draft *draft, Str words)
{
    Arena arena;
    uint32_t *found;
    arena_init(&arena, 0);
    double from = bench_now_us();
    draft_search(draft, words, NULL, 0, &arena, &found);
    double took = bench_now_us() - from;
    arena_deinit(&arena);
    return took;
}

static double slowest_key_us(const Draft *draft)
{
    Str typed = STR(TYPED);
    double slowest = 0;
    for (size_t i = 1; i <= typed.size; i++) {
        double key_us[REPEATS];
        for (int k = 0; k < REPEATS; k++) key_us[k] = search_us(draft, str_slice(typed, 0, i));
        double middle = bench_median(key_us, REPEATS);
        slowest = middle > slowest ? middle : slowest;
    }
    return slowest;
}

/* As often as it is found: what a search of cards comes down to. */
static double memmem_us(Str text, Str word)
{
    double from = bench_now_us();
    const char *at = text.data, *end = text.data + text.size;
    size_t found = 0;
    while ((at = memmem(at, (size_t)(end - at), word.data, word.size)) != NULL) at += word.size, found++;
    bench_require(found > 0, "the word is not in the deck");
    return bench_now_us() - from;
}

/* Of a draft whose doubts a screen has shown: that folds all cards. */
static void bench_search(const Draft *draft, const char *path)
{
    Str text;
    Arena arena;
    double all_us[REPEATS], bare_us[REPEATS];
    arena_init(&arena, 0);
    bench_require(file_read(path, DECK_MAX_FILE_BYTES, &arena, &text, NULL), "the deck cannot be read");
    bench_print("search in 100,000 cards, the slowest key / what it may take (ms)",
                slowest_key_us(draft) / 1e3, SEARCH_US / 1e3, 1);
    for (int i = 0; i < REPEATS; i++) {
        all_us[i] = search_us(draft, STR("river"));
        bare_us[i] = memmem_us(text, STR("river"));
    }
    bench_print("search in 100,000 cards for a word / memmem over the file (ms)",
                bench_median(all_us, REPEATS) / 1e3, bench_median(bare_us, REPEATS) / 1e3, 5);
    arena_deinit(&arena);
}

static double write_us(const char *path, Str text)
{
    double from = bench_now_us();
    bench_require(file_write(path, text, NULL), "the deck cannot be written");
    return bench_now_us() - from;
}

static double save_us(Draft *draft, bool is_forced, int letter)
{
    type(draft, 0, letter);
    double from = bench_now_us();
    bench_require(draft_save(draft, is_forced, NULL) == DRAFT_SAVED, "the deck cannot be saved");
    return bench_now_us() - from;
}

/* First as mostly; then over what another program has written meanwhile, which is read for what of it is to
   stay. */
static void bench_save(Draft *draft)
{
    double own_us[REPEATS], over_us[REPEATS], bare_us[REPEATS], load_us[REPEATS];
    Arena arena;
    Str text;
    arena_init(&arena, 0);
    bench_require(draft_text(draft, &arena, &text, NULL), "the deck has no text");
    save_us(draft, true, KEYS);
    for (int i = 0; i < REPEATS; i++) {
        own_us[i] = save_us(draft, false, i);
        bare_us[i] = write_us(draft_save_path(draft), text);
        load_us[i] = bare_us[i] + time_of_reading(deck_load_file, draft_save_path(draft));
        over_us[i] = save_us(draft, true, REPEATS + i);
    }
    bench_print("editor saves 100,000 cards / the file is written (ms)", bench_median(own_us, REPEATS) / 1e3,
                bench_median(bare_us, REPEATS) / 1e3, 10);
    bench_print("the same over another program's text / that is loaded and written (ms)",
                bench_median(over_us, REPEATS) / 1e3, bench_median(load_us, REPEATS) / 1e3, 3);
    arena_deinit(&arena);
}

/* What a frame waits for when what is not saved is kept; its text is made on another thread. And what taking
   it up does to a draft, beside opening that. */
static void bench_keep(Draft *draft)
{
    double keep_us[REPEATS], text_us[REPEATS], up_us[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
        Arena arena;
        arena_init(&arena, 0);
        type(draft, 0, KEYS + i - REPEATS);
        double from = bench_now_us();
        DraftKept kept = draft_keep(draft, 0, &arena);
        keep_us[i] = bench_now_us() - from;
        from = bench_now_us();
        draft_kept_text(&kept, &arena);
        text_us[i] = bench_now_us() - from;
        Draft *again = open_draft(draft_save_path(draft));
        Diff diff = draft_kept_diff(again, &kept, &arena);
        from = bench_now_us();
        draft_kept_take_up(again, &kept, &diff);
        up_us[i] = bench_now_us() - from;
        draft_close(again);
        arena_deinit(&arena);
    }
    bench_print("editor takes 100,000 cards to keep / a frame (us)", bench_median(keep_us, REPEATS), FRAME_US,
                1);
    bench_print("editor takes up 100,000 kept cards / a frame (us)", bench_median(up_us, REPEATS), FRAME_US,
                1);
    fprintf(stderr, "text of 100,000 kept cards, on its thread: %.1f ms\n",
            bench_median(text_us, REPEATS) / 1e3);
}

int main(int argc, char **argv)
{
    bench_require(argc == 2, "bench_editor DECK");
    bench_open(argv[1]);
    Draft *draft = open_draft(argv[1]);
    bench_change(draft, type, "a key in 100,000 cards / a frame (us)");
    bench_change(draft, insert_and_undo, "a new card and undo in 100,000 cards / a frame (us)");
    bench_change(draft, move_and_undo, "a moved card and undo in 100,000 cards / a frame (us)");
    bench_search(draft, argv[1]);
    bench_keep(draft);
    bench_save(draft);
    draft_close(draft);
    return 0;
}
