#include "deck/deck_members.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* The place is a walk over the file: only for those that will be listed. */
static JsonPlace place_of(const DeckSource *source, const JsonValue *at)
{
    if (!deck_report_has_room(source->report, false)) return DECK_REPORT_FILE;
    return json_place(source->doc, at);
}

void deck_source_error(DeckSource *source, const JsonValue *at, const char *format, ...)
{
    char text[sizeof source->report->problems->text];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    deck_report_error(source->report, place_of(source, at), "%s", text);
}

static void tell_twice(DeckSource *source, const JsonValue *member)
{
    JsonPlace place = DECK_REPORT_FILE;
    if (deck_report_has_room(source->report, false)) place = json_name_place(source->doc, member);
    deck_report_error(source->report, place, "\"%s\" is given twice; keep one of them",
                      deck_quote(json_name(member)).text);
}

static bool is_before(JsonPlace a, JsonPlace b)
{
    return a.line != b.line ? a.line < b.line : a.column < b.column;
}

void deck_source_turn_to(DeckSource *source, const JsonDoc *doc)
{
    DeckTwice *twice = &source->twice;
    JsonPlace place;
    Str name;
    if (source->has_unknown && source->report->errors == 0 &&
        json_find_duplicate(source->doc, &place, &name) &&
        (twice->place.line == 0 || is_before(place, twice->place)))
        *twice = (DeckTwice){place, deck_quote(name)};
    source->has_unknown = false;
    source->doc = doc;
}

static int find_name(Str name, const Str *names, int count)
{
    for (int i = 0; i < count; i++)
        if (str_is(name, names[i])) return i;
    return -1;
}

DeckMembers deck_members_get(DeckSource *source, const JsonValue *object, const Str *names, int count)
{
    assert(count <= DECK_MEMBERS_MAX);
    DeckMembers members = {.values = {NULL}};
    for (const JsonValue *member = json_first(object); member; member = json_next(member)) {
        int i = find_name(json_name(member), names, count);
        if (i < 0)
            source->has_unknown = true;
        else if (members.values[i])
            tell_twice(source, member);
        else
            members.values[i] = member;
    }
    return members;
}

static bool is_right(const JsonValue *value, DeckBlank blank)
{
    if (json_kind(value) != JSON_STRING) return false;
    Str text = json_string(value);
    return text.size <= DECK_MAX_TEXT_BYTES && (blank == DECK_MAY_BE_BLANK || !str_is_blank(text));
}

/* For a value that is not right: `what` is meant. */
static void tell_wrong(DeckSource *source, const JsonValue *value, const char *what)
{
    JsonKind kind = json_kind(value);
    if (kind != JSON_STRING)
        deck_source_error(source, value, "%s is %s; it must be a string", what, json_kind_name(kind));
    else if (json_string(value).size > DECK_MAX_TEXT_BYTES)
        deck_source_error(source, value, "%s has %zu bytes; a text may have at most %d", what,
                          json_string(value).size, DECK_MAX_TEXT_BYTES);
    else
        deck_source_error(source, value, "%s is blank; it must hold something to read", what);
}

Str deck_members_text(DeckSource *source, const JsonValue *value, Str name, DeckBlank blank)
{
    if (!value) return STR("");
    if (is_right(value, blank)) return json_string(value);
    char what[64];
    snprintf(what, sizeof what, "\"%.*s\"", STR_FMT(name));
    tell_wrong(source, value, what);
    return STR("");
}

static void list_add(DeckTextList *list, Str text)
{
    if (list->count == list->room) {
        list->room = list->room ? 2 * list->room : 16;
        Str *items = ARENA_NEW_N(list->arena, Str, list->room);
        if (list->count > 0) memcpy(items, list->items, list->count * sizeof *items);
        list->items = items;
    }
    list->items[list->count++] = text;
}

static void list_add_value(DeckSource *source, const JsonValue *value, Str name, DeckTextList *list)
{
    if (is_right(value, DECK_NOT_BLANK)) {
        list_add(list, json_string(value));
        return;
    }
    char what[96];
    snprintf(what, sizeof what, "an item of \"%.*s\"", STR_FMT(name));
    tell_wrong(source, value, what);
}

DeckTexts deck_members_texts(DeckSource *source, const JsonValue *value, Str name, size_t max,
                             DeckTextList *list)
{
    list->count = 0;
    if (!value) return (DeckTexts){NULL, 0};
    if (json_kind(value) != JSON_ARRAY) {
        deck_source_error(source, value, "\"%.*s\" is %s; it must be an array of strings", STR_FMT(name),
                          json_kind_name(json_kind(value)));
        return (DeckTexts){NULL, 0};
    }
    size_t count = 0;
    for (const JsonValue *item = json_first(value); item; item = json_next(item), count++)
        list_add_value(source, item, name, list);
    if (max == 0 || count <= max) return (DeckTexts){list->items, list->count};
    deck_source_error(source, value, "\"%.*s\" has %zu items; a card may have at most %zu", STR_FMT(name),
                      count, max);
    return (DeckTexts){NULL, 0};
}
