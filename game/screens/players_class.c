#include <string.h>

#include "base/text.h"
#include "screens/menu.h"
#include "screens/players_state.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"

/* One line of the clipboard that holds a name. */
typedef struct {
    Str name;
    Str trouble; /* empty: it can be added */
    int line;    /* its number in the state's table */
    bool is_taken;
} ClassName;

typedef struct {
    ClassName *names;
    int count, taken;
} ClassNames;

void players_class_open(Ui *ui, ClassDialog *dialog)
{
    *dialog = (ClassDialog){.is_open = true};
    Str text = ui->platform->get_clipboard(ui->platform->self, ui->frame);
    size_t size = text.size < CLASS_MAX_BYTES ? text.size : CLASS_MAX_BYTES;
    dialog->is_cut = size < text.size;
    if (size > 0) memcpy(dialog->text, text.data, size);
    /* a name cut in two is no name */
    while (dialog->is_cut && size > 0 && dialog->text[size - 1] != '\n') size--;
    dialog->size = size;
}

static bool is_before(const ClassNames *names, Str name, Arena *arena)
{
    Str folded = text_fold(arena, name);
    for (int i = 0; i < names->count; i++)
        if (str_is(text_fold(arena, names->names[i].name), folded)) return true;
    return false;
}

static Str trouble_of(const Model *model, const ClassNames *names, Str name, Arena *arena)
{
    if (text_find_invalid_utf8(name) != TEXT_NO_OFFSET) return STR("Not readable as text.");
    for (size_t i = 0; i < name.size; i++)
        if ((unsigned char)name.data[i] < ' ') return STR("Has tabs or control characters.");
    if (is_before(names, name, arena)) return STR("Twice in this list.");
    return players_name_trouble(model, name, 0, arena);
}

static void add_name(ClassNames *names, const ClassDialog *dialog, const Model *model, Str name, Arena *arena)
{
    int line = names->count;
    ClassName item = {.name = name, .line = line, .trouble = trouble_of(model, names, name, arena)};
    item.is_taken = item.trouble.size == 0 && !dialog->is_left_out[line];
    names->taken += item.is_taken;
    names->names[names->count++] = item;
}

static ClassNames read_names(const ClassDialog *dialog, const Model *model, Arena *arena)
{
    ClassNames names = {.names = ARENA_NEW_N(arena, ClassName, CLASS_MAX_LINES)};
    Str text = {dialog->text, dialog->size};
    for (size_t at = 0; at < text.size && names.count < CLASS_MAX_LINES;) {
        size_t end = at;
        while (end < text.size && text.data[end] != '\n' && text.data[end] != '\r') end++;
        Str name = str_trim(str_slice(text, at, end));
        if (!str_is_blank(name)) add_name(&names, dialog, model, name, arena);
        at = end + 1;
    }
    return names;
}

static void draw_name(Ui *ui, const ClassName *name, Rect rect)
{
    LabelStyle style = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle state = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_RIGHT};
    Rect inside = layout_pad(rect, 16, 0);
    bool is_bad = name->trouble.size > 0;
    Icon icon = is_bad ? ICON_CROSS : name->is_taken ? ICON_TICK : ICON_MINUS;
    Color color = ui_color(ui, is_bad ? TOKEN_BAD : name->is_taken ? TOKEN_OK : TOKEN_MUTED);
    float side = ui_type(ui, T20).size;
    icon_draw(ui->draw, icon, (Rect){inside.x, inside.y + (inside.h - side) / 2, side, side}, color, color);
    inside.x += side + 12;
    inside.w -= side + 12;
    if (is_bad || !name->is_taken) style.color = TOKEN_MUTED;
    Str words = is_bad ? name->trouble : name->is_taken ? STR("New") : STR("Left out");
    float width = label_draw(ui, layout_cut_right(&inside, inside.w * 0.6f, 0), words, &state);
    inside.w = rect.x + rect.w - 16 - width - 12 - inside.x;
    label_draw(ui, inside, name->name, &style);
}

/* Activating a line leaves it out, or takes it in again. */
static void put_names(Ui *ui, ClassDialog *dialog, const ClassNames *names, Rect area)
{
    ScrollList list = {.id = ui_id("class-name"),
                       .view = area,
                       .row_height = ui_grow(ui, 44, T20, 1),
                       .gap = 4,
                       .count = names->count,
                       .takes_pages = true};
    ScrollRows rows = scroll_list_begin(ui, &list);
    for (int i = rows.from; i < rows.to; i++) {
        const ClassName *name = &names->names[i];
        Row row = {.id = ui_id_index(list.id, i),
                   .rect = scroll_list_cell(&list, &rows, i),
                   .label = name->name,
                   .value = name->trouble.size ? name->trouble
                            : name->is_taken   ? STR("New")
                                               : STR("Left out"),
                   .is_disabled = name->trouble.size > 0};
        UiHit hit = row_begin(ui, &row);
        draw_name(ui, name, row.rect);
        row_end(ui);
        if (hit.is_activated) dialog->is_left_out[name->line] = !dialog->is_left_out[name->line];
    }
    scroll_end(ui);
}

static const LabelStyle EMPTY = {T20, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_START, false, false, 0};

static Str empty_words(void)
{
    return STR("Copy a list of names, one a line, from anywhere. Then come back and read the clipboard.");
}

static void put_empty(Ui *ui, Rect area)
{
    paint_layer(ui, area);
    label_paragraph(ui, area, empty_words(), &EMPTY);
    paint_layer_end(ui);
    ui_note(ui, ui_id("class-empty"), empty_words(), area);
}

/* No higher than its words while there are no names. */
static Vec dialog_size(Ui *ui, bool is_empty)
{
    Vec size = menu_dialog_size(ui, ui_grow(ui, 760, T20, 4), 640);
    if (!is_empty) return size;
    float words = label_height(ui, empty_words(), &EMPTY, size.x - 64);
    float needed = 56 + ui_type(ui, T32).line + 16 + words + 24 + button_height(ui, false);
    return (Vec){size.x, needed < size.y ? needed : size.y};
}

static Str joined(const ClassNames *names, Arena *arena)
{
    StrBuf text;
    str_buf_init(&text, arena);
    for (int i = 0; i < names->count; i++)
        if (names->names[i].is_taken) str_buf_addf(&text, "%.*s\n", STR_FMT(names->names[i].name));
    return str_buf_str(&text);
}

static Str summary(const ClassDialog *dialog, const ClassNames *names, Arena *arena)
{
    int out = names->count - names->taken;
    Str text = str_format(arena, "%d new", names->taken);
    if (out > 0) text = str_format(arena, "%.*s, %d left out", STR_FMT(text), out);
    if (dialog->is_cut || names->count == CLASS_MAX_LINES)
        text = str_format(arena, "%.*s, the rest of the clipboard was too long", STR_FMT(text));
    return text;
}

static bool put_foot(Ui *ui, ClassDialog *dialog, const ClassNames *names, Rect foot)
{
    bool has_names = names->count > 0;
    Button cancel = {.id = ui_id("class-cancel"),
                     .rect = layout_column(foot, 0, 3, 16),
                     .label = STR("Cancel"),
                     .is_centered = true};
    Button again = {.id = ui_id("class-again"),
                    .rect = layout_column(foot, 1, 3, 16),
                    .label = ui->in.text_percent > 125 ? STR("Read again") : STR("Read clipboard"),
                    .is_default = !has_names,
                    .is_centered = true};
    Button add = {.id = ui_id("class-add"),
                  .rect = layout_column(foot, 2, 3, 16),
                  .label = names->taken ? str_format(ui->frame, "Add %d", names->taken) : STR("Add"),
                  .kind = BUTTON_PRIMARY,
                  .is_default = has_names,
                  .is_disabled = names->taken == 0,
                  .is_centered = true};
    if (button_put(ui, &cancel)) dialog->is_open = false;
    if (button_put(ui, &again)) players_class_open(ui, dialog);
    return button_put(ui, &add);
}

Intent players_class_put(Ui *ui, ClassDialog *dialog, const Model *model)
{
    if (!dialog->is_open) return intent_none();
    ClassNames names = read_names(dialog, model, ui->frame);
    Rect box =
        dialog_begin(ui, ui_id("class-dialog"), STR("Paste a class"), dialog_size(ui, names.count == 0));
    Rect foot = layout_cut_bottom(&box, button_height(ui, false), 16);
    LabelStyle quiet = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_LEFT};
    if (names.count == 0) {
        put_empty(ui, box);
    } else {
        Rect line = layout_cut_bottom(&box, ui_type(ui, T18).line, 8);
        paint_layer(ui, line);
        label_note(ui, ui_id("class-summary"), line, summary(dialog, &names, ui->frame), &quiet);
        paint_layer_end(ui);
        put_names(ui, dialog, &names, box);
    }
    bool is_wanted = put_foot(ui, dialog, &names, foot);
    if (ui_command(ui, COMMAND_BACK)) dialog->is_open = false;
    dialog_end(ui);
    if (!is_wanted) return intent_none();
    dialog->is_open = false;
    return (Intent){.kind = INTENT_ADD_PLAYERS,
                    .color = (int)(model->player_count % STORE_PLAYER_COLORS),
                    .text = joined(&names, ui->frame)};
}
