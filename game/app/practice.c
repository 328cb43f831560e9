#include "app/practice.h"

#include <stdlib.h>

static bool has_card(const Practice *practice, uint32_t card)
{
    for (uint32_t i = 0; i < practice->count; i++)
        if (practice->cards[i] == card) return true;
    return false;
}

void practice_add(Practice *practice, uint32_t card)
{
    if (card == DECK_NO_CARD || practice->count == SETUP_MAX_PAIRS || has_card(practice, card)) return;
    practice->cards[practice->count++] = card;
}

void practice_fill(Practice *practice, uint32_t card)
{
    if (practice->count < PRACTICE_CARDS) practice_add(practice, card);
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

void practice_sort(Practice *practice)
{
    qsort(practice->cards, practice->count, sizeof *practice->cards, by_number);
}
