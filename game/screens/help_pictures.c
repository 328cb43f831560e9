#include <math.h>

#include "screens/help_state.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define TILE_W 88
#define TILE_H 52

/* A small tile with its mark and two lines that stand for words. `mark` TOKEN_TERM_MARK or TOKEN_DEF_MARK. */
static void draw_tile(Ui *ui, Rect rect, bool is_term, Token line, float lift)
{
    PaintRaised raised = {.rect = rect,
                          .radius = 10,
                          .top = ui_color(ui, TOKEN_TILE0),
                          .bottom = ui_color(ui, TOKEN_TILE1),
                          .line = ui_color(ui, line),
                          .line_width = line == TOKEN_LINE ? 0 : 2,
                          .edge = ui_color(ui, TOKEN_EDGE),
                          .lift = lift};
    paint_raised(ui, &raised);
    float y = rect.y - lift;
    Vec mark = {rect.x + 16, y + rect.h / 2};
    if (is_term)
        paint_term_mark(ui, mark, 12, ui_color(ui, TOKEN_TERM_MARK));
    else
        paint_def_mark(ui, mark, 12, ui_color(ui, TOKEN_DEF_MARK));
    Color word = ui_color(ui, TOKEN_LINE2);
    draw_rect(ui->draw, (Rect){rect.x + 30, y + rect.h / 2 - 8, rect.w - 44, 5}, 2.5f, word);
    draw_rect(ui->draw, (Rect){rect.x + 30, y + rect.h / 2 + 3, (rect.w - 44) * 0.6f, 5}, 2.5f, word);
}

static void draw_badge(Ui *ui, Vec c, bool is_right)
{
    Rect box = {c.x - 14, c.y - 14, 28, 28};
    icon_draw(ui->draw, is_right ? ICON_TICK_CIRCLE : ICON_CROSS_CIRCLE, box,
              ui_color(ui, is_right ? TOKEN_OK : TOKEN_BAD),
              ui_color(ui, is_right ? TOKEN_OK_INK : TOKEN_BAD_INK));
}

static void draw_words(Ui *ui, Rect box, Str text, TextSize size, Token color)
{
    LabelStyle style = {
        .size = size, .weight = WEIGHT_BOLD, .color = color, .align = TEXT_ALIGN_CENTER, .is_hud = true};
    label_draw(ui, box, text, &style);
}

void help_draw_pair(Ui *ui, Rect box)
{
    Rect left = {box.x, box.y + (box.h - TILE_H) / 2, TILE_W, TILE_H};
    Rect right = {box.x + box.w - TILE_W, left.y, TILE_W, TILE_H};
    draw_tile(ui, left, true, TOKEN_TERM, 4);
    draw_tile(ui, right, false, TOKEN_DEF, 4);
    draw_badge(ui, rect_center(box), true);
}

void help_draw_decoys(Ui *ui, Rect box)
{
    for (int i = 0; i < 4; i++) {
        Rect rect = {box.x + (i % 2 ? box.w - TILE_W : 0), box.y + 2 + (float)(i / 2) * (TILE_H + 12), TILE_W,
                     TILE_H};
        draw_tile(ui, rect, i == 0, TOKEN_LINE, 0);
    }
    draw_words(ui, (Rect){box.x + box.w - 34, box.y + TILE_H + 2, 28, 28}, STR("?"), T24, TOKEN_BAD);
}

void help_draw_cost(Ui *ui, Rect box)
{
    static const Str costs[] = {STR_INIT("+1 s"), STR_INIT("+2 s"), STR_INIT("+3 s")};
    for (int i = 0; i < 3; i++) {
        Rect cell = layout_column(box, i, 3, 4);
        float side = 34 + 8 * (float)i;
        Rect mark = layout_center((Rect){cell.x, cell.y, cell.w, cell.h - 34}, side, side);
        icon_draw(ui->draw, ICON_CROSS_CIRCLE, mark, ui_color(ui, TOKEN_BAD), ui_color(ui, TOKEN_BAD_INK));
        draw_words(ui, (Rect){cell.x, cell.y + cell.h - 30, cell.w, 28}, costs[i], T20, TOKEN_BAD);
    }
}

void help_draw_score(Ui *ui, Rect box)
{
    float radius = fminf(box.w, box.h) / 2 - 8;
    Vec c = rect_center(box);
    paint_segments(ui, c, radius, 10, 6, ui_color(ui, TOKEN_STREAK), ui_color(ui, TOKEN_LINE2));
    draw_words(ui, (Rect){c.x - radius, c.y - 20, 2 * radius, 40}, STR("×3"), T32, TOKEN_STREAK);
}

void help_draw_question(Ui *ui, Rect box)
{
    Rect prompt = layout_cut_top(&box, 36, 10);
    paint_card(ui, prompt, 10, TOKEN_SURFACE, TOKEN_LINE2);
    paint_def_mark(ui, (Vec){prompt.x + 16, prompt.y + 18}, 12, ui_color(ui, TOKEN_DEF_MARK));
    draw_rect(ui->draw, (Rect){prompt.x + 32, prompt.y + 15, prompt.w - 48, 6}, 3, ui_color(ui, TOKEN_LINE2));
    for (int i = 0; i < 4; i++) {
        Rect cell = layout_cell(box, i, 2, (box.h - 10) / 2, 10);
        bool is_right = i == 2;
        paint_card(ui, cell, 10, is_right ? TOKEN_OK_TINT : TOKEN_RAISED, is_right ? TOKEN_OK : TOKEN_LINE);
        Vec mark = {cell.x + 14, cell.y + cell.h / 2};
        paint_term_mark(ui, mark, 10, ui_color(ui, TOKEN_TERM_MARK));
        draw_rect(ui->draw, (Rect){cell.x + 26, mark.y - 3, cell.w * 0.4f, 6}, 3, ui_color(ui, TOKEN_LINE2));
        if (is_right) draw_badge(ui, (Vec){cell.x + cell.w - 14, cell.y + 4}, true);
    }
}

void help_draw_lives(Ui *ui, Rect box)
{
    for (int i = 0; i < 3; i++) {
        Rect cell = layout_column(box, i, 3, 8);
        Rect mark = layout_center(cell, 44, 44);
        Color color = ui_color(ui, i == 0 ? TOKEN_LINE2 : TOKEN_BAD);
        icon_draw(ui->draw, i == 0 ? ICON_CROSS_CIRCLE : ICON_TARGET, mark, color,
                  ui_color(ui, TOKEN_SURFACE));
    }
}

void help_draw_clock(Ui *ui, Rect box)
{
    float radius = fminf(box.w, box.h) / 2 - 8;
    Vec c = rect_center(box);
    paint_ring(ui, c, radius, 10, 0.7f, ui_color(ui, TOKEN_TERM), ui_color(ui, TOKEN_WELL));
    Rect mark = {c.x - radius / 2, c.y - radius / 2, radius, radius};
    icon_draw(ui->draw, ICON_STOPWATCH, mark, ui_color(ui, TOKEN_SOFT), ui_color(ui, TOKEN_SOFT));
}

void help_draw_keys(Ui *ui, Rect box)
{
    static const int keys[] = {KEY_1, KEY_2, KEY_3, KEY_4, KEY_Q, KEY_W, KEY_E, KEY_R};
    float side = fminf(44, (box.w - 24) / 4), left = box.x + (box.w - 4 * side - 24) / 2;
    float top = box.y + (box.h - 2 * side - 10) / 2;
    for (int i = 0; i < 8; i++) {
        Rect cap = {left + (float)(i % 4) * (side + 8), top + (float)(i / 4) * (side + 10), side, side};
        Str label = ui->platform->key_label(ui->platform->self, keys[i], ui->frame);
        paint_card(ui, rect_inset(cap, 1), 8, TOKEN_WELL, TOKEN_LINE2);
        draw_words(ui, cap, label, T20, TOKEN_TEXT);
    }
}

void help_draw_pad(Ui *ui, Rect box)
{
    static const struct {
        float x, y;
        Token color;
        PadButton button;
    } face[] = {{-1, 0, TOKEN_PAD_X, PAD_X},
                {0, -1, TOKEN_PAD_Y, PAD_Y},
                {0, 1, TOKEN_PAD_A, PAD_A},
                {1, 0, TOKEN_PAD_B, PAD_B}};
    Vec c = rect_center(box);
    for (int i = 0; i < 4; i++) {
        Vec at = {c.x + face[i].x * 38, c.y + face[i].y * 38};
        Rect ring = {at.x - 18, at.y - 18, 36, 36};
        Color color = ui_color(ui, face[i].color);
        draw_shape(ui->draw, (DrawShape){.rect = ring,
                                         .radius = 18,
                                         .fill_top = ui_color(ui, TOKEN_WELL),
                                         .fill_bottom = ui_color(ui, TOKEN_WELL),
                                         .border = 2.5f,
                                         .border_color = color});
        draw_words(ui, ring, str_format(ui->frame, "%c", "ABXY"[face[i].button]), T18, face[i].color);
    }
}

void help_draw_pointer(Ui *ui, Rect box)
{
    Rect tile = layout_center(box, TILE_W * 1.3f, TILE_H * 1.2f);
    draw_tile(ui, tile, true, TOKEN_TERM, 4);
    Vec tip = {tile.x + tile.w * 0.72f, tile.y + tile.h * 0.55f};
    const Vec arrow[] = {tip,
                         {tip.x, tip.y + 34},
                         {tip.x + 9, tip.y + 26},
                         {tip.x + 16, tip.y + 40},
                         {tip.x + 22, tip.y + 37},
                         {tip.x + 15, tip.y + 23},
                         {tip.x + 26, tip.y + 22}};
    draw_polygon(ui->draw, arrow, 7, ui_color(ui, TOKEN_TEXT));
}

void help_draw_pause(Ui *ui, Rect box)
{
    Rect tile = layout_center(box, TILE_W * 1.5f, TILE_H * 1.6f);
    paint_well(ui, tile, 14);
    Rect mark = layout_center(tile, 44, 44);
    icon_draw(ui->draw, ICON_PAUSE, mark, ui_color(ui, TOKEN_SOFT), ui_color(ui, TOKEN_SOFT));
}

void help_draw_boards(Ui *ui, Rect box)
{
    static const int cards[] = {4, 6, 3};
    for (int i = 0; i < 3; i++) {
        Rect cell = layout_column(box, i, 3, 10);
        Color color = ui_color(ui, i == 1 ? TOKEN_STREAK : TOKEN_LINE2);
        for (int k = 0; k < cards[i]; k++)
            draw_rect(ui->draw, (Rect){cell.x, cell.y + cell.h - 10 - 13 * (float)k, cell.w, 10}, 4, color);
    }
    Rect crown = {box.x + box.w / 2 - 14, box.y + box.h - 6 * 13 - 32, 28, 28};
    icon_draw(ui->draw, ICON_CROWN, crown, ui_color(ui, TOKEN_DEF), ui_color(ui, TOKEN_DEF));
}

void help_draw_folder(Ui *ui, Rect box)
{
    Rect mark = layout_center(box, 84, 84);
    icon_draw(ui->draw, ICON_FOLDER, mark, ui_color(ui, TOKEN_DEF), ui_color(ui, TOKEN_DEF));
    paint_term_mark(ui, (Vec){box.x + box.w / 2 - 12, box.y + box.h / 2 + 8}, 14,
                    ui_color(ui, TOKEN_TERM_MARK));
    paint_def_mark(ui, (Vec){box.x + box.w / 2 + 12, box.y + box.h / 2 + 8}, 14,
                   ui_color(ui, TOKEN_DEF_MARK));
}

void help_draw_stars(Ui *ui, Rect box)
{
    for (int i = 0; i < 3; i++) {
        Rect mark = layout_center(layout_column(box, i, 3, 0), 48, 48);
        if (i == 1) mark.y -= 10;
        icon_draw(ui->draw, ICON_STAR, mark, ui_color(ui, TOKEN_DEF), ui_color(ui, TOKEN_DEF));
    }
}

/* A tile with the icon that stands for the same thing on its own screen. */
static void draw_icon_tile(Ui *ui, Rect box, Icon icon, Token color, Token tint)
{
    Rect tile = layout_center(box, TILE_W * 1.2f, TILE_H * 1.8f);
    PaintRaised raised = {.rect = tile,
                          .radius = 14,
                          .top = ui_color(ui, tint),
                          .bottom = ui_color(ui, TOKEN_TILE1),
                          .line = ui_color(ui, TOKEN_LINE),
                          .edge = ui_color(ui, TOKEN_EDGE),
                          .lift = 4};
    paint_raised(ui, &raised);
    tile.y -= raised.lift;
    icon_draw(ui->draw, icon, layout_center(tile, 52, 52), ui_color(ui, color), ui_color(ui, color));
}

void help_draw_learn(Ui *ui, Rect box)
{
    draw_icon_tile(ui, box, ICON_TYPING, TOKEN_OK, TOKEN_OK_TINT);
}

void help_draw_test(Ui *ui, Rect box)
{
    draw_icon_tile(ui, box, ICON_TEST, TOKEN_PAD_X, TOKEN_SURFACE);
}

void help_draw_cards(Ui *ui, Rect box)
{
    draw_icon_tile(ui, box, ICON_FLASHCARD, TOKEN_SOFT, TOKEN_SURFACE);
}

void help_draw_spaced(Ui *ui, Rect box)
{
    draw_icon_tile(ui, box, ICON_DECAY, TOKEN_STREAK, TOKEN_STREAK_TINT);
}

void help_draw_memory(Ui *ui, Rect box)
{
    draw_icon_tile(ui, box, ICON_CHART, TOKEN_TERM, TOKEN_TERM_TINT);
}

void help_draw_import(Ui *ui, Rect box)
{
    draw_icon_tile(ui, box, ICON_ARROW_DOWN, TOKEN_TERM, TOKEN_TERM_TINT);
}

void help_draw_edit(Ui *ui, Rect box)
{
    draw_icon_tile(ui, box, ICON_PENCIL, TOKEN_SOFT, TOKEN_SURFACE);
}

void help_draw_export(Ui *ui, Rect box)
{
    draw_icon_tile(ui, box, ICON_ARROW_RIGHT, TOKEN_DEF, TOKEN_DEF_TINT);
}
