#include "commands/nearest.h"

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Optimal string alignment distance, rows of the table for i - 2, i - 1 and i in turn. */
static size_t edits(Str a, Str b)
{
    size_t rows[3][NEAREST_MAX_BYTES + 1];
    for (size_t j = 0; j <= b.size; j++) rows[0][j] = j;
    for (size_t i = 1; i <= a.size; i++) {
        size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *above2 = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= b.size; j++) {
            char x = lower(a.data[i - 1]), y = lower(b.data[j - 1]);
            row[j] = least(least(above[j] + 1, row[j - 1] + 1), above[j - 1] + (x != y));
            if (i > 1 && j > 1 && x == lower(b.data[j - 2]) && lower(a.data[i - 2]) == y)
                row[j] = least(row[j], above2[j - 2] + 1);
        }
    }
    return rows[a.size % 3][b.size];
}

static bool begins(Str word, Str name)
{
    if (word.size < 2 || word.size >= name.size) return false;
    for (size_t i = 0; i < word.size; i++)
        if (lower(word.data[i]) != lower(name.data[i])) return false;
    return true;
}

Nearest nearest_begin(Str word)
{
    size_t allowed = word.size < 3 ? 1 : word.size / 3;
    return (Nearest){.word = word, .distance = least(allowed, 3) + 1};
}

void nearest_offer(Nearest *nearest, Str name)
{
    if (nearest->word.size > NEAREST_MAX_BYTES || name.size > NEAREST_MAX_BYTES) return;
    size_t distance = begins(nearest->word, name) ? 1 : edits(nearest->word, name);
    if (distance >= nearest->distance) return;
    nearest->distance = distance;
    nearest->best = name;
}
