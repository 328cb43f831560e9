/* A short queue of input events: one of SDL's may become several of ours. */
#ifndef MATCHWICK_PLATFORM_INPUT_QUEUE_H
#define MATCHWICK_PLATFORM_INPUT_QUEUE_H

#include "ui/input.h"

enum { INPUT_QUEUE_CAPACITY = 64 };

typedef struct {
    InputEvent events[INPUT_QUEUE_CAPACITY];
    int first, count;
} InputQueue;

/* The newest is lost where the queue is full: it is emptied before SDL is asked again. */
static inline void input_queue_push(InputQueue *queue, InputEvent event)
{
    if (queue->count == INPUT_QUEUE_CAPACITY) return;
    queue->events[(queue->first + queue->count++) % INPUT_QUEUE_CAPACITY] = event;
}

static inline bool input_queue_pop(InputQueue *queue, InputEvent *out)
{
    if (queue->count == 0) return false;
    *out = queue->events[queue->first];
    queue->first = (queue->first + 1) % INPUT_QUEUE_CAPACITY;
    queue->count--;
    return true;
}

#endif
