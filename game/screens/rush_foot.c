#include "screens/rush_foot.h"

#include <math.h>

#include "screens/hud.h"
#include "screens/reader.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define BASE_POINTS 500 /* rules, "Rush": of every right answer; speed adds up to as many */

float rush_foot_height(const Ui *ui)
{
    return hud_is_least(ui) ? ui_type(ui, T18).line + 12 : fmaxf(56, 2 * ui_type(ui, T18).line + 8);
}

Str rush_foot_verdict(Arena *arena, const Question *question)
{
    Str right = question->deal.options[question->deal.right].text;
    switch (question->answered) {
    case ANSWERED_RIGHT:
        return str_format(arena, "Right in %.*s.", STR_FMT(format_seconds(arena, question->took_ms, 1)));
    case ANSWERED_WRONG: return str_format(arena, "Not this one. It is: %.*s", STR_FMT(right));
    case ANSWERED_LATE: return str_format(arena, "Time is up. It is: %.*s", STR_FMT(right));
    case ANSWERED_NOT: break;
    }
    return (Str){0};
}

Str rush_foot_points(Arena *arena, const Question *question)
{
    if (question->answered != ANSWERED_RIGHT) return (Str){0};
    int64_t limit = question->deal.limit_ms;
    int64_t speed = limit > 0 ? BASE_POINTS * (limit - question->took_ms) / limit : 0;
    int64_t streak = question->points - BASE_POINTS - speed;
    StrBuf words;
    str_buf_init(&words, arena);
    str_buf_addf(&words, "%d base", BASE_POINTS);
    if (speed > 0) str_buf_addf(&words, ", %lld for speed", (long long)speed);
    if (streak > 0) str_buf_addf(&words, ", %lld for the streak", (long long)streak);
    str_buf_addf(&words, ".");
    return str_buf_str(&words);
}

static void draw_verdict(Ui *ui, const Question *question, int64_t decided_ms, Rect box)
{
    bool is_right = question->answered == ANSWERED_RIGHT;
    Str verdict = rush_foot_verdict(ui->frame, question), points = rush_foot_points(ui->frame, question);
    float side = ui_type(ui, T20).size * 1.4f;
    Rect icon = layout_cut_left(&box, side, 12);
    icon.y += (icon.h - side) / 2;
    icon.h = side;
    paint_layer(ui, icon);
    icon_draw(ui->draw, is_right ? ICON_TICK_CIRCLE : ICON_CROSS_CIRCLE, icon,
              ui_color(ui, is_right ? TOKEN_OK : TOKEN_BAD),
              ui_color(ui, is_right ? TOKEN_OK_INK : TOKEN_BAD_INK));
    paint_layer_end(ui);
    LabelStyle strong = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle quiet = {.size = T20, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_LEFT};
    ui_note(ui, ui_id("verdict"), str_format(ui->frame, "%.*s %.*s", STR_FMT(verdict), STR_FMT(points)), box);
    if (!is_right) {
        reader_text_draw(ui, box, verdict, decided_ms);
        return;
    }
    paint_layer(ui, box);
    float used = label_draw(ui, box, verdict, &strong) + 7;
    if (label_width(ui, points, &quiet) <= box.w - used)
        label_draw(ui, (Rect){box.x + used, box.y, box.w - used, box.h}, points, &quiet);
    paint_layer_end(ui);
}

/* One after the other, each as long as it takes to read; the focused one before all. */
static void draw_cut(Ui *ui, const CurrentRound *round, const QuestionAnswer *shown, Rect box)
{
    int64_t since = round->look->question_ms, all = 0;
    if (shown->cut_count == 0) return;
    Str text = shown->focused;
    if (text.size == 0) {
        for (int i = 0; i < shown->cut_count; i++) all += reader_text_ms(shown->cut[i]);
        int64_t at = (ui->in.now_ms - since) % all;
        int i = 0;
        for (; i < shown->cut_count - 1 && at >= reader_text_ms(shown->cut[i]); i++)
            at -= reader_text_ms(shown->cut[i]);
        text = shown->cut[i];
        since = ui->in.now_ms - at;
        if (shown->cut_count > 1) ui_wake_at(ui, ui->in.now_ms + reader_text_ms(text) - at);
    }
    reader_text_draw(ui, box, text, since);
    ui_note(ui, ui_id("reader"), text, box);
}

Intent rush_foot_put(Ui *ui, const CurrentRound *round, Rect rect, const QuestionAnswer *shown)
{
    const Question *question = rush_question(&round->live->round->as.rush, live_question(round->live));
    bool is_reveal = round->live->phase == LIVE_REVEAL;
    Hint hints[] = {hint_do(ui_on_command(COMMAND_PAUSE), STR("Pause")),
                    hint_do(ui_on_command(COMMAND_NEXT), STR("Next"))};
    hints[0].is_last = hints[1].is_last = true;
    int count = is_reveal ? 2 : 1;
    float room = 0;
    for (int i = 0; i < 2; i++)
        room += reader_hint_room(ui, &hints[i]); /* both, so that the text stays put */
    float height = ui_grow(ui, 40, T18, 1);
    Rect bar = layout_cut_right(&rect, room > 32 ? room - 32 : room, 24);
    bar = (Rect){bar.x, bar.y + (bar.h - height) / 2, bar.w + 1, height};
    int pressed = prompt_hints(ui, bar, hints, count);
    if (question->answered != ANSWERED_NOT)
        draw_verdict(ui, question, round->look->decided_ms, rect);
    else
        draw_cut(ui, round, shown, rect);
    if (pressed < 0 || round->live->phase == LIVE_OVER) return intent_none();
    return (Intent){.kind = pressed == 0 ? INTENT_PAUSE : INTENT_SKIP, .at_ms = ui->in.action.event.time_ms};
}
