#include "screens/test_setup.h"

#include <math.h>

#include "screens/menu.h"
#include "screens/test_setup_state.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define MOST_PAST   500
#define COLUMN_GAP  24.0f
#define RIGHT_SHARE 0.36f
#define GAP         16.0f

static void load(void *memory, Arena *arena, const Model *model, Str argument)
{
    (void)argument;
    TestSetupState *state = memory;
    state->past_count = 0;
    if (model->deck.state != DECK_READY) return;
    tag_chooser_load(&state->tags, arena, model);
    state->past_count = (int)store_tests(model->store, model->player.id, deck_id(model->deck.deck), MOST_PAST,
                                         arena, &state->past);
}

static bool has_columns(const Ui *ui, float width)
{
    return width >= 11.5f * (float)ui->in.text_percent;
}

static Intent put_new(Ui *ui, TestSetupState *state, const Model *model, Rect area)
{
    Rect foot = layout_cut_bottom(&area, test_start_height(ui, model), GAP);
    Intent intent = test_choices_put(ui, state, model, area);
    return menu_first(intent, test_start_put(ui, state, model, foot));
}

static Intent put_pages(Ui *ui, TestSetupState *state, const Model *model, Rect area)
{
    const Str labels[] = {STR("New test"), STR("Past tests")};
    menu_tabs(ui, &area, labels, 2, &state->page);
    return state->page == 0 ? put_new(ui, state, model, area) : test_past_put(ui, state, model, area);
}

static Intent put_columns(Ui *ui, TestSetupState *state, const Model *model, Rect area)
{
    Rect right = layout_cut_right(&area, floorf(area.w * RIGHT_SHARE), COLUMN_GAP);
    Intent intent = put_new(ui, state, model, area);
    return menu_first(intent, test_past_put(ui, state, model, right));
}

static Intent put_question(Ui *ui, TestSetupState *state)
{
    DialogQuestion question = {.id = ui_id("replace"),
                               .title = STR("Put the other test away?"),
                               .text = STR("A test waits half-way. A new one takes its place, and what was "
                                           "answered in it is gone."),
                               .answers = {STR("Keep it"), STR("Begin anew")},
                               .answer_count = 2,
                               .danger = 1,
                               .icon = ICON_WARNING};
    int answer = dialog_ask(ui, &question);
    if (answer >= 0) state->is_asked = false;
    return answer == 1 ? test_intent(TEST_BEGIN, 0) : intent_none();
}

static void put_hints(Ui *ui, Rect bar)
{
    Hint hints[] = {hint_arrows(STR("Move"), false, true), hint_arrows(STR("Change"), true, false),
                    hint_say(ui_on_command(COMMAND_CONFIRM), STR("Choose")),
                    hint_say(ui_on_command(COMMAND_BACK), STR("Back"))};
    prompt_hints(ui, bar, hints, 4);
}

static Intent build(void *memory, const Model *model, Ui *ui)
{
    TestSetupState *state = memory;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    bool is_ready = model->deck.state == DECK_READY;
    Str note = is_ready && ui->in.text_percent <= 150 ? deck_title(model->deck.deck) : (Str){0};
    Intent intent = menu_header(ui, model, page.header, STR("Test"), note);
    put_hints(ui, page.hints);
    if (!is_ready) return intent;
    /* another player has come: theirs may wait too */
    if (!model->test.is_there)
        return menu_first(intent, (Intent){.kind = INTENT_STUDY_OPEN, .study = STUDY_TEST});
    intent = menu_first(intent, has_columns(ui, page.content.w) ? put_columns(ui, state, model, page.content)
                                                                : put_pages(ui, state, model, page.content));
    intent = menu_first(intent, tag_chooser_put(ui, &state->tags, model));
    return state->is_asked ? menu_first(intent, put_question(ui, state)) : intent;
}

const ScreenKind test_setup_screen = {
    .id = SCREEN_TEST_SETUP,
    .name = "test-setup",
    .state_size = sizeof(TestSetupState),
    .context = INPUT_CONTEXT_MENU,
    .load = load,
    .build = build,
};
