#include "screens/import_preview.h"

#include <math.h>

#include "screens/import_state.h"
#include "screens/menu.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define LEFT_SHARE  0.36f
#define COLUMN_GAP  24.0f
#define GAP         14.0f
#define WAIT_MS     300 /* a reading that is quicker is not told */
#define LONG_MS     3000
#define TITLE_CHARS 120

/* --- the title --- */

/* What was read names the deck until the player does. */
static void take_title(ImportState *state, const CurrentImport *import)
{
    if (state->number != import->number) {
        *state = (ImportState){.number = import->number, .shown_card = -1, .open = CHOICE_NONE};
        text_edit_init(&state->title, (Str){0}, TITLE_CHARS);
    }
    if (!import->result || state->is_named || state->has_title) return;
    text_edit_init(&state->title, import->result->head.title, TITLE_CHARS);
    state->title.cursor = 0; /* its beginning is shown, and what is typed takes its place */
    state->has_title = true;
}

static void put_title(Ui *ui, ImportState *state, Rect rect)
{
    Field field = {.id = ui_id("import-title"),
                   .rect = rect,
                   .label = STR("Name of the deck"),
                   .hint = STR("Name of the deck"),
                   .icon = ICON_PENCIL};
    FieldAnswer answer = field_put(ui, &field, &state->title);
    if (answer.wants_keyboard) state->keyboard = (Keyboard){.is_open = true};
    if (answer.is_changed) state->is_named = true;
    if (!answer.is_confirmed) return;
    state->wanted = ui_id("import-go");
    state->page = 0;
}

static void put_keyboard(Ui *ui, ImportState *state)
{
    if (!state->keyboard.is_open) return;
    KeyboardAnswer answer =
        keyboard_put(ui, ui_id("title-keyboard"), STR("Name of the deck"), &state->keyboard, &state->title);
    if (answer == KEYBOARD_OPEN) return;
    state->keyboard.is_open = false;
    state->is_named = true;
}

/* --- where the cards would stand --- */

static Str error_words(const CurrentImport *import, Arena *arena)
{
    return str_format(arena, "%.*s\n\nIf it is a file of another kind, say so under “Read as”.",
                      STR_FMT(import->error));
}

static Str waiting_words(const CurrentImport *import, int64_t waited_ms, Arena *arena)
{
    bool is_writing = import->stage == IMPORT_STAGE_WRITING;
    Str what =
        is_writing ? STR("Writing the deck…") : str_format(arena, "Reading %.*s…", STR_FMT(import->name));
    if (waited_ms <= LONG_MS) return what;
    return str_format(arena, "%.*s\nIt is a big one: this takes a moment.", STR_FMT(what));
}

static void put_words(Ui *ui, Rect area, Str words, bool is_error)
{
    LabelStyle style = {.size = T20,
                        .weight = WEIGHT_MEDIUM,
                        .color = is_error ? TOKEN_TEXT : TOKEN_SOFT,
                        .align = TEXT_ALIGN_CENTER};
    float side = is_error ? ui_grow(ui, 40, T20, 1) : 0, width = area.w * 0.86f;
    float high = label_height(ui, words, &style, width) + (is_error ? side + GAP : 0);
    Rect box = layout_center(area, width, fminf(area.h, high));
    paint_layer(ui, box);
    if (is_error) {
        Rect icon = layout_cut_top(&box, side, GAP);
        icon_draw(ui->draw, ICON_WARNING, layout_center(icon, side, side), ui_color(ui, TOKEN_BAD),
                  ui_color(ui, TOKEN_BAD));
    }
    label_paragraph(ui, box, words, &style);
    paint_layer_end(ui);
    ui_note(ui, ui_id("import-words"), words, area);
}

static void put_wait(Ui *ui, const CurrentImport *import, Rect area)
{
    int64_t waited_ms = ui->in.now_ms - import->since_ms;
    bool is_busy = import->stage == IMPORT_STAGE_READING || import->stage == IMPORT_STAGE_WRITING;
    if (is_busy && waited_ms <= LONG_MS)
        ui_wake_at(ui, import->since_ms + 1 + (waited_ms < WAIT_MS ? WAIT_MS : LONG_MS));
    if (is_busy && waited_ms < WAIT_MS) return;
    put_words(ui, area, waiting_words(import, waited_ms, ui->frame), false);
}

/* --- parts --- */

static void put_line(Ui *ui, Rect *area, Str words, Token color)
{
    LabelStyle style = {.size = T18, .weight = WEIGHT_SEMI, .color = color, .align = TEXT_ALIGN_LEFT};
    Rect line = layout_cut_top(area, label_height(ui, words, &style, area->w), GAP);
    paint_layer(ui, line);
    label_paragraph(ui, line, words, &style);
    paint_layer_end(ui);
    ui_note(ui, ui_id_index(ui_id("import-line"), (int64_t)color), words, line);
}

/* The guess is said where it would be seen to be wrong. */
static void put_result(Ui *ui, ImportState *state, const CurrentImport *import, Rect area)
{
    import_counts_put(ui, state, import, layout_cut_top(&area, chip_height(ui), GAP));
    if (import->error.size > 0)
        put_line(ui, &area, str_format(ui->frame, "Nothing was written: %.*s.", STR_FMT(import->error)),
                 TOKEN_BAD);
    if (import->result->is_encoding_guessed)
        put_line(ui, &area, STR("The letters are a guess: do accents look right? If not, change “Letters”."),
                 TOKEN_DEF);
    import_cards_put(ui, state, import, area);
}

/* Once a dialog that stood before it is gone. */
static void take_focus(Ui *ui, ImportState *state)
{
    if (!state->wanted || !ui_is_scope_active(ui)) return;
    ui_focus(ui, state->wanted);
    state->wanted = 0;
}

/* The title and what becomes of gone cards; large text has them on the page of choices. */
static void put_head(Ui *ui, ImportState *state, const CurrentImport *import, Rect *area)
{
    float gone = import_gone_height(ui, import);
    put_title(ui, state, layout_cut_top(area, field_height(ui), GAP));
    if (gone > 0) import_gone_put(ui, state, import, layout_cut_top(area, gone, GAP));
}

static Intent put_cards(Ui *ui, ImportState *state, const CurrentImport *import, Rect area)
{
    Rect foot = layout_cut_bottom(&area, import_foot_height(ui, import), GAP);
    if (import->result)
        put_result(ui, state, import, area);
    else if (import->error.size > 0)
        put_words(ui, area, error_words(import, ui->frame), true);
    else
        put_wait(ui, import, area);
    take_focus(ui, state);
    return import_foot_put(ui, state, import, foot);
}

/* What there was is written, or was never chosen. */
static Intent put_nothing(Ui *ui, Rect area)
{
    Button files = {.id = ui_id("import-files"),
                    .label = STR("Choose a file"),
                    .icon = ICON_FOLDER,
                    .kind = BUTTON_PRIMARY,
                    .is_default = true};
    Rect foot = layout_cut_bottom(&area, button_height(ui, false), GAP);
    put_words(ui, area, STR("Choose a file, or drop one here."), false);
    files.rect = layout_center(foot, fminf(foot.w, button_width(ui, &files) + 24), foot.h);
    if (!button_put(ui, &files)) return intent_none();
    return (Intent){.kind = INTENT_OPEN, .screen = SCREEN_IMPORT_FILES};
}

static bool has_columns(const Ui *ui, float width)
{
    return width >= 7.6f * (float)ui->in.text_percent;
}

static Intent put_columns(Ui *ui, ImportState *state, const Model *model, Rect area)
{
    Rect left = layout_cut_left(&area, floorf(area.w * LEFT_SHARE), COLUMN_GAP);
    put_head(ui, state, &model->import, &area);
    Intent intent = put_cards(ui, state, &model->import, area);
    return menu_first(intent, import_choices_put(ui, state, model, left));
}

/* A page is turned to where it was left, at first to what one goes on with. */
static void put_tabs(Ui *ui, ImportState *state, Rect *area)
{
    const Str labels[] = {STR("Cards"), STR("Choices")};
    const UiId first[] = {ui_id("import-go"), ui_id_index(ui_id("import-choice"), CHOICE_FORMAT)};
    UiId focused = ui_focused(ui);
    int before = state->page;
    menu_tabs(ui, area, labels, 2, &state->page);
    if (state->page == before) return;
    state->left_at[before] = focused;
    UiId place = state->left_at[state->page];
    ui_focus(ui, place ? place : first[state->page]);
}

static Intent put_pages(Ui *ui, ImportState *state, const Model *model, Rect area)
{
    put_tabs(ui, state, &area);
    if (state->page == 0) return put_cards(ui, state, &model->import, area);
    put_head(ui, state, &model->import, &area);
    return import_choices_put(ui, state, model, area);
}

static Intent put_header(Ui *ui, const Model *model, Rect area)
{
    const CurrentImport *import = &model->import;
    Str name = import->name;
    if (import->waiting > 0)
        name = str_format(ui->frame, "%.*s, and %zu more", STR_FMT(name), import->waiting);
    Header header = {.title = STR("Import"), .has_back = true, .note = name};
    bool is_back = header_put(ui, area, &header) == HEADER_BACK;
    return is_back ? (Intent){.kind = INTENT_IMPORT_LEAVE} : intent_none();
}

static void put_hints(Ui *ui, Rect bar)
{
    Hint hints[] = {hint_arrows(STR("Move"), true, true),
                    hint_say(ui_on_command(COMMAND_CONFIRM), STR("Choose")),
                    hint_say(ui_on_command(COMMAND_BACK), STR("Back"))};
    prompt_hints(ui, bar, hints, 3);
}

static Intent build(void *memory, const Model *model, Ui *ui)
{
    ImportState *state = memory;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    take_title(state, &model->import);
    paint_backdrop(ui, BACKDROP_MENU);
    Intent intent = put_header(ui, model, page.header);
    put_hints(ui, page.hints);
    if (model->import.stage == IMPORT_STAGE_NONE) return menu_first(intent, put_nothing(ui, page.content));
    bool is_wide = has_columns(ui, page.content.w);
    intent = menu_first(intent, (is_wide ? put_columns : put_pages)(ui, state, model, page.content));
    put_keyboard(ui, state);
    import_notices_put(ui, state, &model->import);
    import_card_dialog_put(ui, state, &model->import);
    return menu_first(intent, import_choice_dialog_put(ui, state, model));
}

const ScreenKind import_preview_screen = {
    .id = SCREEN_IMPORT,
    .name = "import",
    .state_size = sizeof(ImportState),
    .context = INPUT_CONTEXT_MENU,
    .build = build,
};
