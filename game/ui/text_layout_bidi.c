#include "ui/text_layout_bidi.h"

#include <fribidi.h>
#include <stdbool.h>
#include <string.h>

#include "base/err.h"

_Static_assert(sizeof(FriBidiLevel) == sizeof(int8_t), "levels are handed over as they are");
_Static_assert(sizeof(FriBidiStrIndex) == sizeof(int), "an order is handed over as it is");
_Static_assert(sizeof(FriBidiChar) == sizeof(uint32_t), "code points are handed over as they are");

/* No right-to-left letter, number or control lies below Hebrew or among the dashes, quotes and dots. Saves
 * FriBidi's own allocations for the texts that change each frame. */
static bool is_plain(const uint32_t *code_points, int count)
{
    for (int i = 0; i < count; i++) {
        uint32_t c = code_points[i];
        if (c >= 0x0590 && !(c >= 0x2010 && c <= 0x2027) && c != 0x202F) return false;
    }
    return true;
}

int text_bidi_levels(const uint32_t *code_points, int count, Arena *scratch, int8_t *levels)
{
    if (count == 0) return 0;
    if (is_plain(code_points, count)) {
        memset(levels, 0, (size_t)count);
        return 0;
    }
    FriBidiCharType *types = ARENA_NEW_N(scratch, FriBidiCharType, count);
    FriBidiBracketType *brackets = ARENA_NEW_N(scratch, FriBidiBracketType, count);
    fribidi_get_bidi_types(code_points, count, types);
    fribidi_get_bracket_types(code_points, count, types, brackets);
    FriBidiParType base = FRIBIDI_PAR_ON;
    if (!fribidi_get_par_embedding_levels_ex(types, brackets, count, &base, levels))
        err_fatal("out of memory: no room for the directions of %d characters", count);
    return FRIBIDI_IS_RTL(base) ? 1 : 0;
}

void text_bidi_order(int base_level, const int8_t *levels, int count, Arena *scratch, int *order)
{
    for (int i = 0; i < count; i++) order[i] = i;
    if (count < 2) return;
    FriBidiCharType *types = ARENA_NEW_N(scratch, FriBidiCharType, count);
    FriBidiLevel *copy = ARENA_NEW_N(scratch, FriBidiLevel, count);
    for (int i = 0; i < count; i++) types[i] = FRIBIDI_TYPE_LTR; /* runs, so none is a trailing space */
    memcpy(copy, levels, (size_t)count);
    FriBidiParType base = base_level ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    if (!fribidi_reorder_line(0, types, count, 0, base, copy, NULL, order))
        err_fatal("out of memory: no room for the order of %d runs", count);
}
