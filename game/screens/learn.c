#include "screens/learn.h"

#include <math.h>

#include "screens/learn_parts.h"
#include "screens/menu.h"
#include "ui/widgets.h"

#define LADDER_WIDTH 256.0f
#define LADDER_GAP   24.0f
#define NARROW       1000.0f /* content with less has no ladder */
#define LARGE_TEXT   175     /* percent, likewise */
#define GO_ON_MS     900     /* a right choice is seen, then the next question comes */
#define LOOK_SEED    23      /* of the sparks */

Intent learn_input(LearnInputKind kind, int64_t number)
{
    return (Intent){.kind = INTENT_STUDY, .study = STUDY_LEARN, .input = (int32_t)kind, .number = number};
}

bool learn_is_tight(const Ui *ui)
{
    return ui->in.text_percent >= LEARN_TIGHT_PERCENT;
}

bool learn_is_by_pad(const Ui *ui, const Learn *learn)
{
    return ui->in.device == DEVICE_PAD && learn->phase == LEARN_ASKING &&
           learn->question.form == LEARN_FORM_TYPED;
}

static bool is_between(const Learn *learn)
{
    return learn->phase == LEARN_GROUP_DONE || learn->phase == LEARN_FINISHED;
}

static LearnAreas areas_of(const Ui *ui, const LayoutPage *page)
{
    LearnAreas areas = {.main = page->content};
    bool has_ladder = areas.main.w >= NARROW && ui->in.text_percent < LARGE_TEXT;
    if (has_ladder) areas.ladder = layout_cut_left(&areas.main, LADDER_WIDTH, LADDER_GAP);
    areas.buttons = layout_cut_bottom(&areas.main, button_height(ui, false), 20);
    return areas;
}

static Str note_of(Ui *ui, const Learn *learn)
{
    if (learn->source.pool.count == 0 || learn->phase == LEARN_FINISHED) return (Str){0};
    return str_format(ui->frame, "Group %u of %u", learn_group_number(learn), learn_groups(learn));
}

static Intent put_header(Ui *ui, const Model *model, Rect area)
{
    Header header = {.title = STR("Learn"),
                     .has_back = true,
                     .player = model->player.name,
                     .player_color = model->player.color};
    if (model->learn.learn) header.note = note_of(ui, model->learn.learn);
    return header_put(ui, area, &header) == HEADER_BACK ? (Intent){.kind = INTENT_BACK} : intent_none();
}

static void empty_field(LearnScreen *screen)
{
    text_edit_init(&screen->edit, (Str){0}, 0);
}

/* Where the answer goes has the focus, and when it is answered the way on. */
static void move_focus(LearnScreen *screen, Ui *ui, const Learn *learn)
{
    bool is_asked = learn->phase == LEARN_ASKING, is_typed = learn->question.form == LEARN_FORM_TYPED;
    if (is_asked && learn->question.form == LEARN_FORM_CHOICE)
        ui_focus(ui, ui_id_index(ui_id("learn-option"), 0));
    else if ((is_asked || learn->phase == LEARN_RETYPING) && is_typed && !screen->is_pad)
        ui_focus(ui, ui_id("learn-answer"));
    else
        ui_focus(ui, learn_button_id(0));
}

static void see(LearnScreen *screen, Ui *ui, const Learn *learn)
{
    bool is_pad = learn_is_by_pad(ui, learn), is_open = screen->keyboard.is_open;
    bool is_same = screen->is_seen && screen->phase == learn->phase && screen->asked == learn->group.asked &&
                   screen->form == learn->question.form;
    if (is_same && (screen->is_pad == is_pad || is_open)) return;
    bool is_typing = learn->phase == LEARN_ASKING || learn->phase == LEARN_RETYPING;
    if (!is_same && is_typing) empty_field(screen);
    if (!screen->is_seen) particles_init(&screen->particles, LOOK_SEED);
    screen->is_seen = true;
    screen->phase = learn->phase;
    screen->form = learn->question.form;
    screen->asked = learn->group.asked;
    screen->is_pad = is_pad;
    move_focus(screen, ui, learn);
}

/* Only what was chosen rightly: all else waits for the player. */
static Intent go_on(Ui *ui, const CurrentLearn *current)
{
    const Learn *learn = current->learn;
    bool goes_on =
        learn->phase == LEARN_ANSWERED && learn->question.form == LEARN_FORM_CHOICE && learn->answer.is_right;
    if (!goes_on) return intent_none();
    int64_t at_ms = current->answered_ms + GO_ON_MS;
    ui_wake_at(ui, at_ms);
    return ui->in.now_ms >= at_ms ? learn_input(LEARN_INPUT_NEXT, 0) : intent_none();
}

static Intent put_keyboard(Ui *ui, LearnScreen *screen)
{
    if (!screen->keyboard.is_open) return intent_none();
    KeyboardAnswer answer =
        keyboard_put(ui, ui_id("learn-keyboard"), STR("Your answer"), &screen->keyboard, &screen->edit);
    if (answer == KEYBOARD_CANCELLED) screen->edit = screen->before;
    if (answer != KEYBOARD_DONE || str_is_blank(text_edit_text(&screen->edit))) return intent_none();
    Intent intent = learn_input(LEARN_INPUT_TYPE, 0);
    intent.text = text_edit_text(&screen->edit);
    return intent;
}

static Intent put_asked(Ui *ui, LearnScreen *screen, const Model *model, const LayoutPage *page,
                        const LearnAreas *areas)
{
    if (!rect_is_empty(areas->ladder)) learn_ladder_draw(ui, model, areas->ladder);
    Intent intent = learn_question_put(ui, screen, model, areas);
    intent = menu_first(intent, learn_buttons_put(ui, screen, model, areas->buttons));
    intent = menu_first(intent, learn_hints_put(ui, model, page->hints));
    intent = menu_first(intent, put_keyboard(ui, screen));
    return menu_first(intent, go_on(ui, &model->learn));
}

static Intent build(void *state, const Model *model, Ui *ui)
{
    LearnScreen *screen = state;
    const Learn *learn = model->learn.learn;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    LearnAreas areas = areas_of(ui, &page);
    paint_backdrop(ui, BACKDROP_ROUND);
    Intent intent = put_header(ui, model, page.header);
    if (!learn) return intent;
    see(screen, ui, learn);
    if (is_between(learn)) return menu_first(intent, learn_rest_put(ui, model, page.content));
    return menu_first(intent, put_asked(ui, screen, model, &page, &areas));
}

const ScreenKind learn_screen = {
    .id = SCREEN_LEARN,
    .name = "learn",
    .state_size = sizeof(LearnScreen),
    .context = INPUT_CONTEXT_MENU,
    .build = build,
};
