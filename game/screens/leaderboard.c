#include "screens/leaderboard.h"

#include <math.h>

#include "screens/leaderboard_state.h"
#include "screens/menu.h"
#include "screens/variant_choice.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define LIST_WIDTH   680
#define COLUMN_GAP   40
#define PERIOD_COUNT 3

static Str deck_label(const LeaderboardState *board)
{
    return board->deck >= 0 ? board->decks[board->deck].title : STR("No deck");
}

/* Beside the player's chip; at large text, where there is no room, on the next line. */
static bool is_deck_in_header(const Ui *ui)
{
    return ui->in.text_percent <= 125;
}

static void put_deck_chip(Ui *ui, LeaderboardState *board, Rect line, bool is_right)
{
    Chip chip = {.id = ui_id("deck"),
                 .height = ui_grow(ui, 44, T18, 1),
                 .max_width = fminf(line.w, 560),
                 .label = deck_label(board),
                 .icon = ICON_LIBRARY,
                 .trigger = ui_on_key_button(KEY_D, PAD_START),
                 .is_disabled = board->deck_count < 2,
                 .role = ROLE_CHIP};
    float width = chip_width(ui, &chip);
    chip.at = (Vec){is_right ? line.x + line.w - width : line.x, line.y + (line.h - chip.height) / 2};
    if (chip_put(ui, &chip)) board->are_decks_open = true;
}

static Intent put_header(Ui *ui, LeaderboardState *board, const Model *model, Rect area)
{
    Intent intent = menu_header(ui, model, area, STR("Leaderboard"), (Str){0});
    if (!is_deck_in_header(ui)) return intent;
    put_deck_chip(ui, board, menu_header_rest(ui, model, area, STR("Leaderboard")), true);
    return intent;
}

static bool put_variants(Ui *ui, LeaderboardState *board, ChipRow *row)
{
    Str labels[VARIANT_COUNT];
    for (int i = 0; i < VARIANT_COUNT; i++) labels[i] = variant_label((Variant)i);
    row->labels = labels;
    int chosen = (int)board->variant;
    row->area.h = chip_row_height(ui, row);
    if (!chip_row_put(ui, row, &chosen)) return false;
    board->variant = (Variant)chosen;
    board->board_key[0] = '\0';
    return true;
}

static bool put_periods(Ui *ui, LeaderboardState *board, ChipRow *row)
{
    int chosen = (int)board->period;
    row->area.h = chip_row_height(ui, row);
    bool is_changed = chip_row_put(ui, row, &chosen);
    if (ui_triggered(ui, ui_on_key_button(KEY_W, PAD_RT))) {
        chosen = (chosen + 1) % PERIOD_COUNT;
        is_changed = true;
    }
    board->period = (StorePeriod)chosen;
    return is_changed;
}

static const Str periods[PERIOD_COUNT] = {STR_INIT("All time"), STR_INIT("30 days"), STR_INIT("Today")};

/* Variant and period side by side; returns whether to read again. */
static bool put_tools(Ui *ui, LeaderboardState *board, Rect *rest)
{
    ChipRow variants = {.id = ui_id("variant"),
                        .area = *rest,
                        .count = VARIANT_COUNT,
                        .previous = ui_on_key_button(KEY_Q, PAD_LB),
                        .next = ui_on_key_button(KEY_E, PAD_RB),
                        .has_ends = true};
    bool is_changed = put_variants(ui, board, &variants);
    bool is_wide = ui->in.text_percent <= 100;
    if (!is_wide) layout_cut_top(rest, variants.area.h, 10);
    if (!is_deck_in_header(ui)) return is_changed;
    UiTrigger next = ui_on_key_button(KEY_W, PAD_RT);
    float cap = prompt_size(ui, next).x;
    ChipRow row = {
        .id = ui_id("period"), .area = *rest, .labels = periods, .count = PERIOD_COUNT, .is_right = true};
    if (cap > 0) row.area.w -= cap + 10;
    is_changed |= put_periods(ui, board, &row);
    prompt_draw_right(ui, next, (Vec){rest->x + rest->w, rest->y + chip_height(ui) / 2}, PROMPT_NORMAL);
    layout_cut_top(rest, fmaxf(is_wide ? variants.area.h : 0, row.area.h), 12);
    return is_changed;
}

/* Which setup's board this is; a chip where there are several. */
static void put_setup(Ui *ui, LeaderboardState *board, Rect line)
{
    if (board->board < 0) return;
    Str words = board->words[board->board];
    if (board->board_count > 1) {
        Chip chip = {.id = ui_id("setup"),
                     .at = {line.x, line.y},
                     .height = line.h,
                     .max_width = line.w,
                     .label = words,
                     .trigger = ui_on_key_button(KEY_S, PAD_LT),
                     .role = ROLE_CHIP};
        if (chip_put(ui, &chip)) board->are_setups_open = true;
        return;
    }
    LabelStyle quiet = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_LEFT};
    paint_layer(ui, line);
    label_note(ui, ui_id("setup"), line, words, &quiet);
    paint_layer_end(ui);
}

/* At large text deck, period and setup share a line; the period's chip goes on to the next one. */
static bool put_choices(Ui *ui, LeaderboardState *board, Rect line)
{
    float gap = 10, deck = fminf(line.w * 0.34f, 560);
    Rect left = layout_cut_left(&line, deck, gap);
    put_deck_chip(ui, board, left, false);
    Chip period = {.id = ui_id("period"),
                   .height = line.h,
                   .label = periods[board->period],
                   .trigger = ui_on_key_button(KEY_W, PAD_RT),
                   .role = ROLE_CHIP};
    float width = chip_width(ui, &period);
    period.at = (Vec){line.x + line.w - width, line.y};
    bool is_changed = chip_put(ui, &period);
    if (is_changed) board->period = (StorePeriod)((board->period + 1) % PERIOD_COUNT);
    line.w -= width + gap;
    put_setup(ui, board, line);
    return is_changed;
}

static Str empty_words(const LeaderboardState *board, Arena *arena)
{
    Str variant = variant_label(board->variant);
    if (board->deck < 0) return STR("There is no deck yet, so there are no runs.");
    if (board->board < 0)
        return str_format(arena, "No %.*s run on this deck yet. The first one sets the mark.",
                          STR_FMT(variant));
    return board->period == PERIOD_TODAY ? STR("No runs today.") : STR("No runs in the last 30 days.");
}

/* Nothing to list: why, and a way to play. The hub is below where the screen was opened from it. */
static Intent put_empty(Ui *ui, const LeaderboardState *board, const Model *model, Rect area)
{
    LabelStyle style = {
        .size = T24, .weight = WEIGHT_SEMI, .color = TOKEN_SOFT, .align = TEXT_ALIGN_CENTER, .max_lines = 4};
    Str text = empty_words(board, ui->frame);
    float button = button_height(ui, false), width = fminf(area.w * 0.8f, 900);
    float words = label_height(ui, text, &style, width), crown = ui_grow(ui, 64, T24, 1);
    Rect box = layout_center(area, width, crown + 16 + words + 24 + button);
    Rect top = layout_cut_top(&box, crown, 16), line = layout_cut_top(&box, words, 24);
    paint_layer(ui, top);
    icon_draw(ui->draw, ICON_CROWN, layout_center(top, crown, crown), ui_color(ui, TOKEN_DEF),
              ui_color(ui, TOKEN_DEF));
    paint_layer_end(ui);
    paint_layer(ui, line);
    label_paragraph(ui, line, text, &style);
    paint_layer_end(ui);
    ui_note(ui, ui_id("empty"), text, line);
    Button play = {.id = ui_id("empty-play"),
                   .label = board->deck >= 0 ? STR("Play this deck") : STR("Open the library"),
                   .icon = ICON_PLAY,
                   .kind = BUTTON_PRIMARY,
                   .trigger = ui_on_key_button(KEY_P, PAD_X),
                   .is_default = true};
    play.rect = layout_center(box, fminf(button_width(ui, &play) + 24, area.w), button);
    if (!button_put(ui, &play)) return intent_none();
    if (board->deck < 0) return (Intent){.kind = INTENT_OPEN, .screen = SCREEN_LIBRARY};
    bool is_below = model->deck.state == DECK_READY && str_is(model->deck.id, str_of(board->deck_id));
    return is_below ? (Intent){.kind = INTENT_BACK}
                    : (Intent){.kind = INTENT_OPEN_DECK, .text = str_of(board->deck_id)};
}

static void put_runs(Ui *ui, LeaderboardState *board, const Model *model, Rect area)
{
    float line = ui_grow(ui, 40, T18, 1);
    if (leaderboard_on_podium(ui, board) == 0) {
        leaderboard_list_put(ui, board, model, area);
        return;
    }
    Rect list = layout_cut_right(&area, fminf(LIST_WIDTH, area.w * 0.58f), COLUMN_GAP);
    put_setup(ui, board, layout_cut_top(&area, line, 0));
    leaderboard_podium_put(ui, board, model, area);
    leaderboard_list_put(ui, board, model, list);
}

static void put_hints(Ui *ui, LeaderboardState *board, Rect bar)
{
    Hint hints[4] = {hint_arrows(STR("Browse"), true, true)};
    int count = 1, find = -1, clear = -1;
    if (board->own >= 0) hints[find = count++] = hint_do(ui_on_key_button(KEY_F, PAD_X), STR("Find me"));
    if (board->board >= 0)
        hints[clear = count++] = hint_do(ui_on_key_button(KEY_DELETE, PAD_BACK), STR("Clear this board"));
    hints[count++] = hint_say(ui_on_command(COMMAND_BACK), STR("Back"));
    int pressed = prompt_hints(ui, bar, hints, count);
    if (pressed < 0) return;
    if (pressed == find) board->is_own_wanted = true;
    if (pressed == clear) board->is_clear_asked = true;
}

static Intent build(void *state, const Model *model, Ui *ui)
{
    LeaderboardState *board = state;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    Intent intent = put_header(ui, board, model, page.header);
    Rect area = page.content;
    bool is_changed = put_tools(ui, board, &area);
    if (!is_deck_in_header(ui))
        is_changed |= put_choices(ui, board, layout_cut_top(&area, ui_grow(ui, 40, T18, 1), 10));
    if (is_changed) intent = menu_first(intent, (Intent){.kind = INTENT_RELOAD});
    put_hints(ui, board, page.hints);
    if (board->run_count > 0) {
        put_runs(ui, board, model, area);
    } else {
        if (is_deck_in_header(ui)) put_setup(ui, board, layout_cut_top(&area, ui_grow(ui, 40, T18, 1), 10));
        intent = menu_first(intent, put_empty(ui, board, model, area));
    }
    board->is_own_wanted = false;
    if (board->are_decks_open) intent = menu_first(intent, leaderboard_decks_put(ui, board));
    if (board->are_setups_open) intent = menu_first(intent, leaderboard_setups_put(ui, board));
    if (board->is_clear_asked) intent = menu_first(intent, leaderboard_clear_put(ui, board));
    return intent;
}

const ScreenKind leaderboard_screen = {
    .id = SCREEN_LEADERBOARD,
    .name = "leaderboard",
    .state_size = sizeof(LeaderboardState),
    .context = INPUT_CONTEXT_MENU,
    .load = leaderboard_load,
    .build = build,
};
