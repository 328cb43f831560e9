#include <math.h>

#include "screens/editor_state.h"
#include "ui/layout.h"

#define MOST_LINES 8 /* a longer text scrolls in its field */
#define LABEL_GAP  6
#define MARK       14

static const LabelStyle LABEL = {T18, WEIGHT_SEMI, TOKEN_SOFT, TEXT_ALIGN_LEFT, false, false, 1};
static const LabelStyle DOUBT = {T18, WEIGHT_MEDIUM, TOKEN_DEF, TEXT_ALIGN_LEFT, false, false, 0};

UiId editor_field_id(EditPart part, uint32_t index)
{
    return ui_id_index(ui_id_index(ui_id("edit-field"), (int64_t)part), index);
}

static bool is_same(const EditorPlace *a, const EditorPlace *b)
{
    return a->is_there == b->is_there && a->part == b->part && a->card == b->card && a->index == b->index;
}

static Str text_of(const Model *model, const EditorPlace *place)
{
    return edit_text_of(model->draft.draft, place->card, place->part, place->index);
}

static float doubt_height(Ui *ui, Str doubt, float width)
{
    float icon = ui_type(ui, T18).size + 10;
    return doubt.size > 0 ? LABEL_GAP + label_height(ui, doubt, &DOUBT, width - icon) : 0;
}

/* What is typed may be a pass ahead of the draft. */
static Str shown_text(const EditorState *editor, const Model *model, const EditorPlace *place)
{
    return is_same(&editor->live, place) ? text_edit_text(&editor->edit) : text_of(model, place);
}

float editor_field_height(Ui *ui, const EditorState *editor, const Model *model, const EditorField *field,
                          float width)
{
    float label = field->label.size > 0 ? ui_type(ui, T18).line + LABEL_GAP : 0;
    float text = field_lines_height(ui, shown_text(editor, model, &field->place), width, MOST_LINES);
    return label + text + doubt_height(ui, field->doubt, width);
}

static void draw_label(Ui *ui, const EditorField *field, Rect line)
{
    paint_layer(ui, line);
    Vec middle = {line.x + MARK / 2.0f, line.y + line.h / 2};
    bool is_term = field->place.part == EDIT_TERM, is_definition = field->place.part == EDIT_DEFINITION;
    if (is_term) paint_term_mark(ui, middle, MARK, ui_color(ui, TOKEN_TERM_MARK));
    if (is_definition) paint_def_mark(ui, middle, MARK, ui_color(ui, TOKEN_DEF_MARK));
    if (is_term || is_definition) layout_cut_left(&line, MARK, 10);
    label_draw(ui, line, field->label, &LABEL);
    paint_layer_end(ui);
}

static void draw_doubt(Ui *ui, const EditorField *field, Rect line)
{
    float side = ui_type(ui, T18).size;
    paint_layer(ui, line);
    Color color = ui_color(ui, TOKEN_DEF);
    Rect icon = layout_cut_left(&line, side, 10);
    icon.h = ui_type(ui, T18).line;
    icon_draw(ui->draw, ICON_WARNING, layout_center(icon, side, side), color, ui_color(ui, TOKEN_SURFACE));
    label_paragraph(ui, line, field->doubt, &DOUBT);
    paint_layer_end(ui);
    ui_note(ui, ui_id_index(editor_field_id(field->place.part, field->place.index), 1), field->doubt, line);
}

static void go_live(EditorState *editor, const Model *model, const EditorPlace *place)
{
    editor->live = *place;
    text_edit_init_lines(&editor->edit, editor->room, sizeof editor->room, text_of(model, place));
}

/* The field that has the focus holds what is typed, which an undo may have changed. */
static TextEdit *edit_of(Ui *ui, EditorState *editor, const Model *model, const EditorPlace *place)
{
    if (ui_focused(ui) == editor_field_id(place->part, place->index)) {
        bool is_old =
            !is_same(&editor->live, place) ||
            (!editor->edit.composition[0] && !str_is(text_edit_text(&editor->edit), text_of(model, place)));
        if (is_old) go_live(editor, model, place);
        return &editor->edit;
    }
    Str text = text_of(model, place);
    TextEdit *view = ARENA_NEW(ui->frame, TextEdit);
    text_edit_init_lines(view, ARENA_NEW_N(ui->frame, char, text.size + 1), text.size + 1, text);
    return view;
}

Intent editor_field_put(Ui *ui, EditorState *editor, const Model *model, const EditorField *field, Rect area,
                        bool *goes_on)
{
    const EditorPlace *place = &field->place;
    if (field->label.size > 0) draw_label(ui, field, layout_cut_top(&area, ui_type(ui, T18).line, LABEL_GAP));
    float doubt = doubt_height(ui, field->doubt, area.w);
    if (doubt > 0) draw_doubt(ui, field, layout_cut_bottom(&area, doubt - LABEL_GAP, LABEL_GAP));
    TextEdit *edit = edit_of(ui, editor, model, place);
    Field box = {.id = editor_field_id(place->part, place->index),
                 .rect = area,
                 .label = field->label.size > 0 ? field->label : field->hint,
                 .hint = field->hint,
                 .has_lines = true};
    FieldAnswer answer = field_put(ui, &box, edit);
    if (answer.is_confirmed) *goes_on = true;
    if (answer.wants_keyboard) {
        go_live(editor, model, place);
        editor->keys = EDITOR_KEYS_FIELD;
        editor->keyboard = (Keyboard){.is_open = true};
    }
    if (!answer.is_changed) return intent_none();
    Intent intent = edit_intent(EDIT_TYPE, place->card);
    intent.part = (int32_t)place->part;
    intent.other = place->index;
    intent.text = text_edit_text(edit);
    return intent;
}
