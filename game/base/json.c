#include "base/json.h"

#include <assert.h>
#include <cjson/cJSON.h>
#include <float.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>

#include "base/json_doc.h"

#define MAX_INTEGER ((INT64_C(1) << 53) - 1)

/* cJSON has one pair of hooks for the whole program. They take a document's memory from the arena of the
   thread that is parsing, and any other from malloc. cJSON also writes the place of its last error into a
   variable of its own, unlocked; nobody reads it. */
static _Thread_local JsonMemory *parsing;
static once_flag hooks_once = ONCE_FLAG_INIT;

/* As the arena rounds. NULL makes cJSON give up. */
static void *take(JsonMemory *memory, size_t size)
{
    size_t rounded = (size + 15) / 16 * 16;
    if (rounded > memory->left) return NULL;
    memory->left -= rounded;
    return arena_alloc_unset(memory->arena, size); /* cJSON clears its nodes and writes its texts */
}

static void *hook_allocate(size_t size)
{
    if (parsing) return take(parsing, size);
    void *memory = malloc(size);
    if (!memory) err_fatal("out of memory: %zu more bytes are not there", size);
    return memory;
}

static void hook_free(void *memory)
{
    if (!parsing) free(memory);
}

static void install_hooks(void)
{
    cJSON_InitHooks(&(cJSON_Hooks){hook_allocate, hook_free});
}

JsonValue *json_doc_parse(Str text, size_t from, size_t *end, JsonMemory *memory)
{
    const char *behind = NULL;
    call_once(&hooks_once, install_hooks);
    parsing = memory;
    cJSON *root = cJSON_ParseWithLengthOpts(text.data + from, text.size - from, &behind, false);
    parsing = NULL;
    if (root) *end = (size_t)(behind - text.data);
    return root;
}

/* A tree takes about five times its text; pages that it does not touch cost nothing. */
static JsonDoc *doc_make(Str text, const JsonTextList *list)
{
    Arena arena;
    size_t size = text.size - (list->to - list->from);
    arena_init(&arena, size * 5 + 1024);
    JsonDoc *doc = ARENA_NEW(&arena, JsonDoc);
    doc->places = ARENA_NEW(&arena, JsonPlaces);
    doc->places->walk = json_walk_start(text);
    doc->places->walk.gap_from = list->from;
    doc->places->walk.gap_to = list->to;
    doc->text = text;
    doc->list = *list;
    doc->arena = arena;
    return doc;
}

/* What cJSON shall see: the text with the list empty. */
static Str frame_of(const JsonDoc *doc, Arena *arena)
{
    Str text = doc->text;
    if (doc->list.from == doc->list.to) return text;
    Str parts[] = {str_slice(text, 0, doc->list.from), str_slice(text, doc->list.to, text.size)};
    return str_join(arena, parts, 2);
}

/* A copy of the text is in memory beside the tree. */
static bool parse(JsonDoc *doc, size_t max_bytes)
{
    Arena frames;
    arena_init(&frames, 0);
    Str frame = frame_of(doc, &frames);
    size_t end, copied = frame.data == doc->text.data ? 0 : frame.size;
    JsonMemory memory = {&doc->arena, max_bytes > copied ? max_bytes - copied : 0};
    doc->root = json_doc_parse(frame, json_text_mark(frame), &end, &memory);
    doc->room = memory.left + copied;
    arena_deinit(&frames);
    return doc->root != NULL;
}

JsonDoc *json_open_by(Str text, const JsonReader *reader, JsonProblem *problem)
{
    assert(reader->max_depth > 0 && reader->max_depth <= CJSON_NESTING_LIMIT);
    JsonTextList list = {.name = reader->list};
    if (!json_text_check(text, reader->max_depth, &list, problem)) return NULL;
    JsonDoc *doc = doc_make(text, &list);
    if (parse(doc, reader->max_bytes)) return doc;
    json_doc_tell_too_much(&doc->places->walk, doc->places->walk.from, problem);
    json_close(doc);
    return NULL;
}

JsonDoc *json_open(Str text, int max_depth, JsonProblem *problem)
{
    return json_open_by(text, &(JsonReader){.max_depth = max_depth, .max_bytes = SIZE_MAX}, problem);
}

void json_close(JsonDoc *doc)
{
    if (!doc) return;
    Arena arena = doc->arena;
    arena_deinit(&arena);
}

const JsonValue *json_root(const JsonDoc *doc)
{
    return doc->root;
}

JsonKind json_kind(const JsonValue *v)
{
    switch (v->type & 0xFF) {
    case cJSON_True:
    case cJSON_False: return JSON_BOOL;
    case cJSON_Number: return JSON_NUMBER;
    case cJSON_String: return JSON_STRING;
    case cJSON_Array: return JSON_ARRAY;
    case cJSON_Object: return JSON_OBJECT;
    default: return JSON_NULL;
    }
}

const char *json_kind_name(JsonKind kind)
{
    static const char *const names[] = {"null",     "true or false", "a number",
                                        "a string", "an array",      "an object"};
    return names[kind];
}

const JsonValue *json_find(const JsonValue *object, const char *name)
{
    return cJSON_GetObjectItemCaseSensitive(object, name);
}

const JsonValue *json_first(const JsonValue *v)
{
    return v->child;
}

const JsonValue *json_next(const JsonValue *v)
{
    return v->next;
}

size_t json_count(const JsonValue *v)
{
    return (size_t)cJSON_GetArraySize(v);
}

Str json_name(const JsonValue *member)
{
    return member->string ? str_of(member->string) : STR("");
}

Str json_string(const JsonValue *v)
{
    assert(json_kind(v) == JSON_STRING);
    return str_of(v->valuestring);
}

double json_number(const JsonValue *v)
{
    assert(json_kind(v) == JSON_NUMBER);
    return v->valuedouble;
}

bool json_bool(const JsonValue *v)
{
    assert(json_kind(v) == JSON_BOOL);
    return cJSON_IsTrue(v);
}

bool json_integer(const JsonValue *v, int64_t *out)
{
    if (json_kind(v) != JSON_NUMBER) return false;
    double number = v->valuedouble;
    if (number > (double)MAX_INTEGER || number < -(double)MAX_INTEGER) return false;
    *out = (int64_t)number;
    return (double)*out >= number && (double)*out <= number;
}

/* Gives each value its number in document order, in cJSON's `valueint` (numbers are read from `valuedouble`).
 */
static void number_values(cJSON *v, int *next)
{
    v->valueint = (*next)++;
    for (cJSON *child = v->child; child; child = child->next) {
        if (child->child)
            number_values(child, next);
        else
            child->valueint = (*next)++;
    }
}

static JsonSpan span_of(const JsonDoc *doc, const JsonValue *v)
{
    JsonPlaces *places = doc->places;
    int next = 0;
    if (!places->is_numbered) number_values(doc->root, &next);
    places->is_numbered = true;
    return json_walk_span(&places->walk, (size_t)v->valueint);
}

JsonPlace json_place(const JsonDoc *doc, const JsonValue *v)
{
    return json_walk_place(&doc->places->walk, span_of(doc, v).start);
}

JsonPlace json_name_place(const JsonDoc *doc, const JsonValue *member)
{
    return json_walk_place(&doc->places->walk, span_of(doc, member).name);
}

Str json_span(const JsonDoc *doc, const JsonValue *v)
{
    JsonSpan span = span_of(doc, v);
    return str_slice(doc->places->walk.text, span.start, span.end);
}

void json_writer_init(JsonWriter *w)
{
    call_once(&hooks_once, install_hooks);
    *w = (JsonWriter){.depth = 0};
}

static char *zero_terminated(Str s)
{
    assert(s.size == 0 || !memchr(s.data, '\0', s.size));
    char *copy = cJSON_malloc(s.size + 1);
    if (s.size) memcpy(copy, s.data, s.size);
    copy[s.size] = '\0';
    return copy;
}

static void put(JsonWriter *w, const char *name, cJSON *item)
{
    assert(w->depth > 0);
    cJSON *parent = w->open[w->depth - 1];
    assert(cJSON_IsObject(parent) == (name != NULL));
    if (name)
        cJSON_AddItemToObject(parent, name, item);
    else
        cJSON_AddItemToArray(parent, item);
}

static void begin(JsonWriter *w, const char *name, cJSON *item)
{
    assert(w->depth < (int)(sizeof w->open / sizeof *w->open));
    assert(w->depth > 0 || !w->open[0]);
    if (w->depth > 0) put(w, name, item);
    w->open[w->depth++] = item;
}

void json_begin_object(JsonWriter *w, const char *name)
{
    begin(w, name, cJSON_CreateObject());
}

void json_end_object(JsonWriter *w)
{
    assert(w->depth > 0 && cJSON_IsObject(w->open[w->depth - 1]));
    w->depth--;
}

void json_begin_array(JsonWriter *w, const char *name)
{
    begin(w, name, cJSON_CreateArray());
}

void json_end_array(JsonWriter *w)
{
    assert(w->depth > 0 && cJSON_IsArray(w->open[w->depth - 1]));
    w->depth--;
}

void json_put_string(JsonWriter *w, const char *name, Str value)
{
    char *text = zero_terminated(value);
    put(w, name, cJSON_CreateString(text));
    cJSON_free(text);
}

/* Raw, as cJSON prints 1000000000000000 as 1e+15. */
void json_put_integer(JsonWriter *w, const char *name, int64_t value)
{
    assert(value >= -MAX_INTEGER && value <= MAX_INTEGER);
    char digits[32];
    snprintf(digits, sizeof digits, "%" PRId64, value);
    put(w, name, cJSON_CreateRaw(digits));
}

/* Raw, as cJSON stops at 15 digits where the value read back is merely near. */
void json_put_number(JsonWriter *w, const char *name, double value)
{
    assert(value >= -DBL_MAX && value <= DBL_MAX);
    char digits[32];
    for (int count = 15; count <= 17; count++) {
        snprintf(digits, sizeof digits, "%.*g", count, value);
        double back = strtod(digits, NULL);
        if (back >= value && back <= value) break;
    }
    put(w, name, cJSON_CreateRaw(digits));
}

void json_put_bool(JsonWriter *w, const char *name, bool value)
{
    put(w, name, cJSON_CreateBool(value));
}

void json_put_null(JsonWriter *w, const char *name)
{
    put(w, name, cJSON_CreateNull());
}

Str json_writer_finish(JsonWriter *w, Arena *arena, bool is_pretty)
{
    assert(w->depth == 0 && w->open[0]);
    char *printed = is_pretty ? cJSON_Print(w->open[0]) : cJSON_PrintUnformatted(w->open[0]);
    Str text = str_copy(arena, str_of(printed));
    cJSON_free(printed);
    cJSON_Delete(w->open[0]);
    *w = (JsonWriter){.depth = 0};
    return text;
}
