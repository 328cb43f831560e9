/* The sessions of one player, in a dialog. */
#include <ctype.h>
#include <math.h>

#include "screens/menu.h"
#include "screens/study_table.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define COLUMNS    5
#define COLUMN_GAP 12
#define ROW_PAD    14
#define ROW_GAP    6
#define HEAD_GAP   8
#define FOOT_GAP   16

static const float SHARES[COLUMNS] = {3.2f, 1.8f, 1.5f, 1.5f, 4};

static const StoreStudyRow *opened_row(const StudyTable *table)
{
    for (size_t i = 0; i < table->count; i++)
        if (table->rows[i].player == table->opened) return &table->rows[i];
    return NULL;
}

static Str start_text(Ui *ui, const Model *model, int64_t start_ms)
{
    int32_t day = format_local_day(start_ms, model->utc_offset_min);
    return str_format(ui->frame, "%.*s, %.*s", STR_FMT(format_day(ui->frame, day, model->today)),
                      STR_FMT(format_time_of_day(ui->frame, start_ms, model->utc_offset_min)));
}

static Str length_text(Ui *ui, const StoreSession *session)
{
    int64_t minutes = (session->end_ms - session->start_ms) / 60000;
    return minutes == 0 ? STR("< 1 min") : str_format(ui->frame, "%lld min", (long long)minutes);
}

/* "match learn" as people write it: "Match, Learn". */
static Str modes_text(Ui *ui, Str modes)
{
    StrBuf text;
    str_buf_init(&text, ui->frame);
    for (size_t i = 0; i < modes.size; i++) {
        bool is_first = i == 0 || modes.data[i - 1] == ' ';
        if (modes.data[i] == ' ')
            str_buf_addf(&text, ", ");
        else
            str_buf_addf(&text, "%c", is_first ? toupper((unsigned char)modes.data[i]) : modes.data[i]);
    }
    return str_buf_str(&text);
}

static void draw_cells(Ui *ui, Rect row, const Str texts[COLUMNS], const LabelStyle *style)
{
    int count = ui->in.text_percent >= 150 ? COLUMNS - 1 : COLUMNS; /* large text leaves out the modes */
    RowCells cells = row_cells(layout_pad(row, ROW_PAD, 0), SHARES, count, COLUMN_GAP);
    for (int i = 0; i < count; i++) label_draw(ui, cells.cells[i], texts[i], style);
}

static void draw_heads(Ui *ui, Rect line)
{
    static const Str heads[COLUMNS] = {STR_INIT("Start"), STR_INIT("Length"), STR_INIT("Answers"),
                                       STR_INIT("Right"), STR_INIT("Modes")};
    LabelStyle style = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_LEFT};
    draw_cells(ui, line, heads, &style);
}

static void put_session(Ui *ui, const StoreSession *session, const Row *row)
{
    LabelStyle style = {.size = T18,
                        .weight = WEIGHT_MEDIUM,
                        .color = TOKEN_TEXT,
                        .align = TEXT_ALIGN_LEFT,
                        .is_tabular = true};
    Str texts[COLUMNS] = {row->label, length_text(ui, session), format_number(ui->frame, session->answers),
                          format_percent(ui->frame, session->right, session->answers),
                          modes_text(ui, session->modes)};
    row_begin(ui, row);
    draw_cells(ui, row->rect, texts, &style);
    row_end(ui);
}

static void put_list(Ui *ui, const StudyTable *table, const Model *model, Rect area)
{
    Rect line = layout_cut_top(&area, ui_type(ui, T18).line, HEAD_GAP);
    ScrollList list = {.id = ui_id("session"),
                       .view = area,
                       .row_height = row_height(ui),
                       .gap = ROW_GAP,
                       .count = (int)table->session_count,
                       .takes_pages = true};
    ScrollRows rows = scroll_list_begin(ui, &list);
    for (int i = rows.from; i < rows.to; i++) {
        const StoreSession *session = &table->sessions[i];
        Row row = {.id = ui_id_index(list.id, i),
                   .rect = scroll_list_cell(&list, &rows, i),
                   .label = start_text(ui, model, session->start_ms),
                   .value = str_format(ui->frame, "%.*s, %d answers, %d right",
                                       STR_FMT(length_text(ui, session)), session->answers, session->right),
                   .look = ROW_CARD,
                   .is_default = i == 0};
        put_session(ui, session, &row);
    }
    scroll_end(ui);
    line.w = rows.content.w;
    draw_heads(ui, line);
}

/* As high as the sessions are, if there is that much room. */
static Vec dialog_size(const Ui *ui, const StudyTable *table)
{
    float rows = fmaxf(1, (float)table->session_count) * (row_height(ui) + ROW_GAP);
    float frame = 56 + ui_type(ui, T32).line + 16 + ui_type(ui, T18).line + HEAD_GAP;
    return menu_dialog_size(ui, 960, frame + rows + FOOT_GAP + button_height(ui, false));
}

Intent study_table_dialog(Ui *ui, StudyTable *table, const Model *model)
{
    const StoreStudyRow *row = opened_row(table);
    if (!row) {
        table->opened = 0;
        return intent_none();
    }
    Str title = str_format(ui->frame, "Sessions of %.*s", STR_FMT(row->name));
    Rect box = dialog_begin(ui, ui_id("sessions-dialog"), title, dialog_size(ui, table));
    Rect foot = layout_cut_bottom(&box, button_height(ui, false), FOOT_GAP);
    put_list(ui, table, model, box);
    Button close = {.id = ui_id("sessions-close"),
                    .rect = layout_column(foot, 1, 2, 16),
                    .label = STR("Close"),
                    .kind = BUTTON_PRIMARY,
                    .is_centered = true};
    if (button_put(ui, &close) || ui_command(ui, COMMAND_BACK)) table->opened = 0;
    dialog_end(ui);
    return intent_none();
}
