/* Opening the hub of a deck of 100,000 cards with 200,000 answers against that of one of 100 cards: how much
   longer until its first frame is shown, against the 16.7 ms of a frame at 60 Hz. bench_hub DATA */
#include "bench_app.h"
#include "ui/format.h"

#define FRAME_MS 16.667
#define OPENINGS 31
#define LARGE    100000
#define SMALL    100

static void write_deck(const char *folder, const char *id, int cards)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s.json", folder, id);
    FILE *file = fopen(path, "w");
    bench_require(file != NULL, "no deck can be written");
    fprintf(file, "{\"format\": 1, \"id\": \"%s\", \"title\": \"Deck of %d\", \"cards\": [\n", id, cards);
    for (int i = 0; i < cards; i++)
        fprintf(file,
                "{\"id\": \"c%d\", \"term\": \"Term %d\", \"definition\": \"Definition of %d\", \"tags\": "
                "[\"%d\"]}%s\n",
                i, i, i, i % 20, i + 1 < cards ? "," : "]}");
    bench_require(fclose(file) == 0, "a deck is not written");
}

/* Each card is answered so many times, by flashcards a day apart. */
static void answer_cards(const Model *model, const char *deck, int cards, int times)
{
    Err err = {0};
    for (int i = 0; i < cards * times; i++) {
        char card[16];
        snprintf(card, sizeof card, "c%d", i % cards);
        int64_t at_ms = model->wall_ms - (int64_t)(times - i / cards) * 86400000;
        StoreAnswer answer = {.player = model->player.id,
                              .at_ms = at_ms,
                              .day = format_local_day(at_ms, model->utc_offset_min),
                              .deck_id = str_of(deck),
                              .card_id = str_of(card),
                              .mode = STR("spaced"),
                              .format = STR("card"),
                              .is_right = i % 5 != 0,
                              .grade = i % 5 ? 3 : 1,
                              .response_ms = 2000};
        store_add_answer(model->store, &answer);
        if (i % 4096 == 4095) bench_require(store_flush(model->store, &err), err.text);
    }
    bench_require(store_flush(model->store, &err), err.text);
}

/* From the wish to open it until its first frame is shown, its deck read already. */
static double open_once(BenchApp *b, const char *deck)
{
    app_apply(b->app, &(Intent){.kind = INTENT_HOME});
    bench_app_pass_time(b, 400, 16);
    double from_us = bench_now_us();
    app_apply(b->app, &(Intent){.kind = INTENT_OPEN_DECK, .text = str_of(deck)});
    app_draw(b->app);
    double took_ms = (bench_now_us() - from_us) / 1e3;
    bench_require(app_screen(b->app)->id == SCREEN_DECK, "the hub does not open");
    return took_ms;
}

static double open_hub(BenchApp *b, const char *deck)
{
    static double took_ms[OPENINGS];
    Err err = {0};
    bench_require(app_open_deck(b->app, str_of(deck), &err), err.text);
    bench_require(store_flush(app_model(b->app)->store, &err), err.text); /* of today's recount */
    bench_app_pass_time(b, 1000, 16);
    for (int i = 0; i < OPENINGS; i++) took_ms[i] = open_once(b, deck);
    return bench_median(took_ms, OPENINGS);
}

int main(int argc, char **argv)
{
    bench_require(argc == 2, "DATA is needed");
    char decks[512];
    Err err = {0};
    BenchApp b = {0};
    snprintf(decks, sizeof decks, "%s/decks", argv[1]);
    bench_require(file_make_folder(decks, &err), err.text);
    write_deck(decks, "large", LARGE);
    write_deck(decks, "small", SMALL);
    bench_app_open_window(&b, 1280, 720, NULL);
    AppOptions options = {.store = store_open(argv[1]), .decks_folder = decks, .is_muted = true};
    b.app = app_open(&b.platform, &options);
    answer_cards(app_model(b.app), "large", LARGE, 2);
    answer_cards(app_model(b.app), "small", SMALL, 2);
    double small = open_hub(&b, "small"), large = open_hub(&b, "large");
    fprintf(stderr, "the hub of %d cards opens in %.2f ms, of %d in %.2f ms\n", SMALL, small, LARGE, large);
    double longer = large > small ? large - small : 0;
    bench_print("hub of 100,000 cards, 200,000 answers, opened later than of 100 cards / a frame (ms)",
                longer, FRAME_MS, 2);
    bench_app_close(&b);
    return 0;
}
