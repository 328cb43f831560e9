/* What the file that is written is called, and in which folder. */
#include <stdio.h>

#include "base/file.h"
#include "screens/export_state.h"
#include "ui/keys.h"

static Str name_of(const ExportState *state)
{
    return str_trim(text_edit_text(&state->name));
}

Str export_name_trouble(const ExportState *state)
{
    Str name = name_of(state);
    if (str_is_blank(name)) return STR("The file needs a name.");
    if (str_has(name, STR("/"))) return STR("A name has no slash in it.");
    return name.data[0] == '.' ? STR("A dot in front would hide the file.") : (Str){0};
}

Intent export_write(ExportState *state, DeckTool tool, Arena *arena)
{
    state->is_told = export_name_trouble(state).size > 0;
    if (state->is_told) return intent_none();
    Str file = str_format(arena, "%.*s.%s", STR_FMT(name_of(state)), export_ending(state));
    Intent intent = export_intent(state, tool, arena);
    intent.value = file_join(arena, state->files.folder, file.data);
    return intent;
}

/* --- its name --- */

/* Files of one ending lie beside each other under names of their own. */
static const char *kind_of(int32_t what)
{
    switch (what) {
    case EXPORT_QUIZLET: return "-quizlet";
    case EXPORT_ANKI_TEXT: return "-anki";
    case EXPORT_SHEET: return "-fold";
    case EXPORT_SHEET_CUT: return "-cut";
    case EXPORT_PROGRESS: return "-progress";
    case EXPORT_ANSWERS: return "-answers";
    default: return "";
    }
}

void export_name_propose(ExportState *state, Str deck)
{
    if (state->is_named || state->named_for == state->what) return;
    char name[4 * EXPORT_NAME_GRAPHEMES];
    state->named_for = state->what;
    snprintf(name, sizeof name, "%.*s%s", STR_FMT(deck), kind_of(state->what));
    text_edit_init(&state->name, str_of(name), EXPORT_NAME_GRAPHEMES);
}

/* --- the folder --- */

Intent export_folder_put(Ui *ui, ExportState *state, const Model *model, Rect area)
{
    FileListAnswer answer = file_list_put(ui, &state->files, model, area);
    if (answer.path.size > 0) { /* its name, to be written over once that is confirmed */
        Str stem = file_name(answer.path);
        Str ending = str_format(ui->frame, ".%s", export_ending(state));
        if (str_ends(stem, ending)) stem.size -= ending.size;
        text_edit_init(&state->name, stem, EXPORT_NAME_GRAPHEMES);
        state->is_named = true;
        state->is_choosing = false;
    }
    return answer.wants_reload ? (Intent){.kind = INTENT_RELOAD} : intent_none();
}

Intent export_folder_button_put(Ui *ui, ExportState *state, const Model *model, Rect rect)
{
    Button button = {.id = ui_id("folder"),
                     .rect = rect,
                     .label = STR("Folder"),
                     .detail = file_list_words(str_of(state->files.folder), model, ui->frame),
                     .icon = ICON_FOLDER,
                     .trigger = ui_on_key_button(KEY_F, PAD_Y)};
    if (!button_put(ui, &button)) return intent_none();
    state->is_choosing = true;
    state->files.wants_focus = true;
    return (Intent){.kind = INTENT_RELOAD};
}

void export_name_put(Ui *ui, ExportState *state, Rect rect)
{
    Field field = {.id = ui_id("file"),
                   .rect = rect,
                   .label = STR("Name of the file"),
                   .hint = STR("Name of the file"),
                   .icon = ICON_PENCIL,
                   .tail = str_format(ui->frame, ".%s", export_ending(state))};
    FieldAnswer answer = field_put(ui, &field, &state->name);
    if (answer.is_changed) {
        state->is_named = true;
        state->is_told = false;
    }
    if (!answer.wants_keyboard) return;
    state->before = state->name;
    state->keyboard = (Keyboard){.is_open = true};
}

void export_keyboard_put(Ui *ui, ExportState *state)
{
    if (!state->keyboard.is_open) return;
    KeyboardAnswer answer =
        keyboard_put(ui, ui_id("file-keyboard"), STR("Name of the file"), &state->keyboard, &state->name);
    if (answer == KEYBOARD_CANCELLED) state->name = state->before;
    if (answer == KEYBOARD_DONE) state->is_named = true;
    state->is_told = false;
}
