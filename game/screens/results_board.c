#include <math.h>

#include "screens/empty_slot.h"
#include "screens/results_state.h"
#include "screens/variant_choice.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define PAD        14.0f
#define ROW_HIGH   54.0f
#define ROW_RADIUS 14.0f
#define AVATAR     30.0f
#define ROW_PAD    12.0f
#define DIGITS     22.0f
#define DIGITS_GAP 10.0f

static LabelStyle quiet_style(void)
{
    return (LabelStyle){
        .size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_START};
}

/* "Saving…", then "Saved" with its tick. */
static float draw_saved(Ui *ui, const Outcome *outcome, Rect line)
{
    ResultsSaved saved = results_saved(outcome);
    LabelStyle style = {.size = T18, .weight = WEIGHT_SEMI, .align = TEXT_ALIGN_RIGHT};
    style.color = saved.is_saved ? TOKEN_OK : saved.is_failed ? TOKEN_BAD : TOKEN_MUTED;
    float w = ceilf(label_width(ui, saved.words, &style)) + 1, side = ui_type(ui, T18).size + 2;
    label_note(ui, ui_id("saved"), line, saved.words, &style);
    if (!saved.is_saved && !saved.is_failed) return w;
    Rect box = {line.x + line.w - w - side - 6, line.y + (line.h - side) / 2, side, side};
    Color color = ui_color(ui, style.color);
    icon_draw(ui->draw, saved.is_saved ? ICON_TICK : ICON_CROSS, box, color, color);
    return w + side + 6;
}

static void draw_head(Ui *ui, const Model *model, Rect *inside)
{
    const Outcome *outcome = &model->outcome;
    Rect head = layout_cut_top(inside, ui_type(ui, T20).line, 0);
    Rect below = layout_cut_top(inside, ui_type(ui, T18).line, 8);
    head = layout_pad(head, 10, 0);
    float used = draw_saved(ui, outcome, head);
    LabelStyle title = {.size = T20, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle quiet = quiet_style();
    head.w -= used + 12;
    label_note(ui, ui_id("top"), head, STR("Local top 8"), &title);
    Str name = outcome->is_practice ? STR("Practice") : variant_label(outcome->setup.variant);
    Str what = str_format(ui->frame, "%.*s, %.*s", STR_FMT(name), STR_FMT(outcome->run.deck_title));
    label_note(ui, ui_id("board"), layout_pad(below, 10, 0), what, &quiet);
}

static Str pill_of(Ui *ui, const Outcome *outcome)
{
    if (outcome->rank <= 0) return (Str){0};
    if (outcome->rank_before <= 0) return STR("New");
    int up = outcome->rank_before - outcome->rank;
    return up > 0 ? str_format(ui->frame, "Up %d", up) : (Str){0};
}

static void draw_run(Ui *ui, const Outcome *outcome, const StoreRun *run, int rank, Rect row)
{
    bool is_own = run->id == outcome->run.id;
    Str figure = variant_figure(ui->frame, outcome->setup.variant, run);
    Str place = str_format(ui->frame, "%d", rank);
    Str said =
        str_format(ui->frame, "%.*s. %.*s, %.*s", STR_FMT(place), STR_FMT(run->player_name), STR_FMT(figure));
    ui_note(ui, ui_id_index(ui_id("top-row"), run->id), said, row);
    if (is_own) paint_card(ui, row, ROW_RADIUS, TOKEN_STREAK_TINT, TOKEN_STREAK);
    Rect box = layout_pad(row, ROW_PAD, 0);
    LabelStyle strong = {.size = T20,
                         .weight = WEIGHT_BOLD,
                         .color = TOKEN_TEXT,
                         .align = TEXT_ALIGN_LEFT,
                         .is_tabular = true};
    LabelStyle number = strong, name = strong;
    number.color = is_own ? TOKEN_TEXT : TOKEN_MUTED;
    name.size = T18;
    name.weight = WEIGHT_SEMI;
    name.align = TEXT_ALIGN_START;
    float digits = fmaxf(DIGITS, label_width(ui, place, &number));
    label_draw(ui, layout_cut_left(&box, digits, DIGITS_GAP), place, &number);
    Rect avatar = layout_cut_left(&box, AVATAR, 12);
    paint_avatar(ui, rect_center(avatar), AVATAR, run->player_name, run->player_color);
    float w = ceilf(label_width(ui, figure, &strong)) + 1;
    label_draw(ui, layout_cut_right(&box, w, 12), figure, &strong);
    Str pill = is_own ? pill_of(ui, outcome) : (Str){0};
    float pill_room = pill.size ? pill_width(ui, pill, ICON_NONE) : 0;
    if (pill_room > 0 && box.w - pill_room - 8 > label_width(ui, run->player_name, &name)) {
        Rect at = layout_cut_right(&box, pill_room, 8);
        pill_draw(ui, (Vec){at.x, at.y + (at.h - pill_height(ui)) / 2}, pill, ICON_NONE, TOKEN_STREAK,
                  TOKEN_STREAK_INK);
    }
    label_draw(ui, box, run->player_name, &name);
}

/* Why there is nothing to list. */
static Str reason_of(const Model *model, Arena *arena)
{
    const Outcome *outcome = &model->outcome;
    if (outcome->is_practice)
        return STR(
            "Practice isn't ranked: it may be as slow as it likes. Play the deck itself to set a mark.");
    if (outcome->saved == TICKET_FAILED)
        return str_format(arena, "This run could not be kept. %.*s", STR_FMT(model->trouble));
    if (outcome->saved == TICKET_WAITING && model->trouble.size)
        return str_format(arena, "This run waits to be kept. %.*s", STR_FMT(model->trouble));
    return (Str){0};
}

static void draw_rows(Ui *ui, const Outcome *outcome, Rect area)
{
    float row = ui_grow(ui, ROW_HIGH, T20, 1);
    float gap = fmaxf(0, fminf(6, (area.h - RESULTS_TOP * row) / (RESULTS_TOP - 1)));
    if (RESULTS_TOP * row > area.h) row = fmaxf(ui_type(ui, T20).line + 6, area.h / RESULTS_TOP);
    int held = (int)((area.h + gap + 0.5f) / (row + gap));
    int count = (int)outcome->top_count < held ? (int)outcome->top_count : held;
    bool is_below = outcome->rank > 0 && count > 0;
    for (int i = 0; i < count; i++) is_below = is_below && outcome->top[i].id != outcome->run.id;
    if (is_below && count == held) count--;
    for (int i = 0; i < count; i++)
        draw_run(ui, outcome, &outcome->top[i], outcome->top[i].rank, layout_cut_top(&area, row, gap));
    if (is_below) draw_run(ui, outcome, &outcome->run, outcome->rank, layout_cut_top(&area, row, gap));
    for (int i = count + is_below; outcome->saved == TICKET_SAVED && i < RESULTS_TOP && i < held; i++)
        empty_slot_draw(ui, layout_cut_top(&area, row, gap), i + 1, ROW_PAD, DIGITS + DIGITS_GAP, AVATAR);
}

void results_board_put(Ui *ui, const Model *model, Rect area)
{
    paint_layer(ui, area);
    paint_panel(ui, area);
    Rect inside = layout_pad(area, PAD, 16);
    draw_head(ui, model, &inside);
    Str reason = reason_of(model, ui->frame);
    if (reason.size) {
        LabelStyle style = quiet_style();
        style.color = TOKEN_SOFT;
        Rect box = layout_pad(inside, 10, 8);
        float used = label_paragraph(ui, box, reason, &style);
        ui_note(ui, ui_id("reason"), reason, (Rect){box.x, box.y, box.w, used});
    } else {
        draw_rows(ui, &model->outcome, inside);
    }
    paint_layer_end(ui);
}
