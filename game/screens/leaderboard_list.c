#include <math.h>

#include "screens/leaderboard_state.h"
#include "screens/variant_choice.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define ROW_GAP 8
#define ROW_PAD 20
#define AVATAR  36

enum { RANK, FACE, NAME, OTHER, HITS, WHEN, FIGURE, COLUMNS };

/* Columns of the table at this text size; a width of 0 leaves one out. */
typedef struct {
    Rect cells[COLUMNS];
    bool has[COLUMNS];
} Columns;

static Columns columns_of(const Ui *ui, Rect row)
{
    Columns columns;
    bool is_large = ui->in.text_percent >= 175, is_roomy = row.w > 900 || ui->in.text_percent <= 100;
    float widths[COLUMNS] = {[RANK] = ui_grow(ui, 34, T20, 1),
                             [FACE] = AVATAR,
                             [NAME] = 0,
                             [OTHER] = is_large || !is_roomy ? 0 : ui_grow(ui, 84, T18, 3),
                             [HITS] = is_large ? 0 : ui_grow(ui, 56, T18, 2),
                             [WHEN] = is_large ? 0 : ui_grow(ui, 104, T18, 5),
                             [FIGURE] = ui_grow(ui, 104, T24, 3)};
    float fixed = 0;
    for (int i = 0; i < COLUMNS; i++)
        if (i != NAME && widths[i] > 0) fixed += widths[i] + 14;
    widths[NAME] = fmaxf(80, row.w - 2 * ROW_PAD - fixed);
    float x = row.x + ROW_PAD;
    for (int i = 0; i < COLUMNS; i++) {
        columns.has[i] = widths[i] > 0;
        columns.cells[i] = (Rect){x, row.y, widths[i], row.h};
        if (widths[i] > 0) x += widths[i] + 14;
    }
    return columns;
}

/* The figure by which the variant ranks is the large one; the other of time and score stands small. */
static bool ranks_by_time(Variant variant)
{
    return variant == VARIANT_DECOY || variant == VARIANT_SPRINT;
}

static Str other_figure(Arena *arena, Variant variant, const StoreRun *run)
{
    bool has_score = ranks_by_time(variant) || variant == VARIANT_SURVIVAL;
    return has_score ? format_number(arena, run->score) : format_time(arena, run->time_ms, 1);
}

static const char *figure_head(Variant variant)
{
    if (ranks_by_time(variant)) return "Time";
    return variant == VARIANT_BLITZ || variant == VARIANT_CLASSIC ? "Score" : "Right";
}

static void draw_head(Ui *ui, const LeaderboardState *board, Rect line)
{
    Columns columns = columns_of(ui, line);
    bool has_score = ranks_by_time(board->variant) || board->variant == VARIANT_SURVIVAL;
    const char *heads[COLUMNS] = {
        "#", NULL, "Player", has_score ? "Score" : "Time", "Hits", "When", figure_head(board->variant)};
    LabelStyle style = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_LEFT};
    paint_layer(ui, line);
    for (int i = 0; i < COLUMNS; i++) {
        if (!heads[i] || !columns.has[i]) continue;
        style.align = i == FIGURE ? TEXT_ALIGN_RIGHT : TEXT_ALIGN_LEFT;
        label_draw(ui, columns.cells[i], str_of(heads[i]), &style);
    }
    paint_layer_end(ui);
}

static void draw_name(Ui *ui, const StoreRun *run, bool is_own, Rect cell)
{
    LabelStyle name = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle own = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_STREAK, .align = TEXT_ALIGN_LEFT};
    float you = is_own ? label_width(ui, STR("you"), &own) + 6 : 0;
    float width = label_draw(ui, (Rect){cell.x, cell.y, cell.w - you, cell.h}, run->player_name, &name);
    if (is_own) label_draw(ui, (Rect){cell.x + width + 6, cell.y, you, cell.h}, STR("you"), &own);
}

static void draw_run(Ui *ui, const LeaderboardState *board, const Model *model, const StoreRun *run, Rect row)
{
    Columns columns = columns_of(ui, row);
    bool is_own = run->player == model->player.id;
    LabelStyle rank = {.size = T20,
                       .weight = WEIGHT_BOLD,
                       .color = is_own ? TOKEN_SOFT : TOKEN_MUTED,
                       .align = TEXT_ALIGN_LEFT,
                       .is_tabular = true};
    LabelStyle plain = {.size = T18,
                        .weight = WEIGHT_MEDIUM,
                        .color = TOKEN_TEXT,
                        .align = TEXT_ALIGN_LEFT,
                        .is_tabular = true};
    LabelStyle when = plain, figure = plain;
    when.color = is_own ? TOKEN_SOFT : TOKEN_MUTED;
    figure.size = T24, figure.weight = WEIGHT_BOLD, figure.align = TEXT_ALIGN_RIGHT;
    label_draw(ui, columns.cells[RANK], str_format(ui->frame, "%d", run->rank), &rank);
    Vec face = {columns.cells[FACE].x + AVATAR / 2.0f, row.y + row.h / 2};
    paint_avatar(ui, face, AVATAR, run->player_name, run->player_color);
    draw_name(ui, run, is_own, columns.cells[NAME]);
    if (columns.has[OTHER])
        label_draw(ui, columns.cells[OTHER], other_figure(ui->frame, board->variant, run), &plain);
    if (columns.has[HITS])
        label_draw(ui, columns.cells[HITS], format_percent(ui->frame, run->right, run->right + run->wrong),
                   &plain);
    int32_t day = format_local_day(run->played_ms, model->utc_offset_min);
    if (columns.has[WHEN])
        label_draw(ui, columns.cells[WHEN], format_day(ui->frame, day, model->today), &when);
    Str big = board->variant == VARIANT_SURVIVAL || board->variant == VARIANT_MARATHON
                  ? str_format(ui->frame, "%d", run->right)
                  : variant_figure(ui->frame, board->variant, run);
    label_draw(ui, columns.cells[FIGURE], big, &figure);
}

/* With no more runs than stand on the podium the list has them all: their time, hits and day. */
static int first_listed(const Ui *ui, const LeaderboardState *board)
{
    int podium = leaderboard_on_podium(ui, board);
    return board->run_count > podium ? podium : 0;
}

void leaderboard_list_put(Ui *ui, LeaderboardState *board, const Model *model, Rect area)
{
    int first = first_listed(ui, board);
    Rect head = layout_cut_top(&area, ui_grow(ui, 36, T18, 1), 8);
    ScrollList list = {.id = ui_id("run"),
                       .view = area,
                       .row_height = row_height(ui),
                       .gap = ROW_GAP,
                       .count = board->run_count - first,
                       .takes_pages = true};
    if (board->is_own_wanted && board->own >= first) scroll_list_focus(ui, &list, board->own - first);
    ScrollRows rows = scroll_list_begin(ui, &list);
    head.w = rows.content.w;
    for (int i = rows.from; i < rows.to; i++) {
        const StoreRun *run = &board->runs[first + i];
        Row row = {.id = ui_id_index(list.id, i),
                   .rect = scroll_list_cell(&list, &rows, i),
                   .label = str_format(ui->frame, "%d. %.*s", run->rank, STR_FMT(run->player_name)),
                   .value = variant_figure(ui->frame, board->variant, run),
                   .look = run->player == model->player.id ? ROW_OWN : ROW_CARD,
                   .is_default = i == 0};
        row_begin(ui, &row);
        draw_run(ui, board, model, run, row.rect);
        row_end(ui);
    }
    scroll_end(ui);
    draw_head(ui, board, head);
}
