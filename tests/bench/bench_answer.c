/* From the event of an answer to the frame that shows its result, in the real loop: how many frames are shown
   until then, and how long it takes against the 16.7 ms of a frame at 60 Hz. Rush, by keys, right and wrong.
   bench_answer DATA */
#include "bench_app.h"
#include "ui/keys.h"

#define QUESTIONS 40
#define FRAME_MS  (1000.0 / 60)

static struct {
    App *app;
    uint32_t decided; /* questions whose result was shown */
    bool is_sent;
    double sent_us;
    int frames; /* shown since the event */
    double took_ms[QUESTIONS];
    int most_frames;
} answer;

static const LiveRound *live(void)
{
    return app_model(answer.app)->round.live;
}

static void push_key(SDL_Scancode key)
{
    SDL_Event event = {.key = {.type = SDL_KEYDOWN, .state = SDL_PRESSED, .keysym = {.scancode = key}}};
    SDL_PushEvent(&event);
    event.key.type = SDL_KEYUP;
    event.key.state = SDL_RELEASED;
    SDL_PushEvent(&event);
}

/* Where the real loop waits: answers a question as soon as it takes answers, goes on after each. */
static bool next_event(void *self, int timeout_ms, InputEvent *out)
{
    const LiveRound *round = live();
    if (!round || round->phase == LIVE_OVER || answer.decided == QUESTIONS) {
        *out = (InputEvent){.kind = INPUT_QUIT};
        return true;
    }
    if (round->phase == LIVE_REVEAL && !answer.is_sent && timeout_ms != 0) push_key(SDL_SCANCODE_SPACE);
    if (round->phase == LIVE_OPEN && !answer.is_sent) {
        answer.is_sent = true;
        answer.frames = 0;
        answer.sent_us = bench_now_us();
        push_key((SDL_Scancode)(KEY_1 + (int)(answer.decided % 4)));
    }
    return bench_app_next_event(self, timeout_ms, out);
}

static void present(void *self, const DrawList *list)
{
    bench_real->present(self, list);
    const LiveRound *round = live();
    if (!answer.is_sent || !round) return;
    answer.frames++;
    if (round->phase != LIVE_REVEAL && round->phase != LIVE_OVER) return;
    answer.took_ms[answer.decided++] = (bench_now_us() - answer.sent_us) / 1e3;
    if (answer.frames > answer.most_frames) answer.most_frames = answer.frames;
    answer.is_sent = false;
}

int main(int argc, char **argv)
{
    bench_require(argc == 2, "DATA is needed");
    BenchApp b;
    bench_app_open_window(&b, 1280, 720, NULL);
    bench_app_open(&b, argv[1]);
    answer.app = b.app;
    Setup setup = setup_default(VARIANT_MARATHON);
    bench_app_start_round(&b, &setup);
    b.platform.next_event = next_event;
    b.platform.present = present;
    app_run(b.app);
    bench_require(answer.decided == QUESTIONS, "the answers did not come through");
    bench_print("an answer: frames until its result shows", answer.most_frames, 1, 1);
    bench_print("an answer: event to shown result, median / a frame at 60 Hz (ms)",
                bench_median(answer.took_ms, QUESTIONS), FRAME_MS, 1);
    bench_print("an answer: event to shown result, 19 of 20 / a frame at 60 Hz (ms)",
                answer.took_ms[QUESTIONS * 19 / 20], FRAME_MS, 1);
    bench_app_close(&b);
    return 0;
}
