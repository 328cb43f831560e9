#include <math.h>

#include "screens/menu.h"
#include "screens/test_paper_state.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"

#define CELL       36.0f
#define CELL_GAP   6.0f
#define CHEVRON    32.0f
#define GAP        20.0f
#define LARGE_TEXT 150 /* from here on the words of both buttons go */

UiId paper_next_id(void)
{
    return ui_id("paper-next");
}

float paper_foot_height(const Ui *ui)
{
    return button_height(ui, false);
}

static void draw_cell(Ui *ui, Rect rect, uint32_t number, bool is_answered, bool is_front, bool is_hovered)
{
    bool is_flat = ui->theme->is_flat;
    Color fill = ui_color(ui, is_answered ? TOKEN_TERM_TINT : is_flat ? TOKEN_SURFACE : TOKEN_WELL);
    Color line = ui_color(ui, is_front ? TOKEN_TEXT : is_answered ? TOKEN_TERM : TOKEN_LINE);
    if (is_hovered && !is_front) line = ui_color(ui, TOKEN_LINE2);
    paint_layer(ui, rect);
    draw_shape(ui->draw, (DrawShape){.rect = rect,
                                     .radius = 8,
                                     .fill_top = fill,
                                     .fill_bottom = fill,
                                     .border = is_front ? 2.5f : ui->theme->border,
                                     .border_color = line});
    LabelStyle style = {.size = T16,
                        .weight = is_answered || is_front ? WEIGHT_BOLD : WEIGHT_MEDIUM,
                        .color = is_answered || is_front ? TOKEN_TEXT : TOKEN_MUTED,
                        .align = TEXT_ALIGN_CENTER,
                        .is_tabular = true,
                        .is_hud = true};
    Rect words = {rect.x, rect.y, rect.w, rect.h - (is_answered ? 4 : 0)};
    label_draw(ui, words, str_format(ui->frame, "%u", number), &style);
    if (is_answered) /* not by colour alone */
        draw_rect(ui->draw, (Rect){rect.x + 8, rect.y + rect.h - 9, rect.w - 16, 4}, 2,
                  ui_color(ui, TOKEN_TERM));
    paint_layer_end(ui);
}

static bool put_cell(Ui *ui, const TestPaper *paper, uint32_t at, Rect rect)
{
    bool is_answered = test_question_is_answered(&paper->questions[at]), is_front = at == paper->front;
    UiHit hit = ui_widget(ui, &(UiWidget){.id = ui_id_index(ui_id("overview"), at),
                                          .role = ROLE_TAB,
                                          .label = str_format(ui->frame, "Question %u", at + 1),
                                          .value = is_answered ? STR("answered") : STR("open"),
                                          .flags = UI_FOCUSABLE | (is_front ? (unsigned)UI_SELECTED : 0u),
                                          .rect = rect,
                                          .radius = 8,
                                          .group = ui_id("overview")});
    draw_cell(ui, rect, at + 1, is_answered, is_front, hit.is_hovered);
    return hit.is_activated;
}

/* Turns the strip's page; drawn where there are more questions than fit. */
static bool put_chevron(Ui *ui, Rect rect, bool is_back, bool is_there)
{
    Button button = {.id = ui_id(is_back ? "overview-back" : "overview-on"),
                     .rect = rect,
                     .label = is_back ? STR("Earlier questions") : STR("Later questions"),
                     .icon = is_back ? ICON_CHEVRON_LEFT : ICON_CHEVRON_RIGHT,
                     .kind = BUTTON_ICON,
                     .is_disabled = !is_there};
    return button_put(ui, &button);
}

static Intent put_cells(Ui *ui, const TestPaper *paper, Rect area, uint32_t from, uint32_t to)
{
    Intent intent = intent_none();
    float high = fminf(area.h, ui_grow(ui, CELL, T16, 1)), wide = fminf(high, CELL * 1.25f);
    float all = (float)(to - from) * (wide + CELL_GAP) - CELL_GAP, x = area.x + (area.w - all) / 2;
    for (uint32_t i = from; i < to; i++) {
        Rect rect = {x, area.y + (area.h - high) / 2, wide, high};
        if (put_cell(ui, paper, i, rect)) intent = test_intent(TEST_GO, i);
        x += wide + CELL_GAP;
    }
    return intent;
}

static Intent put_overview(Ui *ui, const TestPaper *paper, Rect area)
{
    float pitch = fminf(ui_grow(ui, CELL, T16, 1), CELL * 1.25f) + CELL_GAP;
    if ((float)paper->count * pitch - CELL_GAP <= area.w) return put_cells(ui, paper, area, 0, paper->count);
    float chevron = ui_grow(ui, CHEVRON, T16, 1);
    Rect back = layout_cut_left(&area, chevron, 8), on = layout_cut_right(&area, chevron, 8);
    uint32_t held = (uint32_t)fmaxf(1, floorf((area.w + CELL_GAP) / pitch));
    uint32_t from = paper->front / held * held;
    uint32_t to = from + held < paper->count ? from + held : paper->count;
    Intent intent = intent_none();
    if (put_chevron(ui, layout_center(back, chevron, chevron), true, from > 0))
        intent = test_intent(TEST_GO, from - 1);
    intent = menu_first(intent, put_cells(ui, paper, area, from, to));
    if (put_chevron(ui, layout_center(on, chevron, chevron), false, to < paper->count))
        intent = menu_first(intent, test_intent(TEST_GO, to));
    return intent;
}

/* Where a page begins: of a block of matching its first question. */
static uint32_t page_of(const TestPaper *paper, uint32_t at)
{
    const TestQuestion *question = &paper->questions[at];
    return question->kind == TEST_MATCHING ? question->block : at;
}

uint32_t paper_next_page(const TestPaper *paper)
{
    const TestQuestion *question = &paper->questions[paper->front];
    return question->kind == TEST_MATCHING ? question->block + question->block_count : paper->front + 1;
}

static Button previous_button(const Ui *ui, bool is_first)
{
    return (Button){.id = ui_id("paper-previous"),
                    .label = STR("Previous"),
                    .icon = ICON_ARROW_LEFT,
                    .kind = ui->in.text_percent >= LARGE_TEXT ? BUTTON_ICON : BUTTON_NORMAL,
                    .is_disabled = is_first};
}

static Button next_button(const Ui *ui, bool is_last)
{
    return (Button){.id = paper_next_id(),
                    .label = is_last ? STR("Hand in") : STR("Next"),
                    .icon = is_last ? ICON_TICK : ICON_ARROW_RIGHT,
                    .kind = ui->in.text_percent >= LARGE_TEXT && !is_last ? BUTTON_ICON
                            : is_last                                     ? BUTTON_PRIMARY
                                                                          : BUTTON_NORMAL};
}

static float width_of(Ui *ui, const Button *button)
{
    return button->kind == BUTTON_ICON ? button_height(ui, false) * 1.5f : button_width(ui, button);
}

Intent paper_turn(const TestPaper *paper, bool is_on, bool *wants_hand_in)
{
    uint32_t first = page_of(paper, paper->front), next = paper_next_page(paper);
    if (is_on && next < paper->count) return test_intent(TEST_GO, next);
    if (is_on) *wants_hand_in = true;
    if (is_on || first == 0) return intent_none();
    return test_intent(TEST_GO, page_of(paper, first - 1));
}

Intent paper_foot_put(Ui *ui, const TestPaper *paper, Rect area, bool *wants_hand_in)
{
    bool is_first = page_of(paper, paper->front) == 0, is_last = paper_next_page(paper) >= paper->count;
    Button previous = previous_button(ui, is_first), on = next_button(ui, is_last);
    previous.rect = layout_cut_left(&area, width_of(ui, &previous), GAP);
    on.rect = layout_cut_right(&area, width_of(ui, &on), GAP);
    Intent intent = intent_none();
    if (button_put(ui, &previous)) intent = paper_turn(paper, false, wants_hand_in);
    intent = menu_first(intent, put_overview(ui, paper, area));
    return button_put(ui, &on) ? paper_turn(paper, true, wants_hand_in) : intent;
}
