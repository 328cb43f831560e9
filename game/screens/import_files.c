#include "screens/import_files.h"

#include "base/file.h"
#include "screens/file_list.h"
#include "screens/menu.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define PANE_WIDTH   368.0f
#define PANE_PERCENT 150 /* larger text: no pane, the button below the list */
#define PAD          24.0f

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

static void draw_part(Ui *ui, Rect *box, Str title, Str words)
{
    LabelStyle head = {.size = T20, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle text = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_LEFT};
    float high = ui_type(ui, T20).line + 4 + label_height(ui, words, &text, box->w);
    if (box->h < high) return;
    label_draw(ui, layout_cut_top(box, ui_type(ui, T20).line, 4), title, &head);
    layout_cut_top(box, label_paragraph(ui, *box, words, &text), 18);
    ui_note(ui, ui_id(title.data), words, *box);
}

static bool put_pane(Ui *ui, Rect area)
{
    Button paste = paste_button();
    Rect box = layout_pad(area, PAD, PAD - 2);
    paint_layer(ui, area);
    paint_panel(ui, area);
    Rect foot = layout_cut_bottom(&box, button_height(ui, false), 16);
    draw_part(ui, &box, STR("From a file"),
              STR("Anki packages, spreadsheets saved as CSV, text, Markdown and JSON. The game finds out "
                  "which by itself."));
    draw_part(ui, &box, STR("From Quizlet or Knowt"),
              STR("Open your set there, choose Export, copy the text, and paste it here."));
    draw_part(ui, &box, STR("Quicker"), STR("Drop a file on this window, on any screen outside a round."));
    paint_layer_end(ui);
    paste.rect = foot;
    return button_put(ui, &paste);
}

static bool put_bar(Ui *ui, Rect area)
{
    Button paste = paste_button();
    paste.rect = area;
    return button_put(ui, &paste);
}

static void put_hints(Ui *ui, Rect bar)
{
    Hint hints[] = {hint_arrows(STR("Move"), false, true),
                    hint_say(ui_on_command(COMMAND_CONFIRM), STR("Choose")),
                    hint_say(ui_on_key_button(KEY_BACKSPACE, PAD_LB), STR("Folder up")),
                    hint_say(ui_on_command(COMMAND_BACK), STR("Back"))};
    prompt_hints(ui, bar, hints, 4);
}

static Intent build(void *memory, const Model *model, Ui *ui)
{
    ImportFilesState *state = memory;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    Intent intent = menu_header(ui, model, page.header, STR("Import"), STR("Choose a file"));
    Rect area = page.content;
    bool has_pane = ui->in.text_percent <= PANE_PERCENT;
    Rect side = has_pane ? layout_cut_right(&area, ui_grow(ui, PANE_WIDTH, T18, 2), 24)
                         : layout_cut_bottom(&area, button_height(ui, false), 16);
    FileListAnswer answer = file_list_put(ui, &state->files, model, area);
    bool wants_paste = has_pane ? put_pane(ui, side) : put_bar(ui, side);
    put_hints(ui, page.hints);
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
