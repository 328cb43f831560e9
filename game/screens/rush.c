#include "screens/rush.h"

#include "screens/hud.h"
#include "screens/pause.h"
#include "screens/rush_foot.h"
#include "screens/rush_hud.h"
#include "screens/rush_question.h"
#include "ui/layout.h"
#include "ui/particles.h"
#include "ui/widgets.h"

#define QUESTION_TOP 152.0f
#define FOOT_GAP     24.0f
#define LOOK_SEED    11 /* of the sparks: any will do, they are for the look alone */

typedef struct {
    Particles particles;
    bool has_begun;
    int64_t sparked_ms;
} RushState;

typedef struct {
    Rect question, foot;
} RushAreas;

static RushAreas areas_of(const Ui *ui, const LayoutPage *page)
{
    bool is_large = hud_is_least(ui);
    Rect rest = page->content;
    float top = page->canvas.y + (is_large ? RUSH_HUD_BOTTOM : QUESTION_TOP);
    rest.h -= top - rest.y;
    rest.y = top;
    RushAreas areas;
    areas.foot = layout_cut_bottom(&rest, rush_foot_height(ui), is_large ? 12 : FOOT_GAP);
    areas.question = rest;
    return areas;
}

static void begin(RushState *state, const Ui *ui)
{
    if (state->has_begun) return;
    state->has_begun = true;
    state->sparked_ms = ui->in.now_ms;
    particles_init(&state->particles, LOOK_SEED);
}

static Intent timed(const Ui *ui, IntentKind kind, int64_t number)
{
    return (Intent){.kind = kind, .number = number, .at_ms = ui->in.action.event.time_ms};
}

static Intent put_round(RushState *state, Ui *ui, const CurrentRound *round, const LayoutPage *page)
{
    RushAreas areas = areas_of(ui, page);
    rush_hud_put(ui, round, page);
    QuestionAnswer answer =
        rush_question_put(ui, round, areas.question, &state->particles, &state->sparked_ms);
    Intent pressed = rush_foot_put(ui, round, areas.foot, &answer);
    if (answer.answered != RUSH_NO_OPTION) return timed(ui, INTENT_ANSWER, answer.answered);
    if (pressed.kind != INTENT_NONE) return pressed;
    bool goes_on = round->live->phase == LIVE_REVEAL && ui_command(ui, COMMAND_CONFIRM);
    return goes_on ? timed(ui, INTENT_SKIP, 0) : pause_commands(ui, round);
}

static Intent build(void *memory, const Model *model, Ui *ui)
{
    RushState *state = memory;
    const CurrentRound *round = &model->round;
    LayoutPage page = layout_round(&ui->in.view);
    paint_backdrop(ui, BACKDROP_ROUND);
    if (!round->live || round->live->round->setup.mode != MODE_RUSH) return intent_none();
    begin(state, ui);
    LivePhase phase = round->live->phase;
    if (phase == LIVE_WAITING) return pause_countdown_put(ui, round);
    if (phase != LIVE_PAUSED) return put_round(state, ui, round, &page);
    rush_hud_put(ui, round, &page);
    rush_question_draw_hidden(ui, round, areas_of(ui, &page).question);
    return pause_put(ui, round);
}

const ScreenKind rush_screen = {
    .id = SCREEN_RUSH,
    .name = "rush",
    .state_size = sizeof(RushState),
    .context = INPUT_CONTEXT_QUESTION,
    .build = build,
};
