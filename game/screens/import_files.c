#include "screens/import_files.h"

#include "base/file.h"
#include "screens/file_list.h"
#include "screens/file_pane.h"
#include "screens/menu.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

typedef struct {
    bool is_open;
    FileListView files;
} ImportFilesState;

static const char *const endings[] = {".csv",      ".tsv",  ".tab",  ".txt",    ".text", ".md",
                                      ".markdown", ".json", ".apkg", ".colpkg", NULL};

static Str first_folder(const Model *model, Arena *arena)
{
    Str last = store_get_setting(model->store, 0, "import-folder", arena);
    return last.size > 0 && file_is_folder(last.data) ? last : model->downloads_folder;
}

static void load(void *memory, Arena *arena, const Model *model, Str argument)
{
    (void)argument;
    ImportFilesState *state = memory;
    if (!state->is_open) file_list_open(&state->files, endings, first_folder(model, arena));
    state->is_open = true;
    file_list_load(&state->files, arena);
}

/* --- the clipboard --- */

static Button paste_button(void)
{
    return (Button){.id = ui_id("paste"),
                    .label = STR("Paste"),
                    .icon = ICON_TYPING,
                    .trigger = ui_on_chord_button(MOD_CTRL, KEY_V, PAD_START)};
}

/* --- what comes in, for who has not done this before --- */

static bool put_pane(Ui *ui, Rect area)
{
    Button paste = paste_button();
    Rect box;
    paste.rect = file_pane_begin(ui, area, button_height(ui, false), &box);
    file_pane_part(
        ui, &box, STR("From a file"),
        STR("Anki packages, spreadsheets saved as CSV, text, Markdown and JSON. The game finds out "
            "which by itself."));
    file_pane_part(ui, &box, STR("From Quizlet or Knowt"),
                   STR("Open your set there, choose Export, copy the text, and paste it here."));
    file_pane_part(ui, &box, STR("Quicker"),
                   STR("Drop a file on this window, on any screen outside a round."));
    file_pane_end(ui);
    return button_put(ui, &paste);
}

static bool put_bar(Ui *ui, Rect area)
{
    Button paste = paste_button();
    paste.rect = area;
    return button_put(ui, &paste);
}

static Intent build(void *memory, const Model *model, Ui *ui)
{
    ImportFilesState *state = memory;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    Intent intent = menu_header(ui, model, page.header, STR("Import"), STR("Choose a file"));
    Rect area = page.content;
    Rect side = file_pane_cut(ui, &area);
    if (file_list_passes_focus(&state->files)) ui_focus(ui, ui_id("paste"));
    FileListAnswer answer = file_list_put(ui, &state->files, model, area);
    bool wants_paste = file_pane_fits(ui) ? put_pane(ui, side) : put_bar(ui, side);
    file_pane_hints(ui, page.hints);
    if (answer.path.size > 0) return (Intent){.kind = INTENT_IMPORT_FILE, .text = answer.path};
    if (answer.wants_reload) intent = menu_first(intent, (Intent){.kind = INTENT_RELOAD});
    return wants_paste ? (Intent){.kind = INTENT_IMPORT_PASTE} : intent;
}

const ScreenKind import_files_screen = {
    .id = SCREEN_IMPORT_FILES,
    .name = "import-files",
    .state_size = sizeof(ImportFilesState),
    .context = INPUT_CONTEXT_MENU,
    .load = load,
    .build = build,
};
