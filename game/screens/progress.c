#include "screens/progress.h"

#include <math.h>
#include <string.h>

#include "screens/choice_dialog.h"
#include "screens/fix_card.h"
#include "screens/menu.h"
#include "screens/progress_state.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define COLUMN_GAP   24.0f
#define GAP          16.0f
#define SIDE_WIDE    392.0f
#define FIGURE_HIGH  96.0f
#define MOST_COLUMNS 125 /* percent of text up to which panels stand side by side */

static const Str tabs[PANEL_COUNT] = {
    [PANEL_DAYS] = STR_INIT("Days"),       [PANEL_MASTERY] = STR_INIT("Mastery"),
    [PANEL_HARDEST] = STR_INIT("Hardest"), [PANEL_MIXED] = STR_INIT("Mixed up"),
    [PANEL_ANSWERS] = STR_INIT("Answers"), [PANEL_TIMES] = STR_INIT("Times"),
    [PANEL_RECALL] = STR_INIT("Recall")};

static bool has_columns(const Ui *ui)
{
    return ui->in.text_percent <= MOST_COLUMNS;
}

bool progress_is_empty(const ProgressState *progress, ProgressPanel panel)
{
    int32_t recent = 0;
    switch (panel) {
    case PANEL_DAYS: return progress->answered == 0;
    case PANEL_MASTERY: return progress_deck(progress)->mastery.cards == 0;
    case PANEL_HARDEST: return progress->hard_count == 0;
    case PANEL_MIXED: return progress->pair_count == 0;
    case PANEL_ANSWERS:
        for (int i = 0; i < PROGRESS_RECENT; i++) recent += progress->answers[progress->day_count - 1 - i];
        return recent == 0;
    case PANEL_TIMES: return progress->time_count == 0;
    case PANEL_RECALL: return progress->predictions == 0;
    case PANEL_COUNT: break;
    }
    return true;
}

static void put_deck_chip(Ui *ui, ProgressState *progress, Rect line)
{
    Chip chip = {.id = ui_id("deck"),
                 .height = ui_grow(ui, 44, T18, 1),
                 .max_width = fminf(line.w, 560),
                 .label = progress_deck(progress)->title,
                 .trigger = ui_on_key_button(KEY_D, PAD_START),
                 .role = ROLE_CHIP};
    chip.at = (Vec){line.x + line.w - chip_width(ui, &chip), line.y + (line.h - chip.height) / 2};
    if (chip_put(ui, &chip)) progress->are_decks_open = true;
}

static Intent put_panel(Ui *ui, ProgressState *progress, ProgressPanel panel, Rect area)
{
    switch (panel) {
    case PANEL_DAYS: return progress_days_put(ui, progress, area);
    case PANEL_MASTERY: return progress_mastery_put(ui, progress, area);
    case PANEL_HARDEST: return progress_hardest_put(ui, progress, area);
    case PANEL_MIXED: return progress_mixed_put(ui, progress, area);
    case PANEL_ANSWERS: return progress_answers_put(ui, progress, area);
    case PANEL_TIMES: return progress_times_put(ui, progress, area);
    case PANEL_RECALL: return progress_recall_put(ui, progress, area);
    case PANEL_COUNT: break;
    }
    return intent_none();
}

/* Streak and mastery side by side. */
static void put_figures(Ui *ui, const ProgressState *progress, const Model *model, Rect area)
{
    progress_streak_put(ui, model, layout_column(area, 0, 2, GAP));
    progress_share_put(ui, progress, layout_column(area, 1, 2, GAP));
}

/* As high as the calendar needs to be as wide as it is, if that leaves enough. */
static float days_height(Ui *ui, Rect area)
{
    float needed =
        progress_panel_around(ui, PANEL_DAYS) + chart_calendar_height(ui, area.w - 48, PROGRESS_WEEKS);
    return fminf(needed, (area.h - GAP) * 0.538f);
}

static Intent put_first_page(Ui *ui, ProgressState *progress, const Model *model, Rect area)
{
    Rect side = layout_cut_right(&area, SIDE_WIDE, COLUMN_GAP);
    Rect days = layout_cut_top(&area, days_height(ui, area), GAP);
    Intent intent = progress_days_put(ui, progress, days);
    intent = menu_first(intent, progress_mastery_put(ui, progress, area));
    put_figures(ui, progress, model, layout_cut_top(&side, ui_grow(ui, FIGURE_HIGH, T18, 1), GAP));
    intent = menu_first(intent, progress_hardest_put(ui, progress, layout_row(side, 0, 2, GAP)));
    return menu_first(intent, progress_mixed_put(ui, progress, layout_row(side, 1, 2, GAP)));
}

static Intent put_second_page(Ui *ui, ProgressState *progress, Rect area)
{
    Rect side = layout_cut_right(&area, SIDE_WIDE + 60, COLUMN_GAP);
    Intent intent = progress_answers_put(ui, progress, layout_row(area, 0, 2, GAP));
    intent = menu_first(intent, progress_times_put(ui, progress, layout_row(area, 1, 2, GAP)));
    return menu_first(intent, progress_recall_put(ui, progress, side));
}

/* One panel at a time under tabs. */
static Intent put_tabs(Ui *ui, ProgressState *progress, const Model *model, Rect area)
{
    ChipRow row = {.id = ui_id("panels"), .labels = tabs, .count = PANEL_COUNT, .area = area};
    row.area.h = chip_row_height(ui, &row);
    layout_cut_top(&area, row.area.h, 12);
    chip_row_put(ui, &row, &progress->panel);
    if (progress->panel == PANEL_MASTERY && area.w > 1000) {
        Rect side = layout_cut_right(&area, 300, GAP);
        progress_streak_put(ui, model, layout_row(side, 0, 2, GAP));
        progress_share_put(ui, progress, layout_row(side, 1, 2, GAP));
    }
    return put_panel(ui, progress, (ProgressPanel)progress->panel, area);
}

static ProgressPanel first_panel(const Ui *ui, const ProgressState *progress)
{
    if (!has_columns(ui)) return (ProgressPanel)progress->panel;
    return progress->page == 0 ? PANEL_DAYS : PANEL_ANSWERS;
}

/* The focus goes along, to the first panel of the page. */
static void turn(Ui *ui, ProgressState *progress, int by)
{
    if (has_columns(ui))
        progress->page = 1 - progress->page;
    else
        progress->panel = (progress->panel + by + PANEL_COUNT) % PANEL_COUNT;
    progress_focus(ui, progress, first_panel(ui, progress));
}

/* The panel whose figures the key opens: the focused one, else the first of the page. */
static ProgressPanel meant(const Ui *ui, const ProgressState *progress)
{
    int focused = progress_focused(ui);
    return focused >= 0 ? (ProgressPanel)focused : first_panel(ui, progress);
}

static Str turn_words(const Ui *ui, const ProgressState *progress)
{
    if (!has_columns(ui)) return STR("Next");
    return progress->page == 0 ? STR("More charts") : STR("First page");
}

static void open_collect(Ui *ui, ProgressState *progress)
{
    const ProgressDeck *deck = progress_deck(progress);
    collect_open(&progress->collect, CARD_SET_WEAK, deck->id.size ? deck->title : (Str){0}, ui->frame);
}

static Intent put_hints(Ui *ui, ProgressState *progress, Rect bar)
{
    Hint hints[6];
    int count = 0, practise = -1, figures = -1, next = -1, weak = -1, fix = -1;
    bool has_days = has_columns(ui) ? progress->page == 0 : progress->panel == PANEL_DAYS;
    ProgressPanel panel = meant(ui, progress);
    if (has_days && progress->answered > 0) hints[count++] = hint_arrows(STR("Pick a day"), true, true);
    if (progress->hard_count > 0)
        hints[practise = count++] = hint_do(ui_on_key_button(KEY_H, PAD_X), STR("Practise hardest"));
    if (!progress_is_empty(progress, panel))
        hints[figures = count++] = hint_do(ui_on_key_button(KEY_F, PAD_LT), STR("Figures"));
    hints[next = count++] = hint_do(ui_on_command(COMMAND_PAGE_NEXT), turn_words(ui, progress));
    if (progress->hard_count > 0)
        hints[weak = count++] = hint_do(ui_on_key_button(KEY_W, PAD_BACK), STR("Deck of weak cards"));
    bool has_hard = panel == PANEL_HARDEST && progress->hard_count > 0;
    if (has_hard) hints[fix = count++] = hint_do(fix_card_trigger(), STR("Fix the first"));
    int pressed = prompt_hints(ui, bar, hints, count);
    if (pressed == fix && pressed >= 0) return fix_card(progress->hard[0].deck_id, progress->hard[0].card_id);
    if (pressed == weak && pressed >= 0) open_collect(ui, progress);
    if (pressed == figures && pressed >= 0) progress_figures_open(progress, panel);
    if (pressed == next) turn(ui, progress, 1);
    if (ui_command(ui, COMMAND_PAGE_PREVIOUS)) turn(ui, progress, -1);
    bool is_practice = pressed == practise && pressed >= 0;
    return is_practice ? progress_practise(progress, PANEL_HARDEST, ui->frame) : intent_none();
}

static Str deck_label(const void *list, int index)
{
    const ProgressState *progress = list;
    return progress->decks[index].title;
}

static Str deck_detail(const void *list, int index, Arena *arena)
{
    const ProgressDeck *deck = &((const ProgressState *)list)->decks[index];
    if (deck->mastery.cards == 0) return STR("no answers yet");
    return str_format(arena, "%d%% mastery", (int)(100 * deck->mastery.bars / deck->cards));
}

Intent progress_decks_put(Ui *ui, ProgressState *progress)
{
    ChoiceDialog choice = {.id = ui_id("decks-dialog"),
                           .rows = ui_id("progress-deck"),
                           .title = STR("Which deck"),
                           .count = progress->deck_count,
                           .chosen = progress->deck,
                           .list = progress,
                           .label = deck_label,
                           .detail = deck_detail};
    int answer = choice_dialog_put(ui, &choice);
    if (answer != CHOICE_OPEN) progress->are_decks_open = false;
    if (answer < 0) return intent_none();
    Str id = progress->decks[answer].id;
    size_t size = id.size < sizeof progress->deck_id ? id.size : sizeof progress->deck_id - 1;
    if (size > 0) memcpy(progress->deck_id, id.data, size);
    progress->deck_id[size] = '\0';
    return (Intent){.kind = INTENT_RELOAD};
}

static Intent build(void *state, const Model *model, Ui *ui)
{
    ProgressState *progress = state;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    Str title = STR("Progress");
    Intent intent = menu_header(ui, model, page.header, title, (Str){0});
    intent = menu_first(intent, put_hints(ui, progress, page.hints)); /* first: they turn pages */
    put_deck_chip(ui, progress, menu_header_rest(ui, model, page.header, title));
    if (has_columns(ui)) {
        Intent wanted = progress->page == 0 ? put_first_page(ui, progress, model, page.content)
                                            : put_second_page(ui, progress, page.content);
        intent = menu_first(intent, wanted);
    } else {
        intent = menu_first(intent, put_tabs(ui, progress, model, page.content));
    }
    if (progress->are_figures_open) progress_figures_put(ui, progress);
    if (progress->are_decks_open) intent = menu_first(intent, progress_decks_put(ui, progress));
    return menu_first(intent, collect_put(ui, &progress->collect, progress_deck(progress)->id));
}

const ScreenKind progress_screen = {
    .id = SCREEN_PROGRESS,
    .name = "progress",
    .state_size = sizeof(ProgressState),
    .context = INPUT_CONTEXT_MENU,
    .load = progress_load,
    .build = build,
};
