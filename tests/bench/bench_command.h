/* For benches that run a command line, its output thrown away; they define _DEFAULT_SOURCE. */
#ifndef MATCHWICK_TESTS_BENCH_COMMAND_H
#define MATCHWICK_TESTS_BENCH_COMMAND_H

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench.h"

typedef struct {
    double took_ms;
    double peak_mib;
    int exit_code;
} BenchRan;

/* "exec program …" measures the program itself, without a shell that waits for it. */
static inline BenchRan bench_run(const char *command)
{
    double from_us = bench_now_us();
    pid_t child = fork();
    bench_require(child >= 0, "no process");
    if (child == 0) {
        int nothing = open("/dev/null", O_WRONLY);
        dup2(nothing, STDOUT_FILENO);
        dup2(nothing, STDERR_FILENO);
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
        _exit(127);
    }
    int status;
    struct rusage usage;
    bench_require(wait4(child, &status, 0, &usage) == child, "a child was lost");
    bench_require(WIFEXITED(status), "a child has crashed");
    return (BenchRan){(bench_now_us() - from_us) / 1e3, (double)usage.ru_maxrss / 1024, WEXITSTATUS(status)};
}

#endif
