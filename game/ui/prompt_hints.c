#include <math.h>

#include "ui/paint.h"
#include "ui/prompt.h"

enum { GAP = 32, TRIGGER_GAP = 8, LABEL_GAP = 10, LARGE_TEXT = 200, SHOWN_AT_LARGE = 3, TOUCH_PAD = 14 };

static const LabelStyle LABEL = {T18, WEIGHT_MEDIUM, TOKEN_MUTED, TEXT_ALIGN_LEFT, false, false, 1};

static float triggers_width(Ui *ui, const Hint *hint)
{
    float w = 0;
    for (int i = 0; i < hint->trigger_count; i++) {
        float one = prompt_size(ui, hint->triggers[i]).x;
        if (one > 0) w += one + (w > 0 ? TRIGGER_GAP : 0);
    }
    return w;
}

/* A finger needs no prompt, but something to press. */
static bool is_chip(const Ui *ui, const Hint *hint)
{
    return ui->in.device == DEVICE_TOUCH && hint->is_control;
}

static float hint_width(Ui *ui, const Hint *hint)
{
    float label = ceilf(label_width(ui, hint->label, &LABEL));
    if (is_chip(ui, hint)) return label + 2 * TOUCH_PAD;
    float triggers = triggers_width(ui, hint);
    return triggers > 0 ? triggers + LABEL_GAP + label : 0;
}

static void draw_hint(Ui *ui, const Hint *hint, Rect rect, bool is_hovered)
{
    LabelStyle style = LABEL;
    if (is_hovered) style.color = TOKEN_TEXT;
    paint_layer(ui, rect);
    if (is_chip(ui, hint)) {
        paint_card(ui, rect, rect.h / 2, TOKEN_SURFACE, TOKEN_LINE);
        style.align = TEXT_ALIGN_CENTER;
        label_draw(ui, rect, hint->label, &style);
    } else {
        float x = rect.x, middle = rect.y + rect.h / 2;
        for (int i = 0; i < hint->trigger_count; i++) {
            float w = prompt_draw_left(ui, hint->triggers[i], (Vec){x, middle}, PROMPT_NORMAL);
            if (w > 0) x += w + TRIGGER_GAP;
        }
        x += LABEL_GAP - TRIGGER_GAP;
        label_draw(ui, (Rect){x, rect.y, rect.x + rect.w - x + 1, rect.h}, hint->label, &style);
    }
    paint_layer_end(ui);
}

static bool put_hint(Ui *ui, const Hint *hint, Rect rect, int index)
{
    UiWidget w = {.id = ui_id_index(ui_id("hint"), index),
                  .role = hint->is_control ? ROLE_BUTTON : ROLE_TEXT,
                  .label = hint->label,
                  .flags = hint->is_control ? UI_POINTER : 0,
                  .rect = rect,
                  .trigger = hint->is_control ? hint->triggers[0] : ui_on_command(COMMAND_NONE)};
    UiHit hit = ui_widget(ui, &w);
    if (rect.w > 0) draw_hint(ui, hint, rect, hit.is_hovered || hit.is_pressed);
    return hit.is_activated;
}

static int controls_from(const Hint *hints, int count, int from)
{
    int controls = 0;
    for (int i = from; i < count; i++) controls += hints[i].is_control;
    return controls;
}

static float all_width(Ui *ui, const Hint *hints, int count)
{
    float width = 0;
    for (int i = 0; i < count; i++) {
        float w = hint_width(ui, &hints[i]);
        width += w > 0 ? w + GAP : 0;
    }
    return width - GAP;
}

int prompt_hints(Ui *ui, Rect bar, const Hint *hints, int count)
{
    int most = ui->in.text_percent >= LARGE_TEXT ? SHOWN_AT_LARGE : count;
    bool is_tight = all_width(ui, hints, count) > bar.w;
    int answer = -1, shown = 0;
    float x = bar.x, right = bar.x + bar.w;
    for (int i = 0; i < count; i++) {
        /* what can be pressed goes before what is only told: a mouse has no other way to it */
        int controls = hints[i].is_control ? 0 : controls_from(hints, count, i + 1);
        int taken = is_tight && controls > 0 ? most : shown + controls;
        float w = taken < most ? hint_width(ui, &hints[i]) : 0;
        if (x + w > right) w = 0;
        Rect rect = {hints[i].is_last ? right - w : x, bar.y, w, bar.h};
        if (put_hint(ui, &hints[i], rect, i)) answer = i;
        if (w <= 0) continue;
        shown++;
        if (hints[i].is_last)
            right -= w + GAP;
        else
            x += w + GAP;
    }
    return answer;
}
