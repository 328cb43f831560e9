#include "screens/study_table_row.h"

#include <math.h>

#include "screens/mastery_bar.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define DUE_COUNTED 10000 /* by the store */
#define ROW_PAD     14
#define COLUMN_GAP  12
#define AVATAR      34
#define BAR_WIDTH   180.0f
#define BAR_HEIGHT  12.0f
#define BAR_LEAST   60.0f /* a shorter one says nothing */

Str study_table_due(Arena *arena, int32_t due)
{
    if (due < DUE_COUNTED) return format_number(arena, due);
    return str_format(arena, "%.*s+", STR_FMT(format_number(arena, DUE_COUNTED - 1)));
}

RowCells study_table_cells(const Ui *ui, Rect row)
{
    static const float shares[STUDY_COLUMNS] = {220, 270, 135, 185, 120, 230};
    static const float large[STUDY_COLUMNS] = {265, 155, 210, 140, 180, 180}; /* figures alone */
    const float *widths = ui->in.text_percent >= 150 ? large : shares;
    return row_cells(layout_pad(row, ROW_PAD, 0), widths, STUDY_COLUMNS, COLUMN_GAP);
}

typedef struct {
    LabelStyle strong, quiet;
} Styles;

static Styles styles_of(bool is_own)
{
    LabelStyle strong = {.size = T18,
                         .weight = WEIGHT_SEMI,
                         .color = TOKEN_TEXT,
                         .align = TEXT_ALIGN_LEFT,
                         .is_tabular = true};
    LabelStyle quiet = strong;
    quiet.weight = WEIGHT_MEDIUM;
    quiet.color = is_own ? TOKEN_SOFT : TOKEN_MUTED;
    return (Styles){strong, quiet};
}

/* A figure, and what belongs to it where there is room. */
static void draw_pair(Ui *ui, const Styles *styles, Rect cell, Str figure, Str more)
{
    float used = label_draw(ui, cell, figure, &styles->strong) + 8;
    if (more.size == 0 || used + label_width(ui, more, &styles->quiet) > cell.w) return;
    label_draw(ui, (Rect){cell.x + used, cell.y, cell.w - used, cell.h}, more, &styles->quiet);
}

static void draw_none(Ui *ui, const Styles *styles, Rect cell)
{
    label_draw(ui, cell, STR("–"), &styles->quiet);
}

static void draw_name(Ui *ui, const Styles *styles, const StoreStudyRow *row, Rect cell)
{
    Vec face = {cell.x + AVATAR / 2.0f, cell.y + cell.h / 2};
    paint_avatar(ui, face, AVATAR, row->name, row->color);
    layout_cut_left(&cell, AVATAR, 12);
    Styles large = *styles;
    large.strong.size = T20;
    draw_pair(ui, &large, cell, row->name, row->is_autoplay ? STR("demo") : (Str){0});
}

static void draw_mastery(Ui *ui, const Styles *styles, const MasteryParts *parts, Rect cell)
{
    Str percent = str_format(ui->frame, "%d%%", parts->percent);
    float figure = label_width(ui, STR("100%"), &styles->strong);
    float width = fminf(BAR_WIDTH, cell.w - figure - 14);
    if (width >= BAR_LEAST) {
        Rect bar = layout_cut_left(&cell, width, 14);
        bar.y += (bar.h - BAR_HEIGHT) / 2;
        bar.h = BAR_HEIGHT;
        mastery_bar_draw(ui, bar, parts, 3);
    }
    label_draw(ui, cell, percent, &styles->strong);
}

static Str learned_text(Ui *ui, const StudyTable *table, const StoreStudyRow *row)
{
    return str_format(ui->frame, "%.*s of %.*s", STR_FMT(format_number(ui->frame, row->learned)),
                      STR_FMT(format_number(ui->frame, table->cards)));
}

static void draw_test(Ui *ui, const Styles *styles, const StoreStudyRow *row, Rect cell)
{
    if (row->test_last < 0) {
        draw_none(ui, styles, cell);
        return;
    }
    Str best =
        row->test_best > row->test_last ? str_format(ui->frame, "best %d%%", row->test_best) : (Str){0};
    draw_pair(ui, styles, cell, str_format(ui->frame, "%d%%", row->test_last), best);
}

static void draw_spaced(Ui *ui, const Styles *styles, const StoreStudyRow *row, Rect cell)
{
    Str due = str_format(ui->frame, "%.*s due", STR_FMT(study_table_due(ui->frame, row->spaced_due)));
    Str in_time = {0};
    if (row->reviews > 0)
        in_time = str_format(ui->frame, "%.*s in time",
                             STR_FMT(format_percent(ui->frame, row->reviews_in_time, row->reviews)));
    draw_pair(ui, styles, cell, due, in_time);
}

void study_table_row_draw(Ui *ui, const StudyTable *table, const StoreStudyRow *row, bool is_own, Rect rect)
{
    RowCells at = study_table_cells(ui, rect);
    Styles styles = styles_of(is_own);
    MasteryParts parts = mastery_parts(&row->mastery, table->cards);
    draw_name(ui, &styles, row, at.cells[STUDY_NAME]);
    draw_mastery(ui, &styles, &parts, at.cells[STUDY_MASTERY]);
    label_draw(ui, at.cells[STUDY_LEARNED], learned_text(ui, table, row), &styles.strong);
    draw_test(ui, &styles, row, at.cells[STUDY_TESTED]);
    if (row->match_best_ms > 0)
        label_draw(ui, at.cells[STUDY_MATCHED], format_time(ui->frame, row->match_best_ms, 1),
                   &styles.strong);
    else
        draw_none(ui, &styles, at.cells[STUDY_MATCHED]);
    draw_spaced(ui, &styles, row, at.cells[STUDY_REVIEWED]);
}

Str study_table_told(Ui *ui, const StudyTable *table, const StoreStudyRow *row)
{
    MasteryParts parts = mastery_parts(&row->mastery, table->cards);
    StrBuf told;
    str_buf_init(&told, ui->frame);
    str_buf_addf(&told, "mastery %d%%, learned %.*s", parts.percent, STR_FMT(learned_text(ui, table, row)));
    if (row->test_last >= 0)
        str_buf_addf(&told, ", last test %d%%, best test %d%%", row->test_last, row->test_best);
    if (row->match_best_ms > 0)
        str_buf_addf(&told, ", best match %.*s", STR_FMT(format_time(ui->frame, row->match_best_ms, 1)));
    str_buf_addf(&told, ", %d due", row->spaced_due);
    if (row->reviews > 0)
        str_buf_addf(&told, ", %d of %d reviews in time", row->reviews_in_time, row->reviews);
    return str_buf_str(&told);
}
