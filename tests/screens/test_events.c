/* SDL's events, made by hand, and a virtual pad: no window, no display. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "platform/events.h"

static int open_events(void **state)
{
    static Events events;
    SDL_SetHint(SDL_HINT_JOYSTICK_ALLOW_BACKGROUND_EVENTS, "1");
    if (SDL_Init(SDL_INIT_EVENTS | SDL_INIT_GAMECONTROLLER) != 0) return -1;
    events_init(&events);
    events.window_w = 1280;
    events.window_h = 720;
    *state = &events;
    return 0;
}

static int close_events(void **state)
{
    events_deinit(*state);
    SDL_Quit();
    return 0;
}

static InputEvent next(Events *events)
{
    InputEvent event = {.kind = INPUT_NONE};
    input_queue_pop(&events->queue, &event);
    return event;
}

static void keys_are_hid_usages_with_their_modifiers(void **state)
{
    Events *events = *state;
    SDL_Event event = {.type = SDL_KEYDOWN};
    event.key.keysym.scancode = SDL_SCANCODE_Q;
    event.key.keysym.mod = KMOD_LSHIFT | KMOD_RCTRL;
    event.key.repeat = 1;
    events_handle(events, &event);
    InputEvent ours = next(events);
    assert_int_equal(ours.kind, INPUT_KEY_DOWN);
    assert_int_equal(ours.device, DEVICE_KEYBOARD);
    assert_int_equal(ours.key, 0x14);
    assert_int_equal(ours.mods, MOD_SHIFT | MOD_CTRL);
    assert_true(ours.is_repeat);
    event.key.keysym.scancode = SDL_SCANCODE_UNKNOWN;
    events_handle(events, &event);
    assert_int_equal(events->queue.count, 0);
}

/* On Dvorak's layout C is where others have I. */
static void a_key_names_its_letter_in_the_layout(void **state)
{
    Events *events = *state;
    SDL_Event event = {.type = SDL_KEYDOWN};
    event.key.keysym.scancode = SDL_SCANCODE_I;
    event.key.keysym.sym = SDLK_c;
    events_handle(events, &event);
    InputEvent ours = next(events);
    assert_int_equal(ours.key, SDL_SCANCODE_I);
    assert_string_equal(ours.text, "c");
    event.key.keysym.sym = SDLK_F1;
    events_handle(events, &event);
    assert_string_equal(next(events).text, "");
}

static void the_time_is_the_event_s_own(void **state)
{
    Events *events = *state;
    SDL_Delay(20);
    Uint64 now = SDL_GetTicks64();
    SDL_Event event = {.type = SDL_KEYDOWN};
    event.key.keysym.scancode = SDL_SCANCODE_A;
    event.common.timestamp = (Uint32)now - 15;
    events_handle(events, &event);
    assert_int_equal(next(events).time_ms, (int64_t)now - 15);
}

static void places_come_in_units(void **state)
{
    Events *events = *state;
    events->units_per_point = 0.5f;
    SDL_Event event = {.type = SDL_MOUSEBUTTONDOWN};
    event.button.x = 400;
    event.button.y = 100;
    event.button.button = SDL_BUTTON_RIGHT;
    events_handle(events, &event);
    events->units_per_point = 1;
    InputEvent ours = next(events);
    assert_int_equal(ours.kind, INPUT_POINTER_DOWN);
    assert_int_equal(ours.pointer_button, 3);
    assert_float_equal(ours.at.x, 200, 0);
    assert_float_equal(ours.at.y, 50, 0);
}

static void a_mouse_made_of_touches_is_not_heard_twice(void **state)
{
    Events *events = *state;
    SDL_Event event = {.type = SDL_MOUSEBUTTONDOWN};
    event.button.which = SDL_TOUCH_MOUSEID;
    events_handle(events, &event);
    assert_int_equal(events->queue.count, 0);
}

static void touch(Events *events, Uint32 type, SDL_FingerID finger, float x)
{
    SDL_Event event = {.type = type};
    event.tfinger.fingerId = finger;
    event.tfinger.x = x;
    event.tfinger.y = 0.5f;
    events_handle(events, &event);
}

static void two_quick_thumbs_are_two_taps(void **state)
{
    Events *events = *state;
    touch(events, SDL_FINGERDOWN, 1, 0.25f);
    touch(events, SDL_FINGERDOWN, 2, 0.75f);
    touch(events, SDL_FINGERUP, 1, 0.25f);
    touch(events, SDL_FINGERUP, 2, 0.75f);
    static const struct {
        InputEventKind kind;
        float x;
    } WANTED[] = {{INPUT_POINTER_MOVE, 320}, {INPUT_POINTER_DOWN, 320}, {INPUT_POINTER_UP, 320},
                  {INPUT_POINTER_MOVE, 960}, {INPUT_POINTER_DOWN, 960}, {INPUT_POINTER_UP, 960}};
    for (size_t i = 0; i < sizeof WANTED / sizeof *WANTED; i++) {
        InputEvent ours = next(events);
        assert_int_equal(ours.kind, WANTED[i].kind);
        assert_int_equal(ours.device, DEVICE_TOUCH);
        assert_float_equal(ours.at.x, WANTED[i].x, 0.01);
    }
    assert_int_equal(events->queue.count, 0);
}

static void a_wheel_that_is_flipped_turns_the_same_way(void **state)
{
    Events *events = *state;
    SDL_Event event = {.type = SDL_MOUSEWHEEL};
    event.wheel.preciseY = -1.5f;
    event.wheel.direction = SDL_MOUSEWHEEL_FLIPPED;
    events_handle(events, &event);
    assert_float_equal(next(events).amount, 1.5f, 0);
}

static void text_comes_whole_and_compositions_with_their_cursor(void **state)
{
    Events *events = *state;
    SDL_Event event = {.type = SDL_TEXTEDITING};
    strcpy(event.edit.text, "にほ");
    event.edit.start = 2;
    events_handle(events, &event);
    InputEvent ours = next(events);
    assert_int_equal(ours.kind, INPUT_TEXT_EDITING);
    assert_string_equal(ours.text, "にほ");
    assert_int_equal(ours.cursor, 2);
}

static void other_threads_news_arrive_as_a_wake(void **state)
{
    Events *events = *state;
    SDL_Event event = {.type = events->wake_event};
    events_handle(events, &event);
    assert_int_equal(next(events).kind, INPUT_WAKE);
}

static void drop(Events *events, Uint32 type, const char *text)
{
    SDL_Event event = {.type = type};
    event.drop.file = text ? SDL_strdup(text) : NULL;
    events_handle(events, &event);
}

static void files_dropped_together_are_one_drop(void **state)
{
    Events *events = *state;
    Arena arena;
    Drop got;
    arena_init(&arena, 0);
    char path[2000];
    memset(path, 'a', sizeof path - 1); /* longer than an event's text */
    path[sizeof path - 1] = '\0';
    drop(events, SDL_DROPBEGIN, NULL);
    drop(events, SDL_DROPFILE, path);
    drop(events, SDL_DROPFILE, "/tmp/b c.csv");
    assert_int_equal(events->queue.count, 0);
    drop(events, SDL_DROPCOMPLETE, NULL);
    assert_int_equal(next(events).kind, INPUT_DROP);
    assert_true(drops_take(&events->drops, &arena, &got));
    assert_int_equal(got.path_count, 2);
    assert_string_equal(got.paths[0].data, path);
    assert_string_equal(got.paths[1].data, "/tmp/b c.csv");
    assert_int_equal(got.text.size, 0);
    assert_false(drops_take(&events->drops, &arena, &got));
    arena_deinit(&arena);
}

static void lines_of_a_dropped_text_are_one_text(void **state)
{
    Events *events = *state;
    Arena arena;
    Drop got;
    arena_init(&arena, 0);
    drop(events, SDL_DROPBEGIN, NULL);
    drop(events, SDL_DROPTEXT, "chat\tcat");
    drop(events, SDL_DROPTEXT, "chien\tdog");
    drop(events, SDL_DROPCOMPLETE, NULL);
    assert_int_equal(next(events).kind, INPUT_DROP);
    assert_true(drops_take(&events->drops, &arena, &got));
    assert_int_equal(got.path_count, 0);
    assert_string_equal(got.text.data, "chat\tcat\nchien\tdog\n");
    drop(events, SDL_DROPBEGIN, NULL);
    drop(events, SDL_DROPCOMPLETE, NULL);
    assert_int_equal(events->queue.count, 0); /* nothing came */
    arena_deinit(&arena);
}

/* --- a virtual pad --- */

static void pump(Events *events)
{
    SDL_Event event;
    SDL_JoystickUpdate();
    while (SDL_PollEvent(&event)) events_handle(events, &event);
}

static SDL_Joystick *plug(int *device)
{
    SDL_VirtualJoystickDesc desc = {.version = SDL_VIRTUAL_JOYSTICK_DESC_VERSION,
                                    .type = SDL_JOYSTICK_TYPE_GAMECONTROLLER,
                                    .naxes = SDL_CONTROLLER_AXIS_MAX,
                                    .nbuttons = SDL_CONTROLLER_BUTTON_MAX,
                                    .name = "Test pad"};
    *device = SDL_JoystickAttachVirtualEx(&desc);
    assert_true(*device >= 0);
    return SDL_JoystickOpen(*device);
}

/* A pad that was just plugged in; its own events are taken. */
static SDL_Joystick *open_pad(Events *events, int *device)
{
    SDL_Joystick *pad = plug(device);
    assert_non_null(pad);
    for (int axis = 0; axis < SDL_CONTROLLER_AXIS_MAX; axis++) SDL_JoystickSetVirtualAxis(pad, axis, 0);
    for (int trigger = SDL_CONTROLLER_AXIS_TRIGGERLEFT; trigger < SDL_CONTROLLER_AXIS_MAX; trigger++)
        SDL_JoystickSetVirtualAxis(pad, trigger, SDL_JOYSTICK_AXIS_MIN);
    pump(events);
    assert_int_equal(pads_count(&events->pads), 1);
    while (events->queue.count > 0) next(events);
    return pad;
}

static void close_pad(Events *events, SDL_Joystick *pad, int device)
{
    SDL_JoystickClose(pad);
    SDL_JoystickDetachVirtual(device);
    pump(events);
    assert_int_equal(pads_count(&events->pads), 0);
    while (events->queue.count > 0) next(events);
}

static void pads_come_and_go_while_the_game_runs(void **state)
{
    Events *events = *state;
    int device;
    SDL_Joystick *pad = plug(&device);
    pump(events);
    assert_int_equal(next(events).kind, INPUT_PADS_CHANGED);
    SDL_JoystickClose(pad);
    SDL_JoystickDetachVirtual(device);
    pump(events);
    while (events->queue.count > 1) next(events);
    assert_int_equal(next(events).kind, INPUT_PADS_CHANGED);
    assert_int_equal(pads_count(&events->pads), 0);
}

static void a_button_goes_down_and_up(void **state)
{
    Events *events = *state;
    int device;
    SDL_Joystick *pad = open_pad(events, &device);
    SDL_JoystickSetVirtualButton(pad, SDL_CONTROLLER_BUTTON_Y, 1);
    pump(events);
    InputEvent ours = next(events);
    assert_int_equal(ours.kind, INPUT_PAD_DOWN);
    assert_int_equal(ours.button, PAD_Y);
    SDL_JoystickSetVirtualButton(pad, SDL_CONTROLLER_BUTTON_Y, 0);
    pump(events);
    assert_int_equal(next(events).kind, INPUT_PAD_UP);
    close_pad(events, pad, device);
}

static void a_trembling_stick_is_one_press(void **state)
{
    Events *events = *state;
    int device;
    SDL_Joystick *pad = open_pad(events, &device);
    static const Sint16 MOVES[] = {9000, 19000, 16000, 19000, 15000, 5000, 0};
    for (size_t i = 0; i < sizeof MOVES / sizeof *MOVES; i++) {
        SDL_JoystickSetVirtualAxis(pad, SDL_CONTROLLER_AXIS_LEFTX, MOVES[i]);
        pump(events);
    }
    InputEvent ours = next(events);
    assert_int_equal(ours.kind, INPUT_PAD_DOWN);
    assert_int_equal(ours.button, PAD_RIGHT);
    ours = next(events);
    assert_int_equal(ours.kind, INPUT_PAD_UP);
    assert_int_equal(ours.button, PAD_RIGHT);
    assert_int_equal(events->queue.count, 0);
    close_pad(events, pad, device);
}

static void triggers_are_buttons(void **state)
{
    Events *events = *state;
    int device;
    SDL_Joystick *pad = open_pad(events, &device);
    SDL_JoystickSetVirtualAxis(pad, SDL_CONTROLLER_AXIS_TRIGGERRIGHT, SDL_JOYSTICK_AXIS_MAX);
    pump(events);
    InputEvent ours = next(events);
    assert_int_equal(ours.kind, INPUT_PAD_DOWN);
    assert_int_equal(ours.button, PAD_RT);
    close_pad(events, pad, device);
}

static void a_held_direction_repeats_after_a_while(void **state)
{
    Events *events = *state;
    int device;
    SDL_Joystick *pad = open_pad(events, &device);
    SDL_JoystickSetVirtualButton(pad, SDL_CONTROLLER_BUTTON_DPAD_DOWN, 1);
    pump(events);
    int64_t pressed_ms = next(events).time_ms;
    assert_int_equal(pads_due_ms(&events->pads), pressed_ms + 400);
    pads_repeat(&events->pads, pressed_ms + 399, &events->queue);
    assert_int_equal(events->queue.count, 0);
    pads_repeat(&events->pads, pressed_ms + 400, &events->queue);
    InputEvent ours = next(events);
    assert_int_equal(ours.button, PAD_DOWN);
    assert_true(ours.is_repeat);
    assert_int_equal(pads_due_ms(&events->pads), pressed_ms + 500);
    SDL_JoystickSetVirtualButton(pad, SDL_CONTROLLER_BUTTON_DPAD_DOWN, 0);
    pump(events);
    assert_true(pads_due_ms(&events->pads) == INT64_MAX);
    close_pad(events, pad, device);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_are_hid_usages_with_their_modifiers),
        cmocka_unit_test(a_key_names_its_letter_in_the_layout),
        cmocka_unit_test(the_time_is_the_event_s_own),
        cmocka_unit_test(places_come_in_units),
        cmocka_unit_test(a_mouse_made_of_touches_is_not_heard_twice),
        cmocka_unit_test(two_quick_thumbs_are_two_taps),
        cmocka_unit_test(a_wheel_that_is_flipped_turns_the_same_way),
        cmocka_unit_test(text_comes_whole_and_compositions_with_their_cursor),
        cmocka_unit_test(other_threads_news_arrive_as_a_wake),
        cmocka_unit_test(files_dropped_together_are_one_drop),
        cmocka_unit_test(lines_of_a_dropped_text_are_one_text),
        cmocka_unit_test(pads_come_and_go_while_the_game_runs),
        cmocka_unit_test(a_button_goes_down_and_up),
        cmocka_unit_test(a_trembling_stick_is_one_press),
        cmocka_unit_test(triggers_are_buttons),
        cmocka_unit_test(a_held_direction_repeats_after_a_while),
    };
    return cmocka_run_group_tests(tests, open_events, close_events);
}
