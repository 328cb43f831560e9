/* The numbers behind each chart, as a table that scrolls. */
#include <math.h>

#include "screens/menu.h"
#include "screens/progress_state.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define MOST_COLUMNS 5
#define DAY_MS       86400000.0

typedef struct {
    const char *heads[MOST_COLUMNS];
    float shares[MOST_COLUMNS]; /* of the width */
    int columns, rows;
    /* A cell's text; rows from the first on. */
    Str (*cell)(const ProgressState *progress, int row, int column, Arena *arena);
} Table;

/* The last day first. */
static Str day_cell(const ProgressState *progress, int row, int column, Arena *arena)
{
    int at = progress->day_count - 1 - row;
    if (column == 0) return format_day(arena, progress->today - row, progress->today);
    if (column == 1) return format_number(arena, progress->answers[at]);
    if (column == 2) return format_number(arena, progress->right[at]);
    return progress->answers[at] ? format_percent(arena, progress->right[at], progress->answers[at])
                                 : STR("\u2013");
}

static Str mastery_cell(const ProgressState *progress, int row, int column, Arena *arena)
{
    int at = progress->day_count - 1 - row;
    if (column == 0) return format_day(arena, progress->today - row, progress->today);
    MasteryLevel level = (MasteryLevel)(MASTERY_MASTERED + 1 - column);
    return format_number(arena, (int64_t)progress->levels[level][at]);
}

static Str hard_cell(const ProgressState *progress, int row, int column, Arena *arena)
{
    const ProgressHard *card = &progress->hard[row];
    bool is_of_all = progress_deck(progress)->id.size == 0;
    if (column == 0 && is_of_all)
        return str_format(arena, "%.*s (%.*s)", STR_FMT(card->term), STR_FMT(card->deck_title));
    if (column == 0) return card->term;
    if (column == 1) return str_format(arena, "%d%%", (int)(100 * card->recall));
    if (column == 2) return format_interval(arena, (int64_t)(card->memory.s90 * DAY_MS));
    return format_number(arena, column == 3 ? card->memory.answers : card->memory.lapses);
}

static Str pair_cell(const ProgressState *progress, int row, int column, Arena *arena)
{
    const ProgressPair *pair = &progress->pairs[row];
    if (column == 2) return format_number(arena, pair->count);
    return column == 0 ? pair->asked : pair->chosen;
}

static Str time_cell(const ProgressState *progress, int row, int column, Arena *arena)
{
    if (column == 1) return format_number(arena, (int64_t)progress->times[row]);
    if (column == 2) return format_percent(arena, (int64_t)progress->times[row], progress->time_count);
    bool is_last = row == PROGRESS_SECONDS - 1;
    return str_format(arena, is_last ? "%d s and more" : "%d to %d s", row, row + 1);
}

static Str recall_cell(const ProgressState *progress, int row, int column, Arena *arena)
{
    const StoreCalibration *bin = &progress->bins[row];
    if (column == 0) return str_format(arena, "%d to %d%%", 10 * row, 10 * row + 10);
    if (column == 1) return format_number(arena, bin->count);
    if (bin->count == 0) return STR("\u2013");
    double part = column == 2 ? bin->predicted / bin->count : (double)bin->right / bin->count;
    return str_format(arena, "%.1f%%", 100 * part);
}

static Table table_of(const ProgressState *progress, ProgressPanel panel)
{
    switch (panel) {
    case PANEL_DAYS:
    case PANEL_ANSWERS:
        return (Table){{"Day", "Answers", "Right", "Share"},
                       {1.4f, 1, 1, 1},
                       4,
                       panel == PANEL_DAYS ? progress->day_count : PROGRESS_RECENT,
                       day_cell};
    case PANEL_MASTERY:
        return (Table){{"Day", "Mastered", "Familiar", "Learning"},
                       {1.4f, 1, 1, 1},
                       4,
                       progress->day_count,
                       mastery_cell};
    case PANEL_HARDEST:
        return (Table){{"Card", "Recall", "90% for", "Answers", "Lapses"},
                       {2.4f, 1, 1, 1.15f, 1},
                       5,
                       progress->hard_count,
                       hard_cell};
    case PANEL_MIXED:
        return (Table){{"Asked", "Taken for it", "Times"}, {2, 2, 1}, 3, progress->pair_count, pair_cell};
    case PANEL_TIMES:
        return (Table){{"Time", "Answers", "Share"}, {1.4f, 1, 1}, 3, PROGRESS_SECONDS, time_cell};
    case PANEL_RECALL:
        return (Table){{"Predicted", "Answers", "Mean", "Measured"},
                       {1.4f, 1, 1, 1},
                       4,
                       STORE_CALIBRATION_BINS,
                       recall_cell};
    case PANEL_COUNT: break;
    }
    return (Table){0};
}

static TextAlign align_of(int column)
{
    return column == 0 ? TEXT_ALIGN_START : TEXT_ALIGN_RIGHT;
}

static void draw_heads(Ui *ui, const Table *table, Rect line)
{
    LabelStyle style = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED};
    RowCells cells = row_cells(layout_pad(line, 18, 0), table->shares, table->columns, 16);
    paint_layer(ui, line);
    for (int i = 0; i < table->columns; i++) {
        style.align = align_of(i);
        label_draw(ui, cells.cells[i], str_of(table->heads[i]), &style);
    }
    paint_layer_end(ui);
}

static void put_row(Ui *ui, const ProgressState *progress, const Table *table, int index, Rect rect)
{
    LabelStyle style = {.size = T18, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .is_tabular = true};
    Str texts[MOST_COLUMNS], value = {0};
    for (int i = 0; i < table->columns; i++) {
        texts[i] = table->cell(progress, index, i, ui->frame);
        if (i == 0) continue;
        value = str_format(ui->frame, "%.*s%s%s %.*s", STR_FMT(value), i > 1 ? ", " : "", table->heads[i],
                           STR_FMT(texts[i]));
    }
    Row row = {.id = ui_id_index(ui_id("figure"), index),
               .rect = rect,
               .label = texts[0],
               .value = value,
               .look = ROW_CARD,
               .is_default = index == 0};
    row_begin(ui, &row);
    RowCells cells = row_cells(layout_pad(rect, 18, 0), table->shares, table->columns, 16);
    for (int i = 0; i < table->columns; i++) {
        style.align = align_of(i);
        style.color = i == 0 ? TOKEN_TEXT : TOKEN_SOFT;
        label_draw(ui, cells.cells[i], texts[i], &style);
    }
    row_end(ui);
}

void progress_figures_open(ProgressState *progress, ProgressPanel panel)
{
    progress->figures = (int)panel;
    progress->are_figures_open = true;
}

void progress_figures_put(Ui *ui, ProgressState *progress)
{
    ProgressPanel panel = (ProgressPanel)progress->figures;
    Table table = table_of(progress, panel);
    float button = button_height(ui, false), row = ui_grow(ui, 44, T18, 1), head = ui_grow(ui, 30, T18, 1);
    float height = 56 + ui_type(ui, T32).line + 16 + head + 8 + (float)table.rows * (row + 6) + 12 + button;
    UiId id = ui_id("figures-dialog");
    Rect box = dialog_begin(ui, id, progress_panel_title(panel),
                            menu_dialog_size(ui, 8.6f * (float)ui->in.text_percent, height));
    Rect foot = layout_cut_bottom(&box, button, 16), heads = layout_cut_top(&box, head, 8);
    ScrollList list = {.id = ui_id("figure"),
                       .view = box,
                       .row_height = row,
                       .gap = 6,
                       .count = table.rows,
                       .takes_pages = true};
    ScrollRows rows = scroll_list_begin(ui, &list);
    heads.w = rows.content.w;
    for (int i = rows.from; i < rows.to; i++)
        put_row(ui, progress, &table, i, scroll_list_cell(&list, &rows, i));
    scroll_end(ui);
    draw_heads(ui, &table, heads);
    Button close = {.id = ui_id_index(id, 1), .rect = foot, .label = STR("Close"), .is_centered = true};
    if (button_put(ui, &close) || ui_command(ui, COMMAND_BACK)) progress->are_figures_open = false;
    dialog_end(ui);
}
