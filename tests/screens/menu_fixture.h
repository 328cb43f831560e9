/* What the tests of menu screens share: find a control by its words, press it, type, see texts. */
#ifndef MATCHWICK_TESTS_SCREENS_MENU_FIXTURE_H
#define MATCHWICK_TESTS_SCREENS_MENU_FIXTURE_H

#include "app_fixture.h"

/* The last put wins: a dialog's button, not the one below it. NULL if there is none. */
static inline const UiWidget *menu_find(const AppFixture *fixture, const char *label)
{
    int count;
    const UiWidget *widgets = ui_widgets(app_ui(fixture->app), &count), *found = NULL;
    for (int i = 0; i < count; i++)
        if (str_is(widgets[i].label, str_of(label)) && widgets[i].role != ROLE_TEXT) found = &widgets[i];
    return found;
}

static inline const UiWidget *menu_get(const AppFixture *fixture, const char *label)
{
    const UiWidget *widget = menu_find(fixture, label);
    if (!widget) fail_msg("no control is called \"%s\"", label);
    return widget;
}

/* A label of a heading, a message, a row: anything that narration reads. */
static inline bool menu_says(const AppFixture *fixture, const char *part)
{
    int count;
    const UiWidget *widgets = ui_widgets(app_ui(fixture->app), &count);
    for (int i = 0; i < count; i++)
        if (strstr(widgets[i].label.data, part) || strstr(widgets[i].value.data, part)) return true;
    return false;
}

/* By the mouse, in its middle. */
static inline void menu_click(AppFixture *fixture, const char *label)
{
    platform_null_click(&fixture->null, rect_center(menu_get(fixture, label)->rect));
    fixture_run(fixture, 400);
}

static inline void menu_type(AppFixture *fixture, const char *text)
{
    InputEvent event = {.kind = INPUT_TEXT, .device = DEVICE_KEYBOARD};
    snprintf(event.text, sizeof event.text, "%s", text);
    platform_null_push(&fixture->null, event);
    fixture_run(fixture, 32);
}

static inline void menu_pad(AppFixture *fixture, PadButton button)
{
    platform_null_press_pad(&fixture->null, button);
    fixture_run(fixture, 32);
}

static inline void menu_open(AppFixture *fixture, ScreenId screen, const char *argument)
{
    app_apply(fixture->app, &(Intent){.kind = INTENT_HOME});
    app_apply(fixture->app, &(Intent){.kind = INTENT_OPEN, .screen = screen, .text = str_of(argument)});
    fixture_run(fixture, 400);
    assert_int_equal(app_screen(fixture->app)->id, screen);
}

static inline void menu_set(AppFixture *fixture, const char *key, const char *value)
{
    app_apply(fixture->app, &(Intent){.kind = INTENT_SET, .text = str_of(key), .value = str_of(value)});
    fixture_run(fixture, 32);
}

static inline int menu_start(void **state)
{
    static AppFixture fixture;
    fixture_open(&fixture);
    *state = &fixture;
    return 0;
}

static inline int menu_stop(void **state)
{
    fixture_close(*state);
    return 0;
}

#define MENU_TEST(test) cmocka_unit_test_setup_teardown(test, menu_start, menu_stop)

#endif
