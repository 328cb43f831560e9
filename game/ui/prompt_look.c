#include "ui/prompt_look.h"

#include "ui/ui_state.h"

static PromptColors filled(const Theme *theme, Token fill, Token ink)
{
    Color c = theme_color(theme, fill);
    return (PromptColors){.fill = c, .line = c, .text = theme_color(theme, ink), .glyph_fill = c};
}

PromptColors prompt_colors(const Theme *theme, PromptLook look)
{
    Color well = theme_color(theme, TOKEN_WELL), line = theme_color(theme, TOKEN_LINE2);
    PromptColors normal = {well, line, line, theme_color(theme, TOKEN_TEXT), well};
    switch (look) {
    case PROMPT_ON_PRIMARY: {
        Color cap = theme_color(theme, TOKEN_PRIMARY_CAP);
        Color text = theme_color(theme, TOKEN_PRIMARY_CAP_TEXT);
        return (PromptColors){cap, cap, theme_color(theme, TOKEN_PRIMARY_CAP_LIP), text, cap};
    }
    case PROMPT_FILLED_TERM:
        /* a picked tile of the flat theme is filled itself: there the cap is black */
        if (theme->is_flat) return filled(theme, TOKEN_TERM_INK, TOKEN_TERM);
        return filled(theme, TOKEN_TERM, TOKEN_TERM_INK);
    case PROMPT_FILLED_DEF:
        if (theme->is_flat) return filled(theme, TOKEN_DEF_INK, TOKEN_DEF);
        return filled(theme, TOKEN_DEF, TOKEN_DEF_INK);
    case PROMPT_FILLED_BAD: return filled(theme, TOKEN_BAD, TOKEN_BAD_INK);
    case PROMPT_FILLED_OK: return filled(theme, TOKEN_OK, TOKEN_OK_INK);
    case PROMPT_FAINT: normal.text = theme_color(theme, TOKEN_MUTED); break;
    case PROMPT_NORMAL: break;
    }
    return normal;
}

Color prompt_pad_color(const Ui *ui, PadButton button)
{
    if (ui->state->pad_family != PAD_FAMILY_XBOX && button <= PAD_Y && ui->in.theme != THEME_CONTRAST)
        return ui_color(ui, ui->state->pad_family == PAD_FAMILY_NINTENDO ? TOKEN_SOFT : TOKEN_PAD_X);
    switch ((int)button) {
    case PAD_A: return ui_color(ui, TOKEN_PAD_A);
    case PAD_B: return ui_color(ui, TOKEN_PAD_B);
    case PAD_X: return ui_color(ui, TOKEN_PAD_X);
    case PAD_Y: return ui_color(ui, TOKEN_PAD_Y);
    default: return ui_color(ui, TOKEN_SOFT);
    }
}

Icon prompt_pad_arrow(PadButton button)
{
    switch ((int)button) {
    case PAD_UP: return ICON_ARROW_UP;
    case PAD_DOWN: return ICON_ARROW_DOWN;
    case PAD_LEFT: return ICON_ARROW_LEFT;
    case PAD_RIGHT: return ICON_ARROW_RIGHT;
    default: return ICON_NONE;
    }
}

Str prompt_pad_label(const Ui *ui, PadButton button)
{
    static const char *const labels[3][PAD_BUTTON_COUNT] = {
        [PAD_FAMILY_XBOX] = {"A", "B", "X", "Y", "View", "Guide", "Menu", "LS", "RS", "LB", "RB", "Up",
                             "Down", "Left", "Right", "LT", "RT"},
        [PAD_FAMILY_PLAYSTATION] = {"Cross", "Circle", "Square", "Triangle", "Share", "PS", "Options", "L3",
                                    "R3", "L1", "R1", "Up", "Down", "Left", "Right", "L2", "R2"},
        /* the lower button of a Nintendo pad is printed B */
        [PAD_FAMILY_NINTENDO] = {"B", "A", "Y", "X", "-", "Home", "+", "LS", "RS", "L", "R", "Up", "Down",
                                 "Left", "Right", "ZL", "ZR"},
    };
    if (button < 0 || button >= PAD_BUTTON_COUNT) return (Str){"", 0};
    return str_of(labels[ui->state->pad_family][button]);
}

void prompt_playstation(Ui *ui, PadButton button, Rect rect, Color color)
{
    float s = rect.h * 0.18f;
    Vec c = rect_center(rect);
    switch ((int)button) {
    case PAD_A:
        draw_line(ui->draw, (Vec[]){{c.x - s, c.y - s}, {c.x + s, c.y + s}}, 2, 2, color);
        draw_line(ui->draw, (Vec[]){{c.x + s, c.y - s}, {c.x - s, c.y + s}}, 2, 2, color);
        break;
    case PAD_B:
        draw_arc(ui->draw,
                 (DrawArc){.center = c, .radius = s * 1.15f, .width = 2, .sweep_deg = 360, .color = color});
        break;
    case PAD_X: {
        Vec box[] = {{c.x - s, c.y - s},
                     {c.x + s, c.y - s},
                     {c.x + s, c.y + s},
                     {c.x - s, c.y + s},
                     {c.x - s, c.y - s}};
        draw_line(ui->draw, box, 5, 2, color);
        break;
    }
    default: {
        Vec box[] = {{c.x, c.y - s * 1.2f},
                     {c.x + s * 1.15f, c.y + s * .8f},
                     {c.x - s * 1.15f, c.y + s * .8f},
                     {c.x, c.y - s * 1.2f}};
        draw_line(ui->draw, box, 4, 2, color);
        break;
    }
    }
}
