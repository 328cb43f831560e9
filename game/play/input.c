#include "play/input.h"

#include <assert.h>
#include <string.h>

static const char *const kind_names[] = {"pick", "answer", "pause"};

Str input_kind_name(InputKind kind)
{
    assert(kind != INPUT_TICK);
    return str_of(kind_names[kind]);
}

bool input_kind_find(Str name, InputKind *out)
{
    for (int i = 0; i < 3; i++) {
        if (!str_is(name, str_of(kind_names[i]))) continue;
        *out = (InputKind)i;
        return true;
    }
    return false;
}

Str input_answer_text(InputAnswer answer)
{
    static const char *const texts[] = {
        "was taken",
        "comes when the round is over",
        "names a tile or option that is not there",
        "names a tile that was already gone",
        "picks a tile again within 80 ms",
        "comes before the one before it",
    };
    return str_of(texts[answer]);
}

void input_list_add(InputList *list, Arena *arena, Input input)
{
    if (list->count == list->capacity) {
        uint32_t capacity = list->capacity ? 2 * list->capacity : 64;
        Input *items = ARENA_NEW_N(arena, Input, capacity);
        if (list->count) memcpy(items, list->items, list->count * sizeof *items);
        list->items = items;
        list->capacity = capacity;
    }
    list->items[list->count++] = input;
}

int64_t input_pauses_ms(const Input *inputs, uint32_t count)
{
    int64_t sum = 0;
    for (uint32_t i = 0; i < count; i++)
        if (inputs[i].kind == INPUT_PAUSE) sum += inputs[i].value;
    return sum;
}
