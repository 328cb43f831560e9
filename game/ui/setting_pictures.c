#include "ui/label.h"
#include "ui/paint.h"
#include "ui/setting_row.h"

enum { PICTURE_W = 112, PICTURE_H = 62, GAP = 20, PAD = 16, RADIO = 18, HEIGHT = 120 };

static const LabelStyle NAME = {T18, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_LEFT, false, false, 1};

/* From this text size on the label stands above the pictures. */
static bool is_stacked(const Ui *ui)
{
    return ui->in.text_percent >= 150;
}

float setting_pictures_height(const Ui *ui)
{
    return ui_grow(ui, HEIGHT, T18, 1) + (is_stacked(ui) ? ui_type(ui, T20).line : 0);
}

static void draw_mini(Ui *ui, const Theme *theme, Rect box, Token mark, bool is_round)
{
    DrawShape tile = {.rect = box,
                      .radius = 8,
                      .fill_top = theme_color(theme, TOKEN_RAISED),
                      .fill_bottom = theme_color(theme, TOKEN_RAISED),
                      .border = 1.5f,
                      .border_color = theme_color(theme, TOKEN_LINE2)};
    draw_shape(ui->draw, tile);
    Vec c = rect_center(box);
    if (is_round)
        paint_term_mark(ui, c, 14, theme_color(theme, mark));
    else
        paint_def_mark(ui, c, 14, theme_color(theme, mark));
}

void setting_theme_picture(Ui *ui, int option, Rect box)
{
    const Theme *theme = theme_get((ThemeId)option);
    draw_shape(ui->draw, (DrawShape){.rect = box,
                                     .radius = 12,
                                     .fill_top = theme_color(theme, TOKEN_BG0),
                                     .fill_bottom = theme_color(theme, TOKEN_BG1),
                                     .border = 2,
                                     .border_color = theme_color(theme, TOKEN_LINE2)});
    draw_mini(ui, theme, (Rect){box.x + 12, box.y + 14, 38, 34}, TOKEN_TERM_MARK, true);
    draw_mini(ui, theme, (Rect){box.x + 58, box.y + 14, 38, 34}, TOKEN_DEF_MARK, false);
}

static void draw_radio(Ui *ui, Vec c, bool is_on)
{
    Color color = ui_color(ui, is_on ? TOKEN_TERM : TOKEN_LINE2);
    draw_arc(ui->draw,
             (DrawArc){.center = c, .radius = 7.5f, .width = 2.5f, .sweep_deg = 360, .color = color});
    if (is_on) paint_term_mark(ui, c, 8, color);
}

static void draw_option(Ui *ui, Rect cell, Str name, bool is_on)
{
    LabelStyle style = NAME;
    if (is_on) style.color = TOKEN_TEXT, style.weight = WEIGHT_SEMI;
    float line = ui_type(ui, T18).line, w = label_width(ui, name, &style);
    float x = cell.x + (cell.w - w - RADIO - 8) / 2, y = cell.y + PICTURE_H + 8;
    draw_radio(ui, (Vec){x + RADIO / 2.0f, y + line / 2}, is_on);
    label_draw(ui, (Rect){x + RADIO + 8, y, w + 1, line}, name, &style);
}

static float cell_width(Ui *ui, const Str *options, int count)
{
    float w = PICTURE_W;
    for (int i = 0; i < count; i++) {
        float name = label_width(ui, options[i], &NAME) * 1.05f + RADIO + 10;
        if (name > w) w = name;
    }
    return w;
}

bool setting_pictures(Ui *ui, const Setting *row, const Str *options, int count, SettingPicture *draw,
                      int *selected)
{
    UiHit hit = setting_row_begin(ui, row, ROLE_CHOICE, options[*selected], ui_on_command(COMMAND_NONE));
    float w = cell_width(ui, options, count), all = w * (float)count + GAP * (float)(count - 1);
    float h = PICTURE_H + 8 + ui_type(ui, T18).line;
    float x = row->rect.x + row->rect.w - PAD - all, y = row->rect.y + (row->rect.h - h) / 2;
    int under = -1;
    Setting words = *row;
    if (is_stacked(ui)) {
        words.rect.h = ui_type(ui, T20).line + 16;
        y = row->rect.y + row->rect.h - h - 8;
    }
    setting_row_words(ui, &words, is_stacked(ui) ? 0 : all);
    for (int i = 0; i < count; i++) {
        Rect cell = {x + (float)i * (w + GAP), y, w, h};
        draw(ui, i, (Rect){cell.x + (w - PICTURE_W) / 2, y, PICTURE_W, PICTURE_H});
        draw_option(ui, cell, options[i], i == *selected);
        if (rect_has(cell, ui->pointer)) under = i;
    }
    paint_layer_end(ui);
    int to = *selected + hit.step_x;
    bool is_pointer = ui->in.action.kind == ACTION_POINTER_UP;
    if (hit.is_activated && is_pointer && under >= 0) to = under;
    if (hit.is_activated && !is_pointer) to = (*selected + 1) % count;
    if (to < 0 || to >= count || to == *selected) return false;
    *selected = to;
    return true;
}
