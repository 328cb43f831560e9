#include <string.h>

#include "screens/board_words.h"
#include "screens/leaderboard_state.h"

#define MOST_RUNS 5000

void leaderboard_keep(char *to, size_t room, Str text)
{
    size_t size = text.size < room ? text.size : room - 1;
    if (size > 0) memmove(to, text.data, size);
    to[size] = '\0';
}

Str leaderboard_board_key(const StoreBoard *board, Arena *arena)
{
    const BoardKey *key = &board->board;
    return str_format(arena, "%.*s %d %.*s %.*s", STR_FMT(key->fingerprint), key->rules,
                      STR_FMT(key->category), STR_FMT(key->setup));
}

static int find_deck(const LeaderboardState *board, Str id)
{
    for (int i = 0; i < board->deck_count; i++)
        if (str_is(board->decks[i].id, id)) return i;
    return -1;
}

/* A deck may be asked for that has no runs yet. */
static void add_asked(LeaderboardState *board, Arena *arena, const Model *model, Str id)
{
    if (id.size == 0 || find_deck(board, id) >= 0) return;
    ShelfEntry *entries;
    size_t count = shelf_list(model->shelf, arena, &entries);
    for (size_t i = 0; i < count; i++) {
        if (!str_is(entries[i].id, id) || entries[i].is_bad) continue;
        board->decks[board->deck_count++] = (LeaderboardDeck){str_copy(arena, id), entries[i].title, 0};
        return;
    }
}

static void load_decks(LeaderboardState *board, Arena *arena, const Model *model, Str asked)
{
    StoreBoard *all;
    size_t count = store_boards(model->store, (Str){0}, false, arena, &all);
    board->decks = ARENA_NEW_N(arena, LeaderboardDeck, count + 2);
    board->deck_count = 0;
    for (size_t i = 0; i < count; i++) {
        int at = find_deck(board, all[i].deck_id);
        if (at < 0) {
            at = board->deck_count++;
            board->decks[at] = (LeaderboardDeck){all[i].deck_id, all[i].deck_title, 0};
        }
        board->decks[at].runs += all[i].runs;
    }
    add_asked(board, arena, model, asked);
    if (board->deck_count == 0) add_asked(board, arena, model, model->last_deck_id);
}

/* First of all the deck that was asked for, and the variant played last on it. */
static void begin(LeaderboardState *board, Arena *arena, const Model *model, Str asked)
{
    board->is_begun = true;
    Str deck = asked.size ? asked : board->deck_count ? board->decks[0].id : (Str){0};
    leaderboard_keep(board->deck_id, sizeof board->deck_id, deck);
    StoreBoard *boards;
    if (store_boards(model->store, str_of(board->deck_id), false, arena, &boards) > 0)
        variant_find(boards[0].board.variant, &board->variant);
}

static void load_boards(LeaderboardState *board, Arena *arena, const Model *model)
{
    StoreBoard *all;
    size_t count = store_boards(model->store, str_of(board->deck_id), false, arena, &all);
    board->boards = ARENA_NEW_N(arena, StoreBoard, count + 1);
    board->words = ARENA_NEW_N(arena, Str, count + 1);
    board->board_count = 0;
    board->board = -1;
    for (size_t i = 0; i < count; i++) {
        if (!str_is(all[i].board.variant, variant_name(board->variant))) continue;
        int at = board->board_count++;
        board->boards[at] = all[i];
        board->words[at] = board_words(&all[i].board, arena);
        if (!str_is(all[i].board.fingerprint, board->boards[0].board.fingerprint))
            board->words[at] = str_format(arena, "%.*s, before the deck changed", STR_FMT(board->words[at]));
        if (str_is(leaderboard_board_key(&all[i], arena), str_of(board->board_key))) board->board = at;
    }
    if (board->board < 0 && board->board_count > 0) board->board = 0;
}

static void load_runs(LeaderboardState *board, Arena *arena, const Model *model)
{
    board->run_count = 0;
    board->own = -1;
    if (board->board < 0) return;
    board->run_count = (int)store_board(model->store, &board->boards[board->board].board, board->period,
                                        model->day_start_ms, false, MOST_RUNS, arena, &board->runs);
    for (int i = 0; i < board->run_count && board->own < 0; i++)
        if (board->runs[i].player == model->player.id) board->own = i;
}

void leaderboard_load(void *state, Arena *arena, const Model *model, Str argument)
{
    LeaderboardState *board = state;
    Str asked = argument.size ? argument : str_of(board->deck_id);
    load_decks(board, arena, model, asked);
    if (!board->is_begun) begin(board, arena, model, argument);
    board->deck = find_deck(board, str_of(board->deck_id));
    load_boards(board, arena, model);
    load_runs(board, arena, model);
}
