#include "screens/settings_panels.h"

#include <math.h>

#include "screens/menu.h"
#include "screens/study_settings.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define PAD          16
#define ROW_INSET    16
#define HEAD_ABOVE   12
#define HEAD_GAP     6
#define BUTTON_INSET 16

static float head_height(const Ui *ui)
{
    return ui_type(ui, T20).line;
}

float settings_panel_frame(const Ui *ui)
{
    return HEAD_ABOVE + head_height(ui) + HEAD_GAP + HEAD_ABOVE;
}

static void put_head(Ui *ui, const char *title, Rect line)
{
    LabelStyle style = {.size = T20, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    label_note(ui, ui_id(title), layout_pad(line, ROW_INSET, 0), str_of(title), &style);
}

Rect settings_panel(Ui *ui, const char *title, Rect area)
{
    Rect inside = {area.x + PAD, area.y + HEAD_ABOVE, area.w - 2 * PAD, area.h - 2 * HEAD_ABOVE};
    paint_layer(ui, area);
    paint_panel(ui, area);
    put_head(ui, title, layout_cut_top(&inside, head_height(ui), HEAD_GAP));
    paint_layer_end(ui);
    return inside;
}

bool settings_panel_button(Ui *ui, Rect panel, Str label, UiTrigger trigger)
{
    LabelStyle style = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_RIGHT};
    float words = ceilf(label_width(ui, label, &style)), cap = prompt_size(ui, trigger).x;
    float w = words + (cap > 0 ? cap + 10 : 0) + 2 * BUTTON_INSET, h = fmaxf(36, ui_type(ui, T18).line + 8);
    Rect rect = {panel.x + panel.w - w - 16, panel.y + 6, w, h};
    UiHit hit = ui_widget(ui, &(UiWidget){.id = ui_id(label.data),
                                          .role = ROLE_BUTTON,
                                          .label = label,
                                          .flags = UI_FOCUSABLE,
                                          .rect = rect,
                                          .radius = 14,
                                          .trigger = trigger});
    paint_layer_moved(ui, rect, (Vec){0, hit.is_pressed ? 1 : 0}, 1, 1);
    if (hit.is_focused || hit.is_hovered) draw_rect(ui->draw, rect, 14, ui_color(ui, TOKEN_RAISED));
    prompt_draw_left(ui, trigger, (Vec){rect.x + BUTTON_INSET, rect.y + h / 2}, PROMPT_NORMAL);
    label_draw(ui, layout_pad(rect, BUTTON_INSET, 0), label, &style);
    paint_layer_end(ui);
    return hit.is_activated;
}

static Intent set(Str key, Str value)
{
    return (Intent){.kind = INTENT_SET, .text = key, .value = value};
}

static Intent put_toggle(Ui *ui, const Setting *row, const char *key, bool is_on)
{
    if (!setting_toggle(ui, row, &is_on)) return intent_none();
    return set(str_of(key), is_on ? STR("1") : STR("0"));
}

static Intent put_text_size(Ui *ui, const Settings *settings, Rect rect)
{
    static const int sizes[] = {100, 125, 150, 175, 200};
    Str options[5];
    int chosen = 0;
    for (int i = 0; i < 5; i++) {
        options[i] = str_format(ui->frame, "%d%%", sizes[i]);
        if (settings->text_percent >= sizes[i]) chosen = i;
    }
    Setting row = {.id = ui_id("text"), .rect = rect, .label = STR("Text size"), .is_default = true};
    if (!setting_choice(ui, &row, options, 5, &chosen)) return intent_none();
    return set(STR("text"), str_format(ui->frame, "%d", sizes[chosen]));
}

static Intent put_theme(Ui *ui, const Settings *settings, Rect rect)
{
    Str options[THEME_COUNT] = {STR("Night"), STR("Paper"), STR("Contrast")};
    int chosen = (int)settings->theme;
    Setting row = {.id = ui_id("theme"), .rect = rect, .label = STR("Theme")};
    if (!setting_pictures(ui, &row, options, THEME_COUNT, setting_theme_picture, &chosen))
        return intent_none();
    return set(STR("theme"), str_of(theme_get((ThemeId)chosen)->name));
}

static Intent put_motion(Ui *ui, const Settings *settings, Rect rect)
{
    Setting row = {.id = ui_id("motion"),
                   .rect = rect,
                   .label = STR("Reduced motion"),
                   .detail = STR("Fades instead of slides and shakes")};
    bool is_on = settings->reduced_motion;
    if (!setting_toggle(ui, &row, &is_on)) return intent_none();
    return set(STR("motion"), is_on ? STR("reduced") : STR("full"));
}

/* What each choice does to the leaderboards is said where it is chosen. */
static Intent put_timing(Ui *ui, const Settings *settings, Rect rect)
{
    static const Timing timings[] = {TIMING_OFF, TIMING_RELAXED, TIMING_NORMAL};
    static const Str details[] = {STR_INIT("No limits in rush, own boards"),
                                  STR_INIT("Twice the time, own boards"), STR_INIT("By the rules")};
    Str options[] = {STR("Off"), STR("Relaxed"), STR("Normal")};
    int chosen = 0;
    for (int i = 0; i < 3; i++)
        if (timings[i] == settings->timing) chosen = i;
    Setting row = {
        .id = ui_id("timing"), .rect = rect, .label = STR("Time limits"), .detail = details[chosen]};
    if (!setting_choice(ui, &row, options, 3, &chosen)) return intent_none();
    return set(STR("timing"), timing_name(timings[chosen]));
}

static float head_of_rounds(const Ui *ui)
{
    return 8 + head_height(ui) + HEAD_GAP;
}

float settings_display_height(Ui *ui)
{
    float plain = setting_height(ui, false), detailed = setting_height(ui, true);
    return settings_panel_frame(ui) + 3 * plain + setting_pictures_height(ui) + 2 * detailed +
           head_of_rounds(ui);
}

Intent settings_display_put(Ui *ui, const Model *model, Rect area)
{
    const Settings *settings = &model->settings;
    float plain = setting_height(ui, false), detailed = setting_height(ui, true);
    Rect rows = settings_panel(ui, "Display", area);
    Intent intent = put_text_size(ui, settings, layout_cut_top(&rows, plain, 0));
    intent =
        menu_first(intent, put_theme(ui, settings, layout_cut_top(&rows, setting_pictures_height(ui), 0)));
    intent = menu_first(intent, put_motion(ui, settings, layout_cut_top(&rows, detailed, 0)));
    Setting full = {
        .id = ui_id("fullscreen"), .rect = layout_cut_top(&rows, plain, 8), .label = STR("Full screen")};
    intent = menu_first(intent, put_toggle(ui, &full, "fullscreen", ui->in.view.is_fullscreen));
    Rect head = layout_cut_top(&rows, head_height(ui), HEAD_GAP);
    paint_layer(ui, head);
    put_head(ui, "Rounds", head);
    paint_layer_end(ui);
    intent = menu_first(intent, put_timing(ui, settings, layout_cut_top(&rows, detailed, 0)));
    Setting countdown = {.id = ui_id("countdown"),
                         .rect = layout_cut_top(&rows, plain, 0),
                         .label = STR("Countdown before a round")};
    return menu_first(intent, put_toggle(ui, &countdown, "countdown", settings->has_countdown));
}

float settings_sound_height(Ui *ui)
{
    return settings_panel_frame(ui) + 2 * setting_height(ui, false);
}

Intent settings_sound_put(Ui *ui, const Model *model, Rect area)
{
    float plain = setting_height(ui, false);
    Rect rows = settings_panel(ui, "Sound", area);
    Setting effects = {
        .id = ui_id("volume"), .rect = layout_cut_top(&rows, plain, 0), .label = STR("Effects")};
    Setting mute = {.id = ui_id("muted"), .rect = layout_cut_top(&rows, plain, 0), .label = STR("Mute")};
    int volume = model->settings.volume;
    Intent intent = intent_none();
    if (setting_slider(ui, &effects, 5, &volume)) {
        intent = set(STR("volume"), str_format(ui->frame, "%d", volume));
        ui_sound(ui, SOUND_PICK, 0);
    }
    return menu_first(intent, put_toggle(ui, &mute, "muted", model->settings.is_muted));
}

float settings_study_height(Ui *ui)
{
    return settings_panel_frame(ui) + study_settings_height(ui) + setting_height(ui, true);
}

static Intent put_memory_model(Ui *ui, const Settings *settings, Rect rect)
{
    static const MemoryModel models[] = {MODEL_FSRS7, MODEL_FSRS6};
    static const Str details[] = {STR_INIT("Tells recall within the day too"),
                                  STR_INIT("In whole days, as other programs do")};
    Str options[] = {STR("FSRS-7"), STR("FSRS-6")};
    int chosen = settings->memory_model == MODEL_FSRS6;
    Setting row = {
        .id = ui_id("memory"), .rect = rect, .label = STR("Memory model"), .detail = details[chosen]};
    if (!setting_choice(ui, &row, options, 2, &chosen)) return intent_none();
    return set(STR("memory"), memory_model_name(models[chosen]));
}

Intent settings_study_put(Ui *ui, const Model *model, Rect area)
{
    Rect rows = settings_panel(ui, "Study", area);
    Rect study = layout_cut_top(&rows, study_settings_height(ui), 0);
    Intent intent = study_settings_put(ui, &model->settings, study);
    rows.h = setting_height(ui, true);
    return menu_first(intent, put_memory_model(ui, &model->settings, rows));
}

float settings_players_height(Ui *ui)
{
    return settings_panel_frame(ui) + setting_height(ui, false);
}

Intent settings_players_put(Ui *ui, const Model *model, Rect area)
{
    Rect rows = settings_panel(ui, "Players", area);
    Setting lock = {.id = ui_id("lock"),
                    .rect = layout_cut_top(&rows, setting_height(ui, false), 0),
                    .label = STR("Lock removing players")};
    Intent intent = put_toggle(ui, &lock, "lock-players", model->settings.are_players_locked);
    bool wants_backup = settings_panel_button(ui, area, STR("Backup"), ui_on_key_button(KEY_B, PAD_START));
    return wants_backup ? (Intent){.kind = INTENT_OPEN, .screen = SCREEN_BACKUP} : intent;
}
