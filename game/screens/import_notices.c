#include "screens/import_state.h"
#include "screens/menu.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define ROW_GAP  6.0f
#define ICON_GAP 14.0f
#define GAP      12.0f /* above what is not listed */
#define TITLE    STR("What does not come in as it is")

static const LabelStyle QUIET = {
    .size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_LEFT};

/* --- in a line --- */

/* "3 dropped, 2 twice, 5 pictures left out"; empty: all came in as it is. */
static Str left_out_words(const ImportResult *result, Arena *arena)
{
    StrBuf words;
    str_buf_init(&words, arena);
    format_add_count(&words, (int64_t)result->dropped, "left out", "left out");
    format_add_count(&words, (int64_t)result->duplicates, "twice", "twice");
    format_add_count(&words, (int64_t)result->pictures, "picture", "pictures");
    format_add_count(&words, (int64_t)result->sounds, "sound", "sounds");
    format_add_count(&words, (int64_t)result->doubts, "to look at", "to look at");
    return str_buf_str(&words);
}

static Str cards_words(const CurrentImport *import, Arena *arena)
{
    const ImportResult *result = import->result;
    Str cards = format_count(arena, (int64_t)result->count, "card", "cards");
    if (result->review_count == 0) return cards;
    return str_format(arena, "%.*s, %s", STR_FMT(cards),
                      format_count(arena, (int64_t)result->review_count, "review", "reviews").data);
}

void import_counts_put(Ui *ui, ImportState *state, const CurrentImport *import, Rect line)
{
    LabelStyle style = {.size = T24, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    Str cards = cards_words(import, ui->frame), out = left_out_words(import->result, ui->frame);
    paint_layer(ui, line);
    label_note(ui, ui_id("import-count"), line, cards, &style);
    paint_layer_end(ui);
    if (out.size == 0) return;
    layout_cut_left(&line, label_width(ui, cards, &style), 20);
    Chip chip = {.id = ui_id("import-notices"),
                 .at = {line.x, line.y},
                 .height = line.h,
                 .max_width = line.w,
                 .label = out,
                 .icon = import->result->dropped + import->result->doubts > 0 ? ICON_WARNING : ICON_INFO,
                 .trigger = ui_on_key_button(KEY_N, PAD_X),
                 .role = ROLE_CHIP};
    chip.at.x = line.x + line.w - chip_width(ui, &chip);
    UiId focused = ui_focused(ui);
    if (!chip_put(ui, &chip)) return;
    state->shows_notices = true;
    state->opened_from = focused;
}

/* --- the list --- */

static Icon icon_of(NoticeKind kind)
{
    switch (kind) {
    case NOTICE_DROPPED: return ICON_CROSS;
    case NOTICE_DUPLICATE: return ICON_MINUS;
    case NOTICE_DOUBT: break;
    }
    return ICON_WARNING;
}

static Token color_of(NoticeKind kind)
{
    switch (kind) {
    case NOTICE_DROPPED: return TOKEN_BAD;
    case NOTICE_DUPLICATE: return TOKEN_MUTED;
    case NOTICE_DOUBT: break;
    }
    return TOKEN_DEF;
}

static Str place_of(const ImportResult *result, const ImportNotice *notice, Arena *arena)
{
    if (notice->line <= 0) return STR("All of it");
    const char *what = result->format == IMPORT_ANKI_PACKAGE ? "Note" : "Line";
    return str_format(arena, "%s %s", what, format_number(arena, notice->line).data);
}

static void put_notice(Ui *ui, const ImportResult *result, const ImportNotice *notice, UiId id, Rect rect)
{
    LabelStyle place = {.size = T18, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle words = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_LEFT};
    Row row = {.id = id,
               .rect = rect,
               .label = place_of(result, notice, ui->frame),
               .value = notice->text,
               .look = ROW_CARD};
    row_begin(ui, &row);
    Rect inside = layout_pad(rect, 16, 4);
    float side = ui_type(ui, T18).size;
    Rect icon = layout_cut_left(&inside, side, ICON_GAP);
    Color color = ui_color(ui, color_of(notice->kind));
    icon_draw(ui->draw, icon_of(notice->kind), layout_center(icon, side, side), color, color);
    float used = label_width(ui, row.label, &place) + 14;
    label_draw(ui, layout_cut_left(&inside, used, 0), row.label, &place);
    float high = label_height(ui, notice->text, &words, inside.w);
    if (high < inside.h) inside = layout_center(inside, inside.w, high);
    label_paragraph(ui, inside, notice->text, &words);
    row_end(ui);
}

static float notice_height(const Ui *ui)
{
    return ui_type(ui, T18).line * 2 + 12;
}

static void put_list(Ui *ui, const ImportResult *result, Rect area)
{
    ScrollList list = {.id = ui_id("import-notice"),
                       .view = area,
                       .row_height = notice_height(ui),
                       .gap = ROW_GAP,
                       .count = (int)result->notice_count,
                       .takes_pages = true};
    ScrollRows rows = scroll_list_begin(ui, &list);
    for (int i = rows.from; i < rows.to; i++)
        put_notice(ui, result, &result->notices[i], ui_id_index(list.id, i),
                   scroll_list_cell(&list, &rows, i));
    scroll_end(ui);
}

/* Pictures and sounds are counted, not listed one by one; long lists end. */
static Str more_words(const ImportResult *result, Arena *arena)
{
    size_t all = result->dropped + result->duplicates + result->doubts;
    StrBuf words;
    str_buf_init(&words, arena);
    if (result->pictures + result->sounds > 0)
        str_buf_add(&words, STR("Only text comes in: pictures and sounds stay behind."));
    if (all > result->notice_count)
        str_buf_addf(&words, "%s%s more are not listed.", words.size > 0 ? " " : "",
                     format_number(arena, (int64_t)(all - result->notice_count)).data);
    return str_buf_str(&words);
}

static float more_height(Ui *ui, const ImportResult *result, float width)
{
    Str more = more_words(result, ui->frame);
    return more.size > 0 ? label_height(ui, more, &QUIET, width) : 0;
}

/* No higher than the list. */
static Vec dialog_size(Ui *ui, const ImportResult *result)
{
    float width = menu_dialog_size(ui, ui_grow(ui, 820, T20, 4), 0).x;
    float rows = (float)result->notice_count * (notice_height(ui) + ROW_GAP);
    float more = more_height(ui, result, dialog_inner_width(width));
    float foot = (more > 0 ? more + GAP : 0) + 16 + button_height(ui, false);
    return menu_dialog_size(ui, width, dialog_frame_height(ui, TITLE, width) + rows + foot);
}

static void put_more(Ui *ui, const ImportResult *result, Rect *box)
{
    float height = more_height(ui, result, box->w);
    if (height == 0) return;
    Str more = more_words(result, ui->frame);
    Rect line = layout_cut_bottom(box, height, GAP);
    paint_layer(ui, line);
    label_paragraph(ui, line, more, &QUIET);
    ui_note(ui, ui_id("notices-more"), more, line);
    paint_layer_end(ui);
}

void import_notices_put(Ui *ui, ImportState *state, const CurrentImport *import)
{
    if (!state->shows_notices || !import->result) {
        state->shows_notices = false;
        return;
    }
    Rect box = dialog_begin(ui, ui_id("notices-dialog"), TITLE, dialog_size(ui, import->result));
    Rect foot = layout_cut_bottom(&box, button_height(ui, false), 16);
    put_more(ui, import->result, &box);
    put_list(ui, import->result, box);
    Button close = {.id = ui_id("notices-close"),
                    .rect = foot,
                    .label = STR("Close"),
                    .is_default = true,
                    .is_centered = true};
    if (button_put(ui, &close) || ui_command(ui, COMMAND_BACK)) state->shows_notices = false;
    dialog_end(ui);
    if (!state->shows_notices) state->wanted = state->opened_from;
}
