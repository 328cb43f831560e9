/* From SDL's events to ours: keys as HID usages, places in units, a finger as a pointer, time stamps on the
   platform's clock. */
#ifndef MATCHWICK_PLATFORM_EVENTS_H
#define MATCHWICK_PLATFORM_EVENTS_H

#include <SDL.h>

#include "platform/drops.h"
#include "platform/input_queue.h"
#include "platform/pads.h"

typedef struct {
    InputQueue queue;
    Pads pads;
    Drops drops;
    /* How places are turned into units; the window's owner keeps them true. */
    float units_per_point;
    float window_w, window_h; /* points */
    Uint32 wake_event;
    bool is_touching;
    SDL_FingerID finger; /* the one that points now */
    Vec touched_at;
} Events;

void events_init(Events *events);
void events_deinit(Events *events);
/* Queues what the event means: nothing, one or more. */
void events_handle(Events *events, const SDL_Event *event);
/* SDL's 32-bit time stamp on the 64-bit clock that began with it. */
int64_t events_time_ms(Uint32 timestamp);

#endif
