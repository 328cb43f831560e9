#include "screens/editor_state.h"
#include "screens/menu.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"

#define MOST_UNDO_WIDE 240.0f /* of its name in the bar */

typedef enum {
    DO_SAVE,
    DO_NEW,
    DO_UNDO,
    DO_REDO,
    DO_TAGS,
    DO_MARK,
    DO_MARK_ALL,
    DO_UP,
    DO_DOWN,
    DO_DELETE,
    DO_FIND,
    DO_COUNT
} Doing;

static UiTrigger trigger_of(Doing doing)
{
    switch (doing) {
    case DO_SAVE: return ui_on_chord_button(MOD_CTRL, KEY_S, PAD_START);
    case DO_NEW: return ui_on_chord_button(MOD_CTRL, KEY_N, PAD_BACK);
    case DO_UNDO: return ui_on_chord_button(MOD_CTRL, KEY_Z, PAD_LT);
    case DO_REDO: return ui_on_chord_button(MOD_CTRL, KEY_Y, PAD_RT);
    case DO_TAGS: return ui_on_chord(MOD_CTRL, KEY_T);
    case DO_MARK: return ui_on_key_button(KEY_SPACE, PAD_X);
    case DO_MARK_ALL: return ui_on_chord(MOD_CTRL, KEY_A);
    case DO_UP: return ui_on_chord(MOD_ALT, KEY_UP);
    case DO_DOWN: return ui_on_chord(MOD_ALT, KEY_DOWN);
    case DO_DELETE: return ui_on_key(KEY_DELETE);
    case DO_FIND: return ui_on_chord(MOD_CTRL, KEY_F);
    case DO_COUNT: break;
    }
    return ui_on_command(COMMAND_NONE);
}

static UiTrigger all_trigger(void)
{
    return ui_on_key_button(KEY_F2, PAD_Y);
}

/* How many cards it would be done to. */
static uint32_t meant(const EditorState *editor, const Model *model)
{
    const CurrentDraft *draft = &model->draft;
    if (draft->marked > 0) return draft->marked;
    return !editor->is_head && editor->card < draft_count(draft->draft) ? 1 : 0;
}

static bool can(const EditorState *editor, const Model *model, Doing doing)
{
    const CurrentDraft *draft = &model->draft;
    bool has_card = !editor->is_head && editor->card < draft_count(draft->draft);
    switch (doing) {
    case DO_SAVE: return draft_is_changed(draft->draft);
    case DO_UNDO: return draft_undo_name(draft->draft).size > 0;
    case DO_REDO: return draft_redo_name(draft->draft).size > 0;
    case DO_MARK: return has_card && !editor->is_in_form;
    case DO_TAGS:
    case DO_UP:
    case DO_DOWN: return meant(editor, model) > 0;
    case DO_DELETE: return meant(editor, model) > 0 && !editor->is_in_form;
    case DO_MARK_ALL: return draft_count(draft->draft) > 0 && !editor->is_in_form;
    case DO_NEW:
    case DO_FIND:
    case DO_COUNT: break;
    }
    return true;
}

static bool is_marked(const EditorState *editor, const Model *model)
{
    bool has_card = !editor->is_head && editor->card < draft_count(model->draft.draft);
    return has_card && model->draft.is_marked[editor->card];
}

static Intent carry_out(EditorState *editor, Doing doing)
{
    int64_t number = editor_number(editor);
    switch (doing) {
    case DO_SAVE: return edit_intent(EDIT_SAVE, number);
    case DO_NEW: editor->wants_form = true; return edit_intent(EDIT_NEW, number);
    case DO_UNDO: return edit_intent(EDIT_UNDO, 0);
    case DO_REDO: return edit_intent(EDIT_REDO, 0);
    case DO_TAGS: return editor_tags_open(editor, EDITOR_TAGS);
    case DO_MARK: return edit_intent(EDIT_MARK, number);
    case DO_MARK_ALL: return edit_intent(EDIT_MARK_ALL, 0);
    case DO_UP: return edit_intent(EDIT_MOVE_UP, number);
    case DO_DOWN: return edit_intent(EDIT_MOVE_DOWN, number);
    case DO_DELETE: return edit_intent(EDIT_DELETE, number);
    case DO_FIND: editor->wants_search = true; break;
    case DO_COUNT: break;
    }
    return intent_none();
}

/* --- the bar --- */

static Str undo_words(Ui *ui, const Model *model)
{
    LabelStyle style = {.size = T18, .weight = WEIGHT_MEDIUM};
    Str words = str_format(ui->frame, "Undo: %.*s", STR_FMT(draft_undo_name(model->draft.draft)));
    return label_width(ui, words, &style) <= MOST_UNDO_WIDE ? words : STR("Undo");
}

typedef struct {
    Hint hints[10];
    Doing doings[10]; /* of those that are controls; DO_COUNT: all commands */
    int count;
} Bar;

static void say(Bar *bar, UiTrigger trigger, Str label)
{
    bar->hints[bar->count++] = hint_say(trigger, label);
}

static void offer(Bar *bar, Doing doing, Str label)
{
    bar->doings[bar->count] = doing;
    bar->hints[bar->count++] = hint_do(doing == DO_COUNT ? all_trigger() : trigger_of(doing), label);
}

static Bar bar_of(Ui *ui, const EditorState *editor, const Model *model)
{
    Bar bar = {.count = 0};
    if (editor->is_in_form) {
        say(&bar, ui_on_command(COMMAND_CONFIRM), STR("Next field"));
        say(&bar, ui_on_chord(MOD_SHIFT, KEY_ENTER), STR("New line"));
    } else {
        say(&bar, ui_on_command(COMMAND_CONFIRM), STR("Edit"));
        if (can(editor, model, DO_MARK)) {
            offer(&bar, DO_MARK, is_marked(editor, model) ? STR("Unselect") : STR("Select"));
        }
    }
    offer(&bar, DO_NEW, STR("New card"));
    if (can(editor, model, DO_SAVE)) offer(&bar, DO_SAVE, STR("Save"));
    offer(&bar, DO_COUNT, STR("More"));
    if (can(editor, model, DO_UNDO)) {
        offer(&bar, DO_UNDO, undo_words(ui, model));
        bar.hints[bar.count - 1].is_last = true;
    }
    return bar;
}

static Intent take_keys(Ui *ui, EditorState *editor, const Model *model)
{
    if (ui_triggered(ui, ui_on_chord(MOD_CTRL | MOD_SHIFT, KEY_Z)) && can(editor, model, DO_REDO))
        return carry_out(editor, DO_REDO);
    for (int i = 0; i < DO_COUNT; i++)
        if (can(editor, model, (Doing)i) && ui_triggered(ui, trigger_of((Doing)i)))
            return carry_out(editor, (Doing)i);
    return intent_none();
}

Intent editor_hints_put(Ui *ui, EditorState *editor, const Model *model, Rect area)
{
    Bar bar = bar_of(ui, editor, model);
    int pressed = prompt_hints(ui, area, bar.hints, bar.count);
    if (pressed < 0) return take_keys(ui, editor, model);
    if (bar.doings[pressed] != DO_COUNT) return carry_out(editor, bar.doings[pressed]);
    editor->dialog = EDITOR_COMMANDS;
    return intent_none();
}

/* --- all of it --- */

static Str words_of(Ui *ui, const EditorState *editor, const Model *model, Doing doing)
{
    const CurrentDraft *draft = &model->draft;
    uint32_t count = meant(editor, model);
    const char *cards = count == 1 ? "this card" : format_count(ui->frame, count, "card", "cards").data;
    switch (doing) {
    case DO_SAVE: return STR("Save");
    case DO_NEW: return STR("New card");
    case DO_UNDO:
        if (!can(editor, model, doing)) return STR("Undo");
        return str_format(ui->frame, "Undo: %.*s", STR_FMT(draft_undo_name(draft->draft)));
    case DO_REDO:
        if (!can(editor, model, doing)) return STR("Redo");
        return str_format(ui->frame, "Redo: %.*s", STR_FMT(draft_redo_name(draft->draft)));
    case DO_TAGS: return str_format(ui->frame, "Tags of %s", cards);
    case DO_MARK: return is_marked(editor, model) ? STR("Unselect this card") : STR("Select this card");
    case DO_MARK_ALL: return STR("Select all");
    case DO_UP: return str_format(ui->frame, "Move %s up", cards);
    case DO_DOWN: return str_format(ui->frame, "Move %s down", cards);
    case DO_DELETE: return str_format(ui->frame, "Delete %s", cards);
    case DO_FIND: return STR("Find cards");
    case DO_COUNT: break;
    }
    return (Str){0};
}

static bool put_command(Ui *ui, Str words, Doing doing, Rect rect, bool is_disabled)
{
    LabelStyle style = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    if (is_disabled) style.color = TOKEN_MUTED;
    Row row = {.id = ui_id_index(ui_id("edit-command"), (int64_t)doing),
               .rect = rect,
               .label = words,
               .look = ROW_CARD,
               .is_disabled = is_disabled,
               .is_default = !is_disabled};
    UiHit hit = row_begin(ui, &row);
    Rect inside = layout_pad(rect, 18, 0);
    Vec end = {inside.x + inside.w, inside.y + inside.h / 2};
    if (!is_disabled) inside.w -= prompt_draw_right(ui, trigger_of(doing), end, PROMPT_NORMAL) + 12;
    label_draw(ui, inside, words, &style);
    row_end(ui);
    return hit.is_activated;
}

Intent editor_commands_put(Ui *ui, EditorState *editor, const Model *model)
{
    float row = row_height(ui), button = button_height(ui, false);
    float high = 56 + ui_type(ui, T32).line + 16 + DO_COUNT * (row + 6) + 16 + button;
    Rect box = dialog_begin(ui, ui_id("edit-commands"), STR("More"),
                            menu_dialog_size(ui, ui_grow(ui, 620, T20, 6), high));
    Rect foot = layout_cut_bottom(&box, button, 16);
    Rect content = scroll_begin(ui, ui_id("edit-commands-list"), box, DO_COUNT * (row + 6) - 6);
    bool was_in_form = editor->is_in_form;
    int chosen = -1;
    editor->is_in_form = false; /* from here a card can be deleted in either case */
    for (int i = 0; i < DO_COUNT; i++) {
        Str words = words_of(ui, editor, model, (Doing)i);
        bool is_disabled = !can(editor, model, (Doing)i);
        if (put_command(ui, words, (Doing)i, layout_cut_top(&content, row, 6), is_disabled)) chosen = i;
    }
    editor->is_in_form = was_in_form;
    scroll_end(ui);
    Button close = {
        .id = ui_id("edit-commands-close"), .rect = foot, .label = STR("Close"), .is_centered = true};
    bool is_closed =
        button_put(ui, &close) || ui_command(ui, COMMAND_BACK) || ui_triggered(ui, all_trigger());
    dialog_end(ui);
    if (is_closed || chosen >= 0) editor->dialog = EDITOR_NO_DIALOG;
    return chosen >= 0 ? carry_out(editor, (Doing)chosen) : intent_none();
}
