#include "ui/row.h"

#include "ui/paint.h"

enum { HEIGHT = 54, RADIUS = 14 };

float row_height(const Ui *ui)
{
    return ui_grow(ui, HEIGHT, T20, 1);
}

static void draw_surface(Ui *ui, const Row *row, const UiHit *hit)
{
    Token line = row->is_selected ? TOKEN_TERM : hit->is_hovered ? TOKEN_LINE2 : TOKEN_LINE;
    if (row->look == ROW_OWN) {
        paint_card(ui, row->rect, RADIUS, TOKEN_STREAK_TINT, TOKEN_STREAK);
    } else if (row->is_selected) {
        paint_card(ui, row->rect, RADIUS, TOKEN_TERM_TINT, line);
    } else if (row->look == ROW_CARD) {
        paint_card(ui, row->rect, RADIUS, TOKEN_SURFACE, line);
    } else if (hit->is_focused || hit->is_hovered) {
        draw_rect(ui->draw, row->rect, RADIUS, ui_color(ui, TOKEN_RAISED));
    }
}

UiHit row_begin(Ui *ui, const Row *row)
{
    unsigned flags = UI_FOCUSABLE;
    if (row->is_disabled) flags |= UI_DISABLED;
    if (row->is_selected) flags |= UI_SELECTED;
    if (row->is_default) flags |= UI_DEFAULT;
    UiHit hit = ui_widget(ui, &(UiWidget){.id = row->id,
                                          .role = ROLE_ROW,
                                          .label = row->label,
                                          .value = row->value,
                                          .flags = flags,
                                          .rect = row->rect,
                                          .radius = RADIUS,
                                          .trigger = row->trigger,
                                          .group = row->group});
    paint_layer(ui, row->rect);
    draw_surface(ui, row, &hit);
    return hit;
}

void row_end(Ui *ui)
{
    paint_layer_end(ui);
}

RowCells row_cells(Rect row, const float *shares, int count, float gap)
{
    float fixed = gap * (float)(count - 1), parts = 0;
    for (int i = 0; i < count; i++) {
        if (shares[i] < 0)
            fixed -= shares[i];
        else
            parts += shares[i];
    }
    float unit = parts > 0 ? (row.w - fixed) / parts : 0;
    RowCells cells = {0};
    float x = row.x;
    for (int i = 0; i < count && i < ROW_COLUMNS_MAX; i++) {
        float w = shares[i] < 0 ? -shares[i] : shares[i] * unit;
        cells.cells[i] = (Rect){x, row.y, w > 0 ? w : 0, row.h};
        x += w + gap;
    }
    return cells;
}
