/* Inputs as a replay keeps them. */
#ifndef MATCHWICK_PLAY_INPUT_H
#define MATCHWICK_PLAY_INPUT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

typedef enum {
    INPUT_PICK,   /* value: tile */
    INPUT_ANSWER, /* value: option */
    INPUT_PAUSE,  /* value: wall milliseconds that it took; no round time */
    INPUT_TICK    /* nothing but the clock; never recorded */
} InputKind;

typedef struct {
    int64_t at_ms; /* round clock */
    InputKind kind;
    int64_t value;
} Input;

/* Why something was not an input at all. Playing, it is passed over; in a replay it is inconsistent. */
typedef enum {
    INPUT_TAKEN,
    INPUT_OVER,     /* the round has ended, or ends at this very millisecond */
    INPUT_NO_SUCH,  /* no such tile or option, or not of this mode */
    INPUT_GONE,     /* a tile that is no longer on the board */
    INPUT_TOO_SOON, /* less than 80 ms after that tile's last accepted pick */
    INPUT_BACKWARD  /* before the input before */
} InputAnswer;

typedef struct {
    Input *items;
    uint32_t count, capacity;
} InputList;

Str input_kind_name(InputKind kind); /* "pick", "answer", "pause" */
bool input_kind_find(Str name, InputKind *out);
/* "names a tile that was already gone" */
Str input_answer_text(InputAnswer answer);
void input_list_add(InputList *list, Arena *arena, Input input);
/* Wall milliseconds of all pauses. */
int64_t input_pauses_ms(const Input *inputs, uint32_t count);

#endif
