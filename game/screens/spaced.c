#include "screens/spaced.h"

#include <math.h>

#include "screens/fix_card.h"
#include "screens/menu.h"
#include "screens/spaced_parts.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define SQUARES      13
#define SQUARE       14.0f
#define SQUARE_STEP  20.0f
#define MEMORY_SHARE 0.34f
#define COLUMN_GAP   24.0f
#define STACK        12.0f /* of the cards below, seen under the first */

Intent spaced_input(SpacedKind kind, int64_t number)
{
    return (Intent){.kind = INTENT_STUDY, .study = STUDY_SPACED, .input = (int32_t)kind, .number = number};
}

static bool is_asking(const Model *model)
{
    return model->spaced.sitting && model->study && model->spaced.sitting->at.card != DECK_NO_CARD;
}

static bool is_grading(const SpacedScreen *screen, const Model *model)
{
    if (!is_asking(model) || screen->are_options_open) return false;
    return model->spaced.sitting->is_shown && model->spaced.sitting->leech == DECK_NO_CARD;
}

/* While grades are given a pad's buttons answer by their place. */
static InputContext context_of(const void *state, const Model *model)
{
    return is_grading(state, model) ? INPUT_CONTEXT_QUESTION : INPUT_CONTEXT_MENU;
}

/* --- the head --- */

/* In this sitting and in the one that it goes on with. */
static uint32_t done_of(const Spaced *sitting)
{
    return sitting->tally_before.reviewed + sitting->at.tally.reviewed;
}

/* Done, the asked one, still to come: each square one card, or a share of many. */
static void draw_squares(Ui *ui, const Spaced *sitting, Rect box)
{
    uint32_t left = sitting->left, done = done_of(sitting), all = left + done;
    int count = all < SQUARES ? (int)all : SQUARES;
    int full = all > 0 ? (int)((uint64_t)done * (uint64_t)count / all) : 0;
    for (int i = 0; i < count; i++) {
        Rect square = {box.x + SQUARE_STEP * (float)i, box.y + (box.h - SQUARE) / 2, SQUARE, SQUARE};
        if (i <= full) {
            draw_rect(ui->draw, square, 4, ui_color(ui, i < full ? TOKEN_OK : TOKEN_TEXT));
            continue;
        }
        draw_shape(
            ui->draw,
            (DrawShape){.rect = square, .radius = 4, .border = 2, .border_color = ui_color(ui, TOKEN_LINE2)});
    }
}

static void put_left(Ui *ui, const Spaced *sitting, Rect box)
{
    LabelStyle number = {T24, WEIGHT_BOLD, TOKEN_TEXT, TEXT_ALIGN_RIGHT, true, false, 1};
    LabelStyle words = {T20, WEIGHT_MEDIUM, TOKEN_MUTED, TEXT_ALIGN_RIGHT, false, false, 1};
    Str count = format_number(ui->frame, sitting->left);
    uint32_t all = sitting->left + done_of(sitting);
    float squares = SQUARE_STEP * (float)(all < SQUARES ? all : SQUARES) - (SQUARE_STEP - SQUARE);
    float label = ceilf(label_width(ui, STR("to go"), &words)) + 1;
    float figure = ceilf(label_width(ui, count, &number)) + 1;
    ui_note(ui, ui_id("left"), str_format(ui->frame, "%s to go", count.data), box);
    if (figure + 10 + label > box.w) return;
    paint_layer(ui, box);
    if (squares + 16 + label + 10 + figure <= box.w)
        draw_squares(ui, sitting, layout_cut_right(&box, squares, 16));
    label_draw(ui, layout_cut_right(&box, label, 10), STR("to go"), &words);
    label_draw(ui, box, count, &number);
    paint_layer_end(ui);
}

static Intent put_header(Ui *ui, const SpacedScreen *screen, const Model *model, Rect area)
{
    Header header = {.title = STR("Spaced review"),
                     .has_back = true,
                     .player = model->player.name,
                     .player_color = model->player.color};
    if (is_grading(screen, model)) header.back = ui_on_command(COMMAND_PAUSE);
    LabelStyle title = {T40, WEIGHT_BOLD, TOKEN_TEXT, TEXT_ALIGN_START, false, false, 1};
    HeaderAnswer answer = header_put(ui, area, &header);
    layout_cut_right(&area, header_player_chip_width(ui, header.player, false), 40);
    layout_cut_left(&area, label_width(ui, header.title, &title) + ui_grow(ui, 180, T16, 1), 0);
    if (is_asking(model)) put_left(ui, model->spaced.sitting, area);
    return answer == HEADER_BACK ? (Intent){.kind = INTENT_BACK} : intent_none();
}

/* --- keys that no widget has --- */

static Intent open_options(SpacedScreen *screen)
{
    screen->are_options_open = true;
    return intent_none();
}

static Intent fix_asked(const Model *model)
{
    uint32_t card = model->spaced.sitting->at.card;
    return fix_card(model->deck.id, deck_card_id(model->deck.deck, card));
}

static Intent put_hints(Ui *ui, SpacedScreen *screen, const Model *model, Rect bar)
{
    Hint hints[6];
    int count = 0, undo = -1, memory = -1, fix = -1;
    if (is_grading(screen, model)) {
        Hint rate = {.label = STR("Rate"), .trigger_count = 4};
        for (int i = 0; i < 4; i++) rate.triggers[i] = ui_on_command((Command)(COMMAND_OPTION_1 + i));
        hints[count++] = rate;
        hints[count++] = hint_say(ui_on_key(KEY_ENTER), spaced_grade_name(screen->marked));
    }
    if (model->spaced.sitting->last) {
        undo = count;
        hints[count++] = hint_do(ui_on_key_button(KEY_U, PAD_RB), STR("Undo"));
    }
    if (spaced_is_large(ui)) {
        memory = count;
        Str there = is_asking(model) ? STR("Memory") : STR("Forecast");
        Str label = screen->is_memory_shown ? STR("Card") : there;
        if (screen->is_memory_shown && !is_asking(model)) label = STR("Result");
        hints[count++] = hint_do(ui_on_key_button(KEY_C, PAD_LEFT_STICK), label);
    }
    hints[count++] = hint_do(ui_on_key_button(KEY_O, PAD_BACK), STR("Options"));
    if (is_grading(screen, model)) hints[fix = count++] = fix_card_hint();
    int pressed = prompt_hints(ui, bar, hints, count);
    if (pressed < 0) return intent_none();
    if (pressed == fix) return fix_asked(model);
    if (pressed == undo) return spaced_input(SPACED_UNDO, 0);
    if (pressed == memory) {
        screen->is_memory_shown = !screen->is_memory_shown;
        return intent_none();
    }
    return open_options(screen);
}

static Intent hot_keys(Ui *ui, const Model *model)
{
    if (!is_asking(model)) return intent_none();
    if (ui_triggered(ui, ui_on_key(KEY_B))) return spaced_input(SPACED_BURY, 0);
    if (ui_triggered(ui, ui_on_key(KEY_X))) return spaced_input(SPACED_SUSPEND, 0);
    return intent_none();
}

/* --- the body --- */

static void draw_stack(Ui *ui, Rect card)
{
    for (int i = 2; i >= 1; i--) {
        float in = 24 * (float)i;
        Rect rect = {card.x + in, card.y + card.h - 60 + STACK / 2 * (float)i, card.w - 2 * in, 60};
        paint_layer(ui, rect);
        paint_card(ui, rect, 24, TOKEN_SURFACE, TOKEN_LINE);
        paint_layer_end(ui);
    }
}

static Intent put_asked(Ui *ui, SpacedScreen *screen, const Model *model, Rect area)
{
    bool is_large = spaced_is_large(ui);
    layout_cut_top(&area, is_large ? 0 : 8, 0);
    Rect grades = layout_cut_bottom(&area, spaced_grades_height(ui), is_large ? 10 : STACK + 12);
    Rect memory = area;
    if (!is_large) memory = layout_cut_right(&area, fminf(440, floorf(area.w * MEMORY_SHARE)), COLUMN_GAP);
    Intent intent = intent_none();
    if (!is_large || !screen->is_memory_shown) {
        if (!is_large && model->spaced.sitting->left > 1) draw_stack(ui, area);
        intent = spaced_card_put(ui, screen, model, area);
    }
    intent = menu_first(intent, spaced_grades_put(ui, screen, model, grades));
    if (!is_large || screen->is_memory_shown) spaced_memory_put(ui, screen, model, memory);
    return intent;
}

/* A card that came, or whose answer was shown, moves in; "Good" has the focus then. */
static void notice(Ui *ui, SpacedScreen *screen, const Model *model)
{
    const Spaced *sitting = model->spaced.sitting;
    bool is_new = !screen->is_seen || screen->card != sitting->at.card || screen->turn != sitting->at.turn;
    if (is_new) screen->came_ms = ui->in.now_ms;
    if (sitting->is_shown && (is_new || !screen->was_shown)) screen->shown_ms = ui->in.now_ms;
    if (is_new && sitting->at.card == DECK_NO_CARD) screen->rest_ms = ui->in.now_ms;
    if (is_new || screen->was_shown != sitting->is_shown) {
        screen->marked = GRADE_GOOD;
        if (screen->is_seen || sitting->is_shown)
            ui_focus(ui, sitting->at.card == DECK_NO_CARD ? ui_id_index(ui_id("way"), 0)
                         : sitting->is_shown              ? ui_id_index(ui_id("grade"), GRADE_GOOD)
                                                          : ui_id("show"));
    }
    screen->is_seen = true;
    screen->card = sitting->at.card;
    screen->turn = sitting->at.turn;
    screen->was_shown = sitting->is_shown;
}

static Intent put_without(Ui *ui, const LayoutPage *page)
{
    LabelStyle style = {T24, WEIGHT_SEMI, TOKEN_MUTED, TEXT_ALIGN_CENTER, false, false, 0};
    Rect area = page->content;
    Button library = {.id = ui_id("library"),
                      .label = STR("Choose a deck"),
                      .icon = ICON_LIBRARY,
                      .kind = BUTTON_PRIMARY,
                      .is_default = true};
    Rect foot = layout_cut_bottom(&area, button_height(ui, false), 24);
    library.rect = layout_center(foot, button_width(ui, &library), foot.h);
    label_note(ui, ui_id("nothing"), area, STR("No deck is being studied."), &style);
    return button_put(ui, &library) ? (Intent){.kind = INTENT_OPEN, .screen = SCREEN_LIBRARY} : intent_none();
}

static Intent build(void *state, const Model *model, Ui *ui)
{
    SpacedScreen *screen = state;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    if (!model->spaced.sitting || !model->study) {
        Intent intent = put_header(ui, screen, model, page.header);
        return menu_first(intent, put_without(ui, &page));
    }
    notice(ui, screen, model);
    Intent intent = put_header(ui, screen, model, page.header);
    Intent body = is_asking(model) ? put_asked(ui, screen, model, page.content)
                                   : spaced_rest_put(ui, screen, model, page.content);
    intent = menu_first(intent, body);
    intent = menu_first(intent, put_hints(ui, screen, model, page.hints));
    intent = menu_first(intent, hot_keys(ui, model));
    if (screen->are_options_open) intent = menu_first(intent, spaced_options_put(ui, screen, model));
    if (model->spaced.sitting->leech != DECK_NO_CARD)
        intent = menu_first(intent, spaced_leech_put(ui, model));
    return intent;
}

const ScreenKind spaced_screen = {
    .id = SCREEN_SPACED,
    .name = "spaced",
    .state_size = sizeof(SpacedScreen),
    .context = INPUT_CONTEXT_MENU,
    .context_of = context_of,
    .build = build,
};
