#include "base/json.h"
#include "ui/command.h"
#include "ui/keys.h"

enum { MAX_DEPTH = 8, KEY_LAST = 511 };

static const char *const button_names[PAD_BUTTON_COUNT] = {
    "a",  "b",  "x",  "y",    "back", "guide", "start", "left-stick", "right-stick",
    "lb", "rb", "up", "down", "left", "right", "lt",    "rt"};

void bindings_default(Bindings *bindings)
{
    for (int c = 0; c < COMMAND_COUNT; c++) bindings->of[c] = command_default((Command)c);
}

static void forget_key(Binding *binding, int key)
{
    for (int i = 0; i < 2; i++) {
        if (binding->keys[i] == key) binding->keys[i] = KEY_NONE;
    }
}

Command bindings_set_key(Bindings *bindings, Command command, int slot, int key)
{
    Command loser = COMMAND_NONE;
    for (int c = COMMAND_NONE + 1; c < COMMAND_COUNT && key != KEY_NONE; c++) {
        Binding *b = &bindings->of[c];
        if (b->keys[0] != key && b->keys[1] != key) continue;
        if (c != (int)command && !command_meets((Command)c, command)) continue;
        if (c != (int)command) loser = (Command)c;
        forget_key(b, key);
    }
    bindings->of[command].keys[slot] = key;
    return loser;
}

Command bindings_set_button(Bindings *bindings, Command command, PadButton button)
{
    Command loser = COMMAND_NONE;
    for (int c = COMMAND_NONE + 1; c < COMMAND_COUNT && button != PAD_NONE; c++) {
        Binding *b = &bindings->of[c];
        if (c == (int)command || b->button != button || !command_meets_by_pad((Command)c, command)) continue;
        loser = (Command)c;
        b->button = PAD_NONE;
    }
    bindings->of[command].button = button;
    return loser;
}

static bool is_same(const Binding *a, const Binding *b)
{
    return a->keys[0] == b->keys[0] && a->keys[1] == b->keys[1] && a->button == b->button;
}

static void save_one(JsonWriter *w, Command command, const Binding *b)
{
    json_begin_object(w, command_name(command));
    json_begin_array(w, "keys");
    json_put_integer(w, NULL, b->keys[0]);
    json_put_integer(w, NULL, b->keys[1]);
    json_end_array(w);
    if (b->button == PAD_NONE) {
        json_put_null(w, "button");
    } else {
        json_put_string(w, "button", str_of(button_names[b->button]));
    }
    json_end_object(w);
}

Str bindings_save(const Bindings *bindings, Arena *arena)
{
    JsonWriter w;
    json_writer_init(&w);
    json_begin_object(&w, NULL);
    for (int c = COMMAND_NONE + 1; c < COMMAND_COUNT; c++) {
        Binding original = command_default((Command)c);
        if (!is_same(&original, &bindings->of[c])) save_one(&w, (Command)c, &bindings->of[c]);
    }
    json_end_object(&w);
    return json_writer_finish(&w, arena, false);
}

static bool read_keys(const JsonValue *keys, Binding *out, Err *err, const char *name)
{
    if (!keys || json_kind(keys) != JSON_ARRAY || json_count(keys) != 2)
        return err_set(err, "the binding of \"%s\" needs two keys", name);
    int i = 0;
    for (const JsonValue *v = json_first(keys); v; v = json_next(v)) {
        int64_t key = -1;
        if (json_kind(v) != JSON_NUMBER || !json_integer(v, &key) || key < 0 || key > KEY_LAST)
            return err_set(err, "a key of \"%s\" is not a number from 0 to %d", name, KEY_LAST);
        out->keys[i++] = (int)key;
    }
    return true;
}

static bool read_button(const JsonValue *button, Binding *out, Err *err, const char *name)
{
    out->button = PAD_NONE;
    if (!button || json_kind(button) == JSON_NULL) return true;
    if (json_kind(button) == JSON_STRING) {
        for (int i = 0; i < PAD_BUTTON_COUNT; i++) {
            if (str_is(json_string(button), str_of(button_names[i]))) out->button = (PadButton)i;
        }
    }
    return out->button != PAD_NONE || err_set(err, "the pad button of \"%s\" is not known", name);
}

/* A command that is not known comes from a newer version: passed over. */
static bool read_member(const JsonValue *v, Bindings *out, Err *err)
{
    Command command = command_find(json_name(v));
    if (command == COMMAND_NONE) return true;
    const char *name = command_name(command);
    if (json_kind(v) != JSON_OBJECT) return err_set(err, "the binding of \"%s\" is not an object", name);
    Binding b;
    if (!read_keys(json_find(v, "keys"), &b, err, name)) return false;
    if (!read_button(json_find(v, "button"), &b, err, name)) return false;
    out->of[command] = (Binding){.button = PAD_NONE};
    bindings_set_key(out, command, 0, b.keys[0]);
    bindings_set_key(out, command, 1, b.keys[1]);
    bindings_set_button(out, command, b.button);
    return true;
}

bool bindings_load(Bindings *bindings, Str json, Err *err)
{
    JsonProblem problem;
    JsonDoc *doc = json_open(json, MAX_DEPTH, &problem);
    if (!doc) return err_set(err, "key bindings: %s", problem.text);
    Bindings read;
    bindings_default(&read);
    bool is_good = json_kind(json_root(doc)) == JSON_OBJECT;
    if (!is_good) err_set(err, "key bindings are not a JSON object");
    for (const JsonValue *v = is_good ? json_first(json_root(doc)) : NULL; v && is_good; v = json_next(v))
        is_good = read_member(v, &read, err);
    json_close(doc);
    if (is_good) *bindings = read;
    return is_good;
}
