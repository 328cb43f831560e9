#include <float.h>

#include "formats/histories.h"
#include "formats/replay_source.h"

#define MAX_DEPTH 16
#define DAY_MS    INT64_C(86400000)
#define FIRST_MS  (9 * DAY_MS / 24) /* of the first review's day */
#define MAX_MS    (INT64_C(1000000) * DAY_MS)
#define MAX_DAYS  1e6

/* A finite number from `low` to `high`. */
static bool read_number(const ReplaySource *source, const JsonValue *value, const char *name, double low,
                        double high, double *out)
{
    if (json_kind(value) == JSON_NUMBER) {
        *out = json_number(value);
        if (*out >= low && *out <= high) return true;
    }
    if (high >= DBL_MAX)
        return replay_source_error(source, value, "\"%s\" has what is no finite number", name);
    return replay_source_error(source, value, "\"%s\" is not a number from %g to %g", name, low, high);
}

static bool read_weights(const ReplaySource *source, const JsonValue *object, size_t count, double *out)
{
    if (!json_find(object, "w")) return true;
    const JsonValue *list = replay_source_get(source, object, "w", JSON_ARRAY);
    if (!list) return false;
    if (json_count(list) != count)
        return replay_source_error(source, list, "\"w\" has %zu weights; this model has %zu",
                                   json_count(list), count);
    for (const JsonValue *v = json_first(list); v; v = json_next(v))
        if (!read_number(source, v, "w", -DBL_MAX, DBL_MAX, out++)) return false;
    return true;
}

/* --- parameters of FSRS-6 --- */

/* "10m", "2h", "1d" */
static bool read_step(const ReplaySource *source, const JsonValue *value, int32_t *out)
{
    Str text = json_kind(value) == JSON_STRING ? json_string(value) : STR("");
    int64_t number = 0;
    size_t at = 0;
    for (; at < text.size && text.data[at] >= '0' && text.data[at] <= '9' && number <= FSRS6_MAX_STEP_MIN;
         at++)
        number = number * 10 + (text.data[at] - '0');
    char unit = at + 1 == text.size ? text.data[at] : '\0';
    int64_t minutes = unit == 'm' ? number : unit == 'h' ? number * 60 : unit == 'd' ? number * 1440 : 0;
    if (minutes < 1 || minutes > FSRS6_MAX_STEP_MIN)
        return replay_source_error(source, value,
                                   "a step is minutes, hours or days: \"10m\", \"2h\", \"1d\"");
    *out = (int32_t)minutes;
    return true;
}

static bool read_steps(const ReplaySource *source, const JsonValue *params, const char *name, Fsrs6Steps *out)
{
    if (!json_find(params, name)) return true;
    const JsonValue *list = replay_source_get(source, params, name, JSON_ARRAY);
    if (!list) return false;
    out->count = 0;
    for (const JsonValue *v = json_first(list); v; v = json_next(v)) {
        if (out->count == FSRS6_MAX_STEPS)
            return replay_source_error(source, v, "\"%s\" has more than %d steps", name, FSRS6_MAX_STEPS);
        if (!read_step(source, v, &out->minutes[out->count++])) return false;
    }
    return true;
}

static bool read_switch(const ReplaySource *source, const JsonValue *params, const char *name, bool *out)
{
    return !json_find(params, name) || replay_source_bool(source, params, name, out);
}

static bool read_schedule(const ReplaySource *source, const JsonValue *params, Fsrs6Schedule *out)
{
    const JsonValue *retention = json_find(params, "request_retention");
    const JsonValue *longest = json_find(params, "maximum_interval");
    double days = out->max_interval;
    if (retention && !read_number(source, retention, "request_retention", 0.01, 0.999, &out->retention))
        return false;
    if (longest && !read_number(source, longest, "maximum_interval", 1, MEMORY_MAX_DAYS, &days)) return false;
    out->max_interval = (int32_t)days;
    return read_steps(source, params, "learning_steps", &out->learning) &&
           read_steps(source, params, "relearning_steps", &out->relearning);
}

static bool read_params(const ReplaySource *source, const JsonValue *params, HistorySet *out)
{
    double w[FSRS6_WEIGHTS];
    bool has_fuzz = false, has_short_term = !str_is(out->mode, STR("longterm"));
    for (int i = 0; i < FSRS6_WEIGHTS; i++) w[i] = fsrs6_default_weights[i];
    if (params) {
        if (!read_weights(source, params, FSRS6_WEIGHTS, w) ||
            !read_schedule(source, params, &out->schedule) ||
            !read_switch(source, params, "enable_short_term", &has_short_term) ||
            !read_switch(source, params, "enable_fuzz", &has_fuzz))
            return false;
        if (has_fuzz)
            return replay_source_error(source, json_find(params, "enable_fuzz"),
                                       "histories are played without fuzz: \"enable_fuzz\" must be false");
    }
    out->memory = memory_of_fsrs6(fsrs6_make(w, has_short_term, out->schedule.relearning.count));
    return true;
}

static bool read_mode(const ReplaySource *source, const JsonValue *set, HistorySet *out)
{
    out->mode = STR("steps");
    out->schedule = fsrs6_default_schedule;
    const JsonValue *mode = json_find(set, "mode");
    if (!mode) return true;
    if (!replay_source_text(source, set, "mode", &out->mode)) return false;
    if (str_is(out->mode, STR("steps"))) return true;
    if (!str_is(out->mode, STR("nosteps")) && !str_is(out->mode, STR("longterm")))
        return replay_source_error(source, mode, "modes are steps, nosteps and longterm");
    out->schedule.learning.count = out->schedule.relearning.count = 0;
    return true;
}

/* --- histories --- */

static bool read_t_ms(const ReplaySource *source, const JsonValue *row, const HistoryRow *before,
                      HistoryRow *out)
{
    if (!replay_source_integer(source, row, "t_ms", MAX_MS, &out->t_ms)) return false;
    if (before && out->t_ms < before->t_ms)
        return replay_source_error(source, json_find(row, "t_ms"), "\"t_ms\" goes back: it was %lld before",
                                   (long long)before->t_ms);
    if (before) out->days = (double)((FIRST_MS + out->t_ms) / DAY_MS - (FIRST_MS + before->t_ms) / DAY_MS);
    return true;
}

static bool read_days(const ReplaySource *source, const JsonValue *row, HistoryRow *out)
{
    const JsonValue *days = replay_source_get(source, row, "days", JSON_NUMBER);
    return days && read_number(source, days, "days", 0, MAX_DAYS, &out->days);
}

static bool read_row(const ReplaySource *source, const JsonValue *row, MemoryModel model,
                     const HistoryRow *before, HistoryRow *out)
{
    int64_t rating;
    if (json_kind(row) != JSON_OBJECT)
        return replay_source_error(source, row, "a review is an object, not %s",
                                   json_kind_name(json_kind(row)));
    if (!(model == MODEL_FSRS6 ? read_t_ms(source, row, before, out) : read_days(source, row, out)) ||
        !replay_source_integer(source, row, "rating", INT32_MAX, &rating))
        return false;
    if (rating < GRADE_AGAIN || rating > GRADE_EASY)
        return replay_source_error(source, json_find(row, "rating"),
                                   "\"rating\" is 1 Again, 2 Hard, 3 Good or 4 Easy");
    out->grade = (Grade)rating;
    return true;
}

static bool read_history(const ReplaySource *source, const JsonValue *list, MemoryModel model, History *out)
{
    if (json_kind(list) != JSON_ARRAY)
        return replay_source_error(source, list, "a history is an array of reviews, not %s",
                                   json_kind_name(json_kind(list)));
    out->rows = ARENA_NEW_N(source->arena, HistoryRow, json_count(list));
    for (const JsonValue *row = json_first(list); row; row = json_next(row)) {
        HistoryRow *next = &out->rows[out->count];
        if (!read_row(source, row, model, out->count > 0 ? next - 1 : NULL, next)) return false;
        out->count++;
    }
    return true;
}

static bool read_histories(const ReplaySource *source, const JsonValue *object, HistorySet *out)
{
    const JsonValue *list = replay_source_get(source, object, "histories", JSON_ARRAY);
    if (!list) return false;
    out->histories = ARENA_NEW_N(source->arena, History, json_count(list));
    for (const JsonValue *v = json_first(list); v; v = json_next(v))
        if (!read_history(source, v, out->memory.model, &out->histories[out->count++])) return false;
    return true;
}

/* --- files --- */

static bool read_fsrs6_set(const ReplaySource *source, const JsonValue *set, HistorySet *out)
{
    if (json_kind(set) != JSON_OBJECT)
        return replay_source_error(source, set, "a set is an object, not %s", json_kind_name(json_kind(set)));
    const JsonValue *params = json_find(set, "params");
    if (params && !(params = replay_source_get(source, set, "params", JSON_OBJECT))) return false;
    return read_mode(source, set, out) && read_params(source, params, out) &&
           read_histories(source, set, out);
}

static bool read_fsrs6(const ReplaySource *source, const JsonValue *root, Histories *out)
{
    if (!json_find(root, "sets") && json_find(root, "histories"))
        return replay_source_error(source, root, "this is in the shape of fsrs7: there are no \"sets\"");
    const JsonValue *sets = replay_source_get(source, root, "sets", JSON_ARRAY);
    if (!sets) return false;
    out->sets = ARENA_NEW_N(source->arena, HistorySet, json_count(sets));
    for (const JsonValue *v = json_first(sets); v; v = json_next(v))
        if (!read_fsrs6_set(source, v, &out->sets[out->count++])) return false;
    return true;
}

static bool read_fsrs7(const ReplaySource *source, const JsonValue *root, Histories *out)
{
    double w[FSRS7_WEIGHTS];
    if (!json_find(root, "histories") && json_find(root, "sets"))
        return replay_source_error(source, root, "this is in the shape of fsrs6: it has \"sets\"");
    for (int i = 0; i < FSRS7_WEIGHTS; i++) w[i] = fsrs7_default_weights[i];
    if (!read_weights(source, root, FSRS7_WEIGHTS, w)) return false;
    out->sets = ARENA_NEW(source->arena, HistorySet);
    out->count = 1;
    out->sets->memory = memory_of_fsrs7(fsrs7_make(w));
    return read_histories(source, root, out->sets);
}

bool histories_read(Str text, MemoryModel model, Arena *arena, Histories *out, Err *err)
{
    JsonProblem problem;
    *out = (Histories){.model = model};
    JsonDoc *doc = json_open(text, MAX_DEPTH, &problem);
    if (!doc) return err_set(err, "%d:%d: %s", problem.place.line, problem.place.column, problem.text);
    ReplaySource source = {.doc = doc, .arena = arena, .err = err};
    const JsonValue *root = json_root(doc);
    bool is_read;
    if (json_kind(root) != JSON_OBJECT)
        is_read = replay_source_error(&source, root, "histories are an object, not %s",
                                      json_kind_name(json_kind(root)));
    else
        is_read = model == MODEL_FSRS6 ? read_fsrs6(&source, root, out) : read_fsrs7(&source, root, out);
    json_close(doc);
    return is_read;
}
