#include <stdio.h>

#include "screens/bindings_state.h"
#include "screens/menu.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define SECOND_MS 1000

/* A key or button of any meaning; other events are nobody's answer. */
static bool is_press(const Action *action)
{
    if (action->kind != ACTION_COMMAND && action->kind != ACTION_KEY) return false;
    InputEventKind kind = action->event.kind;
    return (kind == INPUT_KEY_DOWN || kind == INPUT_PAD_DOWN) && !action->event.is_repeat;
}

static Intent take(Ui *ui, BindingsState *state, const Model *model, const InputEvent *event)
{
    BindingsAnswer answer = bindings_answer(&model->settings.bindings, state->waiting, event, ui->frame);
    if (answer.refusal.size > 0) {
        snprintf(state->refusal, sizeof state->refusal, "%.*s", STR_FMT(answer.refusal));
        state->until_ms = ui->in.now_ms + 5 * SECOND_MS;
        return intent_none();
    }
    state->waiting = COMMAND_NONE;
    state->next = answer.swap;
    return answer.bind;
}

static void put_words(Ui *ui, const BindingsState *state, Rect box)
{
    LabelStyle body = {.size = T20, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_LEFT};
    LabelStyle bad = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_BAD, .align = TEXT_ALIGN_LEFT};
    int64_t left = state->until_ms - ui->in.now_ms;
    Str wait =
        str_format(ui->frame, "Press a key or a pad button. Nothing changes if none comes within %d s.",
                   (int)((left + SECOND_MS - 1) / SECOND_MS));
    Str text = state->refusal[0] ? str_of(state->refusal) : wait;
    ui_wake_at(ui, state->until_ms - (left - 1) / SECOND_MS * SECOND_MS);
    paint_layer(ui, box);
    label_paragraph(ui, box, text, state->refusal[0] ? &bad : &body);
    paint_layer_end(ui);
    ui_note(ui, ui_id("wait-words"), text, box);
}

Intent bindings_wait_put(Ui *ui, BindingsState *state, const Model *model)
{
    Str title = str_format(ui->frame, "A new key for “%s”", command_label(state->waiting));
    float button = button_height(ui, false), lines = 3 * ui_type(ui, T20).line;
    Rect box = dialog_begin(ui, ui_id("wait-dialog"), title,
                            menu_dialog_size(ui, ui_grow(ui, 620, T20, 8),
                                             56 + ui_type(ui, T32).line + 16 + lines + 20 + button));
    Intent intent = intent_none();
    /* not the free action: arrows were taken for the focus before the pass began */
    if (ui_is_scope_active(ui) && is_press(&ui->in.action)) {
        ui_consume(ui);
        intent = take(ui, state, model, &ui->in.action.event);
    }
    Button cancel = {.id = ui_id("wait-cancel"),
                     .rect = layout_cut_bottom(&box, button, 20),
                     .label = STR("Cancel"),
                     .is_centered = true};
    if (button_put(ui, &cancel) || ui->in.now_ms >= state->until_ms) state->waiting = COMMAND_NONE;
    put_words(ui, state, box);
    dialog_end(ui);
    if (state->waiting == COMMAND_NONE) ui_keep_moving(ui);
    return intent;
}
