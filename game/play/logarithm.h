/* Natural logarithms in thousandths, from a table: the same on every machine. */
#ifndef MATCHWICK_PLAY_LOGARITHM_H
#define MATCHWICK_PLAY_LOGARITHM_H

#include <stdint.h>

/* 1000 * ln(value) to within 5, never falling; value > 0. */
int32_t logarithm_milli(uint32_t value);

#endif
