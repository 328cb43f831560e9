#include "screens/backup.h"

#include "screens/backup_intent.h"
#include "screens/backup_words.h"
#include "screens/file_list.h"
#include "screens/file_pane.h"
#include "screens/menu.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define GAP        14.0f
#define MOST_NAMES 6

typedef struct {
    bool is_open;
    FileListView files;
} BackupScreen;

static const char *const endings[] = {BACKUP_ENDING, NULL};

static void load(void *memory, Arena *arena, const Model *model, Str argument)
{
    (void)argument;
    BackupScreen *state = memory;
    if (!state->is_open) file_list_open(&state->files, endings, model->backup.folder);
    state->is_open = true;
    file_list_load(&state->files, arena);
}

/* --- what is done with the folder that is shown --- */

typedef enum { ACT_MAKE, ACT_SHOW, ACT_COUNT } Act;

static Button act_button(const Model *model, Act act)
{
    bool is_make = act == ACT_MAKE;
    return (Button){.id = ui_id_index(ui_id("backup-act"), act),
                    .label = is_make ? STR("New backup") : STR("Open folder"),
                    .icon = is_make ? ICON_SAVED : ICON_FOLDER,
                    .kind = is_make ? BUTTON_PRIMARY : BUTTON_NORMAL,
                    .trigger = is_make ? ui_on_chord_button(MOD_CTRL, KEY_B, PAD_START)
                                       : ui_on_chord(MOD_CTRL, KEY_O),
                    .is_disabled = is_make && model->backup.state != BACKUP_IDLE};
}

static Intent act(const BackupScreen *state, Act wanted)
{
    Str folder = str_of(state->files.folder);
    return backup_intent(wanted == ACT_MAKE ? BACKUP_MAKE : BACKUP_SHOW_FOLDER, folder);
}

static Intent put_pane(Ui *ui, const BackupScreen *state, const Model *model, Rect area)
{
    Intent intent = intent_none();
    float height = button_height(ui, false);
    Rect box, foot = file_pane_begin(ui, area, ACT_COUNT * height + GAP, &box);
    file_pane_part(ui, &box, STR("What is in a backup"),
                   STR("All players, their runs, answers and settings, and your own decks, in one file."));
    file_pane_part(
        ui, &box, STR("To another machine"),
        STR("Take the file there and choose it in this list. What it holds is shown before anything is "
            "changed."));
    file_pane_part(ui, &box, STR("Nothing is lost"),
                   STR("What is here is kept as a backup before another is restored."));
    file_pane_end(ui);
    for (Act a = ACT_MAKE; a < ACT_COUNT; a++) {
        Button button = act_button(model, a);
        button.rect = layout_cut_top(&foot, height, GAP);
        if (button_put(ui, &button)) intent = act(state, a);
    }
    return intent;
}

static Intent put_bar(Ui *ui, const BackupScreen *state, const Model *model, Rect area)
{
    Intent intent = intent_none();
    for (Act a = ACT_MAKE; a < ACT_COUNT; a++) {
        Button button = act_button(model, a);
        button.icon = ICON_NONE;
        button.rect = layout_column(area, a, ACT_COUNT, 16);
        button.is_centered = true;
        if (button_put(ui, &button)) intent = act(state, a);
    }
    return intent;
}

/* --- dialogs --- */

static Str offer_words(const Ui *ui, const Model *model)
{
    const BackupManifest *offer = model->backup.offer;
    int64_t made_ms = offer->made_s * 1000;
    int32_t day = format_local_day(made_ms, model->utc_offset_min);
    const char *date = format_date(ui->frame, day, model->today).data;
    const char *at = format_time_of_day(ui->frame, made_ms, model->utc_offset_min).data;
    const char *sum = backup_words_sum(offer, ui->frame).data;
    if (!file_pane_fits(ui))
        return str_format(ui->frame, "%s, %s: %s. What is here is kept as a backup first.", date, at, sum);
    Str players = backup_words_players(offer, MOST_NAMES, ui->frame);
    return str_format(
        ui->frame,
        "Made %s at %s. It holds %s.%s%.*s\n\nIt takes the place of all players, runs, answers and"
        " decks that are here now. Those are kept as a backup first.",
        date, at, sum, players.size ? "\nPlayers: " : "", STR_FMT(players));
}

static Intent put_offer(Ui *ui, const Model *model)
{
    DialogQuestion question = {.id = ui_id("backup-offer"),
                               .title = STR("Restore this backup?"),
                               .text = offer_words(ui, model),
                               .answers = {STR("Leave all as it is"), STR("Restore")},
                               .answer_count = 2,
                               .danger = 1,
                               .icon = ICON_WARNING};
    int answer = dialog_ask(ui, &question);
    if (answer < 0) return intent_none();
    return backup_intent(answer == 1 ? BACKUP_RESTORE : BACKUP_FORGET, STR(""));
}

static Intent put_refused(Ui *ui, const Model *model)
{
    DialogQuestion question = {
        .id = ui_id("backup-refused"),
        .title = STR("That did not work"),
        .text = str_format(ui->frame, "%.*s\n\nNothing was changed.", STR_FMT(model->backup.error)),
        .answers = {STR("Close")},
        .answer_count = 1,
        .danger = -1,
        .icon = ICON_WARNING};
    return dialog_ask(ui, &question) < 0 ? intent_none() : backup_intent(BACKUP_FORGET, STR(""));
}

/* Nothing else can be done meanwhile. */
static void put_busy(Ui *ui, BackupState state)
{
    Str words = state == BACKUP_MAKING      ? STR("Making a backup…")
                : state == BACKUP_RESTORING ? STR("Restoring the backup…")
                                            : STR("Looking through the backup…");
    LabelStyle style = {.size = T24, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_CENTER};
    Vec size = menu_dialog_size(ui, label_width(ui, words, &style) + 120, ui_type(ui, T24).line + 80);
    Rect inside = dialog_begin(ui, ui_id("backup-busy"), (Str){0}, size);
    paint_layer(ui, inside);
    label_note(ui, ui_id("backup-busy-words"), inside, words, &style);
    paint_layer_end(ui);
    dialog_end(ui);
}

static Intent put_dialog(Ui *ui, const Model *model)
{
    switch (model->backup.state) {
    case BACKUP_IDLE: break;
    case BACKUP_MAKING:
    case BACKUP_LOOKING:
    case BACKUP_RESTORING: put_busy(ui, model->backup.state); break;
    case BACKUP_OFFERED: return put_offer(ui, model);
    case BACKUP_REFUSED: return put_refused(ui, model);
    }
    return intent_none();
}

/* --- all --- */

static Intent build(void *memory, const Model *model, Ui *ui)
{
    BackupScreen *state = memory;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    bool has_pane = file_pane_fits(ui);
    Str note = has_pane ? STR("Choose one to restore it") : (Str){0};
    Intent intent = menu_header(ui, model, page.header, STR("Backup"), note);
    Rect area = page.content;
    Rect side = file_pane_cut(ui, &area);
    if (file_list_passes_focus(&state->files)) ui_focus(ui, ui_id_index(ui_id("backup-act"), ACT_MAKE));
    FileListAnswer answer = file_list_put(ui, &state->files, model, area);
    intent = menu_first(intent, (has_pane ? put_pane : put_bar)(ui, state, model, side));
    file_pane_hints(ui, page.hints);
    if (answer.path.size > 0) intent = menu_first(intent, backup_intent(BACKUP_LOOK, answer.path));
    if (answer.wants_reload) intent = menu_first(intent, (Intent){.kind = INTENT_RELOAD});
    return menu_first(intent, put_dialog(ui, model));
}

const ScreenKind backup_screen = {
    .id = SCREEN_BACKUP,
    .name = "backup",
    .state_size = sizeof(BackupScreen),
    .context = INPUT_CONTEXT_MENU,
    .load = load,
    .build = build,
};
