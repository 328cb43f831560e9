/* The wall's clock. */
#ifndef MATCHWICK_PLATFORM_WALL_CLOCK_H
#define MATCHWICK_PLATFORM_WALL_CLOCK_H

#include <stdint.h>

/* Since the Unix epoch. */
int64_t wall_clock_ms(void);
/* Minutes that local time is ahead of UTC at that moment. */
int wall_clock_offset_min(int64_t at_ms);

#endif
