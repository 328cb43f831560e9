/* Rows that wait for the writer, the oldest first; private to store/. Not locked: its owner does that. */
#ifndef MATCHWICK_STORE_STORE_QUEUE_H
#define MATCHWICK_STORE_STORE_QUEUE_H

#include "store/store_row.h"

typedef struct StoreWaiting StoreWaiting;
struct StoreWaiting {
    StoreWaiting *next;
    StoreTicket ticket;
    int64_t era; /* store_stage.h */
    StoreRow row;
    /* Of the transaction that is being tried; the writer's alone. */
    bool is_refused;
    bool is_lost; /* an answer that was given in another state than the one there is now */
    int64_t id;   /* of the run or test */
};

typedef struct {
    StoreWaiting *first, *last;
    size_t count;
} StoreQueue;

/* One block of memory holds a row and its texts. */
void store_queue_add(StoreQueue *queue, StoreTicket ticket, int64_t era, const StoreRow *row);
void store_queue_drop_first(StoreQueue *queue);
/* The newest that waits for that player and key; NULL if none. */
const StoreSetting *store_queue_find_setting(const StoreQueue *queue, int64_t player, Str key);

#endif
