#include <math.h>

#include "screens/progress_state.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define ROW_HIGH    38.0f
#define BAR_WIDE    88.0f
#define PAIR_HIGH   48.0f
#define PRACTISED   12 /* hardest cards in one round */
#define MOST_DRILLS 6  /* pairs in one round */

static const LabelStyle QUIET = {T18, WEIGHT_MEDIUM, TOKEN_MUTED, TEXT_ALIGN_RIGHT, false, false, 1};

/* --- figures --- */

static Rect figure_frame(Ui *ui, Rect area)
{
    paint_layer(ui, area);
    paint_panel(ui, area);
    return layout_pad(area, 12, 8);
}

/* `shorter`: the word where large text leaves no room for it. */
static void draw_figure(Ui *ui, Rect box, Str figure, Str word, Str shorter)
{
    LabelStyle big = {.size = T32,
                      .weight = WEIGHT_BOLD,
                      .color = TOKEN_TEXT,
                      .align = TEXT_ALIGN_LEFT,
                      .is_tabular = true,
                      .is_hud = true};
    LabelStyle small = {
        .size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_LEFT, .is_hud = true};
    float high = label_style(ui, &big).line_height, low = label_style(ui, &small).line_height;
    Rect both = layout_center(box, box.w, high + low);
    label_draw(ui, layout_cut_top(&both, high, 0), figure, &big);
    label_draw(ui, both, label_width(ui, word, &small) <= both.w ? word : shorter, &small);
}

void progress_streak_put(Ui *ui, const Model *model, Rect area)
{
    Rect box = figure_frame(ui, area), icon = layout_cut_left(&box, 44, 10);
    Color color = ui_color(ui, TOKEN_DEF);
    icon_draw(ui->draw, ICON_SUN, layout_center(icon, 44, 44), color, color);
    Str figure = format_number(ui->frame, model->streak.length);
    draw_figure(ui, box, figure, STR("day streak"), STR("days"));
    paint_layer_end(ui);
    ui_note(ui, ui_id("streak"), str_format(ui->frame, "%.*s day streak", STR_FMT(figure)), area);
}

void progress_share_put(Ui *ui, const ProgressState *progress, Rect area)
{
    Rect box = figure_frame(ui, area), ring = layout_cut_left(&box, 60, 12);
    paint_ring(ui, rect_center(ring), 26, 8, (float)progress->mastery, ui_color(ui, TOKEN_TERM),
               ui_color(ui, TOKEN_WELL));
    Str figure = str_format(ui->frame, "%d%%", (int)(100 * progress->mastery));
    draw_figure(ui, box, figure, STR("mastery"), STR("known"));
    paint_layer_end(ui);
    ui_note(ui, ui_id("mastery"), str_format(ui->frame, "%.*s mastery", STR_FMT(figure)), area);
}

/* --- the hardest cards --- */

static void draw_hard(Ui *ui, const ProgressHard *card, Rect row)
{
    LabelStyle name = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_START};
    LabelStyle figure = {.size = T18, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_RIGHT};
    float percent = ceilf(label_width(ui, STR("100%"), &figure)) + 1;
    Rect mark = layout_cut_left(&row, 14, 12);
    paint_term_mark(ui, rect_center(mark), 14, ui_color(ui, TOKEN_TERM_MARK));
    Str text = str_format(ui->frame, "%d%%", (int)(100 * card->recall));
    label_draw(ui, layout_cut_right(&row, percent, 8), text, &figure);
    Rect bar = layout_cut_right(&row, BAR_WIDE, 12);
    paint_bar(ui, layout_center(bar, bar.w, 10), (float)card->recall, ui_color(ui, TOKEN_BAD));
    label_draw(ui, row, card->term, &name);
}

Intent progress_practise(const ProgressState *progress, ProgressPanel panel, Arena *arena)
{
    Str *ids = ARENA_NEW_N(arena, Str, PRACTISED + 2 * MOST_DRILLS);
    bool has_pairs = panel == PANEL_MIXED && progress->pair_count > 0;
    if (progress->hard_count == 0 || (panel == PANEL_MIXED && !has_pairs)) return intent_none();
    Str deck = has_pairs ? progress->pairs[0].deck_id : progress->hard[0].deck_id; /* one deck a round */
    size_t count = 0;
    int drills = 0;
    for (int i = 0; has_pairs && i < progress->pair_count && drills < MOST_DRILLS; i++) {
        if (!str_is(progress->pairs[i].deck_id, deck)) continue;
        ids[count++] = progress->pairs[i].asked_id;
        ids[count++] = progress->pairs[i].chosen_id;
        drills++;
    }
    size_t least = has_pairs ? 6 : PRACTISED; /* few pairs are filled up with what is hard */
    for (int i = 0; i < progress->hard_count && count < least; i++)
        if (str_is(progress->hard[i].deck_id, deck)) ids[count++] = progress->hard[i].card_id;
    return (Intent){.kind = INTENT_PLAY_CARDS, .text = deck, .cards = ids, .card_count = count};
}

Intent progress_hardest_put(Ui *ui, ProgressState *progress, Rect area)
{
    if (progress_is_empty(progress, PANEL_HARDEST))
        return progress_empty_put(ui, progress, PANEL_HARDEST, area);
    const ProgressHard *first = &progress->hard[0];
    Str value = str_format(ui->frame, "%.*s, recall %d%%", STR_FMT(first->term), (int)(100 * first->recall));
    ProgressFrame frame = progress_panel_begin(ui, PANEL_HARDEST, area, value);
    label_draw(ui, frame.title, STR("recall"), &QUIET);
    float row = ui_grow(ui, ROW_HIGH, T20, 1);
    for (int i = 0; i < progress->hard_count && frame.inside.h >= row - 2; i++)
        draw_hard(ui, &progress->hard[i], layout_cut_top(&frame.inside, row, 0));
    progress_panel_end(ui);
    if (!frame.hit.is_activated) return intent_none();
    return progress_practise(progress, PANEL_HARDEST, ui->frame);
}

/* --- what is mixed up --- */

static void draw_word(Ui *ui, Rect box, Str text, float degrees)
{
    LabelStyle style = {.size = T18, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_CENTER};
    DrawShape card = {.rect = box,
                      .radius = 10,
                      .fill_top = ui_color(ui, TOKEN_TILE0),
                      .fill_bottom = ui_color(ui, TOKEN_TILE1),
                      .border = ui->theme->border,
                      .border_color = ui_color(ui, TOKEN_LINE2)};
    DrawLayer layer = draw_layer_identity(rect_inset(box, -6));
    layer.angle_deg = ui->theme->is_flat ? 0 : degrees;
    draw_layer(ui->draw, layer);
    draw_shape(ui->draw, card);
    label_draw(ui, layout_pad(box, 8, 0), text, &style);
    draw_layer_end(ui->draw);
}

static void draw_pair(Ui *ui, const ProgressPair *pair, Rect row)
{
    LabelStyle figure = {.size = T20, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_RIGHT};
    Str count = str_format(ui->frame, "%d\u00D7", pair->count);
    Color bad = ui_color(ui, TOKEN_BAD);
    float room = fmaxf(ui_grow(ui, 44, T20, 1), ceilf(label_width(ui, count, &figure)) + 1);
    Rect words = row, number = layout_cut_right(&words, room, 4);
    Rect left = layout_cut_left(&words, (words.w - 48) / 2, 0), swap = layout_cut_left(&words, 48, 0);
    paint_layer(ui, row);
    icon_draw(ui->draw, ICON_SWAP, layout_center(swap, 28, 28), bad, bad);
    label_draw(ui, number, count, &figure);
    paint_layer_end(ui);
    draw_word(ui, layout_center(left, left.w, row.h - 10), pair->asked, -2);
    draw_word(ui, layout_center(words, words.w, row.h - 10), pair->chosen, 2);
}

/* "C Play these now" in the panel's head; it can be pressed. */
static bool put_drill(Ui *ui, Rect line)
{
    LabelStyle style = QUIET;
    UiTrigger trigger = ui_on_key_button(KEY_C, PAD_RT);
    Str words = STR("Play these now");
    float cap = prompt_size(ui, trigger).x, w = ceilf(label_width(ui, words, &style)) + 1;
    float all = w + (cap > 0 ? cap + 10 : 0);
    bool fits = all <= line.w;
    Rect rect = {line.x + line.w - all, line.y, fits ? all : 0, line.h};
    UiHit hit = ui_widget(ui, &(UiWidget){.id = ui_id("drill"),
                                          .role = ROLE_BUTTON,
                                          .label = words,
                                          .flags = UI_POINTER,
                                          .rect = rect,
                                          .trigger = trigger});
    if (!fits) return hit.is_activated;
    if (hit.is_hovered) style.color = TOKEN_TEXT;
    if (cap > 0) prompt_draw_left(ui, trigger, (Vec){rect.x, rect.y + rect.h / 2}, PROMPT_NORMAL);
    label_draw(ui, rect, words, &style);
    return hit.is_activated;
}

Intent progress_mixed_put(Ui *ui, ProgressState *progress, Rect area)
{
    if (progress_is_empty(progress, PANEL_MIXED)) return progress_empty_put(ui, progress, PANEL_MIXED, area);
    const ProgressPair *first = &progress->pairs[0];
    Str value = str_format(ui->frame, "%.*s and %.*s, %d times", STR_FMT(first->asked),
                           STR_FMT(first->chosen), first->count);
    ProgressFrame frame = progress_panel_begin(ui, PANEL_MIXED, area, value);
    bool is_drilled = put_drill(ui, frame.title) || frame.hit.is_activated;
    progress_panel_end(ui);
    float row = ui_grow(ui, PAIR_HIGH, T18, 1);
    for (int i = 0; i < progress->pair_count && frame.inside.h >= row - 4; i++)
        draw_pair(ui, &progress->pairs[i], layout_cut_top(&frame.inside, row, 0));
    return is_drilled ? progress_practise(progress, PANEL_MIXED, ui->frame) : intent_none();
}
