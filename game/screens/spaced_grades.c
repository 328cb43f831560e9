#include <math.h>

#include "screens/spaced_parts.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define HEIGHT    112.0f
#define GAP       16.0f
#define EDGE      5.0f
#define PAD       20.0f
#define SHOW_WIDE 520.0f

typedef struct {
    Str name;
    Token color, tint;
} GradeLook;

static const GradeLook looks[] = {
    [GRADE_AGAIN] = {STR_INIT("Again"), TOKEN_BAD, TOKEN_BAD_TINT},
    [GRADE_HARD] = {STR_INIT("Hard"), TOKEN_DEF, TOKEN_DEF_TINT},
    [GRADE_GOOD] = {STR_INIT("Good"), TOKEN_TERM, TOKEN_TERM_TINT},
    [GRADE_EASY] = {STR_INIT("Easy"), TOKEN_OK, TOKEN_OK_TINT},
};

Str spaced_grade_name(Grade grade)
{
    return looks[grade].name;
}

Token spaced_grade_color(Grade grade)
{
    return looks[grade].color;
}

static float label_height_of(const Ui *ui)
{
    return spaced_is_large(ui) ? 0 : ui_type(ui, T20).line + 12;
}

/* Two by two where the text is large, each on one line. */
static float grade_height(const Ui *ui)
{
    return spaced_is_large(ui) ? fmaxf(ui_type(ui, T24).line, 28) + 24 : ui_grow(ui, HEIGHT, T32, 1);
}

float spaced_grades_height(const Ui *ui)
{
    float rows = spaced_is_large(ui) ? 2 : 1;
    return label_height_of(ui) + rows * grade_height(ui) + (rows - 1) * GAP + EDGE;
}

static void draw_surface(Ui *ui, Rect rect, const GradeLook *look, bool is_hovered)
{
    Color color = ui_color(ui, look->color);
    Color edge = color_mix(color, (Color){0, 0, 0, 255}, 0.38f);
    paint_raised(ui, &(PaintRaised){.rect = rect,
                                    .radius = 16,
                                    .top = ui_color(ui, look->tint),
                                    .bottom = ui_color(ui, look->tint),
                                    .line = color,
                                    .edge = edge,
                                    .line_width = is_hovered ? 3 : 2});
}

static void draw_interval(Ui *ui, Rect line, const GradeLook *look, Str interval, TextSize size)
{
    LabelStyle style = {size, WEIGHT_BOLD, look->color, TEXT_ALIGN_LEFT, true, false, 1};
    float side = ui_type(ui, T20).size;
    Color color = ui_color(ui, look->color);
    icon_draw(ui->draw, ICON_CLOCK, (Rect){line.x + 2, line.y + (line.h - side) / 2, side, side}, color,
              color);
    layout_cut_left(&line, side + 2, 12);
    label_draw(ui, line, interval, &style);
}

static void draw_grade(Ui *ui, Rect rect, Grade grade, Str interval, bool is_hovered)
{
    const GradeLook *look = &looks[grade];
    bool is_large = spaced_is_large(ui);
    LabelStyle name = {T24, WEIGHT_BOLD, TOKEN_TEXT, TEXT_ALIGN_LEFT, false, false, 1};
    draw_surface(ui, rect, look, is_hovered);
    Rect inside = layout_pad(rect, PAD, 12), top = inside;
    if (is_large) {
        LabelStyle style = {T24, WEIGHT_BOLD, look->color, TEXT_ALIGN_LEFT, true, false, 1};
        float w = label_width(ui, interval, &style) + ui_type(ui, T20).size + 16;
        draw_interval(ui, layout_cut_right(&top, w, 12), look, interval, T24);
    } else {
        top = layout_cut_top(&inside, inside.h * 0.42f, 4);
        draw_interval(ui, inside, look, interval, T32);
    }
    UiTrigger trigger = ui_on_command((Command)(COMMAND_OPTION_1 + (grade - GRADE_AGAIN)));
    float cap = prompt_draw_left(ui, trigger, (Vec){top.x, top.y + top.h / 2}, PROMPT_NORMAL);
    layout_cut_left(&top, cap, cap > 0 ? 16 : 0);
    label_draw(ui, top, look->name, &name);
}

static bool put_grade(Ui *ui, SpacedScreen *screen, const Model *model, Grade grade, Rect rect)
{
    const Spaced *sitting = model->spaced.sitting;
    Moment moment = {sitting->shown_at_ms, model->spaced.day.now.day};
    int64_t ms = spaced_interval_ms(model->study, sitting->at.card, grade, moment);
    Str interval = format_interval(ui->frame, ms);
    unsigned flags = UI_FOCUSABLE | (grade == GRADE_GOOD ? (unsigned)UI_DEFAULT : 0u);
    if (ui->in.device == DEVICE_PAD) flags |= UI_NO_RING;
    UiHit hit = ui_widget(
        ui, &(UiWidget){.id = ui_id_index(ui_id("grade"), (int64_t)grade),
                        .role = ROLE_BUTTON,
                        .label = looks[grade].name,
                        .value = interval,
                        .flags = flags,
                        .rect = rect,
                        .radius = 16,
                        .trigger = ui_on_command((Command)(COMMAND_OPTION_1 + (grade - GRADE_AGAIN)))});
    if (hit.is_focused && ui->in.device != DEVICE_PAD) screen->marked = grade;
    if (hit.is_hovered) screen->marked = grade;
    paint_layer_moved(ui, rect, (Vec){0, hit.is_pressed ? 3 : 0}, 1, 1);
    draw_grade(ui, rect, grade, interval, hit.is_hovered);
    paint_layer_end(ui);
    return hit.is_activated;
}

static Intent put_show(Ui *ui, Rect area)
{
    float height = button_height(ui, false);
    Button show = {.id = ui_id("show"),
                   .rect = layout_center(area, fminf(SHOW_WIDE, area.w), fminf(height + 12, area.h)),
                   .label = STR("Show the answer"),
                   .kind = BUTTON_PRIMARY,
                   .trigger = ui_on_key_button(KEY_SPACE, PAD_A),
                   .is_default = true};
    if (!button_put(ui, &show)) return intent_none();
    ui_sound(ui, SOUND_FLIP, 0);
    return spaced_input(SPACED_SHOW, 0);
}

Intent spaced_grades_put(Ui *ui, SpacedScreen *screen, const Model *model, Rect area)
{
    bool is_large = spaced_is_large(ui);
    if (!model->spaced.sitting->is_shown) return put_show(ui, area);
    LabelStyle style = {T20, WEIGHT_MEDIUM, TOKEN_MUTED, TEXT_ALIGN_LEFT, false, false, 1};
    Rect line = layout_cut_top(&area, label_height_of(ui), 0);
    if (!is_large) {
        line.h -= 12;
        paint_layer(ui, line);
        label_note(ui, ui_id("how"), line, STR("How well did you know it?"), &style);
        paint_layer_end(ui);
    }
    Intent intent = intent_none();
    for (int i = 0; i < 4; i++) {
        Grade grade = (Grade)(GRADE_AGAIN + i);
        Rect rect = layout_cell(area, i, is_large ? 2 : 4, grade_height(ui), GAP);
        if (!put_grade(ui, screen, model, grade, rect)) continue;
        ui_sound(ui, SOUND_RATING, i);
        intent = spaced_input(SPACED_GRADE, (int64_t)grade);
    }
    /* the space bar shows the answer, and pressed once more says that it was known */
    bool is_key = ui->in.action.event.kind == INPUT_KEY_DOWN;
    if (intent.kind == INTENT_NONE && is_key && ui_command(ui, COMMAND_NEXT)) {
        ui_sound(ui, SOUND_RATING, GRADE_GOOD - GRADE_AGAIN);
        intent = spaced_input(SPACED_GRADE, GRADE_GOOD);
    }
    return intent;
}
