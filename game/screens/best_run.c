#include "screens/best_run.h"

#include <math.h>

#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define MARKERS_ONLY_PERCENT 150
#define TAG_HEIGHT           26.0f

static int64_t lead_of(const int64_t *splits, uint32_t count, uint32_t right, int64_t shown_ms)
{
    if (right > 0 && shown_ms < splits[right - 1]) return splits[right - 1] - shown_ms;
    if (right < count && shown_ms > splits[right]) return splits[right] - shown_ms;
    return 0;
}

static float part_of(const int64_t *splits, uint32_t count, int64_t shown_ms)
{
    uint32_t done = 0;
    while (done < count && splits[done] <= shown_ms) done++;
    if (done == count) return 1;
    int64_t from = done ? splits[done - 1] : 0;
    float span = (float)(splits[done] - from);
    float on = span > 0 ? (float)(shown_ms - from) / span : 0;
    return ((float)done + on) / (float)count;
}

BestRun best_run_at(const CurrentRound *round, int64_t shown_ms)
{
    const Round *played = round->live->round;
    uint32_t count = round->best_split_count;
    bool is_timed = played->setup.variant == VARIANT_DECOY || played->setup.variant == VARIANT_SPRINT;
    if (!round->has_best || !is_timed || count == 0 || count != played->setup.pairs) return (BestRun){0};
    uint32_t right = played->as.match.right;
    return (BestRun){.is_there = true,
                     .lead_ms = lead_of(round->best_splits, count, right, shown_ms),
                     .best_part = part_of(round->best_splits, count, shown_ms),
                     .own_part = (float)right / (float)count};
}

void best_run_lead_put(Ui *ui, Rect box, const BestRun *best, TextSize size)
{
    bool is_ahead = best->lead_ms >= 0, is_level = best->lead_ms == 0;
    Token token = is_level ? TOKEN_SOFT : is_ahead ? TOKEN_TERM : TOKEN_BAD;
    LabelStyle style = {.size = size,
                        .weight = WEIGHT_BOLD,
                        .color = token,
                        .align = TEXT_ALIGN_LEFT,
                        .is_tabular = true,
                        .is_hud = true};
    Str seconds = format_seconds(ui->frame, is_ahead ? best->lead_ms : -best->lead_ms, 1);
    Str words = is_level ? STR("level")
                         : str_format(ui->frame, "%.*s %s", STR_FMT(seconds), is_ahead ? "ahead" : "behind");
    float side = label_style(ui, &style).size * 0.9f;
    ui_note(ui, ui_id("lead"), words, box);
    if (!is_level) {
        Icon icon = is_ahead ? ICON_ARROW_UP : ICON_ARROW_DOWN;
        Color color = ui_color(ui, token);
        paint_layer(ui, (Rect){box.x, box.y, side, box.h});
        icon_draw(ui->draw, icon, (Rect){box.x, box.y + (box.h - side) / 2, side, side}, color, color);
        paint_layer_end(ui);
        layout_cut_left(&box, side, 6);
    }
    if (label_width(ui, words, &style) > box.w && !is_level) words = seconds;
    label_draw(ui, box, words, &style);
}

static LabelStyle tag_style(bool is_own)
{
    return (LabelStyle){.size = T16,
                        .weight = WEIGHT_BOLD,
                        .color = is_own ? TOKEN_TERM_INK : TOKEN_TEXT,
                        .align = TEXT_ALIGN_CENTER};
}

static Rect tag_rect(Ui *ui, Rect track, float x, Str text)
{
    LabelStyle style = tag_style(false);
    float w = ceilf(label_width(ui, text, &style)) + 20, h = ui_grow(ui, TAG_HEIGHT, T16, 1);
    float left = fminf(fmaxf(x - w / 2, track.x), track.x + track.w - w);
    return (Rect){left, track.y + track.h / 2 - h / 2, w, h};
}

/* Beside one's own where they would lie on each other: on the side on which it is, if there is room. */
static Rect beside(Rect track, Rect best, Rect own)
{
    bool is_apart = best.x + best.w <= own.x || own.x + own.w <= best.x;
    if (is_apart) return best;
    float left = own.x - best.w - 2, right = own.x + own.w + 2;
    bool is_behind = best.x + best.w / 2 <= own.x + own.w / 2;
    bool goes_left = left >= track.x && (is_behind || right + best.w > track.x + track.w);
    best.x = goes_left ? left : right;
    return best;
}

static void draw_tag(Ui *ui, Rect rect, Str text, bool is_own)
{
    LabelStyle style = tag_style(is_own);
    Rect home = {0, 0, rect.w, rect.h};
    Color fill = ui_color(ui, is_own ? TOKEN_TERM : TOKEN_SURFACE);
    paint_layer_moved(ui, home, (Vec){rect.x, rect.y}, 1, 1);
    draw_shape(ui->draw,
               (DrawShape){.rect = home,
                           .radius = rect.h / 2,
                           .fill_top = fill,
                           .fill_bottom = fill,
                           .border = is_own ? 0 : 2,
                           .border_color = ui_color(ui, ui->theme->is_flat ? TOKEN_LINE2 : TOKEN_MUTED)});
    label_draw(ui, home, text, &style);
    paint_layer_end(ui);
}

/* A circle for oneself, a bar for the best run: told apart without colour. */
static void draw_markers(Ui *ui, Rect track, float best_x, float own_x)
{
    float y = track.y + track.h / 2;
    draw_rect(ui->draw, (Rect){best_x - 3, y - 11, 6, 22}, 3, ui_color(ui, TOKEN_TEXT));
    draw_rect(ui->draw, (Rect){own_x - 9, y - 9, 18, 18}, 9, ui_color(ui, TOKEN_TERM));
}

void best_run_track_draw(Ui *ui, Rect track, const BestRun *best)
{
    float own = ui_animate(ui, ui_id("own-part"), best->own_part, 240, EASE_CUBIC_OUT);
    float scale = ui->in.view.scale > 0 ? ui->in.view.scale : 1;
    float best_x =
        track.x + roundf(track.w * best->best_part * scale) / scale; /* whole pixels: kept pictures */
    float own_x = track.x + track.w * own;
    paint_bar(ui, track, own, ui_color(ui, TOKEN_TERM));
    if (ui->in.text_percent >= MARKERS_ONLY_PERCENT) {
        draw_markers(ui, track, best_x, own_x);
        return;
    }
    Rect own_tag = tag_rect(ui, track, own_x, STR("You"));
    draw_tag(ui, beside(track, tag_rect(ui, track, best_x, STR("Best run")), own_tag), STR("Best run"),
             false);
    draw_tag(ui, own_tag, STR("You"), true);
}
