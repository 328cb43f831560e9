/* A million reviews through FSRS-6 against ts-fsrs (its figures are handed in, see ts_fsrs.mjs).
   bench_memory MODEL_US MODEL_SUM SCHEDULED_US SCHEDULED_SUM */
#define _POSIX_C_SOURCE 200809L
#include <math.h>

#include "bench.h"
#include "memory/fsrs6_schedule.h"

#define CARDS   10000
#define REVIEWS 100 /* of each */
#define COUNT   (CARDS * REVIEWS)
#define REPEATS 5

typedef struct {
    int32_t days;
    Grade grade;
} Review;

static Review reviews[COUNT];

/* As ts_fsrs.mjs draws them. */
static uint32_t draw(uint32_t *drawn, uint32_t below)
{
    *drawn = *drawn * 1664525 + 1013904223;
    return (*drawn >> 16) % below;
}

static void make_reviews(void)
{
    uint32_t drawn = 1;
    for (int i = 0; i < COUNT; i++) {
        reviews[i].days = draw(&drawn, 10) == 0 ? 0 : 1 << draw(&drawn, 6);
        reviews[i].grade = draw(&drawn, 8) == 0 ? GRADE_AGAIN : GRADE_HARD + (int)draw(&drawn, 3);
    }
}

typedef double Player(const Fsrs6 *model, const Review *of_card);

static double play_model(const Fsrs6 *model, const Review *of_card)
{
    MemoryState state = fsrs6_first(model, of_card[0].grade);
    for (int i = 1; i < REVIEWS; i++) state = fsrs6_step(model, state, of_card[i].days, of_card[i].grade);
    return state.stability;
}

static double play_scheduled(const Fsrs6 *model, const Review *of_card)
{
    Fsrs6Card card = {0};
    for (int i = 0; i < REVIEWS; i++)
        card = fsrs6_card_apply(model, &fsrs6_default_schedule, card, of_card[i].days, of_card[i].grade);
    return card.memory.stability;
}

static double measure(Player *play, double *sum)
{
    Fsrs6 model = fsrs6_make(fsrs6_default_weights, true, 1);
    double took[REPEATS];
    for (int repeat = 0; repeat < REPEATS; repeat++) {
        double from_us = bench_now_us();
        *sum = 0;
        for (int card = 0; card < CARDS; card++) *sum += play(&model, reviews + card * REVIEWS);
        took[repeat] = bench_now_us() - from_us;
    }
    return bench_median(took, REPEATS);
}

/* The same reviews must come to the same memories. */
static void compare(const char *name, Player *play, char **figures, double limit)
{
    double sum, us = measure(play, &sum);
    double their_us = strtod(figures[0], NULL), their_sum = strtod(figures[1], NULL);
    bench_require(fabs(sum / their_sum - 1) < 1e-6, "ts-fsrs remembers otherwise");
    bench_print(name, us, their_us, limit);
}

int main(int argc, char **argv)
{
    bench_require(argc == 5, "the figures of ts_fsrs.mjs are needed");
    make_reviews();
    compare("1,000,000 reviews, FSRS-6 with its schedule / ts-fsrs's next (us)", play_scheduled, argv + 3,
            .05);
    compare("1,000,000 reviews, FSRS-6's memory alone / ts-fsrs's next_state (us)", play_model, argv + 1, 1);
    return 0;
}
