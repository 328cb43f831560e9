#include "ui/dialog.h"

#include <math.h>

#include "ui/button.h"
#include "ui/label.h"
#include "ui/layout.h"
#include "ui/paint.h"
#include "ui/ui_state.h"

enum { PAD = 32, RISE = 12, FADE_MS = 140, ASK_WIDTH = 600, GAP = 16, ICON_SIDE = 40 };

static const LabelStyle TITLE = {T32, WEIGHT_BOLD, TOKEN_TEXT, TEXT_ALIGN_START, false, false, 0};
static const LabelStyle BODY = {T20, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_START, false, false, 0};

Rect dialog_begin(Ui *ui, UiId id, Str title, Vec size)
{
    UiState *s = ui->state;
    float part = ui_fade(ui, ui_id_index(id, 1), 0, 1, FADE_MS, 80);
    paint_veil(ui, part);
    Rect safe = rect_is_empty(ui->in.view.safe) ? ui->in.view.canvas : ui->in.view.safe;
    Rect rect = layout_center(safe, fminf(size.x, safe.w), fminf(size.y, safe.h));
    s->alpha_before = ui->draw->alpha;
    s->dy_before = ui->draw->dy;
    ui->draw->alpha *= part;
    if (!ui->in.reduced_motion) ui->draw->dy += RISE * (1 - part);
    ui_scope_begin(ui, id);
    paint_layer(ui, rect);
    paint_panel(ui, rect);
    Rect inside = layout_pad(rect, PAD, PAD - 4);
    if (title.size) {
        Rect head = layout_cut_top(&inside, label_height(ui, title, &TITLE, inside.w), GAP);
        label_paragraph(ui, head, title, &TITLE);
        ui_note(ui, ui_id_index(id, 2), title, head);
    }
    paint_layer_end(ui);
    return inside;
}

void dialog_end(Ui *ui)
{
    ui_scope_end(ui);
    ui->draw->alpha = ui->state->alpha_before;
    ui->draw->dy = ui->state->dy_before;
}

float dialog_inner_width(float width)
{
    return width - 2 * PAD;
}

float dialog_frame_height(Ui *ui, Str title, float width)
{
    float head = label_height(ui, title, &TITLE, dialog_inner_width(width));
    return 2 * (PAD - 4) + (title.size ? head + GAP : 0);
}

static Button answer_button(const DialogQuestion *q, int index)
{
    return (Button){.id = ui_id_index(q->id, 10 + index),
                    .label = q->answers[index],
                    .kind = index == q->danger ? BUTTON_DANGER : BUTTON_NORMAL,
                    .shows_confirm = false,
                    .is_default = index == q->default_answer,
                    .is_centered = true};
}

static bool is_stacked(Ui *ui, const DialogQuestion *q, float width)
{
    float needed = 0;
    for (int i = 0; i < q->answer_count; i++) {
        Button b = answer_button(q, i);
        needed = fmaxf(needed, button_width(ui, &b));
    }
    return needed * (float)q->answer_count + GAP * (float)(q->answer_count - 1) > width;
}

static float answers_height(Ui *ui, const DialogQuestion *q, bool stacked)
{
    float one = button_height(ui, false);
    return stacked ? one * (float)q->answer_count + GAP * (float)(q->answer_count - 1) : one;
}

static int put_answers(Ui *ui, const DialogQuestion *q, Rect area, bool stacked)
{
    int answer = -1;
    for (int i = 0; i < q->answer_count; i++) {
        Button b = answer_button(q, i);
        b.rect = stacked ? layout_row(area, i, q->answer_count, GAP)
                         : layout_column(area, i, q->answer_count, GAP);
        if (button_put(ui, &b)) answer = i;
    }
    return answer;
}

int dialog_ask(Ui *ui, const DialogQuestion *q)
{
    float width = fminf(ASK_WIDTH * fmaxf(1, (float)ui->in.text_percent / 125), ui->in.view.canvas.w - 80);
    float inner = dialog_inner_width(width), text_width = inner - (q->icon ? ICON_SIDE + GAP : 0);
    bool stacked = is_stacked(ui, q, inner);
    float text = fmaxf(label_height(ui, q->text, &BODY, text_width), q->icon ? ICON_SIDE : 0);
    float answers = answers_height(ui, q, stacked);
    float height = dialog_frame_height(ui, q->title, width) + text + 28 + answers;
    Rect inside = dialog_begin(ui, q->id, q->title, (Vec){width, height});
    Rect foot = layout_cut_bottom(&inside, answers, 28);
    paint_layer(ui, inside);
    if (q->icon) {
        Rect box = layout_cut_left(&inside, ICON_SIDE, GAP);
        box.h = ICON_SIDE;
        Color color = ui_color(ui, q->danger >= 0 ? TOKEN_BAD : TOKEN_TERM);
        icon_draw(ui->draw, q->icon, box, color, ui_color(ui, TOKEN_SURFACE));
    }
    label_paragraph(ui, inside, q->text, &BODY);
    paint_layer_end(ui);
    ui_note(ui, ui_id_index(q->id, 3), q->text, inside);
    int answer = put_answers(ui, q, foot, stacked);
    if (answer < 0 && ui_command(ui, COMMAND_BACK)) answer = q->cancel;
    dialog_end(ui);
    return answer;
}
