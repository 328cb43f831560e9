/* Preloaded into the game: a gamepad and a finger that are not there. Lines of the named pipe VIRTUAL_INPUT
   are "button NUMBER 0|1" (SDL_GameControllerButton), "axis NUMBER VALUE" (SDL_GameControllerAxis, -32768 to
   32767) and "finger DOWN X Y" (DOWN 0 or 1, X and Y from 0 to 1). The game itself knows nothing of it: SDL's
   virtual pad and SDL's events are all it sees. */
#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    SDL_Joystick *pad;
    FILE *lines;
} VirtualInput;

/* SDL waits for events without looking at pads where none was there when it began to wait. */
static void wake(void)
{
    SDL_Event event = {.type = SDL_USEREVENT};
    SDL_PushEvent(&event);
}

/* Once the game has started its own pads. */
static void attach(VirtualInput *input)
{
    while (!SDL_WasInit(SDL_INIT_GAMECONTROLLER)) SDL_Delay(10);
    int index = SDL_JoystickAttachVirtual(SDL_JOYSTICK_TYPE_GAMECONTROLLER, SDL_CONTROLLER_AXIS_MAX,
                                          SDL_CONTROLLER_BUTTON_MAX, 0);
    input->pad = index < 0 ? NULL : SDL_JoystickOpen(index);
    if (!input->pad) {
        fprintf(stderr, "virtual_input: %s\n", SDL_GetError());
        exit(1);
    }
    wake();
}

static void push_finger(int is_down, float x, float y)
{
    SDL_Event event = {.tfinger = {.type = is_down ? SDL_FINGERDOWN : SDL_FINGERUP, .x = x, .y = y}};
    SDL_PushEvent(&event);
}

static int run(void *self)
{
    VirtualInput *input = self;
    char line[128];
    int number, is_down;
    float x, y;
    input->lines = fopen(getenv("VIRTUAL_INPUT"), "r");
    if (!input->lines) exit(1);
    while (fgets(line, sizeof line, input->lines)) {
        if (sscanf(line, "button %d %d", &number, &is_down) == 2) {
            if (!input->pad) attach(input);
            SDL_JoystickSetVirtualButton(input->pad, number, (Uint8)is_down);
            wake();
        } else if (sscanf(line, "axis %d %d", &number, &is_down) == 2) {
            if (!input->pad) attach(input);
            SDL_JoystickSetVirtualAxis(input->pad, number, (Sint16)is_down);
            wake();
        } else if (sscanf(line, "finger %d %f %f", &is_down, &x, &y) == 3) {
            push_finger(is_down, x, y);
        }
    }
    fclose(input->lines);
    return 0;
}

static void __attribute__((constructor)) begin(void)
{
    static VirtualInput input;
    if (getenv("VIRTUAL_INPUT")) SDL_DetachThread(SDL_CreateThread(run, "virtual input", &input));
}
