#include "play/event.h"

#include <stddef.h>

void event_add(EventList *events, Event event)
{
    if (!events) return;
    if (events->count == EVENTS_MAX)
        events->is_cut = true;
    else
        events->items[events->count++] = event;
}
