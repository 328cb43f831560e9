#include <assert.h>

#include "ui/ui_state.h"

void ui_keep_moving(Ui *ui)
{
    ui->state->is_moving = true;
}

void ui_wake_at(Ui *ui, int64_t at_ms)
{
    if (at_ms < ui->state->wake_at_ms) ui->state->wake_at_ms = at_ms;
}

/* Part of a span of time that has passed; keeps the screen awake as needed. */
static float passed(Ui *ui, int64_t start_ms, int ms)
{
    int64_t since = ui->in.now_ms - start_ms;
    if (since < 0) {
        ui_wake_at(ui, start_ms);
        return 0;
    }
    if (ms <= 0 || since >= ms) return 1;
    ui_keep_moving(ui);
    return (float)since / (float)ms;
}

float ui_progress(Ui *ui, int64_t start_ms, int ms, bool is_kept)
{
    if (ui->in.reduced_motion && !is_kept) return ui->in.now_ms >= start_ms ? 1 : passed(ui, start_ms, 0);
    return passed(ui, start_ms, ms);
}

static float glide_value(Ui *ui, const KeepSlot *slot, Easing easing)
{
    float t = ease(easing, passed(ui, slot->start_ms, slot->ms));
    return slot->from + (slot->to - slot->from) * t;
}

typedef struct {
    float from, target;
    int delay_ms, ms;
    Easing easing;
} Glide;

static float glide(Ui *ui, UiId id, const Glide *g)
{
    UiState *s = ui->state;
    bool is_new;
    int64_t now_ms = ui->in.now_ms;
    KeepSlot *slot = keep_get(&s->glides, id, s->pass, &is_new);
    if (is_new) {
        slot->from = g->from;
        slot->to = g->target;
        slot->start_ms = now_ms + g->delay_ms;
        slot->ms = g->ms;
    } else if (slot->to != g->target) {
        slot->from = glide_value(ui, slot, g->easing);
        slot->to = g->target;
        slot->start_ms = now_ms;
        slot->ms = g->ms;
    }
    if (slot->from == slot->to) return slot->to;
    return glide_value(ui, slot, g->easing);
}

float ui_animate(Ui *ui, UiId id, float target, int ms, Easing easing)
{
    return ui_animate_from(ui, id, target, target, 0, ms, easing);
}

float ui_animate_from(Ui *ui, UiId id, float from, float target, int delay_ms, int ms, Easing easing)
{
    Glide g = {from, target, delay_ms, ms, easing};
    if (ui->in.reduced_motion) g = (Glide){target, target, 0, 0, easing};
    return glide(ui, id, &g);
}

float ui_fade(Ui *ui, UiId id, float from, float target, int ms, int reduced_ms)
{
    Glide g = {from, target, 0, ui->in.reduced_motion ? reduced_ms : ms, EASE_CUBIC_OUT};
    return glide(ui, id, &g);
}

void ui_jump(Ui *ui, UiId id, float value)
{
    bool is_new;
    KeepSlot *slot = keep_get(&ui->state->glides, id, ui->state->pass, &is_new);
    slot->from = slot->to = value;
}

float *ui_keep(Ui *ui, UiId id, float first)
{
    UiState *s = ui->state;
    bool is_new;
    KeepSlot *slot = keep_get(&s->kept, id, s->pass, &is_new);
    if (is_new) slot->to = first;
    return &slot->to;
}

TypeSize ui_type(const Ui *ui, TextSize size)
{
    return theme_type(size, ui->in.text_percent, false);
}

float ui_grow(const Ui *ui, float base, TextSize size, int lines)
{
    return base + (float)lines * (ui_type(ui, size).line - theme_type(size, 100, false).line);
}
