#include <math.h>

#include "screens/menu.h"
#include "screens/test_setup_state.h"
#include "study/test_report.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define PAD      20.0f
#define ROW_GAP  6.0f
#define PART_GAP 14.0f
#define CHIP_GAP 10.0f
#define INDENT   16.0f /* where the words of a setting start */

static const uint32_t counts[] = {5, 10, 20, 30, 50, 100, TEST_MAX_QUESTIONS};
#define COUNTS (int)(sizeof counts / sizeof *counts)
static const int32_t limits[] = {0, 5, 10, 20, 30, 60};
#define LIMITS (int)(sizeof limits / sizeof *limits)

/* --- the settings --- */

/* As many as there are cards come last; returns how many choices there are. */
static int question_choices(Ui *ui, uint32_t cards, Str *labels, uint32_t *values)
{
    int count = 0;
    for (int i = 0; i < COUNTS && counts[i] < cards; i++) values[count++] = counts[i];
    for (int i = 0; i < count; i++) labels[i] = str_format(ui->frame, "%u", values[i]);
    if (cards <= TEST_MAX_QUESTIONS) {
        labels[count] = str_format(ui->frame, "All %u", cards);
        values[count++] = cards;
    }
    return count;
}

static int nearest_choice(const uint32_t *values, int count, uint32_t wanted)
{
    int chosen = 0;
    for (int i = 0; i < count; i++)
        if (values[i] <= wanted) chosen = i;
    return chosen;
}

static Intent put_questions(Ui *ui, const TestSetupState *state, const Model *model, Rect rect)
{
    Str labels[COUNTS + 1];
    uint32_t values[COUNTS + 1];
    int count = question_choices(ui, state->tags.selected, labels, values);
    Setting row = {.id = ui_id("questions"), .rect = rect, .label = STR("Questions")};
    int chosen = nearest_choice(values, count, test_setup_questions(model->test.setup, state->tags.selected));
    if (!setting_choice(ui, &row, labels, count, &chosen)) return intent_none();
    return test_intent(TEST_SET_QUESTIONS, values[chosen]);
}

static Intent put_ask(Ui *ui, const Model *model, Rect rect)
{
    static const Ask asks[] = {ASK_TERM, ASK_DEFINITION, ASK_BOTH};
    const Str labels[] = {STR("Term"), STR("Definition"), STR("Both")};
    Setting row = {.id = ui_id("ask"), .rect = rect, .label = STR("Asked by")};
    int chosen = 0;
    for (int i = 0; i < 3; i++)
        if (asks[i] == model->test.setup->ask) chosen = i;
    if (!setting_choice(ui, &row, labels, 3, &chosen)) return intent_none();
    return test_intent(TEST_SET_ASK, asks[chosen]);
}

static Intent put_limit(Ui *ui, const Model *model, Rect rect)
{
    Str labels[LIMITS] = {STR("None")};
    int chosen = 0;
    for (int i = 1; i < LIMITS; i++) {
        labels[i] = str_format(ui->frame, i == 1 ? "%d min" : "%d", limits[i]);
        if (model->test.setup->limit_min >= limits[i]) chosen = i;
    }
    Setting row = {.id = ui_id("limit"), .rect = rect, .label = STR("Time limit")};
    if (!setting_choice(ui, &row, labels, LIMITS, &chosen)) return intent_none();
    return test_intent(TEST_SET_LIMIT, limits[chosen]);
}

/* --- the kinds, as chips that are on or off --- */

static Chip kind_chip(const Model *model, TestKind kind)
{
    bool is_on = model->test.setup->kinds >> kind & 1;
    return (Chip){.id = ui_id_index(ui_id("kind"), kind),
                  .label = test_kind_label(kind),
                  .icon = is_on ? ICON_TICK : ICON_PLUS,
                  .role = ROLE_CHIP,
                  .is_on = is_on};
}

/* Places of the chips, line by line; returns the height of all. */
static float place_kinds(Ui *ui, const Model *model, Rect area, Chip *chips)
{
    float x = area.x, y = area.y, high = chip_height(ui);
    for (int kind = 0; kind < TEST_KINDS; kind++) {
        chips[kind] = kind_chip(model, (TestKind)kind);
        float w = chip_width(ui, &chips[kind]);
        if (x > area.x && x + w > area.x + area.w) {
            x = area.x;
            y += high + CHIP_GAP;
        }
        chips[kind].at = (Vec){x, y};
        x += w + CHIP_GAP;
    }
    return y + high - area.y;
}

/* One kind stays on. */
static Intent put_kinds(Ui *ui, const Model *model, Rect area)
{
    Chip chips[TEST_KINDS];
    Intent intent = intent_none();
    place_kinds(ui, model, area, chips);
    for (int kind = 0; kind < TEST_KINDS; kind++) {
        if (!chip_put(ui, &chips[kind])) continue;
        unsigned kinds = model->test.setup->kinds ^ 1u << kind;
        if (kinds) intent = test_intent(TEST_SET_KINDS, kinds);
    }
    return intent;
}

/* Which cards: all, or those under the deck's tags; it opens the choice of tags. */
static Intent put_cards(Ui *ui, TestSetupState *state, const Model *model, Rect line)
{
    uint32_t tags = model->deck.setup.tag_count;
    Chip chip = {.id = ui_id("cards"),
                 .at = {line.x, line.y},
                 .max_width = line.w,
                 .label = tags ? format_count(ui->frame, tags, "tag", "tags") : STR("All cards"),
                 .count = format_number(ui->frame, state->tags.selected),
                 .icon = ICON_CARDS,
                 .trigger = ui_on_key_button(KEY_T, PAD_X),
                 .role = ROLE_CHIP,
                 .is_on = tags > 0};
    return chip_put(ui, &chip) ? tag_chooser_open(&state->tags, model) : intent_none();
}

static void put_words(Ui *ui, UiId id, Rect line, Str words)
{
    LabelStyle style = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    paint_layer(ui, line);
    label_note(ui, id, line, words, &style);
    paint_layer_end(ui);
}

/* With a single card there is no number to choose. */
static int setting_rows(const TestSetupState *state)
{
    return state->tags.selected > counts[0] ? 3 : 2;
}

static float content_height(Ui *ui, const TestSetupState *state, const Model *model, float width)
{
    Chip chips[TEST_KINDS];
    float kinds = place_kinds(ui, model, (Rect){0, 0, width - INDENT, 0}, chips);
    float line = ui_type(ui, T20).line;
    float rows = (float)setting_rows(state) * (setting_height(ui, false) + ROW_GAP) - ROW_GAP;
    return rows + 2 * PART_GAP + 2 * (line + 8) + kinds + chip_height(ui);
}

static Intent put_content(Ui *ui, TestSetupState *state, const Model *model, Rect area)
{
    float row = setting_height(ui, false), line = ui_type(ui, T20).line;
    Intent intent = intent_none();
    if (setting_rows(state) == 3)
        intent = put_questions(ui, state, model, layout_cut_top(&area, row, ROW_GAP));
    intent = menu_first(intent, put_ask(ui, model, layout_cut_top(&area, row, ROW_GAP)));
    intent = menu_first(intent, put_limit(ui, model, layout_cut_top(&area, row, PART_GAP)));
    layout_cut_left(&area, INDENT, 0);
    put_words(ui, ui_id("kinds"), layout_cut_top(&area, line, 8), STR("Kinds of question"));
    Chip chips[TEST_KINDS];
    float kinds = place_kinds(ui, model, area, chips);
    intent = menu_first(intent, put_kinds(ui, model, layout_cut_top(&area, kinds, PART_GAP)));
    put_words(ui, ui_id("which"), layout_cut_top(&area, line, 8), STR("Cards"));
    return menu_first(intent, put_cards(ui, state, model, area));
}

Intent test_choices_put(Ui *ui, TestSetupState *state, const Model *model, Rect area)
{
    float needed = content_height(ui, state, model, area.w - 2 * PAD);
    Rect panel = {area.x, area.y, area.w, fminf(area.h, needed + 2 * PAD)};
    paint_layer(ui, panel);
    paint_panel(ui, panel);
    paint_layer_end(ui);
    Rect inside = layout_pad(panel, PAD, PAD);
    if (needed <= inside.h + 1) return put_content(ui, state, model, inside);
    float narrow = inside.w - scroll_bar_width();
    Rect content = scroll_begin(ui, ui_id("choices"), inside, content_height(ui, state, model, narrow));
    Intent intent = put_content(ui, state, model, content);
    scroll_end(ui);
    return intent;
}

/* --- the start --- */

static bool is_waiting(const Model *model)
{
    return model->test.paper != NULL;
}

float test_start_height(const Ui *ui, const Model *model)
{
    return button_height(ui, false) + (is_waiting(model) ? ui_type(ui, T18).line + 10 : 0);
}

static Str waiting_words(Arena *arena, const TestPaper *paper)
{
    Str words =
        str_format(arena, "A test waits: %u of %u answered", test_paper_answered(paper), paper->count);
    if (paper->setup.limit_min == 0) return words;
    Str left = test_length_words(arena, test_paper_left_ms(paper, 0));
    return str_format(arena, "%.*s, %.*s left", STR_FMT(words), STR_FMT(left));
}

static void put_waiting(Ui *ui, const Model *model, Rect line)
{
    LabelStyle style = {.size = T18, .weight = WEIGHT_SEMI, .color = TOKEN_DEF, .align = TEXT_ALIGN_LEFT};
    float side = ui_type(ui, T18).size + 4;
    Color color = ui_color(ui, TOKEN_DEF);
    paint_layer(ui, line);
    icon_draw(ui->draw, ICON_CLOCK, (Rect){line.x, line.y + (line.h - side) / 2, side, side}, color, color);
    layout_cut_left(&line, side, 10);
    label_note(ui, ui_id("waiting"), line, waiting_words(ui->frame, model->test.paper), &style);
    paint_layer_end(ui);
}

Intent test_start_put(Ui *ui, TestSetupState *state, const Model *model, Rect area)
{
    bool waits = is_waiting(model), is_empty = state->tags.selected == 0;
    if (waits) put_waiting(ui, model, layout_cut_top(&area, ui_type(ui, T18).line, 10));
    Intent intent = intent_none();
    Button go_on = {.id = ui_id("start"), /* the focus comes back to it */
                    .label = STR("Go on with it"),
                    .icon = ICON_PLAY,
                    .kind = BUTTON_PRIMARY,
                    .trigger = ui_on_key_button(KEY_G, PAD_START),
                    .is_default = true};
    Button begin = {.id = ui_id(waits ? "new" : "start"),
                    .label = is_empty ? STR("No card has these tags")
                             : waits  ? STR("New test")
                                      : STR("Begin"),
                    .icon = waits ? ICON_PLUS : ICON_PLAY,
                    .kind = waits ? BUTTON_NORMAL : BUTTON_PRIMARY,
                    .trigger = ui_on_key_button(KEY_N, waits ? PAD_RT : PAD_START),
                    .is_disabled = is_empty,
                    .is_default = !waits};
    go_on.rect = begin.rect = area;
    if (waits) {
        go_on.rect = layout_column(area, 0, 2, 16);
        begin.rect = layout_column(area, 1, 2, 16);
        if (button_put(ui, &go_on)) intent = test_intent(TEST_GO_ON, 0);
    }
    if (!button_put(ui, &begin)) return intent;
    if (!waits) return test_intent(TEST_BEGIN, 0);
    state->is_asked = true;
    return intent;
}
