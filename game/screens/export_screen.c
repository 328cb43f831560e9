#include "screens/export_screen.h"

#include <stdio.h>
#include <string.h>

#include "screens/deck_wait.h"
#include "screens/export_state.h"
#include "screens/menu.h"
#include "ui/keys.h"
#include "ui/layout.h"

#define COLUMN_GAP  24.0f
#define RIGHT_SHARE 0.46f

const char *export_ending(const ExportState *state)
{
    ExportFormat known = state->is_json ? EXPORT_DECK : EXPORT_CSV;
    return export_format_ending(export_is_known(state) ? known : (ExportFormat)state->what);
}

Intent export_intent(const ExportState *state, DeckTool tool, Arena *arena)
{
    Intent intent = {.kind = INTENT_DECK_TOOL,
                     .input = (int32_t)tool,
                     .number = state->what,
                     .other = export_is_known(state) ? state->is_json : (int64_t)state->set};
    intent.card_count = export_separators(state, arena, &intent.cards);
    return intent;
}

/* Files of that ending suit: it may take the name of one. */
static void set_endings(ExportState *state)
{
    snprintf(state->ending, sizeof state->ending, ".%s", export_ending(state));
    state->endings[0] = state->ending;
    state->files.endings = state->endings;
}

/* The file is called as the deck, in the folder where files are looked for first. */
static void begin(ExportState *state, const Model *model)
{
    if (state->is_begun) return;
    state->is_begun = true;
    state->what = EXPORT_CSV;
    state->separators.open = SEPARATOR_PLACES;
    state->seen = model->tools.written.count;
    state->wants_focus = true;
    state->named_for = -1;
    export_name_propose(state, model->deck.id);
    Str folder = model->downloads_folder.size ? model->downloads_folder : model->home_folder;
    file_list_open(&state->files, state->endings, folder);
}

static void load(void *memory, Arena *arena, const Model *model, Str argument)
{
    (void)argument;
    ExportState *state = memory;
    if (model->deck.state != DECK_READY) return;
    begin(state, model);
    tag_chooser_load(&state->tags, arena, model);
    set_endings(state);
    if (state->is_choosing) file_list_load(&state->files, arena);
}

static bool has_columns(const Ui *ui, float width)
{
    return width >= 10.0f * (float)ui->in.text_percent;
}

/* What is chosen on the page that is turned to. */
static UiId first_of_page(const ExportState *state)
{
    if (state->page == 0) return ui_id_index(ui_id("format"), state->what);
    if (export_is_known(state)) return ui_id_index(ui_id("kind"), state->is_json);
    return ui_id_index(ui_id("set"), (int64_t)state->set);
}

static Intent put_parts(Ui *ui, ExportState *state, const Model *model, Rect area)
{
    if (has_columns(ui, area.w)) {
        Rect right = layout_cut_right(&area, area.w * RIGHT_SHARE, COLUMN_GAP);
        export_formats_put(ui, state, area);
        return export_where_put(ui, state, model, right);
    }
    const Str labels[] = {STR("Format"), STR("Cards and file")};
    int before = state->page;
    menu_tabs(ui, &area, labels, 2, &state->page);
    if (state->page != before) ui_focus(ui, first_of_page(state));
    if (state->page == 1) return export_where_put(ui, state, model, area);
    export_formats_put(ui, state, area);
    return intent_none();
}

/* What is chosen now, where the preview has not been asked for it yet. */
static Intent ask_preview(Ui *ui, ExportState *state, const Model *model)
{
    Intent intent = export_intent(state, TOOL_PREVIEW, ui->frame);
    ToolPreview wanted = {.what = (int32_t)intent.number,
                          .set = (int32_t)intent.other,
                          .tags = deck_tool_tags(&model->deck.setup),
                          .parting = deck_tool_parting(intent.cards, intent.card_count)};
    if (state->is_asked && deck_tool_is_same(&state->asked, &wanted)) return intent_none();
    state->is_asked = true;
    state->asked = wanted;
    state->seen = model->tools.written.count; /* what was written before is no longer told */
    return intent;
}

static Intent put_question(Ui *ui, ExportState *state, const ToolExport *refused)
{
    DialogQuestion question = {
        .id = ui_id("over"),
        .title = STR("Write over it?"),
        .text = str_format(ui->frame, "%.*s is there already.", STR_FMT(file_name(refused->path))),
        .answers = {STR("Keep it"), STR("Write over it")},
        .answer_count = 2,
        .danger = 1,
        .icon = ICON_WARNING};
    int answer = dialog_ask(ui, &question);
    if (answer >= 0) state->seen = refused->count;
    return answer == 1 ? export_write(state, TOOL_EXPORT_OVER, ui->frame) : intent_none();
}

static void put_hints(Ui *ui, ExportState *state, Rect bar)
{
    Hint hints[4] = {hint_arrows(STR("Move"), true, true),
                     hint_say(ui_on_command(COMMAND_CONFIRM), STR("Choose"))};
    int count = 2;
    if (state->is_choosing)
        hints[count++] = hint_do(ui_on_key_button(KEY_F5, PAD_START), STR("Use this folder"));
    hints[count++] = hint_say(ui_on_command(COMMAND_BACK), STR("Back"));
    if (prompt_hints(ui, bar, hints, count) == 2) state->is_choosing = false;
}

/* Back leaves the files first. */
static Intent put_header(Ui *ui, ExportState *state, const Model *model, Rect area)
{
    bool is_ready = model->deck.state == DECK_READY;
    Str note = is_ready && ui->in.text_percent <= 150 ? deck_title(model->deck.deck) : (Str){0};
    Intent intent = menu_header(ui, model, area, state->is_choosing ? STR("Where to") : STR("Export"), note);
    if (intent.kind != INTENT_BACK || !state->is_choosing) return intent;
    state->is_choosing = false;
    return intent_none();
}

static Intent build(void *memory, const Model *model, Ui *ui)
{
    ExportState *state = memory;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    Intent intent = put_header(ui, state, model, page.header);
    if (model->deck.state != DECK_READY || !state->is_begun)
        return menu_first(intent, deck_wait_put(ui, model, page.content));
    put_hints(ui, state, page.hints);
    if (state->is_choosing) return menu_first(intent, export_folder_put(ui, state, model, page.content));
    if (state->wants_focus) ui_focus(ui, first_of_page(state));
    state->wants_focus = false;
    intent = menu_first(intent, put_parts(ui, state, model, page.content));
    intent = menu_first(intent, tag_chooser_put(ui, &state->tags, model));
    export_separator_dialogs_put(ui, state);
    const ToolExport *last = &model->tools.written;
    if (last->count != state->seen && !last->is_written)
        intent = menu_first(intent, put_question(ui, state, last));
    return menu_first(intent, ask_preview(ui, state, model));
}

const ScreenKind export_screen = {
    .id = SCREEN_EXPORT,
    .name = "export",
    .state_size = sizeof(ExportState),
    .context = INPUT_CONTEXT_MENU,
    .load = load,
    .build = build,
};
