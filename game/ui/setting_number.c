#include <math.h>

#include "ui/paint.h"
#include "ui/prompt.h"
#include "ui/setting.h"
#include "ui/setting_row.h"

enum { PAD = 16, HEIGHT = 44, WIDTH = 200 };

/* The next multiple of the step on that side. */
static int stepped(const SettingNumber *number, int value, int by)
{
    int to = value + by * number->step, off = value % number->step;
    if (off != 0) to = by > 0 ? value - off + number->step : value - off;
    if (to < number->low) return number->low;
    return to > number->high ? number->high : to;
}

bool setting_number(Ui *ui, const Setting *row, const SettingNumber *number, int *value)
{
    UiHit hit = setting_row_begin(ui, row, ROLE_SLIDER, number->text, ui_on_command(COMMAND_NONE));
    float h = ui_grow(ui, HEIGHT, T18, 1), room = row->rect.w - 2 * PAD;
    float w = fminf(room / 2, ui_grow(ui, WIDTH, T18, 1) * (float)ui->in.text_percent / 100);
    Rect box = {row->rect.x + row->rect.w - PAD - w, row->rect.y + (row->rect.h - h) / 2, w, h};
    setting_row_words(ui, row, w);
    SettingSide side = setting_row_compact(ui, box, number->text);
    paint_layer_end(ui);
    int before = *value, by = hit.step_x;
    if (hit.is_activated) by = setting_row_is_by_pointer(ui) && side == SETTING_LEFT ? -1 : 1;
    if (by != 0) *value = stepped(number, *value, by);
    return before != *value;
}
