#include "study/typed_letters.h"

#include "base/text.h"

typedef struct {
    Str shown[TYPED_MAX_LETTERS], plain[TYPED_MAX_LETTERS];
    bool is_dress[TYPED_MAX_LETTERS]; /* space or punctuation */
    uint32_t count;
} Letters;

/* A step of the way from one text to the other, told from its end. */
typedef enum { STEP_BOTH, STEP_WANTED, STEP_TYPED, STEP_SWAP } Step;

typedef struct {
    Letters wanted, typed;
    uint8_t costs[TYPED_MAX_LETTERS + 1][TYPED_MAX_LETTERS + 1]; /* of the first i and j letters */
} Alignment;

static bool split(Arena *arena, Str text, Letters *letters)
{
    for (size_t at = 0; at < text.size;) {
        size_t end = text_next_grapheme(text, at), first = at;
        if (letters->count == TYPED_MAX_LETTERS) return false;
        TextKind kind = text_kind(text_next(text, &first));
        letters->shown[letters->count] = str_slice(text, at, end);
        letters->plain[letters->count] = text_plain(arena, str_slice(text, at, end));
        letters->is_dress[letters->count++] = kind == TEXT_SPACE || kind == TEXT_PUNCTUATION;
        at = end;
    }
    return true;
}

static bool is_same(const Alignment *align, uint32_t i, uint32_t j)
{
    if (align->wanted.is_dress[i] && align->typed.is_dress[j]) return true;
    return str_is(align->wanted.plain[i], align->typed.plain[j]);
}

static bool is_swap(const Alignment *align, uint32_t i, uint32_t j)
{
    return i > 1 && j > 1 && is_same(align, i - 1, j - 2) && is_same(align, i - 2, j - 1) &&
           !is_same(align, i - 1, j - 1);
}

/* What it costs to come to (i, j) by a step; more than anything where there is no such step. */
static uint32_t cost_of(const Alignment *align, uint32_t i, uint32_t j, Step step)
{
    uint32_t none = UINT8_MAX;
    switch (step) {
    case STEP_BOTH:
        return i && j ? align->costs[i - 1][j - 1] + (uint32_t)!is_same(align, i - 1, j - 1) : none;
    case STEP_WANTED: return i ? align->costs[i - 1][j] + (uint32_t)!align->wanted.is_dress[i - 1] : none;
    case STEP_TYPED: return j ? align->costs[i][j - 1] + (uint32_t)!align->typed.is_dress[j - 1] : none;
    case STEP_SWAP: return is_swap(align, i, j) ? align->costs[i - 2][j - 2] + 1u : none;
    }
    return none;
}

/* Of equal ways the one that leaves a letter out: of a doubled letter the second was missed. */
static Step best_step(const Alignment *align, uint32_t i, uint32_t j)
{
    static const Step steps[] = {STEP_WANTED, STEP_BOTH, STEP_SWAP, STEP_TYPED};
    Step best = steps[0];
    for (int k = 1; k < 4; k++)
        if (cost_of(align, i, j, steps[k]) < cost_of(align, i, j, best)) best = steps[k];
    return best;
}

static void fill(Alignment *align)
{
    for (uint32_t i = 0; i <= align->wanted.count; i++)
        for (uint32_t j = 0; j <= align->typed.count; j++)
            if (i || j) align->costs[i][j] = (uint8_t)cost_of(align, i, j, best_step(align, i, j));
}

static uint32_t trace(const Alignment *align, TypedLetter *out)
{
    uint32_t count = 0;
    for (uint32_t i = align->wanted.count, j = align->typed.count; i || j;) {
        Step step = best_step(align, i, j);
        bool is_both = step == STEP_BOTH && is_same(align, i - 1, j - 1);
        if (step == STEP_TYPED) {
            j--;
            if (!align->typed.is_dress[j]) out[count++] = (TypedLetter){align->typed.shown[j], LETTER_EXTRA};
            continue;
        }
        LetterMark mark = is_both ? LETTER_SAME : step == STEP_BOTH ? LETTER_WRONG : LETTER_MISSING;
        if (step == STEP_SWAP) mark = LETTER_SWAPPED;
        if (step == STEP_WANTED && align->wanted.is_dress[i - 1]) mark = LETTER_SAME;
        for (int k = step == STEP_SWAP ? 2 : 1; k > 0; k--) {
            i--;
            j -= step != STEP_WANTED;
            out[count++] = (TypedLetter){align->wanted.shown[i], mark};
        }
    }
    return count;
}

uint32_t typed_letters(Arena *arena, Str expected, Str typed, TypedLetter *out)
{
    Alignment *align = ARENA_NEW(arena, Alignment);
    if (!split(arena, str_trim(expected), &align->wanted) || !split(arena, str_trim(typed), &align->typed))
        return 0;
    fill(align);
    uint32_t count = trace(align, out);
    for (uint32_t i = 0; i < count / 2; i++) {
        TypedLetter letter = out[i];
        out[i] = out[count - 1 - i];
        out[count - 1 - i] = letter;
    }
    return count;
}
