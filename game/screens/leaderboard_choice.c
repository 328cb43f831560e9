#include <math.h>

#include "screens/deck_hub_state.h"
#include "screens/leaderboard_state.h"
#include "screens/menu.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

/* A dialog with one line for each thing to choose from; -2: closed without a choice, -1: still open. */
typedef struct {
    UiId id, rows;
    Str title;
    int count, chosen;
    Str (*label)(const LeaderboardState *board, int index);
    int64_t (*runs)(const LeaderboardState *board, int index);
} Choice;

static bool put_row(Ui *ui, const LeaderboardState *board, const Choice *choice, int index, Rect rect)
{
    LabelStyle name = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle runs = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_RIGHT};
    bool is_chosen = index == choice->chosen;
    Str count = format_count(ui->frame, choice->runs(board, index), "run", "runs");
    Row row = {.id = ui_id_index(choice->rows, index),
               .rect = rect,
               .label = choice->label(board, index),
               .value = count,
               .look = ROW_CARD,
               .is_selected = is_chosen,
               .is_default = is_chosen};
    UiHit hit = row_begin(ui, &row);
    Rect inside = layout_pad(rect, 18, 0);
    float width = ceilf(label_width(ui, count, &runs)) + 1;
    label_draw(ui, layout_cut_right(&inside, width, 16), count, &runs);
    label_draw(ui, inside, row.label, &name);
    row_end(ui);
    return hit.is_activated;
}

static int choice_put(Ui *ui, const LeaderboardState *board, const Choice *choice)
{
    float row = row_height(ui), button = button_height(ui, false);
    float height = 56 + ui_type(ui, T32).line + 16 + (float)choice->count * (row + 8) + 12 + button;
    Rect box =
        dialog_begin(ui, choice->id, choice->title, menu_dialog_size(ui, ui_grow(ui, 760, T20, 4), height));
    Rect foot = layout_cut_bottom(&box, button, 16);
    ScrollList list = {.id = choice->rows,
                       .view = box,
                       .row_height = row,
                       .gap = 8,
                       .count = choice->count,
                       .takes_pages = true};
    ScrollRows rows = scroll_list_begin(ui, &list);
    int answer = -1;
    for (int i = rows.from; i < rows.to; i++)
        if (put_row(ui, board, choice, i, scroll_list_cell(&list, &rows, i))) answer = i;
    scroll_end(ui);
    Button close = {
        .id = ui_id_index(choice->id, 1), .rect = foot, .label = STR("Close"), .is_centered = true};
    if (button_put(ui, &close) || ui_command(ui, COMMAND_BACK)) answer = -2;
    dialog_end(ui);
    return answer;
}

static Str deck_title_of(const LeaderboardState *board, int index)
{
    return board->decks[index].title;
}

static int64_t deck_runs(const LeaderboardState *board, int index)
{
    return board->decks[index].runs;
}

Intent leaderboard_decks_put(Ui *ui, LeaderboardState *board)
{
    Choice choice = {.id = ui_id("decks-dialog"),
                     .rows = ui_id("board-deck"),
                     .title = STR("Which deck"),
                     .count = board->deck_count,
                     .chosen = board->deck,
                     .label = deck_title_of,
                     .runs = deck_runs};
    int answer = choice_put(ui, board, &choice);
    if (answer != -1) board->are_decks_open = false;
    if (answer < 0) return intent_none();
    leaderboard_keep(board->deck_id, sizeof board->deck_id, board->decks[answer].id);
    board->board_key[0] = '\0';
    return (Intent){.kind = INTENT_RELOAD};
}

static Str setup_words(const LeaderboardState *board, int index)
{
    return board->words[index];
}

static int64_t setup_runs(const LeaderboardState *board, int index)
{
    return board->boards[index].runs;
}

Intent leaderboard_setups_put(Ui *ui, LeaderboardState *board)
{
    Choice choice = {.id = ui_id("setups-dialog"),
                     .rows = ui_id("board-setup"),
                     .title = STR("Which rounds"),
                     .count = board->board_count,
                     .chosen = board->board,
                     .label = setup_words,
                     .runs = setup_runs};
    int answer = choice_put(ui, board, &choice);
    if (answer != -1) board->are_setups_open = false;
    if (answer < 0) return intent_none();
    leaderboard_keep(board->board_key, sizeof board->board_key,
                     leaderboard_board_key(&board->boards[answer], ui->frame));
    return (Intent){.kind = INTENT_RELOAD};
}

Intent leaderboard_clear_put(Ui *ui, LeaderboardState *board)
{
    if (board->board < 0) {
        board->is_clear_asked = false;
        return intent_none();
    }
    const StoreBoard *shown = &board->boards[board->board];
    Str runs = format_count(ui->frame, shown->runs, "run", "runs");
    Str variant = hub_variant_label(board->variant);
    DialogQuestion question = {
        .id = ui_id("clear"),
        .title = STR("Clear this board?"),
        .text = str_format(ui->frame, "Everybody's %s of %.*s on %.*s (%.*s) go for good. Answers are kept.",
                           runs.data, STR_FMT(variant), STR_FMT(board->decks[board->deck].title),
                           STR_FMT(board->words[board->board])),
        .answers = {STR("Keep"), str_format(ui->frame, "Clear %s", runs.data)},
        .answer_count = 2,
        .danger = 1,
        .default_answer = 0,
        .cancel = 0,
        .icon = ICON_TRASH};
    int answer = dialog_ask(ui, &question);
    if (answer >= 0) board->is_clear_asked = false;
    return answer == 1 ? (Intent){.kind = INTENT_CLEAR_BOARD, .board = shown->board} : intent_none();
}
