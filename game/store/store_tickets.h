/* What became of tickets that are decided, private to store/. Not locked: its owner does that. */
#ifndef MATCHWICK_STORE_STORE_TICKETS_H
#define MATCHWICK_STORE_STORE_TICKETS_H

#include <stdbool.h>
#include <stddef.h>

#include "store/store.h"

/* Tickets that stand out among the decided ones, rising, each with a number. */
typedef struct {
    StoreTicket ticket;
    int64_t number;
} StoreMarked;

typedef struct {
    StoreMarked *items;
    size_t count, capacity;
} StoreTickets;

void store_tickets_deinit(StoreTickets *tickets);
/* `ticket` is above all that are there. */
void store_tickets_add(StoreTickets *tickets, StoreTicket ticket, int64_t number);
/* False if it is not among them. */
bool store_tickets_find(const StoreTickets *tickets, StoreTicket ticket, int64_t *number);

#endif
