#include "screens/mastery_bar.h"

#include <math.h>

#define LEAST_WIDTH 3.0f /* one card of many is still seen */

/* Cards that were answered may have left the deck since. */
MasteryParts mastery_parts(const StoreMastery *kept, uint32_t cards)
{
    MasteryParts parts = {.counts = {[MASTERY_NEW] = (int32_t)cards}};
    for (int i = MASTERY_LEARNING; i < MASTERY_LEVELS; i++) {
        int32_t rest = parts.counts[MASTERY_NEW];
        parts.counts[i] = kept->levels[i] < rest ? kept->levels[i] : rest;
        parts.counts[MASTERY_NEW] -= parts.counts[i];
    }
    if (cards > 0) parts.percent = (int)fmin(100, 100 * kept->bars / cards);
    return parts;
}

Token mastery_token(MasteryLevel level)
{
    static const Token tokens[MASTERY_LEVELS] = {[MASTERY_NEW] = TOKEN_MASTERY_NEW,
                                                 [MASTERY_LEARNING] = TOKEN_DEF,
                                                 [MASTERY_FAMILIAR] = TOKEN_STREAK,
                                                 [MASTERY_MASTERED] = TOKEN_TERM};
    return tokens[level];
}

void mastery_bar_places(Rect bar, const MasteryParts *parts, float gap, Rect out[MASTERY_LEVELS])
{
    int shown = 0;
    float all = 0, x = bar.x;
    for (int i = 0; i < MASTERY_LEVELS; i++) {
        shown += parts->counts[i] > 0;
        all += (float)parts->counts[i];
    }
    float room = bar.w - (gap + LEAST_WIDTH) * (float)shown + gap;
    for (int i = 0; i < MASTERY_LEVELS; i++) {
        bool is_there = parts->counts[i] > 0;
        float width = is_there ? LEAST_WIDTH + room * (float)parts->counts[i] / all : 0;
        out[i] = (Rect){x, bar.y, width, bar.h};
        if (is_there) x += width + gap;
    }
}

void mastery_bar_draw(Ui *ui, Rect bar, const MasteryParts *parts, float gap)
{
    Rect places[MASTERY_LEVELS];
    mastery_bar_places(bar, parts, gap, places);
    for (int i = 0; i < MASTERY_LEVELS; i++) {
        if (places[i].w <= 0) continue;
        float radius = fminf(bar.h, places[i].w) / 2;
        draw_rect(ui->draw, places[i], radius, ui_color(ui, mastery_token((MasteryLevel)i)));
    }
}
