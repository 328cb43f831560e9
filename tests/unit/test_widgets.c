#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "fake_ui.h"
#include "ui/widgets.h"

static const Str options[] = {{"one", 3}, {"two", 3}, {"three", 5}};

/* One of each widget; what they answered. */
typedef struct {
    int choice, pictures, tab, percent;
    bool is_on;
    int pressed, linked, hint, ask;
    bool has_question, has_keyboard;
    HeaderAnswer header;
    TextEdit edit;
    FieldAnswer field;
    Keyboard keyboard;
    KeyboardAnswer keyboard_answer;
} Page;

static Rect line(int i)
{
    return (Rect){100, 100 + 60.0f * (float)i, 700, 56};
}

static void picture(Ui *ui, int option, Rect box)
{
    (void)option;
    draw_rect(ui->draw, box, 4, ui_color(ui, TOKEN_TERM));
}

static void build_rows(Ui *ui, Page *p)
{
    setting_choice(ui, &(Setting){.id = ui_id("choice"), .rect = line(0), .label = STR("Choice")}, options, 3,
                   &p->choice);
    setting_toggle(ui, &(Setting){.id = ui_id("toggle"), .rect = line(1), .label = STR("Toggle")}, &p->is_on);
    setting_slider(ui, &(Setting){.id = ui_id("slider"), .rect = line(2), .label = STR("Slider")}, 5,
                   &p->percent);
    Button link = {.id = ui_id("link"), .rect = line(3), .label = STR("Link"), .trigger = ui_on_key(KEY_K)};
    if (button_put(ui, &link)) p->linked++;
    setting_pictures(ui, &(Setting){.id = ui_id("pictures"), .rect = line(4), .label = STR("Look")}, options,
                     3, picture, &p->pictures);
}

static void build(Ui *ui, void *state)
{
    Page *p = state;
    Rect top = {40, 24, 1200, 56}, foot = {40, 660, 1200, 40};
    paint_backdrop(ui, BACKDROP_MENU);
    HeaderAnswer header = header_put(
        ui, top,
        &(Header){.title = STR("Title"), .has_back = true, .player = STR("Mira"), .can_switch = true});
    if (header != HEADER_NOTHING) p->header = header;
    build_rows(ui, p);
    Field field = {.id = ui_id("field"), .rect = line(5), .trigger = ui_on_key(KEY_SLASH)};
    FieldAnswer answer = field_put(ui, &field, &p->edit);
    p->field.is_changed |= answer.is_changed;
    p->field.is_confirmed |= answer.is_confirmed;
    p->field.wants_keyboard |= answer.wants_keyboard;
    Button button = {.id = ui_id("button"), .rect = line(6), .label = STR("Press"), .is_default = true};
    if (button_put(ui, &button)) p->pressed++;
    ChipRow tabs = {.id = ui_id("tabs"), .area = line(7), .labels = options, .count = 3, .has_ends = true};
    tabs.previous = ui_on_command(COMMAND_PAGE_PREVIOUS);
    tabs.next = ui_on_command(COMMAND_PAGE_NEXT);
    chip_row_put(ui, &tabs, &p->tab);
    Hint hints[] = {hint_say(ui_on_command(COMMAND_CONFIRM), STR("Pick")),
                    hint_do(ui_on_key(KEY_G), STR("Go"))};
    int hint = prompt_hints(ui, foot, hints, 2);
    if (hint >= 0) p->hint = hint + 1;
    if (p->has_question) {
        DialogQuestion q = {.id = ui_id("ask"), .title = STR("Sure?"), .text = STR("It goes."), .danger = 1};
        q.answers[0] = STR("Keep");
        q.answers[1] = STR("Remove");
        q.answer_count = 2;
        p->ask = dialog_ask(ui, &q);
        if (p->ask >= 0) p->has_question = false;
    }
    if (p->has_keyboard) {
        p->keyboard_answer = keyboard_put(ui, ui_id("kb"), STR("Name"), &p->keyboard, &p->edit);
        p->has_keyboard = p->keyboard_answer == KEYBOARD_OPEN;
    }
}

static void start(FakeUi *fake, Page *page)
{
    fake_ui_init(fake);
    *page = (Page){.percent = 50, .ask = -1};
    text_edit_init(&page->edit, STR(""), 16);
    fake_ui_pass(fake, build, page);
}

static void focus(FakeUi *fake, const char *name, Page *page)
{
    ui_focus(&fake->ui, ui_id(name));
    fake_ui_pass(fake, build, page);
    assert_true(ui_focused(&fake->ui) == ui_id(name));
}

static void arrows_change_the_setting_that_has_the_focus(void **state)
{
    (void)state;
    FakeUi fake;
    Page page;
    start(&fake, &page);
    focus(&fake, "choice", &page);
    fake_ui_key(&fake, KEY_RIGHT, build, &page);
    assert_int_equal(page.choice, 1);
    fake_ui_pad(&fake, PAD_RIGHT, build, &page);
    fake_ui_pad(&fake, PAD_RIGHT, build, &page);
    assert_int_equal(page.choice, 2); /* stops at the end */
    fake_ui_key(&fake, KEY_ENTER, build, &page);
    assert_int_equal(page.choice, 0); /* confirm goes round */
    focus(&fake, "toggle", &page);
    fake_ui_key(&fake, KEY_ENTER, build, &page);
    assert_true(page.is_on);
    fake_ui_key(&fake, KEY_LEFT, build, &page);
    assert_false(page.is_on);
    focus(&fake, "slider", &page);
    for (int i = 0; i < 30; i++) fake_ui_key(&fake, KEY_RIGHT, build, &page);
    assert_int_equal(page.percent, 100);
    fake_ui_key(&fake, KEY_LEFT, build, &page);
    assert_int_equal(page.percent, 95);
    focus(&fake, "pictures", &page);
    fake_ui_key(&fake, KEY_RIGHT, build, &page);
    assert_int_equal(page.pictures, 1);
    fake_ui_deinit(&fake);
}

static void the_pointer_presses_the_parts_of_a_setting(void **state)
{
    (void)state;
    FakeUi fake;
    Page page;
    start(&fake, &page);
    float right = 800 - 16;
    fake_ui_click(&fake, DEVICE_MOUSE, (Vec){right - 20, 128}, build, &page);
    assert_int_equal(page.choice, 2);
    fake_ui_click(&fake, DEVICE_TOUCH, (Vec){300, 188}, build, &page);
    assert_true(page.is_on);
    fake_ui_point(&fake, INPUT_POINTER_DOWN, DEVICE_TOUCH, (Vec){right - 44 - 14 - 100, 248}, build, &page);
    assert_in_range(page.percent, 45, 55);
    fake_ui_point(&fake, INPUT_POINTER_MOVE, DEVICE_TOUCH, (Vec){right - 44 - 14, 248}, build, &page);
    assert_int_equal(page.percent, 100);
    fake_ui_point(&fake, INPUT_POINTER_UP, DEVICE_TOUCH, (Vec){right - 44 - 14, 248}, build, &page);
    fake_ui_deinit(&fake);
}

static void hot_keys_act_from_anywhere_but_a_field(void **state)
{
    (void)state;
    FakeUi fake;
    Page page;
    start(&fake, &page);
    fake_ui_key(&fake, KEY_K, build, &page);
    assert_int_equal(page.linked, 1);
    fake_ui_key(&fake, KEY_G, build, &page);
    assert_int_equal(page.hint, 2);
    fake_ui_key(&fake, KEY_SLASH, build, &page);
    assert_true(ui_focused(&fake.ui) == ui_id("field"));
    assert_int_equal(fake.frame.context, INPUT_CONTEXT_TEXT);
    assert_true(fake.is_typing);
    fake_ui_key(&fake, KEY_K, build, &page);
    assert_int_equal(page.linked, 1);
    fake_ui_key(&fake, KEY_DOWN, build, &page);
    assert_true(ui_focused(&fake.ui) == ui_id("button"));
    assert_false(fake.is_typing);
    assert_int_equal(fake.frame.context, INPUT_CONTEXT_MENU);
    fake_ui_deinit(&fake);
}

static void type(FakeUi *fake, Page *page, const char *text)
{
    InputEvent event = {.kind = INPUT_TEXT};
    memcpy(event.text, text, strlen(text) + 1);
    fake_ui_event(fake, event, build, page);
}

/* Nothing would end it: keys would be the input method's for ever. */
static void what_an_input_method_composes_ends_when_its_field_is_left(void **state)
{
    (void)state;
    FakeUi fake;
    Page page = {.edit = {.max_graphemes = 16}};
    fake_ui_init(&fake);
    fake_ui_pass(&fake, build, &page);
    focus(&fake, "field", &page);
    Action composing = {.kind = ACTION_TEXT_EDITING, .event = {.kind = INPUT_TEXT_EDITING, .text = "ni"}};
    fake_ui_act(&fake, composing, build, &page);
    assert_string_equal(page.edit.composition, "ni");
    focus(&fake, "link", &page);
    assert_string_equal(page.edit.composition, "");
    fake_ui_deinit(&fake);
}

static void a_field_is_typed_in_copied_and_confirmed(void **state)
{
    (void)state;
    FakeUi fake;
    Page page;
    start(&fake, &page);
    focus(&fake, "field", &page);
    type(&fake, &page, "Añb");
    assert_true(page.field.is_changed);
    fake_ui_key(&fake, KEY_LEFT, build, &page);
    fake_ui_key(&fake, KEY_BACKSPACE, build, &page);
    assert_string_equal(page.edit.text, "Ab");
    InputEvent all = {.kind = INPUT_KEY_DOWN, .key = KEY_A, .mods = MOD_CTRL, .text = "a"};
    InputEvent copy = {.kind = INPUT_KEY_DOWN, .key = KEY_C, .mods = MOD_CTRL, .text = "c"};
    InputEvent paste = {.kind = INPUT_KEY_DOWN, .key = KEY_V, .mods = MOD_CTRL, .text = "v"};
    fake_ui_event(&fake, all, build, &page);
    fake_ui_event(&fake, copy, build, &page);
    assert_string_equal(fake.clipboard, "Ab");
    fake_ui_key(&fake, KEY_END, build, &page);
    fake_ui_event(&fake, paste, build, &page);
    assert_string_equal(page.edit.text, "AbAb");
    fake_ui_key(&fake, KEY_ENTER, build, &page);
    assert_true(page.field.is_confirmed);
    assert_false(page.field.wants_keyboard);
    fake_ui_deinit(&fake);
}

static void pads_and_fingers_get_a_keyboard(void **state)
{
    (void)state;
    FakeUi fake;
    Page page;
    start(&fake, &page);
    focus(&fake, "field", &page);
    fake_ui_pad(&fake, PAD_A, build, &page);
    assert_true(page.field.wants_keyboard);
    page.field = (FieldAnswer){0};
    fake_ui_click(&fake, DEVICE_TOUCH, (Vec){300, 428}, build, &page);
    assert_true(page.field.wants_keyboard);
    fake_ui_pad(&fake, PAD_RIGHT, build, &page); /* a pad's arrow leaves the field */
    fake_ui_pad(&fake, PAD_DOWN, build, &page);
    assert_true(ui_focused(&fake.ui) != ui_id("field"));
    fake_ui_deinit(&fake);
}

static void the_keyboard_on_screen_types_by_pad_alone(void **state)
{
    (void)state;
    FakeUi fake;
    Page page;
    start(&fake, &page);
    page.has_keyboard = page.keyboard.is_open = true;
    fake_ui_pass(&fake, build, &page);
    fake_ui_pad(&fake, PAD_LB, build, &page); /* shift, once */
    ui_focus(&fake.ui, ui_id_index(ui_id("kb"), 100 + 10));
    fake_ui_pad(&fake, PAD_A, build, &page);
    ui_focus(&fake.ui, ui_id_index(ui_id("kb"), 100 + 10));
    fake_ui_pad(&fake, PAD_RIGHT, build, &page);
    fake_ui_pad(&fake, PAD_A, build, &page);
    assert_string_equal(page.edit.text, "Qw");
    fake_ui_pad(&fake, PAD_X, build, &page);
    assert_string_equal(page.edit.text, "Q");
    fake_ui_pad(&fake, PAD_Y, build, &page);
    assert_int_equal(page.keyboard.page, 1);
    fake_ui_pad(&fake, PAD_START, build, &page);
    assert_int_equal(page.keyboard_answer, KEYBOARD_DONE);
    assert_false(page.keyboard.is_open);
    fake_ui_deinit(&fake);
}

/* A field of many lines between two buttons. */
typedef struct {
    char room[256];
    TextEdit edit;
    FieldAnswer answer;
    int saved;
} Lines;

static void build_lines(Ui *ui, void *state)
{
    Lines *lines = state;
    button_put(ui, &(Button){.id = ui_id("above"), .rect = line(0), .label = STR("Above")});
    Field field = {.id = ui_id("lines"), .rect = {100, 200, 300, 120}, .has_lines = true, .is_default = true};
    lines->answer = field_put(ui, &field, &lines->edit);
    button_put(ui, &(Button){.id = ui_id("below"), .rect = line(6), .label = STR("Below")});
    if (ui_triggered(ui, ui_on_chord(MOD_CTRL, KEY_S))) lines->saved++;
}

static void press_mods(FakeUi *fake, Lines *lines, int key, unsigned mods)
{
    InputEvent event = {.kind = INPUT_KEY_DOWN, .key = key, .mods = mods};
    fake_ui_event(fake, event, build_lines, lines);
}

static void a_cursor_goes_through_the_lines_of_a_field_before_the_focus_leaves_it(void **state)
{
    (void)state;
    FakeUi fake;
    Lines lines = {.saved = 0};
    fake_ui_init(&fake);
    text_edit_init_lines(&lines.edit, lines.room, sizeof lines.room, STR("first line\nx\nlast line"));
    fake_ui_pass(&fake, build_lines, &lines);
    fake_ui_pass(&fake, build_lines, &lines);
    assert_true(ui_focused(&fake.ui) == ui_id("lines"));
    fake_ui_key(&fake, KEY_UP, build_lines, &lines);
    assert_int_equal(lines.edit.cursor, 12); /* the end of the short one */
    fake_ui_key(&fake, KEY_UP, build_lines, &lines);
    assert_int_equal(lines.edit.cursor, 9); /* the column in which it began */
    fake_ui_key(&fake, KEY_UP, build_lines, &lines);
    assert_true(ui_focused(&fake.ui) == ui_id("above"));
    fake_ui_key(&fake, KEY_DOWN, build_lines, &lines);
    press_mods(&fake, &lines, KEY_DOWN, MOD_SHIFT);
    press_mods(&fake, &lines, KEY_HOME, MOD_SHIFT);
    assert_int_equal(lines.edit.cursor, 11);
    assert_int_equal(text_edit_selected(&lines.edit).size, 2);
    press_mods(&fake, &lines, KEY_ENTER, MOD_SHIFT);
    assert_string_equal(lines.room, "first lin\nx\nlast line"); /* in place of "e" and its line break */
    press_mods(&fake, &lines, KEY_S, MOD_CTRL);
    assert_int_equal(lines.saved, 1);
    fake_ui_key(&fake, KEY_DOWN, build_lines, &lines);
    fake_ui_key(&fake, KEY_DOWN, build_lines, &lines);
    assert_true(ui_focused(&fake.ui) == ui_id("below"));
    fake_ui_deinit(&fake);
}

static void a_pad_leaves_a_field_of_many_lines_at_once(void **state)
{
    (void)state;
    FakeUi fake;
    Lines lines = {.saved = 0};
    fake_ui_init(&fake);
    text_edit_init_lines(&lines.edit, lines.room, sizeof lines.room, STR("a\nb\nc"));
    fake_ui_pass(&fake, build_lines, &lines);
    fake_ui_pass(&fake, build_lines, &lines);
    fake_ui_pad(&fake, PAD_UP, build_lines, &lines);
    assert_true(ui_focused(&fake.ui) == ui_id("above"));
    fake_ui_deinit(&fake);
}

static void a_question_is_answered_by_each_device(void **state)
{
    (void)state;
    FakeUi fake;
    Page page;
    start(&fake, &page);
    page.has_question = true;
    fake_ui_pass(&fake, build, &page);
    fake_ui_key(&fake, KEY_ENTER, build, &page);
    assert_int_equal(page.ask, 0); /* the harmless one has the focus */
    page.has_question = true;
    fake_ui_pass(&fake, build, &page);
    fake_ui_pad(&fake, PAD_RIGHT, build, &page);
    fake_ui_pad(&fake, PAD_A, build, &page);
    assert_int_equal(page.ask, 1);
    page.has_question = true;
    fake_ui_pass(&fake, build, &page);
    fake_ui_key(&fake, KEY_ESCAPE, build, &page);
    assert_int_equal(page.ask, 0);
    assert_int_equal(page.header, HEADER_NOTHING); /* Back was the dialog's */
    assert_int_equal(page.pressed, 0);
    fake_ui_key(&fake, KEY_ESCAPE, build, &page);
    assert_int_equal(page.header, HEADER_BACK);
    fake_ui_deinit(&fake);
}

static void a_row_of_chips_is_picked_by_its_ends_and_by_its_chips(void **state)
{
    (void)state;
    FakeUi fake;
    Page page;
    start(&fake, &page);
    fake_ui_key(&fake, KEY_PAGE_DOWN, build, &page);
    assert_int_equal(page.tab, 1);
    fake_ui_pad(&fake, PAD_LB, build, &page);
    fake_ui_pad(&fake, PAD_LB, build, &page);
    assert_int_equal(page.tab, 2);
    Rect chip = ui_find_widget(&fake.ui, ui_id_index(ui_id("tabs"), 0))->rect;
    fake_ui_click(&fake, DEVICE_MOUSE, rect_center(chip), build, &page);
    assert_int_equal(page.tab, 0);
    fake_ui_deinit(&fake);
}

static int draws_of(const FakeUi *fake, const char *text)
{
    int n = 0;
    for (int i = 0; i < fake->ui.draw->count; i++) {
        const DrawCommand *c = &fake->ui.draw->commands[i];
        if (c->kind == DRAW_TEXT && str_is(c->as.text.text, str_of(text))) n++;
    }
    return n;
}

static void prompts_follow_the_device_used_last(void **state)
{
    (void)state;
    FakeUi fake;
    Page page;
    start(&fake, &page);
    assert_int_equal(draws_of(&fake, "G"), 1);
    assert_int_equal(draws_of(&fake, "A"), 0);
    fake.pads = 1;
    fake_ui_pass(&fake, build, &page);
    assert_int_equal(draws_of(&fake, "Enter"), 1);
    assert_int_equal(draws_of(&fake, "A"), 1);
    fake_ui_pad(&fake, PAD_DOWN, build, &page);
    assert_int_equal(draws_of(&fake, "Enter"), 0);
    assert_int_equal(draws_of(&fake, "A"), 1);
    fake_ui_point(&fake, INPUT_POINTER_MOVE, DEVICE_TOUCH, (Vec){1, 1}, build, &page);
    assert_int_equal(draws_of(&fake, "Enter") + draws_of(&fake, "A") + draws_of(&fake, "G"), 0);
    assert_int_equal(draws_of(&fake, "Go"), 1); /* what can be pressed stays */
    fake_ui_deinit(&fake);
}

static void a_still_page_asks_for_no_frame_and_allocates_nothing(void **state)
{
    (void)state;
    FakeUi fake;
    Page page;
    start(&fake, &page);
    fake.input.now_ms += 5000;
    fake_ui_pass(&fake, build, &page);
    fake_ui_pass(&fake, build, &page);
    assert_false(fake.frame.is_moving || fake.frame.wants_pass);
    assert_true(fake.frame.wake_at_ms == INT64_MAX);
    size_t reserved = arena_reserved(fake.ui.frame);
    int64_t layouts = text_cache_made(fake.ui.text);
    for (int i = 0; i < 10; i++) {
        fake_ui_pass(&fake, build, &page);
        assert_int_equal(arena_reserved(fake.ui.frame), reserved);
    }
    assert_int_equal(text_cache_made(fake.ui.text), layouts);
    fake_ui_deinit(&fake);
}

static void motion_ends_and_reduced_motion_has_none(void **state)
{
    (void)state;
    FakeUi fake;
    Page page;
    start(&fake, &page);
    focus(&fake, "toggle", &page);
    fake.input.now_ms += 1000;
    fake_ui_key(&fake, KEY_ENTER, build, &page);
    assert_true(fake.frame.is_moving);
    fake.input.now_ms += 1000;
    fake_ui_pass(&fake, build, &page);
    assert_false(fake.frame.is_moving);
    fake.input.reduced_motion = true;
    fake_ui_key(&fake, KEY_ENTER, build, &page);
    assert_false(fake.frame.is_moving);
    fake_ui_key(&fake, KEY_DOWN, build, &page);
    assert_false(fake.frame.is_moving);
    fake_ui_deinit(&fake);
}

static void all_themes_and_sizes_build_and_name_every_control(void **state)
{
    (void)state;
    static const int sizes[] = {100, 125, 150, 200};
    for (int t = 0; t < THEME_COUNT * 4; t++) {
        FakeUi fake;
        Page page;
        fake_ui_init(&fake);
        page = (Page){.percent = 50};
        text_edit_init(&page.edit, STR(""), 16);
        fake.input.theme = (ThemeId)(t / 4);
        fake.input.text_percent = sizes[t % 4];
        fake_ui_pass(&fake, build, &page);
        int count;
        const UiWidget *w = ui_widgets(&fake.ui, &count);
        for (int i = 0; i < count; i++) {
            bool is_named = w[i].label.size > 0 || w[i].role == ROLE_FIELD;
            if (!is_named) fail_msg("%s without a label", ui_role_name(w[i].role));
        }
        fake_ui_deinit(&fake);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arrows_change_the_setting_that_has_the_focus),
        cmocka_unit_test(the_pointer_presses_the_parts_of_a_setting),
        cmocka_unit_test(hot_keys_act_from_anywhere_but_a_field),
        cmocka_unit_test(a_cursor_goes_through_the_lines_of_a_field_before_the_focus_leaves_it),
        cmocka_unit_test(a_pad_leaves_a_field_of_many_lines_at_once),
        cmocka_unit_test(a_field_is_typed_in_copied_and_confirmed),
        cmocka_unit_test(what_an_input_method_composes_ends_when_its_field_is_left),
        cmocka_unit_test(pads_and_fingers_get_a_keyboard),
        cmocka_unit_test(the_keyboard_on_screen_types_by_pad_alone),
        cmocka_unit_test(a_question_is_answered_by_each_device),
        cmocka_unit_test(a_row_of_chips_is_picked_by_its_ends_and_by_its_chips),
        cmocka_unit_test(prompts_follow_the_device_used_last),
        cmocka_unit_test(a_still_page_asks_for_no_frame_and_allocates_nothing),
        cmocka_unit_test(motion_ends_and_reduced_motion_has_none),
        cmocka_unit_test(all_themes_and_sizes_build_and_name_every_control),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
