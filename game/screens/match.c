#include "screens/match.h"

#include "screens/board.h"
#include "screens/match_board.h"
#include "screens/match_hud.h"
#include "screens/pause.h"
#include "screens/reader.h"
#include "ui/layout.h"
#include "ui/particles.h"
#include "ui/widgets.h"

#define READER_GAP 16.0f
#define NO_PAIR_MS 1500
#define LOOK_SEED  7 /* of the sparks: any will do, they are for the look alone */

typedef struct {
    Particles particles;
    bool has_begun;
    int64_t sparked_ms;
    uint32_t read_tile; /* in the reader strip, and since when */
    int64_t read_ms;
} MatchState;

typedef struct {
    Rect board, reader;
} MatchAreas;

static MatchAreas areas_of(const Ui *ui, const LayoutPage *page)
{
    Rect rest = page->content;
    float top = page->canvas.y + MATCH_HUD_BOTTOM;
    rest.h -= top - rest.y;
    rest.y = top;
    MatchAreas areas;
    areas.reader = layout_cut_bottom(&rest, reader_height(ui, page->canvas.h), READER_GAP);
    areas.board = rest;
    return areas;
}

static void begin(MatchState *state, const Ui *ui)
{
    if (state->has_begun) return;
    state->has_begun = true;
    state->sparked_ms = ui->in.now_ms;
    state->read_tile = MATCH_NO_TILE;
    particles_init(&state->particles, LOOK_SEED);
}

/* "Not a pair", over the strip's edge, for a while after a mismatch. */
static void draw_no_pair(Ui *ui, const RoundLook *look, Rect reader)
{
    bool is_past = ui->in.now_ms >= look->penalty_ms + NO_PAIR_MS || look->score_ms > look->penalty_ms;
    if (look->penalty_ms == 0 || is_past) return;
    ui_wake_at(ui, look->penalty_ms + NO_PAIR_MS);
    Rect at = {reader.x + 84, reader.y - pill_height(ui) / 2, pill_width(ui, STR("Not a pair"), ICON_CROSS),
               pill_height(ui)};
    paint_layer(ui, at);
    pill_draw(ui, (Vec){at.x, at.y}, STR("Not a pair"), ICON_CROSS, TOKEN_BAD, TOKEN_BAD_INK);
    paint_layer_end(ui);
    ui_note(ui, ui_id("no-pair"), STR("Not a pair"), at);
}

static Reader reader_of(MatchState *state, Ui *ui, const MatchRound *match, uint32_t place)
{
    const Tile *tile = place == UINT32_MAX ? NULL : match_at(match, place);
    if (!tile) return (Reader){.id = ui_id("reader")};
    uint32_t number = match_tile_number(match, place);
    if (number != state->read_tile) {
        state->read_tile = number;
        state->read_ms = ui->in.now_ms;
    }
    bool has_keys = ui->in.device == DEVICE_KEYBOARD || ui->in.device == DEVICE_MOUSE;
    return (Reader){.id = ui_id("reader"),
                    .cap = ui_on_command(has_keys ? board_command(match_places(match), place) : COMMAND_NONE),
                    .side = tile->deal.side,
                    .text = tile->deal.text,
                    .since_ms = state->read_ms};
}

static Intent pick_of(const Ui *ui, uint32_t tile)
{
    return (Intent){.kind = INTENT_PICK, .number = tile, .at_ms = ui->in.action.event.time_ms};
}

/* A pad's B takes back what is picked; with nothing picked it pauses. */
static Intent take_back(Ui *ui, const MatchRound *match)
{
    if (!ui_command(ui, COMMAND_BACK)) return intent_none();
    if (match->selected != MATCH_NO_TILE) return pick_of(ui, match->selected);
    return (Intent){.kind = INTENT_PAUSE, .at_ms = ui->in.action.event.time_ms};
}

static Intent put_reader(MatchState *state, Ui *ui, const CurrentRound *round, Rect rect, uint32_t place)
{
    const MatchRound *match = &round->live->round->as.match;
    Hint hints[] = {hint_do(ui_on_command(COMMAND_PAUSE), STR("Pause")),
                    hint_say(ui_on_command(COMMAND_CONFIRM), STR("Pick"))};
    hints[0].is_last = hints[1].is_last = true;
    Reader reader = reader_of(state, ui, match, place);
    bool is_paused = reader_put(ui, rect, &reader, hints, 2) == 0;
    draw_no_pair(ui, round->look, rect);
    if (is_paused && round->live->phase != LIVE_OVER)
        return (Intent){.kind = INTENT_PAUSE, .at_ms = ui->in.action.event.time_ms};
    return intent_none();
}

static Intent put_round(MatchState *state, Ui *ui, const CurrentRound *round, const LayoutPage *page)
{
    MatchAreas areas = areas_of(ui, page);
    match_hud_put(ui, round, page);
    BoardAnswer answer = match_board_put(ui, round, areas.board, &state->particles, &state->sparked_ms);
    Intent paused = put_reader(state, ui, round, areas.reader, answer.focused);
    if (answer.picked != MATCH_NO_TILE) return pick_of(ui, answer.picked);
    if (paused.kind != INTENT_NONE) return paused;
    Intent taken = take_back(ui, &round->live->round->as.match);
    return taken.kind != INTENT_NONE ? taken : pause_commands(ui, round);
}

static Intent build(void *memory, const Model *model, Ui *ui)
{
    MatchState *state = memory;
    const CurrentRound *round = &model->round;
    LayoutPage page = layout_round(&ui->in.view);
    paint_backdrop(ui, BACKDROP_ROUND);
    if (!round->live || round->live->round->setup.mode != MODE_MATCH) return intent_none();
    begin(state, ui);
    LivePhase phase = round->live->phase;
    if (phase != LIVE_WAITING && phase != LIVE_PAUSED) return put_round(state, ui, round, &page);
    if (phase == LIVE_WAITING) return pause_countdown_put(ui, round);
    match_board_draw_hidden(ui, match_places(&round->live->round->as.match), areas_of(ui, &page).board);
    match_hud_put(ui, round, &page);
    return pause_put(ui, round);
}

const ScreenKind match_screen = {
    .id = SCREEN_MATCH,
    .name = "match",
    .state_size = sizeof(MatchState),
    .context = INPUT_CONTEXT_BOARD,
    .build = build,
};
