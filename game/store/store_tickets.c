#include "store/store_tickets.h"

#include <assert.h>
#include <stdlib.h>

#include "base/err.h"

void store_tickets_deinit(StoreTickets *tickets)
{
    free(tickets->items);
    *tickets = (StoreTickets){0};
}

void store_tickets_add(StoreTickets *tickets, StoreTicket ticket, int64_t number)
{
    assert(tickets->count == 0 || tickets->items[tickets->count - 1].ticket < ticket);
    if (tickets->count == tickets->capacity) {
        tickets->capacity = tickets->capacity == 0 ? 64 : tickets->capacity * 2;
        tickets->items = realloc(tickets->items, tickets->capacity * sizeof *tickets->items);
        if (tickets->items == NULL) err_fatal("Out of memory");
    }
    tickets->items[tickets->count++] = (StoreMarked){ticket, number};
}

static int compare(const void *key, const void *item)
{
    const StoreTicket *ticket = key;
    const StoreMarked *marked = item;
    return (*ticket > marked->ticket) - (*ticket < marked->ticket);
}

bool store_tickets_find(const StoreTickets *tickets, StoreTicket ticket, int64_t *number)
{
    if (tickets->count == 0) return false;
    const StoreMarked *found =
        bsearch(&ticket, tickets->items, tickets->count, sizeof *tickets->items, compare);
    if (found != NULL) *number = found->number;
    return found != NULL;
}
