#include "store/store_queue.h"

#include <assert.h>
#include <stdlib.h>

void store_queue_add(StoreQueue *queue, StoreTicket ticket, int64_t era, const StoreRow *row)
{
    StoreWaiting *waiting = malloc(sizeof *waiting + store_row_texts_size(row));
    if (waiting == NULL) err_fatal("Out of memory");
    *waiting = (StoreWaiting){.ticket = ticket, .era = era};
    store_row_copy(&waiting->row, row, (char *)(waiting + 1));
    if (queue->last != NULL)
        queue->last->next = waiting;
    else
        queue->first = waiting;
    queue->last = waiting;
    queue->count++;
}

void store_queue_drop_first(StoreQueue *queue)
{
    StoreWaiting *first = queue->first;
    assert(first != NULL);
    queue->first = first->next;
    if (queue->first == NULL) queue->last = NULL;
    queue->count--;
    free(first);
}

const StoreSetting *store_queue_find_setting(const StoreQueue *queue, int64_t player, Str key)
{
    const StoreSetting *found = NULL;
    for (const StoreWaiting *waiting = queue->first; waiting != NULL; waiting = waiting->next) {
        const StoreSetting *setting = &waiting->row.of.setting;
        if (waiting->row.kind == ROW_SETTING && setting->player == player && str_is(setting->key, key))
            found = setting;
    }
    return found;
}
