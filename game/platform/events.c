#include "platform/events.h"

#include <stdio.h>

void events_init(Events *events)
{
    *events = (Events){.units_per_point = 1, .wake_event = SDL_RegisterEvents(1)};
    pads_init(&events->pads);
    drops_init(&events->drops);
}

void events_deinit(Events *events)
{
    pads_deinit(&events->pads);
    drops_deinit(&events->drops);
}

int64_t events_time_ms(Uint32 timestamp)
{
    Uint64 now = SDL_GetTicks64();
    return (int64_t)(now - (Uint32)((Uint32)now - timestamp));
}

static unsigned mods_of(Uint16 mods)
{
    unsigned ours = 0;
    if (mods & KMOD_SHIFT) ours |= MOD_SHIFT;
    if (mods & KMOD_CTRL) ours |= MOD_CTRL;
    if (mods & KMOD_ALT) ours |= MOD_ALT;
    if (mods & KMOD_GUI) ours |= MOD_GUI;
    return ours;
}

static void push(Events *events, const SDL_Event *event, InputEvent ours)
{
    ours.time_ms = events_time_ms(event->common.timestamp);
    input_queue_push(&events->queue, ours);
}

static void push_kind(Events *events, const SDL_Event *event, InputEventKind kind)
{
    push(events, event, (InputEvent){.kind = kind});
}

/* What the key types in the player's layout, if that is of ASCII: Ctrl and C are where the layout has its C.
 */
static void name_letter(SDL_Keycode code, InputEvent *ours)
{
    if (code > ' ' && code < 0x7F) ours->text[0] = (char)code;
}

/* SDL's scancodes are the usages of HID page 7; 0 is a key that it doesn't know. */
static void push_key(Events *events, const SDL_Event *event)
{
    if (event->key.keysym.scancode == SDL_SCANCODE_UNKNOWN) return;
    InputEvent ours = {.kind = event->type == SDL_KEYDOWN ? INPUT_KEY_DOWN : INPUT_KEY_UP,
                       .device = DEVICE_KEYBOARD,
                       .key = (int)event->key.keysym.scancode,
                       .mods = mods_of(event->key.keysym.mod),
                       .is_repeat = event->key.repeat != 0};
    name_letter(event->key.keysym.sym, &ours);
    push(events, event, ours);
}

static void push_text(Events *events, const SDL_Event *event)
{
    bool is_editing = event->type == SDL_TEXTEDITING;
    InputEvent ours = {.kind = is_editing ? INPUT_TEXT_EDITING : INPUT_TEXT,
                       .device = DEVICE_KEYBOARD,
                       .cursor = is_editing ? event->edit.start : 0};
    snprintf(ours.text, sizeof ours.text, "%s", is_editing ? event->edit.text : event->text.text);
    push(events, event, ours);
}

static Vec to_units(const Events *events, float x, float y)
{
    return (Vec){x * events->units_per_point, y * events->units_per_point};
}

static int button_of(Uint8 button)
{
    return button == SDL_BUTTON_RIGHT ? 3 : button == SDL_BUTTON_MIDDLE ? 2 : button;
}

static void push_mouse(Events *events, const SDL_Event *event)
{
    InputEvent ours = {.device = DEVICE_MOUSE};
    if (event->type == SDL_MOUSEMOTION) {
        ours.kind = INPUT_POINTER_MOVE;
        ours.at = to_units(events, (float)event->motion.x, (float)event->motion.y);
    } else {
        ours.kind = event->type == SDL_MOUSEBUTTONDOWN ? INPUT_POINTER_DOWN : INPUT_POINTER_UP;
        ours.at = to_units(events, (float)event->button.x, (float)event->button.y);
        ours.pointer_button = button_of(event->button.button);
    }
    push(events, event, ours);
}

static void push_wheel(Events *events, const SDL_Event *event)
{
    bool is_flipped = event->wheel.direction == SDL_MOUSEWHEEL_FLIPPED;
    push(events, event,
         (InputEvent){.kind = INPUT_WHEEL,
                      .device = DEVICE_MOUSE,
                      .at = to_units(events, (float)event->wheel.mouseX, (float)event->wheel.mouseY),
                      .amount = is_flipped ? -event->wheel.preciseY : event->wheel.preciseY});
}

static void push_touch(Events *events, const SDL_Event *event, InputEventKind kind)
{
    push(events, event,
         (InputEvent){.kind = kind, .device = DEVICE_TOUCH, .at = events->touched_at, .pointer_button = 1});
}

/* One finger points at a time. A second one that comes down ends the first one's touch where it is, so quick
   taps with two thumbs are two taps. */
static void handle_finger(Events *events, const SDL_Event *event)
{
    const SDL_TouchFingerEvent *f = &event->tfinger;
    if (event->type == SDL_FINGERDOWN) {
        if (events->is_touching) push_touch(events, event, INPUT_POINTER_UP);
        events->is_touching = true;
        events->finger = f->fingerId;
    }
    if (!events->is_touching || f->fingerId != events->finger) return;
    events->touched_at = to_units(events, f->x * events->window_w, f->y * events->window_h);
    if (event->type == SDL_FINGERDOWN) {
        push_touch(events, event, INPUT_POINTER_MOVE);
        push_touch(events, event, INPUT_POINTER_DOWN);
    } else if (event->type == SDL_FINGERMOTION) {
        push_touch(events, event, INPUT_POINTER_MOVE);
    } else {
        events->is_touching = false;
        push_touch(events, event, INPUT_POINTER_UP);
    }
}

static void handle_window(Events *events, const SDL_Event *event)
{
    switch (event->window.event) {
    case SDL_WINDOWEVENT_FOCUS_LOST:
        pads_let_go(&events->pads);
        push_kind(events, event, INPUT_FOCUS_LOST);
        break;
    case SDL_WINDOWEVENT_FOCUS_GAINED: push_kind(events, event, INPUT_FOCUS_GAINED); break;
    case SDL_WINDOWEVENT_SIZE_CHANGED: push_kind(events, event, INPUT_RESIZED); break;
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_RESTORED: push_kind(events, event, INPUT_EXPOSED); break;
    default: break;
    }
}

/* Its text is ours to free. */
static void handle_drop(Events *events, const SDL_Event *event)
{
    if (event->type == SDL_DROPBEGIN) drops_begin(&events->drops);
    if (event->type == SDL_DROPFILE) drops_add_file(&events->drops, event->drop.file);
    if (event->type == SDL_DROPTEXT) drops_add_line(&events->drops, event->drop.file);
    SDL_free(event->drop.file);
    if (event->type == SDL_DROPCOMPLETE && drops_end(&events->drops)) push_kind(events, event, INPUT_DROP);
}

void events_handle(Events *events, const SDL_Event *event)
{
    switch (event->type) {
    case SDL_QUIT: push_kind(events, event, INPUT_QUIT); break;
    case SDL_WINDOWEVENT: handle_window(events, event); break;
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET: push_kind(events, event, INPUT_EXPOSED); break;
    case SDL_KEYDOWN:
    case SDL_KEYUP: push_key(events, event); break;
    case SDL_KEYMAPCHANGED: push_kind(events, event, INPUT_LAYOUT_CHANGED); break;
    case SDL_TEXTINPUT:
    case SDL_TEXTEDITING: push_text(events, event); break;
    case SDL_MOUSEMOTION:
        if (event->motion.which != SDL_TOUCH_MOUSEID) push_mouse(events, event);
        break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        if (event->button.which != SDL_TOUCH_MOUSEID) push_mouse(events, event);
        break;
    case SDL_MOUSEWHEEL: push_wheel(events, event); break;
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
    case SDL_FINGERMOTION: handle_finger(events, event); break;
    case SDL_DROPBEGIN:
    case SDL_DROPFILE:
    case SDL_DROPTEXT:
    case SDL_DROPCOMPLETE: handle_drop(events, event); break;
    default:
        if (event->type == events->wake_event) push_kind(events, event, INPUT_WAKE);
        pads_handle(&events->pads, event, events_time_ms(event->common.timestamp), &events->queue);
    }
}
