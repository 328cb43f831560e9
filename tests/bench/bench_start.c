/* From exec to the first full frame: the game against a bare window, with the shipped decks and with 1,000
   more on the shelf, and the renderer that the game picks against OpenGL where that is software.
   bench_start PRELOAD PROGRAM BARE FONT DATA DECKS: first_frame's library, the game, bare_window and its
   font, a data folder to use, a folder of 1,000 decks. */
#define _POSIX_C_SOURCE 200809L
#include <fcntl.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench.h"

#define REPEATS  21
#define MAX_ARGS 12

extern char **environ;

typedef struct {
    double ms, resident_mb;
} Start;

typedef struct {
    char *args[MAX_ARGS];
    double ms[REPEATS], resident_mb[REPEATS];
} Program;

/* An inherited end of the pipe is what the child tells through. */
static Start start(char *const *args)
{
    int ends[2];
    pid_t child;
    int64_t told[2] = {0, 0};
    char number[16];
    bench_require(pipe(ends) == 0, "no pipe");
    bench_require(fcntl(ends[0], F_SETFD, FD_CLOEXEC) == 0, "no pipe");
    snprintf(number, sizeof number, "%d", ends[1]);
    setenv("FIRST_FRAME_FD", number, 1);
    int64_t from_ns = bench_now_ns();
    bench_require(posix_spawn(&child, args[0], NULL, NULL, args, environ) == 0, "a program does not start");
    close(ends[1]);
    bool is_told = read(ends[0], told, sizeof told) == (ssize_t)sizeof told;
    close(ends[0]);
    waitpid(child, NULL, 0);
    bench_require(is_told, "a program ended without a frame");
    return (Start){(double)(told[0] - from_ns) / 1e6, (double)told[1] / 1e6};
}

/* In turns, as other work on the machine comes and goes. The first round warms files and the data folder. */
static void run_all(Program *programs, int count)
{
    for (int repeat = -1; repeat < REPEATS; repeat++) {
        for (int i = 0; i < count; i++) {
            Start one = start(programs[i].args);
            if (repeat < 0) continue;
            programs[i].ms[repeat] = one.ms;
            programs[i].resident_mb[repeat] = one.resident_mb;
        }
    }
}

int main(int argc, char **argv)
{
    bench_require(argc == 7, "PRELOAD PROGRAM BARE FONT DATA DECKS are needed");
    char *program = argv[2], *data = argv[5];
    static char play[] = "play", to_data[] = "--data", to_decks[] = "--decks", renderer[] = "--renderer",
                opengl[] = "opengl";
    enum { BARE, SHIPPED, MANY, OPENGL, COUNT };
    static Program programs[COUNT];
    programs[BARE] = (Program){.args = {argv[3], argv[4]}};
    programs[SHIPPED] = (Program){.args = {program, play, to_data, data}};
    programs[MANY] = (Program){.args = {program, play, to_data, data, to_decks, argv[6]}};
    programs[OPENGL] = (Program){.args = {program, play, to_data, data, renderer, opengl}};
    setenv("LD_PRELOAD", argv[1], 1);
    run_all(programs, COUNT);
    double bare = bench_median(programs[BARE].ms, REPEATS);
    double shipped = bench_median(programs[SHIPPED].ms, REPEATS);
    bench_print("start to the title, 6 decks / bare window (ms)", shipped, bare, 1.5);
    bench_print("start to the title, 1,006 decks / bare window (ms)",
                bench_median(programs[MANY].ms, REPEATS), bare, 1.5);
    bench_print("start, renderer picked / OpenGL drawn by the processor (ms)", shipped,
                bench_median(programs[OPENGL].ms, REPEATS), 1);
    bench_print("resident at the title, renderer picked / OpenGL drawn by the processor (MB)",
                bench_median(programs[SHIPPED].resident_mb, REPEATS),
                bench_median(programs[OPENGL].resident_mb, REPEATS), 1);
    return 0;
}
