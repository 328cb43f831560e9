#include "screens/editor.h"

#include "screens/editor_state.h"
#include "screens/menu.h"
#include "ui/format.h"
#include "ui/layout.h"

#define LIST_WIDE  456.0f
#define COLUMN_GAP 24.0f

static void load(void *state, Arena *arena, const Model *model, Str argument)
{
    (void)argument;
    EditorState *editor = state;
    bool needs_tags = editor->dialog == EDITOR_TAGS || editor->dialog == EDITOR_FILTER;
    if (model->draft.state == EDITING_READY && needs_tags) editor_tags_load(editor, model, arena);
}

/* --- what the app points at --- */

/* The card that was asked for, that is new, that an undo brought back. */
static void follow(EditorState *editor, const CurrentDraft *draft)
{
    uint32_t count = draft_count(draft->draft);
    if (editor->looks != draft->looks && draft->at != DECK_NO_CARD) {
        editor->card = draft->at;
        editor->is_head = false;
        if (!editor->wants_form && !editor->is_in_form) editor->wants_row = true;
    }
    editor->looks = draft->looks;
    if (editor->card >= count) editor->card = count > 0 ? count - 1 : 0;
}

/* Who comes to fix a card comes to its form; else the list has the focus. */
static void enter(EditorState *editor, const CurrentDraft *draft)
{
    if (editor->is_entered) return;
    editor->is_entered = true;
    editor->wants_form = draft->looks > 0;
    editor->wants_row = !editor->wants_form;
    editor->page = editor->wants_form ? 1 : 0;
}

/* Back to where it was saved from. */
static void go_on(EditorState *editor)
{
    if (!editor->was_saving) return;
    editor->was_saving = false;
    editor->wants_form = editor->is_in_form;
    editor->wants_row = !editor->wants_form;
}

/* --- the head --- */

static Str note_of(Ui *ui, const Model *model)
{
    const CurrentDraft *draft = &model->draft;
    Str cards = format_count(ui->frame, draft_count(draft->draft), "card", "cards");
    if (!editor_has_columns(ui)) return (Str){0};
    if (draft->marked > 0)
        return str_format(ui->frame, "%s of %s selected", format_number(ui->frame, draft->marked).data,
                          cards.data);
    if (draft->is_searched)
        return str_format(ui->frame, "%s of %s", format_number(ui->frame, (int64_t)draft->found_count).data,
                          cards.data);
    if (draft->is_copied) return STR("Will be saved as your own copy");
    return cards;
}

static Intent put_header(Ui *ui, const Model *model, Rect area)
{
    const CurrentDraft *draft = &model->draft;
    Header header = {.title = STR("Edit cards"), .has_back = true};
    if (draft->state == EDITING_READY) {
        header.title = draft_head(draft->draft)->title;
        header.note = note_of(ui, model);
        if (draft_is_changed(draft->draft)) header.pill = STR("Not saved");
    }
    if (str_is_blank(header.title)) header.title = STR("Edit cards");
    return header_put(ui, area, &header) == HEADER_BACK ? edit_intent(EDIT_LEAVE, 0) : intent_none();
}

static void put_wait(Ui *ui, const Model *model, Rect area)
{
    bool has_failed = model->draft.state == EDITING_FAILED;
    LabelStyle style = {.size = T24,
                        .weight = WEIGHT_SEMI,
                        .color = has_failed ? TOKEN_BAD : TOKEN_MUTED,
                        .align = TEXT_ALIGN_CENTER};
    Str words = has_failed                             ? str_of(model->draft.error)
                : model->draft.state == EDITING_SAVING ? STR("Saving the deck…")
                                                       : STR("Opening the deck…");
    Rect box = layout_center(area, area.w * 0.8f, 160);
    label_paragraph(ui, box, words, &style);
    ui_note(ui, ui_id("edit-wait"), words, box);
}

/* --- list and form --- */

static Intent put_columns(Ui *ui, EditorState *editor, const Model *model, Rect area)
{
    Rect list = layout_cut_left(&area, LIST_WIDE, COLUMN_GAP);
    Intent intent = editor_list_put(ui, editor, model, list);
    return menu_first(editor_form_put(ui, editor, model, area), intent);
}

/* A field that is no longer shown is left. */
static Intent leave_live(EditorState *editor)
{
    editor->is_in_form = false;
    if (!editor->live.is_there || editor->keys != EDITOR_KEYS_NONE) return intent_none();
    editor->live.is_there = false;
    return edit_intent(EDIT_REST, editor->live.card);
}

static Intent put_pages(Ui *ui, EditorState *editor, const Model *model, Rect area)
{
    static const Str pages[] = {STR_INIT("Cards"), STR_INIT("This card")};
    if (editor->wants_form) editor->page = 1;
    if (editor->wants_row || editor->wants_search) editor->page = 0;
    int before = editor->page;
    menu_tabs(ui, &area, pages, 2, &editor->page);
    if (editor->page != before) {
        editor->wants_form = editor->page == 1;
        editor->wants_row = !editor->wants_form;
    }
    if (editor->page == 1) return editor_form_put(ui, editor, model, area);
    Intent intent = editor_list_put(ui, editor, model, area);
    return menu_first(leave_live(editor), intent);
}

/* --- dialogs --- */

static Intent take_keyboard(Ui *ui, EditorState *editor, const Model *model, EditorKeys keys, bool is_done)
{
    Intent intent = intent_none();
    if (keys == EDITOR_KEYS_SEARCH) {
        editor->wants_top = true;
        return editor_find(editor, model->draft.tags, model->draft.tag_count);
    }
    if (keys == EDITOR_KEYS_FIELD && is_done) {
        intent = edit_intent(EDIT_TYPE, editor->live.card);
        intent.part = (int32_t)editor->live.part;
        intent.other = editor->live.index;
        intent.text = text_edit_text(&editor->edit);
    }
    if (keys == EDITOR_KEYS_TAG && is_done) return editor_tags_give(ui, editor);
    if (keys == EDITOR_KEYS_TAG) text_edit_init(&editor->tag, (Str){0}, 0);
    return intent;
}

static Intent put_keyboard(Ui *ui, EditorState *editor, const Model *model)
{
    TextEdit *edits[] = {[EDITOR_KEYS_FIELD] = &editor->edit,
                         [EDITOR_KEYS_SEARCH] = &editor->search,
                         [EDITOR_KEYS_TAG] = &editor->tag};
    EditorKeys keys = editor->keys;
    KeyboardAnswer answer =
        keyboard_put(ui, ui_id("edit-keyboard"), (Str){0}, &editor->keyboard, edits[keys]);
    if (answer == KEYBOARD_OPEN) return intent_none();
    editor->keys = EDITOR_KEYS_NONE;
    Intent intent = take_keyboard(ui, editor, model, keys, answer == KEYBOARD_DONE);
    if (keys == EDITOR_KEYS_FIELD && answer == KEYBOARD_CANCELLED) editor->live.is_there = false;
    return intent;
}

/* Keep, throw away, neither: what each of the answers wishes. */
static Intent put_question(Ui *ui, DialogQuestion *question, const EditWish wishes[3])
{
    question->answer_count = 3;
    question->danger = 1;
    question->cancel = 2;
    int answer = dialog_ask(ui, question);
    return answer < 0 ? intent_none() : edit_intent(wishes[answer], 0);
}

static Intent ask(Ui *ui, EditorState *editor, const Model *model)
{
    if (!editor->was_asked) editor->asks++;
    DialogQuestion question = {
        .id = ui_id_index(ui_id("edit-ask"), editor->asks),
        .title = STR("Save your changes?"),
        .text = str_format(ui->frame, "What you changed in %.*s is not saved yet.",
                           STR_FMT(draft_head(model->draft.draft)->title)),
        .answers = {STR("Save"),
                    model->draft.is_quitting ? STR("Quit without saving") : STR("Leave without saving"),
                    STR("Stay")},
        .icon = ICON_WARNING};
    return put_question(ui, &question, (EditWish[]){EDIT_SAVE_AND_LEAVE, EDIT_DROP_AND_LEAVE, EDIT_STAY});
}

static Intent ask_kept(Ui *ui, const Model *model)
{
    const KeptChanges *kept = &model->draft.kept;
    int32_t day = format_local_day(kept->at_ms, model->utc_offset_min);
    Str title = str_is_blank(kept->title) ? STR("this deck") : kept->title;
    DialogQuestion question = {
        .id = ui_id("edit-kept"),
        .title = STR("Take up where you were?"),
        .text = str_format(ui->frame, "There are changes to %.*s that were not saved. %s, %s.%s",
                           STR_FMT(title), format_day(ui->frame, day, model->today).data,
                           format_time_of_day(ui->frame, kept->at_ms, model->utc_offset_min).data,
                           kept->is_older ? " The file has been changed since." : ""),
        .answers = {STR("Take them up"), STR("Throw them away"), STR("Not now")},
        .icon = ICON_PENCIL};
    return put_question(ui, &question, (EditWish[]){EDIT_TAKE_UP, EDIT_THROW_AWAY, EDIT_LEAVE});
}

static Intent put_dialogs(Ui *ui, EditorState *editor, const Model *model)
{
    Intent intent = intent_none();
    switch (editor->dialog) {
    case EDITOR_NO_DIALOG: break;
    case EDITOR_COMMANDS: intent = editor_commands_put(ui, editor, model); break;
    case EDITOR_TAGS:
    case EDITOR_FILTER: intent = editor_tags_put(ui, editor, model); break;
    }
    if (editor->keys != EDITOR_KEYS_NONE) intent = menu_first(put_keyboard(ui, editor, model), intent);
    if (model->draft.is_leaving) intent = menu_first(ask(ui, editor, model), intent);
    editor->was_asked = model->draft.is_leaving;
    if (model->draft.kept.is_there) intent = menu_first(ask_kept(ui, model), intent);
    return intent;
}

/* From the form and the search back to the list; from there, or where that is empty, the screen is left. */
static void take_back(Ui *ui, EditorState *editor, const CurrentDraft *draft)
{
    bool has_rows = draft->is_searched ? draft->found_count > 0 : draft_count(draft->draft) > 0;
    bool is_searching = has_rows && ui_focused(ui) == ui_id("edit-search");
    bool is_inside = editor->is_in_form || is_searching;
    if (is_inside && ui_command(ui, COMMAND_BACK)) editor->wants_row = true;
}

static Intent build(void *state, const Model *model, Ui *ui)
{
    EditorState *editor = state;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    bool is_ready = model->draft.state == EDITING_READY;
    if (is_ready) {
        go_on(editor);
        follow(editor, &model->draft);
        enter(editor, &model->draft);
        take_back(ui, editor, &model->draft);
    }
    Intent intent = put_header(ui, model, page.header);
    if (!is_ready) {
        editor->was_saving = model->draft.state == EDITING_SAVING;
        put_wait(ui, model, page.content);
        return model->draft.kept.is_there ? menu_first(ask_kept(ui, model), intent) : intent;
    }
    Intent body = editor_has_columns(ui) ? put_columns(ui, editor, model, page.content)
                                         : put_pages(ui, editor, model, page.content);
    intent = menu_first(body, intent);
    intent = menu_first(intent, editor_hints_put(ui, editor, model, page.hints));
    return menu_first(intent, put_dialogs(ui, editor, model));
}

const ScreenKind editor_screen = {
    .id = SCREEN_EDITOR,
    .name = "editor",
    .state_size = sizeof(EditorState),
    .context = INPUT_CONTEXT_MENU,
    .load = load,
    .build = build,
};
