/* The generator of every deal: xoshiro256** seeded from 64 bits through SplitMix64 (Blackman and Vigna,
 * public domain). */
#ifndef MATCHWICK_BASE_RNG_H
#define MATCHWICK_BASE_RNG_H

#include <stdint.h>

typedef struct {
    uint64_t s[4];
} Rng;

void rng_seed(Rng *rng, uint64_t seed);
uint64_t rng_next(Rng *rng);
/* 0 .. n-1 without bias: Lemire's multiply-shift with rejection, on the generator's 64 bits. n > 0. */
uint64_t rng_below(Rng *rng, uint64_t n);
/* Fisher-Yates from the last index down. */
void rng_shuffle_u32(Rng *rng, uint32_t *values, uint32_t count);

#endif
