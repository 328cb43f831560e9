#include "commands/bot.h"

#include "screens/board.h"

/* A quick reader: between a look at the board and the first tile, and from the first tile to the second. */
#define THINK_MS       700
#define THINK_MORE_MS  900
#define SECOND_MS      250
#define SECOND_MORE_MS 250

void bot_init(Bot *bot, uint64_t seed, uint32_t skill)
{
    *bot = (Bot){.skill = skill, .then = MATCH_NO_TILE, .at_ms = INT64_MAX, .seen = -1};
    rng_seed(&bot->rng, seed);
}

static int64_t after(Bot *bot, int64_t now_ms, int64_t least_ms, uint64_t more_ms)
{
    return now_ms + least_ms + (int64_t)rng_below(&bot->rng, more_ms);
}

void bot_look(Bot *bot, const App *app, int64_t now_ms)
{
    const LiveRound *live = app_model(app)->round.live;
    if (!live || live->phase != LIVE_OPEN) {
        bot->at_ms = INT64_MAX;
        bot->seen = -1;
        return;
    }
    if (bot->then != MATCH_NO_TILE) return;
    int64_t seen = round_fact_count(live->round);
    if (seen == bot->seen) return;
    bot->seen = seen;
    bot->at_ms = after(bot, now_ms, THINK_MS, THINK_MORE_MS);
}

static bool is_on_board(const Tile *tile)
{
    return tile && tile->state != TILE_GONE;
}

/* The i-th tile of a side on the board, `than` left out. */
static uint32_t nth_tile(const MatchRound *match, Side side, uint64_t i, uint32_t than)
{
    for (uint32_t place = 0; place < match_places(match); place++) {
        const Tile *tile = match_at(match, place);
        uint32_t number = match_tile_number(match, place);
        if (!is_on_board(tile) || tile->deal.side != side || number == than) continue;
        if (i-- == 0) return number;
    }
    return MATCH_NO_TILE;
}

static uint32_t count_tiles(const MatchRound *match, Side side)
{
    uint32_t count = 0;
    while (nth_tile(match, side, count, MATCH_NO_TILE) != MATCH_NO_TILE) count++;
    return count;
}

static bool is_right_this_time(Bot *bot)
{
    return rng_below(&bot->rng, 100) < bot->skill;
}

/* A term, and its definition or another one. */
static uint32_t choose_pair(Bot *bot, const MatchRound *match)
{
    uint32_t terms = count_tiles(match, SIDE_TERM), definitions = count_tiles(match, SIDE_DEFINITION);
    if (terms == 0) return MATCH_NO_TILE;
    uint32_t term = nth_tile(match, SIDE_TERM, rng_below(&bot->rng, terms), MATCH_NO_TILE);
    bot->then = match_partner(match, term);
    if (!is_right_this_time(bot) && definitions > 1)
        bot->then = nth_tile(match, SIDE_DEFINITION, rng_below(&bot->rng, definitions - 1), bot->then);
    return term;
}

static uint32_t place_of(const MatchRound *match, uint32_t tile)
{
    for (uint32_t place = 0; place < match_places(match); place++)
        if (match_tile_number(match, place) == tile) return place;
    return 0;
}

static Command play_match(Bot *bot, const MatchRound *match)
{
    uint32_t tile = bot->then;
    if (tile == MATCH_NO_TILE) {
        tile = choose_pair(bot, match);
        if (tile == MATCH_NO_TILE) return COMMAND_NONE;
        bot->at_ms = after(bot, bot->at_ms, SECOND_MS, SECOND_MORE_MS);
    } else {
        bot->then = MATCH_NO_TILE;
        bot->at_ms = INT64_MAX;
    }
    return board_command(match_places(match), place_of(match, tile));
}

static Command play_rush(Bot *bot, const LiveRound *live)
{
    const DealQuestion *question = &rush_question(&live->round->as.rush, live_question(live))->deal;
    uint32_t option = question->right;
    if (!is_right_this_time(bot) && question->option_count > 1)
        option = (option + 1 + (uint32_t)rng_below(&bot->rng, question->option_count - 1)) %
                 question->option_count;
    bot->at_ms = INT64_MAX;
    return (Command)(COMMAND_OPTION_1 + option);
}

bool bot_act(Bot *bot, const App *app, InputEvent *out)
{
    const Model *model = app_model(app);
    const LiveRound *live = model->round.live;
    if (!live || live->phase != LIVE_OPEN) return false;
    int64_t at_ms = bot->at_ms;
    Command command = live->round->setup.mode == MODE_MATCH ? play_match(bot, &live->round->as.match)
                                                            : play_rush(bot, live);
    if (command == COMMAND_NONE) return false;
    *out = (InputEvent){.kind = INPUT_KEY_DOWN,
                        .device = DEVICE_KEYBOARD,
                        .time_ms = at_ms,
                        .key = model->settings.bindings.of[command].keys[0]};
    return true;
}
