#include "ui/text_break.h"

#include <linebreak.h>
#include <stdlib.h>
#include <string.h>
#include <thai/thwbrk.h>

#include "base/err.h"

/* libthai's time and memory for one call grow with its length: a longer stretch is cut here. */
#define THAI_STRETCH 1024

struct TextBreaker {
    ThBrk *thai;
    bool has_tried_thai;
};

TextBreaker *text_breaker_open(void)
{
    TextBreaker *breaker = calloc(1, sizeof *breaker);
    if (!breaker) err_fatal("out of memory: no room for finding line breaks");
    init_linebreak();
    return breaker;
}

void text_breaker_close(TextBreaker *breaker)
{
    if (!breaker) return;
    if (breaker->thai) th_brk_delete(breaker->thai);
    free(breaker);
}

/* libunibreak 1.1 fails an assertion at two kinds of code points: U+FFFF, which it takes for the text's end,
 * and the letters of flags, whose class is younger. Flags break as ideographs do, graphemes keep their pairs.
 */
static uint32_t known_to_unibreak(uint32_t code_point)
{
    if (code_point == 0xFFFF) return 0xFFFD;
    return code_point >= 0x1F1E6 && code_point <= 0x1F1FF ? 0x4E00 : code_point;
}

static bool is_thai(uint32_t code_point)
{
    return code_point >= 0x0E01 && code_point <= 0x0E5B; /* the block */
}

static ThBrk *thai_dictionary(TextBreaker *breaker)
{
    if (!breaker->has_tried_thai) {
        breaker->has_tried_thai = true;
        breaker->thai = th_brk_new(NULL);
        if (!breaker->thai) err_log("Thai lines can't break at words: libthai finds no dictionary");
    }
    return breaker->thai;
}

static void break_thai(ThBrk *thai, const uint32_t *code_points, int count, Arena *scratch,
                       bool *can_break_after)
{
    thwchar_t *wide = ARENA_NEW_N(scratch, thwchar_t, (size_t)count + 1);
    int *places = ARENA_NEW_N(scratch, int, (size_t)count + 1);
    for (int i = 0; i < count; i++) wide[i] = (thwchar_t)code_points[i];
    int found = th_brk_wc_find_breaks(thai, wide, places, (size_t)count);
    for (int i = 0; i < found; i++) {
        if (places[i] > 0 && places[i] < count) can_break_after[places[i] - 1] = true;
    }
}

static void break_all_thai(TextBreaker *breaker, const uint32_t *code_points, int count, Arena *scratch,
                           bool *can_break_after)
{
    for (int i = 0; i < count; i++) {
        if (!is_thai(code_points[i])) continue;
        int end = i;
        while (end < count && end - i < THAI_STRETCH && is_thai(code_points[end])) end++;
        ThBrk *thai = thai_dictionary(breaker);
        if (!thai) return;
        break_thai(thai, code_points + i, end - i, scratch, can_break_after + i);
        i = end - 1;
    }
}

void text_break_find(TextBreaker *breaker, const uint32_t *code_points, int count, Arena *scratch,
                     bool *can_break_after)
{
    if (count == 0) return;
    char *breaks = arena_alloc(scratch, (size_t)count);
    uint32_t *safe = ARENA_NEW_N(scratch, uint32_t, (size_t)count);
    for (int i = 0; i < count; i++) safe[i] = known_to_unibreak(code_points[i]);
    set_linebreaks_utf32(safe, (size_t)count, "", breaks);
    for (int i = 0; i < count; i++) can_break_after[i] = breaks[i] == LINEBREAK_ALLOWBREAK;
    break_all_thai(breaker, code_points, count, scratch, can_break_after);
    can_break_after[count - 1] = false;
}
