/* A still screen costs nothing: frames drawn and processor time in ten seconds of the real loop, on the title
   and in a paused round. bench_still DATA */
#define _DEFAULT_SOURCE
#include <sys/resource.h>

#include "bench_app.h"

#define SETTLE_US 3e6 /* the screen's coming, and the first look at the shelf */
#define STILL_US  10e6

static struct {
    double from_us;
    int64_t frames;
    double processor_us;
    bool is_still;
} still;

static double processor_us(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6 +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

/* Where the real loop waits: starts counting once the screen has settled, and quits after the ten seconds. */
static bool next_event(void *self, int timeout_ms, InputEvent *out)
{
    double now_us = bench_now_us();
    if (!still.is_still && now_us >= still.from_us) {
        still.is_still = true;
        still.frames = platform_sdl_counters(bench_real).frames_shown;
        still.processor_us = processor_us();
    }
    double end_us = still.from_us + (still.is_still ? STILL_US : 0);
    if (still.is_still && now_us >= end_us) {
        *out = (InputEvent){.kind = INPUT_QUIT};
        return true;
    }
    int left_ms = (int)((end_us - now_us) / 1e3) + 1;
    return bench_app_next_event(self, timeout_ms >= 0 && timeout_ms < left_ms ? timeout_ms : left_ms, out);
}

static void bench(const char *screen, const char *data, bool in_round)
{
    BenchApp b;
    char name[128];
    bench_app_open_window(&b, 1280, 720, NULL);
    bench_app_open(&b, data);
    still.is_still = false;
    if (in_round) {
        Setup setup = setup_default(VARIANT_DECOY);
        bench_app_start_round(&b, &setup);
        Intent pause = {.kind = INTENT_PAUSE, .at_ms = bench_app_clock(b.real->self)};
        app_apply(b.app, &pause);
    }
    b.platform.next_event = next_event;
    still.from_us = bench_now_us() + SETTLE_US;
    app_run(b.app);
    snprintf(name, sizeof name, "frames in 10 s of a still screen, %s", screen);
    bench_print(name, (double)(platform_sdl_counters(b.real).frames_shown - still.frames), 0, 0);
    snprintf(name, sizeof name, "processor in 10 s of a still screen, %s / 1 %% of a core (ms)", screen);
    bench_print(name, (processor_us() - still.processor_us) / 1e3, 100, 1);
    bench_app_close(&b);
}

int main(int argc, char **argv)
{
    bench_require(argc == 2, "DATA is needed");
    bench("title", argv[1], false);
    bench("paused round", argv[1], true);
    return 0;
}
