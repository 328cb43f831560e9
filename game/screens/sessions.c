#include "screens/sessions.h"

#include <math.h>

#include "screens/deck_wait.h"
#include "screens/menu.h"
#include "screens/study_table.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define NO_NOTE_PERCENT 150 /* large text leaves the title the room */

typedef struct {
    bool is_ready;
    StudyTable table;
} SessionsState;

static void load(void *state, Arena *arena, const Model *model, Str argument)
{
    (void)argument;
    SessionsState *sessions = state;
    sessions->is_ready = model->deck.state == DECK_READY;
    sessions->table.is_default = true;
    if (sessions->is_ready) study_table_load(&sessions->table, arena, model);
}

/* The hub lies below, or is opened. */
static Intent put_empty(Ui *ui, const Model *model, Rect area)
{
    LabelStyle style = {.size = T24, .weight = WEIGHT_SEMI, .color = TOKEN_SOFT, .align = TEXT_ALIGN_CENTER};
    Str text = STR("No study sessions yet. Every answer in any mode makes one.");
    float button = button_height(ui, false), width = fminf(area.w * 0.8f, 900);
    float words = label_height(ui, text, &style, width);
    Rect box = layout_center(area, width, words + 24 + button);
    Rect line = layout_cut_top(&box, words, 24);
    paint_layer(ui, line);
    label_paragraph(ui, line, text, &style);
    paint_layer_end(ui);
    ui_note(ui, ui_id("empty"), text, line);
    Button study = {.id = ui_id("empty-study"),
                    .label = STR("Study this deck"),
                    .icon = ICON_PLAY,
                    .kind = BUTTON_PRIMARY,
                    .trigger = ui_on_key_button(KEY_P, PAD_X),
                    .is_default = true};
    study.rect = layout_center(box, fminf(button_width(ui, &study) + 24, area.w), button);
    if (!button_put(ui, &study)) return intent_none();
    return (Intent){.kind = INTENT_OPEN_DECK, .text = model->deck.id};
}

static Intent put_table(Ui *ui, SessionsState *sessions, const Model *model, const LayoutPage *page)
{
    Hint hints[] = {
        hint_arrows(STR("Browse"), true, true),
        hint_say(ui_on_command(COMMAND_CONFIRM), STR("Sessions")),
        hint_do(ui_on_key_button(KEY_S, PAD_X), STR("Sort")),
    };
    if (prompt_hints(ui, page->hints, hints, 3) == 2) study_table_sort_next(&sessions->table);
    paint_layer(ui, page->content);
    paint_panel(ui, page->content);
    paint_layer_end(ui);
    Intent intent = study_table_put(ui, &sessions->table, model, layout_pad(page->content, 10, 16));
    return menu_first(intent, study_table_dialog(ui, &sessions->table, model));
}

static Intent build(void *state, const Model *model, Ui *ui)
{
    SessionsState *sessions = state;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    bool has_note = sessions->is_ready && ui->in.text_percent < NO_NOTE_PERCENT;
    Str note = has_note ? deck_title(model->deck.deck) : (Str){0};
    Intent intent = menu_header(ui, model, page.header, STR("Study sessions"), note);
    if (!sessions->is_ready) return menu_first(intent, deck_wait_put(ui, model, page.content));
    bool is_empty = sessions->table.count == 0;
    return menu_first(intent,
                      is_empty ? put_empty(ui, model, page.content) : put_table(ui, sessions, model, &page));
}

const ScreenKind sessions_screen = {
    .id = SCREEN_SESSIONS,
    .name = "sessions",
    .state_size = sizeof(SessionsState),
    .context = INPUT_CONTEXT_MENU,
    .load = load,
    .build = build,
};
