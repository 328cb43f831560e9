#include "screens/export_state.h"
#include "ui/layout.h"

#define ROW_GAP 6
#define GAP     16.0f

static const LabelStyle NAME = {T20, WEIGHT_SEMI, TOKEN_TEXT, TEXT_ALIGN_LEFT, false, false, 1};
static const LabelStyle QUIET = {T18, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_LEFT, false, false, 1};

static Str label_of(int32_t what)
{
    if (what == EXPORT_PROGRESS) return STR("Your progress");
    if (what == EXPORT_ANSWERS) return STR("Your answers");
    return str_of(export_format_label((ExportFormat)what));
}

static Str purpose_of(int32_t what)
{
    switch (what) {
    case EXPORT_DECK: return STR("All there is, to share or to keep");
    case EXPORT_CSV: return STR("All in columns, for spreadsheets");
    case EXPORT_QUIZLET: return STR("To paste into Quizlet or Knowt");
    case EXPORT_ANKI_TEXT: return STR("For Anki's own text import");
    case EXPORT_ANKI_PACKAGE: return STR("Opens in Anki at once");
    case EXPORT_SHEET: return STR("To print, fold and learn on paper");
    case EXPORT_SHEET_CUT: return STR("To print on both sides and cut");
    case EXPORT_PROGRESS: return STR("How well you know each card");
    case EXPORT_ANSWERS: return STR("Each one you gave, with its time");
    default: return (Str){0};
    }
}

static float mark_room(const Ui *ui)
{
    return ui_type(ui, T20).size + 4;
}

static float side_by_side(Ui *ui, int32_t what)
{
    return label_width(ui, label_of(what), &NAME) + 2 * GAP + label_width(ui, purpose_of(what), &QUIET);
}

/* What it is for stands beside the name where there is room for all of them, else below. */
static bool is_wide(Ui *ui, float width)
{
    for (int32_t what = 0; what < EXPORT_WHAT_COUNT; what++)
        if (side_by_side(ui, what) + mark_room(ui) + 3 * GAP > width) return false;
    return true;
}

static void draw_row(Ui *ui, int32_t what, Rect rect, bool is_on, bool has_room)
{
    Rect inside = layout_pad(rect, 18, 0), mark = layout_cut_left(&inside, mark_room(ui), GAP);
    Color color = ui_color(ui, TOKEN_TERM);
    float side = ui_type(ui, T20).size + 2;
    if (is_on) icon_draw(ui->draw, ICON_TICK, layout_center(mark, side, side), color, color);
    LabelStyle quiet = QUIET;
    if (has_room) {
        quiet.align = TEXT_ALIGN_RIGHT;
        label_draw(ui, inside, label_of(what), &NAME);
        label_draw(ui, inside, purpose_of(what), &quiet);
        return;
    }
    Rect words = layout_center(inside, inside.w, ui_type(ui, T20).line + ui_type(ui, T18).line);
    label_draw(ui, layout_cut_top(&words, ui_type(ui, T20).line, 0), label_of(what), &NAME);
    label_draw(ui, words, purpose_of(what), &quiet);
}

void export_formats_put(Ui *ui, ExportState *state, Rect area)
{
    bool has_room = is_wide(ui, area.w - scroll_bar_width());
    ScrollList list = {.id = ui_id("format"),
                       .view = area,
                       .row_height = has_room ? row_height(ui) : ui_grow(ui, 66, T20, 2),
                       .gap = ROW_GAP,
                       .count = EXPORT_WHAT_COUNT};
    ScrollRows rows = scroll_list_begin(ui, &list);
    for (int i = rows.from; i < rows.to; i++) {
        bool is_on = i == state->what;
        Row row = {.id = ui_id_index(list.id, i),
                   .rect = scroll_list_cell(&list, &rows, i),
                   .label = label_of(i),
                   .value = purpose_of(i),
                   .look = ROW_CARD,
                   .is_selected = is_on,
                   .is_default = is_on};
        UiHit hit = row_begin(ui, &row);
        draw_row(ui, i, row.rect, is_on, has_room);
        row_end(ui);
        if (hit.is_activated) state->what = i;
    }
    scroll_end(ui);
}
