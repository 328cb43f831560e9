#include "screens/match_board.h"

#include <math.h>

#include "screens/board.h"
#include "screens/match_tile.h"
#include "ui/layout.h"

#define GAP           16.0f
#define HIGHEST_TILE  208.0f /* eight lines at 100 %; larger text needs more for as many */
#define DEAL_STEP_MS  25
#define REPLACE_MS    140 /* a replaced pair's pop is seen first */
#define SPARKS_A_TILE 12

typedef struct {
    Ui *ui;
    const CurrentRound *round;
    const MatchRound *match;
    Rect area;
    uint32_t places;
} Board;

Rect match_board_cell(const Ui *ui, Rect area, uint32_t places, uint32_t place)
{
    uint32_t columns = board_columns(places), rows = board_rows(places);
    float height = (area.h - GAP * (float)(rows - 1)) / (float)rows;
    return layout_cell(area, (int)place, (int)columns,
                       fminf(height, HIGHEST_TILE * (float)ui->in.text_percent / 100), GAP);
}

UiId match_board_id(uint32_t place)
{
    return ui_id_index(ui_id("tile"), place);
}

static const TileLook *look_of(const Board *board, uint32_t number)
{
    return &board->round->look->tiles[number % LOOK_MAX_TILES];
}

/* A board comes tile by tile in reading order; a pair that replaces another comes at once. */
static int64_t deal_ms(const Board *board, const Tile *tile, const TileLook *look)
{
    bool is_replacing =
        board->match->setup.variant == VARIANT_BLITZ && look->dealt_ms > board->round->look->go_ms;
    if (board->ui->in.reduced_motion) return look->dealt_ms;
    if (is_replacing) return look->dealt_ms + REPLACE_MS;
    return look->dealt_ms + DEAL_STEP_MS * (int64_t)tile->deal.place;
}

static TileView view_of(const Board *board, uint32_t number)
{
    const Tile *tile = &board->match->tiles[number];
    const TileLook *look = look_of(board, number);
    return (TileView){.rect = match_board_cell(board->ui, board->area, board->places, tile->deal.place),
                      .tile = tile,
                      .look = look,
                      .command = board_command(board->places, tile->deal.place),
                      .deal_ms = deal_ms(board, tile, look)};
}

static UiHit put_widget(const Board *board, const TileView *view, uint32_t place)
{
    bool is_picked = view->tile->state == TILE_SELECTED;
    unsigned flags = UI_FOCUSABLE | UI_ACTS_ON_PRESS | (is_picked ? (unsigned)UI_SELECTED : 0u);
    return ui_widget(
        board->ui, &(UiWidget){.id = match_board_id(place),
                               .role = ROLE_TILE,
                               .label = view->tile->deal.text,
                               .value = view->tile->deal.side == SIDE_TERM ? STR("Term") : STR("Definition"),
                               .flags = flags,
                               .rect = view->rect,
                               .radius = TILE_RADIUS,
                               .trigger = ui_on_command(view->command)});
}

static bool is_open(const Tile *tile)
{
    return tile && tile->state != TILE_GONE;
}

static void draw_slots(const Board *board)
{
    for (uint32_t place = 0; place < board->places; place++) {
        const Tile *tile = match_at(board->match, place);
        if (is_open(tile)) continue;
        uint32_t number = match_tile_number(board->match, place);
        bool has_tick = tile && look_of(board, number)->matched_ms > 0;
        match_slot_draw(board->ui, match_board_cell(board->ui, board->area, board->places, place), has_tick);
    }
}

static BoardAnswer put_tiles(const Board *board, TileView *views, uint32_t *count)
{
    BoardAnswer answer = {.picked = MATCH_NO_TILE, .focused = UINT32_MAX};
    *count = 0;
    for (uint32_t place = 0; place < board->places; place++) {
        if (!is_open(match_at(board->match, place))) continue;
        uint32_t number = match_tile_number(board->match, place);
        TileView view = view_of(board, number);
        UiHit hit = put_widget(board, &view, place);
        view.is_hovered = hit.is_hovered;
        if (hit.is_activated) answer.picked = number;
        if (hit.is_focused) answer.focused = place;
        views[(*count)++] = view;
    }
    return answer;
}

/* Those that shake overlap their neighbours, so they come last. */
static void draw_tiles(const Board *board, const TileView *views, uint32_t count)
{
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < count; i++)
            if (match_tile_is_wrong(board->ui, views[i].look) == (pass == 1))
                match_tile_draw(board->ui, &views[i]);
}

/* Tiles that were taken a moment ago: of this board and of the one before. */
static uint32_t oldest_shown(const MatchRound *match)
{
    uint32_t most = 2 * DEALER_MAX_TILES;
    return match->tile_count > most ? match->tile_count - most : 0;
}

static int64_t gone_ms(const Board *board, const TileLook *look)
{
    if (look->matched_ms) return look->matched_ms;
    const RoundLook *round = board->round->look;
    return board->match->is_over ? round->ended_ms : round->board_ms;
}

static void draw_gone(const Board *board)
{
    for (uint32_t i = oldest_shown(board->match); i < board->match->tile_count; i++) {
        const Tile *tile = &board->match->tiles[i];
        if (tile->state != TILE_GONE) continue;
        TileView view = view_of(board, i);
        match_tile_draw_gone(board->ui, &view, gone_ms(board, view.look), view.look->matched_ms > 0);
    }
}

static void draw_points(const Board *board)
{
    for (uint32_t i = oldest_shown(board->match); i < board->match->tile_count; i++) {
        if (board->match->tiles[i].state != TILE_GONE) continue;
        TileView view = view_of(board, i);
        match_points_draw(board->ui, &view);
    }
}

static void add_sparks(const Board *board, Particles *particles, int64_t *sparked_ms)
{
    int64_t newest = *sparked_ms;
    Color ok = ui_color(board->ui, TOKEN_OK), term = ui_color(board->ui, TOKEN_TERM);
    for (uint32_t i = oldest_shown(board->match); i < board->match->tile_count; i++) {
        int64_t matched = look_of(board, i)->matched_ms;
        if (matched <= *sparked_ms) continue;
        if (matched > newest) newest = matched;
        Rect rect =
            match_board_cell(board->ui, board->area, board->places, board->match->tiles[i].deal.place);
        particles_burst(particles, board->ui, rect_center(rect), SPARKS_A_TILE, ok, term);
    }
    *sparked_ms = newest;
}

BoardAnswer match_board_put(Ui *ui, const CurrentRound *round, Rect area, Particles *particles,
                            int64_t *sparked_ms)
{
    const MatchRound *match = &round->live->round->as.match;
    Board board = {ui, round, match, area, match_places(match)};
    TileView views[DEALER_MAX_TILES];
    uint32_t count;
    draw_slots(&board);
    BoardAnswer answer = put_tiles(&board, views, &count);
    draw_tiles(&board, views, count);
    draw_gone(&board);
    add_sparks(&board, particles, sparked_ms);
    particles_draw(particles, ui);
    draw_points(&board);
    return answer;
}

void match_board_draw_hidden(Ui *ui, uint32_t places, Rect area)
{
    for (uint32_t place = 0; place < places; place++)
        match_slot_draw(ui, match_board_cell(ui, area, places, place), false);
}
