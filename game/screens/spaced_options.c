#include <math.h>

#include "screens/menu.h"
#include "screens/spaced_parts.h"
#include "screens/study_settings.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define WIDTH         760.0f
#define GAP           16.0f
#define WEEK          7
#define MONTH         30
#define EXAM_FARTHEST 3650 /* days ahead */

static bool is_asking(const Model *model)
{
    return model->spaced.sitting->at.card != DECK_NO_CARD;
}

static Str exam_text(Ui *ui, const Model *model)
{
    int32_t exam = model->spaced.sitting->exam_day;
    return exam == STUDY_NO_EXAM ? STR("None") : format_day(ui->frame, exam, model->spaced.day.number);
}

static Intent set_exam(int64_t day)
{
    return spaced_input(SPACED_SET_EXAM, day);
}

/* In days from today on; the day before today is none. */
static Intent put_exam_row(Ui *ui, const Model *model, Rect rect)
{
    int32_t exam = model->spaced.sitting->exam_day, today = model->spaced.day.number;
    int ahead = exam == STUDY_NO_EXAM || exam < today ? -1 : exam - today;
    Setting row = {.id = ui_id("exam"), .rect = rect, .label = STR("Exam on this deck")};
    SettingNumber number = {-1, EXAM_FARTHEST, 1, exam_text(ui, model)};
    if (!setting_number(ui, &row, &number, &ahead)) return intent_none();
    return set_exam(ahead < 0 ? STUDY_NO_EXAM : today + ahead);
}

static Intent put_exam_steps(Ui *ui, const Model *model, Rect line)
{
    static const struct {
        const char *label;
        int32_t days;
    } steps[] = {{"A week on", WEEK}, {"A month on", MONTH}};
    int32_t exam = model->spaced.sitting->exam_day, today = model->spaced.day.number;
    int32_t from = exam == STUDY_NO_EXAM || exam < today ? today : exam;
    Intent intent = intent_none();
    for (int i = 0; i < 3; i++) {
        Button button = {.id = ui_id_index(ui_id("exam-step"), i),
                         .rect = layout_column(line, i, 3, GAP),
                         .label = i < 2 ? str_of(steps[i].label) : STR("No exam"),
                         .is_centered = true};
        if (!button_put(ui, &button)) continue;
        int32_t day = i < 2 ? from + steps[i].days : STUDY_NO_EXAM;
        if (day > today + EXAM_FARTHEST) day = today + EXAM_FARTHEST;
        intent = set_exam(day);
    }
    return intent;
}

static Intent put_marks(Ui *ui, SpacedScreen *screen, Rect line)
{
    static const struct {
        const char *label;
        SpacedKind kind;
    } marks[] = {{"Bury until tomorrow", SPACED_BURY}, {"Suspend this card", SPACED_SUSPEND}};
    Intent intent = intent_none();
    bool is_narrow = spaced_is_large(ui);
    for (int i = 0; i < 2; i++) {
        Button button = {.id = ui_id_index(ui_id("mark"), i),
                         .rect = is_narrow ? layout_row(line, i, 2, GAP) : layout_column(line, i, 2, GAP),
                         .label = str_of(marks[i].label),
                         .is_centered = true};
        if (!button_put(ui, &button)) continue;
        screen->are_options_open = false;
        intent = spaced_input(marks[i].kind, 0);
    }
    return intent;
}

typedef struct {
    float marks, settings, exam, steps, all;
} Heights;

static Heights heights_of(const Ui *ui, const Model *model)
{
    float button = button_height(ui, false), narrow = spaced_is_large(ui) ? 2 : 1;
    Heights h = {.marks = is_asking(model) ? narrow * (button + GAP) : 0,
                 .settings = study_settings_height(ui),
                 .exam = setting_height(ui, false) + 8,
                 .steps = button + GAP};
    h.all = h.marks + h.settings + h.exam + h.steps;
    return h;
}

static Intent put_rows(Ui *ui, SpacedScreen *screen, const Model *model, Rect area)
{
    Heights h = heights_of(ui, model);
    Intent intent = intent_none();
    Rect marks = layout_cut_top(&area, h.marks, 0);
    if (h.marks > 0) {
        marks.h -= GAP;
        intent = put_marks(ui, screen, marks);
    }
    Rect settings = layout_cut_top(&area, h.settings, 0);
    intent = menu_first(intent, study_settings_put(ui, &model->settings, settings));
    Rect exam = layout_cut_top(&area, h.exam, 0);
    exam.h -= 8;
    intent = menu_first(intent, put_exam_row(ui, model, exam));
    area.h = h.steps - GAP;
    return menu_first(intent, put_exam_steps(ui, model, area));
}

Intent spaced_options_put(Ui *ui, SpacedScreen *screen, const Model *model)
{
    float button = button_height(ui, false), needed = heights_of(ui, model).all;
    float width = WIDTH * fmaxf(1, (float)ui->in.text_percent / 125);
    Vec size = menu_dialog_size(ui, width, needed + button + ui_type(ui, T32).line + 100);
    Rect box = dialog_begin(ui, ui_id("spaced-options"), STR("Options"), size);
    Rect foot = layout_cut_bottom(&box, button, 12);
    bool has_room = needed <= box.h;
    Rect rows = has_room ? box : scroll_begin(ui, ui_id("option-rows"), box, needed);
    Intent intent = put_rows(ui, screen, model, rows);
    if (!has_room) scroll_end(ui);
    Button done = {.id = ui_id("spaced-options-done"),
                   .rect = layout_column(foot, 1, 2, GAP),
                   .label = STR("Done"),
                   .kind = BUTTON_PRIMARY,
                   .is_default = true,
                   .is_centered = true};
    if (button_put(ui, &done) || ui_command(ui, COMMAND_BACK)) screen->are_options_open = false;
    dialog_end(ui);
    return intent;
}

Intent spaced_leech_put(Ui *ui, const Model *model)
{
    const Spaced *sitting = model->spaced.sitting;
    Str term = deck_term(model->deck.deck, sitting->leech);
    int lapses = model->study->cards[sitting->leech].memory.lapses;
    Str text = str_format(ui->frame,
                          "\"%.*s\" was forgotten %d times. It may be easier in other words, or left for "
                          "later. Suspended cards are not asked until you take them back.",
                          STR_FMT(term), lapses);
    DialogQuestion question = {.id = ui_id("leech"),
                               .title = STR("A hard one"),
                               .text = text,
                               .answers = {STR("Keep it"), STR("Suspend it")},
                               .answer_count = 2,
                               .danger = -1,
                               .icon = ICON_INFO};
    int answer = dialog_ask(ui, &question);
    if (answer < 0) return intent_none();
    return spaced_input(answer == 1 ? SPACED_SUSPEND : SPACED_KEEP_LEECH, 0);
}
