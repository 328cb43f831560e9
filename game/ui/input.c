#include "ui/input.h"

#include "ui/command.h"
#include "ui/keys.h"

static bool is_direction(Command command)
{
    return command >= COMMAND_UP && command <= COMMAND_RIGHT;
}

static bool may_repeat(Command command)
{
    return is_direction(command) || command == COMMAND_PAGE_PREVIOUS || command == COMMAND_PAGE_NEXT;
}

static bool is_modifier(int key)
{
    return key >= KEY_LEFT_CTRL && key <= KEY_RIGHT_GUI;
}

/* Keys that write or edit text stay with the field: letters to slash, the number pad, and editing keys. */
static bool is_text_key(int key)
{
    if (key >= KEY_A && key <= KEY_0) return true;
    if (key == KEY_BACKSPACE || key == KEY_TAB) return true;
    if (key >= KEY_SPACE && key <= KEY_SLASH) return true;
    if (key == KEY_HOME || key == KEY_END || key == KEY_DELETE || key == KEY_INSERT) return true;
    return key >= 84 && key <= 99 && key != KEY_PAD_ENTER;
}

/* A player may bind these keys elsewhere, but a menu can always be left and walked by them while their
 * command has no other key. */
static Command last_resort(const Bindings *bindings, int key)
{
    static const struct {
        int key;
        Command command;
    } fixed[] = {{KEY_UP, COMMAND_UP},       {KEY_DOWN, COMMAND_DOWN},     {KEY_LEFT, COMMAND_LEFT},
                 {KEY_RIGHT, COMMAND_RIGHT}, {KEY_ENTER, COMMAND_CONFIRM}, {KEY_ESCAPE, COMMAND_BACK}};
    for (size_t i = 0; i < sizeof fixed / sizeof fixed[0]; i++) {
        const Binding *b = &bindings->of[fixed[i].command];
        if (fixed[i].key == key && b->keys[0] == KEY_NONE && b->keys[1] == KEY_NONE) return fixed[i].command;
    }
    return COMMAND_NONE;
}

static Command find_key(const Bindings *bindings, InputContext context, int key)
{
    if (context == INPUT_CONTEXT_MENU || context == INPUT_CONTEXT_TEXT) {
        Command command = last_resort(bindings, key);
        if (command != COMMAND_NONE) return command;
    }
    for (int c = COMMAND_NONE + 1; c < COMMAND_COUNT; c++) {
        if (!command_is_in((Command)c, context)) continue;
        const Binding *b = &bindings->of[c];
        if (b->keys[0] == key || b->keys[1] == key) return (Command)c;
    }
    return COMMAND_NONE;
}

static Command find_button(const Bindings *bindings, InputContext context, PadButton button)
{
    for (int c = COMMAND_NONE + 1; c < COMMAND_COUNT; c++) {
        if (command_is_in_by_pad((Command)c, context) && bindings->of[c].button == button) return (Command)c;
    }
    return COMMAND_NONE;
}

static Action nothing(const InputEvent *event)
{
    return (Action){.kind = ACTION_NONE, .event = *event};
}

static Action act(ActionKind kind, Command command, const InputEvent *event)
{
    return (Action){.kind = kind, .command = command, .event = *event};
}

static Action translate_key(const Bindings *bindings, InputContext context, const InputEvent *event)
{
    if (is_modifier(event->key)) return nothing(event);
    bool is_text = context == INPUT_CONTEXT_TEXT;
    if (event->key == KEY_ENTER && event->mods & MOD_ALT)
        return event->is_repeat ? nothing(event) : act(ACTION_COMMAND, COMMAND_FULLSCREEN, event);
    if (is_text && is_text_key(event->key)) return act(ACTION_KEY, COMMAND_NONE, event);
    bool is_plain = !(event->mods & (MOD_CTRL | MOD_ALT | MOD_GUI));
    bool is_alt = event->mods & MOD_ALT;
    Command command =
        is_plain || (is_text && !is_alt) ? find_key(bindings, context, event->key) : COMMAND_NONE;
    if (event->is_repeat && !may_repeat(command) && !is_text) return nothing(event);
    if (event->is_repeat && is_text && command != COMMAND_NONE && !may_repeat(command)) return nothing(event);
    return command == COMMAND_NONE ? act(ACTION_KEY, COMMAND_NONE, event)
                                   : act(ACTION_COMMAND, command, event);
}

static Action translate_pad(const Bindings *bindings, InputContext context, const InputEvent *event)
{
    Command command = find_button(bindings, context, event->button);
    if (event->is_repeat && !may_repeat(command)) return nothing(event);
    return command == COMMAND_NONE ? act(ACTION_KEY, COMMAND_NONE, event)
                                   : act(ACTION_COMMAND, command, event);
}

int input_shortcut_key(const InputEvent *event)
{
    char letter = event->text[0];
    if (letter >= 'A' && letter <= 'Z') letter = (char)(letter - 'A' + 'a');
    return letter >= 'a' && letter <= 'z' ? KEY_A + letter - 'a' : event->key;
}

Action input_translate(const Bindings *bindings, InputContext context, const InputEvent *event)
{
    switch (event->kind) {
    case INPUT_KEY_DOWN: return translate_key(bindings, context, event);
    case INPUT_PAD_DOWN: return translate_pad(bindings, context, event);
    case INPUT_TEXT: return act(ACTION_TEXT, COMMAND_NONE, event);
    case INPUT_TEXT_EDITING: return act(ACTION_TEXT_EDITING, COMMAND_NONE, event);
    case INPUT_POINTER_MOVE: return act(ACTION_POINTER_MOVE, COMMAND_NONE, event);
    case INPUT_POINTER_DOWN: return act(ACTION_POINTER_DOWN, COMMAND_NONE, event);
    case INPUT_POINTER_UP: return act(ACTION_POINTER_UP, COMMAND_NONE, event);
    case INPUT_WHEEL: return act(ACTION_WHEEL, COMMAND_NONE, event);
    case INPUT_FOCUS_LOST: return act(ACTION_FOCUS_LOST, COMMAND_NONE, event);
    case INPUT_FOCUS_GAINED: return act(ACTION_FOCUS_GAINED, COMMAND_NONE, event);
    case INPUT_NONE:
    case INPUT_KEY_UP:
    case INPUT_PAD_UP:
    case INPUT_RESIZED:
    case INPUT_EXPOSED:
    case INPUT_LAYOUT_CHANGED:
    case INPUT_PADS_CHANGED:
    case INPUT_DROP:
    case INPUT_QUIT:
    case INPUT_WAKE: break;
    }
    return nothing(event);
}
