#include "formats/import_json.h"

/* Members of an object that stands where a text is wanted: {"text": "…"}. */
static const char *const text_names[] = {"text",    "plainText", "plain_text", "value",
                                         "content", "name",      "term"};

static const JsonValue *find_text(const JsonValue *object)
{
    for (size_t i = 0; i < sizeof text_names / sizeof *text_names; i++) {
        const JsonValue *value = json_find(object, text_names[i]);
        if (value && json_kind(value) == JSON_STRING) return value;
    }
    return NULL;
}

static Str number_text(const JsonValue *value, Arena *arena)
{
    int64_t whole;
    if (json_integer(value, &whole)) return str_format(arena, "%lld", (long long)whole);
    return str_format(arena, "%.15g", json_number(value));
}

/* Of what holds no others. */
static Str scalar_text(const JsonValue *value, Arena *arena)
{
    switch (json_kind(value)) {
    case JSON_STRING: return str_copy(arena, json_string(value));
    case JSON_NUMBER: return number_text(value, arena);
    case JSON_BOOL: return json_bool(value) ? STR("true") : STR("false");
    case JSON_OBJECT: {
        const JsonValue *text = find_text(value);
        return text ? str_copy(arena, json_string(text)) : STR("");
    }
    case JSON_NULL:
    case JSON_ARRAY: break;
    }
    return STR("");
}

Str import_json_text(const JsonValue *value, Arena *arena)
{
    if (!value) return STR("");
    if (json_kind(value) != JSON_ARRAY) return scalar_text(value, arena);
    StrBuf text;
    str_buf_init(&text, arena);
    for (const JsonValue *item = json_first(value); item; item = json_next(item)) {
        Str line = scalar_text(item, arena);
        if (line.size == 0) continue;
        if (text.size) str_buf_add(&text, STR("\n"));
        str_buf_add(&text, line);
    }
    return str_buf_str(&text);
}

DeckTexts import_json_texts(const JsonValue *value, Arena *arena)
{
    if (!value) return (DeckTexts){NULL, 0};
    bool is_list = json_kind(value) == JSON_ARRAY;
    size_t most = is_list ? json_count(value) : 1, count = 0;
    Str *items = ARENA_NEW_N(arena, Str, most);
    for (const JsonValue *item = is_list ? json_first(value) : value; item;
         item = is_list ? json_next(item) : NULL) {
        Str text = scalar_text(item, arena);
        if (!str_is_blank(text)) items[count++] = text;
    }
    return (DeckTexts){items, count};
}
