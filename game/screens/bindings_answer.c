#include "screens/bindings_state.h"

#include "ui/keys.h"

/* Nobody could leave a menu, or put things right again, without these. */
static const Command essential[] = {COMMAND_UP,    COMMAND_DOWN,    COMMAND_LEFT,
                                    COMMAND_RIGHT, COMMAND_CONFIRM, COMMAND_BACK};
#define ESSENTIAL (int)(sizeof essential / sizeof *essential)

/* Not every keyboard has a number pad. */
static bool is_key(int key)
{
    return key != KEY_NONE && key != KEY_PAD_ENTER;
}

static bool has_key(const Bindings *bindings, Command command)
{
    return is_key(bindings->of[command].keys[0]) || is_key(bindings->of[command].keys[1]);
}

static bool has(const Bindings *bindings, Command command, bool is_pad)
{
    return is_pad ? bindings->of[command].button != PAD_NONE : has_key(bindings, command);
}

/* The first essential command that had a key (or button) and has none any more; COMMAND_NONE: all are well.
 */
static Command loser_of(const Bindings *before, const Bindings *after, bool is_pad)
{
    for (int i = 0; i < ESSENTIAL; i++)
        if (has(before, essential[i], is_pad) && !has(after, essential[i], is_pad)) return essential[i];
    return COMMAND_NONE;
}

static void bind(Bindings *bindings, const Intent *intent)
{
    if (intent->kind == INTENT_BIND_KEY)
        bindings_set_key(bindings, intent->command, 0, (int)intent->number);
    else
        bindings_set_button(bindings, intent->command, (PadButton)intent->number);
}

static Str refusal(Command loser, bool is_pad, Arena *arena)
{
    return str_format(arena, "“%s” would be left without a %s. Give it another one first.",
                      command_label(loser), is_pad ? "button" : "key");
}

BindingsAnswer bindings_answer(const Bindings *bindings, Command command, const InputEvent *event,
                               Arena *arena)
{
    bool is_pad = event->kind == INPUT_PAD_DOWN;
    const Binding *old = &bindings->of[command];
    Intent take = {.kind = is_pad ? INTENT_BIND_BUTTON : INTENT_BIND_KEY,
                   .command = command,
                   .number = is_pad ? (int64_t)event->button : event->key};
    BindingsAnswer answer = {.bind = take};
    Bindings trial = *bindings;
    bind(&trial, &take);
    Command loser = loser_of(bindings, &trial, is_pad);
    if (loser == COMMAND_NONE) return answer;
    int64_t given = is_pad ? (int64_t)old->button : old->keys[0];
    Intent swap = {.kind = take.kind, .command = loser, .number = given};
    bool has_given = is_pad ? old->button != PAD_NONE : old->keys[0] != 0;
    if (has_given) bind(&trial, &swap);
    Command still = loser_of(bindings, &trial, is_pad);
    if (!has_given || still != COMMAND_NONE)
        return (BindingsAnswer){.refusal = refusal(has_given ? still : loser, is_pad, arena)};
    answer.swap = swap;
    return answer;
}
