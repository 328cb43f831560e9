#include "platform/font_table.h"

#include <stdlib.h>

#include <fontconfig/fontconfig.h>

#include "base/file.h"
#include "base/json.h"

enum { MAX_TABLE_BYTES = 1 << 20, MAX_DEPTH = 8 };

static const char *const WEIGHT_NAMES[WEIGHT_COUNT] = {"medium", "semi", "bold"};

static Str member_string(const JsonValue *object, const char *name)
{
    const JsonValue *v = json_find(object, name);
    return v && json_kind(v) == JSON_STRING ? json_string(v) : (Str){"", 0};
}

/* "0041-005A" */
static bool read_range(Str text, CodeRange *out)
{
    char *end;
    unsigned long from = strtoul(text.data, &end, 16), to;
    if (*end != '-') return false;
    to = strtoul(end + 1, &end, 16);
    *out = (CodeRange){(uint32_t)from, (uint32_t)to};
    return *end == '\0' && from <= to && to <= 0x10FFFF;
}

static bool read_ranges(const JsonValue *object, Arena *arena, CodeRanges *out, Err *err)
{
    const JsonValue *list = json_find(object, "ranges");
    *out = (CodeRanges){0};
    if (!list) return true;
    out->ranges = ARENA_NEW_N(arena, CodeRange, json_count(list));
    for (const JsonValue *v = json_first(list); v; v = json_next(v)) {
        if (json_kind(v) != JSON_STRING || !read_range(json_string(v), &out->ranges[out->count++]))
            return err_set(err, "a range of code points must read like \"0041-005A\"");
    }
    return true;
}

static bool read_file_of(const JsonValue *fonts, FontWeight weight, Arena *arena, FontFile *out, Err *err)
{
    const JsonValue *v = fonts ? json_find(fonts, WEIGHT_NAMES[weight]) : NULL;
    Str path = v ? member_string(v, "file") : (Str){"", 0};
    if (path.size == 0) return err_set(err, "a family has no file for the weight %s", WEIGHT_NAMES[weight]);
    int64_t index = 0;
    const JsonValue *number = json_find(v, "index");
    if (number && !json_integer(number, &index)) return err_set(err, "an index must be a whole number");
    *out = (FontFile){str_copy(arena, path).data, (int)index};
    return true;
}

static bool read_family(const JsonValue *v, Arena *arena, FontFamily *out, Err *err)
{
    const JsonValue *required = json_find(v, "required");
    out->name = str_copy(arena, member_string(v, "name"));
    out->package = str_copy(arena, member_string(v, "package"));
    out->is_required = required && json_kind(required) == JSON_BOOL && json_bool(required);
    if (out->name.size == 0 || out->package.size == 0)
        return err_set(err, "a family needs a name and a package");
    if (!read_ranges(v, arena, &out->covers, err)) return false;
    for (int w = 0; w < WEIGHT_COUNT; w++)
        if (!read_file_of(json_find(v, "fonts"), (FontWeight)w, arena, &out->files[w], err)) return false;
    return true;
}

static bool read_families(const JsonValue *root, Arena *arena, FontTable *out, Err *err)
{
    const JsonValue *list = json_find(root, "families");
    if (!list || json_count(list) == 0) return err_set(err, "there are no families");
    out->families = ARENA_NEW_N(arena, FontFamily, json_count(list));
    for (const JsonValue *v = json_first(list); v; v = json_next(v))
        if (!read_family(v, arena, &out->families[out->family_count++], err)) return false;
    return true;
}

static bool read_scripts(const JsonValue *root, Arena *arena, FontTable *out, Err *err)
{
    const JsonValue *list = json_find(root, "scripts");
    if (!list) return true;
    out->scripts = ARENA_NEW_N(arena, FontScript, json_count(list));
    for (const JsonValue *v = json_first(list); v; v = json_next(v)) {
        FontScript *script = &out->scripts[out->script_count++];
        script->tag = str_copy(arena, member_string(v, "tag")).data;
        if (!read_ranges(v, arena, &script->covers, err)) return false;
    }
    return true;
}

bool font_table_read(const char *path, Arena *arena, FontTable *out, Err *err)
{
    Str text;
    JsonProblem problem;
    *out = (FontTable){0};
    if (!file_read(path, MAX_TABLE_BYTES, arena, &text, err)) return false;
    JsonDoc *doc = json_open(text, MAX_DEPTH, &problem);
    if (!doc)
        return err_set(err, "%s:%d:%d: %s", path, problem.place.line, problem.place.column, problem.text);
    const JsonValue *root = json_root(doc);
    bool is_read = read_families(root, arena, out, err) && read_scripts(root, arena, out, err);
    json_close(doc);
    if (!is_read) err_wrap(err, "%s", path);
    return is_read;
}

bool font_table_has(CodeRanges covers, uint32_t code_point)
{
    for (int i = 0; i < covers.count; i++)
        if (code_point >= covers.ranges[i].from && code_point <= covers.ranges[i].to) return true;
    return covers.count == 0;
}

const char *font_table_script(const FontTable *table, uint32_t code_point)
{
    for (int i = 0; i < table->script_count; i++)
        if (font_table_has(table->scripts[i].covers, code_point)) return table->scripts[i].tag;
    return NULL;
}

static FcPattern *ask_fontconfig(const FontFamily *family, FontWeight weight)
{
    static const int FC_WEIGHTS[WEIGHT_COUNT] = {FC_WEIGHT_MEDIUM, FC_WEIGHT_DEMIBOLD, FC_WEIGHT_BOLD};
    FcPattern *wanted = FcPatternCreate();
    FcPatternAddString(wanted, FC_FAMILY, (const FcChar8 *)family->name.data);
    FcPatternAddInteger(wanted, FC_WEIGHT, FC_WEIGHTS[weight]);
    FcConfigSubstitute(NULL, wanted, FcMatchPattern);
    FcDefaultSubstitute(wanted);
    FcResult result;
    FcPattern *match = FcFontMatch(NULL, wanted, &result);
    FcPatternDestroy(wanted);
    return match;
}

/* fontconfig always answers with some font: one of another family is no answer. */
static bool is_of_family(const FcPattern *match, Str name)
{
    FcChar8 *found;
    for (int i = 0; FcPatternGetString(match, FC_FAMILY, i, &found) == FcResultMatch; i++)
        if (FcStrCmpIgnoreCase(found, (const FcChar8 *)name.data) == 0) return true;
    return false;
}

bool font_table_find(const FontFamily *family, FontWeight weight, Arena *arena, FontFile *out)
{
    *out = family->files[weight];
    if (file_is_there(out->path)) return true;
    FcPattern *match = ask_fontconfig(family, weight);
    FcChar8 *path;
    bool is_found = match && is_of_family(match, family->name) &&
                    FcPatternGetString(match, FC_FILE, 0, &path) == FcResultMatch;
    if (is_found) {
        int index = 0;
        FcPatternGetInteger(match, FC_INDEX, 0, &index);
        *out = (FontFile){str_copy(arena, str_of((const char *)path)).data, index & 0xFFFF};
    }
    if (match) FcPatternDestroy(match);
    return is_found;
}

void font_table_done(void)
{
    FcFini();
}
