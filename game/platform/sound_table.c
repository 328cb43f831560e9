#include "platform/sound_table.h"

#include <math.h>

#include "base/file.h"
#include "base/json.h"

enum { MAX_TABLE_BYTES = 1 << 18, MAX_DEPTH = 8 };

static float number(const JsonValue *object, const char *name, float otherwise)
{
    const JsonValue *v = json_find(object, name);
    return v && json_kind(v) == JSON_NUMBER ? (float)json_number(v) : otherwise;
}

static bool read_wave(const JsonValue *note, Wave *out)
{
    static const char *const NAMES[] = {
        [WAVE_SINE] = "sine", [WAVE_TRIANGLE] = "triangle", [WAVE_SQUARE] = "square", [WAVE_NOISE] = "noise"};
    const JsonValue *v = json_find(note, "wave");
    for (int i = 0; v && json_kind(v) == JSON_STRING && i <= WAVE_NOISE; i++) {
        if (!str_is(json_string(v), str_of(NAMES[i]))) continue;
        *out = (Wave)i;
        return true;
    }
    return false;
}

static bool read_note(const JsonValue *v, SynthNote *out, Err *err)
{
    if (!read_wave(v, &out->wave)) return err_set(err, "a note's wave is sine, triangle, square or noise");
    out->from_hz = number(v, "hz", 0);
    out->to_hz = number(v, "to_hz", out->from_hz);
    out->at_ms = number(v, "at_ms", 0);
    out->ms = number(v, "ms", 0);
    out->low_pass_hz = number(v, "low_pass_hz", 0);
    bool is_band = out->wave != WAVE_NOISE || out->to_hz > out->from_hz;
    if (out->from_hz < 20 || out->to_hz > 20000 || !is_band)
        return err_set(err, "a note needs \"hz\" (20 to 20000), noise a higher \"to_hz\"");
    if (out->ms < 1 || out->ms > 5000 || out->at_ms < 0 || out->at_ms > 5000)
        return err_set(err, "a note needs \"ms\" (1 to 5000)");
    return true;
}

static bool read_notes(const JsonValue *cue, SynthSound *out, Err *err)
{
    const JsonValue *list = json_find(cue, "notes");
    if (!list || json_count(list) == 0 || json_count(list) > SYNTH_MAX_NOTES)
        return err_set(err, "a cue has 1 to %d notes", SYNTH_MAX_NOTES);
    out->db = number(cue, "db", -20);
    if (out->db > 0) return err_set(err, "a level is 0 dB or less");
    for (const JsonValue *v = json_first(list); v; v = json_next(v))
        if (!read_note(v, &out->notes[out->count++], err)) return false;
    return true;
}

/* Either semitones above the first step, or a ratio from one step to the next. */
static bool read_steps(const JsonValue *cue, SoundSpec *out, Err *err)
{
    const JsonValue *semitones = json_find(cue, "semitones");
    out->step_count = (int)number(cue, "steps", 1);
    if (semitones) out->step_count = (int)json_count(semitones);
    if (out->step_count < 1 || out->step_count > SOUND_MAX_STEPS)
        return err_set(err, "a cue has 1 to %d steps", SOUND_MAX_STEPS);
    float ratio = number(cue, "ratio", 1);
    const JsonValue *v = semitones ? json_first(semitones) : NULL;
    for (int i = 0; i < out->step_count; i++) {
        out->pitch[i] = v ? powf(2, (float)json_number(v) / 12) : powf(ratio, (float)i);
        if (v) v = json_next(v);
    }
    return true;
}

static bool read_cue(const JsonValue *cues, SoundCue cue, SoundSpec *out, Err *err)
{
    const JsonValue *v = json_find(cues, sound_name(cue));
    if (!v) return err_set(err, "the cue is missing");
    return read_notes(v, &out->sound, err) && read_steps(v, out, err);
}

static bool read_cues(const JsonValue *root, SoundTable *out, Err *err)
{
    const JsonValue *cues = json_find(root, "cues");
    if (!cues) return err_set(err, "there are no cues");
    for (int i = 0; i < SOUND_COUNT; i++) {
        if (read_cue(cues, (SoundCue)i, &out->cues[i], err)) continue;
        err_wrap(err, "%s", sound_name((SoundCue)i));
        return false;
    }
    return true;
}

bool sound_table_read(const char *path, SoundTable *out, Err *err)
{
    Arena arena;
    Str text;
    JsonProblem problem;
    *out = (SoundTable){0};
    arena_init(&arena, 0);
    bool is_read = file_read(path, MAX_TABLE_BYTES, &arena, &text, err);
    JsonDoc *doc = is_read ? json_open(text, MAX_DEPTH, &problem) : NULL;
    if (is_read && !doc)
        err_set(err, "%s:%d:%d: %s", path, problem.place.line, problem.place.column, problem.text);
    is_read = doc && read_cues(json_root(doc), out, err);
    if (doc && !is_read) err_wrap(err, "%s", path);
    json_close(doc);
    arena_deinit(&arena);
    return is_read;
}

int sound_table_step(const SoundTable *table, SoundCue cue, int step)
{
    int last = table->cues[cue].step_count - 1;
    return step < 0 ? 0 : step > last ? last : step;
}

SynthSound sound_table_get(const SoundTable *table, SoundCue cue, int step)
{
    SynthSound sound = table->cues[cue].sound;
    float pitch = table->cues[cue].pitch[sound_table_step(table, cue, step)];
    for (int i = 0; i < sound.count; i++) {
        sound.notes[i].from_hz *= pitch;
        sound.notes[i].to_hz *= pitch;
    }
    return sound;
}
