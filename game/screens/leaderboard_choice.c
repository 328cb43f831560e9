#include "screens/choice_dialog.h"
#include "screens/leaderboard_state.h"
#include "screens/variant_choice.h"
#include "ui/dialog.h"
#include "ui/format.h"

static Str runs_words(int64_t runs, Arena *arena)
{
    return format_count(arena, runs, "run", "runs");
}

static Str deck_title_of(const void *list, int index)
{
    const LeaderboardState *board = list;
    return board->decks[index].title;
}

static Str deck_runs(const void *list, int index, Arena *arena)
{
    const LeaderboardState *board = list;
    return runs_words(board->decks[index].runs, arena);
}

Intent leaderboard_decks_put(Ui *ui, LeaderboardState *board)
{
    ChoiceDialog choice = {.id = ui_id("decks-dialog"),
                           .rows = ui_id("board-deck"),
                           .title = STR("Which deck"),
                           .count = board->deck_count,
                           .chosen = board->deck,
                           .label = deck_title_of,
                           .list = board,
                           .detail = deck_runs};
    int answer = choice_dialog_put(ui, &choice);
    if (answer != CHOICE_OPEN) board->are_decks_open = false;
    if (answer < 0) return intent_none();
    leaderboard_keep(board->deck_id, sizeof board->deck_id, board->decks[answer].id);
    board->board_key[0] = '\0';
    return (Intent){.kind = INTENT_RELOAD};
}

static Str setup_words(const void *list, int index)
{
    const LeaderboardState *board = list;
    return board->words[index];
}

static Str setup_runs(const void *list, int index, Arena *arena)
{
    const LeaderboardState *board = list;
    return runs_words(board->boards[index].runs, arena);
}

Intent leaderboard_setups_put(Ui *ui, LeaderboardState *board)
{
    ChoiceDialog choice = {.id = ui_id("setups-dialog"),
                           .rows = ui_id("board-setup"),
                           .title = STR("Which rounds"),
                           .count = board->board_count,
                           .chosen = board->board,
                           .label = setup_words,
                           .list = board,
                           .detail = setup_runs};
    int answer = choice_dialog_put(ui, &choice);
    if (answer != CHOICE_OPEN) board->are_setups_open = false;
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
    Str variant = variant_label(board->variant);
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
