#include "screens/study_table.h"

#include <math.h>

#include "screens/study_table_order.h"
#include "screens/study_table_row.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define MOST_SESSIONS 500
#define ROW_HIGH      44
#define HEAD_GAP      8 /* holds the first row's focus ring */
#define ROW_GAP       4

void study_table_load(StudyTable *table, Arena *arena, const Model *model)
{
    Str deck = model->deck.id;
    int64_t now_ms = model->platform->wall_ms(model->platform->self);
    table->cards = deck_count(model->deck.deck);
    table->count = store_study_rows(model->store, deck, now_ms, arena, &table->rows);
    table->order = ARENA_NEW_N(arena, uint32_t, table->count ? table->count : 1);
    study_table_order(table, model->player.id);
    table->session_count = 0;
    if (table->opened != 0)
        table->session_count =
            store_sessions(model->store, table->opened, deck, MOST_SESSIONS, arena, &table->sessions);
}

const StoreStudyRow *study_table_own(const StudyTable *table, const Model *model)
{
    for (size_t i = 0; i < table->count; i++)
        if (table->rows[i].player == model->player.id) return &table->rows[i];
    return NULL;
}

static float row_high(const Ui *ui)
{
    return ui_grow(ui, ROW_HIGH, T20, 1);
}

static float head_high(const Ui *ui)
{
    return ui_type(ui, T18).line + HEAD_GAP;
}

float study_table_least_height(const Ui *ui)
{
    return head_high(ui) + row_high(ui) + ROW_GAP;
}

static void sort_by(StudyTable *table, StudyColumn column, int64_t own)
{
    table->is_reversed = table->is_sorted && table->column == column && !table->is_reversed;
    table->is_sorted = true;
    table->column = column;
    study_table_order(table, own);
}

void study_table_sort_next(StudyTable *table)
{
    StudyColumn next = table->is_sorted ? (StudyColumn)((table->column + 1) % STUDY_COLUMNS) : STUDY_NAME;
    table->is_sorted = false;
    sort_by(table, next, 0);
}

static const Str heads[STUDY_COLUMNS] = {STR_INIT("Name"), STR_INIT("Mastery"),  STR_INIT("Learn"),
                                         STR_INIT("Test"), STR_INIT("Matching"), STR_INIT("Spaced")};

static void draw_arrow(Ui *ui, const StudyTable *table, StudyColumn column, Rect cell, float used)
{
    float side = ui_type(ui, T18).size * 0.8f;
    bool rises = (column == STUDY_NAME || column == STUDY_MATCHED) != table->is_reversed;
    Color color = ui_color(ui, TOKEN_SOFT);
    Rect box = {cell.x + used + 6, cell.y + (cell.h - side) / 2, side, side};
    icon_draw(ui->draw, rises ? ICON_ARROW_UP : ICON_ARROW_DOWN, box, color, color);
}

/* For the pointer alone. */
static bool put_head(Ui *ui, const StudyTable *table, StudyColumn column, Rect cell)
{
    bool is_on = table->is_sorted && table->column == column;
    LabelStyle style = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_LEFT};
    Rect box = {cell.x - 6, cell.y, label_width(ui, heads[column], &style) + (is_on ? 34 : 12), cell.h};
    UiHit hit = ui_widget(ui, &(UiWidget){.id = ui_id_index(ui_id("sort"), column),
                                          .role = ROLE_BUTTON,
                                          .label = heads[column],
                                          .value = is_on ? STR("sorted by this") : STR("sorts by this"),
                                          .flags = UI_POINTER | (is_on ? (unsigned)UI_SELECTED : 0u),
                                          .rect = box});
    style.color = is_on || hit.is_hovered ? TOKEN_SOFT : TOKEN_MUTED;
    paint_layer(ui, box);
    float used = label_draw(ui, cell, heads[column], &style);
    if (is_on) draw_arrow(ui, table, column, cell, used);
    paint_layer_end(ui);
    return hit.is_activated;
}

/* By keys and pad all headings are one control: left and right go from column to column, confirming turns the
   order round. Each by itself would have its neighbour in a row that is scrolled behind it. */
static void put_choice(Ui *ui, StudyTable *table, int64_t own, Rect line)
{
    UiHit hit = ui_widget(ui, &(UiWidget){.id = ui_id("sort"),
                                          .role = ROLE_CHOICE,
                                          .label = STR("Sort by"),
                                          .value = table->is_sorted ? heads[table->column] : (Str){0},
                                          .flags = UI_FOCUSABLE | UI_TAKES_X,
                                          .rect = line,
                                          .radius = 8});
    int column = table->is_sorted ? (int)table->column : hit.step_x > 0 ? -1 : 1;
    column = (column + hit.step_x + STUDY_COLUMNS) % STUDY_COLUMNS;
    if (hit.step_x != 0) table->is_sorted = false; /* another column begins with its best */
    if (hit.step_x != 0 || hit.is_activated)
        sort_by(table, table->is_sorted || hit.step_x != 0 ? (StudyColumn)column : STUDY_NAME, own);
}

static void put_heads(Ui *ui, StudyTable *table, const Model *model, Rect line)
{
    line.h -= HEAD_GAP;
    put_choice(ui, table, model->player.id, line);
    RowCells cells = study_table_cells(ui, line);
    for (int i = 0; i < STUDY_COLUMNS; i++)
        if (put_head(ui, table, (StudyColumn)i, cells.cells[i]))
            sort_by(table, (StudyColumn)i, model->player.id);
}

/* No row is cut through where the list stands at its start. */
static float whole_rows(const Ui *ui, float height)
{
    float step = row_high(ui) + ROW_GAP;
    float count = floorf((height + ROW_GAP) / step);
    return count < 1 ? height : count * step - ROW_GAP;
}

Intent study_table_put(Ui *ui, StudyTable *table, const Model *model, Rect area)
{
    Rect line = layout_cut_top(&area, head_high(ui), 0);
    area.h = whole_rows(ui, area.h);
    ScrollList list = {.id = ui_id("studied"),
                       .view = area,
                       .row_height = row_high(ui),
                       .gap = ROW_GAP,
                       .count = (int)table->count,
                       .takes_pages = true};
    ScrollRows rows = scroll_list_begin(ui, &list);
    Intent intent = intent_none();
    for (int i = rows.from; i < rows.to; i++) {
        const StoreStudyRow *studied = &table->rows[table->order[i]];
        bool is_own = studied->player == model->player.id;
        Row row = {.id = ui_id_index(list.id, i),
                   .rect = scroll_list_cell(&list, &rows, i),
                   .label = studied->name,
                   .value = study_table_told(ui, table, studied),
                   .look = is_own ? ROW_OWN : ROW_PLAIN,
                   .is_default = table->is_default && i == 0};
        if (row_begin(ui, &row).is_activated) {
            table->opened = studied->player;
            intent = (Intent){.kind = INTENT_RELOAD};
        }
        study_table_row_draw(ui, table, studied, is_own, row.rect);
        row_end(ui);
    }
    scroll_end(ui);
    line.w = rows.content.w;
    put_heads(ui, table, model, line);
    return intent;
}
