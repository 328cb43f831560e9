#include <math.h>

#include "screens/progress_state.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define RADIUS 24.0f

/* Lists have no gap below the title: their rows have their own. */
typedef struct {
    float pad_x, pad_y, gap;
} Room;

static Room room_of(ProgressPanel panel)
{
    bool is_list = panel == PANEL_HARDEST || panel == PANEL_MIXED;
    return is_list ? (Room){20, 13, 0} : (Room){24, 16, 10};
}

static const Str titles[PANEL_COUNT] = {[PANEL_DAYS] = STR_INIT("Reviews, 26 weeks"),
                                        [PANEL_MASTERY] = STR_INIT("Mastery over time"),
                                        [PANEL_HARDEST] = STR_INIT("Hardest cards"),
                                        [PANEL_MIXED] = STR_INIT("Mixed up"),
                                        [PANEL_ANSWERS] = STR_INIT("Answers, 30 days"),
                                        [PANEL_TIMES] = STR_INIT("Response times"),
                                        [PANEL_RECALL] = STR_INIT("Recall, predicted and measured")};

/* Why there is nothing yet, and where it comes from. */
static const Str reasons[PANEL_COUNT] = {
    [PANEL_DAYS] = STR_INIT("No answers yet. Play a round and come back."),
    [PANEL_MASTERY] = STR_INIT("What you learn shows here from the first answer on."),
    [PANEL_HARDEST] = STR_INIT("No card was answered yet."),
    [PANEL_MIXED] = STR_INIT("You have mixed up nothing yet."),
    [PANEL_ANSWERS] = STR_INIT("No answers in the last 30 days."),
    [PANEL_TIMES] = STR_INIT("No right answers yet, so no times."),
    [PANEL_RECALL] =
        STR_INIT("Type answers or grade your cards, and this shows how well they were predicted.")};

UiId progress_panel_id(ProgressPanel panel)
{
    return ui_id_index(ui_id("panel"), (int)panel);
}

Str progress_panel_title(ProgressPanel panel)
{
    return titles[panel];
}

int progress_focused(const Ui *ui)
{
    for (int panel = 0; panel < PANEL_COUNT; panel++)
        if (ui_focused(ui) == progress_panel_id((ProgressPanel)panel)) return panel;
    return -1;
}

static UiId way_on_id(ProgressPanel panel)
{
    return ui_id_index(ui_id("way-on"), (int)panel);
}

void progress_focus(Ui *ui, const ProgressState *progress, ProgressPanel panel)
{
    if (progress_is_empty(progress, panel))
        ui_focus(ui, way_on_id(panel));
    else if (panel == PANEL_DAYS)
        ui_focus(ui, progress_day_id(progress_picked_day(progress)));
    else
        ui_focus(ui, progress_panel_id(panel));
}

static float title_height(const Ui *ui)
{
    return ui_grow(ui, 30, T20, 1);
}

float progress_panel_around(const Ui *ui, ProgressPanel panel)
{
    Room room = room_of(panel);
    return 2 * room.pad_y + title_height(ui) + room.gap;
}

static Rect draw_frame(Ui *ui, ProgressPanel panel, Rect area, Rect *line)
{
    Room room = room_of(panel);
    LabelStyle style = {.size = T20, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    paint_panel(ui, area);
    Rect inside = layout_pad(area, room.pad_x, room.pad_y);
    *line = layout_cut_top(&inside, title_height(ui), room.gap);
    float w = label_draw(ui, *line, titles[panel], &style);
    layout_cut_left(line, ceilf(w), 16);
    return inside;
}

ProgressFrame progress_panel_begin(Ui *ui, ProgressPanel panel, Rect area, Str value)
{
    ProgressFrame frame;
    /* a calendar's days have the focus themselves */
    bool has_focus = panel != PANEL_DAYS;
    frame.hit = ui_widget(ui, &(UiWidget){.id = progress_panel_id(panel),
                                          .role = has_focus ? ROLE_BUTTON : ROLE_TEXT,
                                          .label = titles[panel],
                                          .value = value,
                                          .flags = has_focus ? UI_FOCUSABLE : 0,
                                          .rect = area,
                                          .radius = RADIUS});
    paint_layer(ui, area);
    frame.inside = draw_frame(ui, panel, area, &frame.title);
    return frame;
}

void progress_panel_end(Ui *ui)
{
    paint_layer_end(ui);
}

static Button way_on(const ProgressState *progress, ProgressPanel panel)
{
    bool has_deck = progress_deck(progress)->id.size > 0;
    return (Button){.id = way_on_id(panel),
                    .label = !has_deck               ? STR("Open the library")
                             : panel == PANEL_RECALL ? STR("Study this deck")
                                                     : STR("Play this deck"),
                    .is_centered = true,
                    .is_default = panel == PANEL_DAYS || panel == PANEL_ANSWERS};
}

Intent progress_empty_put(Ui *ui, const ProgressState *progress, ProgressPanel panel, Rect area)
{
    LabelStyle style = {
        .size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_CENTER};
    Rect line;
    paint_layer(ui, area);
    Rect inside = draw_frame(ui, panel, area, &line);
    float button = button_height(ui, false), words = label_height(ui, reasons[panel], &style, inside.w);
    float gap = inside.h > words + button + 32 ? 16 : 8;
    Rect box = layout_center(inside, inside.w, fminf(inside.h, words + gap + button));
    Rect foot = layout_cut_bottom(&box, button, gap);
    label_paragraph(ui, box, reasons[panel], &style);
    paint_layer_end(ui);
    ui_note(ui, ui_id_index(ui_id("reason"), (int)panel), reasons[panel], box);
    Button on = way_on(progress, panel);
    on.rect = layout_center(foot, fminf(foot.w, button_width(ui, &on) + 24), button);
    if (!button_put(ui, &on)) return intent_none();
    Str deck = progress_deck(progress)->id;
    return deck.size ? (Intent){.kind = INTENT_OPEN_DECK, .text = deck}
                     : (Intent){.kind = INTENT_OPEN, .screen = SCREEN_LIBRARY};
}
