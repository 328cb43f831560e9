#include "platform/pads.h"

/* Of 32767. Letting go needs a clear way back, so that a trembling stick is one press. */
static const int STICK_PRESS = 18000, STICK_LET_GO = 12000, TRIGGER_PRESS = 12000, TRIGGER_LET_GO = 7000;

void pads_init(Pads *pads)
{
    *pads = (Pads){.repeating = PAD_NONE};
}

void pads_deinit(Pads *pads)
{
    for (int i = 0; i < PADS_MAX; i++)
        if (pads->pads[i].controller) SDL_GameControllerClose(pads->pads[i].controller);
    pads_init(pads);
}

static int find_pad(const Pads *pads, SDL_JoystickID id)
{
    for (int i = 0; i < PADS_MAX; i++)
        if (pads->pads[i].controller && pads->pads[i].id == id) return i;
    return -1;
}

static void add_pad(Pads *pads, int device, int64_t time_ms, InputQueue *queue)
{
    if (find_pad(pads, SDL_JoystickGetDeviceInstanceID(device)) >= 0) return;
    for (int i = 0; i < PADS_MAX; i++) {
        Pad *pad = &pads->pads[i];
        if (pad->controller) continue;
        *pad = (Pad){.controller = SDL_GameControllerOpen(device)};
        if (!pad->controller) return;
        pad->id = SDL_JoystickInstanceID(SDL_GameControllerGetJoystick(pad->controller));
        pads->last_used = i;
        input_queue_push(queue, (InputEvent){.kind = INPUT_PADS_CHANGED, .time_ms = time_ms});
        return;
    }
}

static void remove_pad(Pads *pads, SDL_JoystickID id, int64_t time_ms, InputQueue *queue)
{
    int index = find_pad(pads, id);
    if (index < 0) return;
    SDL_GameControllerClose(pads->pads[index].controller);
    pads->pads[index] = (Pad){.controller = NULL};
    pads_let_go(pads);
    input_queue_push(queue, (InputEvent){.kind = INPUT_PADS_CHANGED, .time_ms = time_ms});
}

static bool is_direction(PadButton button)
{
    return button == PAD_UP || button == PAD_DOWN || button == PAD_LEFT || button == PAD_RIGHT;
}

static void push_button(Pads *pads, PadButton button, bool is_down, int64_t time_ms, InputQueue *queue)
{
    input_queue_push(queue, (InputEvent){.kind = is_down ? INPUT_PAD_DOWN : INPUT_PAD_UP,
                                         .device = DEVICE_PAD,
                                         .time_ms = time_ms,
                                         .button = button});
    if (is_down && is_direction(button)) {
        pads->repeating = button;
        pads->repeat_at_ms = time_ms + PADS_REPEAT_FIRST_MS;
    } else if (!is_down && pads->repeating == button) {
        pads_let_go(pads);
    }
}

static void handle_button(Pads *pads, const SDL_ControllerButtonEvent *event, int64_t time_ms,
                          InputQueue *queue)
{
    static const PadButton BUTTONS[] = {[SDL_CONTROLLER_BUTTON_A] = PAD_A,
                                        [SDL_CONTROLLER_BUTTON_B] = PAD_B,
                                        [SDL_CONTROLLER_BUTTON_X] = PAD_X,
                                        [SDL_CONTROLLER_BUTTON_Y] = PAD_Y,
                                        [SDL_CONTROLLER_BUTTON_BACK] = PAD_BACK,
                                        [SDL_CONTROLLER_BUTTON_GUIDE] = PAD_GUIDE,
                                        [SDL_CONTROLLER_BUTTON_START] = PAD_START,
                                        [SDL_CONTROLLER_BUTTON_LEFTSTICK] = PAD_LEFT_STICK,
                                        [SDL_CONTROLLER_BUTTON_RIGHTSTICK] = PAD_RIGHT_STICK,
                                        [SDL_CONTROLLER_BUTTON_LEFTSHOULDER] = PAD_LB,
                                        [SDL_CONTROLLER_BUTTON_RIGHTSHOULDER] = PAD_RB,
                                        [SDL_CONTROLLER_BUTTON_DPAD_UP] = PAD_UP,
                                        [SDL_CONTROLLER_BUTTON_DPAD_DOWN] = PAD_DOWN,
                                        [SDL_CONTROLLER_BUTTON_DPAD_LEFT] = PAD_LEFT,
                                        [SDL_CONTROLLER_BUTTON_DPAD_RIGHT] = PAD_RIGHT};
    int pad = find_pad(pads, event->which);
    if (pad < 0 || event->button >= sizeof BUTTONS / sizeof *BUTTONS) return;
    pads->last_used = pad;
    push_button(pads, BUTTONS[event->button], event->state == SDL_PRESSED, time_ms, queue);
}

/* Of a stick only the axis that is pushed further is pressed. */
static int stick_state(const Pad *pad, int axis, int value)
{
    int before = pad->stick[axis], size = abs(value);
    int other = SDL_GameControllerGetAxis(pad->controller, (SDL_GameControllerAxis)(axis ^ 1));
    int side = value < 0 ? -1 : 1;
    if (before != 0) return size < STICK_LET_GO || side != before ? 0 : before;
    return size > STICK_PRESS && size >= abs(other) ? side : 0;
}

static void move_stick(Pads *pads, Pad *pad, int axis, int value, int64_t time_ms, InputQueue *queue)
{
    static const PadButton ENDS[2][2] = {{PAD_LEFT, PAD_RIGHT}, {PAD_UP, PAD_DOWN}};
    int before = pad->stick[axis], now = stick_state(pad, axis, value);
    if (now == before) return;
    pad->stick[axis] = now;
    if (before != 0) push_button(pads, ENDS[axis & 1][before > 0], false, time_ms, queue);
    if (now != 0) push_button(pads, ENDS[axis & 1][now > 0], true, time_ms, queue);
}

static void move_trigger(Pads *pads, Pad *pad, int side, int value, int64_t time_ms, InputQueue *queue)
{
    bool before = pad->trigger[side], now = value > (before ? TRIGGER_LET_GO : TRIGGER_PRESS);
    if (now == before) return;
    pad->trigger[side] = now;
    push_button(pads, side == 0 ? PAD_LT : PAD_RT, now, time_ms, queue);
}

static void handle_axis(Pads *pads, const SDL_ControllerAxisEvent *event, int64_t time_ms, InputQueue *queue)
{
    int index = find_pad(pads, event->which), axis = event->axis, count = queue->count;
    if (index < 0) return;
    Pad *pad = &pads->pads[index];
    if (axis <= SDL_CONTROLLER_AXIS_RIGHTY)
        move_stick(pads, pad, axis, event->value, time_ms, queue);
    else if (axis <= SDL_CONTROLLER_AXIS_TRIGGERRIGHT)
        move_trigger(pads, pad, axis - SDL_CONTROLLER_AXIS_TRIGGERLEFT, event->value, time_ms, queue);
    if (queue->count != count) pads->last_used = index;
}

void pads_handle(Pads *pads, const SDL_Event *event, int64_t time_ms, InputQueue *queue)
{
    switch (event->type) {
    case SDL_CONTROLLERDEVICEADDED: add_pad(pads, event->cdevice.which, time_ms, queue); break;
    case SDL_CONTROLLERDEVICEREMOVED: remove_pad(pads, event->cdevice.which, time_ms, queue); break;
    case SDL_CONTROLLERBUTTONDOWN:
    case SDL_CONTROLLERBUTTONUP: handle_button(pads, &event->cbutton, time_ms, queue); break;
    case SDL_CONTROLLERAXISMOTION: handle_axis(pads, &event->caxis, time_ms, queue); break;
    default: break;
    }
}

void pads_repeat(Pads *pads, int64_t now_ms, InputQueue *queue)
{
    if (pads->repeating == PAD_NONE || now_ms < pads->repeat_at_ms) return;
    input_queue_push(queue, (InputEvent){.kind = INPUT_PAD_DOWN,
                                         .device = DEVICE_PAD,
                                         .time_ms = now_ms,
                                         .button = pads->repeating,
                                         .is_repeat = true});
    pads->repeat_at_ms = now_ms + PADS_REPEAT_NEXT_MS;
}

int64_t pads_due_ms(const Pads *pads)
{
    return pads->repeating == PAD_NONE ? INT64_MAX : pads->repeat_at_ms;
}

void pads_let_go(Pads *pads)
{
    pads->repeating = PAD_NONE;
}

int pads_count(const Pads *pads)
{
    int count = 0;
    for (int i = 0; i < PADS_MAX; i++) count += pads->pads[i].controller != NULL;
    return count;
}

PadFamily pads_family(const Pads *pads)
{
    SDL_GameController *controller = pads->pads[pads->last_used].controller;
    SDL_GameControllerType type =
        controller ? SDL_GameControllerGetType(controller) : SDL_CONTROLLER_TYPE_UNKNOWN;
    if (type == SDL_CONTROLLER_TYPE_PS3 || type == SDL_CONTROLLER_TYPE_PS4 || type == SDL_CONTROLLER_TYPE_PS5)
        return PAD_FAMILY_PLAYSTATION;
    if (type == SDL_CONTROLLER_TYPE_NINTENDO_SWITCH_PRO ||
        type == SDL_CONTROLLER_TYPE_NINTENDO_SWITCH_JOYCON_LEFT ||
        type == SDL_CONTROLLER_TYPE_NINTENDO_SWITCH_JOYCON_RIGHT ||
        type == SDL_CONTROLLER_TYPE_NINTENDO_SWITCH_JOYCON_PAIR)
        return PAD_FAMILY_NINTENDO;
    return PAD_FAMILY_XBOX;
}
