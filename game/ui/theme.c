#include "ui/theme.h"

#include <assert.h>
#include <math.h>

#include "ui/theme_colors.h"

static const Theme *const themes[THEME_COUNT] = {
    [THEME_NIGHT] = &theme_night, [THEME_PAPER] = &theme_paper, [THEME_CONTRAST] = &theme_contrast_high};

const Theme *theme_get(ThemeId id)
{
    assert(id < THEME_COUNT);
    return themes[id];
}

bool theme_find(Str name, ThemeId *out)
{
    for (int i = 0; i < THEME_COUNT; i++) {
        if (!str_is(name, str_of(themes[i]->name))) continue;
        *out = (ThemeId)i;
        return true;
    }
    return false;
}

AvatarColor theme_avatar(const Theme *theme, int index)
{
    const Color *c = theme->colors;
    const AvatarColor colors[THEME_AVATARS] = {
        {"violet", c[TOKEN_STREAK], c[TOKEN_STREAK_INK]},
        {"teal", c[TOKEN_TERM], c[TOKEN_TERM_INK]},
        {"amber", c[TOKEN_DEF], c[TOKEN_DEF_INK]},
        {"blue", {0x7F, 0xBB, 0xFF, 255}, {0x08, 0x20, 0x3C, 255}},
        {"rose", {0xFF, 0x9A, 0x9A, 255}, {0x3B, 0x0A, 0x0A, 255}},
        {"grey", {0xA7, 0xB1, 0xC9, 255}, {0x13, 0x18, 0x26, 255}},
    };
    return colors[index < 0 ? 0 : index % THEME_AVATARS];
}

static double linear(uint8_t channel)
{
    double v = channel / 255.0;
    return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

/* Relative luminance, WCAG 2.1. */
static double luminance(Color c)
{
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

double theme_contrast(Color a, Color b)
{
    double la = luminance(a), lb = luminance(b);
    return la > lb ? (la + 0.05) / (lb + 0.05) : (lb + 0.05) / (la + 0.05);
}

TypeSize theme_type(TextSize size, int scale_percent, bool is_hud)
{
    static const TypeSize sizes[TEXT_SIZE_COUNT] = {
        [T16] = {16, 20}, [T18] = {18, 24}, [T20] = {20, 26}, [T24] = {24, 30},
        [T32] = {32, 40}, [T40] = {40, 48}, [T64] = {64, 72}, [T88] = {88, 96}};
    assert(size < TEXT_SIZE_COUNT);
    int percent = is_hud && scale_percent > 125 ? 125 : scale_percent;
    float factor = (float)percent / 100;
    return (TypeSize){sizes[size].size * factor, sizes[size].line * factor};
}
