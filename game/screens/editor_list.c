#include <math.h>

#include "screens/editor_state.h"
#include "screens/menu.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"

#define ROW_HIGH 70
#define ROW_GAP  8
#define NOW_WIDE 4 /* the bar at the left of the card whose form is shown */

/* --- what is listed --- */

static int shown_count(const CurrentDraft *draft)
{
    return draft->is_searched ? (int)draft->found_count : (int)draft_count(draft->draft);
}

static uint32_t shown_card(const CurrentDraft *draft, int index)
{
    return draft->is_searched ? draft->found[index] : (uint32_t)index;
}

/* Where the card stands in the list, or the one that stands next. */
static int find_row(const CurrentDraft *draft, uint32_t card)
{
    int low = 0, high = shown_count(draft);
    while (low < high) {
        int middle = (low + high) / 2;
        if (shown_card(draft, middle) < card)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

Intent editor_find(const EditorState *editor, const Str *tags, size_t tag_count)
{
    return (Intent){.kind = INTENT_EDIT,
                    .input = EDIT_FIND,
                    .text = text_edit_text(&editor->search),
                    .cards = tags,
                    .card_count = tag_count};
}

/* --- the head of the list --- */

static Str filter_words(Ui *ui, const CurrentDraft *draft)
{
    if (draft->tag_count == 0) return STR("Tags");
    if (draft->tag_count == 1) return str_format(ui->frame, "#%.*s", STR_FMT(draft->tags[0]));
    return format_count(ui->frame, (int64_t)draft->tag_count, "tag", "tags");
}

static Intent put_tools(Ui *ui, EditorState *editor, const Model *model, Rect line)
{
    Chip filter = {.id = ui_id("edit-filter"),
                   .height = line.h,
                   .max_width = line.w * 0.45f,
                   .label = filter_words(ui, &model->draft),
                   .trigger = ui_on_key_button(KEY_T, PAD_LEFT_STICK),
                   .role = ROLE_CHIP,
                   .is_on = model->draft.tag_count > 0};
    float width = chip_width(ui, &filter);
    Field field = {.id = ui_id("edit-search"),
                   .rect = {line.x, line.y, line.w - width - 12, line.h},
                   .label = STR("Find cards"),
                   .hint = STR("Find cards"),
                   .icon = ICON_SEARCH,
                   .trigger = ui_on_key(KEY_SLASH)};
    if (!editor->is_search_ready) text_edit_init(&editor->search, (Str){0}, 0);
    editor->is_search_ready = true;
    if (editor->wants_search && ui_is_scope_active(ui)) {
        ui_focus(ui, field.id);
        editor->wants_search = false;
    }
    FieldAnswer answer = field_put(ui, &field, &editor->search);
    if (answer.is_confirmed) editor->wants_row = true;
    if (answer.wants_keyboard) {
        editor->keys = EDITOR_KEYS_SEARCH;
        editor->keyboard = (Keyboard){.is_open = true};
    }
    filter.at = (Vec){line.x + line.w - width, line.y};
    if (chip_put(ui, &filter)) return editor_tags_open(editor, EDITOR_FILTER);
    if (!answer.is_changed) return intent_none();
    editor->wants_top = true;
    return editor_find(editor, model->draft.tags, model->draft.tag_count);
}

/* --- rows --- */

static void draw_now(Ui *ui, Rect rect)
{
    Rect bar = {rect.x + 8, rect.y + 14, NOW_WIDE, rect.h - 28};
    draw_rect(ui->draw, bar, NOW_WIDE / 2.0f, ui_color(ui, TOKEN_TERM));
}

static Str or_else(Str text, Str otherwise)
{
    return str_is_blank(text) ? otherwise : text;
}

static void draw_card(Ui *ui, const DeckCard *card, unsigned doubts, bool is_marked, Rect inside)
{
    LabelStyle term = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_START};
    LabelStyle definition = {
        .size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_START};
    bool is_blank = card_is_blank(card);
    float side = ui_type(ui, T20).size;
    Color ok = ui_color(ui, TOKEN_OK), doubt = ui_color(ui, TOKEN_DEF);
    if (is_marked) {
        Rect tick = layout_cut_left(&inside, side, 12);
        icon_draw(ui->draw, ICON_TICK, layout_center(tick, side, side), ok, ok);
        definition.color = TOKEN_SOFT;
    }
    if (doubts) {
        Rect icon = layout_cut_right(&inside, side, 10);
        icon_draw(ui->draw, ICON_WARNING, layout_center(icon, side, side), doubt,
                  ui_color(ui, TOKEN_SURFACE));
    }
    if (str_is_blank(card->term)) term.color = is_marked ? TOKEN_SOFT : TOKEN_MUTED;
    float high = ui_type(ui, T20).line, low = ui_type(ui, T18).line;
    Rect both = layout_center(inside, inside.w, high + low);
    Rect line = layout_cut_top(&both, high, 0);
    label_draw(ui, line, or_else(card->term, is_blank ? STR("New card") : STR("No term")), &term);
    if (!is_blank) label_draw(ui, both, or_else(card->definition, STR("No definition")), &definition);
}

static Str row_words(Ui *ui, const DeckCard *card, unsigned doubts, bool is_marked)
{
    return str_format(ui->frame, "%.*s%s%s", STR_FMT(card->definition), is_marked ? ", selected" : "",
                      doubts ? ", needs a look" : "");
}

static UiHit put_card(Ui *ui, const EditorState *editor, const Model *model, const Row *place, uint32_t at)
{
    const CurrentDraft *draft = &model->draft;
    const DeckCard *card = draft_card(draft->draft, at);
    unsigned doubts = draft_doubts(draft->draft, at);
    Row row = *place;
    row.label = card->term;
    row.is_selected = draft->is_marked[at];
    row.value = row_words(ui, card, doubts, row.is_selected);
    UiHit hit = row_begin(ui, &row);
    if (!editor->is_head && editor->card == at) draw_now(ui, row.rect);
    Rect inside = layout_pad(row.rect, 22, 0);
    draw_card(ui, card, doubts, row.is_selected, inside);
    row_end(ui);
    return hit;
}

/* The deck's own form: title, languages, where it comes from. */
static UiHit put_head(Ui *ui, const EditorState *editor, const Model *model, Rect rect)
{
    LabelStyle title = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    const DeckHead *head = draft_head(model->draft.draft);
    float side = ui_type(ui, T20).size;
    Row row = {.id = ui_id("edit-head"), .rect = rect, .label = STR("The deck itself"), .look = ROW_CARD};
    row.value = head->title;
    UiHit hit = row_begin(ui, &row);
    if (editor->is_head) draw_now(ui, rect);
    Rect inside = layout_pad(rect, 22, 0), icon = layout_cut_left(&inside, side, 12);
    Color color = ui_color(ui, TOKEN_MUTED);
    icon_draw(ui->draw, ICON_PENCIL, layout_center(icon, side, side), color, color);
    label_draw(ui, inside, STR("Title, languages, licence"), &title);
    row_end(ui);
    return hit;
}

/* --- choosing --- */

static bool is_by_keys(const Ui *ui)
{
    const Action *action = &ui->in.action;
    return action->kind == ACTION_COMMAND && action->command == COMMAND_CONFIRM;
}

/* Enter goes on to the form; the pointer shows it, with ctrl marks, with shift marks as far as there. */
static Intent activate(Ui *ui, EditorState *editor, uint32_t before, uint32_t card)
{
    unsigned mods = ui->in.action.event.mods;
    if (!is_by_keys(ui) && mods & MOD_CTRL) return edit_intent(EDIT_MARK, card);
    if (!is_by_keys(ui) && mods & MOD_SHIFT) {
        Intent intent = edit_intent(EDIT_MARK_TO, before);
        intent.other = card;
        return intent;
    }
    if (is_by_keys(ui) || !editor_has_columns(ui)) {
        editor->wants_form = true;
        editor->page = 1;
    }
    return intent_none();
}

/* The focus came to another card. An arrow with shift marks on the way. */
static Intent come_to(const Ui *ui, EditorState *editor, uint32_t card)
{
    const Action *action = &ui->in.action;
    bool is_step = action->kind == ACTION_COMMAND && action->event.kind == INPUT_KEY_DOWN &&
                   (action->command == COMMAND_UP || action->command == COMMAND_DOWN);
    bool extends = is_step && action->event.mods & MOD_SHIFT && !editor->is_head;
    if (extends && !editor->is_extending) editor->anchor = editor->card;
    if (action->kind != ACTION_NONE) editor->is_extending = extends;
    editor->card = card;
    editor->is_head = false;
    if (!extends) return intent_none();
    Intent intent = edit_intent(EDIT_MARK_TO, editor->anchor);
    intent.other = card;
    return intent;
}

static Intent put_rows(Ui *ui, EditorState *editor, const Model *model, const ScrollList *list)
{
    Intent intent = intent_none();
    uint32_t before = editor->card;
    ScrollRows rows = scroll_list_begin(ui, list);
    for (int i = rows.from; i < rows.to; i++) {
        uint32_t card = shown_card(&model->draft, i);
        Row row = {.id = ui_id_index(list->id, i),
                   .rect = scroll_list_cell(list, &rows, i),
                   .look = ROW_CARD,
                   .is_default = card == editor->card};
        UiHit hit = put_card(ui, editor, model, &row, card);
        bool is_new = hit.is_focused && (editor->card != card || editor->is_head);
        if (is_new) intent = menu_first(intent, come_to(ui, editor, card));
        if (hit.is_activated) intent = menu_first(intent, activate(ui, editor, before, card));
    }
    scroll_end(ui);
    return intent;
}

static void put_nothing(Ui *ui, const Model *model, Rect area)
{
    LabelStyle style = {
        .size = T20, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_CENTER};
    Str words = model->draft.is_searched ? STR("No card has that.") : STR("No cards yet.");
    Rect line = layout_center(area, area.w, label_height(ui, words, &style, area.w));
    paint_layer(ui, line);
    label_paragraph(ui, line, words, &style);
    paint_layer_end(ui);
    ui_note(ui, ui_id("edit-none"), words, line);
}

/* The row of a card that is about to be edited is shown as well: the focus passes over it to the form. */
static void focus_wanted(Ui *ui, const EditorState *editor, const Model *model, const ScrollList *list,
                         bool wants_row)
{
    int at = find_row(&model->draft, editor->card);
    bool is_there = at < list->count && shown_card(&model->draft, at) == editor->card;
    bool passes = editor->wants_form && is_there && ui_is_scope_active(ui);
    if (editor->is_head && wants_row)
        ui_focus(ui, ui_id("edit-head"));
    else if (!editor->is_head && (wants_row || passes))
        scroll_list_focus(ui, list, at < list->count ? at : list->count - 1);
}

/* What a search found is shown from its beginning; the focus stays with the search. */
static void show_top(Ui *ui, const ScrollList *list)
{
    UiId focus = ui_focused(ui);
    scroll_list_focus(ui, list, 0);
    ui_focus(ui, focus);
}

Intent editor_list_put(Ui *ui, EditorState *editor, const Model *model, Rect area)
{
    bool is_found_anew = editor->wants_top;
    editor->wants_top = false;
    Intent intent = put_tools(ui, editor, model, layout_cut_top(&area, field_height(ui), 12));
    UiHit head = put_head(ui, editor, model, layout_cut_top(&area, row_height(ui), 12));
    bool goes_to_card = editor->wants_form || editor->wants_row; /* its row takes the focus below */
    if (head.is_focused && !goes_to_card) editor->is_head = true;
    if (head.is_activated && (is_by_keys(ui) || !editor_has_columns(ui))) {
        editor->wants_form = true;
        editor->page = 1;
    }
    ScrollList list = {.id = ui_id("card-row"),
                       .view = area,
                       .row_height = ui_grow(ui, ROW_HIGH, T20, 2),
                       .gap = ROW_GAP,
                       .count = shown_count(&model->draft),
                       .takes_pages = editor_has_columns(ui)};
    bool wants_row =
        editor->wants_row && ui_is_scope_active(ui); /* a dialog that closes gives it back first */
    if (wants_row) editor->wants_row = false;
    if (list.count == 0) {
        if (wants_row) ui_focus(ui, editor->is_head ? ui_id("edit-head") : ui_id("edit-search"));
        put_nothing(ui, model, area);
        return intent;
    }
    if (is_found_anew && ui_is_scope_active(ui)) show_top(ui, &list);
    focus_wanted(ui, editor, model, &list, wants_row);
    return menu_first(intent, put_rows(ui, editor, model, &list));
}
