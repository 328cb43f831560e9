#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/rng.h"
#include "fake_ui.h"
#include "ui/scroll.h"

enum { MOST = 40, LIST_ROWS = 500 };

/* A screen of plain widgets, with a dialog and a list if wanted. */
typedef struct {
    UiWidget widgets[MOST];
    bool is_there[MOST];
    int count;
    bool has_dialog;
    bool has_list;
    int activations[MOST + 2]; /* the last two: the dialog's */
} Screen;

static UiId id_of(int i)
{
    return ui_id_index(ui_id("widget"), i);
}

static void put_dialog(Ui *ui, Screen *screen)
{
    ui_scope_begin(ui, ui_id("dialog"));
    for (int i = 0; i < 2; i++) {
        UiWidget w = {.id = id_of(MOST + i),
                      .role = ROLE_BUTTON,
                      .label = STR("answer"),
                      .flags = UI_FOCUSABLE | (i ? UI_DEFAULT : 0),
                      .rect = {500 + 120.0f * (float)i, 300, 100, 50},
                      .trigger = {.key = KEY_X, .button = PAD_NONE}};
        if (i) w.trigger.key = KEY_NONE;
        if (ui_widget(ui, &w).is_activated) screen->activations[MOST + i]++;
    }
    ui_scope_end(ui);
}

static void put_list(Ui *ui)
{
    ScrollList list = {.id = ui_id("list"),
                       .view = {900, 100, 300, 400},
                       .row_height = 54,
                       .gap = 8,
                       .count = LIST_ROWS,
                       .takes_pages = true};
    ScrollRows rows = scroll_list_begin(ui, &list);
    assert_true(rows.to - rows.from < 20);
    for (int i = rows.from; i < rows.to; i++)
        ui_widget(ui, &(UiWidget){.id = ui_id_index(list.id, i),
                                  .role = ROLE_ROW,
                                  .flags = UI_FOCUSABLE,
                                  .rect = scroll_list_cell(&list, &rows, i)});
    scroll_end(ui);
}

static void build(Ui *ui, void *state)
{
    Screen *screen = state;
    for (int i = 0; i < screen->count; i++) {
        if (screen->is_there[i] && ui_widget(ui, &screen->widgets[i]).is_activated) screen->activations[i]++;
    }
    if (screen->has_list) put_list(ui);
    if (screen->has_dialog) put_dialog(ui, screen);
}

static void add(Screen *screen, Rect rect, unsigned flags, int key)
{
    int i = screen->count++;
    screen->is_there[i] = true;
    screen->widgets[i] = (UiWidget){.id = id_of(i),
                                    .role = ROLE_BUTTON,
                                    .label = STR("button"),
                                    .flags = UI_FOCUSABLE | flags,
                                    .rect = rect,
                                    .trigger = {.key = key, .button = PAD_NONE}};
}

static Screen row_of(int count)
{
    Screen screen = {0};
    for (int i = 0; i < count; i++)
        add(&screen, (Rect){100 + 120.0f * (float)i, 100, 100, 50}, i == 1 ? UI_DEFAULT : 0, KEY_A + i);
    return screen;
}

static bool has_focus(const FakeUi *fake)
{
    const UiWidget *w = ui_find_widget(&fake->ui, ui_focused(&fake->ui));
    return w && w->flags & UI_FOCUSABLE;
}

static void the_default_has_the_focus_first(void **state)
{
    (void)state;
    FakeUi fake;
    fake_ui_init(&fake);
    Screen screen = row_of(4);
    fake_ui_pass(&fake, build, &screen);
    assert_true(ui_focused(&fake.ui) == id_of(1));
    assert_true(ui_find_widget(&fake.ui, id_of(1))->flags & UI_FOCUSED);
    fake_ui_deinit(&fake);
}

/* News lies over the ring: once the focus is settled, the end draws none. */
static void what_is_drawn_once_the_focus_is_settled_lies_over_its_ring(void **state)
{
    (void)state;
    FakeUi fake;
    fake_ui_init(&fake);
    Screen screen = row_of(4);
    fake_ui_pass(&fake, build, &screen);
    ui_begin(&fake.ui, &fake.input);
    build(&fake.ui, &screen);
    int before = fake.ui.draw->count;
    ui_settle(&fake.ui);
    int settled = fake.ui.draw->count;
    assert_true(settled > before);
    ui_end(&fake.ui);
    assert_int_equal(fake.ui.draw->count, settled);
    assert_true(ui_focused(&fake.ui) == id_of(1));
    fake_ui_deinit(&fake);
}

static void confirm_a_hot_key_and_a_click_activate_once(void **state)
{
    (void)state;
    FakeUi fake;
    fake_ui_init(&fake);
    Screen screen = row_of(4);
    fake_ui_pass(&fake, build, &screen);
    fake_ui_key(&fake, KEY_ENTER, build, &screen);
    assert_int_equal(screen.activations[1], 1);
    fake_ui_pad(&fake, PAD_A, build, &screen);
    assert_int_equal(screen.activations[1], 2);
    fake_ui_key(&fake, KEY_D, build, &screen);
    assert_int_equal(screen.activations[3], 1);
    fake_ui_click(&fake, DEVICE_MOUSE, (Vec){150, 120}, build, &screen);
    assert_int_equal(screen.activations[0], 1);
    assert_true(ui_focused(&fake.ui) == id_of(0));
    fake_ui_click(&fake, DEVICE_TOUCH, (Vec){390, 120}, build, &screen);
    assert_int_equal(screen.activations[2], 1);
    fake_ui_deinit(&fake);
}

static void a_press_that_is_let_go_elsewhere_does_nothing(void **state)
{
    (void)state;
    FakeUi fake;
    fake_ui_init(&fake);
    Screen screen = row_of(4);
    fake_ui_pass(&fake, build, &screen);
    fake_ui_point(&fake, INPUT_POINTER_DOWN, DEVICE_MOUSE, (Vec){150, 120}, build, &screen);
    assert_true(ui_find_widget(&fake.ui, id_of(0))->flags & UI_PRESSED);
    fake_ui_point(&fake, INPUT_POINTER_UP, DEVICE_MOUSE, (Vec){390, 120}, build, &screen);
    assert_int_equal(screen.activations[0] + screen.activations[2], 0);
    fake_ui_deinit(&fake);
}

static void hovering_moves_no_focus(void **state)
{
    (void)state;
    FakeUi fake;
    fake_ui_init(&fake);
    Screen screen = row_of(4);
    fake_ui_pass(&fake, build, &screen);
    fake_ui_point(&fake, INPUT_POINTER_MOVE, DEVICE_MOUSE, (Vec){390, 120}, build, &screen);
    assert_true(ui_find_widget(&fake.ui, id_of(2))->flags & UI_HOVERED);
    assert_true(ui_focused(&fake.ui) == id_of(1));
    fake_ui_deinit(&fake);
}

static void tiles_act_when_they_are_pressed(void **state)
{
    (void)state;
    FakeUi fake;
    fake_ui_init(&fake);
    Screen screen = row_of(2);
    screen.widgets[0].flags |= UI_ACTS_ON_PRESS;
    fake_ui_pass(&fake, build, &screen);
    fake_ui_point(&fake, INPUT_POINTER_DOWN, DEVICE_TOUCH, (Vec){150, 120}, build, &screen);
    assert_int_equal(screen.activations[0], 1);
    fake_ui_point(&fake, INPUT_POINTER_UP, DEVICE_TOUCH, (Vec){150, 120}, build, &screen);
    assert_int_equal(screen.activations[0], 1);
    fake_ui_deinit(&fake);
}

static void a_disabled_widget_has_the_focus_but_never_acts(void **state)
{
    (void)state;
    FakeUi fake;
    fake_ui_init(&fake);
    Screen screen = row_of(3);
    screen.widgets[1].flags |= UI_DISABLED;
    fake_ui_pass(&fake, build, &screen);
    assert_true(ui_focused(&fake.ui) == id_of(1));
    fake_ui_key(&fake, KEY_ENTER, build, &screen);
    fake_ui_key(&fake, KEY_B, build, &screen);
    fake_ui_click(&fake, DEVICE_MOUSE, (Vec){250, 120}, build, &screen);
    assert_int_equal(screen.activations[1], 0);
    fake_ui_deinit(&fake);
}

static void when_its_widget_goes_the_nearest_has_the_focus(void **state)
{
    (void)state;
    FakeUi fake;
    fake_ui_init(&fake);
    Screen screen = row_of(5);
    fake_ui_pass(&fake, build, &screen);
    fake_ui_key(&fake, KEY_RIGHT, build, &screen);
    fake_ui_key(&fake, KEY_RIGHT, build, &screen);
    assert_true(ui_focused(&fake.ui) == id_of(3));
    screen.is_there[3] = screen.is_there[4] = false;
    fake_ui_pass(&fake, build, &screen);
    assert_true(ui_focused(&fake.ui) == id_of(2));
    fake_ui_deinit(&fake);
}

static void a_dialog_takes_all_and_gives_the_focus_back(void **state)
{
    (void)state;
    FakeUi fake;
    fake_ui_init(&fake);
    Screen screen = row_of(4);
    fake_ui_pass(&fake, build, &screen);
    fake_ui_key(&fake, KEY_RIGHT, build, &screen);
    screen.has_dialog = true;
    fake_ui_pass(&fake, build, &screen);
    assert_true(ui_focused(&fake.ui) == id_of(MOST + 1));
    fake_ui_key(&fake, KEY_A, build, &screen);
    fake_ui_click(&fake, DEVICE_MOUSE, (Vec){150, 120}, build, &screen);
    assert_int_equal(screen.activations[0], 0);
    fake_ui_key(&fake, KEY_X, build, &screen);
    assert_int_equal(screen.activations[MOST], 1);
    screen.has_dialog = false;
    fake_ui_pass(&fake, build, &screen);
    assert_true(ui_focused(&fake.ui) == id_of(2));
    fake_ui_deinit(&fake);
}

static void coming_back_to_a_screen_the_focus_is_where_it_was(void **state)
{
    (void)state;
    FakeUi fake;
    fake_ui_init(&fake);
    Screen first = row_of(4), second = row_of(3);
    fake_ui_pass(&fake, build, &first);
    fake_ui_key(&fake, KEY_RIGHT, build, &first);
    fake_ui_key(&fake, KEY_RIGHT, build, &first);
    fake.input.screen = 2;
    fake_ui_pass(&fake, build, &second);
    assert_true(ui_focused(&fake.ui) == id_of(1));
    fake.input.screen = 1;
    fake_ui_pass(&fake, build, &first);
    assert_true(ui_focused(&fake.ui) == id_of(3));
    fake.input.screen = 2;
    fake_ui_pass(&fake, build, &second);
    ui_forget_focus(&fake.ui, 1);
    fake.input.screen = 1;
    fake_ui_pass(&fake, build, &first);
    assert_true(ui_focused(&fake.ui) == id_of(1));
    fake_ui_deinit(&fake);
}

static void a_held_arrow_stops_at_the_end_a_new_press_wraps(void **state)
{
    (void)state;
    FakeUi fake;
    fake_ui_init(&fake);
    Screen screen = row_of(3);
    fake_ui_pass(&fake, build, &screen);
    InputEvent held = {.kind = INPUT_KEY_DOWN, .key = KEY_RIGHT, .is_repeat = true};
    for (int i = 0; i < 5; i++) fake_ui_event(&fake, held, build, &screen);
    assert_true(ui_focused(&fake.ui) == id_of(2));
    fake_ui_key(&fake, KEY_RIGHT, build, &screen);
    assert_true(ui_focused(&fake.ui) == id_of(0));
    fake_ui_deinit(&fake);
}

static void an_arrow_into_a_group_goes_to_its_selected_one(void **state)
{
    (void)state;
    FakeUi fake;
    fake_ui_init(&fake);
    Screen screen = {0};
    for (int i = 0; i < 3; i++) {
        add(&screen, (Rect){100 + 120.0f * (float)i, 100, 100, 50}, 0, 0);
        screen.widgets[i].group = 9;
    }
    screen.widgets[2].flags |= UI_SELECTED;
    add(&screen, (Rect){100, 200, 340, 50}, UI_DEFAULT, 0);
    fake_ui_pass(&fake, build, &screen);
    fake_ui_key(&fake, KEY_UP, build, &screen);
    assert_true(ui_focused(&fake.ui) == id_of(2));
    fake_ui_key(&fake, KEY_LEFT, build, &screen);
    assert_true(ui_focused(&fake.ui) == id_of(1));
    fake_ui_deinit(&fake);
}

static void every_row_of_a_long_list_is_reached_and_in_view(void **state)
{
    (void)state;
    FakeUi fake;
    fake_ui_init(&fake);
    Screen screen = {.has_list = true};
    fake_ui_pass(&fake, build, &screen);
    UiId list = ui_id("list");
    assert_true(ui_focused(&fake.ui) == ui_id_index(list, 0));
    InputEvent held = {.kind = INPUT_KEY_DOWN, .key = KEY_DOWN, .is_repeat = true};
    for (int i = 1; i < 100; i++) { /* faster than the list glides */
        fake.input.now_ms += 10;
        fake_ui_event(&fake, held, build, &screen);
        assert_true(ui_focused(&fake.ui) == ui_id_index(list, i));
    }
    fake_ui_key(&fake, KEY_HOME, build, &screen);
    for (int i = 1; i < 60; i++) {
        fake.input.now_ms += 1000;
        fake_ui_key(&fake, KEY_DOWN, build, &screen);
        assert_true(ui_focused(&fake.ui) == ui_id_index(list, i));
        fake.input.now_ms += 1000;
        fake_ui_pass(&fake, build, &screen);
        Rect r = ui_find_widget(&fake.ui, ui_id_index(list, i))->rect;
        assert_true(r.y >= 100 && r.y + r.h <= 500);
    }
    fake_ui_key(&fake, KEY_HOME, build, &screen);
    fake_ui_key(&fake, KEY_UP, build, &screen);
    assert_true(ui_focused(&fake.ui) == ui_id_index(list, 0)); /* no wrapping in a long list */
    fake_ui_key(&fake, KEY_END, build, &screen);
    assert_true(ui_focused(&fake.ui) == ui_id_index(list, LIST_ROWS - 1));
    fake_ui_key(&fake, KEY_PAGE_UP, build, &screen);
    assert_true(ui_focused(&fake.ui) == ui_id_index(list, LIST_ROWS - 1 - 5));
    fake_ui_key(&fake, KEY_HOME, build, &screen);
    assert_true(ui_focused(&fake.ui) == ui_id_index(list, 0));
    fake_ui_deinit(&fake);
}

/* A control above a list, and the list scrolled: what it hides up there is not in the way. */
static void an_arrow_never_leads_to_what_was_scrolled_out_of_view(void **state)
{
    (void)state;
    FakeUi fake;
    fake_ui_init(&fake);
    Screen screen = {.has_list = true};
    add(&screen, (Rect){100, 40, 100, 40}, 0, 0);
    add(&screen, (Rect){220, 40, 100, 40}, 0, 0);
    fake_ui_pass(&fake, build, &screen);
    ui_focus(&fake.ui, ui_id_index(ui_id("list"), 0));
    fake_ui_pass(&fake, build, &screen);
    for (int i = 0; i < 12; i++) {
        fake.input.now_ms += 1000;
        fake_ui_key(&fake, KEY_DOWN, build, &screen);
        fake_ui_pass(&fake, build, &screen);
    }
    fake.input.now_ms += 1000;
    fake_ui_pass(&fake, build, &screen);
    ui_focus(&fake.ui, id_of(0));
    fake_ui_pass(&fake, build, &screen);
    fake_ui_key(&fake, KEY_RIGHT, build, &screen);
    assert_true(ui_focused(&fake.ui) == id_of(1));
    fake_ui_key(&fake, KEY_LEFT, build, &screen);
    assert_true(ui_focused(&fake.ui) == id_of(0));
    fake_ui_deinit(&fake);
}

static float first_row_y(const FakeUi *fake)
{
    int count;
    const UiWidget *w = ui_widgets(&fake->ui, &count);
    for (int i = 0; i < count; i++) {
        if (w[i].role == ROLE_ROW) return w[i].rect.y;
    }
    return 0;
}

static void wheel_and_finger_scroll_and_a_drag_presses_nothing(void **state)
{
    (void)state;
    FakeUi fake;
    fake_ui_init(&fake);
    Screen screen = {.has_list = true};
    fake_ui_pass(&fake, build, &screen);
    InputEvent wheel = {.kind = INPUT_WHEEL, .device = DEVICE_MOUSE, .at = {1000, 300}, .amount = -0.5f};
    fake_ui_event(&fake, wheel, build, &screen);
    fake.input.now_ms += 1000;
    fake_ui_pass(&fake, build, &screen);
    assert_float_equal(first_row_y(&fake), 100 - 36, 0.01);
    fake_ui_point(&fake, INPUT_POINTER_DOWN, DEVICE_TOUCH, (Vec){1000, 300}, build, &screen);
    for (int y = 295; y >= 280; y -= 5) {
        fake.input.now_ms += 100;
        fake_ui_point(&fake, INPUT_POINTER_MOVE, DEVICE_TOUCH, (Vec){1000, (float)y}, build, &screen);
    }
    fake.input.now_ms += 500; /* the finger rests: no gliding on */
    fake_ui_point(&fake, INPUT_POINTER_UP, DEVICE_TOUCH, (Vec){1000, 280}, build, &screen);
    fake.input.now_ms += 1000;
    fake_ui_pass(&fake, build, &screen);
    assert_float_equal(first_row_y(&fake), 100 - 36 - 15, 0.01);
    assert_true(has_focus(&fake));
    fake_ui_deinit(&fake);
}

/* Any layout, any actions: something focusable has the focus after each, and arrows alone get everywhere. */
static void the_focus_is_never_lost_whatever_is_pressed(void **state)
{
    (void)state;
    static const int keys[] = {KEY_UP,    KEY_DOWN,      KEY_LEFT, KEY_RIGHT,
                               KEY_ENTER, KEY_PAGE_DOWN, KEY_A,    KEY_HOME};
    for (uint64_t seed = 0; seed < 40; seed++) {
        FakeUi fake;
        fake_ui_init(&fake);
        Rng rng;
        rng_seed(&rng, seed);
        Screen screen = {.has_list = seed % 4 == 0};
        int count = 1 + (int)rng_below(&rng, MOST - 1);
        for (int i = 0; i < count; i++)
            add(&screen,
                (Rect){(float)rng_below(&rng, 800), (float)rng_below(&rng, 600),
                       20 + (float)rng_below(&rng, 200), 20 + (float)rng_below(&rng, 80)},
                rng_below(&rng, 6) == 0 ? UI_TAKES_X : 0, 0);
        fake_ui_pass(&fake, build, &screen);
        for (int step = 0; step < 150; step++) {
            if (rng_below(&rng, 10) == 0) screen.is_there[rng_below(&rng, (uint64_t)count)] ^= true;
            if (rng_below(&rng, 25) == 0) screen.has_dialog = !screen.has_dialog;
            screen.is_there[0] = true;
            fake.input.now_ms += 30;
            fake_ui_key(&fake, keys[rng_below(&rng, 8)], build, &screen);
            assert_true(has_focus(&fake));
        }
        fake_ui_deinit(&fake);
    }
}

/* A random walk of arrows comes by every widget. */
static void arrows_alone_reach_every_widget(void **state)
{
    (void)state;
    for (uint64_t seed = 100; seed < 130; seed++) {
        FakeUi fake;
        fake_ui_init(&fake);
        Rng rng;
        rng_seed(&rng, seed);
        Screen screen = {0};
        int count = 2 + (int)rng_below(&rng, 12);
        for (int i = 0; i < count; i++)
            add(&screen, (Rect){(float)rng_below(&rng, 1000), (float)rng_below(&rng, 600), 100, 40}, 0, 0);
        bool seen[MOST] = {false};
        int found = 0;
        for (int presses = 0; presses < 4000 && found < count; presses++) {
            fake_ui_key(&fake, KEY_RIGHT + (int)rng_below(&rng, 4), build, &screen);
            for (int i = 0; i < count; i++) {
                if (ui_focused(&fake.ui) != id_of(i) || seen[i]) continue;
                seen[i] = true;
                found++;
            }
        }
        if (found < count) fail_msg("seed %d: %d of %d", (int)seed, found, count);
        fake_ui_deinit(&fake);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_default_has_the_focus_first),
        cmocka_unit_test(what_is_drawn_once_the_focus_is_settled_lies_over_its_ring),
        cmocka_unit_test(confirm_a_hot_key_and_a_click_activate_once),
        cmocka_unit_test(a_press_that_is_let_go_elsewhere_does_nothing),
        cmocka_unit_test(hovering_moves_no_focus),
        cmocka_unit_test(tiles_act_when_they_are_pressed),
        cmocka_unit_test(a_disabled_widget_has_the_focus_but_never_acts),
        cmocka_unit_test(when_its_widget_goes_the_nearest_has_the_focus),
        cmocka_unit_test(a_dialog_takes_all_and_gives_the_focus_back),
        cmocka_unit_test(coming_back_to_a_screen_the_focus_is_where_it_was),
        cmocka_unit_test(a_held_arrow_stops_at_the_end_a_new_press_wraps),
        cmocka_unit_test(an_arrow_into_a_group_goes_to_its_selected_one),
        cmocka_unit_test(every_row_of_a_long_list_is_reached_and_in_view),
        cmocka_unit_test(an_arrow_never_leads_to_what_was_scrolled_out_of_view),
        cmocka_unit_test(wheel_and_finger_scroll_and_a_drag_presses_nothing),
        cmocka_unit_test(the_focus_is_never_lost_whatever_is_pressed),
        cmocka_unit_test(arrows_alone_reach_every_widget),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
