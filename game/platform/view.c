#include "platform/view.h"

#include <math.h>

static const float SAFE_MARGIN = 0.025f;

ViewSize view_make(int width_px, int height_px)
{
    float scale = fminf((float)width_px / 1280, (float)height_px / 720);
    if (scale > 1) scale = floorf(scale * 4) / 4;
    if (scale <= 0) scale = 1;
    Rect canvas = {0, 0, (float)width_px / scale, (float)height_px / scale};
    Rect safe = {canvas.w * SAFE_MARGIN, canvas.h * SAFE_MARGIN, canvas.w * (1 - 2 * SAFE_MARGIN),
                 canvas.h * (1 - 2 * SAFE_MARGIN)};
    return (ViewSize){.width_px = width_px,
                      .height_px = height_px,
                      .scale = scale,
                      .canvas = canvas,
                      .safe = safe,
                      .frame_ms = VIEW_FRAME_MS};
}
