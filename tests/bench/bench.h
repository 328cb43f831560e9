/* What the benches share: time, medians, and a figure as one JSON line. Times are microseconds unless a name
   says otherwise. */
#ifndef MATCHWICK_TESTS_BENCH_H
#define MATCHWICK_TESTS_BENCH_H

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static inline int64_t bench_now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static inline double bench_now_us(void)
{
    return (double)bench_now_ns() / 1e3;
}

static inline void bench_require(bool is_true, const char *what)
{
    if (is_true) return;
    fprintf(stderr, "bench: %s\n", what);
    exit(1);
}

static inline int bench_compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Sorts them. */
static inline double bench_median(double *values, int count)
{
    qsort(values, (size_t)count, sizeof *values, bench_compare);
    return values[count / 2];
}

/* The value is within its limit while it is at most `limit` times the reference; a reference of 0 allows
   nothing but 0. */
static inline void bench_print(const char *name, double value, double reference, double limit)
{
    printf("{\"name\": \"%s\", \"value\": %.4f, \"reference\": %.4f, \"limit\": %g}\n", name, value,
           reference, limit);
    fflush(stdout);
}

#endif
