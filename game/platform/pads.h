/* Game controllers: any number up to PADS_MAX, plugged and pulled at any time. Sticks and triggers become
   buttons; a held direction repeats by itself. */
#ifndef MATCHWICK_PLATFORM_PADS_H
#define MATCHWICK_PLATFORM_PADS_H

#include <SDL.h>

#include "platform/input_queue.h"

enum { PADS_MAX = 8, PADS_REPEAT_FIRST_MS = 400, PADS_REPEAT_NEXT_MS = 100 };

typedef struct {
    SDL_GameController *controller; /* NULL: free */
    SDL_JoystickID id;
    int stick[4];    /* left x, y, right x, y: -1, 0, 1 */
    bool trigger[2]; /* left, right: pressed */
} Pad;

typedef struct {
    Pad pads[PADS_MAX];
    int last_used;       /* index */
    PadButton repeating; /* direction that is held; PAD_NONE */
    int64_t repeat_at_ms;
} Pads;

void pads_init(Pads *pads);
void pads_deinit(Pads *pads);
/* Turns SDL's controller events into ours; others are left alone. */
void pads_handle(Pads *pads, const SDL_Event *event, int64_t time_ms, InputQueue *queue);
/* Queues a repeat that is due. */
void pads_repeat(Pads *pads, int64_t now_ms, InputQueue *queue);
/* When the next repeat is due; INT64_MAX if nothing is held. */
int64_t pads_due_ms(const Pads *pads);
void pads_let_go(Pads *pads);
int pads_count(const Pads *pads);
PadFamily pads_family(const Pads *pads);

#endif
