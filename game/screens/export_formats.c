#include "screens/export_state.h"
#include "ui/layout.h"

#define ROW_HIGH 66
#define ROW_GAP  8
#define MARK     24.0f

/* What the format is for, and what of a card it leaves behind. */
static Str purpose_of(ExportFormat format)
{
    switch (format) {
    case EXPORT_DECK: return STR("All there is, to share or to keep");
    case EXPORT_CSV: return STR("For spreadsheets, all in columns");
    case EXPORT_QUIZLET: return STR("To paste into Quizlet or Knowt");
    case EXPORT_ANKI_TEXT: return STR("For Anki's own text import");
    case EXPORT_ANKI_PACKAGE: return STR("Opens in Anki at once");
    case EXPORT_SHEET: return STR("To print, fold and learn on paper");
    case EXPORT_SHEET_CUT: return STR("To print on both sides and cut");
    case EXPORT_FORMAT_COUNT: break;
    }
    return (Str){0};
}

static void draw_row(Ui *ui, ExportFormat format, Rect rect, bool is_on)
{
    LabelStyle name = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle quiet = {.size = T18,
                        .weight = WEIGHT_MEDIUM,
                        .color = is_on ? TOKEN_SOFT : TOKEN_MUTED,
                        .align = TEXT_ALIGN_LEFT};
    Rect inside = layout_pad(rect, 18, 0), mark = layout_cut_left(&inside, MARK, 16);
    Color color = ui_color(ui, TOKEN_TERM);
    if (is_on) icon_draw(ui->draw, ICON_TICK, layout_center(mark, MARK, MARK), color, color);
    float high = ui_type(ui, T20).line + ui_type(ui, T18).line;
    Rect words = layout_center(inside, inside.w, high);
    label_draw(ui, layout_cut_top(&words, ui_type(ui, T20).line, 0), str_of(export_format_label(format)),
               &name);
    label_draw(ui, words, purpose_of(format), &quiet);
}

void export_formats_put(Ui *ui, ExportState *state, Rect area)
{
    ScrollList list = {.id = ui_id("format"),
                       .view = area,
                       .row_height = ui_grow(ui, ROW_HIGH, T20, 2),
                       .gap = ROW_GAP,
                       .count = EXPORT_FORMAT_COUNT};
    ScrollRows rows = scroll_list_begin(ui, &list);
    for (int i = rows.from; i < rows.to; i++) {
        bool is_on = i == (int)state->format;
        Row row = {.id = ui_id_index(list.id, i),
                   .rect = scroll_list_cell(&list, &rows, i),
                   .label = str_of(export_format_label((ExportFormat)i)),
                   .value = purpose_of((ExportFormat)i),
                   .look = ROW_CARD,
                   .is_selected = is_on,
                   .is_default = is_on};
        UiHit hit = row_begin(ui, &row);
        draw_row(ui, (ExportFormat)i, row.rect, is_on);
        row_end(ui);
        if (hit.is_activated) state->format = (ExportFormat)i;
    }
    scroll_end(ui);
}
