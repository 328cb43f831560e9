#include <math.h>

#include "screens/deck_hub_state.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define BAR_HIGH  20.0f
#define LINE_GAP  8.0f
#define PART_GAP  6.0f
#define LABEL_GAP 24.0f
#define MARK      14.0f
#define COUNT_GAP 6.0f

static const LabelStyle COUNT = {T20, WEIGHT_BOLD, TOKEN_TEXT, TEXT_ALIGN_LEFT, true, false, 1};
static const LabelStyle NAME = {T18, WEIGHT_MEDIUM, TOKEN_MUTED, TEXT_ALIGN_LEFT, false, false, 1};

/* "15 New" */
typedef struct {
    Str count, name;
    float count_width, width;
} Label;

static Label label_of(Ui *ui, Str count, Str name)
{
    Label label = {.count = count, .name = name};
    label.count_width = label_width(ui, count, &COUNT);
    label.width = label.count_width + COUNT_GAP + label_width(ui, name, &NAME) + 1;
    return label;
}

static void draw_label(Ui *ui, const Label *label, float x, Rect line)
{
    label_draw(ui, (Rect){x, line.y, label->count_width + 1, line.h}, label->count, &COUNT);
    float used = label->count_width + COUNT_GAP;
    label_draw(ui, (Rect){x + used, line.y, label->width - used + 1, line.h}, label->name, &NAME);
}

static Label percent_of(Ui *ui, const HubState *hub)
{
    return label_of(ui, str_format(ui->frame, "%d%%", hub->mastery.percent), STR("mastery"));
}

/* Levels without cards have none. Returns their widths together, with the gaps behind them. */
static float labels_of(Ui *ui, const HubState *hub, Label out[MASTERY_LEVELS])
{
    float all = 0;
    for (int i = 0; i < MASTERY_LEVELS; i++) {
        int32_t count = hub->mastery.counts[i];
        out[i] = (Label){.width = 0};
        if (count == 0) continue;
        out[i] = label_of(ui, format_number(ui->frame, count), mastery_name((MasteryLevel)i));
        all += out[i].width + LABEL_GAP;
    }
    return all;
}

/* Each under the start of its part where that leaves room for those behind it, else as near as can be. */
static void draw_under_parts(Ui *ui, const Label labels[MASTERY_LEVELS], const Rect parts[MASTERY_LEVELS],
                             float rest, Rect line)
{
    float x = line.x;
    for (int i = 0; i < MASTERY_LEVELS; i++) {
        if (labels[i].width <= 0) continue;
        x = fmaxf(x, fminf(parts[i].x, line.x + line.w - rest));
        draw_label(ui, &labels[i], x, line);
        x += labels[i].width + LABEL_GAP;
        rest -= labels[i].width + LABEL_GAP;
    }
}

/* On lines of their own with the level's colour before each: large text. Returns the height used. */
static float flow(Ui *ui, const Label labels[MASTERY_LEVELS], Rect area, bool is_drawn)
{
    float high = ui_type(ui, T20).line, x = area.x, y = area.y;
    for (int i = 0; i < MASTERY_LEVELS; i++) {
        if (labels[i].width <= 0) continue;
        float width = MARK + COUNT_GAP + labels[i].width;
        if (x > area.x && x + width > area.x + area.w) {
            x = area.x;
            y += high;
        }
        if (is_drawn) {
            Rect mark = {x, y + (high - MARK) / 2, MARK, MARK};
            draw_rect(ui->draw, mark, MARK / 2, ui_color(ui, mastery_token((MasteryLevel)i)));
            draw_label(ui, &labels[i], x + MARK + COUNT_GAP, (Rect){x, y, width, high});
        }
        x += width + LABEL_GAP;
    }
    return y + high - area.y;
}

float hub_mastery_height(Ui *ui, const HubState *hub, float width, bool is_flat)
{
    Label labels[MASTERY_LEVELS], percent = percent_of(ui, hub);
    float line = ui_type(ui, T20).line;
    if (is_flat) return line;
    float all = labels_of(ui, hub, labels);
    if (all + percent.width <= width) return BAR_HIGH + LINE_GAP + line;
    Rect area = {0, 0, width - percent.width - LABEL_GAP, 0};
    return BAR_HIGH + LINE_GAP + flow(ui, labels, area, false);
}

static void note(Ui *ui, const HubState *hub, Rect area)
{
    StrBuf words;
    str_buf_init(&words, ui->frame);
    for (int i = 0; i < MASTERY_LEVELS; i++)
        str_buf_addf(&words, "%d %.*s, ", hub->mastery.counts[i], STR_FMT(mastery_name((MasteryLevel)i)));
    str_buf_addf(&words, "%d%% mastery", hub->mastery.percent);
    ui_note(ui, ui_id("mastery"), str_buf_str(&words), area);
}

static void draw_flat(Ui *ui, const HubState *hub, Rect area)
{
    Label percent = percent_of(ui, hub);
    Rect words = layout_cut_right(&area, percent.width, LABEL_GAP);
    draw_label(ui, &percent, words.x, words);
    area.y += (area.h - BAR_HIGH) / 2;
    area.h = BAR_HIGH;
    mastery_bar_draw(ui, area, &hub->mastery, PART_GAP);
}

void hub_mastery_draw(Ui *ui, const HubState *hub, Rect area, bool is_flat)
{
    paint_layer(ui, area);
    note(ui, hub, area);
    if (is_flat) {
        draw_flat(ui, hub, area);
        paint_layer_end(ui);
        return;
    }
    Label labels[MASTERY_LEVELS], percent = percent_of(ui, hub);
    float all = labels_of(ui, hub, labels);
    Rect parts[MASTERY_LEVELS], bar = layout_cut_top(&area, BAR_HIGH, LINE_GAP);
    mastery_bar_places(bar, &hub->mastery, PART_GAP, parts);
    mastery_bar_draw(ui, bar, &hub->mastery, PART_GAP);
    bool has_room = all + percent.width <= area.w;
    Rect right = layout_cut_right(&area, percent.width, LABEL_GAP);
    right.h = ui_type(ui, T20).line;
    draw_label(ui, &percent, right.x, right);
    if (has_room) {
        area.w += LABEL_GAP; /* `all` ends with one */
        draw_under_parts(ui, labels, parts, all, area);
    } else {
        flow(ui, labels, area, true);
    }
    paint_layer_end(ui);
}
