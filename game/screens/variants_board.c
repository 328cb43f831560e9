#include "screens/empty_slot.h"
#include "screens/variants_state.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define ROW_PAD     14.0f
#define NUMBER_ROOM 43.0f
#define AVATAR      34.0f
#define COLUMN_GAP  8.0f
#define RULES_WIDTH 360.0f
#define WIDE_PANEL  900.0f
#define DIVIDER     48.0f

static void draw_run(Ui *ui, const VariantsState *variants, const Model *model, const StoreRun *run, Rect row)
{
    bool is_own = run->player == model->player.id;
    if (is_own) paint_card(ui, row, 14, TOKEN_STREAK_TINT, TOKEN_STREAK_TINT);
    static const float shares[] = {-(NUMBER_ROOM - COLUMN_GAP), -44, 3, 2, 2, 2};
    RowCells cells = row_cells(layout_pad(row, ROW_PAD, 0), shares, 6, COLUMN_GAP);
    LabelStyle strong = {.size = T20,
                         .weight = WEIGHT_SEMI,
                         .color = TOKEN_TEXT,
                         .align = TEXT_ALIGN_LEFT,
                         .is_tabular = true};
    LabelStyle quiet = {.size = T18,
                        .weight = WEIGHT_MEDIUM,
                        .color = is_own ? TOKEN_SOFT : TOKEN_MUTED,
                        .align = TEXT_ALIGN_LEFT};
    label_draw(ui, cells.cells[0], str_format(ui->frame, "%d", run->rank), &quiet);
    float middle = row.y + row.h / 2;
    paint_avatar(ui, (Vec){cells.cells[1].x + AVATAR / 2, middle}, AVATAR, run->player_name,
                 run->player_color);
    label_draw(ui, cells.cells[2], run->player_name, &strong);
    label_draw(ui, cells.cells[3], variant_figure(ui->frame, variants_at(variants, variants->shown), run),
               &strong);
    label_draw(ui, cells.cells[4], format_percent(ui->frame, run->right, run->right + run->wrong), &quiet);
    int32_t day = format_local_day(run->played_ms, model->utc_offset_min);
    label_draw(ui, cells.cells[5], format_day(ui->frame, day, model->today), &quiet);
}

static void draw_head(Ui *ui, const VariantsState *variants, Rect line)
{
    const VariantCard *card = &variants->cards[variants->shown];
    LabelStyle title = {.size = T20, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle quiet = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_LEFT};
    Str name = variant_label(variants_at(variants, variants->shown));
    float used = label_draw(ui, line, str_format(ui->frame, "Best of %.*s", STR_FMT(name)), &title) + 20;
    if (!card->choice.fit.is_playable || card->top_count > 0) return;
    Str words = STR("No runs yet. The first one sets the mark.");
    line.x += used;
    line.w -= used;
    if (label_width(ui, words, &quiet) > line.w) words = STR("No runs yet.");
    label_draw(ui, line, words, &quiet);
}

static void draw_rows(Ui *ui, const VariantsState *variants, const Model *model, Rect area)
{
    const VariantCard *card = &variants->cards[variants->shown];
    float height = ui_grow(ui, 40, T20, 1);
    for (size_t i = 0; i < VARIANTS_TOP_RUNS && area.h >= height; i++) {
        Rect row = layout_cut_top(&area, height, 2);
        if (i < card->top_count)
            draw_run(ui, variants, model, &card->top[i], row);
        else
            empty_slot_draw(ui, row, (int)i + 1, ROW_PAD, NUMBER_ROOM, AVATAR - 4);
    }
}

/* The rules stand at the right of the board where there is room, else in its place while it is empty. */
static void draw_playable(Ui *ui, const VariantsState *variants, const Model *model, Rect head, Rect inside)
{
    const VariantCard *card = &variants->cards[variants->shown];
    LabelStyle title = {.size = T20, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    bool is_beside =
        inside.w >= WIDE_PANEL && variants_rules_height(ui, &card->choice.setup, RULES_WIDTH) <= inside.h;
    if (is_beside) {
        Rect rules = layout_cut_right(&inside, RULES_WIDTH, DIVIDER);
        float x = rules.x - DIVIDER / 2;
        paint_line(ui, (Vec){x, head.y + 6}, (Vec){x, inside.y + inside.h - 6}, 1, ui_color(ui, TOKEN_LINE));
        label_draw(ui, (Rect){rules.x, head.y, rules.w, head.h}, STR("How it goes"), &title);
        variants_rules_draw(ui, &card->choice.setup, rules);
        head.w = inside.w;
    }
    draw_head(ui, variants, head);
    bool is_instead = !is_beside && card->top_count == 0 &&
                      variants_rules_height(ui, &card->choice.setup, inside.w) <= inside.h;
    if (is_instead)
        variants_rules_draw(ui, &card->choice.setup, inside);
    else
        draw_rows(ui, variants, model, inside);
}

void variants_board_draw(Ui *ui, const VariantsState *variants, const Model *model, Rect area)
{
    const VariantCard *card = &variants->cards[variants->shown];
    paint_layer(ui, area);
    paint_panel(ui, area);
    Rect inside = layout_pad(area, 24, 14);
    Rect head = layout_cut_top(&inside, ui_type(ui, T20).line, 8);
    if (card->choice.fit.is_playable) {
        draw_playable(ui, variants, model, head, inside);
    } else {
        LabelStyle quiet = {.size = T18,
                            .weight = WEIGHT_MEDIUM,
                            .color = TOKEN_MUTED,
                            .align = TEXT_ALIGN_LEFT,
                            .max_lines = 3};
        draw_head(ui, variants, head);
        label_paragraph(ui, inside, str_of(card->choice.fit.reason), &quiet);
    }
    paint_layer_end(ui);
}
