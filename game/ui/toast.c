#include <math.h>
#include <string.h>

#include "ui/dialog.h"
#include "ui/label.h"
#include "ui/paint.h"

enum {
    FADE_MS = 180,
    NEWS_MS = 3000,
    ERROR_MS = 8000,
    PAD = 20,
    ICON_SIDE = 24,
    WIDEST = 900,
    ABOVE_FOOT = 72
};

static const LabelStyle TEXT = {T20, WEIGHT_SEMI, TOKEN_TEXT, TEXT_ALIGN_START, false, false, 3};

void toast_show(Toast *toast, ToastKind kind, Str text, int64_t now_ms)
{
    size_t size = text.size < sizeof toast->text ? text.size : sizeof toast->text - 1;
    while (size > 0 && size < text.size && ((unsigned char)text.data[size] & 0xC0) == 0x80) size--;
    memcpy(toast->text, text.data, size);
    toast->text[size] = '\0';
    toast->kind = kind;
    toast->since_ms = now_ms;
    toast->until_ms = now_ms + (kind == TOAST_ERROR ? ERROR_MS : NEWS_MS);
}

/* Fades in and out; between, the screen may sleep. */
static float visible(Ui *ui, const Toast *toast)
{
    float in = ui_progress(ui, toast->since_ms, FADE_MS, true);
    float out = ui_progress(ui, toast->until_ms - FADE_MS, FADE_MS, true);
    return in * (1 - out);
}

static Icon icon_of(ToastKind kind)
{
    if (kind == TOAST_OK) return ICON_TICK_CIRCLE;
    return kind == TOAST_ERROR ? ICON_CROSS_CIRCLE : ICON_INFO;
}

static Token color_of(ToastKind kind)
{
    if (kind == TOAST_OK) return TOKEN_OK;
    return kind == TOAST_ERROR ? TOKEN_BAD : TOKEN_TERM;
}

void toast_draw(Ui *ui, const Toast *toast)
{
    if (ui->in.now_ms >= toast->until_ms || toast->text[0] == '\0') return;
    Str text = str_of(toast->text);
    Rect canvas = ui->in.view.canvas;
    float side = ui_grow(ui, ICON_SIDE, T20, 1);
    float room = fminf(WIDEST, canvas.w - 80) - 2 * PAD - side - 12;
    float w = fminf(ceilf(label_width(ui, text, &TEXT)) + 1, room);
    float h = label_height(ui, text, &TEXT, w);
    Rect rect = {0, 0, w + 2 * PAD + side + 12, h + 24};
    rect.x = canvas.x + (canvas.w - rect.w) / 2;
    rect.y = canvas.y + canvas.h - ABOVE_FOOT - rect.h;
    paint_layer_moved(ui, rect, (Vec){0, 0}, 1, visible(ui, toast));
    paint_raised(ui, &(PaintRaised){.rect = rect,
                                    .radius = 16,
                                    .top = ui_color(ui, TOKEN_RAISED),
                                    .bottom = ui_color(ui, TOKEN_RAISED),
                                    .line = ui_color(ui, color_of(toast->kind)),
                                    .edge = ui_color(ui, TOKEN_EDGE)});
    Rect icon = {rect.x + PAD, rect.y + (rect.h - side) / 2, side, side};
    icon_draw(ui->draw, icon_of(toast->kind), icon, ui_color(ui, color_of(toast->kind)),
              ui_color(ui, TOKEN_RAISED));
    label_paragraph(ui, (Rect){icon.x + side + 12, rect.y + 12, w, h}, text, &TEXT);
    paint_layer_end(ui);
    ui_note(ui, ui_id("toast"), text, rect);
}
