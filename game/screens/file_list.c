#include <math.h>
#include <string.h>

#include "screens/file_list_state.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define GAP        12.0f
#define ROW_GAP    6.0f
#define ROW_PAD    18.0f
#define ICON_ROOM  14.0f
#define SIZE_ROOM  96.0f
#define DATE_ROOM  118.0f
#define LEAST_NAME 220.0f /* before size and date, which go where there is no room */

static const LabelStyle QUIET = {T18, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_RIGHT, true, false, 1};

/* --- the folder --- */

Str file_list_words(Str path, const Model *model, Arena *arena)
{
    Str home = model->home_folder;
    bool is_home = home.size > 1 && str_starts(path, home);
    if (!is_home || (path.size > home.size && path.data[home.size] != '/')) return path;
    Str rest = str_slice(path, home.size, path.size);
    return str_format(arena, "~%.*s", STR_FMT(rest));
}

/* Where it is too long its end counts. */
static Str folder_words(Ui *ui, const FileListView *view, const Model *model, const LabelStyle *style,
                        float width)
{
    Str path = file_list_words(str_of(view->folder), model, ui->frame);
    while (label_width(ui, path, style) > width) {
        size_t next = path.size > 4 ? 4 : path.size;
        while (next < path.size && path.data[next] != '/') next++;
        if (next >= path.size) break;
        path = str_format(ui->frame, "…%.*s", STR_FMT(str_slice(path, next, path.size)));
    }
    return path;
}

static bool put_folder(Ui *ui, FileListView *view, const Model *model, Rect line)
{
    Chip up = {.id = ui_id("file-up"),
               .at = {line.x, line.y},
               .height = line.h,
               .label = STR("Up"),
               .icon = ICON_ARROW_UP,
               .trigger = ui_on_key_button(KEY_BACKSPACE, PAD_LB),
               .role = ROLE_CHIP,
               .is_disabled = strcmp(view->folder, "/") == 0};
    bool is_up = chip_put(ui, &up) && file_list_go_up(view);
    layout_cut_left(&line, chip_width(ui, &up), 16);
    LabelStyle style = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    paint_layer(ui, line);
    float side = ui_type(ui, T20).size + 2;
    Rect icon = layout_cut_left(&line, side, 10);
    icon_draw(ui->draw, ICON_FOLDER, layout_center(icon, side, side), ui_color(ui, TOKEN_DEF),
              ui_color(ui, TOKEN_DEF));
    label_note(ui, ui_id("file-folder"), line, folder_words(ui, view, model, &style, line.w), &style);
    paint_layer_end(ui);
    return is_up;
}

/* --- filter and order --- */

/* A letter that is typed anywhere begins the filter. */
static void take_letter(Ui *ui, FileListView *view, UiId field)
{
    Action action = ui_free_action(ui);
    const InputEvent *event = &action.event;
    bool is_letter = action.kind == ACTION_KEY && event->kind == INPUT_KEY_DOWN && event->text[0] > ' ' &&
                     !(event->mods & (MOD_CTRL | MOD_ALT | MOD_GUI));
    if (!is_letter || event->key == KEY_SLASH || ui_focused(ui) == field) return;
    text_edit_insert(&view->filter, (Str){event->text, 1});
    ui_focus(ui, field);
    ui_consume(ui);
    file_list_arrange(view, ui->frame);
}

static void put_filter(Ui *ui, FileListView *view, Rect rect)
{
    Field field = {.id = ui_id("file-filter"),
                   .rect = rect,
                   .label = STR("Filter by name"),
                   .hint = STR("Type to filter"),
                   .icon = ICON_SEARCH,
                   .trigger = ui_on_key_button(KEY_SLASH, PAD_X)};
    take_letter(ui, view, field.id);
    FieldAnswer answer = field_put(ui, &field, &view->filter);
    if (answer.wants_keyboard) view->keyboard = (Keyboard){.is_open = true};
    if (answer.is_changed) file_list_arrange(view, ui->frame);
    if (answer.is_confirmed) view->wants_focus = true;
}

static void put_tools(Ui *ui, FileListView *view, Rect line)
{
    Chip order = {.id = ui_id("file-order"),
                  .height = line.h,
                  .label = view->is_by_name ? STR("By name") : STR("Newest first"),
                  .trigger = ui_on_key_button(KEY_F2, PAD_RB),
                  .role = ROLE_CHIP};
    Chip all = {.id = ui_id("file-all"),
                .height = line.h,
                .label = STR("All files"),
                .icon = view->shows_all ? ICON_TICK : ICON_PLUS,
                .trigger = ui_on_key_button(KEY_F3, PAD_BACK),
                .role = ROLE_CHIP,
                .is_on = view->shows_all};
    float width = chip_width(ui, &order) + GAP + chip_width(ui, &all);
    put_filter(ui, view, layout_cut_left(&line, line.w - width - GAP, GAP));
    order.at = (Vec){line.x, line.y};
    all.at = (Vec){line.x + chip_width(ui, &order) + GAP, line.y};
    if (chip_put(ui, &order)) view->is_by_name = !view->is_by_name, file_list_arrange(view, ui->frame);
    if (chip_put(ui, &all)) view->shows_all = !view->shows_all, file_list_arrange(view, ui->frame);
}

/* --- the files --- */

static Str age_of(const FileListItem *item, const Model *model, Arena *arena)
{
    int64_t changed_ms = item->info.changed_ns / 1000000;
    return format_day(arena, format_local_day(changed_ms, model->utc_offset_min), model->today);
}

static void draw_item(Ui *ui, const FileListItem *item, const Model *model, Rect rect)
{
    LabelStyle name = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    Rect inside = layout_pad(rect, ROW_PAD, 0);
    float side = ui_type(ui, T20).size + 2, size = ui_grow(ui, SIZE_ROOM, T18, 4);
    float date = ui_grow(ui, DATE_ROOM, T18, 5);
    bool is_folder = item->info.is_folder;
    Rect icon = layout_cut_left(&inside, side, ICON_ROOM);
    Color color = ui_color(ui, is_folder ? TOKEN_DEF : item->is_suitable ? TOKEN_TERM : TOKEN_MUTED);
    icon_draw(ui->draw, is_folder ? ICON_FOLDER : ICON_TEST, layout_center(icon, side, side), color, color);
    if (inside.w > LEAST_NAME + date)
        label_draw(ui, layout_cut_right(&inside, date, GAP), age_of(item, model, ui->frame), &QUIET);
    if (inside.w > LEAST_NAME + size) {
        Rect box = layout_cut_right(&inside, size, GAP);
        if (!is_folder) label_draw(ui, box, format_size(ui->frame, item->info.size), &QUIET);
    }
    if (!item->is_suitable) name.color = TOKEN_SOFT;
    label_draw(ui, inside, item->name, &name);
}

static Str told(const FileListItem *item, const Model *model, Arena *arena)
{
    Str age = age_of(item, model, arena);
    if (item->info.is_folder) return str_format(arena, "Folder, %.*s", STR_FMT(age));
    return str_format(arena, "%.*s, %.*s", STR_FMT(format_size(arena, item->info.size)), STR_FMT(age));
}

static bool put_item(Ui *ui, const FileListItem *item, const Model *model, UiId id, Rect rect)
{
    Row row = {
        .id = id, .rect = rect, .label = item->name, .value = told(item, model, ui->frame), .look = ROW_CARD};
    UiHit hit = row_begin(ui, &row);
    draw_item(ui, item, model, rect);
    row_end(ui);
    return hit.is_activated;
}

static void choose(Ui *ui, FileListView *view, const FileListItem *item, FileListAnswer *answer)
{
    if (item->info.is_folder)
        answer->wants_reload = file_list_enter(view, item->name);
    else
        answer->path = file_join(ui->frame, view->folder, item->name.data);
}

static Str empty_words(const FileListView *view, Arena *arena)
{
    if (view->err.is_set) return str_copy(arena, str_of(view->err.text));
    if (text_edit_text(&view->filter).size > 0) return STR("No file here has that in its name.");
    bool has_others = view->count > 0 && !view->shows_all;
    return has_others ? STR("No file here looks like what is wanted. “All files” shows the others.")
                      : STR("This folder is empty.");
}

static void put_empty(Ui *ui, const FileListView *view, Rect area)
{
    LabelStyle style = {.size = T20,
                        .weight = WEIGHT_MEDIUM,
                        .color = view->err.is_set ? TOKEN_BAD : TOKEN_SOFT,
                        .align = TEXT_ALIGN_CENTER};
    Str words = empty_words(view, ui->frame);
    float width = area.w * 0.8f;
    Rect box = layout_center(area, width, fminf(area.h, label_height(ui, words, &style, width)));
    paint_layer(ui, box);
    label_paragraph(ui, box, words, &style);
    paint_layer_end(ui);
    ui_note(ui, ui_id("file-empty"), words, box);
}

static void put_left_out(Ui *ui, const FileListView *view, Rect *area)
{
    if (view->left_out == 0) return;
    LabelStyle style = QUIET;
    style.align = TEXT_ALIGN_LEFT;
    Rect line = layout_cut_bottom(area, ui_type(ui, T18).line, 8);
    Str words = str_format(ui->frame, "%s more are not shown: this folder is very full.",
                           format_number(ui->frame, view->left_out).data);
    label_note(ui, ui_id("file-left-out"), line, words, &style);
}

static void put_files(Ui *ui, FileListView *view, const Model *model, Rect area, FileListAnswer *answer)
{
    if (view->shown_count == 0) {
        put_empty(ui, view, area);
        return;
    }
    put_left_out(ui, view, &area);
    ScrollList list = {.id = ui_id("file"),
                       .view = area,
                       .row_height = row_height(ui),
                       .gap = ROW_GAP,
                       .count = view->shown_count,
                       .takes_pages = true};
    if (view->wants_focus) scroll_list_focus(ui, &list, file_list_first(view));
    view->wants_focus = false;
    ScrollRows rows = scroll_list_begin(ui, &list);
    const FileListItem *chosen = NULL;
    for (int i = rows.from; i < rows.to; i++) {
        const FileListItem *item = &view->items[view->shown[i]];
        Rect rect = scroll_list_cell(&list, &rows, i);
        if (put_item(ui, item, model, ui_id_index(list.id, i), rect)) chosen = item;
    }
    scroll_end(ui);
    if (chosen) choose(ui, view, chosen, answer);
}

static void put_keyboard(Ui *ui, FileListView *view)
{
    if (!view->keyboard.is_open) return;
    KeyboardAnswer answer =
        keyboard_put(ui, ui_id("file-keyboard"), STR("Filter by name"), &view->keyboard, &view->filter);
    if (answer == KEYBOARD_OPEN) return;
    view->keyboard.is_open = false;
    view->wants_focus = true;
    file_list_arrange(view, ui->frame);
}

bool file_list_passes_focus(FileListView *view)
{
    bool passes = view->wants_focus && view->shown_count == 0 && text_edit_text(&view->filter).size == 0;
    if (passes) view->wants_focus = false;
    return passes;
}

FileListAnswer file_list_put(Ui *ui, FileListView *view, const Model *model, Rect area)
{
    FileListAnswer answer = {.wants_reload = false};
    Rect folder = layout_cut_top(&area, chip_height(ui), GAP);
    Rect tools = layout_cut_top(&area, field_height(ui), GAP);
    answer.wants_reload = put_folder(ui, view, model, folder);
    put_tools(ui, view, tools);
    put_files(ui, view, model, area, &answer);
    put_keyboard(ui, view);
    return answer;
}
